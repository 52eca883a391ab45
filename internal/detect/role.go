package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// Weights of the sources of a post's title.
const (
	roleFloor       = 3.0
	weighRoleLabel  = 4.0
	weighRolePhrase = 2.4
	weighRoleSure   = 3.2 // "for the position of", "als … beworben": nothing but a post follows
	weighRoleWeak   = 0.9
	weighRoleAfter  = 2.0 // "the ranger job"
	weighRolePart   = 1.4 // a part of the subject
	weighRoleHead   = 1.6
)

// role fills in the post's title.
func (w *whoReader) role(r *WhoResult) {
	var c candidates
	w.gatherRole(&c)
	gs := c.groups(sameRole)
	best := -1
	for i := range gs {
		if gs[i].titled {
			gs[i].score += 0.5 // what the mail is headed with is what it is about
		}
		if best < 0 || gs[i].score > gs[best].score {
			best = i
		}
	}
	if best < 0 || gs[best].score < roleFloor {
		w.namedAnywhere(r, &c, gs)
		return
	}
	for i := range gs {
		if i != best && gs[i].score > gs[best].score-0.4 && gs[i].score >= roleFloor {
			w.guess(r, gs, best, i)
			return
		}
	}
	g := gs[best]
	r.Role = bestRole(g)
	r.Evidence = append(r.Evidence, evidence("role", g.best.source, g.best.words))
	if w.looselyTold(r.Role, gs, best) {
		r.Doubts = append(r.Doubts, rules.Doubt{Field: "role", Candidates: []string{r.Role}})
	}
}

// looselyTold reports whether a title is good for lists but not for a letter: it
// is told in several forms, close to another, longer than titles are, or without a
// post's word. Measured on all sets: of such 1 in 5 is wrong, of
// the others 1 in 25.
func (w *whoReader) looselyTold(title string, gs []nameGroup, best int) bool {
	const (
		lead    = 1.0
		longest = 4 // words
	)
	g := &gs[best]
	if len(g.forms) > 1 || len(strings.Fields(title)) > longest || strings.ContainsAny(title, ":|,") || !hasRoleHead(w.ts, title) {
		return true
	}
	for i := range gs {
		if i != best && g.score-gs[i].score < lead {
			return true
		}
	}
	return false
}

// gatherRole lists all that might be the post's title.
func (w *whoReader) gatherRole(c *candidates) {
	for _, p := range w.passages {
		if p.source == sourcePlace || p.source == sourceSignature {
			continue
		}
		w.roleFromLabels(c, p)
		w.roleFromCues(c, p)
		w.roleBeforeWord(c, p)
		w.roleFromBrackets(c, p)
	}
	w.roleFromSubjects(c)
	w.roleFromHeadings(c)
}

func roleKey(name string) string {
	return strings.Join(strings.FieldsFunc(plainFold(name), func(r rune) bool { return r == ' ' || r == sentenceEnd }), " ")
}

func sameRole(short, long string) bool {
	if len(short) >= len(long) || len(short) < 2 {
		return false
	}
	return strings.HasPrefix(long, short+" ") || strings.HasSuffix(long, " "+short) || len(short) >= 8 && strings.Contains(long, " "+short+" ")
}

// bestRole picks the form with most witnesses, then the longer one.
func bestRole(g nameGroup) string {
	name, best := "", -1.0
	for f, s := range g.forms {
		s += 0.02 * float64(min(len(f), 30))
		if allCaps(f) {
			s -= 1
		}
		if s > best || s == best && f < name {
			name, best = f, s
		}
	}
	if allCaps(name) && len(name) > 5 {
		f := strings.Fields(name)
		for i, x := range f {
			if x = strings.Trim(x, "()"); len([]rune(x)) > 3 || i > 0 && particle(lowerSame(x)) {
				f[i] = capitalise(f[i])
				if i > 0 && everyTable().roleJoin(lowerSame(x)) {
					f[i] = lowerSame(f[i])
				}
			}
		}
		name = strings.Join(f, " ")
	}
	return name
}

// pointers are words that stand where a title does and only point to one.
var pointers = setOf([]string{"above", "following", "same", "advertised", "aforementioned", "said", "relevant", "vacant", "open", "current", "new", "other", "particular", "below", "listed", "remaining", "available", "permanent", "temporary", "full-time", "part-time", "entry-level", "right", "next", "first", "job", "dream", "perfect", "ideal", "important", "key", "one", "only", "another"})

// addRole cleans a title and weighs it; it gives the title taken, if any.
func (w *whoReader) addRole(c *candidates, name string, weight float64, source, words string) string {
	name = w.cleanRole(name)
	if strings.HasPrefix(name, "ds.") {
		name = "stanowisko " + name // Polish "post for …": no title without its noun
	}
	if name == "" || w.badRole(name) {
		return ""
	}
	if hasRoleHead(w.ts, name) {
		weight += weighRoleHead
	} else if first, _, _ := strings.Cut(lowerSame(name), " "); pointers[first] || weight < 2.8 || w.capsLanguage() && name == lowerSame(name) && (weight < 3.3 || pointers[name]) {
		return "" // without a post's word only what surely names a post counts
	}
	if n := len(strings.Fields(name)); n > 7 {
		weight -= 0.5 * float64(n-7)
	}
	if source == sourceQuoted || source == sourceForwarded {
		weight *= 0.85
	}
	c.add(name, roleKey(name), weight, source, words)
	return name
}
