package main

import (
	"path/filepath"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// TestGmailLabels: at Gmail a folder is a label, and whatever lies in one lies
// in All Mail too, drafts included. Through 24 days each interview is one, and
// each draft comes once.
func TestGmailLabels(t *testing.T) {
	play, ok := imaptest.PlayFor("Gmail in German")
	if !ok {
		t.Fatal("there is no such play")
	}
	d := newDesk(t, imaptest.Options{Play: &play})
	defer d.srv.Close()
	const drafts, all = "[Gmail]/Entwürfe", "[Gmail]/Alle Nachrichten"
	d.deliver(threeInterviews...)
	labelled := map[string]bool{} // what All Mail holds, by its bytes
	label := func(folder string) {
		msgs, err := d.srv.Messages(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range msgs {
			if !labelled[string(m.Raw)] {
				labelled[string(m.Raw)] = true
				if _, err := d.srv.Add(all, m.Raw, m.Arrived, m.Flags...); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	label("INBOX")
	state := filepath.Join(memDir(t), "state.db")
	placed := map[string]bool{}
	for day := range 48 {
		d.set(beforeAll.Add(time.Duration(day) * 12 * time.Hour))
		if _, err := d.heal(state); err != nil {
			t.Fatalf("at %s: %v", d.clock(), err)
		}
		msgs, err := d.srv.Messages(drafts)
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for _, m := range msgs {
			if ids[string(m.Raw)] {
				t.Fatalf("a draft lies twice in Drafts at %s", d.clock())
			}
			ids[string(m.Raw)], placed[string(m.Raw)] = true, true
		}
		label(drafts)
	}
	d.count(drafts, 3)
	if len(placed) != 9 { // three interviews, three windows
		t.Errorf("%d drafts were placed, want 9", len(placed))
	}
}
