package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"

	"inboxwatch/internal/imaptest"
)

// breakages are the ways in which each command of a run goes wrong.
func breakages() []imaptest.Fault {
	all := []imaptest.Fault{{Do: imaptest.CutBefore}, {Do: imaptest.CutAfter}, {Do: imaptest.CutAnswered}, {Do: imaptest.Swallow},
		{Do: imaptest.Delay, Pause: 30 * time.Millisecond}, {Do: imaptest.Garble}, {Do: imaptest.SayNo}, {Do: imaptest.SayBad}, {Do: imaptest.SayBye}}
	step := 30
	if *everyFault {
		step = 10
	}
	for percent := 10; percent <= 100; percent += step {
		all = append(all, imaptest.Fault{Do: imaptest.CutInside, Percent: percent})
	}
	return all
}

// tally counts by word from several goroutines.
type tally struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *tally) add(word string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.n == nil {
		c.n = map[string]int{}
	}
	c.n[word]++
}

// crew runs n jobs, some at a time: most of a disturbed run is waiting.
func crew(n, atOnce int, job func(int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range atOnce {
		wg.Go(func() {
			for i := range next {
				job(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// TestRunUnderFaults breaks a run at every command in every way, then lets a
// sound run follow. The mailbox must then look, byte for byte, as if nothing
// had happened: each draft once, each withdrawn one in Trash once, INBOX and
// Sent untouched; and status must say the same.
func TestRunUnderFaults(t *testing.T) {
	for _, play := range []string{"plain", "bare, in Polish"} {
		p, ok := imaptest.PlayFor(play)
		if !ok {
			t.Fatalf("no play %q", play)
		}
		for _, s := range scenes {
			t.Run(play+"/"+s.name, func(t *testing.T) { runUnderFaults(t, imaptest.Options{Play: &p}, s) })
		}
	}
}

// everyFault asks for all faults at all commands; without it, those that write
// are broken in every way, the others of the longest run in one each.
var everyFault = flag.Bool("every-fault", false, "break every command of a run in every way")

// reads are the commands that change nothing on the server.
var reads = []string{"AUTHENTICATE", "LOGIN", "EXAMINE", "FETCH", "LIST", "STATUS", "UID FETCH", "UID SEARCH", "UNSELECT", "SEARCH", "NOOP", "CAPABILITY"}

func runUnderFaults(t *testing.T, opts imaptest.Options, s scene) {
	picture, status := s.ideal(t, opts)
	verbs := commandsOf(t, opts, s)
	var faults []imaptest.Fault
	for n, verb := range verbs {
		for k, f := range breakages() {
			if f.Command = n + 1; *everyFault || !slices.Contains(reads, verb) || len(s.steps) > 0 && (k+n)%13 == 0 {
				faults = append(faults, f)
			}
		}
	}
	var seen tally
	start, staged := time.Now(), s.build(t, opts)
	crew(len(faults), 8, func(i int) {
		f := faults[i]
		seen.add("tried")
		err := disturb(t, staged, f, 400*time.Millisecond, picture, status, &seen)
		if errors.Is(err, errNoFault) { // a busy machine: silence ended the pass before
			seen.add("tried again with patience")
			err = disturb(t, staged, f, 5*time.Second, picture, status, &seen)
		}
		if err != nil {
			t.Errorf("%s %d%% at command %d (%s): %v", f.Do, f.Percent, f.Command, verbs[f.Command-1], err)
			return
		}
		seen.add("survived")
	})
	t.Logf("%d commands (%s): %v in %s", len(verbs), strings.Join(slices.Compact(slices.Sorted(slices.Values(verbs))), ", "), seen.n, time.Since(start).Round(time.Millisecond))
}

// commandsOf lists the commands of the scene's run.
func commandsOf(t *testing.T, opts imaptest.Options, s scene) []string {
	t.Helper()
	state := filepath.Join(memDir(t), "state.db")
	d := s.stage(t, opts, state)
	defer d.srv.Close()
	proxy, err := imaptest.StartProxy(d.srv.Addr(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	proxy.Break(imaptest.Fault{})
	m, err := d.machine(state, proxy.Port, 5*time.Second, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	defer m.close()
	if _, err := m.e.pass(t.Context()); err != nil {
		t.Fatal(err)
	}
	return proxy.Seen()
}

var errNoFault = errors.New("the fault did not happen")

func disturb(t *testing.T, s set, f imaptest.Fault, silence time.Duration, picture, status string, seen *tally) error {
	state := filepath.Join(memDir(t), "state.db")
	d := s.again(t, state)
	defer d.srv.Close()
	proxy, err := imaptest.StartProxy(d.srv.Addr(), 0)
	if err != nil {
		return err
	}
	defer proxy.Close()
	m, err := d.machine(state, proxy.Port, silence, io.Discard)
	if err != nil {
		return err
	}
	proxy.Break(f)
	ctx, cancel := context.WithTimeout(context.Background(), 45*time.Second)
	start := time.Now()
	_, err = m.e.pass(ctx)
	took, late := time.Since(start), ctx.Err()
	cancel()
	m.close()
	switch {
	case late != nil || took > 15*time.Second:
		return fmt.Errorf("the broken pass took %s: %v", took, err)
	case err == nil:
		seen.add("went on at once")
	default:
		seen.add(fmt.Sprintf("ended with %d", codeOf(err)))
		if c := codeOf(err); c != exitTry && c != exitLogin && c != exitMissing {
			return fmt.Errorf("exit code %d: %v", c, err)
		}
	}
	if !proxy.Hit() {
		return errNoFault
	}
	return d.soundAgain(state, picture, status)
}

// soundAgain asks that, after at most three undisturbed passes, mailbox and
// status are those of a run that nothing disturbed.
func (d *desk) soundAgain(state, picture, status string) error {
	got, err := d.heal(state)
	if err != nil {
		return fmt.Errorf("not healed: %w", err)
	}
	if err := d.onlyDrafts(); err != nil {
		return err
	}
	now, err := d.picture()
	if err != nil {
		return err
	}
	if now != picture {
		return fmt.Errorf("the mailbox is\n%swant\n%s", now, picture)
	}
	if got != status {
		return fmt.Errorf("status is\n%swant\n%s", got, status)
	}
	return nil
}

// onlyDrafts looks at what the server was asked for: no folder but Drafts was
// opened for writing or stored into, and no read marked a mail as seen.
func (d *desk) onlyDrafts() error {
	to := d.srv.Folder(imap.MailboxAttrDrafts)
	verbs := d.srv.Verbs()
	if len(verbs) == 0 {
		return fmt.Errorf("the server was asked for nothing")
	}
	for verb, n := range verbs {
		what, folder, _ := strings.Cut(verb, " ")
		if (what == "SELECT" || what == "APPEND") && folder != to || verb == "FETCH without PEEK" {
			return fmt.Errorf("%d times %s", n, verb)
		}
	}
	return nil
}
