package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/secret"
)

func initCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:  "init",
		Usage: "set it up: asks, tests the login, shows what it would do, writes the configuration",
		Description: "Asks only what no flag and no variable said, and only on a terminal. Nothing is\n" +
			"written before the login was tried. Run again it changes what is there: rules and\n" +
			"other accounts stay. A secret is never an argument: it is typed, read from standard\n" +
			"input, or fetched by a command, from a variable or from a file.\n" +
			"With ACCESSIBLE=1 the questions are plain lines, for screen readers.\n" +
			"Examples:\n  inboxwatch init\n" +
			"  inboxwatch init --yes --name 'Sam Okafor' --email sam@okafor.example --host imap.okafor.example --password-command 'pass show mail'\n" +
			"  inboxwatch init --yes --name 'Sam Okafor' --email sam@gmail.com --password-stdin < secret" + exitHelp,
		Flags: initFlags(),
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "init"); err != nil {
				return err
			}
			return newSetup(c, std).run(c.Context)
		},
	}
}

// initFlags has a row per answer; each can also come from INBOXWATCH_NAME and
// so on.
func initFlags() []cli.Flag {
	text := func(name, usage, env string) cli.Flag {
		return &cli.StringFlag{Name: name, Usage: usage, EnvVars: []string{env}}
	}
	return []cli.Flag{
		text("name", "your `NAME`, as it stands under a letter", "INBOXWATCH_NAME"),
		text("email", "your mail `ADDRESS`", "INBOXWATCH_EMAIL"),
		text("phone", "your phone `NUMBER`, for the drafts", "INBOXWATCH_PHONE"),
		text("country", "`CODE` of the country whose holidays count: GB, DE, GB-SCT", "INBOXWATCH_COUNTRY"),
		text("timezone", "IANA `ZONE`; default: this computer's", "INBOXWATCH_TIMEZONE"),
		&cli.BoolFlag{Name: "employed", Usage: "you have a job now (no free trial is offered then)", EnvVars: []string{"INBOXWATCH_EMPLOYED"}},
		text("account", "`NAME` of the account in the configuration", "INBOXWATCH_ACCOUNT"),
		text("host", "IMAP `HOST`; known for the usual providers", "INBOXWATCH_HOST"),
		&cli.IntFlag{Name: "port", Usage: "`PORT`; default: 993 with tls, else 143", EnvVars: []string{"INBOXWATCH_PORT"}},
		text("security", "`tls|starttls|none` (none on this computer only)", "INBOXWATCH_SECURITY"),
		text("ca-file", "`FILE` with one more authority to trust", "INBOXWATCH_CA_FILE"),
		text("pin-sha256", "`HASH` of the server's own certificate (Proton Mail Bridge)", "INBOXWATCH_PIN_SHA256"),
		text("username", "`NAME` to log in with; default: the address", "INBOXWATCH_USERNAME"),
		text("password-command", "`COMMAND` that prints the password; a JSON array where words hold spaces", "INBOXWATCH_PASSWORD_COMMAND"),
		text("password-env", "`VARIABLE` that holds the password whenever inboxwatch runs", "INBOXWATCH_PASSWORD_ENV"),
		text("password-file", "`FILE` (mode 0600) that holds the password", "INBOXWATCH_PASSWORD_FILE"),
		&cli.BoolFlag{Name: "password-stdin", Usage: "read the password from standard input, and keep it"},
		text("oauth-client-id", "`ID` of your own OAuth client (Microsoft, Google)", "INBOXWATCH_OAUTH_CLIENT_ID"),
		text("drafts", "`FOLDER` for drafts; default: found by itself", "INBOXWATCH_DRAFTS"),
		text("sent", "`FOLDER` of sent mail; default: found by itself", "INBOXWATCH_SENT"),
		&cli.BoolFlag{Name: "yes", Usage: "ask nothing", EnvVars: []string{"INBOXWATCH_YES"}},
		&cli.BoolFlag{Name: "force", Usage: "write over a configuration that is there (it is kept as .bak)"},
	}
}

// setup is one call of init: what was said, what is asked, what will be written.
type setup struct {
	c        *cli.Context
	std      stdio
	path     string
	ask      bool     // questions are possible
	terminal *os.File // where they are answered

	old    config.Config // what is there already; zero where there is nothing
	exists bool

	cfg     config.Config
	acc     config.Account
	typed   secret.Secret // typed or read now, to be kept
	fetched secretFunc    // a password that is fetched, got once
	client  *imapwatch.Client

	askedHost bool // the host was typed now
	tokenKept bool // the OAuth login is stored
	kept      bool // the configuration is written
}

func newSetup(c *cli.Context, std stdio) *setup {
	s := &setup{c: c, std: std, path: c.String("config")}
	if s.path == "" {
		s.path = config.DefaultPath()
	}
	if f, ok := std.in.(*os.File); ok && isTerminal(f) && !c.Bool("yes") && !c.Bool("password-stdin") {
		s.ask, s.terminal = true, f
	}
	return s
}

// run goes through the set-up. Until keep, nothing is written anywhere.
func (s *setup) run(ctx context.Context) error {
	steps := []func(context.Context) error{s.before, s.gather, s.check, s.login, s.rehearse, s.keep, s.offerService}
	defer func() {
		if s.client != nil {
			s.client.Close()
		}
	}()
	for _, do := range steps {
		err := do(ctx)
		if ctx.Err() != nil {
			return s.stopped()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// before looks at what is there already.
func (s *setup) before(ctx context.Context) error {
	if _, err := os.Stat(s.path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	s.exists = true
	old, err := config.Load(s.path)
	if err == nil {
		s.old = old
	}
	if s.c.Bool("force") {
		return nil
	}
	if !s.ask {
		return fail(exitUsage, "%s is there already; --force changes it and keeps the old one as .bak", s.path)
	}
	words := "Its rules and other accounts stay."
	if err != nil {
		words = "It cannot be read, so a new one is begun: " + err.Error()
	}
	fmt.Fprintf(s.std.err, "%s is there already. %s\n", s.path, clean(words))
	change := true
	if err := s.confirm(ctx, "Change it? The old one is kept as .bak.", &change); err != nil {
		return err
	}
	if !change {
		return fail(exitUsage, "left as it is; --config FILE sets up a second one")
	}
	return nil
}

func (s *setup) showFolders(ctx context.Context) error {
	folders, err := s.client.Folders(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(s.std.out, "The login works. These folders are used:")
	for _, f := range folders {
		if f.Role == imapwatch.Junk || f.Role == "" && !f.Watched {
			continue
		}
		use := "looked at for your own mail and our drafts"
		switch {
		case f.Role == imapwatch.Drafts:
			use = "drafts are put here"
		case f.Watched:
			use = "read, never changed"
		}
		fmt.Fprintf(s.std.out, "  %-24s %s\n", clean(f.Name), use)
	}
	return nil
}

// keep stores the secret and writes the configuration.
func (s *setup) keep(ctx context.Context) error {
	if s.ask {
		write := true
		if err := s.confirm(ctx, "Write the configuration to "+clean(s.path)+"?", &write); err != nil {
			return err
		}
		if !write {
			fmt.Fprintln(s.std.out, "Nothing was written.")
			return fail(exitTry, "stopped at your word; `inboxwatch init` begins anew")
		}
	}
	if !s.typed.Empty() {
		where, err := secret.Store(ctx, secret.PasswordKey(s.acc), s.typed)
		if err != nil {
			return fail(exitState, "%w", err)
		}
		fmt.Fprintf(s.std.out, "The password is kept in %s.\n", where)
	}
	if err := writeConfig(s.path, config.Write(s.cfg)); err != nil {
		return fail(exitState, "cannot write %s: %w", s.path, err)
	}
	s.kept = true
	fmt.Fprintf(s.std.out, "Written: %s\n", s.path)
	switch {
	case s.exists && len(s.old.Accounts) == 0:
		fmt.Fprintf(s.std.out, "The old one could not be read; it is kept as %s.bak.\n", s.path)
	case s.exists:
		fmt.Fprintf(s.std.out, "The old one is kept as %s.bak.\n", s.path)
	}
	if s.client == nil {
		fmt.Fprintln(s.std.out, "Not logged in yet. Next: `inboxwatch login`, then `inboxwatch doctor`.")
		return nil
	}
	fmt.Fprintln(s.std.out, "Next: `inboxwatch watch` stays and watches; `inboxwatch run` looks once.")
	return nil
}

// offerService asks, on a terminal only, whether to watch from now on.
func (s *setup) offerService(ctx context.Context) error {
	k, ok := serviceKinds[runtime.GOOS]
	if !s.ask || !ok || s.client == nil {
		return nil
	}
	yes := false
	if err := s.confirm(ctx, "Watch from now on whenever you are logged in, and put such drafts into Drafts ("+k.name+")?", &yes); err != nil || !yes {
		return err
	}
	return serviceInstall(s.c, s.std, k)
}
