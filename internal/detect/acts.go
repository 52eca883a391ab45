package detect

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"inboxwatch/internal/lang"
)

// A sentence does something: it fixes a time, moves it, says no, asks for
// papers, or is a matter of somebody else's. Its act is judged from its words,
// pairs of words and stems, by weights learnt from sentences of eight languages
// (testdata/sentences) by
//
//	go run ./internal/detect/score -acts
//
// What the best sentence of each act reaches is a term of the mail's score.

// Acts are what a sentence can do, in the order of acts.txt's columns.
var Acts = [...]string{"fix", "move", "off", "choose", "reject", "offer", "hold", "received", "ask", "away", "logistics",
	"jobad", "sell", "elsewhere", "interviewer", "business", "private", "courtesy"}

// actRow is what one feature says for and against each act.
type actRow [len(Acts)]float32

// actWeights is the table: a feature a line, then a weight for each act in
// hundredths. "word~" is the stem of a longer word.
//
//go:embed acts.txt
var actWeights string

type actTable struct {
	index map[string]int32
	rows  []actRow
	base  actRow
}

var acts = sync.OnceValue(func() *actTable {
	t := &actTable{index: make(map[string]int32, strings.Count(actWeights, "\n"))}
	for n, line := range strings.Split(actWeights, "\n") {
		if line == "" || line[0] == '#' && !strings.Contains(line, "\t") {
			continue
		}
		key, rest, _ := strings.Cut(line, "\t")
		f := strings.Fields(rest)
		var row actRow
		if len(f) != len(row) {
			panic(fmt.Sprintf("acts.txt, line %d: want a feature, a tab and %d numbers", n+1, len(row)))
		}
		for k, s := range f {
			v, err := strconv.Atoi(s)
			if err != nil {
				panic(fmt.Sprintf("acts.txt, line %d: %v", n+1, err))
			}
			row[k] = float32(v) / 100
		}
		if key == "base" {
			t.base = row
			continue
		}
		t.index[key] = int32(len(t.rows))
		t.rows = append(t.rows, row)
	}
	return t
})

// Limits of a sentence and of a mail's sentences.
const (
	actWords     = 45  // words of a sentence that count
	actSentences = 150 // sentences of a mail that count
)

// actScale evens out short and long sentences; training and reading share it.
func actScale(features int) float64 { return 2 / math.Sqrt(float64(features+2)) }

// said is the sentence of a mail that does an act most surely.
type said struct {
	share    float64 // the act's share of all, by softmax
	zone     zone
	from, to int32 // bytes of the zone's text
}

// actReading gathers the acts of a mail.
type actReading struct {
	said      [len(Acts)]said
	sentences int
	buf       featureBuffer
}

// read judges each sentence of a folded text.
func (a *actReading) read(f *folded, z zone) {
	t := acts()
	start := 0
	for i, c := range f.text {
		if c != sentenceEnd {
			continue
		}
		if i > start && a.sentences < actSentences {
			a.sentences++
			a.sentence(t, f.text[start:i], said{zone: z, from: f.off[start], to: f.off[i]})
		}
		start = i + 1
	}
}

// leastKnown is how many features of a sentence must be known to judge it.
const leastKnown = 3

func (a *actReading) sentence(t *actTable, s []byte, at said) {
	var sum actRow
	n, known := 0, 0
	a.buf.each(s, func(key []byte) {
		n++
		i, ok := t.index[string(key)]
		if !ok {
			return
		}
		known++
		for k, w := range &t.rows[i] {
			sum[k] += w
		}
	})
	if known < leastKnown {
		return
	}
	scale := actScale(n)
	top, all := math.Inf(-1), 0.0
	var p [len(Acts)]float64
	for k := range p {
		p[k] = float64(t.base[k]+sum[k]) * scale
		top = max(top, p[k])
	}
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		all += p[k]
	}
	for k := range p {
		if share := p[k] / all; share > a.said[k].share {
			at.share = share
			a.said[k] = at
		}
	}
}

// leastShare is the share below which a sentence is not taken to do an act.
const leastShare = 0.3

// actTerms gives a term for each act that a sentence does.
func actTerms(r *reading) []term {
	var out []term
	for k, s := range r.acts.said {
		if s.share < leastShare {
			continue
		}
		value := (s.share - leastShare) / (1 - leastShare)
		out = append(out, term{"says " + Acts[k], value, signalSources[s.zone], r.zones[s.zone][s.from:s.to]})
	}
	return out
}

// featureBuffer makes the features of sentences without a new buffer for each.
type featureBuffer struct {
	key, prev, word []byte
}

// stemBytes is how much of a longer word is its stem.
const stemBytes = 5

// each calls found with every feature of a folded sentence: its words, with
// days, months, clock times and numbers as classes, pairs of neighbours, and
// the stems of longer words.
func (b *featureBuffer) each(s []byte, found func(key []byte)) {
	b.prev = append(b.prev[:0], '^')
	words := 0
	emit := func() {
		found(b.word)
		b.key = append(append(append(b.key[:0], b.prev...), ' '), b.word...)
		found(b.key)
		if len(b.word) > stemBytes+1 {
			b.key = append(append(b.key[:0], b.word[:stemBytes]...), '~')
			found(b.key)
		}
		b.prev = append(b.prev[:0], b.word...)
	}
	for i := 0; i < len(s) && words < actWords; {
		if !isWord(s[i]) && s[i] != '?' {
			i++
			continue
		}
		j := i
		digit := s[i] >= '0' && s[i] <= '9'
		clock := false
		for j < len(s) && (isWord(s[j]) || j+1 < len(s) && (s[j] == '\'' || s[j] == ':' && digit) && isWord(s[j+1])) {
			clock = clock || s[j] == ':'
			j++
		}
		if s[i] == '?' {
			j = i + 1
		}
		b.word = append(b.word[:0], s[i:min(j, i+40)]...)
		switch {
		case digit && clock:
			b.word = append(b.word[:0], "@time"...)
		case digit:
			b.word = append(b.word[:0], '#')
		default:
			if class, ok := dayWords()[string(b.word)]; ok {
				b.word = append(b.word[:0], class...)
			}
		}
		emit()
		words++
		i = j
	}
	b.word = append(b.word[:0], '$')
	b.key = append(append(append(b.key[:0], b.prev...), ' '), b.word...)
	found(b.key)
}

// dayWords gives weekdays and months of all languages their class; words too
// short to be sure of stay words.
var dayWords = sync.OnceValue(func() map[string]string {
	const sure = 4
	out := map[string]string{}
	for _, l := range lang.All {
		for _, w := range l.Dates.Words {
			class := map[lang.DateClass]string{lang.Weekday: "@day", lang.Month: "@month"}[w.Class]
			if class == "" {
				continue
			}
			for _, s := range strings.Split(w.Forms, "|") {
				if s = fold(strings.TrimPrefix(s, "~")); len(s) >= sure && !strings.Contains(s, " ") {
					out[s] = class
				}
			}
		}
	}
	for _, w := range []string{"mars", "sett", "marz", "maio", "maja"} { // words of other meanings too
		delete(out, w)
	}
	return out
})

// ActFeatures gives the features of one sentence and the scale of their
// weights: what the training learns from.
func ActFeatures(sentence string) (features []string, scale float64) {
	var b featureBuffer
	text := []byte(fold(sentence))
	for i, c := range text { // a line of the training is one sentence
		if c == sentenceEnd {
			text[i] = ' '
		}
	}
	b.each(text, func(key []byte) { features = append(features, string(key)) })
	return features, actScale(len(features))
}
