//go:build unix

package imapwatch_test

import (
	"errors"
	"maps"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/imapwatch"
)

func real(t *testing.T, r *realtest.Server, want map[imapwatch.Role]string) mailbox {
	user := r.NewUser(t)
	return mailbox{
		acc: imapwatch.Account{Name: "test", Host: r.Host, Port: r.Port, Security: "none", Username: user, Secret: secret(r.Password), Poll: time.Second},
		add: func(folder string, raw []byte, at time.Time, flags ...string) error {
			return r.AddAll(user, folder, []imaptest.Message{{Raw: raw, Arrived: at, Flags: flags}})
		},
		list:   func(folder string) ([]imaptest.Message, error) { return r.Messages(user, folder) },
		folder: want,
	}
}

func TestSuiteDovecot(t *testing.T) {
	t.Parallel()
	r := realtest.Dovecot(t)
	suite(t, func(t *testing.T) mailbox {
		return real(t, r, map[imapwatch.Role]string{imapwatch.Inbox: "INBOX", imapwatch.Drafts: "Drafts", imapwatch.Sent: "Sent",
			imapwatch.Trash: "Trash", imapwatch.Junk: "Junk", imapwatch.Archive: "Archive"})
	})
}

// below is where servers keep folders that lie below INBOX.
var below = map[imapwatch.Role]string{imapwatch.Inbox: "INBOX", imapwatch.Drafts: "INBOX.Drafts", imapwatch.Sent: "INBOX.Sent",
	imapwatch.Trash: "INBOX.Trash", imapwatch.Archive: "INBOX.Archive"}

func TestSuiteCyrus(t *testing.T) {
	t.Parallel()
	r := realtest.Cyrus(t)
	want := maps.Clone(below)
	want[imapwatch.Junk] = "INBOX.Junk"
	suite(t, func(t *testing.T) mailbox { return real(t, r, want) })
}

func TestSuiteCourier(t *testing.T) {
	t.Parallel()
	r := realtest.Courier(t)
	suite(t, func(t *testing.T) mailbox { return real(t, r, below) })
}

// TestSuiteLocalised: the folders are a mail program's, made in German: names
// beyond ASCII, which go over the wire in modified UTF-7, and none tells its use.
func TestSuiteLocalised(t *testing.T) {
	t.Parallel()
	names := map[imapwatch.Role]string{imapwatch.Drafts: "Entwürfe", imapwatch.Sent: "Gesendete Objekte", imapwatch.Trash: "Gelöschte Objekte", imapwatch.Junk: "Unerwünscht"}
	for name, start := range map[string]func(testing.TB) *realtest.Server{
		"Dovecot": func(t testing.TB) *realtest.Server { return realtest.Dovecot(t, realtest.DovecotOptions{Bare: true}) },
		"Cyrus":   realtest.BareCyrus,
		"Courier": realtest.Courier,
	} {
		t.Run(name, func(t *testing.T) {
			r := start(t)
			want := map[imapwatch.Role]string{imapwatch.Inbox: "INBOX"}
			for role, n := range names {
				want[role] = r.Prefix + n
			}
			if name == "Courier" {
				want[imapwatch.Trash] = "INBOX.Trash" // which cannot be deleted there
			}
			open := func(t *testing.T) mailbox {
				m := real(t, r, want)
				admin, err := r.Client(m.acc.Username)
				must(t, err)
				defer admin.Close()
				for _, english := range []string{"Drafts", "Sent", "Trash", "Junk", "Archive"} {
					_ = admin.Delete(r.Prefix + english).Wait() // where the server made it
				}
				for role, n := range want {
					if role != imapwatch.Inbox && n != "INBOX.Trash" {
						must(t, admin.Create(n, nil).Wait())
					}
				}
				return m
			}
			if name == "Courier" { // takes its time to make folders
				suiteDrafts(t, open(t))
				return
			}
			suite(t, open)
		})
	}
}

// TestDovecotTLS: the real thing, over TLS with a CA of one's own, compressed.
func TestDovecotTLS(t *testing.T) {
	r := realtest.Dovecot(t)
	user := r.NewUser(t)
	must(t, r.AddAll(user, "INBOX", []imaptest.Message{{Raw: mail("one@x", "Interview", "a@x.example"), Arrived: now}}))
	for security, port := range map[string]int{"tls": r.TLSPort, "starttls": r.Port} {
		c := dial(t, imapwatch.Account{Host: r.Host, Port: port, Security: security, CAFile: r.CA.File, Username: user, Secret: secret(r.Password)})
		inbox := find(t, c, imapwatch.Inbox)
		if got, _, _ := sync(t, c, inbox, imapwatch.Cursor{}, imapwatch.SyncOptions{}); len(got) != 1 {
			t.Errorf("%s: read %v", security, got)
		}
		if c.Wire().Commands["COMPRESS"] != 1 {
			t.Error("not compressed")
		}
	}
	acc := imapwatch.Account{Host: r.Host, Port: r.TLSPort, Security: "tls", CAFile: r.CA.File, Username: user, Secret: secret("wrong")}
	if _, err := imapwatch.Dial(t.Context(), acc, nil); !errors.Is(err, imapwatch.ErrLogin) {
		t.Errorf("wrong password: %v", err)
	}
}
