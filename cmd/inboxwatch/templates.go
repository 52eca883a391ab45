package main

import (
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/drafts"
)

func templatesCommand(std stdio) *cli.Command {
	dirHelp := "Your own templates stand in the folder that `templates` under [drafts] in the configuration names."
	return &cli.Command{
		Name:  "templates",
		Usage: "list, show, export, check the templates of the drafts, for editing",
		Description: dirHelp + "\nExamples:\n" +
			"  inboxwatch templates list\n" +
			"  inboxwatch templates show thank-you.en.informal\n" +
			"  inboxwatch templates export my-templates\n" +
			"  inboxwatch templates check my-templates" + exitHelp,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "every template and where it comes from", Description: "Example:\n  inboxwatch templates list" + exitHelp, Action: func(c *cli.Context) error {
				t, err := ownTemplates(c)
				if err != nil {
					return err
				}
				w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
				for _, i := range t.List() {
					fmt.Fprintf(w, "%s\t%s\n", i.Name, i.Source)
				}
				return w.Flush()
			}},
			{Name: "show", Usage: "the text of one", Description: "Example:\n  inboxwatch templates show thank-you.en.informal" + exitHelp, ArgsUsage: "NAME", Action: func(c *cli.Context) error {
				name, err := oneOperand(c, "templates show", "the NAME of a template", "templates list")
				if err != nil {
					return err
				}
				t, err := ownTemplates(c)
				if err != nil {
					return err
				}
				text, err := t.Show(name)
				if err != nil {
					return fail(exitUsage, "%w", err)
				}
				_, err = fmt.Fprintln(std.out, strings.TrimRight(text, "\n"))
				return err
			}},
			{Name: "export", Usage: "write ours into a folder, to be edited there", Description: "Example:\n  inboxwatch templates export my-templates" + exitHelp, ArgsUsage: "DIR [NAME...]", Action: func(c *cli.Context) error {
				if !c.Args().Present() {
					return fail(exitUsage, "templates export: into which folder?")
				}
				files, err := drafts.Export(c.Args().First(), c.Args().Tail()...)
				for _, f := range files {
					fmt.Fprintln(std.out, f)
				}
				if err != nil {
					return fail(exitData, "templates export: %w", err)
				}
				if len(files) == 0 {
					fmt.Fprintln(std.err, "inboxwatch: nothing written: every file is there already, and yours are not touched")
				}
				return nil
			}},
			{Name: "check", Usage: "are the templates in a folder right?", Description: "Example:\n  inboxwatch templates check my-templates" + exitHelp, ArgsUsage: "DIR", Action: func(c *cli.Context) error {
				dir := c.Args().First()
				if dir == "" {
					cfg, err := loadConfig(c)
					if err != nil {
						return err
					}
					dir = cfg.Drafts.Templates
				}
				if dir == "" {
					return fail(exitUsage, "templates check: which folder? The configuration names none")
				}
				if err := drafts.Check(dir); err != nil {
					fmt.Fprintln(std.err, "inboxwatch:", strings.ReplaceAll(err.Error(), "\n", "\ninboxwatch: "))
					return &exitError{exitData, errSilent}
				}
				_, err := fmt.Fprintln(std.out, "All right.")
				return err
			}},
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return fail(exitUsage, "templates takes list, show, export or check, not %q;%s `inboxwatch templates --help` says more", clean(c.Args().First()),
					didYouMean(c.Args().First(), []string{"list", "show", "export", "check"}))
			}
			return cli.ShowSubcommandHelp(c)
		},
	}
}

// ownTemplates loads the user's templates, or ours alone where there is no
// configuration.
func ownTemplates(c *cli.Context) (drafts.Templates, error) {
	dir := ""
	if cfg, err := loadConfig(c); err == nil {
		dir = cfg.Drafts.Templates
	} else if c.IsSet("config") {
		return drafts.Templates{}, err
	}
	t, err := drafts.LoadTemplates(dir)
	var te *drafts.Error
	if errors.As(err, &te) {
		err = fail(exitConfig, "templates: %w", err)
	}
	return t, err
}
