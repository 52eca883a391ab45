package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

var at = time.Date(2026, 11, 12, 15, 0, 0, 0, time.UTC)

func seen(i int) rules.Event {
	return rules.Event{At: at, Seen: &rules.Seen{
		Mail: rules.Mail{Account: "personal", Folder: "INBOX", MessageID: fmt.Sprintf("<m%d@acme.example>", i), Date: at,
			From: rules.Contact{Name: "Jane Doe", Address: "jane@acme.example"}, Subject: fmt.Sprintf("Interview %d", i)},
		Facts: rules.Facts{Kind: rules.Confirmation, Company: "Acme Ltd", Confidence: 0.9,
			Evidence: []rules.Evidence{{Field: "company", Source: "From", Text: "Acme Ltd"}}},
	}}
}

func open(t *testing.T, path string, m Mode) *Journal {
	t.Helper()
	j, err := Open(path, m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func count(t *testing.T, j *Journal) int {
	t.Helper()
	events, err := j.Events()
	must(t, err)
	return len(events)
}

func TestWhatIsAppendedComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "er", "state.db")
	j := open(t, path, Write)
	london, err := time.LoadLocation("Europe/London")
	must(t, err)
	e := seen(1)
	e.Seen.Facts.Start = rules.When{At: time.Date(2026, 11, 12, 14, 0, 0, 0, london)}
	events := []rules.Event{e,
		{At: at, Name: &rules.Name{ID: "acme-2026-11-12", MessageID: "<m1@acme.example>"}},
		{At: at, Draft: &rules.DraftEvent{Interview: "acme-2026-11-12", Window: rules.ThankYou, MessageID: "<d@x>", State: rules.DraftIntended}},
		{At: at, Mark: &rules.Mark{Interview: "acme-2026-11-12", Fit: "yes", Wait: 48 * time.Hour}},
	}
	must(t, j.Append(events...))
	must(t, j.Close())

	got, err := open(t, path, Read).Events()
	must(t, err)
	if len(got) != 4 {
		t.Fatalf("%d events, want 4", len(got))
	}
	for i, e := range got {
		if e.N != int64(i+1) || !e.At.Equal(at) {
			t.Errorf("event %d: N %d, At %v", i, e.N, e.At)
		}
	}
	if s := got[0].Seen.Facts.Start; s.At.Location().String() != "Europe/London" || s.At.Hour() != 14 {
		t.Errorf("start came back as %v", s)
	}
	if m := got[3].Mark; m.Wait != 48*time.Hour || m.Fit != "yes" {
		t.Errorf("mark came back as %+v", m)
	}
}

func TestModesAndFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "inboxwatch")
	path := filepath.Join(dir, "state.db")
	j := open(t, path, Write)
	must(t, j.Append(seen(1)))
	for _, name := range []string{path, path + "-wal", path + "-shm", path + ".lock"} {
		info, err := os.Stat(name)
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %04o", filepath.Base(name), info.Mode().Perm())
		}
	}
	info, err := os.Stat(dir)
	must(t, err)
	if info.Mode().Perm() != 0o700 {
		t.Errorf("folder has mode %04o", info.Mode().Perm())
	}
	must(t, j.Close())
	for _, mode := range []os.FileMode{0o644, 0o640, 0o604, 0o620} {
		must(t, os.Chmod(path, mode))
		for _, m := range []Mode{Read, Mark, Write} {
			_, err := Open(path, m)
			checkError(t, err, 73, "is open to other users", "chmod 600")
		}
	}
}

// checkError wants a one-line error with the exit code and words.
func checkError(t *testing.T, err error, exit int, words ...string) {
	t.Helper()
	coder, ok := err.(interface{ ExitCode() int })
	if !ok || coder.ExitCode() != exit {
		t.Fatalf("error %v (%T), want exit %d", err, err, exit)
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("not one line: %q", err)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q lacks %q", err, w)
		}
	}
}

func TestReadSeesNothingWhereNothingIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "state.db")
	j := open(t, path, Read)
	if n := count(t, j); n != 0 {
		t.Errorf("%d events", n)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("reading made a folder")
	}
	checkError(t, j.Append(seen(1)), 73, "reading only")
}

func TestOneWriter(t *testing.T) {
	lockWait = 300 * time.Millisecond
	t.Cleanup(func() { lockWait = 5 * time.Second })
	path := filepath.Join(t.TempDir(), "state.db")
	first := open(t, path, Write)
	must(t, first.Append(seen(1)))

	began := time.Now()
	_, err := Open(path, Write)
	checkError(t, err, 75, "in use by another inboxwatch", path)
	if took := time.Since(began); took < 200*time.Millisecond || took > 3*time.Second {
		t.Errorf("waited %v", took)
	}
	link := filepath.Join(filepath.Dir(path), "other-name.db")
	must(t, os.Symlink(path, link))
	if _, err := Open(link, Write); err == nil {
		t.Error("another name of the same file let a second writer in")
	}

	reader := open(t, path, Read)
	marker := open(t, path, Mark)
	if n := count(t, reader); n != 1 {
		t.Errorf("the reader beside the writer sees %d events", n)
	}
	if c, err := first.Changed(); err != nil || c {
		t.Errorf("Changed before a mark: %v %v", c, err)
	}
	must(t, marker.Append(rules.Event{At: at, Mark: &rules.Mark{Interview: "a", Fit: "yes"}}))
	if c, err := first.Changed(); err != nil || !c {
		t.Errorf("Changed after a mark: %v %v", c, err)
	}
	must(t, first.Append(seen(2)))
	if c, _ := first.Changed(); c {
		t.Error("Changed after one's own append")
	}
	if n := count(t, reader); n != 3 {
		t.Errorf("the reader sees %d events, want 3", n)
	}
	more, err := reader.After(2)
	must(t, err)
	if len(more) != 1 || more[0].Seen == nil {
		t.Errorf("After(2) gives %v", more)
	}

	must(t, first.Close())
	open(t, path, Write) // the lock is free again
}

func TestCursors(t *testing.T) {
	j := open(t, filepath.Join(t.TempDir(), "state.db"), Write)
	for _, v := range []string{"1:5", "1:9"} {
		must(t, j.SetCursor("personal", "INBOX", v))
	}
	must(t, j.SetCursor("work", "INBOX", "7:7"))
	if v, err := j.Cursor("personal", "INBOX"); v != "1:9" || err != nil {
		t.Errorf("cursor %q %v", v, err)
	}
	must(t, j.DropCursors())
	if v, err := j.Cursor("work", "INBOX"); v != "" || err != nil {
		t.Errorf("dropped cursor %q %v", v, err)
	}
}

// Many at once on a state that does not exist yet: each does its work.
func TestManyBeginTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	const many = 8
	errs := make(chan error, many)
	for i := range many {
		go func() {
			j, err := Open(path, Mark)
			if err == nil {
				err = j.Append(seen(i))
				j.Close()
			}
			errs <- err
		}()
	}
	for range many {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if n := count(t, open(t, path, Read)); n != many {
		t.Errorf("%d events, want %d", n, many)
	}
}

func TestABatchIsStoredWholeOrNotAtAll(t *testing.T) {
	j := open(t, filepath.Join(t.TempDir(), "state.db"), Write)
	checkError(t, j.Append(seen(1), rules.Event{At: at}, seen(2)), 73, "it says nothing")
	if n := count(t, j); n != 0 {
		t.Errorf("%d events of a batch that failed", n)
	}
	must(t, j.Append())
	must(t, j.Append(seen(1)))
	if events, err := j.Events(); err != nil || len(events) != 1 || events[0].N != 1 {
		t.Errorf("%+v %v", events, err)
	}
}
