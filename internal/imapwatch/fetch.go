package imapwatch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// part is one message's answer to a FETCH.
type part struct {
	uid     uint32
	flags   []string
	arrived time.Time
	size    int64
	data    []byte // of the one section asked for
	hasData bool
}

// request is what to fetch of each message.
type request struct {
	what    string // for errors
	options *imap.FetchOptions
	each    int64 // bytes a section may have
	batch   int   // messages in one command
}

const (
	perMessage = 2048 // bytes around a section: names, flags, dates
	atOnce     = 16   // commands under way: enough to keep a distant server busy
	maxSet     = 600  // bytes of a UID set: some servers take lines of 1000 at most
)

// fetch reads the messages with the given UIDs, in batches of which several
// are under way at a time, and hands each to got in the order of the server's
// answers. An answer that cannot be read costs a new connection and makes the
// batch smaller, until the message at fault stands alone: it is left out and
// named in bad. Headers are first asked for once more with a bound: see careful.
func (c *Client) fetch(ctx context.Context, f Folder, uids []uint32, r request, got func(part) error) (bad []uint32, err error) {
	pending := slices.Clone(uids)
	batch, inARow := r.batch, 0
	for len(pending) > 0 {
		done := map[uint32]bool{}
		bounded := c.careful
		err := c.fetchAll(ctx, f, pending, batch, r, func(p part) error {
			done[p.uid] = true
			return got(p)
		})
		if len(done) > 0 {
			inARow = 0
		}
		pending = slices.DeleteFunc(pending, func(u uint32) bool { return done[u] })
		switch {
		case err == nil:
			// What did not come back is gone, or was answered in a way that
			// go-imap could not assign: ask for each once more.
			if len(pending) > 0 {
				more, err := c.fetchMissing(ctx, f, pending, r, got)
				return append(bad, more...), err
			}
		case errors.Is(err, errPoison):
			if c.careful = true; !bounded && r.unbounded() {
				// With a bound, the answer may well be one that can be read.
			} else if batch == 1 && len(pending) > 0 {
				if inARow++; inARow >= 3 {
					return bad, err // not a message's fault: the server's
				}
				bad, pending = append(bad, pending[0]), pending[1:]
				c.log.Warn("a message cannot be read and is left out", "folder", f.Name, "uid", bad[len(bad)-1])
				batch = r.batch
			} else {
				batch = max(1, min(batch, len(pending))/4)
			}
			if err := c.reopen(ctx, f); err != nil {
				return bad, err
			}
		default:
			return bad, err
		}
	}
	return bad, nil
}

// reopen dials anew and opens the folder again, which must be the same one.
func (c *Client) reopen(ctx context.Context, f Folder) error {
	if err := c.redial(ctx); err != nil {
		return err
	}
	if err := c.examine(ctx, f); err != nil {
		return err
	}
	if want := f.expect(); want != 0 && c.open.validity != want {
		return c.fail(ErrTemporary, "read "+f.Name, "the folder changed meanwhile", nil)
	}
	return nil
}

func (f Folder) expect() uint32 {
	if f.status != nil {
		return f.status.validity
	}
	return 0
}

// fetchAll runs the batches, several at a time. Each is read by a goroutine of its
// own: a server may begin the second answer before the first is complete
// (RFC 3501, 5.5; Dovecot does), and one unread literal stops go-imap for good.
// got is called by one of them at a time, while the caller waits.
func (c *Client) fetchAll(ctx context.Context, f Folder, uids []uint32, batch int, r request, got func(part) error) error {
	limit := int64(len(uids))*(r.each+perMessage) + idleBudget
	return c.do(ctx, r.what+" in "+f.Name, limit, func(ic *imapclient.Client) error {
		var one sync.Mutex
		serial := func(p part) error {
			one.Lock()
			defer one.Unlock()
			return got(p)
		}
		ended := make(chan error, atOnce)
		running := 0
		var stopped error
		for (len(uids) > 0 && stopped == nil) || running > 0 {
			for len(uids) > 0 && running < atOnce && stopped == nil {
				set, n := batchSet(uids, batch)
				cmd := ic.Fetch(set, c.bound(r))
				uids = uids[n:]
				running++
				go func() { ended <- c.collect(cmd, r, serial) }()
			}
			if err := <-ended; err != nil && stopped == nil {
				stopped = err
			}
			running--
		}
		return stopped
	})
}

// collect reads one command's answers to the end, whatever happens: an
// unread literal would block the connection for ever.
func (c *Client) collect(cmd *imapclient.FetchCommand, r request, got func(part) error) error {
	var failed error
	for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
		p, err := readPart(msg, r)
		if errors.Is(err, errGone) {
			// Not even drained: go-imap would read on from where its decoder,
			// which gives up by itself, is reading too.
			return err
		}
		// An answer that broke off counts as none.
		whole := p.hasData || len(r.options.BodySection) == 0
		if err == nil && p.uid != 0 && whole && failed == nil {
			if err = got(p); err != nil {
				err = callerError{err}
			}
			c.l.touch()
		}
		if err != nil && failed == nil {
			failed = err
			if errors.Is(err, errNotAsked) {
				c.l.cut(err)
			}
		}
	}
	if err := cmd.Close(); err != nil {
		return err
	}
	return failed
}

// readPart takes one message's items. More than r.each is never kept: of a
// header that was asked for without a bound the rest is thrown away.
func readPart(msg *imapclient.FetchMessageData, r request) (part, error) {
	var p part
	for item := msg.Next(); item != nil; item = msg.Next() {
		switch it := item.(type) {
		case imapclient.FetchItemDataUID:
			p.uid = uint32(it.UID)
		case imapclient.FetchItemDataFlags:
			for _, f := range it.Flags {
				p.flags = append(p.flags, string(f))
			}
		case imapclient.FetchItemDataInternalDate:
			p.arrived = it.Time
		case imapclient.FetchItemDataRFC822Size:
			p.size = it.Size
		case imapclient.FetchItemDataBodySection:
			if it.Literal == nil {
				p.hasData = true // NIL: an empty section
				continue
			}
			size := it.Literal.Size()
			if size > r.each+1024 && !r.unbounded() {
				return p, fmt.Errorf("%w: %d bytes where %d were asked for", errNotAsked, size, r.each)
			}
			b := make([]byte, min(size, r.each+1024))
			if _, err := io.ReadFull(it.Literal, b); err != nil {
				return p, errGone
			}
			if _, err := io.CopyN(io.Discard, it.Literal, size-int64(len(b))); err != nil {
				return p, errGone // Copy would take the end of the connection for that of the literal
			}
			p.data, p.hasData = b, true
		}
	}
	return p, nil
}

// fetchMissing asks once more for the messages that a FETCH did not bring. By
// sequence number this time: where a server puts the UID behind a literal,
// go-imap finds the message only so. What SEARCH does not find is gone from the
// folder, and that is no fault.
func (c *Client) fetchMissing(ctx context.Context, f Folder, uids []uint32, r request, got func(part) error) (bad []uint32, err error) {
	for len(uids) > 0 {
		_, n := batchSet(uids, r.batch)
		some := uids[:n]
		uids = uids[len(some):]
		missing := map[uint32]bool{}
		for _, u := range some {
			missing[u] = true
		}
		there, err := c.sequence(ctx, f, some)
		if err != nil {
			return bad, err
		}
		if len(there) == 0 {
			continue
		}
		err = c.do(ctx, r.what+" in "+f.Name, int64(len(there))*(r.each+perMessage)+idleBudget, func(ic *imapclient.Client) error {
			var set imap.SeqSet
			set.AddNum(there...)
			return c.collect(ic.Fetch(set, c.bound(r)), r, func(p part) error {
				if !missing[p.uid] {
					return nil
				}
				delete(missing, p.uid)
				return got(p)
			})
		})
		if err != nil {
			return bad, err
		}
		if left := len(missing) - (len(some) - len(there)); left > 0 {
			for u := range missing {
				bad = append(bad, u)
			}
			c.log.Warn("messages without an answer are left out", "folder", f.Name, "count", left)
		}
	}
	slices.Sort(bad)
	return bad, nil
}

// sequence gives the sequence numbers of those UIDs that exist.
func (c *Client) sequence(ctx context.Context, f Folder, uids []uint32) (seqs []uint32, err error) {
	err = c.do(ctx, "search "+f.Name, maxLine+idleBudget, func(ic *imapclient.Client) error {
		d, err := ic.Search(&imap.SearchCriteria{UID: []imap.UIDSet{uidSet(uids)}}, nil).Wait()
		if err == nil {
			seqs = d.AllSeqNums()
		}
		return err
	})
	return seqs, err
}

// batchSet gives the set of the first UIDs, as many as a command may name.
func batchSet(uids []uint32, most int) (imap.UIDSet, int) {
	n := min(most, len(uids))
	set := uidSet(uids[:n])
	for n > 1 && len(set.String()) > maxSet {
		n /= 2
		set = uidSet(uids[:n])
	}
	return set, n
}

func uidSet(uids []uint32) imap.UIDSet {
	var set imap.UIDSet
	for _, u := range uids {
		set.AddNum(imap.UID(u))
	}
	return set
}
