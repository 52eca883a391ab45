package detect

import "inboxwatch/internal/rules"

// oldBeforeNew takes the first of two moments of a sentence as the old one
// where a word of moving leads to the second: "bring the 2pm on Thursday
// forward to 9.30". A day is not replaced by an hour.
func (k *picker) oldBeforeNew() {
	if !k.moved {
		return
	}
	for i := 1; i < len(k.all); i++ {
		a, b := &k.all[i-1], &k.all[i]
		if a.p != b.p || a.from != b.from || a.old || !b.new || b.old || !a.HasTime && !b.HasDate || a.deadline || a.Weak && !a.HasDate {
			continue
		}
		if a.new {
			if b.p.says(cueMoved, a.To, b.From) && !b.p.says(cueMoved, a.from, a.From) { // "planned for Monday is moved to Tuesday"
				a.old, a.new = true, false
				a.score -= byOld + forNew
			}
			continue
		}
		for _, h := range b.p.hitsIn(a.To, b.From) {
			if h.has(cueNew) && b.From-h.to <= close1+1 && !h.has(cueFixed) {
				a.old = true
				a.score -= byOld
				break
			}
		}
	}
}

// oldElsewhere takes the other mentions of a day that no longer holds as old
// too: "we put back tomorrow's interviews … Monday rather than Friday the 9th".
// A day on which something new holds is only half old.
func (k *picker) oldElsewhere() {
	if !k.moved {
		return
	}
	for i := range k.all {
		o := &k.all[i]
		if !o.old || !o.HasDate || k.newOn(o) {
			continue
		}
		for n := range k.all {
			c := &k.all[n]
			if !c.HasDate || c.old || c.new && (c.HasTime || !o.HasTime) || !sameLocalDay(c.Start, o.Start) {
				continue
			}
			if !c.HasTime || !o.HasTime || c.Start.At.Equal(o.Start.At) {
				if c.new {
					c.score -= forNew
				}
				c.old, c.new = true, false
				c.score -= byOld
			}
		}
	}
}

// newLabelled takes what is new only by a word such as "for" as old where a
// label names the new moment: "New date: Tuesday".
func (k *picker) newLabelled() {
	labelled := false
	for i := range k.all {
		labelled = labelled || k.all[i].new && k.all[i].labelled && k.all[i].HasDate
	}
	for i := range k.all {
		if c := &k.all[i]; labelled && k.moved && c.new && !c.labelled && c.HasDate {
			c.new = false
			c.score -= forNew
		}
	}
}

// oldInQuote takes a moment that the mail answered fixes as old, wherever the
// mail that moves it names it again.
func (k *picker) oldInQuote() {
	if !k.moved {
		return
	}
	same := k.says(cueSameTime)
	for _, q := range k.quoted() {
		o, ok := onlyMoment(q)
		if !ok || o == nil {
			continue
		}
		for i := range k.all {
			c := &k.all[i]
			if c.old || c.new || c.HasDate && !sameLocalDay(c.Start, o.Start) {
				continue
			}
			if !c.HasTime {
				if c.HasDate && k.otherDay(c) {
					c.old = true
					c.score -= byOld
				}
				continue
			}
			if !same && c.Start.At.Hour() == o.Start.At.Hour() && c.Start.At.Minute() == o.Start.At.Minute() {
				c.old = true
				c.score -= byOld
			}
		}
		return
	}
}

// oldInSubject takes the day in the subject as old where the text names a new
// one: the subject of a moved interview keeps the old day.
func (k *picker) oldInSubject() {
	subject := k.texts[1]
	if !k.moved || subject.moved || k.says(cueSameDay) {
		return
	}
	for i := range k.all {
		o := &k.all[i]
		if o.p != subject || !o.HasDate || o.old {
			continue
		}
		for n := range k.all {
			if c := &k.all[n]; c.p == k.texts[0] && c.HasDate && c.new && !c.old && !sameLocalDay(c.Start, o.Start) {
				o.old = true
				o.score -= byOld
				break
			}
		}
	}
}

// notOld takes back what is old by a short word alone where nothing new is
// named: "the second of Wednesday the 30th".
func (k *picker) notOld() {
	for i := range k.all {
		if k.all[i].new {
			return
		}
	}
	for i := range k.all {
		if c := &k.all[i]; c.old && c.oldFrom && !c.deadline {
			c.old = false
			c.score += byOld
		}
	}
}

// otherDay reports whether the mail's own words name another day ahead than c.
func (k *picker) otherDay(c *candidate) bool {
	for i := range k.all {
		if o := &k.all[i]; o.p == k.texts[0] && o.HasDate && !o.old && !o.deadline && !o.Weak && !sameLocalDay(o.Start, c.Start) && o.score > 0 {
			return true
		}
	}
	return false
}

// newOn reports whether a new moment lies on the day of o.
func (k *picker) newOn(o *candidate) bool {
	for i := range k.all {
		if c := &k.all[i]; c.new && !c.old && c.HasDate && (c.HasTime || !o.HasTime) && sameLocalDay(c.Start, o.Start) {
			return true
		}
	}
	return false
}

// splitMove takes the end of "moved from 3 to 3.30" as what holds now.
func (k *picker) splitMove(c *candidate) {
	if !k.moved || !c.HasTime || !c.HasEnd || c.HasDate && !c.p.says(cueMoved, c.from, c.From) {
		return
	}
	if !c.p.says(cueMoved, c.from, c.From) {
		return
	}
	for _, h := range c.p.hitsIn(max(c.from, c.From-8), c.From) {
		if h.has(cueOldBefore) && c.From-h.to <= close1 {
			c.Start, c.End, c.HasEnd, c.old, c.new = c.End, rules.When{}, false, false, true
			c.score += byOld + forNew
			return
		}
	}
}
