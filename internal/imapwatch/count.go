package imapwatch

import (
	"context"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Count asks how many mails a folder holds, which no pass needs to know of the
// folders that it reads: for a person who wants to see that the folder is the
// right one. ok is false where the server gives no number.
func (c *Client) Count(ctx context.Context, f Folder) (mails int, ok bool, err error) {
	err = c.do(ctx, "count the mails in "+f.Name, 64<<10, func(ic *imapclient.Client) error {
		d, err := ic.Status(f.Name, &imap.StatusOptions{NumMessages: true}).Wait()
		if err == nil && d.NumMessages != nil {
			mails, ok = int(*d.NumMessages), true
		}
		return err
	})
	return mails, ok, err
}
