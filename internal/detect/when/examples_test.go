package when

import (
	"testing"
	"time"

	"inboxwatch/internal/lang"
)

// reference is the moment of lang's examples.
func reference(t testing.TB) Context {
	t.Helper()
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	return Context{Ref: time.Date(2026, 11, 5, 9, 15, 0, 0, london), Zone: london}
}

// first renders the first moment found: date and time, the date alone, or
// "T" and the time alone; with " - " and the end's time where there is one.
func render(fs []Found) string {
	if len(fs) == 0 {
		return ""
	}
	f := fs[0]
	var s string
	switch {
	case f.HasDate && f.HasTime:
		s = f.Start.At.Format("2006-01-02T15:04")
	case f.HasDate:
		s = f.Start.At.Format("2006-01-02")
	default:
		s = f.Start.At.Format("T15:04")
	}
	if f.HasEnd && f.Days {
		s += "-" + f.End.At.Format("01-02")
	} else if f.HasEnd {
		s += "-" + f.End.At.Format("15:04")
	}
	if f.ZoneStated {
		s += " " + f.Start.At.Location().String()
	}
	return s
}

func TestExamples(t *testing.T) {
	for _, l := range lang.All {
		c := reference(t)
		c.Lang = l.Code
		if len(l.Dates.Examples) == 0 {
			t.Errorf("%s: no examples", l.Code)
		}
		for _, e := range l.Dates.Examples {
			if got := render(Find(e.Text, c)); got != e.Start {
				t.Errorf("%s: %q: got %q, want %q", l.Code, e.Text, got, e.Start)
			}
		}
	}
}
