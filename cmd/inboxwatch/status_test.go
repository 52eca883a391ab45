package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"inboxwatch/internal/rules"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sampleDecisions makes n decisions that differ in all that status shows:
// every state, draft, window, kind of time, and names from none to far too long.
func sampleDecisions(n int) []rules.Decision {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		panic(err)
	}
	names := []struct{ company, role, contact string }{
		{"Harbourlight Brewing", "Production Planner", ""},
		{"Kestrel & Rowe", "", ""},
		{"", "", "Jane Doe"},
		{"", "", ""},
		{"Saltmarsh Schools Trust", "Logistics Officer (part time, maternity cover until September)", ""},
		{"株式会社みどり商会東京営業本部", "経理", ""},
		{"Evil\x1b[31mCorp\r\n\u202e Ltd", "Tester", ""},
		{"Księgarnia Wawrzyn", "Sprzedawczyni", ""},
		{strings.Repeat("Rindfleischetikettierung", 6), "Aufsicht", ""},
	}
	states := []rules.State{rules.AwaitingReply, rules.Upcoming, rules.OnHold, rules.Advanced, rules.Offered, rules.Rejected, rules.Cancelled, rules.Closed}
	windows := []rules.Window{rules.ThankYou, rules.ContinuedInterest, rules.Call, rules.TrialOffer}
	drafts := []rules.DraftState{rules.DraftWaiting, rules.DraftSent, rules.DraftEdited, rules.DraftDeleted, rules.DraftWithdrawn, rules.DraftIntended}
	out := make([]rules.Decision, n)
	for i := range out {
		name, state := names[i%len(names)], states[i%len(states)]
		at := time.Date(2026, 9, 1+i, 9+i%9, 15*(i%4), 0, 0, london)
		iv := rules.Interview{ID: fmt.Sprintf("interview-%d-%s", i, at.Format(time.DateOnly)), Company: name.company, Role: name.role,
			Contact: rules.Contact{Name: name.contact}, Start: rules.When{At: at}}
		if i%7 == 5 {
			iv.Start.DayOnly = true
		}
		if i%11 == 3 {
			iv.Start = rules.When{}
		}
		for k := range i % 4 {
			iv.Drafts = append(iv.Drafts, rules.DraftEvent{Window: windows[k], State: drafts[(i+k)%len(drafts)]})
		}
		d := rules.Decision{Interview: iv, State: state, Reason: "They declined on Tue 20 Oct (naming the company), and that is why nothing more comes; see it yourself."}
		switch {
		case !stateWords[state].open:
		case i%9 == 0:
			d.Due = &rules.Due{Window: windows[i%4]}
		default:
			d.Next = &rules.Next{Window: windows[i%4], At: at.AddDate(0, 0, 3)}
		}
		out[i] = d
	}
	return out
}

// TestStatusTable: none, one and sixty interviews, on narrow and wide
// terminals, are as the golden files have them, and no line is too long.
func TestStatusTable(t *testing.T) {
	for _, n := range []int{0, 1, 60} {
		for _, width := range []int{40, 60, 80, 120} {
			t.Run(fmt.Sprintf("%d in %d", n, width), func(t *testing.T) {
				var b bytes.Buffer
				if err := writeStatus(&b, sampleDecisions(n), width); err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(b.String()) {
					line = strings.TrimRight(line, "\n")
					// A word that is too long by itself, such as an id, is never cut: it may be copied.
					if ansi.StringWidth(line) > width && len(strings.Fields(line)) > 1 {
						t.Errorf("%d columns: %q", ansi.StringWidth(line), line)
					}
					if i := strings.IndexFunc(line, func(r rune) bool { return r < ' ' || r == '\u202e' }); i >= 0 {
						t.Errorf("steers the terminal: %q", line)
					}
				}
				golden(t, filepath.Join("testdata/status", fmt.Sprintf("%d-in-%d.txt", n, width)), b.Bytes())
			})
		}
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has\n%s\nnot (-update writes it anew)\n%s", path, want, got)
	}
}

// TestStatusAligned: in the table each column begins at the same place in
// every row.
func TestStatusAligned(t *testing.T) {
	for _, width := range []int{80, 100, 120} {
		var b bytes.Buffer
		ds := sampleDecisions(60)
		if err := writeStatus(&b, ds, width); err != nil {
			t.Fatal(err)
		}
		rows := strings.Split(b.String(), "\n")
		starts := []int{strings.Index(rows[0], "When"), strings.Index(rows[0], "Where it stands"), strings.Index(rows[0], "Next step")}
		for i, d := range ds {
			row := rows[i+1]
			for k, words := range []string{brief(d.Interview.Start), stateWords[d.State].words, nextBrief(d)} {
				if got := ansi.Cut(row, starts[k], starts[k]+len(words)); got != words {
					t.Errorf("%d columns, row %d: %q stands where %q should:\n%s\n%s", width, i, got, words, rows[0], row)
				}
			}
		}
	}
}
