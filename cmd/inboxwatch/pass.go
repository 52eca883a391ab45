package main

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"slices"
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
	lifetime  time.Duration // of a connection; 0: the provider's
	patience  time.Duration // see drafts.Draft.Patience
	log       *slog.Logger
	tell      func(step) // what a person wants to hear of; may be nil
	progress  func(folder string, done, total int)
	clients   map[string]*imapwatch.Client // by account, kept between passes
	boxes     map[string]*box
	memories  map[string]string // what was stored last, by account
	rests     rests             // set where pass follows pass: see rests
	secrets   func(config.Account) secretFunc
	folded    folded
	crossed   time.Time // a moment within the last pass at which a decision changed; zero: none
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
	w := wireAccount(a, e.secrets(a))
	w.Lifetime = e.lifetime
	c, err := imapwatch.Dial(ctx, w, e.log)
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
// being served; the first error is returned in the end. One that rests after a
// failure is left out.
func (e *engine) pass(ctx context.Context) ([]rules.Decision, error) {
	if err := e.ledger.refresh(); err != nil {
		return nil, err
	}
	var errs []error
	served := map[string]bool{}
	failed := func(a config.Account, err error) {
		if wait := e.rests.failed(a.Name, err, e.now()); wait > 0 {
			e.log.Warn("this account failed; trying again", "account", a.Name, "in", wait.Round(time.Second).String(), "why", err)
		}
		errs = append(errs, inAccount(a, err))
	}
	for _, a := range e.cfg.Accounts {
		if e.rests.holds(a.Name, e.now()) {
			continue
		}
		if c := e.clients[a.Name]; c != nil && c.Old() {
			e.drop(a.Name) // else Wait would ask for a new one again at once
		}
		err := e.account(ctx, a, e.read)
		if err == nil {
			served[a.Name] = true
			continue
		}
		if fatal(ctx, err) {
			return nil, err
		}
		failed(a, err)
	}
	e.crossed = time.Time{}
	bound := e.wake(e.decide())
	for _, a := range e.cfg.Accounts {
		if !served[a.Name] {
			continue
		}
		for _, do := range []func(context.Context, config.Account, *imapwatch.Client) error{e.reconsider, e.older, e.observe, e.withdraw, e.place, e.remember} {
			if err := e.account(ctx, a, do); err != nil {
				if fatal(ctx, err) {
					return nil, err
				}
				failed(a, err)
				served[a.Name] = false
				break
			}
		}
		if served[a.Name] {
			delete(e.rests, a.Name)
		}
	}
	ds := e.decide()
	if !bound.IsZero() && !bound.After(e.now()) {
		e.crossed = bound
	}
	return ds, errors.Join(errs[:min(len(errs), 1)]...)
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
	return rules.Decide(e.interviews(now), e.settings, now)
}

// name fixes the ids that were or are about to be shown.
func (e *engine) name() error {
	return e.ledger.append(rules.Names(e.interviews(e.now()), e.ledger.events)...)
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
	recognise := e.recogniser()
	known, candidates = drafts.Prove(found, known, recognise), drafts.Prove(found, candidates, recognise)
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
	for _, iv := range e.interviews(e.now()) {
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
