package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"inboxwatch/internal/rules"
)

// What may be kept of a mail, in characters or entries. SnippetLimit is the
// contract's (section 8), the others are the nouns'.
const (
	SnippetLimit = 120
	subjectLimit = 200
	nameLimit    = 200
	listLimit    = 50
)

// trim cuts an event to what may be stored. It is the last door, so that no
// mistake before it can put a mail's text into the state. The event given is
// not changed. Message-IDs stay verbatim: they are compared.
func trim(e rules.Event) rules.Event {
	switch {
	case e.Seen != nil:
		s := *e.Seen
		trimMail(&s.Mail)
		trimFacts(&s.Facts)
		e.Seen = &s
	case e.Mark != nil:
		m := *e.Mark
		m.Company, m.Role = clean(m.Company, nameLimit), clean(m.Role, nameLimit)
		e.Mark = &m
	}
	return e
}

func trimMail(m *rules.Mail) {
	m.Subject = clean(m.Subject, subjectLimit)
	m.From, m.ReplyTo = contact(m.From), contact(m.ReplyTo)
	m.To = contacts(m.To)
	if len(m.References) > listLimit { // the root and the newest thread a mail
		m.References = slices.Concat(m.References[:1], m.References[len(m.References)-listLimit+1:])
	}
}

func trimFacts(f *rules.Facts) {
	f.Company, f.Role = clean(f.Company, nameLimit), clean(f.Role, nameLimit)
	f.Phone = clean(f.Phone, SnippetLimit)
	f.Contact, f.Panel = contact(f.Contact), contacts(f.Panel)
	f.Greeting.Title = clean(f.Greeting.Title, SnippetLimit)
	f.Greeting.Given = clean(f.Greeting.Given, SnippetLimit)
	f.Greeting.Family = clean(f.Greeting.Family, SnippetLimit)
	f.Calendar.UID = identifier(f.Calendar.UID)
	f.Warnings = texts(f.Warnings)
	f.Doubts = each(f.Doubts, func(d rules.Doubt) rules.Doubt {
		d.Candidates = texts(d.Candidates)
		return d
	})
	f.Evidence = each(f.Evidence, func(e rules.Evidence) rules.Evidence {
		e.Source, e.Text = clean(e.Source, SnippetLimit), clean(e.Text, SnippetLimit)
		return e
	})
}

// identifier keeps a calendar's UID, which is only ever compared; one that is
// no plain identifier of RFC 7986's length is kept as its hash.
func identifier(uid string) string {
	const longest = 255
	if plain(uid, longest) {
		return uid
	}
	sum := sha256.Sum256([]byte(uid))
	return "sha256-" + hex.EncodeToString(sum[:])
}

func contact(c rules.Contact) rules.Contact {
	return rules.Contact{Name: clean(c.Name, nameLimit), Address: clean(c.Address, 320)} // RFC 5321: 64 @ 255
}

func contacts(cs []rules.Contact) []rules.Contact { return each(cs, contact) }

func texts(ss []string) []string {
	return each(ss, func(s string) string { return clean(s, nameLimit) })
}

// each applies f to a copy of at most listLimit entries.
func each[T any](list []T, f func(T) T) []T {
	if list == nil {
		return nil
	}
	out := make([]T, 0, min(len(list), listLimit))
	for _, v := range list[:min(len(list), listLimit)] {
		out = append(out, f(v))
	}
	return out
}

// clean takes control, format and unassigned characters out (a line break becomes a space) and cuts
// to limit characters, the last of which is then "…".
func clean(s string, limit int) string {
	if plain(s, limit) {
		return s
	}
	var b strings.Builder
	n := 0
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			r = ' '
		case unicode.Is(unicode.C, r):
			continue
		}
		if n == limit-1 {
			b.WriteRune('…')
			break
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

func plain(s string, limit int) bool {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.C, r) || r == unicode.ReplacementChar {
			return false
		}
		n++
	}
	return n <= limit
}
