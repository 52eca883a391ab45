package imapwatch

import (
	"context"
	"maps"
	"time"
)

// recount is how often a Wait counts and opens anew the folder that it keeps
// selected. Were that one made anew under its name, as when a server is
// restored, a server that says nothing of it would show the old one, where
// nothing ever comes.
const recount = 30 * time.Minute

// lookout looks, during one Wait, for news that no IDLE tells of.
type lookout struct {
	c      *Client
	f      *Folder           // kept selected
	before map[string]status // counters at the beginning
	counts time.Time         // when the selected folder is counted next
}

func (c *Client) newLookout(f *Folder) *lookout {
	return &lookout{c: c, f: f, before: c.snapshot(), counts: time.Now().Add(c.opts.recount)}
}

// look asks the selected folder and the others' counters for news, in one
// exchange. News that a quiet IDLE kept to itself costs it our trust.
func (l *lookout) look(ctx context.Context) (Reason, error) {
	c, skip := l.c, l.f.Name
	if !time.Now().Before(l.counts) {
		skip, l.counts = "", time.Now().Add(c.opts.recount)
	}
	if err := c.refresh(ctx, skip); err != nil {
		return "", err
	}
	select {
	case <-c.l.events:
		if c.l.caps["IDLE"] && !c.noIdle {
			c.noIdle = true
			c.log.Info("the server's IDLE does not tell of new mail; asking every so often instead")
		}
		l.f.status, c.open = nil, opened{}
		return NewMail, nil
	default:
	}
	rest := maps.Clone(l.before)
	if skip == "" {
		c.open = opened{} // without UNSELECT it is open still
	} else {
		delete(rest, skip) // it was not counted
	}
	r, _ := c.compare(rest)
	return r, nil
}

// snapshot copies the counters known.
func (c *Client) snapshot() map[string]status {
	m := map[string]status{}
	for _, f := range c.folders {
		if f.status != nil {
			m[f.Name] = *f.status
		}
	}
	return m
}

// compare tells whether a folder's counters differ from an earlier snapshot.
// In watched folders only new mails are news: reading and flagging is not.
func (c *Client) compare(before map[string]status) (Reason, bool) {
	var r Reason
	for _, f := range c.folders {
		was, ok := before[f.Name]
		if ok && f.status == nil {
			r = Changed // the folder vanished or was renamed
			continue
		}
		if !ok || *f.status == was {
			continue
		}
		if f.Watched && (f.status.uidNext != was.uidNext || f.status.validity != was.validity) {
			return NewMail, true
		}
		if f.Role == Drafts || f.Role == Sent || f.Role == Trash {
			r = Changed
		}
	}
	return r, r != ""
}
