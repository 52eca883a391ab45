package main

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"inboxwatch/internal/config"
	"inboxwatch/internal/detect"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

// batch is how many read mails are journalled in one durable write, and
// skipBatch how many passed over: of these there are thousands in a first scan,
// all before the first mail is read.
const (
	batch     = 50
	skipBatch = 500
)

// read brings what is new in the account's folders into the journal.
func (e *engine) read(ctx context.Context, a config.Account, c *imapwatch.Client) error {
	folders, err := c.Folders(ctx)
	if err != nil {
		return err
	}
	known := e.known()
	for _, f := range readingOrder(folders) {
		if err := e.readFolder(ctx, a, c, f, known); err != nil {
			return err
		}
	}
	if e.ledger.dry {
		return nil
	}
	return e.ledger.j.PruneSkipped(e.now().Add(-e.cfg.Rules.Lookback))
}

// readingOrder is the folders to be read, Sent first: a mail of the user's that
// lies in All Mail too must be known as sent.
func readingOrder(folders []imapwatch.Folder) []imapwatch.Folder {
	var out []imapwatch.Folder
	for _, f := range folders {
		switch {
		case f.Role == imapwatch.Drafts || f.Role == imapwatch.Junk:
		case f.Role == imapwatch.Sent:
			out = slices.Insert(out, 0, f)
		case f.Watched:
			out = append(out, f)
		}
	}
	return out
}

func (e *engine) readFolder(ctx context.Context, a config.Account, c *imapwatch.Client, f imapwatch.Folder, known known) error {
	cur, err := e.ledger.cursor(a.Name, f.Name)
	if err != nil {
		return err
	}
	in := intake{e: e, account: a.Name, known: known}
	opt := imapwatch.SyncOptions{
		Since: e.now().Add(-e.cfg.Rules.Lookback),
		Want:  func(h imapwatch.HeaderFields) bool { return in.want(h) },
	}
	if e.progress != nil {
		opt.Progress = func(done, total int) { e.progress(f.Name, done, total) }
	}
	next, stats, err := c.Sync(ctx, f, cur, opt, in.take)
	if flushErr := in.flush(); flushErr != nil {
		return flushErr
	}
	if stats.Rescan || len(stats.Unreadable) > 0 || stats.Looked > 0 {
		e.log.Info("read", "account", a.Name, "folder", f.Name, "looked", stats.Looked, "read", stats.Delivered,
			"unreadable", len(stats.Unreadable)+in.broken, "rescan", stats.Rescan)
	}
	if !reflect.DeepEqual(next, cur) {
		if stats.Rescan && !e.ledger.dry {
			if err := e.ledger.j.DropSkippedFolder(a.Name, f.Name, next.UIDValidity); err != nil {
				return err
			}
		}
		// The events are stored by now: a cursor ahead of them would hide mails.
		if saveErr := e.ledger.setCursor(a.Name, f.Name, next); saveErr != nil {
			return saveErr
		}
	}
	return err
}

// known is what already matters: threads and senders of interviews.
type known struct {
	ids       map[string]bool // Message-IDs
	addresses map[string]bool
	domains   map[string]bool
}

func (e *engine) known() known {
	k := known{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, iv := range e.interviews(e.now()) {
		for _, m := range iv.Mails {
			k.ids[m.Mail.MessageID] = true
			if !m.Mail.FromOwner && !m.Mail.Auto {
				k.addresses[strings.ToLower(m.Mail.From.Address)] = true
			}
		}
		if iv.Contact.Address != "" {
			k.addresses[strings.ToLower(iv.Contact.Address)] = true
		}
	}
	for addr := range k.addresses {
		if d := rules.CompanyDomain(addr); d != "" {
			k.domains[d] = true
		}
	}
	return k
}

func (k known) mail(from, messageID, inReplyTo string, refs []string) bool {
	from = strings.ToLower(from)
	if k.addresses[from] || k.domains[rules.CompanyDomain(from)] || k.ids[messageID] || k.ids[inReplyTo] {
		return true
	}
	return slices.ContainsFunc(refs, func(r string) bool { return k.ids[r] })
}

// intake turns mails from the wire into journal events.
type intake struct {
	e       *engine
	account string
	known   known
	events  []rules.Event
	skipped []journal.Skipped
	broken  int
	failed  error // of a write that want could not tell of
}

// want decides by the header fields whether a mail is read at all.
func (in *intake) want(h imapwatch.HeaderFields) bool {
	if h.Role == imapwatch.Sent {
		return true
	}
	fields := detect.HeaderFields{From: h.From, To: h.To, ReplyTo: h.ReplyTo, Subject: h.Subject, Date: h.Date,
		MessageID: h.MessageID, InReplyTo: h.InReplyTo, References: h.References,
		ListUnsubscribe: h.ListUnsubscribe, ListID: h.ListID, AutoSubmitted: h.AutoSubmitted,
		Precedence: h.Precedence, ContentType: h.ContentType}
	v := detect.Triage(fields, func(from, id, inReplyTo string, refs []string) bool { return in.known.mail(from, id, inReplyTo, refs) })
	if v.Read {
		return true
	}
	in.skipped = append(in.skipped, journal.Skipped{Account: in.account, Folder: h.Folder, UIDValidity: h.UIDValidity, UID: h.UID,
		Date: h.Arrived, MessageID: h.MessageID, References: append(strings.Fields(h.References), h.InReplyTo), SenderDomain: v.Domain})
	if len(in.skipped) >= skipBatch && in.failed == nil {
		in.failed = in.flush()
	}
	return false
}

// take reads one mail. A mail that cannot be read is counted and named, never
// fatal.
func (in *intake) take(it imapwatch.Item) error {
	mail, facts, err := detect.ReadRaw(it.Raw, in.e.owner)
	if err != nil {
		in.broken++
		in.e.log.Info("a mail could not be read", "account", in.account, "folder", it.Folder, "uid", it.UID, "why", err)
		return nil
	}
	mail.Account, mail.Folder = in.account, it.Folder
	mail.InSent = it.Role == imapwatch.Sent || it.Role == imapwatch.All && mail.FromOwner
	if mail.Date.IsZero() {
		mail.Date = it.Arrived
	}
	seen := rules.Seen{Mail: mail, Facts: facts}
	if in.matters(seen) {
		in.events = append(in.events, rules.Event{At: in.e.now(), Seen: &seen})
		in.e.say(step{did: "read", seen: &seen})
	} else {
		in.skipped = append(in.skipped, journal.Skipped{Account: in.account, Folder: it.Folder, UIDValidity: it.UIDValidity, UID: it.UID,
			Date: it.Arrived, MessageID: mail.MessageID, References: append(slices.Clone(mail.References), mail.InReplyTo),
			SenderDomain: rules.CompanyDomain(mail.From.Address)})
	}
	if len(in.events)+len(in.skipped) >= batch {
		return in.flush()
	}
	return nil
}

// matters reports whether anything of a mail is to be kept: what has nothing
// to do with an application leaves no trace but hashes.
func (in *intake) matters(s rules.Seen) bool {
	return s.Mail.FromOwner || s.Facts.Kind != rules.Other ||
		in.known.mail(s.Mail.From.Address, s.Mail.MessageID, s.Mail.InReplyTo, s.Mail.References)
}

func (in *intake) flush() error {
	if in.failed != nil {
		return in.failed
	}
	events, skipped := in.events, in.skipped
	in.events, in.skipped = nil, nil
	if err := in.e.ledger.append(events...); err != nil {
		return err
	}
	return in.e.ledger.skip(skipped)
}

// reconsider reads mails after all that were passed over before their thread
// or their sender mattered.
func (e *engine) reconsider(ctx context.Context, a config.Account, c *imapwatch.Client) error {
	k := e.known()
	places, err := e.ledger.j.Reconsider(a.Name, keys(k.ids), keys(k.domains))
	if err != nil || len(places) == 0 {
		return err
	}
	in := intake{e: e, account: a.Name, known: k}
	byFolder := map[string]map[uint32][]uint32{}
	for _, p := range places {
		if byFolder[p.Folder] == nil {
			byFolder[p.Folder] = map[uint32][]uint32{}
		}
		byFolder[p.Folder][p.UIDValidity] = append(byFolder[p.Folder][p.UIDValidity], p.UID)
	}
	for _, folder := range keys(byFolder) {
		for validity, uids := range byFolder[folder] {
			if _, err := c.Reread(ctx, folder, validity, uids, in.take); err != nil {
				return err
			}
		}
	}
	if err := in.flush(); err != nil || e.ledger.dry {
		return err
	}
	return e.ledger.j.DropSkipped(places...)
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
