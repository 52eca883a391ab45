package detect

import "strings"

// leastSpelled is how long a domain's label must be that words of the text are
// looked for which spell it.
const leastSpelled = 6

// companyFromSpelling finds the words that spell the sender's domain letter by
// letter, though they are written small: "ask for me at puffin play" of
// puffinplay.example.
func (w *whoReader) companyFromSpelling(c *candidates, p *passage) {
	for _, l := range w.labels {
		label := letters(l.label)
		if w.broker || l.weight < 0.9 || len(label) < leastSpelled || w.vendorOnly(l) {
			continue
		}
		for i := range p.toks {
			end := spelling(p, i, label)
			if end-i < 2 || p.toks[i].upper {
				continue // none, or a name that stands out: companyFromRuns
			}
			name := titleWords(p.cut(i, end))
			if !w.badOrg(name) && !w.isPersonKey(plainFold(name)) {
				c.add(name, companyKey(name), weighDomain+0.5, p.source+" name", p.around(i, end))
			}
			break
		}
	}
}

// spells says whether the words [a,b), two at least, are the beginning of what
// spells a domain: "Ostrava Street" of ostravastreetbakery.example.
func (w *whoReader) spells(p *passage, a, b int) bool {
	if b-a < 2 {
		return false
	}
	joined := strings.ReplaceAll(letters(p.cut(a, b)), " ", "")
	for _, l := range w.labels {
		if l.weight >= 0.9 && strings.HasPrefix(letters(l.label), joined) {
			return true
		}
	}
	return false
}

// vendorOnly says whether a label is but a private mailbox's that names a person.
func (w *whoReader) vendorOnly(l hostName) bool {
	return l.weight < 1 && w.signer.full != "" && strings.Contains(letters(l.label), letters(w.signer.given)) && w.signer.given != ""
}

// spelling gives the end of the words from token i on that spell the label, i
// where they do not.
func spelling(p *passage, i int, label string) int {
	rest := label
	for k := i; k < len(p.toks) && k < i+6; k++ {
		t := p.toks[k]
		switch {
		case t.kind == whoPunct && t.low == "&":
			if s, ok := strings.CutPrefix(rest, "and"); ok {
				rest = s
			}
			continue
		case t.kind != whoWord || strings.Contains(t.low, "@") || strings.Contains(t.low, "."):
			return i
		}
		s, ok := strings.CutPrefix(rest, letters(t.low))
		if !ok || letters(t.low) == "" {
			return i
		}
		if rest = s; rest == "" {
			return k + 1
		}
	}
	return i
}

// titleWords writes words as names are written.
func titleWords(s string) string {
	f := strings.Fields(s)
	for i, x := range f {
		if i == 0 || !everyTable().orgJoin(x) {
			f[i] = capitaliseFirst(x)
		}
	}
	return strings.Join(f, " ")
}

// generic says whether a name is made of words that any firm may be called by:
// "Airport Authority", "Governing Council".
func (w *whoReader) generic(name string) bool {
	for _, f := range strings.Fields(lowerSame(name)) {
		if !w.ts.orgHead(f) && !fields[f] && !departments[f] && !fieldJoins[f] && !genericWords[f] {
			return false
		}
	}
	return w.labelFit(name) == fitNone
}

var genericWords = setOf([]string{"airport", "governing", "board", "executive", "selection", "management", "steering", "parent", "parents", "local", "regional", "national", "central", "main", "head", "home", "civil", "general", "town", "transportation", "occupational", "building"})

// kinName gives the group of a name in a line of its own or of the signature
// that is kin to the sender's domain: it shares its beginning with it, as
// "Pinecrest Pediatrics" with pinecrestpeds.example, or bears a long word of it,
// or its words' initials spell it. It gives -1 where there is none.
func (w *whoReader) kinName(gs []nameGroup) int {
	best := -1
	for i, g := range gs {
		if !strings.HasSuffix(g.best.source, " line") && !strings.HasSuffix(g.best.source, " name") || len(nameLetters(g.best.name)) < 2 || g.best.source == sourcePlace+" name" {
			continue
		}
		if f := strings.Fields(lowerSame(g.best.name)); looseJoins[f[0]] || halls[f[0]] || f[len(f)-1] == lowerSame(w.signer.family) && !hasOrgHead(w.ts, g.best.name) {
			continue // "am Kurpark"; "MfG Trautwein"
		}
		if w.kin(nameLetters(g.best.name)) && (best < 0 || g.score > gs[best].score) {
			best = i
		}
	}
	return best
}

// withTrade adds the trade's word that the sender's domain has after the letters
// of a name: "Mill Lane" of milllanebakery.example.
func (w *whoReader) withTrade(name string) string {
	joined := strings.Join(nameLetters(name), "")
	for _, l := range w.labels {
		if rest, ok := strings.CutPrefix(letters(l.label), joined); ok && l.source == "From" && len(rest) > 3 && (firmWords[rest] || w.bareHead(rest)) {
			return name + " " + capitaliseFirst(rest)
		}
	}
	return name
}

// kin says whether a name's words and a domain of the sender's have a beginning,
// a long word or their initials in common.
func (w *whoReader) kin(words []string) bool {
	const begin, long = 4, 6
	initials := ""
	for _, x := range words {
		if !everyTable().orgJoin(x) && x != "&" {
			initials += x[:1]
		}
	}
	for _, l := range w.labels {
		if l.source != "From" && l.source != "Reply-To" || l.weight < 0.9 {
			continue
		}
		label := letters(l.label)
		if len(initials) > 2 && label == initials {
			return true
		}
		for i, x := range words {
			if len(x) >= begin && i == 0 && strings.HasPrefix(label, x) || len(x) >= long && strings.Contains(label, x) && !w.bareHead(x) {
				return true
			}
		}
	}
	return false
}
