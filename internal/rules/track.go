package rules

import "slices"

// track is every draft of ours by Message-ID, as the record shows it.
type track struct {
	order []string
	byID  map[string]*DraftEvent
}

// draftsOf reads the steps of every draft. A star stays a star when the draft
// is withdrawn afterwards; a correction by the user after the draft was begun
// makes its text stale.
func draftsOf(events []Event) *track {
	t := &track{byID: map[string]*DraftEvent{}}
	var undo []Mark
	for _, e := range events {
		switch {
		case e.Draft != nil:
			t.step(e)
		case e.Mark == nil:
		case e.Mark.Forget:
			t.forget(e.Mark.Interview)
		case e.Mark.Undo:
			if n := len(undo); n > 0 {
				t.correct(undo[n-1], "you took a correction back")
				undo = undo[:n-1]
			}
		default:
			undo = append(undo, *e.Mark)
			t.correct(*e.Mark, "you corrected the interview")
		}
	}
	return t
}

func (t *track) step(e Event) {
	d := *e.Draft
	d.PlacedAt, d.At = e.At, e.At
	if old := t.byID[d.MessageID]; old != nil {
		d.PlacedAt, d.Stale = old.PlacedAt, old.Stale
		live := d.State == DraftWaiting || d.State == DraftEdited
		d.Flagged = d.Flagged || (!live && old.Flagged)
		if d.InReplyTo == "" {
			d.InReplyTo = old.InReplyTo
		}
		if d.To == "" {
			d.To = old.To
		}
		if d.Window == "" {
			d.Window = old.Window
		}
	} else {
		t.order = append(t.order, d.MessageID)
	}
	t.byID[d.MessageID] = &d
}

func (t *track) correct(m Mark, why string) {
	if m.Company == "" && m.Role == "" && m.Contact == nil && m.Start.Zero() && m.End.Zero() {
		return
	}
	for _, d := range t.byID {
		if d.Interview == m.Interview {
			d.Stale = why
		}
	}
}

func (t *track) forget(interview string) {
	for id, d := range t.byID {
		if interview != "" && d.Interview == interview {
			delete(t.byID, id)
		}
	}
}

// of gives the drafts of one interview, oldest first.
func (t *track) of(iv *Interview) []DraftEvent {
	var out []DraftEvent
	for _, id := range t.order {
		d := t.byID[id]
		if d != nil && (d.Interview == iv.ID || slices.Contains(iv.Aliases, d.Interview)) {
			out = append(out, *d)
		}
	}
	return out
}
