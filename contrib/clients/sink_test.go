//go:build unix

package clients

import (
	"bufio"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"sync"
	"testing"
	"time"
)

// sink takes mail on loopback and keeps it (RFC 5321, as little as the mail
// programs need). It passes nothing on.
type sink struct {
	addr *net.TCPAddr
	mu   sync.Mutex
	got  [][]byte
}

func newSink(t *testing.T) *sink {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &sink{addr: ln.Addr().(*net.TCPAddr)}
	t.Cleanup(func() { ln.Close() })
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go s.serve(c)
		}
	}()
	return s
}

func (s *sink) serve(c net.Conn) {
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(time.Minute))
	r := textproto.NewReader(bufio.NewReader(c))
	say := func(line string) { fmt.Fprint(c, line+"\r\n") }
	say("220 sink.example ESMTP")
	for {
		line, err := r.ReadLine()
		if err != nil {
			return
		}
		verb, _, _ := strings.Cut(strings.ToUpper(line), " ")
		switch verb {
		case "EHLO":
			say("250-sink.example")
			say("250 8BITMIME")
		case "DATA":
			say("354 go on")
			raw, err := r.ReadDotBytes()
			if err != nil {
				return
			}
			s.mu.Lock()
			s.got = append(s.got, raw)
			s.mu.Unlock()
			say("250 kept")
		case "QUIT":
			say("221 bye")
			return
		default: // HELO, MAIL, RCPT, RSET, NOOP
			say("250 fine")
		}
	}
}

// await gives the mail number n (from 0) once it came.
func (s *sink) await(n int) ([]byte, bool) {
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		s.mu.Lock()
		if len(s.got) > n {
			raw := s.got[n]
			s.mu.Unlock()
			return raw, true
		}
		s.mu.Unlock()
	}
	return nil, false
}
