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
	case Hold:
		_, _ = io.Copy(io.Discard, r)
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
	if f.Do != CutAfter && f.Do != Swallow {
		return true
	}
	for range 1000 {
		if w.answered(tag) {
			w.p.mu.Lock()
			w.p.did = true
			w.p.mu.Unlock()
			break
		}
		time.Sleep(time.Millisecond)
	}
	return f.Do == Swallow
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
