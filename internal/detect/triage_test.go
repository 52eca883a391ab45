package detect

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inboxwatch/internal/detect/mailparse"
)

func TestTriage(t *testing.T) {
	known := func(from, id, inReplyTo string, refs []string) bool {
		return strings.HasSuffix(from, "@acme.example") || inReplyTo == "<1@x>" || len(refs) > 0 && refs[0] == "<1@x>"
	}
	for _, tt := range []struct {
		name string
		h    HeaderFields
		read bool
	}{
		{"a human", HeaderFields{From: "Jane <jane@b.example>", Subject: "hi"}, true},
		{"newsletter", HeaderFields{From: "News <news@shop.example>", Subject: "20 % off", ListUnsubscribe: "<mailto:x>"}, false},
		{"list", HeaderFields{From: "A <a@b.example>", Subject: "Re: patch", ListID: "<dev.b.example>", InReplyTo: "<9@x>"}, false},
		{"bulk by precedence", HeaderFields{From: "A <a@b.example>", Subject: "News", Precedence: "Bulk"}, false},
		{"no subject", HeaderFields{From: "A <a@b.example>", Precedence: "bulk"}, true},
		{"vacation note", HeaderFields{From: "A <a@b.example>", Subject: "Away", Precedence: "bulk", AutoSubmitted: "auto-replied (vacation)"}, true},
		{"vacation note without Auto-Submitted", HeaderFields{From: "A <a@b.example>", Subject: "Away", Precedence: "bulk", InReplyTo: "<2@x>"}, true},
		{"of a known company", HeaderFields{From: "A <a@acme.example>", Subject: "News", ListUnsubscribe: "x"}, true},
		{"in a known thread", HeaderFields{From: "A <a@b.example>", Subject: "News", ListID: "x", References: "<1@x> <2@x>"}, true},
		{"hiring system", HeaderFields{From: "Acme <no-reply@us.greenhouse-mail.io>", Subject: "News", ListUnsubscribe: "x"}, true},
		{"answers go to a hiring system", HeaderFields{From: "Acme <a@b.example>", ReplyTo: "x@hire.lever.co", Subject: "News", ListUnsubscribe: "x"}, true},
		{"subject", HeaderFields{From: "A <a@b.example>", Subject: "Your interview on Thursday", ListUnsubscribe: "x"}, true},
		{"encoded subject", HeaderFields{From: "A <a@b.example>", Subject: "=?utf-8?q?Ihr_Vorstellungsgespr=C3=A4ch?=", ListUnsubscribe: "x"}, true},
		{"sender", HeaderFields{From: "Acme Talent Acquisition <a@b.example>", Subject: "An update", ListUnsubscribe: "x"}, true},
		{"calendar", HeaderFields{From: "A <a@b.example>", Subject: "Party", ListUnsubscribe: "x", ContentType: "text/calendar; method=REQUEST"}, true},
		{"nothing at all", HeaderFields{}, true},
	} {
		if v := Triage(tt.h, known); v.Read != tt.read || v.Reason == "" {
			t.Errorf("%s: read %v (%s)", tt.name, v.Read, v.Reason)
		}
	}
}

// TestTriageLosesNothing: of the corpus nothing but "other" may be passed over.
func TestTriageLosesNothing(t *testing.T) {
	skipped := 0
	eachLabelled(t, func(file, kind string, m *mailparse.Message) {
		h := HeaderFields{From: m.From.Name + " <" + m.From.Address + ">", Subject: m.Subject, Precedence: m.Precedence, ListID: m.ListID,
			ListUnsubscribe: m.Header("List-Unsubscribe"), AutoSubmitted: m.AutoSubmitted, InReplyTo: m.InReplyTo, ContentType: m.ContentType, ReplyTo: m.ReplyTo.Address}
		if v := Triage(h, nil); !v.Read {
			skipped++
			if kind != "other" {
				t.Errorf("%s (%s) is passed over: %s", file, kind, v.Reason)
			}
		}
	})
	if skipped == 0 {
		t.Error("nothing was passed over")
	}
}

// eachLabelled calls do with every mail of the corpus and its kind.
func eachLabelled(t testing.TB, do func(file, kind string, m *mailparse.Message)) {
	t.Helper()
	n := 0
	for _, dir := range []string{"en", "intl"} {
		dir = filepath.Join("testdata/corpus", dir)
		labels, err := os.ReadFile(filepath.Join(dir, "labels.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(labels)) {
			var l struct{ File, Kind string }
			if err := json.Unmarshal([]byte(line), &l); err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(filepath.Join(dir, l.File))
			if err != nil {
				t.Fatal(err)
			}
			do(l.File, l.Kind, mailparse.Parse(raw))
			n++
		}
	}
	if n < 200 {
		t.Fatalf("only %d labelled mails", n)
	}
}

func BenchmarkTriage(b *testing.B) {
	news := HeaderFields{From: "Shop News <news@mail.shop.example>", To: "sam@okafor.example", Subject: "The autumn sale begins today: 20 % off all shoes", Date: "Thu, 5 Nov 2026 09:15:00 +0000",
		MessageID: "<1@shop.example>", ListUnsubscribe: "<https://shop.example/u>", Precedence: "bulk", ContentType: "multipart/alternative; boundary=x"}
	b.ReportAllocs()
	for b.Loop() {
		Triage(news, nil)
	}
}
