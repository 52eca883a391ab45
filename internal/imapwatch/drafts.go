package imapwatch

import (
	"context"
	"errors"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// maxDraft bounds a draft of ours, in bytes. One that is larger is not ours.
const maxDraft = 64 << 10

// Placed is where the server put a draft. Without UIDPLUS (RFC 4315) both are
// zero: the draft is stored, and Find tells where.
type Placed struct {
	UIDValidity, UID uint32
}

// Append stores raw (RFC 5322, CRLF line ends) in Drafts with the flags
// \Draft and \Seen. ErrRefused and ErrTemporary mean that it is certainly not
// stored. ErrDoubt means that the whole message went out and no answer came:
// end the pass, and let the next one Find it. Never append again before that.
func (c *Client) Append(ctx context.Context, raw []byte) (Placed, error) {
	f := c.find(Drafts)
	if f == nil {
		return Placed{}, c.missing(Drafts, "there is no drafts folder", `name one in the configuration: drafts = "…"`)
	}
	var placed Placed
	whole := false // all bytes of the message have left
	err := c.do(ctx, appendWhat+" in "+printable(c.DraftsFolder(), 100), idleBudget, func(ic *imapclient.Client) error {
		l := c.l
		l.gateMu.Lock()
		l.gate.whole = false
		l.gateMu.Unlock()
		cmd := ic.Append(f.Name, int64(len(raw)), &imap.AppendOptions{Flags: []imap.Flag{imap.FlagDraft, imap.FlagSeen}})
		_, err := cmd.Write(raw)
		err = errors.Join(err, cmd.Close())
		l.gateMu.Lock()
		whole = l.gate.whole
		l.gateMu.Unlock()
		d, werr := cmd.Wait()
		if werr != nil {
			return werr
		}
		placed = Placed{d.UIDValidity, uint32(d.UID)}
		return err
	})
	f.status = nil // out of date
	if err == nil {
		return placed, nil
	}
	var e *Error
	if errors.As(err, &e) && e.answered || !whole {
		return Placed{}, err
	}
	return Placed{}, c.doubt("store the draft", err)
}

// doubt marks an error after which it is unknown whether the server did it.
func (c *Client) doubt(what string, err error) error {
	e := c.fail(ErrDoubt, what, "no answer came; the next pass looks whether it was done", err)
	return e
}

// Outcome is what became of a withdrawal.
type Outcome string

// The outcomes.
const (
	Withdrawn Outcome = "withdrawn" // it is in Trash, or deleted where there is none
	Touched   Outcome = "touched"   // it is not what we put there any more, and stays
	Gone      Outcome = "gone"      // it is not in Drafts any more
)

// Withdraw moves a draft to Trash; where there is none, or with discard, it is
// deleted. It does so only if the message in Drafts with this UIDVALIDITY and
// UID bears \Draft and unchanged says of its bytes that they are ours. EXPUNGE
// without a UID is never used: without UIDPLUS and MOVE the draft stays in
// Drafts, marked \Deleted. ErrDoubt: the connection broke while it was done.
func (c *Client) Withdraw(ctx context.Context, validity, uid uint32, discard bool, unchanged func(raw []byte) bool) (Outcome, error) {
	f := c.find(Drafts)
	if f == nil {
		return "", c.missing(Drafts, "there is no drafts folder", `name one in the configuration: drafts = "…"`)
	}
	var p part
	err := c.selectFolder(ctx, *f, true, func(ic *imapclient.Client) error {
		r := request{options: wholeMail(maxDraft), each: maxDraft}
		return c.collect(ic.Fetch(uidSet([]uint32{uid}), r.options), r, func(q part) error {
			p = q
			return nil
		})
	})
	if err != nil {
		return "", err
	}
	f.status = nil
	if c.open.validity != validity || p.uid != uid {
		return Gone, nil
	}
	if hasFlag(p.flags, `\Deleted`) {
		return Gone, nil
	}
	if !hasFlag(p.flags, `\Draft`) || !p.hasData || len(p.data) >= maxDraft || !unchanged(p.data) {
		return Touched, nil
	}
	if err := c.remove(ctx, uid, discard); err != nil {
		if _, refused := asAnswered(err); refused {
			return "", err
		}
		return "", c.doubt("withdraw the draft", err)
	}
	return Withdrawn, nil
}

func wholeMail(most int64) *imap.FetchOptions {
	return &imap.FetchOptions{Flags: true, InternalDate: true, RFC822Size: true, BodySection: []*imap.FetchItemBodySection{
		{Peek: true, Partial: &imap.SectionPartial{Offset: 0, Size: most}},
	}}
}

// remove takes one message out of the folder that is selected.
func (c *Client) remove(ctx context.Context, uid uint32, discard bool) error {
	set := uidSet([]uint32{uid})
	trash := c.nameOf(Trash)
	if discard {
		trash = ""
	}
	return c.do(ctx, "withdraw the draft", idleBudget, func(ic *imapclient.Client) error {
		caps := c.l.caps
		if trash != "" && caps["MOVE"] {
			_, err := ic.Move(set, trash).Wait()
			return err
		}
		if trash != "" {
			if _, err := ic.Copy(set, trash).Wait(); err != nil {
				return err
			}
		}
		store := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}
		if err := ic.Store(set, store, nil).Close(); err != nil {
			return err
		}
		if !caps["UIDPLUS"] {
			return nil
		}
		return ic.UIDExpunge(set).Close()
	})
}

// DraftsFolder is the name of the folder that drafts go to, "" before Folders
// was called.
func (c *Client) DraftsFolder() string { return c.nameOf(Drafts) }

// Read gives one message of a folder as it is now, at most 2 MiB of it; false
// where it is not there any more.
func (c *Client) Read(ctx context.Context, folder string, validity, uid uint32) (Item, bool, error) {
	f := c.named(folder)
	if f == nil {
		return Item{}, false, nil
	}
	var item Item
	ok := false
	if err := c.examine(ctx, *f); err != nil {
		return item, false, err
	}
	if c.open.validity != validity {
		return item, false, nil
	}
	at := *f
	at.status = &status{validity: validity}
	var heads []HeaderFields
	if _, err := c.headers(ctx, at, validity, []uint32{uid}, func(h HeaderFields) { heads = append(heads, h) }); err != nil {
		return item, false, err
	}
	_, err := c.bodies(ctx, at, heads, func(it Item) error {
		item, ok = it, true
		return nil
	})
	return item, ok, err
}
