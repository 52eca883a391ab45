package detect

import (
	"strings"

	"inboxwatch/internal/lang"
)

// peopleTables lists every language's words.
func peopleTables() (out []lang.People) {
	for _, l := range lang.All {
		out = append(out, l.People)
	}
	return out
}

// setSigner finds who signs: the name under the sign-off, or the mail's last
// words, borne out by the sender's display name or address where possible.
func (w *whoReader) setSigner() {
	var from sender
	for _, s := range w.senders {
		if s.source == "From" || s.source == "Reply-To" && s.display.person.full != "" {
			from = s
		}
	}
	lines := tailLines(w.m.Text, 14)
	lines = append(lines, tailLines(w.m.Signature, 24)...)
	best, bestScore := person{}, 0.0
	after := 99 // lines since the sign-off
	for li, l := range lines {
		if len(l) > 160 {
			after++
			continue
		}
		line, off := w.cutSignOff(l)
		if off {
			after = 0
			if line == "" {
				continue
			}
		} else {
			after++
		}
		for k, part := range signatureItems(line) {
			if hasDigits(part, 1) || strings.Contains(part, "@") || len(part) > 90 || part == "" || part[0] >= 'a' && part[0] <= 'z' && part[0] != 'i' {
				continue
			}
			pn := readPerson(part, "")
			if pn.full == "" {
				pn = readPersonHead(part)
			}
			if pn.full != "" && deskOnly(part) {
				continue
			}
			if pn.full == "" || w.isOwnerWord(plainFold(pn.full)) || w.isOwnerWord(plainFold(pn.given)) && pn.family == "" {
				continue
			}
			if w.noSigner(pn.full, after) && !matchesPerson(pn, from.display.person) {
				continue
			}
			score := 0.0
			if after <= 3 {
				score += 2 - float64(after)*0.4
			}
			if matchesPerson(pn, from.display.person) || from.contact.Address != "" && fitsLocal(strings.Fields(pn.full), localOf(from.contact.Address)) && !isShared(from.contact.Address) {
				score += 3
			}
			if pn.family != "" {
				score += 0.6
			}
			if k > 0 {
				score -= 0.5
			}
			if k == 0 && part == line && from.display.person.full == "" && loneName(lines, li) {
				score += 1.4
			}
			if score > bestScore+0.01 {
				best, bestScore = pn, score
				w.signerLine = l
			}
		}
	}
	if bestScore >= 1.4 {
		w.signer = best
	}
	if w.signer.full == "" {
		w.signer = w.trailingName(from)
	}
	if full := from.display.person; matchesPerson(w.signer, full) && len(full.full) > len(w.signer.full) {
		t := w.signer.title
		w.signer = full
		if w.signer.title == "" {
			w.signer.title = t
		}
	}
}

// loneName says whether line i stands alone under the text: the line before
// it ends a sentence, and few lines follow.
func loneName(lines []string, i int) bool {
	if i == 0 || len(lines)-i > 5 {
		return false
	}
	before := strings.TrimRight(lines[i-1], " ")
	return before != "" && strings.ContainsAny(before[len(before)-1:], ".!?,)") && len(strings.Fields(lines[i])) <= 4
}

// matchesPerson says whether one name is the other or its given name.
func matchesPerson(a, b person) bool {
	if a.full == "" || b.full == "" {
		return false
	}
	fa, fb := strings.Fields(plainFold(a.full)), strings.Fields(plainFold(b.full))
	if plainFold(a.full) == plainFold(b.full) {
		return true
	}
	if len(fa) == 1 || len(fb) == 1 {
		return fa[0] == fb[0] || fa[len(fa)-1] == fb[len(fb)-1]
	}
	return fa[len(fa)-1] == fb[len(fb)-1] && fa[0][0] == fb[0][0] || fa[0] == fb[0] && strings.Contains(plainFold(b.full), fa[len(fa)-1])
}

// trailingName reads "… ask for me at the bar. Bev" and "… Terry Vance, Vance
// Roofing": the last words of a short mail.
func (w *whoReader) trailingName(from sender) person {
	lines := tailLines(w.m.Text, 3)
	for i := len(lines) - 1; i >= 0; i-- {
		s := strings.TrimRight(lines[i], " .!x*-–")
		if k := strings.LastIndexByte(s, '('); k > 0 && strings.HasSuffix(s, ")") {
			s = strings.TrimRight(s[:k], " ")
		}
		if k := strings.LastIndexAny(s, ".!?:)"); k >= 0 {
			s = s[k+1:]
		}
		first, _, _ := strings.Cut(s, ",")
		for _, part := range []string{s, first} {
			f := strings.Fields(strings.Trim(part, " ,-–"))
			for len(f) > 0 && len(f) <= 7 {
				pn := readPerson(strings.Join(f, " "), "")
				if pn.full != "" && len(f) <= 3 && !w.isOwnerWord(plainFold(pn.full)) && (matchesPerson(pn, from.display.person) || from.display.person.full == "" && len(f) <= 2 && i == len(lines)-1 && len(lines[i]) < 400 && len(f) == len(strings.Fields(part))) {
					return pn
				}
				f = f[1:]
			}
		}
	}
	return from.display.person
}

func tailLines(s string, n int) []string {
	var out []string
	for s != "" && len(out) < n {
		i := strings.LastIndexByte(s, '\n')
		if l := strings.TrimSpace(s[i+1:]); l != "" {
			out = append(out, l)
		}
		if i < 0 {
			break
		}
		s = s[:i]
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// cutSignOff cuts a sign-off from a line's beginning: "Best, Jane".
func (w *whoReader) cutSignOff(l string) (rest string, off bool) {
	if len(l) > 120 {
		return l, false
	}
	p := newPassage("", l, false)
	d, e := everyTable().longest(p, 0, cueSignOff)
	if d == 0 {
		return l, false
	}
	for p.at(e).kind == whoPunct {
		e++
	}
	rest = strings.TrimSpace(p.cut(e, len(p.toks)))
	if len(strings.Fields(rest)) > 6 {
		return l, false
	}
	return rest, true
}

// signatureItems parts a signature's line at its marks.
func signatureItems(l string) []string {
	for _, sep := range []string{" | ", " · ", " • ", " – ", " — ", " - ", "\t", " // ", " / ", ", ", "; "} {
		l = strings.ReplaceAll(l, sep, "\x00")
	}
	var out []string
	for _, f := range strings.Split(l, "\x00") {
		if f = strings.Trim(strings.TrimSpace(f), ",;|*_"); f != "" && len(out) < 8 {
			out = append(out, f)
		}
	}
	return out
}

// readPersonHead reads "Sandy vom Recruiting-Team", "Shaz (deputy manager)",
// "i. A. Marlene Oberhofer": a name with something around it.
func readPersonHead(s string) person {
	if len(s) > 90 {
		return person{}
	}
	for _, pre := range []string{"i. A. ", "i.A. ", "i. V. ", "i.V. ", "ppa. ", "p.p. ", "pp ", "Fdo.: ", "Fdo. ", "Ihre ", "Ihr ", "Deine ", "Dein ", "For ", "- ", "Your ", "f.d.R. "} {
		s = strings.TrimPrefix(s, pre)
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		inner := strings.Trim(s[i:], "() ")
		if pn := readPerson(inner, ""); pn.family != "" {
			return pn // Hania (Hanna Dębska)
		}
		return readPerson(s[:i], "")
	}
	for _, sep := range []string{" vom ", " von ", " from ", " at ", " de l'", " de la ", " bij ", " van ", " di ", " da ", " do ", " del ", " & "} {
		if i := strings.Index(s, sep); i > 0 && len(strings.Fields(s[:i])) == 1 {
			return readPerson(s[:i], "")
		}
	}
	return readPerson(s, "")
}

// splitSignature cuts the signature, and lone lines of the text that look
// like parts of one, into items.
func (w *whoReader) splitSignature() {
	lines := tailLines(w.m.Signature, 24)
	source := make([]string, 0, len(lines)+8)
	for range lines {
		source = append(source, sourceSignature)
	}
	text := tailLines(w.m.Text, 8)
	for i, l := range text {
		if len(l) < 70 && i >= len(text)-6 && len(strings.Fields(l)) <= 9 && !strings.ContainsAny(l[len(l)-1:], ".!?:") {
			lines, source = append(lines, l), append(source, sourceText)
		}
	}
	// "… see you then. Cheers, Graham, The Crown": the firm after the name.
	if n := len(text); n > 0 && w.signer.full != "" {
		l := text[n-1]
		if i := strings.LastIndex(l, w.signer.full+", "); i >= 0 {
			if rest := strings.TrimRight(l[i+len(w.signer.full)+2:], " ."); len(rest) < 60 {
				p := newPassage(sourceText, rest, false)
				w.signParts = append(w.signParts, signPart{p: p, line: l, role: true})
			}
		}
	}
	// A heading: the first line of an HTML mail is often the firm's.
	if head := firstLine(w.m.Text); len(head) < 80 && w.m.FromHTML {
		lines, source = append(lines, head), append(source, sourceText)
	}
	for i, l := range lines {
		if strings.HasSuffix(l, "?") || len(l) > 200 {
			continue
		}
		role := false
		for _, item := range signatureItems(l) {
			if hasDigits(item, 3) || strings.ContainsAny(item, "@") || strings.Contains(item, "http") || strings.Contains(item, "www.") {
				role = false
				continue
			}
			p := newPassage(source[i], item, false)
			if len(p.toks) == 0 || len(p.toks) > 12 {
				continue
			}
			w.signParts = append(w.signParts, signPart{p: p, line: l, role: role})
			role = hasRoleHead(w.ts, item) && !hasOrgHead(w.ts, item)
		}
	}
}

func hasDigits(s string, n int) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			if n--; n == 0 {
				return true
			}
		}
	}
	return false
}
