package imapwatch

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"
)

// Reason says why Wait returned.
type Reason string

// The reasons.
const (
	Due     Reason = "due"     // the time asked for has come
	NewMail Reason = "mail"    // a watched folder has news
	Changed Reason = "changed" // Drafts, Sent or Trash changed
	Expired Reason = "expired" // the connection is old, or the machine slept: Close, Dial, go on
)

const (
	idlePeriod = 4*time.Minute + 30*time.Second // NATs forget sooner than RFC 2177's 29 minutes
	tick       = 15 * time.Second
)

// Wait returns when until has come, when the mailbox has news, or when the
// connection should be replaced. It waits in IDLE (RFC 2177) on INBOX and looks
// at the other folders' counters every 4½ minutes; without IDLE it looks at
// all of them every Poll. Every half hour INBOX is counted and opened anew as
// well. A zero until never comes.
func (c *Client) Wait(ctx context.Context, until time.Time) (Reason, error) {
	if c.l == nil {
		return Expired, nil
	}
	if c.l.caps["IDLE"] && !c.noIdle {
		return c.waitIdle(ctx, until)
	}
	return c.waitPoll(ctx, until)
}

// ripe gives the reasons that the clock alone knows.
func (c *Client) ripe(until time.Time) (Reason, bool) {
	switch {
	case !until.IsZero() && !c.clocks().wall.Before(until.Round(0)):
		return Due, true
	case c.slept():
		c.drop() // the connection did not survive the sleep, or will not tell
		return Expired, true
	case c.Old():
		return Expired, true
	}
	return "", false
}

// pause sleeps until something may have happened: news, the end of the period,
// until, or the next look at the clock.
func (c *Client) pause(ctx context.Context, until, end time.Time) (news bool, err error) {
	d := min(tick, time.Until(end))
	if !until.IsZero() {
		d = min(d, until.Round(0).Sub(c.clocks().wall))
	}
	t := time.NewTimer(max(d, 0))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false, ctx.Err()
	case <-c.l.events:
		return true, nil
	case <-c.l.imap.Closed():
		return false, errGone
	case <-t.C:
		return false, nil
	}
}

var errGone = errors.New("the connection broke")

// sleep pauses until the period is over, looking at the clock in between.
func (c *Client) sleep(ctx context.Context, until time.Time, period time.Duration) (Reason, bool, error) {
	end := time.Now().Add(period)
	for {
		if r, ok := c.ripe(until); ok {
			return r, false, nil
		}
		if !time.Now().Before(end) {
			return "", false, nil
		}
		news, err := c.pause(ctx, until, end)
		if err != nil || news {
			return "", news, err
		}
	}
}

func (c *Client) waitPoll(ctx context.Context, until time.Time) (Reason, error) {
	f := c.idleFolder()
	l := c.newLookout(f)
	for {
		if r, err := c.watchFolder(ctx, f, l.before); r != "" || err != nil {
			return r, err
		}
		if r, err := l.look(ctx); r != "" || err != nil {
			return r, err
		}
		r, _, err := c.sleep(ctx, until, c.acc.Poll)
		if err != nil {
			return "", c.waitError(err)
		}
		if r != "" {
			return r, nil
		}
	}
}

// watchFolder keeps the folder selected that is watched most closely, and
// tells what came between the last look and its opening.
func (c *Client) watchFolder(ctx context.Context, f *Folder, before map[string]status) (Reason, error) {
	if c.open.name == f.Name && !c.open.write {
		return "", nil
	}
	if err := c.examine(ctx, *f); err != nil {
		return "", err
	}
	if m := before[f.Name]; m.uidNext != 0 && c.open.uidNext != 0 && m.uidNext != c.open.uidNext {
		f.status = nil
		return NewMail, nil
	}
	return "", nil
}

func (c *Client) waitIdle(ctx context.Context, until time.Time) (Reason, error) {
	f := c.idleFolder()
	l := c.newLookout(f)
	for {
		if r, err := c.watchFolder(ctx, f, l.before); r != "" || err != nil {
			return r, err
		}
		r, news, err := c.idleOnce(ctx, until)
		if err != nil {
			return "", err
		}
		if news {
			f.status = nil
			c.open = opened{}
			return NewMail, nil
		}
		if r != "" {
			return r, nil
		}
		if r, err := l.look(ctx); r != "" || err != nil {
			return r, err
		}
	}
}

// idleFolder is INBOX, or All where that is read in its place.
func (c *Client) idleFolder() *Folder {
	for _, role := range []Role{Inbox, All} {
		if f := c.find(role); f != nil && f.Watched {
			return f
		}
	}
	for i := range c.folders {
		if c.folders[i].Watched {
			return &c.folders[i]
		}
	}
	return c.find(Drafts)
}

// idleOnce stays in IDLE for one period.
func (c *Client) idleOnce(ctx context.Context, until time.Time) (Reason, bool, error) {
	var idle *imapclient.IdleCommand
	err := c.do(ctx, "wait for mail", idleBudget, func(ic *imapclient.Client) (err error) {
		idle, err = ic.Idle()
		return err
	})
	if err != nil {
		return "", false, err
	}
	r, news, err := c.sleep(ctx, until, c.opts.idle)
	if c.l == nil { // the clock jumped
		_ = idle.Close()
		return r, false, nil
	}
	if err != nil {
		l := c.l
		if ctx.Err() != nil {
			_ = c.do(context.WithoutCancel(ctx), "end IDLE", idleBudget, func(*imapclient.Client) error { return stopIdle(idle) })
			return "", false, ctx.Err()
		}
		_ = idle.Close()
		cause := l.cause()
		c.drop()
		if cause == nil {
			cause = err
		}
		return "", false, c.fail(ErrTemporary, "wait for mail", cause.Error(), cause)
	}
	err = c.do(ctx, "wait for mail", idleBudget, func(*imapclient.Client) error { return stopIdle(idle) })
	return r, news, err
}

func stopIdle(idle *imapclient.IdleCommand) error {
	if err := idle.Close(); err != nil {
		return err
	}
	return idle.Wait()
}

func (c *Client) waitError(err error) error {
	if errors.Is(err, errGone) {
		cause := c.l.cause()
		c.drop()
		if cause == nil {
			cause = err
		}
		return c.fail(ErrTemporary, "wait for mail", cause.Error(), cause)
	}
	return err
}

// The bounds of Backoff.
const (
	firstRetry = 5 * time.Second
	lastRetry  = 15 * time.Minute
)

// Backoff gives how long to wait before the next attempt, after so many
// failures in a row (1 for the first) of which err is the newest: 5 s, doubled
// up to 15 min, each with up to half more or less, and no less than what the
// server asked for.
func Backoff(failures int, err error) time.Duration {
	d := firstRetry << min(max(failures-1, 0), 8)
	d = min(d, lastRetry)
	d = d/2 + rand.N(d)
	if wish, ok := RetryAfter(err); ok {
		d = max(d, wish+rand.N(wish/10+1))
	}
	return d
}
