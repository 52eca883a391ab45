package detect

import "strings"

// trimRun cuts words from a run's ends that belong to the sentence: an
// article, a desk, "Interview", a person's title.
func (w *whoReader) trimRun(p *passage, a, b int) (int, int) {
	every := everyTable()
	for a < b {
		t := p.toks[a]
		if t.kind == whoWord && (w.ts.article(t.low) && !t.upper || notNames[t.low] && !every.orgHead(t.low) && !w.exactFit(p.cut(a, b))) {
			a++
			continue
		}
		if d, e := every.longest(p, a, cueDesk); d != 0 && e < b-1 && p.toks[e].upper && (e == a+1 && p.toks[a].caps && !p.toks[e].caps || every.orgHead(p.toks[e].low)) && !w.exactFit(p.cut(a, b)) {
			a = e // RRHH Transportes Acme, Segreteria Liceo Acme
			continue
		} else if d != 0 && e < b && p.toks[e].kind == whoWord && !p.toks[e].upper && every.orgJoin(p.toks[e].low) {
			a = e + 1 // Equipo de Talento de Acme
			continue
		}
		if a+1 < b-1 && w.ts.roleHead(t.low) && t.upper && !every.orgHead(t.low) && (p.toks[a+1].caps || every.orgHead(p.toks[a+1].low)) && !w.exactFit(p.cut(a, b)) {
			a++ // Dyrektor SP 14
			continue
		}
		break
	}
	for b > a+1 {
		t := p.toks[b-1]
		if t.kind == whoPunct && t.low != ")" || t.kind == whoWord && !t.upper && every.orgJoin(t.low) && !legalForms[t.low] {
			b--
			continue
		}
		cut := false
		for k := max(a+1, b-3); k < b; k++ {
			if d, e := every.longest(p, k, cueDesk); d != 0 && e == b && !(every.orgHead(p.toks[b-1].low) && p.toks[b-1].low != "office") {
				b, cut = k, true
				break
			}
		}
		if cut {
			continue
		}
		if t.kind == whoWord && w.ts.interviewWord(t.low) && !w.ts.orgHead(t.low) {
			b--
			continue
		}
		break
	}
	return a, b
}

// companyFromRuns looks at every capitalised run for one that makes up the
// employer's domain, or that bears a legal form.
func (w *whoReader) companyFromRuns(c *candidates, p *passage) {
	if p.source == sourceSubject {
		return
	}
	for i := 0; i < len(p.toks); {
		t := p.toks[i]
		if t.kind != whoWord || !t.upper && !brandCase(p, i) {
			i++
			continue
		}
		end := w.orgRun(p, i)
		if end == i {
			i++
			continue
		}
		w.weighRun(c, p, i, end)
		i = end
	}
}

// wants are the verbs by which an agency or a system tells what a firm wants.
var wants = setOf([]string{"want", "wants", "would", "möchte", "möchten", "lädt", "souhaite", "souhaitent", "souhaiterait", "quiere", "quieren", "desea", "wil", "willen", "vuole", "vorrebbe", "desidera", "desiderano", "came", "loved", "liked", "picked", "chose", "asked", "confirmed", "cleared", "agreed", "accepted", "decided", "quer", "gostaria", "chce", "chciałby", "chciałaby", "invited", "has", "have", "te", "heeft"})

// weighRun weighs the whole run and, for the domain's sake, its tails.
func (w *whoReader) weighRun(c *candidates, p *passage, i, end int) {
	last := p.toks[end-1]
	legal := end-i > 1 && legalForms[last.low] && len(last.low) > 1 && (last.upper || lowerLegal[last.low])
	scale := 1.0
	if p.source == sourceQuoted || p.source == sourceForwarded {
		scale = 0.9
	}
	if next := p.at(end); (w.agency || w.broker || len(w.senders) > 0 && w.senders[0].automatic) && next.kind == whoWord && p.source != sourceQuoted {
		k, e := w.trimRun(p, i, end)
		if (wants[next.low] || (w.agency || w.broker) && brokerVerbs[next.low]) && k == i && e == end {
			w.companyDoing(c, p, k, e)
		}
	}
	if (w.agency || w.broker) && p.source == sourceText && p.is(end, ",") && w.streetAt(p, end+1) && end-i > 1 {
		// Where an agency sends one is its client's.
		if name := p.cut(i, end); !w.badOrg(name) && w.labelFit(name) == fitNone && !w.isPersonRun(p, i, end) && !places[last.low] {
			c.add(name, companyKey(name), 2+w.formWeight(name), p.source+" phrase", p.around(i, end))
		}
	}
	if p.is(end, ",") && p.at(end+1).upper {
		// "St Cuthbert's, Marle" of stcuthberts-marle: the firm and its town.
		if e := w.orgRun(p, end+1); e > end+1 && w.labelFit(p.cut(i, end)) != fitWhole {
			if name := p.cut(i, e); w.exactFit(name) {
				c.add(name, companyKey(name), scale*(0.5+weighDomain+2), p.source+" name", p.around(i, e))
				return
			}
		}
	}
	for a := i; a < end && a < i+5; a++ {
		if p.toks[a].kind != whoWord || !p.toks[a].upper && !brandCase(p, a) {
			continue
		}
		k, e := w.trimRun(p, a, end)
		if k != a || k >= e {
			continue
		}
		name := p.cut(k, e)
		f := w.labelFit(name)
		tail := 0.0
		if f == fitWhole && a > i && !(w.exactFit(name) && w.ts.orgHead(p.toks[a].low)) && w.belongs(p, i, a) {
			if w.exactFit(name) && len(name) >= leastSpelled && !halls[p.toks[i].low] {
				tail = weighDomain
			}
			k, name = i, p.cut(i, e) // the whole run: Royal Penmarsh …
		}
		if f == fitNone {
			// The run may go on beyond the name: "Larch & Lime Guildford".
			for x := e - 1; x > k && f == fitNone; x-- {
				if p.toks[x-1].kind == whoWord && p.toks[x-1].upper && w.labelFit(p.cut(k, x)) == fitWhole {
					f = fitPart
				}
			}
		}
		head := a == i && e-k > 1 && hasOrgHead(w.ts, name)
		if f == fitNone && !(legal && a == i) && !head {
			continue
		}
		if w.badOrg(name) || w.titledBefore(p, k) || w.isPersonRun(p, k, e) || p.source == sourcePlace && f == fitNone && !legal {
			continue
		}
		weight := 0.5
		if legal {
			weight = 1
		}
		if w.placeLike(p, k, e) && !legal && f != fitWhole {
			weight = 0
		}
		c.add(name, companyKey(name), scale*max(weight+w.formWeight(name), tail), p.source+" name", p.around(k, e))
		if head && f == fitNone {
			continue
		}
		if f != fitNone {
			return
		}
	}
}

// streetAt says whether an address begins at token i: "Unit 9 …", "via dell'
// Industria 8", "12 Mill Lane".
func (w *whoReader) streetAt(p *passage, i int) bool {
	if p.at(i).kind != whoWord {
		return false
	}
	number, street := false, false
	for k := i; k < i+5 && p.at(k).kind == whoWord; k++ {
		number = number || p.at(k).digit
		street = street || places[p.at(k).low]
	}
	return number && street
}

// isPersonRun says whether a run is the name of somebody known to the mail.
func (w *whoReader) isPersonRun(p *passage, a, b int) bool {
	return w.isPersonKey(plainFold(p.cut(a, b)))
}

// companyFromSignature reads the signature's lines and lone lines of the text.
func (w *whoReader) companyFromSignature(c *candidates) {
	for _, part := range w.signParts {
		p := part.p
		if d, _ := w.ts.longest(p, 0, cueSignOff|cueGreeting); d != 0 {
			continue
		}
		run := w.orgRun(p, 0)
		if run == 0 {
			if p.at(0).kind == whoWord && w.ts.article(p.at(0).low) {
				run = w.orgRun(p, 1)
			}
			if run <= 1 {
				continue
			}
		}
		k, e := w.trimRun(p, 0, run)
		for e-k > 1 && w.ts.roleHead(p.toks[k].low) && w.labelFit(p.cut(k+1, e)) == fitWhole {
			k++ // Directeur OBS De Waterlelie
		}
		if k == 1 && p.toks[0].low == "the" {
			k = 0 // The Crown
		}
		name := p.cut(k, e)
		if name == "" || w.badOrg(name) || w.isPersonRun(p, k, e) || readPersonKnown(w, name) {
			continue
		}
		head := hasOrgHead(w.ts, name)
		role := hasRoleHead(w.ts, name) && !head
		fw := w.formWeight(name)
		if role && fw == 0 || run < len(p.toks) && !head && fw == 0 && p.at(run).kind == whoWord {
			continue
		}
		weight := weighSign
		if head {
			weight = weighSignHead - weighHead
		}
		if !head && fw == 0 && part.role {
			weight = 2
		}
		if deptLike(w.ts, name) && fw < weighPart {
			weight = 0.3
		}
		c.add(name, companyKey(name), weight+fw, p.source+" line", part.line)
	}
}

// readPersonKnown says whether the words are the name of the one who signs.
func readPersonKnown(w *whoReader, name string) bool {
	return w.signer.full != "" && plainFold(name) == plainFold(w.signer.full)
}

// departments are words of a firm's parts, not of firms.
var departments = setOf([]string{"department", "human", "resources", "recruitment", "recruiting", "office", "abteilung", "departamento", "service", "dział", "ufficio", "afdeling", "fachbereich", "direction", "personal", "personas", "rh", "hr", "talent", "people", "gestión", "gestão", "bereich", "referat", "team", "operations", "faculty", "division", "unit", "pracy", "kadr", "stabsstelle", "sekretariat", "secretaría", "secretaria", "equipo", "personalabteilung", "coordination", "management", "qualitätsmanagement", "bureau", "negociado", "concours", "careers", "early", "desk", "admissions", "dekanat", "principal"})

func deptLike(ts wordTables, name string) bool {
	if onlyFields(name) {
		return true
	}
	for _, f := range strings.Fields(lowerSame(name)) {
		if departments[f] {
			return true
		}
	}
	return false
}

func hasRoleHead(ts wordTables, s string) bool {
	for _, t := range newPassage("", s, false).toks {
		if t.kind == whoWord && ts.roleHead(t.low) {
			return true
		}
	}
	return false
}

// splitSubject parts a subject at its marks, reply marks and dates aside.
func splitSubject(s string) []string {
	for _, sep := range []string{" <> ", " x ", " + ", " / ", " || ", " | ", " – ", " — ", " - ", ": ", " @ ", " : ", " :: ", "! ", "? ", " → ", " • ", " · ", "(", ")", ", "} {
		s = strings.ReplaceAll(s, sep, "\x00")
	}
	var out []string
	for _, f := range strings.Split(s, "\x00") {
		if f = strings.TrimSpace(f); f != "" && len(out) < 12 {
			out = append(out, f)
		}
	}
	return out
}

// fields are fields of work: a name of nothing else is a part of a firm.
var fields = setOf([]string{"accounting", "finance", "financial", "events", "community", "nursing", "allied", "health", "library", "services", "enrollment", "enrolment", "marketing", "sales", "it", "operations", "science", "sciences", "customer", "digital", "engineering", "payroll", "compliance", "legal", "communications", "communication", "facilities", "procurement", "logistics", "production", "quality", "safety", "research", "development", "business", "support", "student", "students", "academic", "affairs", "administration", "admin", "culture", "learning", "partnerships", "product", "technology", "care", "patient", "clinical", "early", "years", "retail", "catering", "housekeeping", "property", "estates", "maintenance", "policy", "programmes", "programs", "public", "works", "volunteering", "fundraising", "income",
	"vertrieb", "einkauf", "buchhaltung", "verwaltung", "pflege", "technik", "logistik", "produktion", "entwicklung", "finanzen", "kommunikation", "soziales", "bildung", "kultur", "comptabilité", "finances", "communication", "ressources", "humaines", "ventes", "achats", "contabilidad", "ventas", "compras", "finanzas", "administración", "comunicación", "amministrazione", "contabilità", "vendite", "acquisti", "contabilidade", "vendas", "administração", "financeiro", "księgowość", "sprzedaż", "administracja", "boekhouding", "verkoop", "inkoop", "zorg", "financiën", "administratie"})

var fieldJoins = setOf([]string{"&", "+", "and", "und", "et", "y", "e", "en", "i", "of", "de", "der", "des", "für", "for", "la", "el", "-", "–"})

func onlyFields(name string) bool {
	n := 0
	for _, f := range strings.Fields(lowerSame(name)) {
		switch f = strings.Trim(f, ",.()"); {
		case fields[f] || departments[f]:
			n++
		case !fieldJoins[f]:
			return false
		}
	}
	return n > 0
}
