package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// arrange puts a command's flags before its operands and global flags before
// the command, because urfave/cli stops reading flags at the first operand.
// What follows "--" is left alone.
func arrange(app *cli.App, args []string) []string {
	if len(args) == 0 {
		return args
	}
	global := flagTable(app.Flags)
	var head, flags, operands []string
	var cmd *cli.Command
	var path []string // the command's name, and its subcommand's
	rest := args[1:]
	for i := 0; i < len(rest); i++ {
		a := rest[i]
		if a == "--" {
			operands = append(operands, rest[i:]...)
			break
		}
		if len(a) < 2 || a[0] != '-' {
			if cmd == nil && len(operands) == 0 {
				if cmd = app.Command(a); cmd != nil {
					path = append(path, cmd.Name)
					continue
				}
			}
			if sub := subcommand(cmd, a); sub != nil && len(operands) == 0 {
				cmd, path = sub, append(path, sub.Name)
				continue
			}
			operands = append(operands, a)
			continue
		}
		name, _, inline := strings.Cut(strings.TrimLeft(a, "-"), "=")
		to := &flags
		takes, known := false, false
		if cmd != nil {
			takes, known = flagTable(cmd.Flags)[name]
		}
		if !known {
			if t, ok := global[name]; ok {
				takes, to = t, &head
			}
		}
		*to = append(*to, a)
		if takes && !inline && i+1 < len(rest) {
			i++
			*to = append(*to, rest[i])
		}
	}
	out := append([]string{args[0]}, head...)
	out = append(out, path...)
	out = append(out, flags...)
	return append(out, operands...)
}

// subcommand gives the command below cmd with this name, nil where there is none.
func subcommand(cmd *cli.Command, name string) *cli.Command {
	if cmd == nil {
		return nil
	}
	for _, sub := range cmd.Subcommands {
		if sub.HasName(name) {
			return sub
		}
	}
	return nil
}

// flagTable says of every name of every flag whether it takes a value.
func flagTable(flags []cli.Flag) map[string]bool {
	t := map[string]bool{}
	for _, f := range flags {
		takes := true
		if d, ok := f.(cli.DocGenerationFlag); ok {
			takes = d.TakesValue()
		}
		for _, n := range f.Names() {
			t[n] = takes
		}
	}
	return t
}
