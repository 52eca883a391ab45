package when

import (
	"strings"

	"inboxwatch/internal/lang"
)

// pastLast gives the minutes past the hour read before, where no hour follows
// the words: "from about two … at ten past".
func (p *parser) pastLast(i, j, minutes int) (clock, int, bool) {
	const reach = 40 // tokens
	if p.lastTo == 0 || p.lastTo > i || i-p.lastTo > reach || p.last.h == 24 || minutes <= 0 || minutes > 30 || p.at(j).kind == kindNumber || p.has(j, lang.Num) || p.unitFollows(j) {
		return clock{}, i, false
	}
	c := p.last
	c.m, c.minutes, c.marked, c.strength = minutes, true, false, told
	return c, j, true
}

// countsThings reports whether an article or the like makes the number word at i
// one for things told before: "the later of the two", "this one".
func (p *parser) countsThings(i int) bool {
	if t := p.at(i - 1); t.kind != kindWord || !articles[strings.ToLower(p.text[t.from:t.to])] {
		return false
	}
	n := p.at(i + 1).word
	return !n.has(lang.HourMark) && !n.has(lang.AmPm) && !n.has(lang.Part) && !n.has(lang.Num)
}

// articles lead to numbers of things. Romance ones lead to hours too ("las dos").
var articles = map[string]bool{"the": true, "these": true, "those": true, "this": true, "that": true, "which": true, "any": true, "each": true, "every": true, "only": true, "last": true, "other": true, "first": true, "tiny": true,
	"die": true, "beiden": true, "diese": true, "deze": true, "welche": true, "welke": true, "les": true, "ces": true}

// afterDay reports whether the number of three digits at i, or of four that is
// no year, stands right behind a weekday or "tomorrow".
func (p *parser) afterDay(i int) bool {
	t := p.at(i)
	if t.digits != 3 && (t.digits != 4 || t.num >= 1300) {
		return false
	}
	k := i - 1
	if p.ch(k, ',') {
		k--
	}
	return p.has(k, lang.Weekday) || p.has(k, lang.RelDay)
}

// rangeAround reports whether a dash and four more digits stand beside i.
func (p *parser) rangeAround(i int) bool {
	four := func(k int) bool {
		return p.number(k, 4) && p.at(k).digits == 4 && p.at(k).num%100 < 60 && p.at(k).num < 2400
	}
	return (p.ch(i+1, '-') && four(i+2) || p.ch(i-1, '-') && four(i-2)) && (p.at(i).num < 1900 || p.has(i+3, lang.HourMark) || p.has(i+1, lang.HourMark))
}

// militaryClock reads "1730", which needs a mark or a range to be certain.
func (p *parser) militaryClock(i int) (clock, int, bool) {
	t := p.at(i)
	c := clock{h: int(t.num / 100), m: int(t.num % 100), minutes: true, padded: true}
	marked := p.has(i+1, lang.HourMark) || p.has(i+1, lang.AmPm)
	if !marked && p.afterDay(i) && c.m%5 == 0 && c.h >= 1 && c.h <= 12 && !p.unitFollows(i+1) && p.at(i+1).kind != kindNumber && !(p.at(i+1).kind == kindPunct && p.glued(i+1) && p.at(i+1).ch != '.' && p.at(i+1).ch != ',') {
		c.strength, c.padded = told, false
		return c, i + 1, true // "thurs, 730"
	}
	if t.digits > 4 || t.digits == 3 && !marked || c.m > 59 || c.h > 24 {
		return c, i, false
	}
	if marked {
		c.strength = certain
	} else if year := t.num >= 1900 && t.num <= 2100; p.strictAt(i-1) && !year {
		c.strength = told
	} else if z, _ := p.zoneAt(i + 1); z.loc != nil && !year && c.m%5 == 0 {
		c.strength = certain // "16 June, 0800 Central"
	} else if !p.rangeAround(i) {
		return c, i, false
	}
	return c, i + 1, true
}
