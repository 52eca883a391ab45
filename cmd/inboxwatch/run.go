package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

func runCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:  "run",
		Usage: "one pass: read what is new, put into Drafts what is due",
		Description: "--dry-run says what it would do and changes nothing, neither in the mailbox nor in the state.\n" +
			"Examples:\n  inboxwatch run --dry-run\n  inboxwatch --now 2026-11-15T09:00:00Z run" + exitHelp,
		Flags: []cli.Flag{&cli.BoolFlag{Name: "dry-run", Usage: "only say what would be done"}},
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "run"); err != nil {
				return err
			}
			dry := c.Bool("dry-run")
			e, done, err := startEngine(c, std, dry, clock(c, false))
			if err != nil {
				return err
			}
			defer done()
			e.tell = teller(std.out, dry)
			bar := progressBar(std.err)
			e.progress = bar.show
			ds, err := e.pass(c.Context)
			bar.clear()
			if interrupted(c.Context, err) {
				return fail(exitTry, "stopped; nothing is half done, the next run goes on from here")
			}
			if err != nil {
				return err
			}
			return writeSummary(std.out, ds, dry)
		},
	}
}

// startEngine loads what a pass needs. done closes it all.
func startEngine(c *cli.Context, std stdio, dry bool, now func() time.Time) (e *engine, done func(), err error) {
	cfg, err := loadConfig(c)
	if err != nil {
		return nil, nil, err
	}
	mode := journal.Write
	if dry {
		mode = journal.Read
	}
	j, err := journal.Open(statePath(c), mode)
	if err != nil {
		return nil, nil, err
	}
	if at := j.Damaged(); at != "" {
		fmt.Fprintf(std.err, "inboxwatch: the state was damaged; it is kept as %s, and a new one is made from your mailbox\n", at)
	}
	l, err := openLedger(j, dry)
	if err == nil {
		e, err = newEngine(cfg, l, now, logger(c, std))
	}
	if err != nil {
		j.Close()
		return nil, nil, err
	}
	return e, func() { e.close(); j.Close() }, nil
}

// interrupted reports whether the user stopped the pass.
func interrupted(ctx context.Context, err error) bool {
	return ctx.Err() != nil && (err == nil || errors.Is(err, context.Canceled) || codeOf(err) != exitState)
}

// teller prints each step that a person wants to hear of.
func teller(w io.Writer, dry bool) func(step) {
	verb := map[string]string{
		drafts.DidPlace:    "Put into Drafts",
		drafts.DidFind:     "Already there",
		drafts.DidWithdraw: "Withdrawn from Drafts",
		drafts.DidKeep:     "Left alone, it is yours now",
	}
	if dry {
		verb[drafts.DidPlace], verb[drafts.DidWithdraw] = "Would put into Drafts", "Would withdraw from Drafts"
	}
	return func(s step) {
		words, ok := verb[s.did]
		if !ok {
			return
		}
		fmt.Fprintf(w, "%s: %s for %s (%s)\n", words, windowWords[s.window], title(s.decision.Interview), clean(s.decision.Interview.ID))
		fmt.Fprint(w, wrap("why: "+clean(s.reason), "  ", statusWidth))
	}
}

// writeSummary closes a run with one line, and with what asks for the user.
func writeSummary(w io.Writer, ds []rules.Decision, dry bool) error {
	open := 0
	for _, d := range ds {
		if stateWords[d.State].open {
			open++
		}
	}
	_, err := fmt.Fprintf(w, "%s known, %d open. `inboxwatch status` shows them.\n", plural(len(ds), "interview"), open)
	return err
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// bar shows progress on long work, on a terminal only.
type bar struct {
	w     io.Writer
	on    bool
	shown bool
	began time.Time
}

func progressBar(w io.Writer) *bar {
	f, ok := w.(*os.File)
	return &bar{w: w, on: ok && isTerminal(f), began: time.Now()}
}

func (b *bar) show(folder string, done, total int) {
	if !b.on || time.Since(b.began) < time.Second {
		return // short work needs no bar
	}
	b.shown = true
	const width = 30
	n := width * done / max(total, 1)
	fmt.Fprintf(b.w, "\r\033[K%s [%s%s] %d of %d mails", clean(folder), repeat("=", n), repeat(" ", width-n), done, total)
}

func (b *bar) clear() {
	if b.shown {
		fmt.Fprint(b.w, "\r\033[K")
	}
}
