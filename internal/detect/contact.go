package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// isNoReply says whether nobody reads what is sent to the address: a word of
// the tables for it stands in its local part, or in a host made for robots.
func isNoReply(address string) bool {
	local := localOf(address)
	if strings.Contains(local, "noreply") || strings.Contains(local, "no-reply") {
		return true
	}
	host, _, _ := strings.Cut(domainOf(address), ".")
	plain := letters(local)
	for _, w := range noReplyWords {
		if plain == w.plain || w.long && strings.Contains(plain, w.plain) || w.long && host == w.plain {
			return true
		}
	}
	for _, part := range strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '_' || r == '-' || r == '+' }) {
		for _, w := range noReplyWords {
			if part == w.plain {
				return true
			}
		}
	}
	return false
}

// noReplyName says whether a display name asks not to answer.
func noReplyName(name string) bool {
	l := letters(name)
	for _, w := range noReplyWords {
		if w.long && strings.Contains(l, w.plain) || l == w.plain {
			return true
		}
	}
	return strings.Contains(l, "donotreply") || strings.Contains(l, "noreply")
}

// noReplyWord is an entry of the tables without its marks; long ones count
// anywhere in a local part, short ones only as a part of their own.
type noReplyWord struct {
	plain string
	long  bool
}

var noReplyWords = func() (out []noReplyWord) {
	seen := make(map[string]bool)
	for _, l := range peopleTables() {
		for _, s := range l.NoReply {
			p := letters(s)
			if p != "" && !seen[p] {
				seen[p] = true
				out = append(out, noReplyWord{p, len(p) > 8})
			}
		}
	}
	return out
}()

// sharedWords are local parts of mailboxes that several people read.
var sharedWords = setOf([]string{
	"hr", "jobs", "job", "careers", "career", "recruitment", "recruiting", "talent", "hiring", "people", "info", "office", "admin", "contact", "hello", "mail", "team", "reception", "resourcing", "applications", "vacancies", "personnel", "staff", "enquiries", "interviews", "scheduling", "humanresources", "ta", "selection", "support", "help", "helpdesk", "campus", "chapteroffice", "store", "secretary", "registrar", "principal",
	"bewerbung", "bewerbungen", "karriere", "personal", "personalabteilung", "personalwesen", "ausbildung", "kontakt", "verwaltung", "sekretariat", "direktion", "rh", "recrutement", "candidature", "candidatures", "emploi", "drh", "secretariat", "accueil", "seleccion", "rrhh", "empleo", "talento", "candidaturas", "reclutamiento", "sollicitatie", "sollicitaties", "vacatures", "personeelszaken", "personeelsdienst", "werkenbij", "selezione", "risorseumane", "personale", "lavoro", "segreteria", "curriculum", "cv", "recrutamento", "vagas", "curriculos", "secretaria", "rekrutacja", "kadry", "praca", "nabory", "kariera", "biuro", "sekretariat",
})

// isShared says whether an address is a desk's rather than a person's.
func isShared(address string) bool {
	local := fold(localOf(address))
	if sharedWords[letters(local)] {
		return true
	}
	for _, part := range strings.FieldsFunc(local, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if sharedWords[part] && len(part) > 1 {
			return true
		}
	}
	return false
}

// contactCandidate is an address that a follow-up might go to.
type contactCandidate struct {
	contact rules.Contact
	person  person
	score   float64
	source  string
	words   string
}

// contact picks the human to write to.
func (w *whoReader) contact(r *WhoResult) {
	var list []contactCandidate
	add := func(c contactCandidate) {
		a := strings.ToLower(c.contact.Address)
		if a == "" || w.isOwner(a) || isNoReply(a) || !plainAddress(a) {
			return
		}
		for i := range list {
			if strings.EqualFold(list[i].contact.Address, a) {
				if list[i].person.full == "" {
					list[i].person = c.person
				}
				if c.score > list[i].score {
					list[i].score, list[i].source, list[i].words = c.score+0.2, c.source, c.words
				}
				return
			}
		}
		list = append(list, c)
	}
	w.contactsFromSenders(add)
	for _, p := range w.passages {
		w.contactsFromText(p, add)
	}
	best := -1
	for i := range list {
		if best < 0 || list[i].score > list[best].score {
			best = i
		}
	}
	if best < 0 || list[best].score < 1 {
		return
	}
	c := list[best]
	if c.person.full == "" || !strings.Contains(c.person.full, " ") {
		if p := w.personOf(c.contact.Address, c.person); p.full != "" {
			c.person = p
		}
	}
	r.Contact = rules.Contact{Name: c.person.full, Address: c.contact.Address}
	if c.person.full == "" {
		r.Contact.Name = strings.TrimSpace(w.deskName(c.contact))
	}
	w.to, w.contactAddress = c.person, c.contact.Address
	r.Evidence = append(r.Evidence, evidence("contact", c.source, c.words))
}

// plainAddress guards what may be written into a header.
func plainAddress(a string) bool {
	if len(a) > 254 || strings.Count(a, "@") != 1 {
		return false
	}
	for i := 0; i < len(a); i++ {
		if c := a[i]; c <= ' ' || c == '<' || c == '>' || c == ',' || c == ';' || c == '"' || c == 0x7f {
			return false
		}
	}
	local, host, _ := strings.Cut(a, "@")
	return local != "" && strings.Contains(host, ".")
}

// contactsFromSenders weighs From, Reply-To and organisers.
func (w *whoReader) contactsFromSenders(add func(contactCandidate)) {
	for _, s := range w.senders {
		score := 5.0
		switch s.source {
		case "Reply-To":
			score = 5.6
		case "calendar ORGANIZER":
			score = 4.6
		case "forwarded From":
			score = 2
		}
		if s.automatic {
			score -= 1.5
			if s.noReply || !leadsToPerson(s) {
				score -= 4
			}
		} else if isShared(s.contact.Address) {
			score -= 1
		}
		if s.display.person.full == "" && !s.automatic {
			score -= 0.5
		}
		add(contactCandidate{contact: s.contact, person: s.display.person, score: score, source: s.source, words: strings.TrimSpace(s.contact.Name + " " + s.contact.Address)})
	}
	for _, c := range w.in.Calendars {
		for _, e := range c.Events {
			for i, a := range e.Attendees {
				if i > 20 || a.Type == "ROOM" || a.Type == "RESOURCE" {
					continue
				}
				d := readDisplay(a.Name, a.Address)
				score := 2.5
				if d.person.full == "" {
					score = 1.5
				}
				if w.thirdParty(a.Address) {
					score = 1
				}
				add(contactCandidate{contact: a.Contact, person: d.person, score: score, source: "calendar ATTENDEE", words: a.Name + " " + a.Address})
			}
		}
	}
}

// leadsToPerson says whether a hiring system's address forwards to somebody:
// it holds a name, a token or a tenant.
func leadsToPerson(s sender) bool {
	row, ok := Vendor(domainOf(s.contact.Address))
	if !ok || !row.Relay {
		return false
	}
	local := localOf(s.contact.Address)
	return s.source == "Reply-To" || hasDigits(local, 1) || s.display.person.full != "" && fitsLocal(strings.Fields(s.display.person.full), local) || row.Tenant == PlaceLocal && s.source == "From"
}

// thirdParty says whether an address belongs to neither sender's domain.
func (w *whoReader) thirdParty(address string) bool {
	for _, s := range w.senders {
		if domainOf(s.contact.Address) == domainOf(address) {
			return false
		}
	}
	return true
}

// contactsFromText reads addresses in the text: signature, "contact Jane Doe,
// jane@…", "my colleague Jane takes over".
func (w *whoReader) contactsFromText(p *passage, add func(contactCandidate)) {
	if p.source == sourceQuoted || p.source == sourcePlace || p.source == sourceSummary {
		return
	}
	for i, t := range p.toks {
		if t.kind != whoWord || strings.IndexByte(t.low, '@') <= 0 {
			continue
		}
		address := strings.TrimSuffix(p.text[t.lo:t.hi], ".")
		score, pn := 2.0, w.nameBefore(p, i, address)
		switch p.source {
		case sourceSignature:
			score = 5.3
			if isShared(address) {
				score = 3.5
			}
			if w.signer.full != "" && fitsLocal(strings.Fields(w.signer.full), localOf(address)) {
				pn, score = w.signer, 5.7
			}
		case sourceForwarded:
			score = 1.5
		default:
			if w.signer.full != "" && fitsLocal(strings.Fields(w.signer.full), localOf(address)) {
				pn, score = w.signer, 5.5
				break
			}
			score = w.contactCues(p, i, address)
			if pn.full != "" {
				score += 0.5
			}
		}
		if _, vendor := Vendor(domainOf(address)); vendor {
			score -= 3
		}
		add(contactCandidate{contact: rules.Contact{Address: address}, person: pn, score: score, source: p.source, words: p.around(max(i-8, 0), i+1)})
	}
}

// contactCues looks at the words of the sentence before an address.
func (w *whoReader) contactCues(p *passage, i int, address string) float64 {
	score := 2.0
	for k := i - 1; k >= 0 && k > i-26; k-- {
		t := p.toks[k]
		if t.kind == whoLine && t.blank {
			break
		}
		if t.kind != whoWord {
			continue
		}
		if errand[t.low] {
			return 1.5
		}
		d, _ := w.ts.longest(p, k, cueContact|cueHandOver)
		if d&cueHandOver != 0 {
			return 7
		}
		if d&cueContact != 0 && score < 4.4 {
			score = 4.4
		}
	}
	for k := i + 1; k < len(p.toks) && k < i+14 && p.toks[k].kind != whoLine; k++ {
		if d, _ := w.ts.longest(p, k, cueHandOver); d&cueHandOver != 0 {
			return 6
		}
	}
	if isShared(address) {
		score -= 0.3
	}
	return score
}

// errand are words of sentences whose address serves something else.
var errand = setOf([]string{"expenses", "invoice", "travel", "claim", "privacy", "data", "unsubscribe", "technical", "it-support", "datenschutz", "reisekosten", "accommodation", "accommodations", "adjustments", "security", "gdpr", "rgpd", "opt-out", "complaints", "feedback", "spam", "abuse", "dpo", "frais", "gastos", "rodo", "helpdesk"})

// nameBefore gives the person's name that stands before an address: "Jane Doe
// <jane@…>", "Jane Doe (HR) at jane@…", "write to Jane: jane@…".
func (w *whoReader) nameBefore(p *passage, i int, address string) person {
	for k := i - 1; k >= 0 && k >= i-22; k-- {
		t := p.toks[k]
		if t.kind == whoLine && t.blank || t.kind == whoWord && strings.Contains(t.low, "@") {
			break
		}
		if t.kind != whoWord || !t.upper || t.digit || w.sentenceWord(p, k) {
			continue
		}
		a := k
		for a > 0 && a > k-4 && !isTitle(p.toks[a].low) && p.toks[a-1].kind == whoWord && (p.toks[a-1].upper && !w.sentenceWord(p, a-1) || particle(p.toks[a-1].low) && a > 1 && p.toks[a-2].upper) {
			a--
		}
		name := p.cut(a, k+1)
		pn := readPerson(name, address)
		if pn.full == "" || w.isOwnerWord(fold(pn.full)) {
			continue
		}
		if fitsLocal(strings.Fields(pn.full), localOf(address)) {
			return pn
		}
		if !hasRoleHead(w.ts, name) && !hasOrgHead(w.ts, name) && w.labelFit(name) == fitNone && !w.isCompanyAt(p, a) &&
			(isShared(address) && len(strings.Fields(pn.full)) > 1 && i-k < 8 || w.besideAddress(p, k+1, i)) {
			return pn
		}
	}
	return person{}
}

// besideAddress says whether nothing but marks, a bracket and words such as
// "at" stand between a name and the address at token i.
func (w *whoReader) besideAddress(p *passage, k, i int) bool {
	for ; k < i; k++ {
		t := p.toks[k]
		switch {
		case t.kind == whoPunct && t.low == "(":
			e := closing(p, k)
			if e == 0 || e > i {
				continue
			}
			k = e - 1
		case t.kind == whoPunct && t.low != "." && t.low != "!" && t.low != "?", t.kind == whoCell:
		case t.kind == whoWord && (len(t.low) <= 3 || t.low == "email" || t.low == "e-mail" || t.low == "know" || t.low == "unter"):
		default:
			return false
		}
	}
	return true
}

// sentenceWord says whether a capital is a sentence's, not a name's.
func (w *whoReader) sentenceWord(p *passage, i int) bool {
	t := p.toks[i]
	if notNames[t.low] || w.ts.roleStop(t.low) {
		return true
	}
	d, _ := w.ts.longest(p, i, cueContact|cuePanel|cueSignOff|cueGreeting)
	return d != 0
}

// personOf finds the name of an address elsewhere: the signer, a sender, a
// guest, names in the text, else the address itself.
func (w *whoReader) personOf(address string, have person) person {
	local := localOf(address)
	if w.signer.full != "" && (fitsLocal(strings.Fields(w.signer.full), local) || w.ownAddress(address)) {
		if have.full == "" || strings.HasPrefix(fold(w.signer.full), fold(have.full)) {
			return w.signer
		}
	}
	for _, s := range w.senders {
		if n := s.display.person; n.full != "" && fitsLocal(strings.Fields(n.full), local) && len(n.full) > len(have.full) {
			return n
		}
	}
	for _, p := range w.passages {
		if p.source == sourceQuoted {
			continue
		}
		if pn := w.nameInText(p, address); pn.full != "" && len(pn.full) > len(have.full) {
			return pn
		}
	}
	byLocal := personFromLocal(local)
	if have.full != "" {
		if byLocal.full != "" && fold(byLocal.given) == fold(have.full) && !isFreemail(domainOf(address)) {
			return byLocal
		}
		return have
	}
	if len(w.senders) > 0 && strings.EqualFold(w.senders[0].contact.Address, address) && w.senders[0].display.org != "" || isFreemail(domainOf(address)) {
		return person{}
	}
	return byLocal
}

// ownAddress says whether the one who signs writes from the address.
func (w *whoReader) ownAddress(address string) bool {
	return len(w.senders) > 0 && strings.EqualFold(w.senders[0].contact.Address, address) && !w.senders[0].automatic ||
		strings.EqualFold(w.m.ReplyTo.Address, address)
}

// nameInText finds a run of name words that the address is built of.
func (w *whoReader) nameInText(p *passage, address string) person {
	local := localOf(address)
	for i := 0; i < len(p.toks); i++ {
		t := p.toks[i]
		if t.kind != whoWord || !t.upper || t.digit || strings.Contains(t.low, "@") {
			continue
		}
		for n := 4; n >= 2; n-- {
			end := i + n
			if end > len(p.toks) || p.toks[end-1].kind != whoWord || !p.toks[end-1].upper {
				continue
			}
			ok := true
			for k := i; k < end; k++ {
				if p.toks[k].kind != whoWord || !p.toks[k].upper && !particle(p.toks[k].low) {
					ok = false
				}
			}
			if ok && (w.labelFit(p.cut(i, end)) != fitNone || w.isCompanyAt(p, i)) {
				ok = false
			}
			if !ok || !strings.Contains(local, letters(p.toks[end-1].low)) && !strings.HasPrefix(local, letters(t.low)) {
				continue
			}
			if pn := readPerson(p.cut(i, end), address); pn.full != "" && fitsLocal(strings.Fields(pn.full), local) && !w.isOwnerWord(fold(pn.full)) {
				return pn
			}
		}
	}
	return person{}
}

// personFromLocal reads jane.doe as Jane Doe; other shapes tell nothing.
func personFromLocal(local string) person {
	a, b, ok := strings.Cut(local, ".")
	if !ok {
		a, b, ok = strings.Cut(local, "_")
	}
	if !ok || len(a) < 3 || len(b) < 3 || strings.ContainsAny(local, "0123456789+") || strings.ContainsAny(b, "._") || isShared(local+"@x") {
		return person{}
	}
	g, f := capitalise(capitaliseFirst(a)), capitalise(capitaliseFirst(b))
	return person{full: g + " " + f, given: g, family: f}
}

// deskName is how to name an address that no person's name is known of.
func (w *whoReader) deskName(c rules.Contact) string {
	for _, s := range w.senders {
		if strings.EqualFold(s.contact.Address, c.Address) && s.display.org != "" && (!s.automatic || s.source == "Reply-To" && !s.noReply) {
			if s.display.org != strings.TrimSpace(s.contact.Name) && strings.ContainsAny(s.contact.Name, ",(") {
				return "" // a directory's entry, not a name
			}
			return clip(s.contact.Name, 80)
		}
	}
	return ""
}
