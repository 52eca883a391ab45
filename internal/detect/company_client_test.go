package detect

import (
	"slices"
	"testing"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// firmCase is a mail to Kim Lee and the employer it names.
type firmCase struct {
	lang, from, subject, text, want string
	doubt                           bool
}

func testFirms(t *testing.T, cases []firmCase) {
	t.Helper()
	for _, c := range cases {
		m := mailparse.Parse([]byte("From: " + c.from + "\nTo: Kim Lee <kim@mail.example>\nSubject: " + c.subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + c.text + "\n"))
		r := Who(WhoInput{Message: m, OwnerName: "Kim Lee", OwnerAddresses: []string{"kim@mail.example"}, Lang: c.lang})
		doubt := slices.ContainsFunc(r.Doubts, func(d rules.Doubt) bool { return d.Field == "company" })
		if r.Company != c.want || doubt != c.doubt {
			t.Errorf("%s, %q: company %q (in doubt: %v), want %q (%v)", c.from, c.text, r.Company, doubt, c.want, c.doubt)
		}
	}
}

// TestClients holds what an agency's mail names as the employer, and that a
// firm's own mail stays the firm's.
func TestClients(t *testing.T) {
	const en, de, fr = "Ann Ley <ann@brooktalent.example>", "Uwe Ried <ried@rheintalent.example>", "Luc Noé <l.noe@atlas-interim.example>"
	testFirms(t, []firmCase{
		{"en", en, "Your interview", "Hi Kim, Torvane Castings have come back and want you in on Monday.\n\nAnn Ley\nBrook Talent", "Torvane Castings", true},
		{"en", en, "Your interview", "Hi Kim, Torvane Castings need to move it to Friday, they've lost a day.\n\nAnn Ley\nBrook Talent", "Torvane Castings", true},
		{"en", en, "Torvane Castings - stand by", "Hi Kim, nothing yet. Torvane Castings are slow in August.\n\nAnn Ley\nBrook Talent", "Torvane Castings", true},
		{"en", en, "Your interview", "Hi Kim, my client is Torvane Castings in Hull.\n\nAnn Ley\nBrook Talent", "Torvane Castings", false},
		{"de", de, "Termin", "Hallo Kim, der Kunde ist die Torvane Guss GmbH in Hagen.\n\nUwe Ried\nRheintalent", "Torvane Guss GmbH", false},
		{"fr", fr, "Entretien", "Bonjour Kim, le client (Fonderie Torvane) vous attend lundi.\n\nLuc Noé\nAtlas Intérim", "Fonderie Torvane", false},
		{"es", "Eva Rey <eva@norteseleccion.example>", "Entrevista", "Hola Kim, el cliente es Fundiciones Torvane, en Bilbao.\n\nEva Rey\nNorte Selección", "Fundiciones Torvane", false},
		{"nl", "Jet Bos <jet@werkpunt-oost.example>", "Gesprek", "Hoi Kim, de klant is Gieterij Torvane in Almelo.\n\nJet Bos\nWerkpunt Oost", "Gieterij Torvane", true},
		// A firm's own mail, told of others.
		{"en", "Ann Ley <ann@torvanecastings.example>", "Your interview", "Hi Kim, Morag Tulloch will see you on Monday and show you the floor.\n\nAnn Ley\nTorvane Castings", "Torvane Castings", false},
		{"de", "Uwe Ried <ried@torvane-guss.example>", "Termin", "Hallo Kim, der Kunde hat abgesagt, eine Entscheidung hat man mir versprochen.\n\nUwe Ried\nTorvane Guss GmbH", "Torvane Guss GmbH", true},
	})
}

// TestSpelledNames holds names that spell the sender's domain, written small or
// with the words before that make them a firm's.
func TestSpelledNames(t *testing.T) {
	testFirms(t, []firmCase{
		{"en", "Ivy <ivy@crimsonteapot.example>", "Saturday", "come at two, ask for me at crimson teapot. ivy", "Crimson Teapot", false},
		{"pt", "Rui Melo <rui.melo@pedraalta.example>", "Conversa", "Olá Kim, até sexta.\n\nRui Melo\nTorrefação Pedra Alta", "Torrefação Pedra Alta", false},
		{"fr", "Luc Noé <luc@valfleuri.example>", "Entretien", "Bonjour Kim, à lundi.\n\nLuc Noé\nAgent RH, Résidences Valfleuri inc.", "Résidences Valfleuri inc.", true},
		{"nl", "Jet Bos <jet@oosterwolde.example>", "Gesprek", "Beste Kim, we zien je maandag in Gemeentehuis Oosterwolde.\n\nJet Bos", "Oosterwolde", true},
	})
}

// TestLabelKin holds names made of a domain and of what the mail says beside it.
func TestLabelKin(t *testing.T) {
	testFirms(t, []firmCase{
		{"en", "Ann Ley <ann@harkwellpeds.example>", "Tuesday", "Hi Kim, Tuesday works.\n\nAnn Ley\nOffice Manager, Harkwell Pediatrics", "Harkwell Pediatrics", true},
		{"en", "Ann Ley <ann@torvanecasting.example>", "Tuesday", "Hi Kim, Tuesday works. Torvane is easy to find.\n\nAnn", "Torvane Casting", true},
		{"en", "Ann Ley <ann@elmworks.example>", "Tuesday", "Hi Kim, Tuesday works.\n\nAnn", "Elmworks", true},
		{"en", "Ann Ley <ann@ferrystreetbakery.example>", "Tuesday", "Hi Kim, no bake today.\n\nAnn, Ferry Street Bakery", "Ferry Street Bakery", false},
		{"en", "Ann Ley <ann@torvaneairport.example>", "Monday", "Hi Kim, the Airport Authority has closed the roads.\n\nAnn Ley\nTorvane Regional Airport", "Torvane Regional Airport", false},
	})
}
