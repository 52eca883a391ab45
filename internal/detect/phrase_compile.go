package detect

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"inboxwatch/internal/lang"
)

// rule is a compiled lang.Phrase.
type rule struct {
	signal lang.Signal
	lang   uint8 // index in lang.All
	scope  lang.Scope
	parts  int
	gaps   []int // bytes allowed before part i+1
	not    bool  // a part numbered parts voids the sentence
	row    int   // in the language's table
}

// duty is what a text found does: it is part of a rule, or a stop word.
type duty struct {
	rule  int16 // -1: a stop word
	part  uint8 // of a stop word: its language
	edges uint8 // edgeLeft, edgeRight
}

// The edges of a word that a text must stand at to count.
const (
	edgeLeft = 1 << iota
	edgeRight
)

// engine finds the phrases of all languages in one pass.
type engine struct {
	rules  []rule
	duties []duty // those of one text follow each other
	auto   automaton
}

// phrases builds the engine once; the tables are constant, so an error in one
// is a programming error that every test shows.
var phrases = sync.OnceValue(func() *engine {
	e, err := compile(lang.All)
	if err != nil {
		panic(err)
	}
	return e
})

func compile(langs []lang.Language) (*engine, error) {
	var b builder
	for li, l := range langs {
		for _, w := range strings.Fields(l.Phrases.Stop) {
			if err := b.literal(w, li, duty{rule: -1, part: uint8(li)}); err != nil {
				return nil, fmt.Errorf("stop words of %s: %w", l.Code, err)
			}
		}
		for ri, p := range l.Phrases.Rules {
			if err := b.rule(l.Phrases.Sets, p, li, ri); err != nil {
				return nil, fmt.Errorf("phrases of %s, row %d (%s, %.40q): %w", l.Code, ri, p.Signal, p.Text, err)
			}
		}
	}
	return b.engine()
}

// builder gathers rules and literals. All folded texts lie in one buffer, since
// there are tens of thousands and they are of no use to the finished engine.
type builder struct {
	rules    []rule
	literals []literal
	folder   folded
	texts    []byte
}

// literal is one string to look for and what it does.
type literal struct {
	from, to int32 // in builder.texts
	duty     duty
}

func (b *builder) rule(sets map[string]string, p lang.Phrase, li, row int) error {
	parts, gaps, err := splitPattern(p.Text)
	if err != nil {
		return err
	}
	n := len(b.rules)
	if n > math.MaxInt16 {
		return fmt.Errorf("more than %d rows", math.MaxInt16)
	}
	b.rules = append(b.rules, rule{signal: p.Signal, lang: uint8(li), scope: p.Scope, parts: len(parts), gaps: gaps, not: p.Not != "", row: row})
	if p.Not != "" {
		parts = append(parts, p.Not)
	}
	for i, part := range parts {
		if err := expand(sets, part, 0, func(text string) error {
			return b.literal(text, li, duty{rule: int16(n), part: uint8(i)})
		}); err != nil {
			return err
		}
	}
	return nil
}

// literal enters one literal; German umlauts are entered as ae, oe, ue too.
func (b *builder) literal(text string, li int, d duty) error {
	if lang.All[li].Code == "de" {
		if alt := digraphs.Replace(text); alt != text {
			if err := b.enter(alt, d); err != nil {
				return err
			}
		}
	}
	return b.enter(text, d)
}

var digraphs = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "ae", "Ö", "oe", "Ü", "ue")

func (b *builder) enter(text string, d duty) error {
	from := int32(len(b.texts))
	if text == "?" {
		b.texts = append(b.texts, '?')
	} else {
		if !strings.HasPrefix(text, "*") {
			d.edges |= edgeLeft
		}
		if !strings.HasSuffix(text, "*") {
			d.edges |= edgeRight
		}
		b.texts = append(b.texts, bytes.Trim(b.folder.fold(strings.Trim(text, "*")), " ")...)
	}
	if int(from) == len(b.texts) {
		return fmt.Errorf("an alternative is empty")
	}
	b.literals = append(b.literals, literal{from, int32(len(b.texts)), d})
	return nil
}

// engine brings the literals into the order of their texts. What one text does
// stays in the order of the tables, and what needs the same edges together.
func (b *builder) engine() (*engine, error) {
	slices.SortFunc(b.literals, func(x, y literal) int {
		return cmp.Or(bytes.Compare(b.text(x), b.text(y)), cmp.Compare(x.from, y.from))
	})
	e := &engine{rules: slices.Clip(b.rules), duties: make([]duty, 0, len(b.literals))}
	states, texts := b.count()
	if texts > maxTexts {
		return nil, fmt.Errorf("phrases have %d texts, more than %d", texts, maxTexts)
	}
	e.auto = newAutomaton(states, texts)
	e.auto.grow(len(b.literals), func(i int) []byte { return b.text(b.literals[i]) }, func(from, to int) int {
		before := len(e.duties)
		e.addDuties(b.literals[from:to])
		return before
	})
	return e, nil
}

func (b *builder) text(l literal) []byte { return b.texts[l.from:l.to] }

// count gives the number of distinct prefixes of the literals' texts, the empty
// one too, and of distinct texts.
func (b *builder) count() (prefixes, texts int) {
	prefixes = 1
	var last []byte
	for _, l := range b.literals {
		t, same := b.text(l), 0
		for same < min(len(t), len(last)) && t[same] == last[same] {
			same++
		}
		if same < len(t) || same < len(last) {
			texts++
		}
		prefixes, last = prefixes+len(t)-same, t
	}
	return prefixes, texts
}

// addDuties appends the duties of literals of one text, grouped by edges in the
// order in which these first came.
func (e *engine) addDuties(ls []literal) {
	var done [edgeLeft + edgeRight + 1]bool
	for i, l := range ls {
		edges := l.duty.edges
		if done[edges] {
			continue
		}
		done[edges] = true
		for _, same := range ls[i:] {
			if same.duty.edges == edges {
				e.duties = append(e.duties, same.duty)
			}
		}
	}
}

// The gaps that ".." and "..." allow, in bytes of folded text.
const (
	nearGap = 60
	farGap  = 150
)

func splitPattern(text string) (parts []string, gaps []int, err error) {
	gap, start := 0, 0
	words := strings.Fields(text)
	for i, w := range words {
		if w != ".." && w != "..." {
			continue
		}
		if i == start {
			return nil, nil, fmt.Errorf("a part is empty")
		}
		parts = append(parts, strings.Join(words[start:i], " "))
		gap, start = nearGap, i+1
		if w == "..." {
			gap = farGap
		}
		gaps = append(gaps, gap)
	}
	if start >= len(words) {
		return nil, nil, fmt.Errorf("a part is empty")
	}
	return append(parts, strings.Join(words[start:], " ")), gaps, nil
}

// expand gives the literals of one part; sets may stand inside a literal
// ("your {interview}") and inside other sets.
func expand(sets map[string]string, part string, depth int, give func(string) error) error {
	if depth > 4 {
		return fmt.Errorf("sets nested too deeply in %q", part)
	}
	for alt := range strings.SplitSeq(part, "|") {
		alt = strings.TrimSpace(alt)
		open := strings.IndexByte(alt, '{')
		if open < 0 {
			if err := give(alt); err != nil {
				return err
			}
			continue
		}
		end := strings.IndexByte(alt, '}')
		if end < open {
			return fmt.Errorf("set not closed in %q", alt)
		}
		set, ok := sets[alt[open+1:end]]
		if !ok {
			return fmt.Errorf("no set %q", alt[open+1:end])
		}
		for w := range strings.SplitSeq(set, "|") {
			if err := expand(sets, alt[:open]+strings.TrimSpace(w)+alt[end+1:], depth+1, give); err != nil {
				return err
			}
		}
	}
	return nil
}
