package detect

import (
	"time"

	"inboxwatch/internal/detect/ical"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/detect/when"
	"inboxwatch/internal/rules"
)

// ScheduleInput is what the time of an interview is read from.
type ScheduleInput struct {
	Mail      *mailparse.Message
	Calendars []ical.Calendar
	Owner     Owner
	Lang      string     // ISO 639-1; "": not known
	Kind      rules.Kind // "": not known yet
	Country   string     // ISO 3166-1 of the sender; "": by the address and telephone numbers
	Hiring    bool       // the mail speaks of a post, an application or an interview
}

// ScheduleResult is when the interview is. Start is zero where the mail names
// no moment or leaves it open between several, which Doubts then names.
type ScheduleResult struct {
	Start, End rules.When
	Source     string // "text/calendar", "text", "subject", "forwarded", "quoted text"; "" without a start
	Moved      bool   // the words move a fixed interview
	Agreed     bool   // the mail agrees to a moment that the mail answered proposes
	Evidence   []rules.Evidence
	Doubts     []rules.Doubt
	Confidence float64 // 0…1, of Start

	other rules.When // the other reading of a calendar's Start; zero where it is plain
}

// Schedule picks start and end of the interview that a mail speaks of:
// calendar first, then the words, each candidate weighed by what stands around
// it. The zone of Start is the one stated, else the owner's.
func Schedule(in ScheduleInput) ScheduleResult {
	if in.Owner.Zone == nil {
		in.Owner.Zone = time.UTC
	}
	if in.Country == "" {
		in.Country = senderCountry(in.Mail)
	}
	r, found := scheduleCalendar(in)
	if found && !r.Start.DayOnly {
		return settleOther(in, r)
	}
	if r2, ok := scheduleLinked(in); ok && !found {
		return r2
	}
	t := scheduleText(in)
	if !found {
		return t
	}
	// An all-day entry: the words may know the hour of that day.
	if !t.Start.Zero() && !t.Start.DayOnly && rules.DayOf(t.Start.At) == rules.DayOf(r.Start.At) {
		return t
	}
	return r
}

// settleOther lets the words decide where an entry's zone name and zone rules
// tell two moments: the one that the words name is meant.
func settleOther(in ScheduleInput, r ScheduleResult) ScheduleResult {
	if r.other.Zero() || r.other.At.Equal(r.Start.At) {
		return r
	}
	t := scheduleText(in)
	switch {
	case !t.Start.Zero() && !t.Start.DayOnly && t.Start.At.Equal(r.Start.At):
	case !t.Start.Zero() && !t.Start.DayOnly && t.Start.At.Equal(r.other.At):
		d := r.other.At.Sub(r.Start.At)
		r.Start = r.other
		if !r.End.Zero() {
			r.End.At = r.End.At.Add(d)
		}
		r.Evidence = append(r.Evidence, t.Evidence...)
	default:
		r.Confidence = 0.8
	}
	return r
}

// scheduleCalendar takes the first start and the last end of the entries of
// one day. Cancelled ones count only where there is no other.
func scheduleCalendar(in ScheduleInput) (ScheduleResult, bool) {
	var live, off []ical.Event
	for _, c := range in.Calendars {
		for _, e := range c.Events {
			switch {
			case e.Start.Zero():
			case e.Status == "CANCELLED" || c.Method == "CANCEL":
				off = append(off, e)
			default:
				live = append(live, e)
			}
		}
	}
	if len(live) == 0 {
		live = off
	}
	if len(live) == 0 {
		return ScheduleResult{}, false
	}
	first := live[0]
	for _, e := range live[1:] {
		if e.Start.At.Before(first.Start.At) {
			first = e
		}
	}
	r := ScheduleResult{Start: first.Start, End: first.End, Source: "text/calendar", Confidence: 0.99, other: first.Other}
	if first.AllDay {
		r.End = rules.When{}
	}
	endText := first.EndText
	for _, e := range live {
		if rules.DayOf(e.Start.At) == rules.DayOf(first.Start.At) && !e.AllDay && e.End.At.After(r.End.At) && !first.AllDay {
			r.End, endText = rules.When{At: e.End.At.In(r.Start.At.Location())}, e.EndText
		}
	}
	r.Evidence = append(r.Evidence, evidence("start", "text/calendar DTSTART", first.StartText))
	if first.ZoneWhy != "" {
		r.Evidence = append(r.Evidence, evidence("start", "text/calendar", first.ZoneWhy))
	}
	if !r.End.Zero() {
		r.Evidence = append(r.Evidence, evidence("end", "text/calendar DTEND", endText))
	}
	return r, true
}

// context is the reading of dates for this mail.
func (in *ScheduleInput) context() when.Context {
	ref := in.Mail.Date
	return when.Context{Ref: ref, Zone: in.Owner.Zone, Lang: in.Lang, Country: in.Country}
}

// scheduleLinked reads schema.org data (JSON-LD) that some hiring systems
// leave for mail programs: an event's startDate and endDate.
func scheduleLinked(in ScheduleInput) (ScheduleResult, bool) {
	for _, doc := range in.Mail.LinkedData {
		start, text, ok := linkedTime(doc, `"startDate"`)
		if !ok {
			continue
		}
		r := ScheduleResult{Start: rules.When{At: start}, Source: "JSON-LD", Confidence: 0.97,
			Evidence: []rules.Evidence{evidence("start", "JSON-LD startDate", text)}}
		if end, text, ok := linkedTime(doc, `"endDate"`); ok && end.After(start) {
			r.End = rules.When{At: end}
			r.Evidence = append(r.Evidence, evidence("end", "JSON-LD endDate", text))
		}
		return r, true
	}
	return ScheduleResult{}, false
}
