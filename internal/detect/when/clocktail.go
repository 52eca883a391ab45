package when

import (
	"strings"

	"inboxwatch/internal/lang"
)

// clockTail reads what may follow an hour: a mark with minutes, "et demie",
// "pm", "in the afternoon".
func (p *parser) clockTail(c *clock, j int) int {
	j = p.hourMark(c, j)
	j = p.offsetAfter(c, j)
	if k, h, ok := p.halfMark(j); ok {
		c.half, c.marked, c.strength = h, true, certain
		j = k
	}
	if k, h, ok := p.partAfter(j, c.h); ok && c.half == anyHalf {
		c.half, c.marked = h, true
		c.strength = certain
		j = k
	}
	return j
}

// hourMark reads "Uhr", "h" or "o'clock" and the minutes after it.
func (p *parser) hourMark(c *clock, j int) int {
	if !p.has(j, lang.HourMark) || p.at(j).kind != kindWord {
		return j
	}
	w := p.at(j).word
	unit := w.has(lang.Unit)
	if w.val[lang.HourMark] == 1 && !c.minutes {
		if !p.minutesGlued(j + 1) {
			return j
		}
		unit = false
	}
	c.marked = true
	k := j + 1
	if !c.minutes && p.minutesAfter(k) {
		c.m, c.minutes = int(p.at(k).num), true
		k++
	} else if !c.minutes && p.has(k, lang.Num) && p.val(k, lang.Num) >= 5 && !p.unitFollows(k+1) && (!unit || p.hourEnds(k+1)) {
		c.m, c.minutes = p.val(k, lang.Num), true
		k++
	} else if m, e, ok := p.minutesAdded(k); ok && !c.minutes {
		c.m, c.minutes, c.strength = m, true, certain
		return e
	}
	short := p.at(j).to-p.at(j).from <= 2
	// "2 horas" may be a length; "14h" is none, nor is what "a las" announces.
	if !unit || c.minutes || c.strength != bare || short && c.h > 6 && c.h < 24 {
		c.strength = certain
	}
	return k
}

// minutesAdded reads "e trinta minutos", "y 30 minutos" after the hour's mark.
func (p *parser) minutesAdded(k int) (int, int, bool) {
	if !p.has(k, lang.And) || !p.has(k+2, lang.Unit) || p.val(k+2, lang.Unit) != 1 {
		return 0, k, false
	}
	switch t := p.at(k + 1); {
	case p.number(k+1, 2) && t.num < 60:
		return int(t.num), k + 3, true
	case t.word.has(lang.Num) && p.val(k+1, lang.Num) < 60:
		return p.val(k+1, lang.Num), k + 3, true
	}
	return 0, k, false
}

func (p *parser) minutesGlued(i int) bool {
	return p.number(i, 2) && p.at(i).digits == 2 && p.glued(i) && p.at(i).num < 60
}

// minutesAfter reports whether two digits of minutes stand after the mark.
func (p *parser) minutesAfter(i int) bool {
	if p.minutesGlued(i) {
		return true
	}
	if !p.number(i, 2) || p.at(i).digits != 2 || p.at(i).num > 59 || p.at(i).ord || p.at(i).kind == kindLine {
		return false
	}
	n := p.at(i + 1)
	switch {
	case n.kind == kindPunct && p.glued(i+1) && n.ch != ',' && n.ch != ')' && n.ch != ';' && n.ch != '.':
		return false
	case n.ch == '.' && p.number(i+2, 4) && p.glued(i+2):
		return false
	}
	return !p.unitFollows(i+1) && !n.word.has(lang.Month) && !n.word.has(lang.HourMark)
}

// offsetAfter reads "et demie", "y cuarto", "moins dix".
func (p *parser) offsetAfter(c *clock, j int) int {
	if c.minutes {
		return j
	}
	off, k := 0, j
	switch {
	case p.has(j, lang.OffPost):
		off, k = p.val(j, lang.OffPost), j+1
	case p.has(j, lang.MinPost) && p.has(j+1, lang.Num) && !p.unitFollows(j+2) && p.val(j+1, lang.Num) >= 5 && p.val(j+1, lang.Num) < 30:
		off, k = p.val(j, lang.MinPost)*p.val(j+1, lang.Num), j+2
		if off > 0 && c.strength == bare && !c.marked && !p.strictAt(j-2) {
			return j
		}
	default:
		return j
	}
	o := offsetHour(c.h, off)
	c.h, c.m, c.minutes, c.strength = o.h, o.m, true, certain
	return k
}

// halfMark reads "am", "p.m.", "a". A word that is also a preposition, as the
// German "am", counts only when it is glued to the hour or in capitals.
func (p *parser) halfMark(j int) (int, half, bool) {
	t := p.at(j)
	if !t.word.has(lang.AmPm) {
		return j, anyHalf, false
	}
	if t.word.has(lang.Gap) && t.space && !t.caps {
		return j, anyHalf, false
	}
	if t.to-t.from == 1 && (t.space || !p.ch(j+1, '-') && !p.ch(j-2, '-') && !p.strictAt(j-2)) {
		return j, anyHalf, false // "3p-4p" and "at 3p", but not "12a High Street"
	}
	h := am
	if t.word.val[lang.AmPm] == 2 {
		h = pm
	}
	// The point of "a.m." that the lexer left.
	if p.ch(j+1, '.') && p.glued(j+1) && p.text[t.to-1] == 'm' && t.to-t.from >= 3 {
		return j + 2, h, true
	}
	return j + 1, h, true
}

// partAfter reads "in the morning", "de la tarde".
func (p *parser) partAfter(j, h int) (int, half, bool) {
	k := j
	if p.ch(k, ',') || p.ch(k, '(') || p.ch(k, '\'') { // "'s avonds"
		k++
	}
	w := p.at(k).word
	if !w.has(lang.Part) || w.has(lang.RelDay) {
		return j, anyHalf, false
	}
	return k + 1, halfOf(int(w.val[lang.Part]), h), true
}

// halfOf gives the half of the day for an hour in a part of the day.
func halfOf(part, h int) half {
	switch part {
	case 1:
		return am
	case 2, 3:
		return pm
	case 4:
		if h%12 >= 6 {
			return pm
		}
		return am
	}
	return anyHalf
}

// span is a time of day with the end and the zone told beside it.
type span struct {
	start, end clock
	ends       bool
	zone       zone
	from, to   int // token indexes
}

// spanAt reads a time of day or a range of times at i.
func (p *parser) spanAt(i int) (span, bool) {
	c, j, ok := p.clockAt(i)
	if !ok {
		return span{}, false
	}
	s := span{start: c, from: i, to: j}
	zone1, k := p.zoneAt(j)
	if k > j {
		s.zone, s.to = zone1, k
	}
	if end, k, ok := p.rangeEnd(i, s.to, c); ok {
		s.end, s.ends, s.to = end, true, k
		if z, k := p.zoneAt(k); k > s.to {
			s.zone, s.to = z, k
		}
		s.shareStrength()
		if p.has(i-1, lang.RangeFrom) && s.start.strength == bare {
			s.start.strength, s.end.strength = told, told // "from ten to three"
		}
	}
	if s.start.strength < certain && !s.ends && s.zone.loc != nil && s.zone.strong {
		s.start.strength = certain
	}
	return s, true
}

// shareStrength makes both ends of a range as sure as the surer one.
func (s *span) shareStrength() {
	best := max(s.start.strength, s.end.strength)
	if s.start.minutes && s.end.minutes && best < told {
		best = told
	}
	s.start.strength, s.end.strength = best, best
}

// rangeEnd reads "- 15:00", "to 3pm", "bis 16 Uhr" after the time c.
func (p *parser) rangeEnd(i, j int, c clock) (clock, int, bool) {
	k := j
	if p.at(k).kind == kindLine && p.has(k+1, lang.RangeTo) && p.at(k+1).kind == kindWord {
		k++ // "at 14:00", and on the next line "to 14:45"
	}
	dash := p.ch(k, '-')
	between := p.has(i-1, lang.RangeFrom) && p.val(i-1, lang.RangeFrom) == 1 || p.has(i-2, lang.RangeFrom) && p.val(i-2, lang.RangeFrom) == 1
	switch {
	case dash:
	case p.has(k, lang.RangeTo) && p.at(k).kind == kindWord:
	case between && p.has(k, lang.And):
	default:
		return clock{}, j, false
	}
	k++
	if p.ch(k, '-') {
		k++
	}
	if (p.has(k, lang.At) || p.has(k, lang.Gap)) && p.at(k).kind == kindWord {
		k++
	}
	end, e, ok := p.clockAt(k)
	if !ok || !p.rangeFits(i, k, c, end, dash, between) {
		return clock{}, j, false
	}
	return end, e, true
}

// rangeFits decides whether two times are the ends of one range; a bare number
// after a dash may be anything else.
func (p *parser) rangeFits(i, k int, c, end clock, dash, between bool) bool {
	if p.midDate(k) {
		return false
	}
	if end.strength == certain && (end.marked || end.minutes) {
		return true
	}
	opened := between || p.has(i-1, lang.RangeFrom) || p.has(i-2, lang.RangeFrom)
	switch {
	case end.minutes && c.minutes:
		return true
	case dash && !p.at(k).space:
		return !c.minutes || c.marked
	case dash:
		return c.marked || !c.minutes && !end.minutes
	}
	return opened || c.marked || c.strength == told || p.at(i).kind == kindWord && p.at(k).kind == kindWord
}

// midDate reports whether the number at k begins a numeric date.
func (p *parser) midDate(k int) bool {
	if p.at(k).kind != kindNumber {
		return false
	}
	d, _, ok := p.dateAt(k)
	return ok && d.strength == certain
}

// listNumber reports whether the number at i only counts the lines: "2) Friday".
func (p *parser) listNumber(i int) bool {
	if !p.ch(i+1, ')') || !p.glued(i+1) || p.ch(i-1, '(') {
		return false
	}
	before := strings.TrimRight(p.text[:p.at(i).from], " \t>|")
	return before == "" || before[len(before)-1] == '\n'
}

func hasBlank(s string) bool {
	for i := range len(s) {
		if s[i] == ' ' {
			return true
		}
	}
	return false
}
