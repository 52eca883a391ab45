package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// DeriveID gives the Message-ID, with angle brackets, of the draft for one
// window of one interview: the same on every machine that reads the same
// mailbox, and in the form that common clients use (a UUID at the domain of
// the user's address), in lower case throughout. restart is "" at first and
// the number of our own withdrawals of that window after them.
func DeriveID(owner, contactOrDomain string, day Day, w Window, restart string) string {
	in := strings.Join([]string{address(owner), address(contactOrDomain), string(day), string(w), restart}, "\x00")
	sum := sha256.Sum256([]byte(in))
	sum[6] = sum[6]&0x0f | 0x40 // version 4, RFC 9562
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return "<" + strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-") + "@" + idDomain(owner) + ">"
}

// idDomain is the right side of the Message-ID; only characters that every
// server and client keeps as they are.
func idDomain(owner string) string {
	d := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' {
			return r
		}
		return -1
	}, domainOf(owner))
	if d = strings.Trim(d, ".-"); d == "" {
		return "localhost"
	}
	return d
}

// maxRestarts is how many withdrawals of one window CandidateIDs looks back.
const maxRestarts = 3

// CandidateIDs lists, for every window, the Message-IDs that a draft of the
// interview may bear, on whatever machine and with whatever was known then:
// what Drafts, Sent and Trash are searched for when the record is lost.
func CandidateIDs(iv Interview) map[Window][]string {
	out := make(map[Window][]string, len(windowTable)+1)
	for _, w := range []Window{ThankYou, ContinuedInterest, Call, TrialOffer} {
		for _, owner := range iv.Owners {
			for _, key := range iv.Keys {
				for _, day := range iv.Days {
					for n := range maxRestarts + 1 {
						out[w] = append(out[w], DeriveID(owner, key, day, w, restartTag(n)))
					}
				}
			}
		}
	}
	return out
}

func restartTag(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// draftID is the Message-ID that the interview's next draft for w bears: that
// of an unfinished attempt, so that it is found, else the first not yet used.
// An attempt whose text is out of date is left: should it show up, it is
// withdrawn.
func (iv *Interview) draftID(w Window) string {
	for _, d := range iv.Drafts {
		if d.Window == w && d.State == DraftIntended && d.Stale == "" {
			return d.MessageID
		}
	}
	for n := 0; ; n++ {
		id := DeriveID(iv.Owner, iv.key(), DayOf(iv.T()), w, restartTag(n))
		if !slices.ContainsFunc(iv.Drafts, func(d DraftEvent) bool { return d.MessageID == id }) {
			return id
		}
	}
}

func (iv *Interview) key() string {
	if len(iv.Keys) == 0 {
		return newer(address(iv.Contact.Address), slug(iv.Company))
	}
	return iv.Keys[0]
}

// nameKnown gives the interviews that were shown before the id that they were
// shown under, and returns all ids that are taken.
func nameKnown(groups []*group, events []Event) map[string]bool {
	gone := map[string]int{}
	for i, e := range events {
		if e.Mark != nil && e.Mark.Forget && e.Mark.Interview != "" {
			gone[e.Mark.Interview] = i
		}
	}
	byMail, taken := map[string][]string{}, map[string]bool{}
	for i, e := range events {
		if n := e.Name; n != nil && (gone[n.ID] == 0 || gone[n.ID] < i) && !taken[n.ID] {
			taken[n.ID] = true
			byMail[n.MessageID] = append(byMail[n.MessageID], n.ID)
		}
	}
	shown := firstShown(events)
	for _, g := range groups {
		g.known(byMail, shown)
		for _, id := range append(g.iv.Aliases, g.iv.ID) {
			taken[id] = true
		}
	}
	return taken
}

// nameNew gives the others a new id.
func nameNew(groups []*group, taken map[string]bool) {
	next := map[string]int{}
	for _, g := range groups {
		if g.iv.ID == "" {
			base := g.baseID()
			g.iv.ID, next[base] = freeID(base, taken, next[base])
			taken[g.iv.ID] = true
		}
	}
}

// firstShown tells at which event each id was first recorded.
func firstShown(events []Event) map[string]int {
	at := map[string]int{}
	for i, e := range events {
		id := ""
		switch {
		case e.Name != nil:
			id = e.Name.ID
		case e.Mark != nil && e.Mark.Add:
			id = e.Mark.Interview
		}
		if _, ok := at[id]; !ok {
			at[id] = i
		}
	}
	return at
}

// known finds the ids that the group was shown under, in the record's order.
func (g *group) known(byMail map[string][]string, shown map[string]int) {
	mine := map[string]bool{}
	for _, s := range g.sessions {
		if s.added != nil {
			mine[s.added.Interview] = true
		}
		for _, l := range s.tellings {
			for _, id := range byMail[l.Mail.MessageID] {
				mine[id] = true
			}
		}
	}
	var ids []string
	for id := range mine {
		if _, ok := shown[id]; ok {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int { return shown[a] - shown[b] })
	for _, id := range ids {
		if g.iv.ID == "" {
			g.iv.ID = id
		} else {
			g.iv.Aliases = append(g.iv.Aliases, id)
		}
	}
}

func (g *group) baseID() string {
	name := slug(g.iv.Company)
	if name == "" {
		name = slug(strings.Split(ownDomain(g.iv.Contact.Address), ".")[0])
	}
	day := DayOf(g.sessions[0].founded())
	if !g.iv.Start.Zero() {
		day = DayOf(g.iv.Start.At)
	}
	return newer(name, "interview") + "-" + string(day)
}

// freeID gives base, or base with the first number from n on that makes it an
// id that is not taken, and the number to go on with.
func freeID(base string, taken map[string]bool, n int) (id string, next int) {
	id = base
	if n > 1 {
		id = base + "-" + strconv.Itoa(n)
	}
	for n = max(n+1, 2); taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	return id, n
}

// NewID gives an id for an interview that the user adds, which none of ivs
// has.
func NewID(ivs []Interview, company string, start When) string {
	taken := map[string]bool{}
	for _, iv := range ivs {
		taken[iv.ID] = true
		for _, a := range iv.Aliases {
			taken[a] = true
		}
	}
	base := newer(slug(company), "interview")
	if !start.Zero() {
		base += "-" + string(DayOf(start.At))
	}
	id, _ := freeID(base, taken, 0)
	return id
}

// Names gives the Name events that are still to be recorded so that no id ever
// changes once shown. Interviews that the user added carry theirs in the mark.
func Names(ivs []Interview, events []Event) []Event {
	have := map[string]bool{}
	for _, e := range events {
		if e.Name != nil {
			have[e.Name.ID] = true
		}
		if e.Mark != nil && e.Mark.Add {
			have[e.Mark.Interview] = true
		}
	}
	var out []Event
	for _, iv := range ivs {
		if !have[iv.ID] && len(iv.Tellings) > 0 {
			out = append(out, Event{Name: &Name{ID: iv.ID, MessageID: iv.Tellings[0]}})
		}
	}
	return out
}
