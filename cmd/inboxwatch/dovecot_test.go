//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/rules"
)

// realAccount is a user of a real server and the program set up for it.
type realAccount struct {
	t    *testing.T
	srv  *realtest.Server
	user string
	dir  string
}

func newRealAccount(t *testing.T, srv *realtest.Server, security string) *realAccount {
	t.Helper()
	a := &realAccount{t: t, srv: srv, user: srv.NewUser(t), dir: t.TempDir()}
	port, ca := srv.Port, ""
	if security == "tls" {
		port, ca = srv.TLSPort, srv.CA.File
	}
	secret := filepath.Join(a.dir, "secret")
	if err := os.WriteFile(secret, []byte(srv.Password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg := fmt.Sprintf(`timezone = "Europe/London"
country = "GB"
[person]
name = "Robin Ashworth"
addresses = ["robin@ashworth.example"]
phone = "+44 7700 900142"
[[account]]
name = "personal"
host = %q
port = %d
security = %q
ca_file = %q
username = %q
password_file = %q
`, srv.Host, port, security, ca, a.user, secret)
	if err := os.WriteFile(a.path("config.toml"), []byte(cfg), 0o600); err != nil {
		t.Fatal(err)
	}
	return a
}

func (a *realAccount) path(name string) string { return filepath.Join(a.dir, name) }

// run runs the program at a moment and gives what it printed.
func (a *realAccount) run(now string, args ...string) string {
	a.t.Helper()
	var out, errs bytes.Buffer
	full := append([]string{"inboxwatch", "--config", a.path("config.toml"), "--state", a.path("state.db"), "--now", now}, args...)
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if code := run(ctx, full, stdio{strings.NewReader(""), &out, &errs}); code != 0 {
		a.t.Fatalf("%s at %s: exit code %d\n%s%s", strings.Join(args, " "), now, code, out.Bytes(), errs.Bytes())
	}
	return out.String()
}

func (a *realAccount) status(now string) []interviewJSON {
	a.t.Helper()
	var rows []interviewJSON
	if err := json.Unmarshal([]byte(a.run(now, "status", "--json")), &rows); err != nil {
		a.t.Fatal(err)
	}
	return rows
}

// deliver puts the demo's mails into a folder, those dated up to a moment.
func (a *realAccount) deliver(folder string, until time.Time, names ...string) {
	a.t.Helper()
	var mails []imaptest.Message
	for _, n := range names {
		raw, err := demoMails.ReadFile("demo/" + n + ".eml")
		if err != nil {
			a.t.Fatal(err)
		}
		at := mailparse.Parse(raw).Date
		if at.After(until) {
			a.t.Fatalf("%s is dated %s, after %s", n, at, until)
		}
		mails = append(mails, imaptest.Message{Arrived: at, Raw: imaptest.CRLF(raw)})
	}
	if err := a.srv.AddAll(a.user, folder, mails); err != nil {
		a.t.Fatal(err)
	}
}

// folder lists a folder as "flags | to | subject".
func (a *realAccount) folder(name string) []string {
	a.t.Helper()
	msgs, err := a.srv.Messages(a.user, name)
	if err != nil {
		a.t.Fatal(err)
	}
	var out []string
	for _, m := range msgs {
		p := mailparse.Parse(m.Raw)
		to := ""
		if len(p.To) > 0 {
			to = p.To[0].Address
		}
		flags := slices.DeleteFunc(slices.Clone(m.Flags), func(f string) bool { return f == `\Recent` })
		out = append(out, strings.Join(flags, " ")+" | "+to+" | "+p.Subject)
	}
	return out
}

// TestMainJobOnDovecot plays three interviews through all windows on a real
// server: each draft appears once, in its thread, and INBOX and Sent stay as
// they were, flags too.
func TestMainJobOnDovecot(t *testing.T) {
	srv := realtest.Dovecot(t)
	for _, security := range []string{"tls", "none"} {
		t.Run(security, func(t *testing.T) { playMainJob(t, newRealAccount(t, srv, security)) })
	}
}

func playMainJob(t *testing.T, a *realAccount) {
	at := demoTime
	a.deliver("INBOX", at("2026-10-12T12:00:00Z"), "01-ack", "02-alert", "03-harbourlight", "04-kestrel-invite", "05-saltmarsh", "06-dentist")
	before := a.folder("INBOX")

	a.run("2026-10-12T12:00:00Z", "run")
	if got := a.folder("Drafts"); len(got) != 0 {
		t.Fatalf("drafts before any interview: %q", got)
	}
	rows := a.status("2026-10-12T12:00:00Z")
	if len(rows) != 3 {
		t.Fatalf("%d interviews, want 3: %+v", len(rows), rows)
	}
	for _, r := range rows {
		if r.State != rules.Upcoming || r.Next == nil || r.Next.Window != rules.ThankYou {
			t.Errorf("%s: state %s, next %+v; want upcoming, thank-you", r.ID, r.State, r.Next)
		}
	}

	steps := []struct {
		now    string
		drafts []string
		trash  int
	}{
		{"2026-10-13T15:00:00+01:00", []string{"priya.nair@harbourlight.example"}, 0},
		{"2026-10-15T11:30:00+01:00", []string{"priya.nair@harbourlight.example", "daniel.okoro@kestrelrowe.example"}, 0},
		{"2026-10-16T09:45:00+01:00", []string{"priya.nair@harbourlight.example", "daniel.okoro@kestrelrowe.example", "h.fenwick@saltmarshtrust.example"}, 0},
		// 72 h later the untouched thank-yous make room for the second mails.
		{"2026-10-20T10:00:00+01:00", []string{"priya.nair@harbourlight.example", "daniel.okoro@kestrelrowe.example", "h.fenwick@saltmarshtrust.example"}, 3},
		// 14 days later a call sheet each, to the user himself.
		{"2026-11-02T10:00:00Z", []string{"robin@ashworth.example", "robin@ashworth.example", "robin@ashworth.example"}, 6},
		// After 42 days: nothing.
		{"2026-11-28T10:00:00Z", nil, 9},
	}
	for _, s := range steps {
		a.run(s.now, "run")
		a.run(s.now, "run") // twice changes nothing
		a.checkDrafts(s.now, s.drafts)
		if got := a.folder("Trash"); len(got) != s.trash {
			t.Errorf("%s: Trash holds %d, want %d: %q", s.now, len(got), s.trash, got)
		}
	}
	if after := a.folder("INBOX"); !slices.Equal(before, after) {
		t.Errorf("INBOX changed:\n%q\n%q", before, after)
	}
	if sent := a.folder("Sent"); len(sent) != 0 {
		t.Errorf("Sent changed: %q", sent)
	}
}

// checkDrafts asks for exactly these recipients, each draft flagged as one and
// in its thread.
func (a *realAccount) checkDrafts(now string, want []string) {
	a.t.Helper()
	msgs, err := a.srv.Messages(a.user, "Drafts")
	if err != nil {
		a.t.Fatal(err)
	}
	var got []string
	for _, m := range msgs {
		p := mailparse.Parse(m.Raw)
		if len(p.To) != 1 {
			a.t.Fatalf("%s: a draft to %d people", now, len(p.To))
		}
		to := p.To[0].Address
		got = append(got, to)
		if !slices.Contains(m.Flags, `\Draft`) || !slices.Contains(m.Flags, `\Seen`) {
			a.t.Errorf("%s: the draft to %s has flags %q", now, to, m.Flags)
		}
		if to != "robin@ashworth.example" && (p.InReplyTo == "" || len(p.References) == 0 || !strings.HasPrefix(p.Subject, "Re: ")) {
			a.t.Errorf("%s: the draft to %s is not in its thread: %q %q %q", now, to, p.InReplyTo, p.References, p.Subject)
		}
	}
	slices.Sort(got)
	want = slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		a.t.Errorf("%s: drafts to %q, want %q", now, got, want)
	}
}
