package detect

import "strings"

// calledInterview is what the interview itself is called in a day's plan, in
// lower case; a chat or a test may be another item of it.
var calledInterview = []string{"interview", "vorstellungsgespräch", "bewerbungsgespräch", "auswahlgespräch", "entretien", "entrevista", "sollicitatiegesprek", "colloquio", "rozmowa kwalifikacyjna", "rozmowy kwalifikacyjnej"}

// itself prefers, of two times of the best day, the one that alone is called
// the interview's: "report at 13:15 for a test; the interview itself begins at
// 13:40". A longer plan is one interview from its first item on.
func (k *picker) itself(pairs []pair, best pair) pair {
	if !best.HasTime || best.labelled || best.callsInterview(pairs) {
		return best
	}
	found, times := -1, map[int64]bool{}
	for i := range pairs {
		p := &pairs[i]
		if p.HasTime && p.p == best.p && sameLocalDay(p.Start, best.Start) && !p.end {
			times[p.Start.At.Unix()] = true
		}
		if !p.HasTime || p.p != best.p || !sameLocalDay(p.Start, best.Start) || p.old || p.end || p.deadline || p.Start.At.Equal(best.Start.At) || !p.callsInterview(pairs) {
			continue
		}
		if found >= 0 && !pairs[found].Start.At.Equal(p.Start.At) {
			return best
		}
		found = i
	}
	if found < 0 || len(times) > 2 || pairs[found].Start.At.Before(best.Start.At) {
		return best
	}
	return pairs[found]
}

// callsInterview reports whether the words between a moment and its neighbours
// on its line, at most calledWithin bytes away, name an interview.
func (p *pair) callsInterview(pairs []pair) bool {
	const calledWithin = 40
	at := p.anchor()
	a, b := p.p.line(at)
	a, b = max(a, at-calledWithin), min(b, at+calledWithin)
	for i := range pairs {
		o := &pairs[i]
		switch x := o.anchor(); {
		case o.p != p.p || x == at:
		case x < at:
			a = max(a, x)
		default:
			b = min(b, x)
		}
	}
	text := strings.ToLower(strings.ToValidUTF8(p.p.text[a:b], ""))
	for _, s := range calledInterview {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// over reports whether a moment lay behind when the mail was written: "sent
// today at 9:14".
func (k *picker) over(p *pair) bool {
	return !k.in.Mail.Date.IsZero() && !p.Start.At.After(k.in.Mail.Date)
}
