package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// greeting reads how the thread speaks, and how its own words let the contact
// be greeted.
func (w *whoReader) greeting(r *WhoResult) {
	g := rules.Greeting{}
	line, words := w.greetingLine()
	g.Tone = w.tone(line, words)
	pn := w.to
	if r.Contact.Address == "" {
		return
	}
	if w.signer.full != "" && matchesPerson(w.signer, pn) && pn.title == "" {
		pn.title = w.signer.title
	}
	g.Given, g.Family = w.nameParts(pn)
	if len([]rune(strings.Trim(g.Given, "."))) == 1 || strings.Contains(g.Given, ".") && len(g.Given) <= 6 {
		g.Given = "" // an initial greets nobody
	}
	if t := w.titleOf(pn); t != "" {
		g.Title = t
	}
	if g.Family == "" && g.Given == "" && len([]rune(strings.Trim(pn.full, "."))) > 1 {
		g.Given = pn.full
	}
	if !w.greets(g, r.Company) {
		g.Given, g.Family = "", "" // an office, a post or a firm, whom nobody greets by name
	}
	r.Greeting = g
	if line != "" || g.Given != "" || g.Family != "" {
		r.Evidence = append(r.Evidence, evidence("greeting", sourceText, strings.TrimSpace(line+" … "+w.signerLine)))
	}
}

// greets reports whether a name can stand in a greeting: it begins with a
// known given name or a title, or no word of it is a desk's, a firm's, the
// owner's or a post's; a family may be named after a post where the address
// begins with the given name.
func (w *whoReader) greets(g rules.Greeting, company string) bool {
	given, _, _ := strings.Cut(lowerSame(g.Given), " ")
	if g.Title != "" && g.Family != "" || isGiven(given) {
		return true
	}
	if given != "" && !w.signsAs(given) {
		return false // "Crewing Noordwal": a mailbox's name that nobody signs with
	}
	if first, _, _ := strings.Cut(g.Family, " "); g.Given == "" && particle(first) && !strings.Contains(lowerSame(w.signerLine), lowerSame(g.Family)) {
		return false // "do Trigo" of "Flor do Trigo"
	}
	if label := letters(hostLabel(domainOf(w.contactAddress))); label != "" && !isFreemail(domainOf(w.contactAddress)) && g.Given != "" && (letters(g.Family) == label && !nameWord(g.Given) || letters(g.Given+g.Family) == label) {
		return false // the firm's own name
	}
	p := newPassage("", g.Given+" "+g.Family, false)
	every := everyTable()
	words := 0
	mailbox := len(given) > 1 && g.Family != "" && strings.HasPrefix(letters(localOf(w.contactAddress)), letters(given))
	for i, t := range p.toks {
		if t.kind != whoWord {
			continue
		}
		words++
		if d, _ := every.longest(p, i, cueDesk); d != 0 || every.orgHead(t.low) || g.Given == "" && officePosts[t.low] || every.roleHead(t.low) && (!mailbox || officePosts[t.low]) || w.isOwnerWord(plainFold(t.low)) {
			return false
		}
	}
	name := companyKey(strings.TrimSpace(g.Given + " " + g.Family))
	return words == 0 || name != companyKey(company) && !strings.HasSuffix(companyKey(company), " "+name)
}

// signsAs reports whether the mail's last lines hold the word.
func (w *whoReader) signsAs(given string) bool {
	given = plainFold(given)
	for _, l := range append(tailLines(w.m.Text, 8), tailLines(w.m.Signature, 12)...) {
		for f := range strings.FieldsSeq(plainFold(l)) {
			if strings.Trim(f, ".,;:!()|-–—*/\"'") == given {
				return true
			}
		}
	}
	return false
}

// officePosts are posts that mailboxes are named after and families hardly.
var officePosts = setOf([]string{"estate", "office", "clerk", "manager", "officer", "secretary", "administrator", "coordinator", "director", "assistant", "lead", "leader", "head", "principal", "receptionist", "recruiter", "registrar", "teacher", "warden", "bursar", "supervisor", "advisor", "adviser", "engineer", "executive", "admin", "deputy", "treasurer", "chair", "sekretariat", "leitung", "sekretärin", "leiter", "leiterin", "secrétaire", "directrice", "directeur", "responsable", "director", "directora", "secretario", "secretaria", "direttore", "direttrice", "segretaria", "diretor", "diretora", "secretária", "directeur", "secretaris", "dyrektor", "sekretarz", "kierownik"})

// nameParts are the name's parts as far as they are certain: of three words
// without a particle only the mail's own usage tells which belong together.
func (w *whoReader) nameParts(pn person) (given, family string) {
	words := strings.Fields(pn.full)
	if len(words) < 3 || len(strings.Fields(pn.given)) < 2 {
		return pn.given, pn.family
	}
	for _, l := range append(tailLines(w.m.Text, 6), tailLines(w.m.Signature, 8)...) {
		l, _ = w.cutSignOff(l)
		switch l = strings.Trim(l, " ,.!-"); {
		case l == pn.given:
			return pn.given, pn.family
		case l == words[0]:
			given = words[0]
		}
	}
	switch {
	case w.in.Lang == "es" && len(words) == 3, given == "" && strings.HasPrefix(letters(localOf(w.contactAddress)), letters(words[0]+words[1])):
		return words[0], strings.Join(words[1:], " ")
	case w.in.Lang == "es":
		return given, strings.Join(words[len(words)-2:], " ")
	}
	return given, pn.family
}

// greetingLine finds the line that greets the owner.
func (w *whoReader) greetingLine() (string, *passage) {
	rest := w.m.Text
	for n := 0; n < 8 && rest != ""; n++ {
		line := rest
		if i := strings.IndexByte(rest, '\n'); i >= 0 {
			line, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		if line = strings.TrimSpace(line); line == "" {
			n--
			continue
		}
		head := line
		if len(head) > 70 {
			head = strings.ToValidUTF8(head[:70], "")
		}
		p := newPassage(sourceText, head, false)
		if d, _ := w.ts.longest(p, 0, cueGreeting); d != 0 {
			return head, p
		}
		if len(p.toks) > 0 && w.isOwnerWord(plainFold(p.toks[0].low)) && p.toks[0].upper {
			return head, p
		}
	}
	return "", newPassage("", "", false)
}

// tone decides between first-name terms and the others: the greeting's own
// words, a title with the owner's name, then the pronouns of the text.
func (w *whoReader) tone(line string, p *passage) rules.Tone {
	titled, given := false, false
	for i, t := range p.toks {
		if i > 8 {
			break
		}
		if t.kind == whoPunct && i > 0 && (t.low == "," || t.low == "!" || t.low == ":") && (titled || given) {
			break
		}
		if t.kind == whoWord && i > 0 && w.ts.title(t.low) {
			titled = true
		}
		if t.kind == whoWord && len(w.ownerWords) > 1 && plainFold(t.low) == w.ownerWords[1] {
			given = true
		}
	}
	if titled {
		return rules.ToneFormal
	}
	informal, formal := w.pronounVotes()
	if formal > informal && w.in.Lang != "en" && w.in.Lang != "" {
		return rules.ToneFormal
	}
	if informal > formal {
		return rules.ToneInformal
	}
	d, _ := w.ts.longest(p, 0, cueGreeting|cueGreetingInformal)
	familyOnly := false
	for i, t := range p.toks {
		if i > 0 && i < 5 && t.kind == whoWord && len(w.ownerWords) > 2 && plainFold(t.low) == w.ownerWords[len(w.ownerWords)-2] {
			familyOnly = true
		}
	}
	switch {
	case given && !familyOnly:
		return rules.ToneInformal
	case d&cueGreetingInformal != 0 && !familyOnly:
		return rules.ToneInformal
	case d != 0 || line != "" && familyOnly:
		return rules.ToneFormal
	}
	return rules.ToneUnknown
}

// pronounVotes counts words of either manner in the text.
func (w *whoReader) pronounVotes() (informal, formal int) {
	own, ok := peopleOf["="+w.in.Lang]
	if !ok || w.in.Lang == "en" {
		return 0, 0
	}
	t := own()
	for i, k := range w.text.toks {
		if k.kind != whoWord || i > 600 {
			continue
		}
		if t.informal[k.low] {
			if t.code == "de" && k.low == "ihr" && k.upper {
				continue
			}
			informal++
		}
		if t.formalCaps {
			if k.upper && t.formal[w.text.text[k.lo:k.hi]] && !sentenceStart(w.text, i) {
				formal++
			}
		} else if t.formal[k.low] {
			if (t.code == "es" || t.code == "it") && (k.low == "le" || k.low == "su" || k.low == "sus") {
				continue // too many other meanings
			}
			formal++
		}
	}
	return informal, formal
}

// sentenceStart says whether token i opens a sentence or line.
func sentenceStart(p *passage, i int) bool {
	t := p.at(i - 1)
	return i == 0 || t.kind >= whoLine || t.kind == whoPunct && (t.low == "." || t.low == "!" || t.low == "?" || t.low == ":")
}

// titleOf finds the title that the mail shows with the person's name: in the
// signature, in the text, or in the owner's own quoted greeting.
func (w *whoReader) titleOf(pn person) string {
	family := plainFold(pn.family)
	if family == "" {
		family = plainFold(pn.full)
	}
	if family == "" {
		return ""
	}
	words := strings.Fields(family)
	last := words[len(words)-1]
	found := ""
	for _, p := range w.passages {
		for i := 1; i < len(p.toks); i++ {
			t := p.toks[i]
			if t.kind != whoWord || !t.upper || plainFold(t.low) != last {
				continue
			}
			a := i
			for a > 0 && i-a < 5 && p.toks[a-1].kind == whoWord && (p.toks[a-1].upper || particle(p.toks[a-1].low)) && !isTitle(p.toks[a-1].low) {
				if k := plainFold(p.toks[a-1].low); k != plainFold(pn.given) && !particle(p.toks[a-1].low) && !strings.Contains(plainFold(pn.full), k) {
					break
				}
				a--
			}
			b := a
			for b > 0 && p.toks[b-1].kind == whoWord && isTitle(p.toks[b-1].low) && (p.toks[b-1].upper || p.toks[b-1].low == "de" || w.in.Lang == "fr" || w.in.Lang == "nl") {
				b--
			}
			if b < a && len(p.cut(b, a)) > len(found) && !isGreetingWord(p, b) {
				found = p.cut(b, a)
			}
		}
	}
	if found == "" {
		found = pn.title
	}
	return nominative(found)
}

func isGreetingWord(p *passage, i int) bool {
	d, e := everyTable().longest(p, i, cueGreeting)
	return d != 0 && e == i+1 && p.toks[i].low != "madame" && p.toks[i].low != "monsieur" && p.toks[i].low != "señor" && p.toks[i].low != "señora" && p.toks[i].low != "pani" && p.toks[i].low != "panie"
}

// nominative writes a title in the case that greetings are built of.
func nominative(t string) string {
	f := strings.Fields(t)
	for i, x := range f {
		switch strings.Trim(lowerSame(x), ".") {
		case "herrn":
			f[i] = "Herr"
		case "panem", "pana", "panu", "panie":
			f[i] = "Pan"
		case "panią":
			f[i] = "Pani"
		}
	}
	return strings.Join(f, " ")
}
