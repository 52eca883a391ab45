package detect

import (
	"strings"
	"unicode"
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
	return everyTable().particles[low]
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
		if d.org == "" || anyOrgHead(s) {
			d.org = strings.TrimSpace(s)
		}
	}
	return d
}

// splitDisplay parts "Jane @ Acme", "Jane - Acme", "Jane Doe, Acme GmbH".
func splitDisplay(s, address string) (name, org string) {
	if name, org := firstNameAndFirm(s, address); org != "" {
		return name, org
	}
	low := lowerSame(s)
	for _, sep := range []string{" @ ", " | ", " – ", " — ", " - ", " at ", " from ", " bei ", " chez ", " // ", " von ", " de ", " da ", " do ", " bij ", " van ", " di ", " z ", " · ", " en ", " du ", " des ", " del ", " della ", " dos ", " das "} {
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
			if words == 1 && lp.full != "" && (namesHost(right, address) || isGiven(lowerSame(left)) && (sep == " at " || sep == " from ")) {
				return left, right
			}
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
