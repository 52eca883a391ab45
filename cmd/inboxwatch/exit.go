package main

import (
	"errors"
	"fmt"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imapwatch"
)

// The exit codes (sysexits.h), as the contract names them.
const (
	exitOK       = 0
	exitUsage    = 64 // the command line is wrong
	exitData     = 65 // bad input data
	exitMissing  = 69 // the server lacks something needed
	exitInternal = 70 // a mistake of ours
	exitState    = 73 // cannot read or write the state file
	exitTry      = 75 // temporary failure, try again
	exitLogin    = 77 // login refused
	exitConfig   = 78 // configuration
)

// exitHelp is the list of exit codes that ends every command's help.
const exitHelp = "\n\nExit codes: 0 done; 64 wrong usage; 65 bad input data; 69 the server lacks\n" +
	"something needed; 70 internal error; 73 cannot read or write the state;\n" +
	"75 temporary failure, try again; 77 login refused; 78 configuration."

// exitError is an error that knows its exit code. Its text is one line: what,
// where, how to mend it.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// ExitCode is the code that the program ends with.
func (e *exitError) ExitCode() int { return e.code }

// fail makes an error with an exit code.
func fail(code int, format string, args ...any) error {
	return &exitError{code, fmt.Errorf(format, args...)}
}

// exitCodes maps the wire's errors to exit codes; the first that matches
// counts. The other packages' errors know their own.
var exitCodes = []struct {
	is   error
	code int
}{
	{drafts.ErrDoubt, exitTry},
	{imapwatch.ErrDoubt, exitTry},
	{imapwatch.ErrLogin, exitLogin},
	{imapwatch.ErrMissing, exitMissing},
	{imapwatch.ErrConfig, exitConfig},
	{imapwatch.ErrCertificate, exitTry},
	{imapwatch.ErrTemporary, exitTry},
	{imapwatch.ErrRefused, exitTry},
}

// codeOf gives the exit code for err; 0 for nil.
func codeOf(err error) int {
	if err == nil {
		return exitOK
	}
	if e, ok := errors.AsType[interface {
		error
		ExitCode() int
	}](err); ok {
		return e.ExitCode()
	}
	for _, row := range exitCodes {
		if errors.Is(err, row.is) {
			return row.code
		}
	}
	return exitInternal
}
