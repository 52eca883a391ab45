package detect

import (
	"inboxwatch/internal/rules"
)

// readSchedule looks for the time of an appointment before the kind is known:
// whether there is one is the best sign of what the mail is.
func (r *reading) readSchedule() {
	r.schedule = Schedule(r.scheduleInput(""))
}

// refineSchedule reads the time again with the kind known, where the kind
// tells which of several times is meant.
func (r *reading) refineSchedule() {
	switch r.facts.Kind {
	case rules.Confirmation, rules.Reschedule:
		if s := Schedule(r.scheduleInput(r.facts.Kind)); !s.Start.Zero() || len(s.Doubts) > 0 {
			r.schedule = s
		}
	}
}

func (r *reading) scheduleInput(kind rules.Kind) ScheduleInput {
	return ScheduleInput{Mail: r.m, Calendars: r.cals, Owner: r.o, Lang: r.lang, Kind: kind}
}
