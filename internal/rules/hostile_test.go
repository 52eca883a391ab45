package rules

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"
)

// anyMail draws a mail with whatever a stranger may write into it.
func anyMail(t *rapid.T) Event {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "Acme Ltd", "jane@acme.example", "<a@x>", "\x1b[31m", "\u202e"}))
	when := func(label string) time.Time {
		return time.Unix(rapid.Int64Range(-1<<33, 1<<34).Draw(t, label), 0).UTC()
	}
	m := Mail{Account: text.Draw(t, "account"), MessageID: text.Draw(t, "id"), InReplyTo: text.Draw(t, "re"), Date: when("date"),
		References: rapid.SliceOfN(text, 0, 4).Draw(t, "refs"), From: Contact{Address: text.Draw(t, "from")}, Owner: text.Draw(t, "owner"),
		To: []Contact{{Address: text.Draw(t, "to")}}, InSent: rapid.Bool().Draw(t, "sent"), Auto: rapid.Bool().Draw(t, "auto")}
	f := Facts{Kind: rapid.SampledFrom(Kinds).Draw(t, "kind"), Company: text.Draw(t, "company"), Role: text.Draw(t, "role"),
		Contact: Contact{Name: text.Draw(t, "name"), Address: text.Draw(t, "contact")}, PromisedBy: Day(text.Draw(t, "promised")), BackOn: "2026-13-45",
		Calendar: Calendar{UID: text.Draw(t, "uid"), Sequence: rapid.Int().Draw(t, "seq")}, Agency: rapid.Bool().Draw(t, "agency")}
	if rapid.Bool().Draw(t, "dated") {
		f.Start.At, f.End.At = when("start"), when("end")
		f.Start.DayOnly = rapid.Bool().Draw(t, "day")
	} else {
		f.Doubts = []Doubt{{Field: "start", Candidates: []string{text.Draw(t, "candidate")}}}
	}
	return Event{Seen: &Seen{Mail: m, Facts: f}}
}

// TestAnything: no mail makes Fold or Decide fail, depend on the order of
// arrival, give two interviews one id or send a control character on.
func TestAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newWorld().s
		s.Country = "GB"
		events := rapid.SliceOfN(rapid.Custom(anyMail), 1, 8).Draw(t, "mails")
		for i := range events {
			events[i].N = int64(i + 1)
		}
		now := time.Date(2026, 11, 12, 16, 0, 0, 0, time.UTC)
		ivs := Fold(events, s, now)
		back := make([]Event, len(events))
		for i, e := range events {
			back[len(events)-1-i] = e
		}
		if got := Fold(back, s, now); !reflect.DeepEqual(got, ivs) {
			t.Fatalf("another order, other interviews")
		}
		ids := map[string]bool{}
		for _, d := range Decide(ivs, s, now) {
			if ids[d.Interview.ID] || d.Interview.ID == "" {
				t.Fatalf("the id %q is not its own", d.Interview.ID)
			}
			ids[d.Interview.ID] = true
			for _, line := range append(Story(d), d.Reasons...) {
				if strings.IndexFunc(line, unicode.IsControl) >= 0 {
					t.Fatalf("a control character in %q", line)
				}
			}
		}
	})
}

// A header that names the whole mailbox does not tie it together.
func TestReferencesAreCut(t *testing.T) {
	w := newWorld()
	var refs []string
	for i := range 80 {
		refs = append(refs, fmt.Sprintf("<r%d@x>", i))
	}
	w.add(lifeBegins, Event{Seen: &Seen{Mail: Mail{MessageID: "<a@x>", References: refs, Date: lifeBegins}}})
	ts := newThreads(letters(w.events, w.s, lifeBegins))
	if ts.root("<r49@x>") != ts.root("<a@x>") || ts.root("<r50@x>") == ts.root("<a@x>") {
		t.Error("not cut at fifty")
	}
}

// A flood of forged confirmations costs time in proportion, not more.
func TestFlood(t *testing.T) {
	w := newWorld()
	w.fill(500, 2000)
	begun := time.Now()
	ivs := Fold(w.events, w.s, lifeBegins.AddDate(2, 0, 0))
	Decide(ivs, w.s, lifeBegins)
	if took := time.Since(begun); len(ivs) != 500 || took > 20*time.Second {
		t.Errorf("%d interviews in %s", len(ivs), took)
	}
}
