package main

import (
	"encoding/json"

	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

// ledger is the journal as a pass sees it. With dry set nothing is stored:
// what would have been lives in memory until the pass ends, so that --dry-run
// walks the very same path.
type ledger struct {
	j       *journal.Journal
	dry     bool
	events  []rules.Event
	cursors map[string]imapwatch.Cursor // dry only
}

func openLedger(j *journal.Journal, dry bool) (*ledger, error) {
	l := &ledger{j: j, dry: dry, cursors: map[string]imapwatch.Cursor{}}
	return l, l.reload()
}

func (l *ledger) reload() (err error) {
	l.events, err = l.j.Events()
	return err
}

// refresh reads the journal anew where another process wrote to it (mark
// beside a running watch).
func (l *ledger) refresh() error {
	changed, err := l.j.Changed()
	if err != nil || !changed {
		return err
	}
	return l.reload()
}

// append stores events; they are durable when it returns.
func (l *ledger) append(events ...rules.Event) error {
	if len(events) == 0 {
		return nil
	}
	last := int64(0)
	if n := len(l.events); n > 0 {
		last = l.events[n-1].N
	}
	if l.dry {
		for _, e := range events {
			last++
			e.N = last
			l.events = append(l.events, e)
		}
		return nil
	}
	if err := l.j.Append(events...); err != nil {
		return err
	}
	fresh, err := l.j.After(last)
	if err != nil {
		return err
	}
	l.events = append(l.events, fresh...)
	return nil
}

func (l *ledger) cursor(account, folder string) (cur imapwatch.Cursor, err error) {
	if c, ok := l.cursors[account+"\x00"+folder]; ok {
		return c, nil
	}
	s, err := l.j.Cursor(account, folder)
	if err == nil && s != "" {
		// A cursor that cannot be read only costs a new scan.
		_ = json.Unmarshal([]byte(s), &cur)
	}
	return cur, err
}

func (l *ledger) setCursor(account, folder string, cur imapwatch.Cursor) error {
	if l.dry {
		l.cursors[account+"\x00"+folder] = cur
		return nil
	}
	b, err := json.Marshal(cur)
	if err != nil {
		return err
	}
	return l.j.SetCursor(account, folder, string(b))
}

// skip remembers mails that were not kept, so that they can be read once their
// thread or sender turns out to matter.
func (l *ledger) skip(mails []journal.Skipped) error {
	if l.dry {
		return nil
	}
	return l.j.AddSkipped(mails...)
}

// newest gives the newest event of every draft of an account.
func (l *ledger) newest(account string) []rules.DraftEvent {
	at := map[string]int{}
	var out []rules.DraftEvent
	for _, e := range l.events {
		d := e.Draft
		if d == nil || d.Account != account {
			continue
		}
		now := *d
		if i, ok := at[d.MessageID]; ok {
			now.PlacedAt = out[i].PlacedAt
			out[i] = now
			continue
		}
		now.PlacedAt = e.At
		at[d.MessageID] = len(out)
		out = append(out, now)
	}
	return out
}
