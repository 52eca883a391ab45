package detect

import (
	"fmt"
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

// duty is what a literal does: it is part of a rule, or a stop word.
type duty struct {
	rule int32 // -1: a stop word
	part uint8
	lang uint8
}

// literal is one string that the automaton looks for.
type literal struct {
	text        string
	left, right bool // must begin or end at a word's edge
	duties      []duty
}

// engine finds the phrases of all languages in one pass.
type engine struct {
	rules    []rule
	literals []literal
	auto     automaton
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
	b := builder{index: map[string]int{}}
	for li, l := range langs {
		for _, w := range strings.Fields(l.Phrases.Stop) {
			b.literal(w, duty{rule: -1, lang: uint8(li)})
		}
		for ri, p := range l.Phrases.Rules {
			if err := b.rule(l.Phrases.Sets, p, uint8(li), ri); err != nil {
				return nil, fmt.Errorf("phrases of %s, row %d (%s, %.40q): %w", l.Code, ri, p.Signal, p.Text, err)
			}
		}
	}
	b.e.auto = newAutomaton(b.e.literals)
	return &b.e, nil
}

type builder struct {
	e     engine
	index map[string]int
}

func (b *builder) rule(sets map[string]string, p lang.Phrase, li uint8, row int) error {
	parts, gaps, err := splitPattern(p.Text)
	if err != nil {
		return err
	}
	n := int32(len(b.e.rules))
	b.e.rules = append(b.e.rules, rule{signal: p.Signal, lang: li, scope: p.Scope, parts: len(parts), gaps: gaps, not: p.Not != "", row: row})
	if p.Not != "" {
		parts = append(parts, p.Not)
	}
	for i, part := range parts {
		lits, err := expand(sets, part, 0)
		if err != nil {
			return err
		}
		for _, l := range lits {
			b.literal(l, duty{rule: n, part: uint8(i), lang: li})
		}
	}
	return nil
}

// literal enters one literal; German umlauts are entered as ae, oe, ue too.
func (b *builder) literal(text string, d duty) {
	if alt := digraphs.Replace(text); d.lang == germanIndex && alt != text {
		b.enter(alt, d)
	}
	b.enter(text, d)
}

var digraphs = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "ae", "Ö", "oe", "Ü", "ue")

var germanIndex = func() uint8 {
	for i, l := range lang.All {
		if l.Code == "de" {
			return uint8(i)
		}
	}
	return 255
}()

func (b *builder) enter(text string, d duty) {
	left, right := !strings.HasPrefix(text, "*"), !strings.HasSuffix(text, "*")
	f := strings.Trim(fold(strings.Trim(text, "*")), " ")
	if text == "?" {
		f, left, right = "?", false, false
	}
	key := fmt.Sprint(f, left, right)
	i, ok := b.index[key]
	if !ok {
		i = len(b.e.literals)
		b.index[key] = i
		b.e.literals = append(b.e.literals, literal{text: f, left: left, right: right})
	}
	b.e.literals[i].duties = append(b.e.literals[i].duties, d)
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
func expand(sets map[string]string, part string, depth int) ([]string, error) {
	if depth > 4 {
		return nil, fmt.Errorf("sets nested too deeply in %q", part)
	}
	var out []string
	for _, alt := range strings.Split(part, "|") {
		alt = strings.TrimSpace(alt)
		open := strings.IndexByte(alt, '{')
		if open < 0 {
			if len(strings.Trim(fold(alt), " *")) == 0 && alt != "?" {
				return nil, fmt.Errorf("an alternative is empty")
			}
			out = append(out, alt)
			continue
		}
		end := strings.IndexByte(alt, '}')
		if end < open {
			return nil, fmt.Errorf("set not closed in %q", alt)
		}
		set, ok := sets[alt[open+1:end]]
		if !ok {
			return nil, fmt.Errorf("no set %q", alt[open+1:end])
		}
		for _, w := range strings.Split(set, "|") {
			more, err := expand(sets, alt[:open]+strings.TrimSpace(w)+alt[end+1:], depth+1)
			if err != nil {
				return nil, err
			}
			out = append(out, more...)
		}
	}
	return out, nil
}
