package imapwatch

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Role is what a folder is for.
type Role string

// The roles that matter here. Every other folder has none.
const (
	Inbox   Role = "inbox"
	All     Role = "all"
	Archive Role = "archive"
	Trash   Role = "trash"
	Sent    Role = "sent"
	Drafts  Role = "drafts"
	Junk    Role = "junk"
)

// Folder is a mailbox that can be opened.
type Folder struct {
	Name    string // as people read it, decoded from modified UTF-7
	Role    Role   // "" for a folder without one
	Delim   rune   // between the parts of a name; 0 where there are none
	Watched bool   // is to be read for mail
	status  *status
}

var useRole = map[imap.MailboxAttr]Role{
	imap.MailboxAttrAll:     All,
	imap.MailboxAttrArchive: Archive,
	imap.MailboxAttrDrafts:  Drafts,
	imap.MailboxAttrJunk:    Junk,
	imap.MailboxAttrSent:    Sent,
	imap.MailboxAttrTrash:   Trash,
}

const (
	maxFolders = 2000
	listLimit  = 4 << 20
)

// Folders finds the folders once per client and refreshes their counters
// every time it is called: call it at the beginning of each pass. A mailbox
// without a Drafts folder, or without one that the configuration names, is
// ErrMissing.
func (c *Client) Folders(ctx context.Context) ([]Folder, error) {
	listed := !c.ready
	if listed {
		if err := c.list(ctx); err != nil {
			return nil, err
		}
	}
	if err := c.refresh(ctx, ""); err != nil {
		return nil, err
	}
	if !c.ready && !listed { // a folder vanished or was renamed
		if err := c.list(ctx); err != nil {
			return nil, err
		}
		if err := c.refresh(ctx, ""); err != nil {
			return nil, err
		}
	}
	return slices.Clone(c.folders), nil
}

func (c *Client) list(ctx context.Context) error {
	var all []*imap.ListData
	err := c.do(ctx, "list the folders", listLimit, func(ic *imapclient.Client) error {
		var opts *imap.ListOptions
		if c.l.caps["SPECIAL-USE"] && c.l.caps["LIST-EXTENDED"] {
			opts = &imap.ListOptions{ReturnSpecialUse: true}
		}
		cmd := ic.List("", "*", opts)
		for d := cmd.Next(); d != nil; d = cmd.Next() {
			if len(all) < maxFolders {
				all = append(all, d)
			}
		}
		return cmd.Close()
	})
	if err != nil {
		return err
	}
	c.folders = c.folders[:0]
	seen := map[string]bool{}
	for _, d := range all {
		if seen[d.Mailbox] || slices.Contains(d.Attrs, imap.MailboxAttrNoSelect) || slices.Contains(d.Attrs, imap.MailboxAttrNonExistent) {
			continue
		}
		seen[d.Mailbox] = true
		f := Folder{Name: d.Mailbox, Delim: d.Delim}
		for _, a := range d.Attrs {
			for attr, role := range useRole {
				if strings.EqualFold(string(a), string(attr)) && c.find(role) == nil {
					f.Role = role
				}
			}
		}
		if strings.EqualFold(f.Name, "INBOX") {
			f.Role = Inbox
		}
		c.folders = append(c.folders, f)
	}
	if err := c.assign(); err != nil {
		return err
	}
	c.ready = true
	c.tellGate()
	return nil
}

// assign gives roles by configuration, then to those still without by name,
// and marks what is watched.
func (c *Client) assign() error {
	for role, name := range map[Role]string{Sent: c.acc.Sent, Drafts: c.acc.Drafts} {
		if name == "" {
			continue
		}
		f := c.named(name)
		if f == nil {
			return c.missing(role, fmt.Sprintf("there is no folder %q", name), "correct it in the configuration")
		}
		if old := c.find(role); old != nil {
			old.Role = ""
		}
		f.Role = role
	}
	for _, role := range []Role{Drafts, Sent, Trash, Junk, Archive, All} {
		if c.find(role) == nil {
			if f := c.byName(role); f != nil {
				f.Role = role
			}
		}
	}
	if c.find(Drafts) == nil {
		return c.missing(Drafts, "there is no drafts folder", `name one in the configuration: drafts = "…"`)
	}
	return c.assignWatched()
}

func (c *Client) assignWatched() error {
	every := slices.Contains(c.acc.Watch, "*")
	for i := range c.folders {
		f := &c.folders[i]
		switch f.Role {
		case Drafts, Sent, Junk:
		case Inbox:
			f.Watched = (len(c.acc.Watch) == 0 || every) && !c.allHoldsInbox()
		case All, Archive, Trash:
			f.Watched = len(c.acc.Watch) == 0 || every
		default:
			f.Watched = every
		}
	}
	for _, name := range c.acc.Watch {
		if name == "*" {
			continue
		}
		f := c.named(name)
		if f == nil {
			return c.missing("", fmt.Sprintf("there is no folder %q to watch", name), "correct watch in the configuration")
		}
		f.Watched = true
	}
	return nil
}

// allHoldsInbox tells whether All is known to hold every mail of INBOX, so
// that reading both would be reading twice: at Gmail, whatever the way to it.
// More of what X-GM-EXT-1 offers is not used: reading one folder needs no
// X-GM-MSGID to tell doubles, a thread is told by its headers as everywhere,
// and go-imap gives up a connection over items that it does not know.
func (c *Client) allHoldsInbox() bool {
	return c.l.caps["X-GM-EXT-1"] && c.find(All) != nil
}

func (c *Client) missing(role Role, why, hint string) error {
	what := "find the folders"
	if role != "" {
		what = "find the " + string(role) + " folder"
	}
	var have []string
	for _, f := range c.folders {
		if len(have) < 12 {
			have = append(have, f.Name)
		}
	}
	e := c.fail(ErrMissing, what, why, nil)
	e.Hint = hint + "; there are: " + printable(strings.Join(have, ", "), 300)
	return e
}

func (c *Client) find(role Role) *Folder {
	for i := range c.folders {
		if c.folders[i].Role == role {
			return &c.folders[i]
		}
	}
	return nil
}

func (c *Client) nameOf(role Role) string {
	if f := c.find(role); f != nil {
		return f.Name
	}
	return ""
}

// named finds a folder by the name a user would write: as shown, without the
// INBOX prefix, or as on the wire.
func (c *Client) named(name string) *Folder {
	for _, same := range []func(*Folder) bool{
		func(f *Folder) bool { return f.Name == name },
		func(f *Folder) bool { return strings.EqualFold(f.Name, name) },
		func(f *Folder) bool { return strings.EqualFold(stripInbox(f), name) },
		func(f *Folder) bool { return encodeUTF7(f.Name) == name },
	} {
		for i := range c.folders {
			if same(&c.folders[i]) {
				return &c.folders[i]
			}
		}
	}
	return nil
}

// stripInbox takes the prefix off that some servers put before every folder.
func stripInbox(f *Folder) string {
	if f.Delim == 0 {
		return f.Name
	}
	prefix := "INBOX" + string(f.Delim)
	if len(f.Name) > len(prefix) && strings.EqualFold(f.Name[:len(prefix)], prefix) {
		return f.Name[len(prefix):]
	}
	return f.Name
}

// byName finds the folder for a role by the names that mail programs give in
// many languages: first at the top or below INBOX, then by the last part.
func (c *Client) byName(role Role) *Folder {
	for _, name := range roleNames[role] {
		for i := range c.folders {
			f := &c.folders[i]
			if f.Role == "" && strings.EqualFold(stripInbox(f), name) {
				return f
			}
		}
	}
	for _, name := range roleNames[role] {
		for i := range c.folders {
			f := &c.folders[i]
			if f.Role != "" || f.Delim == 0 || role == Archive {
				continue
			}
			parts := strings.Split(f.Name, string(f.Delim))
			// [Gmail]/Drafts and the like; not a user's folder of old drafts.
			if len(parts) == 2 && strings.HasPrefix(parts[0], "[") && strings.EqualFold(parts[1], name) {
				return f
			}
		}
	}
	return nil
}
