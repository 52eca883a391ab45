package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	const abbreviation = 5 // letters
	if len(words) > 1 && firmArticle[lowerSame(words[0])] && (len(words) > 2 || allCaps(words[1]) && len(words[1]) <= abbreviation) {
		return pn // a firm, or an office: "Il DSGA"
	}
	if len(words) == 0 || len(words) > 6 || !personWords(words, address) {
		return pn
	}
	if !comma && len(titles) > 0 && len(given) == 1 && address == "" {
		fam, given = given, nil // "Frau Wolter"
	} else if !comma {
		if len(words) == 2 && localOf(address) == plainFold(words[1])+"."+plainFold(words[0]) {
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
		if strings.HasSuffix(low, "-team") || notNames[low] || low == "faculty" || low == "dean" {
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
		if n := everyTable().root.next[low]; n != nil && n.does&cueDesk != 0 {
			return true
		}
	}
	return false
}

// commonRoleWord are trades that no one bears as a name but desks do.
func commonRoleWord(low string) bool {
	return low == "manager" || low == "assistant" || low == "coordinator" || low == "administrator" || low == "recruiter" || low == "officer" || low == "director" || low == "secretary" || low == "receptionist" || low == "principal" || low == "registrar"
}

// notNames are words that stand capitalised where names do.
var notNames = setOf([]string{
	"when", "where", "wann", "was", "wohin", "quand", "où", "cuándo", "dónde", "quién", "wanneer", "waar", "quando", "dove", "onde", "kiedy", "gdzie", "thx", "thanks", "cheers", "serdeczności", "ściskamy", "abraço", "abraços", "beijos", "beijinhos", "bisous", "bises", "besos", "abrazos", "abrazo", "groetjes", "liefs", "baci", "abbracci", "buziaki", "uściski",
	"the", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "june", "july", "august", "september", "october", "november", "december",
	"zoom", "teams", "google", "microsoft", "meet", "skype", "calendar", "calendly", "linkedin", "outlook", "webex", "whatsapp", "iphone", "android", "ipad", "interview", "interviews", "dear", "hello", "hi", "thanks", "thank", "regards", "best", "kind", "sincerely", "please", "sent", "from", "subject", "date", "time", "location", "phone", "email", "mail", "tel", "mobile", "fax", "web", "www", "http", "https", "confidential", "notice", "you", "your", "we", "our", "all", "any", "this", "that", "it", "i", "he", "she", "they", "my",
	"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "ihr", "ihre", "sie", "wir", "ich", "vielen", "mit", "bitte", "datum", "uhrzeit", "uhr", "ort", "termin", "grüße", "grüßen",
	"lundi", "mardi", "mercredi", "jeudi", "vendredi", "bonjour", "merci", "lieu", "heure", "votre", "nous", "vous", "lunes", "martes", "miércoles", "jueves", "viernes", "hola", "gracias", "fecha", "hora", "lugar", "saludos", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "groet", "groeten", "met", "datum", "tijd", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "grazie", "data", "ora", "luogo", "segunda", "terça", "quarta", "quinta", "sexta", "local", "obrigado", "obrigada", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "miejsce", "dziękuję", "pozdrawiam",
	"vp", "svp", "evp", "avp", "ceo", "cto", "cfo", "coo", "cmo", "cio", "md", "gm", "przepraszamy", "zapraszamy", "dziękujemy", "pozdrawiamy", "perfetto", "perfecto", "parfait", "super", "section", "appointments", "registry", "commission", "committee", "secretariat", "federal", "government", "office", "reception", "panel", "meeting", "room", "building", "floor", "street", "road", "bring", "candidate", "applicant", "team", "department", "human", "resources", "talent", "acquisition", "people", "culture", "customer", "service", "services", "group", "company", "university", "head", "chief", "senior", "junior", "lead", "hr",
})
