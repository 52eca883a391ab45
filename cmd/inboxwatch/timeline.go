package main

import (
	"slices"
	"time"

	"inboxwatch/internal/rules"
)

// timeline is a drawing of one interview's weeks, in the SVG's own units.
type timeline struct {
	Width  int
	Bars   []timelineBar
	Points []timelinePoint
	Days   []timelineDay
	Text   string // the same in words, for those who do not see it
}

type timelineBar struct {
	X, W  int
	Class string
	Label string
}

type timelinePoint struct {
	X     int
	Class string // interview, reply, draft, now
	Label string
}

type timelineDay struct {
	X     int
	Label string
}

const timelineWidth = 720

// drawTimeline lays windows, mails and drafts on a line from the first thing
// known to the end of the last window.
func drawTimeline(d rules.Decision, now time.Time) timeline {
	tl := timeline{Width: timelineWidth}
	if d.T.IsZero() {
		return tl
	}
	from, until := d.T.AddDate(0, 0, -3), d.T.AddDate(0, 0, 43)
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
	x := func(t time.Time) int {
		f := float64(t.Sub(from)) / float64(until.Sub(from))
		return int(20 + min(max(f, 0), 1)*(timelineWidth-40))
	}
	for _, s := range d.Spans {
		if s.Window == rules.TrialOffer {
			continue // lies over the call window
		}
		tl.Bars = append(tl.Bars, timelineBar{x(s.From), max(x(s.Until)-x(s.From), 2), string(s.Window),
			windowWords[s.Window] + ": " + s.From.Format("2 Jan 15:04") + " to " + s.Until.Format("2 Jan 15:04")})
	}
	add := func(at time.Time, class, label string) {
		tl.Points = append(tl.Points, timelinePoint{x(at), class, at.Format("Mon 2 Jan") + ": " + clean(label)})
	}
	loc := d.T.Location()
	add(d.T, "interview", "interview")
	for _, m := range d.Interview.Mails {
		if m.Mail.FromOwner {
			add(m.Mail.Date.In(loc), "own", "your mail")
		} else {
			add(m.Mail.Date.In(loc), "reply", kindWords[m.Facts.Kind])
		}
	}
	for _, dr := range d.Interview.Drafts {
		if !dr.PlacedAt.IsZero() {
			add(dr.PlacedAt.In(loc), "draft", windowWords[dr.Window]+" draft, "+draftWords[dr.State])
		}
	}
	add(now.In(loc), "now", "today")
	slices.SortStableFunc(tl.Points, func(a, b timelinePoint) int { return a.X - b.X })
	for day := from; day.Before(until); day = day.AddDate(0, 0, 7) {
		tl.Days = append(tl.Days, timelineDay{x(day), day.In(loc).Format("2 Jan")})
	}
	for i, p := range tl.Points {
		if i > 0 {
			tl.Text += "; "
		}
		tl.Text += p.Label
	}
	return tl
}
