package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

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
		vendor := vendorHost(host)
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

// vendorHost says whether a host is a hiring system's, by the table or by
// bearing a system's name: softgarden.…, hirevue-mail.….
func vendorHost(host string) bool {
	if _, ok := Vendor(host); ok {
		return true
	}
	name, _, _ := strings.Cut(hostLabel(host), "-")
	return len(name) > 5 && vendorNames[name]
}

// settleSender settles whether "Lumen Yard", sent by a hiring system, is a
// person or the firm: a firm where the mail speaks of applying to it.
func (w *whoReader) settleSender() {
	if len(w.senders) == 0 {
		return
	}
	s := &w.senders[0]
	name := s.display.person.full
	if !s.automatic && !isShared(s.contact.Address) || name == "" || s.display.org != "" {
		return
	}
	tenant := tenantOf(s.contact.Address) != "" && s.automatic
	if fitsLocal(strings.Fields(name), localOf(s.contact.Address)) && !tenant {
		return
	}
	surely := s.noReply || len(strings.Fields(name)) == 1 || anyOrgHead(name)
	if t := tenantOf(s.contact.Address); t != "" {
		surely = surely || fitHyphens(nameLetters(name), t) != fitNone
	} else if l := hostLabel(domainOf(s.contact.Address)); l != "" {
		surely = surely || fitHyphens(nameLetters(name), l) == fitWhole
	}
	if surely && !isGiven(lowerSame(strings.Fields(name)[0])) && w.neverByFirstName(name) {
		s.display = displayName{org: strings.TrimSpace(s.contact.Name)}
		if i := strings.Index(s.display.org, " via "); i > 0 || strings.Contains(s.display.org, " über ") {
			s.display.org = name
		}
		return
	}
	if r := w.m.ReplyTo; r.Address != "" && fitsLocal(strings.Fields(name), localOf(r.Address)) {
		return
	}
	if !s.automatic {
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

// neverByFirstName says whether no passage speaks of a person by the first or
// last word of the name alone, nor of an interviewer by the whole.
func (w *whoReader) neverByFirstName(name string) bool {
	key := strings.Fields(lowerSame(name))
	for _, c := range w.in.Calendars {
		for _, e := range c.Events {
			if strings.EqualFold(e.Organizer.Name, name) {
				return false
			}
		}
	}
	if len(key) == 1 {
		return true
	}
	for _, p := range w.passages {
		for i := range p.toks {
			last := len(key) - 1
			if crewWords[p.at(i+1).low] {
				continue // the Acme people
			}
			if p.toks[i].low == key[0] && p.toks[i].upper && !p.is(i+1, key[1]) || p.toks[i].low == key[last] && p.toks[i].upper && !p.is(i-1, key[last-1]) {
				return false
			}
		}
	}
	return true
}

// crewWords follow a firm's name, not a person's.
var crewWords = setOf([]string{"people", "team", "crew", "family", "gang", "folks", "staff", "equipe", "equipo"})

// dropFirmSigner forgets a signer that is the firm: "See you soon, Acme".
func (w *whoReader) dropFirmSigner() {
	f := strings.Fields(w.signer.full)
	if len(f) == 0 || isGiven(lowerSame(f[0])) || w.signer.title != "" {
		return
	}
	for _, s := range w.senders {
		if s.display.org != "" && companyKey(w.cleanOrg(s.display.org)) == companyKey(w.signer.full) || s.display.person.full == "" && tenantOf(s.contact.Address) == letters(w.signer.full) {
			w.signer, w.signerLine = person{}, ""
			return
		}
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
		if vendorHost(host) {
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
		k := strings.TrimSpace(plainFold(name))
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
