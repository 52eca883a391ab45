package detect

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// corpusMails gives the raw mails of the corpus; none at all is an error.
func corpusMails(tb testing.TB) [][]byte {
	tb.Helper()
	files, err := filepath.Glob("testdata/corpus/*/*.eml")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no corpus: %v", err)
	}
	var out [][]byte
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, raw)
	}
	return out
}

var testOwner = Owner{Name: "Sam Okafor", Addresses: []string{"sam.okafor@gmail.com", "Sam@Okafor.example"}, Zone: time.UTC}

// wrongFacts gives the first property that facts break, or "".
func wrongFacts(f rules.Facts) string {
	fixed := f.Kind == rules.Confirmation || f.Kind == rules.Reschedule
	switch {
	case fixed && f.Start.Zero():
		return "an interview is fixed without a start"
	case !fixed && !f.Start.Zero():
		return "a start without a fixed interview"
	case !f.End.Zero() && !f.End.At.After(f.Start.At):
		return "the end is not after the start"
	case isNoReply(f.Contact.Address):
		return "the contact is a no-reply address"
	case f.Confidence < 0 || f.Confidence > 1:
		return "confidence out of bounds"
	}
	b, err := json.Marshal(f)
	if err != nil {
		return err.Error()
	}
	var all any
	if err := json.Unmarshal(b, &all); err != nil {
		return err.Error()
	}
	return unclean(all)
}

// unclean looks through all strings for control and format characters and for
// evidence that is too long.
func unclean(v any) string {
	switch v := v.(type) {
	case string:
		for _, r := range v {
			if unicode.Is(unicode.C, r) {
				return "a control character in " + strings.ToValidUTF8(v, "?")
			}
		}
	case []any:
		for _, x := range v {
			if s := unclean(x); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, x := range v {
			if s := unclean(x); s != "" {
				return s
			}
		}
		if text, ok := v["text"].(string); ok && len([]rune(text)) > maxEvidence {
			return "evidence of more than 120 characters"
		}
	}
	return ""
}

func TestReadHoldsItsProperties(t *testing.T) {
	for i, raw := range corpusMails(t) {
		m := mailparse.Parse(raw)
		f := Read(m, testOwner)
		if s := wrongFacts(f); s != "" {
			t.Errorf("mail %d: %s", i, s)
		}
		if again := Read(m, testOwner); !reflect.DeepEqual(f, again) {
			t.Errorf("mail %d: read twice, two outcomes", i)
		}
		if len(f.Evidence) == 0 {
			t.Errorf("mail %d: no evidence", i)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, raw := range corpusMails(f) {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := mailparse.Parse(raw)
		facts := Read(m, testOwner)
		if s := wrongFacts(facts); s != "" {
			t.Fatal(s)
		}
		if again := Read(m, testOwner); !reflect.DeepEqual(facts, again) {
			t.Fatal("read twice, two outcomes")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	mails := corpusMails(b)
	bytes := 0
	for _, raw := range mails {
		bytes += len(raw)
	}
	b.SetBytes(int64(bytes / len(mails)))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Read(mailparse.Parse(mails[i%len(mails)]), testOwner)
		i++
	}
}

func BenchmarkScan(b *testing.B) {
	var texts []string
	bytes := 0
	for _, raw := range corpusMails(b) {
		text := mailparse.Parse(raw).Text
		texts, bytes = append(texts, text), bytes+len(text)
	}
	b.SetBytes(int64(bytes / len(texts)))
	b.ReportAllocs()
	s := newScanner(phrases())
	i := 0
	for b.Loop() {
		var f found
		s.scan(texts[i%len(texts)], zoneText, &f)
		i++
	}
}

func TestEnvelope(t *testing.T) {
	mail := func(lines ...string) *mailparse.Message {
		return mailparse.Parse([]byte(strings.Join(lines, "\r\n") + "\r\n"))
	}
	const date = "Date: Fri, 06 Mar 2026 10:12:00 +0000"
	t.Run("to the owner, by a delivery header", func(t *testing.T) {
		e := Envelope(mail("From: Jane <jane@acme.example>", "To: undisclosed:;", "Delivered-To: sam@okafor.example", date, "Subject: Hi", "Message-ID: <1@acme.example>", "", "Hello"), testOwner)
		if e.Owner != "sam@okafor.example" || e.FromOwner || e.Auto || e.MessageID != "<1@acme.example>" {
			t.Errorf("got %+v", e)
		}
	})
	t.Run("a robot's", func(t *testing.T) {
		for _, from := range []string{"no-reply@acme.example", "nichtantworten@stadt.example", "x@us.greenhouse-mail.io"} {
			if e := Envelope(mail("From: "+from, "To: sam.okafor@gmail.com", date, "", "Hello"), testOwner); !e.Auto {
				t.Errorf("%s: not automatic", from)
			}
		}
	})
	t.Run("without Message-ID", func(t *testing.T) {
		m := mail("From: a@b.example", "To: sam.okafor@gmail.com", date, "", "Hello")
		e := Envelope(m, testOwner)
		if !strings.HasSuffix(e.MessageID, "@none>") || e.MessageID != Envelope(m, testOwner).MessageID {
			t.Errorf("got %q", e.MessageID)
		}
	})
	t.Run("the owner's own", func(t *testing.T) {
		for body, want := range map[string]bool{
			"Dear Jane,\r\n\r\nI have decided to withdraw my application for the post.": true,
			"Hiermit ziehe ich meine Bewerbung zurück.":                                 true,
			"Je souhaite retirer ma candidature.":                                       true,
			"Quiero retirar mi candidatura del proceso.":                                true,
			"Hierbij trek ik mijn sollicitatie in.":                                     true,
			"Desidero ritirare la mia candidatura.":                                     true,
			"Gostaria de retirar a minha candidatura.":                                  true,
			"Wycofuję moją kandydaturę.":                                                true,
			"Thank you for the interview today.":                                        false,
			"Danke für das Gespräch heute.":                                             false,
		} {
			m := mail("From: Sam <SAM@okafor.example>", "To: jane@acme.example", date, "Content-Type: text/plain; charset=utf-8", "", body)
			e := Envelope(m, testOwner)
			if !e.FromOwner || e.Withdraws != want || e.Owner != "sam@okafor.example" {
				t.Errorf("%q: from owner %v, withdraws %v, owner %q", body, e.FromOwner, e.Withdraws, e.Owner)
			}
			if k := Read(m, testOwner).Kind; k != rules.Other {
				t.Errorf("%q: the owner's own mail is %s", body, k)
			}
		}
	})
	t.Run("the owner's calendar answer", func(t *testing.T) {
		e := Envelope(mail("From: sam@okafor.example", "To: jane@acme.example", date, "Content-Type: text/calendar; method=REPLY", "", "BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", "UID:1", "DTSTART:20260312T140000Z", "END:VEVENT", "END:VCALENDAR"), testOwner)
		if !e.CalendarReply {
			t.Error("not taken for a calendar answer")
		}
	})
}

// TestCalendarUIDIsOneLine holds that a tab or a line end in a calendar's UID
// gets no further.
func TestCalendarUIDIsOneLine(t *testing.T) {
	raw := "From: Jo Bell <jo@bell.example>\nTo: Sam Okafor <sam@okafor.example>\nSubject: Interview\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REQUEST\n\n" +
		"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:a\tb\\nc@x.example\r\nDTSTART:20261112T140000Z\r\nSUMMARY:Interview\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if f := Read(mailparse.Parse([]byte(raw)), testOwner); strings.ContainsAny(f.Calendar.UID, "\t\n") || f.Calendar.UID == "" {
		t.Errorf("UID %q", f.Calendar.UID)
	}
}
