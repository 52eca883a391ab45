package ical

import (
	"strconv"
	"strings"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// event makes an Event of its properties.
func (p *parser) event(raw *rawEvent, r *resolver) Event {
	var e Event
	for i := range raw.props {
		pr := &raw.props[i]
		switch pr.name {
		case "UID":
			e.UID = text(pr.value, maxText)
		case "SEQUENCE":
			e.Sequence = number(pr.value)
		case "DTSTAMP":
			if t, _, ok := parseStamp(pr.value); ok {
				e.Stamp = t.in(time.UTC).UTC()
			}
		case "STATUS":
			e.Status = upper(pr.value)
		case "SUMMARY":
			e.Summary = oneLine(text(pr.value, maxText))
		case "DESCRIPTION":
			e.Desc = description(pr.value)
		case "LOCATION":
			e.Location = oneLine(text(pr.value, maxText))
		case "URL":
			e.URL = oneLine(text(pr.value, maxText))
		case "ORGANIZER":
			e.Organizer = contact(pr)
		case "ATTENDEE":
			e.Attendees = append(e.Attendees, Attendee{Contact: contact(pr), Role: upper(pr.param("ROLE")), PartStat: upper(pr.param("PARTSTAT")), Type: upper(pr.param("CUTYPE"))})
		case "RRULE", "RDATE":
			e.Recurrence = true
		case "RECURRENCE-ID":
			e.Instance = oneLine(text(pr.value, 64))
		}
	}
	if e.Status == "CANCELED" {
		e.Status = "CANCELLED"
	}
	p.times(raw, &e, r)
	return e
}

// times works out when the event is.
func (p *parser) times(raw *rawEvent, e *Event, r *resolver) {
	start := raw.get("DTSTART")
	if start == nil {
		p.problem("an event has no start")
		return
	}
	e.StartText = oneLine(text(start.line, 120))
	wall, dayOnly, ok := parseStamp(start.value)
	if !ok {
		p.problem("an event's start is unreadable")
		return
	}
	z := r.zone(start.param("TZID"), wall)
	e.Start = rules.When{At: wall.in(z.loc), DayOnly: dayOnly}
	if wall.utc || wall.offset != nil {
		e.Start.At = e.Start.At.In(p.owner)
	}
	e.AllDay, e.Floating, e.ZoneWhy = dayOnly, z.floating && !dayOnly, z.why
	if dayOnly {
		e.Start = rules.When{At: time.Date(wall.year, wall.month, wall.day, 0, 0, 0, 0, p.owner), DayOnly: true}
		e.ZoneWhy = ""
	}
	if z.other != nil && !dayOnly {
		e.Other = rules.When{At: wall.in(z.other)}
	}
	p.ending(raw, e, r, start.param("TZID"))
	if marked := raw.get("X-MICROSOFT-CDO-ALLDAYEVENT"); marked != nil && upper(marked.value) == "TRUE" && !dayOnly && midnight(e.Start.At) {
		e.AllDay, e.Start.DayOnly = true, true
		if !e.End.Zero() {
			e.End = rules.When{At: lastDay(e.Start.At, e.End.At), DayOnly: true}
		}
	}
}

// ending reads DTEND or DURATION. An end before the start is none.
func (p *parser) ending(raw *rawEvent, e *Event, r *resolver, startZone string) {
	if pr := raw.get("DTEND"); pr != nil {
		wall, dayOnly, ok := parseStamp(pr.value)
		id := pr.param("TZID")
		if id == "" && !wall.utc {
			id = startZone
		}
		switch {
		case !ok:
			p.problem("an event's end is unreadable")
		case dayOnly != e.Start.DayOnly:
			p.problem("an event's start and end are of different kinds")
		case dayOnly:
			e.End = rules.When{At: lastDay(e.Start.At, time.Date(wall.year, wall.month, wall.day, 0, 0, 0, 0, p.owner)), DayOnly: true}
		default:
			e.End = rules.When{At: wall.in(r.zone(id, wall).loc).In(e.Start.At.Location())}
		}
		e.EndText = oneLine(text(pr.line, 120))
	} else if pr := raw.get("DURATION"); pr != nil {
		d, ok := parseDuration(pr.value)
		switch {
		case !ok:
			p.problem("an event's duration is unreadable")
		case e.Start.DayOnly:
			e.End = rules.When{At: lastDay(e.Start.At, e.Start.At.AddDate(0, 0, d.days)), DayOnly: true}
		default:
			e.End = rules.When{At: e.Start.At.AddDate(0, 0, d.days).Add(d.clock)}
		}
		e.EndText = oneLine(text(pr.line, 120))
	}
	if !e.End.Zero() && e.End.At.Before(e.Start.At) {
		p.problem("an event ends before it starts; the end was left out")
		e.End = rules.When{}
	}
}

// lastDay turns the exclusive end of an all-day event into its last day.
func lastDay(start, end time.Time) time.Time {
	if last := end.AddDate(0, 0, -1); last.After(start) {
		return last
	}
	return start
}

func midnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 }

// contact reads ORGANIZER and ATTENDEE: mailto:jane@acme.example;CN=Jane Doe.
func contact(pr *property) rules.Contact {
	addr := strings.TrimSpace(pr.value)
	if len(addr) >= 7 && strings.EqualFold(addr[:7], "mailto:") {
		addr = addr[7:]
	} else if e := pr.param("EMAIL"); e != "" {
		addr = e // RFC 7986 section 6.2
	}
	addr = oneLine(text(addr, 254))
	if !strings.Contains(addr, "@") || strings.ContainsAny(addr, " <>,;\"") || strings.HasPrefix(addr, "http") || strings.HasPrefix(addr, "urn:") {
		addr = ""
	}
	name := strings.Trim(oneLine(text(pr.param("CN"), 200)), `"' `)
	if strings.EqualFold(name, addr) || len(name) > 7 && strings.EqualFold(name[:7], "mailto:") {
		name = ""
	}
	return rules.Contact{Name: name, Address: addr}
}

// text undoes the escapes of RFC 5545 section 3.3.11 and cleans.
func text(s string, limit int) string {
	if len(s) > 2*limit {
		s = s[:2*limit]
	}
	if strings.IndexByte(s, '\\') >= 0 {
		s = unescaper.Replace(s)
	}
	s = strings.TrimSpace(mailparse.Clean(s))
	if len(s) > limit {
		s = s[:limit]
	}
	return strings.ToValidUTF8(s, "")
}

var unescaper = strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`, `\:`, ":", `\"`, `"`)

// description makes text of a DESCRIPTION, which Google writes as HTML.
func description(s string) string {
	t := text(s, maxDesc)
	if strings.Contains(t, "</") || strings.Contains(t, "<br") {
		t = text(mailparse.HTMLText(t), maxDesc)
	}
	return t
}

func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 || n > 1<<30 {
		return 0
	}
	return n
}
