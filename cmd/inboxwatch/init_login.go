package main

import (
	"context"
	"errors"
	"fmt"

	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/oauth"
)

// login tries to log in, and shows the folders. A password mistyped on a
// terminal may be typed again.
func (s *setup) login(ctx context.Context) error {
	if s.acc.Auth == "oauth2" {
		if later, err := s.loginOAuth(ctx); later || err != nil {
			return err
		}
	}
	if s.acc.Auth != "oauth2" && s.typed.Empty() {
		word, err := secretFor(s.acc)(ctx) // once, and before the wire: what is wrong with it is said first
		if err != nil {
			return err
		}
		s.fetched = func(context.Context) (string, error) { return word, nil }
	}
	for tries := 1; ; tries++ {
		s.note("Logging in to %s as %s …\n", clean(s.acc.Host), clean(s.acc.Username))
		client, err := imapwatch.Dial(ctx, wireAccount(s.acc, s.secret()), logger(s.c, s.std))
		if err == nil {
			s.client = client
			return s.showFolders(ctx)
		}
		if !s.ask || ctx.Err() != nil || tries == 3 {
			return err
		}
		again := s.retry(err)
		if again == nil {
			return err
		}
		fmt.Fprintf(s.std.err, "%s\n", oneLine(err.Error()))
		if err := again(ctx); err != nil {
			return err
		}
	}
}

// retry gives what to ask again after a login that failed, or nil: the password
// where it was typed, now or in an earlier init, or the host where that was.
func (s *setup) retry(err error) func(context.Context) error {
	a := s.acc
	typed := a.Auth != "oauth2" && len(a.PasswordCommand) == 0 && a.PasswordEnv == "" && a.PasswordFile == ""
	switch {
	case errors.Is(err, imapwatch.ErrLogin) && typed:
		return func(ctx context.Context) error {
			s.explainLogin()
			return s.askPassword(ctx)
		}
	case errors.Is(err, imapwatch.ErrTemporary) && s.askedHost:
		return func(ctx context.Context) error {
			if err := s.askHost(ctx, s.cfg.Person.Addresses[len(s.cfg.Person.Addresses)-1]); err != nil {
				return err
			}
			s.putAccount()
			return s.check(ctx)
		}
	}
	return nil
}

// loginOAuth gets a token where there is none. later means that it could not
// ask for one here: the login remains to be tested.
func (s *setup) loginOAuth(ctx context.Context) (later bool, err error) {
	if _, err := secretFor(s.acc)(ctx); err == nil {
		return false, nil
	}
	if !s.ask {
		return true, nil
	}
	where, err := oauth.Login(ctx, s.acc, oauth.Options{Out: s.std.err, In: s.std.in, Open: openInBrowser})
	if err == nil {
		s.tokenKept = true
		fmt.Fprintf(s.std.err, "The login is kept in %s.\n", where)
	}
	return false, err
}

// secret gives what asks for the password: the one typed now, else as later.
func (s *setup) secret() secretFunc {
	if s.typed.Empty() && s.fetched != nil {
		return s.fetched
	}
	if s.typed.Empty() {
		return secretFor(s.acc)
	}
	return func(context.Context) (string, error) { return s.typed.Reveal(), nil }
}
