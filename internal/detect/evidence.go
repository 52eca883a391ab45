package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inboxwatch/internal/rules"
)

// maxEvidence is the contract's limit on a snippet, in characters.
const maxEvidence = 120

// evidence makes one reason, its text made clean and short.
func evidence(field, source, text string) rules.Evidence {
	return rules.Evidence{Field: field, Source: source, Text: clip(text, maxEvidence)}
}

// clip makes s one line of at most limit characters without control, format
// and other invisible characters.
func clip(s string, limit int) string {
	if len(s) <= limit && plainLine(s) {
		return s
	}
	var b strings.Builder
	n, space := 0, true
	for _, r := range s {
		if n >= limit {
			break
		}
		switch {
		case unicode.IsSpace(r), r < ' ':
			if space {
				continue
			}
			r, space = ' ', true
		case r == utf8.RuneError, unicode.Is(unicode.C, r):
			continue
		default:
			space = false
		}
		b.WriteRune(r)
		n++
	}
	return strings.TrimRight(b.String(), " ")
}

// plainLine reports whether s is printable ASCII without blanks to mend.
func plainLine(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}
