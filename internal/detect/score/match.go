package main

import (
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"inboxwatch/internal/rules"
)

// legalForms are dropped from the end of a firm's name before comparing.
var legalForms = strings.Fields("ltd limited llp llc inc incorporated corp corporation plc gmbh ag kg ohg mbh ggmbh co se sa sas sarl eurl srl spa bv nv vof vzw oy ab as asa aps sl slu slp lda ltda sp zoo z o pty pvt private ev eg partg cie e v c i r l s p b n")

// same compares two names by their letters and digits alone, without accents,
// case and legal form.
func same(a, b string) bool { return plain(a) != "" && plain(a) == plain(b) }

func plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case r == '.' || r == '\'' || r == '’':
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for len(words) > 1 && isLegalForm(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

func isLegalForm(w string) bool {
	for _, f := range legalForms {
		if w == f {
			return true
		}
	}
	return false
}

func anySame(list []string, s string) bool {
	for _, x := range list {
		if same(x, s) {
			return true
		}
	}
	return false
}

// startOf parses a label's time.
func startOf(s string) (t time.Time, dayOnly, ok bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, false, true
	}
	t, err := time.Parse(time.DateOnly, s)
	return t, true, err == nil
}

// startRight reports whether w is the moment (or the day, where only it is
// known) that the label gives.
func startRight(want string, w rules.When) bool {
	t, dayOnly, ok := startOf(want)
	if !ok || w.Zero() || w.DayOnly != dayOnly {
		return false
	}
	if dayOnly {
		return w.At.Format(time.DateOnly) == want
	}
	return w.At.Equal(t)
}

// startWrong reports whether w names another day or moment than the label; a
// right day without the hour is no error.
func startWrong(want string, w rules.When) bool {
	if w.Zero() || startRight(want, w) {
		return false
	}
	t, dayOnly, ok := startOf(want)
	if !ok {
		return true
	}
	sameDay := w.At.Format(time.DateOnly) == t.Format(time.DateOnly)
	return !(sameDay && (w.DayOnly || dayOnly))
}

func contactRight(want []rules.Contact, c rules.Contact) bool {
	for _, w := range want {
		if strings.EqualFold(w.Address, c.Address) && c.Address != "" {
			return true
		}
	}
	return false
}

// greetingWrong reports whether a greeting names somebody else than any of the
// label's contacts of that address.
func greetingWrong(want []rules.Contact, f rules.Facts) bool {
	wrong := false
	for _, w := range want {
		if !strings.EqualFold(w.Address, f.Contact.Address) || w.Name == "" {
			continue
		}
		if greets(w.Name, f.Greeting) {
			return false
		}
		wrong = true
	}
	return wrong
}

// greets reports whether all names of a greeting are among a contact's words.
func greets(name string, g rules.Greeting) bool {
	name = " " + plain(name) + " "
	for _, part := range []string{g.Given, g.Family} {
		if part != "" && !strings.Contains(name, " "+plain(part)+" ") {
			return false
		}
	}
	return true
}
