package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

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
	seen := 0
	for path, text := range pages(t) {
		for _, line := range shownCommands(text) {
			seen++
			if err := parses(shellWords(line)); err != nil {
				t.Errorf("%s: %s: %v", path, line, err)
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

// pages gives every page for users, by its path from the top.
func pages(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, pattern := range []string{"README.md", "SECURITY.md", "contrib/service/README.md", "docs/*.md", "docs/*/*.md"} {
		paths, err := filepath.Glob("../../" + pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: the documents are not where they should be: %v", pattern, err)
		}
		for _, p := range paths {
			text, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			all[filepath.ToSlash(strings.TrimPrefix(filepath.ToSlash(p), "../../"))] = string(text)
		}
	}
	return all
}

// TestProviderPages: every provider that set-up knows has a page of its own,
// with its host and the address of its app passwords, and the index names it.
func TestProviderPages(t *testing.T) {
	byTitle, all := map[string]string{}, pages(t)
	for path, text := range all {
		title, _, _ := strings.Cut(strings.TrimPrefix(text, "# "), "\n")
		byTitle[title] = path
	}
	for _, p := range imapwatch.Providers {
		path, ok := byTitle[p.Name]
		if !ok {
			t.Errorf("no page %q", p.Name)
			continue
		}
		address, _, _ := strings.Cut(p.AppPassword, " ")
		for _, want := range []string{p.Hosts[0], address} {
			if !strings.Contains(all[path], want) {
				t.Errorf("%s: %q is not said", path, want)
			}
		}
		if link := "[" + p.Name + "](" + path[strings.LastIndexByte(path, '/')+1:] + ")"; !strings.Contains(all["docs/providers/README.md"], link) {
			t.Errorf("the index has no %s", link)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#]*)(#[^)]*)?\)`)

// TestLinks: every link within the documents leads to a file, and to a heading
// that is there.
func TestLinks(t *testing.T) {
	seen := 0
	for path, text := range pages(t) {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			seen++
			target := filepath.Join("../..", path)
			if m[1] != "" {
				target = filepath.Join(filepath.Dir(target), m[1])
			}
			raw, err := os.ReadFile(target)
			if err != nil {
				t.Errorf("%s: %s leads nowhere", path, m[0])
				continue
			}
			if m[2] != "" && !slices.Contains(anchors(string(raw)), m[2]) {
				t.Errorf("%s: %s: no such heading", path, m[0])
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d links found", seen)
	}
}

// anchors gives the addresses of a page's headings as GitHub makes them.
func anchors(page string) (all []string) {
	for line := range strings.Lines(page) {
		if title := strings.TrimLeft(line, "#"); title != line {
			all = append(all, "#"+strings.Map(func(r rune) rune {
				switch {
				case r == ' ':
					return '-'
				case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
					return unicode.ToLower(r)
				}
				return -1
			}, strings.TrimSpace(title)))
		}
	}
	return all
}
