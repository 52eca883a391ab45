package lang

import "strings"

// The trades_… files hold, word by word, more nouns of occupations than the
// people tables name: a post whose noun is unknown is rarely found, whatever
// leads to it. Words that mean something else as often (page, guard rail,
// guide) stand there only where the people tables would take them too.

// withTrades adds a list of occupations to a language's RoleHeads, and what ends
// a title there to its RoleStops.
func withTrades(code string, p People, words string) People {
	heads := make([]string, 0, len(p.RoleHeads)+len(words)/9)
	heads = append(heads, p.RoleHeads...)
	p.RoleHeads = append(heads, strings.Fields(words)...)
	p.RoleStops = append(append(make([]string, 0, len(p.RoleStops)+200), p.RoleStops...), strings.Fields(moreRoleStops[code])...)
	return p
}

// inBothGenders gives, for words such as "enfermer-o/a", each of their forms:
// a stem before the mark and the endings behind it.
func inBothGenders(words string) string {
	var b strings.Builder
	for _, w := range strings.Fields(words) {
		stem, ends, ok := strings.Cut(w, "|")
		if !ok {
			b.WriteString(w + " ")
			continue
		}
		for _, e := range strings.Split(ends, "/") {
			b.WriteString(stem + e + " ")
		}
	}
	return b.String()
}
