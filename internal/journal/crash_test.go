//go:build unix

package journal

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

// whole checks that the file is sound, that its events are those from 0 on
// without a gap, and at least as many as were acknowledged. The cursor follows
// each acknowledged event; acked is the newest of those, last the newest known
// to be stored.
func whole(t *testing.T, path string, last, acked int) int {
	t.Helper()
	j, err := Open(path, Write)
	must(t, err)
	defer j.Close()
	if j.Damaged() != "" {
		t.Fatalf("damaged: %s", j.Damaged())
	}
	events, err := j.Events()
	must(t, err)
	n := 0
	for _, e := range events {
		if e.Seen == nil {
			continue
		}
		if want := seen(n).Seen.Mail.MessageID; e.Seen.Mail.MessageID != want {
			t.Fatalf("event %d is %s", n, e.Seen.Mail.MessageID)
		}
		n++
	}
	if n <= last {
		t.Fatalf("%d events, but number %d was acknowledged", n, last)
	}
	cursor, err := j.Cursor("personal", "INBOX")
	must(t, err)
	if c, _ := strconv.Atoi(cursor); c < acked-1 || c >= max(n, 1) {
		t.Fatalf("cursor %q with %d events, %d acknowledged", cursor, n, acked)
	}
	return n
}

func TestKilledAtRandomMoments(t *testing.T) {
	kills := 200
	if testing.Short() {
		kills = 20
	}
	path := filepath.Join(t.TempDir(), "state.db")
	acks, last, acked := 0, -1, -1
	window := 45 * time.Millisecond // grows where the machine is slow to begin
	for range kills {
		cmd, out := child(t, "append", path)
		time.AfterFunc(5*time.Millisecond+time.Duration(rand.Int64N(int64(window))), func() { cmd.Process.Kill() })
		got, failure := acknowledged(out)
		cmd.Wait()
		if failure != "" {
			t.Fatal(failure)
		}
		if got >= 0 {
			acks += got - last
			last, acked = got, got
		} else {
			window = min(window+window/5, 2*time.Second)
		}
		n := whole(t, path, last, acked)
		last = n - 1 // what was stored and not acknowledged counts from here on
		if n > 400 { // keep the passes short
			must(t, os.Remove(path))
			last, acked = -1, -1
		}
	}
	if acks < kills {
		t.Errorf("only %d acknowledged events in %d kills: this proves little", acks, kills)
	}
	t.Logf("%d kills, %d acknowledged events, 0 lost", kills, acks)
}

// The disk ends in the middle of everything: the error is one line with 73,
// and what was acknowledged is there.
func TestDiskThatEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	cmd, out := child(t, "limit", path)
	last, failure := acknowledged(out)
	cmd.Wait()
	if !strings.HasPrefix(failure, "error state "+path+" cannot be ") || !strings.Contains(failure, "make room") {
		t.Errorf("said %q", failure)
	}
	if last < 10 {
		t.Errorf("only %d events before the end", last)
	}
	n := whole(t, path, last, last)

	j := open(t, path, Write)
	pages := func(s string) (n int) {
		must(t, j.db.QueryRow("PRAGMA "+s).Scan(&n))
		return n
	}
	pages(fmt.Sprintf("max_page_count = %d", pages("page_count")+2))
	var err error
	for ; err == nil; n++ {
		err = j.Append(seen(n))
	}
	checkError(t, err, 73, "the disk is full: make room, nothing acknowledged is lost")
	pages("max_page_count = 1000000")
	for i := range 20 {
		must(t, j.Append(seen(n-1+i)))
	}
	must(t, j.Close())
	if got := whole(t, path, -1, -1); got != n+19 {
		t.Errorf("%d events, want %d", got, n+19)
	}
}

// A folder and a file that may not be written: writers end with 73, readers
// read.
func TestReadOnlyPlaces(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "in", "state.db")
	j := open(t, path, Write)
	must(t, j.Append(seen(1), seen(2)))
	must(t, j.Close())
	must(t, os.Remove(path+".lock"))
	must(t, os.Chmod(path, 0o400))
	must(t, os.Chmod(filepath.Dir(path), 0o500))
	t.Cleanup(func() { os.Chmod(filepath.Dir(path), 0o700) })

	cmd := exec.Command(os.Args[0])
	if os.Getuid() == 0 { // root may write anywhere: be somebody else
		const nobody = 65534
		binary := filepath.Join(dir, "child")
		b, err := os.ReadFile(os.Args[0])
		must(t, err)
		must(t, os.WriteFile(binary, b, 0o755))
		for d := dir; d != "/" && d != os.TempDir(); d = filepath.Dir(d) {
			must(t, os.Chmod(d, 0o755))
		}
		must(t, os.Chown(path, nobody, nobody))
		must(t, os.Chown(filepath.Dir(path), nobody, nobody))
		cmd = exec.Command(binary)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	cmd.Dir = "/"
	cmd.Env = append(os.Environ(), "JOURNAL_CHILD=open "+path)
	out, err := cmd.CombinedOutput()
	must(t, err)
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != 3 {
		t.Fatalf("%s", out)
	}
	if lines[0] != "2 <nil>" {
		t.Errorf("reading: %s", lines[0])
	}
	for _, line := range lines[1:] {
		if !strings.HasPrefix(line, "-1 state "+path) || !strings.Contains(line, "let your user write the file and its folder") {
			t.Errorf("writing: %s", line)
		}
	}
	_, err = Open(filepath.Join(path, "sub", "state.db"), Write)
	checkError(t, err, 73, "choose another place with --state")
}

// Two processes on one state: the second waits, then says so; it never writes.
func TestTwoProcesses(t *testing.T) {
	lockWait = 300 * time.Millisecond
	t.Cleanup(func() { lockWait = 5 * time.Second })
	path := filepath.Join(t.TempDir(), "state.db")
	cmd, out := child(t, "append", path)
	first := bufio.NewScanner(out)
	first.Scan()
	_, err := Open(path, Write)
	checkError(t, err, 75, "is in use by another inboxwatch")
	lockWait = 5 * time.Second
	for range 20 { // readers and marks work meanwhile
		r, err := Open(path, Read)
		must(t, err)
		if count(t, r) == 0 {
			t.Error("the reader sees nothing")
		}
		must(t, r.Close())
	}
	m := open(t, path, Mark)
	for i := range 10 {
		must(t, m.Append(rules.Event{At: at, Mark: &rules.Mark{Interview: "acme", Wait: time.Duration(i)}}))
	}
	cmd.Process.Kill()
	for first.Scan() {
	}
	cmd.Wait()
	w := open(t, path, Write) // the killed one's lock is gone with it
	marks := 0
	events, err := w.Events()
	must(t, err)
	for _, e := range events {
		if e.Mark != nil {
			marks++
		}
	}
	if marks != 10 {
		t.Errorf("%d marks", marks)
	}
}
