package imaptest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
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
	p.fault, p.hit, p.n, p.seen = f, false, 0, nil
}

// Hit tells whether the fault has happened.
func (p *Proxy) Hit() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hit
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
		server, err := net.Dial("tcp", p.target)
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
		p.mu.Unlock()
		p.done.Add(2)
		go func() { defer p.done.Done(); w.upstream() }()
		go func() { defer p.done.Done(); w.downstream() }()
	}
}

// wire is one connection through the proxy.
type wire struct {
	p              *Proxy
	client, server net.Conn
	mu             sync.Mutex
	open           map[string]bool // commands without an answer yet
	deaf           atomic.Bool     // answers are thrown away
	garble         atomic.Bool
	late           atomic.Int64 // nanoseconds for the next answer
	last           atomic.Value // tag after whose answer the connection breaks
	opaque         atomic.Bool  // compressed or encrypted: only bytes are counted
	up, down       io.Writer    // to the server and to the client
}

func (w *wire) cut() {
	w.client.Close()
	w.server.Close()
}

// upstream carries commands to the server, one at a time.
func (w *wire) upstream() {
	defer w.cut()
	r := bufio.NewReaderSize(w.client, 64<<10)
	for {
		if w.opaque.Load() {
			if _, err := io.Copy(w.up, r); err != nil {
				return
			}
			return
		}
		line, err := r.ReadBytes('\n')
		if err != nil {
			w.send(line)
			return
		}
		tag, verb := tagVerb(line)
		if verb == "" || bytes.Equal(bytes.TrimSpace(line), []byte("DONE")) {
			w.send(line) // a continuation
			continue
		}
		n, sync := literalOf(line)
		if !w.command(r, line, tag, verb, n, sync) {
			return
		}
		if verb == "COMPRESS" || verb == "STARTTLS" {
			w.opaque.Store(true)
		}
	}
}

// command carries one command, or makes it go wrong. It tells whether the
// connection goes on.
func (w *wire) command(r *bufio.Reader, line []byte, tag, verb string, literal int, sync bool) bool {
	w.begin(tag)
	f, wrong := w.p.next(verb)
	if !wrong {
		f.Do = ""
	}
	switch f.Do {
	case CutBefore:
		return false
	case SayNo, SayBad:
		_, _ = fmt.Fprintf(w.down, "%s %s injected\r\n", tag, f.Do)
		w.end(tag)
		return true
	case SayBye:
		_, _ = fmt.Fprintf(w.down, "* BYE injected\r\n")
		return false
	case CutAfter, Swallow:
		if literal == 0 || !sync {
			w.deaf.Store(true)
		}
	case Garble:
		w.garble.Store(true)
	case Delay:
		w.late.Store(int64(f.Pause))
	case CutAnswered:
		w.last.Store(tag)
	}
	total := len(line) + literal
	if literal > 0 {
		total += 2
	}
	quota := total
	if f.Do == CutInside {
		quota = total * f.Percent / 100
	}
	if quota < len(line) {
		w.send(line[:quota])
		return false
	}
	w.send(line)
	if literal == 0 {
		return w.afterwards(f, tag)
	}
	if sync {
		w.p.waits.Add(1)
	}
	rest := make([]byte, min(total, quota)-len(line))
	if f.Do == CutAfter || f.Do == Swallow {
		// The go-ahead must pass, so answers are lost from the literal on.
		if _, err := io.ReadFull(r, rest); err != nil {
			return false
		}
		w.deaf.Store(true)
		w.send(rest)
		return w.afterwards(f, tag)
	}
	if _, err := io.ReadFull(r, rest); err != nil {
		return false
	}
	w.send(rest)
	return f.Do != CutInside && w.afterwards(f, tag)
}

// afterwards gives the server time to carry out what the client will never
// hear of, and ends what is to end.
func (w *wire) afterwards(f Fault, tag string) bool {
	if f.Do == CutAfter {
		for range 200 {
			if w.answered(tag) {
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
		return false
	}
	return true
}

func (w *wire) begin(tag string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.open == nil {
		w.open = map[string]bool{}
	}
	if len(w.open) == 0 {
		w.p.waits.Add(1)
	}
	w.open[tag] = true
}

func (w *wire) end(tag string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.open, tag)
}

func (w *wire) answered(tag string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return !w.open[tag]
}

func (w *wire) send(b []byte) {
	_, _ = w.up.Write(b)
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

// downstream carries answers to the client.
func (w *wire) downstream() {
	defer w.cut()
	r := bufio.NewReaderSize(w.server, 64<<10)
	for {
		line, err := r.ReadSlice('\n')
		if len(line) > 0 {
			if !w.answer(r, line) {
				return
			}
			if w.opaque.Load() {
				_, _ = io.Copy(w.down, r)
				return
			}
		}
		if err != nil && err != bufio.ErrBufferFull {
			return
		}
	}
}

func (w *wire) answer(r *bufio.Reader, line []byte) bool {
	tag, _, _ := strings.Cut(string(line[:min(len(line), 64)]), " ")
	literal, _ := literalOf(line)
	w.p.misspell(line)
	w.mu.Lock()
	tagged := w.open[tag]
	w.mu.Unlock()
	if d := w.late.Swap(0); d > 0 {
		w.p.pause(time.Duration(d))
	}
	if w.garble.Load() {
		for i := range line {
			if line[i] > ' ' && i%3 == 0 {
				line[i] ^= 0x15
			}
		}
	}
	var to io.Writer = w.down
	if w.deaf.Load() {
		to = io.Discard
	}
	if _, err := to.Write(line); err != nil {
		return false
	}
	if literal > 0 {
		if _, err := io.CopyN(to, r, int64(literal)); err != nil {
			return false
		}
		return true
	}
	if tagged {
		w.end(tag)
		if last, _ := w.last.Load().(string); last == tag {
			return false
		}
	}
	return true
}

func tagVerb(line []byte) (tag, verb string) {
	f := strings.Fields(string(line[:min(len(line), 200)]))
	if len(f) < 2 {
		return "", ""
	}
	verb = strings.ToUpper(f[1])
	if verb == "UID" && len(f) > 2 {
		verb += " " + strings.ToUpper(f[2])
	}
	return f[0], verb
}

// literalOf reads the {n} or {n+} at the end of a line; sync tells that the
// client waits for a go-ahead.
func literalOf(line []byte) (n int, sync bool) {
	s := strings.TrimRight(string(line[max(0, len(line)-24):]), "\r\n")
	i := strings.LastIndexByte(s, '{')
	if i < 0 || !strings.HasSuffix(s, "}") {
		return 0, false
	}
	digits := s[i+1 : len(s)-1]
	n, err := strconv.Atoi(strings.TrimSuffix(digits, "+"))
	if err != nil {
		return 0, false
	}
	return n, !strings.HasSuffix(digits, "+")
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
