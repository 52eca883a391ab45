//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imaptest"
)

// initQuestions are those that a new user is asked, in order, and an answer.
var initQuestions = []struct{ question, keys string }{
	{"Your name", "Sam Okafor\r"},
	{"Your mail address", "sam@okafor.example\r"},
	{"Your phone number", "+44 20 7946 0018\r"},
	{"Your country", "GB\r"},
	{"a job now?", "n\r"},
	{"IMAP server", "127.0.0.1\r"},
	{"Password", "secret-of-sam\r"},
	{"Write the configuration", "y\r"},
	{"Watch from now on", "n\r"},
}

type initMode struct {
	name    string
	page    bool
	env     []string
	columns int // of the terminal; 0: 80
}

// initModes are the page that one walks through, and plain lines.
var initModes = []initMode{
	{name: "page", page: true},
	{name: "lines", env: []string{"ACCESSIBLE=1"}},
}

// keysFor leaves out the return that a page does not wait for after y or n.
func keysFor(mode initMode, keys string) string {
	switch {
	case mode.page && (keys == "y\r" || keys == "n\r"):
		return keys[:1]
	case mode.page && keys == "GB\r":
		return "\r" // offered, from LANG
	}
	return keys
}

func setupServer(t *testing.T) (srv *imaptest.Server, args []string) {
	t.Helper()
	srv, err := imaptest.Start(imaptest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { srv.Close() })
	return srv, []string{"init", "--port", strconv.Itoa(srv.Port), "--security", "none"}
}

// TestInitStopped: Ctrl-C and the end of the input, in each question: one line
// says so, and nothing is written, or what was written is named.
func TestInitStopped(t *testing.T) {
	for _, mode := range initModes {
		for key, typed := range map[string]string{"Ctrl-C": "\x03", "Ctrl-D": "\x04"} {
			for n, stop := range initQuestions {
				t.Run(fmt.Sprintf("%s/%s/%s", mode.name, key, stop.question), func(t *testing.T) {
					t.Parallel()
					_, args := setupServer(t)
					c := newConsole(t, t.TempDir(), mode, args...)
					for _, q := range initQuestions[:n] {
						c.answer(q.question, keysFor(mode, q.keys))
					}
					c.answer(stop.question, typed)
					code := c.end()
					shown := strings.TrimSpace(c.shown())
					last := shown[max(strings.LastIndex(shown, "\ninboxwatch: ")+1, 0):]
					written := n == len(initQuestions)-1
					says := "inboxwatch: stopped; nothing was written"
					if written {
						says = "inboxwatch: stopped; the configuration is written"
					}
					if code != exitTry || !strings.HasPrefix(last, says) || strings.Contains(last, "\n") {
						t.Errorf("exit %d; the last line is %q\n%s", code, last, shown)
					}
					if strings.Count(shown, "stopped") != 1 {
						t.Errorf("said more than once:\n%s", shown)
					}
					if left := c.files(); (len(left) > 0) != written {
						t.Errorf("left behind: %q", left)
					}
				})
			}
		}
	}
}

// TestInitTwice: a second init offers what the first was told, a password that
// the server no longer takes is asked for anew, and NO_COLOR is heeded.
func TestInitTwice(t *testing.T) {
	for _, mode := range initModes {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			srv, args := setupServer(t)
			home := t.TempDir()
			mode.env = append(slices.Clone(mode.env), "NO_COLOR=1")
			c := newConsole(t, home, mode, args...)
			for _, q := range initQuestions {
				c.answer(q.question, keysFor(mode, q.keys))
			}
			if code := c.end(); code != exitOK {
				t.Fatalf("exit %d\n%s", code, c.shown())
			}
			colourless(t, c)
			path := filepath.Join(home, "config/inboxwatch/config.toml")
			first := must(os.ReadFile(path))

			srv.Password = "another-secret"
			c = newConsole(t, home, mode, "init")
			c.answer("Change it?", keysFor(mode, "y\r"))
			for _, q := range initQuestions[:6] {
				c.answer(q.question, "\r")
			}
			c.await("Authentication failed")
			for _, offered := range []string{"Sam Okafor", "sam@okafor.example", "+44 20 7946 0018", "GB", "127.0.0.1"} {
				if !strings.Contains(c.shown(), offered) {
					t.Errorf("%q is not offered:\n%s", offered, c.shown())
				}
			}
			c.answer("Password", "another-secret\r")
			for _, q := range initQuestions[7:] {
				c.answer(q.question, keysFor(mode, q.keys))
			}
			if code := c.end(); code != exitOK {
				t.Fatalf("again: exit %d\n%s", code, c.shown())
			}
			colourless(t, c)
			if again := must(os.ReadFile(path)); !bytes.Equal(first, again) {
				t.Errorf("answered by return alone, it changed:\n%s\nwas:\n%s", again, first)
			}
			if strings.Contains(c.shown(), "another-secret") {
				t.Error("the password is shown")
			}
		})
	}
}

// colourless asks that no colour was set: SGR sequences may only make bold,
// faint, underlined or reverse.
func colourless(t *testing.T, c *console) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	for part := range strings.SplitSeq(c.raw.String(), "\x1b[") {
		end := strings.IndexFunc(part, func(r rune) bool { return r >= '@' && r <= '~' })
		if end < 0 || part[end] != 'm' {
			continue
		}
		for n := range strings.FieldsFuncSeq(part[:end], func(r rune) bool { return r == ';' || r == ':' }) {
			if len(n) >= 2 && (n[0] == '3' || n[0] == '4' || n[0] == '9' || n[:2] == "10") {
				t.Errorf("NO_COLOR, and yet a colour: %q", "\x1b["+part[:end+1])
			}
		}
	}
}

// TestInitOtherHost: a host mistyped at the terminal may be typed again.
func TestInitOtherHost(t *testing.T) {
	for _, mode := range initModes {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			_, args := setupServer(t)
			home := t.TempDir()
			c := newConsole(t, home, mode, args...)
			for _, q := range initQuestions {
				if q.question == "IMAP server" {
					c.answer(q.question, "127.0.0.2\r")
					continue
				}
				c.answer(q.question, keysFor(mode, q.keys))
				if q.question == "Password" {
					c.await("127.0.0.2:")
					c.answer("IMAP server", strings.Repeat("\x7f", 9)+"127.0.0.1\r")
				}
			}
			if code := c.end(); code != exitOK {
				t.Fatalf("exit %d\n%s", code, c.shown())
			}
			cfg, err := config.Load(filepath.Join(home, "config/inboxwatch/config.toml"))
			if err != nil || len(cfg.Accounts) != 1 || cfg.Accounts[0].Host != "127.0.0.1" {
				t.Errorf("%v %+v", err, cfg.Accounts)
			}
		})
	}
}
