package when

import (
	"strconv"

	"inboxwatch/internal/lang"
)

// maxForm is the number of words in the longest form of the tables.
const maxForm = 6

// joinForms makes one token of each form of several words.
func joinForms(text string, v *vocabulary, ts []token, first int) []token {
	out := ts[:first]
	for i := first; i < len(ts); i++ {
		t := ts[i]
		if t.word != nil && t.word.head || t.kind == kindNumber && numberHead(ts, i) {
			if n, w := longestForm(text, v, ts[i:]); n > 1 {
				t.word, t.to, t.kind = w, ts[i+n-1].to, kindWord
				i += n - 1
			}
		}
		if t.word != nil && t.word.is == 0 {
			t.word = nil
		}
		if abbreviated(ts, i) && (t.word.has(lang.At) || t.word.has(lang.RangeTo) || t.word.has(lang.RangeFrom)) {
			i++ // the point of "o godz. 8"
			t.to = ts[i].to
		}
		out = append(out, t)
	}
	return out
}

// abbreviated reports whether a point and a number follow the word at i.
func abbreviated(ts []token, i int) bool {
	return i+2 < len(ts) && ts[i+1].ch == '.' && !ts[i+1].space && ts[i+2].kind == kindNumber
}

// numberHead reports whether a form of the tables may begin with the number:
// "12 noon", "2ª feira".
func numberHead(ts []token, i int) bool {
	if ts[i].num == 12 || ts[i].ord {
		return true
	}
	return i+1 < len(ts) && ts[i+1].kind == kindWord && !ts[i+1].space && ts[i+1].to-ts[i+1].from == 1
}

// longestForm finds the longest form that begins at ts[0] and the number of
// tokens in it; hyphens, apostrophes and points may part its words.
func longestForm(text string, v *vocabulary, ts []token) (int, *word) {
	var buf [maxWord * 2]byte
	key := buf[:0]
	best, found := 0, (*word)(nil)
	for i, words := 0, 0; i < len(ts) && words < maxForm && len(key) < maxWord; i++ {
		t := &ts[i]
		switch {
		case t.kind == kindWord || t.kind == kindNumber:
			if words > 0 {
				key = append(key, ' ')
			}
			key = appendKey(key, text, t)
			words++
			if words > 1 && len(key) <= maxWord {
				if w := v.find(key); w != nil && w.is != 0 {
					best, found = i+1, w
				}
			}
		case t.ch == '-' || t.ch == '\'' || t.ch == '.' || t.ch == '/' && !t.space:
		case t.kind == kindLine && words > 0 && i+1 < len(ts) && ts[i+1].kind == kindWord:
		default:
			return closePoint(ts, best), found
		}
	}
	return closePoint(ts, best), found
}

// appendKey appends a token as phraseKey writes it: ordinal endings cut.
func appendKey(key []byte, text string, t *token) []byte {
	if t.kind == kindNumber {
		return strconv.AppendInt(key, int64(t.num), 10)
	}
	return AppendFolded(key, text[t.from:t.to])
}

// closePoint takes the point that ends "a.m." into the form.
func closePoint(ts []token, n int) int {
	if n > 2 && n < len(ts) && ts[n].ch == '.' && !ts[n].space && ts[n-2].ch == '.' {
		return n + 1
	}
	return n
}
