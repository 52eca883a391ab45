package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Fold puts the interviews together that the events tell of, by founding
// mail. Mail dated after now is not seen. The same events in any order of
// arrival give the same interviews; marks and drafts apply in the order in
// which they were recorded.
func Fold(events []Event, s Settings, now time.Time) []Interview {
	events = inOrder(events)
	mails := letters(events, s, now)
	marks := standing(events)
	b := newBoard()
	b.add(marks, s)
	for _, l := range mails {
		if l.told() {
			b.tell(l)
		}
	}
	groups := groupSessions(b.sessions)
	taken := nameKnown(groups, events)
	for _, g := range groups {
		g.heed(marks)
	}
	associate(groups, mails)
	for _, g := range groups {
		g.merge(s)
	}
	partKeys(groups)
	nameNew(groups, taken)
	drafts := draftsOf(events)
	out := make([]Interview, len(groups))
	for i, g := range groups {
		g.correct(marks, s)
		g.iv.Drafts = drafts.of(&g.iv)
		g.iv.Mails = g.seen()
		slices.SortStableFunc(g.iv.History, func(a, b Note) int { return a.At.Compare(b.At) })
		out[i] = g.iv
	}
	rounds(groups, out)
	return out
}

// associate gives every mail to the interviews it belongs to.
func associate(groups []*group, mails []*letter) {
	told, inThread := map[string]*group{}, map[string][]*group{}
	for _, g := range groups {
		for root := range g.threads {
			inThread[root] = append(inThread[root], g)
		}
		for _, s := range g.sessions {
			for _, l := range s.tellings {
				told[l.Mail.MessageID] = g
			}
		}
	}
	near, at := indexOf(groups), 0
	for _, l := range mails {
		for at < len(groups) && !groups[at].founded().After(l.Mail.Date) {
			at++ // both are in the order of their dates
		}
		if l.Mail.FromOwner && !l.own() {
			continue
		}
		same := inThread[l.thread]
		same = same[:min(len(same), crowd)]
		if l.Facts.Kind == Other && !l.own() && !l.Facts.Filled && len(same) == 0 {
			continue
		}
		mine := told[l.Mail.MessageID]
		if mine != nil {
			mine.give(l, FitThread)
		}
		for _, i := range near.find(l.keys(), at) {
			g := groups[i]
			if g == mine {
				continue
			}
			how := g.tie(same, l)
			if how != "" {
				g.give(l, how)
			}
		}
	}
}

func (g *group) give(l *letter, how Fit) {
	c := *l
	c.Fits = how
	g.letters = append(g.letters, &c)
}

// tie says what ties the mail to the group; near are the interviews in whose
// thread it stands.
func (g *group) tie(near []*group, l *letter) Fit {
	elsewhere, otherRole, otherCompany := false, false, false
	if !g.threads[l.thread] {
		if l.Facts.Kind == Other && !l.own() && !l.Facts.Filled {
			return ""
		}
		for _, o := range near {
			apart := g.otherRoleThan(&o.party)
			elsewhere, otherRole = true, otherRole || apart
			otherCompany = otherCompany || !apart && !g.sameEmployer(&o.party)
		}
	}
	if l.own() {
		return g.fitOwn(l, otherRole, otherCompany)
	}
	if otherRole {
		return ""
	}
	return g.fit(l, elsewhere)
}

func (g *group) seen() []Seen {
	out := make([]Seen, len(g.letters))
	for i, l := range g.letters {
		out[i] = l.Seen
	}
	return out
}

// rounds notes for every interview the later ones with the same employer.
func rounds(groups []*group, ivs []Interview) {
	near := indexOf(groups)
	for i, a := range groups {
		for _, j := range near.find(a.party.keys(), i) {
			b := groups[j]
			if i != j && laterThan(&ivs[j], &ivs[i]) && a.sameEmployer(&b.party) {
				ivs[i].Later = append(ivs[i].Later, ivs[j].ID)
			}
		}
		slices.Sort(ivs[i].Later)
	}
}

func laterThan(b, a *Interview) bool {
	return !a.Start.Zero() && !b.Start.Zero() && b.Start.At.After(a.T())
}

// maxDays bounds the days that an interview is remembered for: more often is
// none moved but in a flood.
const maxDays = 60

// days lists every local day the interview was ever fixed for, the present
// one first: an earlier draft may bear any of them.
func (g *group) days(iv *Interview) []Day {
	var out []Day
	add := func(d Day) {
		if d != "" && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	if t := iv.T(); !t.IsZero() {
		add(DayOf(t))
	}
	for _, s := range g.sessions {
		for _, d := range s.days[max(0, len(s.days)-maxDays):] {
			if len(out) < maxDays {
				add(d)
			}
		}
	}
	return out
}

// keys lists what a derived Message-ID may rest on, in the order of the mails,
// so that later mail does not change the first.
func (g *group) keys(told []*letter) []string {
	var out []string
	add := func(k string) {
		if k != "" && len(out) < 6 && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	byDate := slices.Clone(told)
	slices.SortStableFunc(byDate, func(a, b *letter) int { return a.Mail.Date.Compare(b.Mail.Date) })
	for _, l := range byDate {
		add(address(l.Facts.Contact.Address))
	}
	for _, l := range byDate {
		add(ownDomain(address(l.Facts.Contact.Address)))
		add(ownDomain(l.from))
	}
	for _, l := range g.letters {
		if !l.own() && !l.Mail.Auto && l.Fits == FitThread {
			add(address(l.Facts.Contact.Address))
		}
	}
	for _, l := range byDate {
		add(strings.Join(l.company, "-"))
	}
	for _, s := range g.sessions {
		if m := s.added; m != nil {
			if m.Contact != nil {
				add(address(m.Contact.Address))
			}
			add(strings.Join(companyWords(m.Company), "-"))
		}
	}
	add(cleanID(firstID(byDate)))
	return out
}

// partKeys keeps the derived Message-IDs of two interviews apart that share a
// contact and are not rounds of one application: two roles, two clients of one
// agency. The one that was told of first keeps the plain keys.
func partKeys(groups []*group) {
	plain, holders := make([][]string, len(groups)), index{}
	for i, g := range groups {
		plain[i] = slices.Clone(g.iv.Keys)
		n := 1
		for _, j := range holders.find(plain[i], i) {
			if !g.sameEmployer(&groups[j].party) {
				n++
			}
		}
		holders.add(i, plain[i])
		for k := range g.iv.Keys {
			if n > 1 {
				g.iv.Keys[k] += " " + strconv.Itoa(n)
			}
		}
	}
}

func firstID(told []*letter) string {
	if len(told) == 0 {
		return "interview"
	}
	return told[0].Mail.MessageID
}
