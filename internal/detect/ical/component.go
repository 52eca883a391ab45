package ical

import "strings"

// begin opens a component. One that is missing its end is closed by the next
// of its kind.
func (p *parser) begin(name string) {
	switch name {
	case "VCALENDAR":
		p.began, p.stack = true, nil
	case "VEVENT":
		p.began = true
		if p.current != nil {
			p.problem("an event does not end")
			p.endEvent()
		}
		if len(p.events) >= maxEvents {
			p.problem("too many events; the first ones were read")
			break
		}
		p.current, p.attendees = &rawEvent{}, 0
	case "VTIMEZONE":
		if p.zone != nil {
			p.endZone()
		}
		if len(p.zones) < maxZones {
			p.zone = &zoneBlock{}
		}
	case "STANDARD", "DAYLIGHT":
		if p.zone != nil && len(p.zone.rules) < maxRules {
			p.zone.rules = append(p.zone.rules, observance{daylight: name == "DAYLIGHT"})
			p.rule = &p.zone.rules[len(p.zone.rules)-1]
		}
	}
	if len(p.stack) >= maxDepth {
		p.problem("components are nested too deep")
		return
	}
	p.stack = append(p.stack, name)
}

func (p *parser) end(name string) {
	switch name {
	case "VEVENT":
		p.endEvent()
	case "VTIMEZONE":
		p.endZone()
	case "STANDARD", "DAYLIGHT":
		p.rule = nil
	}
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i] == name {
			p.stack = p.stack[:i]
			break
		}
	}
}

func (p *parser) endEvent() {
	if p.current != nil {
		p.events = append(p.events, *p.current)
	}
	p.current = nil
}

func (p *parser) endZone() {
	if p.zone != nil && p.zone.id != "" && len(p.zone.rules) > 0 {
		if p.zones == nil {
			p.zones = map[string]*zoneBlock{}
		}
		if p.zones[p.zone.id] == nil {
			p.zones[p.zone.id] = p.zone
		}
	}
	p.zone, p.rule = nil, nil
}

// content takes a property of the innermost open component.
func (p *parser) content(pr property) {
	in := ""
	if n := len(p.stack); n > 0 {
		in = p.stack[n-1]
	}
	switch {
	case p.rule != nil:
		p.rule.take(pr)
	case p.zone != nil:
		if pr.name == "TZID" {
			p.zone.id = strings.TrimSpace(pr.value)
		}
	case in == "VALARM" || in == "VTODO" || in == "VJOURNAL" || in == "VFREEBUSY":
	case p.current != nil:
		if pr.name == "ATTENDEE" {
			if p.attendees++; p.attendees > maxAttendees {
				return
			}
		} else if p.current.get(pr.name) != nil {
			return // the first one counts
		}
		if len(p.current.props) < maxAttendees+100 {
			p.current.props = append(p.current.props, pr)
		}
	case pr.name == "METHOD" && p.method == "":
		p.method = upper(pr.value)
	case pr.name == "X-WR-TIMEZONE" && p.zoneHint == "":
		p.zoneHint = strings.TrimSpace(pr.value)
	}
}
