package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/rules"
)

// olderKey stands for no folder: under it lies which mails were asked for.
const olderKey = "\x00older"

// Limits of what is asked for and of what is remembered of it.
const (
	maxOlder = 20 // of one mail, and in one pass
	maxAsked = 2000
)

// older fetches what an interview's mails answer though it came before the
// lookback, where company, role or contact is not known without it. Each is
// asked for once: what was, is remembered.
func (e *engine) older(ctx context.Context, a config.Account, c *imapwatch.Client) error {
	stored, err := e.ledger.j.Cursor(a.Name, olderKey)
	if err != nil {
		return err
	}
	asked := strings.Fields(stored)
	ids := e.missing(a.Name, asked)
	if len(ids) == 0 {
		return nil
	}
	in := intake{e: e, account: a.Name, known: e.known()}
	for _, id := range ids {
		in.known.ids[id] = true
		asked = append(asked, shortHash(id))
	}
	now := e.now()
	stats, err := c.FetchThread(ctx, ids, func(it imapwatch.Item) error {
		if it.Arrived.After(now) {
			return nil
		}
		return in.take(it)
	})
	if err != nil {
		return err
	}
	if err := in.flush(); err != nil || e.ledger.dry {
		return err
	}
	e.log.Info("looked for what interviews' mails answer", "account", a.Name, "asked", len(ids), "read", stats.Delivered)
	return e.ledger.j.SetCursor(a.Name, olderKey, strings.Join(asked[max(len(asked)-maxAsked, 0):], " "))
}

// missing gives the Message-IDs that mails of incomplete interviews refer to
// and that were neither seen nor asked for.
func (e *engine) missing(account string, asked []string) []string {
	var done map[string]bool
	var out []string
	for _, iv := range e.interviews(e.now()) {
		if iv.Company != "" && iv.Role != "" && iv.Contact.Address != "" {
			continue
		}
		if done == nil {
			done = map[string]bool{"": true}
			for _, ev := range e.ledger.events {
				if ev.Seen != nil {
					done[ev.Seen.Mail.MessageID] = true
				}
			}
			for _, h := range asked {
				done[h] = true
			}
		}
		for _, m := range iv.Mails {
			if m.Mail.Account != account {
				continue
			}
			for _, id := range answered(m.Mail) {
				if !done[id] && !done[shortHash(id)] && len(out) < maxOlder {
					done[id] = true
					out = append(out, id)
				}
			}
		}
	}
	return out
}

// answered gives the mails that one refers to: the thread's first and the newest.
func answered(m rules.Mail) []string {
	refs := m.References
	if len(refs) > maxOlder {
		refs = append(refs[:1:1], refs[len(refs)-maxOlder+1:]...)
	}
	return append(refs[:len(refs):len(refs)], m.InReplyTo)
}

// shortHash stands for a Message-ID in the state, which needs no more of it.
func shortHash(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:8])
}
