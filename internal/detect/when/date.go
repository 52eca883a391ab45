package when

import "inboxwatch/internal/lang"

type dateKind uint8

const (
	dayMonthYear dateKind = iota
	dayMonth
	dayOnly     // "the 20th"
	weekdayOnly // "next Friday"
	relative    // "tomorrow", "in 3 days"
)

// date is one day as written.
type date struct {
	kind     dateKind
	y, m, d  int
	open     bool // day and month may change places
	point    bool // written with points: the day comes first
	last     int  // day of the month that ends a range of days, or 0
	weekday  int  // -1: none told
	mod      int  // lang.Mod of the weekday
	weeks    int  // weeks to add
	inWeek   bool // week is told: "Tuesday next week"
	week     int
	of       *namedWeek // the week that the text names elsewhere
	days     int        // relative: days from today
	working  bool
	within   bool // "within 3 days": a term, not a day
	part     int  // lang.Part
	strength strength
	from, to int // token indexes
}

// dateAt reads a day at i.
func (p *parser) dateAt(i int) (date, int, bool) {
	t := p.at(i)
	d := date{weekday: -1}
	var j int
	var ok bool
	switch {
	case t.kind == kindNumber:
		d, j, ok = p.dayMonthAt(i)
		if !ok {
			d, j, ok = p.countedDays(i)
		}
	case t.word == nil:
		return d, i, false
	default:
		d, j, ok = p.wordDate(i)
	}
	if !ok {
		return d, i, false
	}
	d.from = i
	j = p.dateTail(&d, j)
	d.to = j
	return d, j, true
}

// wordDate reads a day that begins with a word.
func (p *parser) wordDate(i int) (date, int, bool) {
	w := p.at(i).word
	if w.has(lang.Mod) && w.val[lang.Mod] != 0 && p.has(i+1, lang.Weekday) {
		d, j, ok := p.weekdayAt(i + 1)
		d.mod = int(w.val[lang.Mod])
		d.strength = certain
		return d, j, ok
	}
	if w.has(lang.Weekday) {
		if d, j, ok := p.weekdayAt(i); ok {
			return d, j, true
		}
	}
	if d, j, ok := p.dayMonthAt(i); ok {
		return d, j, true
	}
	switch {
	case w.has(lang.RelDay):
		return date{kind: relative, weekday: -1, days: int(w.val[lang.RelDay]), part: int(w.val[lang.Part]), strength: certain}, i + 1, true
	case w.has(lang.WeekPost) && !w.has(lang.Days) && hasBlank(p.text[p.at(i).from:p.at(i).to]):
		// "za dwa tygodnie", "in vierzehn Tagen"
		return date{kind: relative, weekday: -1, days: 7 * int(w.val[lang.WeekPost]), strength: told}, i + 1, true
	case w.has(lang.In) || w.has(lang.One) || w.has(lang.Num):
		return p.countedDays(i)
	case w.has(lang.WeekRef):
		// "next week Tuesday", "nächste Woche Dienstag"
		k := p.gap(i+1, 2)
		if p.has(k, lang.Weekday) {
			d, j, ok := p.weekdayAt(k)
			d.inWeek, d.week, d.strength = true, int(w.val[lang.WeekRef]), certain
			return d, j, ok
		}
	}
	return date{}, i, false
}

// weekdayAt reads a weekday and the date that may follow it.
func (p *parser) weekdayAt(i int) (date, int, bool) {
	w := p.at(i).word
	d := date{kind: weekdayOnly, weekday: int(w.val[lang.Weekday]), strength: certain}
	weak := w.weak&(1<<lang.Weekday) != 0
	j := i + 1
	if p.ch(j, '.') && p.glued(j) {
		j++
	}
	j = p.weekdayTail(&d, j)
	k := p.gap(j, 4)
	if p.at(k).kind == kindLine && p.number(k+1, 2) && weak { // "JEU.\n4\nJUIN"
		k++
	}
	if p.ch(k, '-') {
		k++
	}
	if m, e, ok := p.dayMonthAt(k); ok && (m.strength > bare || m.kind != dayOnly || !weak && d.part == 0) { // "Tues morning 7" is an hour
		m.weekday, m.part, m.mod = d.weekday, d.part, d.mod
		m.weeks, m.strength = 0, certain
		if m.kind == dayOnly && !p.dayPlausible(m, k, e) {
			return p.alone(d, weak, j)
		}
		return m, e, true
	}
	if m, e, ok := p.bareDay(k, d.weekday, weak); ok {
		m.part = d.part
		return m, e, true
	}
	return p.alone(d, weak, j)
}

// alone is a weekday without a date. An abbreviation that is also a word
// counts only beside a time of day.
func (p *parser) alone(d date, weak bool, j int) (date, int, bool) {
	if weak {
		d.strength = bare
	}
	return d, j, true
}

// dayPlausible: "Thursday the 12th" needs nothing more; the day is checked
// against the weekday when the date is resolved.
func (p *parser) dayPlausible(m date, from, to int) bool {
	return p.at(from).kind != kindNumber || p.at(from).ord || p.ch(to-1, '.') || p.dayFits(m.d, m.weekday)
}

// bareDay reads the day of the month in "jeudi 12 à midi", where the number is
// not an hour.
func (p *parser) bareDay(k, weekday int, weak bool) (date, int, bool) {
	if !p.number(k, 2) || p.at(k).ord || p.unitFollows(k+1) {
		return date{}, k, false
	}
	n := int(p.at(k).num)
	_, j, isClock := p.clockAt(k)
	if n < 1 || n > 31 || isClock && j > k+1 && !(n > 12 && p.has(k+1, lang.Part)) || p.strictAt(k-1) || !p.dayFits(n, weekday) {
		return date{}, k, false
	}
	if weak && !p.at(k-1).title && !p.ch(k-1, '.') {
		return date{}, k, false
	}
	if p.ch(k+1, ':') && p.glued(k+1) && p.number(k+2, 2) || p.ch(k+1, '/') || p.ch(k+1, '-') && p.glued(k+1) && p.number(k+2, 4) {
		return date{}, k, false
	}
	return date{kind: dayOnly, d: n, weekday: weekday, strength: certain}, k + 1, true
}

// dayFits reports whether day n of this month or one of the next two falls on
// the weekday.
func (p *parser) dayFits(n, weekday int) bool {
	y, m, _ := p.ref.Date()
	for k := range 3 {
		t := civil(y, int(m)+k, n)
		if t.Day() == n && int(t.Weekday()) == weekday {
			return true
		}
	}
	return false
}

// weekdayTail reads "week", "prochain", "next week", "morning" after a weekday.
func (p *parser) weekdayTail(d *date, j int) int {
	for {
		k := j
		w := p.at(k).word
		if w == nil && (p.ch(k, ',') || p.ch(k, '(')) && p.at(k+1).word != nil {
			w, k = p.at(k+1).word, k+1
			if !w.has(lang.WeekRef) {
				return j
			}
		}
		switch {
		case w == nil:
			return j
		case w.has(lang.WeekPost):
			d.weeks = int(w.val[lang.WeekPost])
		case w.has(lang.ModPost) && d.mod == 0:
			d.mod = int(w.val[lang.ModPost])
			if p.ch(k+1, '.') && p.glued(k+1) {
				k++
			}
		case w.has(lang.WeekRef):
			d.inWeek, d.week = true, int(w.val[lang.WeekRef])
		case w.has(lang.Part) && d.part == 0 && p.at(k).kind == kindWord && !w.has(lang.RelDay):
			d.part = int(w.val[lang.Part])
		case p.has(k, lang.Gap) && p.at(k+1).word.has(lang.WeekRef):
			k++
			d.inWeek, d.week = true, p.val(k, lang.WeekRef)
		default:
			return j
		}
		j = k + 1
	}
}

// dateTail reads what may follow any day: "(Wednesday)", ", Friday", "in a
// week", "morning".
func (p *parser) dateTail(d *date, j int) int {
	if d.kind == relative && p.has(j, lang.WeekPost) && p.at(j).kind == kindWord {
		d.days += 7 * p.val(j, lang.WeekPost)
		j++
	}
	if d.kind == relative && d.strength == certain && p.has(j, lang.In) {
		if e, k, ok := p.countedDays(j); ok && !e.working {
			d.days += e.days
			j = k
		}
	}
	if d.kind == dayOnly {
		if k := p.gap(j, 2); p.has(k, lang.MonthRef) {
			d.m, j = p.val(k, lang.MonthRef)+1, k+1
			d.strength = certain
		}
	}
	if d.weekday < 0 && d.kind != relative {
		k := j
		for p.ch(k, ',') || p.ch(k, '(') || p.ch(k, '-') || p.ch(k, '|') && k > j {
			k++
		}
		if w := p.at(k).word; w.has(lang.Weekday) && k-j <= 2 && (k > j || w.weak&(1<<lang.Weekday) == 0) && !p.newDateAt(k) {
			d.weekday = int(w.val[lang.Weekday])
			j = k + 1
			if p.ch(j, '.') && p.glued(j) {
				j++
			}
			if p.ch(j, ')') {
				j++
			}
			if d.strength == bare {
				d.strength = certain
			}
		}
	}
	if w := p.at(j).word; w.has(lang.Part) && d.part == 0 && p.at(j).kind == kindWord && !w.has(lang.RelDay) {
		d.part = int(w.val[lang.Part])
		j++
	}
	return j
}

// newDateAt reports whether the weekday at k begins a date of its own.
func (p *parser) newDateAt(k int) bool {
	d, _, ok := p.weekdayAt(k)
	return ok && d.kind != weekdayOnly
}
