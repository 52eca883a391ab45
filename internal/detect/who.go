package detect

import (
	"strings"

	"inboxwatch/internal/detect/ical"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// WhoInput is what Who needs to know of one mail.
type WhoInput struct {
	Message        *mailparse.Message
	Calendars      []ical.Calendar // read from Message
	OwnerName      string          // the mailbox's owner, as configured
	OwnerAddresses []string        // all of the owner's addresses, any case
	Lang           string          // ISO 639-1 of the mail; "" where unknown
	Kind           rules.Kind
}

// WhoResult is who stands behind a mail, as far as it is certain: unknown is
// empty, and every value that is not empty has its Evidence.
type WhoResult struct {
	Company  string
	Role     string
	Contact  rules.Contact   // the human to write to; never a no-reply address
	Panel    []rules.Contact // interviewers named, with or without address
	Greeting rules.Greeting
	Phone    string // as written
	Agency   bool   // the sender recruits for others
	Evidence []rules.Evidence
	Doubts   []rules.Doubt
}

// Who reads company, role, contact, greeting and phone out of a mail.
func Who(in WhoInput) WhoResult {
	var r WhoResult
	if in.Message == nil {
		return r
	}
	w := newWhoReader(in)
	w.company(&r)
	w.contact(&r)
	w.role(&r)
	w.panel(&r)
	w.greeting(&r)
	w.phone(&r)
	return r
}

// The sources that evidence names.
const (
	sourceSubject   = "subject"
	sourceText      = "text"
	sourceSignature = "signature"
	sourceQuoted    = "quoted text"
	sourceForwarded = "forwarded mail"
	sourceSummary   = "calendar SUMMARY"
	sourceDesc      = "calendar DESCRIPTION"
	sourcePlace     = "calendar LOCATION"
)

// sender is an address that speaks for the employer's side.
type sender struct {
	source    string
	contact   rules.Contact
	display   displayName
	noReply   bool
	automatic bool // a hiring system's address
	free      bool // a private mailbox
}

// hostName is a domain's label that may be the employer's name.
type hostName struct {
	label   string
	weight  float64 // 1: the employer's side writes from it; less: it only stands in the text
	source  string
	address string
	agency  bool
}

// signPart is one item of the signature's lines.
type signPart struct {
	p    *passage
	line string
	role bool // stands after a post's title in its line
}

// whoReader holds what the readers of company, role and contact share.
type whoReader struct {
	in             WhoInput
	m              *mailparse.Message
	ts             wordTables
	owner          []string // the owner's addresses, lower case
	ownerWords     []string // folded: "marcus bell", "marcus", "bell"
	senders        []sender
	passages       []*passage
	text           *passage // the sender's words, without signature
	sign           *passage // signature
	subjects       []*passage
	signParts      []signPart
	signer         person
	signerLine     string
	to             person // the contact, once chosen
	contactAddress string
	labels         []hostName
	people         map[string]bool // folded names of persons met
	broker         bool            // the sender may recruit for others: too little to say so, enough to look
	agency         bool
	agencyKey      string
	companyKey     string // of the company found
}

func newWhoReader(in WhoInput) *whoReader {
	w := &whoReader{in: in, m: in.Message, ts: tablesFor(in.Lang), people: make(map[string]bool)}
	for _, a := range in.OwnerAddresses {
		w.owner = append(w.owner, strings.ToLower(a))
	}
	w.setOwnerName()
	w.setPassages()
	w.setSenders()
	w.setSigner()
	w.setPeople()
	w.setLabels()
	w.setAgency()
	w.splitSignature()
	return w
}

func (w *whoReader) isOwner(address string) bool {
	address = strings.ToLower(address)
	for _, a := range w.owner {
		if a == address {
			return true
		}
	}
	return false
}

func (w *whoReader) setOwnerName() {
	name := w.in.OwnerName
	if name == "" && len(w.m.To) > 0 && w.isOwner(w.m.To[0].Address) {
		name = w.m.To[0].Name
	}
	full := strings.TrimSpace(fold(name))
	if full == "" {
		return
	}
	f := strings.Fields(full)
	w.ownerWords = append(w.ownerWords, full)
	w.ownerWords = append(w.ownerWords, f...)
	if len(f) > 1 {
		w.ownerWords = append(w.ownerWords, f[0]+" "+f[len(f)-1])
	}
}

// isOwnerWord says whether a folded word is part of the owner's name.
func (w *whoReader) isOwnerWord(word string) bool {
	for _, o := range w.ownerWords {
		if o == word {
			return true
		}
	}
	return false
}

// setPassages cuts the mail into the passages that are read.
func (w *whoReader) setPassages() {
	m := w.m
	add := func(source, text string, wrapped bool) *passage {
		p := newPassage(source, text, wrapped)
		if len(p.toks) > 0 {
			w.passages = append(w.passages, p)
		}
		return p
	}
	subject := newPassage(sourceSubject, trimSubject(m.Subject), false)
	w.subjects = append(w.subjects, subject)
	w.passages = append(w.passages, subject)
	w.text = add(sourceText, m.Text, !m.FromHTML)
	w.sign = add(sourceSignature, m.Signature, false)
	for _, c := range w.in.Calendars {
		for i, e := range c.Events {
			if i > 2 {
				break
			}
			w.subjects = append(w.subjects, newPassage(sourceSummary, trimSubject(e.Summary), false))
			w.passages = append(w.passages, w.subjects[len(w.subjects)-1])
			if !strings.Contains(m.Text, firstLine(e.Desc)) || e.Desc == "" {
				add(sourceDesc, e.Desc, false)
			}
			add(sourcePlace, e.Location, false)
		}
	}
	for i, f := range m.Forwarded {
		if i > 2 {
			break
		}
		if f.Subject != "" && f.Subject != m.Subject {
			w.subjects = append(w.subjects, newPassage(sourceForwarded, trimSubject(f.Subject), false))
		}
		add(sourceForwarded, f.Text+"\n\n"+f.Signature, !f.FromHTML)
		for k, g := range f.Forwarded {
			if k > 1 {
				break
			}
			add(sourceForwarded, g.Text+"\n\n"+g.Signature, !g.FromHTML)
		}
	}
	if q := m.Quoted; q != "" {
		add(sourceQuoted, q[:min(len(q), 6<<10)], !m.FromHTML)
	}
}

func firstLine(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// replyMarks stand before a subject.
var replyMarks = setOf([]string{"re", "aw", "wg", "fw", "fwd", "rv", "tr", "rép", "ref", "antw", "odp", "res", "enc", "r", "i", "rif", "pd", "sv", "vs", "vl", "doorst", "vb"})

// trimSubject cuts reply marks, and what calendars add after the title: the
// time and the guest's address.
func trimSubject(s string) string {
	for {
		i := strings.IndexByte(s, ':')
		if i < 0 || !replyMarks[strings.TrimSpace(lowerSame(s[:i]))] {
			break
		}
		s = strings.TrimSpace(s[i+1:])
	}
	if i := strings.LastIndexByte(s, '['); i > 0 && strings.HasSuffix(s, "]") {
		s = strings.TrimSpace(s[:i]) // a mark of secrecy or of a list
	}
	if i := strings.LastIndex(s, " @ "); i > 0 && strings.ContainsAny(s[i:], "0123456789") {
		s = s[:i]
	}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.Contains(s[i:], "@") {
		s = strings.TrimSpace(s[:i])
		// Localised calendars: "… - Do. 5. März 2026 11:00 - 11:45 (MEZ)".
		if j := strings.Index(s, " - "); j > 0 && strings.HasSuffix(s, ")") {
			for k := j; k >= 0 && k < len(s); {
				rest := s[k+3:]
				if n := strings.Index(rest, " - "); n >= 0 && !strings.ContainsAny(rest[:n], ":") {
					k += 3 + n
					continue
				}
				if strings.Contains(rest, ":") {
					s = s[:k]
				}
				break
			}
		}
	}
	return s
}

// setSenders lists the addresses that speak for the other side.
func (w *whoReader) setSenders() {
	add := func(source string, c rules.Contact) {
		if c.Address == "" || w.isOwner(c.Address) {
			return
		}
		for _, s := range w.senders {
			if strings.EqualFold(s.contact.Address, c.Address) && s.contact.Name == c.Name {
				return
			}
		}
		host := domainOf(c.Address)
		_, vendor := Vendor(host)
		w.senders = append(w.senders, sender{source: source, contact: c, display: readDisplay(c.Name, c.Address),
			noReply: isNoReply(c.Address) || noReplyName(c.Name), automatic: vendor || isNoReply(c.Address) || noReplyName(c.Name), free: isFreemail(host)})
	}
	add("From", w.m.From)
	w.settleSender()
	add("Reply-To", w.m.ReplyTo)
	for _, c := range w.in.Calendars {
		for _, e := range c.Events {
			if len(w.senders) < 8 {
				add("calendar ORGANIZER", e.Organizer)
			}
		}
	}
	for _, f := range w.m.Forwarded {
		if len(w.senders) < 10 {
			add("forwarded From", f.From)
		}
	}
}

// settleSender settles whether "Lumen Yard", sent by a hiring system, is a
// person or the firm: a firm where the mail speaks of applying to it.
func (w *whoReader) settleSender() {
	if len(w.senders) == 0 {
		return
	}
	s := &w.senders[0]
	name := s.display.person.full
	if !s.automatic || name == "" || s.display.org != "" {
		return
	}
	if r := w.m.ReplyTo; r.Address != "" && fitsLocal(strings.Fields(name), localOf(r.Address)) {
		return
	}
	if isShared(s.contact.Address) && !fitsLocal(strings.Fields(name), localOf(s.contact.Address)) {
		s.display = displayName{org: name}
		return
	}
	key := strings.Fields(lowerSame(name))
	for _, p := range w.passages {
		for i := range p.toks {
			if p.toks[i].low != key[0] || !p.toks[i].upper || lowerSame(p.cut(i, min(i+len(key), len(p.toks)))) != lowerSame(name) {
				continue
			}
			if d, _ := w.ts.longest(p, i+len(key), cueDesk); d != 0 {
				s.display = displayName{org: name}
				return
			}
			for a := max(i-4, 0); a < i; a++ {
				if d, e := w.ts.longest(p, a, cueOrg); d != 0 && e == i && !(p.at(e-1).low == "with" || p.at(e-1).low == "avec" || p.at(e-1).low == "con" || p.at(e-1).low == "met" || p.at(e-1).low == "mit" || p.at(e-1).low == "com" || p.at(e-1).low == "z") {
					s.display = displayName{org: name}
					return
				}
			}
		}
	}
	if t := tenantOf(s.contact.Address); t != "" && fitHyphens(nameLetters(name), t) != fitNone && s.noReplyOrTenant() {
		s.display = displayName{org: name}
	}
}

// noReplyOrTenant says whether nobody of that name writes from the address.
func (s *sender) noReplyOrTenant() bool {
	return s.noReply || !hasDigits(localOf(s.contact.Address), 2)
}

// setLabels gathers the domains that may bear the employer's name.
func (w *whoReader) setLabels() {
	seen := make(map[string]bool)
	add := func(address, source string, weight float64) {
		host := domainOf(address)
		if host == "" || w.isOwner(address) || len(w.labels) > 12 {
			return
		}
		label := ""
		if _, vendor := Vendor(host); vendor {
			label = tenantOf(address)
		} else if !isFreemail(host) {
			label = hostLabel(host)
		} else if source == "From" {
			label = strings.Map(func(r rune) rune {
				if r == '.' || r == '_' {
					return '-'
				}
				return r
			}, localOf(address)) // a small firm's name is often its mailbox's
			weight = 0.99
			if w.signer.full != "" && exactLocal(strings.Fields(w.signer.full), localOf(address)) {
				label = ""
			}
		}
		if label == "" || seen[label] || len(label) < 2 {
			return
		}
		seen[label] = true
		w.labels = append(w.labels, hostName{label: label, weight: weight, source: source, address: address})
	}
	for _, s := range w.senders {
		add(s.contact.Address, s.source, 1)
	}
	for _, p := range w.passages {
		if p.source == sourceQuoted {
			continue
		}
		for _, t := range p.toks {
			if t.kind == whoWord && strings.IndexByte(t.low, '@') > 0 {
				add(t.low, p.source, 1)
			}
		}
	}
}

// setPeople notes the names of persons, which are never firms.
func (w *whoReader) setPeople() {
	note := func(name string) {
		k := strings.TrimSpace(fold(name))
		if k == "" {
			return
		}
		w.people[k] = true
		if f := strings.Fields(k); len(f) > 1 {
			w.people[f[0]] = true
			w.people[f[0]+" "+f[len(f)-1]] = true
		}
	}
	for _, s := range w.senders {
		note(s.display.person.full)
	}
	note(w.signer.full)
	for _, c := range w.m.To {
		note(c.Name)
	}
	for _, c := range w.m.Cc {
		note(readDisplay(c.Name, c.Address).person.full)
	}
	for _, c := range w.in.Calendars {
		for _, e := range c.Events {
			for i, a := range e.Attendees {
				if i < 20 {
					note(readDisplay(a.Name, a.Address).person.full)
				}
			}
		}
	}
}

func (w *whoReader) isPersonKey(key string) bool { return w.people[key] }

// setAgency says whether the sender recruits for others.
func (w *whoReader) setAgency() {
	score := 0
	for _, p := range w.passages {
		if p.source == sourceQuoted || p.source == sourceForwarded {
			continue
		}
		for i := range p.toks {
			if d, e := w.ts.longest(p, i, cueAgency); d != 0 {
				score++
				if p.toks[i].low == "they" || e-i > 1 && !clientCue(p, i, e) || e-i == 1 && len(p.toks[i].low) > 12 {
					score++ // the employer is somebody else, or the trade is named
				}
				if p.source == sourceSignature {
					score++
				}
				break
			}
		}
	}
	for i := range w.labels {
		l := w.labels[i]
		if l.source == "From" || l.source == "Reply-To" {
			if recruiterLabel(l.label) {
				score += 2
			}
		}
	}
	for _, s := range w.senders {
		if s.display.org != "" && recruiterLabel(letters(s.display.org)) && anyAgencyWord(s.display.org) {
			score += 2
		}
	}
	w.broker = score > 0 || w.speaksOfThem()
	for _, l := range w.labels {
		w.broker = w.broker || l.source == "From" && looseLabel(l.label)
	}
	if w.agency = score >= 2 || score == 1 && w.clientNamed(); !w.agency {
		return
	}
	for i := range w.labels {
		if l := &w.labels[i]; l.source == "From" || l.source == "Reply-To" || l.source == "calendar ORGANIZER" || len(w.senders) > 0 && domainOf(l.address) == domainOf(w.senders[0].contact.Address) {
			l.agency = true
			l.weight = 0.5
		}
	}
	for _, s := range w.senders {
		if s.display.org != "" && (s.source == "From" || s.source == "Reply-To") {
			w.agencyKey = companyKey(w.cleanOrg(s.display.org))
		}
	}
}

// speaksOfThem says whether the mail talks of the firm as of others.
func (w *whoReader) speaksOfThem() bool {
	n := 0
	for _, t := range w.text.toks {
		switch t.low {
		case "they", "they'd", "they're", "they've", "they'll", "their", "they’d", "they’re", "they’ve", "they’ll":
			n++
		}
	}
	return n >= 2
}

func anyAgencyWord(s string) bool {
	p := newPassage("", s, false)
	for i := range p.toks {
		if d, _ := everyTable().longest(p, i, cueAgency); d != 0 {
			return true
		}
	}
	return false
}

// clientNamed says whether the text speaks of a client of the sender's.
func (w *whoReader) clientNamed() bool {
	for _, p := range []*passage{w.text, w.sign} {
		for i := range p.toks {
			if d, e := w.ts.longest(p, i, cueAgency); d != 0 && clientCue(p, i, e) {
				return true
			}
		}
	}
	return false
}

// recruiterLabel says whether a domain names itself as a recruiter's.
func recruiterLabel(label string) bool {
	for _, s := range []string{"recruit", "staffing", "personalberat", "personnel", "headhunt", "zeitarbeit", "uitzend", "interim", "manpower", "randstad", "adecco", "hays", "michaelpage", "roberthalf", "executivesearch", "manpower", "talentpartner", "personaldienst", "jobagentur", "rekrutier", "selectie", "werving"} {
		if strings.Contains(label, s) {
			return true
		}
	}
	return false
}

func doubt(field string, names ...string) rules.Doubt {
	return rules.Doubt{Field: field, Candidates: names}
}
