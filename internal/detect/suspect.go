package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"inboxwatch/internal/detect/mailparse"
)

// Suspect gives the reasons why a mail looks like phishing or impersonation,
// as plain sentences; none for nearly all mails. A warning keeps drafts from
// being made, so each sign must be strong, or several weak ones must meet.
func Suspect(m *mailparse.Message) []string {
	var warnings []string
	add := func(s string) {
		if s != "" {
			warnings = append(warnings, s)
		}
	}
	from := m.From.Address
	if !vendorDomain(domainOf(from)) {
		add(posingName(m.From.Name, from))
	}
	seen := map[string]bool{}
	for _, a := range []string{from, m.Sender.Address, m.ReplyTo.Address} {
		if d := domainOf(a); d != "" && !seen[d] {
			seen[d] = true
			add(posingDomain(d))
		}
	}
	add(strayReply(m))
	return append(warnings, scam(m)...)
}

// posingName warns of a display name that shows an address of another domain.
func posingName(name, address string) string {
	at := strings.LastIndexByte(name, '@')
	if at < 0 {
		return ""
	}
	start := strings.LastIndexAny(name[:at], " <(\"'[") + 1
	shown := name[start:]
	if end := strings.IndexAny(shown, " >)\"',;]"); end >= 0 {
		shown = shown[:end]
	}
	domain := strings.TrimRight(domainOf(shown), ".")
	if start == at || !strings.Contains(domain, ".") || registrable(domain) == registrable(domainOf(address)) {
		return ""
	}
	return "The sender's name shows the address " + shown + ", but the mail comes from " + address + "."
}

// posingDomain warns of a domain written in letters of several scripts, or
// in letters of another script that look like Latin ones throughout. A domain
// in one script, umlauts included, is as good as any.
func posingDomain(domain string) string {
	shown := domain
	if strings.Contains(domain, "xn--") {
		u, err := idna.ToUnicode(domain)
		if err != nil {
			return "The domain " + domain + " is written in a code that cannot be read."
		}
		shown = u
	}
	for _, label := range strings.Split(shown, ".") {
		latin, other, lookalike, letters := false, false, 0, 0
		for _, r := range label {
			switch {
			case r < utf8.RuneSelf && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z'):
			case unicode.Is(unicode.Latin, r):
				latin = true
			case unicode.IsLetter(r):
				other, letters = true, letters+1
				if strings.ContainsRune(latinLike, r) {
					lookalike++
				}
			}
		}
		if latin && other && !japanese(label) {
			return "The domain " + domain + " mixes letters of several alphabets and may imitate another."
		}
		if letters > 1 && lookalike == letters {
			return "The domain " + domain + " is written in letters that only look like Latin ones."
		}
	}
	return ""
}

// latinLike are small Cyrillic, Greek and Armenian letters that are read as Latin.
const latinLike = "ӏаеорсухівѕјһԁԛԝкмтнгпοαυνικρτχωγһօսոցзьԍꙇ"

// japanese reports scripts that are mixed with Latin in honest names.
func japanese(label string) bool {
	for _, r := range label {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return true
		}
	}
	return false
}

// registrable gives the domain that someone registered: acme.co.uk of
// mail.acme.co.uk.
func registrable(domain string) string {
	if reg, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		return reg
	}
	return domain
}

// strayReply warns where a company's mail asks for answers to a private
// mailbox that has nothing of the company or the sender in its name. Hiring
// systems, on either side, are no strays.
func strayReply(m *mailparse.Message) string {
	from, reply := domainOf(m.From.Address), domainOf(m.ReplyTo.Address)
	if from == "" || reply == "" || registrable(from) == registrable(reply) || isFreemail(from) || !isFreemail(reply) || vendorDomain(from) {
		return ""
	}
	local := squash(m.ReplyTo.Address[:strings.LastIndexByte(m.ReplyTo.Address, '@')])
	if label, _, _ := strings.Cut(registrable(from), "."); len(label) > 2 && strings.Contains(local, squash(label)) {
		return ""
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(m.From.Name), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > 2 && strings.Contains(local, w) {
			return ""
		}
	}
	for _, c := range append(m.To[:len(m.To):len(m.To)], m.Cc...) {
		if strings.EqualFold(c.Address, m.ReplyTo.Address) {
			return "" // answers go to one who got the mail as well
		}
	}
	return "The mail comes from " + m.From.Address + ", but answers would go to the private address " + m.ReplyTo.Address + "."
}

func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
