package when

import "inboxwatch/internal/lang"

// numericDate reads "12/11", "12.05.", "07-04-26", "25.02.2026".
func (p *parser) numericDate(i int) (date, int, bool) {
	sep := p.at(i + 1)
	if sep.kind != kindPunct || sep.ch != '/' && sep.ch != '.' && sep.ch != '-' || p.at(i).ord {
		return date{}, i, false
	}
	if !p.number(i+2, 2) || p.at(i+2).ord {
		return date{}, i, false
	}
	tight := p.glued(i+1) && p.glued(i+2)
	d := date{kind: dayMonth, d: int(p.at(i).num), m: int(p.at(i + 2).num), weekday: -1, point: sep.ch == '.'}
	j := i + 3
	if p.ch(j, sep.ch) && (p.glued(j) || !tight) && p.at(j+1).kind == kindNumber && (p.glued(j+1) || sep.ch == '.' && p.at(j+1).digits == 4) {
		return p.numericYear(i, d, j+1)
	}
	if !tight || sep.ch == '-' && !p.weekdayBefore(i) {
		return date{}, i, false
	}
	return p.shortNumeric(i, d, j)
}

// numericYear finishes a numeric date whose third number stands at k.
func (p *parser) numericYear(i int, d date, k int) (date, int, bool) {
	t := p.at(k)
	y := int(t.num)
	switch {
	case t.digits == 2:
		y += 2000
		if y < p.ref.Year()-3 || y > p.ref.Year()+3 {
			return date{}, i, false
		}
	case t.digits != 4 || y < 1900 || y > 2100:
		if d.point && t.digits <= 2 { // "12.05. 15:30" read too far
			return p.shortNumeric(i, d, k-1)
		}
		return date{}, i, false
	}
	if n := p.at(k + 1); p.glued(k+1) && (n.kind == kindWord && !n.word.has(lang.Gap) || n.kind == kindPunct && (n.ch == '/' || n.ch == '-' || n.ch == '_' || n.ch == '.') && p.glued(k+2) && p.at(k+2).kind == kindNumber) {
		return date{}, i, false
	}
	d.kind, d.y, d.strength = dayMonthYear, y, certain
	return p.orderNumeric(d, k+1)
}

// shortNumeric is a numeric date without a year: certain only with a weekday,
// a closing point or a preposition beside it.
func (p *parser) shortNumeric(i int, d date, j int) (date, int, bool) {
	n := p.at(j)
	if p.ch(i+1, '-') && !p.fitsWeekday(i, d) || p.ch(j, ':') && p.glued(j) && p.glued(j+1) {
		return date{}, i, false // "Mon 2-3", "Thu 3-3:30": hours
	}
	if d.point && p.ch(j, '-') && p.number(j+1, 2) && p.ch(j+2, '.') && p.number(j+3, 2) && p.has(j+4, lang.HourMark) {
		return date{}, i, false // "11.10 - 12.00 uur"
	}
	if p.ch(j, '%') || p.ch(j, '$') || p.unitFollows(j) && !p.has(j, lang.Gap) || d.d == 24 && d.m == 7 && !d.point || n.kind == kindWord && p.glued(j) {
		return date{}, i, false
	}
	if p.ch(j, '.') && p.glued(j) && d.point {
		if p.glued(j+1) && p.at(j+1).kind == kindNumber {
			return date{}, i, false
		}
		j++
		if p.at(i+2).digits == 2 || p.at(i).digits == 2 {
			d.strength = told
		}
	} else if p.ch(j, sepOf(d)) && p.glued(j) && p.glued(j+1) && p.at(j+1).kind == kindNumber {
		return date{}, i, false
	}
	if p.dayBefore(i) {
		d.strength = certain
	}
	if d.point && d.strength == bare && p.at(i+2).digits == 1 {
		return date{}, i, false
	}
	return p.orderNumeric(d, j)
}

// fitsWeekday reports whether the day d, in either order and near the mail's
// own, falls on the weekday that stands before i.
func (p *parser) fitsWeekday(i int, d date) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if !p.has(k, lang.Weekday) {
			continue
		}
		for y := p.ref.Year() - 1; y <= p.ref.Year()+1; y++ {
			for _, o := range [][2]int{{d.m, d.d}, {d.d, d.m}} {
				if realDay(y, o[0], o[1]) && int(civil(y, o[0], o[1]).Weekday()) == p.val(k, lang.Weekday) && plausible(civil(y, o[0], o[1]), p.ref.AddDate(0, 0, -1)) {
					return true
				}
			}
		}
	}
	return false
}

func sepOf(d date) byte {
	if d.point {
		return '.'
	}
	return '/'
}

// orderNumeric settles which number is the month where only one can be.
func (p *parser) orderNumeric(d date, j int) (date, int, bool) {
	switch {
	case d.m > 12 && !d.point && d.d <= 12:
		d.d, d.m = d.m, d.d
	case d.d <= 12 && d.m <= 12 && d.d != d.m && !d.point:
		d.open = true
	}
	return d, j, d.valid()
}

func (d date) valid() bool { return d.m >= 1 && d.m <= 12 && d.d >= 1 && d.d <= 31 }

// weekdayBefore reports whether a weekday stands right before i.
func (p *parser) weekdayBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch t := p.at(k); {
		case t.word.has(lang.Weekday):
			return true
		case t.kind == kindPunct || t.word.has(lang.Gap):
		default:
			return false
		}
	}
	return false
}

// dayBefore reports whether a weekday or a word that stands before days does
// so at i: "on 12/11", "dia 12/11", "date: 12/11".
func (p *parser) dayBefore(i int) bool {
	if p.weekdayBefore(i) {
		return true
	}
	b := p.at(i - 1)
	if b.kind == kindPunct && (b.ch == ':' || b.ch == '|') {
		b = p.at(i - 2)
	}
	return b.word.has(lang.Gap) && !b.word.has(lang.At)
}
