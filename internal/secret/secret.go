// Package secret gets the user's secrets from where they are kept and keeps
// those that a login brings: never in arguments, logs, errors or the state.
package secret

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"strings"
	"unicode"

	"inboxwatch/internal/config"
)

// Secret is a text that never prints itself, whatever it is printed with.
type Secret struct{ text string }

// New makes a Secret of a text.
func New(text string) Secret { return Secret{text} }

// hidden is what a Secret shows.
const hidden = "[secret]"

// Reveal gives the text, for the one place that must send it.
func (s Secret) Reveal() string { return s.text }

// Empty reports whether there is nothing to hide.
func (s Secret) Empty() bool { return s.text == "" }

// String hides the text.
func (s Secret) String() string { return hidden }

// Format hides the text from every verb of fmt.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, hidden) }

// LogValue hides the text from log/slog.
func (s Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalText hides the text from JSON and its kin.
func (s Secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// Error says why a secret could not be had, in one line that holds none.
type Error struct {
	Account string // its name in the configuration
	What    string // what went wrong and how to mend it
	Err     error  // the cause, or nil
	exit    int
}

// Error is the one line.
func (e *Error) Error() string { return "account " + e.Account + ": " + e.What }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// ExitCode is 78 (configuration), or 75 (try again) where time ran out.
func (e *Error) ExitCode() int { return e.exit }

const (
	exitTemporary = 75
	exitConfig    = 78
)

// maxSecret is more than any password or token has.
const maxSecret = 64 << 10

// For gives what asks for an account's password, anew at each call: from
// password_command, password_env or password_file, else from where `init` put
// it. An account with auth = "oauth2" is package oauth's.
func For(acc config.Account) func(context.Context) (string, error) {
	fail := func(err error) (string, error) { return "", asError(acc.Name, err) }
	return func(ctx context.Context) (string, error) {
		var s Secret
		var err error
		switch {
		case len(acc.PasswordCommand) > 0:
			s, err = Command(ctx, "password_command", acc.PasswordCommand)
		case acc.PasswordEnv != "":
			s, err = fromEnv(acc.PasswordEnv)
		case acc.PasswordFile != "":
			s, err = fromFile(acc.PasswordFile)
		default:
			s, err = Load(ctx, PasswordKey(acc))
			if errors.Is(err, ErrNone) {
				err = noPassword(err)
			}
		}
		if err != nil {
			return fail(err)
		}
		if strings.ContainsFunc(s.text, unicode.IsControl) {
			return fail(errors.New("the password has a control character and cannot be one; look at where it comes from"))
		}
		return s.text, nil
	}
}

// noPassword names the ways to give one.
func noPassword(err error) error {
	return fmt.Errorf("there is no password (%w); give one with `inboxwatch init`, or write password_command, password_env or password_file into the configuration", err)
}

func asError(account string, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	exit := exitConfig
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		exit = exitTemporary
	}
	return &Error{Account: account, What: err.Error(), Err: err, exit: exit}
}

func fromEnv(name string) (Secret, error) {
	s := os.Getenv(name)
	if s == "" {
		return Secret{}, fmt.Errorf("password_env: the environment has no %s; set it where inboxwatch is started", name)
	}
	return Secret{firstLine(s)}, nil
}

func fromFile(path string) (Secret, error) {
	b, err := readPrivate(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Secret{}, fmt.Errorf("password_file: there is no %s; write the password into it and chmod 600 it", path)
	case err != nil:
		return Secret{}, fmt.Errorf("password_file: %w", err)
	}
	s := firstLine(string(b))
	if s == "" {
		return Secret{}, fmt.Errorf("password_file: the first line of %s is empty; write the password there", path)
	}
	return Secret{s}, nil
}

// readPrivate reads a small file that only the user may read. The mode is that
// of the file opened, so that it cannot be swapped in between.
func readPrivate(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file; name one", path)
	}
	if err := config.CheckPrivate(info); err != nil {
		return nil, fmt.Errorf("%s %w; chmod 600 %s", path, err, path)
	}
	return io.ReadAll(io.LimitReader(f, maxSecret))
}

// firstLine is where password managers print the password; what follows are
// notes.
func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return strings.TrimRight(s, "\r")
}
