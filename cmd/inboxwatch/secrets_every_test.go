//go:build unix

package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/journal"
)

// household is one user's folder in which every command is run with --verbose,
// and all that was printed.
type household struct {
	t       *testing.T
	d       *desk
	dir     string
	printed bytes.Buffer
	runs    int
}

// call runs a command; watch is stopped after patience. It asks for one of the
// exit codes.
func (h *household) call(config string, patience time.Duration, codes []int, args ...string) {
	h.t.Helper()
	c := child{program: must(exec.LookPath("inboxwatch")), state: filepath.Join(h.dir, "state.db"), config: config, now: h.d.clock().Format(time.RFC3339)}
	cmd := c.command(append([]string{"--verbose"}, args...)...)
	cmd.Env = append(cmd.Env, "HOME="+h.dir, "XDG_DATA_HOME="+h.dir, "XDG_CONFIG_HOME="+h.dir, "XDG_STATE_HOME="+h.dir, "XDG_CACHE_HOME="+h.dir,
		"TMPDIR="+h.dir, "DBUS_SESSION_BUS_ADDRESS=unix:path="+h.dir+"/no-bus", "WRONG_PASSWORD="+wrongPassword)
	cmd.Dir = h.dir
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	stop := time.AfterFunc(patience, func() { _ = cmd.Process.Signal(syscall.SIGTERM) })
	defer stop.Stop()
	code, err := 0, cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		h.t.Fatal(err)
	}
	if !slices.Contains(codes, code) {
		h.t.Errorf("%v: exit code %d, want %v\n%s", args, code, codes, out.Bytes())
	}
	h.printed.Write(out.Bytes())
	h.runs++
}

const wrongPassword = "tin-whistle-0316"

// written is all that lies in the folder, and all that was printed.
func (h *household) written() map[string][]byte {
	h.t.Helper()
	out := map[string][]byte{"output": h.printed.Bytes()}
	err := filepath.WalkDir(h.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		out[path], err = os.ReadFile(path)
		if info, _ := e.Info(); strings.Contains(path, "state.db") && info.Mode().Perm() != 0o600 {
			h.t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return out
}

// search looks through it for the secrets, in clear, in base64 and in
// hexadecimal, and for mail text; allowed names the file that may hold tokens.
func (h *household) search(when string, secrets []string, allowed string) (places, size int) {
	h.t.Helper()
	written := h.written()
	for name, raw := range written {
		places, size = places+1, size+len(raw)
		for _, s := range secrets {
			for how, form := range map[string]string{"in clear": s, "in base64": strings.TrimRight(base64.StdEncoding.EncodeToString([]byte(s)), "="), "in hexadecimal": fmt.Sprintf("%x", s)} {
				if len(form) > 0 && bytes.Contains(raw, []byte(form[:len(form)-len(form)%4])) && name != allowed {
					h.t.Errorf("%s: %s holds a secret %s", when, name, how)
				}
			}
		}
		for _, p := range private {
			if words := strings.Fields(p); bytes.Contains(raw, []byte(strings.Join(words[2:5], " "))) {
				h.t.Errorf("%s: %s holds private words: %q", when, name, p)
			}
		}
	}
	delete(written, allowed)
	h.d.checkSnippets(written)
	return places, size
}

// TestSecretsStayInEveryCommand runs all commands, in good moments and bad, with
// a password and with tokens, before and after the state was damaged and set
// aside, and searches everything that lies in the user's folder afterwards.
func TestSecretsStayInEveryCommand(t *testing.T) {
	d := newDesk(t, imaptest.Options{Token: accessToken})
	defer d.srv.Close()
	d.deliver(threeInterviews...)
	d.arrive(fmt.Appendf(nil, talkative, private[0], private[1]))
	d.arrive([]byte("Date: Thu, 08 Oct 2026 10:00:00 +0100\nFrom: Mum <mum@family.example>\nTo: robin@ashworth.example\nMessage-ID: <m1@family.example>\nSubject: Sunday\n\n" + strings.Join(private, "\n") + "\n"))
	d.set(thanksDue)
	h := &household{t: t, d: d, dir: memDir(t)}
	config := filepath.Join(h.dir, "set-up", "config.toml")
	ok, long := []int{exitOK}, time.Minute

	account := []string{"init", "--yes", "--email", d.srv.User, "--name", "Robin Ashworth", "--host", d.srv.Host, "--port", strconv.Itoa(d.srv.Port), "--security", "none"}
	h.call(config, long, []int{exitLogin}, append(account, "--password-env", "WRONG_PASSWORD")...)
	h.call(config, long, ok, append(account, "--password-env", "SAFETY_PASSWORD")...)
	h.call(config, long, ok, "doctor", "--scratch")
	h.call(config, long, ok, "run", "--dry-run")
	h.call(config, 3*time.Second, ok, "watch")
	h.everyday(config)

	state := filepath.Join(h.dir, "state.db")
	f := must(os.OpenFile(state, os.O_WRONLY, 0))
	must(f.WriteAt(bytes.Repeat([]byte("damage "), 300), 100))
	f.Close()
	h.call(config, long, []int{exitState}, "status")
	h.call(config, long, ok, "run")
	if aside := must(filepath.Glob(state + ".damaged-*")); len(aside) == 0 {
		t.Fatal("no damaged state was set aside")
	}
	h.everyday(config)
	h.call(config, 3*time.Second, ok, "watch")

	login := httptest.NewServer(oauthServer())
	defer login.Close()
	tokens := writeOAuthConfig(t, h.dir, d, d.srv.Port, login.URL)
	h.call(tokens, long, []int{exitLogin}, "run")
	h.call(tokens, long, ok, "login", "--device")
	h.call(tokens, long, ok, "doctor")
	h.call(tokens, long, ok, "run")
	h.call(tokens, 3*time.Second, ok, "watch")
	h.broken(tokens)
	h.broken(config)
	secrets := []string{d.srv.Password, wrongPassword, refreshToken, accessToken}
	kept := holding(t, h.dir)
	if len(kept) != 1 {
		t.Fatalf("tokens lie in %v, want one file", kept)
	}
	h.search("logged in", secrets, kept[0])
	h.call(tokens, long, ok, "logout")
	h.call(tokens, long, []int{exitLogin}, "run")
	h.call(config, long, ok, "forget", "tallowmere")
	places, size := h.search("logged out", secrets, "")
	t.Logf("%d runs of 13 commands, %d bytes in %d places: no password, no token, no private words, no stretch of a mail over %d characters", h.runs, size, places, journal.SnippetLimit)
}

// everyday runs what looks and marks.
func (h *household) everyday(config string) {
	h.t.Helper()
	ok, long := []int{exitOK}, time.Minute
	for _, args := range [][]string{{"run"}, {"status"}, {"status", "--json"}, {"explain", "tallowmere"}, {"explain", "harbourlight"},
		{"mark", "tallowmere", "--went", "well"}, {"undo"}, {"report", "--output", filepath.Join(h.dir, "report.html")}, {"templates", "list"}, {"--log-format", "json", "run"}} {
		h.call(config, long, ok, args...)
	}
}

// broken lets the connection go wrong at what carries secrets and mail.
func (h *household) broken(config string) {
	h.t.Helper()
	raw := must(os.ReadFile(config))
	for _, kind := range []imaptest.FaultKind{imaptest.CutAfter, imaptest.Garble, imaptest.SayNo, imaptest.SayBad, imaptest.SayBye, imaptest.CutInside} {
		for _, verb := range []string{"AUTHENTICATE", "UID FETCH"} {
			proxy := must(imaptest.StartProxy(h.d.srv.Addr(), 0))
			proxy.Break(imaptest.Fault{Command: 1, Verb: verb, Do: kind, Percent: 50})
			path := filepath.Join(h.dir, "broken.toml")
			text := strings.Replace(string(raw), strconv.Itoa(h.d.srv.Port), strconv.Itoa(proxy.Port), 1)
			text = strings.Replace(text, "[[account]]\n", "[[account]]\ntimeout = \"1s\"\n", 1)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				h.t.Fatal(err)
			}
			any := []int{exitOK, exitTry, exitLogin, exitMissing}
			h.call(path, time.Minute, any, "run")
			if verb == "AUTHENTICATE" {
				h.call(path, time.Minute, any, "doctor")
			}
			proxy.Close()
		}
	}
}
