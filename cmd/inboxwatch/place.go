package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"inboxwatch/internal/config"
	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/rules"
)

// withdraw takes away the drafts that are no longer right.
func (e *engine) withdraw(ctx context.Context, a config.Account, c *imapwatch.Client) error {
	for _, d := range e.decide() {
		for _, w := range d.Withdraw {
			if w.Draft.Account != a.Name {
				continue
			}
			did := step{did: drafts.DidWithdraw, decision: d, window: w.Draft.Window, reason: w.Reason}
			if e.ledger.dry {
				gone := w.Draft
				gone.State = rules.DraftWithdrawn
				if err := e.record(gone); err != nil {
					return err
				}
			} else {
				out, err := drafts.Withdraw(ctx, e.boxOf(a, c), w.Draft, e.record)
				if err != nil {
					return err
				}
				did.did = out.Did
			}
			e.say(did)
		}
	}
	return nil
}

// place puts the drafts that are due into Drafts. Each is decided afresh,
// because the one before may change what is right (one waits at a time).
func (e *engine) place(ctx context.Context, a config.Account, c *imapwatch.Client) error {
	tried := map[string]bool{}
	for {
		d, ok := e.nextDue(a.Name, tried)
		if !ok {
			return nil
		}
		tried[d.Due.MessageID] = true
		if e.placedToday() >= maxDraftsPerDay {
			e.log.Warn("no more drafts today: the limit keeps a flood of mails from filling your Drafts folder", "limit", maxDraftsPerDay, "interview", d.Interview.ID)
			return nil
		}
		letter, err := drafts.Compose(d, e.settings, e.now(), e.templates, e.earlier(d)...)
		if err != nil {
			return fail(exitInternal, "cannot write the %s for %s: %w", windowWords[d.Due.Window], d.Interview.ID, err)
		}
		letter.Patience = e.patience
		did := step{did: drafts.DidPlace, decision: d, window: d.Due.Window, draft: letter, reason: d.Reason}
		if e.ledger.dry {
			if err := e.record(rules.DraftEvent{Interview: d.Interview.ID, Window: d.Due.Window, MessageID: d.Due.MessageID,
				State: rules.DraftWaiting, Account: a.Name, To: d.Due.To.Address}); err != nil {
				return err
			}
		} else {
			letter.Prior = e.prior(a.Name, d.Due.MessageID)
			out, err := drafts.Place(ctx, e.boxOf(a, c), letter, e.record)
			if err != nil {
				return err
			}
			did.did = out.Did
			switch out.Did {
			case drafts.DidGiveUp:
				e.log.Warn("the server took a draft twice and never showed it; it is not tried again", "account", a.Name, "interview", d.Interview.ID, "window", d.Due.Window)
			case drafts.DidWait:
				return fmt.Errorf("%w: the draft for %s; the next pass looks again", drafts.ErrDoubt, d.Interview.ID)
			}
		}
		e.say(did)
	}
}

// nextDue gives the first decision with a draft due in the account that was
// not tried in this pass.
func (e *engine) nextDue(account string, tried map[string]bool) (rules.Decision, bool) {
	for _, d := range e.decide() {
		if d.Due != nil && d.Interview.Account == account && !tried[d.Due.MessageID] {
			return d, true
		}
	}
	return rules.Decision{}, false
}

// placedToday counts the drafts begun in the last 24 hours.
func (e *engine) placedToday() int {
	ids := map[string]bool{}
	since := e.now().Add(-24 * time.Hour)
	for _, ev := range e.ledger.events {
		if ev.Draft != nil && ev.At.After(since) && (ev.Draft.State == rules.DraftIntended || e.ledger.dry) {
			ids[ev.Draft.MessageID] = true
		}
	}
	return len(ids)
}

// earlier lists the drafts that the same person was written before, so that no
// two are alike.
func (e *engine) earlier(d rules.Decision) []rules.DraftEvent {
	var out []rules.DraftEvent
	for _, a := range e.cfg.Accounts {
		for _, dr := range e.ledger.newest(a.Name) {
			if dr.To != "" && dr.To == d.Due.To.Address && dr.MessageID != d.Due.MessageID {
				out = append(out, dr)
			}
		}
	}
	return out
}

func (e *engine) prior(account, messageID string) rules.DraftEvent {
	for _, d := range e.ledger.newest(account) {
		if d.MessageID == messageID {
			return d
		}
	}
	return rules.DraftEvent{}
}

func (e *engine) say(s step) {
	if e.tell != nil {
		e.tell(s)
	}
}

// inAccount names the account in an error that does not name it itself.
func inAccount(a config.Account, err error) error {
	if strings.HasPrefix(err.Error(), "account ") {
		return err
	}
	return fmt.Errorf("account %q: %w", a.Name, err)
}
