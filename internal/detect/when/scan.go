package when

import "inboxwatch/internal/lang"

// atom is a day or a time of day, not yet joined.
type atom struct {
	isDate   bool
	date     date
	span     span
	from, to int // token indexes
	claimed  bool
}

// trigger reports whether the text has anything that a date or time needs.
func (p *parser) trigger() bool {
	const words = 1<<lang.Weekday | 1<<lang.RelDay | 1<<lang.Noon | 1<<lang.OffPre | 1<<lang.Days | 1<<lang.WeekPost | 1<<lang.EndOf | 1<<lang.WeekRef | 1<<lang.Ord | 1<<lang.At | 1<<lang.Unit | 1<<lang.Dur
	for i := range p.t {
		t := &p.t[i]
		if t.kind == kindNumber || t.word != nil && t.word.is&words != 0 {
			return true
		}
	}
	return false
}

// beginnings are the classes with which a day, a time or a term begins.
const beginnings = 1<<lang.Weekday | 1<<lang.Month | 1<<lang.RelDay | 1<<lang.Num | 1<<lang.One | 1<<lang.Ord | 1<<lang.Noon |
	1<<lang.OffPre | 1<<lang.Mod | 1<<lang.WeekPost | 1<<lang.WeekRef | 1<<lang.In | 1<<lang.EndOf | 1<<lang.WeekOf | 1<<lang.HoursWeekly

// scan reads all days and times in order.
func (p *parser) scan() []atom {
	var atoms []atom
	for i := 0; i < len(p.t); {
		t := &p.t[i]
		if t.kind > kindWord || t.kind == kindWord && (t.word == nil || t.word.is&beginnings == 0) {
			i++
			continue
		}
		if j := p.closedHours(i); j > i {
			i = j
			continue
		}
		a, ok := p.atomAt(i)
		if !ok {
			i++
			continue
		}
		atoms = append(atoms, a)
		i = max(a.to, i+1)
	}
	return atoms
}

// sentencePart reports whether token k ends a sentence or the text.
func (p *parser) sentencePart(k int) bool {
	t := p.at(k)
	return k < 0 || k >= len(p.t) || t.kind == kindPunct && (t.ch == '?' || t.ch == '!' || t.ch == ';' || t.ch == '|' || t.ch == '.' && p.at(k+1).space) || t.kind == kindLine && p.at(k+1).kind == kindLine
}

// atomAt reads the day or the time at i, whichever it is more surely.
func (p *parser) atomAt(i int) (atom, bool) {
	d, j, isDate := p.dateAt(i)
	if isDate && p.pointRange(i, j, d) {
		if s, ok := p.spanAt(i); ok && s.ends && s.to > j {
			return atom{span: s, from: i, to: s.to}, true
		}
	}
	if isDate && d.strength == certain && !(p.at(i).kind == kindNumber && d.kind == dayMonth && d.point && p.strictAt(i-1)) {
		return atom{isDate: true, date: d, from: i, to: j}, true
	}
	s, isTime := p.spanAt(i)
	switch {
	case isDate && isTime && d.kind == dayOnly && s.ends && p.has(j, lang.At) && !p.has(i-1, lang.RangeFrom):
		return atom{isDate: true, date: d, from: i, to: j}, true // "le 24 à 15h30" is no range of hours
	case isDate && isTime && s.start.strength > d.strength:
		return atom{span: s, from: i, to: s.to}, true
	case isDate:
		return atom{isDate: true, date: d, from: i, to: j}, true
	case isTime:
		return atom{span: s, from: i, to: s.to}, true
	}
	if s, ok := p.termAt(i); ok {
		return s, true
	}
	return atom{}, false
}

// pointRange reports whether a number pair that reads as a day begins a range of
// hours written alike: "15.10 tot 15.50 uur".
func (p *parser) pointRange(i, to int, d date) bool {
	if d.kind != dayMonth || p.at(i).kind != kindNumber || !p.ch(i+1, '.') || to > i+3 {
		return false
	}
	k := i + 3
	if !p.has(k, lang.RangeTo) && !p.ch(k, '-') {
		return false
	}
	return p.number(k+1, 2) && p.ch(k+2, '.') && p.number(k+3, 2) && p.at(k+3).digits == 2 && p.has(k+4, lang.HourMark)
}

// closedHours skips what is said of every week: "Monday to Friday, 9-5",
// "every Tuesday at 3", and "the week of 12 May", which names no day.
func (p *parser) closedHours(i int) int {
	w := p.at(i).word
	switch {
	case w.has(lang.HoursWeekly) && p.weekly(i):
		return p.sentenceEnd(i, 14)
	case w.has(lang.WeekOf) && p.weekOf(i):
		return p.noteWeek(i)
	case w.has(lang.Weekday) && (p.ch(i+1, '-') || p.has(i+1, lang.RangeTo) || p.ch(i+1, '.') && p.ch(i+2, '-')):
		k := i + 2
		if p.ch(i+1, '.') {
			k++
		}
		if p.ch(k, '-') {
			k++
		}
		if !p.has(k, lang.Weekday) {
			return i
		}
		return p.afterWeekdays(i, k+1)
	}
	return i
}

// weekly tells "every Tuesday" from "every applicant": forms with the value 1
// need a day after them.
func (p *parser) weekly(i int) bool {
	if p.val(i, lang.HoursWeekly) != 1 {
		return true
	}
	for k := i + 1; k <= i+2; k++ {
		if p.has(k, lang.Weekday) || p.has(k, lang.Days) || p.has(k, lang.Part) {
			return true
		}
	}
	return false
}

// weekOf tells "week of 12 May" from "last week 12 people".
func (p *parser) weekOf(i int) bool {
	if p.has(i, lang.WeekRef) || p.has(i, lang.WeekPost) || p.has(i, lang.Days) {
		k := p.gap(i+1, 2)
		d, _, ok := p.dateAt(k)
		return ok && k > i+1 && d.kind <= dayMonth && d.weekday < 0
	}
	return true
}

// afterWeekdays skips the hours after "Monday to Friday"; with one time of
// day, as in "moved from Monday to Friday at 9", it skips nothing.
func (p *parser) afterWeekdays(i, k int) int {
	if p.ch(k, '.') {
		k++
	}
	for n := 0; n < 5 && (p.at(k).kind == kindPunct || p.has(k, lang.Gap) || p.has(k, lang.RangeFrom) || p.has(k, lang.At)); n++ {
		k++
	}
	if s, ok := p.spanAt(k); ok && s.ends {
		return s.to
	}
	if s, ok := p.spanAt(k); ok && p.has(k-1, lang.RangeFrom) && !s.ends {
		return s.to
	}
	if p.ch(i+1, '-') && !p.at(i+1).space { // "Mon-Fri"
		return k
	}
	return i
}

// sentenceEnd gives the end of the sentence or line, at most n tokens on.
func (p *parser) sentenceEnd(i, n int) int {
	for ; n > 0 && i < len(p.t); n-- {
		t := &p.t[i]
		if t.kind == kindLine || t.ch == '.' && (i+1 >= len(p.t) || p.t[i+1].space && !p.number(i+1, 4)) || t.ch == ';' || t.ch == '|' {
			return i
		}
		i++
	}
	return i
}

// termAt reads "end of next week", "Ende des Monats", "fin mars". "Early next
// week" names no day and is skipped whole.
func (p *parser) termAt(i int) (atom, bool) {
	w := p.at(i).word
	if !w.has(lang.EndOf) {
		return atom{}, false
	}
	d := date{kind: relative, weekday: -1, strength: told, within: true, from: i}
	j := i + 1
	for n := 0; n < 3 && p.has(j, lang.Gap) && !p.has(j, lang.WeekRef) && !p.has(j, lang.Month); n++ {
		j++
	}
	if p.ch(j, '\'') {
		j++
	}
	r := p.at(j).word
	switch {
	case w.val[lang.EndOf] == 1:
		d.kind, d.d, d.m, j = endOfMonth, 0, 0, i
	case r.has(lang.RelDay) && r.val[lang.RelDay] >= 0:
		d.days = int(r.val[lang.RelDay])
	case r.has(lang.Days) && r.val[lang.Days] == 7:
		d.kind = endOfWeek
	case r.has(lang.Days) && r.val[lang.Days] == 30:
		d.kind = endOfMonth
	case r.has(lang.WeekRef):
		d.kind, d.week = endOfWeek, int(r.val[lang.WeekRef])
	case r.has(lang.MonthRef):
		d.kind, d.m = endOfMonth, int(r.val[lang.MonthRef])
	case r.has(lang.YearRef):
		d.kind, d.y = endOfYear, int(r.val[lang.YearRef])
	case r.has(lang.Month) && !p.number(j+1, 2):
		d.kind, d.m, d.d = endOfMonth, int(r.val[lang.Month]), 1
	default:
		return atom{}, false
	}
	d.to = j + 1
	return atom{isDate: true, date: d, from: i, to: j + 1}, true
}

// The kinds of terms.
const (
	endOfWeek  dateKind = iota + 16
	endOfMonth          // m months on, or with d set the month m
	endOfYear           // y years on
)
