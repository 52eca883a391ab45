package detect

import "strings"

// plainFold is fold with a short way for words of plain letters.
func plainFold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' && i > 0 && s[i-1] != ' ') {
			return fold(s)
		}
	}
	return strings.TrimSuffix(lowerSame(s), " ")
}

// fit says how well a name's words make up a domain's label.
type fit int

// The fits, worst first.
const (
	fitNone  fit = iota
	fitPart      // the words make up the label's beginning, or the label some of the words
	fitWhole     // the words make up the whole label: Eden Rivers Trust, riverstrust-eden
)

// fitLabel compares the folded words of a name with a host's label.
func fitLabel(words []string, label string) fit {
	if len(words) == 0 || label == "" {
		return fitNone
	}
	label = plainFold(strings.ReplaceAll(label, "-", ""))
	if fitWords(words, label) {
		return fitWhole
	}
	joined := strings.Join(words, "")
	switch {
	case len(joined) >= 4 && strings.HasPrefix(label, joined) && len(joined)*5 >= len(label)*2:
		return fitPart
	}
	return fitNone
}

// fitHyphens is fitLabel for the parts of a hyphenated label in any order.
func fitHyphens(words []string, label string) fit {
	best := fitLabel(words, label)
	if best == fitWhole {
		return best
	}
	parts := strings.Split(label, "-")
	if len(parts) == 2 {
		if fitLabel(words, parts[1]+parts[0]) == fitWhole {
			return fitWhole
		}
		// One part is the name, the other a place or trade.
		for _, p := range parts {
			if len(p) >= 5 && fitLabel(words, p) == fitWhole {
				best = max(best, fitPart)
			}
		}
	}
	if strings.Contains(label, "ae") || strings.Contains(label, "oe") || strings.Contains(label, "ue") {
		best = max(best, fitLabel(words, umlautless.Replace(label)))
	}
	return best
}

// umlautless writes the digraphs of umlauts as their bare vowels.
var umlautless = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// fitWords says whether label can be read as the words in their order, each
// whole, cut short (three letters at least), as its initial, or left out. At
// least one word of four letters must be whole, or all be initials.
func fitWords(words []string, label string) bool {
	return fitFrom(words, label, 0, 0, 0)
}

func fitFrom(words []string, label string, whole, initials, skipped int) bool {
	if label == "" {
		for _, w := range words {
			if len(w) > 3 {
				skipped++
			}
		}
		return whole >= 4 && skipped <= 2 || whole == 0 && initials >= 3 && skipped == 0 || whole == 3 && initials >= 2 && skipped == 0
	}
	if len(words) == 0 {
		return false
	}
	w := words[0]
	if w == "&" {
		for _, and := range []string{"and", "und", "et", "en", "y", "e", "i", "n"} {
			if strings.HasPrefix(label, and) && fitFrom(words[1:], label[len(and):], whole, initials, skipped) {
				return true
			}
		}
	}
	if w == "" || w == "&" {
		return fitFrom(words[1:], label, whole, initials, skipped)
	}
	if n := len(w); strings.HasPrefix(label, w) && fitFrom(words[1:], label[n:], max(whole, n), initials, skipped) {
		return true
	}
	n := 0
	for n < len(w) && n < len(label) && w[n] == label[n] {
		n++
	}
	if len(words) == 1 && n >= 6 && len(label)-n <= 2 && len(w)-n <= 4 {
		return whole >= 4 && skipped <= 2 // reinsure, Reinsurance
	}
	for k := min(n, len(w)-1); k >= 3; k-- {
		if fitFrom(words[1:], label[k:], max(whole, k-1), initials, skipped) {
			return true
		}
	}
	if n > 0 && fitFrom(words[1:], label[1:], whole, initials+1, skipped) {
		return true
	}
	if skipped < 2 && (len(w) <= 3 || whole > 0 || initials > 0) {
		if len(w) > 3 {
			skipped++
		}
		return fitFrom(words[1:], label, whole, initials, skipped)
	}
	return false
}
