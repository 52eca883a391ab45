package detect

import (
	"sort"
	"strings"
	"time"

	"inboxwatch/internal/rules"
)

// timeOfDay gives the best candidate with a time on the day of best, which has
// none, and best where there is no such candidate.
func timeOfDay(pairs []pair, best pair) pair {
	for _, p := range pairs {
		if p.HasTime && sameLocalDay(p.Start, best.Start) && !p.old && !p.aside && !p.deadline && !p.end && (!p.arrive || p.start) && p.score > 0 {
			return p
		}
	}
	return best
}

// sessions joins several times of one day: first start to last end.
func (k *picker) sessions(best pair, equal []pair) ScheduleResult {
	all := append([]pair{best}, equal...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start.At.Before(all[j].Start.At) })
	first, last := all[0], all[len(all)-1]
	if k.ownLines(all) {
		r := k.result(first)
		if last.HasEnd && last.End.At.After(r.Start.At) && last.End.At.After(r.End.At) {
			r.End = last.End
			r.Evidence = append(r.Evidence, evidence("end", last.p.name, last.Text))
		}
		return r
	}
	if !k.options(all) {
		for _, p := range all { // what is told first is what the rest belongs to
			if p.anchor() < best.anchor() {
				best = p
			}
		}
		return k.result(best)
	}
	r := doubtful("start", &first, &last)
	r.Start = rules.When{At: midnight(best.Start.At), DayOnly: true}
	r.Source, r.Confidence = best.p.name, 0.5
	return r
}

// owners gives the reader's own hour of the best day among others': "the panel
// sits from 9 to 4; you are third, at 11.10". nil where no word leads to one.
func owners(pairs []pair, best pair) *pair {
	for i := range pairs {
		if p := &pairs[i]; p.owners && p.HasTime && !p.old && !p.arrive && !p.deadline && sameLocalDay(p.Start, best.Start) {
			return p
		}
	}
	return nil
}

// namedOwner marks an hour that the owner's family name stands right before, in
// a line of several: "Landolfi ore 9.20, Montefusco ore 10.40".
func (k *picker) namedOwner(c *candidate) {
	const (
		reach  = 16
		beside = 8
	)
	family := familyName(k.in.Owner.Name)
	if family == "" || !c.HasTime || c.HasDate {
		return
	}
	a, b := c.p.line(c.From)
	lo, times := max(a, c.From-len(family)-reach), 0
	for i := range c.p.found {
		f := &c.p.found[i]
		if !f.HasTime || f.From < a || f.From >= b {
			continue
		}
		times++
		if f.To <= c.From {
			lo = max(lo, f.To)
		}
	}
	before := strings.ToLower(c.p.text[lo:max(lo, c.From)])
	i := strings.LastIndex(before, strings.ToLower(family))
	if times < 2 || i < 0 {
		return
	}
	rest := before[i+len(family):]
	c.owners = c.owners || len(rest) <= beside && !strings.ContainsAny(rest, ",.;!?")
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// ownLines reports whether each moment stands on a line of its own.
func (k *picker) ownLines(ps []pair) bool {
	for i := 1; i < len(ps); i++ {
		a, _ := ps[i].p.line(ps[i].anchor())
		b, _ := ps[i-1].p.line(ps[i-1].anchor())
		if a == b {
			return false
		}
	}
	return true
}

// options reports whether the times are offered for choice: "2 or 3.30".
func (k *picker) options(ps []pair) bool {
	for i := 1; i < len(ps); i++ {
		a, b := ps[i-1].anchor(), ps[i].anchor()
		if a > b {
			a, b = b, a
		}
		between := ps[i].p.text[a:b]
		if strings.Contains(between, "?") {
			return true
		}
		for w := range strings.FieldsSeq(between) {
			if orWords[strings.ToLower(strings.Trim(w, ",;."))] {
				return true
			}
		}
	}
	return false
}

// orWords is "or" in our languages.
var orWords = map[string]bool{"or": true, "oder": true, "ou": true, "o": true, "of": true, "oppure": true, "lub": true, "albo": true, "bzw": true, "czy": true}

// minPlan is the number of lines with times that make a day's plan.
const minPlan = 3

// planned gives the line of a day's plan with which the interview begins, where
// best stands in one: the first that is no arrival. A plan has its times at the
// beginning of its lines.
func (k *picker) planned(pairs []pair, best pair) pair {
	if !best.HasTime || !best.leadsLine() {
		return best
	}
	var rows []pair
	for _, p := range pairs {
		if p.HasTime && p.p == best.p && sameLocalDay(p.Start, best.Start) && p.leadsLine() {
			rows = append(rows, p)
		}
	}
	if len(rows) < minPlan {
		return best
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].anchor() < rows[j].anchor() })
	for i := range rows {
		if r := &rows[i]; !r.arrive && !r.deadline && !r.end && !r.old && r.Start.At.Before(best.Start.At) && !r.rowOther() {
			return *r
		}
	}
	return best
}

// rowOther reports whether the words beside the time on its line tell of a meal
// or another thing that is no part of the interview.
func (p *pair) rowOther() bool {
	at := p.anchor()
	_, b := p.p.line(at)
	return p.p.says(cueOther, at, b) && !p.p.says(cueInterview, at, b)
}

// leadsLine reports whether nothing but marks stands before the time on its line.
func (p *pair) leadsLine() bool {
	return p.p.leads(p.anchor())
}
