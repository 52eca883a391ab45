package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"charm.land/huh/v2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imapwatch"
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
	var fields []question
	if s.c.String("name") == "" {
		fields = append(fields, s.input("Your name, as it stands under a letter", &p.Name, filled))
	}
	if s.c.String("email") == "" {
		fields = append(fields, s.input("Your mail address", email, func(a string) error { return mailAddress(strings.TrimSpace(a)) }))
	}
	if !s.c.IsSet("phone") {
		fields = append(fields, s.mayStayEmpty("Your phone number", &p.Phone, anything))
	}
	if !s.c.IsSet("country") {
		if s.cfg.Country == "" {
			s.cfg.Country = localeCountry()
		}
		if s.cfg.Country != "" && countryKnown(s.cfg.Country) != nil {
			s.cfg.Country = ""
		}
		fields = append(fields, s.mayStayEmpty("Your country, for its holidays (GB, DE, US …)", &s.cfg.Country, countryKnown))
	}
	if !s.c.IsSet("employed") {
		fields = append(fields, question{huh.NewConfirm().Title("Do you have a job now?").Value(&p.Employed), nil})
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
	s.note("%s", wrap(fmt.Sprintf("Your provider's help pages name the IMAP server of %[1]s; often it is imap.%[1]s.", clean(domain)), "", widthOf(s.std.err)))
	err := s.form(ctx, s.input("IMAP server", &s.acc.Host, filled))
	s.acc.Host = strings.TrimSpace(s.acc.Host)
	s.askedHost = true
	return err
}

// explainLogin says in two lines what kind of password the provider wants.
func (s *setup) explainLogin() {
	row, _ := imapwatch.Provider(s.acc.Host)
	if row.Name == "" {
		row, _ = imapwatch.Provider(s.acc.Username) // a bridge on this computer
	}
	var lines []string
	switch {
	case row.Auth == "oauth2":
		lines = []string{row.Name + " lets programs in by `inboxwatch login` only, with a client id of your own.",
			"docs/providers/oauth.md says how to get one, in five minutes."}
	case row.AppPassword != "":
		lines = []string{row.Name + " takes an app password here, not your usual one: a second password for this program alone.",
			strings.TrimSpace("Make one at " + row.AppPassword + ". " + row.Note)}
	case row.Note != "":
		lines = []string{row.Name + ": " + row.Note}
	}
	for _, l := range lines {
		s.note("%s", wrap(l, "", widthOf(s.std.err)))
	}
}

func (s *setup) askClientID(ctx context.Context) error {
	return s.form(ctx, s.input("OAuth client id", &s.acc.OAuth.ClientID, filled))
}

func (s *setup) askPassword(ctx context.Context) error {
	const text = "Password (it is not shown):"
	var typed string
	var err error
	if s.plain() {
		typed, err = s.readPassword(ctx, text)
	} else {
		err = s.form(ctx, question{huh.NewInput().Title(text).EchoMode(huh.EchoModePassword).Value(&typed).Validate(filled), nil})
	}
	s.typed = secret.New(typed)
	return err
}

func (s *setup) confirm(ctx context.Context, text string, answer *bool) error {
	return s.form(ctx, question{huh.NewConfirm().Title(text).Value(answer), nil})
}

func anything(string) error { return nil }

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
