package when

import "inboxwatch/internal/lang"

// countedDays reads "in two weeks", "within five working days", "a week on
// Tuesday", "two weeks today".
func (p *parser) countedDays(i int) (date, int, bool) {
	d := date{kind: relative, weekday: -1, strength: told}
	j := i
	in := p.has(j, lang.In)
	if in {
		d.within = p.val(j, lang.In) == 2
		j++
	}
	if p.has(j, lang.Gap) && !p.has(j, lang.Num) && !p.has(j, lang.One) {
		j++
	}
	n, ok := p.count(j)
	if !ok {
		return d, i, false
	}
	j++
	// "two to three weeks", "2-3 Tage": the longer one.
	if p.ch(j, '-') || p.has(j, lang.RangeTo) || p.has(j, lang.Or) {
		if m, ok := p.count(j + 1); ok && m > n {
			n, j = m, j+2
		}
	}
	unit := p.at(j).word
	if unit == nil {
		return d, i, false
	}
	switch {
	case unit.has(lang.Days) && n <= 90:
		d.days = n * int(unit.val[lang.Days])
		if unit.val[lang.Days] == 0 {
			d.days, d.working = n, true
		}
	case unit.has(lang.Unit) && unit.val[lang.Unit] == 60 && in && n%24 == 0 && n <= 240:
		d.days = n / 24
	default:
		return d, i, false
	}
	j++
	if !in && d.days%7 == 0 && !d.working {
		return p.weeksFrom(d, j)
	}
	return d, j, in
}

// weeksFrom reads the day that a number of weeks is added to.
func (p *parser) weeksFrom(d date, j int) (date, int, bool) {
	k := j
	if p.has(k, lang.From) {
		k++
	}
	switch {
	case p.has(k, lang.RelDay):
		d.days += p.val(k, lang.RelDay)
		d.strength = certain
		return d, k + 1, true
	case p.has(k, lang.Weekday) && (k > j || d.days == 7):
		w, e, ok := p.weekdayAt(k)
		if w.kind == weekdayOnly {
			w.weeks = d.days / 7
			w.strength = certain
		}
		return w, e, ok
	}
	return d, j, false
}

// count reads a number of days or weeks.
func (p *parser) count(i int) (int, bool) {
	t := p.at(i)
	switch {
	case t.kind == kindNumber && t.digits <= 3 && !t.ord:
		return int(t.num), true
	case t.word.has(lang.Num):
		return p.val(i, lang.Num), true
	case t.word.has(lang.One):
		return 1, true
	}
	return 0, false
}
