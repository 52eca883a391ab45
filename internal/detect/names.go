package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// person is a human's name, its parts as far as they are certain.
type person struct {
	title  string // as written: "Dr", "Frau Dr."
	full   string // given and family in that order, without titles
	given  string
	family string
}

// displayName is what the words before an address say.
type displayName struct {
	person person // full is empty where no person is named
	org    string // a firm or a desk, as written
}

// particle says whether the word belongs to a family name that follows it.
func particle(low string) bool {
	return everyTable().any(func(w *peopleWords) bool { return w.particles[low] })
}

// pronouns stand in brackets after names.
var pronouns = setOf([]string{"she/her", "he/him", "they/them", "she", "he", "they", "her", "him", "elle", "il", "ella", "él", "sie", "er", "sie/ihr", "er/ihm", "she/they", "he/they", "she/her/hers", "he/him/his", "zij", "hij", "lei", "lui", "ela", "ele", "ona", "on", "external", "extern", "externe"})

// readDisplay takes the words before an address apart. The address helps to
// tell a person from a firm.
func readDisplay(display, address string) (d displayName) {
	s := strings.Trim(strings.TrimSpace(display), `"'“”„`)
	if s == "" || strings.Contains(s, "@") && !strings.Contains(s, " ") {
		return d
	}
	low := lowerSame(s)
	for _, via := range []string{" via ", " über ", " tramite ", " por meio de ", " przez "} {
		if i := strings.Index(low, via); i > 0 {
			s, low = s[:i], low[:i]
		}
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		inner := strings.TrimSpace(strings.Trim(s[i:], "() "))
		s = strings.TrimSpace(s[:i])
		if !pronouns[strings.ToLower(inner)] {
			d.org = inner
		}
	}
	if d.org == "" {
		s, d.org = splitDisplay(s, address)
	}
	if i := strings.IndexByte(s, '/'); i > 0 && strings.Count(s, "/") > 1 {
		s = s[:i] // Notes names: Jane Doe/Personnel/ACME
	}
	if p := newPassage("", s, false); len(p.toks) > 0 {
		if duty, e := everyTable().longest(p, 0, cueDesk); duty != 0 && e == len(p.toks) {
			if d.org == "" {
				d.org = s
			}
			return d
		}
	}
	d.person = readPerson(s, address)
	if d.person.full == "" {
		if d.org == "" || everyTable().any(func(w *peopleWords) bool { return hasOrgHead(wordTables{w}, s) }) {
			d.org = strings.TrimSpace(s)
		}
	}
	return d
}

// splitDisplay parts "Jane @ Acme", "Jane - Acme", "Jane Doe, Acme GmbH".
func splitDisplay(s, address string) (name, org string) {
	low := lowerSame(s)
	for _, sep := range []string{" @ ", " | ", " – ", " — ", " - ", " at ", " from ", " bei ", " chez ", " // ", " von ", " de ", " da ", " do ", " bij ", " van ", " di ", " z ", " · ", " en "} {
		i := strings.Index(low, sep)
		if i <= 0 {
			continue
		}
		left, right := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
		lp, rp := readPerson(left, address), readPerson(right, address)
		words := len(strings.Fields(left))
		switch {
		case unicode.IsLetter(firstRune(strings.TrimSpace(sep))):
			// A word: a firm must follow, else it may be a family name's part.
			if words <= 2 && lp.full != "" && localHas(address, lp.full) && (anyOrgHead(right) || !localHas(address, right)) && (sep == " at " || sep == " from " || sep == " bei " || sep == " chez " || anyOrgHead(right)) {
				return left, right
			}
		case lp.full != "" && (anyOrgHead(right) || rp.full == "" || words <= 2 && (!localHas(address, right) || isFreemail(domainOf(address)) && len(strings.Fields(right)) > 1)):
			if anyDesk(left) {
				continue
			}
			return left, right
		case rp.full != "" && (anyOrgHead(left) || localHas(address, right)):
			return right, left
		}
	}
	if i := strings.IndexByte(s, ','); i > 0 && strings.Count(s, ",") == 1 {
		left, right := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:])
		if anyOrgHead(right) && strings.Contains(left, " ") && !localHas(address, right) {
			return left, right
		}
	}
	return s, ""
}

// localHas says whether an address's local part holds one of the name's words.
func localHas(address, name string) bool {
	local := fold(localOf(address))
	for _, w := range strings.Fields(fold(name)) {
		if len(w) > 2 && strings.Contains(local, w) {
			return true
		}
	}
	return false
}

func hasOrgHead(ts wordTables, s string) bool {
	and, role := false, false
	for _, t := range newPassage("", s, false).toks {
		if t.kind == whoWord && ts.orgHead(t.low) {
			return true
		}
		and = and || t.low == "&" || t.low == "+"
		role = role || t.kind == whoWord && ts.roleHead(t.low)
	}
	return and && !role // Stowe & Marsh, not Monitoring & Evaluation Officer
}

func anyOrgHead(s string) bool { return hasOrgHead(everyTable(), s) }

// anyDesk says whether a word of s speaks of a hiring desk.
func anyDesk(s string) bool {
	p := newPassage("", s, false)
	for i := range p.toks {
		if d, _ := everyTable().longest(p, i, cueDesk); d != 0 {
			return true
		}
	}
	return false
}

// readPerson reads a person's name, in any order and case, with titles; its
// full is empty where s is no person's name. Address may be "".
func readPerson(s, address string) (pn person) {
	s = strings.Trim(s, " ,;:.-–—*_\"'“”„")
	family, rest, comma := strings.Cut(s, ",")
	if comma {
		if strings.Contains(rest, ",") {
			return pn
		}
		fw, rw := strings.Fields(family), strings.Fields(rest)
		if len(fw) == 0 || len(rw) == 0 || len(fw) > 4 || len(rw) > 4 {
			return pn
		}
		if len(fw) > 1 && !particle(strings.ToLower(fw[0])) && !localHas(address, rest) && !allCaps(family) && address != "" {
			return pn
		}
	}
	var titles, given, fam []string
	take := func(text string, into *[]string) bool {
		for _, f := range strings.Fields(text) {
			low := strings.Trim(lowerSame(f), ".,")
			if len(*into) == 0 && isTitle(low) {
				titles = append(titles, f)
				continue
			}
			if !nameWord(f) {
				return false
			}
			*into = append(*into, f)
		}
		return true
	}
	if comma {
		if !take(family, &fam) || !take(rest, &given) || len(fam) == 0 || len(given) == 0 {
			return pn
		}
	} else if !take(s, &given) {
		return pn
	}
	words := append(append([]string{}, given...), fam...)
	if len(words) > 2 && firmArticle[lowerSame(words[0])] {
		return pn
	}
	if len(words) == 0 || len(words) > 6 || !personWords(words, address) {
		return pn
	}
	if !comma && len(titles) > 0 && len(given) == 1 && address == "" {
		fam, given = given, nil // "Frau Wolter"
	} else if !comma {
		if len(words) == 2 && localOf(address) == fold(words[1])+"."+fold(words[0]) {
			words[0], words[1] = words[1], words[0] // Doe Jane, jane.doe@…
		}
		given, fam = splitFullName(words)
	}
	fixCase(given)
	fixCase(fam)
	pn.title = strings.Join(titles, " ")
	pn.given, pn.family = strings.Join(given, " "), strings.Join(fam, " ")
	pn.full = strings.TrimSpace(pn.given + " " + pn.family)
	return pn
}

// firmArticle begins firms' names, not persons'.
var firmArticle = setOf([]string{"the", "le", "la", "les", "il", "el", "los", "las"})

// splitFullName parts a name in its usual order: particles and capitals show
// where the family name begins, else it is the last word.
func splitFullName(words []string) (given, family []string) {
	if len(words) == 1 {
		return words, nil
	}
	cut := len(words) - 1
	for i := 1; i < len(words); i++ {
		if particle(lowerSame(words[i])) && len(words[i]) > 1 {
			cut = i
			break
		}
		if allCaps(words[i]) && !allCaps(words[0]) && utf8.RuneCountInString(words[i]) > 2 {
			cut = i
			break
		}
	}
	return append([]string{}, words[:cut]...), append([]string{}, words[cut:]...)
}

// nameWord says whether a word can be part of a person's name.
func nameWord(w string) bool {
	low := lowerSame(w)
	r := firstRune(w)
	if !unicode.IsUpper(r) && !particle(low) {
		return false
	}
	for _, c := range w {
		if !unicode.IsLetter(c) && !unicode.IsMark(c) && !strings.ContainsRune("-'’.", c) {
			return false
		}
	}
	return true
}

// personWords says whether the words make a person's name rather than a
// firm's, a desk's or a sentence.
func personWords(words []string, address string) bool {
	local := localOf(address)
	heads := 0
	for _, w := range words {
		low := strings.TrimSuffix(lowerSame(w), ".")
		if particle(low) {
			continue
		}
		if notNames[low] {
			return false
		}
		if everyTable().orgHead(low) || commonRoleWord(low) {
			heads++
		}
	}
	if anyDeskWord(words) {
		return false
	}
	if heads > 0 {
		// A family name may be a trade's word: the address must bear it out.
		if address == "" || isFreemail(domainOf(address)) || heads > 1 {
			return false
		}
		if _, vendor := Vendor(domainOf(address)); vendor || isShared(address) || everyTable().orgHead(local) {
			return false
		}
		return fitsLocal(words, local)
	}
	if address != "" && len(words) > 1 && !fitsLocal(words, local) {
		if l := hostLabel(domainOf(address)); l != "" && fitLabel(foldWords(words), l) == fitWhole {
			return false
		}
	}
	if len(words) == 1 && address != "" && !fitsLocal(words, local) {
		l := hostLabel(domainOf(address))
		return l == "" || fitLabel(foldWords(words), l) != fitWhole
	}
	return true
}

// anyDeskWord is anyDesk for words without building a passage.
func anyDeskWord(words []string) bool {
	for _, w := range words {
		low := lowerSame(w)
		for _, t := range everyTable() {
			if n := t.root.next[low]; n != nil && n.does&cueDesk != 0 {
				return true
			}
		}
	}
	return false
}

// commonRoleWord are trades that no one bears as a name but desks do.
func commonRoleWord(low string) bool {
	return low == "manager" || low == "assistant" || low == "coordinator" || low == "administrator" || low == "recruiter" || low == "officer" || low == "director" || low == "secretary" || low == "receptionist" || low == "principal" || low == "registrar"
}

// fitsLocal says whether a local part is built of the name: jane.doe, jdoe,
// doe, jane, doej.
func fitsLocal(words []string, local string) bool {
	local = strings.Map(func(r rune) rune {
		if r == '.' || r == '_' || r == '-' || unicode.IsDigit(r) {
			return -1
		}
		return r
	}, fold(local))
	if local == "" {
		return false
	}
	first, last := fold(words[0]), fold(words[len(words)-1])
	joined := strings.ReplaceAll(fold(strings.Join(words, "")), " ", "")
	switch {
	case local == joined, local == first, local == last, local == last+first, local == first+last:
		return true
	case len(first) > 0 && len(last) > 1 && (local == first[:1]+last || local == last+first[:1] || local == first+last[:1] || local == first[:1]+last[:1]):
		return true
	case len(last) > 3 && strings.HasSuffix(local, last) && len(local)-len(last) <= 3:
		return true
	case len(first) > 2 && strings.HasPrefix(local, first):
		return true
	}
	return len(last) > 3 && strings.Contains(local, last)
}

// exactLocal says whether a local part is the name and nothing more.
func exactLocal(words []string, local string) bool {
	local = strings.Trim(letters(local), "0123456789")
	first, last := letters(words[0]), letters(words[len(words)-1])
	return local == first+last || local == last+first || local == first || local == last || local == letters(strings.Join(words, "")) || first != "" && local == first[:1]+last
}

func foldWords(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		out = append(out, fold(w))
	}
	return out
}

func isTitle(low string) bool { return everyTable().title(low) && len(low) > 1 }

// allCaps says whether s has capitals and no small letters.
func allCaps(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// fixCase writes words in capitals as names are written; initials stay.
func fixCase(words []string) {
	for i, w := range words {
		if allCaps(w) && utf8.RuneCountInString(w) > 2 && !strings.Contains(w, ".") {
			words[i] = capitalise(w)
		}
	}
}

// capitalise writes a word small but for the first letter and those after a
// hyphen or apostrophe.
func capitalise(w string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if up {
			up = false
			return r
		}
		if r == '-' || r == '\'' || r == '’' {
			up = true
			return r
		}
		return unicode.ToLower(r)
	}, w)
}

// notNames are words that stand capitalised where names do.
var notNames = setOf([]string{
	"the", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "june", "july", "august", "september", "october", "november", "december",
	"zoom", "teams", "google", "microsoft", "meet", "skype", "calendar", "calendly", "linkedin", "outlook", "webex", "whatsapp", "iphone", "android", "ipad", "interview", "interviews", "dear", "hello", "hi", "thanks", "thank", "regards", "best", "kind", "sincerely", "please", "sent", "from", "subject", "date", "time", "location", "phone", "email", "mail", "tel", "mobile", "fax", "web", "www", "http", "https", "confidential", "notice", "you", "your", "we", "our", "all", "any", "this", "that", "it", "i", "he", "she", "they", "my",
	"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "ihr", "ihre", "sie", "wir", "ich", "vielen", "mit", "bitte", "datum", "uhrzeit", "uhr", "ort", "termin", "grüße", "grüßen",
	"lundi", "mardi", "mercredi", "jeudi", "vendredi", "bonjour", "merci", "lieu", "heure", "votre", "nous", "vous", "lunes", "martes", "miércoles", "jueves", "viernes", "hola", "gracias", "fecha", "hora", "lugar", "saludos", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "groet", "groeten", "met", "datum", "tijd", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "grazie", "data", "ora", "luogo", "segunda", "terça", "quarta", "quinta", "sexta", "local", "obrigado", "obrigada", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "miejsce", "dziękuję", "pozdrawiam",
	"vp", "svp", "evp", "avp", "ceo", "cto", "cfo", "coo", "cmo", "cio", "md", "gm", "przepraszamy", "zapraszamy", "dziękujemy", "pozdrawiamy", "perfetto", "perfecto", "parfait", "super", "section", "appointments", "registry", "commission", "committee", "secretariat", "federal", "government", "office", "reception", "panel", "meeting", "room", "building", "floor", "street", "road", "bring", "candidate", "applicant", "team", "department", "human", "resources", "talent", "acquisition", "people", "culture", "customer", "service", "services", "group", "company", "university", "head", "chief", "senior", "junior", "lead", "hr",
})
