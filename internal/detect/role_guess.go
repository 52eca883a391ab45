package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// A guess is good for lists, where a post that is likely the right one tells
// mails apart; it is in doubt, so that no letter names it.

// guess fills in the likelier of two posts that the mail names as loudly: the
// one in its subject or a label, else the first.
func (w *whoReader) guess(r *WhoResult, gs []nameGroup, best, rival int) {
	if l, o := hasRoleHead(w.ts, bestRole(gs[best])), hasRoleHead(w.ts, bestRole(gs[rival])); o && !l || o == l && gs[rival].titled && !gs[best].titled {
		best, rival = rival, best
	}
	w.guessed = true
	g := gs[best]
	r.Role = bestRole(g)
	r.Doubts = append(r.Doubts, doubt("role", r.Role, gs[rival].best.name))
	r.Evidence = append(r.Evidence, evidence("role", g.best.source, g.best.words))
}

// namedAnywhere fills in the post by roleNamed, or by the one candidate too
// light to be sure of. That nothing leads to it is a doubt.
func (w *whoReader) namedAnywhere(r *WhoResult, c *candidates, gs []nameGroup) {
	const longest = 6 // words
	name, source, words := w.roleNamed()
	if g := w.lightest(c, gs); g != nil && (name == "" || w.goesOn(name, bestRole(*g))) {
		w.guessed = w.guessed || name == ""
		name, source, words = bestRole(*g), g.best.source, g.best.words
	}
	if name == "" || len(strings.Fields(name)) > longest {
		return
	}
	r.Role = name
	r.Doubts = append(r.Doubts, rules.Doubt{Field: "role", Candidates: []string{name}})
	r.Evidence = append(r.Evidence, evidence("role", source, words))
}

// goesOn says whether a title is a shorter one and what small words tie to it:
// "ingénieure en structures".
func (w *whoReader) goesOn(short, long string) bool {
	const longest = 4 // words more
	rest, ok := strings.CutPrefix(lowerSame(long), lowerSame(short)+" ")
	f := strings.Fields(rest)
	return ok && len(f) > 1 && len(f) <= longest && !strings.ContainsAny(rest, ",;:–-(") && (w.ts.roleJoin(f[0]) || genitive[f[0]])
}

// lightest gives the only group of candidates that a weak word such as "for"
// leads to.
func (w *whoReader) lightest(c *candidates, gs []nameGroup) *nameGroup {
	const (
		least = 2.3 // a weak word and a trade's
		lead  = 0.8
	)
	best, next := -1, 0.0
	for i := range gs {
		if best >= 0 && gs[i].score <= gs[best].score {
			next = max(next, gs[i].score)
			continue
		}
		if best >= 0 {
			next = gs[best].score
		}
		best = i
	}
	if best < 0 || gs[best].score < least || gs[best].score < next+lead || w.somebody(gs[best].best.name) {
		return nil
	}
	for form := range gs[best].forms {
		if c.led[form] && (hasRoleHead(w.ts, form) || form != lowerSame(form)) {
			return &gs[best]
		}
	}
	return nil
}

// somebody says whether a title is one of those that mails speak of hirers by.
func (w *whoReader) somebody(name string) bool {
	for _, x := range strings.Fields(lowerSame(name)) {
		if someone[strings.Trim(x, ",.()")] {
			return true
		}
	}
	return false
}
