package drafts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How long a value from a mail may be, in characters. A longer one is no
// company, role or name and is left out rather than cut.
const (
	maxSubject = 300
	maxRole    = 100
	maxCompany = 80
	maxName    = 60
	maxPanel   = 4
)

// clean makes one line of s without control, bidi and zero-width characters;
// what is longer than limit characters becomes "".
func clean(s string, limit int) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "")
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.In(r, unicode.C, unicode.Zl, unicode.Zp):
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > limit {
		return ""
	}
	return s
}

// cleanFact cleans a company or a role; what holds an address or a link is
// neither.
func cleanFact(s string, limit int) string {
	s = clean(s, limit)
	low := strings.ToLower(s)
	for _, bad := range []string{"@", "://", "www.", "<", ">"} {
		if strings.Contains(low, bad) {
			return ""
		}
	}
	return s
}

// cleanName gives the name of a person or "": letters, and what stands between
// them in names; one script, for a Latin name with a Cyrillic letter is a mask.
func cleanName(s string) string {
	s = clean(s, maxName)
	scripts := 0
	for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee} {
		if strings.IndexFunc(s, func(r rune) bool { return unicode.Is(table, r) }) >= 0 {
			scripts++
		}
	}
	if scripts > 1 || len(strings.Fields(s)) > 6 {
		return ""
	}
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsMark(r), strings.ContainsRune(" .'’-·‐", r):
		default:
			return ""
		}
	}
	if letters == 0 {
		return ""
	}
	return s
}

// cleanDisplay gives a display name for a recipient or "". It may name a team
// ("Acme Hiring (Berlin)") but never an address or a link: those pose as
// somebody else's.
func cleanDisplay(s string) string {
	if looksLikeDomain(s) {
		return ""
	}
	if n := cleanName(s); n != "" {
		return n
	}
	s = cleanFact(s, maxName)
	ascii := strings.IndexFunc(s, func(r rune) bool { return r > 0x7e }) < 0
	if !ascii || strings.ContainsAny(s, `"\`) {
		return ""
	}
	return s
}

func looksLikeDomain(s string) bool {
	for _, w := range strings.Fields(s) {
		if i := strings.LastIndexByte(w, '.'); i > 0 && len(w)-i > 2 && !strings.ContainsAny(w[i+1:], "0123456789),;") {
			return true
		}
	}
	return false
}
