package detect

import (
	"strings"
	"unicode/utf8"
)

// genderEnds are the endings that a word shows in brackets or behind a mark,
// so that it means people of any gender: préposé(e), Mitarbeiter*in.
var (
	genderEnds  = setOf([]string{"e", "a", "o", "in", "innen", "ne", "nne", "trice", "rice", "euse", "se", "ère", "esse", "ra", "ora", "as", "es", "r", "n", "er", "te", "ve", "ive", "elle", "le", "ka", "czka"})
	markedEnds  = setOf([]string{"in", "innen", "r", "n", "e", "er", "frau"})
	markOfEnds  = "*:_"
	longestEnds = 5
)

// genderTail gives the length of such an ending at i, behind the word that
// begins at start, or 0. A word of two letters has none: "2(e)" is a note.
func genderTail(low string, start, i int) int {
	if i-start < 3 || i >= len(low) {
		return 0
	}
	if low[i] == '(' {
		e := strings.IndexByte(low[i:min(len(low), i+longestEnds+4)], ')')
		if e > 1 && genderEnds[strings.TrimPrefix(low[i+1:i+e], "-")] {
			return e + 1
		}
		return 0
	}
	if strings.HasPrefix(low[i:], "/-") {
		return markedEnd(low, i, 2)
	}
	if strings.IndexByte(markOfEnds, low[i]) >= 0 {
		return markedEnd(low, i, 1)
	}
	return 0
}

// markedEnd gives the length of a mark of n bytes at i and the ending behind
// it where that is a whole one.
func markedEnd(low string, i, n int) int {
	e := i + n
	for e < len(low) {
		r, size := utf8.DecodeRuneInString(low[e:])
		if !wordRune(r) {
			break
		}
		e += size
	}
	if !markedEnds[low[i+n:e]] {
		return 0
	}
	return e - i
}

// withoutGender cuts such an ending: what stands before it is the word.
func withoutGender(word string) string {
	if i := strings.IndexAny(word, "(*:·/_"); i > 2 {
		return word[:i]
	}
	return word
}
