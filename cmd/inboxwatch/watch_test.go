//go:build unix

package main

import (
	"context"
	"log/slog"
	"net"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/journal"
)

// TestWatchOnDovecot: watch wakes when a window opens, notices a mail that
// arrives meanwhile, lets status and mark work beside it, and stops when told.
func TestWatchOnDovecot(t *testing.T) {
	a := newRealAccount(t, realtest.Dovecot(t), "tls")
	a.deliver("INBOX", demoTime("2026-10-12T12:00:00Z"), "03-harbourlight")
	ctx, stop := context.WithCancel(context.Background())
	var out, errs buffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"inboxwatch", "--config", a.path("config.toml"), "--state", a.path("state.db"),
			"--now", "2026-10-13T13:59:57Z", "watch"}, stdio{strings.NewReader(""), &out, &errs})
	}()
	defer stop()
	wait := func(what string, ok func() bool) {
		t.Helper()
		for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			if ok() {
				return
			}
		}
		t.Fatalf("not seen in 30 s: %s\n%s%s", what, out.String(), errs.String())
	}
	// T is 14:00:00Z, three seconds after the start.
	wait("the thank-you at its window's opening", func() bool { return len(a.folder("Drafts")) == 1 })
	wait("the word of it", func() bool {
		return strings.Contains(out.String(), "Put into Drafts: thank-you for Harbourlight Brewing")
	})
	a.deliver("INBOX", demoTime("2026-10-12T12:00:00Z"), "04-kestrel-invite")
	wait("the confirmation that arrived meanwhile", func() bool { return len(a.status("2026-10-13T14:01:00Z")) == 2 })
	a.run("2026-10-13T14:01:00Z", "mark", "harbourlight", "--went", "well")
	stop()
	select {
	case code := <-ended:
		if code != exitOK {
			t.Errorf("exit code %d\n%s", code, errs.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("watch did not stop within 20 s")
	}
}

// TestWatchReload: SIGHUP reads the configuration anew. One that is broken
// leaves the old one in force.
func TestWatchReload(t *testing.T) {
	srv := realtest.Dovecot(t)
	a, other := newRealAccount(t, srv, "none"), srv.NewUser(t)
	a.deliver("INBOX", demoTime("2026-10-12T12:00:00Z"), "03-harbourlight")
	raw, err := demoMails.ReadFile("demo/04-kestrel-invite.eml")
	if err != nil {
		t.Fatal(err)
	}
	if err := srv.AddAll(other, "INBOX", []imaptest.Message{{Raw: imaptest.CRLF(raw), Arrived: demoTime("2026-10-12T11:00:00Z")}}); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var out, errs buffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"inboxwatch", "--config", a.path("config.toml"), "--state", a.path("state.db"),
			"--now", "2026-10-16T10:00:00+01:00", "watch"}, stdio{strings.NewReader(""), &out, &errs})
	}()
	wait := func(what string, ok func() bool) {
		t.Helper()
		for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			if ok() {
				return
			}
		}
		t.Fatalf("not seen in 30 s: %s\n%s%s", what, out.String(), errs.String())
	}
	lying := func(user string) int {
		msgs, err := srv.Messages(user, "Drafts")
		if err != nil {
			t.Fatal(err)
		}
		return len(msgs)
	}
	// The signal is caught from before this is said.
	wait("the first draft", func() bool { return strings.Contains(errs.String(), "watching 1 account;") && lying(a.user) == 1 })
	sound, err := os.ReadFile(a.path("config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	reload := func(cfg string) {
		t.Helper()
		if err := os.WriteFile(a.path("config.toml"), []byte(cfg), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
	}
	reload(string(sound) + "\n[[account]]\nname = \"half")
	wait("the complaint", func() bool { return strings.Contains(errs.String(), "going on with the old one") })
	_, account, _ := strings.Cut(string(sound), "[[account]]")
	account = strings.NewReplacer("personal", "second", a.user, other).Replace(account)
	reload(string(sound) + "\n[[account]]" + account)
	wait("the second account's draft", func() bool { return lying(other) == 1 })
	if !strings.Contains(errs.String(), "watching 2 accounts;") {
		t.Errorf("watch said: %s", errs.String())
	}
	stop()
	select {
	case code := <-ended:
		if code != exitOK {
			t.Errorf("exit code %d\n%s", code, errs.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("watch did not stop within 20 s")
	}
	if n := lying(a.user); n != 1 {
		t.Errorf("%d drafts in the first account, want 1", n)
	}
}

// TestWatchLatency measures the whole program, at Dovecot and 50 ms away each
// way: from the moment a window opens until its draft lies in Drafts, and from
// a mail's arrival until it is read. The goal is 1 s and four round trips for
// the first, 1 s and two for the second to be known of, with as many more as
// reading it takes.
func TestWatchLatency(t *testing.T) {
	const trip = 100 * time.Millisecond
	a := newRealAccount(t, realtest.Dovecot(t), "none")
	p, err := imaptest.StartProxy(net.JoinHostPort(a.srv.Host, strconv.Itoa(a.srv.Port)), trip/2)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	a.deliver("INBOX", demoTime("2026-10-12T12:00:00Z"), "03-harbourlight")
	j, err := journal.Open(a.path("state.db"), journal.Write)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	opens := demoTime("2026-10-13T14:00:00Z") // the interview's end, when thanks are due
	start := time.Now()
	due := start.Add(5 * time.Second)
	clock := func() time.Time { return opens.Add(time.Since(due)) }
	e, err := demoEngine(&imaptest.Server{Host: p.Host, Port: p.Port, User: a.user, Password: a.srv.Password}, j, clock, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	placed, read := make(chan time.Time, 9), make(chan time.Time, 9)
	e.tell = func(s step) {
		switch s.did {
		case drafts.DidPlace:
			placed <- time.Now()
		case "read":
			read <- time.Now()
		}
	}
	w := &watcher{e: e, look: journalBeat}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { _, err := w.loop(ctx, nil); ended <- err }()
	next := func(what string, c <-chan time.Time) time.Time {
		t.Helper()
		select {
		case at := <-c:
			return at
		case <-time.After(30 * time.Second):
			t.Fatalf("%s: not in 30 s", what)
			return time.Time{}
		}
	}
	next("the first mail", read)
	for len(a.folder("Drafts")) == 0 && time.Since(due) < 30*time.Second {
		time.Sleep(10 * time.Millisecond)
	}
	late := time.Since(due)
	checked := next("the draft's check", placed).Sub(due) // the program looks whether it lies there once
	if late < 0 || late > time.Second+4*trip {
		t.Errorf("the draft was in Drafts %s after its window opened, want at most %s", late, time.Second+4*trip)
	}
	time.Sleep(2 * time.Second) // back in IDLE
	came := time.Now()
	a.deliver("INBOX", demoTime("2026-10-12T12:00:00Z"), "04-kestrel-invite")
	known := next("the second mail", read).Sub(came)
	// Known of within 1 s and 2 trips; ending IDLE, counting, opening the folder
	// and reading header and text are 6 more.
	if known > time.Second+8*trip {
		t.Errorf("the mail was read %s after it came, want at most %s", known, time.Second+8*trip)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if got := a.folder("Drafts"); len(got) != 1 {
		t.Errorf("Drafts holds %q", got)
	}
	t.Logf("round trip %s: draft in Drafts %s after its window opened (goal %s), found there by the program after %s; a mail read %s after it came",
		trip, late.Round(time.Millisecond), time.Second+4*trip, checked.Round(time.Millisecond), known.Round(time.Millisecond))
}
