//go:build unix

package main

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// console is the program in a terminal of 80 columns, or as many as the mode
// says, high enough that nothing scrolls away.
type console struct {
	t      *testing.T
	cmd    *exec.Cmd
	tty    *os.File
	home   string
	page   bool // questions stand on a page, the one that is asked behind a bar
	screen *vt.SafeEmulator
	row    int // of the question answered last

	mu   sync.Mutex
	raw  bytes.Buffer
	done chan struct{}
}

// newConsole starts the program with home as its whole world.
func newConsole(t *testing.T, home string, mode initMode, args ...string) *console {
	t.Helper()
	program, err := exec.LookPath("inboxwatch") // the test's own binary, put there by testscript.Main
	if err != nil {
		t.Fatal(err)
	}
	columns := cmp.Or(mode.columns, 80)
	c := &console{t: t, home: home, page: mode.page, cmd: exec.Command(program, args...), row: -1,
		screen: vt.NewSafeEmulator(columns, 200), done: make(chan struct{})}
	c.cmd.Env = append([]string{"HOME=" + home, "XDG_CONFIG_HOME=" + home + "/config", "XDG_STATE_HOME=" + home + "/state", "XDG_DATA_HOME=" + home + "/data",
		"PATH=" + home, "TERM=xterm-256color", "LANG=en_GB.UTF-8", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "GOCOVERDIR=" + os.Getenv("GOCOVERDIR")}, mode.env...)
	c.tty, err = pty.StartWithSize(c.cmd, &pty.Winsize{Rows: 200, Cols: uint16(columns)})
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(c.tty, c.screen) // what the terminal answers when it is asked
	go func() {
		defer close(c.done)
		buf := make([]byte, 4096)
		for {
			n, err := c.tty.Read(buf)
			c.mu.Lock()
			c.raw.Write(buf[:n])
			c.mu.Unlock()
			c.screen.Write(buf[:n])
			if err != nil { // EIO once the program has ended
				return
			}
		}
	}()
	t.Cleanup(func() { _ = c.cmd.Process.Kill(); c.tty.Close(); c.screen.Close() })
	return c
}

// shown is what the screen shows.
func (c *console) shown() string { return strings.TrimRight(c.screen.String(), " \n") }

// answer waits until a question is the one that is asked, and types.
func (c *console) answer(question, keys string) {
	c.t.Helper()
	for end := time.Now().Add(20 * time.Second); !c.asked(question); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			c.t.Fatalf("%q was never asked:\n%s", question, c.shown())
		}
	}
	if _, err := io.WriteString(c.tty, keys); err != nil {
		c.t.Fatal(err)
	}
}

// await waits until the screen shows some words.
func (c *console) await(words string) {
	c.t.Helper()
	for end := time.Now().Add(20 * time.Second); !strings.Contains(strings.ReplaceAll(c.shown(), "\n", ""), words); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			c.t.Fatalf("%q never stood there:\n%s", words, c.shown())
		}
	}
}

func (c *console) asked(question string) bool {
	rows := strings.Split(c.shown(), "\n")
	for n := len(rows) - 1; n > c.row; n-- {
		switch {
		case c.page && !strings.HasPrefix(rows[n], "┃ "):
			continue
		case strings.Contains(rows[n], question):
			c.row = n
			return true
		case !c.page && n < len(rows)-2: // a long question is two rows
			return false
		}
	}
	return false
}

// end waits for the program to end and gives its exit code.
func (c *console) end() int {
	c.t.Helper()
	timer := time.AfterFunc(20*time.Second, func() { _ = c.cmd.Process.Kill() })
	defer timer.Stop()
	err := c.cmd.Wait()
	<-c.done
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if exit.ExitCode() < 0 {
			c.t.Fatalf("it did not end by itself (%v):\n%s", err, c.shown())
		}
		return exit.ExitCode()
	}
	if err != nil {
		c.t.Fatal(err)
	}
	return 0
}

// files lists what lies in the home folder.
func (c *console) files() (all []string) {
	_ = filepath.WalkDir(c.home, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all = append(all, strings.TrimPrefix(path, c.home+"/"))
		}
		return nil
	})
	return all
}
