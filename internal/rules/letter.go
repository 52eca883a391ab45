package rules

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// letter is a mail made ready for comparing: one per Message-ID, whatever
// number of accounts and folders it lies in.
type letter struct {
	Seen
	thread  string
	company []string
	role    []string
	from    string
	domain  string   // the sender's own, "" where it is shared
	to      []string // addresses it went to that are not the user's
	stale   bool     // an older word of the calendar: its facts do not count
	weak    bool     // only its time ties it to the interview it tells of
}

// own reports whether the user wrote it. Only Sent proves that: a From line
// with the user's address can be forged.
func (l *letter) own() bool { return l.Mail.InSent }

// told reports whether the mail may found, move or call off an interview.
func (l *letter) told() bool {
	if l.own() || l.Mail.FromOwner {
		return false
	}
	switch l.Facts.Kind {
	case Confirmation, Reschedule, Cancellation:
		return true
	}
	return false
}

// inOrder sorts events as they were recorded; those not yet stored come last.
func inOrder(events []Event) []Event {
	out := slices.Clone(events)
	slices.SortStableFunc(out, func(a, b Event) int {
		an, bn := uint64(a.N)-1, uint64(b.N)-1 // 0 becomes the largest
		if c := cmp.Compare(an, bn); c != 0 {
			return c
		}
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return strings.Compare(canonical(a), canonical(b))
	})
	return out
}

func canonical(e Event) string {
	b, err := json.Marshal(e)
	if err != nil {
		return ""
	}
	return string(b)
}

// letters gives the mails dated up to now, oldest first, without those that
// were forgotten.
func letters(events []Event, s Settings, now time.Time) []*letter {
	gone := forgotten(events)
	copies := newest(events, func(m Mail) bool {
		return m.Date.After(now) || (len(gone) > 0 && gone[hashID(m.MessageID)])
	})
	mine := words(strings.ToLower(strings.Join(s.Addresses, " ")))
	byID := map[string]*letter{}
	for _, c := range copies {
		l := byID[c.Mail.MessageID]
		if l == nil {
			byID[c.Mail.MessageID] = &letter{Seen: *c}
		} else if betterCopy(*c, l.Seen) {
			l.Seen = *c
		}
	}
	out := make([]*letter, 0, len(byID))
	for _, l := range byID {
		l.prepare(s, mine)
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b *letter) int {
		if c := a.Mail.Date.Compare(b.Mail.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Mail.MessageID, b.Mail.MessageID)
	})
	ts := newThreads(out)
	for _, l := range out {
		l.thread = ts.root(l.Mail.MessageID)
	}
	return out
}

// newest keeps the last Seen of each account and Message-ID. That a copy lay
// in Sent is never unlearnt: \All may show the same mail again.
func newest(events []Event, skip func(Mail) bool) map[[2]string]*Seen {
	out := map[[2]string]*Seen{}
	for _, e := range events {
		if e.Seen == nil || skip(e.Seen.Mail) {
			continue
		}
		c := *e.Seen
		key := [2]string{c.Mail.Account, c.Mail.MessageID}
		if old := out[key]; old != nil {
			c.Mail.InSent = c.Mail.InSent || old.Mail.InSent
			c.Mail.FromOwner = c.Mail.FromOwner || old.Mail.FromOwner
		}
		out[key] = &c
	}
	return out
}

// betterCopy chooses between the copies of one mail in two accounts: the sent
// one, then the one whose owner it was written to, then by name.
func betterCopy(a, b Seen) bool {
	if a.Mail.InSent != b.Mail.InSent {
		return a.Mail.InSent
	}
	if ta, tb := writtenTo(a.Mail), writtenTo(b.Mail); ta != tb {
		return ta
	}
	if a.Mail.Owner != b.Mail.Owner {
		return a.Mail.Owner < b.Mail.Owner
	}
	return a.Mail.Account < b.Mail.Account
}

func writtenTo(m Mail) bool {
	for _, c := range m.To {
		if address(c.Address) == address(m.Owner) {
			return true
		}
	}
	return false
}

func (l *letter) prepare(s Settings, mine map[string]bool) {
	l.company = companyWords(l.Facts.Company)
	if !slices.ContainsFunc(l.Facts.Doubts, func(d Doubt) bool { return d.Field == "role" }) {
		l.role = roleWords(l.Facts.Role) // a doubtful post tells no two interviews apart
	}
	l.from = address(l.Mail.From.Address)
	l.domain = ownDomain(l.from)
	if a := address(l.Facts.Contact.Address); mine[a] || (a != "" && nobody(a)) {
		l.Facts.Contact = Contact{}
	}
	l.Facts.Start = localWhen(l.Facts.Start, s)
	l.Facts.End = inZoneOf(localWhen(l.Facts.End, s), l.Facts.Start)
	for _, c := range l.Mail.To {
		if a := address(c.Address); a != "" && !mine[a] && a != address(l.Mail.Owner) {
			l.to = append(l.to, a)
		}
	}
}

// nobody reports whether an address says that nobody reads it.
func nobody(a string) bool {
	local, _, _ := strings.Cut(a, "@")
	local = strings.NewReplacer("-", "", "_", "", ".", "").Replace(local)
	for _, w := range []string{"noreply", "donotreply", "nichtantworten", "nepasrepondre", "mailerdaemon", "postmaster"} {
		if strings.Contains(local, w) {
			return true
		}
	}
	return false
}

// localWhen gives a moment told in UTC, as calendars often do, the owner's
// zone: UTC is how it was written, not where the interview is.
func localWhen(w When, s Settings) When {
	if w.Zero() || (w.At.Location() != time.UTC && w.At.Location().String() != "UTC" && w.At.Location().String() != "Local") {
		return w
	}
	if w.DayOnly {
		y, m, d := w.At.Date()
		w.At = time.Date(y, m, d, 0, 0, 0, 0, s.zone())
		return w
	}
	w.At = w.At.In(s.zone())
	return w
}

// inZoneOf gives an end the zone of its start, whose days count.
func inZoneOf(end, start When) When {
	if !end.Zero() && !start.Zero() && !end.DayOnly {
		end.At = end.At.In(start.At.Location())
	}
	return end
}

func (s Settings) zone() *time.Location {
	if s.Location == nil {
		return time.UTC
	}
	return s.Location
}

func forgotten(events []Event) map[string]bool {
	out := map[string]bool{}
	for _, e := range events {
		if e.Mark != nil && e.Mark.Forget {
			for _, h := range e.Mark.ForgetHashes {
				out[strings.ToLower(h)] = true
			}
		}
	}
	return out
}

// hashID is the form in which a forgotten mail is remembered: the SHA-256 of
// its Message-ID, in hexadecimal.
func hashID(messageID string) string {
	sum := sha256.Sum256([]byte(messageID))
	return hex.EncodeToString(sum[:])
}
