package drafts

import (
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

func TestCallSheetGoesToTheUser(t *testing.T) {
	got := compose(t, decision(rules.Call, "en", rules.ToneFormal))
	if len(got.To) != 1 || got.To[0].Address != "sam@okafor.example" || got.From != got.To[0] {
		t.Errorf("from %v to %v", got.From, got.To)
	}
	if strings.HasPrefix(got.Subject, "Re:") || !strings.Contains(got.Subject, "Jane Doe") {
		t.Errorf("subject %q", got.Subject)
	}
	for _, want := range []string{"+44 20 7946 0018", "jane@acme.example", "- Thursday 5 November: the interview was confirmed",
		"- Thursday 12 November: the interview", "before 9", "after 17", "public holiday", "weekend"} {
		if !strings.Contains(got.Body, want) {
			t.Errorf("no %q in\n%s", want, got.Body)
		}
	}
}

func TestCallSheetNamesDaysOff(t *testing.T) {
	s := settings()
	s.Country = "GB"
	s.Closed = []rules.DayRange{{From: "2026-12-29", Until: "2026-12-29"}}
	for code, want := range map[string]string{
		"en": "Friday 25 December; Monday 28 December; Tuesday 29 December; Friday 1 January.",
		"de": "Freitag, 25. Dezember; Montag, 28. Dezember; Dienstag, 29. Dezember; Freitag, 1. Januar.",
	} {
		got, err := Compose(decision(rules.Call, code, ""), s, time.Date(2026, 12, 21, 9, 0, 0, 0, london), Templates{})
		if err != nil || !strings.Contains(got.Body, want) {
			t.Errorf("%s: %v, no %q in\n%s", code, err, want, got.Body)
		}
		got, err = Compose(decision(rules.Call, code, ""), s, time.Date(2027, 2, 1, 9, 0, 0, 0, london), Templates{})
		if err != nil || strings.Contains(got.Body, "2027") || strings.Count(got.Body, ";") > 1 {
			t.Errorf("%s: %v\n%s", code, err, got.Body)
		}
	}
}

func TestReadableNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"+442079460018": "+44 20 7946 0018", "+44 (0)20 7946 0018": "+44 (0)20 7946 0018", "+33142685300": "+33 1 42 68 53 00",
		"+12025550143": "+1 202 555 0143", "+34912345678": "+34 912 345 678", "+48221234567": "+48 221 234 567",
		"0049891234567": "+49 891 234 567", "0891234567": "089 123 4567", "+447700900123": "+44 7700 900123",
		"020 7946 0018 ext. 12": "020 7946 0018 ext. 12", "": "", "12": "", "call me": "", "123456789012345678901": "",
		"+358401234567": "+358 401 234 567", "089/123456": "089/123456",
	} {
		if got := readable(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// What happened so far is told from both sides, in order and with dates.
func TestHistory(t *testing.T) {
	d := decision(rules.Call, "en", "")
	at := func(days int) time.Time { return d.T.AddDate(0, 0, days) }
	d.Interview.Mails = append(d.Interview.Mails,
		rules.Seen{Mail: rules.Mail{Date: at(-6)}, Facts: rules.Facts{Kind: rules.Confirmation}}, // a reminder: told once
		rules.Seen{Mail: rules.Mail{Date: at(5), FromOwner: true}},
		rules.Seen{Mail: rules.Mail{Date: at(6)}, Facts: rules.Facts{Kind: rules.AutoReply}},
		rules.Seen{Mail: rules.Mail{Date: at(8)}, Facts: rules.Facts{Kind: rules.Reply}},
		rules.Seen{Mail: rules.Mail{Date: at(8), FromOwner: true, CalendarReply: true}})
	d.Interview.Drafts = []rules.DraftEvent{{State: rules.DraftWaiting, PlacedAt: at(1)}, {State: rules.DraftWithdrawn, PlacedAt: at(2)}}
	want := `WHAT HAPPENED SO FAR
- Thursday 5 November: the interview was confirmed
- Thursday 12 November: the interview
- Friday 13 November: a follow-up was put into Drafts and is not sent
- Tuesday 17 November: you wrote to them
- Wednesday 18 November: an automatic answer came
- Friday 20 November: they wrote, without a decision

`
	if got := compose(t, d).Body; !strings.Contains(got, want) {
		t.Errorf("no %s in\n%s", want, got)
	}
}
