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

// Find looks for message ids (angle brackets included) in Drafts, Sent, Trash
// and, where there is no Sent, All: in Drafts among all messages, elsewhere
// among those that arrived since then and the newest ones. It lists ids
// instead of trusting SEARCH HEADER, and remembers them: a folder that did not
// change costs nothing. In Drafts and Sent the messages that answer one of the
// ids are found too: a client that saves or sends a draft gives it an id of its
// own. A message that is marked \Deleted is found too.
func (c *Client) Find(ctx context.Context, messageIDs []string, since time.Time) ([]Found, error) {
	if err := c.refresh(ctx, ""); err != nil {
		return nil, err
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
		got, err := c.findIn(ctx, *f, messageIDs, since)
		if err != nil {
			return nil, err
		}
		found = append(found, got...)
	}
	return found, nil
}

// FindAll looks for message ids in All, where there is one beside the folders
// that Find looks into: there lies what a user took out of Drafts by its label
// alone (Gmail). It is not cheap where All changes often.
func (c *Client) FindAll(ctx context.Context, messageIDs []string, since time.Time) ([]Found, error) {
	f := c.find(All)
	if f == nil || c.find(Sent) == nil {
		return nil, nil
	}
	return c.findIn(ctx, *f, messageIDs, since)
}

// ListDrafts gives what lies in Drafts, oldest first; of more than 2000 the
// newest.
func (c *Client) ListDrafts(ctx context.Context) ([]Found, error) {
	if err := c.refresh(ctx, ""); err != nil {
		return nil, err
	}
	f := *c.find(Drafts)
	idx, err := c.indexOf(ctx, f, nil, time.Time{})
	if err != nil {
		return nil, err
	}
	uids := make([]uint32, 0, len(idx.ids))
	for u := range idx.ids {
		uids = append(uids, u)
	}
	return c.describe(ctx, f, idx, uids)
}

// findIn looks in one folder.
func (c *Client) findIn(ctx context.Context, f Folder, messageIDs []string, since time.Time) ([]Found, error) {
	idx, err := c.indexOf(ctx, f, messageIDs, since)
	if err != nil {
		return nil, err
	}
	want := map[uint64]string{}
	for _, id := range messageIDs {
		want[hashID(id)] = id
	}
	var uids []uint32
	answers := f.Role == Drafts || f.Role == Sent
	for u, k := range idx.ids {
		_, itself := want[k.id]
		_, answer := want[k.answers]
		if itself || answer && answers {
			uids = append(uids, u)
		}
	}
	got, err := c.describe(ctx, f, idx, uids)
	asked := func(id string) bool { return id != "" && want[hashID(id)] == id }
	return slices.DeleteFunc(got, func(e Found) bool {
		return !asked(e.MessageID) && !(answers && asked(e.InReplyTo))
	}), err
}

// describe reads flags and ids of some messages, as they are now. What an
// unchanged folder told before is not asked again; in Drafts flags count as
// changes, and only a ModSeq vouches for them.
func (c *Client) describe(ctx context.Context, f Folder, idx *folderIndex, uids []uint32) ([]Found, error) {
	slices.Sort(uids)
	still := f.status != nil && idx.told == *f.status && (f.Role != Drafts || idx.told.modSeq != 0)
	var ask []uint32
	for _, u := range uids {
		if _, ok := idx.hits[u]; !ok || !still {
			ask = append(ask, u)
		}
	}
	if len(ask) > 0 {
		if err := c.ask(ctx, f, idx, ask); err != nil {
			return nil, err
		}
	}
	var out []Found
	for _, u := range uids {
		if e, ok := idx.hits[u]; ok {
			out = append(out, e)
		}
	}
	return out, nil
}

func (c *Client) ask(ctx context.Context, f Folder, idx *folderIndex, uids []uint32) error {
	if err := c.examine(ctx, f); err != nil {
		return err
	}
	if c.open.validity != idx.st.validity {
		return c.fail(ErrTemporary, "read "+f.Name, "the folder changed meanwhile", nil)
	}
	for _, u := range uids {
		delete(idx.hits, u)
	}
	f.status = &status{validity: idx.st.validity}
	r := request{
		what: "look at the drafts",
		options: &imap.FetchOptions{Flags: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{
			{Specifier: imap.PartSpecifierHeader, HeaderFields: []string{"MESSAGE-ID", "IN-REPLY-TO"}, Peek: true},
		}},
		each:  maxHeader,
		batch: headerBatch,
	}
	_, err := c.fetch(ctx, f, uids, r, func(p part) error {
		var h HeaderFields
		h.parse(p.data)
		idx.hits[p.uid] = Found{Folder: f.Name, Role: f.Role, UIDValidity: idx.st.validity, UID: p.uid,
			MessageID: firstID(h.MessageID), InReplyTo: firstID(h.InReplyTo), Flags: p.flags, Arrived: p.arrived}
		return nil
	})
	// The counters of the opening are at least as old as the answers: a
	// change in between is seen as one the next time.
	idx.told = c.open.counters(f)
	return err
}

func firstID(field string) string {
	if all := ids(field, 1<<30); len(all) > 0 {
		return all[0]
	}
	return field
}

const (
	maxIndexed = 2000 // newest drafts that are listed
	newest     = 200  // in Sent and Trash, whatever SEARCH says
	maxAsked   = 40   // ids in the SEARCH that helps where listing is not enough
)

// indexOf brings what is known of a folder's message ids up to date.
func (c *Client) indexOf(ctx context.Context, f Folder, messageIDs []string, since time.Time) (*folderIndex, error) {
	if f.Role == Drafts {
		since = time.Time{}
	}
	old := c.index[f.Name]
	if old.fresh(f.status, since) {
		return old, nil
	}
	// Opening it again is what makes a server show what others stored.
	c.open = opened{}
	var hits []uint32
	blind := false
	err := c.selectFolder(ctx, f, false, func(ic *imapclient.Client) error {
		if f.Role == Drafts {
			return nil
		}
		var err error
		hits, err = searchUIDs(ic, &imap.SearchCriteria{Since: since.UTC().AddDate(0, 0, -1)})
		if _, refused := c.answered("", err); refused {
			blind = true
			return nil
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	idx := newIndex(c.open.counters(f), since)
	f.status = &status{validity: idx.st.validity}
	if hits, err = c.addNewest(ctx, f, hits, since, blind, messageIDs); err != nil {
		return nil, err
	}
	if err := c.fill(ctx, f, idx, old, hits); err != nil {
		return nil, err
	}
	c.index[f.Name] = idx
	return idx, nil
}
