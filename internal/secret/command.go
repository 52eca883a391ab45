package secret

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
	"unicode"
)

// commandTimeout leaves the user time to type a passphrase into a pinentry.
var commandTimeout = 90 * time.Second

// Command runs argv without a shell and gives the first line that it prints.
// what names it in errors ("password_command"). An error shows what the
// command said on standard error, never what it printed.
func Command(ctx context.Context, what string, argv []string) (Secret, error) {
	limit, cancel := context.WithTimeout(ctx, commandTimeout)
	defer cancel()
	cmd := exec.CommandContext(limit, argv[0], argv[1:]...)
	out, complaint := &capped{}, &capped{}
	cmd.Stdout, cmd.Stderr = out, complaint
	cmd.WaitDelay = time.Second // a grandchild may hold the pipes open
	err := cmd.Run()
	printed := firstLine(out.String())
	switch {
	case ctx.Err() != nil:
		return Secret{}, fmt.Errorf("%s: was interrupted: %w", what, ctx.Err())
	case limit.Err() != nil:
		return Secret{}, fmt.Errorf("%s: %s gave no answer within %v; run it by hand to see what it waits for: %w", what, argv[0], commandTimeout, limit.Err())
	case errors.Is(err, exec.ErrNotFound) && strings.Contains(argv[0], " "):
		return Secret{}, fmt.Errorf(`%s: there is no program %q; there is no shell, so write each word by itself, as in ["pass", "show", "mail"]`, what, argv[0])
	case errors.Is(err, exec.ErrNotFound):
		return Secret{}, fmt.Errorf("%s: there is no program %q; install it or write its full path", what, argv[0])
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		return Secret{}, fmt.Errorf("%s: %s failed (%v)%s; run it by hand to see why", what, argv[0], err, said(complaint.String(), printed))
	case printed == "":
		return Secret{}, fmt.Errorf("%s: %s printed nothing on its first line%s; run it by hand to see why", what, argv[0], said(complaint.String(), ""))
	}
	return Secret{printed}, nil
}

// said is a command's complaint on one line, with what it printed struck out:
// some echo it there.
func said(complaint, printed string) string {
	if printed != "" {
		complaint = strings.ReplaceAll(complaint, printed, hidden)
	}
	s := strings.Join(strings.FieldsFunc(complaint, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }), " ")
	if s == "" {
		return ""
	}
	if r := []rune(s); len(r) > 200 {
		s = string(r[:199]) + "…"
	}
	return ": " + s
}

// capped keeps the first maxSecret bytes and lets the rest go.
type capped struct{ bytes.Buffer }

func (c *capped) Write(p []byte) (int, error) {
	c.Buffer.Write(p[:min(len(p), max(0, maxSecret-c.Len()))])
	return len(p), nil
}
