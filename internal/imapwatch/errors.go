package imapwatch

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/emersion/go-imap/v2"
)

// What can go wrong, by what the user can do about it. Test with errors.Is.
var (
	// ErrLogin: the server refused the name or the secret (exit 77).
	ErrLogin = errors.New("login refused")
	// ErrTemporary: no connection, silence, nonsense or a server's "not now"; trying again later may help (exit 75).
	ErrTemporary = errors.New("temporary failure")
	// ErrCertificate: the server's certificate does not verify; nothing was sent to it (exit 75).
	ErrCertificate = errors.New("certificate not verified")
	// ErrMissing: the server lacks something needed, such as a Drafts folder (exit 69).
	ErrMissing = errors.New("missing on the server")
	// ErrConfig: the account's settings contradict themselves (exit 78).
	ErrConfig = errors.New("configuration")
	// ErrDoubt: it is unknown whether an APPEND or MOVE was carried out (exit 75).
	ErrDoubt = errors.New("unknown whether it was carried out")
	// ErrRefused: the server said NO or BAD; it was not carried out.
	ErrRefused = errors.New("the server refused")
)

// Error is a failure with its place and a way out, in one line.
type Error struct {
	Kind  error         // one of the sentinels above
	Where string        // host:port
	What  string        // what was being done: "log in", "read INBOX"
	Why   string        // the cause, free of control characters and secrets
	Hint  string        // how to mend it; may be empty
	After time.Duration // how long the server asked to be left alone; 0 where it did not
	Err   error         // the error beneath; may be nil

	answered bool // it was the server's tagged answer: nothing was carried out
}

// Error gives one line: where, what, why, how to mend it.
func (e *Error) Error() string {
	s := e.Where + ": cannot " + e.What
	if e.Why != "" {
		s += ": " + e.Why
	}
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Unwrap gives the kind and the error beneath.
func (e *Error) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Err}
}

// RetryAfter gives the time for which the server asked to be left alone, and
// false where err says nothing about it.
func RetryAfter(err error) (time.Duration, bool) {
	var e *Error
	if errors.As(err, &e) && e.After > 0 {
		return e.After, true
	}
	return 0, false
}

// Exchange's word for "come back later"; N is at most 300000 in practice.
var backoffText = regexp.MustCompile(`(?i)suggested backoff time:\s*(\d{1,9})\s*milliseconds`)

const maxBackoffWish = time.Hour

func backoffWish(text string) time.Duration {
	m := backoffText.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return min(time.Duration(n)*time.Millisecond, maxBackoffWish)
}

// fail builds an Error about this client's server.
func (c *Client) fail(kind error, what, why string, err error) *Error {
	return &Error{Kind: kind, Where: c.acc.addr(), What: what, Why: c.clean(why), After: backoffWish(why), Err: err}
}

// clean makes a server's text fit to be shown: one line, no control or
// bidirectional characters, no secret, at most 200 characters.
func (c *Client) clean(text string) string {
	for _, s := range c.secrets {
		if s != "" {
			text = strings.ReplaceAll(text, s, "[secret]")
		}
	}
	return printable(text, 200)
}

func printable(text string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > most {
			b.WriteString("…")
			break
		}
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			r = ' '
		case !unicode.IsPrint(r):
			r = '·'
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// answered turns a tagged NO or BAD into an Error; false where err is none.
func (c *Client) answered(what string, err error) (*Error, bool) {
	var ie *imap.Error
	if !errors.As(err, &ie) {
		return nil, false
	}
	e := c.fail(ErrRefused, what, ie.Text, nil)
	e.answered = true
	if e.Why == "" {
		e.Why = "the server answered " + string(ie.Type)
	}
	switch ie.Code {
	case imap.ResponseCodeAuthenticationFailed, imap.ResponseCodeAuthorizationFailed, imap.ResponseCodeExpired:
		e.Kind = ErrLogin
	case imap.ResponseCodeUnavailable, imap.ResponseCodeServerBug, imap.ResponseCodeInUse, imap.ResponseCodeLimit:
		e.Kind = ErrTemporary
	}
	if e.After > 0 || transientText(ie.Text) {
		e.Kind = ErrTemporary
	}
	explain(e, ie.Code)
	return e, true
}

// transientText knows the refusals that providers give without a code and
// that pass by themselves.
func transientText(text string) bool {
	text = strings.ToLower(text)
	for _, w := range []string{"throttled", "try again", "not connected", "temporar", "too many", "unavailable", "server error", "rate limit"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// asAnswered gives the server's tagged NO or BAD, whatever it means, and false
// where err is none: the connection is fine, the server would not do it.
func asAnswered(err error) (*Error, bool) {
	var e *Error
	if errors.As(err, &e) && e.answered {
		return e, true
	}
	return nil, false
}
