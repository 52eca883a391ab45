package rules

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestMain(m *testing.M) {
	flag.Parse()
	if f := flag.Lookup("rapid.checks"); f != nil && f.Value.String() == f.DefValue {
		checks := "2000"
		if testing.Short() {
			checks = "200"
		}
		if err := f.Value.Set(checks); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// firm is one application in a generated life, with what is true of it.
type firm struct {
	n       int
	contact string
	shared  bool // its contact is another firm's too
	start   time.Time
	moved   time.Time // date of the reschedule, zero for none
	start2  time.Time
	mails   []truth
	own     []time.Time
}

// truth is a mail of the other side as the generator meant it.
type truth struct {
	kind     Kind
	at       time.Time
	promised Day
	back     Day
}

// life is a mailbox of some weeks, generated.
type life struct {
	*world
	firms []*firm
	marks bool
}

var lifeBegins = time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)

// after draws a moment within so many hours of from.
func after(t *rapid.T, from time.Time, hours int, label string) time.Time {
	return from.Add(time.Duration(rapid.IntRange(0, hours*60).Draw(t, label)) * time.Minute)
}

func newLife(t *rapid.T) *life {
	l := &life{world: newWorld(), marks: rapid.Bool().Draw(t, "marks")}
	var mails []Event
	for n := range rapid.IntRange(1, 3).Draw(t, "firms") {
		f := &firm{n: n, contact: fmt.Sprintf("p%d@firm%d.example", n, n)}
		if n == 1 && rapid.Bool().Draw(t, "share") {
			f.contact, f.shared, l.firms[0].shared = l.firms[0].contact, true, true
		}
		l.firms = append(l.firms, f)
		mails = append(mails, f.generate(t)...)
	}
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "arrival"), 0))
	r.Shuffle(len(mails), func(a, b int) { mails[a], mails[b] = mails[b], mails[a] })
	for _, e := range mails {
		l.add(lifeBegins, e)
	}
	return l
}

// generate lets the firm write, and the user to it.
func (f *firm) generate(t *rapid.T) []Event {
	confirmed := lifeBegins.Add(time.Duration(f.n) * time.Hour)
	f.start = after(t, lifeBegins.Add(72*time.Hour), 10*24, "start")
	out := []Event{f.mail(Confirmation, confirmed, Facts{Start: When{At: f.start}})}
	if rapid.Bool().Draw(t, "reminder") {
		out = append(out, f.mail(Confirmation, f.start.Add(-24*time.Hour), Facts{Start: When{At: f.start}}))
	}
	if rapid.IntRange(0, 3).Draw(t, "moves") == 0 {
		f.moved = after(t, f.start.Add(-20*time.Hour), 19, "moved")
		f.start2 = after(t, f.moved.Add(24*time.Hour), 6*24, "start2")
		out = append(out, f.mail(Reschedule, f.moved, Facts{Start: When{At: f.start2}}))
	}
	kinds := []Kind{Reply, Reply, Reply, AutoReply, Acknowledgement, Other, Rejection, Offer, Invitation}
	for range rapid.IntRange(0, 3).Draw(t, "answers") {
		m := truth{kind: rapid.SampledFrom(kinds).Draw(t, "kind"), at: after(t, confirmed, 50*24, "at")}
		day := DayOf(m.at.AddDate(0, 0, rapid.IntRange(1, 12).Draw(t, "days")))
		facts := Facts{}
		switch {
		case m.kind == AutoReply:
			m.back, facts.BackOn = day, day
		case m.kind == Reply && rapid.Bool().Draw(t, "promise"):
			m.promised, facts.PromisedBy = day, day
		}
		f.mails = append(f.mails, m)
		out = append(out, f.mail(m.kind, m.at, facts))
	}
	for range rapid.IntRange(0, 2).Draw(t, "own") {
		at := after(t, f.start, 20*24, "wrote")
		f.own = append(f.own, at)
		out = append(out, Event{Seen: &Seen{Mail: Mail{Account: "personal", MessageID: fmt.Sprintf("<own%d-%d-%d@x>", f.n, len(f.own), at.Unix()), Date: at,
			InSent: true, FromOwner: true, Owner: "sam@okafor.example", To: []Contact{{Address: f.contact}}}, Facts: Facts{Kind: Other}}})
	}
	if rapid.Bool().Draw(t, "copies") {
		for _, e := range slices.Clone(out) {
			c := *e.Seen
			c.Mail.Account = "archive"
			out = append(out, Event{Seen: &c})
		}
	}
	return out
}

func (f *firm) mail(k Kind, at time.Time, facts Facts) Event {
	facts.Kind, facts.Company, facts.Role = k, fmt.Sprintf("Firm%d Ltd", f.n), fmt.Sprintf("Role%d", f.n)
	facts.Contact = Contact{Name: "P", Address: f.contact}
	return Event{Seen: &Seen{Mail: Mail{Account: "personal", MessageID: fmt.Sprintf("<%s%d-%d-%d@x>", k, f.n, len(f.mails), at.Unix()), Date: at,
		References: []string{fmt.Sprintf("<t%d@x>", f.n)}, From: Contact{Address: f.contact}, Owner: "sam@okafor.example",
		Auto: k == AutoReply || k == Acknowledgement}, Facts: facts}}
}

// t is when the interview ends, as is known at now.
func (f *firm) t(now time.Time) time.Time {
	if !f.moved.IsZero() && !now.Before(f.moved) {
		return f.start2.Add(time.Hour)
	}
	return f.start.Add(time.Hour)
}

func (f *firm) ended(now time.Time) bool {
	for _, m := range f.mails {
		if slices.Contains([]Kind{Rejection, Offer, Invitation}, m.kind) && !m.at.After(now) && !m.at.Before(f.t(now)) {
			return true
		}
	}
	return false
}

// heldUntil is the latest hold on the second mail and the call.
func (f *firm) heldUntil(now time.Time, loc *time.Location) time.Time {
	var out time.Time
	for _, m := range f.mails {
		if m.at.After(now) {
			continue
		}
		switch {
		case m.promised != "":
			d, _ := m.promised.In(loc)
			for d = d.AddDate(0, 0, 1); weekend(d); {
				d = d.AddDate(0, 0, 1)
			}
			out = later(out, d)
		case m.back != "":
			d, _ := m.back.In(loc)
			out = later(out, d)
		case m.kind == Reply && !m.at.Before(f.t(now)):
			out = later(out, m.at.Add(7*24*time.Hour))
		}
	}
	return out
}

var spansOfTruth = map[Window][2]int{ThankYou: {0, 3 * 24}, ContinuedInterest: {3 * 24, 14 * 24}, Call: {14 * 24, 42 * 24}, TrialOffer: {14 * 24, 42 * 24}}

func (f *firm) inWindow(w Window, now time.Time) bool {
	s := spansOfTruth[w]
	since := now.Sub(f.t(now))
	return since >= time.Duration(s[0])*time.Hour && since < time.Duration(s[1])*time.Hour
}

// wrote reports whether the user wrote to the firm within the window.
func (f *firm) wrote(w Window, now time.Time) bool {
	for _, at := range f.own {
		s := spansOfTruth[w]
		since := at.Sub(f.t(now))
		if !at.After(now) && since >= time.Duration(s[0])*time.Hour && since < time.Duration(s[1])*time.Hour {
			return true
		}
	}
	return false
}

func (f *firm) gapOver(now time.Time) bool {
	for _, at := range f.own {
		if !at.After(now) && !at.Before(f.t(now)) && now.Before(at.Add(48*time.Hour)) {
			return false
		}
	}
	return true
}

// firmOf finds the firm by the company that an interview names.
func (l *life) firmOf(iv Interview) *firm {
	for _, f := range l.firms {
		if iv.Company == fmt.Sprintf("Firm%d Ltd", f.n) {
			return f
		}
	}
	return nil
}
