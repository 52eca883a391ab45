package imapwatch

import (
	"context"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// distrust checks a SEARCH against the newest mails of the folder, and
// lists the folder from its end where the two differ.
func (s *scan) distrust(ctx context.Context, hits []uint32, fresh bool) ([]uint32, error) {
	n := s.c.open.messages
	if n == 0 {
		return nil, nil
	}
	for _, u := range hits {
		if s.next != 0 && u >= s.next+1_000_000 {
			return nil, s.c.fail(ErrTemporary, "search "+s.f.Name, "the server named mails that cannot exist", nil)
		}
	}
	if !fresh && len(hits) > 0 && !s.blind {
		return hits, nil
	}
	have := make(map[uint32]bool, len(hits))
	for _, u := range hits {
		have[u] = true
	}
	missed := s.blind
	err := s.c.dates(ctx, s.f, n-min(n, sample)+1, n, func(uid uint32, at time.Time) {
		if s.inWindow(uid, at) && !have[uid] {
			missed = true
		}
	})
	if err != nil || !missed {
		return hits, err
	}
	s.stats.SearchLied = true
	s.c.log.Warn("the server's SEARCH missed mails; the folder is listed instead", "folder", s.f.Name)
	empty := 0
	for top := n; top > 0 && empty < pastWindow; {
		low := top - min(top, listBatch) + 1
		found := false
		err := s.c.dates(ctx, s.f, low, top, func(uid uint32, at time.Time) {
			if s.inWindow(uid, at) {
				found = true
				hits = append(hits, uid)
			}
		})
		if err != nil {
			return nil, err
		}
		if empty++; found {
			empty = 0
		}
		top = low - 1
	}
	return hits, nil
}

func (s *scan) inWindow(uid uint32, at time.Time) bool {
	return uid >= s.cur.UIDNext && !at.Before(s.opt.Since)
}

// dates lists UID and arrival of a range of sequence numbers.
func (c *Client) dates(ctx context.Context, f Folder, low, high uint32, got func(uint32, time.Time)) error {
	var set imap.SeqSet
	set.AddRange(low, high)
	return c.do(ctx, "list "+f.Name, int64(high-low+1)*perMessage+idleBudget, func(ic *imapclient.Client) error {
		r := request{options: &imap.FetchOptions{UID: true, InternalDate: true}}
		return c.collect(ic.Fetch(set, r.options), r, func(p part) error {
			got(p.uid, p.arrived)
			return nil
		})
	})
}
