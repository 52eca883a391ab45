package when

import (
	"strings"

	"inboxwatch/internal/lang"
)

// dayMonthAt reads a day of the month with what names the month and year:
// ISO, numeric, "12 May", "May 12", "twelfth of May", "12 XI 2025", "the 20th".
func (p *parser) dayMonthAt(i int) (date, int, bool) {
	t := p.at(i)
	switch {
	case t.kind == kindNumber:
		if p.midSequence(i) {
			return date{}, i, false
		}
		if t.digits == 4 {
			return p.yearFirst(i)
		}
		if t.digits > 2 || t.num > 31 || t.num == 0 {
			return date{}, i, false
		}
		if d, j, ok := p.numericDate(i); ok {
			return d, j, true
		}
		if d, j, ok := p.dayThenMonth(i, int(t.num)); ok {
			return d, j, true
		}
		return p.dayAlone(i)
	case t.word.has(lang.Month):
		return p.monthThenDay(i)
	case t.word.has(lang.Ord):
		return p.dayThenMonth(i, int(t.word.val[lang.Ord]))
	case t.word.has(lang.Num):
		return p.dayThenMonth(i, int(t.word.val[lang.Num]))
	}
	return date{}, i, false
}

// yearAt reads a year at i: four digits, or an apostrophe and two.
func (p *parser) yearAt(i int) (int, int, bool) {
	t := p.at(i)
	if t.kind == kindNumber && t.digits == 4 && t.num >= 1900 && t.num <= 2100 && !p.has(i+1, lang.HourMark) && !(p.ch(i+1, ':') && p.glued(i+1)) {
		return int(t.num), i + 1, true
	}
	if p.ch(i, '\'') && p.number(i+1, 2) && p.at(i+1).digits == 2 && p.glued(i+1) {
		return 2000 + int(p.at(i+1).num), i + 2, true
	}
	return 0, i, false
}

// yearFirst reads "2026-11-12", "2026/04/15" and "2026 May 5".
func (p *parser) yearFirst(i int) (date, int, bool) {
	y, j, ok := p.yearAt(i)
	if !ok {
		return date{}, i, false
	}
	sep := p.at(j)
	if sep.kind == kindPunct && (sep.ch == '-' || sep.ch == '/' || sep.ch == '.') && p.glued(j) && p.glued(j+1) {
		if p.number(j+1, 2) && p.ch(j+2, sep.ch) && p.glued(j+2) && p.number(j+3, 2) && p.glued(j+3) {
			d := date{kind: dayMonthYear, y: y, m: int(p.at(j + 1).num), d: int(p.at(j + 3).num), weekday: -1, strength: certain}
			j += 4
			if w := p.at(j); w.kind == kindWord && w.to-w.from == 1 && p.text[w.from] == 'T' && p.glued(j) && p.number(j+1, 2) {
				j++
			}
			return d, j, d.valid()
		}
		j++
	}
	if p.has(j, lang.Month) {
		if d, e, ok := p.monthThenDay(j); ok && d.kind == dayMonth {
			d.kind, d.y = dayMonthYear, y
			return d, e, true
		}
	}
	return date{}, i, false
}

// dayThenMonth reads "12 May 2026", "12. Mai", "12-Mar-2026", "12 de mayo de
// 2026", "12 XI 2025 r.", and ranges of days: "12-14 May".
func (p *parser) dayThenMonth(i, day int) (date, int, bool) {
	d := date{kind: dayMonth, d: day, weekday: -1, strength: certain}
	j := i + 1
	if p.ch(j, '.') && p.glued(j) {
		j++
	}
	if last, k, ok := p.lastDay(j); ok && (p.at(i).kind == kindNumber || p.at(i).word.has(lang.Ord)) {
		d.last, j = last, k
	}
	m, j, ok := p.monthAt(j)
	if !ok {
		return date{}, i, false
	}
	d.m = m
	k := p.gap(j, 2)
	if p.ch(j, '.') || p.ch(j, '-') || p.ch(j, '/') {
		k = p.gap(j+1, 1)
	}
	if y, e, ok := p.yearAt(k); ok {
		d.kind, d.y, j = dayMonthYear, y, e
		if p.has(j, lang.YearMark) {
			j++
			if p.ch(j, '.') && p.glued(j) {
				j++
			}
		}
	} else if (p.ch(j, '-') || p.ch(j, '/')) && p.glued(j) && p.number(j+1, 2) && p.at(j+1).digits == 2 && p.glued(j+1) {
		d.kind, d.y, j = dayMonthYear, 2000+int(p.at(j+1).num), j+2
	} else if p.ch(j, '.') && p.glued(j) && j < len(p.t)-1 && p.at(j-1).to-p.at(j-1).from <= 4 {
		j++ // the point of an abbreviation
	}
	return d, j, d.valid()
}

// lastDay reads "-14", "to 14", "bis 14." after the first day of a range.
func (p *parser) lastDay(j int) (int, int, bool) {
	k := j
	if p.ch(k, '.') {
		k++
	}
	if !p.ch(k, '-') && !p.has(k, lang.RangeTo) && !p.has(k, lang.And) && !p.has(k, lang.Or) && !p.ch(k, '/') && !p.ch(k, ',') {
		return 0, j, false
	}
	k++
	for p.has(k, lang.Gap) && p.at(k).kind == kindWord {
		k++
	}
	if !p.number(k, 2) || p.at(k).num < 1 || p.at(k).num > 31 {
		return 0, j, false
	}
	n := int(p.at(k).num)
	k++
	if p.ch(k, '.') && p.glued(k) {
		k++
	}
	if p.ch(k, ',') || p.has(k, lang.Or) || p.has(k, lang.And) {
		if m, e, ok := p.lastDay(k); ok {
			return m, e, true
		}
	}
	if _, _, ok := p.monthAt(k); !ok {
		return 0, j, false
	}
	return n, k, true
}

// monthAt reads a month's name at j, also after "of", "de", "-", or a Roman
// numeral with a year after it.
func (p *parser) monthAt(j int) (int, int, bool) {
	if (p.ch(j, '-') || p.ch(j, '/') || p.ch(j, '.')) && p.has(j+1, lang.Month) && p.glued(j+1) {
		j++
	}
	for n := 0; n < 3 && !p.has(j, lang.Month) && p.has(j, lang.Gap); n++ {
		j++
		if p.ch(j, '\'') {
			j++
		}
	}
	t := p.at(j)
	if t.word.has(lang.Month) && t.kind == kindWord {
		if t.word.has(lang.Weekday) && !t.title && t.to-t.from <= 3 && p.at(j+1).kind == kindNumber && p.at(j+1).digits <= 2 {
			return 0, j, false // "12 mar 14 h" is odd enough to leave
		}
		return p.val(j, lang.Month), j + 1, true
	}
	if t.kind == kindWord && t.caps {
		if m := romanMonth(p.text[t.from:t.to]); m > 0 {
			if _, _, ok := p.yearAt(j + 1); ok {
				return m, j + 1, true
			}
		}
	}
	return 0, j, false
}

func romanMonth(s string) int {
	for i, r := range [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"} {
		if s == r {
			return i + 1
		}
	}
	return 0
}

// monthThenDay reads "May 12, 2026", "May the 12th", "Sept. 3".
func (p *parser) monthThenDay(i int) (date, int, bool) {
	d := date{kind: dayMonth, m: p.val(i, lang.Month), weekday: -1, strength: certain}
	j := i + 1
	if p.ch(j, '.') && p.glued(j) || p.ch(j, '/') && p.glued(j) || p.ch(j, '-') && p.glued(j) {
		j++
	}
	if p.has(j, lang.Gap) && p.at(j+1).ord {
		j++
	}
	t := p.at(j)
	switch {
	case t.kind == kindNumber && t.digits <= 2 && t.num >= 1 && t.num <= 31:
		d.d = int(t.num)
	case t.word.has(lang.Ord):
		d.d = p.val(j, lang.Ord)
	default:
		return date{}, i, false
	}
	if p.ch(j+1, ':') && p.glued(j+1) && p.minutesGlued(j+2) || p.ch(j+1, '.') && p.glued(j+1) && p.number(j+2, 2) && p.glued(j+2) || p.has(j+1, lang.AmPm) || p.has(j+1, lang.HourMark) && p.at(j+1).kind == kindWord || p.unitFollows(j+1) {
		return date{}, i, false
	}
	j++
	if (p.ch(j, '-') || p.has(j, lang.And)) && p.number(j+1, 2) && p.at(j+1).num <= 31 && !(p.ch(j+2, ':') && p.glued(j+2)) && int(p.at(j+1).num) > d.d && !p.has(j+2, lang.AmPm) && !p.ch(j+2, '.') {
		d.last, j = int(p.at(j+1).num), j+2
	}
	k := j
	if p.ch(k, ',') || p.ch(k, '/') && p.glued(k) || p.has(k, lang.Gap) && p.at(k+1).digits == 4 {
		k++
	}
	if y, e, ok := p.yearAt(k); ok {
		d.kind, d.y, j = dayMonthYear, y, e
	}
	return d, j, d.valid()
}

// dayAlone reads "the 20th", "am 20.", "dia 6": a day of this month or next.
func (p *parser) dayAlone(i int) (date, int, bool) {
	t := p.at(i)
	d := date{kind: dayOnly, d: int(t.num), weekday: -1}
	j := i + 1
	before := p.at(i - 1).word
	gap := before.has(lang.Gap) || before.has(lang.RangeTo) || before.has(lang.RangeFrom)
	if t.num > 31 || p.unitFollows(j) || p.has(i-1, lang.RefPre) {
		return d, i, false
	}
	switch {
	case t.ord && p.noDay(i):
	case t.ord:
		d.strength = bare
		if gap && !p.nounFollows(j) {
			d.strength = told
		}
		return d, j, gap || p.has(i-1, lang.Weekday) || p.ch(i-1, ',')
	case p.ch(j, '.') && p.glued(j) && gap && !p.glued(j+1) && p.pointOrdinals():
		return d, j + 1, true
	case gap && p.dayWord(before) && p.plainEnd(j):
		return d, j, true
	}
	return d, i, false
}

// noDay reports whether the ordinal at i is no day: "2ª entrevista", "el 2º B".
func (p *parser) noDay(i int) bool {
	t, next := p.at(i), p.at(i+1)
	s := p.text[t.from:t.to]
	return strings.HasSuffix(s, "ª") || strings.HasSuffix(s, "º") && next.kind == kindWord && next.to-next.from == 1
}

// pointOrdinals: the language writes ordinals with a point, "am 20.".
func (p *parser) pointOrdinals() bool { return p.v.table.PointOrdinals }

// dayWord reports whether the word stands before days of the month rather
// than before hours: "le 12", "el 14", "dia 6", "dnia 9".
func (p *parser) dayWord(w *word) bool {
	return p.v.table.ArticleDays && !w.has(lang.At)
}

// plainEnd reports whether nothing at j makes the number an hour or a count.
func (p *parser) plainEnd(j int) bool {
	t := p.at(j)
	if t.kind == kindPunct && p.glued(j) && (t.ch == ':' || t.ch == '-' || t.ch == '/' || t.ch == '.' && p.glued(j+1) && p.at(j+1).kind == kindNumber) {
		return false
	}
	return !t.word.has(lang.HourMark) && !t.word.has(lang.AmPm) && t.kind != kindNumber && !(t.kind == kindWord && t.word == nil)
}

// nounFollows reports whether an unknown word follows in lower case, as in
// "the 3rd round"; verbs and prepositions that do are few and known.
func (p *parser) nounFollows(j int) bool {
	return p.has(j, lang.NotTime) || p.has(j, lang.RefPre)
}
