package detect

import (
	"slices"
	"strings"
	"unicode"

	"inboxwatch/internal/rules"
)

// looseLabel says whether a domain may as well be a recruiter's.
func looseLabel(label string) bool {
	for _, s := range []string{"talent", "people", "search", "consult", "selec", "jobs", "career", "karriere", "emploi", "empleo", "hr", "human", "personal", "select", "hire", "work", "staff", "portal", "conseil", "rh", "asesor", "empleo", "lavoro", "trabajo", "arbeit"} {
		if len(s) > 5 && strings.Contains(label, s) {
			return true
		}
		for _, part := range strings.Split(label, "-") {
			if part == s || len(s) > 3 && (strings.HasPrefix(part, s) || strings.HasSuffix(part, s)) && s != "hire" {
				return true
			}
		}
	}
	return recruiterLabel(label)
}

// longestWord is the length up to which a label is taken for one word.
const longestWord = 12

// readableLabel makes words of a host's label; a trade's word at its end is
// parted: gulfpalmhotels, Gulfpalm Hotels.
func (w *whoReader) readableLabel(label string) string {
	if len(label) < 3 || strings.HasPrefix(label, "st-") {
		return ""
	}
	parts := strings.Split(label, "-")
	if saint, ok := strings.CutPrefix(strings.TrimSuffix(parts[0], "s"), "st"); ok && strings.HasSuffix(parts[0], "s") && (isGiven(saint) || len(saint) > 3 && plainWords[saint]) {
		return "" // stbedes: St Bede's
	}
	if w.in.Lang == "fr" && len(parts) > 1 && w.ts.orgHeads.written(parts[0]) != "" {
		return "" // mairie-plouharnel: a "de" is lost
	}
	for _, p := range parts {
		if !pronounceable(p) || strings.HasPrefix(p, "st") && len(parts) > 1 && strings.HasSuffix(p, "s") {
			return "" // an abbreviation, or a saint whose apostrophe is lost
		}
	}
	if words := w.splitLabel(label); len(parts) == 1 && len(words) > 1 {
		said := w.saidWords(label)
		for i, x := range words {
			words[i] = w.written(x, i == 0, said)
		}
		return strings.Join(words, " ")
	}
	if a, b, ok := w.partAnd(label); ok && len(parts) == 1 {
		return capitaliseFirst(a) + " & " + capitaliseFirst(b)
	}
	if len(parts) == 1 && len(label) > 6 {
		head := ""
		for cut := 3; cut <= len(label)-4 && head == "" && w.in.Lang != "de" && w.in.Lang != "nl"; cut++ {
			if tail := label[cut:]; tail != "works" && (w.bareHead(tail) || tail == "sons" || cut < 10 && firmWords[tail]) {
				parts = []string{label[:cut], tail}
				head = tail
			}
		}
		if a, ok := strings.CutSuffix(parts[0], "and"); ok && head != "" && len(a) > 2 {
			parts[0] = a + " &"
		}
		for cut := 4; head == "" && cut <= len(label)-3; cut++ {
			if front := label[:cut]; w.in.Lang != "en" && len(front) > 4 {
				if written := ownTable(w.in.Lang).orgHeads.written(front); written != "" {
					parts = append([]string{written}, partArticle(w.in.Lang, label[cut:])...)
				}
			}
		}
	}
	for _, p := range parts {
		if len(p) > longestWord && !w.ts.orgHead(p) {
			return "" // words run together that nothing parts: no name for a letter
		}
	}
	if w.in.Lang == "de" {
		for i, p := range parts {
			parts[i] = umlauts(p)
		}
	}
	for i, p := range parts {
		if len(p) > 0 && !(i == 1 && len(parts) == 3 && slices.Contains(labelArticles[w.in.Lang], p)) {
			parts[i] = capitaliseFirst(p)
		}
	}
	return strings.Join(parts, " ")
}

// partAnd parts a label at an "and" that stands between two words, one of them
// known: fableandfinch.
func (w *whoReader) partAnd(label string) (a, b string, ok bool) {
	const least = 4
	for i := least; i+3+least <= len(label); i++ {
		if label[i:i+3] != "and" {
			continue
		}
		a, b = label[:i], label[i+3:]
		if pronounceable(a) && beginsWord(b) && (plainWords[a] || plainWords[b]) {
			return a, b, true
		}
	}
	return "", "", false
}

// leadingArticles are those that a house's name may begin with, by language.
var leadingArticles = map[string][]string{"nl": {"de", "het"}, "fr": {"le", "la", "les"}, "es": {"el", "la", "los", "las"}, "it": {"la", "il", "lo", "le"}}

// labelArticles are what may stand between a house's kind and its name, by
// language, longer ones first: quintadomontenegro.
var labelArticles = map[string][]string{
	"fr": {"des", "du"}, "es": {"del", "los", "las"}, "pt": {"dos", "das", "do", "da"}, "it": {"della", "delle", "degli", "dei", "del", "dello"}, "nl": {"van", "de", "het"},
}

// partArticle parts an article from the rest of a label where a word that can be
// spoken follows it.
func partArticle(lang, rest string) []string {
	const least = 4
	for _, a := range labelArticles[lang] {
		if name, ok := strings.CutPrefix(rest, a); ok && len(name) >= least && beginsWord(name) {
			return []string{a, name}
		}
	}
	return []string{rest}
}

// beginsWord reports whether s begins as words do: one consonant, or two that
// go together, before a vowel.
func beginsWord(s string) bool {
	i := strings.IndexAny(s, "aeiouyáéíóúâêôãõàèìòùœ")
	return i == 1 || i == 2 && strings.ContainsAny(s[1:2], "rlhn") && strings.ContainsAny(s[:1], "bcdfgptsk")
}

// surelyParted reports whether the words made of a label are certain: parted by
// hyphens, or one short word. "twoforks" may be one word or two, as may
// "kelpworks": of the names parted by their words alone 1 in 6 is written
// otherwise.
func (w *whoReader) surelyParted(label, name string) bool {
	const short = 7
	for _, a := range leadingArticles[w.in.Lang] {
		if rest, ok := strings.CutPrefix(label, a); ok && len(rest) > 3 && beginsWord(rest) {
			return false // dekroon: De Kroon
		}
	}
	return strings.Contains(label, "-") || !strings.Contains(name, " ") && len(name) <= short
}

// umlauts writes ae, oe and ue as the letters they stand for, but for after a
// vowel or a q, where they stand for themselves.
func umlauts(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if i+1 < len(s) && s[i+1] == 'e' && (s[i] == 'a' || s[i] == 'o' || s[i] == 'u') && (i == 0 || !strings.ContainsRune("aeiouq", rune(s[i-1]))) {
			b.WriteString(map[byte]string{'a': "ä", 'o': "ö", 'u': "ü"}[s[i]])
			i++
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// portalName reads the firm out of a portal of its own: jobs.acme.example,
// no-reply@recrutement-acme.example.
func (w *whoReader) portalName() (string, hostName) {
	if len(w.senders) == 0 || !w.senders[0].automatic {
		return "", hostName{}
	}
	for _, l := range w.labels {
		if l.source != "From" || l.agency {
			continue
		}
		first, _, _ := strings.Cut(domainOf(l.address), ".")
		parts := strings.Split(l.label, "-")
		if first != l.label && deskWord(first) && !looseLabel(l.label) {
			return w.readableLabel(l.label), l
		}
		if len(parts) == 2 && deskWord(parts[0]) && !deskWord(parts[1]) && len(parts[1]) > 3 {
			return capitaliseFirst(parts[1]), l
		}
	}
	return "", hostName{}
}

// notTheTitle takes back an employer that is but the beginning of the post's
// title, "Visitor Services" of a "Visitor Services Lead", and names the firm by
// its domain.
func (w *whoReader) notTheTitle(r *WhoResult) {
	if r.Company == "" || !strings.HasPrefix(lowerSame(r.Role), lowerSame(r.Company)+" ") || w.labelFit(r.Company) != fitNone {
		return
	}
	r.Company = ""
	r.Evidence = slices.DeleteFunc(r.Evidence, func(e rules.Evidence) bool { return e.Field == "company" })
	r.Doubts = slices.DeleteFunc(r.Doubts, func(d rules.Doubt) bool { return d.Field == "company" })
	w.companyFallback(r, nil)
}

// deskWord says whether a host's part is a hiring desk's.
func deskWord(s string) bool { return sharedWords[s] || s == "lavoraconnoi" || s == "werkenbij" }

func capitaliseFirst(s string) string {
	r := firstRune(s)
	return string(unicode.ToUpper(r)) + s[len(string(r)):]
}

// isAgencyName says whether a key is that of the recruiter's own firm.
func (w *whoReader) isAgencyName(key string) bool {
	if w.agencyKey != "" && (key == w.agencyKey || sameCompany(key, w.agencyKey) || sameCompany(w.agencyKey, key)) {
		return true
	}
	words := strings.Fields(key)
	for _, l := range w.labels {
		if l.agency && fitHyphens(words, l.label) != fitNone {
			return true
		}
	}
	return false
}

// labelWords writes a host's label as it stands, with capitals for its parts.
func labelWords(label string) string {
	parts := strings.Split(label, "-")
	for i, p := range parts {
		if p != "" {
			parts[i] = capitaliseFirst(p)
		}
	}
	return strings.Join(parts, " ")
}
