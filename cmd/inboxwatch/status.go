package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/journal"
)

func statusCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:        "status",
		Usage:       "every interview: where it stands, what comes next and why",
		Description: "Works while `inboxwatch watch` runs. --json prints one array for scripts.\nExamples:\n  inboxwatch status\n  inboxwatch status --json" + exitHelp,
		Flags:       []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}},
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "status"); err != nil {
				return err
			}
			s, err := openState(c, std, journal.Read)
			if err != nil {
				return err
			}
			defer s.close()
			ds := s.decisions()
			if c.Bool("json") {
				return writeStatusJSON(std.out, ds)
			}
			if len(s.events) == 0 {
				_, err := fmt.Fprint(std.out, wrap("No interviews yet: your mailbox was not read. `inboxwatch run` reads it now; "+
					"`inboxwatch add` tells of an interview that came by phone.", "", widthOf(std.out)))
				return err
			}
			return writeStatus(std.out, ds, widthOf(std.out))
		},
	}
}
