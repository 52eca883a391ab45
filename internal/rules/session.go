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
