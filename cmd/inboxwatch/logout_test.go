package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"inboxwatch/internal/imaptest"
)

// The tokens that the OAuth server of these tests gives out.
const (
	refreshToken = "refresh-quartz-8841"
	accessToken  = "access-basalt-2207"
)

// oauthServer is an OAuth server with the device flow.
func oauthServer() http.Handler {
	reply := func(w http.ResponseWriter, v map[string]any) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(v)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/device", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, map[string]any{"device_code": "dev-1", "user_code": "ABCD-EFGH", "verification_uri": "https://example.org/device", "expires_in": 60, "interval": 1})
	})
	mux.HandleFunc("/token", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, map[string]any{"access_token": accessToken, "refresh_token": refreshToken, "token_type": "Bearer", "expires_in": 3600, "scope": "mail"})
	})
	return mux
}

// oauthConfig starts an OAuth server and a mailbox and writes a configuration
// that uses them.
func oauthConfig(t *testing.T, dir string) string {
	t.Helper()
	login := httptest.NewServer(oauthServer())
	t.Cleanup(login.Close)
	d := newDesk(t, imaptest.Options{})
	t.Cleanup(func() { d.srv.Close() })
	return writeOAuthConfig(t, dir, d, d.srv.Port, login.URL)
}

func writeOAuthConfig(t *testing.T, dir string, d *desk, port int, login string) string {
	t.Helper()
	cfg := fmt.Sprintf("timezone = \"Europe/London\"\n[person]\nname = \"Robin Ashworth\"\naddresses = [%q]\n[[account]]\nname = \"robin\"\nhost = %q\nport = %d\n"+
		"security = \"none\"\nusername = %q\nauth = \"oauth2\"\noauth_client_id = \"client-1\"\noauth_auth_url = \"%[5]s/authorize\"\noauth_token_url = \"%[5]s/token\"\n"+
		"oauth_device_url = \"%[5]s/device\"\noauth_scopes = [\"mail\"]\n", demoOwner.Addresses[0], d.srv.Host, port, d.srv.User, login)
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte(cfg), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// holding lists the files under dir that hold a token.
func holding(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte(refreshToken)) || bytes.Contains(raw, []byte(accessToken)) {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLogoutWipesTheFile logs in and out as a process on a system without a
// keyring: the token lies in one file of mode 0600, then nowhere, and the
// program cannot log in any more.
func TestLogoutWipesTheFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has systems without a keyring")
	}
	program, err := exec.LookPath("inboxwatch")
	if err != nil {
		t.Fatal(err)
	}
	home := memDir(t)
	cfg := oauthConfig(t, home)
	var all strings.Builder
	say := func(want int, args ...string) {
		t.Helper()
		cmd := exec.Command(program, append([]string{"--verbose", "--config", cfg, "--state", filepath.Join(home, "state.db")}, args...)...)
		cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "XDG_DATA_HOME=" + filepath.Join(home, "data"),
			"DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(home, "no-bus")}
		out, err := cmd.CombinedOutput()
		all.Write(out)
		code := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			code = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if code != want {
			t.Fatalf("%v: exit code %d, want %d\n%s", args, code, want, out)
		}
	}
	say(exitOK, "login", "--device")
	files := holding(t, home)
	if len(files) != 1 {
		t.Fatalf("after login the token lies in %v, want one file", files)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%s: mode %v, %v, want 0600", files[0], info.Mode(), err)
	}
	say(exitOK, "logout")
	if files := holding(t, home); len(files) > 0 {
		t.Errorf("after logout a token lies in %v", files)
	}
	say(exitLogin, "run")
	say(exitOK, "logout")
	if text := all.String(); strings.Contains(text, refreshToken) || strings.Contains(text, accessToken) {
		t.Errorf("a token was printed:\n%s", text)
	}
}

// TestLogoutWipesTheKeyring is the same with a keyring, which the library
// plays in memory.
func TestLogoutWipesTheKeyring(t *testing.T) {
	keyring.MockInit()
	dir := memDir(t)
	cfg := oauthConfig(t, dir)
	var all bytes.Buffer
	say := func(want int, args ...string) {
		t.Helper()
		args = append([]string{"--verbose", "--config", cfg, "--state", filepath.Join(dir, "state.db")}, args...)
		if code := run(t.Context(), args, stdio{strings.NewReader(""), &all, &all}); code != want {
			t.Fatalf("%v: exit code %d, want %d\n%s", args, code, want, all.String())
		}
	}
	key := "oauth " + demoOwner.Addresses[0] + " at 127.0.0.1"
	say(exitOK, "login", "--device")
	if text, err := keyring.Get("inboxwatch", key); err != nil || !strings.Contains(text, refreshToken) {
		t.Fatalf("after login the keyring holds %q, %v", text, err)
	}
	if files := holding(t, dir); len(files) > 0 {
		t.Errorf("the token lies in %v too", files)
	}
	say(exitOK, "logout")
	if text, err := keyring.Get("inboxwatch", key); !errors.Is(err, keyring.ErrNotFound) {
		t.Errorf("after logout the keyring holds %q, %v", text, err)
	}
	say(exitLogin, "run")
	if text := all.String(); strings.Contains(text, refreshToken) || strings.Contains(text, accessToken) {
		t.Errorf("a token was printed:\n%s", text)
	}
}
