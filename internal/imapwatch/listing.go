package imapwatch

import (
	"context"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// addNewest adds the newest messages by their sequence numbers, whatever
// SEARCH SINCE found, and where that cannot be enough what SEARCH HEADER finds.
func (c *Client) addNewest(ctx context.Context, f Folder, hits []uint32, since time.Time, blind bool, messageIDs []string) ([]uint32, error) {
	n, most := c.open.messages, uint32(newest)
	if f.Role == Drafts {
		most = maxIndexed
	}
	if n == 0 {
		return nil, nil
	}
	have := map[uint32]bool{}
	for _, u := range hits {
		have[u] = true
	}
	err := c.dates(ctx, f, n-min(n, most)+1, n, func(uid uint32, at time.Time) {
		if !have[uid] {
			blind = blind || !at.Before(since) && f.Role != Drafts
			hits = append(hits, uid)
		}
	})
	if err != nil {
		return nil, err
	}
	if n > most && (blind || f.Role == Drafts) {
		more, err := c.searchIDs(ctx, f, messageIDs)
		if err != nil {
			return nil, err
		}
		hits = append(hits, more...)
	}
	slices.Sort(hits)
	return slices.Compact(hits), nil
}

// searchIDs asks the server's SEARCH for ids, all at once. It may not know.
func (c *Client) searchIDs(ctx context.Context, f Folder, messageIDs []string) (hits []uint32, err error) {
	err = c.do(ctx, "search "+f.Name, maxLine+idleBudget, func(ic *imapclient.Client) error {
		var cmds []*imapclient.SearchCommand
		for _, id := range messageIDs[:min(len(messageIDs), maxAsked)] {
			if plainASCII(id) {
				cmds = append(cmds, ic.UIDSearch(&imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: id}}}, nil))
			}
		}
		for _, cmd := range cmds {
			d, err := cmd.Wait()
			if _, refused := c.answered("", err); refused {
				continue
			}
			if err != nil {
				return err
			}
			for _, u := range d.AllUIDs() {
				hits = append(hits, uint32(u))
			}
		}
		return nil
	})
	return hits, err
}

// fill reads the ids of messages that no earlier index knows.
func (c *Client) fill(ctx context.Context, f Folder, idx, old *folderIndex, uids []uint32) error {
	if old != nil && old.st.validity == idx.st.validity {
		uids = slices.DeleteFunc(uids, func(u uint32) bool {
			h, ok := old.ids[u]
			if ok {
				idx.ids[u] = h
			}
			return ok
		})
		idx.hits, idx.told = old.hits, old.told
	}
	r := request{
		what: "read the message ids",
		options: &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{
			{Specifier: imap.PartSpecifierHeader, HeaderFields: []string{"MESSAGE-ID", "IN-REPLY-TO"}, Peek: true},
		}},
		each:  maxHeader,
		batch: headerBatch,
	}
	_, err := c.fetch(ctx, f, uids, r, func(p part) error {
		var h HeaderFields
		h.parse(p.data)
		idx.ids[p.uid] = keyOf(h)
		return nil
	})
	return err
}
