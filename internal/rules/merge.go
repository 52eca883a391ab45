package rules

import (
	"slices"
	"strings"
	"time"
)

// group is one interview while it is being put together: all meetings with one
// employer on one local day.
type group struct {
	party
	sessions []*session
	on       map[Day]bool // the local days of its sessions
	letters  []*letter    // every mail that belongs to it, oldest first, Fits set
	iv       Interview
}

// groupSessions joins meetings to interviews. Two roles in separate threads
// stay apart.
func groupSessions(sessions []*session) []*group {
	slices.SortStableFunc(sessions, func(a, b *session) int {
		if c := a.founded().Compare(b.founded()); c != 0 {
			return c
		}
		return strings.Compare(a.founder(), b.founder())
	})
	var out []*group
	near := index{}
	for _, s := range sessions {
		n := groupOf(out, near, s)
		if n < 0 {
			n = len(out)
			out = append(out, &group{party: newParty(), on: map[Day]bool{}})
		}
		g := out[n]
		g.join(s.party)
		if !s.start.Zero() {
			g.on[DayOf(s.start.At)] = true
		}
		g.sessions = append(g.sessions, s)
		near.add(n, s.party.keys())
	}
	return out
}

// groupOf gives the number of the first group that the meeting belongs to, -1
// for none.
func groupOf(groups []*group, near index, s *session) int {
	for _, n := range near.find(s.party.keys(), len(groups)) {
		g := groups[n]
		if !g.sameEmployer(&s.party) {
			continue
		}
		if !s.start.Zero() && g.on[DayOf(s.start.At)] {
			return n
		}
	}
	return -1
}

func (s *session) founded() time.Time {
	if len(s.tellings) == 0 {
		return s.added.At
	}
	return s.tellings[0].Mail.Date
}

func (s *session) founder() string {
	if len(s.tellings) == 0 {
		return ""
	}
	return s.tellings[0].Mail.MessageID
}

// founded is when the group was first told of: groups are in that order.
func (g *group) founded() time.Time { return g.sessions[0].founded() }

// tellings gives the mails that told of the interview, oldest first, those
// that a newer word of the calendar overtook before all others.
func (g *group) tellings() []*letter {
	var out []*letter
	for _, s := range g.sessions {
		out = append(out, s.tellings...)
	}
	slices.SortStableFunc(out, func(a, b *letter) int {
		if a.stale != b.stale {
			if a.stale {
				return -1
			}
			return 1
		}
		if c := a.Mail.Date.Compare(b.Mail.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Mail.MessageID, b.Mail.MessageID)
	})
	return out
}

// merge takes each fact from the newest telling that is sure of it.
func (g *group) merge(s Settings) {
	iv := &g.iv
	told := g.tellings()
	for _, x := range g.sessions {
		uids := make([]string, 0, len(x.cal))
		for uid := range x.cal {
			uids = append(uids, uid)
		}
		slices.Sort(uids)
		iv.Sessions = append(iv.Sessions, Session{Start: x.start, End: x.end, UIDs: uids, Cancelled: x.cancelled, Moved: x.moved})
		iv.History = append(iv.History, x.notes...)
		iv.Doubts = append(iv.Doubts, doubtsLeft(x)...)
	}
	slices.SortStableFunc(iv.Sessions, func(a, b Session) int { return a.Start.At.Compare(b.Start.At) })
	iv.span()
	for _, l := range told {
		g.learn(l)
	}
	g.findContact(told)
	g.anchor(told)
	g.owners(told, s)
	iv.Days = g.days(iv)
	iv.Keys = g.keys(told)
	if len(g.sessions) > 1 {
		iv.History = append(iv.History, Note{At: g.sessions[len(g.sessions)-1].founded(),
			Text: "Several meetings with one company on one day are one interview"})
	}
}

// span sets Start and End from the sessions that still stand.
func (iv *Interview) span() {
	off := iv.CalledOff()
	iv.Start, iv.End = When{}, When{}
	for _, x := range iv.Sessions {
		if x.Cancelled && !off || x.Start.Zero() {
			continue
		}
		if iv.Start.Zero() {
			iv.Start = x.Start
		}
		if !x.End.Zero() && x.End.At.After(iv.End.At) {
			iv.End = x.End
		}
	}
	if !iv.End.Zero() && iv.T().After(iv.End.At) {
		iv.End = When{} // the last meeting's end is not known
	}
}

// doubtsLeft are the doubts that nothing has settled: a time given for certain
// settles a doubt about the time.
func doubtsLeft(x *session) []Doubt {
	var out []Doubt
	for _, d := range x.doubts {
		if d.Field != "start" || x.start.Zero() || len(d.Candidates) > 1 {
			out = append(out, d)
		}
	}
	if x.start.Zero() && len(out) == 0 && !x.cancelled {
		out = append(out, Doubt{Field: "start"})
	}
	return out
}

// findContact chooses the human to write to: of the newest human telling that
// names one with an address, else of any telling, else whoever of the other
// side wrote into the thread last.
func (g *group) findContact(told []*letter) {
	var best *letter
	rank := func(l *letter) int {
		n := 0
		if !l.weak {
			n += 2
		}
		if !l.Mail.Auto {
			n++
		}
		return n
	}
	better := func(l *letter) bool {
		return l.Facts.Contact.Address != "" && (best == nil || rank(l) >= rank(best))
	}
	for _, l := range told {
		if better(l) {
			best = l
		}
	}
	if best == nil {
		for _, l := range g.letters {
			if l.Fits == FitThread && !l.own() && !l.Mail.FromOwner && !l.Mail.Auto && l.Facts.Contact.Address != "" {
				best = l
			}
		}
	}
	if best == nil {
		for _, l := range told {
			if l.Facts.Contact != (Contact{}) {
				best = l
			}
		}
	}
	if best == nil {
		return
	}
	iv := &g.iv
	iv.Contact, iv.Greeting = best.Facts.Contact, best.Facts.Greeting
	for _, l := range g.letters {
		if l.own() || address(l.Facts.Contact.Address) != address(iv.Contact.Address) || iv.Contact.Address == "" {
			continue
		}
		if l.Facts.Contact.Name != "" {
			iv.Contact.Name = l.Facts.Contact.Name
		}
		if l.Facts.Greeting != (Greeting{}) {
			iv.Greeting = l.Facts.Greeting
		}
		iv.Phone = newer(l.Facts.Phone, iv.Phone)
	}
}

// anchor chooses the mail that a draft answers: the company's newest human
// mail about the interview, an automatic one only where there is no other.
// What the user or we wrote is never answered.
func (g *group) anchor(told []*letter) {
	var human *letter
	for _, l := range g.letters {
		about := l.Fits == FitThread || l.Fits == FitContact
		switch l.Facts.Kind {
		case AutoReply, Acknowledgement, Other:
			continue
		}
		if about && !l.own() && !l.Mail.FromOwner && !l.weak && !l.Mail.Auto && len(l.Facts.Warnings) == 0 {
			human = l
		}
	}
	if human != nil {
		g.iv.Anchor = human.Mail
	} else if len(told) > 0 {
		g.iv.Anchor = told[len(told)-1].Mail
	}
}

// owners finds the account and address that the confirmation came to.
func (g *group) owners(told []*letter, s Settings) {
	iv := &g.iv
	for _, l := range told {
		if o := address(l.Mail.Owner); o != "" && !slices.Contains(iv.Owners, o) {
			iv.Owners = append(iv.Owners, o)
		}
	}
	if i := slices.IndexFunc(told, func(l *letter) bool { return !l.stale }); i >= 0 {
		iv.Account, iv.Owner = told[i].Mail.Account, told[i].Mail.Owner
	}
	if iv.Owner == "" && len(s.Addresses) > 0 {
		iv.Owner = s.Addresses[0]
	}
	if len(iv.Owners) == 0 && iv.Owner != "" {
		iv.Owners = []string{address(iv.Owner)}
	}
}
