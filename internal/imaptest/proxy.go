package imaptest

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// Fault is one thing that goes wrong, once. Commands are counted from 1 over
// all connections through a proxy, LOGIN and AUTHENTICATE included.
type Fault struct {
	Command int           // at this command; 0: never
	Verb    string        // where set, only the how-manieth command of this verb counts ("APPEND")
	Do      FaultKind     // what
	Percent int           // CutInside: after so much of the command, its literals included
	Pause   time.Duration // Delay
}

// FaultKind is a way of going wrong.
type FaultKind string

// The ways of going wrong.
const (
	CutBefore   FaultKind = "cut before"   // the command does not reach the server
	CutInside   FaultKind = "cut inside"   // a part of it does
	CutAfter    FaultKind = "cut after"    // the server gets it and answers; the client never hears
	CutAnswered FaultKind = "cut answered" // the client hears, then the connection breaks
	Hold        FaultKind = "hold"         // the server never sees it; nothing comes back and nothing breaks
	Swallow     FaultKind = "swallow"      // the server gets it; nothing comes back and nothing breaks
	Delay       FaultKind = "delay"        // the answer comes late
	Garble      FaultKind = "garble"       // the answer's bytes are scrambled
	SayNo       FaultKind = "NO"           // the server never sees it; the client hears NO
	SayBad      FaultKind = "BAD"          // likewise BAD
	SayBye      FaultKind = "BYE"          // likewise BYE, and the connection ends
)

// Proxy stands between a client and an IMAP server on loopback, in clear. It
// counts, delays, and goes wrong where told.
type Proxy struct {
	Host string
	Port int

	target  string
	latency time.Duration // each way
	ln      net.Listener
	done    sync.WaitGroup
	closed  chan struct{}

	mu    sync.Mutex
	fault Fault
	hit   bool
	did   bool
	n     int // commands, or commands of the fault's verb
	seen  []string
	conns map[net.Conn]bool

	in, out, waits, connections atomic.Int64
	hide                        map[string]bool
}

// Counts is what went through a proxy. Waits are the times that the client had
// to wait for the server with nothing else under way; connecting and the
// greeting are one each.
type Counts struct {
	In, Out, Waits, Connections int64
}

// StartProxy listens on 127.0.0.1 and passes everything on to target, with a
// latency in each direction.
func StartProxy(target string, latency time.Duration) (*Proxy, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen on loopback: %w", err)
	}
	p := &Proxy{Host: "127.0.0.1", Port: ln.Addr().(*net.TCPAddr).Port, target: target, latency: latency,
		ln: ln, closed: make(chan struct{}), conns: map[net.Conn]bool{}, hide: map[string]bool{"COMPRESS=DEFLATE": true}}
	p.done.Add(1)
	go p.accept()
	return p, nil
}

// AllowDeflate lets the server offer COMPRESS=DEFLATE, which a proxy hides
// otherwise: in a compressed stream it can only count bytes.
func (p *Proxy) AllowDeflate() {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.hide, "COMPRESS=DEFLATE")
}

// Hide misspells a word of the server's capability and folder lists.
func (p *Proxy) Hide(word string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.hide[word] = true
}

// misspell does so, in place.
func (p *Proxy) misspell(line []byte) {
	if !bytes.Contains(line, []byte("CAPABILITY")) && !bytes.HasPrefix(line, []byte("* LIST")) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for word := range p.hide {
		for i := bytes.Index(line, []byte(word)); i >= 0; i = bytes.Index(line, []byte(word)) {
			copy(line[i+1:i+len(word)], bytes.Repeat([]byte("X"), len(word)))
		}
	}
}

// Break arms a fault; counting begins anew.
func (p *Proxy) Break(f Fault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault, p.hit, p.did, p.n, p.seen = f, false, false, 0, nil
}

// Hit tells whether the fault has happened.
func (p *Proxy) Hit() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hit
}

// Carried tells whether the server has answered the command that a Swallow or
// CutAfter keeps from the client.
func (p *Proxy) Carried() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.did
}

// Seen lists the verbs of the commands since Break.
func (p *Proxy) Seen() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string{}, p.seen...)
}

// Count gives what went through since the last Count.
func (p *Proxy) Count() Counts {
	return Counts{p.in.Swap(0), p.out.Swap(0), p.waits.Swap(0), p.connections.Swap(0)}
}

// Close ends the proxy and its connections.
func (p *Proxy) Close() error {
	close(p.closed)
	err := p.ln.Close()
	p.mu.Lock()
	for c := range p.conns {
		c.Close()
	}
	p.mu.Unlock()
	p.done.Wait()
	return err
}

func (p *Proxy) accept() {
	defer p.done.Done()
	for {
		client, err := p.ln.Accept()
		if err != nil {
			return
		}
		server, err := net.DialTimeout("tcp", p.target, 10*time.Second)
		if err != nil {
			client.Close()
			continue
		}
		p.connections.Add(1)
		p.waits.Add(2)
		w := &wire{p: p, client: client, server: server}
		w.up, w.down = p.carry(server, &p.out), p.carry(client, &p.in)
		p.mu.Lock()
		p.conns[client], p.conns[server] = true, true
		select {
		case <-p.closed: // Close has been through conns already
			client.Close()
			server.Close()
		default:
		}
		p.mu.Unlock()
		p.done.Add(2)
		go func() { defer p.done.Done(); w.upstream() }()
		go func() { defer p.done.Done(); w.downstream() }()
	}
}

func (p *Proxy) pause(d time.Duration) {
	if d <= 0 {
		return
	}
	select {
	case <-time.After(d):
	case <-p.closed:
	}
}

// next counts a command and tells whether it is the one that goes wrong.
func (p *Proxy) next(verb string) (Fault, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.seen = append(p.seen, verb)
	if p.fault.Command == 0 || p.hit || (p.fault.Verb != "" && p.fault.Verb != verb) {
		return Fault{}, false
	}
	if p.n++; p.n != p.fault.Command {
		return Fault{}, false
	}
	p.hit = true
	return p.fault, true
}

type counted struct {
	w io.Writer
	n *atomic.Int64
}

func (c counted) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n.Add(int64(n))
	return n, err
}

// carry gives the way to one side: counted, and late by the latency without
// being slower for it.
func (p *Proxy) carry(to net.Conn, n *atomic.Int64) io.Writer {
	if p.latency <= 0 {
		return counted{to, n}
	}
	q := make(chan parcel, 4096)
	p.done.Add(1)
	go func() {
		defer p.done.Done()
		for {
			select {
			case <-p.closed:
				return
			case it := <-q:
				p.pause(time.Until(it.due))
				if _, err := to.Write(it.data); err != nil {
					return
				}
			}
		}
	}()
	return lateWriter{p, q, n}
}

type parcel struct {
	data []byte
	due  time.Time
}

type lateWriter struct {
	p *Proxy
	q chan parcel
	n *atomic.Int64
}

func (l lateWriter) Write(b []byte) (int, error) {
	select {
	case l.q <- parcel{bytes.Clone(b), time.Now().Add(l.p.latency)}:
		l.n.Add(int64(len(b)))
		return len(b), nil
	case <-l.p.closed:
		return 0, net.ErrClosed
	}
}
