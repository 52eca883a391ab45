package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/journal"
)

// private are sentences that no fact stands in; none may leave the mailbox.
var private = []string{
	"My sister Wilhelmina had her operation at Papworth on Tuesday and is recovering.",
	"The alarm code of the back door is 4471 and the spare key hangs behind the freezer.",
}

// talkative is a mail of a company with private words around the facts.
const talkative = `Date: Wed, 07 Oct 2026 10:00:00 +0100
From: Ines Calder <ines.calder@tallowmere.example>
To: Robin Ashworth <robin@ashworth.example>
Message-ID: <talk-1@tallowmere.example>
Subject: Your interview at Tallowmere
Content-Type: text/plain; charset=utf-8

Hi Robin,

%s

Your interview for the Buyer position at Tallowmere is confirmed for Tuesday
13 October at 10am. It takes an hour.

%s

Best regards,
Ines Calder
Tallowmere
`

// TestSecretsStay runs everything that writes, with --verbose, through good
// and bad moments, and looks through all that was written: standard output,
// standard error, the state and its log, the page of report. Neither the
// password nor more of a mail than a snippet stands there.
func TestSecretsStay(t *testing.T) {
	dir := memDir(t)
	state := filepath.Join(dir, "state.db")
	d := newDesk(t, imaptest.Options{})
	defer d.srv.Close()
	d.deliver(threeInterviews...)
	d.arrive(fmt.Appendf(nil, talkative, private[0], private[1]))
	d.arrive([]byte("Date: Thu, 08 Oct 2026 10:00:00 +0100\nFrom: Mum <mum@family.example>\nTo: robin@ashworth.example\nMessage-ID: <m1@family.example>\nSubject: Sunday\n\n" + strings.Join(private, "\n") + "\n"))
	d.set(thanksDue)
	c := newChild(t, d, state)
	var all bytes.Buffer
	tried := 0
	say := func(want int, args ...string) {
		t.Helper()
		tried++
		code, out := c.run(append([]string{"--verbose"}, args...)...)
		all.WriteString(out)
		if code != want {
			t.Errorf("%s: exit code %d, want %d\n%s", strings.Join(args, " "), code, want, out)
		}
	}
	goodConfig := c.config
	turn := func(old, new string) string {
		raw, err := os.ReadFile(goodConfig)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, fmt.Sprintf("config-%d.toml", tried))
		if !bytes.Contains(raw, []byte(old)) {
			t.Fatalf("no %q in the configuration", old)
		}
		if err := os.WriteFile(path, bytes.ReplaceAll(raw, []byte(old), []byte(new)), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	say(exitOK, "run", "--dry-run")
	for _, kind := range []imaptest.FaultKind{imaptest.CutAfter, imaptest.Garble, imaptest.SayNo, imaptest.SayBye, imaptest.CutInside} {
		for _, verb := range []string{"AUTHENTICATE", "UID FETCH", "APPEND"} {
			proxy, err := imaptest.StartProxy(d.srv.Addr(), 0)
			if err != nil {
				t.Fatal(err)
			}
			proxy.Break(imaptest.Fault{Command: 1, Verb: verb, Do: kind, Percent: 50})
			c.config = turn(fmt.Sprintf("port = %d", d.srv.Port), fmt.Sprintf("timeout = \"1s\"\nport = %d", proxy.Port))
			code, out := c.run("--verbose", "run")
			if code != exitOK && code != exitTry && code != exitLogin && code != exitMissing {
				t.Errorf("%s at %s: exit code %d\n%s", kind, verb, code, out)
			}
			tried++
			all.WriteString(out)
			proxy.Close()
		}
	}
	c.config = turn("username = \"robin@", "username = \"wrong@")
	say(exitLogin, "run")
	c.config = goodConfig
	say(exitOK, "run")
	say(exitOK, "--log-format", "json", "run")
	for _, args := range [][]string{{"status"}, {"status", "--json"}, {"report", "--output", filepath.Join(dir, "report.html")}, {"explain", "tallowmere"}} {
		code, out := c.run(append([]string{"--verbose"}, args...)...)
		tried++
		all.WriteString(out)
		if code != exitOK && args[0] != "report" {
			t.Errorf("%v: exit code %d\n%s", args, code, out)
		}
	}
	written := map[string][]byte{"output": all.Bytes()}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	size := all.Len()
	for _, f := range files {
		if strings.HasSuffix(f, ".toml") {
			continue
		}
		if written[f], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
		size += len(written[f])
		if info, err := os.Stat(f); err != nil || strings.Contains(f, "state") && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", f, info.Mode())
		}
	}
	if len(written[state]) == 0 {
		t.Fatal("there is no state to look through")
	}
	secrets := []string{d.srv.Password, base64.StdEncoding.EncodeToString([]byte(d.srv.Password)),
		base64.StdEncoding.EncodeToString([]byte("\x00" + d.srv.User + "\x00" + d.srv.Password))}
	for name, raw := range written {
		for _, s := range secrets {
			if bytes.Contains(raw, []byte(s)) {
				t.Errorf("%s: the password stands there", name)
			}
		}
		for _, p := range private {
			if words := strings.Fields(p); bytes.Contains(raw, []byte(strings.Join(words[2:5], " "))) {
				t.Errorf("%s: private words stand there: %q", name, p)
			}
		}
	}
	d.checkSnippets(written)
	d.count("Drafts", 4)
	t.Logf("%d runs, %d bytes written in %d places: no password, no private words, no snippet over %d characters", tried, size, len(written), journal.SnippetLimit)
}

// checkSnippets asks that no stretch of a mail longer than a snippet was
// written anywhere.
func (d *desk) checkSnippets(written map[string][]byte) {
	d.t.Helper()
	msgs, err := d.srv.Messages("INBOX")
	if err != nil {
		d.t.Fatal(err)
	}
	flat := map[string]string{}
	for name, raw := range written {
		flat[name] = strings.Join(strings.Fields(string(raw)), " ")
	}
	for _, m := range msgs {
		_, body, _ := strings.Cut(string(m.Raw), "\r\n\r\n")
		text := []rune(strings.Join(strings.Fields(body), " "))
		for i := 0; i+journal.SnippetLimit+1 <= len(text); i++ {
			stretch := string(text[i : i+journal.SnippetLimit+1])
			for name, all := range flat {
				if strings.Contains(all, stretch) {
					d.t.Errorf("%s: %d characters of %s stand there: %q", name, journal.SnippetLimit+1, mailparse.Parse(m.Raw).MessageID, stretch)
					return
				}
			}
		}
	}
}

// TestWrongFileModes: a secret that others can read is not used.
func TestWrongFileModes(t *testing.T) {
	dir := memDir(t)
	d := newDesk(t, imaptest.Options{})
	defer d.srv.Close()
	d.set(time.Date(2026, 10, 16, 9, 0, 0, 0, time.UTC))
	c := newChild(t, d, filepath.Join(dir, "state.db"))
	secret := filepath.Join(dir, "password")
	if err := os.WriteFile(secret, []byte("harbour-light\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(c.config)
	if err != nil {
		t.Fatal(err)
	}
	raw = bytes.Replace(raw, []byte(`password_env = "SAFETY_PASSWORD"`), fmt.Appendf(nil, "password_file = %q", secret), 1)
	if err := os.WriteFile(c.config, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	for mode, want := range map[os.FileMode]int{0o600: exitOK, 0o400: exitOK, 0o640: exitConfig, 0o604: exitConfig, 0o644: exitConfig, 0o666: exitConfig} {
		if err := os.Chmod(secret, mode); err != nil {
			t.Fatal(err)
		}
		code, out := c.run("run")
		if code != want || strings.Contains(out, d.srv.Password) {
			t.Errorf("mode %o: exit code %d, want %d\n%s", mode, code, want, out)
		}
	}
}
