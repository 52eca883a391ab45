package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/journal"
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

// vigil is watch under way on a desk, with a journal that tests may look at
// once it has ended.
type vigil struct {
	t    *testing.T
	d    *desk
	m    *machine
	log  buffer
	stop func() // ends it, and waits until it has
}

// polled is a server without IDLE: what happens in any folder is seen at the
// next look.
func polled() imaptest.Options {
	p := imaptest.Plain
	p.Caps = "IMAP4rev1 UIDPLUS MOVE CHILDREN UNSELECT"
	return imaptest.Options{Play: &p}
}

// keepVigil starts watching with a look at the mailbox every 100 ms and at the
// clock every 50.
func keepVigil(t *testing.T, d *desk, change func(*engine)) *vigil {
	t.Helper()
	v := &vigil{t: t, d: d}
	m, err := d.machine(filepath.Join(memDir(t), "state.db"), d.srv.Port, 20*time.Second, &v.log)
	if err != nil {
		t.Fatal(err)
	}
	v.m = m
	m.e.cfg.Accounts[0].Poll = 100 * time.Millisecond
	if change != nil {
		change(m.e)
	}
	w := &watcher{e: m.e, look: 50 * time.Millisecond, sound: func() error { return nil }}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if _, err := w.loop(ctx, nil); err != nil {
			t.Errorf("watch ended: %v", err)
		}
	}()
	v.stop = func() {
		cancel()
		<-ended
		m.close()
	}
	return v
}

// until waits for something to come true, and for as long as a retry takes.
func (v *vigil) until(what string, ok func() bool) {
	v.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if ok() {
			return
		}
	}
	v.stop()
	v.t.Fatalf("not seen in 20 s: %s\n%s", what, v.log.String())
}

func (v *vigil) holds(folder string, n int) func() bool {
	return func() bool {
		msgs, err := v.d.srv.Messages(folder)
		return err == nil && len(msgs) == n
	}
}

// logins counts the connections made.
func (v *vigil) logins() int { return v.d.srv.Verbs()["LOGIN"] }

// TestWatchClockLeaps: a window that opens while the machine sleeps is seen
// at the next look at the wall clock, however far away the timer is set.
func TestWatchClockLeaps(t *testing.T) {
	d := newDesk(t, polled())
	defer d.srv.Close()
	d.deliver(threeInterviews...)
	d.set(beforeAll)
	v := keepVigil(t, d, nil)
	v.until("the first pass", func() bool { return v.logins() > 0 })
	time.Sleep(300 * time.Millisecond)
	if !v.holds("Drafts", 0)() {
		t.Error("a draft before its time")
	}
	d.set(thanksDue) // four days in no time
	v.until("three thank-yous", v.holds("Drafts", 3))
	d.set(thanksDue.Add(-30 * time.Hour)) // and back
	time.Sleep(300 * time.Millisecond)
	d.set(thanksDue.Add(time.Hour))
	time.Sleep(300 * time.Millisecond)
	v.stop()
	d.count("Drafts", 3)
}

// TestWatchLifetime: a connection past its lifetime is replaced by one new
// one, not asked about again and again.
func TestWatchLifetime(t *testing.T) {
	const life = 700 * time.Millisecond
	d := newDesk(t, polled())
	defer d.srv.Close()
	d.deliver(threeInterviews...)
	d.set(beforeAll)
	v := keepVigil(t, d, func(e *engine) { e.lifetime = life })
	start := time.Now()
	v.until("a third connection", func() bool { return v.logins() >= 3 })
	time.Sleep(life)
	v.stop()
	took := time.Since(start)
	if most := int(took/life) + 1; v.logins() > most {
		t.Errorf("%d connections in %s, want at most %d", v.logins(), took, most)
	}
	// Each pass examines Sent; a new one per connection is enough.
	if n := d.srv.Verbs()["EXAMINE Sent"]; n > 2*v.logins() {
		t.Errorf("Sent was opened %d times over %d connections", n, v.logins())
	}
}

// TestWatchFolders: while watch is under way, folders are renamed, vanish, come
// back, and are numbered anew. Nothing is read as another interview, nothing
// placed twice, and what comes later is still seen.
func TestWatchFolders(t *testing.T) {
	mail := func(name string) []byte {
		raw, err := demoMails.ReadFile("demo/" + name + ".eml")
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	add := func(d *desk, folder, name string) {
		raw := mail(name)
		if _, err := d.srv.Add(folder, raw, mailparse.Parse(raw).Date); err != nil {
			t.Fatal(err)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name   string
		change func(d *desk)
		drafts string // where they are then
	}{
		{"Drafts renamed", func(d *desk) { must(d.srv.RenameFolder("Drafts", "Entwürfe")) }, "Entwürfe"},
		{"Sent renamed", func(d *desk) { must(d.srv.RenameFolder("Sent", "Gesendet")) }, "Drafts"},
		{"Archive vanished", func(d *desk) { must(d.srv.RemoveFolder("Archive")) }, "Drafts"},
		{"Drafts gone for a while", func(d *desk) {
			must(d.srv.RemoveFolder("Drafts"))
			time.Sleep(500 * time.Millisecond)
			must(d.srv.AddFolder("Drafts", `\Drafts`))
		}, "Drafts"},
		{"Archive numbered anew", func(d *desk) {
			must(d.srv.RemoveFolder("Archive"))
			must(d.srv.AddFolder("Archive", `\Archive`))
			add(d, "Archive", "03-harbourlight")
		}, "Drafts"},
		{"INBOX numbered anew", func(d *desk) { // while it is selected
			must(d.srv.RemoveFolder("INBOX"))
			must(d.srv.AddFolder("INBOX", ""))
			add(d, "INBOX", "04-kestrel-invite")
		}, "Drafts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, polled())
			defer d.srv.Close()
			add(d, "Archive", "03-harbourlight")
			add(d, "INBOX", "04-kestrel-invite")
			d.set(beforeAll)
			v := keepVigil(t, d, nil)
			v.until("the first pass", func() bool { return strings.Contains(v.log.String(), "folder=Archive") })
			time.Sleep(300 * time.Millisecond)
			c.change(d)
			time.Sleep(300 * time.Millisecond)
			add(d, "INBOX", "05-saltmarsh")
			time.Sleep(300 * time.Millisecond)
			d.set(thanksDue)
			v.until("three thank-yous", v.holds(c.drafts, 3))
			time.Sleep(300 * time.Millisecond)
			v.stop()
			d.count(c.drafts, 3)
			j, err := journal.Open(v.m.j.Path(), journal.Read)
			must(err)
			defer j.Close()
			l, err := openLedger(j, true)
			must(err)
			e, err := newEngine(v.m.e.cfg, l, d.clock, slog.New(slog.NewTextHandler(io.Discard, nil)))
			must(err)
			if n := len(e.decide()); n != 3 {
				t.Errorf("%d interviews, want 3", n)
			}
		})
	}
}
