package imapwatch

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// threadIDs are the ids that tie a mail to its thread, its own first.
func (h *HeaderFields) threadIDs() []string {
	all := append(ids(h.MessageID, 1), ids(h.InReplyTo, 2)...)
	return append(all, ids(h.References, 10)...)
}

func hashID(id string) uint64 {
	f := fnv.New64a()
	f.Write([]byte(id))
	return f.Sum64()
}

// maxThreadIDs bounds what one FetchThread looks for.
const maxThreadIDs = 40

// FetchThread reads the mails that bear or answer one of the message ids
// (angle brackets included), however old they are, by the server's SEARCH in
// the folders that are read and in Sent. A server whose SEARCH knows no headers
// finds nothing. Mails that this client delivered before are left out.
func (c *Client) FetchThread(ctx context.Context, messageIDs []string, deliver func(Item) error) (Stats, error) {
	var stats Stats
	messageIDs = messageIDs[:min(len(messageIDs), maxThreadIDs)]
	want := map[string]bool{}
	for _, id := range messageIDs {
		want[id] = true
	}
	for _, f := range slices.Clone(c.folders) {
		if !f.Watched && f.Role != Sent {
			continue
		}
		if err := c.threadIn(ctx, f, want, &stats, deliver); err != nil {
			return stats, err
		}
	}
	return stats, nil
}

func (c *Client) threadIn(ctx context.Context, f Folder, want map[string]bool, stats *Stats, deliver func(Item) error) error {
	uids, err := c.searchThread(ctx, f, want)
	if err != nil {
		if _, gone := asAnswered(err); gone {
			return nil
		}
		return err
	}
	f.status = &status{validity: c.open.validity}
	uids = uids[:min(len(uids), 500)]
	var fit []HeaderFields
	bad, err := c.headers(ctx, f, c.open.validity, uids, func(h HeaderFields) {
		stats.Looked++
		if !hasFlag(h.Flags, `\Draft`) && !c.seen[h.key()] && slices.ContainsFunc(h.threadIDs(), func(id string) bool { return want[id] }) {
			fit = append(fit, h)
		}
	})
	stats.Unreadable = append(stats.Unreadable, bad...)
	if err != nil {
		return err
	}
	bad, err = c.deliver(ctx, f, fit, stats, deliver)
	stats.Unreadable = append(stats.Unreadable, bad...)
	return err
}

// searchThread opens a folder and asks, in the same exchange, for each id.
func (c *Client) searchThread(ctx context.Context, f Folder, want map[string]bool) (uids []uint32, err error) {
	err = c.selectFolder(ctx, f, false, func(ic *imapclient.Client) error {
		var cmds []*imapclient.SearchCommand
		for id := range want {
			if plainASCII(id) {
				cmds = append(cmds, ic.UIDSearch(headerSearch(id), nil))
			}
		}
		for _, cmd := range cmds {
			d, err := cmd.Wait()
			if _, refused := c.answered("", err); refused {
				continue // Yahoo, Exchange: no SEARCH in headers
			}
			if err != nil {
				return err
			}
			for _, u := range d.AllUIDs() {
				uids = append(uids, uint32(u))
			}
		}
		return nil
	})
	slices.Sort(uids)
	return slices.Compact(uids), err
}

func headerSearch(id string) *imap.SearchCriteria {
	bare := strings.Trim(id, "<>")
	return &imap.SearchCriteria{Or: [][2]imap.SearchCriteria{{
		{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: bare}}},
		{Header: []imap.SearchCriteriaHeaderField{{Key: "References", Value: bare}}},
	}}}
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x21 || s[i] > 0x7e || s[i] == '"' || s[i] == '\\' {
			return false
		}
	}
	return s != "" && len(s) < 500
}

// Reread reads mails of a folder that were passed over before. Those that
// are gone, or lie in another life of the folder, are left out.
func (c *Client) Reread(ctx context.Context, folder string, validity uint32, uids []uint32, deliver func(Item) error) (Stats, error) {
	var stats Stats
	f := c.named(folder)
	if f == nil || len(uids) == 0 {
		return stats, nil
	}
	at := *f
	if err := c.examine(ctx, at); err != nil {
		if _, gone := asAnswered(err); gone {
			return stats, nil
		}
		return stats, err
	}
	if c.open.validity != validity {
		return stats, nil
	}
	at.status = &status{validity: validity}
	uids = slices.Clone(uids)
	slices.Sort(uids)
	var fit []HeaderFields
	bad, err := c.headers(ctx, at, validity, slices.Compact(uids), func(h HeaderFields) {
		stats.Looked++
		if !hasFlag(h.Flags, `\Draft`) {
			fit = append(fit, h)
		}
	})
	stats.Unreadable = append(stats.Unreadable, bad...)
	if err != nil {
		return stats, err
	}
	bad, err = c.deliver(ctx, at, fit, &stats, deliver)
	stats.Unreadable = append(stats.Unreadable, bad...)
	return stats, err
}

// deliver reads bodies and keeps count.
func (c *Client) deliver(ctx context.Context, f Folder, want []HeaderFields, stats *Stats, deliver func(Item) error) ([]uint32, error) {
	slices.SortFunc(want, func(a, b HeaderFields) int { return cmp.Compare(a.UID, b.UID) })
	return c.bodies(ctx, f, want, func(it Item) error {
		if err := deliver(it); err != nil {
			return err
		}
		c.seen[it.key()] = true
		stats.Delivered++
		stats.Bytes += int64(len(it.Raw))
		return nil
	})
}
