package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imapwatch"
)

// box lets drafts speak with a mailbox: it translates between the nouns of two
// packages that do not know each other. One belongs to one connection.
type box struct {
	c     *imapwatch.Client
	since time.Time        // copies are looked for among mail that arrived since
	raw   map[place][]byte // what was read: a message never changes under its UID
	// trashed holds what lies in Trash, by Message-ID, as the last Find saw it.
	trashed map[string][]byte
}

type place struct {
	folder        string
	validity, uid uint32
}

func newBox(c *imapwatch.Client, since time.Time) *box {
	return &box{c, since, map[place][]byte{}, map[string][]byte{}}
}

var roles = map[imapwatch.Role]drafts.Role{
	imapwatch.Drafts: drafts.RoleDrafts,
	imapwatch.Sent:   drafts.RoleSent,
	imapwatch.Trash:  drafts.RoleTrash,
	imapwatch.All:    drafts.RoleAll,
}

// Find gives the copies with their bytes where drafts needs them.
func (b *box) Find(ctx context.Context, ids []string) ([]drafts.Found, error) {
	hits, err := b.c.Find(ctx, ids, b.since)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		delete(b.trashed, id)
	}
	return b.found(ctx, hits)
}

// Elsewhere gives the copies in All.
func (b *box) Elsewhere(ctx context.Context, id string) ([]drafts.Found, error) {
	hits, err := b.c.FindAll(ctx, []string{id}, b.since)
	if err != nil {
		return nil, err
	}
	return b.found(ctx, hits)
}

func (b *box) found(ctx context.Context, hits []imapwatch.Found) (out []drafts.Found, err error) {
	for _, h := range hits {
		f := drafts.Found{Role: roles[h.Role], Folder: h.Folder, UIDValidity: h.UIDValidity,
			UID: h.UID, Flags: h.Flags, MessageID: h.MessageID}
		var there bool
		if f.Raw, there, err = b.read(ctx, place{h.Folder, h.UIDValidity, h.UID}); err != nil {
			return nil, err
		}
		if there && f.Role == drafts.RoleTrash {
			b.trashed[f.MessageID] = f.Raw
		}
		if there {
			out = append(out, f)
		}
	}
	return out, nil
}

func (b *box) read(ctx context.Context, p place) ([]byte, bool, error) {
	if raw, ok := b.raw[p]; ok {
		return raw, true, nil
	}
	it, ok, err := b.c.Read(ctx, p.folder, p.validity, p.uid)
	if err == nil && ok {
		b.raw[p] = it.Raw
	}
	return it.Raw, ok, err
}

// Append stores a draft.
func (b *box) Append(ctx context.Context, raw []byte) (drafts.Stored, error) {
	s, err := b.c.Append(ctx, raw)
	if errors.Is(err, imapwatch.ErrDoubt) {
		err = fmt.Errorf("%w: %w", drafts.ErrDoubt, err)
	}
	return drafts.Stored{Folder: b.c.DraftsFolder(), UIDValidity: s.UIDValidity, UID: s.UID}, err
}

// Withdraw takes a draft away while it is ours. Where the server has no MOVE, an
// earlier withdrawal may have ended after the copy to Trash: what lies there
// already, byte for byte, is not copied a second time.
func (b *box) Withdraw(ctx context.Context, f drafts.Found, unchanged func([]byte) bool) error {
	copied := f.Raw != nil && bytes.Equal(b.trashed[f.MessageID], f.Raw)
	did, err := b.c.Withdraw(ctx, f.UIDValidity, f.UID, f.Twin || copied, unchanged)
	if err == nil && did != imapwatch.Withdrawn {
		err = fmt.Errorf("%w (%s)", drafts.ErrKept, did)
	}
	return err
}
