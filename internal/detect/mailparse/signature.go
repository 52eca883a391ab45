package mailparse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutSignature parts the words from the block under the sign-off, and puts
// disclaimers and device lines with the latter.
func cutSignature(lines []string) (text, signature string) {
	lines = dropBanner(lines)
	lines, tail := cutTail(lines)
	at := signOff(lines)
	if at < 0 {
		return tidy(strings.Join(lines, "\n")), tidy(strings.Join(tail, "\n"))
	}
	own, sig := lines[:at:at], make([]string, 0, len(lines)-at+len(tail))
	back := false
	for i, l := range lines[at:] {
		if blank := strings.TrimSpace(l) == ""; blank || i == 0 {
			back = false
		} else if isPostscript(l) || (i > 0 && strings.TrimSpace(lines[at+i-1]) == "" && details(lines[at+i:])) {
			back = true // what is said after the name still counts
			own = append(own, "")
		}
		if back {
			own = append(own, l)
		} else {
			sig = append(sig, l)
		}
	}
	return tidy(strings.Join(own, "\n")), tidy(strings.Join(append(sig, tail...), "\n"))
}

// dropBanner takes off the "this mail came from outside" line that gateways
// put on top.
func dropBanner(lines []string) []string {
	seen := 0
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if seen++; seen > 3 {
			break
		}
		if len(l) < 400 && hasAny(strings.ToLower(l), bannerWords) {
			return append(lines[:i:i], lines[i+1:]...)
		}
	}
	return lines
}

// cutTail takes off the last paragraphs while they are disclaimers, device
// lines or the footer of a mailing list.
func cutTail(lines []string) (rest, tail []string) {
	end := len(lines)
	for range 12 {
		last := end
		for last > 0 && strings.TrimSpace(lines[last-1]) == "" {
			last--
		}
		from := last
		for from > 0 && strings.TrimSpace(lines[from-1]) != "" && last-from < 40 {
			from--
		}
		if from == last {
			break
		}
		switch {
		case isDisclaimer(lines[from:last]):
			end = from
		case hasAnyPrefix(strings.ToLower(strings.TrimSpace(lines[last-1])), deviceWords), isRule(lines[last-1]):
			end = last - 1
		default:
			return lines[:end], lines[end:]
		}
	}
	return lines[:end], lines[end:]
}

func isDisclaimer(par []string) bool {
	s := strings.ToLower(strings.Join(par, " "))
	if len(s) < 30 {
		return false
	}
	return hasAny(s, disclaimerWords)
}

// signOff gives the line where the sign-off stands, or -1.
func signOff(lines []string) int {
	weak, seen, total := -1, 0, count(lines)
	for i, l := range lines {
		t := strings.TrimSpace(l)
		if t == "" {
			continue
		}
		if t == "--" || t == "—" || t == "–" {
			if seen > 0 || i > 0 {
				return first(weak, i)
			}
			continue
		}
		seen++
		if len(t) > 70 {
			weak = -1
			continue
		}
		switch strength := closing(t); {
		case strength == 2 && seen > 1 && total-seen < 45:
			return i
		case strength >= 1 && seen > 1 && total-seen < 14 && nameNext(t, lines[i+1:]):
			weak = i
		case weak >= 0 && i-weak > 2 && sentence(t):
			weak = -1
		}
	}
	return weak
}

func first(a, b int) int {
	if a >= 0 && a < b {
		return a
	}
	return b
}

func count(lines []string) (n int) {
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			n++
		}
	}
	return n
}

// closing judges a line as a sign-off: 2 where it is nothing else, 1 where the
// words also stand in running text ("Thanks").
func closing(t string) int {
	low := strings.ToLower(t)
	if low == "" {
		return 0
	}
	for _, c := range closingsBy[low[0]] {
		if strings.HasPrefix(low, c.words) {
			rest := low[len(c.words):]
			if r, _ := utf8.DecodeRuneInString(rest); rest != "" && unicode.IsLetter(r) {
				continue
			}
			rest = strings.Trim(rest, " ,.!-–\t*_")
			words := len(strings.Fields(rest))
			switch {
			case rest == "":
				return c.strength
			case words <= 4 && nameLike(lastFields(t, words)): // "Best, Jane", "Gruß Ute"
				return c.strength
			case c.strength == 2 && words <= 5 && !strings.ContainsAny(rest, ".?!:0123456789"):
				return 2 // "Kind regards and best of luck"
			}
		}
	}
	// "Mit sehr herzlichen Grüßen", "Avec mes salutations les meilleures"
	if strings.Count(low, " ") < 10 && !strings.ContainsAny(low, "?:0123456789") {
		for w := range strings.FieldsSeq(low) {
			if closingNouns[strings.Trim(w, " ,.!*_")] {
				return 1
			}
		}
	}
	return 0
}

func lastFields(t string, n int) string {
	f := strings.Fields(t)
	return strings.Join(f[max(0, len(f)-n):], " ")
}

// nameNext reports a name in the sign-off's own line or the next one.
func nameNext(t string, after []string) bool {
	for i, l := range after {
		if l = strings.TrimSpace(l); l != "" {
			return i < 4 && nameLike(l)
		}
	}
	return strings.ContainsAny(t, " ,") && nameLike(lastFields(t, 1))
}

// nameLike reports a short line of capitalised words.
func nameLike(l string) bool {
	f := strings.Fields(l)
	if len(f) == 0 || len(f) > 6 || len(l) > 60 || sentence(l) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f[0], "*_/~ "))
	return unicode.IsUpper(r)
}

// sentence reports running text: it ends as a sentence does, or is long.
func sentence(l string) bool {
	return len(l) > 60 || strings.ContainsAny(l[len(l)-1:], ".?!:") && len(strings.Fields(l)) > 3
}

func isPostscript(l string) bool {
	low := strings.ToLower(strings.TrimSpace(l))
	for _, p := range postscripts {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// details reports a paragraph of labelled facts with a figure: the interview's
// data under the name, which is no signature.
func details(par []string) bool {
	for i, l := range par {
		if i > 12 || strings.TrimSpace(l) == "" {
			return false
		}
		low := strings.ToLower(strings.TrimLeft(l, " -•*\t"))
		if hasAnyPrefix(low, detailLabels) && strings.ContainsAny(l, "0123456789") && strings.ContainsAny(l, ":\t") {
			return true
		}
	}
	return false
}

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasAnyPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
