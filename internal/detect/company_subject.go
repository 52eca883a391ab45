package detect

import "strings"

// companyFromSubject reads the parts of the subject and of summaries between
// marks: "Acme | Engineer | Next steps", "Jane <> Acme".
func (w *whoReader) companyFromSubject(c *candidates) {
	for _, s := range w.subjects {
		for _, part := range splitSubject(s.text) {
			a, b := 0, 0
			p := newPassage(s.source, part, false)
			b = len(p.toks)
			for a < b && (p.toks[a].kind != whoWord || w.ts.interviewWord(p.toks[a].low)) && !p.toks[a].digit {
				a++
			}
			run := w.orgRun(p, a)
			if run == a {
				continue
			}
			k, e := w.trimRun(p, a, run)
			name := p.cut(k, e)
			if name == "" || w.badOrg(name) || w.isPersonRun(p, k, e) {
				continue
			}
			if hasRoleHead(w.ts, name) && !hasOrgHead(w.ts, name) && w.labelFit(name) == fitNone {
				continue
			}
			weight := weighSubject
			if hasOrgHead(w.ts, name) && run == b {
				weight = 1.8
			}
			if run < b || a > 0 && weight < 1.5 {
				weight = 0.5
			}
			fw := w.formWeight(name)
			if fw == 0 && len(strings.Fields(name)) == 1 {
				weight *= 0.5
			}
			source := s.source + " part"
			if (w.agency || w.broker) && fw == 0 && s.source == sourceSubject && w.textNames(name) {
				weight += 2.2 // an agency heads its mail with the client, and speaks of it
				source = s.source + sourceClient
			}
			c.add(name, companyKey(name), weight+fw, source, part)
		}
	}
}

// sourceClient ends the source of a name that an agency's mail is headed with.
const sourceClient = " client"

// textNames says whether the sender's text speaks of a firm by that name: in
// mid-sentence, after a word such as "with" or before "have".
func (w *whoReader) textNames(name string) bool {
	if len(name) < 5 || isGiven(lowerSame(strings.Fields(name)[0])) {
		return false
	}
	key := strings.Fields(lowerSame(name))
	for i := range w.text.toks {
		if t := w.text.toks[i]; t.low != key[0] || !t.upper || lowerSame(w.text.cut(i, min(i+len(key), len(w.text.toks)))) != strings.Join(key, " ") {
			continue
		}
		before, after := w.text.at(i-1), w.text.at(i+len(key))
		if d, _ := wordDuty(w.ts, before.low); before.kind == whoWord && d&(cueOrg|cueOrgWeak) != 0 || wants[after.low] || before.kind == whoPunct && before.low != "," && after.kind == whoWord && !after.upper && w.ts.roleStop(after.low) {
			return true
		}
	}
	return false
}
