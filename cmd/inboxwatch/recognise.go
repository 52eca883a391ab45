package main

import (
	"slices"
	"time"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/rules"
)

// recogniser tells a draft of ours by its text, where no record tells of it:
// it writes the letter again from what was known at the moment that the draft
// bears. Whatever the user marked since the state was lost, or a mail that is
// gone, makes the letter another one, and the draft is then left to the user.
func (e *engine) recogniser() func(rules.DraftEvent, []byte) (string, bool) {
	then := map[time.Time][]rules.Interview{} // drafts of one pass bear one moment
	return func(ev rules.DraftEvent, raw []byte) (string, bool) {
		at := drafts.Written(raw)
		if at.IsZero() || at.After(e.now()) {
			return "", false
		}
		if then[at] == nil {
			then[at] = rules.Fold(e.before(at), e.settings, at.Add(time.Second-1)) // Date has whole seconds
		}
		for _, iv := range then[at] {
			if iv.Account != ev.Account || !slices.Contains(rules.CandidateIDs(iv)[ev.Window], ev.MessageID) {
				continue
			}
			due := &rules.Due{Window: ev.Window, MessageID: ev.MessageID, To: iv.Contact, ToSelf: ev.Window == rules.Call}
			d := rules.Decision{Interview: iv, T: iv.T(), Due: due}
			if hash, ours := drafts.Recognise(raw, d, e.settings, e.templates); ours {
				return hash, true
			}
		}
		return "", false
	}
}

// before gives the events without the drafts and marks that came later; of the
// mails Fold sees only those dated before.
func (e *engine) before(at time.Time) []rules.Event {
	return slices.DeleteFunc(slices.Clone(e.ledger.events), func(ev rules.Event) bool {
		return (ev.Draft != nil || ev.Mark != nil) && ev.At.After(at.Add(time.Second-1))
	})
}
