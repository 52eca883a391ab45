package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

//go:embed report.html
var reportHTML string

func reportCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:  "report",
		Usage: "an HTML page of all applications, with a timeline each",
		Description: "One self-contained page: no scripts, nothing fetched, nothing sent.\n" +
			"Examples:\n  inboxwatch report --open\n  inboxwatch report --output applications.html\n  inboxwatch report --output - > page.html" + exitHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`FILE` to write, or - for standard output", Value: "inboxwatch-report.html"},
			&cli.BoolFlag{Name: "open", Usage: "open it in the browser"},
		},
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "report"); err != nil {
				return err
			}
			s, err := openState(c, std, journal.Read)
			if err != nil {
				return err
			}
			defer s.close()
			page, err := renderReport(s.decisions(), s.settings, s.now())
			if err != nil {
				return err
			}
			file := c.String("output")
			if file == "-" {
				_, err := std.out.Write(page)
				return err
			}
			if err := os.WriteFile(file, page, 0o600); err != nil {
				return fail(exitState, "cannot write the report: %v; --output names another place", err)
			}
			if file, err = filepath.Abs(file); err != nil {
				return err
			}
			fmt.Fprintf(std.out, "Report written to %s\n", file)
			if c.Bool("open") {
				return openInBrowser(file)
			}
			return nil
		},
	}
}

// reportPage is what the template sees: values, never code.
type reportPage struct {
	Owner    string
	Made     string
	Todo     []reportTodo
	Rows     []reportRow
	Response []responseRow
}

// reportTodo is something that only the user can do now.
type reportTodo struct{ ID, Title, Words string }

type reportRow struct {
	ID, Title, When, Brief, State, StateWords, Next, Reason string
	Contact                                                 string
	Timeline                                                timeline
	Story                                                   []string
}

type responseRow struct {
	Company string
	Answers int
	Median  string
	Share   float64 // percent of the longest

	took time.Duration
}

func renderReport(ds []rules.Decision, s rules.Settings, now time.Time) ([]byte, error) {
	page := reportPage{Owner: s.Name, Made: now.In(s.Location).Format("Mon 2 January 2006, 15:04")}
	for _, d := range ds {
		page.Rows = append(page.Rows, reportRow{
			ID: d.Interview.ID, Title: title(d.Interview), When: spoken(d.Interview.Start), Brief: brief(d.Interview.Start),
			State: string(d.State), StateWords: stateWords[d.State].words, Next: nextWords(d), Reason: d.Reason,
			Contact: contactWords(d.Interview.Contact), Timeline: drawTimeline(d, now), Story: rules.Story(d),
		})
	}
	page.Todo, page.Response = todo(ds), responseTimes(ds)
	t, err := template.New("report").Parse(reportHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, page); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// responseTimes gives for each company how long its answers after an interview
// took, from the user's own mail, slowest last.
func responseTimes(ds []rules.Decision) []responseRow {
	took := map[string][]time.Duration{}
	for _, d := range ds {
		if d.Interview.Company == "" || d.T.IsZero() {
			continue
		}
		for _, m := range d.Interview.Mails {
			if answers(m) && m.Mail.Date.After(d.T) {
				took[d.Interview.Company] = append(took[d.Interview.Company], m.Mail.Date.Sub(d.T))
				break // the first answer is what one waited for
			}
		}
	}
	var rows []responseRow
	for company, ts := range took {
		slices.Sort(ts)
		mid := ts[len(ts)/2]
		rows = append(rows, responseRow{Company: company, Answers: len(ts), Median: tookWords(mid), took: mid})
	}
	slices.SortFunc(rows, func(a, b responseRow) int {
		return cmp.Or(cmp.Compare(a.took, b.took), cmp.Compare(a.Company, b.Company))
	})
	for i := range rows {
		rows[i].Share = 100 * float64(rows[i].took) / float64(max(rows[len(rows)-1].took, 1))
	}
	return rows
}

// tookWords says a length of time as people do.
func tookWords(d time.Duration) string {
	switch {
	case d < 90*time.Minute:
		return "about an hour"
	case d < 36*time.Hour:
		return fmt.Sprintf("%.0f hours", d.Hours())
	}
	return fmt.Sprintf("%.0f days", d.Hours()/24)
}

// todo lists the drafts that wait, and what is due.
func todo(ds []rules.Decision) []reportTodo {
	var out []reportTodo
	for _, d := range ds {
		for _, dr := range d.Interview.Drafts {
			words := map[rules.DraftState]string{
				rules.DraftWaiting: "lies in Drafts: read it over and send it.",
				rules.DraftEdited:  "lies in Drafts as you changed it.",
			}[dr.State]
			name := map[rules.Window]string{rules.ThankYou: "A thank-you", rules.ContinuedInterest: "A second mail",
				rules.Call: "A note to ring up", rules.TrialOffer: "The offer of a trial"}[dr.Window]
			if dr.Window == rules.Call && words != "" {
				words = "lies in Drafts: whom, which number, what to ask."
			}
			if words != "" {
				out = append(out, reportTodo{d.Interview.ID, title(d.Interview), name + " " + words})
			}
		}
	}
	return out
}

// answers reports whether a mail is a word of the employer about the process.
func answers(m rules.Seen) bool {
	switch m.Facts.Kind {
	case rules.Reply, rules.Rejection, rules.Offer, rules.Invitation, rules.Confirmation, rules.Cancellation:
		return !m.Mail.FromOwner
	}
	return false
}
