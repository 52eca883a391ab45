package imapwatch

import "context"

// DraftsFolder is the name of the Drafts folder, "" before Folders was called.
func (c *Client) DraftsFolder() string { return c.nameOf(Drafts) }

// Reread hands over mails that an earlier scan looked at and passed over, by
// their UIDs. Mails that are gone, and all of a folder whose UIDVALIDITY is
// another by now, are passed over silently. It gives the UIDs that the server's
// answers made unreadable.
func (c *Client) Reread(ctx context.Context, folder string, validity uint32, uids []uint32, deliver func(Item) error) ([]uint32, error) {
	f := c.named(folder)
	if f == nil {
		return nil, nil
	}
	if err := c.examine(ctx, *f); err != nil {
		return nil, err
	}
	if c.open.validity != validity {
		return nil, nil
	}
	at := *f
	at.status = &status{validity: validity}
	var heads []HeaderFields
	bad, err := c.headers(ctx, at, validity, uids, func(h HeaderFields) { heads = append(heads, h) })
	if err != nil {
		return bad, err
	}
	more, err := c.bodies(ctx, at, heads, deliver)
	return append(bad, more...), err
}
