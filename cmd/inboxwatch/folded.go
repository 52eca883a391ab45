package main

import (
	"time"

	"inboxwatch/internal/rules"
)

// folded is the journal folded once: a pass looks at its interviews many
// times, and most times nothing was recorded in between.
type folded struct {
	ivs         []rules.Interview
	events      int
	first       *rules.Event // in the ledger: a reload replaces it
	from, until time.Time    // no mail becomes visible in between; until zero: never
}

// interviews folds the ledger, or gives what was folded before where neither
// a new event nor the time can have changed it. Do not change the result.
func (e *engine) interviews(now time.Time) []rules.Interview {
	f, events := &e.folded, e.ledger.events
	var first *rules.Event
	if n := len(events); n > 0 {
		first = &events[0]
	}
	if f.ivs != nil && f.events == len(events) && f.first == first && !now.Before(f.from) && (f.until.IsZero() || now.Before(f.until)) {
		return f.ivs
	}
	*f = folded{ivs: rules.Fold(events, e.settings, now), events: len(events), first: first, from: now}
	for _, ev := range events {
		if ev.Seen != nil && ev.Seen.Mail.Date.After(now) && (f.until.IsZero() || ev.Seen.Mail.Date.Before(f.until)) {
			f.until = ev.Seen.Mail.Date
		}
	}
	return f.ivs
}
