package imapwatch_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"
)

// TestWindow: the window begins at a moment, SINCE at a date that each server
// has in a zone of its own. What arrived after the moment is read, whatever the
// zone of the server's clock, and what arrived before is not.
func TestWindow(t *testing.T) {
	for _, hours := range []int{-11, 0, 13} {
		zone := time.FixedZone("", hours*3600)
		for _, hour := range []int{0, 1, 12, 23} {
			since := time.Date(2026, 9, 21, hour, 30, 0, 0, time.UTC)
			m := memory(t, imaptest.Plain)
			for id, at := range map[string]time.Duration{"before@x": -time.Minute, "day-before@x": -24 * time.Hour, "at@x": 0, "after@x": time.Minute, "later@x": 30 * time.Hour} {
				must(t, m.add("INBOX", mail(id, "Interview", "a@x.example"), since.Add(at).In(zone)))
			}
			c := dial(t, m.acc)
			got, _, _ := sync(t, c, find(t, c, imapwatch.Inbox), imapwatch.Cursor{}, imapwatch.SyncOptions{Since: since})
			slices.Sort(got)
			if want := []string{"<after@x>", "<at@x>", "<later@x>"}; !slices.Equal(got, want) {
				t.Errorf("a server %d h from UTC, since %s: read %v", hours, since, got)
			}
		}
	}
}

// TestArriveMeanwhile: mails that arrive while a folder is read are read once,
// by that Sync or the next.
func TestArriveMeanwhile(t *testing.T) {
	m := memory(t, imaptest.Plain)
	var want []string
	add := func(id string) {
		must(t, m.add("INBOX", mail(id, "Interview", "a@x.example"), now))
		want = append(want, "<"+id+">")
	}
	for i := range 50 {
		add(fmt.Sprintf("first%d@x", i))
	}
	c := dial(t, m.acc)
	var got []string
	cur := imapwatch.Cursor{}
	for pass := range 3 {
		// The counters are older than the mails that come before the opening.
		inbox := find(t, c, imapwatch.Inbox)
		add(fmt.Sprintf("counted%d@x", pass))
		looked := 0
		next, st, err := c.Sync(t.Context(), inbox, cur, imapwatch.SyncOptions{
			Header: func(imapwatch.HeaderFields) {
				if looked++; looked == 1 && pass < 2 {
					add(fmt.Sprintf("header%d@x", pass))
				}
			},
		}, func(it imapwatch.Item) error {
			if got = append(got, it.MessageID); len(got)%20 == 1 && pass < 2 {
				add(fmt.Sprintf("body%d@x", len(got)))
			}
			return nil
		})
		if err != nil || st.Doubles > 0 {
			t.Fatalf("pass %d: %+v, %v", pass, st, err)
		}
		cur = next
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("read %d: %v\nof %d: %v", len(got), got, len(want), want)
	}
}

// TestTwoFolders: a mail that lies in two folders under UIDs of its own, as in
// a label and All Mail, is read once: told by its Message-ID, or, where it has
// none, by its date of arrival and its size.
func TestTwoFolders(t *testing.T) {
	p, _ := imaptest.PlayFor("Proton Mail (Bridge)")
	m := memory(t, p)
	nameless := bytes.ReplaceAll(mail("none@x", "Interview", "a@x.example"), []byte("Message-ID"), []byte("X-Was-ID"))
	other := append(bytes.Clone(nameless), "More.\n"...)
	for _, folder := range []string{"INBOX", "All Mail"} {
		must(t, m.add(folder, mail("filler"+folder[:1]+"@x", "Hello", "b@x.example"), now))
		must(t, m.add(folder, mail("one@x", "Interview", "a@x.example"), now.Add(-time.Hour)))
		must(t, m.add(folder, nameless, now))
	}
	must(t, m.add("All Mail", other, now))                      // of another size
	must(t, m.add("All Mail", nameless, now.Add(-time.Minute))) // of another time
	c := dial(t, m.acc)
	read, doubles := map[string]int{}, 0
	for _, role := range []imapwatch.Role{imapwatch.Inbox, imapwatch.All} {
		f := find(t, c, role)
		if !f.Watched {
			t.Errorf("%s is not read", f.Name)
		}
		_, st, err := c.Sync(t.Context(), f, imapwatch.Cursor{}, imapwatch.SyncOptions{}, func(it imapwatch.Item) error {
			read[it.MessageID]++
			return nil
		})
		must(t, err)
		doubles += st.Doubles
	}
	if read["<one@x>"] != 1 || read[""] != 3 || read["<fillerI@x>"] != 1 || read["<fillerA@x>"] != 1 || doubles != 2 {
		t.Errorf("read %v, %d doubles", read, doubles)
	}
}

// TestThreadBeyondWindow: what a mail answers is fetched though it arrived
// long before the window, by its own id or by what it refers to; and nothing
// else is.
func TestThreadBeyondWindow(t *testing.T) {
	m := memory(t, imaptest.Plain)
	long := now.AddDate(0, 0, -200)
	must(t, m.add("INBOX", mail("first@x", "Your application", "a@x.example"), long))
	must(t, m.add("Archive", mail("answer@x", "Re: Your application", "a@x.example", "References: <first@x>\n"), long.AddDate(0, 0, 1)))
	must(t, m.add("INBOX", mail("stranger@x", "Lunch", "a@x.example", "References: <second@x>\n"), long))
	must(t, m.add("INBOX", mail("newest@x", "Interview", "a@x.example", "References: <first@x>\n"), now))
	c := dial(t, m.acc)
	got, _, _ := sync(t, c, find(t, c, imapwatch.Inbox), imapwatch.Cursor{}, imapwatch.SyncOptions{Since: now.AddDate(0, 0, -60)})
	if !slices.Equal(got, []string{"<newest@x>"}) {
		t.Fatalf("read %v", got)
	}
	got = nil
	_, err := c.FetchThread(t.Context(), []string{"<first@x>"}, func(it imapwatch.Item) error {
		got = append(got, it.MessageID)
		return nil
	})
	slices.Sort(got)
	if err != nil || !slices.Equal(got, []string{"<answer@x>", "<first@x>"}) {
		t.Errorf("the thread brought %v, %v", got, err)
	}
}
