package mailparse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean gives s as valid UTF-8 without control characters (but newline and
// tab), bidirectional overrides, zero-width characters and tag characters.
// Blanks of every width become the plain one.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for i, r := range s {
		switch {
		case r == '\r':
			if !strings.HasPrefix(s[i+1:], "\n") {
				out.WriteByte('\n')
			}
		case r == '\n' || r == '\t':
			out.WriteRune(r)
		case r < ' ' || r >= 0x7f && r < 0xa0 || invisible(r):
		case r == 0xa0 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x205f || r == 0x3000:
			out.WriteByte(' ')
		case r == 0x2028 || r == 0x2029:
			out.WriteByte('\n')
		default:
			out.WriteRune(r) // an invalid byte arrives here as U+FFFD
		}
	}
	return out.String()
}

// plain reports whether Clean has nothing to do.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c == 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// invisible reports characters that are read by no one and may change what is
// seen: bidi controls, zero-width and filler characters, tags, private ones and
// those that Unicode has not assigned (a terminal may take them for anything).
func invisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad:
		return true
	case r < 0x300: // Latin letters, all assigned
		return false
	case r == 0x34f, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x3164, r == 0xffa0:
		return true
	case r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return unicode.Is(unicode.C, r)
}

// oneLine cleans s and makes every run of blanks one blank.
func oneLine(s string) string {
	s = Clean(s)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\n' || c == '\t' || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
