package imapwatch

import (
	"context"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Mark is a folder's counters at one moment. Two equal marks mean that no mail
// came in between; in Drafts, with a ModSeq, that nothing changed at all.
type Mark struct {
	UIDValidity, UIDNext uint32
	Messages             uint32 // counted in Drafts, Sent, Trash and All only
	ModSeq               uint64 // RFC 7162, of Drafts only; 0 where the server has none
}

// Mark gives the counters of the last call of Folders, and false where the
// server gave none.
func (f Folder) Mark() (Mark, bool) {
	if f.status == nil {
		return Mark{}, false
	}
	s := *f.status
	return Mark{s.validity, s.uidNext, s.messages, s.modSeq}, true
}

// status is a folder's counters at one moment.
type status struct {
	validity, uidNext, messages uint32
	modSeq                      uint64
}

// refresh asks for the counters of the folders that matter in one exchange,
// all but the one that is selected where skip names it.
func (c *Client) refresh(ctx context.Context, skip string) error {
	var want []*Folder
	for i := range c.folders {
		f := &c.folders[i]
		if f.Name != skip && (f.Watched || f.Role == Drafts || f.Role == Sent || f.Role == Trash) {
			want = append(want, f)
		}
	}
	got := make([]*status, len(want))
	err := c.do(ctx, "look for news", 64<<10+int64(len(want))*1024, func(ic *imapclient.Client) error {
		c.l.cork()
		defer c.l.uncork()
		freshen := c.freshen(ic, skip)
		if err := c.statuses(ic, want, got); err != nil {
			return err
		}
		c.l.uncork()
		return freshen()
	})
	if err != nil {
		return err
	}
	for i, f := range want {
		if f.status = got[i]; f.status == nil {
			c.ready = false // vanished or renamed: list the folders anew next time
		}
	}
	return nil
}

// freshen sends, ahead of the STATUS commands, what makes the server tell the
// truth about the folder that is selected: there it may know no more than it
// last told this connection (RFC 3501, 6.3.10). The folder to skip stays
// selected and is asked by NOOP.
func (c *Client) freshen(ic *imapclient.Client, skip string) (wait func() error) {
	switch {
	case c.open.name == "":
		return func() error { return nil }
	case c.open.name != skip && c.l.caps["UNSELECT"]:
		c.open = opened{}
		return ic.Unselect().Wait
	}
	return ic.Noop().Wait
}

// counted says which counters matter: new mail shows in UIDNEXT, a removal in
// MESSAGES, a flag in HIGHESTMODSEQ.
func (c *Client) counted(f *Folder) *imap.StatusOptions {
	ours := f.Role == Drafts || f.Role == Sent || f.Role == Trash || f.Role == All
	return &imap.StatusOptions{UIDNext: true, UIDValidity: true, NumMessages: ours,
		HighestModSeq: f.Role == Drafts && c.l.caps["CONDSTORE"]}
}

// statuses sends up to 50 STATUS at once. A folder that the server refuses
// (it vanished, or cannot be counted) is left without counters.
func (c *Client) statuses(ic *imapclient.Client, want []*Folder, got []*status) error {
	const atOnce = 50
	for start := 0; start < len(want); start += atOnce {
		var cmds []*imapclient.StatusCommand
		for _, f := range want[start:min(start+atOnce, len(want))] {
			cmds = append(cmds, ic.Status(f.Name, c.counted(f)))
		}
		c.l.uncork()
		for i, cmd := range cmds {
			d, err := cmd.Wait()
			if err != nil {
				if _, ok := c.answered("", err); ok {
					continue
				}
				return err
			}
			if d.UIDNext == 0 || d.UIDValidity == 0 {
				continue
			}
			got[start+i] = &status{validity: d.UIDValidity, uidNext: uint32(d.UIDNext), modSeq: d.HighestModSeq}
			if d.NumMessages != nil {
				got[start+i].messages = *d.NumMessages
			}
		}
	}
	return nil
}
