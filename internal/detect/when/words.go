package when

import (
	"strings"
	"sync"

	"inboxwatch/internal/lang"
)

// word is what a language knows of one form; several classes may be set.
type word struct {
	is   uint64 // bit per lang.DateClass
	weak uint64 // classes in which the form needs a date beside it
	head bool   // a form of several words begins with this one
	val  [lang.NumDateClasses]int16
}

func (w *word) has(c lang.DateClass) bool { return w != nil && w.is&(1<<c) != 0 }

// vocabulary is the compiled date table of one language: its own words, then
// English ones and the weekdays and months of all, since mails mix them.
type vocabulary struct {
	words  map[string]*word
	filter [1 << 10]uint64 // bit per first letter, last letter and length of a known word
	table  *lang.Dates
}

var vocabularies = struct {
	once  sync.Once
	by    map[string]*vocabulary
	mixed *vocabulary
}{}

// vocabularyOf gives the vocabulary of a language, and for an unknown one all
// languages merged, English first.
func vocabularyOf(code string) *vocabulary {
	v := &vocabularies
	v.once.Do(func() {
		v.by = map[string]*vocabulary{}
		for i := range lang.All {
			v.by[lang.All[i].Code] = compile(&lang.All[i])
		}
		v.mixed = compileMixed()
	})
	if c, ok := v.by[code]; ok {
		return c
	}
	return v.mixed
}

func compile(l *lang.Language) *vocabulary {
	v := &vocabulary{words: map[string]*word{}, table: &l.Dates}
	v.addAll(l.Dates.Words, nil)
	own := v.ownForms()
	for i := range lang.All {
		if o := &lang.All[i]; o.Code != l.Code {
			v.addAll(loanWords(o), own)
		}
	}
	v.index()
	return v
}

func compileMixed() *vocabulary {
	v := &vocabulary{words: map[string]*word{}, table: &lang.All[0].Dates}
	for i := range lang.All {
		v.addAll(lang.All[i].Dates.Words, v.ownForms())
	}
	v.index()
	return v
}

// loanWords are the rows of another language that a mail may use all the
// same: English clock words, and everyone's weekdays and months in full.
func loanWords(o *lang.Language) []lang.DateWord {
	var rows []lang.DateWord
	for _, r := range o.Dates.Words {
		switch {
		case o.Code == "en" && (r.Class <= lang.Month || r.Class == lang.AmPm || r.Class == lang.RangeTo):
		case r.Class <= lang.Month:
			r.Forms = longForms(r.Forms)
		default:
			continue
		}
		rows = append(rows, r)
	}
	return rows
}

// longForms leaves out what is short, and the ordinal that is short for a day:
// Portuguese "segunda" is the second of anything in Spanish.
func longForms(forms string) string {
	var keep []string
	for f := range strings.SplitSeq(forms, "|") {
		if len(f) > 4 && f[0] != '~' && !strings.Contains(forms, f+"-feira") {
			keep = append(keep, f)
		}
	}
	return strings.Join(keep, "|")
}

// ownForms is a snapshot of the forms known so far.
func (v *vocabulary) ownForms() map[string]bool {
	own := make(map[string]bool, len(v.words))
	for f, w := range v.words {
		own[f] = w.is != 0
	}
	return own
}

// addAll adds rows, except for the forms in taken.
func (v *vocabulary) addAll(rows []lang.DateWord, taken map[string]bool) {
	for _, r := range rows {
		if r.Forms == "" {
			continue
		}
		for f := range strings.SplitSeq(r.Forms, "|") {
			name, weak := strings.CutPrefix(f, "~")
			key := phraseKey(name)
			if key != "" && !taken[key] {
				v.add(key, r.Class, r.Value, weak)
			}
		}
	}
}

func (v *vocabulary) add(key string, c lang.DateClass, value int, weak bool) {
	w := v.word(key)
	w.is |= 1 << c
	if weak {
		w.weak |= 1 << c
	}
	w.val[c] = int16(value)
	if first, _, several := strings.Cut(key, " "); several {
		v.word(first).head = true
	}
}

func (v *vocabulary) word(key string) *word {
	w := v.words[key]
	if w == nil {
		w = &word{}
		v.words[key] = w
	}
	return w
}

func (v *vocabulary) index() {
	for f := range v.words {
		h := filterBit(f[0], f[len(f)-1], len(f))
		v.filter[h>>6] |= 1 << (h & 63)
	}
}

// filterBit spreads words over the filter.
func filterBit(first, last byte, n int) uint32 {
	return (uint32(first)*2057 + uint32(last)*131 + uint32(n)*31) & (1<<16 - 1)
}

// find looks a folded word up; the filter spares most of the lookups.
func (v *vocabulary) find(folded []byte) *word {
	n := len(folded)
	if n == 0 {
		return nil
	}
	if h := filterBit(folded[0], folded[n-1], n); v.filter[h>>6]&(1<<(h&63)) == 0 {
		return nil
	}
	return v.words[string(folded)]
}

// phraseKey folds a form of the table to the words that the lexer makes of
// it, joined by single blanks.
func phraseKey(form string) string {
	var key []byte
	for _, t := range lex(form, nil, nil) {
		if t.kind != kindWord && t.kind != kindNumber {
			continue
		}
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = appendKey(key, form, &t)
	}
	return string(key)
}
