package imapwatch

import (
	"context"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// examine opens a folder read-only, unless it is open already.
func (c *Client) examine(ctx context.Context, f Folder) error {
	return c.selectFolder(ctx, f, false, func(*imapclient.Client) error { return nil })
}

// selectFolder opens a folder and runs more in the same exchange, before the
// server's answer is waited for.
func (c *Client) selectFolder(ctx context.Context, f Folder, write bool, more func(*imapclient.Client) error) error {
	return c.do(ctx, "open "+f.Name, listLimit+maxLine, func(ic *imapclient.Client) error {
		cmd := ic.Select(f.Name, &imap.SelectOptions{ReadOnly: !write})
		// Until the answer is here no folder counts as open.
		c.open = opened{}
		moreErr := more(ic)
		d, err := cmd.Wait()
		if err != nil {
			return err
		}
		c.open = opened{name: f.Name, write: write, validity: d.UIDValidity, uidNext: uint32(d.UIDNext), messages: d.NumMessages, modSeq: d.HighestModSeq}
		return moreErr
	})
}
