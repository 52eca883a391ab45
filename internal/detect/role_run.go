package detect

import "strings"

// roleRun reads a title that begins at token i or after an article; marked
// tells that a word such as "role" or a quote ends it.
func (w *whoReader) roleRun(p *passage, i int) (start, end int, marked bool) {
	i, quoteEnd := w.roleStart(p, i)
	if quoteEnd > 0 {
		return i, quoteEnd, true
	}
	r := roleRunner{w: w, p: p, start: i, last: i, pause: -1, small: !p.at(i).upper}
	for k := i; k < len(p.toks) && k < i+14; {
		t := p.toks[k]
		if t.kind >= whoLine {
			break
		}
		if t.kind == whoPunct {
			next := r.mark(k)
			if next == k {
				break
			}
			k = next
			continue
		}
		if d, _ := w.ts.longest(p, k, cueRoleAfter); d != 0 && k > i {
			return i, r.last, true
		}
		if r.ends(k) {
			break
		}
		k++
		if t.upper || t.digit || !w.ts.roleJoin(t.low) {
			r.last = k
		}
	}
	return i, r.end(), false
}

// roleStart passes what may stand before a title: a colon, articles, small
// adjectives before capitals. For a title in quotes it gives the quote's end.
func (w *whoReader) roleStart(p *passage, i int) (start, quoteEnd int) {
	if p.is(i, ":") {
		i++
	}
	for w.ts.article(p.at(i).low) && p.at(i).kind == whoWord && !(p.at(i).upper && !p.at(i+1).upper) {
		i++
	}
	if w.openQuote(p, i) {
		for k := i + 1; k < len(p.toks) && k < i+16 && p.toks[k].kind < whoLine; k++ {
			if p.toks[k].kind == whoPunct && w.openQuote(p, k) {
				return i + 1, k
			}
		}
		i++
	}
	for n := 0; n < 2 && w.capsLanguage(); n++ {
		t := p.at(i)
		if t.kind != whoWord || t.upper || t.digit || w.ts.roleHead(t.low) || w.ts.roleStop(t.low) || !p.at(i+1).upper {
			break
		}
		i++ // our open Product Designer
	}
	return i, 0
}

// roleRunner reads one title word by word.
type roleRunner struct {
	w     *whoReader
	p     *passage
	start int
	last  int  // after the last word that surely belongs
	pause int  // the first comma, dash or colon passed, or -1
	small bool // begins with a small letter
}

// mark passes the mark at k where titles hold such; it gives k where the
// title ends.
func (r *roleRunner) mark(k int) int {
	w, p := r.w, r.p
	next := p.at(k + 1)
	switch p.toks[k].low {
	case "(":
		if e := closing(p, k); e > 0 {
			return e
		}
	case "&", "+", "*":
		return k + 1
	case ",":
		if r.pause < 0 && k > r.start {
			r.pause = k
		}
		if next.upper || next.kind == whoWord && w.roleSoon(p, k+1) {
			return k + 1
		}
	case "-", "–", "—":
		if k > r.start && next.upper && !w.roleStopAt(p, k+1) && !w.isCompanyAt(p, k+1) && r.pause < 0 {
			r.pause = k
			return k + 1
		}
	case ":":
		if k > r.start && next.upper && next.kind == whoWord && !r.small && hasRoleHead(w.ts, p.cut(r.start, k)) {
			r.pause = k
			return k + 1
		}
	}
	return k
}

// ends says whether the word at k is no longer the title's.
func (r *roleRunner) ends(k int) bool {
	w, p, t := r.w, r.p, r.p.toks[k]
	if t.low == "de" && brigade[p.at(k-1).low] || p.at(k-1).low == "de" && brigade[p.at(k-2).low] {
		return false // Chef de Rang, in any language
	}
	later := k > r.start
	if w.roleStopAt(p, k) && later || !later && w.ts.roleStop(t.low) && !t.upper {
		if !(t.upper && w.ts.roleHead(t.low)) && !w.joinsRole(p, k, r.small) {
			return true
		}
	}
	if strings.Contains(t.low, "@") || w.isCompanyAt(p, k) {
		return true
	}
	if later && (t.digit && len(t.low) >= 4 || shortDays[t.low] && (t.upper || len(t.low) > 4)) {
		return true
	}
	if r.small && later && t.upper && !t.caps && w.capsLanguage() && p.source == sourceSubject && !w.ts.roleHead(t.low) && !w.ts.roleJoin(p.at(k-1).low) {
		return true // "groomer Bristol": a place
	}
	if r.small || t.upper || t.digit || !later || w.ts.roleJoin(t.low) {
		return false
	}
	// The title has capitals; the sentence goes on without.
	if w.in.Lang == "de" {
		return !w.ts.roleJoin(p.at(k - 1).low)
	}
	return w.capsLanguage() && !w.ts.roleHead(t.low) && t.low != "senior" && t.low != "junior"
}

// brigade are the French posts of kitchens and dining rooms.
var brigade = setOf([]string{"chef", "commis", "demi-chef", "maître", "maitre", "premier"})

// end decides about what stands behind a comma when no word ended the title.
func (r *roleRunner) end() int {
	if r.pause <= 0 || r.pause >= r.last {
		return r.last
	}
	head := hasRoleHead(r.w.ts, r.p.cut(r.start, r.pause))
	if !head && hasRoleHead(r.w.ts, r.p.cut(r.pause+1, r.last)) {
		return r.last
	}
	if m := r.p.toks[r.pause].low; m != ":" && m != "," && r.p.source != sourceSubject {
		return r.last
	}
	if m := r.p.toks[r.pause]; m.low == "," && head && r.last-r.pause == 2 && tradeFields[r.p.toks[r.pause+1].low] && r.p.at(r.last).kind != whoWord {
		return r.last // Backend Engineer, Payments
	}
	return r.pause
}

// tradeFields are fields of work that stand after a title's comma.
var tradeFields = setOf([]string{"payments", "platform", "infrastructure", "growth", "product", "marketing", "sales", "finance", "operations", "people", "security", "data", "analytics", "backend", "frontend", "mobile", "ios", "android", "education", "research", "policy", "legal", "tax", "treasury", "risk", "compliance", "logistics", "maintenance", "nights", "days", "renal", "paediatrics", "pediatrics", "oncology", "emergency", "disputes", "litigation", "hoofstock", "partnerships", "communications", "design", "engineering", "quality", "safety", "procurement", "strategy", "billing", "identity", "search", "ads", "fraud", "integrations", "reliability", "machine", "robotics", "hardware", "firmware", "chemistry", "physics", "biology", "maths", "mathematics", "english", "history", "music", "science"})

// capsLanguage says whether titles have capitals in the mail's language.
func (w *whoReader) capsLanguage() bool { return w.in.Lang == "en" || w.in.Lang == "" }

// roleSoon says whether a word like "role" ends the words from i on.
func (w *whoReader) roleSoon(p *passage, i int) bool {
	for k := i; k < len(p.toks) && k < i+6; k++ {
		if p.toks[k].kind != whoWord && p.toks[k].low != "&" {
			return false
		}
		if d, _ := w.ts.longest(p, k, cueRoleAfter); d != 0 {
			return true
		}
		if w.ts.roleStop(p.toks[k].low) && !p.toks[k].upper {
			return false
		}
	}
	return false
}

// verbal says whether a word ends as verbs do.
func (w *whoReader) verbal(t whoTok) bool {
	if t.kind != whoWord || t.upper || len(t.low) <= 5 || w.ts.roleHead(t.low) {
		return false
	}
	for _, e := range verbEnds[w.in.Lang] {
		if strings.HasSuffix(t.low, e) {
			return true
		}
	}
	return false
}

// roleStopAt says whether the title ends at token k.
func (w *whoReader) roleStopAt(p *passage, k int) bool {
	t := p.at(k)
	if w.verbal(t) {
		return true
	}
	return t.kind == whoWord && (w.ts.roleStop(t.low) || notNames[t.low] && (weekdays[t.low]))
}

var weekdays = setOf([]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "lunes", "martes", "miércoles", "jueves", "viernes", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"})

// verbEnds are endings of "we …" verbs, which end a title in languages that
// write both small.
var verbEnds = map[string][]string{
	"pl": {"liśmy", "łyśmy", "amy", "emy", "imy", "ymy", "ęła", "ęły", "ęło", "ało", "arło", "iło", "iała"}, "es": {"amos", "emos", "imos", "aron", "ieron", "ará", "erá", "irá", "ó"},
	"pt": {"amos", "emos", "imos", "aram", "eram", "iram", "ará", "erá", "irá", "ou"}, "it": {"iamo", "arono", "arà", "erà", "irà", "ò"}, "fr": {"era", "ait", "aient", "eront"},
}

// shortDays are days cut short: a date begins, the title is over.
var shortDays = setOf([]string{"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "today", "tomorrow", "heute", "morgen"})

// joinsRole says whether a stop word stands inside a title nevertheless:
// "Head of Sales", "Referent für Statistik", "Lecturer in Law".
func (w *whoReader) joinsRole(p *passage, k int, lowerStart bool) bool {
	t := p.at(k)
	if !t.upper && w.ts.roleJoin(t.low) && (lowerStart || !w.capsLanguage()) && genitive[t.low] {
		ofFirm := t.low == "da" || t.low == "do" || t.low == "del" || t.low == "della" || t.low == "du"
		next := p.at(k + 1)
		return !next.upper || !ofFirm || !lowerStart && !p.at(k+2).upper && !w.ts.orgHead(next.low) && !w.isCompanyAt(p, k+1)
	}
	if next := p.at(k + 1); t.low == "et" && (next.low == "d'" || next.low == "de") {
		return true // agent d'accueil et d'état civil
	}
	if !t.upper && taskJoins[w.in.Lang][t.low] && w.ts.roleHead(p.at(k-1).low) && p.at(k+1).kind == whoWord && !p.at(k+1).digit && !w.ts.interviewWord(p.at(k+1).low) && !w.ts.article(p.at(k+1).low) && !(p.at(k+1).upper && (t.low == "en" || t.low == "em")) {
		return true // assistente alla poltrona, aide à domicile
	}
	if t.upper || !w.ts.roleJoin(t.low) || !p.at(k+1).upper || lowerStart {
		return false
	}
	if w.isCompanyAt(p, k+1) || p.at(k+1).digit {
		return false
	}
	switch t.low {
	case "in":
		prev := p.at(k - 1).low
		return strings.HasSuffix(prev, "ship") || prev == "phd" || prev == "postdoc" || prev == "chair" || prev == "apprentice" || prev == "trainee" || prev == "specialist" || prev == "consultant" || prev == "lecturer" || prev == "professor" || prev == "reader" || prev == "fellow" || prev == "tutor" || prev == "researcher" || prev == "assistant" && p.at(k+1).caps
	case "to":
		return p.at(k-1).low == "assistant" || p.at(k-1).low == "pa"
	case "for", "im":
		return hasRoleHead(w.ts, p.cut(max(k-3, 0), k))
	}
	return true
}

// taskJoins tie a title's noun to what it is there for.
var taskJoins = map[string]map[string]bool{"it": setOf([]string{"alla", "allo", "agli", "ai"}), "fr": setOf([]string{"à", "aux"}), "pt": setOf([]string{"ao", "aos", "à", "às", "em"}), "es": setOf([]string{"en"})}

// genitive are the words that tie a title's nouns together.
var genitive = setOf([]string{"de", "d'", "van", "di", "ds", "des", "du", "del", "della", "dei", "do", "da", "dos", "das", "spraw", "der"})

// isCompanyAt says whether the firm's name begins at token k.
func (w *whoReader) isCompanyAt(p *passage, k int) bool {
	t := p.at(k)
	if w.companyKey == "" || t.kind != whoWord || !t.upper {
		return false
	}
	key := companyKey(p.cut(k, min(k+len(strings.Fields(w.companyKey)), len(p.toks))))
	return key != "" && (key == w.companyKey || len(key) > 4 && strings.HasPrefix(w.companyKey, key+" "))
}

// closing gives the token after the bracket that closes the one at k, when it
// stands within six words of the same line.
func closing(p *passage, k int) int {
	for e := k + 1; e < len(p.toks) && e < k+12; e++ {
		if p.toks[e].kind >= whoLine {
			return 0
		}
		if p.toks[e].low == ")" {
			return e + 1
		}
	}
	return 0
}
