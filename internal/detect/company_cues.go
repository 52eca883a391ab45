package detect

import "strings"

// companyFromCues reads "interview with Acme", "Company: Acme" and the like.
func (w *whoReader) companyFromCues(c *candidates, p *passage) {
	for i := 0; i < len(p.toks); i++ {
		if p.toks[i].kind != whoWord {
			continue
		}
		duty, e := w.ts.longest(p, i, cueOrg|cueOrgWeak|cueOrgLabel)
		switch {
		case duty == 0:
		case duty&cueOrgLabel != 0 && (p.is(e, ":") && (lineStart(p, i) || p.is(i-1, ".")) || p.at(e).kind == whoCell && lineStart(p, i)):
			w.companyLabel(c, p, i, e)
		case duty&(cueOrg|cueOrgWeak) != 0:
			w.companyPhrase(c, p, i, e, duty)
		}
	}
}

// companyLabel reads the value of the label in tokens [i,e).
func (w *whoReader) companyLabel(c *candidates, p *passage, i, e int) {
	name, words := w.orgValue(p, e+1)
	if name == "" || w.badOrg(name) {
		return
	}
	weight := weighLabel
	if looseLabels[p.toks[i].low] {
		weight = 0.5
		if hasOrgHead(w.ts, name) {
			weight = 2
		}
	}
	c.add(name, companyKey(name), weight+w.formWeight(name), p.source+" label", words)
}

// companyPhrase reads the name after the phrase in tokens [i,e).
func (w *whoReader) companyPhrase(c *candidates, p *passage, i, e int, duty whoCue) {
	k := e
	if p.is(k, ":") || p.is(k, ",") || p.is(k, "(") && duty&cueOrg != 0 {
		k++
	}
	for p.at(k).kind == whoWord && (!p.at(k).upper || lowerArticle(p.at(k).low)) && w.ts.article(p.at(k).low) {
		k++
	}
	end := w.orgRun(p, k)
	if end == k {
		return
	}
	if run := p.cut(k, end); hasRoleHead(w.ts, run) && !hasOrgHead(w.ts, run) && w.labelFit(run) == fitNone {
		return
	}
	k, end = w.trimRun(p, k, end)
	name := p.cut(k, end)
	if w.partOf(p, i) {
		return
	}
	if name == "" || w.badOrg(name) || w.titledBefore(p, k) {
		return
	}
	fits := w.labelFit(name) != fitNone
	person := withWord[p.at(e-1).low] && !fits && !hasOrgHead(w.ts, name) // it may as well be one
	if duty&cueOrg != 0 && person && isGiven(p.toks[k].low) {
		return // an interview with Hannah
	}
	weight := weighWeak
	switch {
	case duty&cueOrg != 0 && (len(name) <= 3 || person && strings.Contains(name, " ")):
		weight = 1.8
	case duty&cueOrg != 0:
		weight = weighPhrase
	case person && strings.Contains(name, " ") && w.afterRole(p, i):
		weight = 1.6 // a chat with Mei-Lin Castro
	case len(name) > 3 && !isGiven(p.toks[k].low) && w.afterRole(p, i):
		weight = 1.6
		if hasOrgHead(w.ts, name) || (cutAt[p.toks[i].low] || strings.Contains(name, " ")) && !w.placeLike(p, k, end) {
			weight = weighPhrase
		}
	}
	if w.agency && clientCue(p, i, e) {
		weight = weighClient
	}
	if p.source == sourceQuoted || p.source == sourceForwarded {
		weight *= 0.8
	}
	if branchWords[p.at(end).low] && !p.at(end).upper && weight > weighWeak {
		weight = weighWeak // "at Burrendale branch": a place of the firm's
	}
	if w.generic(name) {
		weight = min(weight, 1)
	}
	if w.placeLike(p, k, end) && !fits {
		weight = min(weight, 0.5)
	}
	c.add(name, companyKey(name), weight+w.formWeight(name), p.source+" phrase", p.around(i, end))
}

// branchWords make the name before them a place of the firm's.
var branchWords = setOf([]string{"branch", "site", "campus", "depot", "office", "store", "shop", "plant", "station", "warehouse", "location", "clinic"})

// withWord are the words for "with": a person may follow as well as a firm.
var withWord = setOf([]string{"with", "mit", "avec", "con", "met", "com", "z", "der", "dem"})

// atWord are the words for "at" that tie a post or an interview to its firm.
var atWord = setOf([]string{"at", "with", "bei", "beim", "chez", "en", "bij", "presso", "na", "no", "w", "we", "au", "à", "in"})

// afterRole says whether the word at token i follows a post or an interview:
// "Staff Nurse at", "interview on Monday at" does not.
func (w *whoReader) afterRole(p *passage, i int) bool {
	if !atWord[p.toks[i].low] {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		t := p.toks[k]
		if t.kind == whoPunct && t.low == ")" {
			for k > 0 && k > i-12 && p.toks[k].low != "(" {
				k--
			}
			if k--; k < 0 {
				return false
			}
			t = p.toks[k]
		}
		if t.kind != whoWord || t.digit {
			return false
		}
		d, _ := wordDuty(w.ts, t.low)
		if w.ts.roleHead(t.low) || d&cueRoleAfter != 0 {
			return true
		}
		if !t.upper {
			return false
		}
	}
	return false
}

// looseLabels stand before firms, but before other things too.
var looseLabels = setOf([]string{"who", "local", "department", "agency", "centro", "centre", "trust", "school"})

func lowerArticle(low string) bool {
	return low == "der" || low == "die" || low == "das" || low == "dem" || low == "den"
}

// lineStart says whether token i begins a line or cell, marks before it aside.
func lineStart(p *passage, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch {
		case p.toks[k].kind >= whoLine:
			return true
		case p.toks[k].kind == whoPunct && p.toks[k].low != ")" && p.toks[k].low != ".":
		default:
			return false
		}
	}
	return i < 3 || p.at(i-1).kind != whoWord
}

// orgValue reads the value of a label: the rest of the line, cut at a comma
// that begins an address.
func (w *whoReader) orgValue(p *passage, i int) (name, words string) {
	for p.at(i).kind >= whoLine && i < len(p.toks) && !p.at(i).blank {
		i++
	}
	end := p.lineEnd(i)
	if end-i > 14 || end == i {
		end = min(end, i+14)
	}
	a := i
	if run := w.orgRun(p, a); run > a {
		k, e := w.trimRun(p, a, run)
		return p.cut(k, e), p.cut(max(i-3, 0), end)
	}
	return "", ""
}

// titledBefore says whether a title stands before token k: it is a person.
func (w *whoReader) titledBefore(p *passage, k int) bool {
	t := p.at(k - 1)
	return t.kind == whoWord && len(t.low) > 1 && w.ts.title(t.low)
}

// places are words that make the words after "at" a room or a building.
var places = setOf([]string{
	"room", "floor", "building", "street", "road", "avenue", "lane", "campus", "entrance", "gate", "suite", "level", "unit", "house", "hall", "site", "depot", "rd", "st", "ave", "blvd", "wing", "block", "tower", "yard", "court", "square", "park", "auditorium", "theatre", "reception", "lobby", "desk",
	"raum", "etage", "gebäude", "straße", "str", "platz", "haus", "standort", "saal", "eingang", "stock", "salle", "rue", "bâtiment", "étage", "sala", "calle", "edificio", "planta", "piso", "avenida", "zaal", "straat", "verdieping", "gebouw", "lokaal", "via", "piano", "edificio", "ufficio", "rua", "andar", "edifício", "pokój", "sala", "ulica", "piętro", "budynek", "centre", "center", "main", "education", "civic", "conference",
})

func (w *whoReader) placeLike(p *passage, a, b int) bool {
	for k := a; k < b; k++ {
		if places[p.toks[k].low] && !legalForms[p.toks[b-1].low] {
			return true
		}
	}
	return false
}

// clientCue says whether the words speak of an agency's client.
func clientCue(p *passage, a, b int) bool {
	s := lowerSame(p.cut(a, b))
	for _, w := range []string{"client", "mandant", "kunde", "opdrachtgever", "klant", "cliente", "klient", "empresa"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// partOf reports whether words for "part of" stand before token i: the name that
// follows is the group's, not the employer's.
func (w *whoReader) partOf(p *passage, i int) bool {
	a := max(0, i-3)
	for k := i; k > a; k-- {
		if p.at(k-1).kind >= whoLine {
			a = k
		}
	}
	before := lowerSame(p.cut(a, min(i+1, len(p.toks)))) + " "
	for _, s := range partWords {
		if strings.Contains(before, s) {
			return true
		}
	}
	return false
}

// partWords say that a firm belongs to another, in our languages.
var partWords = []string{"part of ", "member of ", "belongs to ", "subsidiary of ", "owned by ", "run by ", "teil der ", "teil des ", "teil von ", "tochter der ", "mitglied der ", "filiale de ", "filiale du ", "membre du ", "membre de ", "parte de ", "parte del ", "filial de ", "onderdeel van ", "dochter van ", "lid van ", "parte di ", "parte del gruppo ", "controllata di ", "część ", "spółka z grupy "}
