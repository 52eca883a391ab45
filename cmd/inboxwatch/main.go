// Command inboxwatch watches a job seeker's mailbox and puts the one follow-up
// that is right now into the Drafts folder. It never sends anything.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	_ "time/tzdata" // zones must load on Windows and in bare containers too
)

// Most of what is allocated lives for one mail. Collecting it early costs little
// time, and keeps a program small that stays all day; who sets GOGC or
// GOMEMLIMIT knows better.
//
// The limit is what a run over 60 days of mail needs with the tables of all
// languages met: it makes the runtime give back at once what building the tables
// left. Beside it stand some 21 MB of the program's own pages, so the peak stays
// below 45 MB. A state that needs more gets it, at no more than twice the time.
const (
	gcPercent   = 30
	memoryLimit = 32 << 20 // soft, in bytes
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args, stdio{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}
