package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Story tells an interview in plain lines for explain: what happened, each
// window with its dates and what came of it, the guards, and what is next.
// The words that gave each fact are in Interview.Evidence.
func Story(d Decision) []string {
	iv := d.Interview
	var out []string
	add := func(format string, a ...any) { out = append(out, tidy(fmt.Sprintf(format, a...))) }
	add("What happened")
	for _, n := range storyNotes(d) {
		add("  %s  %s", n.At.In(zoneOf(d)).Format("2006-01-02 15:04"), n.Text)
	}
	add("Windows")
	if len(d.Spans) == 0 {
		add("  none, for the time is not known")
	}
	for _, s := range d.Spans {
		add("  %-15s  %s to %s: %s", rowOf(s.Window).name(), sayTime(s.From), sayTime(s.Until), s.Fate)
		for _, why := range s.Shifts {
			add("  %-15s  a day later: %s", "", why)
		}
	}
	if len(d.Guards) > 0 {
		add("Guards of the trial offer")
	}
	for _, g := range d.Guards {
		add("  %-3s  %s: %s", either(g.Holds, "yes", "no"), g.Name, g.Why)
	}
	add("Decision")
	add("  %s: %s", strings.ReplaceAll(string(d.State), "-", " "), d.Reason)
	for _, r := range d.Reasons[min(1, len(d.Reasons)):] {
		add("  %s", r)
	}
	for _, b := range iv.Doubts {
		add("  In doubt: %s %s", b.Field, list(b.Candidates))
	}
	for _, w := range iv.Warnings {
		add("  Warning: %s", w)
	}
	if !d.NextAt.IsZero() {
		add("  This changes by itself on %s", moment(d.NextAt, zoneOf(d)))
	}
	return out
}

// storyNotes are the notes of the interview, its answers and its drafts, by
// date.
func storyNotes(d Decision) []Note {
	notes := slices.Clone(d.Interview.History)
	for _, m := range d.Interview.Mails {
		if slices.Contains(d.Interview.Tellings, m.Mail.MessageID) {
			continue
		}
		text := fmt.Sprintf("%s from %s (%s)", m.Facts.Kind, sayContact(m.Mail.From), tieWords[m.Fits])
		if m.Mail.InSent {
			text = "You wrote to them"
		}
		notes = append(notes, Note{At: m.Mail.Date, Text: text, MessageID: m.Mail.MessageID})
	}
	for _, x := range d.Interview.Drafts {
		notes = append(notes, Note{At: x.At, Text: fmt.Sprintf("%s: %s", rowOf(x.Window).name(), x.State), MessageID: x.MessageID})
	}
	slices.SortStableFunc(notes, func(a, b Note) int { return a.At.Compare(b.At) })
	return notes
}

// fate says what came of a window by now, or what will.
func (v *view) fate(r *windowRow, d *Decision, now time.Time) string {
	for i := len(v.iv.Drafts) - 1; i >= 0; i-- {
		if x := v.iv.Drafts[i]; x.Window == r.Window {
			return "draft " + string(x.State)
		}
	}
	if why := v.acc.served[r.Window]; why != "" {
		return why
	}
	t := v.timing(r)
	late := "" // what delays it beyond its opening
	if t.At.After(v.b.at[r.From]) {
		late = ", not before " + sayMoment(t.At) + " (" + t.Why + ")"
	}
	end := v.ended(now)
	switch {
	case d.Due != nil && d.Due.Window == r.Window:
		return "due now"
	case end != nil && end.At.Before(v.b.at[r.Until]) && now.Before(v.b.at[r.Until]):
		return "no draft: " + end.Reason
	case v.barred() != "":
		return v.barred()
	case r.Over != "" && d.Window != r.Window:
		return "only when all guards hold"
	case now.Before(v.b.at[r.From]):
		return "to come" + late
	case now.Before(v.b.at[r.Until]):
		return "open" + late
	}
	return "over without a draft" + late
}
