package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// contactsFromText reads addresses in the text: signature, "contact Jane Doe,
// jane@…", "my colleague Jane takes over".
func (w *whoReader) contactsFromText(p *passage, add func(contactCandidate)) {
	if p.source == sourceQuoted || p.source == sourcePlace || p.source == sourceSummary {
		return
	}
	for i, t := range p.toks {
		if t.kind != whoWord || strings.IndexByte(t.low, '@') <= 0 {
			continue
		}
		address := strings.TrimSuffix(p.text[t.lo:t.hi], ".")
		score, pn := 2.0, w.nameBefore(p, i, address)
		switch p.source {
		case sourceSignature:
			score = 5.3
			if isShared(address) {
				score = 3.5
			}
			if w.signer.full != "" && fitsLocal(strings.Fields(w.signer.full), localOf(address)) {
				pn, score = w.signer, 5.7
			}
		case sourceForwarded:
			score = 1.5
		default:
			if w.signer.full != "" && fitsLocal(strings.Fields(w.signer.full), localOf(address)) {
				pn, score = w.signer, 5.5
				break
			}
			score = w.contactCues(p, i, address)
			if pn.full != "" {
				score += 0.5
			}
		}
		if _, vendor := Vendor(domainOf(address)); vendor {
			score -= 3
		}
		add(contactCandidate{contact: rules.Contact{Address: address}, person: pn, score: score, source: p.source, words: p.around(max(i-8, 0), i+1)})
	}
}

// contactCues looks at the words of the sentence before an address.
func (w *whoReader) contactCues(p *passage, i int, address string) float64 {
	score := 2.0
	for k := i - 1; k >= 0 && k > i-26; k-- {
		t := p.toks[k]
		if t.kind == whoLine && t.blank {
			break
		}
		if t.kind != whoWord {
			continue
		}
		if errand[t.low] {
			return 1.5
		}
		d, _ := w.ts.longest(p, k, cueContact|cueHandOver)
		if d&cueHandOver != 0 {
			return 7
		}
		if d&cueContact != 0 && score < 4.4 {
			score = 4.4
		}
	}
	for k := i + 1; k < len(p.toks) && k < i+14 && p.toks[k].kind != whoLine; k++ {
		if d, _ := w.ts.longest(p, k, cueHandOver); d&cueHandOver != 0 {
			return 6
		}
	}
	if isShared(address) {
		score -= 0.3
	}
	return score
}

// errand are words of sentences whose address serves something else.
var errand = setOf([]string{"expenses", "invoice", "travel", "claim", "privacy", "data", "unsubscribe", "technical", "it-support", "datenschutz", "reisekosten", "accommodation", "accommodations", "adjustments", "security", "gdpr", "rgpd", "opt-out", "complaints", "feedback", "spam", "abuse", "dpo", "frais", "gastos", "rodo", "helpdesk"})

// nameBefore gives the person's name that stands before an address: "Jane Doe
// <jane@…>", "Jane Doe (HR) at jane@…", "write to Jane: jane@…".
func (w *whoReader) nameBefore(p *passage, i int, address string) person {
	for k := i - 1; k >= 0 && k >= i-22; k-- {
		t := p.toks[k]
		if t.kind == whoLine && t.blank || t.kind == whoWord && strings.Contains(t.low, "@") {
			break
		}
		if t.kind != whoWord || !t.upper || t.digit || w.sentenceWord(p, k) {
			continue
		}
		a := k
		for a > 0 && a > k-4 && !isTitle(p.toks[a].low) && p.toks[a-1].kind == whoWord && (p.toks[a-1].upper && !w.sentenceWord(p, a-1) || particle(p.toks[a-1].low) && a > 1 && p.toks[a-2].upper) {
			a--
		}
		name := p.cut(a, k+1)
		pn := readPerson(name, address)
		if pn.full == "" || w.isOwnerWord(plainFold(pn.full)) {
			continue
		}
		if fitsLocal(strings.Fields(pn.full), localOf(address)) {
			return pn
		}
		if !hasRoleHead(w.ts, name) && !hasOrgHead(w.ts, name) && w.labelFit(name) == fitNone && !w.isCompanyAt(p, a) &&
			(isShared(address) && len(strings.Fields(pn.full)) > 1 && i-k < 8 || w.besideAddress(p, k+1, i)) {
			return pn
		}
	}
	return person{}
}

// besideAddress says whether nothing but marks, a bracket and words such as
// "at" stand between a name and the address at token i.
func (w *whoReader) besideAddress(p *passage, k, i int) bool {
	for ; k < i; k++ {
		t := p.toks[k]
		switch {
		case t.kind == whoPunct && t.low == "(":
			e := closing(p, k)
			if e == 0 || e > i {
				continue
			}
			k = e - 1
		case t.kind == whoPunct && t.low != "." && t.low != "!" && t.low != "?", t.kind == whoCell:
		case t.kind == whoWord && (len(t.low) <= 3 || t.low == "email" || t.low == "e-mail" || t.low == "know" || t.low == "unter"):
		default:
			return false
		}
	}
	return true
}

// sentenceWord says whether a capital is a sentence's, not a name's.
func (w *whoReader) sentenceWord(p *passage, i int) bool {
	t := p.toks[i]
	if notNames[t.low] || w.ts.roleStop(t.low) {
		return true
	}
	d, _ := w.ts.longest(p, i, cueContact|cuePanel|cueSignOff|cueGreeting)
	return d != 0
}
