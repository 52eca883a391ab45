package detect

import (
	"time"

	"inboxwatch/internal/detect/when"
	"inboxwatch/internal/rules"
)

// moveOn moves the moment that a mail names by the days and hours told: "put
// back by a week", "the day after", "half an hour later than the subject says".
// What the mail names as new itself holds.
func (k *picker) moveOn(r *ScheduleResult) {
	if k.shifted || !k.moved || r.Start.Zero() || r.Source == "text/calendar" || k.namesOther(r) {
		return
	}
	if k.newHour(r) {
		return
	}
	p := k.texts[0]
	var days int
	var hours time.Duration
	var dayWords, hourWords string
	if !k.namesAsNew(r) {
		days, dayWords = k.daysOn(p, r)
	}
	if !r.Start.DayOnly && !k.namesHour(r) {
		hours, hourWords = hoursOn(p)
	}
	if days == 0 && hours == 0 {
		return
	}
	r.Start.At = r.Start.At.AddDate(0, 0, days).Add(hours)
	if !r.End.Zero() {
		r.End.At = r.End.At.AddDate(0, 0, days).Add(hours)
	}
	for _, w := range []string{dayWords, hourWords} {
		if w != "" {
			r.Evidence = append(r.Evidence, evidence("start", p.name, w))
		}
	}
	k.shifted = true
}

// newHour gives the subject's day the one hour that the text names as new: "half
// past eleven rather than half past nine".
func (k *picker) newHour(r *ScheduleResult) bool {
	if r.Source != "subject" {
		return false
	}
	var hit *candidate
	for i := range k.all {
		c := &k.all[i]
		if c.p != k.texts[0] || !c.HasTime || c.HasDate || !c.new || c.old || c.arrive || c.deadline || c.end {
			continue
		}
		if hit != nil {
			return false
		}
		hit = c
	}
	if hit == nil {
		return false
	}
	y, m, d := r.Start.At.Date()
	r.Start = rules.When{At: time.Date(y, m, d, hit.Start.At.Hour(), hit.Start.At.Minute(), 0, 0, r.Start.At.Location())}
	r.End, k.shifted = rules.When{}, true
	r.Evidence = append(r.Evidence, evidence("start", hit.p.name, hit.Text))
	return true
}

// takeNextDay takes the day after the old one, or the day before it, where the
// mail tells the new moment by that: "he is free the day after at 9.30".
func (k *picker) takeNextDay(r *ScheduleResult) bool {
	if !k.moved {
		return false
	}
	p := k.texts[0]
	for _, h := range p.hits {
		a, b := p.sentence(h.from, h.to)
		if !h.has(cueNextDay) && !h.has(cueDayBefore) || p.says(cueIf, a, h.from) || h.has(cueDayBefore) && p.says(cueRequest, a, h.from) {
			continue
		}
		old := k.oldDay()
		if old == nil {
			return false
		}
		days := 1
		if h.has(cueDayBefore) {
			days = -1
		}
		c := *old
		for i := range k.all {
			if t := &k.all[i]; t.p == p && t.HasTime && !t.HasDate && t.From >= h.to && t.To <= b && !t.old && !t.end {
				c = *t
				c.Found = t.Found.On(old.Found)
				break
			}
		}
		*r = k.result(pair{candidate: c, day: old, time: &c})
		r.Start.At = r.Start.At.AddDate(0, 0, days)
		if !r.End.Zero() {
			r.End.At = r.End.At.AddDate(0, 0, days)
		}
		r.Confidence, k.shifted = 0.8, true
		r.Evidence = append(r.Evidence, evidence("start", p.name, p.text[h.from:h.to]))
		return true
	}
	days, words := k.daysOn(p, r)
	old := k.earlierTime()
	if days == 0 || old == nil || old.Start.At.AddDate(0, 0, days).Before(k.c.Ref) {
		return false
	}
	*r = k.result(pair{candidate: *old, day: old, time: old})
	r.Start.At = r.Start.At.AddDate(0, 0, days)
	if !r.End.Zero() {
		r.End.At = r.End.At.AddDate(0, 0, days)
	}
	r.Confidence, k.shifted = 0.8, true
	r.Evidence = append(r.Evidence, evidence("start", p.name, words))
	return true
}

// oldDay is the one day that an interview had before: that of the subject, else
// the old one of the text, else that of the newest quoted mail.
func (k *picker) oldDay() *candidate {
	var hit *candidate
	for i := range k.all {
		c := &k.all[i]
		if !c.HasDate || c.Weak || c.Term || !c.old && c.p != k.texts[1] {
			continue
		}
		if hit == nil || c.p == k.texts[1] && hit.p != k.texts[1] {
			hit = c
		}
	}
	if hit == nil {
		hit = k.earlierTime()
	}
	return hit
}

// namesOther reports whether the mail's own words name another day as the new one.
func (k *picker) namesOther(r *ScheduleResult) bool {
	for i := range k.all {
		if c := &k.all[i]; c.p == k.texts[0] && c.HasDate && c.new && !c.old && !c.deadline && !sameLocalDay(c.Start, r.Start) {
			return true
		}
	}
	return false
}

// namesAsNew reports whether they name the day of r as the new one, and it is
// not the one that the interview had before.
func (k *picker) namesAsNew(r *ScheduleResult) bool {
	named := false
	for i := range k.all {
		c := &k.all[i]
		if !c.HasDate || !sameLocalDay(c.Start, r.Start) {
			continue
		}
		if c.p != k.texts[0] {
			return false // the subject keeps the old day
		}
		named = named || c.new && !c.old
	}
	return named
}

// namesHour reports whether they name the hour of r.
func (k *picker) namesHour(r *ScheduleResult) bool {
	for i := range k.all {
		c := &k.all[i]
		if c.p == k.texts[0] && c.HasTime && !c.old && c.Start.At.Hour() == r.Start.At.Hour() && c.Start.At.Minute() == r.Start.At.Minute() {
			return true
		}
	}
	return false
}

// explained reports whether the day of r is told after the words that end at i,
// or is what they make of another day: "the day after, Thursday 23 April", "he
// comes on Tuesday. Thursday then, two days later".
func (k *picker) explained(i, days int, r *ScheduleResult) bool {
	after, made, old := false, false, false
	for n := range k.all {
		c := &k.all[n]
		switch {
		case !c.HasDate:
		case !sameLocalDay(c.Start, r.Start):
			made = made || rules.DayOf(c.Start.At.AddDate(0, 0, days)) == rules.DayOf(r.Start.At)
		case c.p != k.texts[0]:
			old = true // the subject keeps the old day
		case c.From >= i:
			after, made = true, made || !c.Weekday
		}
	}
	return made || after && !old
}

// daysOn gives the days by which the words move an interview, and the words.
func (k *picker) daysOn(p *timedText, r *ScheduleResult) (int, string) {
	for _, h := range p.hits {
		days := 0
		switch {
		case h.has(cueNextDay):
			days = 1
		case h.has(cueDayBefore):
			days = -1
		}
		if a, _ := p.sentence(h.from, h.to); days != 0 && !p.says(cueIf, a, h.from) && !k.explained(h.to, days, r) {
			return days, p.text[h.from:h.to]
		}
	}
	for _, l := range p.lengths {
		if l.D < 24*time.Hour || l.D%(24*time.Hour) != 0 {
			continue
		}
		sign := shiftSign(p, l)
		if a, b := p.sentence(l.From, l.To); sign == 0 && p.says(cueMoved, a, b) && !p.says(cueIf, a, l.From) && !besideLength(p, l) {
			sign = 1
			if p.says(cueSooner, a, b) {
				sign = -1
			}
		}
		if days := sign * int(l.D/(24*time.Hour)); days != 0 && !k.explained(l.To, days, r) {
			return days, p.text[l.From:l.To]
		}
	}
	return 0, ""
}

// hoursOn gives the hours by which the words move an interview, and the words.
func hoursOn(p *timedText) (time.Duration, string) {
	for _, l := range p.lengths {
		a, b := p.sentence(l.From, l.To)
		if sign := shiftSign(p, l); sign != 0 && l.D < 12*time.Hour && !p.says(cueArrive, a, b) && !p.says(cueIf, a, l.From) {
			return time.Duration(sign) * l.D, p.text[l.From:l.To]
		}
	}
	return 0, ""
}

// besideLength reports whether a word right beside a length makes it one of
// something else: "two days before", "a week's notice".
func besideLength(p *timedText, l when.Length) bool {
	for _, h := range p.hitsIn(max(0, l.From-close2), min(len(p.text), l.To+close2)) {
		switch {
		case h.from >= l.To && (h.has(cueNotLength) || h.has(cueBy) || h.has(cueDeadline)):
			return true
		case h.to <= l.From && h.has(cueBy) && h.to-h.from > shortWord: // "within", but not "by a week"
			return true
		}
	}
	return false
}
