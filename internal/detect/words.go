package detect

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/lang"
)

// Beneath the named phrases lies one more layer: single words and word pairs
// that were seen to go with a kind in the labelled mails, each of little
// weight. It settles what no phrase decides. Its weights are learnt from the
// corpus alone, never from mails held aside, by
//
//	go run ./internal/detect/score -words

// wordWeights is that table: a word or pair a line, then ten weights in
// hundredths in the order of rules.Kinds. "s:" begins a word of the subject.
//
//go:embed words.txt
var wordWeights string

// How much of a mail counts, in words.
const (
	subjectWords = 30
	textWords    = 350
)

// wordScale evens out short and long mails; training and reading share it.
func wordScale(words int) float64 { return 3 / math.Sqrt(float64(2*words+1)) }

type wordTable struct {
	index map[string]int32
	keys  []string // by row
	rows  []wordRow
	base  weightRow
}

// wordRow is a weightRow in hundredths.
type wordRow [len(weightRow{})]int16

var words = sync.OnceValue(func() *wordTable {
	lines := strings.Count(wordWeights, "\n")
	t := &wordTable{index: make(map[string]int32, lines), keys: make([]string, 0, lines), rows: make([]wordRow, 0, lines)}
	n := 0
	for line := range strings.Lines(wordWeights) {
		n++
		if line == "\n" || line[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(line, "\t")
		row, err := parseWordRow(rest)
		if err != nil {
			panic(fmt.Sprintf("words.txt, line %d: %v", n, err))
		}
		if key == "base" {
			t.base = row.weights()
			continue
		}
		t.index[key] = int32(len(t.rows))
		t.keys = append(t.keys, key)
		t.rows = append(t.rows, row)
	}
	return t
})

func parseWordRow(text string) (row wordRow, err error) {
	k := 0
	for s := range strings.FieldsSeq(text) {
		v, err := strconv.ParseInt(s, 10, 16)
		if err != nil {
			return row, err
		}
		if k < len(row) {
			row[k] = int16(v)
		}
		k++
	}
	if k != len(row) {
		return row, fmt.Errorf("want a word, a tab and %d numbers", len(row))
	}
	return row, nil
}

func (r *wordRow) weights() (w weightRow) {
	for k, v := range r {
		w[k] = float64(v) / 100
	}
	return w
}

// scoreWords gives what a mail's words say for each kind, and which of them
// said most for the kind that they favour.
func scoreWords(m *mailparse.Message, owner string) (scores weightRow, top string) {
	t := words()
	seen := make([]uint64, len(t.rows)/64+1)
	var sum weightRow
	var hits []int32
	n := eachWord(m, owner, func(key []byte) {
		i, ok := t.index[string(key)]
		if !ok || seen[i/64]&(1<<(i%64)) != 0 {
			return
		}
		seen[i/64] |= 1 << (i % 64)
		hits = append(hits, i)
		for k, w := range t.rows[i].weights() {
			sum[k] += w
		}
	})
	scale := wordScale(n)
	best := 0
	for k := range sum {
		scores[k] = (sum[k] + t.base[k]) * scale
		if scores[k] > scores[best] {
			best = k
		}
	}
	return scores, t.strongest(hits, best)
}

// strongest names the words that spoke most for a kind.
func (t *wordTable) strongest(hits []int32, kind int) string {
	const shown = 3
	var top [shown]int32
	n := 0
	for _, h := range hits {
		if t.rows[h][kind] <= 0 {
			continue
		}
		at := n
		for at > 0 && t.rows[h][kind] > t.rows[top[at-1]][kind] {
			at--
		}
		if at == shown {
			continue
		}
		n = min(n+1, shown)
		copy(top[at+1:n], top[at:n])
		top[at] = h
	}
	var out []string
	for _, h := range top[:n] {
		out = append(out, strings.TrimPrefix(t.keys[h], "s:"))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// eachWord calls found with every word and pair of neighbours of the subject
// (marked "s:") and of subject and text, folded to lower case, numbers as "#",
// days and months as "@day" and "@month",
// the owner's and the sender's names as "@". It gives the number of words.
func eachWord(m *mailparse.Message, owner string, found func(key []byte)) int {
	own := strings.Fields(strings.ToLower(owner + " " + m.From.Name))
	n := wordsOf(m.Subject, "s:", subjectWords, own, found)
	n += wordsOf(m.Subject, "", subjectWords, own, found)
	return n + wordsOf(m.Text, "", textWords, own, found)
}

func wordsOf(text, prefix string, most int, own []string, found func([]byte)) int {
	days := dayWords()
	buf := make([]byte, 0, 256)
	key := make([]byte, 0, 64)
	prev, n := 0, 0 // prev is the length of the word before, at buf's beginning
	emit := func(word []byte) {
		n++
		key = append(append(key[:0], prefix...), word...)
		found(key)
		if prev > 0 {
			key = append(append(append(append(key[:0], prefix...), buf[:prev]...), ' '), word...)
			found(key)
		}
		prev = copy(buf[:cap(buf)], word)
	}
	word := make([]byte, 0, 64)
	flush := func() {
		if len(word) == 0 || n >= most {
			word = word[:0]
			return
		}
		class := ""
		if len(word) >= sureDay {
			class = days[string(word)]
		}
		switch {
		case word[0] >= '0' && word[0] <= '9':
			word = append(word[:0], '#')
		case class != "":
			word = append(word[:0], class...)
		default:
			for _, o := range own {
				if string(word) == o {
					word = append(word[:0], '@')
					break
				}
			}
		}
		emit(word)
		word = word[:0]
	}
	for _, r := range text {
		if n >= most {
			break
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '?' {
			if len(word) < 60 {
				word = utf8.AppendRune(word, unicode.ToLower(r))
			}
			continue
		}
		flush()
	}
	flush()
	return n
}

// sureDay is the fewest bytes of a day or month that is taken for one.
const sureDay = 4

// dayWords gives weekdays and months of all languages their class, so that no
// day speaks for a kind; words too short to be sure of stay words.
var dayWords = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, l := range lang.All {
		for _, w := range l.Dates.Words {
			class := map[lang.DateClass]string{lang.Weekday: "@day", lang.Month: "@month"}[w.Class]
			if class == "" {
				continue
			}
			for s := range strings.SplitSeq(w.Forms, "|") {
				if s = strings.ToLower(strings.TrimPrefix(s, "~")); len(s) >= sureDay && !strings.Contains(s, " ") {
					out[s] = class
				}
			}
		}
	}
	for _, w := range []string{"mars", "marz", "sett", "maio", "maja"} { // words of other meanings too
		delete(out, w)
	}
	return out
})

// WordFeatures gives the distinct words and pairs of a mail and the scale of
// their weights: what the training learns from.
func WordFeatures(m *mailparse.Message, owner string) (features []string, scale float64) {
	seen := map[string]bool{}
	n := eachWord(m, owner, func(key []byte) {
		if !seen[string(key)] {
			seen[string(key)] = true
			features = append(features, string(key))
		}
	})
	return features, wordScale(n)
}
