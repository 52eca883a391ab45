package rules

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestLives plays generated lives and holds what must be true of all.
func TestLives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newLife(t)
		now := lifeBegins
		for range rapid.IntRange(5, 25).Draw(t, "steps") {
			now = after(t, now, 60, "step")
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				l.lose()
			case 1:
				l.userActs(t, now)
			case 2:
				if l.marks {
					l.markSomething(t, now)
				}
			case 3:
				_ = l.crash(now, rapid.Bool().Draw(t, "stored")) // nothing due: nothing to crash in
			default:
				l.passAndCheck(t, now)
			}
		}
		l.orderDoesNotMatter(t, now)
	})
}

func (l *life) userActs(t *rapid.T, now time.Time) {
	l.look(now)
	verb := rapid.SampledFrom([]string{"sends", "resends", "edits", "deletes", "stars"}).Draw(t, "verb")
	window := rapid.SampledFrom([]Window{ThankYou, ContinuedInterest, Call, TrialOffer}).Draw(t, "of window")
	for _, d := range l.decide(now) {
		if f := l.firmOf(d.Interview); l.user(now, verb, window, d.Interview.ID) == nil {
			if (verb == "sends" || verb == "resends") && window != Call {
				f.own = append(f.own, now)
			}
			return
		}
	}
}

func (l *life) markSomething(t *rapid.T, now time.Time) {
	ivs := l.fold(now)
	l.decide(now)
	if len(ivs) == 0 {
		return
	}
	marks := []Mark{{Went: "badly"}, {Wait: 30 * time.Hour}, {Vacancy: "open", Fit: "yes"}, {Outcome: "rejected"}, {Undo: true},
		{JobAtRisk: "no"}, {Role: "Cook"}, {Contact: &Contact{Address: "other@elsewhere.example"}}}
	m := marks[rapid.IntRange(0, len(marks)-1).Draw(t, "mark")]
	m.Interview = ivs[rapid.IntRange(0, len(ivs)-1).Draw(t, "marked")].ID
	l.add(now, Event{Mark: &m})
}

func (l *life) passAndCheck(t *rapid.T, now time.Time) {
	before := len(l.box)
	edited := map[string]bool{}
	for id, p := range l.box {
		edited[id] = p.edited
	}
	known := map[string]bool{}
	for id := range l.box {
		known[id] = true
	}
	l.pass(now)
	for id, p := range l.box {
		if edited[id] && p.folder == "Trash" && p.withdrawn {
			t.Fatalf("%s: an edited draft was withdrawn", now)
		}
		if !known[id] {
			l.checkPlaced(t, p, now)
		}
	}
	l.checkOnce(t, now)
	l.checkNothingMissed(t, now)
	l.checkNextAt(t, now)
	n, events := len(l.box), len(l.events)
	l.pass(now)
	if len(l.box) != n || len(l.events) != events {
		t.Fatalf("%s: running twice changed something (%d drafts before)", now, before)
	}
}

// checkPlaced holds what must be true of every new draft.
func (l *life) checkPlaced(t *rapid.T, p *paper, now time.Time) {
	f := l.firmOf(p.of)
	switch {
	case f == nil:
		t.Fatalf("%s: a draft for nobody", now)
	case !f.inWindow(p.window, now):
		t.Fatalf("%s: %s outside its window, T was %s", now, p.window, f.t(now))
	case f.ended(now):
		t.Fatalf("%s: %s after the end", now, p.window)
	case p.window != ThankYou && now.Before(f.heldUntil(now, l.s.Location)):
		t.Fatalf("%s: %s before %s", now, p.window, f.heldUntil(now, l.s.Location))
	case p.window != Call && !f.gapOver(now):
		t.Fatalf("%s: %s within min_gap", now, p.window)
	case f.wrote(p.window, now) && p.window != TrialOffer:
		t.Fatalf("%s: %s though the user wrote", now, p.window)
	}
}

// checkOnce: one draft for an interview and window that we did not withdraw,
// and one untouched draft to a person.
func (l *life) checkOnce(t *rapid.T, now time.Time) {
	drafts, people := map[string]int{}, map[string]int{}
	for _, p := range l.box {
		if !p.withdrawn {
			drafts[p.of.Company+" "+string(p.window)]++
		}
		if p.folder == "Drafts" && !p.edited && p.window != Call {
			people[p.to]++
		}
	}
	for k, n := range drafts {
		if n > 1 {
			t.Fatalf("%s: %d drafts: %s", now, n, k)
		}
	}
	for k, n := range people {
		if n > 1 {
			t.Fatalf("%s: %d untouched drafts wait to %s", now, n, k)
		}
	}
}

// checkNothingMissed: what is right now lies in Drafts, or did.
func (l *life) checkNothingMissed(t *rapid.T, now time.Time) {
	if l.marks {
		return
	}
	for _, f := range l.firms {
		for _, w := range []Window{ThankYou, ContinuedInterest, Call} {
			right := f.inWindow(w, now) && !f.ended(now) && !f.wrote(w, now) && !f.shared && (w == Call || f.gapOver(now)) &&
				(w == ThankYou || !now.Before(f.heldUntil(now, l.s.Location)))
			if !right {
				continue
			}
			there := false
			for _, p := range l.box {
				there = there || (l.firmOf(p.of) == f && (p.window == w || w == Call && p.window == TrialOffer))
			}
			if !there {
				t.Fatalf("%s: no %s for firm %d, T was %s", now, w, f.n, f.t(now))
			}
		}
	}
}

// checkNextAt: the decision stays as it is until NextAt, and changes then.
func (l *life) checkNextAt(t *rapid.T, now time.Time) {
	ivs := l.fold(now)
	ds := Decide(ivs, l.s, now)
	for i, d := range ds {
		end := d.NextAt
		if end.IsZero() {
			end = now.AddDate(1, 0, 0)
		} else if alike(Decide(ivs, l.s, end)[i], d) {
			t.Fatalf("%s: nothing changes at NextAt %s of %s", now, end, d.Interview.ID)
		}
		between := now.Add(time.Duration(rapid.Int64Range(0, int64(end.Sub(now))-1).Draw(t, "between")))
		for _, at := range []time.Time{between, end.Add(-time.Nanosecond)} {
			if x := Decide(ivs, l.s, at)[i]; !alike(x, d) {
				t.Fatalf("%s: %s changes at %s, before NextAt %s\n%v\n%v", now, d.Interview.ID, at, d.NextAt, d.Reasons, x.Reasons)
			}
		}
	}
}

// orderDoesNotMatter: the same events in any order fold to the same.
func (l *life) orderDoesNotMatter(t *rapid.T, now time.Time) {
	want := l.fold(now)
	for i := range uint64(3) {
		events := slices.Clone(l.events)
		r := rand.New(rand.NewPCG(i, uint64(len(events))))
		r.Shuffle(len(events), func(a, b int) { events[a], events[b] = events[b], events[a] })
		if got := Fold(events, l.s, now); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order, other interviews:\n%+v\n%+v", got, want)
		}
	}
}
