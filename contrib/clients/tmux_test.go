//go:build unix

package clients

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// screen is a program in a terminal of its own, 100 columns wide.
type screen struct {
	t      *testing.T
	socket string
}

// newScreen runs a shell command in tmux on a socket of the test's own, with
// home as its home folder, and ends that tmux with the test.
func newScreen(t *testing.T, home, command string) *screen {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Fatal("this test needs tmux: sh contrib/test-tools installs it")
	}
	s := &screen{t: t, socket: filepath.Join(home, "tmux")}
	cmd := exec.Command("tmux", "-S", s.socket, "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "40", command)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_DATA_HOME="+home+"/data", "XDG_CACHE_HOME="+home+"/cache",
		"LC_ALL=C.UTF-8", "TERM=xterm-256color", "TZ=Europe/London")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("start tmux: %v\n%s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", s.socket, "kill-server").Run() })
	return s
}

func (s *screen) keys(keys ...string) {
	s.t.Helper()
	if out, err := exec.Command("tmux", append([]string{"-S", s.socket, "send-keys"}, keys...)...).CombinedOutput(); err != nil {
		s.t.Fatalf("type %q: %v\n%s", keys, err, out)
	}
}

func (s *screen) text() string {
	out, _ := exec.Command("tmux", "-S", s.socket, "capture-pane", "-p").Output()
	return string(out)
}

// await waits until the screen shows all words, and gives the screen.
func (s *screen) await(words ...string) string {
	s.t.Helper()
	shown := ""
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		shown = s.text()
		all := true
		for _, w := range words {
			all = all && strings.Contains(shown, w)
		}
		if all {
			return shown
		}
	}
	s.t.Fatalf("the screen never showed %q; it shows:\n%s", words, shown)
	return ""
}
