package detect

import (
	"strings"
	"unicode"
)

// Weights of the sources of a post's title.
const (
	roleFloor       = 3.0
	weighRoleLabel  = 4.0
	weighRolePhrase = 2.4
	weighRoleSure   = 3.2 // "for the position of", "als … beworben": nothing but a post follows
	weighRoleWeak   = 0.9
	weighRoleAfter  = 2.0 // "the ranger job"
	weighRolePart   = 1.4 // a part of the subject
	weighRoleHead   = 1.6
)

// role fills in the post's title.
func (w *whoReader) role(r *WhoResult) {
	var c candidates
	w.gatherRole(&c)
	gs := c.groups(sameRole)
	best := -1
	for i := range gs {
		if best < 0 || gs[i].score > gs[best].score {
			best = i
		}
	}
	if best < 0 || gs[best].score < roleFloor {
		return
	}
	for i := range gs {
		if i != best && gs[i].score > gs[best].score-0.4 && gs[i].score >= roleFloor {
			r.Doubts = append(r.Doubts, doubt("role", gs[best].best.name, gs[i].best.name))
			return
		}
	}
	g := gs[best]
	r.Role = bestRole(g)
	r.Evidence = append(r.Evidence, evidence("role", g.best.source, g.best.words))
}

// gatherRole lists all that might be the post's title.
func (w *whoReader) gatherRole(c *candidates) {
	for _, p := range w.passages {
		if p.source == sourcePlace || p.source == sourceSignature {
			continue
		}
		w.roleFromLabels(c, p)
		w.roleFromCues(c, p)
		w.roleBeforeWord(c, p)
	}
	w.roleFromSubjects(c)
	w.roleFromHeadings(c)
}

func roleKey(name string) string {
	return strings.Join(strings.FieldsFunc(fold(name), func(r rune) bool { return r == ' ' || r == sentenceEnd }), " ")
}

func sameRole(short, long string) bool {
	if len(short) >= len(long) || len(short) < 2 {
		return false
	}
	return strings.HasPrefix(long, short+" ") || strings.HasSuffix(long, " "+short) || len(short) >= 8 && strings.Contains(long, " "+short+" ")
}

// bestRole picks the form with most witnesses, then the longer one.
func bestRole(g nameGroup) string {
	name, best := "", -1.0
	for f, s := range g.forms {
		s += 0.02 * float64(min(len(f), 30))
		if allCaps(f) {
			s -= 1
		}
		if s > best || s == best && f < name {
			name, best = f, s
		}
	}
	if allCaps(name) && len(name) > 5 {
		f := strings.Fields(name)
		for i, x := range f {
			if x = strings.Trim(x, "()"); len([]rune(x)) > 3 || i > 0 && particle(lowerSame(x)) {
				f[i] = capitalise(f[i])
				if i > 0 && everyTable().roleJoin(lowerSame(x)) {
					f[i] = lowerSame(f[i])
				}
			}
		}
		name = strings.Join(f, " ")
	}
	return name
}

// addRole cleans a title and weighs it.
func (w *whoReader) addRole(c *candidates, name string, weight float64, source, words string) {
	name = w.cleanRole(name)
	if name == "" || w.badRole(name) {
		return
	}
	if hasRoleHead(w.ts, name) {
		weight += weighRoleHead
	} else if weight < 2.8 || w.capsLanguage() && name == lowerSame(name) && weight < weighRoleLabel {
		return // without a post's word only what surely names a post counts
	}
	if n := len(strings.Fields(name)); n > 7 {
		weight -= 0.5 * float64(n-7)
	}
	if source == sourceQuoted || source == sourceForwarded {
		weight *= 0.85
	}
	c.add(name, roleKey(name), weight, source, words)
}

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
		if cell && p.at(i-1).kind != whoCell && w.headerRow(c, p, i, e) {
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
		if p.toks[i].low == "what" || p.toks[i].low == "betreff" || p.toks[i].low == "title" || p.toks[i].low == "titolo" {
			weight = 1.8
		}
		w.addRole(c, p.cut(e, w.clipAside(p, e, end)), weight, p.source+" label", p.cut(i, end))
	}
}

// lineIs says whether tokens [a,b) are a whole line.
func lineIs(p *passage, a, b int) bool {
	return (a == 0 || p.at(a-1).kind >= whoLine) && p.at(b).kind == whoLine
}

// headerRow reads a table with its labels in the first row: the value stands
// below, in the same column.
func (w *whoReader) headerRow(c *candidates, p *passage, i, e int) bool {
	next := p.lineEnd(e + 1)
	if p.at(next).kind != whoCell && p.at(next).kind != whoLine {
		return false
	}
	// A row of labels has short cells only and its first is the label.
	rowEnd := e
	cells := 1
	for rowEnd < len(p.toks) && p.toks[rowEnd].kind != whoLine {
		if p.toks[rowEnd].kind == whoCell {
			cells++
		}
		rowEnd++
	}
	if cells < 4 {
		return false
	}
	start := rowEnd + 1
	end := p.lineEnd(start)
	if end-start > 14 || p.at(end).kind != whoCell {
		return false
	}
	w.addRole(c, p.cut(start, end), weighRoleLabel, p.source+" label", p.cut(i, e)+": "+p.cut(start, end))
	return true
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
		weight := weighRoleWeak
		if firm := p.toks[i].low; asWord[firm] && !ownWork[p.at(i-1).low] || firm == "for" && w.titleCased(p, k, end) {
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
			weight = roleFloor // nothing but a post follows, whatever its trade
		}
		w.addRole(c, p.cut(k, end), weight, p.source, p.around(i, end))
	}
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

// roleRun reads a title that begins at token i or after an article; marked
// tells that a word such as "role" or a quote ends it.
func (w *whoReader) roleRun(p *passage, i int) (start, end int, marked bool) {
	if p.is(i, ":") {
		i++
	}
	for w.ts.article(p.at(i).low) && p.at(i).kind == whoWord && !(p.at(i).upper && !p.at(i+1).upper) {
		i++
	}
	if w.openQuote(p, i) {
		for k := i + 1; k < len(p.toks) && k < i+16; k++ {
			if p.toks[k].kind == whoPunct && w.openQuote(p, k) {
				return i + 1, k, true
			}
			if p.toks[k].kind >= whoLine {
				break
			}
		}
		i++
	}
	for n := 0; n < 2 && w.capsLanguage() && p.at(i).kind == whoWord && !p.at(i).upper && !p.at(i).digit && !w.ts.roleHead(p.at(i).low) && !w.ts.roleStop(p.at(i).low) && p.at(i+1).upper; n++ {
		i++ // our open Product Designer
	}
	lowerStart := !p.at(i).upper
	k, last, comma := i, i, -1
	for k < len(p.toks) && k < i+14 {
		t := p.toks[k]
		if t.kind >= whoLine {
			break
		}
		if t.kind == whoPunct {
			switch t.low {
			case "(":
				if e := closing(p, k); e > 0 {
					k = e
					continue
				}
			case "&", "+", "*":
				k++
				continue
			case ",":
				if comma < 0 && k > i {
					comma = k
				}
				if p.at(k+1).upper || p.at(k+1).kind == whoWord && w.roleSoon(p, k+1) {
					k++
					continue
				}
			case "-", "–", "—":
				if k > i && (p.at(k+1).upper && !w.roleStopAt(p, k+1)) && !w.isCompanyAt(p, k+1) && comma < 0 {
					comma = k
					k++
					continue
				}
			case ":":
				if k > i && p.at(k+1).upper && p.at(k+1).kind == whoWord && hasRoleHead(w.ts, p.cut(i, k)) && !lowerStart {
					comma = k
					k++
					continue
				}
			}
			break
		}
		if d, e := w.ts.longest(p, k, cueRoleAfter); d != 0 && k > i {
			_ = e
			if comma >= 0 && comma < last && !hasRoleHead(w.ts, p.cut(i, comma)) || comma < 0 || true {
				return i, last, true
			}
		}
		if w.roleStopAt(p, k) && k > i || k == i && w.ts.roleStop(t.low) && !t.upper {
			if !(t.upper && w.ts.roleHead(t.low)) && !w.joinsRole(p, k, lowerStart) {
				break
			}
		}
		if t.digit && len(t.low) >= 4 && k > i || shortDays[t.low] && (t.upper || len(t.low) > 4) && k > i || strings.Contains(t.low, "@") || w.isCompanyAt(p, k) {
			break
		}
		if w.in.Lang == "de" && !lowerStart && !t.upper && !t.digit && !w.ts.roleJoin(t.low) && k > i && !w.ts.roleJoin(p.at(k-1).low) {
			break // German titles are nouns
		}
		if !lowerStart && !t.upper && !t.digit && !w.ts.roleJoin(t.low) && k > i && w.capsLanguage() && !w.ts.roleHead(t.low) && t.low != "senior" && t.low != "junior" {
			break // the title has capitals; the sentence goes on without
		}
		k++
		if t.upper || t.digit || !w.ts.roleJoin(t.low) {
			last = k
		}
	}
	if comma > 0 && comma < last {
		// No word ended the title: what stands behind a comma is not sure.
		if tail := p.cut(comma+1, last); !hasRoleHead(w.ts, p.cut(i, comma)) && hasRoleHead(w.ts, tail) {
			return i, last, false
		}
		if p.toks[comma].low != ":" && p.toks[comma].low != "," && p.source != sourceSubject {
			return i, last, false
		}
		return i, comma, false
	}
	return i, last, false
}

// capsLanguage says whether titles have capitals in the mail's language.
func (w *whoReader) capsLanguage() bool { return w.in.Lang == "en" || w.in.Lang == "" }

// roleSoon says whether a word like "role" ends the words from i on.
func (w *whoReader) roleSoon(p *passage, i int) bool {
	for k := i; k < len(p.toks) && k < i+6; k++ {
		if p.toks[k].kind != whoWord && p.toks[k].low != "&" {
			return false
		}
		if d, _ := w.ts.longest(p, k, cueRoleAfter); d != 0 {
			return true
		}
		if w.ts.roleStop(p.toks[k].low) && !p.toks[k].upper {
			return false
		}
	}
	return false
}

// roleStopAt says whether the title ends at token k.
func (w *whoReader) roleStopAt(p *passage, k int) bool {
	t := p.at(k)
	if t.kind == whoWord && !t.upper && len(t.low) > 5 {
		for _, e := range verbEnds[w.in.Lang] {
			if strings.HasSuffix(t.low, e) {
				return true
			}
		}
	}
	return t.kind == whoWord && (w.ts.roleStop(t.low) || notNames[t.low] && (weekdays[t.low]))
}

var weekdays = setOf([]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "lunes", "martes", "miércoles", "jueves", "viernes", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"})

// verbEnds are endings of "we …" verbs, which end a title in languages that
// write both small.
var verbEnds = map[string][]string{
	"pl": {"liśmy", "łyśmy", "amy", "emy", "imy", "ymy"}, "es": {"amos", "emos", "imos"}, "pt": {"amos", "emos", "imos"}, "it": {"iamo"},
}

// shortDays are days cut short: a date begins, the title is over.
var shortDays = setOf([]string{"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "today", "tomorrow", "heute", "morgen"})

// joinsRole says whether a stop word stands inside a title nevertheless:
// "Head of Sales", "Referent für Statistik", "Lecturer in Law".
func (w *whoReader) joinsRole(p *passage, k int, lowerStart bool) bool {
	t := p.at(k)
	if !t.upper && w.ts.roleJoin(t.low) && (lowerStart || !w.capsLanguage()) && genitive[t.low] {
		return !p.at(k+1).upper || t.low != "da" && t.low != "do" && t.low != "del" && t.low != "della" && t.low != "du"
	}
	if t.upper || !w.ts.roleJoin(t.low) || !p.at(k+1).upper || lowerStart {
		return false
	}
	if w.isCompanyAt(p, k+1) || p.at(k+1).digit {
		return false
	}
	switch t.low {
	case "in":
		prev := p.at(k - 1).low
		return strings.HasSuffix(prev, "ship") || prev == "phd" || prev == "postdoc" || prev == "chair" || prev == "apprentice" || prev == "trainee" || prev == "specialist" || prev == "consultant" || prev == "lecturer" || prev == "professor" || prev == "reader" || prev == "fellow" || prev == "tutor" || prev == "researcher" || prev == "assistant" && p.at(k+1).caps
	case "to":
		return p.at(k-1).low == "assistant" || p.at(k-1).low == "pa"
	case "for", "im":
		return hasRoleHead(w.ts, p.cut(max(k-3, 0), k))
	}
	return true
}

// genitive are the words that tie a title's nouns together.
var genitive = setOf([]string{"de", "d'", "van", "di", "ds", "des", "du", "del", "della", "dei", "do", "da", "dos", "das", "spraw", "der"})

// isCompanyAt says whether the firm's name begins at token k.
func (w *whoReader) isCompanyAt(p *passage, k int) bool {
	t := p.at(k)
	if w.companyKey == "" || t.kind != whoWord || !t.upper {
		return false
	}
	key := companyKey(p.cut(k, min(k+len(strings.Fields(w.companyKey)), len(p.toks))))
	return key != "" && (key == w.companyKey || len(key) > 4 && strings.HasPrefix(w.companyKey, key+" "))
}

// closing gives the token after the bracket that closes the one at k, when it
// stands within six words of the same line.
func closing(p *passage, k int) int {
	for e := k + 1; e < len(p.toks) && e < k+12; e++ {
		if p.toks[e].kind >= whoLine {
			return 0
		}
		if p.toks[e].low == ")" {
			return e + 1
		}
	}
	return 0
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
			if t.upper && (notNames[t.low] || w.ts.interviewWord(t.low) && !w.ts.roleHead(t.low)) && a-1 == 0 {
				break
			}
			if caps && !t.upper && !t.digit && !w.ts.roleJoin(t.low) {
				break
			}
			caps = caps || t.upper
			a--
		}
		for a < i && (p.toks[a].kind == whoPunct || !p.toks[a].upper && w.ts.roleJoin(p.toks[a].low)) {
			a++
		}
		if a < i {
			w.addRole(c, p.cut(a, i), weighRoleAfter, p.source, p.around(a, e))
		}
	}
}

// roleFromSubjects reads the parts of subjects and summaries.
func (w *whoReader) roleFromSubjects(c *candidates) {
	for _, s := range w.subjects {
		parts := splitRoleSubject(s.text)
		for _, part := range parts {
			p := newPassage(s.source, part, false)
			a, b := 0, len(p.toks)
			for a < b && (p.toks[a].kind != whoWord || w.subjectNoise(p, a)) {
				a++
			}
			for b > a && (p.toks[b-1].kind == whoPunct && p.toks[b-1].low != ")" || p.toks[b-1].kind == whoWord && w.subjectNoise(p, b-1) && !w.ts.roleHead(p.toks[b-1].low)) {
				b--
			}
			if a >= b {
				continue
			}
			for k := b - 2; k > a; k-- { // "spontaneous application baker"
				if p.toks[k].kind == whoWord && w.ts.interviewWord(p.toks[k].low) && interviewOnly[p.toks[k].low] && hasRoleHead(w.ts, p.cut(k+1, b)) {
					a = k + 1
					break
				}
			}
			for k := a + 1; k < b; k++ {
				if t := p.toks[k]; t.kind == whoWord && !t.upper && (cutAt[t.low] || cutBefore[t.low] && p.at(k+1).upper && w.in.Lang != "en" && w.in.Lang != "de") || t.kind == whoPunct && t.low == "," && p.is(k+1, "the") {
					b = k
				}
			}
			name := p.cut(a, b)
			if i := strings.IndexByte(name, '('); i > 0 && !hasRoleHead(w.ts, name[:i]) && hasRoleHead(w.ts, name[i:]) {
				name = strings.Trim(name[i:], "() ") // "J. Doe (Associate)"
			}
			weight := weighRolePart
			if len(parts) == 1 && a == 0 {
				weight += 0.4
			}
			w.addRole(c, name, weight, s.source, part)
		}
	}
}

// subjectNoise says whether a subject's word is neither firm nor post.
func (w *whoReader) subjectNoise(p *passage, i int) bool {
	t := p.toks[i]
	for _, e := range []string{"gespräch", "interview", "termin", "gesprek"} {
		if len(t.low) > len(e) && strings.HasSuffix(t.low, e) {
			return true
		}
	}
	if t.upper && p.at(i+1).kind == whoWord && p.at(i+1).upper && w.ts.roleHead(p.at(i+1).low) && !interviewOnly[t.low] && !w.isOwnerWord(fold(t.low)) {
		return false // Recruitment Officer, Technical Writer
	}
	if w.ts.roleHead(t.low) && p.at(i+1).kind == whoWord && genitive[p.at(i+1).low] {
		return false // Entrevista Técnica de Exportación
	}
	return w.ts.interviewWord(t.low) || w.isOwnerWord(fold(t.low)) || weekdays[t.low] || t.digit && !t.upper && len(t.low) > 1 && i == 0
}

// interviewOnly are words that no title begins with.
var interviewOnly = setOf([]string{"ausbildung", "ausbildungsplatz", "praktikum", "lehrstelle", "stelle", "interview", "invitation", "confirmation", "confirmed", "reminder", "your", "vorstellungsgespräch", "gespräch", "entretien", "entrevista", "colloquio", "rozmowa", "sollicitatiegesprek", "sollicitatie", "candidature", "candidatura", "aplikacja", "postulación", "einladung", "convocation", "convocazione", "application", "re", "the", "an", "for", "termin", "bewerbung", "kennenlernen", "telefoninterview", "rdv", "cita", "invito", "convite", "zaproszenie", "uitnodiging", "gesprek", "absage", "zusage", "offer", "update", "updated", "schedule", "rescheduled", "cancelled", "canceled"})

// cutAt are words that end a title in a subject; cutBefore those that do so
// only before a name.
var (
	cutAt     = setOf([]string{"at", "with", "bei", "beim", "chez", "bij", "presso", "from"})
	cutBefore = setOf([]string{"en", "na", "no", "em", "w", "we", "in"})
)

// splitRoleSubject parts a subject at marks that titles do not hold.
func splitRoleSubject(s string) []string {
	for _, sep := range []string{" <> ", " || ", " | ", " – ", " — ", " - ", ": ", " : ", " / ", "! ", "? ", " • ", " · "} {
		s = strings.ReplaceAll(s, sep, "\x00")
	}
	var out []string
	for _, f := range strings.Split(s, "\x00") {
		if f = strings.TrimSpace(f); f != "" && len(out) < 10 {
			out = append(out, f)
		}
	}
	return out
}

// roleFromHeadings reads lines that hold a title and nothing else: the heads
// of hiring systems' mails.
func (w *whoReader) roleFromHeadings(c *candidates) {
	p := w.text
	for i, lines := 0, 0; i < len(p.toks) && lines < 25; {
		end := i
		for end < len(p.toks) && p.toks[end].kind != whoLine && p.toks[end].kind != whoCell {
			end++
		}
		if n := end - i; n > 2 && n <= 22 && w.afterDash(c, p, i, end) {
			// an event's name: "Intro call - Site Reliability Lead"
		} else if n > 0 && n <= 9 && p.toks[i].upper {
			line := p.cut(i, end)
			if !strings.ContainsAny(line, ".!?:@") && hasRoleHead(w.ts, line) && (!w.signs(line) || len(w.senders) > 0 && w.senders[0].automatic) {
				weight := 0.8
				if lines < 6 && len(w.senders) > 0 && w.senders[0].automatic {
					weight = 1.4 // a hiring system's card
				}
				if strings.Contains(line, "(") || strings.Contains(fold(w.m.Subject), fold(line)) {
					weight = 1.6
				}
				w.addRole(c, line, weight, p.source+" heading", line)
			}
		}
		i = end + 1
		lines++
	}
}

// afterDash reads a line such as "30 min call - Ranger": an interview's word
// before the mark, the title after it.
func (w *whoReader) afterDash(c *candidates, p *passage, i, end int) bool {
	interview := false
	for k := i; k < end-1; k++ {
		t := p.toks[k]
		interview = interview || t.kind == whoWord && interviewNoun[t.low]
		if interview && t.kind == whoPunct && (t.low == "-" || t.low == "–" || t.low == "—" || t.low == ",") && p.toks[k+1].upper {
			_, e, _ := w.roleRun(p, k+1)
			if e > k+1 && hasRoleHead(w.ts, p.cut(k+1, min(e, end))) {
				w.addRole(c, p.cut(k+1, min(e, end)), 1.5, p.source+" heading", p.cut(i, end))
				return true
			}
		}
	}
	return false
}

// interviewNoun are the nouns that interviews are called by.
var interviewNoun = setOf([]string{"interview", "call", "screen", "chat", "conversation", "onsite", "meeting", "entretien", "entrevue", "gespräch", "vorstellungsgespräch", "kennenlernen", "telefoninterview", "entrevista", "colloquio", "gesprek", "sollicitatiegesprek", "kennismaking", "rozmowa", "spotkanie", "conversa", "reunión", "rendez-vous", "erstgespräch", "visio"})

// signs says whether a line belongs to the signature in the text's tail.
func (w *whoReader) signs(line string) bool {
	for _, s := range w.signParts {
		if s.line == line {
			return true
		}
	}
	return false
}

// genders are marks of openness that job adverts must bear.
var genders = setOf([]string{"m/w/d", "w/m/d", "m/f/d", "f/m/d", "m/f/x", "f/m/x", "h/f", "f/h", "m/v", "v/m", "m/v/x", "v/m/x", "m/f", "f/m", "k/m", "m/k", "h/m", "m/w", "w/m", "d/m/w", "d/w/m", "m/w/x", "w/m/x", "m/w/divers", "gn", "all genders", "all gender", "x/f/m", "h/f/x", "f/h/x", "m/d/w", "w/d/m", "i/m/w/d", "f/m/div", "m/f/nb", "m / w / d", "m / f / d", "m/f/*", "h/f/nb", "h/f/d", "u/m/k"})

// cleanRole cuts gender marks, requisition numbers, work loads and marks.
func (w *whoReader) cleanRole(s string) string {
	s = strings.Trim(strings.TrimSpace(s), `"'“”„«»*_-–—,;:.|/ `)
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '(')
		if i < 0 {
			b.WriteString(s)
			break
		}
		e := strings.IndexByte(s[i:], ')')
		if e < 0 {
			b.WriteString(s[:i])
			break
		}
		inner := strings.ToLower(strings.TrimSpace(s[i+1 : i+e]))
		b.WriteString(s[:i])
		if strings.TrimSpace(s[i+e+1:]) == "" && strings.TrimSpace(b.String()) != "" {
			break // what stands in brackets at the end is more than a draft needs
		}
		if !(genders[inner] || genders[strings.ReplaceAll(inner, " ", "")] || genders[strings.ReplaceAll(inner, "|", "/")] || hasDigits(inner, 3) || inner == "" || strings.HasPrefix(inner, "req") || strings.HasPrefix(inner, "ref") || pensum(inner)) {
			b.WriteString(s[i : i+e+1])
		}
		s = s[i+e+1:]
	}
	f := strings.Fields(strings.ReplaceAll(w.cutLead(cutDetail(b.String())), " ,", ","))
	for changed := true; changed && len(f) > 0; {
		changed = false
		if l := f[len(f)-1]; reqNumber(l) || len(f) > 1 && len(l) >= 2 && strings.Trim(l, "0123456789") == "" || genders[lowerSame(strings.Trim(l, ","))] || pensum(l) || l == "-" || l == "–" || l == "|" || l == "," {
			f, changed = f[:len(f)-1], true
		} else if len(f) > 2 && lowerSame(f[0]) == "band" && hasDigits(f[1], 1) {
			f, changed = f[2:], true
		} else if x := f[0]; reqNumber(x) || x == "-" || x == "–" || x == "|" {
			f, changed = f[1:], true
		} else if len(f) > 1 && reqWord[lowerSame(strings.Trim(l, ".:#"))] {
			f, changed = f[:len(f)-1], true
		}
	}
	return strings.Trim(strings.Join(f, " "), `"'“”„«»*_-–—,;:.|/ `)
}

// details are words that begin what advertisers add to a title.
var details = setOf([]string{"band", "grade", "step", "gs", "part-time", "full-time", "part", "full", "teilzeit", "vollzeit", "befristet", "unbefristet", "fixed", "permanent", "temporary", "contract", "temps", "cdi", "cdd", "media", "jornada", "deeltijd", "voltijds", "tempo", "meio", "ref", "req", "job", "level", "remote", "hybrid", "location", "salary", "ab", "from", "starting", "concours", "kennziffer"})

// cutDetail cuts ", Band 5", ", Teilzeit", ", GS-0180-12".
func cutDetail(s string) string {
	segs := strings.Split(s, ",")
	every := everyTable()
	for i := 1; i < len(segs); i++ {
		tail := strings.Fields(lowerSame(segs[i]))
		if len(tail) == 0 || details[tail[0]] || hasDigits(segs[i], 1) && len(tail) <= 3 || i > 1 && hasOrgHead(every, segs[i]) {
			segs = segs[:i]
			break
		}
	}
	if len(segs) == 2 && !hasRoleHead(every, segs[0]) && hasRoleHead(every, segs[1]) && hasOrgHead(every, segs[0]) {
		segs = segs[1:] // Regional Forests Agency, Agronomist
	}
	return strings.TrimSpace(strings.Join(segs, ","))
}

// cutLead cuts words before a title that belong to the sentence: "post of",
// "vacancy", "spontane sollicitatie".
func (w *whoReader) cutLead(s string) string {
	p := newPassage("", s, false)
	a := 0
	for a < len(p.toks)-1 {
		t := p.toks[a]
		d, _ := wordDuty(w.ts, t.low)
		join := p.toks[a+1]
		of := join.kind == whoWord && !join.upper && (w.ts.roleJoin(join.low) || w.ts.article(join.low) || asWord[join.low] || join.low == "of")
		switch {
		case t.kind == whoPunct && t.low != "(":
		case t.kind == whoPunct && closing(p, a) > 0 && a == 0:
			a = closing(p, a) - 1
		case d&(cueRoleAfter|cueRoleLabel) != 0 && of && !w.ts.roleHead(t.low):
			a++
		case !t.upper && (w.ts.interviewWord(t.low) || w.ts.article(t.low) || w.ts.roleStop(t.low) || d&cueRoleLabel != 0) && !w.ts.roleHead(t.low):
		case w.isOwnerWord(fold(t.low)) && t.upper:
		default:
			return p.text[p.toks[a].lo:]
		}
		a++
	}
	return p.text[p.at(a).lo:]
}

var reqWord = setOf([]string{"ref", "req", "id", "reference", "job", "nr", "no", "kennziffer", "band", "grade", "réf", "code", "requisition"})

// reqNumber says whether a word is a vacancy's number: R-0048812, 2026-3391.
func reqNumber(s string) bool {
	s = strings.Trim(s, "()[]#:,.")
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLower(r):
			return false
		}
	}
	return digits >= 4 || digits >= 3 && len(s) > digits
}

// pensum says whether a word is a work load: 80-100%.
func pensum(s string) bool { return strings.HasSuffix(s, "%") && hasDigits(s, 2) }

// badRole says whether the words are none of a post.
func (w *whoReader) badRole(name string) bool {
	f := strings.Fields(name)
	if len(name) < 3 && !allCaps(name) || len(name) > 110 || len(f) > 12 || strings.ContainsAny(name, "@<>{}=") || strings.Contains(name, "://") || strings.Contains(name, "c/o") {
		return true
	}
	low := lowerSame(name)
	if last := lowerSame(f[len(f)-1]); len(f) > 1 && interviewNoun[last] || strings.Contains(low, " with ") {
		return true
	}
	if key := companyKey(name); key != "" && (key == w.companyKey || sameCompany(key, w.companyKey)) || w.isPersonKey(fold(name)) {
		return true
	}
	letters := 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 2 || letters*2 < len(f) {
		return true
	}
	noise := true
	for _, x := range strings.Fields(low) {
		x = strings.Trim(x, "(),.;:")
		if strings.ContainsAny(x, "0123456789") && strings.Contains(x, ":") {
			return true
		}
		if !(w.ts.interviewWord(x) && !w.ts.roleHead(x) || notNames[x] || w.ts.article(x) || w.isOwnerWord(fold(x)) || hasDigits(x, 1)) {
			noise = false
		}
		d, _ := wordDuty(w.ts, x)
		if len(f) == 1 && d&cueRoleAfter != 0 {
			return true
		}
	}
	return noise
}

// wordDuty gives the duties of a single word.
func wordDuty(ts wordTables, low string) (d whoCue, ok bool) {
	for _, t := range ts {
		if n := t.root.next[low]; n != nil {
			d |= n.does
		}
	}
	return d, d != 0
}
