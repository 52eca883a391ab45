//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"modernc.org/sqlite"

	"inboxwatch/internal/imaptest"
)

// killAtWrite names the variable that makes the program, where it is the
// test's own binary, kill itself with SIGKILL right before the so manieth
// commit of its state.
const killAtWrite = "SAFETY_KILL_AT_WRITE"

// armKill does what killAtWrite asks for. The moment right after a commit needs
// no kill of its own: until the next commit or command nothing can tell it from
// the moment before those, and they are killed at.
func armKill() {
	at, err := strconv.ParseInt(os.Getenv(killAtWrite), 10, 64)
	if err != nil {
		return
	}
	var n atomic.Int64
	sqlite.RegisterConnectionHook(func(c sqlite.ExecQuerierContext, _ string) error {
		h, ok := c.(sqlite.HookRegisterer)
		if !ok {
			return errors.New("no commit hook on this connection")
		}
		h.RegisterCommitHook(func() int32 {
			if n.Add(1) == at {
				_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
				select {}
			}
			return 0
		})
		return nil
	})
}

func wasKilled(err error) bool {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return false
	}
	w, ok := exit.Sys().(syscall.WaitStatus)
	return ok && w.Signaled() && w.Signal() == syscall.SIGKILL
}

// eachPlay runs a test on a server that does all right and on one without MOVE
// and UIDPLUS, in both scenes.
func eachPlay(t *testing.T, test func(*testing.T, imaptest.Options, scene)) {
	for _, play := range []string{"plain", "bare, in Polish"} {
		p, ok := imaptest.PlayFor(play)
		if !ok {
			t.Fatalf("no play %q", play)
		}
		for _, s := range scenes {
			t.Run(play+"/"+s.name, func(t *testing.T) { test(t, imaptest.Options{Play: &p}, s) })
		}
	}
}

// TestKilledAtEveryWrite kills the program right before each commit of its
// state in turn, until a run has none left, and lets sound passes follow.
func TestKilledAtEveryWrite(t *testing.T) {
	eachPlay(t, func(t *testing.T, opts imaptest.Options, s scene) {
		picture, status := s.ideal(t, opts)
		staged := s.build(t, opts)
		for n := 1; ; n++ {
			if n > 500 {
				t.Fatal("a run does not come to its end")
			}
			state := filepath.Join(memDir(t), "state.db")
			d := staged.again(t, state)
			cmd := newChild(t, d, state).command("run")
			cmd.Env = append(cmd.Env, killAtWrite+"="+strconv.Itoa(n))
			err := cmd.Run()
			if err != nil && !wasKilled(err) {
				t.Errorf("write %d: %v, want SIGKILL", n, err)
			}
			if err := d.soundAgain(state, picture, status); err != nil {
				t.Errorf("killed at write %d: %v", n, err)
			}
			d.srv.Close()
			if err == nil {
				if n < 8 { // three intents and what became of them, what was seen, where it ended
					t.Errorf("a run of %d writes: the hook does not see them", n-1)
				}
				t.Logf("killed at each of %d writes, %d healed", n-1, n-1)
				return
			}
		}
	})
}

// TestKilledAtEveryCommand kills the program at each command of a run: while
// the command is on its way, and when the server has carried it out and the
// program does not know. Without -every-fault a first run is killed at each
// third of its reads, and after reads nowhere.
func TestKilledAtEveryCommand(t *testing.T) {
	eachPlay(t, func(t *testing.T, opts imaptest.Options, s scene) {
		picture, status := s.ideal(t, opts)
		staged := s.build(t, opts)
		verbs, err := killed(t, staged, imaptest.Fault{}, picture, status)
		if err != nil || len(verbs) < 10 {
			t.Fatalf("a run of %d commands: %v", len(verbs), err)
		}
		var seen tally
		var faults []imaptest.Fault
		for n, verb := range verbs {
			read := slices.Contains(reads, verb)
			if *everyFault || !read || len(s.steps) > 0 || n%3 == 0 {
				faults = append(faults, imaptest.Fault{Command: n + 1, Do: imaptest.Hold})
			}
			// After a read nothing is otherwise than before it, and after LOGOUT there is no run.
			if verb != "LOGOUT" && (*everyFault || !read) {
				faults = append(faults, imaptest.Fault{Command: n + 1, Do: imaptest.Swallow})
			}
		}
		crew(len(faults), 4, func(i int) {
			f := faults[i]
			seen.add("tried, " + string(f.Do))
			if _, err := killed(t, staged, f, picture, status); err != nil {
				t.Errorf("killed at command %d (%s), %s: %v", f.Command, verbs[f.Command-1], f.Do, err)
				return
			}
			seen.add("healed")
		})
		t.Logf("killed before (hold) and after (swallow) commands of %d: %v", len(verbs), seen.n)
	})
}

// killed kills one run at a command, or lets it end where the fault has none,
// and gives the commands that came.
func killed(t *testing.T, staged set, f imaptest.Fault, picture, status string) ([]string, error) {
	state := filepath.Join(memDir(t), "state.db")
	d := staged.again(t, state)
	defer d.srv.Close()
	proxy, err := imaptest.StartProxy(d.srv.Addr(), 0)
	if err != nil {
		return nil, err
	}
	defer proxy.Close()
	proxy.Break(f)
	cmd := childAt(t, d, state, proxy.Port).command("run")
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for limit := time.After(20 * time.Second); ; {
		select {
		case err = <-ended:
		case <-limit:
			_ = cmd.Process.Kill()
			<-ended
			return nil, errors.New("the run did not end and came to no such command")
		case <-time.After(200 * time.Microsecond):
			if f.Do == imaptest.Hold && proxy.Hit() || proxy.Carried() {
				_ = cmd.Process.Kill()
				f.Command = 0
			}
			continue
		}
		break
	}
	if verbs := proxy.Seen(); proxy.Hit() != wasKilled(err) || f.Command != 0 {
		return verbs, fmt.Errorf("ended with %v, not killed", err)
	}
	return proxy.Seen(), d.soundAgain(state, picture, status)
}
