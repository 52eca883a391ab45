package detect

import (
	"testing"
	"time"

	"inboxwatch/internal/detect/ical"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

func TestSenderCountry(t *testing.T) {
	for _, c := range []struct{ from, text, want string }{
		{"a@firm.co.uk", "", "GB"}, {"a@firm.de", "", "DE"}, {"a@firm.com", "", ""}, {"a@firm.io", "", ""},
		{"a@office.state.gov", "", "US"}, {"a@firm.com", "Tel. +44 20 7946 0018", "GB"}, {"a@firm.com", "+353 1 555 0100, fax +353 1 555 0101", "IE"},
		{"a@firm.com", "+44 20 7946 0018 or +49 30 123456", ""}, {"a@firm.com", "+1 415 555 0199", ""}, {"a@firm.com", "C++ and 5+ years", ""}, {"", "", ""},
	} {
		m := &mailparse.Message{From: rules.Contact{Address: c.from}, Text: c.text}
		if got := senderCountry(m); got != c.want {
			t.Errorf("%q %q: got %q, want %q", c.from, c.text, got, c.want)
		}
	}
}

// TestCountryOrdersDates reads one open date with the sender's country alone
// to decide it: the owner's zone tells none.
func TestCountryOrdersDates(t *testing.T) {
	ref := time.Date(2026, 11, 5, 9, 15, 0, 0, time.UTC)
	for from, want := range map[string]string{"a@firm.co.uk": "2026-12-11", "a@city.gov": "2026-11-12"} {
		in := ScheduleInput{Lang: "en", Owner: Owner{Zone: time.UTC}, Mail: &mailparse.Message{Date: ref,
			From: rules.Contact{Address: from}, Text: "Your interview is confirmed for 11/12 at 10:30."}}
		r := Schedule(in)
		if got := r.Start.At.Format(time.DateOnly); r.Start.Zero() || got != want {
			t.Errorf("%s: got %s %v, want %s", from, r.Start, r.Doubts, want)
		}
	}
}

// TestOtherReading lets the words settle what a calendar's zone leaves open.
func TestOtherReading(t *testing.T) {
	at := time.Date(2026, 11, 12, 14, 0, 0, 0, time.UTC)
	e := ical.Event{Start: rules.When{At: at}, End: rules.When{At: at.Add(time.Hour)}, Other: rules.When{At: at.Add(time.Hour)}}
	for text, want := range map[string]int{
		"Your interview is on 12 November at 3pm.": 15, "Your interview is on 12 November at 2pm.": 14, "Your interview is in the calendar.": 14,
	} {
		r := Schedule(ScheduleInput{Lang: "en", Owner: Owner{Zone: time.UTC}, Calendars: []ical.Calendar{{Events: []ical.Event{e}}},
			Mail: &mailparse.Message{Date: at.AddDate(0, 0, -7), Text: text}})
		if r.Start.At.Hour() != want || r.End.At.Sub(r.Start.At) != time.Hour {
			t.Errorf("%q: got %s to %s, want %d h", text, r.Start, r.End, want)
		}
	}
}
