package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/secret"
)

// gather fills the configuration from flags, variables and what is there
// already, and asks for the rest.
func (s *setup) gather(ctx context.Context) error {
	s.cfg = s.old
	if !s.exists || len(s.old.Accounts) == 0 {
		s.cfg = config.Default()
	}
	p := &s.cfg.Person
	p.Name = cmp.Or(s.c.String("name"), p.Name)
	p.Phone = cmp.Or(s.c.String("phone"), p.Phone)
	s.cfg.Country = cmp.Or(countryCode(s.c.String("country")), s.cfg.Country)
	s.cfg.Timezone = cmp.Or(s.c.String("timezone"), s.cfg.Timezone)
	if s.c.IsSet("employed") {
		p.Employed = s.c.Bool("employed")
	}
	email := s.c.String("email")
	if email == "" && len(p.Addresses) > 0 {
		email = p.Addresses[0]
	}
	if s.ask {
		if err := s.askPerson(ctx, &email); err != nil {
			return err
		}
	}
	if email = strings.ToLower(strings.TrimSpace(email)); email == "" {
		return s.missing("email", "your mail address")
	}
	if p.Name == "" {
		return s.missing("name", "your name")
	}
	if err := mailAddress(email); err != nil {
		return fail(exitUsage, "--email is %q: %v", clean(email), err)
	}
	if !slices.Contains(p.Addresses, email) {
		p.Addresses = append(slices.Clone(p.Addresses), email)
	}
	if err := s.gatherAccount(ctx, email); err != nil {
		return err
	}
	s.putAccount()
	return nil
}

// countryCode takes a code as people type it: small letters, UK.
func countryCode(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	if s == "UK" {
		return "GB"
	}
	return s
}

// missing names the flag that would have said it.
func (s *setup) missing(flag, what string) error {
	if s.ask {
		return fail(exitUsage, "%s is needed; nothing was written", what)
	}
	return fail(exitUsage, "--%s is missing (%s), and there is no terminal to ask on, or --yes forbids it", flag, what)
}

// gatherAccount settles where the mailbox is and how to log in.
func (s *setup) gatherAccount(ctx context.Context, email string) error {
	row, known := imapwatch.Provider(email)
	s.acc = config.DefaultAccount()
	for _, a := range s.old.Accounts {
		if a.Username == cmp.Or(s.c.String("username"), email) {
			s.acc = a
		}
	}
	a := &s.acc
	fresh := a.Host == ""
	if known && fresh {
		a.Host, a.Port, a.Security, a.Auth = row.Hosts[0], row.Port, row.Security, row.Auth
		s.note("%s: the mailbox is at %s.\n", row.Name, a.Host)
	}
	a.Host = cmp.Or(s.c.String("host"), a.Host)
	if s.ask && s.c.String("host") == "" && !known {
		if err := s.askHost(ctx, email); err != nil {
			return err
		}
	}
	if a.Host == "" {
		return s.missing("host", "the IMAP server, as your mail provider names it")
	}
	if r, ok := imapwatch.Provider(a.Host); ok {
		row, known = r, true // a domain of one's own at a provider we know
		if fresh {
			a.Auth = r.Auth
		}
	}
	a.Username = cmp.Or(s.c.String("username"), a.Username)
	if a.Username == "" {
		a.Username = email
		if known && row.Username == "local part" {
			a.Username, _, _ = strings.Cut(email, "@")
		}
	}
	if sec := s.c.String("security"); sec != "" && sec != a.Security {
		a.Security, a.Port = sec, map[bool]int{true: 993, false: 143}[sec == "tls"]
	}
	if s.c.IsSet("port") {
		a.Port = s.c.Int("port")
	}
	a.CAFile = cmp.Or(absolute(s.c.String("ca-file")), a.CAFile)
	a.Pin = cmp.Or(s.c.String("pin-sha256"), a.Pin)
	a.Drafts = cmp.Or(s.c.String("drafts"), a.Drafts)
	a.Sent = cmp.Or(s.c.String("sent"), a.Sent)
	a.Name = cmp.Or(s.c.String("account"), a.Name)
	if a.Name == "" {
		a.Name = "personal"
		if _, taken := s.old.Account(a.Name); taken {
			a.Name = email
		}
	}
	return s.gatherSecret(ctx)
}

// gatherSecret settles where the password or token comes from.
func (s *setup) gatherSecret(ctx context.Context) error {
	a := &s.acc
	command, err := words(s.c.String("password-command"))
	if err != nil {
		return err
	}
	env, file := s.c.String("password-env"), absolute(s.c.String("password-file"))
	if len(command) > 0 || env != "" || file != "" || s.c.Bool("password-stdin") {
		a.Auth, a.PasswordCommand, a.PasswordEnv, a.PasswordFile = "password", command, env, file
		a.OAuth, a.TokenCommand = config.OAuth{}, nil
	}
	if id := s.c.String("oauth-client-id"); id != "" {
		a.Auth, a.OAuth.ClientID = "oauth2", id
		a.PasswordCommand, a.PasswordEnv, a.PasswordFile = nil, "", ""
	}
	switch {
	case a.Auth == "oauth2" && a.OAuth.ClientID == "" && len(a.TokenCommand) == 0:
		s.explainLogin()
		if s.ask {
			if err := s.askClientID(ctx); err != nil {
				return err
			}
		}
		if a.OAuth.ClientID == "" {
			return s.missing("oauth-client-id", "the id of your own client, see docs/providers/oauth.md; with it, `inboxwatch login` logs in")
		}
		return nil
	case a.Auth == "oauth2", len(a.PasswordCommand) > 0, a.PasswordEnv != "", a.PasswordFile != "":
		return nil
	case s.c.Bool("password-stdin"):
		line, err := bufio.NewReader(io.LimitReader(s.std.in, 4096)).ReadString('\n')
		if line = strings.TrimRight(line, "\r\n"); line == "" {
			return fail(exitUsage, "--password-stdin: standard input has no line (%v)", err)
		}
		s.typed = secret.New(line)
		return nil
	}
	if _, err := secret.For(*a)(ctx); err == nil {
		return nil // kept by an earlier init
	}
	if !s.ask {
		return s.missing("password-command", "or --password-env, --password-file, --password-stdin: where the password comes from")
	}
	s.explainLogin()
	return s.askPassword(ctx)
}

// note tells a person at a terminal what goes on; without one, errors are all
// that stands on standard error.
func (s *setup) note(format string, args ...any) {
	if s.ask {
		fmt.Fprintf(s.std.err, format, args...)
	}
}

// putAccount puts the account into the configuration: in place of the one for
// the same mailbox, or beside the others.
func (s *setup) putAccount() {
	same := func(a config.Account) bool {
		return a.Name == s.acc.Name || a.Username == s.acc.Username && a.Host == s.acc.Host
	}
	s.cfg.Accounts = slices.Clone(s.cfg.Accounts)
	if i := slices.IndexFunc(s.cfg.Accounts, same); i >= 0 {
		s.cfg.Accounts[i] = s.acc
		return
	}
	s.cfg.Accounts = append(s.cfg.Accounts, s.acc)
}

// check reads the configuration back as it would be written: what is wrong is
// said of the flag, since there is no file yet.
func (s *setup) check(context.Context) error {
	got, err := config.Parse(s.path, config.Write(s.cfg))
	if e, ok := errors.AsType[*config.Error](err); ok {
		key := e.Key[strings.LastIndexByte(e.Key, '.')+1:]
		flag := strings.ReplaceAll(key, "_", "-")
		if key == "addresses" {
			flag = "email"
		}
		for _, f := range initFlags() {
			if slices.Contains(f.Names(), flag) {
				return fail(exitUsage, "--%s: %s", flag, e.What)
			}
		}
	}
	if err != nil {
		return err
	}
	s.cfg = got
	s.acc, _ = got.Account(s.acc.Name)
	return nil
}

// words splits a command at spaces, or reads it as a JSON array.
func words(s string) ([]string, error) {
	if !strings.HasPrefix(strings.TrimSpace(s), "[") {
		return strings.Fields(s), nil
	}
	var out []string
	if err := json.Unmarshal([]byte(s), &out); err != nil {
		return nil, fail(exitUsage, `--password-command is no JSON array of texts: write '["pass", "show", "my mail"]'`)
	}
	return out, nil
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil && path != "" {
		return abs
	}
	return path
}

func mailAddress(s string) error {
	if a, err := mail.ParseAddress(s); err != nil || a.Address != s || a.Name != "" {
		return errors.New("a mail address looks like sam@okafor.example")
	}
	return nil
}

// writeConfig replaces the file whole or not at all, never with a wider mode
// than 0600, and keeps what was there as .bak.
func writeConfig(path string, doc []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".config-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, werr := f.Write(doc)
	if err := errors.Join(werr, f.Sync(), f.Close()); err != nil {
		return err
	}
	old, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path+".bak", old, 0o600)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(f.Name(), path)
}
