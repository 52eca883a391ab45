package detect

import "strings"

// ownRound tells "our second round" from "the second round": the word that
// makes it the reader's own begins before h and reaches into it.
func (p *timedText) ownRound(h cueHit) bool {
	for _, g := range p.hitsIn(max(0, h.from-near/2), h.from) {
		if g.has(cueInterview) && g.to > h.from {
			return true
		}
	}
	return false
}

// ofBefore reports whether the word h speaks of the moment that ends at lo, in
// the same sentence, rather than of the one after it: "on Monday we are
// closed, so come on Tuesday".
func (p *timedText) ofBefore(h cueHit, lo int, c *candidate) bool {
	if lo <= c.from || h.from < lo || h.to > c.From {
		return false
	}
	return strings.IndexByte(p.text[lo:h.from], ',') < 0 && strings.IndexByte(p.text[h.to:c.From], ',') >= 0
}

// minOld is the length from which a word tells an old moment plainly.
const minOld = 8

// bracketed reports whether i stands in brackets on its line.
func (p *timedText) bracketed(i int) bool {
	a, b := p.line(i)
	open := strings.LastIndexByte(p.text[a:i], '(')
	return open >= 0 && strings.LastIndexByte(p.text[a:i], ')') < open && strings.IndexByte(p.text[i:b], ')') >= 0
}

// onlyAbout reports whether s is "about" in one of our languages: "finish
// approx. 11:15".
func onlyAbout(s string) bool {
	return nearlyWords[strings.ToLower(strings.Trim(s, " .:,"))]
}

var nearlyWords = map[string]bool{"approx": true, "approximately": true, "about": true, "around": true, "ca": true, "circa": true, "etwa": true, "gegen": true, "ungefähr": true, "um ca": true,
	"vers": true, "environ": true, "sobre las": true, "hacia las": true, "aprox": true, "aproximadamente": true, "ongeveer": true, "rond": true, "omstreeks": true,
	"verso le": true, "circa alle": true, "cerca das": true, "por volta das": true, "około": true, "ok": true}

// denied reports whether the word h denies the moment at i: it stands right
// before it, or parted from it by "at" alone.
func (p *timedText) denied(h cueHit, i int) bool {
	const longest = 8
	if !h.has(cueDenied) || h.to > i || i-h.to > longest {
		return false
	}
	between := strings.ToLower(strings.TrimSpace(p.text[h.to:i]))
	return between == "" || atWords[between]
}

// atWords lead to an hour or a day.
var atWords = map[string]bool{"at": true, "on": true, "am": true, "um": true, "à": true, "le": true, "a las": true, "las": true, "el": true, "alle": true, "il": true, "às": true, "dia": true,
	"o": true, "om": true, "op": true, "w": true, "we": true, "a la": true, "den": true, "en": true, "no": true, "na": true}

// replaces reports whether a sentence names a moment that it denies, and another
// one: "at 3 and not at 9".
func (p *timedText) replaces() bool {
	for i := range p.found {
		f := &p.found[i]
		if f.Weak && f.Bare {
			continue
		}
		a, b := p.sentence(f.From, f.To)
		for _, h := range p.hitsIn(max(a, f.From-near/2), f.From) {
			if !p.denied(h, f.From) {
				continue
			}
			for k := range p.found {
				if g := &p.found[k]; k != i && g.From >= a && g.To <= b && g.HasTime == f.HasTime && (!g.Weak || !g.Bare) {
					return true
				}
			}
		}
	}
	return false
}

// opensOther reports whether the word h stands in brackets that open after i and
// hold a moment of their own: "at 10 (registration 9.30)".
func (p *timedText) opensOther(i int, h cueHit) bool {
	if strings.IndexByte(p.text[i:h.from], '(') < 0 {
		return false
	}
	end := strings.IndexByte(p.text[h.to:], ')')
	return end > 0 && p.hasMoment(h.to, h.to+end)
}

// parted reports whether a short word before a colon belongs to a verb rather
// than to the moment at i: "wir ziehen es vor: Donnerstag", or stands in a word
// for the same time: "same time as before (2pm)", or follows one of agreement.
func (p *timedText) parted(h cueHit, i int) bool {
	if h.to-h.from <= shortWord && strings.IndexByte(p.text[h.to:i], ':') >= 0 {
		return true
	}
	for _, g := range p.hitsIn(max(0, h.from-near/2), h.from) {
		if g.has(cueSameTime) && g.to >= h.to || g.has(cueAgree) && g.to >= h.from-1 && h.to-h.from <= shortWord {
			return true // "va bene per giovedì"
		}
	}
	return false
}

// afterOld reports whether the short word h only leads on from one that tells
// an old moment: "originally planned for Monday".
func (p *timedText) afterOld(h cueHit) bool {
	if h.to-h.from > minOld {
		return false
	}
	for _, g := range p.hitsIn(max(0, h.from-near/2), h.from) {
		end := g.to
		for end < len(p.text) && letterOrDigit(p.text[end]) {
			end++
		}
		if g.has(cueOldBefore) && end-g.from >= minOld && end >= h.from-1 {
			return true
		}
	}
	return false
}

// momentAfter reports whether a moment stands a word or two after i, in the
// same sentence.
func (p *timedText) momentAfter(i int) bool {
	_, end := p.sentence(i, i+1)
	for k := range p.found {
		if f := &p.found[k]; f.From >= i && f.From-i <= close2 && f.From < end {
			return true
		}
	}
	return false
}

// neighbours gives the end of the moment before i and the start of the one
// after it: words beyond them speak of those.
func (p *timedText) neighbours(i int) (int, int) {
	lo, hi := 0, len(p.text)
	for k := i - 1; k >= 0; k-- {
		if !p.found[k].Weak || p.found[k].HasTime {
			lo = p.found[k].To
			break
		}
	}
	for k := i + 1; k < len(p.found); k++ {
		if !p.found[k].Weak || p.found[k].HasTime {
			hi = p.found[k].From
			break
		}
	}
	return lo, hi
}

// hitsIn gives the hits that lie in [a, b).
func (p *timedText) hitsIn(a, b int) []cueHit {
	lo, n := 0, len(p.hits)
	for lo < n {
		mid := (lo + n) / 2
		if p.hits[mid].from < a {
			lo = mid + 1
		} else {
			n = mid
		}
	}
	hi := lo
	for hi < len(p.hits) && p.hits[hi].from < b {
		hi++
	}
	return p.hits[lo:hi]
}

// says reports whether a cue of the class stands in [a, b).
func (p *timedText) says(c cue, a, b int) bool {
	for _, h := range p.hitsIn(a, b) {
		if h.has(c) && h.to <= b {
			return true
		}
	}
	return false
}

// concludes reports whether a comma and "so" stand in [a, b): what follows is no
// longer what went before: "we shut at six, so quarter past".
func (p *timedText) concludes(a, b int) bool {
	comma := strings.HasPrefix(p.text[a:b], ",")
	for w := range strings.FieldsSeq(p.text[a:b]) {
		if comma && soWords[strings.ToLower(strings.Trim(w, ",."))] {
			return true
		}
		comma = strings.HasSuffix(w, ",") || w == "-" || w == "–"
	}
	return false
}

// soWords is "so" and "then" in our languages.
var soWords = map[string]bool{"so": true, "then": true, "also": true, "daher": true, "donc": true, "alors": true, "así": true, "entonces": true, "dus": true, "dan": true, "quindi": true, "allora": true, "então": true, "więc": true, "zatem": true}

// forWords lead to a last day, or to a moment that is fixed.
var forWords = map[string]bool{"pour le": true, "para el": true, "per": true, "voor": true, "na": true, "para": true, "auf": true, "en": true, "em": true, "za": true}

// fixes reports whether the sentence [a, b) fixes something.
func (p *timedText) fixes(a, b int) bool {
	return p.says(cueFixed, a, b) || p.says(cueInterview, a, b)
}

// oldLabels and newLabels are the labels of the two moments of a move.
var (
	oldLabels = map[string]bool{"was": true, "before": true, "old": true, "previous": true, "previously": true, "original": true, "vorher": true, "bisher": true, "alt": true, "ursprünglich": true, "avant": true, "ancien": true, "ancien horaire": true, "antes": true, "anterior": true, "prima": true, "precedente": true, "voorheen": true, "eerder": true, "was eerst": true, "oud": true, "było": true, "poprzednio": true, "dotychczas": true, "era": true}
	newLabels = map[string]bool{"now": true, "new": true, "after": true, "updated": true, "jetzt": true, "neu": true, "nun": true, "maintenant": true, "nouveau": true, "nouvel horaire": true, "désormais": true, "ahora": true, "nuevo": true, "nueva": true, "ora": true, "nuovo": true, "nuova": true, "nu": true, "nieuw": true, "wordt": true, "agora": true, "novo": true, "nova": true, "teraz": true, "nowy": true, "jest": true}
)
