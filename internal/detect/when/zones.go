package when

import (
	"strings"
	"sync"
	"time"

	"inboxwatch/internal/lang"
)

// zone is a time zone as told beside a time.
type zone struct {
	loc    *time.Location
	strong bool   // nothing but a zone is written so
	why    string // the inference, "" for a plain reading
}

var locations sync.Map // name → *time.Location; loading one costs 14 µs

func location(name string) *time.Location {
	if l, ok := locations.Load(name); ok {
		return l.(*time.Location)
	}
	l, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	locations.Store(name, l)
	return l
}

// zoneAt reads a zone after a time: "ET", "(CEST)", "UTC+2", "Houston time",
// "heure de Paris", "(Europe/Oslo)". Without one it gives j back.
func (p *parser) zoneAt(j int) (zone, int) {
	if z, k, ok := p.isoOffset(j); ok {
		return z, k
	}
	i := j
	for n := 0; n < 2 && (p.ch(i, '(') || p.ch(i, ',') || p.ch(i, '-') || p.ch(i, '|')); n++ {
		i++
	}
	bracket := i > j && p.ch(i-1, '(')
	// "(all times Eastern)", "(in Houston time)", "uhr deutscher Zeit"
	for n := 0; bracket && n < 2 && p.has(i, lang.In); n++ {
		i++
	}
	z, k := p.zoneWords(i, bracket)
	if k == i {
		return zone{}, j
	}
	k = p.zoneRest(&z, k)
	if p.ch(k, ')') {
		k++
	}
	return z, k
}

// isoOffset reads the offset of RFC 3339, "14:30:00+02:00", which only seconds
// before it tell from the end of a range.
func (p *parser) isoOffset(j int) (zone, int, bool) {
	two := func(i int) bool { return p.number(i, 2) && p.at(i).digits == 2 && p.glued(i) }
	if !(p.ch(j, '+') || p.ch(j, '-')) || !p.glued(j) || !two(j+1) || !p.ch(j+2, ':') || !two(j+3) || p.ch(j+4, ':') || !two(j-1) || !p.ch(j-2, ':') || !p.ch(j-4, ':') {
		return zone{}, j, false
	}
	off, k, ok := p.offset(j)
	return zone{loc: fixed(off), strong: true}, k, ok
}

// zoneWords reads the zone's own words.
func (p *parser) zoneWords(i int, bracket bool) (zone, int) {
	t := p.at(i)
	if t.kind == kindPunct && (t.ch == '+' || t.ch == '-') && t.space {
		if off, k, ok := p.offset(i); ok && p.at(i+1).digits == 4 {
			return zone{loc: fixed(off), strong: true}, k
		}
	}
	if t.kind != kindWord {
		return zone{}, i
	}
	if t.caps && t.to-t.from == 1 && p.text[t.from] == 'Z' && p.glued(i) {
		return zone{loc: time.UTC, strong: true}, i + 1
	}
	if t.title || t.caps {
		if z, k := p.ianaZone(i); k > i {
			return z, k
		}
		if z, k := p.regionZone(i); k > i {
			return z, k
		}
	}
	// "17:00 Amsterdam, so 9:00 for you": a known city, and nothing more.
	if next := p.at(i + 1); t.title && p.ch(i-2, ':') && p.at(i-1).kind == kindNumber && (next.kind == kindPunct && next.ch == ',' || p.ch(i+1, '/')) {
		if loc := p.place(i, 1); loc != nil {
			return zone{loc: loc, strong: true}, i + 1
		}
	}
	for n := 2; bracket && n >= 1; n-- {
		if loc := p.place(i, n); loc != nil && p.ch(i+n, ')') && t.title {
			return zone{loc: loc, strong: true, why: "the time of the city named beside it"}, i + n
		}
	}
	if z, k := p.abbreviation(i, bracket); k > i {
		return z, k
	}
	return p.placeZone(i)
}

// zoneRest reads what repeats the zone: "Time", "- New York", "(US & Canada)",
// or the cities of Outlook's "(UTC+01:00) Amsterdam, Berlin", whose offset is
// that of winter.
func (p *parser) zoneRest(z *zone, k int) int {
	i := k
	if p.ch(i, ')') && p.at(i+1).title {
		return p.windowsZone(z, k)
	}
	if p.ch(i, '-') && p.at(i+1).title {
		if loc := p.place(i+1, 2); loc != nil && loc.String() == z.loc.String() {
			return i + 2
		}
		if p.text[p.at(i+1).from:p.at(i+1).to] == "US" {
			for n := 0; n < 4 && p.at(i).kind != kindLine && !p.ch(i, ')'); n++ {
				i++
			}
			return i
		}
	}
	return k
}

// windowsZone reads the places in "(UTC+01:00) Amsterdam, Berlin": the offset
// is that of winter, the first place that is known tells the zone. Where none
// is, the owner's zone serves if its winter has that offset.
func (p *parser) windowsZone(z *zone, k int) int {
	i := k + 1
	var loc *time.Location
	for n := 0; n < 14 && p.at(i).kind != kindLine; n++ {
		t := p.at(i)
		if !(t.kind == kindWord || t.kind == kindPunct && (t.ch == ',' || t.ch == '(' || t.ch == ')' || t.ch == '&' || t.ch == '.')) || t.kind == kindWord && !t.title && !t.word.has(lang.Gap) {
			break
		}
		if loc == nil && t.title {
			for m := 3; m >= 1 && loc == nil; m-- {
				loc = p.place(i, m)
			}
		}
		i++
	}
	if loc == nil && winterOffset(p.c.Zone) == winterOffset(z.loc) {
		loc = p.c.Zone
	}
	if loc == nil || winterOffset(loc) != winterOffset(z.loc) {
		return k
	}
	z.loc, z.why = loc, "the zone of the places named after the offset"
	return i
}

// winterOffset is a zone's smaller offset of the year, in seconds.
func winterOffset(l *time.Location) int {
	if l == nil {
		return 0
	}
	_, a := time.Date(2026, 1, 15, 12, 0, 0, 0, l).Zone()
	_, b := time.Date(2026, 7, 15, 12, 0, 0, 0, l).Zone()
	return min(a, b)
}

// abbreviation reads "ET", "CEST", "UTC+2". Two letters and small ones count
// only where the time before leaves no other reading.
func (p *parser) abbreviation(i int, bracket bool) (zone, int) {
	t := p.at(i)
	n := int(t.to - t.from)
	if n < 2 || n > 5 || n == 4 && p.has(i, lang.Weekday) {
		return zone{}, i
	}
	s := p.text[t.from:t.to]
	if !t.caps {
		if n < 3 || t.title || p.v.table != lang.DatesOf("en") {
			return zone{}, i
		}
		s = strings.ToUpper(s)
	}
	a, ok := abbreviations[s]
	if !ok || n == 2 && !bracket && p.at(i+1).kind == kindWord && p.at(i+1).caps && p.at(i+1).word == nil {
		return zone{}, i
	}
	if (ambiguousWords[s] || n == 2 && !bracket && i > 0 && p.at(i-1).kind == kindPunct && p.at(i+1).kind == kindWord) && !p.plausibleZone(a) {
		return zone{}, i
	}
	k := i + 1
	if s == "UTC" || s == "GMT" {
		if off, e, ok := p.offset(k); ok {
			return zone{loc: fixed(off), strong: true}, e
		}
	}
	return p.chosen(a, s), k
}

// ambiguousWords are abbreviations that stand for other things beside a time:
// CLT is also a Brazilian contract, SST safety at work, CAT a language.
var ambiguousWords = map[string]bool{"CLT": true, "ART": true, "PET": true, "COT": true, "VET": true, "SST": true, "CAT": true, "MET": true,
	"UYT": true, "NPT": true, "EAT": true, "ICT": true, "HST": true, "TRT": true, "PHT": true, "HAC": true, "HAR": true}

// plausibleZone: the owner or the sender lives by that clock.
func (p *parser) plausibleZone(a abbreviationZone) bool {
	l := location(a.name)
	if l == nil {
		return false
	}
	_, off := p.c.Ref.In(l).Zone()
	_, sender := p.c.Ref.Zone()
	_, owner := p.c.Ref.In(p.c.Zone).Zone()
	return off == owner || off == sender && sender != 0
}

// chosen settles an abbreviation that several zones share by the owner's zone
// and the sender's offset.
func (p *parser) chosen(a abbreviationZone, s string) zone {
	_, off := p.c.Ref.Zone()
	for _, o := range a.others {
		if p.c.Zone.String() == o || sameOffset(o, p.c.Ref, off) && !sameOffset(a.name, p.c.Ref, off) {
			return zone{loc: location(o), strong: true, why: s + " read as the time of " + city(o) + ", by the sender's offset"}
		}
	}
	z := zone{loc: location(a.name), strong: true}
	if len(a.others) > 0 {
		z.why = s + " read as the time of " + city(a.name)
	}
	return z
}

func sameOffset(name string, at time.Time, off int) bool {
	l := location(name)
	if l == nil || off == 0 {
		return false
	}
	_, o := at.In(l).Zone()
	return o == off
}

func city(name string) string {
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}

// offset reads "+2", "-05:00", "+0530" in seconds east of UTC.
func (p *parser) offset(i int) (int, int, bool) {
	if !p.ch(i, '+') && !p.ch(i, '-') || p.at(i+1).kind != kindNumber || !p.glued(i+1) {
		return 0, i, false
	}
	n, k := int(p.at(i+1).num), i+2
	h, m := n, 0
	if p.at(i+1).digits == 4 {
		h, m = n/100, n%100
	} else if p.ch(k, ':') && p.glued(k) && p.number(k+1, 2) {
		m, k = int(p.at(k+1).num), k+2
	}
	if h > 14 || m > 59 {
		return 0, i, false
	}
	off := (h*60 + m) * 60
	if p.ch(i, '-') {
		off = -off
	}
	return off, k, true
}

func fixed(off int) *time.Location {
	if off == 0 {
		return time.UTC
	}
	t := time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("", off))
	return time.FixedZone("UTC"+t.Format("-07:00"), off)
}

// ianaZone reads "Europe/Oslo", "America/New_York".
func (p *parser) ianaZone(i int) (zone, int) {
	if !p.ch(i+1, '/') || !p.glued(i+1) || !p.glued(i+2) || p.at(i+2).kind != kindWord {
		return zone{}, i
	}
	if !ianaAreas[p.text[p.at(i).from:p.at(i).to]] {
		return zone{}, i
	}
	k := i + 3
	for (p.ch(k, '_') || p.ch(k, '/') || p.ch(k, '-')) && p.glued(k) && p.glued(k+1) && p.at(k+1).kind == kindWord {
		k += 2
	}
	loc := location(p.text[p.at(i).from:p.at(k-1).to])
	if loc == nil {
		return zone{}, i
	}
	return zone{loc: loc, strong: true}, k
}

var ianaAreas = map[string]bool{"Europe": true, "America": true, "Asia": true, "Africa": true, "Australia": true,
	"Pacific": true, "Atlantic": true, "Indian": true, "US": true, "Etc": true}
