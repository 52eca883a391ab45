package detect

// readWho asks who stands behind the mail.
func (r *reading) readWho() {
	w := Who(WhoInput{
		Message:        r.m,
		Calendars:      r.cals,
		OwnerName:      r.o.Name,
		OwnerAddresses: r.o.Addresses,
		Lang:           r.lang,
		Kind:           r.facts.Kind,
	})
	f := &r.facts
	f.Lang = r.lang
	f.Company, f.Role, f.Phone, f.Agency = w.Company, w.Role, w.Phone, w.Agency
	f.Contact, f.Panel, f.Greeting = w.Contact, w.Panel, w.Greeting
	f.Doubts = append(f.Doubts, w.Doubts...)
	f.Evidence = append(f.Evidence, w.Evidence...)
}
