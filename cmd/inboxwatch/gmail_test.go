package main

import (
	"bytes"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

const gmailDrafts, gmailAll, gmailTrash = "[Gmail]/Entwürfe", "[Gmail]/Alle Nachrichten", "[Gmail]/Papierkorb"

// gmailDesk is a mailbox at Gmail, in German: a folder is a label, and whatever
// lies in one lies in All Mail too, drafts included.
func gmailDesk(t *testing.T) *desk {
	t.Helper()
	play, ok := imaptest.PlayFor("Gmail in German")
	if !ok {
		t.Fatal("there is no such play")
	}
	d := newDesk(t, imaptest.Options{Play: &play})
	d.deliver(threeInterviews...)
	return d
}

var savedAt = regexp.MustCompile(`(?m)^Date: .*\r\n`)

func (d *desk) messages(folder string) []imaptest.Message {
	d.t.Helper()
	msgs, err := d.srv.Messages(folder)
	if err != nil {
		d.t.Fatal(err)
	}
	return msgs
}

// TestGmailLabels: through 24 days each interview is one, and each draft comes
// once.
func TestGmailLabels(t *testing.T) {
	d := gmailDesk(t)
	defer d.srv.Close()
	state := filepath.Join(memDir(t), "state.db")
	placed := map[string]bool{}
	for day := range 48 {
		d.set(beforeAll.Add(time.Duration(day) * 12 * time.Hour))
		d.mustHeal(state)
		ids := map[string]bool{}
		for _, m := range d.messages(gmailDrafts) {
			if ids[string(m.Raw)] {
				t.Fatalf("a draft lies twice in Drafts at %s", d.clock())
			}
			ids[string(m.Raw)], placed[string(m.Raw)] = true, true
		}
		if all, want := len(d.messages(gmailAll)), len(threeInterviews)+len(ids); all != want {
			t.Fatalf("All Mail holds %d at %s, want %d", all, d.clock(), want)
		}
	}
	d.count(gmailDrafts, 3)
	d.count(gmailTrash, 6)
	if len(placed) != 9 { // three interviews, three windows
		t.Errorf("%d drafts were placed, want 9", len(placed))
	}
	// All Mail holds what lies in INBOX: that is not read a second time.
	if v := d.srv.Verbs(); v["EXAMINE INBOX"] != 0 || v["EXAMINE "+gmailAll] == 0 {
		t.Errorf("INBOX was opened %d times, All Mail %d", v["EXAMINE INBOX"], v["EXAMINE "+gmailAll])
	}
}

// TestGmailEdits: of three thank-yous one is edited (a new UID in Drafts and in
// All Mail), one loses its label only, one goes to Trash. None is made again, and
// the edited one stays as the user wrote it; with the state lost, too, where
// only All Mail still shows the second.
func TestGmailEdits(t *testing.T) {
	for _, lost := range []bool{false, true} {
		d := gmailDesk(t)
		defer d.srv.Close()
		state := filepath.Join(memDir(t), "state.db")
		d.set(beforeAll)
		d.mustHeal(state)
		d.set(thanksDue)
		d.mustHeal(state)
		msgs := d.messages(gmailDrafts)
		if len(msgs) != 3 {
			t.Fatalf("%d drafts, want 3", len(msgs))
		}
		own := []byte("A word of my own first. ")
		for _, err := range []error{
			d.srv.Edit(gmailDrafts, msgs[0].UID, func(raw []byte) []byte {
				// A client writes the header anew as well, with the time of saving.
				raw = savedAt.ReplaceAll(raw, []byte("Date: "+d.clock().Add(time.Minute).Format(time.RFC1123Z)+"\r\n"))
				return bytes.Replace(raw, []byte("\r\n\r\n"), append([]byte("\r\n\r\n"), own...), 1)
			}),
			d.srv.Remove(gmailDrafts, msgs[1].UID),
			d.srv.Move(gmailDrafts, msgs[2].UID, gmailTrash),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		d.count(gmailAll, len(threeInterviews)+2) // all but what is in Trash
		before := d.mustPicture()
		if lost {
			remove(t, state)
		}
		for range 3 {
			d.set(d.clock().Add(time.Hour))
			d.mustHeal(state)
		}
		if now := d.mustPicture(); now != before {
			t.Errorf("state lost: %t: the mailbox changed:\n%s\nwas\n%s", lost, now, before)
		}
		// In the second window what the user wrote is still there.
		d.set(secondsDue)
		d.mustHeal(state)
		kept := 0
		for _, m := range d.messages(gmailDrafts) {
			if bytes.Contains(m.Raw, own) {
				kept++
			}
		}
		if kept != 1 {
			t.Errorf("state lost: %t: the user's own text lies in Drafts %d times, want once", lost, kept)
		}
	}
}
