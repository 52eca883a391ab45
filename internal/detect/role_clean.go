package detect

import (
	"strings"
	"unicode"
)

// genders are marks of openness that job adverts must bear.
var genders = setOf([]string{"m/w/d", "w/m/d", "m/f/d", "f/m/d", "m/f/x", "f/m/x", "h/f", "f/h", "m/v", "v/m", "m/v/x", "v/m/x", "m/f", "f/m", "k/m", "m/k", "h/m", "m/w", "w/m", "d/m/w", "d/w/m", "m/w/x", "w/m/x", "m/w/divers", "gn", "all genders", "all gender", "x/f/m", "h/f/x", "f/h/x", "m/d/w", "w/d/m", "i/m/w/d", "f/m/div", "m/f/nb", "m / w / d", "m / f / d", "m/f/*", "h/f/nb", "h/f/d", "u/m/k"})

// cleanRole cuts gender marks, requisition numbers, work loads and marks.
func (w *whoReader) cleanRole(s string) string {
	s = strings.Trim(strings.TrimSpace(s), `"'“”„«»*_-–—,;:.|/ `)
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '(')
		if i < 0 {
			b.WriteString(s)
			break
		}
		e := strings.IndexByte(s[i:], ')')
		if e < 0 {
			b.WriteString(s[:i])
			break
		}
		inner := strings.ToLower(strings.TrimSpace(s[i+1 : i+e]))
		b.WriteString(s[:i])
		if i > 0 && s[i-1] != ' ' && genderEnds[inner] {
			b.WriteString(s[i : i+e+1]) // préposé(e)
			s = s[i+e+1:]
			continue
		}
		if strings.TrimSpace(s[i+e+1:]) == "" && strings.TrimSpace(b.String()) != "" {
			break // what stands in brackets at the end is more than a draft needs
		}
		if !(genders[inner] || genders[strings.ReplaceAll(inner, " ", "")] || genders[strings.ReplaceAll(inner, "|", "/")] || hasDigits(inner, 3) || inner == "" || strings.HasPrefix(inner, "req") || strings.HasPrefix(inner, "ref") || pensum(inner)) {
			b.WriteString(s[i : i+e+1])
		}
		s = s[i+e+1:]
	}
	f := strings.Fields(strings.ReplaceAll(w.cutTail(w.cutLead(cutDetail(b.String()))), " ,", ","))
	for changed := true; changed && len(f) > 0; {
		changed = false
		if l := f[len(f)-1]; reqNumber(l) || len(f) > 1 && len(l) >= 2 && strings.Trim(l, "0123456789") == "" || genders[lowerSame(strings.Trim(l, ","))] || pensum(l) || l == "-" || l == "–" || l == "|" || l == "," {
			f, changed = f[:len(f)-1], true
		} else if len(f) > 2 && lowerSame(f[0]) == "band" && hasDigits(f[1], 1) {
			f, changed = f[2:], true
		} else if k := seasonAt(f); k > 0 && !w.capsLanguage() && hasRoleHead(w.ts, strings.Join(f[:k], " ")) {
			f, changed = f[:k], true
		} else if x := f[0]; reqNumber(x) || x == "-" || x == "–" || x == "|" {
			f, changed = f[1:], true
		} else if len(f) > 1 && reqWord[lowerSame(strings.Trim(l, ".:#"))] {
			f, changed = f[:len(f)-1], true
		}
	}
	s = strings.Join(f, " ")
	for _, dash := range []string{" - ", " – ", " — "} {
		if head, tail, ok := strings.Cut(s, dash); ok && (noPost[lowerSame(tail)] || hasRoleHead(w.ts, head) && !hasRoleHead(w.ts, tail) && !w.fieldOfWork(tail)) {
			s = head // "Instructional Designer - Hiring Manager", "Store Specialist - Bologna"
		}
	}
	if w.capsLanguage() {
		s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	}
	return strings.Trim(s, `"'“”„«»*_-–—,;:.|/ `)
}

// seasons are words that say when somebody works, after a title in small
// letters.
var seasons = setOf([]string{"stagione", "estate", "inverno", "estivo", "estiva", "temporada", "verano", "invierno", "fines", "findes", "verão", "fins", "saison", "été", "hiver", "week-end", "week-ends", "weekend", "weekends", "seizoen", "zomer", "winter", "sezon", "lato", "wakacje"})

// seasonAt gives where such words begin behind a title's first word, or 0.
func seasonAt(f []string) int {
	for k := 1; k < len(f); k++ {
		if seasons[f[k]] && f[k-1] == lowerSame(f[k-1]) && !genitive[f[k-1]] && f[k-1] != "&" {
			return k
		}
	}
	return 0
}

// details are words that begin what advertisers add to a title.
var details = setOf([]string{"gebiet", "region", "bezirk", "secteur", "zone", "temps", "dès", "band", "grade", "step", "gs", "part-time", "full-time", "part", "full", "teilzeit", "vollzeit", "befristet", "unbefristet", "fixed", "permanent", "temporary", "contract", "temps", "cdi", "cdd", "media", "jornada", "deeltijd", "voltijds", "tempo", "meio", "ref", "req", "job", "level", "remote", "hybrid", "location", "salary", "ab", "from", "starting", "concours", "kennziffer"})

// cutDetail cuts ", Band 5", ", Teilzeit", ", GS-0180-12".
func cutDetail(s string) string {
	segs := strings.Split(s, ",")
	every := everyTable()
	for i := 1; i < len(segs); i++ {
		tail := strings.Fields(lowerSame(segs[i]))
		if len(tail) == 0 || details[tail[0]] || months[tail[0]] || namesPlace(every, segs[i]) && hasRoleHead(every, segs[0]) || hasDigits(segs[i], 1) && len(tail) <= 3 || i > 1 && hasOrgHead(every, segs[i]) {
			segs = segs[:i]
			break
		}
	}
	if len(segs) == 2 && !hasRoleHead(every, segs[0]) && hasRoleHead(every, segs[1]) && hasOrgHead(every, segs[0]) {
		segs = segs[1:] // Regional Forests Agency, Agronomist
	}
	return strings.TrimSpace(strings.Join(segs, ","))
}

// fieldOfWork says whether what stands behind a title's dash is a field of work
// or a ward's letters: "Registered Nurse - Renal", "Staff Nurse - NICU".
func (w *whoReader) fieldOfWork(tail string) bool {
	low := lowerSame(tail)
	return !strings.Contains(tail, " ") && (tradeFields[low] || allCaps(tail) && len(tail) < 6 && !contracts[low] || strings.HasPrefix(low, "kandydat"))
}

// contracts are the letters of kinds of contract.
var contracts = setOf([]string{"cdi", "cdd", "clt", "pj", "rtt", "uop", "b2b", "ccnl"})

// namesPlace says whether words with capitals end in a firm's noun: "Sterling
// Moor District Council".
func namesPlace(ts wordTables, s string) bool {
	f := strings.Fields(s)
	return len(f) > 1 && ts.orgHead(lowerSame(f[len(f)-1])) && !hasRoleHead(ts, s) && f[0] != lowerSame(f[0])
}

// cutLead cuts words before a title that belong to the sentence: "post of",
// "vacancy", "spontane sollicitatie".
func (w *whoReader) cutLead(s string) string {
	p := newPassage("", s, false)
	a := 0
	for a < len(p.toks)-1 {
		t := p.toks[a]
		d, _ := wordDuty(w.ts, t.low)
		join := p.toks[a+1]
		of := join.kind == whoWord && !join.upper && (w.ts.roleJoin(join.low) || w.ts.article(join.low) || asWord[join.low] || join.low == "of")
		switch {
		case t.kind == whoPunct && t.low != "(":
		case t.kind == whoPunct && closing(p, a) > 0 && (a == 0 || !hasRoleHead(w.ts, p.cut(a, closing(p, a)))):
			a = closing(p, a) - 1
		case leadNouns[t.low] && !w.ts.roleHead(join.low) && (join.low == "of" || join.low == "," || join.low == "-"), leadNouns[t.low] && join.upper == t.upper && join.kind == whoWord && hasRoleHead(w.ts, p.cut(a+1, len(p.toks))) && a+1 < len(p.toks):
			if join.low == "of" || join.kind == whoPunct {
				a++
			}
		case a == 0 && (t.digit && reqNumber(t.low) || t.low == "00" || praise[t.low] && w.capsLanguage()) && hasRoleHead(w.ts, p.cut(a+1, len(p.toks))):
		case a == 0 && t.low == "stand" && join.low == "van" && p.at(a+2).low == "zaken" && a+3 < len(p.toks):
			a += 2
		case a == 0 && strings.HasPrefix(t.low, "stanowisk") && w.in.Lang == "pl" && w.ts.roleHead(join.low):
		case a == 0 && reqWord[t.low] && !levels[t.low] && join.digit:
			a++
		case a == 0 && replyMarks[t.low] && join.low == ":":
			a++
		case subjectNouns[t.low] && !of:
		case d&(cueRoleAfter|cueRoleLabel) != 0 && of && !w.ts.roleHead(t.low):
			a++
		case !t.upper && (w.ts.interviewWord(t.low) || w.ts.article(t.low) || w.ts.roleStop(t.low) || d&cueRoleLabel != 0) && !w.ts.roleHead(t.low):
		case w.isOwnerWord(plainFold(t.low)) && t.upper:
		default:
			return p.text[p.toks[a].lo:]
		}
		a++
	}
	return p.text[p.at(a).lo:]
}

// leadNouns are nouns of letters and meetings that stand before a title, alone
// or with "of": "Appointment of Warden", "Portfolio review, Designer".
var leadNouns = setOf([]string{"appointment", "letter", "offer", "proposal", "candidacy", "review", "portfolio", "outcome", "recap", "probearbeiten", "nachfrage", "initiativbewerbung", "kolloquium", "hearing", "vorstellung", "auswahlverfahren", "stellenbesetzungsverfahren", "conversación", "búsqueda", "anuncio", "anúncio", "kandidatuur", "saison", "stagione", "temporada", "nachricht", "rückfrage", "anfrage", "vacature", "ricerca", "annuncio", "annonce", "cv"})

// praise are words of the sentence before a title, not the title's.
var praise = setOf([]string{"one", "excellent", "great", "good", "better", "best", "fantastic", "brilliant", "proper", "real", "experienced", "the", "other", "further", "additional", "strong"})

// months and the like begin what says when a post starts.
var months = setOf([]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "fall", "winter", "term", "maternity", "start", "immediate", "asap", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"})

// subjectNouns are what subjects put before a title: "Einladung Servicetechniker".
var subjectNouns = setOf([]string{"einladung", "aushang", "terminverlegung", "terminänderung", "zwischenstand", "rückmeldung", "absage", "zusage", "convocation", "invitation", "candidature", "relance", "convocatoria", "invitación", "admissão", "convocação", "convite", "uitnodiging", "selectiedag", "juryproef", "kennismaking", "voorstel", "afwijzing", "convocazione", "invito", "selezione", "konkurs", "zaproszenie", "odpowiedź"})

// levels are those of reqWord that a title may begin with: "Grade 2 Physio".
var levels = setOf([]string{"grade", "band", "level"})

var reqWord = setOf([]string{"ref", "req", "id", "reference", "job", "nr", "no", "kennziffer", "band", "grade", "réf", "code", "requisition"})

// reqNumber says whether a word is a vacancy's number: R-0048812, 2026-3391.
func reqNumber(s string) bool {
	s = strings.Trim(s, "()[]#:,.")
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLower(r):
			return false
		}
	}
	return digits >= 4 || digits >= 3 && len(s) > digits
}

// pensum says whether a word is a work load: 80-100%.
func pensum(s string) bool { return strings.HasSuffix(s, "%") && hasDigits(s, 2) }

// proceedings are words that no title holds past its head.
var proceedings = setOf([]string{"procedimento", "processo", "proceso", "procedimiento", "procédure", "verfahren", "verfahrens", "entrevista", "entretien", "colloquio", "rozmowa", "clients", "clientes", "kandidaten", "candidats", "candidatos"})

// noPost are persons of a hiring and manners of meeting, never the post.
var noPost = setOf([]string{"hiring manager", "line manager", "organizer", "organiser", "interviewer", "recruiter chat", "in-person", "face-to-face", "one-to-one", "meet-and-greet", "manager", "leadership", "team lead chat", "the team", "panel chair", "host", "candidate", "recruiter", "recruiter screen", "vp", "ceo", "cfo", "cto", "coo", "boss", "owner", "data", "product", "bewerberin", "bewerber", "kandidat", "kandidatin"})

// isPersonTitle says whether a word is one that only persons bear.
func isPersonTitle(s string) bool {
	switch s {
	case "Mr", "Mrs", "Ms", "Miss", "Herr", "Herrn", "Frau", "Mme", "Sra", "Dña", "Sig.ra", "Dott", "Dott.ssa", "mevrouw", "Pani":
		return true
	}
	return false
}

// badRole says whether the words are none of a post.
func (w *whoReader) badRole(name string) bool {
	f := strings.Fields(name)
	if len(name) < 3 && !allCaps(name) || len(name) > 110 || len(f) > 12 || strings.ContainsAny(name, "@<>{}=") || strings.Contains(name, "://") || strings.Contains(name, "c/o") {
		return true
	}
	low := lowerSame(name)
	if noPost[strings.TrimPrefix(low, "the ")] {
		return true
	}
	words := strings.Fields(low)
	for i, x := range words {
		if i > 0 && proceedings[x] && !(i > 1 && genitive[words[i-1]] && w.ts.roleHead(words[i-2])) {
			return true // but "Engenheiro de Processo"
		}
	}
	for i, x := range f[1:] {
		if i+2 < len(f) && isPersonTitle(strings.Trim(x, ".,")) {
			return true // "Bursar and Mr Pugh": persons
		}
	}
	if last := lowerSame(f[len(f)-1]); len(f) > 1 && interviewNoun[last] || strings.Contains(low, " with ") {
		return true
	}
	if key := companyKey(name); key != "" && (key == w.companyKey && !strings.HasSuffix(lowerSame(f[0]), "-stelle") && !(len(f) > 2 && genitive[f[1]] && w.ts.roleHead(lowerSame(f[0]))) || sameCompany(key, w.companyKey)) || w.isPersonKey(plainFold(name)) {
		return true
	}
	letters := 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 2 || letters*2 < len(f) {
		return true
	}
	noise := true
	for _, x := range strings.Fields(low) {
		x = strings.Trim(x, "(),.;:")
		if strings.ContainsAny(x, "0123456789") && strings.Contains(x, ":") {
			return true
		}
		if !(w.ts.interviewWord(x) && !w.ts.roleHead(x) || notNames[x] && !w.ts.roleHead(x) || w.ts.article(x) || w.isOwnerWord(plainFold(x)) || hasDigits(x, 1)) {
			noise = false
		}
		d, _ := wordDuty(w.ts, x)
		if len(f) == 1 && d&cueRoleAfter != 0 {
			return true
		}
	}
	return noise
}

// wordDuty gives the duties of a single word.
func wordDuty(ts wordTables, low string) (d whoCue, ok bool) {
	if n := ts.root.next[low]; n != nil {
		d = n.does
	}
	return d, d != 0
}
