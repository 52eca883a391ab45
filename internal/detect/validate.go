package detect

import (
	"time"

	"inboxwatch/internal/rules"
)

// maxInterview is the longest that one telling's interview lasts: an
// assessment centre of two days.
const maxInterview = 72 * time.Hour

// maxAddress is the longest address that is kept, in bytes (RFC 5321, 4.5.3.1.3).
const maxAddress = 254

// validate is the last stage: what the facts of a kind must hold, whatever
// the stages before found.
func (r *reading) validate() {
	f := &r.facts
	switch f.Kind {
	case rules.Confirmation, rules.Reschedule:
		f.Start, f.End = r.schedule.Start, r.schedule.End
		f.Evidence = append(f.Evidence, r.schedule.Evidence...)
	}
	if f.Kind != rules.Other && f.Kind != rules.AutoReply {
		f.Warnings = Suspect(r.m)
	}
	if f.Start.Zero() || !f.End.Zero() && (!f.End.At.After(f.Start.At) || f.End.At.Sub(f.Start.At) > maxInterview) {
		f.End = rules.When{}
	}
	if a := clip(f.Contact.Address, maxAddress); a != f.Contact.Address {
		f.Contact = rules.Contact{} // an address with odd characters is nobody's
	}
	if isRobotAddress(f.Contact.Address) || isNoReply(f.Contact.Address) || r.o.has(f.Contact.Address) {
		f.Contact = rules.Contact{}
	}
	if f.Start.Zero() && r.schedule.Start.Zero() && (f.Kind == rules.Invitation || f.Kind == rules.Reply) {
		f.Doubts = append(f.Doubts, r.schedule.Doubts...)
	}
	f.Company, f.Role, f.Phone = clip(f.Company, maxEvidence), clip(f.Role, maxEvidence), clip(f.Phone, 40)
	f.Contact.Name = clip(f.Contact.Name, maxEvidence)
	for i := range f.Panel {
		f.Panel[i].Name, f.Panel[i].Address = clip(f.Panel[i].Name, maxEvidence), clip(f.Panel[i].Address, maxAddress)
	}
	for i := range f.Warnings {
		f.Warnings[i] = clip(f.Warnings[i], 300)
	}
	for i := range f.Evidence {
		f.Evidence[i].Text = clip(f.Evidence[i].Text, maxEvidence)
		f.Evidence[i].Source = clip(f.Evidence[i].Source, 60)
	}
}
