package mailparse

import (
	"strings"
	"unicode/utf8"
)

// mark says what the HTML tells of a line beyond its words.
type mark int8

const (
	markNone        mark = iota
	markAttribution      // the client's "On … wrote:"
	markCut              // no text: from here on all is quoted
)

// line is one line of a mail's text.
type line struct {
	text  string
	depth int // of quotation
	mark  mark
}

// zones are the parts of a text by whose words they are.
type zones struct {
	own       []string
	quoted    []string
	forwarded []forward
}

const maxAttribution = 400 // bytes of an attribution, over up to four lines

// splitZones parts the sender's own words from quoted and forwarded ones.
// Replies written between quoted lines count as own.
func splitZones(lines []line, isForward bool) zones {
	var z zones
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		switch {
		case l.mark == markCut:
			z.rest(lines[i+1:], isForward)
			return z
		case l.depth > 0:
			z.quoted = append(z.quoted, l.text)
			continue
		case l.text == "":
			z.own = append(z.own, "")
			continue
		case forwardBar(l.text):
			if h, n := readHeaderBlock(lines[i+1:]); n > 0 {
				z.forwarded = append(z.forwarded, forward{h, lines[i+1+n:]})
				return z
			}
		case originalBar(l.text):
			if h, n := readHeaderBlock(lines[i+1:]); n > 0 {
				z.replied(h, lines[i+1:], n, isForward)
				return z
			}
			if !isRule(l.text) { // "-----Original Message-----" needs no header block
				z.quote(lines[i+1:])
				return z
			}
		}
		if h, n := readHeaderBlock(lines[i:]); n > 0 {
			z.replied(h, lines[i:], n, isForward)
			return z
		}
		if n, sure := attribution(lines[i:]); n > 0 {
			next := i + n
			for next < len(lines) && lines[next].text == "" && lines[next].mark == markNone {
				next++
			}
			if quotedNext := next < len(lines) && lines[next].depth > 0; quotedNext || sure {
				for _, a := range lines[i : i+n] {
					z.quoted = append(z.quoted, a.text)
				}
				if !quotedNext {
					z.quote(lines[i+n:])
					return z
				}
				i += n - 1
				continue
			}
		}
		z.own = append(z.own, l.text)
	}
	return z
}

func (z *zones) quote(lines []line) {
	for _, l := range lines {
		z.quoted = append(z.quoted, l.text)
	}
}

// replied takes a header block of n lines and what stands under it: a reply's
// quote, or the forwarded mail where the subject says so.
func (z *zones) replied(h headerBlock, lines []line, n int, isForward bool) {
	if isForward {
		z.forwarded = append(z.forwarded, forward{h, lines[n:]})
		return
	}
	z.quote(lines)
}

// rest takes what stands after the mark that ends the sender's words.
func (z *zones) rest(lines []line, isForward bool) {
	for i, l := range lines {
		if i > 6 {
			break
		}
		if l.text == "" || isRule(l.text) || forwardBar(l.text) {
			isForward = isForward || forwardBar(l.text)
			continue
		}
		if h, n := readHeaderBlock(lines[i:]); n > 0 {
			z.replied(h, lines[i:], n, isForward)
			return
		}
		break
	}
	z.quote(lines)
}

// forwardBar reports the line that a client puts above a forwarded mail.
func forwardBar(s string) bool {
	if len(s) > 90 || !strings.ContainsAny(s, "-:*=_") {
		return false
	}
	return barWords(s, forwardWords)
}

// originalBar reports the line that a client puts above the mail answered: a
// rule, or words between dashes.
func originalBar(s string) bool {
	if len(s) > 90 {
		return false
	}
	return isRule(s) || (strings.Contains(s, "--") || strings.HasSuffix(s, ":") && len(s) < 40) && barWords(s, originalWords)
}

// barWords reports whether nothing but one of words stands between the dashes
// of s. Most lines are told apart by their first byte's cost.
func barWords(s string, words []string) bool {
	t := strings.ToLower(strings.Trim(s, "-–—_=*>: \t"))
	if len(t) < 10 || len(t) > 60 {
		return false
	}
	for _, w := range words {
		if strings.HasPrefix(t, w) && len(t)-len(w) < 12 {
			return true
		}
	}
	return false
}

// isRule reports a line of dashes or underscores.
func isRule(s string) bool {
	if len(s) < 10 {
		return false
	}
	return strings.Trim(s, "_-–—= ") == ""
}

// attribution gives how many lines from the first are a client's "On … wrote:"
// (0: none), and whether that is sure enough to quote unmarked text below it.
func attribution(lines []line) (n int, sure bool) {
	if lines[0].mark == markAttribution {
		for n < len(lines) && lines[n].mark == markAttribution && n < 6 {
			n++
		}
		return n, true
	}
	first := lines[0].text
	begins := startsAttribution(first)
	joined := first
	for n = 1; ; n++ {
		if len(joined) > maxAttribution {
			return 0, false
		}
		if end := joined[len(joined)-1]; end == ':' || end == '>' || strings.HasSuffix(joined, "：") {
			if yes, sure := isAttribution(joined, begins); yes {
				return n, sure
			}
			if end == ':' {
				return 0, false
			}
		}
		if !begins || n >= 4 || n >= len(lines) || lines[n].text == "" || lines[n].depth > 0 {
			return 0, false
		}
		joined += " " + lines[n].text
	}
}

// isAttribution judges a whole attribution: a word for writing, and an address
// or a date.
func isAttribution(s string, begins bool) (yes, sure bool) {
	low := strings.ToLower(s)
	verb := false
	for _, v := range wroteWords {
		if i := strings.Index(low, v); i >= 0 && boundary(low, i, i+len(v)) {
			verb = true
			break
		}
	}
	if !verb {
		return false, false
	}
	digits := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	hasAddress := strings.Contains(s, "@")
	dated := digits >= 4
	return true, hasAddress && (dated || begins) || begins && dated
}

// boundary reports whether s[i:j] stands between characters that are no letters.
func boundary(s string, i, j int) bool {
	return !letterAt(s, i-1) && !letterAt(s, j)
}

func letterAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= utf8.RuneSelf)
}

// startsAttribution reports a first line that may begin an attribution of
// several lines.
func startsAttribution(s string) bool {
	if s = strings.TrimLeft(s, " \t"); len(s) < 6 || len(s) > 300 {
		return false
	}
	word, _, ok := strings.Cut(s, " ")
	if !ok || len(word) > 12 {
		return s[0] >= '0' && s[0] <= '9'
	}
	switch c := word[0]; {
	case c >= '0' && c <= '9':
		return strings.ContainsAny(word, "-./:")
	case len(word) > 8:
		return false
	}
	return onWords[strings.ToLower(strings.TrimRight(word, ",."))]
}

// isForwardSubject reports the prefix that clients give a forwarded mail.
func isForwardSubject(s string) bool {
	p, _, ok := strings.Cut(s, ":")
	return ok && len(p) < 14 && forwardPrefixes[strings.ToLower(strings.TrimSpace(p))]
}
