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

// state is the journal folded for a moment: what status, explain, mark and
// report look at.
type state struct {
	std      stdio
	cfg      config.Config
	settings rules.Settings
	journal  *journal.Journal
	events   []rules.Event
	now      func() time.Time
}

// openState loads the configuration and the journal.
func openState(c *cli.Context, std stdio, mode journal.Mode) (*state, error) {
	cfg, err := loadConfig(c)
	if err != nil {
		return nil, err
	}
	s := &state{std: std, cfg: cfg, settings: cfg.Settings(), now: clock(c, false)}
	if s.journal, err = journal.Open(statePath(c), mode); err != nil {
		return nil, err
	}
	if s.events, err = s.journal.Events(); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *state) close() { s.journal.Close() }

func loadConfig(c *cli.Context) (config.Config, error) {
	path := c.String("config")
	if path == "" {
		path = config.DefaultPath()
	}
	return config.Load(path)
}

func statePath(c *cli.Context) string {
	if p := c.String("state"); p != "" {
		return p
	}
	return config.DefaultStatePath()
}

func (s *state) interviews() []rules.Interview {
	return rules.Fold(s.events, s.settings, s.now())
}

// decisions are those about interviews that are the user's: what was marked as
// none is not shown.
func (s *state) decisions() []rules.Decision {
	ds := rules.Decide(s.interviews(), s.settings, s.now())
	return slices.DeleteFunc(ds, func(d rules.Decision) bool { return d.Interview.Dismissed() })
}

// unnamed gives the events that fix the ids which are being shown.
func (s *state) unnamed() []rules.Event {
	return rules.Names(s.interviews(), s.events)
}

// find gives the decision about the interview with this id, or with the only
// id or company that begins so.
func (s *state) find(id string) (rules.Decision, error) {
	ds := s.decisions()
	var hits []rules.Decision
	want := strings.ToLower(id)
	for _, d := range ds {
		if d.Interview.ID == id {
			return d, nil
		}
		if strings.HasPrefix(d.Interview.ID, want) || strings.HasPrefix(strings.ToLower(d.Interview.Company), want) {
			hits = append(hits, d)
		}
	}
	switch len(hits) {
	case 1:
		return hits[0], nil
	case 0:
		ids := make([]string, len(ds))
		for i, d := range ds {
			ids[i] = d.Interview.ID
		}
		return rules.Decision{}, fail(exitUsage, "there is no interview %q;%s `inboxwatch status` lists them", clean(id), didYouMean(want, ids))
	}
	ids := make([]string, len(hits))
	for i, d := range hits {
		ids[i] = d.Interview.ID
	}
	return rules.Decision{}, fail(exitUsage, "%q fits several interviews: %s", clean(id), strings.Join(ids, ", "))
}

// say reads the journal anew and prints where one interview now stands.
func (s *state) say(id string) error {
	var err error
	if s.events, err = s.journal.Events(); err != nil {
		return err
	}
	for _, d := range s.decisions() {
		if d.Interview.ID == id {
			_, err = fmt.Fprintf(s.std.out, "%s: %s. %s\n", clean(id), stateWords[d.State].words, clean(d.Reason))
			return err
		}
	}
	_, err = fmt.Fprintf(s.std.out, "%s: no longer an interview of yours\n", clean(id))
	return err
}

// localZone is the interview's own zone, or the owner's where it has none.
func localZone(iv rules.Interview, s rules.Settings) *time.Location {
	if iv.Start.Zero() {
		return s.Location
	}
	return iv.Start.At.Location()
}

// oneOperand gives the only operand of a command; lists is the command that
// shows what there is.
func oneOperand(c *cli.Context, cmd, what, lists string) (string, error) {
	if c.NArg() == 0 {
		return "", fail(exitUsage, "%s: %s is missing; `inboxwatch %s` lists them", cmd, what, lists)
	}
	if c.NArg() > 1 {
		return "", fail(exitUsage, "%s takes one operand (%s), not %d", cmd, what, c.NArg())
	}
	return c.Args().First(), nil
}

func noOperands(c *cli.Context, cmd string) error {
	if c.Args().Present() {
		return fail(exitUsage, "%s takes no operand, but got %q", cmd, clean(c.Args().First()))
	}
	return nil
}
