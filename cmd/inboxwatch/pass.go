package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"inboxwatch/internal/config"
	"inboxwatch/internal/detect"
	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/rules"
)

// maxDraftsPerDay bounds what a flood of "confirmations" can put into Drafts;
// no job hunt needs more in 24 hours.
const maxDraftsPerDay = 12

// engine does the whole job once per pass. One goroutine owns it.
type engine struct {
	cfg       config.Config
	settings  rules.Settings
	owner     detect.Owner
	templates drafts.Templates
	ledger    *ledger
	now       func() time.Time
	patience  time.Duration // see drafts.Draft.Patience
	log       *slog.Logger
	tell      func(step) // what a person wants to hear of; may be nil
	progress  func(folder string, done, total int)
	clients   map[string]*imapwatch.Client // by account, kept between passes
	boxes     map[string]*box
	memories  map[string]string // what was stored last, by account
	secrets   func(config.Account) secretFunc
}

// step is one thing that a pass did or, in a dry run, would do.
type step struct {
	did      string // read, placed, withdrawn, kept
	decision rules.Decision
	window   rules.Window
	draft    drafts.Draft
	reason   string
	seen     *rules.Seen
}

func newEngine(cfg config.Config, l *ledger, now func() time.Time, log *slog.Logger) (*engine, error) {
	s := cfg.Settings()
	t, err := drafts.LoadTemplates(cfg.Drafts.Templates)
	if err != nil {
		return nil, fail(exitConfig, "templates: %w", err)
	}
	return &engine{
		cfg: cfg, settings: s, templates: t, ledger: l, now: now, log: log,
		owner:   detect.Owner{Name: s.Name, Addresses: s.Addresses, Zone: s.Location},
		clients: map[string]*imapwatch.Client{}, boxes: map[string]*box{}, memories: map[string]string{},
		secrets: secretFor,
	}, nil
}

func (e *engine) close() {
	for name := range e.clients {
		e.drop(name)
	}
}

// boxOf gives the mailbox as drafts sees it, kept as long as the connection.
func (e *engine) boxOf(a config.Account, c *imapwatch.Client) *box {
	if b := e.boxes[a.Name]; b != nil && b.c == c {
		return b
	}
	b := newBox(c, e.now().Add(-e.cfg.Rules.Lookback))
	e.boxes[a.Name] = b
	return b
}

// client gives the account's connection, made where there is none.
func (e *engine) client(ctx context.Context, a config.Account) (*imapwatch.Client, error) {
	if c := e.clients[a.Name]; c != nil {
		return c, nil
	}
	c, err := imapwatch.Dial(ctx, wireAccount(a, e.secrets(a)), e.log)
	if err != nil {
		return nil, err
	}
	if memory, err := e.ledger.j.Cursor(a.Name, memoryKey); err == nil {
		c.Remember([]byte(memory))
	}
	e.clients[a.Name] = c
	return c, nil
}

// memoryKey stands for no folder: under it lies what the last connection knew
// of message ids, which spares reading them again.
const memoryKey = ""

// remember keeps what the connection learnt for the next one.
func (e *engine) remember(_ context.Context, a config.Account, c *imapwatch.Client) error {
	memory := string(c.Memory())
	if e.ledger.dry || memory == e.memories[a.Name] {
		return nil
	}
	e.memories[a.Name] = memory
	return e.ledger.j.SetCursor(a.Name, memoryKey, memory)
}

// drop closes a connection that failed, so that the next pass makes a new one.
func (e *engine) drop(account string) {
	if c := e.clients[account]; c != nil {
		c.Close()
		delete(e.clients, account)
		delete(e.boxes, account)
	}
}

// secretFunc asks for a password or token when it is needed.
type secretFunc = func(context.Context) (string, error)

func wireAccount(a config.Account, s secretFunc) imapwatch.Account {
	return imapwatch.Account{Name: a.Name, Host: a.Host, Port: a.Port, Security: a.Security, CAFile: a.CAFile, Pin: a.Pin,
		Timeout: a.Timeout, Poll: a.Poll, Username: a.Username, Auth: a.Auth, Secret: s,
		Watch: a.Watch, Sent: a.Sent, Drafts: a.Drafts}
}

// pass reads what is new, decides, withdraws what is no longer right and
// places what is due. An account that fails does not keep the others from
// being served; the first error is returned in the end.
func (e *engine) pass(ctx context.Context) ([]rules.Decision, error) {
	if err := e.ledger.refresh(); err != nil {
		return nil, err
	}
	var errs []error
	served := map[string]bool{}
	for _, a := range e.cfg.Accounts {
		err := e.account(ctx, a, e.read)
		if err == nil {
			served[a.Name] = true
			continue
		}
		if fatal(ctx, err) {
			return nil, err
		}
		errs = append(errs, inAccount(a, err))
	}
	for _, a := range e.cfg.Accounts {
		if !served[a.Name] {
			continue
		}
		for _, do := range []func(context.Context, config.Account, *imapwatch.Client) error{e.reconsider, e.observe, e.withdraw, e.place, e.remember} {
			if err := e.account(ctx, a, do); err != nil {
				if fatal(ctx, err) {
					return nil, err
				}
				errs = append(errs, inAccount(a, err))
				break
			}
		}
	}
	return e.decide(), errors.Join(errs[:min(len(errs), 1)]...)
}

// fatal errors end the whole pass: the state cannot be trusted to hold what
// was done, or the user wants to stop.
func fatal(ctx context.Context, err error) bool {
	return ctx.Err() != nil || codeOf(err) == exitState || codeOf(err) == exitInternal
}

func (e *engine) account(ctx context.Context, a config.Account, do func(context.Context, config.Account, *imapwatch.Client) error) error {
	c, err := e.client(ctx, a)
	if err != nil {
		return err
	}
	if err = do(ctx, a, c); err != nil {
		e.drop(a.Name)
	}
	return err
}

// decide folds the journal and decides about every interview, now.
func (e *engine) decide() []rules.Decision {
	now := e.now()
	return rules.Decide(rules.Fold(e.ledger.events, e.settings, now), e.settings, now)
}

// name fixes the ids that were or are about to be shown.
func (e *engine) name() error {
	return e.ledger.append(rules.Names(rules.Fold(e.ledger.events, e.settings, e.now()), e.ledger.events)...)
}

// observe learns what became of our drafts, and finds those that lie in the
// mailbox though the journal knows nothing of them.
func (e *engine) observe(ctx context.Context, a config.Account, c *imapwatch.Client) error {
	if err := e.name(); err != nil {
		return err
	}
	known := e.ledger.newest(a.Name)
	candidates := e.candidates(a.Name, known)
	ids := drafts.Wanted(known)
	for _, d := range candidates {
		ids = append(ids, d.MessageID)
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	found, err := e.boxOf(a, c).Find(ctx, slices.Compact(ids))
	if err != nil {
		return err
	}
	var events []rules.Event
	for _, d := range append(drafts.Observe(found, known), drafts.Recover(found, candidates)...) {
		events = append(events, rules.Event{At: e.now(), Draft: &d})
	}
	if err := e.ledger.append(events...); err != nil || e.ledger.dry {
		return err
	}
	left, err := drafts.Settle(ctx, e.boxOf(a, c), found, e.ledger.newest(a.Name), e.record)
	if left > 0 {
		e.log.Warn("a draft lies twice in Drafts, stored by two machines at the same moment; delete the one you do not want", "account", a.Name, "twins", left)
	}
	return err
}

// candidates lists every draft that could lie in the account's mailbox without
// the journal knowing of it.
func (e *engine) candidates(account string, known []rules.DraftEvent) []rules.DraftEvent {
	have := map[string]bool{}
	for _, d := range known {
		have[d.MessageID] = true
	}
	var out []rules.DraftEvent
	for _, iv := range rules.Fold(e.ledger.events, e.settings, e.now()) {
		if iv.Account != account {
			continue
		}
		for w, ids := range rules.CandidateIDs(iv) {
			for _, id := range ids {
				if !have[id] {
					out = append(out, rules.DraftEvent{Interview: iv.ID, Window: w, MessageID: id, Account: account, To: iv.Contact.Address})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b rules.DraftEvent) int { return cmp.Compare(a.MessageID, b.MessageID) })
	return out
}

// record journals a step in a draft's life; it is durable when it returns.
func (e *engine) record(d rules.DraftEvent) error {
	return e.ledger.append(rules.Event{At: e.now(), Draft: &d})
}

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
