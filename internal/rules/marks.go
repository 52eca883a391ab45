package rules

import (
	"slices"
	"time"
)

// standing gives the marks that were not taken back, in their order. Undo
// takes back the newest that stands, never a forget: what it removed is gone.
// Marks of a forgotten interview go with it.
func standing(events []Event) []Mark {
	var out []Mark
	for _, e := range events {
		m := e.Mark
		switch {
		case m == nil:
		case m.Undo:
			if len(out) > 0 {
				out = out[:len(out)-1]
			}
		case m.Forget:
			out = slices.DeleteFunc(out, func(o Mark) bool { return m.Interview != "" && o.Interview == m.Interview })
		default:
			c := *m
			c.At = e.At
			out = append(out, c)
		}
	}
	return out
}

// add founds a meeting for every mark that adds one.
func (b *board) add(marks []Mark, s Settings) {
	for _, m := range marks {
		if !m.Add {
			continue
		}
		x := &session{party: newParty(), cal: map[string]Calendar{}, added: &m,
			start: localWhen(m.Start, s), end: localWhen(m.End, s), moved: m.At}
		x.name(companyWords(m.Company), roleWords(m.Role))
		if m.Contact != nil {
			x.person(address(m.Contact.Address), false)
		}
		if !x.start.Zero() {
			x.days = []Day{DayOf(x.start.At)}
		}
		x.notes = []Note{{At: m.At, Text: "You added it: " + sayWhen(x.start)}}
		b.enter(b.found(x))
	}
}

// heed lets the marks say who the interview is with, before mails are given to
// it: what the user wrote to a corrected contact was written to the company.
func (g *group) heed(marks []Mark) {
	for _, m := range marks {
		if m.Interview != g.iv.ID && !slices.Contains(g.iv.Aliases, m.Interview) {
			continue
		}
		g.name(companyWords(m.Company), roleWords(m.Role))
		if m.Contact != nil {
			g.person(address(m.Contact.Address), g.agency)
		}
	}
}

// correct applies what the user said about the interview, in order.
func (g *group) correct(marks []Mark, s Settings) {
	iv := &g.iv
	for _, m := range marks {
		if m.Interview != iv.ID && !slices.Contains(iv.Aliases, m.Interview) {
			continue
		}
		iv.Marks = append(iv.Marks, m)
		iv.named("company", &iv.Company, m.Company, nil)
		iv.named("role", &iv.Role, m.Role, nil)
		if m.Contact != nil {
			iv.setContact(*m.Contact)
		}
		if !m.Add {
			iv.setTime(localWhen(m.Start, s), localWhen(m.End, s), m.At)
			for _, text := range sayMark(m) {
				iv.History = append(iv.History, Note{At: m.At, Text: text})
			}
		}
	}
}

// setContact replaces the contact; a greeting learnt for another person goes.
func (iv *Interview) setContact(c Contact) {
	if c.Name == "" && address(c.Address) == address(iv.Contact.Address) {
		c.Name = iv.Contact.Name
	}
	if c.Address == "" && c.Name == iv.Contact.Name {
		c.Address = iv.Contact.Address
	}
	if !samePerson(c, iv.Contact) || c.Name != iv.Contact.Name {
		tone := iv.Greeting.Tone
		iv.Greeting = Greeting{Tone: tone}
	}
	iv.Contact = c
}

// setTime lets the user's word set the time, unless a mail newer than it moved
// the interview. A new start keeps the length.
func (iv *Interview) setTime(start, end When, at time.Time) {
	if start.Zero() && end.Zero() {
		return
	}
	for _, x := range iv.Sessions {
		if x.Moved.After(at) && len(iv.Tellings) > 0 {
			iv.History = append(iv.History, Note{At: x.Moved, Text: "A newer mail set the time that you had corrected"})
			return
		}
	}
	base := iv.Start
	if !start.Zero() {
		base = start
	}
	end = inZoneOf(end, base)
	if !start.Zero() {
		if end.Zero() && !iv.End.Zero() && !iv.Start.Zero() && !iv.Start.DayOnly && !start.DayOnly {
			end = When{At: start.At.Add(iv.T().Sub(iv.Start.At))}
		}
		iv.Start, iv.End = start, end
	} else {
		iv.End = end
	}
	iv.Sessions = []Session{{Start: iv.Start, End: iv.End, Moved: at, Cancelled: iv.CalledOff()}}
	iv.Doubts = slices.DeleteFunc(iv.Doubts, func(d Doubt) bool { return d.Field == "start" || d.Field == "end" })
	if t := iv.T(); !t.IsZero() {
		d := DayOf(t)
		iv.Days = slices.Insert(slices.DeleteFunc(iv.Days, func(o Day) bool { return o == d }), 0, d)
	}
}
