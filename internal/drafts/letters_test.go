package drafts

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

var london = func() *time.Location {
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		panic(err)
	}
	return loc
}()

// decision is a decision that asks for a draft in w, with every fact known.
func decision(w rules.Window, code string, tone rules.Tone) rules.Decision {
	start := time.Date(2026, 11, 12, 14, 0, 0, 0, london)
	to := rules.Contact{Name: "Jane Doe", Address: "jane@acme.example"}
	iv := rules.Interview{
		ID: "acme-2026-11-12", Account: "personal", Owner: "sam@okafor.example", Company: "Acme Ltd", Role: "Backend Engineer",
		Lang: code, Phone: "+442079460018", Start: rules.When{At: start}, Contact: to,
		Panel:    []rules.Contact{to, {Name: "Tom Roe"}, {Name: "Priya Shah", Address: "priya@acme.example"}, {Name: "Sam Okafor"}},
		Greeting: rules.Greeting{Tone: tone, Given: "Jane", Family: "Doe"},
		Anchor: rules.Mail{MessageID: "<anchor@acme.example>", Subject: "Interview with Acme", References: []string{"<first@acme.example>"},
			From: to},
		Mails: []rules.Seen{{Mail: rules.Mail{Date: start.AddDate(0, 0, -7)}, Facts: rules.Facts{Kind: rules.Confirmation}}},
	}
	due := &rules.Due{Window: w, MessageID: "<1a2b3c@okafor.example>", To: to, ToSelf: w == rules.Call}
	return rules.Decision{Interview: iv, T: start.Add(time.Hour), Due: due}
}

func settings() rules.Settings {
	s := rules.Defaults(london)
	s.Name, s.Phone, s.Addresses = "Sam Okafor", "+44 20 7946 0018", []string{"sam@okafor.example"}
	return s
}

var aMoment = time.Date(2026, 11, 13, 9, 30, 15, 999, london)

// tones of a window's letters.
func tones(w rules.Window) []rules.Tone {
	if w == rules.Call {
		return []rules.Tone{rules.ToneFormal}
	}
	return []rules.Tone{rules.ToneFormal, rules.ToneInformal}
}

// without gives d with the facts that the bits of mask name taken away.
func without(d rules.Decision, s rules.Settings, mask int) (rules.Decision, rules.Settings) {
	iv := &d.Interview
	for bit, drop := range []func(){
		func() { iv.Company = "" },
		func() { iv.Role = "" },
		func() { iv.Start = rules.When{} },
		func() { iv.Panel = nil },
		func() { s.Phone = "" },
		func() { iv.Contact, d.Due.To, iv.Greeting = rules.Contact{}, rules.Contact{}, rules.Greeting{} },
		func() { iv.Phone = "" },
	} {
		if mask&(1<<bit) != 0 {
			drop()
		}
	}
	return d, s
}

const allFacts = 1 << 7

// artefacts are what a letter with a hole in it looks like.
var artefacts = regexp.MustCompile(`[{}\[\]|~<>]|  | [,.](?:\s|$)|\(\)|„”|« »|\bNone\b|\bnil\b|%!|\n\n\n|(?m)^\s+$|,,|\.\.`)

func TestLettersHaveNoHoles(t *testing.T) {
	n := 0
	for _, l := range lang.All {
		for _, w := range windows {
			for _, tone := range tones(w) {
				for mask := range allFacts {
					for turn := range 1 + 2*(mask&1^1) {
						d, s := without(decision(w, l.Code, tone), settings(), mask)
						due := *d.Due
						due.MessageID = fmt.Sprintf("<%d.%d@okafor.example>", mask, turn)
						d.Due = &due
						got, err := Compose(d, s, aMoment, Templates{})
						if err != nil {
							t.Fatal(err)
						}
						n++
						if bad := artefacts.FindString(got.Body + "\n" + got.Subject); bad != "" {
							t.Errorf("%s facts %07b: %q in\n%s\n%s", key(w, l.Code, tone), mask, bad, got.Subject, got.Body)
						}
						if got.Lang != l.Code {
							t.Errorf("%s is in %s", key(w, l.Code, tone), got.Lang)
						}
					}
				}
			}
		}
	}
	t.Logf("%d letters", n)
}

// wordings renders every wording of every paragraph with all facts known.
func wordings(t *testing.T, w rules.Window, code string, tone rules.Tone) (bodies []string, v values) {
	t.Helper()
	d := decision(w, code, tone)
	if w == rules.Call {
		tone = ""
	}
	l, _ := lang.Of(code)
	tpl, _, err := Templates{}.find(w, code, tone)
	if err != nil {
		t.Fatal(err)
	}
	v = fieldsOf(d, settings(), aMoment, l.Letters)
	widest := 1
	for _, p := range tpl.paragraphs {
		widest = max(widest, len(p))
	}
	for turn := range widest {
		choice := make([]int, len(tpl.paragraphs))
		for i := range choice {
			choice[i] = turn
		}
		bodies = append(bodies, tpl.body(v, choice))
	}
	return bodies, v
}

func TestLettersDoWhatTheirWindowAsks(t *testing.T) {
	for _, l := range lang.All {
		for _, w := range windows {
			for _, tone := range tones(w) {
				t.Run(key(w, l.Code, tone), func(t *testing.T) {
					bodies, v := wordings(t, w, l.Code, tone)
					if w != rules.Call && len(bodies) < 2 {
						t.Error("only one wording")
					}
					for _, body := range bodies {
						checkLetter(t, l, w, body, v)
					}
				})
			}
		}
	}
}

func checkLetter(t *testing.T, l lang.Language, w rules.Window, body string, v values) {
	t.Helper()
	words := len(strings.Fields(body))
	has := func(what, s string) {
		t.Helper()
		if !strings.Contains(body, s) {
			t.Errorf("no %s (%q) in\n%s", what, s, body)
		}
	}
	for _, cliché := range l.Letters.Banned {
		if strings.Contains(strings.ToLower(body), cliché) {
			t.Errorf("cliché %q in\n%s", cliché, body)
		}
	}
	has("name", v["name"])
	has("company", v["company"])
	has("role", v["role"])
	limit := 0
	switch w {
	case rules.ThankYou:
		limit = 90
		has("greeting", v["greeting"])
		has("colleagues", v["others"])
		if strings.ContainsAny(body, "?¿") {
			t.Errorf("a thank-you asks for nothing:\n%s", body)
		}
	case rules.ContinuedInterest:
		limit = 149
		has("date", v["on_date"])
		has("phone", v["phone"])
	case rules.TrialOffer:
		limit = 149
		has("phone", v["phone"])
		if l.Code == "de" && !strings.Contains(body, "Schnuppertag") && !strings.Contains(body, "Kennenlerntag") {
			t.Error("neither Schnuppertag nor Kennenlerntag")
		}
	case rules.Call:
		limit = 420
		has("number", v["number"])
		has("contact", v["contact"])
		has("date", v["on_date"])
		has("history", v["history"])
		has("command", "inboxwatch mark acme-2026-11-12 --vacancy open --fit yes")
		if n := strings.Count(body, "\n- "); n < 3+5+2 {
			t.Errorf("%d points, want three questions, five don'ts and what happened", n)
		}
	}
	if words > limit {
		t.Errorf("%d words, at most %d:\n%s", words, limit, body)
	}
}

// The second mail's duties, by words that each language must use for them in
// every wording: interest, more information, hope.
func TestSecondMailConfirmsOffersHopes(t *testing.T) {
	duties := map[string][3]string{
		"en": {`interest|like to take|love to take|keen|right one|like it more`, `further|more information|references`, `favour|positive|delighted|hoping|wonderful|my way`},
		"de": {`interesse|gern antreten|passt sie|reizt|gefällt`, `referenzen|auskünfte|schicke ich|zeugnisse|schicke gern`, `freude|freuen|klappt|zusage|daumen`},
		"fr": {`intéresse|souhaite toujours|fait pour moi|tente|plaît|envie`, `références|renseignement|réponds`, `favorable|positive|choix|oui|bonne nouvelle|croise`},
		"es": {`interés|gustando|adecuado|ilusionando|gusta|ganas`, `referencias|información|pregunta`, `favorable|positiva|ojalá|buena noticia|cruzo`},
		"nl": {`belangstelling|graag vervullen|past|trekt|bevalt|zin in`, `referenties|inlichtingen|vragen`, `positief|gunstig|keuze|op een ja|goed nieuws|duim`},
		"it": {`interesse|desidero|adatta|attira|piace|interessa`, `referenze|informazione|domanda`, `positiva|favorevole|sì|bella notizia|incrocio`},
		"pt": {`interesse|vontade|indicada|entusiasmar|gosto dela`, `referências|informação|pergunta`, `favorável|positiva|um sim|boa notícia|torço`},
		"pl": {`zainteresowanie|chcę je objąć|dla mnie|zależy|podoba|kusi`, `referencj|informacj|pytania`, `pozytywn|korzyść|liczę na tak|dobra wiadomość|kciuki`},
	}
	for _, l := range lang.All {
		for _, tone := range tones(rules.ContinuedInterest) {
			bodies, _ := wordings(t, rules.ContinuedInterest, l.Code, tone)
			for _, body := range bodies {
				for i, pattern := range duties[l.Code] {
					if !regexp.MustCompile(pattern).MatchString(strings.ToLower(body)) {
						t.Errorf("%s: duty %d is not done in\n%s", l.Code, i+1, body)
					}
				}
			}
		}
	}
}
