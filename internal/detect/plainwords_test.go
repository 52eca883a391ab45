package detect

import (
	_ "embed"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// plainWords are short mails in the plainest words of each language, a line
// each. What is learnt from odd mails must never cost them.
//
//go:embed testdata/plainwords.txt
var plainWordsFile string

func TestPlainWords(t *testing.T) {
	subjects := map[string]string{"en": "Interview", "de": "Vorstellungsgespräch", "fr": "Entretien", "es": "Entrevista", "nl": "Sollicitatiegesprek", "it": "Colloquio", "pt": "Entrevista", "pl": "Rozmowa kwalifikacyjna"}
	greetings := map[string]string{"en": "Dear Sam", "de": "Sehr geehrter Herr Hill", "fr": "Bonjour Monsieur Hill", "es": "Estimado Sam", "nl": "Beste Sam", "it": "Gentile Sam", "pt": "Caro Sam", "pl": "Dzień dobry"}
	applications := map[string]string{"en": "Your application", "de": "Ihre Bewerbung", "fr": "Votre candidature", "es": "Su candidatura", "nl": "Je sollicitatie", "it": "La sua candidatura", "pt": "A sua candidatura", "pl": "Rekrutacja"}
	read := 0
	for line := range strings.Lines(plainWordsFile) {
		code, rest, ok := strings.Cut(strings.TrimSpace(line), "|")
		want, text, ok2 := strings.Cut(rest, "|")
		if !ok || !ok2 || code[0] == '#' {
			continue
		}
		read++
		start := want[0] >= '0' && want[0] <= '9'
		m := &mailparse.Message{Subject: applications[code], Date: time.Date(2026, 11, 5, 9, 15, 0, 0, time.UTC), From: rules.Contact{Name: "Jane Porter", Address: "jane@porterclinic.example"}}
		switch {
		case start || want == "none":
			m.Subject = subjects[code]
		case want == "other":
			m.Subject = "Termin"
		}
		m.Text = greetings[code] + ",\n\n" + text + "\n\nJane Porter\nPorter Clinic\n"
		f := Read(m, Owner{Name: "Sam Hill", Addresses: []string{"sam@hill.example"}, Zone: time.UTC})
		got := string(f.Kind)
		if start || want == "none" {
			if got = "none"; !f.Start.Zero() {
				got = f.Start.At.Format("2006-01-02T15:04")
			}
		}
		if got != want {
			t.Errorf("%s: want %s, got %s (%s %.2f): %s", code, want, got, f.Kind, f.Confidence, text)
		}
	}
	if read < 150 {
		t.Fatalf("%d mails read", read)
	}
}
