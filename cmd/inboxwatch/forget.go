package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

func forgetCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:      "forget",
		Usage:     "remove all that is stored of an interview, or of a company",
		ArgsUsage: "ID",
		Description: "Examples:\n" +
			"  inboxwatch forget acme-2026-11-12\n" +
			"  inboxwatch forget --company 'Acme Ltd'\n" +
			"Your mailbox is not touched; a draft that waits in Drafts stays there. What stays\n" +
			"in the state is a hash of each mail's id, so that the mails are not read again." + exitHelp,
		Flags: []cli.Flag{&cli.StringFlag{Name: "company", Usage: "every interview with the company of this `NAME`"}},
		Action: func(c *cli.Context) error {
			company := strings.TrimSpace(c.String("company"))
			if company == "" && c.IsSet("company") {
				return fail(exitUsage, "--company is empty")
			}
			var id string
			var err error
			if company == "" {
				if id, err = oneOperand(c, "forget", "the ID of an interview", "status"); err != nil {
					return err
				}
			} else if err := noOperands(c, "forget --company"); err != nil {
				return err
			}
			s, err := openState(c, std, journal.Mark)
			if err != nil {
				return err
			}
			defer s.close()
			ivs, err := s.toForget(id, company)
			if err != nil {
				return err
			}
			gone := forgetting(ivs)
			tomb := rules.Event{At: s.now(), Mark: &rules.Mark{Forget: true, ForgetHashes: gone.hashes}}
			n, err := s.journal.Forget(gone.covers, tomb)
			if err != nil {
				return err
			}
			for _, iv := range ivs {
				fmt.Fprintf(std.out, "Forgotten: %s (%s)\n", clean(iv.ID), title(iv))
			}
			fmt.Fprintf(std.out, "%s removed from %s\n", plural(n, "record"), s.journal.Path())
			for _, old := range s.journal.SetAside() {
				fmt.Fprintf(std.out, "%s is an old damaged copy that still holds what it held; delete it if you do not need it\n", old)
			}
			return nil
		},
	}
}

// toForget gives the interviews meant.
func (s *state) toForget(id, company string) ([]rules.Interview, error) {
	if company == "" {
		d, err := s.find(id)
		return []rules.Interview{d.Interview}, err
	}
	var ivs []rules.Interview
	for _, iv := range s.interviews() {
		if rules.MatchesCompany(iv.Company, company) {
			ivs = append(ivs, iv)
		}
	}
	if len(ivs) == 0 {
		return nil, fail(exitUsage, "there is no interview with %q; `inboxwatch status` lists them", clean(company))
	}
	return ivs, nil
}

// forgotten names what belongs to the interviews that go.
type forgotten struct {
	ids    map[string]bool // of interviews
	mails  map[string]bool // Message-IDs
	hashes []string
}

func forgetting(ivs []rules.Interview) forgotten {
	f := forgotten{ids: map[string]bool{}, mails: map[string]bool{}}
	for _, iv := range ivs {
		f.ids[iv.ID] = true
		for _, m := range iv.Mails {
			if !f.mails[m.Mail.MessageID] {
				f.mails[m.Mail.MessageID] = true
				f.hashes = append(f.hashes, rules.HashMessageID(m.Mail.MessageID))
			}
		}
	}
	return f
}

// covers reports whether an event is to be removed.
func (f forgotten) covers(e rules.Event) bool {
	switch {
	case e.Seen != nil:
		return f.mails[e.Seen.Mail.MessageID]
	case e.Name != nil:
		return f.ids[e.Name.ID]
	case e.Draft != nil:
		return f.ids[e.Draft.Interview]
	case e.Mark != nil:
		return f.ids[e.Mark.Interview]
	}
	return false
}
