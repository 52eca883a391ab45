package rules

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Decide says for every interview what is right at now: its state, the draft
// that is due, those to be withdrawn, and when that changes by itself. It
// needs all interviews, for one person gets one draft at a time and trial
// offers are counted. Carry the withdrawals out first and decide again before
// the due drafts are placed.
func Decide(all []Interview, s Settings, now time.Time) []Decision {
	vs := views(all, s)
	out := make([]Decision, len(vs))
	index := map[*view]int{}
	for i, v := range vs {
		index[v] = i
	}
	for _, t := range tables(vs) {
		ds := t.at(now)
		t.setNextAt(ds, now)
		for i, v := range t {
			out[index[v]] = ds[i]
		}
	}
	return out
}

// table is a set of interviews whose decisions depend on each other, in the
// order in which they are served.
type table []*view

// tables puts together those who share a contact or for whom a trial is asked.
func tables(vs []*view) []table {
	byKey := map[string]int{}
	var out []table
	sorted := slices.Clone(vs)
	slices.SortStableFunc(sorted, func(a, b *view) int {
		if c := a.t.Compare(b.t); c != 0 {
			return c
		}
		return cmp.Compare(a.iv.ID, b.iv.ID)
	})
	parent := make([]int, len(sorted))
	root := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	for i, v := range sorted {
		parent[i] = i
		for _, k := range v.shares() {
			if j, ok := byKey[k]; ok {
				a, b := root(i), root(j)
				parent[max(a, b)] = min(a, b)
			} else {
				byKey[k] = i
			}
		}
	}
	at := map[int]int{}
	for i, v := range sorted {
		r := root(i)
		if _, ok := at[r]; !ok {
			at[r] = len(out)
			out = append(out, nil)
		}
		out[at[r]] = append(out[at[r]], v)
	}
	return out
}

// shares names what the interview competes for with others.
func (v *view) shares() []string {
	var out []string
	if a := address(v.iv.Contact.Address); a != "" {
		out = append(out, a)
	}
	trial := v.acc.said.starred || v.acc.said.fit == "yes" && v.acc.said.vacancy == "open"
	for _, d := range v.iv.Drafts {
		trial = trial || d.Window == TrialOffer
		if a := address(d.To); a != "" && d.Window != Call {
			out = append(out, a)
		}
	}
	if trial {
		out = append(out, "trial offer")
	}
	return out
}

// at decides on the whole table, each with those before it in view.
func (t table) at(now time.Time) []Decision {
	out, p := make([]Decision, len(t)), t.pending(now)
	for i, v := range t {
		out[i] = v.at(now, p.besides(v))
		if due := out[i].Due; due != nil {
			p.give(due)
		}
	}
	return out
}

// others is what the rest of the table means for one interview.
type others struct {
	trials int    // trial offers open elsewhere
	busy   string // why nothing can go to the contact now, or ""
}

// pending is what waits in the whole table at one moment, and what was given
// to its first interviews just now.
type pending struct {
	trial   map[*view]bool     // whose trial offer is open
	waiting map[string][]*view // to whom an untouched draft waits, by address
	trials  int                // given now
	given   map[string]bool    // addresses that were given a draft now
}

func (t table) pending(now time.Time) pending {
	var p pending // its maps are made when needed: a table is one interview, most times
	for _, v := range t {
		if v.has(TrialOffer, DraftIntended, DraftWaiting, DraftEdited, DraftSent) && v.ended(now) == nil {
			if p.trial == nil {
				p.trial = map[*view]bool{}
			}
			p.trial[v] = true
		}
		for _, d := range v.iv.Drafts {
			to := address(d.To)
			waits := d.State == DraftWaiting || d.State == DraftIntended && v.inTime(d, now)
			if waits && d.Window != Call && to != "" && !slices.Contains(p.waiting[to], v) {
				if p.waiting == nil {
					p.waiting = map[string][]*view{}
				}
				p.waiting[to] = append(p.waiting[to], v)
			}
		}
	}
	return p
}

func (p *pending) give(d *Due) {
	if d.Window == TrialOffer {
		p.trials++
	}
	if !d.ToSelf {
		if p.given == nil {
			p.given = map[string]bool{}
		}
		p.given[address(d.To.Address)] = true
	}
}

// besides is what all that means for v.
func (p *pending) besides(v *view) others {
	o := others{trials: p.trials + len(p.trial)}
	if p.trial[v] {
		o.trials--
	}
	to := address(v.iv.Contact.Address)
	if to == "" {
		return o
	}
	const why = "another draft to the same person still waits"
	if p.given[to] {
		o.busy = why
	}
	for _, w := range p.waiting[to] {
		if w != v {
			o.busy = why + " (" + w.iv.ID + ")"
			break
		}
	}
	return o
}

// inTime reports whether an attempt may still become a draft.
func (v *view) inTime(d DraftEvent, now time.Time) bool {
	r := rowOf(d.Window)
	return r != nil && d.Stale == "" && v.ended(now) == nil && now.Before(v.b.at[r.Until])
}

// has reports whether a draft for the window stands in one of the states.
func (v *view) has(w Window, states ...DraftState) bool {
	for _, d := range v.iv.Drafts {
		if d.Window == w && slices.Contains(states, d.State) {
			return true
		}
	}
	return false
}

// setNextAt finds for every decision the first moment at which it would be
// another if nothing else happened, by trying each. In a crowd that would take
// too long, and each is given the first moment that may be it.
func (t table) setNextAt(now []Decision, at time.Time) {
	if len(t) > crowd {
		for k, v := range t {
			for _, m := range v.moments() {
				if m.After(at) && (now[k].NextAt.IsZero() || m.Before(now[k].NextAt)) {
					now[k].NextAt = m
				}
			}
		}
		return
	}
	var moments []time.Time
	for _, v := range t {
		moments = append(moments, v.moments()...)
	}
	slices.SortFunc(moments, time.Time.Compare)
	open := len(t)
	for i, m := range moments {
		if !m.After(at) || (i > 0 && m.Equal(moments[i-1])) {
			continue
		}
		for k, d := range t.at(m) {
			if now[k].NextAt.IsZero() && !alike(d, now[k]) {
				now[k].NextAt = m
				open--
			}
		}
		if open == 0 {
			return
		}
	}
}

// alike reports whether two decisions ask for the same and say the same.
func alike(a, b Decision) bool {
	same := a.State == b.State && a.Window == b.Window && a.Reason == b.Reason &&
		(a.Next == nil) == (b.Next == nil) && (a.Due == nil) == (b.Due == nil) &&
		(a.Window == "" || slices.Equal(a.Guards, b.Guards)) && slices.Equal(a.Withdraw, b.Withdraw)
	if same && a.Next != nil {
		same = a.Next.Window == b.Next.Window && a.Next.At.Equal(b.Next.At)
	}
	if same && a.Due != nil {
		same = *a.Due == *b.Due
	}
	return same
}

// TooMany is the reason that a draft is kept back because the pass, or the
// day, has placed its share already: a flood of forged confirmations must not
// become a flood of drafts.
func TooMany(limit int, per string) string {
	return "Kept back: " + plural(limit, "draft") + " were placed in this " + strings.TrimSpace(per) + " already; it follows in the next"
}
