package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

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
