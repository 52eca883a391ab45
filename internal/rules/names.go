package rules

import (
	"strings"
	"unicode"
)

// legalForms are the suffixes that say what a company is, not who.
var legalForms = words(`ltd limited plc llp llc inc incorporated corp corporation company
	gmbh ag se kg kgaa ohg ug mbh ev eg co sas sarl sa spa srl sl slu bv nv ab as oy oyj aps
	pty pte pvt lda ltda sp z oo o group holding holdings`)

// latin folds the letters that European names carry to ASCII, for comparing
// and for ids.
var latin = strings.NewReplacer(
	"ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "oe", "å", "aa", "œ", "oe",
	"à", "a", "á", "a", "â", "a", "ã", "a", "ą", "a", "ç", "c", "ć", "c", "č", "c", "ď", "d",
	"è", "e", "é", "e", "ê", "e", "ë", "e", "ę", "e", "ě", "e", "ì", "i", "í", "i", "î", "i", "ï", "i",
	"ł", "l", "ñ", "n", "ń", "n", "ň", "n", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ő", "o",
	"ř", "r", "ś", "s", "š", "s", "ť", "t", "ù", "u", "ú", "u", "û", "u", "ů", "u", "ű", "u",
	"ý", "y", "ÿ", "y", "ź", "z", "ż", "z", "ž", "z", "'", "", "’", "", "&", " and ", "+", " plus ")

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// plainWords lower-cases, folds and splits a name.
func plainWords(s string) []string {
	s = latin.Replace(strings.ToLower(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// joinLetters makes one word of the letters at a name's end: S.p.A., B.V.
func joinLetters(w []string) []string {
	i := len(w)
	for i > 1 && len(w[i-1]) == 1 {
		i--
	}
	if len(w)-i < 2 {
		return w
	}
	return append(w[:i:i], strings.Join(w[i:], ""))
}

// companyWords is a company's name as it is compared: no article, no legal
// form at its end.
func companyWords(name string) []string {
	w := joinLetters(plainWords(name))
	if len(w) > 1 && w[0] == "the" {
		w = w[1:]
	}
	for len(w) > 1 && (legalForms[w[len(w)-1]] || w[len(w)-1] == "and") {
		w = w[:len(w)-1]
	}
	return w
}

// genericWords begin the names of many companies: "Data Corp" is not "Data
// Solutions".
var genericWords = words(`data digital global national international general universal united first new smart tech
	technology cloud city royal north south east west northern southern eastern western british english scottish irish
	american european euro deutsche german french italian spanish dutch polish bank university college hospital school
	council institute centre center software systems solutions services consulting capital health energy media design
	bio blue green red black white open pro one big super net web cyber premier prime`)

func allGeneric(name []string) bool {
	for _, w := range name {
		if !genericWords[w] {
			return false
		}
	}
	return true
}

// sameWords reports whether the shorter name is the beginning of the longer in
// whole words ("Acme", "Acme Robotics") and says something, or both differ only in spaces.
func sameWords(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := range a {
		if a[i] != b[i] {
			return strings.Join(a, "") == strings.Join(b, "")
		}
	}
	return len(a) == len(b) || !allGeneric(a)
}

// containsWords reports whether all words of part stand in whole, side by side.
func containsWords(whole, part []string) bool {
	if len(part) == 0 {
		return false
	}
	for i := 0; i+len(part) <= len(whole); i++ {
		j := 0
		for j < len(part) && whole[i+j] == part[j] {
			j++
		}
		if j == len(part) {
			return true
		}
	}
	return false
}

// roleNoise are words that do not tell two roles apart.
var roleNoise = words(`the a an of for and in at m w f d x div all genders role position job post remote hybrid onsite
	full part time fulltime parttime permanent contract`)

var roleShort = map[string]string{"sr": "senior", "snr": "senior", "jr": "junior", "eng": "engineer", "dev": "developer", "mgr": "manager"}

func roleWords(role string) []string {
	out := []string{}
	for _, w := range plainWords(role) {
		if long := roleShort[w]; long != "" {
			w = long
		}
		if !roleNoise[w] {
			out = append(out, w)
		}
	}
	return out
}

// otherRole reports whether both roles are known and neither holds all words
// of the other: "Backend Engineer" and "Senior Backend Engineer" are one.
func otherRole(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !subset(a, b) && !subset(b, a)
}

func subset(a, b []string) bool {
	for _, w := range a {
		found := false
		for _, x := range b {
			found = found || x == w
		}
		if !found {
			return false
		}
	}
	return true
}

// slug is a company's name as an id: ASCII letters, digits and hyphens.
func slug(name string) string {
	var b strings.Builder
	for _, w := range companyWords(name) {
		var p strings.Builder
		for _, r := range w {
			if r < unicode.MaxASCII {
				p.WriteRune(r)
			}
		}
		if p.Len() == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(p.String())
		if b.Len() > 40 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}
