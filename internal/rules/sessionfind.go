package rules

import "time"

// retold finds the meeting that the mail tells of again: the same employer at
// the same time. At one exact time even an unnamed company is the same, for
// nobody is in two interviews at once.
func (b *board) retold(l *letter) *session {
	if l.Facts.Start.Zero() {
		return nil
	}
	p := partyOf(l)
	keys := append(p.keys(), "nameless "+atKey(l.Facts.Start))
	if len(l.company) == 0 {
		keys = append(keys, atKey(l.Facts.Start))
	}
	for _, n := range b.near.find(keys, len(b.sessions)) {
		s := b.sessions[n]
		if !sameTime(s.start, l.Facts.Start) {
			continue
		}
		unnamed := (len(s.companies) == 0 || len(l.company) == 0) && !s.start.DayOnly && !l.Facts.Start.DayOnly
		switch {
		case s.sameEmployer(&p):
			return s
		case unnamed && !s.notRole(l.role):
			l.weak = true
			return s
		}
	}
	return nil
}

func sameTime(a, b When) bool {
	switch {
	case a.Zero() || b.Zero():
		return false
	case a.DayOnly || b.DayOnly:
		return DayOf(a.At) == DayOf(b.At)
	}
	return a.At.Equal(b.At)
}

// mate finds the meeting whose time a confirmation replaces: one in the same
// thread that is still to come, was called off or has no time yet. Two
// calendar events are two meetings, and so are two times on one day.
func (b *board) mate(l *letter) *session {
	p := partyOf(l)
	var best *session
	for _, n := range b.near.find(p.keys(), len(b.sessions)) {
		s := b.sessions[n]
		inThread := s.threads[l.thread]
		undated := s.start.Zero() || l.Facts.Start.Zero()
		near := inThread || l.Mail.Date.Sub(s.lastTold()) < recent
		over := !s.start.Zero() && !endOf(s.start, s.end).After(l.Mail.Date)
		switch {
		case !s.sameEmployer(&p):
			continue
		case undated && near && !over:
		case undated, !inThread, s.notRole(l.role):
			continue
		case len(s.cal) > 0 && l.Facts.Calendar.UID != "":
			continue
		case !s.cancelled && DayOf(s.start.At) == DayOf(l.Facts.Start.At):
			return nil
		case !s.cancelled && over:
			continue
		}
		if best == nil || s.start.At.Before(best.start.At) {
			best = s
		}
	}
	return best
}

func (s *session) lastTold() time.Time {
	if len(s.tellings) == 0 {
		return time.Time{}
	}
	return s.tellings[len(s.tellings)-1].Mail.Date
}

// target finds the meeting that a mail without its UID moves or calls off: in
// the thread before by company and contact; the day it names, then the next to
// come, then the last one past, but no longer ago than within (if not
// negative).
func (b *board) target(l *letter, within time.Duration) *session {
	var best *session
	var bestRank int
	for _, n := range b.near.find(l.keys(), len(b.sessions)) {
		s := b.sessions[n]
		how := s.fit(l, b.elsewhere(s, l))
		if how == "" || how == FitAgency || (s.cancelled && within < 0) {
			continue
		}
		t := endOf(s.start, s.end)
		past := !t.IsZero() && !t.After(l.Mail.Date)
		if past && within >= 0 && l.Mail.Date.Sub(t) > within {
			continue
		}
		rank := 0
		if how == FitThread {
			rank += 4
		}
		if within < 0 && sameDay(s.start, l.Facts.Start) {
			rank += 2
		}
		if !past {
			rank++
		}
		nearer := best != nil && past == s.start.At.After(best.start.At)
		if best == nil || rank > bestRank || (rank == bestRank && nearer) {
			best, bestRank = s, rank
		}
	}
	return best
}

func sameDay(a, b When) bool { return !a.Zero() && !b.Zero() && DayOf(a.At) == DayOf(b.At) }

// elsewhere reports whether the mail stands in the thread of another meeting.
func (b *board) elsewhere(s *session, l *letter) bool {
	for _, n := range b.near.find([]string{"thread " + l.thread}, len(b.sessions)) {
		o := b.sessions[n]
		if o != s && o.threads[l.thread] && !s.threads[l.thread] {
			return true
		}
	}
	return false
}

func partyOf(l *letter) party {
	p := newParty()
	p.meet(l)
	return p
}
