package detect

import (
	"time"

	"inboxwatch/internal/rules"
)

// findEnd looks for the end of the interview: a range, a time labelled as the
// end, a length told of it.
func (k *picker) findEnd(r *ScheduleResult, p pair) {
	if p.HasEnd && !p.Days {
		r.End = p.End
		r.Evidence = append(r.Evidence, evidence("end", p.p.name, p.Text))
		k.followSessions(r, p)
		return
	}
	for i := range k.all {
		c := &k.all[i]
		if !c.end || !c.HasTime || c.HasDate && !sameLocalDay(c.Start, r.Start) {
			continue
		}
		at := time.Date(r.Start.At.Year(), r.Start.At.Month(), r.Start.At.Day(), c.Start.At.Hour(), c.Start.At.Minute(), 0, 0, r.Start.At.Location())
		if d := at.Sub(r.Start.At); d > 0 && d < 12*time.Hour {
			r.End = rules.When{At: at}
			r.Evidence = append(r.Evidence, evidence("end", c.p.name, c.Text))
			return
		}
	}
	k.endByLength(r, p)
}

// longestInterview is the longest length that is taken for an interview's.
const longestInterview = 10 * time.Hour

// maxBreak is the longest break between two sessions of one interview.
const maxBreak = 2 * time.Hour

// followSessions moves the end on while the lines after the start go on with
// ranges of time, each beginning where the one before ended.
func (k *picker) followSessions(r *ScheduleResult, p pair) {
	at := p.anchor()
	for i := range k.all {
		c := &k.all[i]
		if c.p != p.p || c.From <= at || c.HasDate || !c.HasEnd || c.old || c.arrive || c.deadline {
			continue
		}
		day := r.End.At
		on := func(t time.Time) time.Time {
			return time.Date(day.Year(), day.Month(), day.Day(), t.Hour(), t.Minute(), 0, 0, r.Start.At.Location())
		}
		a, _ := c.p.line(c.From)
		b, _ := c.p.line(at)
		start, end := on(c.Start.At), on(c.End.At)
		if a == b || start.Before(day) || start.Sub(day) > maxBreak || !end.After(start) {
			continue
		}
		r.End = rules.When{At: end}
		r.Evidence = append(r.Evidence, evidence("end", c.p.name, c.Text))
		at = c.From
	}
}

// endByLength takes the length that the words give the interview.
func (k *picker) endByLength(r *ScheduleResult, p pair) {
	best, score := time.Duration(0), 0.0
	var from *timedText
	var a, b int
	for _, q := range k.texts {
		for _, l := range q.lengths {
			if l.D > longestInterview || k.moved && shiftSign(q, l) != 0 {
				continue
			}
			s := k.lengthScore(q, l.From, l.To, p)
			if s > score {
				best, score, from, a, b = l.D, s, q, l.From, l.To
			}
		}
	}
	if best == 0 {
		return
	}
	r.End = rules.When{At: r.Start.At.Add(best)}
	r.Evidence = append(r.Evidence, evidence("end", from.name, from.text[a:b]))
}

// timeTold is the hour of a pair as its own words give it.
func (p *pair) timeTold() time.Time {
	if p.time != nil {
		return p.time.Start.At
	}
	return p.Start.At
}

// lengthScore weighs the length in q.text[a:b]: a label or a verb before it,
// the interview in its sentence, the start beside it; against it, what lasts
// so long besides: a walk, a break, a presentation.
func (k *picker) lengthScore(q *timedText, a, b int, p pair) float64 {
	for i := range q.found {
		f := &q.found[i]
		if f.From < b && f.To > a && (!f.Weak || f.HasTime && !f.Bare && f.Start.At.Equal(p.timeTold())) {
			return 0
		}
	}
	from, to := q.sentence(a, b)
	s := 0.0
	la, lb := q.label(a)
	if q.says(cueLength, la, lb) {
		s += 4
	}
	for _, h := range q.hitsIn(from, to) {
		switch {
		case h.from < b && h.to > a:
		case h.has(cueNotLength) && (h.to <= a && (a-h.to <= 1 || h.to-h.from > 8 && a-h.to <= close2) || h.from >= b && h.from-b <= close2):
			s -= 4
		case h.has(cueLength) && h.to <= a && a-h.to <= close2:
			s += 2
		case h.has(cueInterview) && (h.from >= b && h.from-b <= close2 || h.to <= a && a-h.to <= near):
			s += 2
		case (h.has(cueArrive) || h.has(cueCloses)) && h.to <= a && a-h.to <= near:
			s -= 2
		}
	}
	if q == p.p && from <= p.From && p.From < to || q == p.p && a-p.To >= 0 && a-p.To < 24 {
		s += 1.5
	}
	return s - 1
}
