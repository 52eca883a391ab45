package rules

import (
	"strings"
	"time"
	"unicode"
)

func sayDay(t time.Time) string  { return t.Format("Mon 2 Jan") }
func sayTime(t time.Time) string { return t.Format("Mon 2 Jan 15:04") }

func sayWhen(w When) string {
	switch {
	case w.Zero():
		return "no certain time"
	case w.DayOnly:
		return sayDay(w.At)
	}
	return sayTime(w.At)
}

// sayMark tells what the user said, a sentence for each thing.
func sayMark(m Mark) []string {
	var out []string
	add := func(cond bool, text string) {
		if cond {
			out = append(out, "You said: "+text)
		}
	}
	add(m.Vacancy == "open", "the vacancy is open")
	add(m.Vacancy == "filled", "the vacancy is filled")
	add(m.Fit == "yes", "this job ticks all boxes")
	add(m.Fit == "no", "this job does not tick all boxes")
	add(m.JobAtRisk == "no", "a trial puts no job at risk")
	add(m.JobAtRisk == "yes", "a trial puts a job at risk")
	add(m.Went != "", "it went "+m.Went)
	add(m.Wait > 0, "wait until "+sayTime(m.At.Add(m.Wait)))
	add(m.Outcome != "", "the outcome is: "+m.Outcome)
	add(m.Company != "", "the company is "+m.Company)
	add(m.Role != "", "the role is "+m.Role)
	add(!m.Start.Zero(), "it starts "+sayWhen(m.Start))
	add(!m.End.Zero(), "it ends "+sayWhen(m.End))
	add(m.NotAnInterview, "this is no interview")
	if m.Contact != nil {
		add(true, "the contact is "+sayContact(*m.Contact))
	}
	return out
}

func sayContact(c Contact) string {
	if c.Name != "" {
		return c.Name
	}
	return newer(c.Address, "somebody unnamed")
}

// moment is a time in the interview's zone.
func moment(t time.Time, loc *time.Location) string { return sayTime(t.In(loc)) }

// tidy keeps what mail may have smuggled into a sentence from the terminal:
// control, format and unassigned characters, and length without end.
func tidy(s string) string {
	const most = 300
	n := 0
	return strings.Map(func(r rune) rune {
		n++
		if n > most || unicode.Is(unicode.C, r) {
			return -1
		}
		return r
	}, s)
}

// zoneOf is the zone that an interview's days are counted in.
func zoneOf(d Decision) *time.Location {
	if d.T.IsZero() {
		return time.UTC
	}
	return d.T.Location()
}
