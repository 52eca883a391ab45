package main

import (
	"io"
	"path/filepath"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// TestDueWithinPass: however a pass lies across the moment at which drafts
// become due, either it places them or the next one follows at once. The clock
// passes that moment at each of the pass's looks at it in turn.
func TestDueWithinPass(t *testing.T) {
	for jump := 1; ; jump++ {
		d := newDesk(t, imaptest.Options{})
		d.deliver(threeInterviews...)
		m, err := d.machine(filepath.Join(memDir(t), "state.db"), d.srv.Port, 20*time.Second, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		looks := 0
		m.e.now = func() time.Time {
			if looks++; looks > jump {
				return thanksDue
			}
			return beforeAll
		}
		ds, err := m.e.pass(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		crossed := looks > jump
		placed := len(must(d.srv.Messages("Drafts")))
		until := m.e.wake(ds)
		if placed < 3 && (until.IsZero() || until.After(thanksDue)) {
			t.Errorf("the clock moved after look %d: %d drafts, and nothing more before %s", jump, placed, until)
		}
		if ds, err = m.e.pass(t.Context()); err != nil {
			t.Fatal(err)
		}
		placed = len(must(d.srv.Messages("Drafts")))
		if until = m.e.wake(ds); looks > jump && (placed != 3 || !until.After(thanksDue)) {
			t.Errorf("the clock moved after look %d: %d drafts after a second pass, and the next at %s", jump, placed, until)
		}
		m.close()
		d.srv.Close()
		if !crossed {
			break
		}
	}
}
