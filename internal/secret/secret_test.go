package secret

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
	"github.com/zalando/go-keyring"

	"inboxwatch/internal/config"
)

const pw = "correct horse 7"

// home gives the test a data folder of its own, and a keyring in memory that
// answers with err.
func home(t *testing.T, err error) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	if err != nil {
		keyring.MockInitWithError(err)
	} else {
		keyring.MockInit()
	}
	return dir
}

func TestNeverPrintsItself(t *testing.T) {
	s := New(pw)
	held := struct {
		S Secret
		P *Secret
	}{s, &s}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "s", s, "held", held)
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "s", s, "held", held)
	j, err := json.Marshal(held)
	if err != nil {
		t.Fatal(err)
	}
	var printed string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%10s"} {
		printed += fmt.Sprintf(verb+" "+verb+"\n", s, held)
	}
	all := printed + log.String() + string(j) + fmt.Sprint(s, held) + s.String() + errors.Join(fmt.Errorf("x %v", s)).Error()
	for _, bad := range []string{pw, fmt.Sprintf("%x", pw), fmt.Sprintf("%X", pw), "horse"} {
		if strings.Contains(all, bad) {
			t.Errorf("%q shows in %s", bad, all)
		}
	}
	if s.Reveal() != pw || s.Empty() || !New("").Empty() {
		t.Error("Reveal or Empty")
	}
}

func TestWays(t *testing.T) {
	dir := home(t, nil)
	commandTimeout = 500 * time.Millisecond
	t.Cleanup(func() { commandTimeout = 90 * time.Second })
	t.Setenv("MAIL_PASSWORD", pw)
	file := func(name, text string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if _, err := Store(t.Context(), PasswordKey(config.Account{Username: "sam", Host: "h"}), New(pw)); err != nil {
		t.Fatal(err)
	}
	rows := []struct {
		name string
		acc  config.Account
		exit int
		want string // in the error; "": the password comes
	}{
		{"command", config.Account{PasswordCommand: []string{"printf", "%s\\nnotes\\n", pw}}, 0, ""},
		{"command with CRLF", config.Account{PasswordCommand: []string{"printf", "%s\\r\\n", pw}}, 0, ""},
		{"no shell looks at it", config.Account{PasswordCommand: []string{"echo", "$(echo x)"}}, 0, "$(echo x)"},
		{"command fails", config.Account{PasswordCommand: []string{"sh", "-c", "echo '" + pw + "'; echo 'gpg: \033[31mno key' >&2; exit 3"}}, 78, "password_command: sh failed (exit status 3): gpg: [31mno key; run it by hand"},
		{"command echoes the password as it fails", config.Account{PasswordCommand: []string{"sh", "-c", "echo '" + pw + "'; echo 'bad: " + pw + "' >&2; exit 1"}}, 78, "bad: [secret]"},
		{"command prints nothing", config.Account{PasswordCommand: []string{"true"}}, 78, "printed nothing"},
		{"command prints an empty line first", config.Account{PasswordCommand: []string{"printf", "\\n" + pw}}, 78, "printed nothing on its first line"},
		{"command hangs", config.Account{PasswordCommand: []string{"sleep", "30"}}, 75, "gave no answer within"},
		{"command without end", config.Account{PasswordCommand: []string{"yes", pw}}, 75, "gave no answer within"},
		{"command is missing", config.Account{PasswordCommand: []string{"no-such-program-here"}}, 78, `there is no program "no-such-program-here"`},
		{"command as one word", config.Account{PasswordCommand: []string{"pass show mail"}}, 78, "write each word by itself"},
		{"variable", config.Account{PasswordEnv: "MAIL_PASSWORD"}, 0, ""},
		{"variable unset", config.Account{PasswordEnv: "NO_SUCH_VARIABLE"}, 78, "the environment has no NO_SUCH_VARIABLE"},
		{"file", config.Account{PasswordFile: file("a", pw+"\n", 0o600)}, 0, ""},
		{"file for the owner to read only", config.Account{PasswordFile: file("b", pw, 0o400)}, 0, ""},
		{"file open to the group", config.Account{PasswordFile: file("c", pw, 0o640)}, 78, "is open to other users (mode 0640); chmod 600 "},
		{"file open to all", config.Account{PasswordFile: file("d", pw, 0o604)}, 78, "is open to other users"},
		{"file empty", config.Account{PasswordFile: file("e", "\n", 0o600)}, 78, "is empty"},
		{"file missing", config.Account{PasswordFile: filepath.Join(dir, "none")}, 78, "there is no "},
		{"file is a folder", config.Account{PasswordFile: dir}, 78, "is no regular file"},
		{"control character", config.Account{PasswordFile: file("f", "a\x00b", 0o600)}, 78, "control character"},
		{"keyring", config.Account{Username: "sam", Host: "h"}, 0, ""},
		{"nothing in the keyring", config.Account{Username: "eve", Host: "h"}, 78, "there is no password (none is stored); give one with `inboxwatch init`, or write password_command, password_env or password_file"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			row.acc.Name = "personal"
			began := time.Now()
			got, err := For(row.acc)(t.Context())
			if time.Since(began) > 10*time.Second {
				t.Errorf("took %v", time.Since(began))
			}
			if row.exit == 0 {
				if err != nil || got != pw && got != row.want {
					t.Errorf("%q %v", got, err)
				}
				return
			}
			coder, ok := err.(interface{ ExitCode() int })
			if !ok || coder.ExitCode() != row.exit || !strings.Contains(err.Error(), row.want) || !strings.HasPrefix(err.Error(), "account personal: ") {
				t.Errorf("got %v (%T)\nwant exit %d, %q", err, err, row.exit, row.want)
			}
			if strings.Contains(err.Error(), pw) || strings.ContainsAny(err.Error(), "\n\x1b") || got != "" {
				t.Errorf("leaks or is not one plain line: %q", err)
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := For(config.Account{Name: "a", PasswordCommand: []string{"sleep", "9"}})(ctx)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestKeyring(t *testing.T) {
	dir := home(t, nil)
	where, err := Store(t.Context(), "k", New(pw))
	if err != nil || where != "the system's keyring" {
		t.Fatalf("%q %v", where, err)
	}
	if s, err := Load(t.Context(), "k"); err != nil || s.Reveal() != pw {
		t.Errorf("%v", err)
	}
	if err := Delete(t.Context(), "k"); err != nil {
		t.Error(err)
	}
	if err := Delete(t.Context(), "k"); err != nil {
		t.Errorf("deleting nothing: %v", err)
	}
	if _, err := Load(t.Context(), "k"); !errors.Is(err, ErrNone) {
		t.Errorf("after Delete: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("with a keyring, files were made: %v %v", entries, err)
	}
}

func TestFileWhereNoKeyringIs(t *testing.T) {
	dir := home(t, errors.New("dbus: couldn't determine address of session bus"))
	if _, err := Load(t.Context(), "k"); !errors.Is(err, ErrNone) || !strings.Contains(err.Error(), "no keyring") {
		t.Errorf("before: %v", err)
	}
	where, err := Store(t.Context(), "k", New("old"))
	if err != nil || !strings.Contains(where, dir) || !strings.Contains(where, "not encrypted") || !strings.Contains(where, "no keyring") {
		t.Fatalf("%q %v", where, err)
	}
	if _, err := Store(t.Context(), "k", New(pw)); err != nil {
		t.Fatal(err)
	}
	if s, err := Load(t.Context(), "k"); err != nil || s.Reveal() != pw {
		t.Errorf("%q %v", s.Reveal(), err)
	}
	folder := filepath.Join(dir, "inboxwatch", "secrets")
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v %v", entries, err)
	}
	for path, mode := range map[string]os.FileMode{folder: 0o700, filepath.Join(folder, entries[0].Name()): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
	if err := os.Chmod(filepath.Join(folder, entries[0].Name()), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(t.Context(), "k"); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a wide file: %v", err)
	}
	if err := Delete(t.Context(), "k"); err != nil {
		t.Error(err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 0 {
		t.Errorf("left: %v", entries)
	}
}
