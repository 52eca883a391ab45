package drafts

import (
	"context"
	"errors"
	"fmt"

	"inboxwatch/internal/rules"
)

// Withdraw takes a draft of ours away because it is no longer right, but only
// while it lies in Drafts, bears \Draft, and its recipients, subject and text
// are what was put there. What the user edited, sent or threw away is recorded
// as that and not touched. d is the newest event of the draft.
//
// The withdrawal is recorded before it is done, so that a copy in Trash is
// never taken for one that the user threw away; Observe sets it right where the
// draft is then still found in its old place.
func Withdraw(ctx context.Context, box Box, d rules.DraftEvent, record func(rules.DraftEvent) error) (Outcome, error) {
	found, err := box.Find(ctx, []string{d.MessageID})
	if err != nil {
		return Outcome{}, fmt.Errorf("looking for the %s draft: %w", d.Window, err)
	}
	r := read(copiesOf(found, d.MessageID), d)
	if r.state != rules.DraftWaiting || r.hash == "" {
		e, changed := observe(found, nil, d)
		if r.state == "" || !changed || same(e, d) {
			return Outcome{Did: DidKeep, Event: d}, nil // gone: with the whole thread before it, Observe says where to
		}
		return Outcome{Did: DidKeep, Event: e}, record(e)
	}
	e := r.event(d)
	e.State = rules.DraftWithdrawn
	if err := record(e); err != nil {
		return Outcome{}, err
	}
	done := 0
	for _, f := range r.live {
		err := box.Withdraw(ctx, f, untouched(r.hash))
		switch {
		case errors.Is(err, ErrKept):
		case err != nil:
			return Outcome{Event: e}, fmt.Errorf("withdrawing the %s draft: %w", d.Window, err)
		default:
			done++
		}
	}
	if done > 0 {
		return Outcome{Did: DidWithdraw, Event: e, Twins: len(r.live) - done}, nil
	}
	e.State = rules.DraftEdited
	return Outcome{Did: DidKeep, Event: e}, record(e)
}
