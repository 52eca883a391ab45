package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
)

func TestMain(m *testing.M) {
	armKill()
	testscript.Main(m, map[string]func(){"inboxwatch": main, "inboxwatch-browser": browse})
}

// TestScripts runs every session in testdata/script, each against a mail
// server of its own.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts found: %v", err)
	}
	testscript.Run(t, testscript.Params{
		Files:               files,
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Setup:               setupScript,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"deliver": cmdDeliver, "folder": cmdFolder, "star": cmdStar, "move": cmdMove,
			"remove": cmdRemove, "edit": cmdEdit, "exit": cmdExit, "rmfolder": cmdRemoveFolder,
		},
	})
}

type serverKey struct{}

// setupScript gives the script a server and the configuration that reaches it.
func setupScript(env *testscript.Env) error {
	srv, err := imaptest.Start(imaptest.Options{})
	if err != nil {
		return err
	}
	env.Defer(func() { srv.Close() })
	env.Values[serverKey{}] = srv
	home := env.WorkDir
	cfg := fmt.Sprintf(`timezone = "Europe/London"
[person]
name = "Sam Okafor"
addresses = ["sam@okafor.example"]
phone = "+44 20 7946 0018"
[[account]]
name = "personal"
host = %q
port = %d
security = "none"
username = %q
password_env = "IMAP_PASSWORD"
`, srv.Host, srv.Port, srv.User)
	if err := os.WriteFile(filepath.Join(home, "config.toml"), []byte(cfg), 0o600); err != nil {
		return err
	}
	env.Setenv("HOME", home)
	env.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	env.Setenv("XDG_STATE_HOME", filepath.Join(home, ".state"))
	env.Setenv("INBOXWATCH_CONFIG", filepath.Join(home, "config.toml"))
	env.Setenv("INBOXWATCH_STATE", filepath.Join(home, "state.db"))
	env.Setenv("IMAP_PASSWORD", srv.Password)
	env.Setenv("IMAP_PORT", strconv.Itoa(srv.Port))
	return nil
}

func server(ts *testscript.TestScript) *imaptest.Server {
	return ts.Value(serverKey{}).(*imaptest.Server)
}

// cmdDeliver: deliver FOLDER FILE... puts mails there, dated by their headers.
func cmdDeliver(ts *testscript.TestScript, _ bool, args []string) {
	for _, f := range args[1:] {
		raw := []byte(ts.ReadFile(f))
		_, err := server(ts).Add(args[0], raw, mailparse.Parse(raw).Date)
		ts.Check(err)
	}
}

// cmdFolder: folder NAME FILE writes one line a mail into FILE: flags, To,
// Subject.
func cmdFolder(ts *testscript.TestScript, _ bool, args []string) {
	msgs, err := server(ts).Messages(args[0])
	ts.Check(err)
	var b bytes.Buffer
	for _, m := range msgs {
		p := mailparse.Parse(m.Raw)
		to := "-"
		if len(p.To) > 0 {
			to = p.To[0].Address
		}
		fmt.Fprintf(&b, "%s to %s: %s\n", strings.Join(m.Flags, " "), to, p.Subject)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o644))
}

func only(ts *testscript.TestScript, folder, to string) imaptest.Message {
	msgs, err := server(ts).Messages(folder)
	ts.Check(err)
	for _, m := range msgs {
		for _, c := range mailparse.Parse(m.Raw).To {
			if c.Address == to {
				return m
			}
		}
	}
	ts.Fatalf("no mail to %s in %s", to, folder)
	return imaptest.Message{}
}

// cmdStar: star FOLDER ADDRESS flags the mail to that address.
func cmdStar(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(server(ts).Flag(args[0], only(ts, args[0], args[1]).UID, `\Flagged`))
}

// cmdMove: move FOLDER ADDRESS TARGET, as a user or a sending client would.
func cmdMove(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(server(ts).Move(args[0], only(ts, args[0], args[1]).UID, args[2]))
}

// cmdRemove: remove FOLDER ADDRESS deletes for good.
func cmdRemove(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(server(ts).Remove(args[0], only(ts, args[0], args[1]).UID))
}

// cmdEdit: edit FOLDER ADDRESS OLD NEW saves the mail with other words, as
// a client does: a new copy, the old one gone.
func cmdEdit(ts *testscript.TestScript, _ bool, args []string) {
	m := only(ts, args[0], args[1])
	raw := bytes.Replace(m.Raw, []byte(args[2]), []byte(args[3]), 1)
	if bytes.Equal(raw, m.Raw) {
		ts.Fatalf("%q does not stand in the mail:\n%s", args[2], m.Raw)
	}
	_, err := server(ts).Add(args[0], raw, time.Now(), `\Draft`, `\Seen`)
	ts.Check(err)
	ts.Check(server(ts).Remove(args[0], m.UID))
}

// cmdRemoveFolder: rmfolder NAME.
func cmdRemoveFolder(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(server(ts).RemoveFolder(args[0]))
}

// cmdExit: exit CODE COMMAND ARGS... runs a program, asks for its exit code,
// and leaves its output in the files out and err.
func cmdExit(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var out, errs bytes.Buffer
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var program string
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if p := filepath.Join(dir, args[1]); program == "" && isFile(p) {
			program = p
		}
	}
	cmd := exec.CommandContext(ctx, program, args[2:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.MkAbs("."), &out, &errs
	for _, name := range []string{"PATH", "INBOXWATCH_CONFIG", "INBOXWATCH_STATE", "IMAP_PASSWORD", "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	got := 0
	if err := cmd.Run(); err != nil {
		var x *exec.ExitError
		if !errors.As(err, &x) {
			ts.Check(err)
		}
		got = x.ExitCode()
	}
	ts.Check(os.WriteFile(ts.MkAbs("out"), out.Bytes(), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs("err"), errs.Bytes(), 0o644))
	ts.Logf("[exit %d]\n[out]\n%s[err]\n%s", got, out.Bytes(), errs.Bytes())
	if got != want {
		ts.Fatalf("%s: exit code %d, want %d", strings.Join(args[1:], " "), got, want)
	}
	if want != 0 && strings.Count(strings.TrimSpace(errs.String()), "\n") > 0 && want != exitData {
		ts.Fatalf("an error is one line, not:\n%s", errs.Bytes())
	}
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// browse opens a page as a browser would, for the test's own xdg-open.
func browse() {
	resp, err := http.Get(os.Args[1])
	if err != nil || resp.StatusCode != http.StatusOK {
		fmt.Fprintln(os.Stderr, "browser:", resp, err)
		os.Exit(1)
	}
}
