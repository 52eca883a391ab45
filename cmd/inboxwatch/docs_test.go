package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/imapwatch"
)

var (
	inlineCommand = regexp.MustCompile("`(inboxwatch [^`]+)`")
	blockCommand  = regexp.MustCompile(`^(?:    )+(?:\$ )?(inboxwatch .*)$`)
)

// shownCommands gives every command line that a page shows, without the
// remark after it.
func shownCommands(page string) []string {
	var out []string
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\n")
		if m := blockCommand.FindStringSubmatch(line); m != nil {
			cmd, _, _ := strings.Cut(m[1], " #")
			out = append(out, strings.TrimSpace(cmd))
			continue
		}
		for _, m := range inlineCommand.FindAllStringSubmatch(line, -1) {
			out = append(out, m[1])
		}
	}
	return out
}

// shellWords splits at spaces outside single quotes.
func shellWords(line string) []string {
	var words []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			words = append(words, part)
			continue
		}
		words = append(words, strings.Fields(part)...)
	}
	return words
}

// parses runs a command line as far as its flags and operands are read, with
// every action taken out.
func parses(args []string) error {
	app := newApp(stdio{strings.NewReader(""), io.Discard, io.Discard})
	var disarm func([]*cli.Command)
	disarm = func(cmds []*cli.Command) {
		for _, c := range cmds {
			sub := len(c.Subcommands) > 0
			c.Action = func(x *cli.Context) error {
				if sub && x.Args().Present() {
					return unknownCommand(x, x.Args().First())
				}
				return nil
			}
			disarm(c.Subcommands)
		}
	}
	disarm(app.Commands)
	return app.Run(arrange(app, args))
}

// TestShownCommands: every command line in the documents is one that the
// program knows, with flags that it knows.
func TestShownCommands(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(pages) < 5 {
		t.Fatalf("the documents are not where they should be: %v %v", pages, err)
	}
	seen := 0
	for _, page := range append(pages, "../../README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range shownCommands(string(text)) {
			seen++
			if err := parses(shellWords(line)); err != nil {
				t.Errorf("%s: %s: %v", filepath.Base(page), line, err)
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d command lines found: the test does not see them", seen)
	}
	for _, wrong := range []string{"inboxwatch runn", "inboxwatch run --dry", "inboxwatch templates lst", "inboxwatch status --jsn x"} {
		if parses(shellWords(wrong)) == nil {
			t.Errorf("%s passes, and should not", wrong)
		}
	}
}

// TestProviderPage: every provider that set-up knows has its section, with its
// host and the address of its app passwords.
func TestProviderPage(t *testing.T) {
	text, err := os.ReadFile("../../docs/providers.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range imapwatch.Providers {
		_, section, ok := strings.Cut(string(text), "\n## "+p.Name+"\n")
		if !ok {
			t.Errorf("no section %q", p.Name)
			continue
		}
		section, _, _ = strings.Cut(section, "\n## ")
		address, _, _ := strings.Cut(p.AppPassword, " ")
		for _, want := range []string{p.Hosts[0], address} {
			if !strings.Contains(section, want) {
				t.Errorf("%s: %q is not said", p.Name, want)
			}
		}
	}
}
