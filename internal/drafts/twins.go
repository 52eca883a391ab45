package drafts

import (
	"context"
	"errors"
	"fmt"

	"inboxwatch/internal/rules"
)

// Two machines that look at the same moment both see nothing and both store
// the draft. The lowest UID stays, on every machine alike; UIDs only rise, so
// no later look can choose another.

// settle looks for twins of the draft that placed tells of, which this machine
// stored itself. The lowest UID stays on every machine; each removes only the
// UID that its own APPEND returned, while it is unchanged.
func settle(ctx context.Context, box Box, placed rules.DraftEvent) (rules.DraftEvent, int, error) {
	found, err := box.Find(ctx, []string{placed.MessageID})
	if err != nil {
		return placed, 0, fmt.Errorf("looking at the %s draft again: %w", placed.Window, err)
	}
	r := read(copiesOf(found, placed.MessageID), placed)
	if len(r.live) == 0 {
		return placed, 0, nil
	}
	lowest := r.live[0]
	if placed.UID == 0 && len(r.live) == 1 { // a server without APPENDUID: now we know
		placed.Folder, placed.UIDValidity, placed.UID = lowest.Folder, lowest.UIDValidity, lowest.UID
	}
	if len(r.live) == 1 {
		return placed, 0, nil
	}
	for _, f := range r.live[1:] {
		if f.UID != placed.UID || f.UIDValidity != placed.UIDValidity || lowest.UIDValidity != placed.UIDValidity {
			continue
		}
		f.Twin = true
		err := box.Withdraw(ctx, f, untouched(placed.Hash))
		if errors.Is(err, ErrKept) {
			break
		}
		if err != nil {
			return placed, len(r.live) - 1, fmt.Errorf("removing the second copy of the %s draft: %w", placed.Window, err)
		}
		state, hash := waitingOrEdited(lowest, rules.DraftEvent{Hash: placed.Hash})
		placed.State, placed.Hash = state, hash
		placed.Folder, placed.UID = lowest.Folder, lowest.UID
		return placed, len(r.live) - 2, nil
	}
	return placed, len(r.live) - 1, nil
}

// settleDoubt does the same for a draft whose storing ended in doubt while
// another machine stored it too: which copy is this machine's own it cannot
// know again. It removes all but the lowest, but only those whose text is the
// one with the given hash, which this program wrote, or the same as the
// lowest's: no word of the user's is lost.
func settleDoubt(ctx context.Context, box Box, live []Found, ours string) (left int, err error) {
	left = max(0, len(live)-1)
	for _, f := range live[min(1, len(live)):] {
		hash, err := Hash(f.Raw)
		if err != nil || f.UIDValidity != live[0].UIDValidity || hash != ours && !untouched(hash)(live[0].Raw) {
			continue
		}
		f.Twin = true
		err = box.Withdraw(ctx, f, untouched(hash))
		if errors.Is(err, ErrKept) {
			continue
		}
		if err != nil {
			return left, fmt.Errorf("removing a second copy of a draft: %w", err)
		}
		left--
	}
	return left, nil
}

// Settle ends for every draft what Place could not, because it was cut off: it
// removes twins that this program stored itself. found is what Find gave,
// newest holds the newest event of each draft, before or after Observe's. It
// returns how many twins it had to leave, which the user is told.
func Settle(ctx context.Context, box Box, found []Found, newest []rules.DraftEvent, record func(rules.DraftEvent) error) (int, error) {
	left := 0
	for _, e := range newest {
		r := read(copiesOf(found, e.MessageID), e)
		if len(r.live) < 2 {
			continue
		}
		now, n := e, 0
		var err error
		switch {
		case e.Attempt > 0:
			if n, err = settleDoubt(ctx, box, r.live, r.hash); n == 0 && e.State == rules.DraftWaiting {
				now.Attempt = 0
			}
		case e.State == rules.DraftWaiting:
			now, n, err = settle(ctx, box, e)
		}
		left += n
		if err == nil && (!same(now, e) || now.Attempt != e.Attempt) {
			err = record(now)
		}
		if err != nil {
			return left, err
		}
	}
	return left, nil
}
