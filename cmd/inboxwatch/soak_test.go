package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"go.uber.org/goleak"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imaptest"
)

// gauge is what must not grow.
type gauge struct {
	goroutines, descriptors int
	heap                    uint64
	state                   int64
}

func measure(t *testing.T, state string) gauge {
	t.Helper()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	g := gauge{goroutines: runtime.NumGoroutine(), heap: m.HeapAlloc}
	if fds, err := os.ReadDir("/proc/self/fd"); err == nil {
		g.descriptors = len(fds)
	}
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(state + suffix); err == nil {
			g.state += info.Size()
		}
	}
	return g
}

func (g gauge) String() string {
	return fmt.Sprintf("%d goroutines, %d descriptors, %.1f MB heap, %d kB state", g.goroutines, g.descriptors, float64(g.heap)/1e6, g.state>>10)
}

// TestSoak lets one engine live for 24 days as watch does, a pass every two
// hours, with something wrong on the wire at every third pass. Nothing grows,
// nothing is left running, and each draft comes once.
func TestSoak(t *testing.T) {
	leaks := goleak.IgnoreCurrent()
	state := filepath.Join(memDir(t), "state.db")
	d := newDesk(t, imaptest.Options{})
	d.deliver(threeInterviews...)
	proxy, err := imaptest.StartProxy(d.srv.Addr(), 0)
	if err != nil {
		t.Fatal(err)
	}
	d.set(beforeAll)
	m, err := d.machine(state, proxy.Port, 300*time.Millisecond, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	m.e.patience = drafts.DoubtPatience
	r := rand.New(rand.NewPCG(3, 5))
	kinds := breakages()
	var early, late gauge
	var seen tally
	const days, perDay = 24, 12
	for pass := range days * perDay {
		d.set(beforeAll.Add(time.Duration(pass) * 24 * time.Hour / perDay))
		f := imaptest.Fault{}
		if pass%3 == 1 {
			f = kinds[r.IntN(len(kinds))]
			f.Command = 1 + r.IntN(12)
		}
		proxy.Break(f)
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		_, err := m.e.pass(ctx)
		if ctx.Err() != nil {
			t.Fatalf("pass %d hung: %v", pass, err)
		}
		cancel()
		if err != nil && hopeless(err) && codeOf(err) != exitLogin && codeOf(err) != exitMissing {
			t.Fatalf("pass %d: %v", pass, err)
		}
		seen.add("passes")
		if proxy.Hit() {
			seen.add("faults")
		}
		if err != nil {
			seen.add("passes that failed")
		}
		switch pass {
		case 18 * perDay: // the call sheets are there; from here on nothing happens any more
			early = measure(t, state)
		case days*perDay - 1:
			late = measure(t, state)
		}
	}
	proxy.Break(imaptest.Fault{})
	if _, err := m.e.pass(t.Context()); err != nil {
		t.Error(err)
	}
	if late.goroutines > early.goroutines+8 || late.descriptors > early.descriptors+4 || late.state > early.state+64<<10 || late.heap > early.heap+early.heap/2+4<<20 {
		t.Errorf("it grows: %s on day 18, %s on day 24", early, late)
	}
	d.count("Drafts", 3)
	if err := d.onlyDrafts(); err != nil {
		t.Error(err)
	}
	t.Logf("%d days, %v; day 18: %s; day 24: %s", days, seen.n, early, late)
	m.close()
	proxy.Close()
	d.srv.Close()
	goleak.VerifyNone(t, leaks)
}
