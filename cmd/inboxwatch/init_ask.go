package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"charm.land/huh/v2"
	"golang.org/x/term"

	"inboxwatch/internal/config"
	"inboxwatch/internal/journal"
	"inboxwatch/internal/secret"
)

// lookBack is how much of the mailbox init reads to show what it would do.
const lookBack = 60 * 24 * time.Hour

// rehearse does a whole pass without changing anything, and shows what was
// found and what would be done.
func (s *setup) rehearse(ctx context.Context) error {
	if s.client == nil {
		return nil
	}
	j, err := journal.Open(statePath(s.c), journal.Read)
	if err != nil {
		return err
	}
	defer j.Close()
	l, err := openLedger(j, true)
	if err != nil {
		return err
	}
	cfg := s.cfg
	cfg.Accounts, cfg.Rules.Lookback = cfg.Accounts[:0:0], min(lookBack, cfg.Rules.Lookback)
	cfg.Accounts = append(cfg.Accounts, s.acc)
	e, err := newEngine(cfg, l, clock(s.c, false), logger(s.c, s.std))
	if err != nil {
		return err
	}
	e.secrets = func(config.Account) secretFunc { return s.secret() }
	e.clients[s.acc.Name], s.client = s.client, nil
	defer func() { s.client = e.clients[s.acc.Name] }()
	var steps strings.Builder
	e.tell = teller(&steps, true)
	s.note("Reading the last 60 days, without a trace …\n")
	bar := progressBar(s.std.err)
	e.progress = bar.show
	ds, err := e.pass(ctx)
	bar.clear()
	if err != nil {
		return err
	}
	fmt.Fprintf(s.std.out, "Found: %s of the last 60 days.\n", plural(len(ds), "interview"))
	for _, d := range ds {
		fmt.Fprintf(s.std.out, "  %s, %s: %s\n", title(d.Interview), spoken(d.Interview.Start), stateWords[d.State].words)
	}
	if steps.Len() == 0 {
		steps.WriteString("No draft would be put into Drafts now.\n")
	}
	_, err = io.WriteString(s.std.out, steps.String())
	return err
}

func (s *setup) askPerson(ctx context.Context, email *string) error {
	p := &s.cfg.Person
	var fields []huh.Field
	if s.c.String("name") == "" {
		fields = append(fields, huh.NewInput().Title("Your name, as it stands under a letter:").Value(&p.Name).Validate(filled))
	}
	if s.c.String("email") == "" {
		fields = append(fields, huh.NewInput().Title("Your mail address:").Value(email).Validate(func(a string) error { return mailAddress(strings.TrimSpace(a)) }))
	}
	if !s.c.IsSet("phone") {
		fields = append(fields, huh.NewInput().Title("Your phone number (may stay empty):").Value(&p.Phone))
	}
	if !s.c.IsSet("country") {
		if s.cfg.Country == "" {
			s.cfg.Country = localeCountry()
		}
		if s.cfg.Country != "" && countryKnown(s.cfg.Country) != nil {
			s.cfg.Country = ""
		}
		fields = append(fields, huh.NewInput().Title("Your country, for its holidays (GB, DE, US …; may stay empty):").Value(&s.cfg.Country).Validate(countryKnown))
	}
	if !s.c.IsSet("employed") {
		fields = append(fields, huh.NewConfirm().Title("Do you have a job now?").Value(&p.Employed))
	}
	err := s.form(ctx, fields...)
	for _, t := range []*string{&p.Name, email, &p.Phone} {
		*t = strings.TrimSpace(*t)
	}
	s.cfg.Country = countryCode(s.cfg.Country)
	return err
}

func (s *setup) askHost(ctx context.Context, email string) error {
	_, domain, _ := strings.Cut(email, "@")
	fmt.Fprintf(s.std.err, "Your provider's help pages name the IMAP server of %s; often it is imap.%s.\n", clean(domain), clean(domain))
	return s.form(ctx, huh.NewInput().Title("IMAP server:").Value(&s.acc.Host).Validate(filled))
}

func (s *setup) askClientID(ctx context.Context) error {
	return s.form(ctx, huh.NewInput().Title("OAuth client id:").Value(&s.acc.OAuth.ClientID).Validate(filled))
}

func (s *setup) askPassword(ctx context.Context) error {
	var typed string
	err := s.form(ctx, huh.NewInput().Title("Password (it is not shown):").EchoMode(huh.EchoModePassword).Value(&typed).Validate(filled))
	if err == nil && typed == "" {
		err = s.missing("password-command", "the password")
	}
	s.typed = secret.New(typed)
	return err
}

func (s *setup) confirm(ctx context.Context, question string, answer *bool) error {
	return s.form(ctx, huh.NewConfirm().Title(question).Value(answer))
}

func filled(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("this cannot stay empty")
	}
	return nil
}

// countryKnown asks the configuration's reader.
func countryKnown(code string) error {
	_, err := config.Parse("", []byte(fmt.Sprintf("country = %q\n", countryCode(code))))
	e, ok := errors.AsType[*config.Error](err)
	if !ok {
		return nil
	}
	for _, m := range append(e.More, e) {
		if m.Key == "country" {
			return errors.New(m.What)
		}
	}
	return nil
}

// form asks the questions one after the other: on a page that can be walked
// through, or as plain lines for screen readers and dumb terminals.
func (s *setup) form(ctx context.Context, fields ...huh.Field) error {
	if len(fields) == 0 {
		return nil
	}
	out, isFile := s.std.err.(*os.File)
	plain := os.Getenv("ACCESSIBLE") != "" || os.Getenv("TERM") == "dumb" || !isFile || !isTerminal(out)
	f := huh.NewForm(huh.NewGroup(fields...)).WithOutput(s.std.err).WithAccessible(plain).WithTheme(huh.ThemeFunc(huh.ThemeBase))
	if !plain {
		err := f.WithInput(s.input).RunWithContext(ctx)
		if errors.Is(err, huh.ErrUserAborted) {
			return errStopped
		}
		return err
	}
	return s.plainForm(ctx, f)
}

var errStopped = fail(exitTry, "stopped; nothing was written, `inboxwatch init` begins anew")

// plainForm asks line by line. huh takes the end of the input for an empty
// answer and does not see Ctrl-C while it reads: both end the set-up here.
func (s *setup) plainForm(ctx context.Context, f *huh.Form) error {
	before, stateErr := term.GetState(int(s.input.Fd()))
	in := &endReader{File: s.input}
	done := make(chan error, 1)
	go func() { done <- f.WithInput(in).RunWithContext(ctx) }()
	select {
	case err := <-done:
		if err == nil && in.ended.Load() {
			return errStopped
		}
		return err
	case <-ctx.Done():
		if stateErr == nil {
			_ = term.Restore(int(s.input.Fd()), before) // the echo, off while a password is typed
		}
		return errStopped
	}
}

// endReader remembers that the input ended.
type endReader struct {
	*os.File
	ended atomic.Bool
}

func (r *endReader) Read(p []byte) (int, error) {
	n, err := r.File.Read(p)
	if err != nil {
		r.ended.Store(true)
	}
	return n, err
}

// localeCountry is the country that this computer's language setting names, to
// be offered, never taken unasked.
func localeCountry() string {
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		lang, _, _ := strings.Cut(os.Getenv(name), ".")
		if _, country, ok := strings.Cut(lang, "_"); ok && len(country) == 2 {
			return country
		}
	}
	return ""
}
