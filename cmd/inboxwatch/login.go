package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/oauth"
	"inboxwatch/internal/secret"
)

func loginCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:      "login",
		Usage:     "log in with OAuth 2.0, for providers that need it",
		ArgsUsage: "[ACCOUNT]",
		Description: "Opens the browser, or with --device prints a code to type on another device.\n" +
			"The account needs auth = \"oauth2\" and a client id of your own (docs/providers/oauth.md).\nExamples:\n  inboxwatch login\n  inboxwatch login --device personal" + exitHelp,
		Flags: []cli.Flag{&cli.BoolFlag{Name: "device", Usage: "with a code, where there is no browser here"}},
		Action: func(c *cli.Context) error {
			acc, err := oauthAccount(c)
			if err != nil {
				return err
			}
			where, err := oauth.Login(c.Context, acc, oauth.Options{Device: c.Bool("device"), Out: std.err, In: std.in, Open: openInBrowser})
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(std.out, "Logged in. The login is kept in %s; `inboxwatch logout` removes it.\n", where)
			return err
		},
	}
}

func logoutCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:        "logout",
		Usage:       "remove the OAuth login of an account, here and at the provider",
		ArgsUsage:   "[ACCOUNT]",
		Description: "What is stored here is removed in any case.\nExample:\n  inboxwatch logout" + exitHelp,
		Action: func(c *cli.Context) error {
			acc, err := oauthAccount(c)
			if err != nil {
				return err
			}
			revoked, err := oauth.Logout(c.Context, acc)
			if err != nil {
				return err
			}
			words := "Logged out; the login is removed from this computer."
			if revoked {
				words = "Logged out, here and at the provider."
			}
			_, err = fmt.Fprintln(std.out, words)
			return err
		},
	}
}

// oauthAccount gives the account named, or the only one that logs in by OAuth.
func oauthAccount(c *cli.Context) (config.Account, error) {
	cfg, err := loadConfig(c)
	if err != nil {
		return config.Account{}, err
	}
	if c.NArg() > 1 {
		return config.Account{}, fail(exitUsage, "%s takes one ACCOUNT, not %d", c.Command.Name, c.NArg())
	}
	if name := c.Args().First(); name != "" {
		acc, ok := cfg.Account(name)
		if !ok {
			return acc, fail(exitUsage, "there is no account %q in %s", clean(name), cfg.Path)
		}
		if acc.Auth != "oauth2" {
			return acc, fail(exitConfig, "account %q logs in with a password; auth = \"oauth2\" in %s makes it use OAuth", clean(name), cfg.Path)
		}
		return acc, nil
	}
	var found []config.Account
	for _, a := range cfg.Accounts {
		if a.Auth == "oauth2" {
			found = append(found, a)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return config.Account{}, fail(exitConfig, "no account in %s has auth = \"oauth2\": there is nothing to log in to", cfg.Path)
	}
	return config.Account{}, fail(exitUsage, "which account? Several use OAuth: name one")
}

// secretFor gives what asks for an account's password or token.
func secretFor(a config.Account) secretFunc {
	if a.Auth == "oauth2" {
		return oauth.For(a)
	}
	return secret.For(a)
}
