package main

import (
	"fmt"
	"io"
	"strings"

	"charm.land/lipgloss/v2"

	"inboxwatch/internal/rules"
)

// kindWords says what each kind of mail is, as one would tell a friend.
var kindWords = map[rules.Kind]string{
	rules.Confirmation:    "confirms an interview",
	rules.Reschedule:      "moves an interview",
	rules.Cancellation:    "calls an interview off",
	rules.Invitation:      "wants an interview, no time fixed yet",
	rules.Rejection:       "a no",
	rules.Offer:           "an offer",
	rules.Reply:           "a reply about an application",
	rules.Acknowledgement: "acknowledges an application",
	rules.AutoReply:       "an automatic reply",
	rules.Other:           "nothing to do with an interview of yours",
}

var (
	strong = lipgloss.NewStyle().Bold(true)
	faint  = lipgloss.NewStyle().Faint(true)
)

// writeFindingText prints what a mail is, its facts, and beneath each fact the
// words that gave it.
func writeFindingText(w io.Writer, f finding) {
	name := clean(f.file)
	if f.err != nil {
		lipgloss.Fprintf(w, "%s: %s\n", strong.Render(name), oneLine(f.err.Error()))
		return
	}
	x := f.facts
	lipgloss.Fprintf(w, "%s: %s (%s, %.0f %% sure)\n", strong.Render(name), kindWords[x.Kind], x.Kind, 100*x.Confidence)
	if f.mail.Subject != "" {
		fmt.Fprintf(w, "  %-10s %s\n", "subject", clean(f.mail.Subject))
	}
	writeEvidence(w, x, "kind")
	for _, row := range []struct{ field, value string }{
		{"company", x.Company}, {"role", x.Role}, {"start", x.Start.String()}, {"end", x.End.String()},
		{"contact", contactWords(x.Contact)}, {"phone", x.Phone}, {"promised_by", string(x.PromisedBy)}, {"back_on", string(x.BackOn)},
	} {
		if row.value == "" {
			continue
		}
		lipgloss.Fprintf(w, "  %-10s %s\n", strings.ReplaceAll(row.field, "_", " "), strong.Render(clean(row.value)))
		writeEvidence(w, x, row.field)
	}
	for _, d := range x.Doubts {
		fmt.Fprintf(w, "  %-10s %s: %s\n", "in doubt", clean(d.Field), clean(strings.Join(d.Candidates, " or ")))
	}
	for _, warn := range x.Warnings {
		fmt.Fprintf(w, "  %-10s %s\n", "warning", clean(warn))
	}
}

func writeEvidence(w io.Writer, x rules.Facts, field string) {
	for _, e := range x.Evidence {
		if e.Field == field {
			lipgloss.Fprintf(w, "             %s\n", faint.Render(clean(e.Source)+": “"+clean(e.Text)+"”"))
		}
	}
}

func contactWords(c rules.Contact) string {
	switch {
	case c.Address == "":
		return c.Name
	case c.Name == "":
		return c.Address
	}
	return c.Name + " <" + c.Address + ">"
}
