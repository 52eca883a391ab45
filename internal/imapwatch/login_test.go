package imapwatch_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"
)

func ca(t *testing.T, life time.Duration, hosts ...string) *imaptest.CA {
	t.Helper()
	c, err := imaptest.NewCA(t.TempDir(), life, hosts...)
	must(t, err)
	return c
}

func TestTLS(t *testing.T) {
	good, expired, foreign := ca(t, time.Hour, "127.0.0.1"), ca(t, -time.Hour, "127.0.0.1"), ca(t, time.Hour, "imap.other.example")
	sum := sha256.Sum256(good.Leaf)
	pin := hex.EncodeToString(sum[:])
	for _, c := range []struct {
		name, security string
		serve          *imaptest.CA
		startTLS       bool
		caFile, pin    string
		want           error
		word           string
	}{
		{"tls", "tls", good, false, good.File, "", nil, ""},
		{"starttls", "starttls", good, true, good.File, "", nil, ""},
		{"unknown authority", "tls", good, false, "", "", imapwatch.ErrCertificate, "nobody whom this computer trusts"},
		{"unknown authority, starttls", "starttls", good, true, "", "", imapwatch.ErrCertificate, "nobody whom this computer trusts"},
		{"expired", "tls", expired, false, expired.File, "", imapwatch.ErrCertificate, "expired"},
		{"another name", "tls", foreign, false, foreign.File, "", imapwatch.ErrCertificate, "imap.other.example"},
		{"pinned", "tls", good, false, "", pin, nil, ""},
		{"pinned, another certificate", "tls", expired, false, "", pin, imapwatch.ErrCertificate, "pinned"},
		{"a pin that is none", "tls", good, false, "", "abc", imapwatch.ErrConfig, "64"},
		{"no STARTTLS offered", "starttls", nil, false, "", "", imapwatch.ErrTemporary, "STARTTLS"},
		{"TLS on a plain port", "tls", nil, false, "", "", imapwatch.ErrTemporary, "does not speak TLS"},
		{"plain on a TLS port", "none", good, false, "", "", imapwatch.ErrTemporary, ""},
		{"no such file", "tls", good, false, "/nonexistent", "", imapwatch.ErrConfig, "ca_file"},
		{"no such security", "ssl", good, false, "", "", imapwatch.ErrConfig, "security"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			opts := imaptest.Options{}
			if c.serve != nil && c.startTLS {
				opts.StartTLS = c.serve.Server
			} else if c.serve != nil {
				opts.TLS = c.serve.Server
			}
			s, err := imaptest.Start(opts)
			must(t, err)
			defer s.Close()
			asked := false
			acc := imapwatch.Account{Host: s.Host, Port: s.Port, Security: c.security, CAFile: c.caFile, Pin: c.pin, Username: s.User, Timeout: time.Second,
				Secret: func(ctx) (string, error) { asked = true; return s.Password, nil }}
			cl, err := imapwatch.Dial(t.Context(), acc, nil)
			if c.want == nil {
				must(t, err)
				cl.Close()
				return
			}
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.word) {
				t.Errorf("got %v", err)
			}
			if asked {
				t.Error("the password was asked for, though the connection is not safe")
			}
		})
	}
}

func TestPlainOnlyOnLoopback(t *testing.T) {
	for _, host := range []string{"imap.example.com", "192.0.2.1", "127.0.0.1.example.com", "0.0.0.0"} {
		_, err := imapwatch.Dial(t.Context(), imapwatch.Account{Host: host, Security: "none"}, nil)
		if !errors.Is(err, imapwatch.ErrConfig) {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func TestLogin(t *testing.T) {
	s, err := imaptest.Start(imaptest.Options{Token: "ya29.token", User: "sam@okafor.example"})
	must(t, err)
	defer s.Close()
	acc := imapwatch.Account{Host: s.Host, Port: s.Port, Security: "none", Username: s.User, Timeout: time.Second}
	for _, c := range []struct {
		auth, secret string
		want         error
	}{
		{"password", s.Password, nil},
		{"password", "wrong-password", imapwatch.ErrLogin},
		{"password", "line\r\nbreak", imapwatch.ErrLogin},
		{"oauth2", "ya29.token", nil},
		{"oauth2", "ya29.stale", imapwatch.ErrLogin},
	} {
		acc.Auth, acc.Secret = c.auth, secret(c.secret)
		cl, err := imapwatch.Dial(t.Context(), acc, nil)
		if !errors.Is(err, c.want) {
			t.Errorf("%s %q: %v", c.auth, c.secret, err)
		}
		if err != nil && strings.Contains(err.Error(), c.secret) {
			t.Errorf("the secret is in %q", err)
		}
		if err == nil {
			cl.Close()
		}
	}
	acc.Secret = func(ctx) (string, error) { return "", errors.New("the keyring is locked") }
	if _, err := imapwatch.Dial(t.Context(), acc, nil); !errors.Is(err, imapwatch.ErrLogin) || !strings.Contains(err.Error(), "keyring is locked") {
		t.Errorf("got %v", err)
	}
}

// TestLoginWays: servers without SASL-IR, and without AUTH=PLAIN.
func TestLoginWays(t *testing.T) {
	for _, caps := range []string{"IMAP4rev1", "IMAP4rev1 AUTH=PLAIN", "IMAP4rev1 AUTH=PLAIN SASL-IR", "IMAP4rev1 LOGINDISABLED"} {
		s, err := imaptest.Start(imaptest.Options{Play: &imaptest.Play{Name: "x", Caps: caps, Folders: imaptest.Plain.Folders}, Password: `a "quoted\ pass"}`})
		must(t, err)
		acc := imapwatch.Account{Host: s.Host, Port: s.Port, Security: "none", Username: s.User, Secret: secret(s.Password), Timeout: time.Second}
		cl, err := imapwatch.Dial(t.Context(), acc, nil)
		if strings.Contains(caps, "DISABLED") {
			if !errors.Is(err, imapwatch.ErrLogin) {
				t.Errorf("%s: %v", caps, err)
			}
		} else if err != nil {
			t.Errorf("%s: %v", caps, err)
		} else {
			cl.Close()
		}
		s.Close()
	}
}

func TestUnreachable(t *testing.T) {
	acc := imapwatch.Account{Host: "127.0.0.1", Port: 1, Security: "none", Username: "x", Secret: secret("y"), Timeout: time.Second}
	if _, err := imapwatch.Dial(t.Context(), acc, nil); !errors.Is(err, imapwatch.ErrTemporary) || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
	acc.Host = "nowhere.invalid"
	acc.Security = "tls"
	if _, err := imapwatch.Dial(t.Context(), acc, nil); !errors.Is(err, imapwatch.ErrTemporary) {
		t.Errorf("got %v", err)
	}
}

// TestProviderTable: every row can be found, and is played in the suite.
func TestProviderTable(t *testing.T) {
	for _, p := range imapwatch.Providers {
		if _, ok := imaptest.PlayFor(p.Name); !ok {
			t.Errorf("no play for %s", p.Name)
		}
		if p.Source == "" || p.Port == 0 || p.Security == "" || p.Username == "" || len(p.Hosts) == 0 || len(p.Domains) == 0 {
			t.Errorf("the row %s is not complete", p.Name)
		}
		for _, d := range p.Domains {
			if got, ok := imapwatch.Provider("Someone@" + strings.ToUpper(d)); !ok || got.Name != p.Name {
				t.Errorf("%s leads to %q", d, got.Name)
			}
		}
	}
	if p, ok := imapwatch.Provider("127.0.0.1"); ok {
		t.Errorf("any server on this machine is taken for %s", p.Name)
	}
}
