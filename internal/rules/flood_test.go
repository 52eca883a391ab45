package rules

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"
)

var floodSize = flag.Int("flood", 2000, "mails in each flood of one firm")

// floods are what one firm, or somebody who poses as it, may send.
var floods = []struct {
	name string
	mail func(i int, at time.Time) (Mail, Facts)
}{
	{"a confirmation for every day, one thread", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Confirmation, Start: When{At: at.AddDate(0, 0, i%3000+1)}}
	}},
	{"a confirmation for every hour, one thread", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Confirmation, Start: When{At: at.Add(time.Duration(i+24) * time.Hour)}}
	}},
	{"a confirmation for every minute, a thread each", func(i int, at time.Time) (Mail, Facts) {
		return Mail{}, Facts{Kind: Confirmation, Start: When{At: at.Add(time.Duration(i) * time.Minute)}}
	}},
	{"a confirmation for every day, a thread each", func(i int, at time.Time) (Mail, Facts) {
		return Mail{}, Facts{Kind: Confirmation, Start: When{At: at.AddDate(0, 0, i+1)}}
	}},
	{"a role each", func(i int, at time.Time) (Mail, Facts) {
		return Mail{}, Facts{Kind: Confirmation, Role: fmt.Sprintf("role%d", i), Start: When{At: at.AddDate(0, 0, i%300+1)}}
	}},
	{"a calendar event each", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Confirmation, Start: When{At: at.Add(time.Duration(i+24) * time.Hour)}, Calendar: Calendar{UID: fmt.Sprint(i)}}
	}},
	{"the same again and again", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Confirmation, Start: When{At: at.AddDate(0, 0, 3)}}
	}},
	{"moved again and again", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Reschedule, Start: When{At: at.AddDate(0, 0, i%3000+1)}}
	}},
	{"replies", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Reply}
	}},
	{"rejections", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Rejection}
	}},
	{"a contact each", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Confirmation, Start: When{At: at.AddDate(0, 0, i%300+1)}, Contact: Contact{Address: fmt.Sprintf("p%d@flood.example", i)}}
	}},
	{"no time", func(i int, at time.Time) (Mail, Facts) {
		return Mail{}, Facts{Kind: Confirmation}
	}},
	{"one answer, many companies' names", func(i int, at time.Time) (Mail, Facts) {
		return Mail{References: []string{"<t@x>"}}, Facts{Kind: Confirmation, Company: fmt.Sprintf("Flood%d", i), Start: When{At: at.AddDate(0, 0, i%300+1)}}
	}},
}

// flooded is a mailbox with n mails of one flood.
func flooded(n int, mail func(i int, at time.Time) (Mail, Facts)) *world {
	w := newWorld()
	first := time.Date(2026, 9, 1, 9, 0, 0, 0, w.s.Location)
	for i := range n {
		at := first.Add(time.Duration(i) * time.Second)
		m, facts := mail(i, first)
		m.Account, m.MessageID, m.Date, m.Owner = "personal", fmt.Sprintf("<flood%d@flood.example>", i), at, "sam@okafor.example"
		m.From = Contact{Address: "jane@flood.example"}
		if facts.Company == "" {
			facts.Company = "Flood Ltd"
		}
		if facts.Contact.Address == "" {
			facts.Contact = m.From
		}
		w.add(at, Event{Seen: &Seen{Mail: m, Facts: facts}})
	}
	return w
}

// TestFloodOfOneFirm: what costs the square, or the cube, of a flood from one
// firm is cut short, and in the same way in whatever order the mails came.
func TestFloodOfOneFirm(t *testing.T) {
	const most = 20 * time.Second
	for _, f := range floods {
		t.Run(f.name, func(t *testing.T) {
			w := flooded(*floodSize, f.mail)
			now := time.Date(2026, 9, 6, 9, 0, 0, 0, w.s.Location)
			var a, b runtime.MemStats
			runtime.ReadMemStats(&a)
			begun := time.Now()
			ivs := Fold(w.events, w.s, now)
			folded := time.Since(begun)
			Decide(ivs, w.s, now)
			took := time.Since(begun)
			runtime.ReadMemStats(&b)
			t.Logf("%d mails: %d interviews folded in %s, decided in %s, %d MB", *floodSize, len(ivs), folded.Round(time.Millisecond), (took - folded).Round(time.Millisecond), (b.TotalAlloc-a.TotalAlloc)>>20)
			if took > most {
				t.Errorf("took %s, want at most %s", took, most)
			}

			w = flooded(5*crowd, f.mail)
			ivs = Fold(w.events, w.s, now)
			rand.Shuffle(len(w.events), func(i, j int) { w.events[i], w.events[j] = w.events[j], w.events[i] })
			if got := Fold(w.events, w.s, now); !reflect.DeepEqual(got, ivs) {
				t.Errorf("another order, other interviews")
			}
		})
	}
}

// A flood that poses as the firm hides nothing that stands in the true thread.
func TestFloodHidesNoAnswer(t *testing.T) {
	for _, f := range floods {
		if f.name == "rejections" || f.name == "moved again and again" {
			continue // what one such mail from the contact does, too
		}
		t.Run(f.name, func(t *testing.T) {
			w := flooded(5*crowd, f.mail)
			loc := w.s.Location
			told := Mail{Account: "personal", MessageID: "<true@acme.example>", Date: time.Date(2026, 8, 28, 9, 0, 0, 0, loc), Owner: "sam@okafor.example",
				From: Contact{Address: "jane@flood.example"}}
			w.add(told.Date, Event{Seen: &Seen{Mail: told, Facts: Facts{Kind: Confirmation, Company: "Flood Ltd", Contact: told.From, Start: When{At: time.Date(2026, 8, 31, 9, 0, 0, 0, loc)}}}})
			no := told
			no.MessageID, no.InReplyTo, no.Date = "<no@acme.example>", told.MessageID, time.Date(2026, 9, 4, 9, 0, 0, 0, loc)
			w.add(no.Date, Event{Seen: &Seen{Mail: no, Facts: Facts{Kind: Rejection, Company: "Flood Ltd", Contact: told.From}}})
			now := time.Date(2026, 9, 6, 9, 0, 0, 0, loc)
			for _, d := range Decide(Fold(w.events, w.s, now), w.s, now) {
				if slices.Contains(d.Interview.Tellings, told.MessageID) {
					if d.State != Rejected && d.State != Advanced {
						t.Errorf("the refused interview is %s", d.State)
					}
					return
				}
			}
			t.Error("the true interview is not among them")
		})
	}
}
