package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"golang.org/x/term"
)

// question is a field of a form, and what is done with its answer.
type question struct {
	huh.Field
	then func()
}

// input asks for a line of text. What value holds is offered: a page shows it
// in the field, plain lines in brackets.
func (s *setup) input(text string, value *string, valid func(string) error) question {
	if s.plain() && *value != "" {
		text += " [" + clean(*value) + "]"
		check := valid
		valid = func(v string) error {
			if v == "" { // what is offered is taken
				return nil
			}
			return check(v)
		}
	}
	return question{huh.NewInput().Title(text + ":").Value(value).Validate(valid), nil}
}

// mayStayEmpty asks for what need not be said. On plain lines, where return
// alone keeps what is there, a dash takes it away.
func (s *setup) mayStayEmpty(text string, value *string, valid func(string) error) question {
	if !s.plain() || *value == "" {
		return s.input(text+" (may stay empty)", value, valid)
	}
	q := s.input(text+" (a dash for none)", value, func(v string) error {
		if strings.TrimSpace(v) == "-" {
			return nil
		}
		return valid(v)
	})
	q.then = func() {
		if strings.TrimSpace(*value) == "-" {
			*value = ""
		}
	}
	return q
}

// plain tells whether to ask in plain lines: for screen readers, and for
// terminals that draw nothing.
func (s *setup) plain() bool {
	out, isFile := s.std.err.(*os.File)
	return os.Getenv("ACCESSIBLE") != "" || os.Getenv("TERM") == "dumb" || !isFile || !isTerminal(out)
}

// form asks the questions one after the other: on a page that can be walked
// through, or in plain lines.
func (s *setup) form(ctx context.Context, questions ...question) error {
	if s.plain() {
		for _, q := range questions {
			if err := s.askLine(ctx, q); err != nil {
				return err
			}
		}
		return nil
	}
	if len(questions) == 0 {
		return nil
	}
	fields := make([]huh.Field, len(questions))
	for i, q := range questions {
		fields[i] = q.Field
	}
	keys := huh.NewDefaultKeyMap()
	keys.Quit.SetKeys("ctrl+c", "ctrl+d")
	f := huh.NewForm(huh.NewGroup(fields...)).WithInput(s.terminal).WithOutput(s.std.err).WithTheme(huh.ThemeFunc(formTheme)).WithKeyMap(keys)
	err := f.RunWithContext(ctx)
	if errors.Is(err, huh.ErrUserAborted) || ctx.Err() != nil {
		return s.stopped()
	}
	return err
}

// formTheme shows the chosen answer in reverse, which needs no colour.
func formTheme(dark bool) *huh.Styles {
	t := huh.ThemeBase(dark)
	for _, f := range []*huh.FieldStyles{&t.Focused, &t.Blurred} {
		button := lipgloss.NewStyle().Padding(0, 2).MarginRight(1)
		f.BlurredButton, f.FocusedButton = button, button.Reverse(true)
	}
	return t
}

// stopped is the one line at the end of a set-up that was broken off.
func (s *setup) stopped() error {
	if s.kept {
		return fail(exitTry, "stopped; the configuration is written, `inboxwatch init` changes it")
	}
	if s.tokenKept {
		return fail(exitTry, "stopped; no configuration was written, the login is kept; `inboxwatch init` begins anew")
	}
	return fail(exitTry, "stopped; nothing was written, `inboxwatch init` begins anew")
}

// askLine asks one question. huh takes the end of the input for an empty
// answer and does not see Ctrl-C while it reads: both end the set-up here.
func (s *setup) askLine(ctx context.Context, q question) error {
	in := &endReader{File: s.terminal}
	f := huh.NewForm(huh.NewGroup(q.Field)).WithAccessible(true).WithInput(in).WithOutput(s.std.err).WithTheme(huh.ThemeFunc(huh.ThemeBase))
	done := make(chan error, 1)
	go func() { done <- f.RunWithContext(ctx) }()
	select {
	case err := <-done:
		if err == nil && in.ended.Load() {
			return s.stopped()
		}
		if err == nil && q.then != nil {
			q.then()
		}
		return err
	case <-ctx.Done():
		fmt.Fprintln(s.std.err)
		return s.stopped()
	}
}

// endReader remembers that the input ended. It takes no more from the terminal
// than a byte at once: what was typed ahead answers the next question.
type endReader struct {
	*os.File
	ended atomic.Bool
}

func (r *endReader) Read(p []byte) (int, error) {
	n, err := r.File.Read(p[:min(len(p), 1)])
	if err != nil {
		r.ended.Store(true)
	}
	return n, err
}

// readPassword asks in a plain line. Ctrl-C, Ctrl-D and the end of the input
// end the set-up.
func (s *setup) readPassword(ctx context.Context, text string) (string, error) {
	fd := int(s.terminal.Fd())
	before, err := term.MakeRaw(fd)
	if err != nil {
		return "", err
	}
	defer term.Restore(fd, before)
	type line struct {
		text string
		err  error
	}
	typed := make(chan line, 1)
	go func() {
		t := term.NewTerminal(struct {
			io.Reader
			io.Writer
		}{&endReader{File: s.terminal}, s.std.err}, "")
		var l line
		for l.err == nil && l.text == "" {
			l.text, l.err = t.ReadPassword(text + " ")
		}
		typed <- l
	}()
	select {
	case l := <-typed:
		if l.err != nil {
			fmt.Fprint(s.std.err, "\r\n")
			return "", s.stopped()
		}
		return l.text, nil
	case <-ctx.Done():
		fmt.Fprint(s.std.err, "\r\n")
		return "", s.stopped()
	}
}
