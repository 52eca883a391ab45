package drafts

import (
	"testing"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

func TestSalutation(t *testing.T) {
	const f, i, u = rules.ToneFormal, rules.ToneInformal, rules.ToneUnknown
	for _, c := range []struct {
		code, title, given, family, name string
		tone                             rules.Tone
		want                             string
	}{
		{"en", "", "Jane", "Doe", "Jane Doe", i, "Hi Jane,"},
		{"en", "Ms", "Jane", "Doe", "Jane Doe", i, "Hi Jane,"},
		{"en", "Ms", "Jane", "Doe", "Jane Doe", f, "Dear Ms Doe,"},
		{"en", "Mr.", "", "Roe", "T Roe", f, "Dear Mr Roe,"},
		{"en", "Dr", "", "Pike", "", f, "Dear Dr Pike,"},
		{"en", "Prof.", "", "Pike", "", f, "Dear Professor Pike,"},
		{"en", "", "Jane", "Doe", "Jane Doe", f, "Dear Jane Doe,"},
		{"en", "", "", "", "Jane Doe", u, "Dear Jane Doe,"},
		{"en", "", "", "", "Jane Doe", i, "Hello Jane Doe,"},
		{"en", "", "", "", "Acme Recruiting Team", f, "Dear Hiring Team,"},
		{"en", "", "Jane", "", "Jane", u, "Dear Jane,"},
		{"de", "", "Jana", "", "Jana", u, "Guten Tag Jana,"},
		{"pl", "", "Anna", "", "Anna", u, "Szanowni Państwo,"},
		{"en", "", "", "", "jane@acme.example", f, "Dear Hiring Team,"},
		{"en", "", "", "", "", i, "Hello,"},
		{"en", "Grand Vizier", "Jane", "Doe", "Jane Doe", f, "Dear Jane Doe,"},
		{"en", "Frau", "Jana", "Wolter", "Jana Wolter", f, "Dear Ms Wolter,"},
		{"en", "", "{family}", "Doe", "{family} Doe", f, "Dear Hiring Team,"},
		{"en", "", "Jаne", "Doe", "Jаne Doe", i, "Hello,"}, // a Cyrillic а
		{"de", "Frau", "Jana", "Wolter", "Jana Wolter", f, "Sehr geehrte Frau Wolter,"},
		{"de", "Frau Dr.", "", "Wolter", "", f, "Sehr geehrte Frau Dr. Wolter,"},
		{"de", "Herrn Prof. Dr. med.", "", "Klein", "", f, "Sehr geehrter Herr Prof. Dr. Klein,"},
		{"de", "Dr.", "", "Klein", "Uwe Klein", f, "Guten Tag Dr. Klein,"},
		{"de", "", "Jana", "Wolter", "Jana Wolter", f, "Guten Tag Jana Wolter,"},
		{"de", "", "Jana", "", "Jana Wolter", i, "Hallo Jana,"},
		{"de", "Frau", "Jana", "", "Jana Wolter", i, "Liebe Jana,"},
		{"de", "Herr", "Jan", "", "", i, "Lieber Jan,"},
		{"de", "", "", "", "", f, "Sehr geehrte Damen und Herren,"},
		{"de", "Mr", "", "Smith", "", f, "Sehr geehrter Herr Smith,"},
		{"fr", "Mme", "", "Martin", "", f, "Bonjour Madame Martin,"},
		{"fr", "M.", "", "Martin", "", f, "Bonjour Monsieur Martin,"},
		{"fr", "", "", "", "", f, "Madame, Monsieur,"},
		{"fr", "", "Zoé", "", "", i, "Bonjour Zoé,"},
		{"es", "Sra.", "", "García", "", f, "Estimada Sra. García:"},
		{"es", "Dr.", "", "García", "", f, "Estimado Dr. García:"},
		{"es", "", "Laura", "García", "", f, "Buenos días, Laura García:"},
		{"es", "", "Laura", "", "", i, "Hola, Laura:"},
		{"nl", "mevrouw", "", "De Vries", "", f, "Geachte mevrouw De Vries,"},
		{"nl", "de heer", "", "Jansen", "", f, "Geachte heer Jansen,"},
		{"nl", "", "Anouk", "", "", i, "Beste Anouk,"},
		{"it", "Dott.ssa", "", "Rossi", "", f, "Gentile Dott.ssa Rossi,"},
		{"it", "", "", "", "Laura Bianchi", f, "Gentile Laura Bianchi,"},
		{"it", "", "Laura", "", "", i, "Ciao Laura,"},
		{"pt", "Sra.", "", "Silva", "", f, "Prezada Sra. Silva,"},
		{"pt", "", "Ana", "", "", i, "Olá, Ana,"},
		{"pl", "Pani", "Anna", "Nowak", "", f, "Szanowna Pani,"},
		{"pl", "Pan", "", "Nowak", "", f, "Szanowny Panie,"},
		{"pl", "", "Anna", "", "", i, "Cześć Anna,"},
		{"pl", "", "", "", "", f, "Szanowni Państwo,"},
	} {
		l, _ := lang.Of(c.code)
		to := rules.Contact{Name: c.name, Address: "jane@acme.example"}
		iv := rules.Interview{Contact: to, Greeting: rules.Greeting{Tone: c.tone, Title: c.title, Given: c.given, Family: c.family}}
		if got := salutation(l.Letters, iv, to); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}

// The greeting was read for the interview's contact and for nobody else.
func TestSalutationOfSomebodyElse(t *testing.T) {
	l, _ := lang.Of("en")
	iv := rules.Interview{Contact: rules.Contact{Address: "jane@acme.example"},
		Greeting: rules.Greeting{Tone: rules.ToneFormal, Title: "Ms", Given: "Jane", Family: "Doe"}}
	got := salutation(l.Letters, iv, rules.Contact{Name: "Tom Roe", Address: "tom@acme.example"})
	if got != "Dear Tom Roe," {
		t.Errorf("got %q", got)
	}
}

func TestDisplayNames(t *testing.T) {
	for in, want := range map[string]string{
		"Jane Doe": "Jane Doe", "O’Brien, Zoë": "", "Zoë O'Brien-Łoś": "Zoë O'Brien-Łoś", "Acme Hiring (Berlin)": "Acme Hiring (Berlin)",
		"jane@acme.example": "", "Jane <jane@acme.example>": "", "acme.example": "", "Jane \"x\" Doe": "", "Jаne Doe": "",
		"Jane\u202e Doe": "Jane Doe", "J. R. Doe": "J. R. Doe", "Müller & Söhne": "", "山田太郎": "山田太郎", "Doe, Jane": "Doe, Jane",
	} {
		if got := cleanDisplay(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
