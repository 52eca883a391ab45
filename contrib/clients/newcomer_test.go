//go:build unix

package clients

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
)

// newcomer is somebody with a new home and a mailbox on a Dovecot whose folders
// are called as Gmail's.
type newcomer struct {
	t    *testing.T
	home string
	env  []string
	said bytes.Buffer // what was typed and printed
}

// types runs a command line and gives what it printed, errors too.
func (n *newcomer) types(want int, line ...string) string {
	n.t.Helper()
	cmd := exec.Command(filepath.Join(n.home, "inboxwatch"), line...)
	cmd.Dir, cmd.Env = n.home, n.env
	out, err := cmd.CombinedOutput()
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		n.t.Fatal(err)
	}
	fmt.Fprintf(&n.said, "$ inboxwatch %s\n%s[exit %d]\n\n", strings.Join(line, " "), out, code)
	if code != want {
		n.t.Fatalf("exit %d, want %d:\n%s", code, want, n.said.String())
	}
	return string(out)
}

// TestNewcomer goes from a clean home to a sent mail: the demo, a set-up with a
// wrong turn or two, watching, the draft recalled in neomutt, edited and sent,
// and what status says of it. -v prints all that was typed and printed.
func TestNewcomer(t *testing.T) {
	srv := realtest.Dovecot(t, realtest.DovecotOptions{Gmail: true})
	user := srv.NewUser(t)
	raw, err := os.ReadFile("testdata/inbox/01-en.eml")
	if err != nil {
		t.Fatal(err)
	}
	mail := []imaptest.Message{{Arrived: time.Date(2026, 10, 14, 15, 41, 9, 0, time.UTC), Raw: imaptest.CRLF(raw)}}
	for _, folder := range []string{"INBOX", "[Gmail]/All Mail"} {
		if err := srv.AddAll(user, folder, mail); err != nil {
			t.Fatal(err)
		}
	}
	n := &newcomer{t: t, home: t.TempDir()}
	defer func() { t.Log("\n" + n.said.String()) }()
	n.env = []string{"HOME=" + n.home, "XDG_CONFIG_HOME=" + n.home + "/config", "XDG_STATE_HOME=" + n.home + "/state", "XDG_DATA_HOME=" + n.home + "/data",
		"PATH=" + os.Getenv("PATH"), "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "TZ=Europe/London", "APP_PASSWORD=" + srv.Password, "OLD_PASSWORD=letmein"}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(n.home, "inboxwatch"), "inboxwatch/cmd/inboxwatch").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	n.types(0, "demo")
	n.said.Reset() // it is long, and in the README

	setUp := func(want int, more ...string) string {
		return n.types(want, append([]string{"--now", today, "init", "--yes", "--name", "Robin Ashworth", "--email", "robin@ashworth.example", "--username", user,
			"--host", "127.0.0.1", "--country", "GB"}, more...)...)
	}
	n.types(78, "status")
	setUp(75, "--port", "1", "--password-env", "APP_PASSWORD")
	setUp(75, "--port", fmt.Sprint(srv.TLSPort), "--password-env", "APP_PASSWORD")
	setUp(77, "--port", fmt.Sprint(srv.TLSPort), "--ca-file", srv.CA.File, "--password-env", "OLD_PASSWORD")
	shown := setUp(0, "--port", fmt.Sprint(srv.TLSPort), "--ca-file", srv.CA.File, "--password-env", "APP_PASSWORD")
	for _, want := range []string{"[Gmail]/Drafts", "Found: 1 interview", "Would put into Drafts: "} {
		if !strings.Contains(shown, want) {
			t.Errorf("init does not say %q", want)
		}
	}
	n.types(0, "doctor", "--scratch")
	n.watch(srv, user)
	n.types(0, "--now", today, "status")
	n.types(0, "--now", today, "explain", "harbourlight")
	n.types(0, "--now", today, "run") // once is enough
	n.send(srv, user)
	shown = n.types(0, "--now", time.Now().Add(time.Minute).Format(time.RFC3339), "run") + n.types(0, "--now", time.Now().Add(time.Minute).Format(time.RFC3339), "status")
	if !strings.Contains(shown, ": sent") {
		t.Errorf("status does not say that the draft was sent")
	}
	if left, err := srv.Messages(user, "[Gmail]/Drafts"); err != nil || len(left) > 0 {
		t.Errorf("%d drafts lie there at the end: %v", len(left), err)
	}
}

// watch lets the program watch until the draft lies in Drafts, then presses
// Ctrl-C.
func (n *newcomer) watch(srv *realtest.Server, user string) {
	n.t.Helper()
	cmd := exec.Command(filepath.Join(n.home, "inboxwatch"), "--now", today, "watch")
	cmd.Env = n.env
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		n.t.Fatal(err)
	}
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if lie, err := srv.Messages(user, "[Gmail]/Drafts"); err == nil && len(lie) == 1 {
			break
		}
	}
	time.Sleep(500 * time.Millisecond) // it says what it did
	_ = cmd.Process.Signal(os.Interrupt)
	err := cmd.Wait()
	fmt.Fprintf(&n.said, "$ inboxwatch watch\n%s[%v]\n\n", out.Bytes(), cmd.ProcessState)
	if err != nil || !strings.Contains(out.String(), "Put into Drafts: ") {
		n.t.Fatalf("%v: no draft came:\n%s", err, out.Bytes())
	}
}

// send recalls the draft in neomutt, adds a line, and sends it.
func (n *newcomer) send(srv *realtest.Server, user string) {
	n.t.Helper()
	const own = "See you soon!"
	s := newSink(n.t)
	lie, err := srv.Messages(user, "[Gmail]/Drafts")
	if err != nil || len(lie) != 1 {
		n.t.Fatalf("%d drafts, want 1: %v", len(lie), err)
	}
	l := readLetter(n.t, lie[0].Raw)
	editor := filepath.Join(n.home, "editor")
	write(n.t, editor, "#!/bin/sh\necho '"+own+"' >>\"$1\"\n")
	if err := os.Chmod(editor, 0o700); err != nil {
		n.t.Fatal(err)
	}
	rc := filepath.Join(n.home, "neomuttrc")
	write(n.t, rc, fmt.Sprintf(`set imap_user=%q imap_pass=%q folder="imap://127.0.0.1:%d/"
set spoolfile="+INBOX" postponed="+[Gmail]/Drafts" record="+[Gmail]/Sent Mail" ssl_starttls=no ssl_force_tls=no
set smtp_url="smtp://127.0.0.1:%d/" from="robin@ashworth.example" realname="Robin Ashworth"
set editor=%q recall=yes confirmappend=no sleep_time=0 header_cache="" message_cachedir="" mail_check=600 imap_passive=yes
set wait_key=no abort_noattach=no tmpdir=%q use_domain=yes hostname="ashworth.example"
`, user, srv.Password, srv.Port, s.addr.Port, editor, n.home))
	tty := newScreen(n.t, n.home, "neomutt -n -F "+rc)
	tty.await("NeoMutt", front(strings.TrimPrefix(l.title, "Re: ")))
	tty.keys("m")
	tty.await("Compose", "y:Send", front(l.title)) // the editor is past: a draft recalled is opened in it
	tty.keys("y")
	raw, ok := s.await(0)
	if !ok {
		n.t.Fatalf("nothing was sent; the screen shows:\n%s", tty.text())
	}
	l.lines = append(l.lines, own)
	l.check(n.t, raw, l.to)
	tty.await("q:Quit")
	tty.keys("q")
	time.Sleep(300 * time.Millisecond)
	fmt.Fprintf(&n.said, "(neomutt: recalled from [Gmail]/Drafts, a line added, sent:)\n%s\n", raw)
}
