package imapwatch

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// idling dials a scripted server and waits on it with a short IDLE.
func idling(t *testing.T, script func(*imaptest.FakeCommand) bool) *Client {
	t.Helper()
	f, err := imaptest.StartFake([]imaptest.Message{{UID: 1, Raw: imaptest.CRLF(letter("one@x")), Arrived: time.Now()}}, script)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	c, err := Dial(t.Context(), Account{Name: "t", Host: f.Host, Port: f.Port, Security: "none", Username: "sam",
		Secret: func(context.Context) (string, error) { return "x", nil }, Poll: 50 * time.Millisecond, Timeout: time.Second}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	c.opts.idle = 50 * time.Millisecond
	if _, err := c.Folders(t.Context()); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestIdleRestarts: IDLE is left and begun anew every period, which is one that
// no NAT forgets and no server calls too often.
func TestIdleRestarts(t *testing.T) {
	if idlePeriod < 4*time.Minute || idlePeriod > 5*time.Minute {
		t.Errorf("IDLE is restarted every %s", idlePeriod)
	}
	var idles atomic.Int32
	c := idling(t, func(cmd *imaptest.FakeCommand) bool {
		if cmd.Verb == "IDLE" {
			idles.Add(1)
		}
		return false
	})
	if r, err := c.Wait(t.Context(), time.Now().Add(time.Second)); r != Due || err != nil {
		t.Fatalf("waited: %s, %v", r, err)
	}
	if n := idles.Load(); n < 5 || n > 20 {
		t.Errorf("%d IDLEs of 50 ms in a second", n)
	}
}

// TestIdleThatLies: a server takes IDLE and tells nothing in it. The look
// between two of them finds the mail, and from then on the server is asked
// every Poll.
func TestIdleThatLies(t *testing.T) {
	var idles, noops atomic.Int32
	var news atomic.Bool
	c := idling(t, func(cmd *imaptest.FakeCommand) bool {
		switch cmd.Verb {
		case "IDLE":
			idles.Add(1)
			news.Store(true)
		case "NOOP":
			noops.Add(1)
			if news.CompareAndSwap(true, false) {
				cmd.Say("* 2 EXISTS\r\n{tag} OK done\r\n")
				return true
			}
		}
		return false
	})
	for _, want := range []Reason{NewMail, Due} {
		if r, err := c.Wait(t.Context(), time.Now().Add(time.Second)); r != want || err != nil {
			t.Fatalf("waited: %s, %v; want %s", r, err, want)
		}
	}
	if idles.Load() != 1 || noops.Load() < 5 {
		t.Errorf("%d IDLEs and %d NOOPs", idles.Load(), noops.Load())
	}
}

// TestIdleHalfOpen: the server is gone without a word, as behind a NAT that
// forgot: leaving IDLE gets no answer, which ends the wait within the timeout.
func TestIdleHalfOpen(t *testing.T) {
	c := idling(t, func(cmd *imaptest.FakeCommand) bool {
		if cmd.Verb != "IDLE" {
			return false
		}
		cmd.Say("+ idling\r\n")
		cmd.Hang()
		return true
	})
	start := time.Now()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	_, err := c.Wait(ctx, time.Time{})
	if took := time.Since(start); err == nil || ctx.Err() != nil || took > 5*time.Second {
		t.Errorf("waited %s: %v", took, err)
	}
	if !c.Old() {
		t.Error("the connection counts as sound")
	}
}
