package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/urfave/cli/v2"

	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

func explainCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:        "explain",
		Usage:       "the evidence: which mails, which words gave each fact, which rule decided",
		ArgsUsage:   "ID",
		Description: "Example:\n  inboxwatch explain acme-2026-11-12" + exitHelp,
		Action: func(c *cli.Context) error {
			id, err := oneOperand(c, "explain", "the ID of an interview", "status")
			if err != nil {
				return err
			}
			s, err := openState(c, std, journal.Read)
			if err != nil {
				return err
			}
			defer s.close()
			d, err := s.find(id)
			if err != nil {
				return err
			}
			writeFacts(std.out, d)
			writeMails(std.out, d.Interview)
			for _, line := range rules.Story(d) {
				if !strings.HasPrefix(line, " ") {
					line = strong.Render(clean(line))
				} else {
					line = clean(line)
				}
				lipgloss.Fprintln(std.out, line)
			}
			return nil
		},
	}
}

// factRows are the facts of an interview in the order in which one asks.
func factRows(iv rules.Interview) []struct{ field, value string } {
	return []struct{ field, value string }{
		{"company", iv.Company}, {"role", iv.Role}, {"start", spoken(iv.Start)}, {"end", spokenEnd(iv)},
		{"contact", contactWords(iv.Contact)}, {"phone", iv.Phone},
	}
}

func spokenEnd(iv rules.Interview) string {
	if iv.End.Zero() {
		return ""
	}
	return spoken(iv.End)
}

// writeFacts prints each fact and beneath it the words that gave it.
func writeFacts(w io.Writer, d rules.Decision) {
	iv := d.Interview
	lipgloss.Fprintln(w, strong.Render(title(iv)+" ("+clean(iv.ID)+")"))
	for _, row := range factRows(iv) {
		value := clean(row.value)
		if value == "" {
			value = "not certain, so the drafts leave it out"
		}
		fmt.Fprintf(w, "  %-10s %s\n", row.field, value)
		shown := 0
		for _, e := range iv.Evidence {
			if e.Field == row.field && shown < 3 {
				shown++
				lipgloss.Fprintln(w, faint.Render("             "+clean(e.Source)+": “"+clean(e.Text)+"”"))
			}
		}
	}
	for _, x := range iv.Doubts {
		fmt.Fprintf(w, "  in doubt   %s: %s (`inboxwatch mark` settles it)\n", clean(x.Field), clean(strings.Join(x.Candidates, " or ")))
	}
	for _, x := range iv.Warnings {
		fmt.Fprintf(w, "  warning    %s\n", clean(x))
	}
	fmt.Fprintln(w)
}

// writeMails prints the mails that count, what each was read as, and why.
func writeMails(w io.Writer, iv rules.Interview) {
	lipgloss.Fprintln(w, strong.Render("Mails"))
	loc := iv.Start.At.Location()
	for _, m := range iv.Mails {
		when := m.Mail.Date.In(loc).Format("2006-01-02 15:04")
		if m.Mail.FromOwner {
			fmt.Fprintf(w, "  %s  your own, to %s\n", when, clean(recipients(m.Mail)))
			continue
		}
		fmt.Fprintf(w, "  %s  %s, “%s”: %s\n", when, clean(nameOf(m.Mail.From)), clean(m.Mail.Subject), kindWords[m.Facts.Kind])
		var words []string
		for _, e := range m.Facts.Evidence {
			text := strings.TrimLeft(e.Text, "+-.0123456789 ") // how much each weighed says nothing to a reader
			if e.Field == "kind" && len(words) < 3 && text != "" && !slices.Contains(words, text) {
				words = append(words, text)
			}
		}
		if len(words) > 0 {
			lipgloss.Fprintln(w, faint.Render("                    because of “"+clean(strings.Join(words, "”, “"))+"”"))
		}
	}
	if len(iv.Mails) == 0 {
		fmt.Fprintln(w, "  none; you added it yourself")
	}
	fmt.Fprintln(w)
}

func recipients(m rules.Mail) string {
	var to []string
	for _, c := range m.To {
		to = append(to, c.Address)
	}
	return strings.Join(to, ", ")
}

// nameOf is a sender's name, or the address where there is none.
func nameOf(c rules.Contact) string {
	if c.Name != "" {
		return c.Name
	}
	return c.Address
}
