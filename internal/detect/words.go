package detect

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/lang"
)

// Beneath the named phrases lies one more layer: single words, pairs of
// neighbours and runs of four letters that were seen to go with a kind in the
// labelled mails, each of little weight. It settles what no phrase decides.
// Features are hashed, so that the table has one size and needs no index
// (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning",
// 2009). Its weights are learnt from the mails that are read, never from those
// held aside, by
//
//	go run ./internal/detect/score -words

// wordWeights is that table: wordBuckets rows and one for every mail, of ten
// weights in the order of rules.Kinds, each an int8 in wordUnit.
//
//go:embed words.bin
var wordWeights string

// The table's size and the unit of its weights.
const (
	wordBuckets = 1 << 17
	wordKinds   = 10
	wordUnit    = 1.0 / 40
)

// How much of a mail counts, in words; how many letters make a run, and what a
// run counts beside a word.
const (
	subjectWords = 30
	textWords    = 350
	gramLetters  = 4
	gramShare    = 0.5
)

// wordScale evens out short and long mails; training and reading share it.
func wordScale(words int) float64 { return 3 / math.Sqrt(float64(2*words+1)) }

// wordScratch is what reading one mail needs.
type wordScratch struct {
	seen [wordBuckets / 64]uint64
	key  []byte
}

var wordScratches = sync.Pool{New: func() any { return new(wordScratch) }}

// scoreWords gives what a mail's words say for each kind, and which of them
// said most for the kind that they favour.
func scoreWords(m *mailparse.Message, owner string) (scores weightRow, top string) {
	var words, grams [wordKinds]int32
	n := eachFeature(m, owner, func(bucket uint32, _ []byte, gram bool) {
		sum := &words
		if gram {
			sum = &grams
		}
		row := wordWeights[bucket*wordKinds:][:wordKinds]
		for k := range sum {
			sum[k] += int32(int8(row[k]))
		}
	})
	scale := wordScale(n) * wordUnit
	base := wordWeights[wordBuckets*wordKinds:][:wordKinds]
	best := 0
	for k := range scores {
		scores[k] = (float64(words[k])+gramShare*float64(grams[k]))*scale + float64(int8(base[k]))*wordUnit
		if scores[k] > scores[best] {
			best = k
		}
	}
	return scores, strongestWords(m, owner, best)
}

// strongestWords names the words that spoke most for a kind.
func strongestWords(m *mailparse.Message, owner string, kind int) string {
	const shown = 3
	type spoken struct {
		weight int8
		word   string
	}
	var top []spoken
	eachFeature(m, owner, func(bucket uint32, key []byte, gram bool) {
		w := int8(wordWeights[bucket*wordKinds+uint32(kind)])
		if gram || w <= 0 || len(top) == shown && w <= top[shown-1].weight {
			return
		}
		at := len(top)
		for at > 0 && w > top[at-1].weight {
			at--
		}
		top = slices.Insert(top, at, spoken{w, strings.TrimPrefix(string(key), "s:")})
		top = top[:min(len(top), shown)]
	})
	words := make([]string, 0, shown)
	for _, t := range top {
		if !slices.Contains(words, t.word) {
			words = append(words, t.word)
		}
	}
	return strings.Join(words, ", ")
}

// eachFeature calls found once with every bucket that a word, a pair of
// neighbours or a run of letters of the subject (words marked "s:") and of
// subject and text falls into. Words are folded to lower case, numbers are "#",
// days and months "@day" and "@month", the owner's and the sender's names "@".
// It gives the number of words.
func eachFeature(m *mailparse.Message, owner string, found func(bucket uint32, key []byte, gram bool)) int {
	s := wordScratches.Get().(*wordScratch)
	defer wordScratches.Put(s)
	clear(s.seen[:])
	own := strings.Fields(strings.ToLower(owner + " " + m.From.Name))
	once := func(key []byte, gram bool) {
		b := hashFeature(key, gram)
		if s.seen[b/64]&(1<<(b%64)) == 0 {
			s.seen[b/64] |= 1 << (b % 64)
			found(b, key, gram)
		}
	}
	n := s.wordsOf(m.Subject, "s:", subjectWords, own, once)
	n += s.wordsOf(m.Subject, "", subjectWords, own, once)
	return n + s.wordsOf(m.Text, "", textWords, own, once)
}

// hashFeature is FNV-1a, folded to the table's size.
func hashFeature(key []byte, gram bool) uint32 {
	h := uint32(2166136261)
	if gram {
		h = (h ^ 1) * 16777619
	}
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return (h ^ h>>17) % wordBuckets
}

func (s *wordScratch) wordsOf(text, prefix string, most int, own []string, found func([]byte, bool)) int {
	buf := make([]byte, 0, 256)
	prev, n := 0, 0 // prev is the length of the word before, at buf's beginning
	emit := func(word []byte) {
		n++
		s.key = append(append(s.key[:0], prefix...), word...)
		found(s.key, false)
		if prev > 0 {
			s.key = append(append(append(append(s.key[:0], prefix...), buf[:prev]...), ' '), word...)
			found(s.key, false)
		}
		if prefix == "" {
			s.grams(word, found)
		}
		prev = copy(buf[:cap(buf)], word)
	}
	word := make([]byte, 0, 64)
	flush := func() {
		if len(word) == 0 || n >= most {
			word = word[:0]
			return
		}
		class := dayWords()[string(word)]
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

// grams calls found with every run of letters of "^word$".
func (s *wordScratch) grams(word []byte, found func([]byte, bool)) {
	s.key = append(append(append(s.key[:0], '^'), word...), '$')
	var ends [72]int // where the runes end
	runes := 0
	for i := 0; i < len(s.key) && runes < len(ends); runes++ {
		_, size := utf8.DecodeRune(s.key[i:])
		i += size
		ends[runes] = i
	}
	from := 0
	for i := gramLetters - 1; i < runes; i++ {
		found(s.key[from:ends[i]], true)
		from = ends[i-gramLetters+1]
	}
}

// dayWords gives weekdays and months of all languages their class, so that no
// day speaks for a kind; words too short to be sure of stay words.
var dayWords = sync.OnceValue(func() map[string]string {
	const sure = 4
	out := map[string]string{}
	for _, l := range lang.All {
		for _, w := range l.Dates.Words {
			class := map[lang.DateClass]string{lang.Weekday: "@day", lang.Month: "@month"}[w.Class]
			if class == "" {
				continue
			}
			for s := range strings.SplitSeq(w.Forms, "|") {
				if s = strings.ToLower(strings.TrimPrefix(s, "~")); len(s) >= sure && !strings.Contains(s, " ") {
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

// Feature is one of a mail's features as the training sees it: its bucket, and
// its value, in which the mail's length is evened out.
type Feature struct {
	Bucket uint32
	Value  float64
}

// WordFeatures gives a mail's features: what the training learns from.
func WordFeatures(m *mailparse.Message, owner string) []Feature {
	var out []Feature
	n := eachFeature(m, owner, func(bucket uint32, _ []byte, gram bool) {
		f := Feature{bucket, 1}
		if gram {
			f.Value = gramShare
		}
		out = append(out, f)
	})
	for i := range out {
		out[i].Value *= wordScale(n)
	}
	return out
}
