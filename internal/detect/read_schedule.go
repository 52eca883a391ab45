package detect

import (
	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// readSchedule looks for the time of an appointment before the kind is known:
// whether there is one is the best sign of what the mail is.
func (r *reading) readSchedule() {
	r.schedule = Schedule(r.scheduleInput(""))
}

// refineSchedule reads the time again with the kind known, where the kind
// tells which of several times is meant. Where it does not, the first reading
// stands: what fixes an interview has a start.
func (r *reading) refineSchedule() {
	if !fixes(r.facts.Kind) {
		return
	}
	if s := Schedule(r.scheduleInput(r.facts.Kind)); !s.Start.Zero() {
		r.schedule = s
	}
}

func (r *reading) scheduleInput(kind rules.Kind) ScheduleInput {
	return ScheduleInput{Mail: r.m, Calendars: r.cals, Owner: r.o, Lang: r.lang, Kind: kind, Hiring: r.hiring()}
}

// readPromise looks for the day of an answer, and in automatic answers for
// the day of return.
func (r *reading) readPromise() {
	f := &r.facts
	note := func(d rules.Day, e rules.Evidence) rules.Day {
		if d != "" {
			f.Evidence = append(f.Evidence, e)
		}
		return d
	}
	switch f.Kind {
	case rules.Other:
	case rules.AutoReply:
		f.BackOn = note(BackOn(r.m, r.lang, r.m.Date, r.o.Zone))
	default:
		f.PromisedBy = note(Promised(r.m, r.lang, r.m.Date, r.o.Zone))
	}
}

// hiring reports whether any phrase of the mail, or of one that it answers,
// speaks of a post, an application or an interview.
func (r *reading) hiring() bool {
	for _, h := range r.found.hits {
		if h.rule < 0 {
			continue
		}
		switch ru := &phrases().rules[h.rule]; ru.signal {
		case lang.Interview, lang.Job, lang.Process, lang.Yours, lang.Occupation:
			if r.speaks(ru.lang) {
				return true
			}
		}
	}
	return false
}
