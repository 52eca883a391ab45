package detect

import (
	"time"

	"inboxwatch/internal/rules"
)

// quoted reads the mails quoted, newest first, each with its own date for
// "tomorrow".
func (k *picker) quoted() []quotedMail {
	var out []quotedMail
	for _, b := range quoteBlocks(k.in.Mail, k.in.Owner, k.c) {
		c := k.c
		if !b.ref.IsZero() {
			c.Ref = b.ref
		}
		p := readTimedText("quoted text", b.text, c, k.cues)
		q := quotedMail{p: p, owner: b.owner}
		for i := range p.found {
			if b.ref.IsZero() && (p.found[i].RelativeToday || p.found[i].Weekday) {
				continue // "tomorrow" of an unknown day
			}
			q.all = append(q.all, p.weigh(i, k.c.Ref, false))
		}
		q.link()
		q.linkOnly()
		out = append(out, q)
	}
	return out
}

// quotedMail is one quoted mail with its moments.
type quotedMail struct {
	p     *timedText
	owner bool
	all   []candidate
}

// link gives a day of a quoted mail the one hour that its sentence names
// apart from it.
func (q *quotedMail) link() {
	for i := 0; i+1 < len(q.all); i++ {
		d := &q.all[i]
		if n := &q.all[i+1]; d.HasTime && !d.HasDate && n.HasDate && n.HasTime && n.old && n.from == d.from && n.From-d.To <= close2 {
			d.Found, d.Weak = d.Found.On(n.Found), false // "at 10 rather than 9 on Tuesday"
			q.all = append(q.all[:i+1], q.all[i+2:]...)
			continue
		}
		if !d.HasDate || d.HasTime || d.Term || d.Days {
			continue
		}
		t := &q.all[i+1]
		if t.HasDate || !t.HasTime || t.Weak && (t.Bare || t.Start.At.Hour() < 13) || t.from != d.from || t.arrive && !q.owner || t.end {
			continue
		}
		d.Found = t.Found.On(d.Found)
		q.all = append(q.all[:i+1], q.all[i+2:]...)
	}
}

// linkOnly gives the one day that the owner's mail names the one hour that it
// names, in whatever sentence: "this Saturday suits me. Perhaps at 12?"
func (q *quotedMail) linkOnly() {
	day, hour := -1, -1
	for i := range q.all {
		c := &q.all[i]
		switch {
		case !q.owner || c.HasDate && c.HasTime || c.HasDate && day >= 0 || !c.HasDate && hour >= 0 && !c.Bare:
			return
		case c.HasDate:
			day = i
		case c.HasTime && !c.Bare && !c.end:
			hour = i
		}
	}
	if day < 0 || hour < 0 || q.all[day].Term || q.all[day].Days {
		return
	}
	q.all[day].Found = q.all[hour].Found.On(q.all[day].Found)
	q.all = append(q.all[:hour], q.all[hour+1:]...)
}

// takeTime gives the day of r the hour that the interview had before.
func (k *picker) takeTime(r *ScheduleResult) {
	old := k.earlierTime()
	if old == nil {
		return
	}
	y, m, d := r.Start.At.Date()
	loc := old.Start.At.Location()
	if !old.ZoneStated {
		loc = r.Start.At.Location()
	}
	r.Start = rules.When{At: time.Date(y, m, d, old.Start.At.Hour(), old.Start.At.Minute(), 0, 0, loc)}
	r.Evidence = append(r.Evidence, evidence("start", old.p.name, old.Text))
	if old.HasEnd {
		r.End = rules.When{At: r.Start.At.Add(old.End.At.Sub(old.Start.At))}
		r.Evidence = append(r.Evidence, evidence("end", old.p.name, old.Text))
	}
}

// takeAgreedTime gives the day of r the hour that the mail answered names for
// it, where it names one only.
func (k *picker) takeAgreedTime(r *ScheduleResult) {
	for _, q := range k.quoted() {
		var hit *candidate
		for i := range q.all {
			c := &q.all[i]
			if !c.HasDate || !sameLocalDay(c.Start, r.Start) {
				continue
			}
			if !c.HasTime || hit != nil && !hit.Start.At.Equal(c.Start.At) {
				return
			}
			hit = c
		}
		if hit == nil {
			hit = q.onlyHour(r.Start)
		}
		if hit != nil {
			r.Start, r.End = hit.Start, hit.End
			r.Evidence = append(r.Evidence, evidence("start", q.p.name, hit.Text))
			return
		}
	}
}

// onlyHour gives the one hour that a quoted mail names without a day, on the
// day agreed to; nil where it names another day or several hours.
func (q *quotedMail) onlyHour(day rules.When) *candidate {
	var hit *candidate
	for i := range q.all {
		c := &q.all[i]
		if c.Weak && !c.HasTime || c.arrive || c.end {
			continue
		}
		if c.HasDate || hit != nil {
			return nil
		}
		hit = c
	}
	if hit == nil || hit.Bare || hit.HourOnly {
		return nil
	}
	on := *hit
	y, m, d := day.At.Date()
	on.Start = rules.When{At: time.Date(y, m, d, hit.Start.At.Hour(), hit.Start.At.Minute(), 0, 0, day.At.Location())}
	on.End = rules.When{}
	return &on
}

// earlierTime is the moment that the interview was fixed at before: the old
// one of this mail, else the best of the newest quoted mail that has one.
func (k *picker) earlierTime() *candidate {
	for i := range k.all {
		if c := &k.all[i]; c.HasTime && c.HasDate && c.old {
			return c
		}
	}
	if len(k.struck) > 0 {
		return &k.struck[0]
	}
	if k.moved && k.says(cueSameTime) {
		for i := range k.all {
			if c := &k.all[i]; c.p == k.texts[0] && c.HasTime && c.HasDate && !c.new && !c.deadline && k.otherDay(c) {
				return c // "tomorrow at 8 falls through. Wednesday, same time"
			}
		}
	}
	for _, q := range k.quoted() {
		var best *candidate
		for i := range q.all {
			c := &q.all[i]
			if c.HasTime && c.HasDate && !c.Weak && (best == nil || c.score > best.score) {
				best = c
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// takeDay finds the day for a time that stands alone in the mail: that of the
// interview moved within the day, or of the proposal with that time.
func (k *picker) takeDay(r *ScheduleResult) bool {
	t := k.bestTime()
	if t == nil {
		return false
	}
	for _, q := range k.quoted() {
		if d := dayWithTime(q, t); d != nil {
			return k.linkQuoted(r, d, t)
		}
		if k.moved && k.says(cueSameDay) || (!k.moved || q.owner) && k.says(cueAgree) {
			if d := onlyDay(q); d != nil {
				return k.linkQuoted(r, d, t)
			}
		}
	}
	if k.moved {
		if old := k.earlierTime(); old != nil {
			return k.linkQuoted(r, old, t)
		}
	}
	return false
}

// bestTime is the best time without a day in the mail's own words.
func (k *picker) bestTime() *candidate {
	var best *candidate
	for i := range k.all {
		c := &k.all[i]
		if c.HasTime && !c.HasDate && !c.end && !c.old && (!c.Bare || k.named(c)) && c.score > -1 && (!c.Weak || c.spoken || k.moved || k.named(c)) && (best == nil || c.score > best.score) {
			best = c
		}
	}
	return best
}

// named reports whether a word right beside a bare "2.20" makes it the hour
// meant: "2.20 it is", "make it 2.20", "same time (eleven)".
func (k *picker) named(c *candidate) bool {
	if c.p != k.texts[0] {
		return false
	}
	if k.sameTime(c) {
		return true
	}
	for _, h := range c.p.hitsIn(max(c.from, c.From-close2), min(c.to, c.To+close2)) {
		if h.to <= c.From && c.From-h.to <= close1 && !c.HourOnly && (h.has(cueNew) || h.has(cueAgree)) || h.from >= c.To && h.from-c.To <= 1 && h.has(cueAgree) {
			return true
		}
	}
	return false
}

// sameTime reports whether a bare hour only repeats the one that stays: "same
// time (eleven)".
func (k *picker) sameTime(c *candidate) bool {
	for _, h := range c.p.hitsIn(max(c.from, c.From-close2), c.From) {
		if h.has(cueSameTime) && c.From-h.to <= close1 {
			return true
		}
	}
	return false
}

func (k *picker) linkQuoted(r *ScheduleResult, d, t *candidate) bool {
	p := pairOf(d, t, 0)
	if p.Start.At.Before(k.c.Ref.Add(-6 * time.Hour)) {
		return false
	}
	*r = k.result(p)
	r.Source, r.Confidence = "quoted text", 0.85
	return true
}

// dayWithTime finds the day for which a quoted mail names the time of t.
func dayWithTime(q quotedMail, t *candidate) *candidate {
	h, m := t.Start.At.Hour(), t.Start.At.Minute()
	var day, hit *candidate
	for i := range q.all {
		c := &q.all[i]
		if c.HasDate {
			day = c
		}
		if c.HasTime && day != nil && c.Start.At.Minute() == m && c.Start.At.Hour()%12 == h%12 {
			if hit != nil && !sameLocalDay(hit.Start, day.Start) {
				return nil
			}
			hit = day
		}
	}
	return hit
}

// onlyDay gives the one day that a quoted mail names ahead, or nil.
func onlyDay(q quotedMail) *candidate {
	var day *candidate
	for i := range q.all {
		c := &q.all[i]
		if !c.HasDate || c.score < -2 {
			continue
		}
		if day != nil && !sameLocalDay(day.Start, c.Start) {
			return nil
		}
		day = c
	}
	return day
}
