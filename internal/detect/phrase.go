package detect

import (
	"sync"

	"inboxwatch/internal/lang"
)

// zone is a part of a mail that phrases are looked for in.
type zone uint8

const (
	zoneSubject zone = iota
	zoneText
	zoneCalendar
	zoneForwarded
	zoneQuoted
)

// openingBytes is how far lang.Opening reaches into the text.
const openingBytes = 400

// hit is one phrase found.
type hit struct {
	rule     int32 // -1: voided
	sentence int32
	zone     zone
	from, to int32 // bytes of the zone's original text
}

// found is all that one scan gave; a mail has one for all its zones.
type found struct {
	hits []hit
	stop [16]int32 // stop words by language
}

// step is how far a rule has come within the sentence it stands in.
type step struct {
	sentence   int32
	start, end int32 // folded bytes of the parts so far
}

// steps are the newest ways to have come that far, newest first: where "you"
// and "been" are both a first part, "you have not been selected" needs the
// older one.
type steps [3]step

func (s *steps) push(n step) { s[2], s[1], s[0] = s[1], s[0], n }

// before gives the newest way that ends at or before from, within gap bytes.
func (s *steps) before(sentence, from int32, gap int) (step, bool) {
	for _, p := range s {
		if p.sentence == sentence && p.end <= from && int(from-p.end) <= gap {
			return p, true
		}
	}
	return step{}, false
}

// scanner holds what a scan needs, to be used again for the next text.
// Sentences are counted on over all texts, so that nothing need be cleared.
type scanner struct {
	e        *engine
	f        folded
	sentence int32
	base     []int32 // by rule: index of its first step
	steps    []steps
	void     []int32 // by rule: the sentence that is void
}

func newScanner(e *engine) *scanner {
	s := &scanner{e: e, base: make([]int32, len(e.rules)), void: make([]int32, len(e.rules))}
	n := 0
	for i, r := range e.rules {
		s.base[i] = int32(n)
		n += r.parts
	}
	s.steps = make([]steps, n)
	return s
}

// scanners are kept for reuse: one takes some 100 KB.
var scanners = sync.Pool{New: func() any { return newScanner(phrases()) }}

// scan folds text and appends what stands in it to out.
func (s *scanner) scan(text string, z zone, out *found) {
	s.f.text, s.f.off = s.f.text[:0], s.f.off[:0]
	s.f.add(text)
	s.sentence++
	a, state := &s.e.auto, int32(0)
	for i, c := range s.f.text {
		if c == sentenceEnd {
			s.sentence++
			state = 0
			continue
		}
		state = a.next(state, c)
		for at := a.out[state]; at != 0; {
			end := &a.ends[at]
			s.act(s.e.duties[end.from:a.ends[at+1].from], i+1-int(end.size), i+1, z, out)
			at = end.next
		}
	}
}

// act does what a text at [from,to) does.
func (s *scanner) act(duties []duty, from, to int, z zone, out *found) {
	var inside uint8 // the edges that the text does not stand at
	if from > 0 && isWord(s.f.text[from-1]) {
		inside |= edgeLeft
	}
	if to < len(s.f.text) && (isWord(s.f.text[to]) || s.f.text[to] == '\'') {
		inside |= edgeRight
	}
	for _, d := range duties {
		switch {
		case d.edges&inside != 0:
		case d.rule < 0:
			out.stop[d.part]++
		default:
			s.advance(d, int32(from), int32(to), z, out)
		}
	}
}

// isWord reports whether c belongs to a word; an apostrophe parts an elided
// article from its noun (l'entretien), but no word from its ending (can't).
func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 128
}

// advance notes that a part of a rule stands at [from,to), and a hit where it
// was the last one.
func (s *scanner) advance(d duty, from, to int32, z zone, out *found) {
	r := &s.e.rules[d.rule]
	if !inScope(r.scope, z, s.f.off[from]) {
		return
	}
	if int(d.part) == r.parts { // one of the words of Not
		s.void[d.rule] = s.sentence
		out.drop(int32(d.rule), s.sentence)
		return
	}
	if s.void[d.rule] == s.sentence {
		return
	}
	start := from
	if d.part > 0 {
		p, ok := s.steps[s.base[d.rule]+int32(d.part)-1].before(s.sentence, from, r.gaps[d.part-1])
		if !ok {
			return
		}
		start = p.start
	}
	if int(d.part) < r.parts-1 {
		s.steps[s.base[d.rule]+int32(d.part)].push(step{s.sentence, start, to})
		return
	}
	end := min(int(to), len(s.f.off)-1)
	out.hits = append(out.hits, hit{int32(d.rule), s.sentence, z, s.f.off[start], s.f.off[end]})
}

// drop takes back a rule's hits in the sentence that Not has voided.
func (o *found) drop(rule, sentence int32) {
	for i := len(o.hits) - 1; i >= 0 && o.hits[i].sentence == sentence; i-- {
		if o.hits[i].rule == rule {
			o.hits[i].rule = -1
		}
	}
}

func inScope(sc lang.Scope, z zone, at int32) bool {
	switch sc {
	case lang.Subject:
		return z == zoneSubject
	case lang.Body:
		return z != zoneSubject && z != zoneQuoted
	case lang.Opening:
		return z == zoneSubject || z == zoneText && at < openingBytes
	case lang.Quoted:
		return z == zoneQuoted
	}
	return true
}
