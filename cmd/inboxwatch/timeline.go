package main

import (
	"slices"
	"time"

	"inboxwatch/internal/rules"
)

// timeline is a drawing of one interview's weeks. Places are percentages of the
// width, so that the text beside them keeps its size on a narrow screen.
type timeline struct {
	Bars  []timelineBar
	Marks []timelineMark
	Days  []timelineDay
	Words []string // the same in words, in order of time
}

type timelineBar struct {
	X, W  float64
	Class string
	Label string
	Name  string // written on it where there is room; else empty
	Minor bool   // the name is left out on a narrow screen
	Shut  bool   // an answer ended it before it was over
}

// End is where the bar ends.
func (b timelineBar) End() float64 { return b.X + b.W }

type timelineMark struct {
	X      float64
	Class  string // interview, theirs, own, draft, now
	Label  string
	Anchor string // of a label beside it, so that it stays inside
}

type timelineDay struct {
	X             float64
	Label, Anchor string
	Minor         bool // left out on a narrow screen
}

const (
	timelineEdge  = 2.0  // percent kept free at either end
	barNameLeast  = 15.0 // percent that a bar's name needs
	barNameNarrow = 32.0 // … and on a narrow screen
)

// drawTimeline lays windows, mails and drafts on a line from the first thing
// known to the end of the last window.
func drawTimeline(d rules.Decision, now time.Time) timeline {
	var tl timeline
	if d.T.IsZero() {
		return tl
	}
	loc := d.T.Location()
	from, until := timelineRange(d)
	x := func(t time.Time) float64 {
		f := float64(t.Sub(from)) / float64(until.Sub(from))
		return timelineEdge + min(max(f, 0), 1)*(100-2*timelineEdge)
	}
	for _, s := range d.Spans {
		if s.Window == rules.TrialOffer {
			continue // lies over the call window
		}
		b := timelineBar{X: x(s.From), W: max(x(s.Until)-x(s.From), 0.5), Class: string(s.Window),
			Label: windowWords[s.Window] + ": " + s.From.In(loc).Format("2 Jan 15:04") + " to " + s.Until.In(loc).Format("2 Jan 15:04")}
		if b.W >= barNameLeast {
			b.Name, b.Minor = windowWords[s.Window], b.W < barNameNarrow
		}
		b.Shut = ended[d.State] && s.Until.After(lastWord(d))
		tl.Bars = append(tl.Bars, b)
	}
	tl.marks(d, now, from, until, x)
	for i, day := 0, midnight(from.In(loc)).AddDate(0, 0, 1); day.Before(until); i, day = i+1, day.AddDate(0, 0, 7) {
		tl.Days = append(tl.Days, timelineDay{x(day), day.Format("2 Jan"), anchor(x(day)), i%2 == 1})
	}
	return tl
}

// timelineRange begins before the first mail and ends after the last window.
func timelineRange(d rules.Decision) (from, until time.Time) {
	from, until = d.T.AddDate(0, 0, -3), d.T.AddDate(0, 0, 43)
	for _, m := range d.Interview.Mails {
		if m.Mail.Date.Before(from) && m.Mail.Date.After(d.T.AddDate(0, 0, -30)) {
			from = m.Mail.Date.AddDate(0, 0, -1)
		}
	}
	for _, s := range d.Spans {
		if s.Until.After(until) {
			until = s.Until
		}
	}
	return from, until
}

// marks adds what happened, and today where it lies in the drawing.
func (tl *timeline) marks(d rules.Decision, now, from, until time.Time, x func(time.Time) float64) {
	loc := d.T.Location()
	type event struct {
		at           time.Time
		class, words string
	}
	events := []event{{d.Interview.Start.At, "interview", "the interview"}}
	if d.Interview.Start.Zero() {
		events[0].at = d.T
	}
	for _, m := range d.Interview.Mails {
		if m.Mail.FromOwner {
			events = append(events, event{m.Mail.Date, "own", "you wrote"})
		} else {
			events = append(events, event{m.Mail.Date, "theirs", "they wrote: " + kindWords[m.Facts.Kind]})
		}
	}
	for _, dr := range d.Interview.Drafts {
		if !dr.PlacedAt.IsZero() {
			events = append(events, event{dr.PlacedAt, "draft", windowWords[dr.Window] + " put into Drafts; " + draftWords[dr.State]})
		}
	}
	if !now.Before(from) && !now.After(until) {
		events = append(events, event{now, "now", "today"})
	}
	slices.SortStableFunc(events, func(a, b event) int { return a.at.Compare(b.at) })
	for _, e := range events {
		label := e.at.In(loc).Format("Mon 2 Jan") + ": " + clean(e.words)
		tl.Marks = append(tl.Marks, timelineMark{X: x(e.at), Class: e.class, Label: label, Anchor: anchor(x(e.at))})
		tl.Words = append(tl.Words, label)
	}
}

// anchor keeps a label at x percent inside the drawing.
func anchor(x float64) string {
	switch {
	case x < 8:
		return "start"
	case x > 92:
		return "end"
	}
	return "middle"
}

// ended are the states in which an answer closed the windows that were left.
var ended = map[rules.State]bool{rules.Advanced: true, rules.Offered: true, rules.Rejected: true, rules.Cancelled: true}

// lastWord is when the last mail of either side was written.
func lastWord(d rules.Decision) time.Time {
	last := d.T
	for _, m := range d.Interview.Mails {
		if m.Mail.Date.After(last) {
			last = m.Mail.Date
		}
	}
	return last
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}
