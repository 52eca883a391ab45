package drafts

import (
	"bytes"
	"net/mail"
	"slices"
	"strings"
	"time"

	"inboxwatch/internal/rules"
)

// Wanted lists what Find has to be asked for so that Observe can tell: the
// drafts' own ids and those of the mails that they answer, for a draft that a
// client saved or sent under a new id still answers the same mail. newest
// holds the newest event of each draft.
func Wanted(newest []rules.DraftEvent) []string {
	var ids []string
	for _, e := range newest {
		for _, id := range []string{e.MessageID, e.InReplyTo} {
			if id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Observe compares what the mailbox shows with what the journal says and gives
// the events that are new: a draft waits, was edited, sent or deleted, was
// starred. newest holds the newest event of each draft of this account; found
// is what Find gave for Wanted(newest). Running it twice gives nothing new.
//
// A draft whose Message-ID is nowhere to be seen was edited where another
// draft answers the same mail, sent where a later mail in Sent does, and else
// deleted. An intended one that is nowhere to be seen is Place's to decide.
func Observe(found []Found, newest []rules.DraftEvent) []rules.DraftEvent {
	var out []rules.DraftEvent
	for _, e := range newest {
		now, ok := observe(found, newest, e)
		if ok && !same(now, e) {
			out = append(out, now)
		}
	}
	return out
}

func observe(found []Found, newest []rules.DraftEvent, e rules.DraftEvent) (rules.DraftEvent, bool) {
	now := e
	now.AbsentSince = time.Time{} // Attempt stays: Settle needs to know of the doubt
	r := read(copiesOf(found, e.MessageID), e)
	switch {
	case r.state != "" && r.state != rules.DraftDeleted: // a client that saves anew may leave the old one in Trash
		now.State = r.state
		now.Flagged = r.flagged || e.Flagged && r.state != rules.DraftWaiting
		now.Folder, now.UIDValidity, now.UID, now.Hash = r.at.Folder, r.at.UIDValidity, r.at.UID, r.hash
		return now, true
	case r.state == "" && e.State == rules.DraftIntended, e.State == rules.DraftWithdrawn:
		return e, false
	case e.State == rules.DraftSent:
		return e, false // moved out of Sent or cleaned up: it was sent all the same
	}
	if s, ok := successor(found, newest, e); ok {
		now.State = rules.DraftEdited
		if s.Role == RoleSent {
			now.State = rules.DraftSent
		}
		now.Flagged = e.Flagged || s.has(`\Flagged`)
		now.Folder, now.UIDValidity, now.UID = s.Folder, s.UIDValidity, s.UID
		return now, true
	}
	now.State = rules.DraftDeleted
	if r.state != "" {
		now.Folder, now.UIDValidity, now.UID, now.Flagged = r.at.Folder, r.at.UIDValidity, r.at.UID, r.flagged || e.Flagged
	}
	return now, true
}

// same reports whether b tells nothing that a does not.
func same(a, b rules.DraftEvent) bool {
	return a.State == b.State && a.Flagged == b.Flagged && a.Folder == b.Folder &&
		a.UIDValidity == b.UIDValidity && a.UID == b.UID && a.Hash == b.Hash
}

// clockSlack is how far a client's Date may lie before ours for the same
// mailbox: two machines' clocks differ.
const clockSlack = 5 * time.Minute

// successor finds the mail that took e's place under a Message-ID of its own:
// one that answers the same mail and is no older than e, sent ones before
// drafts.
func successor(found []Found, newest []rules.DraftEvent, e rules.DraftEvent) (Found, bool) {
	var best Found
	if e.InReplyTo == "" {
		return best, false
	}
	ok := false
	for _, f := range found {
		if f.Role != RoleSent && !f.live() || f.Role == RoleDrafts && ok {
			continue
		}
		if slices.ContainsFunc(newest, func(k rules.DraftEvent) bool { return strings.EqualFold(k.MessageID, f.MessageID) }) {
			continue // another window's draft in the same thread
		}
		parent, date := envelope(f.Raw)
		if parent != e.InReplyTo || date.Before(e.PlacedAt.Add(-clockSlack)) {
			continue
		}
		if !ok || f.Role == RoleSent && best.Role != RoleSent {
			best, ok = f, true
		}
	}
	return best, ok
}

// envelope reads what successor asks of a mail; zero where it cannot be read.
func envelope(raw []byte) (inReplyTo string, date time.Time) {
	m, err := mail.ReadMessage(bytes.NewReader(raw[:min(len(raw), maxRaw)]))
	if err != nil {
		return "", time.Time{}
	}
	date, _ = m.Header.Date()
	return strings.TrimSpace(m.Header.Get("In-Reply-To")), date
}

// Recover gives the events of drafts that lie in the mailbox though the
// journal knows nothing of them: its state was lost, or another machine put
// them there. candidates name every draft there could be (Interview, Window,
// MessageID, Account and, where known, InReplyTo and To), without a State;
// found is what Find gave for their ids. Each one found has used up its window.
func Recover(found []Found, candidates []rules.DraftEvent) []rules.DraftEvent {
	var out []rules.DraftEvent
	for _, c := range candidates {
		r := read(copiesOf(found, c.MessageID), c)
		if r.state == "" {
			continue
		}
		e := r.event(c)
		e.State = r.state
		if e.InReplyTo == "" {
			e.InReplyTo, _ = envelope(r.at.Raw)
		}
		if e.To == "" {
			e.To = recipient(r.at.Raw)
		}
		out = append(out, e)
	}
	return out
}

// recipient is the first address that a stored draft is written to.
func recipient(raw []byte) string {
	m, err := mail.ReadMessage(bytes.NewReader(raw[:min(len(raw), maxRaw)]))
	if err != nil {
		return ""
	}
	to, err := m.Header.AddressList("To")
	if err != nil || len(to) == 0 {
		return ""
	}
	return to[0].Address
}
