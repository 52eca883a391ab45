package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// maxPanel bounds the interviewers listed.
const maxPanel = 10

// panel lists the interviewers: named after words for them, and the meeting's
// guests.
func (w *whoReader) panel(r *WhoResult) {
	seen := make(map[string]bool)
	add := func(c rules.Contact, words, source string) {
		k := plainFold(c.Name)
		if k == "" || seen[k] || len(r.Panel) >= maxPanel || w.isOwnerWord(k) || c.Address != "" && (w.isOwner(c.Address) || isNoReply(c.Address)) {
			return
		}
		seen[k] = true
		r.Panel = append(r.Panel, c)
		r.Evidence = append(r.Evidence, evidence("panel", source, words))
	}
	for _, c := range w.in.Calendars {
		for _, e := range c.Events {
			for i, a := range e.Attendees {
				if i > 20 || a.Type == "ROOM" || a.Type == "RESOURCE" || a.Role == "NON-PARTICIPANT" {
					continue
				}
				if pn := readDisplay(a.Name, a.Address).person; pn.full != "" {
					add(rules.Contact{Name: pn.full, Address: a.Address}, a.Name+" "+a.Address, "calendar ATTENDEE")
				}
			}
		}
	}
	for _, p := range w.passages {
		if p.source == sourceQuoted || p.source == sourceForwarded || p.source == sourceSubject {
			continue
		}
		for i := 0; i < len(p.toks); i++ {
			d, e := w.ts.longest(p, i, cuePanel)
			if d == 0 {
				continue
			}
			for p.is(e, ":") || p.at(e).kind == whoCell || p.is(e, "are") || p.is(e, "is") {
				e++
			}
			w.namesAt(p, e, func(name string) { add(rules.Contact{Name: name}, p.around(i, e+3), p.source) })
		}
	}
}

// namesAt reads "Jane Doe (CTO), Sam Lee and Dr Ann Ray" from token i on.
func (w *whoReader) namesAt(p *passage, i int, found func(string)) {
	for n := 0; n < 8; n++ {
		end := i
		for end < len(p.toks) && end < i+6 && p.toks[end].kind == whoWord && (p.toks[end].upper || particle(p.toks[end].low) && !w.andWord(p.toks[end].low)) {
			end++
		}
		if end == i {
			return
		}
		pn := readPerson(p.cut(i, end), "")
		if pn.family == "" || !p.toks[i].upper || strings.Contains(pn.full, "@") {
			return
		}
		found(pn.full)
		i = end
		if p.is(i, "(") {
			if e := closing(p, i); e > 0 {
				i = e
			}
		}
		for p.is(i, ",") || p.is(i, "&") || p.is(i, ";") || w.andWord(p.at(i).low) {
			i++
		}
	}
}

func (w *whoReader) andWord(low string) bool {
	switch low {
	case "and", "und", "et", "y", "e", "en", "i", "oraz", "sowie":
		return true
	}
	return false
}
