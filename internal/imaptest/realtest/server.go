//go:build unix

package realtest

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"inboxwatch/internal/imaptest"
)

// Server is a real IMAP server on loopback. Every user exists, with the one
// password; a test takes a user of its own with NewUser.
type Server struct {
	Name      string
	Host      string
	Port      int // plain
	TLSPort   int // 0 where it does not speak TLS here
	CA        *imaptest.CA
	Password  string
	Prefix    string // before every folder but INBOX
	Delim     string
	Dir       string
	users     atomic.Int32
	newUser   func(name string) error
	localPart bool
}

// NewUser gives the name of an empty mailbox.
func (r *Server) NewUser(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("sam%d", r.users.Add(1))
	if !r.localPart {
		name += "@okafor.example"
	}
	if r.newUser != nil {
		if err := r.newUser(name); err != nil {
			t.Fatalf("make a mailbox: %v", err)
		}
	}
	return name
}

// Client logs a user in with go-imap alone, for looking behind the back of
// the code under test.
func (r *Server) Client(user string) (*imapclient.Client, error) {
	c, err := imapclient.DialInsecure(net.JoinHostPort(r.Host, strconv.Itoa(r.Port)), nil)
	if err != nil {
		return nil, err
	}
	if err := c.Login(user, r.Password).Wait(); err != nil {
		c.Close()
		return nil, fmt.Errorf("log in as %s: %w", user, err)
	}
	return c, nil
}

// AddAll stores mails in a folder over one connection; made where it is
// missing. Commands are sent ahead of the answers.
func (r *Server) AddAll(user, folder string, mails []imaptest.Message) error {
	c, err := r.Client(user)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.Status(folder, &imap.StatusOptions{NumMessages: true}).Wait(); err != nil {
		if err := c.Create(folder, nil).Wait(); err != nil {
			return fmt.Errorf("make folder %s: %w", folder, err)
		}
	}
	for _, m := range mails {
		raw := imaptest.CRLF(m.Raw)
		opts := &imap.AppendOptions{Time: m.Arrived}
		for _, f := range m.Flags {
			opts.Flags = append(opts.Flags, imap.Flag(f))
		}
		cmd := c.Append(folder, int64(len(raw)), opts)
		if _, err := cmd.Write(raw); err != nil {
			return err
		}
		if err := cmd.Close(); err != nil {
			return err
		}
		if _, err := cmd.Wait(); err != nil {
			return fmt.Errorf("store a mail in %s: %w", folder, err)
		}
	}
	return c.Logout().Wait()
}

// Messages lists a folder, by UID.
func (r *Server) Messages(user, folder string) ([]imaptest.Message, error) {
	c, err := r.Client(user)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	sel, err := c.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait()
	if err != nil || sel.NumMessages == 0 {
		return nil, err
	}
	var all imap.SeqSet
	all.AddRange(1, 0)
	section := &imap.FetchItemBodySection{Peek: true}
	msgs, err := c.Fetch(all, &imap.FetchOptions{UID: true, Flags: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{section}}).Collect()
	var out []imaptest.Message
	for _, m := range msgs {
		msg := imaptest.Message{UID: uint32(m.UID), Arrived: m.InternalDate, Raw: m.FindBodySection(section)}
		for _, f := range m.Flags {
			if !strings.EqualFold(string(f), `\Recent`) {
				msg.Flags = append(msg.Flags, string(f))
			}
		}
		out = append(out, msg)
	}
	return out, err
}

// process runs a server until the test ends, and ends it by its own pid.
func process(t testing.TB, log string, name string, env []string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(name, args...)
	f, err := os.Create(log)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr, cmd.Env = f, f, env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", name, err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		gone := make(chan struct{})
		go func() { _ = cmd.Wait(); close(gone) }()
		select {
		case <-gone:
		case <-time.After(5 * time.Second):
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			<-gone
		}
		f.Close()
	})
	return cmd
}

// freePort gives a port of loopback that nobody listens on just now.
func freePort(t testing.TB) int {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	return ln.Addr().(*net.TCPAddr).Port
}

// awaitGreeting waits until an IMAP server answers on the port.
func awaitGreeting(t testing.TB, port int, log string) {
	t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for time.Now().Before(deadline) {
		conn, err := net.DialTimeout("tcp", fmt.Sprintf("127.0.0.1:%d", port), time.Second)
		if err == nil {
			_ = conn.SetReadDeadline(time.Now().Add(2 * time.Second))
			b := make([]byte, 512)
			n, _ := conn.Read(b)
			conn.Close()
			if bytes.HasPrefix(b[:n], []byte("* OK")) {
				return
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	out, _ := os.ReadFile(log)
	t.Fatalf("the server did not come up; its log: %s", out)
}

// shortDir is a temporary folder with a path short enough for Unix sockets.
func shortDir(t testing.TB, prefix string) string {
	t.Helper()
	dir, err := os.MkdirTemp("", prefix)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}
