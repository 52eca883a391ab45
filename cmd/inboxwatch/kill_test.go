package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/journal"
	"inboxwatch/internal/rules"
)

// kills is how often the program is killed.
var kills = flag.Int("kills", 60, "how many random moments of a run to kill the program at")

// child is the real program as a process of its own.
type child struct {
	program, state, config, now string
	limitKB                     int // largest file it may write; 0: any
}

func newChild(t *testing.T, d *desk, state string) child { return childAt(t, d, state, d.srv.Port) }

// childAt reaches the server through the port of a proxy.
func childAt(t *testing.T, d *desk, state string, port int) child {
	t.Helper()
	program, err := exec.LookPath("inboxwatch") // the test's own binary, put there by testscript.Main
	if err != nil {
		t.Fatal(err)
	}
	cfg := fmt.Sprintf("timezone = \"Europe/London\"\ncountry = \"GB\"\n[person]\nname = %q\naddresses = [%q]\nphone = %q\n"+
		"[[account]]\nname = \"robin\"\nhost = %q\nport = %d\nsecurity = \"none\"\nusername = %q\npassword_env = \"SAFETY_PASSWORD\"\n",
		demoOwner.Name, demoOwner.Addresses[0], demoOwner.Phone, d.srv.Host, port, d.srv.User)
	path := filepath.Join(filepath.Dir(state), "config.toml")
	if err := os.WriteFile(path, []byte(cfg), 0o600); err != nil {
		t.Fatal(err)
	}
	return child{program: program, state: state, config: path, now: d.clock().Format(time.RFC3339)}
}

func (c child) command(args ...string) *exec.Cmd {
	full := append([]string{"--config", c.config, "--state", c.state, "--now", c.now}, args...)
	cmd := exec.Command(c.program, full...)
	if c.limitKB > 0 {
		cmd = exec.Command("bash", append([]string{"-c", fmt.Sprintf(`ulimit -f %d; exec "$0" "$@"`, c.limitKB), c.program}, full...)...)
	}
	cmd.Env = append(os.Environ(), "SAFETY_PASSWORD=harbour-light")
	return cmd
}

// run gives the exit code and all that was printed.
func (c child) run(args ...string) (code int, printed string) {
	cmd := c.command(args...)
	var b bytes.Buffer
	cmd.Stdout, cmd.Stderr = &b, &b
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), b.String()
	}
	if err != nil {
		return -1, err.Error()
	}
	return 0, b.String()
}

// TestKilled ends the program with SIGKILL at random moments of a run, then
// lets it run again: the mailbox must look as if it had never been killed.
func TestKilled(t *testing.T) {
	s := scenes[1]
	picture, _ := s.ideal(t, imaptest.Options{})
	staged := s.build(t, imaptest.Options{})
	begin := time.Now()
	func() { // how long a whole run takes
		state := filepath.Join(memDir(t), "state.db")
		d := staged.again(t, state)
		defer d.srv.Close()
		begin = time.Now()
		if code, out := newChild(t, d, state).run("run"); code != 0 {
			t.Fatalf("exit code %d\n%s", code, out)
		}
	}()
	whole := time.Since(begin)
	var seen tally
	for i := range *kills {
		state := filepath.Join(memDir(t), "state.db")
		d := staged.again(t, state)
		c := newChild(t, d, state)
		cmd := c.command("run")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(whole * 8 / 10)))) // the last part only closes
		_ = cmd.Process.Kill()
		if err := cmd.Wait(); err == nil {
			seen.add("had ended already")
		} else {
			seen.add("killed")
		}
		switch now := d.mustPicture(); {
		case now == picture:
			seen.add("after all of its work")
		default:
			if msgs, _ := d.srv.Messages("Trash"); len(msgs) > 0 {
				seen.add("in the middle of it")
			}
		}
		var code int
		var out string
		for range 3 {
			if code, out = c.run("run"); code != exitTry {
				break
			}
		}
		if code != 0 {
			t.Errorf("kill %d of %d: exit code %d\n%s", i, *kills, code, out)
		}
		if now := d.mustPicture(); now != picture {
			t.Errorf("kill %d of %d: the mailbox is\n%swant\n%s", i, *kills, now, picture)
		} else {
			seen.add("healed")
		}
		d.srv.Close()
	}
	t.Logf("%d kills over a run of %s: %v", *kills, whole.Round(time.Millisecond), seen.n)
}

// TestDiskFull runs the program with less and less room for its state. It ends
// with 73 and one line, never places a draft that the state does not know of,
// and goes on where it stopped once there is room.
func TestDiskFull(t *testing.T) {
	s := scenes[0]
	picture, _ := s.ideal(t, imaptest.Options{})
	var seen tally
	for limit := 4; limit <= 400; limit += 12 + limit/4 {
		state := filepath.Join(memDir(t), "state.db")
		d := s.stage(t, imaptest.Options{}, state)
		c := newChild(t, d, state)
		c.limitKB = limit
		code, out := c.run("run")
		seen.add(fmt.Sprintf("ended with %d", code))
		if code != exitOK && code != exitState {
			t.Errorf("room for %d kB: exit code %d, want 73\n%s", limit, code, out)
		}
		if code == exitState && strings.Count(strings.TrimSpace(out), "\n") > 0 && !strings.Contains(out, "Put into Drafts") {
			t.Errorf("room for %d kB: more than one line:\n%s", limit, out)
		}
		if err := d.checkKnown(state); err != nil {
			t.Errorf("room for %d kB: %v", limit, err)
		}
		c.limitKB = 0
		if code, out := c.run("run"); code != 0 {
			t.Errorf("with room again, after %d kB: exit code %d\n%s", limit, code, out)
		}
		if now := d.mustPicture(); now != picture {
			t.Errorf("after %d kB: the mailbox is\n%swant\n%s", limit, now, picture)
		} else {
			seen.add("healed")
		}
		d.srv.Close()
	}
	t.Logf("states of 4 to 400 kB: %v", seen.n)
}

// checkKnown asks that every mail in Drafts has its intent in the journal.
func (d *desk) checkKnown(state string) error {
	msgs, err := d.srv.Messages("Drafts")
	if err != nil || len(msgs) == 0 {
		return err
	}
	j, err := journal.Open(state, journal.Read)
	if err != nil {
		return err
	}
	defer j.Close()
	events, err := j.Events()
	if err != nil {
		return err
	}
	intents := map[string]bool{}
	for _, e := range events {
		if e.Draft != nil && e.Draft.State == rules.DraftIntended {
			intents[e.Draft.MessageID] = true
		}
	}
	if len(intents) < len(msgs) {
		return fmt.Errorf("%d drafts, but only %d intents in the journal", len(msgs), len(intents))
	}
	return nil
}

// TestStateCannotBeWritten: no state, no draft.
func TestStateCannotBeWritten(t *testing.T) {
	dir := memDir(t)
	wide := filepath.Join(dir, "wide.db")
	if err := os.WriteFile(wide, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.db")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, state := range map[string]string{
		"a folder that cannot be written": "/proc/inboxwatch/state.db",
		"a folder in its place":           dir,
		"a file in the folder's place":    filepath.Join(other, "state.db"),
		"readable by others":              wide,
		"a device":                        "/dev/full",
	} {
		t.Run(name, func(t *testing.T) {
			d := scenes[0].stage(t, imaptest.Options{}, "")
			defer d.srv.Close()
			c := newChild(t, d, filepath.Join(dir, "unused"))
			c.state = state
			code, out := c.run("run")
			if code != exitState || strings.Count(strings.TrimSpace(out), "\n") > 0 {
				t.Errorf("exit code %d, want 73 and one line:\n%s", code, out)
			}
			d.count("Drafts", 0)
		})
	}
}
