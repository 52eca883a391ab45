package imapwatch

import (
	"bufio"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"
)

// link is one connection: what go-imap reads from and writes to. It counts,
// watches the time, and is the only one that closes the socket.
//
// Every command runs between begin and end. In between, the watchdog closes
// the socket after a silence, and spend closes it when the answer grows
// beyond its limit; closing is what makes go-imap let go of a caller.
type link struct {
	conn    net.Conn // TCP or TLS
	tcp     net.Conn // what lies beneath
	timeout time.Duration
	br      *bufio.Reader
	w       io.Writer
	deflate *flate.Writer
	filter  filter
	gate    gate
	gateMu  sync.Mutex
	hello   []byte // the greeting made up for go-imap
	imap    *imapclient.Client
	since   moment // when it was logged in
	caps    capSet

	in, out atomic.Int64 // bytes on the wire below DEFLATE, above TLS

	mu      sync.Mutex
	busy    bool
	budget  int64 // bytes that may still come
	unpaid  int   // bytes since the last progress
	started time.Time
	moved   time.Time // the last progress
	dog     *time.Timer
	reason  error // why the link was cut; the first reason stays
	leaving bool  // LOGOUT was sent: BYE is no news
	bye     string

	corked bool
	held   []byte        // commands that go out together once uncorked
	exists int64         // messages in the selected folder; -1 before the server told
	events chan struct{} // something changed in the selected folder; never blocks
}

var (
	errSilence = errors.New("no answer")
	errEndless = errors.New("the answer takes too long")
	errTooMuch = errors.New("the answer is larger than it can be")
	errBug     = errors.New("a command that must not be sent was held back")
)

const (
	idleBudget = 1 << 20         // what a server may say unasked between two commands
	maxCommand = 5 * time.Minute // for one command, however lively
	fullPiece  = 512             // bytes of a literal that count as progress
)

func newLink(tcp net.Conn, timeout time.Duration) *link {
	l := &link{tcp: tcp, conn: tcp, timeout: timeout, exists: -1, events: make(chan struct{}, 1)}
	l.filter.spend = l.spend
	l.filter.count = l.count
	l.filter.note = l.noteBye
	l.rewire()
	return l
}

// rewire starts reading and writing through l.conn anew, after TLS took over.
func (l *link) rewire() {
	l.br = bufio.NewReaderSize(countReader{l.conn, &l.in}, 32<<10)
	l.w = countWriter{l.conn, &l.out}
	l.filter.br = l.br
}

// compress turns on DEFLATE (RFC 4978) in both directions.
func (l *link) compress() {
	l.br = bufio.NewReaderSize(flate.NewReader(l.br), 32<<10)
	l.filter.br = l.br
	l.deflate, _ = flate.NewWriter(l.w, flate.DefaultCompression)
}

// count follows the number of messages in the selected folder. Only a rise is
// news: the first word after opening, and EXISTS repeated, are not.
func (l *link) count(n int64, expunged bool) {
	l.mu.Lock()
	was := l.exists
	switch {
	case expunged && was > 0:
		l.exists--
	case !expunged:
		l.exists = n
	}
	l.mu.Unlock()
	if expunged || was < 0 || n <= was {
		return
	}
	select {
	case l.events <- struct{}{}:
	default:
	}
}

func (l *link) noteBye(status, text string) {
	if status != "BYE" {
		return
	}
	l.mu.Lock()
	leaving := l.leaving
	l.bye = text
	l.mu.Unlock()
	if !leaving {
		l.cut(fmt.Errorf("the server hung up: %s", text))
	}
}

// cut closes the socket for a reason. The first reason counts.
func (l *link) cut(why error) {
	l.mu.Lock()
	if l.reason == nil {
		l.reason = why
	}
	l.mu.Unlock()
	l.tcp.Close()
}

func (l *link) cause() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.reason
}

// Read is called by go-imap's decoder only.
func (l *link) Read(p []byte) (int, error) {
	if len(l.hello) > 0 {
		n := copy(p, l.hello)
		l.hello = l.hello[n:]
		return n, nil
	}
	n, err := l.filter.Read(p)
	if err != nil {
		switch {
		case errors.Is(err, errNonsense), errors.Is(err, errTooMuch):
			l.cut(err)
		default:
			l.cut(errors.New("the connection broke"))
		}
		return n, io.EOF
	}
	return n, nil
}

// Write is called by go-imap, one command or one piece of a literal at a time.
func (l *link) Write(p []byte) (int, error) {
	l.gateMu.Lock()
	ok, err := l.gate.check(p)
	opened := l.gate.opened
	l.gate.opened = false
	l.gateMu.Unlock()
	if err != nil {
		l.cut(fmt.Errorf("%w: %w", errBug, err))
		return 0, net.ErrClosed
	}
	l.mu.Lock()
	if opened {
		l.exists = -1
	}
	if l.reason != nil { // go-imap must hear of it now: nobody would answer later
		l.mu.Unlock()
		return 0, net.ErrClosed
	}
	if l.corked {
		l.held = append(l.held, ok...)
		l.mu.Unlock()
		return len(p), nil
	}
	l.moved = time.Now()
	l.mu.Unlock()
	if err := l.send(ok); err != nil {
		return 0, err
	}
	return len(p), nil
}

// cork keeps commands back until uncork, so that they leave in one packet.
func (l *link) cork() {
	l.mu.Lock()
	l.corked = true
	l.mu.Unlock()
}

func (l *link) uncork() {
	l.mu.Lock()
	held := l.held
	l.corked, l.held = false, nil
	l.mu.Unlock()
	if err := l.send(held); err != nil {
		l.cut(errors.New("the connection broke"))
	}
}

func (l *link) send(p []byte) error {
	if len(p) == 0 {
		return nil
	}
	if l.deflate == nil {
		_, err := l.w.Write(p)
		return err
	}
	if _, err := l.deflate.Write(p); err != nil {
		return err
	}
	return l.deflate.Flush()
}

// Close closes the socket; go-imap calls it too.
func (l *link) Close() error {
	l.cut(net.ErrClosed)
	return nil
}

// The deadlines that go-imap sets are not used: the watchdog knows better.

// LocalAddr is the socket's.
func (l *link) LocalAddr() net.Addr { return l.tcp.LocalAddr() }

// RemoteAddr is the socket's.
func (l *link) RemoteAddr() net.Addr { return l.tcp.RemoteAddr() }

// SetDeadline does nothing.
func (l *link) SetDeadline(time.Time) error { return nil }

// SetReadDeadline does nothing.
func (l *link) SetReadDeadline(time.Time) error { return nil }

// SetWriteDeadline does nothing.
func (l *link) SetWriteDeadline(time.Time) error { return nil }

type countReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c countReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

type countWriter struct {
	w io.Writer
	n *atomic.Int64
}

func (c countWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n.Add(int64(n))
	return n, err
}
