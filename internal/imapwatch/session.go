package imapwatch

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"strings"
)

// session speaks IMAP by hand from the greeting to the end of the login,
// where go-imap knows neither deadlines nor what a server's texts mean.
type session struct {
	c       *Client
	l       *link
	caps    capSet
	tag     int
	preauth bool
}

// answer is what came back for one command.
type answer struct {
	status, text string // of the tagged line
	challenge    string // after "+", where one came
	asked        bool
}

const (
	maxLoginLine  = 16 << 10
	maxLoginLines = 200
)

func (s *session) readLine() (string, error) {
	var line []byte
	for {
		piece, err := s.l.br.ReadSlice('\n')
		line = append(line, piece...)
		if spent := s.l.spend(len(piece), err == nil); spent != nil {
			return "", spent
		}
		switch {
		case err == nil:
			return string(bytes.TrimRight(line, "\r\n")), nil
		case len(line) > maxLoginLine:
			return "", fmt.Errorf("%w: a line without end", errNonsense)
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", errors.New("the connection broke")
		}
	}
}

// greeting waits for the server's first line.
func (s *session) greeting() error {
	line, err := s.readLine()
	if err != nil {
		return err
	}
	ok := strings.HasPrefix(line, "* ")
	status, text, _ := strings.Cut(strings.TrimPrefix(line, "* "), " ")
	switch strings.ToUpper(status) {
	case "OK":
	case "PREAUTH":
		s.preauth = true
	case "BYE":
		return s.c.fail(ErrTemporary, "connect", "the server turned us away: "+text, nil)
	default:
		ok = false
	}
	if !ok {
		e := s.c.fail(ErrTemporary, "connect", "this is not an IMAP server: "+line, nil)
		e.Hint = "check host, port and security in the configuration"
		return e
	}
	s.learn(text)
	return nil
}

// learn takes a capability list out of a response code.
func (s *session) learn(text string) {
	if rest, ok := cutFold(text, "[CAPABILITY "); ok {
		if list, _, ok := strings.Cut(rest, "]"); ok {
			s.caps = parseCaps(list)
		}
	}
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// send writes one line; the gate sees it first.
func (s *session) send(line string) error {
	_, err := s.l.Write([]byte(line + "\r\n"))
	return err
}

// do sends a command and waits for its end, or for a "+" where wait is set.
func (s *session) do(cmd string, wait bool) (*answer, error) {
	s.tag++
	tag := fmt.Sprintf("L%d", s.tag)
	if err := s.send(tag + " " + cmd); err != nil {
		return nil, err
	}
	return s.finish(tag, wait)
}

func (s *session) finish(tag string, wait bool) (*answer, error) {
	a := &answer{}
	for range maxLoginLines {
		line, err := s.readLine()
		if err != nil {
			return nil, err
		}
		switch {
		case strings.HasPrefix(line, "+"):
			a.challenge, a.asked = strings.TrimSpace(line[1:]), true
			if wait {
				return a, nil
			}
			return nil, fmt.Errorf("%w: a question nobody expected", errNonsense)
		case strings.HasPrefix(line, tag+" "):
			a.status, a.text, _ = strings.Cut(line[len(tag)+1:], " ")
			a.status = strings.ToUpper(a.status)
			if a.status == "OK" {
				s.learn(a.text)
			}
			return a, nil
		case strings.HasPrefix(line, "* "):
			if err := s.untagged(line[2:]); err != nil {
				return nil, err
			}
		default:
			return nil, s.c.fail(ErrTemporary, "talk to the server", "nonsense: "+line, nil)
		}
	}
	return nil, fmt.Errorf("%w: too many answers that nobody asked for", errNonsense)
}

func (s *session) untagged(line string) error {
	if list, ok := cutFold(line, "CAPABILITY "); ok {
		s.caps = parseCaps(list)
	}
	if text, ok := cutFold(line, "BYE "); ok {
		return s.c.fail(ErrTemporary, "log in", "the server hung up: "+text, nil)
	}
	if strings.Contains(strings.ToUpper(line), "[ALERT]") {
		s.c.log.Warn("the server says", "text", s.c.clean(line))
	}
	return nil
}

func (s *session) needCaps() error {
	if s.caps != nil {
		return nil
	}
	if _, err := s.do("CAPABILITY", false); err != nil {
		return err
	}
	if s.caps == nil {
		s.caps = capSet{}
	}
	return nil
}

// startTLS upgrades the connection, or ends it: there is no way on in clear.
func (s *session) startTLS(ctx context.Context, conf *tls.Config) error {
	if s.preauth {
		return s.c.fail(ErrTemporary, "start TLS", "the server considers us logged in before TLS", nil)
	}
	if err := s.needCaps(); err != nil {
		return err
	}
	refused := s.c.fail(ErrTemporary, "start TLS", "the server does not offer STARTTLS", nil)
	refused.Hint = `use security = "tls" with port 993`
	if !s.caps["STARTTLS"] {
		return refused
	}
	a, err := s.do("STARTTLS", false)
	if err != nil {
		return err
	}
	if a.status != "OK" {
		return refused
	}
	if s.l.br.Buffered() > 0 {
		// Words slipped in before TLS must not be believed after it.
		return s.c.fail(ErrTemporary, "start TLS", "the server spoke on in clear", nil)
	}
	s.caps = nil
	return s.c.startTLS(ctx, s.l, conf)
}

// enter logs in, looks at the capabilities again, says who we are and
// compresses where both can.
func (s *session) enter(ctx context.Context) error {
	if err := s.needCaps(); err != nil {
		return err
	}
	if !s.preauth {
		if err := s.login(ctx); err != nil {
			return err
		}
	}
	// Some front ends show another list than the server behind them.
	if err := s.needCaps(); err != nil {
		return err
	}
	if s.caps["COMPRESS=DEFLATE"] {
		a, err := s.do("COMPRESS DEFLATE", false)
		if err != nil {
			return err
		}
		if a.status == "OK" {
			s.l.compress()
		}
	}
	s.l.caps = s.caps
	return nil
}
