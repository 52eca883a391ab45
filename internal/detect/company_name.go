package detect

import "strings"

// legalForms are written after a firm's name.
var legalForms = setOf([]string{
	"ltd", "limited", "plc", "llp", "llc", "inc", "incorporated", "corp", "corporation", "gmbh", "ggmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "gbr", "e.v", "ev", "eg", "partg", "partgmbb", "aör", "aor",
	"sas", "sarl", "sa", "sasu", "eurl", "snc", "scop", "selarl", "asbl", "s.l", "sl", "s.a", "s.l.u", "slu", "s.a.s", "s.a.c", "sac", "s.r.l", "srl", "s.p.a", "spa", "s.n.c", "sagl", "ltda", "lda", "e.m", "s/a",
	"b.v", "bv", "n.v", "nv", "vof", "v.o.f", "vzw", "bvba", "ab", "as", "oy", "oyj", "aps", "a/s", "pty", "pte", "pvt", "sp", "z", "o.o", "s.c", "sp.j", "sp.k", "se", "co", "sociedad", "c.v", "s.c.p", "eireli", "cie", "srls", "s.r.l.s", "e", "v", "d.o.o", "oo", "zoo", "spzoo", "kft", "s.r.o", "doo", "zrt", "bt", "sdn", "bhd", "kk",
})

// companyKey is a name made comparable; names of one firm share it.
func companyKey(name string) string {
	words := make([]string, 0, 6)
	for _, f := range strings.Fields(name) {
		if l := letters(f); l != "" {
			words = append(words, l)
		} else if f == "&" || f == "+" {
			words = append(words, "&")
		}
	}
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) > 1 && (words[0] == "the" || words[0] == "die" || words[0] == "der" || words[0] == "das" || words[0] == "firma") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// sameCompany says whether the shorter key stands in the longer one.
func sameCompany(short, long string) bool {
	if len(short) >= len(long) || len(short) < 3 {
		return false
	}
	if strings.HasPrefix(long, short) && long[len(short)] == ' ' {
		return true
	}
	return len(short) >= 5 && strings.HasSuffix(long, " "+short) || len(short) >= 7 && strings.Contains(long, " "+short+" ")
}

// bestForm picks the form to write: the one with most witnesses, a legal form
// and then length deciding between equals.
func (w *whoReader) bestForm(g nameGroup) string {
	name, best := "", -1.0
	for f, s := range g.forms {
		if k := companyKey(f); !w.exactFit(f) {
			for o := range g.forms {
				if ok := companyKey(o); ok != k && strings.HasPrefix(k, ok+" ") && w.exactFit(o) && !hasOrgHead(w.ts, strings.TrimPrefix(k, ok)) {
					s *= 0.2 // the name and something more: a town
					break
				}
			}
		}
		for o, so := range g.forms {
			if so >= 1.5 && strings.HasSuffix(companyKey(o), " "+companyKey(f)) && hasOrgHead(w.ts, companyKey(o)) && !hasOrgHead(w.ts, companyKey(f)) {
				s *= 0.3 // University of Kingsmere, not Kingsmere
			}
		}
		if strings.Contains(f, ", ") {
			s += 5 // a whole name with its list or town
		}
		if strings.Contains(f, " ") && w.subjectPart(f) {
			s += 1
		}
		if f := strings.Fields(f); len(f) > 1 {
			s += 0.4
			if legalForms[strings.Trim(lowerSame(f[len(f)-1]), ".")] {
				s++
			}
		}
		if s > best || s == best && (len(f) > len(name) || len(f) == len(name) && f < name) {
			name, best = f, s
		}
	}
	if allCaps(name) && strings.Contains(name, " ") {
		return titleCase(name)
	}
	return name
}

// subjectPart says whether a part of a subject between marks is the name.
func (w *whoReader) subjectPart(name string) bool {
	for _, s := range w.subjects {
		for _, part := range splitSubject(s.text) {
			if part == name {
				return true
			}
		}
	}
	return false
}

// titleCase writes a line of capitals as names are written.
func titleCase(s string) string {
	f := strings.Fields(s)
	for i, w := range f {
		low := strings.Trim(lowerSame(w), ".,")
		switch {
		case i > 0 && everyTable().orgJoin(low) && len(low) <= 4:
			f[i] = lowerSame(w)
		case legalForms[low] || len(w) <= 3:
		default:
			f[i] = capitalise(w)
		}
	}
	return strings.Join(f, " ")
}

// bareName cuts the article that German puts before a firm with its legal form:
// "Die Tessmar Energie AG".
func (w *whoReader) bareName(name string) string {
	f := strings.Fields(name)
	if w.in.Lang != "de" || len(f) < 3 || !legalForms[strings.Trim(lowerSame(f[len(f)-1]), ".,")] {
		return name
	}
	switch f[0] {
	case "Die", "Der", "Das", "Den", "Dem":
		return strings.Join(f[1:], " ")
	}
	return name
}

// formWeight is what a name's own words say for it.
func (w *whoReader) formWeight(name string) float64 {
	f := strings.Fields(name)
	if len(f) == 0 {
		return 0
	}
	var s float64
	if len(f) > 1 && legalForms[strings.Trim(lowerSame(f[len(f)-1]), ".,")] {
		s += weighLegal
	} else if hasOrgHead(w.ts, name) {
		s += weighHead
	}
	if k := w.labelFit(name); k == fitWhole {
		s += weighDomain
	} else if k == fitPart {
		s += weighPart
	}
	return s
}

// labelFit compares a name with the domains that belong to the employer.
func (w *whoReader) labelFit(name string) fit {
	if f, ok := w.fits[name]; ok {
		return f
	}
	words := nameLetters(name)
	best := fitNone
	for _, l := range w.labels {
		if l.weight < 0.9 {
			continue
		}
		f := fitHyphens(words, l.label)
		if l.weight < 1 && f == fitWhole && !hasOrgHead(w.ts, name) {
			f = fitPart // a private mailbox may bear a person's name
		}
		best = max(best, f)
	}
	if w.fits != nil && len(w.fits) < 1000 {
		w.fits[name] = best
	}
	return best
}

// exactFit says whether a name is a label, letter by letter.
func (w *whoReader) exactFit(name string) bool {
	words := nameLetters(name)
	joined := strings.ReplaceAll(strings.Join(words, ""), "&", "")
	and := strings.ReplaceAll(strings.Join(words, ""), "&", "and")
	for _, l := range w.labels {
		if x := letters(l.label); x == joined || x == and {
			return true
		}
	}
	return false
}

// nameLetters are a name's words, folded, without marks.
func nameLetters(name string) []string {
	f := strings.Fields(name)
	out := make([]string, 0, len(f))
	for _, s := range f {
		if s == "&" || s == "+" {
			out = append(out, "&")
		} else if s = letters(s); s != "" {
			out = append(out, s)
		}
	}
	for len(out) > 1 && legalForms[out[len(out)-1]] {
		out = out[:len(out)-1]
	}
	return out
}

// letters folds s and drops all but letters and digits.
func letters(s string) string {
	s = plainFold(s)
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < '0' || c > '9' && c < 'a' || c > 'z' {
			return strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 0x80 {
					return r
				}
				return -1
			}, s)
		}
	}
	return s
}
