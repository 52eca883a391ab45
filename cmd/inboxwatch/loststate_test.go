package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// editions are what a user does to a waiting draft in place, every header of
// ours kept but what is named.
var editions = []struct {
	name   string
	theirs bool
	edit   func(raw []byte) []byte
}{
	{"untouched", false, bytes.Clone},
	{"saved again with the same words", false, func(raw []byte) []byte {
		return bytes.Replace(raw, []byte("MIME-Version"), []byte("User-Agent: Letterbox 2.1\r\nMIME-Version"), 1)
	}},
	{"a word before", true, func(raw []byte) []byte {
		return bytes.Replace(raw, []byte("\r\n\r\n"), []byte("\r\n\r\nA word of my own. "), 1)
	}},
	{"a paragraph after", true, func(raw []byte) []byte {
		return append(bytes.Clone(raw), "\r\nPS: the photographs I promised follow.\r\n"...)
	}},
	{"another subject", true, func(raw []byte) []byte {
		return bytes.Replace(raw, []byte("Subject: "), []byte("Subject: To you: "), 1)
	}},
	{"a copy to a friend", true, func(raw []byte) []byte {
		return bytes.Replace(raw, []byte("Subject: "), []byte("Cc: friend@ashworth.example\r\nSubject: "), 1)
	}},
}

// refusals are what three companies write, two hours after the thank-yous.
func refusals() (out [][]byte) {
	for i, c := range []struct{ from, id, post, firm string }{
		{"Priya Nair <priya.nair@harbourlight.example>", "<CAGk7nQ2pXw41@mail.harbourlight.example>", "Production Planner", "Harbourlight Brewing"},
		{"Daniel Okoro <daniel.okoro@kestrelrowe.example>", "<calendar-7a1c90ff@kestrelrowe.example>", "Supply Chain Analyst", "Kestrel & Rowe"},
		{"\"Ms H. Fenwick\" <h.fenwick@saltmarshtrust.example>", "<000301dd2e11$9c@saltmarshtrust.example>", "Logistics Officer", "Saltmarsh Schools Trust"},
	} {
		out = append(out, fmt.Appendf(nil, "Date: Fri, 16 Oct 2026 12:0%d:00 +0100\nFrom: %s\nTo: robin@ashworth.example\nMessage-ID: <no-%d@refusal.example>\nIn-Reply-To: %s\nSubject: Your interview\nContent-Type: text/plain; charset=utf-8\n\nDear Robin,\n\nThank you for coming to the interview for the %s position at %s.\nUnfortunately we have decided to offer the position to another candidate.\n\nKind regards\n", i, c.from, i, c.id, c.post, c.firm))
	}
	return out
}

// TestLostStateAndRefused: thank-yous wait, the user changed them under our own
// header or did not, the state is lost, damaged or an old copy, and then the
// companies refuse. What nobody touched is withdrawn; of what the user touched
// not a byte changes, neither at once nor in the windows that follow.
func TestLostStateAndRefused(t *testing.T) {
	kept, withdrawn := 0, 0
	for _, loss := range []string{"kept", "lost", "damaged", "an old copy"} {
		for _, ed := range editions {
			t.Run(loss+", "+ed.name, func(t *testing.T) {
				state := filepath.Join(memDir(t), "state.db")
				d := newDesk(t, imaptest.Options{})
				defer d.srv.Close()
				d.deliver(threeInterviews...)
				d.set(beforeAll)
				d.mustHeal(state)
				old, err := os.ReadFile(state)
				if err != nil {
					t.Fatal(err)
				}
				d.set(thanksDue)
				d.mustHeal(state)
				texts := map[string]bool{}
				for _, m := range d.messages("Drafts") {
					if err := d.srv.Edit("Drafts", m.UID, ed.edit); err != nil {
						t.Fatal(err)
					}
					texts[string(ed.edit(m.Raw))] = true
				}
				if loss != "kept" {
					remove(t, state)
				}
				put := map[string][]byte{"damaged": []byte(strings.Repeat("no database ", 500)), "an old copy": old}[loss]
				if put != nil {
					if err := os.WriteFile(state, put, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				for _, raw := range refusals() {
					d.arrive(raw)
				}
				for _, later := range []time.Duration{3 * time.Hour, 5 * 24 * time.Hour, 16 * 24 * time.Hour} {
					d.set(thanksDue.Add(later))
					status := d.mustHeal(state)
					if n := strings.Count(status, `"state": "rejected"`); n != 3 {
						t.Fatalf("%d of 3 are refused:\n%s", n, status)
					}
				}
				waiting, gone := d.messages("Drafts"), len(d.messages("Trash"))
				if ed.theirs && (len(waiting) != 3 || gone != 0) || !ed.theirs && (len(waiting) != 0 || gone != 3) {
					t.Fatalf("%d wait, %d were withdrawn", len(waiting), gone)
				}
				for _, m := range waiting {
					if !texts[string(m.Raw)] {
						t.Errorf("no draft of the user's:\n%s", m.Raw)
					}
				}
				kept, withdrawn = kept+len(waiting), withdrawn+gone
			})
		}
	}
	t.Logf("%d touched drafts kept byte for byte, %d untouched ones withdrawn", kept, withdrawn)
}
