//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestStatusInTerminal: a terminal gets colour, unless NO_COLOR is set, and
// lines of its own width.
func TestStatusInTerminal(t *testing.T) {
	home := t.TempDir()
	config := filepath.Join(home, "config/inboxwatch/config.toml")
	if err := os.MkdirAll(filepath.Dir(config), 0o700); err != nil {
		t.Fatal(err)
	}
	text := "timezone = \"Europe/London\"\n[person]\nname = \"Sam Okafor\"\naddresses = [\"sam@okafor.example\"]\n" +
		"[[account]]\nname = \"personal\"\nhost = \"127.0.0.1\"\nsecurity = \"none\"\nusername = \"sam\"\npassword_env = \"TURN_PASSWORD\"\n"
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c := newConsole(t, home, initMode{}, "add", "--company", "Saltmarsh Schools Trust", "--role", "Logistics Officer", "--start", "2026-11-12 14:00")
	if code := c.end(); code != exitOK {
		t.Fatal(c.shown())
	}
	for _, columns := range []int{40, 80, 100} {
		for _, env := range [][]string{nil, {"NO_COLOR=1"}} {
			c := newConsole(t, home, initMode{columns: columns, env: env}, "--now", turnNow, "status")
			if code := c.end(); code != exitOK || !strings.Contains(c.shown(), "Saltmarsh Schools Trust") {
				t.Fatalf("exit %d\n%s", code, c.shown())
			}
			for line := range strings.Lines(ansi.Strip(strings.ReplaceAll(c.raw.String(), "\r", ""))) {
				if w := ansi.StringWidth(strings.TrimRight(line, "\n")); w > columns {
					t.Errorf("%d columns in a terminal of %d: %q", w, columns, line)
				}
			}
			if env != nil {
				colourless(t, c)
			} else if !strings.Contains(c.raw.String(), "\x1b[33m") {
				t.Errorf("no colour: %q", c.raw.String())
			}
		}
	}
}
