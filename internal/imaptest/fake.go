package imaptest

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Fake is a small scripted server. It holds a few mails in INBOX, answers
// every command correctly, and gives a script the chance to answer otherwise.
type Fake struct {
	Host  string
	Port  int
	Mails []Message // in INBOX; UIDs must rise

	script func(*FakeCommand) bool
	ln     net.Listener
	mu     sync.Mutex
	conns  []net.Conn
	stored [][]byte
	done   sync.WaitGroup
	closed chan struct{}
}

// FakeCommand is a command that came in. A script that answers it itself
// returns true.
type FakeCommand struct {
	Conn int    // the how-manieth connection, from 1
	Tag  string // "" for the greeting
	Verb string // upper case, with UID where there is one; "GREETING" at first
	Args string
	f    *Fake
	w    *bufio.Writer
	c    net.Conn
}

// Say sends text as it stands, with {tag} replaced.
func (c *FakeCommand) Say(text string) {
	_, _ = c.w.WriteString(strings.ReplaceAll(text, "{tag}", c.Tag))
	_ = c.w.Flush()
}

// Hang sends nothing more and waits for the end of the test or connection.
func (c *FakeCommand) Hang() {
	b := make([]byte, 256)
	for {
		if _, err := c.c.Read(b); err != nil {
			return
		}
	}
}

// Drip sends text one byte at a time.
func (c *FakeCommand) Drip(text string, pause time.Duration) {
	for _, b := range []byte(strings.ReplaceAll(text, "{tag}", c.Tag)) {
		if _, err := c.c.Write([]byte{b}); err != nil {
			return
		}
		select {
		case <-time.After(pause):
		case <-c.f.closed:
			return
		}
	}
}

// Break closes the connection.
func (c *FakeCommand) Break() { c.c.Close() }

// StartFake runs a scripted server on 127.0.0.1 until Close. A nil script
// leaves everything as it should be.
func StartFake(mails []Message, script func(*FakeCommand) bool) (*Fake, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen on loopback: %w", err)
	}
	f := &Fake{Host: "127.0.0.1", Port: ln.Addr().(*net.TCPAddr).Port, Mails: mails, script: script, ln: ln, closed: make(chan struct{})}
	f.done.Add(1)
	go f.accept()
	return f, nil
}

// Stored gives what APPEND brought.
func (f *Fake) Stored() [][]byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.stored)
}

// Close ends the server and its connections.
func (f *Fake) Close() error {
	close(f.closed)
	err := f.ln.Close()
	f.mu.Lock()
	for _, c := range f.conns {
		c.Close()
	}
	f.mu.Unlock()
	f.done.Wait()
	return err
}

func (f *Fake) accept() {
	defer f.done.Done()
	for n := 1; ; n++ {
		c, err := f.ln.Accept()
		if err != nil {
			return
		}
		f.mu.Lock()
		f.conns = append(f.conns, c)
		f.mu.Unlock()
		f.done.Add(1)
		go func() {
			defer f.done.Done()
			defer c.Close()
			f.serve(c, n)
		}()
	}
}

func (f *Fake) serve(c net.Conn, n int) {
	r, w := bufio.NewReader(c), bufio.NewWriter(c)
	answer := func(cmd *FakeCommand) {
		cmd.Conn, cmd.f, cmd.w, cmd.c = n, f, w, c
		if f.script == nil || !f.script(cmd) {
			cmd.Say(f.proper(cmd, r))
		}
	}
	answer(&FakeCommand{Verb: "GREETING"})
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		tag, rest, _ := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
		verb, args, _ := strings.Cut(rest, " ")
		if strings.EqualFold(verb, "UID") {
			var sub string
			sub, args, _ = strings.Cut(args, " ")
			verb += " " + sub
		}
		cmd := &FakeCommand{Tag: tag, Verb: strings.ToUpper(verb), Args: args}
		answer(cmd)
		if cmd.Verb == "LOGOUT" {
			return
		}
	}
}

// FakeCaps is what a Fake shows unless its script says otherwise.
const FakeCaps = "IMAP4rev1 AUTH=PLAIN SASL-IR IDLE UIDPLUS MOVE UNSELECT SPECIAL-USE LIST-EXTENDED"

// proper is the answer of a server without fault.
func (f *Fake) proper(c *FakeCommand, r *bufio.Reader) string {
	ok := "{tag} OK done\r\n"
	switch c.Verb {
	case "GREETING":
		return "* OK [CAPABILITY " + FakeCaps + "] ready\r\n"
	case "CAPABILITY":
		return "* CAPABILITY " + FakeCaps + "\r\n" + ok
	case "AUTHENTICATE", "LOGIN":
		return "{tag} OK [CAPABILITY " + FakeCaps + "] in\r\n"
	case "LIST":
		return "* LIST () \"/\" INBOX\r\n* LIST (\\Drafts) \"/\" Drafts\r\n* LIST (\\Sent) \"/\" Sent\r\n* LIST (\\Trash) \"/\" Trash\r\n" + ok
	case "STATUS":
		name, _, _ := strings.Cut(c.Args, " ")
		return fmt.Sprintf("* STATUS %s (MESSAGES %d UIDNEXT %d UIDVALIDITY 7)\r\n", name, f.count(name), f.next(name)) + ok
	case "EXAMINE", "SELECT":
		name := c.Args
		return fmt.Sprintf("* FLAGS (\\Draft)\r\n* %d EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT %d] n\r\n{tag} OK [READ-ONLY] open\r\n", f.count(name), f.next(name))
	case "UID SEARCH":
		s := "* SEARCH"
		for _, m := range f.Mails {
			s += fmt.Sprintf(" %d", m.UID)
		}
		return s + "\r\n" + ok
	case "SEARCH": // of UIDs only
		s := "* SEARCH"
		for i, m := range f.Mails {
			if inSet(strings.TrimPrefix(c.Args, "UID "), m.UID) {
				s += fmt.Sprintf(" %d", i+1)
			}
		}
		return s + "\r\n" + ok
	case "UID FETCH", "FETCH":
		return f.Fetch(c) + ok
	case "APPEND":
		return f.take(c, r)
	case "IDLE":
		c.Say("+ idling\r\n")
		if _, err := r.ReadString('\n'); err != nil {
			return ""
		}
		return ok
	case "LOGOUT":
		return "* BYE bye\r\n" + ok
	}
	return ok
}

func (f *Fake) inbox(name string) bool { return strings.EqualFold(strings.Trim(name, `"`), "INBOX") }

func (f *Fake) count(name string) int {
	if !f.inbox(name) {
		return 0
	}
	return len(f.Mails)
}

func (f *Fake) next(name string) uint32 {
	if !f.inbox(name) || len(f.Mails) == 0 {
		return 1
	}
	return f.Mails[len(f.Mails)-1].UID + 1
}

// take reads an APPEND's message.
func (f *Fake) take(c *FakeCommand, r *bufio.Reader) string {
	i, j := strings.LastIndexByte(c.Args, '{'), strings.LastIndexByte(c.Args, '}')
	if i < 0 || j < i {
		return "{tag} BAD no literal\r\n"
	}
	n, _ := strconv.Atoi(c.Args[i+1 : j])
	c.Say("+ go ahead\r\n")
	raw := make([]byte, n+2)
	if _, err := io.ReadFull(r, raw); err != nil {
		return ""
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.stored = append(f.stored, raw[:n])
	return fmt.Sprintf("{tag} OK [APPENDUID 7 %d] stored\r\n", 100+len(f.stored))
}

// Take reads an APPEND's message as a proper server does, for a script that
// wants to answer it otherwise.
func (c *FakeCommand) Take() {
	c.f.take(c, bufio.NewReader(c.c))
}

// Proper gives the proper answer, for a script that wants to change it. Not
// for APPEND and IDLE, which are conversations.
func (c *FakeCommand) Proper() string { return c.f.proper(c, nil) }
