//go:build unix

package main

import (
	"errors"
	"fmt"
	"net"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"inboxwatch/internal/imapwatch"
)

// TestWatchOneDown: of two accounts one cannot be reached. The other's mail is
// seen as soon as ever, and the one that is down is not asked more often for it.
func TestWatchOneDown(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	var asked atomic.Int32
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			asked.Add(1)
			c.Close()
		}
	}()
	d := newDesk(t, polled())
	defer d.srv.Close()
	start := time.Now()
	d.set(beforeAll)
	v := keepVigil(t, d, func(e *engine) {
		e.now = func() time.Time { return beforeAll.Add(time.Since(start)) } // a clock that goes
		down := e.cfg.Accounts[0]
		down.Name, down.Port = "down", ln.Addr().(*net.TCPAddr).Port
		// The first, so that it fails before the other is served.
		e.cfg.Accounts = append(e.cfg.Accounts[:0:0], down, e.cfg.Accounts[0])
	})
	v.until("the first pass", func() bool { return v.logins() > 0 && asked.Load() > 0 })
	for n, name := range threeInterviews {
		time.Sleep(400 * time.Millisecond)
		came := time.Now()
		d.deliver(name)
		v.until("mail "+name, func() bool { return strings.Count(v.log.String(), "msg=read") > n })
		if took := time.Since(came); took > 2*time.Second {
			t.Errorf("%s was read after %s", name, took)
		}
	}
	took := time.Since(start)
	// At least 2.5 s after the first failure, 5 s after the second.
	if n, most := int(asked.Load()), 1+int(took/(2500*time.Millisecond)); n > most {
		t.Errorf("the account that is down was asked %d times in %s", n, took)
	}
	v.stop()
}

// TestRests: rests grow with failures, end by themselves and with a success,
// last as long as the server asks, and do not hold where the clock was set back.
func TestRests(t *testing.T) {
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	r := rests{}
	first := r.failed("a", errors.New("down"), now)
	for range 3 {
		r.failed("a", errors.New("down"), now)
	}
	fifth := r.failed("a", errors.New("down"), now)
	if first < 2*time.Second || fifth < 30*time.Second || fifth > 2*time.Minute {
		t.Errorf("rests of %s and %s", first, fifth)
	}
	for at, want := range map[time.Duration]bool{0: true, fifth - 1: true, fifth: false, -time.Hour: false} {
		if got := r.holds("a", now.Add(at)); got != want {
			t.Errorf("after %s it holds: %v", at, got)
		}
	}
	if got := r.next(); !got.Equal(now.Add(fifth)) {
		t.Errorf("the next ends at %s", got)
	}
	wish := &imapwatch.Error{Kind: imapwatch.ErrTemporary, After: 20 * time.Minute}
	if got := r.failed("b", fmt.Errorf("read: %w", wish), now); got < wish.After {
		t.Errorf("a server that asked for 20 minutes is asked after %s", got)
	}
	delete(r, "a")
	if r.holds("a", now) || !r.next().After(now.Add(wish.After-1)) {
		t.Error("a success does not end a rest")
	}
	if none := rests(nil); none.failed("a", wish, now) != 0 || none.holds("a", now) || !none.next().IsZero() {
		t.Error("nil rests")
	}
}

// TestWatchdogBeat: systemd hears a sign of life at least twice in the time
// after which the unit has it think that the program hangs.
func TestWatchdogBeat(t *testing.T) {
	m := regexp.MustCompile(`(?m)^WatchdogSec=(.*)in$`).FindStringSubmatch(systemdUnit("/usr/bin/inboxwatch", nil))
	if m == nil {
		t.Fatal("the unit has no WatchdogSec in minutes")
	}
	if most, err := time.ParseDuration(m[1]); err != nil || 2*watchdogBeat > most {
		t.Errorf("a sign of life every %s, where the unit asks for one in %s, %v", watchdogBeat, most, err)
	}
}
