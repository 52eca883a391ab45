package detect

import (
	"strings"
	"unicode"
)

// phone finds the number to ring: in the signature first, then in the text
// after words that ask to call. Fax, meeting and dial-in numbers, references
// and the owner's own number are left out.
func (w *whoReader) phone(r *WhoResult) {
	type number struct {
		text  string
		score float64
		p     *passage
		words string
	}
	var best number
	for _, p := range w.passages {
		if p.source == sourceQuoted || p.source == sourceSubject || p.source == sourceSummary || p.source == sourcePlace {
			continue
		}
		for _, line := range phoneLines(p) {
			if !hasDigits(line, 7) {
				continue
			}
			for _, n := range numbersIn(line) {
				before := line[:n[0]]
				score := w.phoneScore(before, line[n[0]:n[1]], p.source)
				if score > best.score {
					best = number{strings.TrimSpace(line[n[0]:n[1]]), score, p, line}
				}
			}
		}
	}
	if best.score >= 1.35 {
		r.Phone = best.text
		r.Evidence = append(r.Evidence, evidence("phone", best.p.source, best.words))
	}
}

// dialIn are words of the block in which a conference's numbers stand.
var dialIn = []string{"meeting id", "besprechungs-id", "id de réunion", "id de reunión", "id. de reunión", "vergadering", "id riunione", "id da reunião", "identyfikator spotkania", "or dial", "per telefon teilnehmen", "join by phone", "dial-in", "einwahl", "join with google meet", "microsoft teams", "teilnehmen über google", "réunion microsoft", "invitation from google", "one tap"}

// phoneLines gives the lines of a passage up to where a conference's dial-in
// block begins.
func phoneLines(p *passage) []string {
	end := len(p.low)
	for _, s := range dialIn {
		if i := strings.Index(p.low[:end], s); i >= 0 {
			end = strings.LastIndexByte(p.low[:i], '\n') + 1
		}
	}
	return strings.SplitN(p.text[:end], "\n", 200)
}

// numbersIn finds spans that are shaped like telephone numbers: a plus or a
// leading zero or a bracket, seven digits or more, no date.
func numbersIn(line string) (spans [][2]int) {
	for i := 0; i < len(line); {
		c := line[i]
		if !(c == '+' || c == '(' || c >= '0' && c <= '9') || i > 0 && (isAlnum(line[i-1]) || line[i-1] == '/' || line[i-1] == '-' || line[i-1] == '.' || line[i-1] == '=' || line[i-1] == '#' || line[i-1] == '_') {
			i++
			continue
		}
		end, digits, last := i, 0, i
		for end < len(line) {
			d := line[end]
			if d >= '0' && d <= '9' {
				digits++
				last = end + 1
			} else if !strings.ContainsRune(" +()-./", rune(d)) && d < 0x80 || d >= 0x80 && !strings.HasPrefix(line[end:], "\u00a0") && !strings.HasPrefix(line[end:], "‑") && !strings.HasPrefix(line[end:], "–") {
				break
			} else if d == ' ' && end+1 < len(line) && line[end+1] == ' ' && digits >= 7 {
				break
			}
			end++
		}
		if digits >= 7 && digits <= 15 && !dateLike(line[i:last]) && !(last < len(line) && (isAlnum(line[last]) || line[last] == '@' || line[last] == '%')) {
			spans = append(spans, [2]int{i, last})
		}
		i = max(last, i+1)
	}
	return spans
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '@'
}

// dateLike says whether digits are a date, a time span or a price.
func dateLike(s string) bool {
	if s[0] == '+' {
		return false
	}
	dots := strings.Count(s, ".") + strings.Count(s, "/")
	if dots >= 2 && strings.Count(s, " ") <= 2 {
		f := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '/' || r == ' ' || r == '-' || r == '–' })
		if len(f) >= 3 && len(f[0]) <= 2 && len(f[1]) <= 2 && (len(f[2]) == 4 || len(f[2]) == 2) && !strings.HasPrefix(s, "0") {
			return true
		}
		if len(f) >= 3 && len(f[2]) == 4 && strings.HasPrefix(f[2], "20") {
			return true
		}
	}
	return strings.HasPrefix(s, "20") && len(s) >= 8 && (s[4] == '-' || s[4] == '/')
}

// phoneScore weighs a number by the words before it.
func (w *whoReader) phoneScore(before, number, source string) float64 {
	if i := strings.LastIndexAny(before, "|·;"); i >= 0 {
		before = before[i+1:]
	}
	if len(before) > 70 {
		before = strings.ToValidUTF8(before[len(before)-70:], "")
	}
	p := newPassage("", before, false)
	score := 0.5
	if source == sourceSignature {
		score = 1.2
	}
	lead := strings.TrimLeft(number, "(")
	if lead != "" && (lead[0] == '+' || lead[0] == '0') {
		score += 0.6
	} else if strings.Count(number, "-") >= 1 || strings.HasPrefix(number, "(") || strings.Count(number, " ") >= 2 {
		score += 0.3
	}
	near := len(p.toks) - 7
	for i := max(near, 0); i < len(p.toks); i++ {
		if d, _ := w.ts.longest(p, i, cuePhoneNever); d != 0 {
			if _, e := w.ts.longest(p, i, cuePhoneNever); e >= len(p.toks)-2 || p.at(e).low == ":" && e >= len(p.toks)-3 {
				return 0
			}
		}
		if d, e := w.ts.longest(p, i, cuePhone); d != 0 {
			if len(p.toks)-e <= 3 {
				score += 1
			} else {
				score += 0.3
			}
		}
	}
	if w.callsOwner(p) {
		return 0
	}
	if source != sourceSignature && len(p.toks) == 0 && (strings.ContainsAny(number, "+(-") || number[0] == '0') {
		score += 0.6 // a line of its own
	}
	if !strings.ContainsFunc(number, unicode.IsDigit) {
		return 0
	}
	return score
}

// callsOwner says whether the sentence tells that the owner will be rung.
func (w *whoReader) callsOwner(p *passage) bool {
	calls := false
	for _, t := range p.toks {
		switch t.low {
		case "call", "ring", "phone", "reach", "anrufen", "rufe", "rufen", "appellerai", "appellerons", "appelle", "llamaré", "llamaremos", "llamo", "bel", "bellen", "chiamerò", "chiameremo", "chiamo", "ligarei", "ligaremos", "ligo", "zadzwonię", "zadzwonimy":
			calls = true
		case "you", "dich", "sie", "vous", "t'", "te", "le", "je", "u", "ti", "la", "lhe", "pani", "pana", "panią":
			if calls {
				return true
			}
		case "will", "me", "us", "mich", "uns", "moi", "nous", "mij", "ons", "mi", "ci":
			if t.low != "will" {
				calls = false
			}
		}
	}
	// "Priscilla will call +1 …": the number is the owner's.
	s := lowerSame(p.text)
	return strings.HasSuffix(strings.TrimSpace(s), "will call") || strings.HasSuffix(strings.TrimSpace(s), "will ring")
}
