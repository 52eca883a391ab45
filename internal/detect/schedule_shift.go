package detect

import (
	"time"

	"inboxwatch/internal/detect/when"
	"inboxwatch/internal/rules"
)

// sameDayShift moves the earlier time where the mail keeps its day: "Tuesday, but
// an hour later".
func (k *picker) sameDayShift(r *ScheduleResult) bool {
	old := k.earlierTime()
	return old != nil && sameLocalDay(old.Start, r.Start) && k.shift(r)
}

// shift moves the earlier time by the length told: "half an hour later".
func (k *picker) shift(r *ScheduleResult) bool {
	p := k.texts[0]
	for _, l := range p.lengths {
		sign := shiftSign(p, l)
		if sign == 0 {
			continue
		}
		old := k.earlierTime()
		if old == nil {
			return false
		}
		r.Start = rules.When{At: old.Start.At.Add(time.Duration(sign) * l.D)}
		if old.HasEnd {
			r.End = rules.When{At: old.End.At.Add(time.Duration(sign) * l.D)}
		}
		r.Source, r.Confidence, k.shifted = "quoted text", 0.85, true
		r.Evidence = append(r.Evidence, evidence("start", "text", p.text[l.From:min(len(p.text), l.To+12)]), evidence("start", old.p.name, old.Text))
		return true
	}
	return false
}

// shiftNamed moves the one hour that the mail names by the length told in the
// same sentence: "if we started at 10.30 … make it an hour later".
func (k *picker) shiftNamed(r *ScheduleResult) {
	p := k.texts[0]
	if k.shifted {
		return
	}
	var only *candidate
	for i := range k.all {
		c := &k.all[i]
		switch {
		case c.p != p || !c.HasTime || c.Bare:
		case only != nil || c.new:
			return
		default:
			only = c
		}
	}
	if !k.moved || only == nil || only.HasDate || r.Start.DayOnly || r.Start.Zero() || r.Start.At.Hour() != only.Start.At.Hour() {
		return
	}
	for _, l := range p.lengths {
		if sign := shiftSign(p, l); sign != 0 && l.D >= leastShift && l.D < 12*time.Hour && l.From >= only.from && l.To <= only.to {
			r.Start.At = r.Start.At.Add(time.Duration(sign) * l.D)
			r.End = rules.When{}
			r.Evidence = append(r.Evidence, evidence("start", p.name, p.text[l.From:min(len(p.text), l.To+12)]))
			k.shifted = true
			return
		}
	}
}

// leastShift is the length from which "later" and "earlier" move an interview;
// shorter ones are what to come early by.
const leastShift = 30 * time.Minute

// shifts reports whether a length in the text moves the time of the interview:
// "an hour later". To arrive half an hour earlier moves nothing.
func (k *picker) shifts(p *timedText) bool {
	for _, l := range p.lengths {
		if a, b := p.sentence(l.From, l.To); l.D >= leastShift && shiftSign(p, l) != 0 && !p.says(cueArrive, a, b) && !p.says(cueIf, max(a, l.From-near), l.From) {
			return true
		}
	}
	return false
}

// shiftSign tells later (1) from sooner (-1) by the word beside a length.
func shiftSign(p *timedText, l when.Length) int {
	for _, h := range p.hitsIn(max(0, l.From-24), min(len(p.text), l.To+16)) {
		if h.from < l.To && l.From-h.to > close2 || h.from >= l.To && h.from-l.To > close1 {
			continue
		}
		switch {
		case h.has(cueLater):
			return 1
		case h.has(cueSooner):
			return -1
		}
	}
	return 0
}
