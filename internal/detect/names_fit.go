package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// localHas says whether an address's local part holds one of the name's words.
func localHas(address, name string) bool {
	local := plainFold(localOf(address))
	for _, w := range strings.Fields(plainFold(name)) {
		if len(w) > 2 && strings.Contains(local, w) {
			return true
		}
	}
	return false
}

// fitsLocal says whether a local part is built of the name: jane.doe, jdoe,
// doe, jane, doej.
func fitsLocal(words []string, local string) bool {
	local = strings.Map(func(r rune) rune {
		if r == '.' || r == '_' || r == '-' || unicode.IsDigit(r) {
			return -1
		}
		return r
	}, plainFold(local))
	if local == "" {
		return false
	}
	first, last := plainFold(words[0]), plainFold(words[len(words)-1])
	joined := strings.ReplaceAll(plainFold(strings.Join(words, "")), " ", "")
	switch {
	case local == joined, local == first, local == last, local == last+first, local == first+last:
		return true
	case len(first) > 0 && len(last) > 1 && (local == first[:1]+last || local == last+first[:1] || local == first+last[:1] || local == first[:1]+last[:1]):
		return true
	case len(last) > 3 && strings.HasSuffix(local, last) && len(local)-len(last) <= 3:
		return true
	case len(first) > 2 && strings.HasPrefix(local, first):
		return true
	}
	return len(last) > 3 && strings.Contains(local, last)
}

// exactLocal says whether a local part is the name and nothing more.
func exactLocal(words []string, local string) bool {
	local = strings.Trim(letters(local), "0123456789")
	first, last := letters(words[0]), letters(words[len(words)-1])
	return local == first+last || local == last+first || local == first || local == last || local == letters(strings.Join(words, "")) || first != "" && local == first[:1]+last
}

func foldWords(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		out = append(out, plainFold(w))
	}
	return out
}

func isTitle(low string) bool { return everyTable().title(low) && len(low) > 1 }

// allCaps says whether s has capitals and no small letters.
func allCaps(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// fixCase writes words in capitals as names are written; initials stay.
func fixCase(words []string) {
	for i, w := range words {
		if allCaps(w) && utf8.RuneCountInString(w) > 2 && !strings.Contains(w, ".") {
			words[i] = capitalise(w)
		}
	}
}

// capitalise writes a word small but for the first letter and those after a
// hyphen or apostrophe.
func capitalise(w string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if up {
			up = false
			return r
		}
		if r == '-' || r == '\'' || r == '’' {
			up = true
			return r
		}
		return unicode.ToLower(r)
	}, w)
}
