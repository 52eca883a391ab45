package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// Weights of the sources of a company's name. One strong source is enough,
// weak ones must agree: companyFloor.
const (
	companyFloor  = 3.0
	weighLabel    = 4.0 // "Company: Acme"
	weighClient   = 4.0 // an agency's "my client Acme"
	weighDomain   = 3.0 // the words make up the sender's domain
	weighPart     = 1.5 // … a part of it
	weighDisplay  = 2.5 // "Acme Recruiting", "Jane Doe (Acme)"
	weighSign     = 1.6 // a line of the signature
	weighSignHead = 3.0 // … that holds a firm's word: "Acme GmbH"
	weighPhrase   = 3.0 // "interview with Acme"
	weighWeak     = 0.6 // "at Acme"
	weighHead     = 1.2 // a firm's word in the name
	weighLegal    = 1.6 // a legal form
	weighSubject  = 1.2 // a part of the subject
	weighHeading  = 1.4 // a line of its own
	weighPlace    = 0.8 // the meeting's place
)

// gatherCompany lists all that might be the employer's name.
func (w *whoReader) gatherCompany(c *candidates) {
	w.companyFromDisplay(c)
	for _, p := range w.passages {
		w.companyFromCues(c, p)
		w.companyFromClients(c, p)
		w.companyFromRuns(c, p)
		w.companyFromSpelling(c, p)
	}
	w.companyFromSubject(c)
	w.companyFromSignature(c)
}

// company fills in the employer.
func (w *whoReader) company(r *WhoResult) {
	var c candidates
	w.gatherCompany(&c)
	gs := c.groups(sameCompany)
	r.Agency = w.agency
	best, second := w.firstTwo(gs)
	if best >= 0 && len(w.senders) > 0 && (w.senders[0].noReply || w.broker) && gs[best].phrase < weighPhrase && !w.borneOut(gs[best]) {
		// A portal names itself by its domain, the employer by its sentences.
		for i := range gs {
			if gs[i].phrase >= weighPhrase && gs[i].score >= companyFloor {
				second, best = -1, i
				r.Agency = w.broker && !w.senders[0].automatic
				break
			}
		}
	}
	if i := w.clientGroup(gs); i >= 0 && i != best && (best < 0 || w.ownGroup(gs[best])) {
		// Who writes of others by the name of a firm not his own is its agency.
		r.Agency = true
		w.setCompany(r, gs, i)
	} else if best >= 0 && (gs[best].score >= companyFloor || w.onlyFirm(gs, best)) {
		clear := w.broker && gs[best].phrase >= weighPhrase && second >= 0 && gs[second].phrase < weighPhrase
		if second >= 0 && !clear && gs[second].score > gs[best].score-0.5 && gs[second].score >= companyFloor {
			w.setOneOf(r, gs, best, second)
			return
		}
		w.setCompany(r, gs, best)
	} else {
		w.companyFallback(r, gs)
	}
	w.doubtAgency(r)
}

// firstTwo gives the two groups that most speaks for, an agency's own name left
// out: that is taken only where no employer is named, by companyFallback.
func (w *whoReader) firstTwo(gs []nameGroup) (best, second int) {
	best, second = -1, -1
	for i := range gs {
		if w.agency && w.isAgencyName(gs[i].key) {
			continue
		}
		switch {
		case best < 0 || gs[i].score > gs[best].score:
			best, second = i, best
		case second < 0 || gs[i].score > gs[second].score:
			second = i
		}
	}
	return best, second
}

// setCompany takes the names of group i for the employer's.
func (w *whoReader) setCompany(r *WhoResult, gs []nameGroup, i int) {
	g := gs[i]
	r.Company = w.bareName(w.wholeName(w.bestForm(g)))
	w.companyKey = companyKey(r.Company)
	r.Evidence = append(r.Evidence, evidence("company", g.best.source, g.best.words))
	if w.weaklyTold(r.Company, gs, i) {
		r.Doubts = append(r.Doubts, rules.Doubt{Field: "company", Candidates: []string{r.Company}})
	}
}

// setOneOf keeps one of two names that as much speaks for, and names both as a
// doubt: that which the sender's domain bears out, else the first.
func (w *whoReader) setOneOf(r *WhoResult, gs []nameGroup, i, k int) {
	if !w.broker && w.labelFit(gs[i].best.name) < w.labelFit(gs[k].best.name) {
		i, k = k, i
	}
	g := gs[i]
	r.Company = w.bareName(w.wholeName(w.bestForm(g)))
	w.companyKey = companyKey(r.Company)
	r.Evidence = append(r.Evidence, evidence("company", g.best.source, g.best.words))
	r.Doubts = append(r.Doubts, doubt("company", r.Company, gs[k].best.name))
}

// What a name must have to be sure where the sender's domain does not bear it
// out, and its lead before the next name. Measured on all sets: of the names
// that have less, 1 in 5 is wrong; of the others, 1 in 50.
const (
	sureScore = 4.0
	sureLead  = 2.0
)

// weaklyTold reports whether a name is good for lists but not for a letter.
func (w *whoReader) weaklyTold(name string, gs []nameGroup, best int) bool {
	switch w.labelFit(name) {
	case fitPart:
		return true
	case fitNone:
		if gs[best].score < sureScore {
			return true
		}
	}
	for i := range gs {
		if i != best && gs[best].score-gs[i].score < sureLead {
			return true
		}
	}
	return false
}

// doubtAgency puts the firm in doubt where it is the sender's own and the sender
// may recruit for others: kept for lists, it is no name for a letter.
func (w *whoReader) doubtAgency(r *WhoResult) {
	if r.Company == "" || len(r.Doubts) > 0 && r.Doubts[len(r.Doubts)-1].Field == "company" {
		return
	}
	loose := w.agency || w.broker || anyAgencyWord(r.Company)
	for _, l := range w.labels {
		loose = loose || l.source == "From" && looseLabel(l.label)
	}
	if loose && (w.agency && w.isAgencyName(companyKey(r.Company)) || w.labelFit(r.Company) != fitNone || anyAgencyWord(r.Company)) {
		r.Doubts = append(r.Doubts, rules.Doubt{Field: "company", Candidates: []string{r.Company}})
	}
}

// companyFallback names the firm by its domain or, where nothing tells the
// employer, the agency.
func (w *whoReader) companyFallback(r *WhoResult, gs []nameGroup) {
	if w.agency {
		for _, g := range gs {
			if w.isAgencyName(g.key) && (g.score >= companyFloor || g.best.source == "From" && g.score >= 1.5) {
				r.Company = w.bestForm(g)
				r.Evidence = append(r.Evidence, evidence("company", g.best.source, g.best.words))
				return
			}
		}
		return
	}
	for _, g := range gs {
		if g.phrase >= 1.6 || g.score >= 1.9 && hasOrgHead(w.ts, g.best.name) && strings.HasSuffix(g.best.source, " name") && g.best.source != sourcePlace+" name" {
			return // the text names somebody: whether the sender's firm or another is open
		}
	}
	if i := w.kinName(gs); i >= 0 {
		g := gs[i]
		r.Company = w.withTrade(w.bareName(w.wholeName(w.bestForm(g))))
		w.companyKey = companyKey(r.Company)
		r.Evidence = append(r.Evidence, evidence("company", g.best.source, g.best.words))
		r.Doubts = append(r.Doubts, rules.Doubt{Field: "company", Candidates: []string{r.Company}})
		return
	}
	if n, l := w.portalName(); n != "" {
		r.Company = n
		r.Evidence = append(r.Evidence, evidence("company", l.source, l.address))
		return
	}
	if n, l := w.mailboxName(); n != "" {
		r.Company = n
		r.Evidence = append(r.Evidence, evidence("company", l.source, l.address))
		return
	}
	for _, l := range w.labels {
		if l.weight < 1 || len(l.label) < 4 || strings.ContainsAny(l.label, "0123456789") || looseLabel(l.label) || isNoReply(l.address) || len(w.senders) > 0 && w.senders[0].automatic {
			continue
		}
		n := w.readableLabel(l.label)
		if n == "" {
			// Words run together that nothing parts: the firm it is, but no name
			// for a letter, which leaves out what is in doubt.
			n = labelWords(l.label)
			r.Doubts = append(r.Doubts, rules.Doubt{Field: "company", Candidates: []string{n}})
		} else if !w.surelyParted(l.label, n) {
			r.Doubts = append(r.Doubts, rules.Doubt{Field: "company", Candidates: []string{n}})
		}
		r.Company = n
		r.Evidence = append(r.Evidence, evidence("company", l.source, l.address))
		return
	}
}

// companyFromDisplay reads From, Reply-To and organisers.
func (w *whoReader) companyFromDisplay(c *candidates) {
	for _, s := range w.senders {
		if s.display.org == "" {
			continue
		}
		name := w.cleanOrg(s.display.org)
		if i := strings.LastIndexByte(name, ' '); s.automatic && i > 0 && vendorNames[lowerSame(name[i+1:])] {
			name = name[:i] // "Grayling Payments Workday"
		}
		weight := weighDisplay
		if name == s.display.org && s.display.person.full == "" && !hasOrgHead(w.ts, name) && !s.automatic {
			weight = 1.5 // a lone display name may be anything
		}
		if s.automatic && s.display.person.full == "" {
			weight = weighPhrase // a hiring system writes its tenant's name there
		}
		if w.badOrg(name) {
			continue
		}
		if deptLike(w.ts, name) && w.labelFit(name) == fitNone && !s.automatic {
			weight = 0.3
		}
		c.add(name, companyKey(name), weight+w.formWeight(name), s.source, s.display.org)
	}
}

// firmAlone is the score that does for a name with a firm's word where no
// other name comes near.
const firmAlone = 1.6

// onlyFirm reports whether the group at best is the one firm that a mail names.
func (w *whoReader) onlyFirm(gs []nameGroup, best int) bool {
	name := gs[best].best.name
	if gs[best].score < firmAlone || w.broker || !hasOrgHead(w.ts, name) || !strings.Contains(name, " ") || deptLike(w.ts, name) || hasRoleHead(everyTable(), name) || hasDigits(name, 1) || gs[best].best.source == sourcePlace+" name" {
		return false
	}
	if strings.HasSuffix(gs[best].best.source, " name") && hasRoleHead(everyTable(), gs[best].best.words) {
		return false // "Project Manager, Capital Works"
	}
	for i := range gs {
		g := gs[i]
		if i != best && g.score > 1.3 && (hasOrgHead(w.ts, g.best.name) || g.phrase > 1.3 || w.labelFit(g.best.name) != fitNone) {
			return false
		}
	}
	return true
}
