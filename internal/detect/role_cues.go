package detect

import "strings"

// roleFromLabels reads "Position: …" and table cells.
func (w *whoReader) roleFromLabels(c *candidates, p *passage) {
	for i := 0; i < len(p.toks); i++ {
		if p.toks[i].kind != whoWord || !lineStart(p, i) && !p.is(i-1, ".") {
			continue
		}
		d, e := w.ts.longest(p, i, cueRoleLabel)
		if d == 0 || p.is(i-1, ".") && !p.is(e, ":") {
			continue
		}
		for p.is(e, "(") || p.is(e, ")") {
			e++
		}
		colon := p.is(e, ":") || p.is(e, "?")
		if colon {
			e++
		}
		cell := p.at(e).kind == whoCell
		line := p.at(e).kind == whoLine
		if !colon && !cell && !(line && lineIs(p, i, e)) {
			continue
		}
		if (cell || p.at(i-1).kind == whoCell && p.at(e).kind == whoLine) && w.headerRow(c, p, i, e) {
			continue
		}
		for p.at(e).kind >= whoLine && e < len(p.toks) && !(p.at(e).blank && !colon && !line) {
			e++
		}
		end := p.lineEnd(e)
		if end == e || end-e > 18 {
			continue
		}
		weight := weighRoleLabel
		if !colon && !cell {
			weight = 2.4
		}
		if p.toks[i].low == "what" || p.toks[i].low == "re" || p.toks[i].low == "betreff" || p.toks[i].low == "title" || p.toks[i].low == "titolo" {
			weight = 1.8
		}
		value := p.cut(e, w.clipAside(p, e, end))
		if subjectLabels[p.toks[i].low] {
			for _, part := range splitRoleSubject(value) {
				w.addRole(c, part, weight, p.source+" label", p.cut(i, end))
			}
			continue
		}
		w.addRole(c, value, weight, p.source+" label", p.cut(i, end))
	}
}

// subjectLabels stand before a quoted mail's subject.
var subjectLabels = setOf([]string{"betreff", "re", "subject", "objet", "asunto", "assunto", "oggetto", "onderwerp", "temat"})

// lineIs says whether tokens [a,b) are a whole line.
func lineIs(p *passage, a, b int) bool {
	return (a == 0 || p.at(a-1).kind >= whoLine) && p.at(b).kind == whoLine
}

// clipAside ends a label's value before a second sentence.
func (w *whoReader) clipAside(p *passage, a, b int) int {
	for k := a + 1; k < b; k++ {
		if p.toks[k].kind == whoPunct && (p.toks[k].low == "." || p.toks[k].low == ";" || p.toks[k].low == "|" || p.toks[k].low == "·") {
			return k
		}
	}
	return b
}

// sureRole are the words of phrases that only posts follow.
var sureRole = []string{"position", "post", "role", "vacancy", "stelle", "poste", "puesto", "cargo", "vacante", "vaga", "functie", "vacature", "posizione", "ruolo", "stanowisk", "bewerb", "bewirb", "beworben", "ausbildung", "lehrstelle", "emploi", "plaza", "applied for", "applying for", "job as", "job of", "appl", "candidatura", "candidature", "sollicit", "posto", "figura"}

// roleFromCues reads "for the position of …".
func (w *whoReader) roleFromCues(c *candidates, p *passage) {
	for i := 0; i < len(p.toks); i++ {
		if p.toks[i].kind != whoWord {
			continue
		}
		d, e := w.ts.longest(p, i, cueRole|cueRoleWeak)
		if d == 0 {
			continue
		}
		quoted := w.openQuote(p, e)
		k, end, marked := w.roleRun(p, e)
		if end == k {
			continue
		}
		if !marked && w.capsLanguage() && !p.at(k).upper && !w.ts.roleHead(p.at(end-1).low) {
			continue // small letters: only a post's word can end the title
		}
		if headFirst[w.in.Lang] && adjectives[p.toks[k].low] && interviewNoun[p.at(k-1).low] {
			continue // colloquio tecnico
		}
		weight := weighRoleWeak
		if firm := p.toks[i].low; asWord[firm] && !ownWork[p.at(i-1).low] || firm == "for" && w.titleCased(p, k, end) || forWord[firm] && w.ts.roleHead(p.at(k).low) && w.interviewNear(p, i) {
			weight = 1.5
		}
		if d&cueRole != 0 {
			weight = weighRolePhrase
			cueText := lowerSame(p.cut(i, e))
			for _, s := range sureRole {
				if strings.Contains(cueText, s) {
					weight = weighRoleSure - 0.4
					break
				}
			}
			if quoted && weight > weighRolePhrase {
				weight = weighRoleSure
			}
		}
		if marked {
			weight += 0.8
		}
		if d&cueRole != 0 && weight >= 2.8 && weight < roleFloor && namesPost(lowerSame(p.cut(i, e))) {
			weight = 3.3 // nothing but a post follows, whatever its trade
		}
		name := w.addRole(c, p.cut(k, end), weight, p.source, p.around(i, end))
		if name != "" && !asked[p.at(i-1).low] && (e > i+1 || !w.ts.article(p.toks[i].low) && !genitive[p.toks[i].low] && p.toks[i].low != "of") {
			c.lead(name)
		}
	}
}

// forWord are the words for "for".
var forWord = setOf([]string{"para", "pour", "für", "voor", "per", "dla"})

// interviewNear says whether a word of interviews stands before token i in its
// sentence: "the interview on Thursday for dinner lady".
func (w *whoReader) interviewNear(p *passage, i int) bool {
	const reach = 16
	for k := i - 1; k >= 0 && k >= i-reach && p.toks[k].kind < whoLine && !p.is(k, ".") && !p.is(k, "!"); k-- {
		if t := p.toks[k]; t.kind == whoWord && w.ts.interviewWord(t.low) {
			return true
		}
	}
	return false
}

// asWord are the words that make a post of what follows; ownWork those before
// them that speak of the writer's own post.
var (
	asWord  = setOf([]string{"as", "als", "como", "come", "jako", "comme"})
	ownWork = setOf([]string{"work", "works", "working", "acts", "arbeite", "arbeitet", "tätig", "trabajo", "trabaja", "lavoro", "lavora", "travaille", "werk", "werkt", "pracuję", "pracuje", "trabalho", "trabalha", "such", "same", "well", "soon", "just", "sowohl"})
)

// titleCased says whether a run of two words or more has capitals only at the
// words' heads, as English titles do.
func (w *whoReader) titleCased(p *passage, a, b int) bool {
	n := 0
	for k := a; k < b; k++ {
		if p.toks[k].kind == whoWord && p.toks[k].upper {
			n++
		}
	}
	return n >= 2 && w.capsLanguage()
}

// postNouns are the nouns of posts; a phrase with one that ends in a word such
// as "of" leaves no doubt that a title follows.
var postNouns = []string{"position", "post", "role", "vacancy", "stelle", "poste", "puesto", "cargo", "vacante", "vaga", "functie", "vacature", "posizione", "ruolo", "stanowisk", "emploi", "plaza"}

func namesPost(cueText string) bool {
	last := cueText[strings.LastIndexByte(cueText, ' ')+1:]
	switch last {
	case "of", "als", "as", "de", "d'", "van", "di":
	default:
		if !strings.HasPrefix(last, "stanowisk") {
			return false
		}
	}
	for _, n := range postNouns {
		if strings.Contains(cueText, n) {
			return true
		}
	}
	return false
}

func (w *whoReader) openQuote(p *passage, i int) bool {
	s := p.at(i).low
	return s == `"` || s == "“" || s == "„" || s == "«" || s == "»" || s == "‘" || s == "'" || s == "”"
}

// roleBeforeWord reads "the Lead Guide position", "barista job".
func (w *whoReader) roleBeforeWord(c *candidates, p *passage) {
	for i := 1; i < len(p.toks); i++ {
		if p.toks[i].kind != whoWord {
			continue
		}
		d, e := w.ts.longest(p, i, cueRoleAfter)
		if d == 0 || p.toks[i].upper && p.source != sourceSubject && p.source != sourceSummary && !p.toks[i].caps {
			continue
		}
		a := i
		caps := false
		for a > 0 && i-a < 8 {
			t := p.toks[a-1]
			if t.kind == whoPunct && t.low == "(" && !strings.Contains(p.cut(a, i), ")") {
				break
			}
			if t.kind == whoPunct && (t.low == ")" || t.low == "(" || t.low == "&" || t.low == "," && p.at(a).upper && caps && p.at(a-2).upper) {
				a--
				continue
			}
			if d, _ := wordDuty(w.ts, t.low); d&cueRoleWeak != 0 && !t.upper && !w.ts.roleJoin(t.low) {
				break
			}
			if t.kind != whoWord || w.ts.article(t.low) && !t.upper || !t.upper && (w.ts.roleStop(t.low) || w.ts.interviewWord(t.low)) || w.isCompanyAt(p, a-1) {
				break
			}
			if t.upper && !(w.ts.roleHead(t.low) && p.at(a).upper && w.ts.roleHead(p.at(a).low)) && (notNames[t.low] || w.ts.interviewWord(t.low) && !w.ts.roleHead(t.low)) && a-1 == 0 {
				break
			}
			if caps && !t.upper && !t.digit && !w.ts.roleJoin(t.low) {
				break
			}
			caps = caps || t.upper
			a--
		}
		for a < i && (p.toks[a].kind == whoPunct || !p.toks[a].upper && w.ts.roleJoin(p.toks[a].low) || a+1 < i && w.ts.article(p.toks[a].low) && p.toks[a+1].upper) {
			a++
		}
		if a < i {
			if name := w.trade(p, a, i); name != "" && !w.badRole(name) {
				c.add(name, roleKey(name), 3.2, p.source, p.around(a, e))
				continue
			}
			name := p.cut(a, i)
			if p.toks[i].low == "wanted" {
				if p.source != sourceSubject {
					continue
				}
				name = strings.TrimSuffix(name, "s") // Porters wanted
			}
			w.addRole(c, name, weighRoleAfter, p.source, p.around(a, e))
		}
	}
}

// tradeNouns are the nouns of posts before which, after "the" or "your", even
// a word that is no known trade's names the post: "the HCA post".
var tradeNouns = setOf([]string{"role", "position", "post", "job", "vacancy", "opening", "posting", "gig", "roles", "seat"})

// trade reads the one to four words in [a,i) between "the" and a post's noun.
// A trade in small letters is no title without the noun: "counter job".
func (w *whoReader) trade(p *passage, a, i int) string {
	before, noun := p.at(a-1), p.toks[i]
	if !w.capsLanguage() || !tradeNouns[noun.low] || i-a > 4 || before.kind != whoWord && p.source != sourceSubject {
		return ""
	}
	if before.kind == whoWord && before.low != "the" && before.low != "your" && before.low != "our" {
		return ""
	}
	upper := 0
	for k := a; k < i; k++ {
		t := p.toks[k]
		if pointers[t.low] || t.kind == whoWord && (w.ts.orgHead(t.low) && i-a > 1 && k == i-1 || weekdays[t.low] || w.ts.interviewWord(t.low) || w.isPersonKey(plainFold(t.low)) || notNames[t.low] && t.low != "gm" || poorTrades[t.low]) {
			return ""
		}
		if t.upper {
			upper++
		}
	}
	name := p.cut(a, i)
	switch {
	case hasRoleHead(w.ts, name):
		return "" // the common way
	case upper == i-a && p.toks[a].caps && i-a == 1 && len(name) <= 5, upper == i-a && i-a > 1:
		return name
	case upper == 0 && i-a == 1 && len(name) > 3 && noun.low == "job" && !strings.ContainsAny(name, "'’"):
		return name + " " + noun.low
	}
	return ""
}

// poorTrades are adjectives and nouns before "job" that name no trade.
var poorTrades = setOf([]string{"great", "good", "best", "whole", "actual", "real", "hard", "easy", "exact", "various", "different", "second", "third", "last", "previous", "former", "old", "big", "whole", "final", "interim", "original", "future", "initial", "current", "present", "another", "similar", "suitable", "specific", "desired", "preferred", "proposed", "target", "remote", "hybrid", "local", "senior", "junior", "management", "leadership", "company", "client", "customer", "contract", "evening", "morning", "weekend", "summer", "winter", "dream", "proper", "wonderful", "interesting", "exciting", "internal", "external", "unique", "challenging", "rewarding", "posted", "named", "chosen", "selected", "offered", "filled", "closed", "cancelled", "candidate", "print", "paint", "blog", "trading", "financial", "legal", "market"})
