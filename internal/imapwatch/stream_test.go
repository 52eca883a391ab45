package imapwatch_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"
)

// TestAnswersCross: two FETCH are under way, and the server begins the second
// answer before it ends the first.
func TestAnswersCross(t *testing.T) {
	var mails []imaptest.Message
	for i := range uint32(400) {
		mails = append(mails, imaptest.Message{UID: i + 1, Arrived: now, Raw: imaptest.CRLF(mail(fmt.Sprintf("m%d@x", i+1), "Interview", "a@x.example"))})
	}
	held := ""
	f, err := imaptest.StartFake(mails, func(c *imaptest.FakeCommand) bool {
		if c.Verb != "UID FETCH" || !strings.Contains(c.Args, "HEADER") {
			return false
		}
		text := strings.ReplaceAll(c.Proper(), "{tag}", c.Tag)
		if held == "" {
			held = text
			return true
		}
		i := strings.LastIndex(text, c.Tag+" OK")
		c.Say(text[:i] + held + text[i:])
		return true
	})
	must(t, err)
	defer f.Close()
	c := dial(t, imapwatch.Account{Host: f.Host, Port: f.Port, Security: "none", Username: "sam", Secret: secret("x"), Timeout: 2 * time.Second})
	got, _, st := sync(t, c, find(t, c, imapwatch.Inbox), imapwatch.Cursor{}, imapwatch.SyncOptions{})
	if len(got) != 400 {
		t.Errorf("read %d, %+v", len(got), st)
	}
}

// FuzzReplies lets a server say anything after the login. A pass ends, with an
// error of a known kind or none, in one printable line.
func FuzzReplies(f *testing.F) {
	for _, s := range []string{
		"* LIST () \"/\" INBOX\r\n* LIST (\\Drafts) \"/\" Drafts\r\nT1 OK done\r\n* STATUS INBOX (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 7)\r\nT2 OK\r\nT3 OK\r\n",
		"* 2 FETCH (UID 2 BODY[] {3}\r\nabc)\r\n", "* SEARCH 1 2 \r\n", "* BYE x\r\n", "* OK [ALERT] \x1b\r\n", "+ \r\n", "* LIST (\\Drafts) \"/\" {6}\r\nDrafts\r\n",
		"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 2] x\r\n", "* STATUS {3000000000}\r\n", "\r\n\r\n", "* FLAGS NIL\r\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, replies []byte) {
		ln := listenSomewhere(t)
		done := make(chan struct{})
		go func() {
			defer close(done)
			babble(ln, replies)
		}()
		hung := time.AfterFunc(20*time.Second, func() { panic("the pass does not end") })
		err := fuzzPass(t, ln.Addr().(*net.TCPAddr))
		hung.Stop()
		ln.Close()
		<-done
		if err == nil {
			return
		}
		var e *imapwatch.Error
		if !errors.As(err, &e) || strings.ContainsAny(err.Error(), "\r\n\x1b") {
			t.Errorf("unfit to be shown: %q", err)
		}
	})
}

// babble serves a few connections: a login, then the replies, whatever is asked.
func babble(ln net.Listener, replies []byte) {
	for {
		c, err := ln.Accept()
		if err != nil {
			return
		}
		_ = c.SetDeadline(time.Now().Add(2 * time.Second))
		_, _ = io.WriteString(c, "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS MOVE] hi\r\n")
		r := bufio.NewReader(c)
		if _, err := r.ReadString('\n'); err == nil {
			_, _ = io.WriteString(c, "L1 OK [CAPABILITY IMAP4rev1 UIDPLUS MOVE] in\r\n")
			_, _ = r.ReadString('\n')
			_, _ = c.Write(replies)
			_ = c.(*net.TCPConn).CloseWrite()
			_, _ = io.Copy(io.Discard, r)
		}
		c.Close()
	}
}

// listenSomewhere spreads the listeners over 127.0.0.0/8 where the system lets
// it: hundreds a second on one address leave no free port after a minute.
func listenSomewhere(t *testing.T) net.Listener {
	t.Helper()
	ln, err := net.Listen("tcp", fmt.Sprintf("127.%d.%d.%d:0", rand.IntN(250), rand.IntN(250), 1+rand.IntN(250)))
	if err != nil {
		ln, err = net.Listen("tcp", "127.0.0.1:0")
	}
	must(t, err)
	return ln
}

func fuzzPass(t *testing.T, at *net.TCPAddr) error {
	acc := imapwatch.Account{Host: at.IP.String(), Port: at.Port, Security: "none", Username: "sam", Secret: secret("secret-of-sam"), Timeout: 500 * time.Millisecond}
	c, err := imapwatch.Dial(t.Context(), acc, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	all, err := c.Folders(t.Context())
	if err != nil {
		return err
	}
	for _, f := range all {
		if _, _, err := c.Sync(t.Context(), f, imapwatch.Cursor{}, imapwatch.SyncOptions{}, func(imapwatch.Item) error { return nil }); err != nil {
			return err
		}
	}
	_, err = c.Append(t.Context(), []byte("Subject: x\r\n\r\ny\r\n"))
	return err
}
