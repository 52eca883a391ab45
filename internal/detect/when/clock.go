package when

import (
	"strings"

	"inboxwatch/internal/lang"
)

// strength says how surely some tokens are a time of day or a day.
type strength uint8

const (
	bare    strength = iota // "4": only right beside a date
	told                    // "at 4": near a date
	certain                 // "4 pm", "16:00"
)

// half is the half of the day that the words name.
type half uint8

const (
	anyHalf half = iota
	am
	pm
)

// clock is one time of day as written.
type clock struct {
	h, m     int
	half     half
	strength strength
	marked   bool // "Uhr", "h", "pm" or a part of the day stands after it
	minutes  bool // minutes are written
	padded   bool // "09": written as on a 24-hour clock
	exact    bool // with seconds, as machines write (RFC 3339)
}

// clockAt reads one time of day at i.
func (p *parser) clockAt(i int) (clock, int, bool) {
	t := p.at(i)
	var c clock
	var j int
	var ok bool
	switch {
	case t.word.has(lang.In) && p.v.table.OrdinalHours && p.has(i+1, lang.Num) && p.has(i+2, lang.Ord) && p.val(i+1, lang.Num) < 30:
		// "za dziesięć jedenasta"
		c, j, ok = offsetHour(p.val(i+2, lang.Ord), -p.val(i+1, lang.Num)), i+3, true
		c.strength = certain
	case t.word.has(lang.OffPre):
		c, j, ok = p.offsetClock(i)
	case t.word.has(lang.Noon):
		c, j, ok = clock{h: p.val(i, lang.Noon), strength: told, marked: true}, i+1, true
		if t.word.is&^(1<<lang.Noon|1<<lang.Part|1<<lang.Gap) == 0 && t.kind == kindWord && hasBlank(p.text[t.from:t.to]) {
			c.strength = certain
		}
		if c.h == 0 {
			c.h = 24
		}
	case t.kind == kindNumber && !t.ord:
		c, j, ok = p.digitClock(i)
	case t.word.has(lang.Num), p.v.table.OrdinalHours && t.word.has(lang.Ord) && p.strictAt(i-1):
		c, j, ok = p.wordClock(i)
	case t.word.has(lang.One) && p.strictAt(i-1) && p.has(i+1, lang.HourMark):
		c, j, ok = clock{h: 1}, i+1, true
	}
	if !ok {
		return c, i, false
	}
	j = p.clockTail(&c, j)
	if c.strength == bare && p.strictAt(i-1) {
		c.strength = told
	}
	if c.strength == bare && p.has(i-1, lang.At) && p.val(i-1, lang.At) == 2 && p.hourEnds(j) {
		c.strength = told // "come about 4"
	}
	if c.h > 24 || c.m >= 60 || c.h == 24 && c.m > 0 {
		return c, j, false
	}
	if c.strength > bare && j > p.lastTo {
		p.last, p.lastTo = c, j
	}
	return c, j, true
}

// strictAt reports whether the word at i stands before hours only.
func (p *parser) strictAt(i int) bool {
	return p.has(i, lang.At) && p.val(i, lang.At) == 1 || p.ch(i, '@')
}

// hourAt reads a bare hour, in digits or words.
func (p *parser) hourAt(i int) (int, bool) {
	t := p.at(i)
	switch {
	case t.kind == kindNumber && !t.ord && t.digits <= 2 && t.num >= 1 && t.num <= 24:
		return int(t.num), true
	case t.word.has(lang.Num) && p.val(i, lang.Num) >= 1 && p.val(i, lang.Num) <= 24:
		return p.val(i, lang.Num), true
	case p.v.table.OrdinalHours && t.word.has(lang.Ord):
		return p.val(i, lang.Ord), true
	case t.word.has(lang.Noon):
		return 12, true
	}
	return 0, false
}

// offsetClock reads "half past ten", "halb zehn", "kwart over drie".
func (p *parser) offsetClock(i int) (clock, int, bool) {
	h, ok := p.hourAt(i + 1)
	if one := p.at(i + 1).word; !ok && one.has(lang.One) && !one.has(lang.Gap) && p.hourEnds(i+2) {
		h, ok = 1, true // "half een"
	}
	if !ok && hasBlank(p.text[p.at(i).from:p.at(i).to]) {
		return p.pastLast(i, i+1, p.val(i, lang.OffPre)) // "quarter past"
	}
	if !ok || p.unitFollows(i+2) {
		return clock{}, i, false
	}
	c := offsetHour(h, p.val(i, lang.OffPre))
	c.strength = certain
	if p.at(i+1).kind == kindNumber && !p.strictAt(i-1) && p.val(i, lang.OffPre) < -15 {
		c.strength = told
	}
	return c, i + 2, true
}

// offsetHour is h plus minutes, which may be negative.
func offsetHour(h, minutes int) clock {
	all := h*60 + minutes
	if all < 60 {
		all += 12 * 60
	}
	return clock{h: all / 60, m: all % 60, minutes: true}
}

// digitClock reads a time that begins with digits.
func (p *parser) digitClock(i int) (clock, int, bool) {
	t := p.at(i)
	if p.midSequence(i) && !p.clockRangeEnd(i) || p.has(i-1, lang.RefPre) && !p.has(i-1, lang.At) || p.ch(i-1, '$') {
		return clock{}, i, false
	}
	if rest := p.text[t.to:]; strings.HasPrefix(rest, "½") || strings.HasPrefix(rest, "¼") || strings.HasPrefix(rest, "¾") {
		return clock{}, i, false // "1½ hours"
	}
	if t.digits >= 3 {
		return p.militaryClock(i)
	}
	if p.listNumber(i) {
		return clock{}, i, false
	}
	c := clock{h: int(t.num), padded: t.digits == 2 && t.num < 10}
	sep := p.at(i + 1)
	if sep.kind == kindPunct && p.glued(i+1) && p.glued(i+2) && p.number(i+2, 2) && p.at(i+2).digits == 2 && !p.at(i+2).ord {
		m := int(p.at(i + 2).num)
		switch sep.ch {
		case ':':
			c.m, c.minutes, c.strength = m, true, certain
			c.padded = c.padded || p.v.table.Clock24 && t.num >= 6
			j := i + 3
			if p.ch(j, ':') && p.glued(j) && p.number(j+1, 2) && p.glued(j+1) {
				j += 2
				c.exact = c.padded || c.h > 12
			}
			return c, j, m < 60
		case '.', ',':
			if c, j, ok := p.pointClock(i, c, m); ok {
				return c, j, true
			}
		}
	}
	if j, ok := p.countedMinutes(i); ok {
		return p.minutesBefore(i, j, int(t.num))
	}
	if p.unitFollows(i+1) || p.ch(i+1, '%') || p.ch(i+1, '$') || p.ch(i+1, '/') && p.glued(i+1) {
		return clock{}, i, false
	}
	if p.ch(i+1, '.') && p.glued(i+1) && p.number(i+2, 9) && p.glued(i+2) {
		return clock{}, i, false
	}
	return c, i + 1, c.h <= 24
}

// clockRangeEnd reports whether a glued "-" or "/" before i joins two times.
func (p *parser) clockRangeEnd(i int) bool {
	if !p.ch(i-1, '-') && !p.ch(i-1, '/') {
		return false
	}
	b := p.at(i - 2)
	return b.word.has(lang.HourMark) || b.word.has(lang.AmPm) || b.kind == kindNumber && (b.digits == 2 && (p.ch(i-3, ':') || p.ch(i-3, '.')) || p.ch(i+1, ':') || b.digits <= 2 && !p.ch(i-3, '-') || b.digits == 4)
}

// pointClock reads "9.30" and, with a mark after it, "9,30".
func (p *parser) pointClock(i int, c clock, m int) (clock, int, bool) {
	j := i + 3
	if m > 59 || p.ch(j, '.') && p.glued(j) && p.glued(j+1) && p.number(j+1, 9) {
		return c, i, false
	}
	marked := p.has(j, lang.HourMark) || p.has(j, lang.AmPm)
	if p.ch(i+1, ',') && !marked || p.ch(j, '%') || p.ch(j, '$') || p.unitFollows(j) && !marked {
		return c, i, false
	}
	c.m, c.minutes = m, true
	switch {
	case marked:
		c.strength = certain
	case p.strictAt(i - 1):
		c.strength = certain
	default:
		c.strength = bare
	}
	return c, j, true
}

// countedMinutes reports whether "past", "vor" … and an hour follow the number
// at i, and where the hour stands.
func (p *parser) countedMinutes(i int) (int, bool) {
	if !p.has(i+1, lang.MinPre) {
		return 0, false
	}
	j := i + 2
	if p.has(j, lang.OffPre) {
		_, ok := p.hourAt(j + 1)
		return j, ok
	}
	if _, ok := p.hourAt(j); !ok || p.unitFollows(j+1) {
		return 0, false
	}
	if !p.has(i+1, lang.RangeTo) {
		return j, true
	}
	// "ten to eleven" is a time, "10 to 11" a range.
	v := 0
	if p.has(i, lang.Num) {
		v = p.val(i, lang.Num)
	}
	return j, v != 0 && v%5 == 0 && v < 30 && !p.has(i-1, lang.RangeFrom) && p.at(j).kind == kindWord
}

// minutesBefore reads the hour at j with the minutes counted before it.
func (p *parser) minutesBefore(i, j, minutes int) (clock, int, bool) {
	if minutes > 30 || minutes == 0 {
		return clock{}, i, false
	}
	off := minutes * p.val(i+1, lang.MinPre)
	if p.has(j, lang.OffPre) {
		off += p.val(j, lang.OffPre)
		j++
	}
	h, _ := p.hourAt(j)
	c := offsetHour(h, off)
	c.strength = certain
	return c, j + 1, true
}

// wordClock reads a time that begins with a number word.
func (p *parser) wordClock(i int) (clock, int, bool) {
	w := p.at(i).word
	n := int(w.val[lang.Num])
	if !w.has(lang.Num) {
		n = int(w.val[lang.Ord])
	}
	if j, ok := p.countedMinutes(i); ok {
		return p.minutesBefore(i, j, n)
	}
	if n < 1 || n > 24 || p.unitFollows(i+1) || p.countsThings(i) {
		return clock{}, i, false
	}
	c := clock{h: n}
	j := i + 1
	if p.ch(j, '-') && p.glued(j) && p.glued(j+1) && n <= 12 && p.has(j+1, lang.Num) {
		j++ // "ten-thirty"
	}
	if p.has(j, lang.Num) && p.val(j, lang.Num) >= 10 && p.val(j, lang.Num)%5 == 0 && !p.unitFollows(j+1) {
		c.m, c.minutes = p.val(j, lang.Num), true
		j++
	}
	return c, j, true
}

// unitFollows reports whether the word at i makes the number before it
// something else than an hour: minutes, weeks, people, euros.
func (p *parser) unitFollows(i int) bool {
	w := p.at(i).word
	if w == nil || w.has(lang.HourMark) && w.val[lang.HourMark] == 0 || w.has(lang.RangeTo) || w.has(lang.AmPm) {
		return false
	}
	return w.has(lang.Unit) && !w.has(lang.HourMark) || w.has(lang.Days) || w.has(lang.NotTime) && !w.has(lang.HourMark)
}
