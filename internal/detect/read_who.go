package detect

import "inboxwatch/internal/rules"

// readWho asks who stands behind the mail.
func (r *reading) readWho() {
	r.facts.Lang = r.lang
	if r.facts.Kind == rules.Other || r.facts.Kind == rules.AutoReply {
		return // nobody to write to, no job to name
	}
	w := Who(WhoInput{
		Message:        r.m,
		Calendars:      r.cals,
		OwnerName:      r.o.Name,
		OwnerAddresses: r.o.Addresses,
		Lang:           r.lang,
		Kind:           r.facts.Kind,
	})
	f := &r.facts
	f.Company, f.Role, f.Phone, f.Agency = w.Company, w.Role, w.Phone, w.Agency
	f.Contact, f.Panel, f.Greeting = w.Contact, w.Panel, w.Greeting
	f.Doubts = append(f.Doubts, w.Doubts...)
	f.Evidence = append(f.Evidence, w.Evidence...)
}
