package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/config"
)

// stdio is where a run reads and writes: results go to out, all else to err.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// version and commit are set by the release build; otherwise the build's own
// information is shown.
var version, commit, date string

// run is the whole program but for os.Exit, so that tests can call it.
func run(ctx context.Context, args []string, std stdio) (code int) {
	app := newApp(std)
	err := app.RunContext(ctx, arrange(app, args))
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = fail(exitTry, "stopped; nothing is half done")
	}
	if !errors.Is(err, errSilent) {
		fmt.Fprintf(std.err, "inboxwatch: %s\n", oneLine(err.Error()))
	}
	return codeOf(err)
}

// errSilent ends a command whose lines were already printed.
var errSilent = errors.New("")

func newApp(std stdio) *cli.App {
	app := &cli.App{
		Name:  "inboxwatch",
		Usage: "puts the right follow-up to a job interview into your Drafts folder, and never sends anything",
		Description: "Try it without an account:   inboxwatch demo\n" +
			"Set it up:                   inboxwatch init\n" +
			"See where you stand:         inboxwatch status",
		Version:                   versionText(),
		Writer:                    std.out,
		ErrWriter:                 std.err,
		Reader:                    std.in,
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true, // a name may hold a comma
		Suggest:                   true,
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              usageError,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "config", Usage: "configuration `FILE`", EnvVars: []string{"INBOXWATCH_CONFIG"}, DefaultText: config.DefaultPath()},
			&cli.StringFlag{Name: "state", Usage: "state `FILE`", EnvVars: []string{"INBOXWATCH_STATE"}, DefaultText: config.DefaultStatePath()},
			&cli.StringFlag{Name: "now", Usage: "act as if it were this `TIME` (RFC 3339); mail dated later is not seen"},
			&cli.BoolFlag{Name: "verbose", Usage: "say more on standard error"},
			&cli.StringFlag{Name: "log-format", Usage: "`FORMAT` of the log on standard error: text or json", Value: "text"},
		},
		Before: checkGlobals,
		Action: func(c *cli.Context) error {
			switch first, of := c.Args().First(), c.Args().Get(1); {
			case first == "help" && c.App.Command(of) != nil:
				return cli.ShowCommandHelp(c, of)
			case first == "help" && of != "":
				return unknownCommand(c, of)
			case first != "" && first != "help":
				return unknownCommand(c, first)
			}
			return cli.ShowAppHelp(c)
		},
		Commands: commands(std),
	}
	for _, cmd := range app.Commands {
		cmd.OnUsageError = usageError
		for _, sub := range cmd.Subcommands {
			sub.OnUsageError = usageError
		}
	}
	return app
}

// commands is the table of commands, in the order of the help.
func commands(std stdio) []*cli.Command {
	return []*cli.Command{
		demoCommand(std), initCommand(std), runCommand(std), watchCommand(std),
		statusCommand(std), explainCommand(std), markCommand(std), undoCommand(std),
		forgetCommand(std), addCommand(std), detectCommand(std),
		doctorCommand(std), loginCommand(std), logoutCommand(std), templatesCommand(std),
		reportCommand(std), serviceCommand(std), manCommand(std), completionCommand(std),
	}
}

func usageError(c *cli.Context, err error, _ bool) error {
	help := "inboxwatch --help"
	var flags []cli.Flag
	if c != nil && c.Command != nil && c.Command.Name != "" && c.Command.Name != c.App.Name {
		help, flags = cmp.Or(c.Command.HelpName, "inboxwatch "+c.Command.Name)+" --help", c.Command.Flags
	}
	if c != nil {
		flags = append(slices.Clone(flags), c.App.Flags...)
	}
	unknown, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: ")
	if !ok {
		return fail(exitUsage, "%s; `%s` lists what there is", clean(err.Error()), help)
	}
	var names []string
	for _, f := range flags {
		for _, n := range f.Names() {
			if len(n) > 1 {
				names = append(names, "--"+n)
			}
		}
	}
	unknown = "--" + strings.TrimLeft(unknown, "-")
	return fail(exitUsage, "there is no flag %s here;%s `%s` lists them", clean(unknown), didYouMean(unknown, names), help)
}

func unknownCommand(c *cli.Context, name string) error {
	hint := ""
	if s := cli.SuggestCommand(c.App.Commands, name); s != "" && !strings.Contains(s, `"help"`) {
		hint = " " + s
	}
	return fail(exitUsage, "there is no command %q.%s `inboxwatch --help` lists them", clean(name), hint)
}

func checkGlobals(c *cli.Context) error {
	if f := c.String("log-format"); f != "text" && f != "json" {
		return fail(exitUsage, "--log-format is %q: it takes text or json", clean(f))
	}
	if s := c.String("now"); s != "" {
		if _, err := time.Parse(time.RFC3339, s); err != nil {
			return fail(exitUsage, "--now is %q: it takes RFC 3339, such as 2026-11-15T09:00:00Z", clean(s))
		}
	}
	return nil
}

// clock gives the time to act by: --now stands still in a single command and
// runs on in watch.
func clock(c *cli.Context, runs bool) func() time.Time {
	s := c.String("now")
	if s == "" {
		return time.Now
	}
	base, _ := time.Parse(time.RFC3339, s) // checked in checkGlobals
	if !runs {
		return func() time.Time { return base }
	}
	start := time.Now()
	return func() time.Time { return base.Add(time.Since(start)) }
}

// logger writes to standard error: warnings always, the rest with --verbose.
func logger(c *cli.Context, std stdio) *slog.Logger {
	level := slog.LevelWarn
	if c.Bool("verbose") {
		level = slog.LevelDebug
	}
	o := &slog.HandlerOptions{Level: level}
	if c.String("log-format") == "json" {
		return slog.New(slog.NewJSONHandler(std.err, o))
	}
	return slog.New(slog.NewTextHandler(std.err, o))
}

func versionText() string {
	v, rev, when := version, commit, date
	if info, ok := debug.ReadBuildInfo(); ok {
		if v == "" {
			v = info.Main.Version
		}
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision" && rev == "":
				rev = s.Value
			case s.Key == "vcs.time" && when == "":
				when = s.Value
			}
		}
	}
	if len(rev) > 12 {
		rev = rev[:12]
	}
	return strings.Join(strings.Fields(strings.Join([]string{v, rev, when}, " ")), " ")
}

// oneLine keeps an error on one line and free of control characters.
func oneLine(s string) string { return clean(strings.Join(strings.Fields(s), " ")) }

// clean drops control characters, bidirectional overrides and zero-width
// characters, so that no mail or argument can steer the terminal.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return ' '
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x200b && r <= 0x200f,
			r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff:
			return -1
		}
		return r
	}, s)
}
