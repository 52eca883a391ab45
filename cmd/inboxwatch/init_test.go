package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imaptest"
)

// call runs the program in this process, without a terminal.
func call(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var o, e bytes.Buffer
	code = run(ctx, append([]string{"inboxwatch"}, args...), stdio{strings.NewReader(""), &o, &e})
	return code, o.String(), e.String()
}

// setupArgs point init at a server and doctor at what it wrote.
func setupArgs(t *testing.T, srv *imaptest.Server) (global, account []string) {
	t.Setenv("INIT_TEST_PASSWORD", srv.Password)
	dir := t.TempDir()
	return []string{"--config", filepath.Join(dir, "config.toml"), "--state", filepath.Join(dir, "state.db")},
		[]string{"init", "--yes", "--name", "Sam Okafor", "--email", srv.User, "--host", srv.Host,
			"--port", strconv.Itoa(srv.Port), "--password-env", "INIT_TEST_PASSWORD"}
}

// TestInitTLS: a certificate that nobody vouches for stops the set-up before
// the password goes out; with its authority it passes, by TLS and STARTTLS.
func TestInitTLS(t *testing.T) {
	ca, err := imaptest.NewCA(t.TempDir(), time.Hour, "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	for security, opts := range map[string]imaptest.Options{"tls": {TLS: ca.Server}, "starttls": {StartTLS: ca.Server}} {
		t.Run(security, func(t *testing.T) {
			srv, err := imaptest.Start(opts)
			if err != nil {
				t.Fatal(err)
			}
			defer srv.Close()
			global, account := setupArgs(t, srv)
			args := append(append(global, account...), "--security", security)
			if code, _, errs := call(t, args...); code != exitTry || !strings.Contains(errs, "certificate") {
				t.Errorf("an unknown authority: exit %d, %s", code, errs)
			}
			if _, err := os.Stat(global[1]); err == nil {
				t.Error("a configuration was written though the login was never tried")
			}
			if code, _, errs := call(t, append(args, "--ca-file", ca.File)...); code != exitOK {
				t.Fatalf("with the authority: exit %d, %s", code, errs)
			}
			code, out, _ := call(t, append(global, "doctor", "--scratch")...)
			if code != exitOK || !strings.Contains(out, "the certificate is right for 127.0.0.1") {
				t.Errorf("doctor: exit %d\n%s", code, out)
			}
		})
	}
}

// TestInitPlays: the folders are found, and a scratch draft comes and goes, at
// every provider that can be played.
func TestInitPlays(t *testing.T) {
	for _, play := range imaptest.Plays {
		t.Run(play.Name, func(t *testing.T) {
			srv, err := imaptest.Start(imaptest.Options{Play: &play})
			if err != nil {
				t.Fatal(err)
			}
			defer srv.Close()
			global, account := setupArgs(t, srv)
			code, out, errs := call(t, append(append(global, account...), "--security", "none")...)
			drafts := play.Folders[1].Name
			if code != exitOK || !strings.Contains(out, drafts) {
				t.Fatalf("init: exit %d, no %s\n%s%s", code, drafts, out, errs)
			}
			code, out, errs = call(t, append(global, "doctor", "--scratch")...)
			if code != exitOK || !strings.Contains(out, "the headers that thread a draft are kept") {
				t.Errorf("doctor: exit %d\n%s%s", code, out, errs)
			}
			for _, m := range must(srv.Messages(drafts)) {
				deleted := strings.Contains(strings.Join(m.Flags, " "), `\Deleted`)
				if !deleted {
					t.Errorf("the scratch draft still lies in %s: %v", drafts, m.Flags)
				}
			}
		})
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// TestInitAgain: what is there stays: rules, companies, other accounts.
func TestInitAgain(t *testing.T) {
	srv, err := imaptest.Start(imaptest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer srv.Close()
	global, account := setupArgs(t, srv)
	old := config.Default()
	old.Person = config.Person{Name: "Sam Okafor", Addresses: []string{"old@okafor.example"}, Phone: "12345"}
	old.Rules.MinGap = 24 * time.Hour
	old.Companies = []config.Company{{Match: "Acme", MinGap: &old.Rules.MinGap}}
	other := config.DefaultAccount()
	other.Name, other.Host, other.Username = "personal", "imap.old.example", "old@okafor.example"
	old.Accounts = []config.Account{other}
	if err := os.WriteFile(global[1], config.Write(old), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := config.Load(global[1]); err != nil {
		t.Fatal(err)
	}
	code, _, errs := call(t, append(append(global, account...), "--security", "none", "--force")...)
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, errs)
	}
	got, err := config.Load(global[1])
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Accounts) != 2 || got.Accounts[0].Host != "imap.old.example" || got.Accounts[1].Host != srv.Host {
		t.Errorf("accounts: %+v", got.Accounts)
	}
	if got.Rules.MinGap != 24*time.Hour || len(got.Companies) != 1 || got.Person.Phone != "12345" || len(got.Person.Addresses) != 2 {
		t.Errorf("lost: %+v %+v %+v", got.Rules, got.Companies, got.Person)
	}
}

// TestDoctorToken: an account that logs in with a token needs no password.
func TestDoctorToken(t *testing.T) {
	srv, err := imaptest.Start(imaptest.Options{Token: "token-of-sam"})
	if err != nil {
		t.Fatal(err)
	}
	defer srv.Close()
	global, _ := setupArgs(t, srv)
	cfg := config.Default()
	cfg.Person = config.Person{Name: "Sam Okafor", Addresses: []string{srv.User}}
	a := config.DefaultAccount()
	a.Name, a.Host, a.Port, a.Security, a.Username, a.Auth = "personal", srv.Host, srv.Port, "none", srv.User, "oauth2"
	for token, want := range map[string]int{"token-of-sam": exitOK, "an-old-token": exitLogin} {
		a.TokenCommand = []string{"echo", token}
		cfg.Accounts = []config.Account{a}
		if err := os.WriteFile(global[1], config.Write(cfg), 0o600); err != nil {
			t.Fatal(err)
		}
		code, out, errs := call(t, append(global, "doctor")...)
		if code != want || strings.Contains(out+errs, token) {
			t.Errorf("exit %d, want %d\n%s%s", code, want, out, errs)
		}
	}
}
