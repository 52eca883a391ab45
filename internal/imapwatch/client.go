package imapwatch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"
)

// Client is one mailbox, logged in. It belongs to one goroutine: no method
// may be called while another runs. After an error that is ErrTemporary the
// connection is gone; Close it and Dial again.
type Client struct {
	acc     Account
	log     *slog.Logger
	opts    options
	secrets []string // never to be shown
	l       *link
	folders []Folder
	ready   bool // folders are known
	open    opened
	seen    map[uint64]bool         // mails delivered by this client, by what identifies them
	index   map[string]*folderIndex // of Drafts, Sent, Trash: see Find
	redials int
	careful bool // headers are asked for with a bound: see careful.go
	wire    Wire // of connections that are closed
	noIdle  bool // the server's IDLE was caught keeping news to itself
	clocks  func() moment
}

// opened is the folder that is selected.
type opened struct {
	name     string
	write    bool
	validity uint32
	uidNext  uint32
	messages uint32
	modSeq   uint64
}

// options are what tests set otherwise.
type options struct {
	idle, recount time.Duration
}

// Wire counts what went over the wire, in bytes of IMAP (below DEFLATE, above TLS).
type Wire struct {
	In, Out  int64
	Commands map[string]int // by verb, as they left the machine
}

// Dial connects and logs in. The errors are ErrConfig, ErrCertificate,
// ErrLogin and ErrTemporary; the first connection is the only one that is
// tried.
func Dial(ctx context.Context, acc Account, log *slog.Logger) (*Client, error) {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	acc = acc.withDefaults()
	c := &Client{acc: acc, log: log.With("account", acc.Name), seen: map[uint64]bool{}, index: map[string]*folderIndex{}, clocks: readClocks,
		opts: options{idle: idlePeriod, recount: recount}}
	return c, c.dial(ctx)
}

func (c *Client) dial(ctx context.Context) error {
	l, err := c.connect(ctx)
	if err != nil {
		return err
	}
	l.filter.note = func(status, text string) {
		l.mu.Lock()
		leaving := l.leaving
		l.mu.Unlock()
		if (status != "OK" || alert(text)) && !leaving {
			c.log.Warn("the server says", "text", c.clean(status+" "+text))
		}
		l.noteBye(status, text)
	}
	l.hello = []byte("* PREAUTH [CAPABILITY " + l.caps.curated() + "] ready\r\n")
	l.imap = imapclient.New(l, &imapclient.Options{
		// Without a handler go-imap throws away what nobody asked for.
		UnilateralDataHandler: &imapclient.UnilateralDataHandler{},
	})
	if err := l.imap.WaitGreeting(); err != nil {
		l.Close()
		return c.fail(ErrTemporary, "connect", err.Error(), err)
	}
	l.since = c.clocks()
	c.l, c.open = l, opened{}
	c.tellGate()
	return nil
}

func alert(text string) bool {
	_, ok := cutFold(text, "[ALERT]")
	return ok
}

// tellGate names the folders that may be written.
func (c *Client) tellGate() {
	if c.l == nil {
		return
	}
	c.l.gateMu.Lock()
	defer c.l.gateMu.Unlock()
	c.l.gate.drafts, c.l.gate.trash = c.nameOf(Drafts), c.nameOf(Trash)
}

// hide keeps a secret out of every text that is shown or logged.
func (c *Client) hide(secret string) {
	if len(secret) >= 3 {
		c.secrets = append(c.secrets, secret)
	}
}

// do runs one exchange with the server: at most limit bytes may come back,
// silence ends it, and ctx does.
func (c *Client) do(ctx context.Context, what string, limit int64, f func(*imapclient.Client) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if c.l == nil {
		return c.fail(ErrTemporary, what, "the connection is closed", nil)
	}
	l := c.l
	l.begin(limit)
	stop := context.AfterFunc(ctx, func() { l.cut(ctx.Err()) })
	err := f(l.imap)
	stop()
	l.end()
	if err == nil {
		return nil
	}
	var ce callerError
	if errors.As(err, &ce) {
		return ce.error
	}
	if e, ok := c.answered(what, err); ok {
		if l.cause() != nil { // go-imap hangs up after a refused APPEND
			c.drop()
		}
		return e
	}
	return c.broken(what, err)
}

// broken turns the end of a connection into an error that says why.
func (c *Client) broken(what string, err error) error {
	l := c.l
	cause := l.cause()
	c.drop()
	var e *Error
	switch {
	case errors.Is(cause, context.Canceled), errors.Is(cause, context.DeadlineExceeded):
		return cause
	case errors.As(err, &e):
		return e
	case errors.Is(err, errNotAsked), errors.Is(cause, errNotAsked), l.filter.fetch && (errors.Is(cause, errTooMuch) || errors.Is(cause, errNonsense)):
		if cause == nil {
			cause = err
		}
		e := c.fail(ErrTemporary, what, cause.Error(), cause)
		e.Err = errPoison
		return e
	case cause == nil, errors.Is(cause, net.ErrClosed) && !errors.Is(err, io.ErrUnexpectedEOF):
		// go-imap could not read an answer, and closed the connection itself.
		e := c.fail(ErrTemporary, what, fmt.Sprintf("an answer that cannot be read: %q", printable(string(l.filter.line), 120)), nil)
		if l.filter.fetch {
			e.Err = errPoison
		}
		return e
	}
	return c.fail(ErrTemporary, what, cause.Error(), cause)
}

// errPoison marks an answer that go-imap gave up on: perhaps one message's
// fault, and worth asking again in smaller portions.
var errPoison = errors.New("unreadable answer")

// callerError is an error of the one who is handed the mails: no fault of
// the connection.
type callerError struct{ error }

// errNotAsked marks an answer that does not fit the question.
var errNotAsked = errors.New("an answer to another question")

// drop forgets the connection and waits until go-imap's reader has ended.
func (c *Client) drop() {
	if c.l == nil {
		return
	}
	l := c.l
	c.l, c.open = nil, opened{}
	l.cut(net.ErrClosed)
	l.imap.Close()
	c.tally(l)
}

func (c *Client) tally(l *link) {
	c.wire.In += l.in.Load()
	c.wire.Out += l.out.Load()
	if c.wire.Commands == nil {
		c.wire.Commands = map[string]int{}
	}
	l.gateMu.Lock()
	defer l.gateMu.Unlock()
	for v, n := range l.gate.verbs {
		c.wire.Commands[v] += n
	}
}

// Wire tells what went over the wire since Dial.
func (c *Client) Wire() Wire {
	w := Wire{In: c.wire.In, Out: c.wire.Out, Commands: map[string]int{}}
	for v, n := range c.wire.Commands {
		w.Commands[v] += n
	}
	if c.l != nil {
		w.In += c.l.in.Load()
		w.Out += c.l.out.Load()
		c.l.gateMu.Lock()
		defer c.l.gateMu.Unlock()
		for v, n := range c.l.gate.verbs {
			w.Commands[v] += n
		}
	}
	return w
}

const maxRedials = 24

// redial opens the connection anew after a poisoned answer. It is no way to
// wait for a server that is down: a pass allows a few.
func (c *Client) redial(ctx context.Context) error {
	c.drop()
	if c.redials++; c.redials > maxRedials {
		return c.fail(ErrTemporary, "go on", "too many answers could not be read", nil)
	}
	return c.dial(ctx)
}

const logoutPatience = 2 * time.Second

// Close says good-bye, briefly, and closes the connection.
func (c *Client) Close() error {
	if c.l == nil {
		return nil
	}
	l := c.l
	l.mu.Lock()
	l.leaving = true
	l.mu.Unlock()
	t := time.AfterFunc(logoutPatience, func() { l.cut(errSilence) })
	l.begin(idleBudget)
	_ = l.imap.Logout().Wait()
	l.end()
	t.Stop()
	c.drop()
	return nil
}
