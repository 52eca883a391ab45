package detect

import "inboxwatch/internal/rules"

// pairs gives all days, with the times told beside them or linked to them.
func (k *picker) pairs() []pair {
	var out []pair
	rows := k.ownerRows()
	keeps := k.moved && k.says(cueSameTime) && k.earlierTime() != nil
	for i := range k.all {
		c := &k.all[i]
		if c.HasDate && c.HasTime && !k.inRow(rows, c) {
			*c = withoutTime(*c)
		}
		switch {
		case !c.HasDate || c.Start.Zero() || c.end:
		case c.Weak && c.Weekday && !c.HasTime: // "so", "sat"
		case c.HasTime:
			out = append(out, pair{candidate: *c, day: c, time: c})
		default:
			p := pair{candidate: *c, day: c}
			if ref := k.c.Ref; !ref.IsZero() && rules.DayOf(c.Start.At) == rules.DayOf(ref.In(c.Start.At.Location())) {
				p.score -= byToday
			}
			out = append(out, p)
		}
	}
	for i := range k.all {
		t := &k.all[i]
		if t.HasDate || !t.HasTime || t.end || t.Bare && !t.labelled && !(t.new && k.moved && !t.HourOnly) && !k.sameTime(t) || !k.inRow(rows, t) {
			continue
		}
		if d, cost := k.dayFor(i); d != nil {
			p := pairOf(d, t, cost)
			if keeps && !t.new && t.p == k.texts[0] && !k.sameTime(t) {
				p.score, p.aside = p.score-byOtherHour, true
			}
			out = append(out, p)
		}
	}
	return out
}

// pairOf joins a day and a time that stand apart.
func pairOf(d, t *candidate, cost float64) pair {
	p := pair{candidate: *t, linked: true, day: d, time: t}
	p.Found = t.Found.On(d.Found)
	p.Text = d.Text
	p.score = d.score - d.bonus + t.score - t.bonus + max(d.bonus, t.bonus) + forTime - cost
	if d.HasTime && !d.old && !d.arrive && !d.deadline {
		p.score -= forTime + bySecondTime // the day has a time of its own
		if d.new && d.from != t.from {
			p.score -= forNew
		}
	}
	if d.p != t.p {
		p.score--
	}
	p.old, p.new = d.old || t.old, d.new || t.new
	if d.old && !t.old && (d.HasTime && (t.new || d.from == t.from) || t.sameDay()) {
		p.old = false // only the hour of that day is old
		p.score += byOld
	}
	p.arrive, p.deadline, p.start = t.arrive, t.deadline, t.start
	p.spoken = d.spoken || t.spoken
	p.From, p.To = min(d.From, t.From), max(d.To, t.To)
	if t.labelled && d.labelled {
		p.score -= forLabel / 2
	}
	return p
}

// dayFor finds the day that the time k.all[i] belongs to: the nearest before
// it, or after it in the same sentence, and what the distance costs.
func (k *picker) dayFor(i int) (*candidate, float64) {
	t := &k.all[i]
	var best *candidate
	cost := 0.0
	consider := func(d *candidate, c float64) {
		if d.p == t.p && t.p.bracketed(d.From) && !t.p.bracketed(t.From) {
			c += bySentence // "(on Tuesday our director is away)"
		}
		if d.Weak && d.Weekday && !d.HasTime && len(d.Text) <= 2 {
			return // Dutch "zo": so, not Sunday
		}
		if c <= maxLinkCost && (best == nil || d.score-c > best.score-cost) {
			best, cost = d, c
		}
	}
	passed := 0
	for j := i - 1; j >= 0 && k.all[j].p == t.p; j-- {
		d := &k.all[j]
		if !d.HasDate || d.Start.Zero() || d.Term {
			continue
		}
		consider(d, k.distance(d, t)+1.5*float64(passed))
		passed++
	}
	for j := i + 1; j < len(k.all) && k.all[j].p == t.p && !(best != nil && t.sameDay()); j++ {
		d := &k.all[j]
		if !d.HasDate || d.Start.Zero() || d.Term {
			continue
		}
		step := k.distance(t, d) + 1
		if best != nil && best.from == t.from && d.from != t.from && best.score > 0 {
			step += bySentence // "Monday is noted: 12.30. On the 8th we are open."
		}
		if _, b := t.p.line(t.From); t.p.leads(t.From) && d.From >= b {
			step += byNextLine // a row of a plan belongs to the day above it
		}
		consider(d, step)
		break
	}
	if best == nil && t.p.name != "subject" {
		for j := range k.all {
			if d := &k.all[j]; d.HasDate && !d.Start.Zero() && d.p.name == "subject" && !d.old && d.score > 0 {
				consider(d, 1)
			}
		}
	}
	return best, cost
}

// sameDay reports whether words for the day told before stand close before the
// hour: "that same day but at 3".
func (c *candidate) sameDay() bool {
	return c.p.says(cueSameDay, max(c.from, c.From-near), c.From)
}

// bySecondTime is what a further time of a day costs.
const bySecondTime = 1.5

// bySentence is what a day of a later sentence costs where the hour's own names one.
const bySentence = 1.5

// byOtherHour is what an hour told beside costs where a mail moves the day and
// keeps the hour.
const byOtherHour = 6.0

// byNextLine is what a day costs below the line that a time begins.
const byNextLine = 2.0

// maxLinkCost is the distance beyond which a day and a time are strangers.
const maxLinkCost = 4.5

// distance is what parts a from b, which follows it: sentences cost, rows of a
// table little; a weak time far off does not count at all.
func (k *picker) distance(a, b *candidate) float64 {
	if a.from == b.from {
		return 0
	}
	n := 0
	for _, br := range a.p.breaks {
		if br >= a.To && br <= b.From && !blankRun(a.p.text, br) {
			n++
		}
	}
	t := a
	if b.HasTime && !b.HasDate {
		t = b
	}
	switch {
	case t.labelled:
		return 0.25 * float64(n)
	case k.sameTime(t):
		return 0.4 * float64(n)
	case t.Weak && n > 1:
		return maxLinkCost + 1
	case t.Weak && !t.Bare && !t.spoken:
		return 1 + float64(n)
	case t.Weak && !t.spoken:
		return 3 + float64(n)
	}
	return 0.4 * float64(n)
}

// blankRun reports whether only blanks stand between br and the line end.
func blankRun(s string, br int) bool {
	for ; br < len(s) && s[br] == '\n'; br++ {
	}
	return br > 0 && br < len(s) && s[br-1] == '\n' && br > 1 && s[br-2] == '\n'
}

// withoutTime is the day of c alone.
func withoutTime(c candidate) candidate {
	c.Start, c.End = rules.When{At: midnight(c.Start.At), DayOnly: true}, rules.When{}
	c.HasTime, c.HasEnd = false, false
	return c
}

// complete fills what the mail's own words leave open from what it answers:
// the same hour, the same day, a proposal agreed to, a shift by half an hour.
func (k *picker) complete(r *ScheduleResult) {
	if r.Start.DayOnly {
		switch {
		case k.says(cueSameTime):
			k.takeTime(r)
		case k.picks() && k.chosen(r), k.sameDayShift(r):
		case !k.moved && (k.says(cueAgree) || k.assents()):
			k.takeAgreedTime(r)
		}
		return
	}
	_ = k.chosen(r) || k.takeNextDay(r) || k.takeDay(r) || k.shift(r) || k.agree(r)
}

func (k *picker) says(c cue) bool {
	for _, p := range k.texts {
		if p.says(c, 0, len(p.text)) {
			return true
		}
	}
	return false
}
