//go:build unix

package imapwatch_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/imapwatch"
)

// through puts a proxy between an account and its server.
func through(t *testing.T, acc imapwatch.Account, latency time.Duration) (imapwatch.Account, *imaptest.Proxy) {
	t.Helper()
	p, err := imaptest.StartProxy(net.JoinHostPort(acc.Host, strconv.Itoa(acc.Port)), latency)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	acc.Host, acc.Port = p.Host, p.Port
	return acc, p
}

func appendFaults() []imaptest.Fault {
	all := []imaptest.Fault{{Do: imaptest.CutBefore}, {Do: imaptest.CutAfter}, {Do: imaptest.CutAnswered}, {Do: imaptest.Swallow},
		{Do: imaptest.Garble}, {Do: imaptest.SayNo}, {Do: imaptest.SayBad}, {Do: imaptest.SayBye}, {Do: imaptest.Delay, Pause: 100 * time.Millisecond}}
	for pc := 0; pc <= 100; pc += 10 {
		all = append(all, imaptest.Fault{Do: imaptest.CutInside, Percent: pc})
	}
	return all
}

// TestAppendUnderFaults: whatever happens to an APPEND, the answer tells the
// truth. "Stored" is one copy, "not stored" none, and only doubt may be either.
func TestAppendUnderFaults(t *testing.T) {
	t.Run("memory", func(t *testing.T) {
		appendUnderFaults(t, func(t *testing.T) mailbox { return memory(t, imaptest.Plain) })
	})
	t.Run("Dovecot", func(t *testing.T) {
		r := realtest.Dovecot(t)
		appendUnderFaults(t, func(t *testing.T) mailbox { return real(t, r, nil) })
	})
}

func appendUnderFaults(t *testing.T, open func(*testing.T) mailbox) {
	raw := imaptest.CRLF(mail("ours@okafor.example", "Re: Interview", "sam@okafor.example", "X: "+string(bytes.Repeat([]byte("y"), 500))+"\n"))
	tally := map[string]int{}
	for _, f := range appendFaults() {
		m := open(t)
		acc, proxy := through(t, m.acc, 0)
		acc.Timeout = 600 * time.Millisecond
		c := dial(t, acc)
		_, err := c.Folders(t.Context())
		must(t, err)
		f.Command, f.Verb = 1, "APPEND"
		proxy.Break(f)
		start := time.Now()
		_, err = c.Append(t.Context(), raw)
		if time.Since(start) > 5*time.Second {
			t.Errorf("%s %d%%: took %s", f.Do, f.Percent, time.Since(start))
		}
		if !proxy.Hit() {
			t.Fatalf("%s: did not happen", f.Do)
		}
		proxy.Break(imaptest.Fault{})
		time.Sleep(20 * time.Millisecond)
		stored, lerr := m.list("Drafts")
		must(t, lerr)
		n := len(stored)
		switch {
		case err == nil && n == 1:
			tally["stored"]++
		case errors.Is(err, imapwatch.ErrDoubt) && n <= 1:
			tally[fmt.Sprintf("doubt, %d stored", n)]++
		case err != nil && !errors.Is(err, imapwatch.ErrDoubt) && n == 0:
			tally["certainly not stored"]++
		default:
			t.Errorf("%s %d%%: %v, and %d copies", f.Do, f.Percent, err, n)
		}
		c.Close()
		healed := dial(t, acc)
		_, err = healed.Folders(t.Context())
		must(t, err)
		found, err := healed.Find(t.Context(), []string{"<ours@okafor.example>"}, now)
		if err != nil || len(found) != n {
			t.Errorf("%s %d%%: the next pass finds %d of %d, %v", f.Do, f.Percent, len(found), n, err)
		}
	}
	t.Logf("%d faults: %v", len(appendFaults()), tally)
}

// TestPassUnderFaults breaks every command of a pass in every way. The pass
// ends soon, with an error of a known kind or none; the next one reads what
// was missed; no flag changes.
func TestPassUnderFaults(t *testing.T) {
	t.Parallel()
	r := realtest.Dovecot(t)
	m := real(t, r, nil)
	for i := range 5 {
		must(t, m.add("INBOX", mail(fmt.Sprintf("m%d@x", i), "Interview", "a@x.example"), now))
	}
	before, err := m.list("INBOX")
	must(t, err)
	acc, proxy := through(t, m.acc, 0)
	acc.Timeout = 5 * time.Second // a busy machine is no fault
	proxy.Break(imaptest.Fault{})
	if _, _, err := wholePass(t.Context(), acc, imapwatch.Cursor{}); err != nil {
		t.Fatal(err)
	}
	acc.Timeout = 300 * time.Millisecond
	commands := len(proxy.Seen())
	kinds := []imaptest.FaultKind{imaptest.CutBefore, imaptest.CutInside, imaptest.CutAfter, imaptest.CutAnswered, imaptest.Swallow, imaptest.Garble, imaptest.SayNo, imaptest.SayBad, imaptest.SayBye}
	tried, survived := 0, 0
	for n := 1; n <= commands; n++ {
		for _, kind := range kinds {
			proxy.Break(imaptest.Fault{Command: n, Do: kind, Percent: 50})
			start := time.Now()
			got, cur, err := wholePass(t.Context(), acc, imapwatch.Cursor{})
			tried++
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("%s at command %d: took %s", kind, n, took)
			}
			if err != nil && !errors.Is(err, imapwatch.ErrTemporary) && !errors.Is(err, imapwatch.ErrRefused) &&
				!errors.Is(err, imapwatch.ErrLogin) && !errors.Is(err, imapwatch.ErrMissing) {
				t.Errorf("%s at command %d: %v is of no kind", kind, n, err)
			}
			proxy.Break(imaptest.Fault{})
			patient := acc
			patient.Timeout = 5 * time.Second
			more, _, err := wholePass(t.Context(), patient, cur)
			got = append(got, more...)
			slices.Sort(got)
			if got = slices.Compact(got); err != nil || len(got) != 5 {
				t.Errorf("%s at command %d: then read %v, %v", kind, n, got, err)
				continue
			}
			survived++
		}
	}
	after, err := m.list("INBOX")
	must(t, err)
	for i := range before {
		if !slices.Equal(before[i].Flags, after[i].Flags) {
			t.Errorf("flags changed: %v, %v", before[i].Flags, after[i].Flags)
		}
	}
	t.Logf("%d commands, %d faults tried, %d survived", commands, tried, survived)
}

func wholePass(ctx context.Context, acc imapwatch.Account, cur imapwatch.Cursor) (got []string, next imapwatch.Cursor, err error) {
	next = cur
	c, err := imapwatch.Dial(ctx, acc, nil)
	if err != nil {
		return nil, cur, err
	}
	defer c.Close()
	all, err := c.Folders(ctx)
	if err != nil {
		return nil, cur, err
	}
	for _, f := range all {
		if f.Role == imapwatch.Inbox {
			if next, _, err = c.Sync(ctx, f, cur, imapwatch.SyncOptions{}, func(it imapwatch.Item) error {
				got = append(got, it.MessageID)
				return nil
			}); err != nil {
				return got, next, err
			}
		}
	}
	_, err = c.Find(ctx, []string{"<ours@okafor.example>"}, now)
	return got, next, err
}
