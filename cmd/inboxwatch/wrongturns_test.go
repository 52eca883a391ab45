package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// confirmation is a mail that makes a thank-you due at turnNow.
const confirmation = "Date: Mon, 09 Nov 2026 10:00:00 +0000\r\nFrom: Jane Doe <jane@northwind.example>\r\n" +
	"To: Sam Okafor <sam@okafor.example>\r\nMessage-ID: <c1@northwind.example>\r\nSubject: Your interview at Northwind\r\n\r\n" +
	"Hi Sam,\r\n\r\nI'm pleased to confirm your interview for the Backend Engineer position at\r\n" +
	"Northwind on Thursday 12 November at 2pm. It will last an hour.\r\n\r\nJane Doe\r\nTalent Partner, Northwind\r\n"

const turnNow = "2026-11-12T15:30:00Z"

// wrongTurns are what a mailbox can answer to a new user, and the words that
// help: what, where, how to mend it.
var wrongTurns = []struct {
	name, verb, answer string
	code               int
	says               []string
}{
	{"wrong password", "AUTHENTICATE", "{tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n", exitLogin,
		[]string{"cannot log in as sam@okafor.example", "check username and password"}},
	{"IMAP switched off", "AUTHENTICATE", "{tag} NO [ALERT] Your account is not enabled for IMAP use. Please visit your settings.\r\n", exitLogin,
		[]string{"IMAP is switched off", "switch it on"}},
	{"IMAP disabled, another's words", "AUTHENTICATE", "{tag} NO IMAP access is disabled for your domain.\r\n", exitLogin,
		[]string{"IMAP is switched off", "switch it on"}},
	{"app password wanted", "AUTHENTICATE", "{tag} NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)\r\n", exitLogin,
		[]string{"app password"}},
	{"no time", "AUTHENTICATE", "{tag} NO [UNAVAILABLE] Temporary authentication failure.\r\n", exitTry, []string{"Temporary", "try again in a while"}},
	{"full mailbox", "APPEND", "{tag} NO [OVERQUOTA] Quota exceeded (mailbox for user is full)\r\n", exitTry,
		[]string{"Drafts", "the mailbox is full", "delete"}},
	{"read-only Drafts", "APPEND", "{tag} NO [NOPERM] Permission denied\r\n", exitTry,
		[]string{"Drafts", "takes no mail", "drafts = "}},
	{"Drafts gone meanwhile", "APPEND", "{tag} NO [TRYCREATE] Mailbox doesn't exist: Drafts\r\n", exitTry, []string{"Drafts", "make"}},
	{"no Drafts", "LIST", "* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" Sent\r\n{tag} OK done\r\n", exitMissing,
		[]string{"no drafts folder", "drafts = "}},
}

// TestWrongTurns: each of them is one line that says what, where and how to
// mend it; the same from init where init can meet it.
func TestWrongTurns(t *testing.T) {
	for _, w := range wrongTurns {
		t.Run(w.name, func(t *testing.T) {
			mails := []imaptest.Message{{UID: 1, Arrived: time.Date(2026, 11, 9, 10, 0, 0, 0, time.UTC), Raw: []byte(confirmation)}}
			fake, err := imaptest.StartFake(mails, func(c *imaptest.FakeCommand) bool {
				if c.Verb != w.verb {
					return false
				}
				if c.Verb == "APPEND" && strings.HasSuffix(c.Args, "}") {
					c.Take()
				}
				c.Say(w.answer)
				return true
			})
			if err != nil {
				t.Fatal(err)
			}
			defer fake.Close()
			t.Setenv("TURN_PASSWORD", "secret-of-sam")
			dir := t.TempDir()
			global := []string{"--config", filepath.Join(dir, "config.toml"), "--state", filepath.Join(dir, "state.db"), "--now", turnNow}
			code, out, errs := call(t, append(global, "init", "--yes", "--name", "Sam Okafor", "--email", "sam@okafor.example", "--timezone", "Europe/London",
				"--host", fake.Host, "--port", strconv.Itoa(fake.Port), "--security", "none", "--password-env", "TURN_PASSWORD")...)
			if w.verb == "APPEND" { // the set-up changes nothing, so it passes
				if code != exitOK {
					t.Fatalf("init: exit %d\n%s%s", code, out, errs)
				}
				code, _, errs = call(t, append(global, "run")...)
			} else if _, err := os.Stat(global[1]); err == nil {
				t.Error("a configuration was written")
			}
			t.Logf("exit %d: %s", code, errs)
			checkTurn(t, w.code, w.says, code, errs)
		})
	}
}

func checkTurn(t *testing.T, want int, says []string, code int, errs string) {
	t.Helper()
	if code != want || strings.Count(strings.TrimSpace(errs), "\n") != 0 || strings.Contains(errs, "secret-of-sam") {
		t.Errorf("exit %d, want %d and one line:\n%s", code, want, errs)
	}
	for _, s := range says {
		if !strings.Contains(errs, s) {
			t.Errorf("%q is not said:\n%s", s, errs)
		}
	}
}

// TestWrongCertificates: a certificate of another name, and one out of date.
func TestWrongCertificates(t *testing.T) {
	for _, w := range []struct {
		name, host string
		life       time.Duration
		says       []string
	}{
		{"another name", "mail.elsewhere.example", time.Hour, []string{"for mail.elsewhere.example, not for 127.0.0.1", "check host"}},
		{"out of date", "127.0.0.1", -time.Hour, []string{"has expired, on", "nothing was sent"}},
	} {
		t.Run(w.name, func(t *testing.T) {
			ca, err := imaptest.NewCA(t.TempDir(), w.life, w.host)
			if err != nil {
				t.Fatal(err)
			}
			srv, err := imaptest.Start(imaptest.Options{TLS: &tls.Config{Certificates: ca.Server.Certificates}})
			if err != nil {
				t.Fatal(err)
			}
			defer srv.Close()
			global, account := setupArgs(t, srv)
			code, _, errs := call(t, append(append(global, account...), "--security", "tls", "--ca-file", ca.File)...)
			t.Logf("exit %d: %s", code, errs)
			checkTurn(t, exitTry, w.says, code, errs)
		})
	}
}

// TestMistyped: a flag, a command or an id that is nearly right is named.
func TestMistyped(t *testing.T) {
	dir := t.TempDir()
	global := []string{"--config", filepath.Join(dir, "config.toml"), "--state", filepath.Join(dir, "state.db"), "--now", turnNow}
	if err := os.WriteFile(global[1], []byte("timezone = \"Europe/London\"\n[person]\nname = \"Sam Okafor\"\naddresses = [\"sam@okafor.example\"]\n"+
		"[[account]]\nname = \"personal\"\nhost = \"127.0.0.1\"\nsecurity = \"none\"\nusername = \"sam\"\npassword_env = \"TURN_PASSWORD\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := call(t, append(global, "add", "--company", "Northwind", "--start", "2026-11-12 14:00")...); code != exitOK {
		t.Fatal(errs)
	}
	for line, says := range map[string]string{
		"stauts":                               `Did you mean "status"?`,
		"run --dri-run":                        "did you mean --dry-run?",
		"status --jsno":                        "did you mean --json?",
		"explain nothwind-2026-11-12":          "did you mean northwind-2026-11-12?",
		"mark northwind-2026-11-21 --fit yes":  "did you mean northwind-2026-11-12?",
		"mark northwind-2026-11-12 --wnt well": "did you mean --went?",
		"--confg x status":                     "did you mean --config?",
		"service instal":                       "did you mean install?",
		"service install --prnt":               "did you mean --print? `inboxwatch service install --help`",
		"service install --system plan9":       "add --print",
		"mark northwind-2026-11-12 --went goo": "well or fair or badly",
	} {
		code, _, errs := call(t, append(append([]string{}, global...), strings.Fields(line)...)...)
		t.Log(strings.TrimSpace(errs))
		checkTurn(t, exitUsage, []string{says}, code, errs)
	}
	code, _, errs := call(t, append(global, "explain", "zebra")...)
	if checkTurn(t, exitUsage, []string{"no interview", "status"}, code, errs); strings.Contains(errs, "did you mean") {
		t.Errorf("nothing is near: %s", errs)
	}
}

// TestStopped: Ctrl-C in the middle is no mistake of the program's, and one
// line says that nothing is half done.
func TestStopped(t *testing.T) {
	for _, after := range []time.Duration{0, 30 * time.Millisecond, 100 * time.Millisecond} {
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		time.AfterFunc(after, stop)
		var out, errs bytes.Buffer
		code := run(ctx, []string{"inboxwatch", "demo"}, stdio{strings.NewReader(""), &out, &errs})
		stop()
		checkTurn(t, exitTry, []string{"stopped; nothing is half done"}, code, errs.String())
	}
}
