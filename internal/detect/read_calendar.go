package detect

import (
	"strings"
	"unicode"

	"inboxwatch/internal/detect/ical"
	"inboxwatch/internal/rules"
)

// maxCalendars is how many calendar parts of a mail are read: two tellings of
// one event (a part and an attached file) are common, more are not.
const maxCalendars = 4

// readCalendars reads the calendar parts, those of forwarded mails too.
func (r *reading) readCalendars() {
	parts := r.m.Calendars
	for _, f := range r.m.Forwarded {
		parts = append(parts[:len(parts):len(parts)], f.Calendars...)
	}
	for _, p := range parts[:min(len(parts), maxCalendars)] {
		if c, err := ical.Read(p.Data, p.Method, r.o.Zone); err == nil {
			r.cals = append(r.cals, c)
		}
	}
}

// maxCalendarText is how much of a description phrases are looked for in.
const maxCalendarText = 4 << 10

// calendarText is what the events say in words, each field once.
func calendarText(cals []ical.Calendar) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, c := range cals {
		for _, e := range c.Events {
			for _, s := range []string{e.Summary, e.Desc, e.Location} {
				if s == "" || seen[s] || b.Len() > maxCalendarText {
					continue
				}
				seen[s] = true
				b.WriteString(clipBytes(s, maxCalendarText))
				b.WriteString("\n\n")
			}
		}
	}
	return b.String()
}

// calendarTerms say what the calendar parts ask: a meeting, its change, its
// end, or an attendee's answer (RFC 5546).
func calendarTerms(r *reading) []term {
	var out []term
	once := map[string]bool{}
	add := func(name, from, text string) {
		if !once[name] {
			once[name] = true
			out = append(out, term{name, 1, from, text})
		}
	}
	for _, c := range r.cals {
		for _, e := range c.Events {
			switch {
			case c.Method == "REPLY" || c.Method == "COUNTER" || c.Method == "DECLINECOUNTER":
				add("calendar answer", "text/calendar METHOD", c.Method)
			case c.Method == "CANCEL" || e.Status == "CANCELLED":
				add("calendar cancelled", "text/calendar STATUS", first(e.Status, c.Method))
			default:
				add("calendar request", "text/calendar SUMMARY", e.Summary)
				if e.Sequence > 0 {
					add("calendar update", "text/calendar SEQUENCE", e.Summary)
				}
			}
		}
	}
	if once["calendar request"] && once["calendar cancelled"] { // one of several sessions
		return []term{{"calendar request", 1, "text/calendar", "one of several events is cancelled"}}
	}
	return out
}

// calendarOf identifies the telling by its newest event.
func calendarOf(cals []ical.Calendar) rules.Calendar {
	var best rules.Calendar
	for _, c := range cals {
		for _, e := range c.Events {
			if best.UID == "" || e.Sequence > best.Sequence || e.Sequence == best.Sequence && e.Stamp.After(best.Stamp) {
				best = rules.Calendar{UID: oneLine(e.UID), Sequence: e.Sequence, Stamp: e.Stamp, Method: c.Method}
			}
		}
	}
	return best
}

// oneLine takes control characters out of an identifier; a tab or a line end is
// no part of one.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}
