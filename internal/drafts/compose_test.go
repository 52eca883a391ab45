package drafts

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

func compose(t *testing.T, d rules.Decision, earlier ...rules.DraftEvent) Draft {
	t.Helper()
	got, err := Compose(d, settings(), aMoment, Templates{}, earlier...)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestComposeEnvelope(t *testing.T) {
	got := compose(t, decision(rules.ThankYou, "en", rules.ToneFormal))
	want := Draft{
		Interview: "acme-2026-11-12", Account: "personal", Window: rules.ThankYou, MessageID: "<1a2b3c@okafor.example>",
		From:      rules.Contact{Name: "Sam Okafor", Address: "sam@okafor.example"},
		To:        []rules.Contact{{Name: "Jane Doe", Address: "jane@acme.example"}},
		Subject:   "Re: Interview with Acme",
		InReplyTo: "<anchor@acme.example>", References: []string{"<first@acme.example>", "<anchor@acme.example>"},
		Date: aMoment.Truncate(time.Second), Lang: "en", Tone: rules.ToneFormal, Body: got.Body,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	again := compose(t, decision(rules.ThankYou, "en", rules.ToneFormal))
	if !reflect.DeepEqual(got, again) {
		t.Error("the same arguments gave another draft")
	}
}

func TestComposeRecipients(t *testing.T) {
	for _, c := range []struct{ to, want string }{
		{"jane@acme.example", "jane@acme.example"},
		{"", ""},
		{"no-reply@acme.example", ""},
		{"NoReply.Hiring@acme.example", ""},
		{"do_not_reply@acme.example", ""},
		{"sam@OKAFOR.example", ""}, // the user himself
		{"jane@acme.example\r\nBcc: x@evil.example", ""},
		{"jane doe", ""},
		{"jane@", ""},
		{"jané@acme.example", ""}, // no ASCII header can hold it
		{"jana@müller.example", "jana@müller.example"},
	} {
		d := decision(rules.ThankYou, "en", rules.ToneFormal)
		d.Due.To.Address = c.to
		got := ""
		if to := compose(t, d).To; len(to) > 0 {
			got = to[0].Address
		}
		if got != c.want {
			t.Errorf("%q: written to %q, want %q", c.to, got, c.want)
		}
	}
}

func TestComposeErrors(t *testing.T) {
	d := decision(rules.ThankYou, "en", rules.ToneFormal)
	d.Due = nil
	if _, err := Compose(d, settings(), aMoment, Templates{}); !errors.Is(err, ErrNothingDue) {
		t.Errorf("nothing due: %v", err)
	}
	s := settings()
	s.Name = " "
	if _, err := Compose(decision(rules.ThankYou, "en", ""), s, aMoment, Templates{}); err == nil || !strings.Contains(err.Error(), "name") {
		t.Errorf("no name: %v", err)
	}
	d = decision(rules.ThankYou, "en", "")
	d.Interview.Owner = ""
	s = settings()
	s.Addresses = nil
	if _, err := Compose(d, s, aMoment, Templates{}); err == nil || !strings.Contains(err.Error(), "address") {
		t.Errorf("no address: %v", err)
	}
}

func TestLanguageAndDoubt(t *testing.T) {
	if got := compose(t, decision(rules.ThankYou, "fi", rules.ToneFormal)); got.Lang != "en" {
		t.Errorf("Finnish falls back to %q", got.Lang)
	}
	if got := compose(t, decision(rules.ThankYou, "", rules.ToneFormal)); got.Lang != "en" {
		t.Errorf("an unknown language falls back to %q", got.Lang)
	}
	own := decision(rules.ThankYou, "en", rules.ToneFormal)
	own.Interview.Role = "Analyst - SAM OKAFOR"
	if got := compose(t, own).Body; strings.Contains(got, "SAM") || !strings.Contains(got, "Acme") {
		t.Errorf("the user's own name is no role:\n%s", got)
	}
	d := decision(rules.ContinuedInterest, "en", rules.ToneFormal)
	d.Interview.Doubts = []rules.Doubt{{Field: "start"}, {Field: "company"}, {Field: "role"}}
	got := compose(t, d).Body
	for _, fact := range []string{"November", "Acme", "Engineer"} {
		if strings.Contains(got, fact) {
			t.Errorf("%q is in doubt and stated:\n%s", fact, got)
		}
	}
}

// The day is the interview's own, also where the owner lives a day apart.
func TestDateIsTheInterviewsDay(t *testing.T) {
	auckland, err := time.LoadLocation("Pacific/Auckland")
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{"en": "on Sunday 1 November", "de": "am Sonntag, 1. November", "fr": "du dimanche 1er novembre",
		"es": "del domingo 1 de noviembre", "nl": "van zondag 1 november", "it": "di domenica 1º novembre",
		"pt": "de domingo, 1.º de novembro", "pl": "w niedzielę 1 listopada"} {
		d := decision(rules.ContinuedInterest, code, rules.ToneFormal)
		d.Interview.Start.At = time.Date(2026, 11, 1, 8, 0, 0, 0, auckland)
		if got := compose(t, d).Body; !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", code, want, got)
		}
	}
	if l, _ := lang.Of("pl"); l.Letters.Weekdays[0] != "niedziela" {
		t.Error("composing changed the table")
	}
}

func TestNoTwoToOnePersonAlike(t *testing.T) {
	for _, l := range lang.All {
		var earlier []rules.DraftEvent
		var paragraphs []string
		for round := range 3 {
			d := decision(rules.ThankYou, l.Code, rules.ToneInformal)
			d.Due.MessageID = fmt.Sprintf("<r%d@okafor.example>", round*7)
			got := compose(t, d, earlier...)
			for i, p := range strings.Split(got.Body, "\n\n") {
				if i == 1 || i == 2 {
					if slices.Contains(paragraphs, p) {
						t.Errorf("%s, round %d says again: %s", l.Code, round, p)
					}
					paragraphs = append(paragraphs, p)
				}
			}
			earlier = append(earlier, rules.DraftEvent{Window: rules.ThankYou, MessageID: d.Due.MessageID})
		}
	}
}

func TestWordingsAreAllUsed(t *testing.T) {
	seen := map[string]bool{}
	for i := range 200 {
		d := decision(rules.ThankYou, "en", rules.ToneFormal)
		d.Due.MessageID = fmt.Sprintf("<%x@okafor.example>", i)
		seen[compose(t, d).Body] = true
	}
	if len(seen) < 30 { // of 3·3·2·3
		t.Errorf("200 ids gave only %d letters", len(seen))
	}
}

func TestReply(t *testing.T) {
	for in, want := range map[string]string{
		"Interview":              "Re: Interview",
		"Re: Interview":          "Re: Interview",
		"RE: re: Interview":      "Re: Interview",
		"AW: Re: SV: Gespräch":   "Re: Gespräch",
		"Antw: Gesprek":          "Re: Gesprek",
		"RE : Entretien":         "Re: Entretien",
		"Re[2]: Interview":       "Re: Interview",
		"Re(3): Interview":       "Re: Interview",
		"Fwd: Interview":         "Re: Fwd: Interview",
		"Research: Interview":    "Re: Research: Interview",
		"Resident role":          "Re: Resident role",
		"Reference: 123":         "Re: Reference: 123",
		"回复：面试":                  "Re: 面试",
		"Re:":                    "Re:",
		"[Acme] Re: Interview":   "Re: [Acme] Re: Interview",
		"Vs. the world: a quest": "Re: Vs. the world: a quest",
	} {
		if got := Reply(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestThread(t *testing.T) {
	var long []string
	for i := range 40 {
		long = append(long, fmt.Sprintf("<%d@x.example>", i))
	}
	capped := append([]string{"<0@x.example>"}, long[22:]...)
	for _, c := range []struct {
		name   string
		mail   rules.Mail
		parent string
		refs   []string
	}{
		{"none", rules.Mail{}, "", nil},
		{"made up", rules.Mail{MessageID: "<abc@none>"}, "", nil},
		{"first", rules.Mail{MessageID: "<a@x>"}, "<a@x>", []string{"<a@x>"}},
		{"only a parent", rules.Mail{MessageID: "<b@x>", InReplyTo: "<a@x>"}, "<b@x>", []string{"<a@x>", "<b@x>"}},
		{"twice", rules.Mail{MessageID: "<b@x>", References: []string{"<a@x>", "<a@x>", "<b@x>"}}, "<b@x>", []string{"<a@x>", "<b@x>"}},
		{"broken ids", rules.Mail{MessageID: "<b@x>", References: []string{"<a\r\nBcc: x@y>", "<a b@x>", "plain", "<>", "<ü@x>"}}, "<b@x>", []string{"<b@x>"}},
		{"broken parent", rules.Mail{MessageID: "<a\nb@x>"}, "", nil},
		{"cap", rules.Mail{MessageID: "<z@x>", References: long}, "<z@x>", append(slices.Clone(capped), "<z@x>")},
	} {
		parent, refs := thread(c.mail)
		if parent != c.parent || !slices.Equal(refs, c.refs) || len(refs) > maxReferences {
			t.Errorf("%s: %q %d %q", c.name, parent, len(refs), refs)
		}
	}
}

func TestHostileFacts(t *testing.T) {
	for _, evil := range []string{
		"{name} [x|y] ~", "Acme\r\nBcc: x@evil.example", "Acme\x1b[31m", "A\u202ecme", "A\u200bcme", "Acme\x00", "{{.}} ${PATH} %s",
		"\n~\n", "https://evil.example/x", "<script>", strings.Repeat("A", 5000), "\xff\xfe",
	} {
		for _, w := range windows {
			d := decision(w, "en", rules.ToneInformal)
			iv := &d.Interview
			iv.Company, iv.Role, iv.Phone, iv.Anchor.Subject = evil, evil, evil, evil
			iv.Contact.Name, d.Due.To.Name, iv.Greeting = evil, evil, rules.Greeting{Given: evil, Family: evil, Title: evil, Tone: rules.ToneInformal}
			iv.Panel = []rules.Contact{{Name: evil + " Doe"}}
			got := compose(t, d)
			raw, err := got.Bytes()
			if err != nil {
				t.Errorf("%q: %v", evil, err)
				continue
			}
			text := got.Body // the subject is the thread's own, less what cannot be seen
			for _, bad := range []string{"\x1b", "\u202e", "\u200b", "\x00", "\r", "https://", "<script>", "AAAAAAAA"} {
				if strings.Contains(text, bad) {
					t.Errorf("%q left %q in the letter", evil, bad)
				}
			}
			if strings.Contains(string(raw), "\nBcc") {
				t.Errorf("%q made a header", evil)
			}
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	d, s := decision(rules.ContinuedInterest, "de", rules.ToneFormal), settings()
	b.ReportAllocs()
	for b.Loop() {
		got, err := Compose(d, s, aMoment, Templates{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := got.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSeveralInterviewersNamedTogether(t *testing.T) {
	for _, c := range []struct {
		code  string
		panel []string
		want  string
	}{
		{"en", []string{"Jane Doe", "Tom Roe"}, "Tom Roe"}, // Jane is the one written to
		{"en", []string{"Tom Roe", "Priya Shah", "Ann Lee"}, "Tom Roe, Priya Shah and Ann Lee"},
		{"es", []string{"Tom Roe", "Íñigo Ruiz"}, "Tom Roe e Íñigo Ruiz"},
		{"de", []string{"Tom Roe", "Priya Shah"}, "Tom Roe und Priya Shah"},
		{"en", []string{"Tom Roe", "tom@acme.example", "Tom", "Sam Okafor", "Tom Roe"}, "Tom Roe"},
		{"en", []string{"A B", "C D", "E F", "G H", "I J"}, ""}, // too many for a sentence
		{"en", nil, ""},
	} {
		l, _ := lang.Of(c.code)
		iv := decision(rules.ThankYou, c.code, "").Interview
		iv.Panel = nil
		for _, n := range c.panel {
			iv.Panel = append(iv.Panel, rules.Contact{Name: n})
		}
		if got := others(iv, settings(), l.Letters); got != c.want {
			t.Errorf("%q: %q", c.panel, got)
		}
	}
}
