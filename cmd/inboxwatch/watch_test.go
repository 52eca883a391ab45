//go:build unix

package main

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"inboxwatch/internal/imaptest/realtest"
)

// buffer is a bytes.Buffer that several goroutines may use.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

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
	if !strings.Contains(out.String(), "Put into Drafts: thank-you for Harbourlight Brewing") {
		t.Errorf("watch said: %s", out.String())
	}
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
