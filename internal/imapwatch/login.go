package imapwatch

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
)

func (s *session) login(ctx context.Context) error {
	if s.c.acc.Secret == nil {
		return s.c.fail(ErrConfig, "log in", "no password is configured", nil)
	}
	secret, err := s.c.acc.Secret(ctx)
	if err != nil {
		return s.c.fail(ErrLogin, "get the password", err.Error(), err)
	}
	s.c.hide(secret)
	s.l.begin(1 << 20) // asking for the password may have taken its time
	before := s.caps
	s.caps = nil
	var a *answer
	if s.c.acc.Auth == "oauth2" {
		a, err = s.oauth(before, secret)
	} else {
		a, err = s.password(before, secret)
	}
	if err != nil {
		return err
	}
	if a.status != "OK" {
		return s.refused(a)
	}
	return nil
}

// password prefers AUTHENTICATE PLAIN, whose base64 needs no quoting rules
// and carries UTF-8, and falls back to LOGIN.
func (s *session) password(caps capSet, secret string) (*answer, error) {
	user := s.c.acc.Username
	if strings.ContainsAny(user+secret, "\x00\r\n") {
		return nil, s.c.fail(ErrLogin, "log in", "the name or the password holds a line break", nil)
	}
	if caps["AUTH=PLAIN"] {
		return s.sasl(caps, "PLAIN", "\x00"+user+"\x00"+secret)
	}
	if caps["LOGINDISABLED"] {
		e := s.c.fail(ErrLogin, "log in", "the server takes no password on this connection", nil)
		e.Hint = `use security = "tls" or "starttls", or auth = "oauth2" if the provider needs it`
		return nil, e
	}
	return s.do("LOGIN "+quote(user)+" "+quote(secret), false)
}

func (s *session) oauth(caps capSet, token string) (*answer, error) {
	user := s.c.acc.Username
	if strings.ContainsAny(user+token, "\x00\x01\r\n") {
		return nil, s.c.fail(ErrLogin, "log in", "the name or the token holds a control character", nil)
	}
	if caps["AUTH=OAUTHBEARER"] && !caps["AUTH=XOAUTH2"] {
		name := strings.NewReplacer("=", "=3D", ",", "=2C").Replace(user)
		return s.sasl(caps, "OAUTHBEARER", fmt.Sprintf("n,a=%s,\x01host=%s\x01port=%d\x01auth=Bearer %s\x01\x01", name, s.c.acc.Host, s.c.acc.Port, token))
	}
	return s.sasl(caps, "XOAUTH2", "user="+user+"\x01auth=Bearer "+token+"\x01\x01")
}

// sasl sends the mechanism's one message, in one go where SASL-IR is offered.
func (s *session) sasl(caps capSet, mech, first string) (*answer, error) {
	msg := base64.StdEncoding.EncodeToString([]byte(first))
	s.c.hide(msg)
	cmd := "AUTHENTICATE " + mech
	if caps["SASL-IR"] {
		cmd += " " + msg
	}
	a, err := s.do(cmd, true)
	if err != nil {
		return nil, err
	}
	tag := fmt.Sprintf("L%d", s.tag)
	if a.asked && !caps["SASL-IR"] {
		if a, err = s.reply(tag, msg); err != nil {
			return nil, err
		}
	}
	if !a.asked {
		return a, nil
	}
	// A second question is an OAuth failure in JSON; the answer to it is empty.
	problem := a.challenge
	if a, err = s.reply(tag, ""); err != nil {
		return nil, err
	}
	if a.asked {
		return nil, fmt.Errorf("%w: a question nobody expected", errNonsense)
	}
	if why, err := base64.StdEncoding.DecodeString(problem); err == nil && a.status != "OK" && strings.HasPrefix(string(why), "{") {
		a.text += " " + string(why)
	}
	return a, nil
}

// reply answers a challenge: not a command, so it goes past the gate.
func (s *session) reply(tag, line string) (*answer, error) {
	if err := s.l.send([]byte(line + "\r\n")); err != nil {
		return nil, err
	}
	return s.finish(tag, true)
}

// refused tells a wrong password from a server that has no time.
func (s *session) refused(a *answer) error {
	kind := ErrLogin
	up := strings.ToUpper(a.text)
	if strings.Contains(up, "[UNAVAILABLE]") || strings.Contains(up, "[INUSE]") || strings.Contains(up, "[LIMIT]") ||
		backoffWish(a.text) > 0 || (transientText(a.text) && !strings.Contains(up, "[AUTHENTICATIONFAILED]")) {
		kind = ErrTemporary
	}
	e := s.c.fail(kind, "log in as "+printable(s.c.acc.Username, 100), a.text, nil)
	e.Hint = "try again in a while; `inboxwatch watch` does so by itself"
	if kind == ErrLogin {
		p, ok := Provider(s.c.acc.Host)
		e.Hint = "check username and password"
		switch {
		case imapOff(a.text):
			e.Why, e.Hint = "IMAP is switched off for this mailbox (“"+e.Why+"”)", "switch it on in your provider's mail settings, then try again"
		case ok && p.AppPassword != "" && s.c.acc.Auth != "oauth2":
			e.Hint = p.Name + " wants an app password: " + p.AppPassword
		case wantsAppPassword(a.text):
			e.Hint = "make an app password in your provider's security settings, and use it in place of your usual one"
		}
	}
	return e
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
