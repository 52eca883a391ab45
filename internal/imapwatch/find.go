package imapwatch

import (
	"context"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Found is a message in Drafts, Sent, Trash or All.
type Found struct {
	Folder           string
	Role             Role
	UIDValidity, UID uint32
	MessageID        string // with angle brackets, as written
	InReplyTo        string
	Flags            []string
	Arrived          time.Time
}

// Draft tells whether the message bears \Draft and is not marked \Deleted.
func (f Found) Draft() bool { return hasFlag(f.Flags, `\Draft`) && !hasFlag(f.Flags, `\Deleted`) }

// Flagged tells whether the user starred the message.
func (f Found) Flagged() bool { return hasFlag(f.Flags, `\Flagged`) }

// folderIndex is what is known of a folder's ids while its counters stand.
type folderIndex struct {
	st    status
	since time.Time
	all   map[uint32]Found
}

const (
	maxIndexed = 2000 // newest messages that are looked at one by one
	newest     = 200  // in Sent and Trash, whatever SEARCH says
)

// Find looks for message ids (angle brackets included) in Drafts, Sent, Trash
// and, where there is no Sent, All: in Drafts among all messages, elsewhere
// among those that arrived since then and the newest ones. It lists ids
// instead of trusting SEARCH HEADER, which only adds to what is found. In Drafts
// and Sent the messages that answer one of the ids are found too: a client that
// saves or sends a draft gives it an id of its own. A message that is marked
// \Deleted is found too.
func (c *Client) Find(ctx context.Context, messageIDs []string, since time.Time) ([]Found, error) {
	if err := c.refresh(ctx, ""); err != nil {
		return nil, err
	}
	want := map[string]bool{}
	for _, id := range messageIDs {
		want[id] = true
	}
	roles := []Role{Drafts, Sent, Trash}
	if c.find(Sent) == nil {
		roles = append(roles, All)
	}
	var found []Found
	for _, role := range roles {
		f := c.find(role)
		if f == nil {
			continue
		}
		idx, err := c.indexOf(ctx, *f, since, messageIDs)
		if err != nil {
			return nil, err
		}
		for _, e := range idx.all {
			if want[e.MessageID] || want[e.InReplyTo] && (role == Drafts || role == Sent) {
				found = append(found, e)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Found) int {
		if a.Role != b.Role {
			return slices.Index(roles, a.Role) - slices.Index(roles, b.Role)
		}
		return int(int64(a.UID) - int64(b.UID))
	})
	return found, nil
}

// ListDrafts gives what lies in Drafts, oldest first; of more than 2000 the
// newest.
func (c *Client) ListDrafts(ctx context.Context) ([]Found, error) {
	if err := c.refresh(ctx, ""); err != nil {
		return nil, err
	}
	idx, err := c.indexOf(ctx, *c.find(Drafts), time.Time{}, nil)
	if err != nil {
		return nil, err
	}
	out := make([]Found, 0, len(idx.all))
	for _, e := range idx.all {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Found) int { return int(int64(a.UID) - int64(b.UID)) })
	return out, nil
}

// fresh tells whether an index still describes the folder. Flags matter in
// Drafts, and only a ModSeq vouches for them.
func (x *folderIndex) fresh(f Folder, since time.Time) bool {
	return x != nil && f.status != nil && x.st == *f.status && !since.Before(x.since) && (x.st.modSeq != 0 || f.Role != Drafts)
}

func (c *Client) indexOf(ctx context.Context, f Folder, since time.Time, messageIDs []string) (*folderIndex, error) {
	if f.Role == Drafts {
		since = time.Time{}
	}
	old := c.index[f.Name]
	if old.fresh(f, since) {
		return old, nil
	}
	// Opening it again is what makes a server show what others stored.
	c.open = opened{}
	var hits []uint32
	err := c.selectFolder(ctx, f, false, func(ic *imapclient.Client) error {
		if f.Role == Drafts {
			return nil
		}
		var err error
		hits, err = searchUIDs(ic, &imap.SearchCriteria{Since: since.UTC().AddDate(0, 0, -1)})
		if _, refused := c.answered("", err); refused {
			return nil
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	idx := &folderIndex{since: since, all: map[uint32]Found{}}
	// The counters of the moment of opening are the ones the index is true of.
	idx.st = status{c.open.validity, c.open.uidNext, c.open.messages, c.open.modSeq}
	f.status = &idx.st
	if hits, err = c.addNewest(ctx, f, hits, messageIDs); err != nil {
		return nil, err
	}
	if err := c.fill(ctx, f, idx, old, hits); err != nil {
		return nil, err
	}
	c.index[f.Name] = idx
	return idx, nil
}

// addNewest adds the newest messages by their sequence numbers, and what
// SEARCH HEADER finds.
func (c *Client) addNewest(ctx context.Context, f Folder, hits []uint32, messageIDs []string) ([]uint32, error) {
	n, most := c.open.messages, uint32(newest)
	if f.Role == Drafts {
		most = maxIndexed
	}
	if n == 0 {
		return nil, nil
	}
	err := c.dates(ctx, f, n-min(n, most)+1, n, func(uid uint32, _ time.Time) { hits = append(hits, uid) })
	if err != nil {
		return nil, err
	}
	if f.Role != Drafts || n > most {
		for _, id := range messageIDs {
			if !plainASCII(id) {
				continue
			}
			more, err := c.search(ctx, f, &imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: id}}})
			if _, refused := asAnswered(err); refused {
				break
			}
			if err != nil {
				return nil, err
			}
			hits = append(hits, more...)
		}
	}
	slices.Sort(hits)
	return slices.Compact(hits), nil
}

// fill reads ids and flags; outside Drafts, what an older index knows of the
// same folder need not be read again.
func (c *Client) fill(ctx context.Context, f Folder, idx, old *folderIndex, uids []uint32) error {
	if old != nil && f.Role != Drafts && old.st.validity == idx.st.validity {
		uids = slices.DeleteFunc(uids, func(u uint32) bool {
			e, ok := old.all[u]
			if ok {
				idx.all[u] = e
			}
			return ok
		})
	}
	r := request{
		what: "read the message ids",
		options: &imap.FetchOptions{Flags: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{
			{Specifier: imap.PartSpecifierHeader, HeaderFields: []string{"MESSAGE-ID", "IN-REPLY-TO"}, Peek: true},
		}},
		each:  maxHeader,
		batch: headerBatch,
	}
	_, err := c.fetch(ctx, f, uids, r, func(p part) error {
		var h HeaderFields
		h.parse(p.data)
		idx.all[p.uid] = Found{Folder: f.Name, Role: f.Role, UIDValidity: idx.st.validity, UID: p.uid,
			MessageID: firstID(h.MessageID), InReplyTo: firstID(h.InReplyTo), Flags: p.flags, Arrived: p.arrived}
		return nil
	})
	return err
}

func firstID(field string) string {
	if all := ids(field, 1<<30); len(all) > 0 {
		return all[0]
	}
	return field
}
