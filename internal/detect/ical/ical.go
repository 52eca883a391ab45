// Package ical reads iCalendar data (RFC 5545) as it comes in mail (RFC 6047):
// whole or cut, well folded or not, with zones named as Outlook, Exchange,
// Google and home-made programs name them. Where a time could be meant in two
// ways it says so.
package ical

import (
	"errors"
	"time"

	"inboxwatch/internal/rules"
)

//go:generate go run genwindows.go

// Calendar is what one calendar part says.
type Calendar struct {
	Method   string // REQUEST, CANCEL, REPLY, COUNTER, PUBLISH, …; upper case; "" where none is stated
	Events   []Event
	Problems []string // what was broken and how it was read nonetheless
}

// Event is one VEVENT. Start and End carry the event's own zone; where only
// UTC or no zone is stated, the owner's.
type Event struct {
	UID        string
	Sequence   int
	Stamp      time.Time // DTSTAMP, UTC; zero where there is none
	Start      rules.When
	End        rules.When // zero where none is stated; with AllDay the last day, not the day after
	AllDay     bool
	Floating   bool       // no zone was stated: the owner's was taken
	ZoneWhy    string     // how the zone of Start was found, one sentence; "" where it is plain
	Other      rules.When // the other reading of Start where zone name and zone rules disagree; else zero
	Status     string     // CONFIRMED, TENTATIVE, CANCELLED; upper case
	Summary    string
	Desc       string // DESCRIPTION, HTML made text, at most 16 kB
	Location   string
	URL        string
	Organizer  rules.Contact
	Attendees  []Attendee
	Recurrence bool   // has an RRULE or RDATE; Start is the first time
	Instance   string // RECURRENCE-ID: this event replaces one of a series
	StartText  string // the DTSTART line as written, for evidence
	EndText    string // the DTEND or DURATION line as written
}

// Attendee is someone invited.
type Attendee struct {
	rules.Contact
	Role     string // CHAIR, REQ-PARTICIPANT, …
	PartStat string // NEEDS-ACTION, ACCEPTED, DECLINED, TENTATIVE, …
	Type     string // INDIVIDUAL, ROOM, RESOURCE, …; "" where not stated
}

// Bounds on what is read of one calendar.
const (
	maxData      = 1 << 20
	maxEvents    = 200
	maxDepth     = 8
	maxZones     = 50
	maxAttendees = 100
	maxLine      = 64 << 10 // bytes of an unfolded line
	maxDesc      = 16 << 10
	maxText      = 1 << 10 // bytes of a summary, place, name
)

// ErrNoCalendar is what Read gives for data without a calendar's beginning.
var ErrNoCalendar = errors.New("not a calendar: no BEGIN:VCALENDAR or BEGIN:VEVENT")

// Read reads a calendar. mimeMethod is the method parameter of its
// Content-Type, which counts where the data name none. owner is the zone for
// times without one; nil means UTC. Broken lines are passed over and named in
// Problems; an error means that there is nothing to read.
func Read(data []byte, mimeMethod string, owner *time.Location) (Calendar, error) {
	if owner == nil {
		owner = time.UTC
	}
	p := parser{owner: owner}
	if len(data) > maxData {
		data = data[:maxData]
		p.problem("the calendar is too long; its beginning was read")
	}
	p.scan(data)
	if !p.began {
		return Calendar{Problems: p.problems}, ErrNoCalendar
	}
	c := Calendar{Method: p.method}
	if c.Method == "" {
		c.Method = upper(mimeMethod)
	}
	r := resolver{owner: owner, blocks: p.zones, hint: p.zoneHint, known: map[string]*time.Location{}}
	for i := range p.events {
		c.Events = append(c.Events, p.event(&p.events[i], &r))
	}
	c.Problems = p.problems
	return c, nil
}
