package when

import (
	"time"

	"inboxwatch/internal/lang"
)

// parser finds dates and times of day in a token list. Its methods take the
// index of a token and give the index after what they read.
type parser struct {
	text  string
	t     []token
	v     *vocabulary
	c     Context
	ref   time.Time   // c.Ref in the default zone
	order order       // of day and month, from other dates of the text
	weeks []namedWeek // named in the text
	// stated is the country of the zone that the text tells, as zoneCountry has it.
	stated string
	// last is the time of day read before, and lastTo the token behind it:
	// "we close at six, so come at quarter past".
	last   clock
	lastTo int
}

// at gives the token with index i, and an empty one beyond the ends.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.t) {
		return &beyond
	}
	return &p.t[i]
}

var beyond = token{kind: kindLine}

// has reports whether token i plays the part c.
func (p *parser) has(i int, c lang.DateClass) bool { return p.at(i).word.has(c) }

// val is the value that the word at i has in class c.
func (p *parser) val(i int, c lang.DateClass) int { return int(p.at(i).word.val[c]) }

// ch reports whether token i is the sign ch.
func (p *parser) ch(i int, ch byte) bool {
	t := p.at(i)
	return t.kind == kindPunct && t.ch == ch
}

// glued reports whether token i follows its neighbour without a blank.
func (p *parser) glued(i int) bool { return i < len(p.t) && !p.t[i].space && p.t[i].kind != kindLine }

// number reports whether token i is a number of at most max digits.
func (p *parser) number(i, digits int) bool {
	t := p.at(i)
	return t.kind == kindNumber && int(t.digits) <= digits
}

// gap skips words and signs that may stand inside one date, at most n.
func (p *parser) gap(i, n int) int {
	for ; n > 0; n-- {
		t := p.at(i)
		switch {
		case t.word.has(lang.Gap) && !t.word.has(lang.Num):
		case t.kind == kindPunct && (t.ch == ',' || t.ch == '(' || t.ch == '\''):
		default:
			return i
		}
		i++
	}
	return i
}

// midSequence reports whether the number at i stands inside a longer run such
// as a reference or a version: "ED-25-1187", "Advt.04/2026", "v2.1".
func (p *parser) midSequence(i int) bool {
	if !p.glued(i) || i == 0 {
		return false
	}
	b := p.at(i - 1)
	switch b.kind {
	case kindWord:
		if b.to-b.from == 1 && p.text[b.from] == 'T' && p.at(i-2).kind == kindNumber {
			return false // "2026-11-12T14:00"
		}
		return !b.word.has(lang.HourMark) && !b.word.has(lang.At)
	case kindPunct:
		switch b.ch {
		case '#', '_', '$', '+':
			return true
		case '-', '/', '.':
			if c := p.at(i - 2); !b.space && c.kind == kindWord && c.word.has(lang.Weekday) {
				return false
			}
			return !b.space && i > 1 && (p.at(i-2).kind == kindNumber || p.at(i-2).kind == kindWord)
		}
	}
	return false
}
