package imapwatch

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Cursor is how far a folder was read. Its zero value stands before the
// first mail. It may be stored as JSON, and losing it only costs a new scan.
type Cursor struct {
	UIDValidity uint32 `json:"uidvalidity"`
	UIDNext     uint32 `json:"uidnext"` // everything below was read or is too old
	// Left are mails whose answer could not be read, to be tried again:
	// "UID:tries", separated by spaces.
	Left string `json:"left,omitempty"`
}

const (
	maxTries = 4   // then a mail is given up
	maxLeft  = 100 // mails remembered so
)

// SyncOptions say what to read.
type SyncOptions struct {
	Since time.Time // mails that arrived before are not read
	Now   time.Time // mails that arrived after are not read, nor passed over for good; zero: no bound
	// Want decides by the header fields whether a mail is read; nil: every one is.
	Want func(HeaderFields) bool
	// Header, where set, sees the header fields of every mail in the window.
	Header func(HeaderFields)
	// Progress, where set, is told how many mails of how many were looked at.
	Progress func(done, total int)
}

// Item is a mail as the server keeps it.
type Item struct {
	HeaderFields
	Raw       []byte // header and body, RFC 5322; cut off where Truncated
	Truncated bool
}

// Stats tell what a Sync did.
type Stats struct {
	Looked      int      // header fields read
	Delivered   int      // mails handed over
	Doubles     int      // mails known from another folder
	Unwanted    int      // mails that Want declined
	Bytes       int64    // of mails handed over
	Unreadable  []uint32 // UIDs left out because the server's answer could not be read
	Rescan      bool     // UIDVALIDITY changed: the window was read anew
	SearchLied  bool     // the server's SEARCH missed mails, which were found by listing
	NothingNew  bool     // the counters alone said so
	FolderGone  bool     // the folder does not exist any more
	BeyondNow   int      // mails dated after Now
	Resumptions int      // new connections that were needed
}

const (
	headerBatch = 200
	bodyBatch   = 20
	chunk       = 10000 // mails whose header fields are looked at before bodies are read
)

// Sync hands over what is new in a folder since the cursor, and gives the new
// cursor. Mails come one at a time, in the server's order with long ones last,
// from a goroutine of the client while Sync waits for it; deliver must not call
// the client. The folder is opened read-only and no flag changes.
// After an error the cursor returned covers what was delivered before it;
// delivering may repeat itself, but nothing is passed over.
func (c *Client) Sync(ctx context.Context, f Folder, cur Cursor, opt SyncOptions, deliver func(Item) error) (Cursor, Stats, error) {
	s := &scan{c: c, f: f, cur: cur, opt: opt, deliver: deliver}
	redials := c.redials
	err := s.run(ctx)
	s.stats.Resumptions = c.redials - redials
	return s.cur, s.stats, err
}

// scan is one Sync under way.
type scan struct {
	c       *Client
	f       Folder
	cur     Cursor
	opt     SyncOptions
	deliver func(Item) error
	stats   Stats
	next    uint32 // UIDNEXT when the folder was opened
	blind   bool   // the server does not SEARCH
	held    uint32 // the lowest UID dated after Now
}

func (s *scan) run(ctx context.Context) error {
	if st := s.c.counters(s.f); st != nil && len(s.again()) == 0 && st.validity == s.cur.UIDValidity && st.uidNext == s.cur.UIDNext {
		s.stats.NothingNew = true
		return nil
	}
	uids, err := s.open(ctx)
	if err != nil {
		if s.gone(err) {
			s.stats.FolderGone = true
			return nil
		}
		return err
	}
	for done := 0; done < len(uids); done += chunk {
		part := uids[done:min(done+chunk, len(uids))]
		if err := s.read(ctx, part, done, len(uids)); err != nil {
			return err
		}
		if s.held == 0 {
			s.cur.UIDNext = max(s.cur.UIDNext, part[len(part)-1]+1)
		}
	}
	if s.cur.UIDNext = max(s.cur.UIDNext, s.next); s.held != 0 {
		s.cur.UIDNext = min(s.cur.UIDNext, s.held)
	}
	s.remember()
	return nil
}

// counters gives what the last refresh knew of a folder, once: the counters
// are good for one look, after which only a new refresh helps.
func (c *Client) counters(f Folder) *status {
	mine := c.named(f.Name)
	if mine == nil || mine.Name != f.Name {
		return nil
	}
	st := mine.status
	return st
}

// gone tells whether the folder vanished, by asking for the folders again.
func (s *scan) gone(err error) bool {
	return errors.Is(err, ErrRefused) && s.c.counters(s.f) == nil
}

// open selects the folder and lists, in the same exchange, the UIDs to look at.
func (s *scan) open(ctx context.Context) ([]uint32, error) {
	c := s.c
	fresh := s.cur.UIDValidity == 0 || s.cur.UIDNext == 0
	if st := c.counters(s.f); st != nil && st.validity != s.cur.UIDValidity {
		s.stats.Rescan = !fresh
		fresh = true
	}
	var hits []uint32
	err := c.selectFolder(ctx, s.f, false, func(ic *imapclient.Client) error {
		var err error
		hits, err = searchUIDs(ic, s.criteria(fresh))
		if e, ok := c.answered("search", err); ok && e.Kind == ErrRefused {
			s.blind = true
			return nil
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if c.open.validity != s.cur.UIDValidity && !fresh {
		s.stats.Rescan, fresh = true, true
		if hits, err = c.search(ctx, s.f, s.criteria(true)); err != nil {
			return nil, err
		}
	}
	if fresh {
		s.cur = Cursor{UIDValidity: c.open.validity} // what was left belongs to another life of the folder
	}
	s.next = c.open.uidNext
	s.f.status = &status{validity: c.open.validity}
	hits = slices.DeleteFunc(hits, func(u uint32) bool { return u < s.cur.UIDNext })
	if hits, err = s.distrust(ctx, hits, fresh); err != nil {
		return nil, err
	}
	hits = append(hits, s.again()...)
	slices.Sort(hits)
	hits = slices.Compact(hits)
	if len(hits) > 0 && s.next <= hits[len(hits)-1] {
		s.next = hits[len(hits)-1] + 1
	}
	return hits, nil
}

// criteria: a day more than asked for, because SINCE is a date in a zone that
// the server chooses.
func (s *scan) criteria(fresh bool) *imap.SearchCriteria {
	if !fresh {
		var set imap.UIDSet
		set.AddRange(imap.UID(s.cur.UIDNext), 0)
		return &imap.SearchCriteria{UID: []imap.UIDSet{set}}
	}
	if s.opt.Since.IsZero() {
		return &imap.SearchCriteria{}
	}
	return &imap.SearchCriteria{Since: s.opt.Since.UTC().AddDate(0, 0, -1)}
}

func searchUIDs(ic *imapclient.Client, cr *imap.SearchCriteria) ([]uint32, error) {
	d, err := ic.UIDSearch(cr, nil).Wait()
	if err != nil {
		return nil, err
	}
	all := d.AllUIDs()
	uids := make([]uint32, len(all))
	for i, u := range all {
		uids[i] = uint32(u)
	}
	return uids, nil
}

func (c *Client) search(ctx context.Context, f Folder, cr *imap.SearchCriteria) (uids []uint32, err error) {
	err = c.do(ctx, "search "+f.Name, maxLine+idleBudget, func(ic *imapclient.Client) error {
		uids, err = searchUIDs(ic, cr)
		return err
	})
	return uids, err
}

const (
	sample     = 20   // newest mails that a SEARCH is checked against
	listBatch  = 1000 // mails in one step of the listing that replaces a lying SEARCH
	pastWindow = 2    // batches without a hit after which the listing ends
)

// read looks at the header fields of a chunk and then reads what is wanted.
func (s *scan) read(ctx context.Context, uids []uint32, done, total int) error {
	var wanted []HeaderFields
	err := s.headers(ctx, uids, func(h HeaderFields) {
		if s.looked(h) {
			wanted = append(wanted, h)
		}
		if done++; s.opt.Progress != nil && done%100 == 0 {
			s.opt.Progress(min(done, total), total)
		}
	})
	if err != nil {
		return err
	}
	bad, err := s.c.deliver(ctx, s.f, wanted, &s.stats, s.deliver)
	s.stats.Unreadable = append(s.stats.Unreadable, bad...)
	return err
}

func (s *scan) headers(ctx context.Context, uids []uint32, got func(HeaderFields)) error {
	bad, err := s.c.headers(ctx, s.f, s.cur.UIDValidity, uids, got)
	s.stats.Unreadable = append(s.stats.Unreadable, bad...)
	return err
}

// looked decides on one mail by its header fields.
func (s *scan) looked(h HeaderFields) bool {
	s.stats.Looked++
	if h.Arrived.Before(s.opt.Since) || hasFlag(h.Flags, `\Draft`) && h.Role != Drafts {
		return false
	}
	if !s.opt.Now.IsZero() && h.Arrived.After(s.opt.Now) {
		s.stats.BeyondNow++
		if s.held == 0 || h.UID < s.held {
			s.held = h.UID
		}
		return false
	}
	if s.opt.Header != nil {
		s.opt.Header(h)
	}
	s.c.learn(h)
	if s.c.seen[h.key()] {
		s.stats.Doubles++
		return false
	}
	if s.opt.Want != nil && !s.opt.Want(h) {
		s.stats.Unwanted++
		return false
	}
	return true
}

// headers reads the fields of asked, in whatever order the server gives them.
func (c *Client) headers(ctx context.Context, f Folder, validity uint32, uids []uint32, got func(HeaderFields)) ([]uint32, error) {
	r := request{
		what: "read the headers",
		options: &imap.FetchOptions{Flags: true, InternalDate: true, RFC822Size: true, BodySection: []*imap.FetchItemBodySection{
			{Specifier: imap.PartSpecifierHeader, HeaderFields: asked, Peek: true},
		}},
		each:  maxHeader,
		batch: headerBatch,
	}
	return c.fetch(ctx, f, uids, r, func(p part) error {
		h := HeaderFields{Folder: f.Name, Role: f.Role, UIDValidity: validity, UID: p.uid,
			Flags: p.flags, Arrived: p.arrived, Size: p.size}
		h.parse(p.data)
		got(h)
		return nil
	})
}
