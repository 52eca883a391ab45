package imapwatch

import (
	"context"
	"net"
	"strconv"
	"time"
)

// Account says where a mailbox is and how to get in.
type Account struct {
	Name     string // the user's word for it; only shown
	Host     string
	Port     int    // 0: 993 with tls, else 143
	Security string // "tls" (default), "starttls", "none" (loopback addresses only)
	CAFile   string // PEM file with one more trust root
	Pin      string // SHA-256 of the server's certificate in hex (colons allowed); takes the place of the usual check
	Timeout  time.Duration
	Poll     time.Duration
	Username string
	Auth     string // "password" (default) or "oauth2"
	// Secret gives the password or the access token; it is asked once for
	// every connection, after the server's certificate was verified.
	Secret func(ctx context.Context) (string, error)
	Watch  []string // folders to read; empty: INBOX, All, Archive, Trash; "*": all but Junk
	Sent   string   // empty: found by SPECIAL-USE, then by name
	Drafts string   // likewise
	// Lifetime is how long a connection may live before Wait asks for a new
	// one; 0: what the provider's row says, else 23 h.
	Lifetime time.Duration
}

// The bounds of waiting. A silence longer than maxTimeout would break the
// promise that a pass ends 45 s after the last progress.
const (
	defaultTimeout = 30 * time.Second
	maxTimeout     = 40 * time.Second
	defaultPoll    = 5 * time.Minute
	defaultLife    = 23 * time.Hour
)

func (a Account) withDefaults() Account {
	if a.Security == "" {
		a.Security = "tls"
	}
	if a.Port == 0 {
		a.Port = 993
		if a.Security != "tls" {
			a.Port = 143
		}
	}
	if a.Auth == "" {
		a.Auth = "password"
	}
	if a.Timeout <= 0 {
		a.Timeout = defaultTimeout
	}
	a.Timeout = min(a.Timeout, maxTimeout)
	if a.Poll <= 0 {
		a.Poll = defaultPoll
	}
	if a.Lifetime <= 0 {
		a.Lifetime = defaultLife
		if p, ok := Provider(a.Host); ok {
			a.Lifetime = p.lifetime(a.Auth)
		}
	}
	return a
}

// addr is host:port as people and the net package write it.
func (a Account) addr() string { return net.JoinHostPort(a.Host, strconv.Itoa(a.Port)) }
