package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wholeName widens a firm's name that every place of the mail shows as a part
// of a longer one: "Sorrel Health Board" of "Vale of Sorrel Health Board",
// "Thornbury" of "Thornbury Building Society". A name that makes up the
// sender's domain, or stands whole somewhere, stays as it is.
func (w *whoReader) wholeName(name string) string {
	if body := w.publicBody(name); body != "" {
		return body
	}
	if w.exactFit(name) {
		return name
	}
	words := newPassage("", name, false).toks
	if len(words) == 0 {
		return name
	}
	wider := ""
	for _, p := range w.passages {
		for i := 0; i+len(words) <= len(p.toks); i++ {
			if !sameWords(p.toks[i:i+len(words)], words) {
				continue
			}
			a, b := w.widen(p, i, i+len(words))
			if a == i && b == i+len(words) {
				return name
			}
			if s := p.cut(a, b); wider == "" || len(s) < len(wider) {
				wider = s
			}
		}
	}
	if wider == "" || w.badOrg(wider) {
		return name
	}
	return wider
}

func sameWords(a, b []whoTok) bool {
	for i := range b {
		if a[i].kind != b[i].kind || a[i].low != b[i].low {
			return false
		}
	}
	return true
}

// widen looks for the words around a name that belong to it: a capitalised
// word joined by "of" before it, or words up to a firm's word after it.
func (w *whoReader) widen(p *passage, a, b int) (int, int) {
	if a >= 2 {
		join, before := p.toks[a-1], p.toks[a-2]
		if join.kind == whoWord && !join.upper && nameJoins[join.low] && before.kind == whoWord && before.upper && !before.caps &&
			!w.ts.roleHead(before.low) && w.belongs(p, a-2, a-1) && (a == 2 || p.toks[a-3].kind != whoWord || !p.toks[a-3].upper) {
			a -= 2
		}
	}
	b = w.spelledOn(p, a, b)
	const most = 3
	for e := b; e < b+most; e++ {
		t := p.at(e)
		if t.kind != whoWord || !t.upper || notNames[t.low] || weekdayWord(t.low) {
			break
		}
		if d, _ := everyTable().longest(p, e, cueDesk); d != 0 || w.ts.interviewWord(t.low) || w.ts.roleHead(t.low) {
			break
		}
		if w.ts.orgHead(t.low) && !places[t.low] {
			b = e + 1
		}
	}
	return a, b
}

// spelledOn gives the end of the words behind [a,b) that go on spelling the
// sender's domain: "Wharf" of "Wharf Road Gym" at wharfroadgym.example.
func (w *whoReader) spelledOn(p *passage, a, b int) int {
	for _, l := range w.labels {
		label, key := letters(l.label), strings.ReplaceAll(letters(p.cut(a, b)), " ", "")
		if l.weight < 0.9 || len(key) < 3 || !strings.HasPrefix(label, key) {
			continue
		}
		for p.at(b).kind == whoWord && p.at(b).upper && len(key) < len(label) && strings.HasPrefix(label, key+letters(p.at(b).low)) {
			key += letters(p.at(b).low)
			b++
		}
	}
	return b
}

// nameJoins join the words of a firm's name; "at" and "for" do not.
var nameJoins = setOf([]string{"of", "de", "del", "della", "di", "do", "da", "van", "van de", "of the", "y", "et", "e"})

// publicHeads are the words that make a place's name a public body's, as they
// stand before it.
var publicHeads = []string{"gemeente ", "stad ", "provincie ", "waterschap ", "stadt ", "gemeinde ", "landkreis ", "kreis ", "kanton ", "bistum ", "comune di ", "provincia di ", "regione ", "ayuntamiento de ", "diputación de ", "universidad de ", "ville de ", "commune de ", "mairie de ", "département de ", "université de ", "câmara municipal de ", "município de ", "prefeitura de ", "universidade de ", "gmina ", "powiat ", "miasto ", "city of ", "town of ", "county of ", "village of ", "township of ", "borough of ", "university of ", "state of ", "directorate of ", "department of ", "ministry of ", "bureau of ", "shire of ", "ministère de ", "ministerio de ", "ministero di ", "diocese of "}

// publicBody gives the name with the word before it that makes it a public
// body's wherever the sender writes it, "" where there is none.
func (w *whoReader) publicBody(name string) string {
	if len(name) < 4 {
		return ""
	}
	low := lowerSame(name)
	for _, p := range w.passages {
		if p.source == sourceQuoted || p.source == sourceForwarded {
			continue
		}
		text := lowerSame(p.text)
		if len(text) != len(p.text) {
			continue
		}
		for _, head := range publicHeads {
			i := strings.Index(text, head+low)
			if i < 0 || i > 0 && letterOrDigit(text[i-1]) || i+len(head)+len(low) < len(text) && letterOrDigit(text[i+len(head)+len(low)]) {
				continue
			}
			first, size := utf8.DecodeRuneInString(p.text[i:])
			return string(unicode.ToUpper(first)) + p.text[i+size:i+len(head)] + name
		}
	}
	return ""
}

// belongs says whether the words [a,b) before a name are part of it rather
// than of the sentence.
func (w *whoReader) belongs(p *passage, a, b int) bool {
	for k := a; k < b; k++ {
		t := p.toks[k]
		if t.kind != whoWord {
			continue
		}
		if !t.upper {
			if !w.ts.orgJoin(t.low) || k == a {
				return false
			}
			continue
		}
		d, _ := w.ts.longest(p, k, cueOrg|cueOrgWeak|cueSignOff|cueGreeting|cueContact|cuePanel|cueDesk)
		if notNames[t.low] || w.ts.interviewWord(t.low) || w.ts.roleStop(t.low) || d != 0 || w.ts.roleHead(t.low) || w.isPersonKey(plainFold(t.low)) {
			return false
		}
	}
	return true
}

// halls are the houses of public bodies, not the bodies.
var halls = setOf([]string{"gemeentehuis", "stadhuis", "stadskantoor", "provinciehuis", "rathaus", "stadthaus", "kreishaus", "bürgerhaus", "mairie", "préfecture", "hôtel", "palazzo", "palacio", "palácio", "paços", "ratusz", "urzędzie", "siedziba", "hall", "house", "centre", "center", "sede", "campus"})
