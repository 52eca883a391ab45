package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// StateError says that the state cannot be read or written: what, where and
// how to mend it, in one line.
type StateError struct {
	Path string
	What string // "cannot be written", "is readable by others (mode 0644)", …
	Hint string // what to do
	Err  error  // the cause, or nil
}

// Error is the one line.
func (e *StateError) Error() string {
	s := "state " + e.Path + " " + e.What
	if e.Err != nil {
		s += ": " + oneLine(e.Err.Error())
	}
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

// Unwrap gives the cause.
func (e *StateError) Unwrap() error { return e.Err }

// ExitCode is EX_CANTCREAT of sysexits.h.
func (e *StateError) ExitCode() int { return 73 }

// BusyError says that another process is at work on the same state.
type BusyError struct{ Path string }

// Error is the one line.
func (e *BusyError) Error() string {
	return "state " + e.Path + " is in use by another inboxwatch; wait until it is done, end it (a running `inboxwatch watch`?), or give this one its own --state"
}

// ExitCode is EX_TEMPFAIL of sysexits.h.
func (e *BusyError) ExitCode() int { return 75 }

func stateErr(path, what string, err error) *StateError {
	return &StateError{Path: path, What: what, Hint: hintFor(err), Err: err}
}

func damagedErr(path string, err error) *StateError {
	return &StateError{Path: path, What: "is damaged", Err: err,
		Hint: "`inboxwatch run` sets it aside and rebuilds it from the mailbox"}
}

func newerErr(path string, version int) *StateError {
	return &StateError{Path: path, What: fmt.Sprintf("has schema %d and this version knows only %d", version, len(migrations)),
		Hint: "update inboxwatch, or give this one its own --state"}
}

func foreignErr(path string) *StateError {
	return &StateError{Path: path, What: "is another program's database", Hint: "choose another file with --state"}
}

// asError makes err one of the two typed errors, unless it is one.
func asError(path, what string, err error) error {
	var state *StateError
	var busy *BusyError
	switch {
	case errors.As(err, &state), errors.As(err, &busy):
		return err
	case code(err) == sqlite3.SQLITE_BUSY, code(err) == sqlite3.SQLITE_LOCKED:
		return &BusyError{Path: path}
	}
	return stateErr(path, what, err)
}

// code is SQLite's primary result code, or -1 for any other error.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return -1
}

// errUnsound is a file that SQLite opens and whose check fails.
var errUnsound = errors.New("its check fails")

func isDamage(err error) bool {
	c := code(err)
	return c == sqlite3.SQLITE_CORRUPT || c == sqlite3.SQLITE_NOTADB || errors.Is(err, errUnsound)
}

func isUnwritable(err error) bool {
	c := code(err)
	return c == sqlite3.SQLITE_CANTOPEN || c == sqlite3.SQLITE_READONLY
}

func hintFor(err error) string {
	c := code(err)
	switch {
	case c == sqlite3.SQLITE_FULL, errors.Is(err, syscall.ENOSPC):
		return "the disk is full: make room, nothing acknowledged is lost"
	case c == sqlite3.SQLITE_READONLY, c == sqlite3.SQLITE_CANTOPEN, c == sqlite3.SQLITE_PERM,
		errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "let your user write the file and its folder, or choose another place with --state"
	case c == sqlite3.SQLITE_IOERR:
		return "the disk may be full or failing: make room or choose another place with --state"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return "a part of that path is no folder: choose another place with --state"
	}
	return "choose another place with --state, or move the file away to begin anew"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
