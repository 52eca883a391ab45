package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/rules"
)

// settleDelay lets mails that arrive together be read together.
const settleDelay = 200 * time.Millisecond

func watchCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:  "watch",
		Usage: "stay: notice new mail at once, and wake when a window opens",
		Description: "Stops cleanly on Ctrl-C; SIGHUP reads the configuration anew. A connection that breaks\n" +
			"is made again. `inboxwatch service install` starts this whenever you log in.\n" +
			"Example:\n  inboxwatch watch" + exitHelp,
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "watch"); err != nil {
				return err
			}
			hup := make(chan os.Signal, 1)
			if len(reloadSignals) > 0 { // none would mean all
				signal.Notify(hup, reloadSignals...)
				defer signal.Stop(hup)
			}
			now := clock(c, true)
			for {
				again, err := watchOnce(c, std, now, hup)
				if !again {
					return err
				}
			}
		},
	}
}

// watchOnce watches with one reading of the configuration; again is set where
// it is to be read anew.
func watchOnce(c *cli.Context, std stdio, now func() time.Time, hup <-chan os.Signal) (again bool, err error) {
	e, done, err := startEngine(c, std, false, now)
	if err != nil {
		return false, err
	}
	defer done()
	e.patience = drafts.DoubtPatience
	e.tell = teller(std.out, false)
	fmt.Fprintf(std.err, "inboxwatch: watching %s; Ctrl-C stops it at any moment\n", plural(len(e.cfg.Accounts), "account"))
	w := &watcher{e: e, notify: newNotifier(), look: journalBeat,
		sound: func() error { _, err := loadConfig(c); return err }}
	again, err = w.loop(c.Context, hup)
	if !again { // at STOPPING systemd would end a service that only reads its configuration anew
		w.notify.send("STOPPING=1")
	}
	return again, err
}

// watcher is the loop of watch.
type watcher struct {
	e      *engine
	notify notifier
	look   time.Duration // between two looks at the journal and the wall clock
	sound  func() error  // tells what is wrong with the configuration as it is now
	ready  bool
}

func (w *watcher) loop(ctx context.Context, hup <-chan os.Signal) (again bool, err error) {
	w.e.rests = rests{}
	for {
		ds, err := w.e.pass(ctx)
		if ctx.Err() != nil {
			fmt.Fprintln(os.Stderr, "inboxwatch: stopped; nothing is half done")
			return false, nil
		}
		if err != nil && hopeless(err) && !(w.ready && errors.Is(err, imapwatch.ErrMissing)) {
			return false, err // a folder that was there a moment ago may come back
		}
		if !w.ready {
			w.notify.send("READY=1")
			w.ready = true
		}
		w.notify.send("WATCHDOG=1")
		switch w.sleep(ctx, hup, earlier(w.e.wake(ds), w.e.rests.next())) {
		case wakeReload:
			if err := w.sound(); err != nil {
				w.e.log.Warn("the configuration cannot be read anew; going on with the old one", "why", err)
				continue
			}
			return true, nil
		case wakeStop:
			fmt.Fprintln(os.Stderr, "inboxwatch: stopped; nothing is half done")
			return false, nil
		}
	}
}

// hopeless errors are not mended by trying again.
func hopeless(err error) bool {
	switch codeOf(err) {
	case exitTry, exitOK:
		return false
	}
	return true
}

// wake gives the moment at which some decision changes by itself; zero where
// none does. One that changed within the pass, maybe after its place was looked
// at, lies in the past: the next pass follows at once.
func (e *engine) wake(ds []rules.Decision) time.Time {
	until := e.crossed
	for _, d := range ds {
		if !d.NextAt.IsZero() {
			until = earlier(until, d.NextAt)
		}
	}
	return until
}

// earlier gives the earlier of two moments, zero standing for never.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

type wakeup int

const (
	wakePass   wakeup = iota // something moved, or it is time
	wakeReload               // SIGHUP
	wakeStop
)

// watchdogBeat is how often systemd is told that the program lives.
const watchdogBeat = 5 * time.Minute

// journalBeat is how often the journal is looked at for marks of another
// process.
const journalBeat = 15 * time.Second

// sleep waits on every account's connection at once until something moves
// anywhere. Each connection has its own goroutine, which ends before sleep
// returns.
func (w *watcher) sleep(ctx context.Context, hup <-chan os.Signal, until time.Time) wakeup {
	wait, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer func() { cancel(); wg.Wait() }()
	moved := make(chan string, len(w.e.clients)+1)
	for name, c := range w.e.clients {
		wg.Go(func() {
			reason, err := c.Wait(wait, time.Time{})
			if err != nil && wait.Err() == nil && !errors.Is(err, context.Canceled) {
				w.e.log.Info("connection lost while waiting", "account", name, "why", err)
			}
			moved <- fmt.Sprint(name, ": ", reason)
		})
	}
	beat := time.NewTicker(watchdogBeat)
	defer beat.Stop()
	look := time.NewTicker(w.look)
	defer look.Stop()
	for {
		var timer <-chan time.Time
		if !until.IsZero() {
			// Timers run on the monotonic clock; a laptop's sleep is noticed by
			// looking at the wall clock at every tick.
			timer = time.After(max(until.Round(0).Sub(w.e.now().Round(0)), 0))
		}
		select {
		case <-ctx.Done():
			return wakeStop
		case <-hup:
			return wakeReload
		case why := <-moved:
			w.e.log.Debug("awake", "why", why)
			pause(ctx, settleDelay)
			return wakePass
		case <-timer:
			return wakePass
		case <-beat.C:
			w.notify.send("WATCHDOG=1")
		case <-look.C:
			if changed, err := w.e.ledger.j.Changed(); err != nil || changed {
				if w.e.ledger.reload() == nil {
					return wakePass
				}
			}
			if !until.IsZero() && !w.e.now().Round(0).Before(until.Round(0)) {
				return wakePass
			}
		}
	}
}

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}
