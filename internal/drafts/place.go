package drafts

import (
	"context"
	"errors"
	"fmt"
	"time"

	"inboxwatch/internal/rules"
)

// What Place and Withdraw did.
const (
	DidPlace    = "placed"    // stored now
	DidFind     = "found"     // it was there already, whatever became of it
	DidWait     = "in doubt"  // unknown whether the last try was stored; nothing was done
	DidGiveUp   = "given up"  // tried twice, never seen: the user is told
	DidWithdraw = "withdrawn" // taken away
	DidKeep     = "kept"      // the user's by now, or no longer in Drafts
)

// Outcome is what Place or Withdraw did and what the journal now says.
type Outcome struct {
	Did   string
	Event rules.DraftEvent
	// Twins is how many copies too many lie in Drafts and could not be told
	// to be this machine's own; status says so.
	Twins int
}

// maxTries is how often one draft is ever stored with its end unknown: a
// mailbox that swallowed it twice would show it a third time only to annoy.
const maxTries = 2

// Place puts d into Drafts, once. It looks for d's Message-ID in Drafts, Sent
// and Trash, and where no record tells of it in All; what is found there is taken for the draft, whatever became of
// it. Else it records the intent, stores the mail, records that, and looks
// again for a twin that another machine stored at the same moment.
//
// record must be durable before it returns. An error that wraps ErrDoubt ends
// the pass: the next one decides by what the mailbox shows then.
func Place(ctx context.Context, box Box, d Draft, record func(rules.DraftEvent) error) (Outcome, error) {
	raw, err := d.Bytes()
	if err != nil {
		return Outcome{}, fmt.Errorf("the %s draft cannot be written: %w", d.Window, err)
	}
	hash, err := Hash(raw)
	if err != nil {
		return Outcome{}, fmt.Errorf("the %s draft cannot be read back: %w", d.Window, err)
	}
	found, err := box.Find(ctx, []string{d.MessageID})
	if err != nil {
		return Outcome{}, fmt.Errorf("looking for an earlier %s draft: %w", d.Window, err)
	}
	prior := d.Prior
	if prior.Hash == "" {
		prior.Hash = hash // what would be written now is ours, too
	}
	if r := read(copiesOf(found, d.MessageID), prior); r.state != "" {
		return d.adopt(ctx, box, r, record)
	}
	if d.Prior.State == "" {
		if o, ok, err := d.elsewhere(ctx, box, record); ok || err != nil {
			return o, err
		}
	}
	if d.Prior.State == rules.DraftIntended && d.Prior.Attempt > 0 {
		if o, wait, err := d.inDoubt(record); wait {
			return o, err
		}
	}
	return d.append(ctx, box, raw, hash, record)
}

// adopt takes what was found for the draft.
func (d Draft) adopt(ctx context.Context, box Box, r reading, record func(rules.DraftEvent) error) (Outcome, error) {
	o := Outcome{Did: DidFind, Event: r.event(d.event(r.state)), Twins: max(0, len(r.live)-1)}
	if d.Prior.State == rules.DraftIntended && d.Prior.Attempt > 0 {
		var err error
		if o.Twins, err = settleDoubt(ctx, box, r.live, r.hash); err != nil {
			return o, err
		}
	}
	return o, record(o.Event)
}

// elsewhere takes what lies neither in Drafts nor in Sent nor in Trash, but
// still where the server keeps everything, for a draft that the user took out
// of Drafts: it was deleted, and has used up its window.
func (d Draft) elsewhere(ctx context.Context, box Box, record func(rules.DraftEvent) error) (Outcome, bool, error) {
	found, err := box.Elsewhere(ctx, d.MessageID)
	if err != nil {
		return Outcome{}, false, fmt.Errorf("looking for an earlier %s draft: %w", d.Window, err)
	}
	copies := copiesOf(found, d.MessageID)
	if len(copies) == 0 {
		return Outcome{}, false, nil
	}
	e := reading{at: copies[0]}.event(d.event(rules.DraftDeleted))
	return Outcome{Did: DidFind, Event: e}, true, record(e)
}

// event completes e with where the copy lies.
func (r reading) event(e rules.DraftEvent) rules.DraftEvent {
	e.Folder, e.UIDValidity, e.UID = r.at.Folder, r.at.UIDValidity, r.at.UID
	e.Hash, e.Flagged = r.hash, r.flagged
	return e
}

// inDoubt decides about a draft that was tried before and that the mailbox
// does not show: wait, give up, or (false) try once more.
func (d Draft) inDoubt(record func(rules.DraftEvent) error) (Outcome, bool, error) {
	if d.Prior.Attempt >= maxTries {
		return Outcome{Did: DidGiveUp, Event: d.Prior}, true, nil
	}
	since := d.Prior.AbsentSince
	if since.IsZero() && d.Patience > 0 {
		e := d.Prior
		e.AbsentSince = d.Date
		return Outcome{Did: DidWait, Event: e}, true, record(e)
	}
	wait := d.Patience > 0 && d.Date.Sub(since) < d.Patience
	return Outcome{Did: DidWait, Event: d.Prior}, wait, nil
}

// append is the one place where a mail is stored.
func (d Draft) append(ctx context.Context, box Box, raw []byte, hash string, record func(rules.DraftEvent) error) (Outcome, error) {
	intent := d.event(rules.DraftIntended)
	intent.Hash = hash
	intent.Attempt = 1
	if d.Prior.State == rules.DraftIntended {
		intent.Attempt += d.Prior.Attempt
	}
	if err := record(intent); err != nil {
		return Outcome{}, err
	}
	stored, err := box.Append(ctx, raw)
	if errors.Is(err, ErrDoubt) {
		return Outcome{Did: DidWait, Event: intent}, fmt.Errorf("the %s draft: %w", d.Window, err)
	}
	if err != nil { // certainly not stored: this try does not count
		intent.Attempt--
		return Outcome{Event: intent}, errors.Join(fmt.Errorf("storing the %s draft: %w", d.Window, err), record(intent))
	}
	placed := d.event(rules.DraftWaiting)
	placed.Hash = hash
	placed.Folder, placed.UIDValidity, placed.UID = stored.Folder, stored.UIDValidity, stored.UID
	if err := record(placed); err != nil {
		return Outcome{}, err
	}
	e, twins, err := settle(ctx, box, placed)
	if err == nil && e.UID != placed.UID {
		err = record(e)
	}
	return Outcome{Did: DidPlace, Event: e, Twins: twins}, err
}

// untouched tells whether a stored draft is, word for word, the one whose hash
// is given.
func untouched(hash string) func([]byte) bool {
	return func(raw []byte) bool {
		h, err := Hash(raw)
		return err == nil && hash != "" && h == hash
	}
}

// DoubtPatience is the Patience that suits a program which stays: it looks
// again on its own, so it can afford to be sure.
const DoubtPatience = 2 * time.Minute
