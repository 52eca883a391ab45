package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

func manCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name: "man", Hidden: true,
		Usage:       "print the manual page (troff)",
		Description: "Example:\n  inboxwatch man > inboxwatch.1" + exitHelp,
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "man"); err != nil {
				return err
			}
			page, err := manPage(std)
			if err != nil {
				return err
			}
			_, err = io.WriteString(std.out, page)
			return err
		},
	}
}

// manPage is the manual page, the same on every machine. urfave/cli leaves the
// commands' descriptions out: they follow as they are, with their examples.
func manPage(std stdio) (string, error) {
	app := newApp(std)
	places := map[string]string{"config": "$XDG_CONFIG_HOME/inboxwatch/config.toml", "state": "$XDG_STATE_HOME/inboxwatch/state.db"}
	for _, f := range app.Flags {
		if s, ok := f.(*cli.StringFlag); ok && places[s.Name] != "" {
			s.DefaultText = places[s.Name]
		}
	}
	text := app.Description
	app.Description = ""
	page, err := app.ToManWithSection(1)
	var b strings.Builder
	b.WriteString(page)
	section := func(title, text string) { fmt.Fprintf(&b, ".SH %s\n.nf\n%s.fi\n", title, troff(text)) }
	section("FIRST STEPS", text)
	for _, cmd := range app.Commands {
		if !cmd.Hidden {
			text, _, _ := strings.Cut(cmd.Description, "\n\nExit codes:")
			section(strings.ToUpper(cmd.Name), text)
		}
	}
	section("EXIT STATUS", strings.TrimPrefix(exitHelp, "\n\nExit codes: "))
	return b.String(), err
}

// troff keeps a text's lines as they are.
func troff(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		b.WriteString(`\&` + strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(line) + "\n")
	}
	return b.String()
}

// shells has a row per shell that completes: the script is whole in itself, so
// that a press of the tab key starts no program.
var shells = map[string]func([]completion) string{
	"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion, "powershell": powershellCompletion,
}

func completionCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name: "completion", Hidden: true,
		Usage:     "print the completion script of a shell",
		ArgsUsage: "bash|zsh|fish|powershell",
		Description: "Examples:\n" +
			"  inboxwatch completion bash > ~/.local/share/bash-completion/completions/inboxwatch\n" +
			"  inboxwatch completion zsh > ~/.zfunc/_inboxwatch\n" +
			"  inboxwatch completion fish > ~/.config/fish/completions/inboxwatch.fish\n" +
			"  inboxwatch completion powershell >> $PROFILE" + exitHelp,
		Action: func(c *cli.Context) error {
			script, ok := shells[c.Args().First()]
			if !ok || c.NArg() != 1 {
				return fail(exitUsage, "completion takes one of bash, zsh, fish, powershell")
			}
			_, err := io.WriteString(std.out, script(completions(c.App)))
			return err
		},
	}
}

// completion is what can follow a command; the first row, without a name, is
// the program itself.
type completion struct {
	name, usage string
	words       []string // subcommands and flags
}

func completions(app *cli.App) []completion {
	top := completion{words: flagWords(app.Flags)}
	rows := []completion{}
	for _, cmd := range app.Commands {
		if cmd.Hidden {
			continue
		}
		top.words = append(top.words, cmd.Name)
		row := completion{name: cmd.Name, usage: cmd.Usage, words: flagWords(cmd.Flags)}
		for _, sub := range cmd.Subcommands {
			row.words = append(row.words, sub.Name)
			row.words = append(row.words, flagWords(sub.Flags)...)
		}
		slices.Sort(row.words)
		row.words = slices.Compact(row.words)
		rows = append(rows, row)
	}
	return append([]completion{top}, rows...)
}

func flagWords(flags []cli.Flag) []string {
	words := []string{"--help"}
	for _, f := range flags {
		for _, n := range f.Names() {
			if len(n) > 1 && n != "help" {
				words = append(words, "--"+n)
			}
		}
	}
	return words
}

func bashCompletion(rows []completion) string {
	return "# bash completion for inboxwatch\n_inboxwatch() {\n" +
		"  local cur=${COMP_WORDS[COMP_CWORD]} words i\n" +
		"  words='" + strings.Join(rows[0].words, " ") + "'\n" +
		"  for ((i = 1; i < COMP_CWORD; i++)); do\n    case ${COMP_WORDS[i]} in\n" +
		cases(rows, "      %s) words='%s'; break ;;\n") +
		"    esac\n  done\n" +
		"  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\n" +
		"complete -o default -F _inboxwatch inboxwatch\n"
}

func zshCompletion(rows []completion) string {
	return "#compdef inboxwatch\n_inboxwatch() {\n" +
		"  local -a known\n  local i\n" +
		"  known=(" + strings.Join(rows[0].words, " ") + ")\n" +
		"  for ((i = 2; i < CURRENT; i++)); do\n    case $words[i] in\n" +
		cases(rows, "      %s) known=(%s); break ;;\n") +
		"    esac\n  done\n" +
		"  compadd -- $known\n  _files\n}\n" +
		"if [ \"$funcstack[1]\" = _inboxwatch ]; then _inboxwatch \"$@\"; else compdef _inboxwatch inboxwatch; fi\n"
}

func cases(rows []completion, format string) string {
	var b strings.Builder
	for _, r := range rows[1:] {
		fmt.Fprintf(&b, format, r.name, strings.Join(r.words, " "))
	}
	return b.String()
}

func fishCompletion(rows []completion) string {
	var b strings.Builder
	b.WriteString("# fish completion for inboxwatch\n")
	line := func(condition, word, usage string) {
		fmt.Fprintf(&b, "complete -c inboxwatch -n %s", single(condition, `\'`))
		if flag, ok := strings.CutPrefix(word, "--"); ok {
			fmt.Fprintf(&b, " -l %s\n", flag)
			return
		}
		fmt.Fprintf(&b, " -a %s", word)
		if usage != "" {
			fmt.Fprintf(&b, " -d %s", single(usage, `\'`))
		}
		b.WriteString("\n")
	}
	for _, w := range rows[0].words {
		usage := ""
		for _, r := range rows[1:] {
			if r.name == w {
				usage = r.usage
			}
		}
		line("__fish_use_subcommand", w, usage)
	}
	for _, r := range rows[1:] {
		for _, w := range r.words {
			line("__fish_seen_subcommand_from "+r.name, w, "")
		}
	}
	return b.String()
}

func powershellCompletion(rows []completion) string {
	list := func(words []string) string {
		quoted := make([]string, len(words))
		for i, w := range words {
			quoted[i] = single(w, "''")
		}
		return "@(" + strings.Join(quoted, ", ") + ")"
	}
	var b strings.Builder
	b.WriteString("# PowerShell completion for inboxwatch\n" +
		"Register-ArgumentCompleter -Native -CommandName inboxwatch -ScriptBlock {\n" +
		"  param($wordToComplete, $commandAst, $cursorPosition)\n  $known = @{\n")
	for _, r := range rows[1:] {
		fmt.Fprintf(&b, "    %s = %s\n", single(r.name, "''"), list(r.words))
	}
	b.WriteString("  }\n  $words = " + list(rows[0].words) + "\n" +
		"  foreach ($e in $commandAst.CommandElements | Select-Object -Skip 1) {\n" +
		"    $t = $e.ToString()\n    if ($t -ne $wordToComplete -and $known.ContainsKey($t)) { $words = $known[$t]; break }\n  }\n" +
		"  $words | Where-Object { $_ -like \"$wordToComplete*\" } | ForEach-Object {\n" +
		"    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)\n  }\n}\n")
	return b.String()
}

// single puts a text into single quotes, the quotes in it written as escape.
func single(text, escape string) string {
	return "'" + strings.ReplaceAll(text, "'", escape) + "'"
}
