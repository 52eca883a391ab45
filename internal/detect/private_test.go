package detect

import (
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestPrivateAppointments reads invitations among friends: they name a day and
// an hour as an interview's mail does, and are none.
func TestPrivateAppointments(t *testing.T) {
	for _, c := range []struct{ subject, text string }{
		{"Friday", "We're all heading to Nick's place, Friday at 8, bring crisps"},
		{"gig", "doors are at 7, band on at 9 on saturday, fancy it?"},
		{"Grillen", "Samstag um 8 bei mir, bring was zu trinken mit"},
		{"Cena", "sabato alle 8 da me, porta il vino"},
		{"Apéro", "samedi à 8h chez moi, ramène des chips"},
		{"Cena", "sábado a las 8 en mi casa, trae algo"},
		{"Feestje", "zaterdag om 8 bij mij, neem bier mee"},
		{"Churrasco", "sábado às 8 lá em casa, traz gelo"},
		{"Impreza", "sobota o 8 u mnie, weź coś do picia"},
		{"Padel", "Wednesday 7.30 at the courts? Bring the spare racket"},
		{"Umzug", "Freitag um 10 gehts los, Transporter steht vor der Tür"},
		{"Kids", "Can you collect Mia on Thursday at 4? I'm at work till 6"},
		{"Dinner", "table for six at 8 on Friday, see you there x"},
	} {
		m := &mailparse.Message{Subject: c.subject, Text: c.text, Date: time.Date(2026, 11, 5, 9, 15, 0, 0, time.UTC),
			From: rules.Contact{Name: "Jo Marsh", Address: "jo.marsh@gmail.com"}}
		if f := Read(m, Owner{Name: "Sam Okafor", Addresses: []string{"sam@okafor.example"}}); f.Kind != rules.Other {
			t.Errorf("%s: %q is read as %s (%.2f)", c.subject, c.text, f.Kind, f.Confidence)
		}
	}
}
