package detect

import (
	"testing"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestVendors holds every row to its own examples.
func TestVendors(t *testing.T) {
	for _, row := range vendorTable {
		if len(row.Yes) == 0 || len(row.No) == 0 {
			t.Errorf("%s has no examples", row.Name)
		}
		for _, a := range row.Yes {
			got, ok := Vendor(domainOf(a))
			if !ok || got.Name != row.Name {
				t.Errorf("%s: %q is caught by %q", row.Name, a, got.Name)
			}
		}
		for _, a := range row.No {
			if got, ok := Vendor(domainOf(a)); ok {
				t.Errorf("%s: %q is caught by %q, want none", row.Name, a, got.Name)
			}
		}
	}
}

func TestIsNoReply(t *testing.T) {
	for _, a := range []string{
		"noreply@acme.example", "no-reply@acme.example", "no_reply@acme.example", "No.Reply@acme.example", "donotreply@acme.example", "do-not-reply@acme.example", "acme-noreply@mail.example",
		"notifications@calendly.com", "notification@smartrecruiters.com", "mailer-daemon@acme.example", "postmaster@acme.example", "bounces+12@mail.example", "acme+autoreply@talent.icims.com", "x@invalidemail.taleo.net",
		"ne-pas-repondre@acme.example", "nepasrepondre@acme.example", "nicht-antworten@acme.example", "nichtantworten@acme.example", "keine-antwort@acme.example", "no-responder@acme.example", "noresponder@acme.example", "notificaciones@acme.example",
		"niet-beantwoorden@acme.example", "non-rispondere@acme.example", "nonrispondere@acme.example", "nao-responda@acme.example", "naoresponda@acme.example", "nie-odpowiadaj@acme.example", "powiadomienia@acme.example", "robot@acme.example", "jobalerts@acme.example",
	} {
		if !isNoReply(a) {
			t.Errorf("%s: taken for a mailbox that is read", a)
		}
	}
	for _, a := range []string{
		"jane.doe@acme.example", "hr@acme.example", "jobs@acme.example", "bewerbung@acme.example", "norbert.reply@acme.example", "reply+7c1d@smartrecruiters.com", "noa@acme.example", "alert.jones@acme.example", "systema@acme.example", "notaris@kantoor.example", "recrutement@acme.example",
	} {
		if isNoReply(a) {
			t.Errorf("%s: taken for a no-reply address", a)
		}
	}
}

func TestReadDisplay(t *testing.T) {
	for _, c := range []struct{ display, address, name, title, org string }{
		{"Jane Doe", "jane@acme.example", "Jane Doe", "", ""},
		{"Doe, Jane", "jane.doe@acme.example", "Jane Doe", "", ""},
		{"TREHARNE, Alison (ROYAL TRUST)", "alison.treharne@nhs.example", "Alison Treharne", "", "ROYAL TRUST"},
		{"DOE Jane", "jane.doe@acme.example", "Jane Doe", "", ""},
		{"Nathalie PONS", "n.pons@acme.example", "Nathalie Pons", "", ""},
		{"Prof. Dr. Ada Reyes", "reyes@uni.example", "Ada Reyes", "Prof. Dr.", ""},
		{"Mrs. F. Danjuma", "admin@school.example", "F. Danjuma", "Mrs.", ""},
		{"Wouter van der Meer", "w.vandermeer@acme.example", "Wouter van der Meer", "", ""},
		{"van der Meer, Wouter", "w.vandermeer@acme.example", "Wouter van der Meer", "", ""},
		{"Aymeric de Saint-Phalle", "aymeric@galerie.example", "Aymeric de Saint-Phalle", "", ""},
		{"Jane Doe (Acme)", "no-reply@ashbyhq.com", "Jane Doe", "", "Acme"},
		{"Jane Doe (she/her)", "jane@acme.example", "Jane Doe", "", ""},
		{"Jane Doe via LinkedIn", "hit-reply@linkedin.com", "Jane Doe", "", ""},
		{"Moira @ The Copper Kettle", "copperkettle@gmail.com", "Moira", "", "The Copper Kettle"},
		{"Jane Doe | Acme Ltd", "jane@acme.example", "Jane Doe", "", "Acme Ltd"},
		{"Jane Doe - Acme Ltd", "jane@acme.example", "Jane Doe", "", "Acme Ltd"},
		{"Jane Doe/Personnel/ACME", "jane.doe@acme.example", "Jane Doe", "", ""},
		{"Bonetti Ilaria", "ilaria.bonetti@acme.example", "Ilaria Bonetti", "", ""},
		{"Acme Recruiting", "jobs@acme.example", "", "", "Acme Recruiting"},
		{"Human Resources", "hr@acme.example", "", "", "Human Resources"},
		{"Stadtwerke Nord GmbH", "personal@stadtwerke-nord.example", "", "", "Stadtwerke Nord GmbH"},
		{"Ivy von Torvane", "ivy@torvane.example", "Ivy", "", "Torvane"},
		{"Inge van Kaas & Co", "jobs@kaasenco.recruitee.com", "Inge", "", "Kaas & Co"},
		{"Jo at Salt & Rye", "jo@saltandrye.example", "Jo", "", "Salt & Rye"},
		{"Ivy, La Torvana", "ivy@latorvana.example", "Ivy", "", "La Torvana"},
		{"Olga, your Torvane assistant", "olga@paradox.ai", "", "", "Torvane"},
		{"Karl von Thalheim", "karl.thalheim@acme.example", "Karl von Thalheim", "", ""},
		{"Rosa Restaurante Boa Mesa", "boamesa.bh@hotmail.com", "Rosa", "", "Restaurante Boa Mesa"},
		{"jane@acme.example", "jane@acme.example", "", "", ""},
		{"", "jane@acme.example", "", "", ""},
	} {
		d := readDisplay(c.display, c.address)
		if d.person.full != c.name || d.person.title != c.title || d.org != c.org {
			t.Errorf("%q: person %q (%q), firm %q; want %q (%q), %q", c.display, d.person.full, d.person.title, d.org, c.name, c.title, c.org)
		}
	}
}

func TestGreeting(t *testing.T) {
	formal, informal := rules.ToneFormal, rules.ToneInformal
	for _, c := range []struct {
		lang, from, text string
		want             rules.Greeting
	}{
		{"en", "Jane Doe <jane@acme.example>", "Hi Sam,\n\nSee you Monday.\n\nJane", rules.Greeting{Tone: informal, Given: "Jane", Family: "Doe"}},
		{"en", "Jane Doe <jane@acme.example>", "Dear Mr Okafor,\n\nSee you Monday.\n\nYours sincerely\nMs Jane Doe", rules.Greeting{Tone: formal, Title: "Ms", Given: "Jane", Family: "Doe"}},
		{"en", "Jane Doe <jane@acme.example>", "Dear Sam,\n\nSee you Monday.\n\nBest,\nJane", rules.Greeting{Tone: informal, Given: "Jane", Family: "Doe"}},
		{"en", "Dr Lorna Pike <l.pike@acme.example>", "Dear Dr Okafor\n\nSee you Monday.\n\nLorna Pike", rules.Greeting{Tone: formal, Title: "Dr", Given: "Lorna", Family: "Pike"}},
		{"de", "Ute Wolter <u.wolter@acme.example>", "Sehr geehrter Herr Okafor,\n\nwir freuen uns auf Sie. Frau Wolter holt Sie ab.\n\nMit freundlichen Grüßen\nUte Wolter", rules.Greeting{Tone: formal, Title: "Frau", Given: "Ute", Family: "Wolter"}},
		{"de", "Ute Wolter <u.wolter@acme.example>", "Hallo Sam,\n\nwir freuen uns auf dich. Hast du Fragen?\n\nLiebe Grüße\nUte", rules.Greeting{Tone: informal, Given: "Ute", Family: "Wolter"}},
		{"de", "Ute Wolter <u.wolter@acme.example>", "Lieber Sam,\n\nkönnen Sie am Montag? Wir freuen uns auf Sie.\n\nUte Wolter", rules.Greeting{Tone: formal, Given: "Ute", Family: "Wolter"}},
		{"fr", "Léa Martin <lea@acme.example>", "Bonjour Sam,\n\nJe vous confirme notre entretien.\n\nCordialement,\nLéa Martin", rules.Greeting{Tone: formal, Given: "Léa", Family: "Martin"}},
		{"fr", "Léa Martin <lea@acme.example>", "Salut Sam,\n\nTu peux passer lundi ?\n\nLéa", rules.Greeting{Tone: informal, Given: "Léa", Family: "Martin"}},
		{"es", "Ana Gil Monzó <ana.gil@acme.example>", "Hola, Sam:\n\n¿Te viene bien el lunes?\n\nUn saludo,\nAna", rules.Greeting{Tone: informal, Given: "Ana", Family: "Gil Monzó"}},
		{"nl", "Kim Bakker <kim@acme.example>", "Geachte heer Okafor,\n\nWij verwachten u maandag.\n\nKim Bakker", rules.Greeting{Tone: formal, Given: "Kim", Family: "Bakker"}},
		{"it", "Ada Russo <ada@acme.example>", "Gentile dott. Okafor,\n\nLe confermo il colloquio.\n\nAda Russo", rules.Greeting{Tone: formal, Given: "Ada", Family: "Russo"}},
		{"pl", "Ewa Lis <ewa@acme.example>", "Cześć Sam,\n\nczy pasuje ci poniedziałek?\n\nEwa", rules.Greeting{Tone: informal, Given: "Ewa", Family: "Lis"}},
	} {
		r := Who(WhoInput{Message: mailparse.Parse([]byte("From: " + c.from + "\nTo: Sam Okafor <sam.okafor@mail.example>\nContent-Type: text/plain; charset=utf-8\n\n" + c.text)),
			OwnerName: "Sam Okafor", OwnerAddresses: []string{"sam.okafor@mail.example"}, Lang: c.lang})
		if r.Greeting != c.want {
			t.Errorf("%s %.30q: %+v, want %+v", c.lang, c.text, r.Greeting, c.want)
		}
	}
}

func TestPhone(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Jane Doe\nT: 0141 496 0118", "0141 496 0118"},
		{"en", "Call me the minute you're out: 0118 496 0177.", "0118 496 0177"},
		{"en", "Tel +44 (0)20 7946 0018 | Fax +44 20 7946 0019", "+44 (0)20 7946 0018"},
		{"en", "We will call you on 07700 900123 at ten.", ""},
		{"en", "Jane Doe will call +1 415-555-0172", ""},
		{"en", "Or dial: (US) +1 402-555-0137 PIN: 481932775#", ""},
		{"en", "Meeting ID: 351 668 204 917", ""},
		{"en", "Reference 2026-33910042", ""},
		{"en", "Interview on 12/11/2026 at 10:00", ""},
		{"en", "(732) 555-0148", "(732) 555-0148"},
		{"de", "Tel. 05751 / 555-3317  Pieper 417", "05751 / 555-3317"},
		{"de", "Telefonkonferenz-ID: 190 233 871#", ""},
		{"de", "Ich rufe dich unter 0151 5550 9911 an.", ""},
		{"fr", "N'hésitez pas à me joindre au 04 78 55 50 12 en cas de souci.", "04 78 55 50 12"},
		{"es", "Tel. 964 55 50 18 (ext. 203)", "964 55 50 18"},
		{"pl", "tel. (18) 555 20 14", "(18) 555 20 14"},
		{"it", "tel. 0521 555 077", "0521 555 077"},
		{"pt", "(75) 5550-3000 ramal 218", "(75) 5550-3000"},
		{"nl", "Bel gerust: 06 5555 0123", "06 5555 0123"},
	} {
		r := Who(WhoInput{Message: &mailparse.Message{Text: c.text, From: rules.Contact{Name: "Jane Doe", Address: "jane@acme.example"}}, Lang: c.lang})
		if r.Phone != c.want {
			t.Errorf("%q: %q, want %q", c.text, r.Phone, c.want)
		}
	}
}
