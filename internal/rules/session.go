package rules

import (
	"fmt"
	"strconv"
	"time"
)

// session is one meeting while its tellings are being read.
type session struct {
	party
	start, end When
	cancelled  bool
	moved      time.Time
	cal        map[string]Calendar // the newest word of each UID
	tellings   []*letter
	doubts     []Doubt
	days       []Day
	notes      []Note
	added      *Mark
	n          int // its number on the board
}

// board reads the tellings in the order of their dates.
type board struct {
	sessions []*session
	near     index               // of sessions
	uids     map[string]*session // by iCalendar UID
}

// recent is how long after it a past meeting can still be moved by a mail that
// does not name it by its calendar UID ("sorry we missed each other").
const recent = 14 * 24 * time.Hour

func newBoard() *board { return &board{near: index{}, uids: map[string]*session{}} }

// tell lets a mail found, move or call off a meeting.
func (b *board) tell(l *letter) {
	if s := b.told(l); s != nil {
		b.enter(s)
	}
}

// told gives the meeting that the mail told of, nil for none.
func (b *board) told(l *letter) *session {
	if s := b.byUID(l); s != nil {
		b.update(s, l)
		return s
	}
	switch l.Facts.Kind {
	case Cancellation:
		s := b.target(l, -1)
		if s != nil {
			s.cancel(l)
		}
		return s
	case Reschedule:
		s := b.retold(l)
		if s == nil {
			s = b.target(l, recent)
		}
		return b.put(s, l)
	case Confirmation:
		s := b.retold(l)
		if s != nil && s.cancelled && l.Mail.Auto && l.Facts.Calendar.UID == "" {
			s.attach(l)
			s.note(l, "A reminder of what was called off, which changes nothing")
			return s
		}
		if s == nil {
			s = b.mate(l)
		}
		return b.put(s, l)
	}
	return nil
}

func (b *board) put(s *session, l *letter) *session {
	if s == nil {
		s = b.found(&session{party: newParty(), cal: map[string]Calendar{}})
	}
	s.take(l)
	return s
}

func (b *board) found(s *session) *session {
	s.n = len(b.sessions)
	b.sessions = append(b.sessions, s)
	return s
}

// enter makes the meeting known under all that was learnt of it.
func (b *board) enter(s *session) {
	b.near.add(s.n, s.keys())
	for uid := range s.cal {
		b.uids[uid] = s
	}
}

func (s *session) keys() []string {
	out := append(s.party.keys(), atKey(s.start))
	if len(s.companies) == 0 {
		out = append(out, "nameless "+atKey(s.start))
	}
	return out
}

func atKey(w When) string { return "at " + strconv.FormatInt(w.At.Unix(), 10) }

func (b *board) byUID(l *letter) *session {
	uid := l.Facts.Calendar.UID
	if uid == "" {
		return nil
	}
	return b.uids[uid]
}

// update follows the calendar: the higher SEQUENCE, then the later DTSTAMP,
// then the later mail is the newer word (RFC 5546, 2.1.5).
func (b *board) update(s *session, l *letter) {
	old, word := s.cal[l.Facts.Calendar.UID], l.Facts.Calendar
	if word.Sequence < old.Sequence || (word.Sequence == old.Sequence && word.Stamp.Before(old.Stamp)) {
		l.stale = true
		s.tellings = append(s.tellings, l)
		s.note(l, "An older word of the calendar, which changes nothing")
		return
	}
	again := word.Sequence == old.Sequence && !word.Stamp.IsZero() && word.Stamp.Equal(old.Stamp)
	if again && l.Facts.Kind != Cancellation {
		s.attach(l)
		s.note(l, "The same word of the calendar again")
		return
	}
	if l.Facts.Kind == Cancellation {
		s.cancel(l)
		return
	}
	s.take(l)
}

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
	for _, n := range b.near.find(keys) {
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
	for _, n := range b.near.find(p.keys()) {
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
	for _, n := range b.near.find(l.keys()) {
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
	for _, n := range b.near.find([]string{"thread " + l.thread}) {
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

// take lets the mail set the meeting's time.
func (s *session) take(l *letter) {
	first := len(s.tellings) == 0 && s.added == nil
	s.attach(l)
	start, end := l.Facts.Start, l.Facts.End
	switch {
	case start.Zero() && l.Facts.Kind == Reschedule:
		s.start, s.end, s.doubts, s.moved = When{}, When{}, l.Facts.Doubts, l.Mail.Date
		s.note(l, "Moved to a time that the mail leaves open")
		return
	case start.Zero():
		if s.start.Zero() {
			s.doubts = l.Facts.Doubts
			s.note(l, "An interview was confirmed, its time is not certain")
		}
		return
	case first:
		s.note(l, "Confirmed for "+sayWhen(start))
	case sameTime(s.start, start) && s.cancelled:
		s.note(l, "Confirmed again for "+sayWhen(start))
	case sameTime(s.start, start):
		s.note(l, "Told again: "+sayWhen(start)+", the same interview")
		if start.DayOnly && !s.start.DayOnly {
			start = s.start
		}
		if end.Zero() {
			end = s.end
		}
	case s.start.Zero():
		s.note(l, "The time is known now: "+sayWhen(start))
	default:
		s.note(l, fmt.Sprintf("Moved from %s to %s", sayWhen(s.start), sayWhen(start)))
	}
	if !sameTime(s.start, start) || s.start.DayOnly != start.DayOnly {
		s.moved = l.Mail.Date
	}
	s.start, s.end, s.cancelled, s.doubts = start, end, false, l.Facts.Doubts
	s.days = append(s.days, DayOf(start.At))
}

func (s *session) cancel(l *letter) {
	s.attach(l)
	s.cancelled = true
	s.note(l, "Called off ("+sayWhen(s.start)+")")
}

func (s *session) attach(l *letter) {
	s.meet(l)
	s.tellings = append(s.tellings, l)
	if c := l.Facts.Calendar; c.UID != "" {
		s.cal[c.UID] = c
	}
}

func (s *session) note(l *letter, text string) {
	s.notes = append(s.notes, Note{At: l.Mail.Date, Text: text, MessageID: l.Mail.MessageID})
}
