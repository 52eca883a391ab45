package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

// choices lists what each flag of mark takes, for those that take a word.
var choices = map[string][]string{
	"vacancy":     {"open", "filled"},
	"fit":         {"yes", "no"},
	"job-at-risk": {"yes", "no"},
	"went":        {"well", "fair", "badly"},
	"outcome":     {"offer", "rejected", "withdrawn"},
}

func markCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:      "mark",
		Usage:     "tell what no mail can tell, or correct what was misread",
		ArgsUsage: "ID",
		Description: "Examples:\n" +
			"  inboxwatch mark acme-2026-11-12 --vacancy open --fit yes\n" +
			"  inboxwatch mark acme-2026-11-12 --went badly\n" +
			"  inboxwatch mark acme-2026-11-12 --start '2026-11-13 14:00'\n" +
			"  inboxwatch mark acme-2026-11-12 --not-an-interview\n" +
			"`inboxwatch undo` takes the last mark back." + exitHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "vacancy", Usage: "`open|filled`: is the position still open?"},
			&cli.StringFlag{Name: "fit", Usage: "`yes|no`: does this job tick all boxes?"},
			&cli.StringFlag{Name: "job-at-risk", Usage: "`yes|no`: would a trial put a job you have at risk?"},
			&cli.StringFlag{Name: "went", Usage: "`well|fair|badly`: how did the interview go?"},
			&cli.StringFlag{Name: "wait", Usage: "hold the next draft for this long at least, such as 2d or 36h (`DURATION`)"},
			&cli.StringFlag{Name: "outcome", Usage: "`offer|rejected|withdrawn`: how it ended"},
			&cli.StringFlag{Name: "company", Usage: "the company's `NAME`"},
			&cli.StringFlag{Name: "role", Usage: "the `TITLE` of the position"},
			&cli.StringFlag{Name: "start", Usage: "when it begins (`TIME`: RFC 3339, local YYYY-MM-DD HH:MM, or a day); the length stays"},
			&cli.StringFlag{Name: "end", Usage: "when it ends (`TIME`)"},
			&cli.StringFlag{Name: "contact", Usage: "whom to write to: `\"Name <addr>\"` or an address"},
			&cli.BoolFlag{Name: "not-an-interview", Usage: "this is no interview of yours"},
		},
		Action: func(c *cli.Context) error {
			id, err := oneOperand(c, "mark", "the ID of an interview", "status")
			if err != nil {
				return err
			}
			s, err := openState(c, std, journal.Mark)
			if err != nil {
				return err
			}
			defer s.close()
			d, err := s.find(id)
			if err != nil {
				return err
			}
			m, err := markFromFlags(c, d.Interview.ID, localZone(d.Interview, s.settings))
			if err != nil {
				return err
			}
			if err := s.journal.Append(append(s.unnamed(), rules.Event{At: s.now(), Mark: &m})...); err != nil {
				return err
			}
			return s.say(d.Interview.ID)
		},
	}
}

func undoCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:        "undo",
		Usage:       "take back the last mark",
		Description: "Takes back the newest `mark` or `add` that was not taken back yet.\nExample:\n  inboxwatch undo" + exitHelp,
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "undo"); err != nil {
				return err
			}
			s, err := openState(c, std, journal.Mark)
			if err != nil {
				return err
			}
			defer s.close()
			last := lastMark(s.events)
			if last == nil {
				return fail(exitData, "there is no mark to take back")
			}
			err = s.journal.Append(rules.Event{At: s.now(), Mark: &rules.Mark{Interview: last.Interview, Undo: true}})
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(std.out, "Taken back: %s\n", clean(markWords(*last)))
			return err
		},
	}
}

func addCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:  "add",
		Usage: "tell of an interview that no mail told of",
		Description: "Example:\n" +
			"  inboxwatch add --company 'Acme Ltd' --start '2026-11-12 14:00' --contact 'Jane Doe <jane@acme.example>'" + exitHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "company", Usage: "the company's `NAME` (needed)"},
			&cli.StringFlag{Name: "start", Usage: "when it begins (`TIME`: RFC 3339, local YYYY-MM-DD HH:MM, or a day; needed)"},
			&cli.StringFlag{Name: "end", Usage: "when it ends (`TIME`)"},
			&cli.StringFlag{Name: "role", Usage: "the `TITLE` of the position"},
			&cli.StringFlag{Name: "contact", Usage: "whom to write to: `\"Name <addr>\"` or an address"},
		},
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "add"); err != nil {
				return err
			}
			for _, name := range []string{"company", "start"} {
				if !c.IsSet(name) {
					return fail(exitUsage, "add: --%s is missing; `inboxwatch add --help` shows an example", name)
				}
			}
			s, err := openState(c, std, journal.Mark)
			if err != nil {
				return err
			}
			defer s.close()
			m, err := markFromFlags(c, "", s.settings.Location)
			if err != nil {
				return err
			}
			m.Add = true
			m.Interview = rules.NewID(s.interviews(), m.Company, m.Start)
			if err := s.journal.Append(rules.Event{At: s.now(), Mark: &m}); err != nil {
				return err
			}
			return s.say(m.Interview)
		},
	}
}

// markFromFlags reads the flags that were given; loc is the zone of local
// times.
func markFromFlags(c *cli.Context, id string, loc *time.Location) (rules.Mark, error) {
	m := rules.Mark{Interview: id}
	none := true
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		if !c.IsSet(name) {
			continue
		}
		none = false
		if err := setMark(&m, name, c.String(name), loc); err != nil {
			return m, err
		}
	}
	if none {
		return m, fail(exitUsage, "nothing to mark: say what, such as --went well (`inboxwatch mark --help` lists all)")
	}
	if !m.Start.Zero() && !m.End.Zero() && !m.Start.DayOnly && m.End.At.Before(m.Start.At) {
		return m, fail(exitUsage, "--end %s lies before --start %s", m.End, m.Start)
	}
	return m, nil
}

func setMark(m *rules.Mark, name, value string, loc *time.Location) (err error) {
	if words, ok := choices[name]; ok && !slices.Contains(words, value) {
		return fail(exitUsage, "--%s is %q: it takes %s", name, clean(value), strings.Join(words, " or "))
	}
	switch name {
	case "vacancy":
		m.Vacancy = value
	case "fit":
		m.Fit = value
	case "job-at-risk":
		m.JobAtRisk = value
	case "went":
		m.Went = value
	case "outcome":
		m.Outcome = value
	case "wait":
		if m.Wait, err = config.ParseDuration(value); err != nil || m.Wait <= 0 {
			return fail(exitUsage, "--wait is %q: it takes a duration such as 2d or 36h", clean(value))
		}
	case "company", "role":
		value = strings.TrimSpace(clean(value))
		if value == "" {
			return fail(exitUsage, "--%s is empty", name)
		}
		if name == "company" {
			m.Company = value
		} else {
			m.Role = value
		}
	case "start":
		m.Start, err = parseWhen(name, value, loc)
	case "end":
		m.End, err = parseWhen(name, value, loc)
	case "contact":
		m.Contact, err = parseContact(value)
	case "not-an-interview":
		m.NotAnInterview = true
	}
	return err
}

// parseWhen reads a time as mark and add take it.
func parseWhen(flag, s string, loc *time.Location) (rules.When, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		if _, off := t.In(loc).Zone(); off == offset(t) {
			t = t.In(loc) // the same wall clock: keep the zone's name
		}
		return rules.When{At: t}, nil
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04"} {
		if t, err := time.ParseInLocation(layout, s, loc); err == nil {
			return rules.When{At: t}, nil
		}
	}
	if t, err := time.ParseInLocation(time.DateOnly, s, loc); err == nil {
		return rules.When{At: t, DayOnly: true}, nil
	}
	return rules.When{}, fail(exitUsage, "--%s is %q: it takes 2026-11-12T14:00:00Z, '2026-11-12 14:00' (local time) or 2026-11-12", flag, clean(s))
}

func offset(t time.Time) int { _, o := t.Zone(); return o }

// parseContact reads "Name <addr>" or an address.
func parseContact(s string) (*rules.Contact, error) {
	c := rules.Contact{Address: strings.TrimSpace(s)}
	if name, rest, ok := strings.Cut(s, "<"); ok {
		c.Name = strings.Trim(strings.TrimSpace(name), `"`)
		c.Address, _, _ = strings.Cut(rest, ">")
		c.Address = strings.TrimSpace(c.Address)
	}
	local, domain, ok := strings.Cut(c.Address, "@")
	if !ok || local == "" || domain == "" || strings.ContainsAny(c.Address, " <>,;\"\r\n") || clean(s) != s {
		return nil, fail(exitUsage, "--contact is %q: it takes an address or \"Name <address>\"", clean(s))
	}
	return &c, nil
}

// lastMark gives the newest mark that was not taken back, or nil.
func lastMark(events []rules.Event) *rules.Mark {
	var stack []*rules.Mark
	for _, e := range events {
		switch {
		case e.Mark == nil || e.Mark.Forget:
		case !e.Mark.Undo:
			stack = append(stack, e.Mark)
		case len(stack) > 0:
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

// markWords tells a mark as the command line that made it.
func markWords(m rules.Mark) string {
	verb := "mark"
	if m.Add {
		verb = "add"
	}
	w := []string{verb, m.Interview}
	add := func(flag, v string) {
		if v != "" {
			w = append(w, "--"+flag, v)
		}
	}
	add("vacancy", m.Vacancy)
	add("fit", m.Fit)
	add("job-at-risk", m.JobAtRisk)
	add("went", m.Went)
	add("outcome", m.Outcome)
	if m.Wait > 0 {
		add("wait", m.Wait.String())
	}
	add("company", m.Company)
	add("role", m.Role)
	add("start", m.Start.String())
	add("end", m.End.String())
	if m.Contact != nil {
		add("contact", strings.TrimSpace(m.Contact.Name+" <"+m.Contact.Address+">"))
	}
	if m.NotAnInterview {
		w = append(w, "--not-an-interview")
	}
	return strings.Join(w, " ")
}
