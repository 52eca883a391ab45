//go:build linux

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/imaptest"
)

// bench is where the commands of the documents run: a home of its own, a mail
// server with a confirmation in it for each kind of encryption, and an OAuth
// server.
type bench struct {
	plain, tls, starttls, tokens *imaptest.Server
	ca, pin                      string
	oauth                        *httptest.Server
	base                         string // the home that each command gets a copy of
}

func newBench(t *testing.T) *bench {
	t.Helper()
	ca, err := imaptest.NewCA(t.TempDir(), time.Hour, "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	start := func(o imaptest.Options) *imaptest.Server {
		srv, err := imaptest.Start(o)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { srv.Close() })
		must(srv.Add("INBOX", []byte(confirmation), time.Date(2026, 11, 9, 10, 0, 0, 0, time.UTC)))
		return srv
	}
	sum := sha256.Sum256(ca.Server.Certificates[0].Certificate[0])
	b := &bench{plain: start(imaptest.Options{}), tls: start(imaptest.Options{TLS: ca.Server}), starttls: start(imaptest.Options{StartTLS: ca.Server}),
		tokens: start(imaptest.Options{Token: "token-of-sam"}), ca: ca.File, pin: hex.EncodeToString(sum[:]), oauth: everybodysLogin(t), base: t.TempDir()}
	b.furnish(t)
	return b
}

// everybodysLogin lets everybody in: in the browser, and with a code.
func everybodysLogin(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/auth", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		http.Redirect(w, r, q.Get("redirect_uri")+"?"+url.Values{"code": {"c"}, "state": {q.Get("state")}}.Encode(), http.StatusFound)
	})
	answer := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprint(w, text)
		}
	}
	mux.HandleFunc("/token", answer(`{"access_token":"token-of-sam","refresh_token":"r","token_type":"Bearer","expires_in":3600}`))
	mux.HandleFunc("/device", answer(`{"device_code":"d","user_code":"ABCD","verification_uri":"http://127.0.0.1/","expires_in":60,"interval":1}`))
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

// furnish makes the home: the configuration, an interview that was added and
// marked, a mail in a file, and in place of pass, systemctl and the browser's
// opener scripts that do as little as needed.
func (b *bench) furnish(t *testing.T) {
	t.Helper()
	file := func(name, text string, mode os.FileMode) {
		path := filepath.Join(b.base, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	account := func(srv *imaptest.Server, rest string) string {
		return fmt.Sprintf("timezone = \"Europe/London\"\n[person]\nname = \"Sam Okafor\"\naddresses = [%q]\n[[account]]\nname = \"personal\"\nhost = \"127.0.0.1\"\nport = %d\nsecurity = \"none\"\nusername = %q\n%s",
			srv.User, srv.Port, srv.User, rest)
	}
	file("config/inboxwatch/config.toml", account(b.plain, "password_env = \"DOCS_PASSWORD\"\n"), 0o600)
	file("oauth.toml", account(b.tokens, fmt.Sprintf("auth = \"oauth2\"\noauth_client_id = \"id\"\noauth_auth_url = \"%[1]s/auth\"\noauth_token_url = \"%[1]s/token\"\noauth_device_url = \"%[1]s/device\"\noauth_scopes = [\"mail\"]\n", b.oauth.URL)), 0o600)
	for _, name := range []string{"confirmation.eml", "interview.eml", "mails/a.eml"} {
		file(name, confirmation, 0o600)
	}
	file("secret", b.plain.Password+"\n", 0o600)
	for _, name := range []string{".local/share/bash-completion/completions/x", ".zfunc/x", ".config/fish/completions/x"} {
		file(name, "", 0o600)
	}
	file("bin/pass", "#!/bin/sh\n[ \"$1\" = show ] && echo \"$DOCS_PASSWORD\"\n", 0o700)
	file("bin/systemctl", "#!/bin/sh\necho \"$@\" >>\"$HOME/systemctl.log\"\n", 0o700)
	// The browser: it opens a page on loopback, and takes a file for read.
	file("bin/xdg-open", "#!/bin/sh\ncase $1 in http*) exec inboxwatch-browser \"$1\" ;; esac\n[ -f \"$1\" ]\n", 0o700)
	for _, line := range []string{"inboxwatch add --company Acme --start '2026-11-12 14:00'", "inboxwatch mark acme-2026-11-12 --fit yes", "inboxwatch templates export my-templates"} {
		if out, code := b.run(t, b.base, line, nil); code != 0 {
			t.Fatalf("%s: exit %d\n%s", line, code, out)
		}
	}
	config := filepath.Join(b.base, "config/inboxwatch/config.toml")
	text := string(must(os.ReadFile(config)))
	file("config/inboxwatch/config.toml", text+fmt.Sprintf("[drafts]\ntemplates = %q\n", filepath.Join(b.base, "my-templates")), 0o600)
}

// run lets a shell run a line in a home. A command that stays is interrupted
// once it has said that it stays.
func (b *bench) run(t *testing.T, home, line string, env []string) (printed string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", "exec "+line)
	cmd.Dir = home
	cmd.Env = append([]string{"HOME=" + home, "XDG_CONFIG_HOME=" + home + "/config", "XDG_STATE_HOME=" + home + "/state", "XDG_DATA_HOME=" + home + "/data",
		"PATH=" + home + "/bin:" + os.Getenv("PATH"), "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "DOCS_PASSWORD=" + b.plain.Password, "PROFILE=" + home + "/profile.ps1"}, env...)
	var out buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(line, "watch") || strings.HasSuffix(line, "--keep") {
		go func() {
			for said := ""; !strings.Contains(said, "watching 1 account") && !strings.Contains(said, "until Ctrl-C"); said = out.String() {
				time.Sleep(100 * time.Millisecond)
			}
			_ = cmd.Process.Signal(os.Interrupt)
		}()
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s: %v", line, err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// placeholders are what a page leaves to the reader, or names of hosts that
// are nobody's.
var placeholders = strings.NewReplacer(" ID", " acme-2026-11-12", " DIR", " words", " FILE", " confirmation.eml",
	"imap.okafor.example", "127.0.0.1", "mail.okafor.example", "127.0.0.1")

// settle gives the line as it can run here, and the variables of the reader who
// types the answers to init's questions.
func (b *bench) settle(home, line string) (string, []string) {
	id := strings.Contains(line, "--oauth-client-id")
	line = placeholders.Replace(line)
	line = strings.ReplaceAll(strings.ReplaceAll(line, "my-ca.pem", b.ca), "HASH", b.pin)
	switch words := strings.Fields(line); {
	case words[1] == "login" || words[1] == "logout":
		return line, []string{"INBOXWATCH_CONFIG=" + home + "/oauth.toml"}
	case words[1] != "init":
		return line, nil
	}
	env := []string{"INBOXWATCH_CONFIG=" + home + "/new.toml", "INBOXWATCH_YES=1", "INBOXWATCH_NAME=Sam Okafor"}
	set := func(name, value string) {
		if flag := "--" + strings.ToLower(strings.ReplaceAll(name, "_", "-")); !strings.Contains(line, flag+" ") {
			env = append(env, "INBOXWATCH_"+name+"="+value)
		}
	}
	if id {
		return line, append(env, "INBOXWATCH_EMAIL=sam@outlook.com")
	}
	set("EMAIL", "sam@okafor.example")
	set("USERNAME", b.plain.User)
	if !strings.Contains(line, "--password-command") && !strings.Contains(line, "--password-stdin") {
		set("PASSWORD_ENV", "DOCS_PASSWORD")
	}
	switch {
	case strings.Contains(line, "--pin-sha256"), strings.Contains(line, "starttls"):
		set("PORT", strconv.Itoa(b.starttls.Port))
	case !strings.Contains(line, "--host"), strings.Contains(line, "--security none"):
		set("HOST", "127.0.0.1")
		set("SECURITY", "none")
		set("PORT", strconv.Itoa(b.plain.Port))
	default:
		set("CA_FILE", b.ca)
		set("PORT", strconv.Itoa(b.tls.Port))
	}
	return line, env
}

var example = regexp.MustCompile(`(?m)^  (inboxwatch .*)$`)

// examples gives the command lines of a command's help, which has some, and
// its exit codes.
func examples(t *testing.T, c *cli.Command) (lines []string) {
	for _, m := range example.FindAllStringSubmatch(c.Description, -1) {
		lines = append(lines, m[1])
	}
	if len(lines) == 0 || !strings.Contains(c.Description, "Exit codes: 0 done") {
		t.Errorf("%s: the help has no example, or no exit codes:\n%s", c.FullName(), c.Description)
	}
	return lines
}

// incomplete are lines that a sentence shows without what they need; they end
// with the exit code for wrong usage, and say what is missing.
var incomplete = map[string]string{
	"inboxwatch mark ID": "nothing to mark",
}

// TestShownCommandsRun runs every command line that the documents and the help of
// each command show, each in a copy of the same home.
func TestShownCommandsRun(t *testing.T) {
	b := newBench(t)
	var lines []string
	for _, text := range pages(t) {
		lines = append(lines, shownCommands(text)...)
	}
	app := newApp(stdio{})
	for _, c := range app.Commands {
		lines = append(lines, examples(t, c)...)
		for _, sub := range c.Subcommands {
			lines = append(lines, examples(t, sub)...)
		}
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if len(lines) < 40 {
		t.Fatalf("only %d command lines found", len(lines))
	}
	for _, shown := range lines {
		t.Run(strings.TrimPrefix(shown, "inboxwatch "), func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			if out, err := exec.Command("cp", "-a", b.base+"/.", home).CombinedOutput(); err != nil {
				t.Fatalf("%v %s", err, out)
			}
			line, env := b.settle(home, shown)
			if first := before[shown]; first != "" {
				if out, code := b.run(t, home, first, env); code != 0 {
					t.Fatalf("%s: exit %d\n%s", first, code, out)
				}
			}
			out, code := b.run(t, home, line, env)
			t.Logf("$ %s\n%s", line, out)
			if says, ok := incomplete[shown]; ok {
				if code != exitUsage || !strings.Contains(out, says) {
					t.Errorf("exit %d, want %d and %q", code, exitUsage, says)
				}
				return
			}
			if code != exitOK {
				t.Errorf("exit %d", code)
			}
		})
	}
}

// before is what a reader did earlier, where a line takes something back.
var before = map[string]string{
	"inboxwatch service uninstall":                             "inboxwatch service install",
	"inboxwatch logout":                                        "inboxwatch login --device",
	"inboxwatch templates export my-templates":                 "rm -r my-templates",
	"inboxwatch forget --company 'Acme Ltd'":                   "inboxwatch mark acme-2026-11-12 --company 'Acme Ltd'",
	"inboxwatch add --company Acme --start '2026-11-12 14:00'": "inboxwatch forget --company Acme",
}
