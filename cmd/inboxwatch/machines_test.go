package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/journal"
)

// TestLostState throws the state away, or puts an old copy in its place, at
// every stage of a draft's life. A draft that Drafts, Sent or Trash shows is
// never made again.
func TestLostState(t *testing.T) {
	losses := []struct {
		name string
		lose func(t *testing.T, state string, old []byte)
	}{
		{"lost", func(t *testing.T, state string, _ []byte) { remove(t, state) }},
		{"an old copy", func(t *testing.T, state string, old []byte) {
			remove(t, state)
			if err := os.WriteFile(state, old, 0o600); err != nil {
				t.Fatal(err)
			}
		}},
		{"damaged", func(t *testing.T, state string, _ []byte) {
			remove(t, state)
			if err := os.WriteFile(state, []byte(strings.Repeat("not a database ", 500)), 0o600); err != nil {
				t.Fatal(err)
			}
		}},
	}
	for _, folder := range []string{"Drafts", "Sent", "Trash"} {
		for _, l := range losses {
			t.Run(l.name+", draft in "+folder, func(t *testing.T) {
				state := filepath.Join(memDir(t), "state.db")
				d := newDesk(t, imaptest.Options{})
				defer d.srv.Close()
				d.deliver(threeInterviews...)
				d.set(beforeAll)
				d.mustHeal(state)
				old, err := os.ReadFile(state)
				if err != nil {
					t.Fatal(err)
				}
				d.set(thanksDue)
				d.mustHeal(state)
				d.moveDrafts(folder)
				before := d.mustPicture()
				l.lose(t, state, old)
				for range 2 {
					d.set(d.clock().Add(time.Hour))
					status := d.mustHeal(state)
					if n := strings.Count(status, `"window": "thank-you",`+"\n"); n == 0 && !strings.Contains(status, "message_id") {
						t.Errorf("status lists no draft:\n%s", status)
					}
				}
				if now := d.mustPicture(); now != before {
					t.Errorf("the mailbox changed:\n%s\nwas\n%s", now, before)
				}
			})
		}
	}
}

func remove(t *testing.T, state string) {
	t.Helper()
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(state + suffix); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
}

func (d *desk) mustHeal(state string) string {
	d.t.Helper()
	status, err := d.heal(state)
	if err != nil {
		d.t.Fatal(err)
	}
	return status
}

func (d *desk) mustPicture() string {
	d.t.Helper()
	p, err := d.picture()
	if err != nil {
		d.t.Fatal(err)
	}
	return p
}

func (d *desk) moveDrafts(folder string) {
	d.t.Helper()
	if folder == "Drafts" {
		return
	}
	msgs, err := d.srv.Messages("Drafts")
	if err != nil || len(msgs) == 0 {
		d.t.Fatalf("%d drafts, %v", len(msgs), err)
	}
	for _, m := range msgs {
		if err := d.srv.Move("Drafts", m.UID, folder); err != nil {
			d.t.Fatal(err)
		}
	}
}

// TestClockSetBack runs in the second window, then with the clock set back by
// an hour to two weeks, then right again. Nothing is placed twice, and in
// the end the same drafts wait as if the clock had never gone wrong.
func TestClockSetBack(t *testing.T) {
	for _, back := range []time.Duration{time.Hour, 30 * time.Hour, 5 * 24 * time.Hour, 14 * 24 * time.Hour} {
		t.Run(back.String(), func(t *testing.T) {
			s := scene{steps: []time.Time{beforeAll, thanksDue}, at: secondsDue}
			state := filepath.Join(memDir(t), "state.db")
			d := s.stage(t, imaptest.Options{}, state)
			defer d.srv.Close()
			d.mustHeal(state)
			d.set(secondsDue.Add(-back))
			d.mustHeal(state)
			d.checkSingle("Drafts")
			d.set(secondsDue.Add(time.Hour))
			d.mustHeal(state)
			d.mustHeal(state)
			d.count("Drafts", 3)
		})
	}
}

// checkSingle asks that no Message-ID lies twice in a folder.
func (d *desk) checkSingle(folder string) {
	d.t.Helper()
	msgs, err := d.srv.Messages(folder)
	if err != nil {
		d.t.Fatal(err)
	}
	d.count(folder, len(msgs))
}

// TestManyMachines lets machines with states of their own run at the same
// moment, over a line that is slow enough for them to overlap.
func TestManyMachines(t *testing.T) {
	picture, _ := scenes[0].ideal(t, imaptest.Options{})
	rounds := 2
	for _, n := range []int{2, 3, 8} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			twins := 0
			for round := range rounds {
				d := scenes[0].stage(t, imaptest.Options{}, "")
				slow, err := imaptest.StartProxy(d.srv.Addr(), 2*time.Millisecond)
				if err != nil {
					t.Fatal(err)
				}
				defer slow.Close()
				dir := memDir(t)
				state := func(i int) string { return filepath.Join(dir, fmt.Sprintf("state-%d.db", i)) }
				// All have read the mail before; now the moment comes.
				d.set(beforeAll)
				var ms []*machine
				for i := range n {
					m, err := d.machine(state(i), slow.Port, 20*time.Second, io.Discard)
					if err != nil {
						t.Fatal(err)
					}
					defer m.close()
					ms = append(ms, m)
				}
				var wg sync.WaitGroup
				for _, m := range ms {
					wg.Go(func() {
						if _, err := m.e.pass(t.Context()); err != nil {
							t.Error(err)
						}
					})
				}
				wg.Wait()
				d.set(thanksDue)
				for _, m := range ms {
					wg.Go(func() {
						if _, err := m.e.pass(t.Context()); err != nil && codeOf(err) != exitTry {
							t.Error(err)
						}
					})
				}
				wg.Wait()
				twins += d.srv.Verbs()["APPEND Drafts"] - 3
				for range 2 {
					for _, m := range ms {
						if _, err := m.e.pass(t.Context()); err != nil {
							t.Error(err)
						}
					}
				}
				if now := d.mustPicture(); now != picture {
					t.Errorf("round %d: the mailbox is\n%swant\n%s", round, now, picture)
				}
				d.srv.Close()
			}
			t.Logf("%d machines, %d rounds: %d twins stored at the same moment and taken back, 0 left", n, rounds, twins)
		})
	}
}

// TestOneStateTwoProcesses: the second process is sent away (75) while the
// first works; together they place each draft once.
func TestOneStateTwoProcesses(t *testing.T) {
	state := filepath.Join(memDir(t), "state.db")
	d := scenes[0].stage(t, imaptest.Options{}, state)
	defer d.srv.Close()
	first, err := d.machine(state, d.srv.Port, 20*time.Second, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := journal.Open(state, journal.Write); codeOf(err) != exitTry {
		t.Errorf("a second writer: %v, want exit code 75", err)
	}
	if _, err := first.e.pass(context.Background()); err != nil {
		t.Fatal(err)
	}
	first.close()
	c := newChild(t, d, state)
	var wg sync.WaitGroup
	codes := make([]int, 6)
	for i := range codes {
		wg.Go(func() { codes[i], _ = c.run("run") })
	}
	wg.Wait()
	for _, code := range codes {
		if code != exitOK && code != exitTry {
			t.Errorf("exit codes %v, want 0 or 75", codes)
		}
	}
	if code, out := c.run("run"); code != exitOK {
		t.Errorf("in the end: exit code %d\n%s", code, out)
	}
	d.count("Drafts", 3)
	t.Logf("6 processes on one state: exit codes %v, 3 drafts", codes)
}
