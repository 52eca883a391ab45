package journal

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

// each migration is tested from every older version, with what that version
// could hold.
func TestMigrationsFromEachOlderVersion(t *testing.T) {
	for version := range len(migrations) {
		for _, mode := range []Mode{Read, Mark, Write} {
			t.Run(fmt.Sprintf("%d mode %d", version, mode), func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "state.db")
				must(t, makeFile(path))
				db, err := sql.Open("sqlite", dsn(path, writing))
				must(t, err)
				must(t, migrateDB(db, version))
				_, err = db.Exec(fmt.Sprintf("PRAGMA application_id = %d", applicationID))
				must(t, err)
				want := 0
				if version >= 1 {
					want = 1
					_, err := db.Exec(`INSERT INTO events (n, at, kind, message_id, payload) VALUES (7, '2026-11-12T15:00:00Z', 'name', '<a@b>', '{"at":"2026-11-12T15:00:00Z","name":{"id":"acme","message_id":"<a@b>"}}')`)
					must(t, err)
					_, err = db.Exec("INSERT INTO meta (name, value) VALUES ('last_event', '7')")
					must(t, err)
				}
				must(t, db.Close())

				j := open(t, path, mode)
				events, err := j.Events()
				must(t, err)
				if len(events) != want || want == 1 && (events[0].N != 7 || events[0].Name.ID != "acme") {
					t.Fatalf("events %+v", events)
				}
				if v, err := schemaVersion(j.db); v != len(migrations) || err != nil {
					t.Errorf("version %d %v", v, err)
				}
				must(t, j.Close())
				w := open(t, path, Write)
				must(t, w.Append(seen(1)))
				must(t, w.AddSkipped(Skipped{Account: "a", Folder: "INBOX", UID: 1}))
				if n := count(t, w); n != want+1 {
					t.Errorf("%d events after appending", n)
				}
			})
		}
	}
}

func TestNewerAndForeignFilesAreLeftAlone(t *testing.T) {
	newer := filepath.Join(t.TempDir(), "state.db")
	j := open(t, newer, Write)
	must(t, j.tx("", func(tx *sql.Tx) error { return setMetaInt(tx, "schema", 99) }))
	must(t, j.Close())
	foreign := filepath.Join(t.TempDir(), "other.db")
	must(t, os.WriteFile(foreign, nil, 0o600))
	db, err := sql.Open("sqlite", "file://"+foreign)
	must(t, err)
	_, err = db.Exec("CREATE TABLE cookies (x TEXT)")
	must(t, err)
	must(t, db.Close())
	for path, words := range map[string]string{newer: "has schema 99 and this version knows only", foreign: "is another program's database; choose another file with --state"} {
		before, err := os.ReadFile(path)
		must(t, err)
		for _, m := range []Mode{Read, Mark, Write} {
			_, err := Open(path, m)
			checkError(t, err, 73, words)
		}
		after, err := os.ReadFile(path)
		must(t, err)
		if !bytes.Equal(before, after) {
			t.Errorf("%s was changed", path)
		}
	}
}

func TestDamagedFileIsSetAside(t *testing.T) {
	damage := map[string]func([]byte) []byte{
		"garbage":     func([]byte) []byte { return bytes.Repeat([]byte("no database "), 500) },
		"header":      func(b []byte) []byte { copy(b, "SQLite farmat 3"); return b },
		"short":       func(b []byte) []byte { return b[:len(b)/2] },
		"page zeroed": func(b []byte) []byte { clear(b[4096:8192]); return b },
		"text":        func([]byte) []byte { return []byte("hello\n") },
	}
	for name, f := range damage {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "state.db")
			j := open(t, path, Write)
			for i := range 200 {
				must(t, j.Append(seen(i)))
			}
			must(t, j.Close())
			b, err := os.ReadFile(path)
			must(t, err)
			broken := f(b)
			must(t, os.WriteFile(path, broken, 0o600))

			for _, m := range []Mode{Read, Mark} { // they tell, and leave it
				_, err := Open(path, m)
				checkError(t, err, 73, "is damaged", "`inboxwatch run` sets it aside")
			}
			j = open(t, path, Write)
			if d := j.Damaged(); !strings.HasPrefix(d, path+".damaged-"+time.Now().UTC().Format("2006-01-02")) {
				t.Fatalf("Damaged gives %q", d)
			}
			if kept, err := os.ReadFile(j.Damaged()); err != nil || !bytes.Equal(kept, broken) {
				t.Errorf("what was set aside is not what was there: %v", err)
			}
			if n := count(t, j); n != 0 {
				t.Errorf("%d events", n)
			}
			must(t, j.Append(seen(1)))
			must(t, j.Close())
			must(t, os.WriteFile(path, broken, 0o600)) // again on the same day
			j2 := open(t, path, Write)
			if j2.Damaged() == "" || j2.Damaged() == j.Damaged() {
				t.Errorf("the second was set aside as %q", j2.Damaged())
			}
			if aside := j2.SetAside(); !slices.Contains(aside, j.Damaged()) || !slices.Contains(aside, j2.Damaged()) {
				t.Errorf("SetAside gives %v", aside)
			}
		})
	}
}

func TestBackupIsACopyOfOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	j := open(t, path, Write)
	for i := range 50 {
		must(t, j.Append(seen(i)))
	}
	b, err := os.ReadFile(path) // while it is open
	must(t, err)
	copied := filepath.Join(t.TempDir(), "copy.db")
	must(t, os.WriteFile(copied, b, 0o600))
	if n := count(t, open(t, copied, Write)); n != 50 {
		t.Errorf("the copy has %d events, want 50", n)
	}
}

func TestRepetitionsDoNotGrowTheState(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	j := open(t, path, Write)
	draft := func(s rules.DraftState) rules.Event {
		return rules.Event{At: at, Draft: &rules.DraftEvent{Interview: "acme", MessageID: "<d@x>", State: s, Account: "personal"}}
	}
	moved := seen(1)
	moved.Seen.Mail.Folder = "Archive"
	changed := seen(1)
	changed.Seen.Facts.Company = "Acme plc"
	elsewhere := seen(1)
	elsewhere.Seen.Mail.Account = "work"
	mark := rules.Event{At: at, Mark: &rules.Mark{Interview: "acme", Wait: time.Hour}}
	name := rules.Event{At: at, Name: &rules.Name{ID: "acme", MessageID: "<m1@acme.example>"}}
	later := seen(1)
	later.At = at.AddDate(0, 0, 1)
	steps := []struct {
		what  string
		event rules.Event
		total int
	}{
		{"new", seen(1), 1}, {"again", seen(1), 1}, {"later", later, 1}, {"moved", moved, 1}, {"other facts", changed, 2}, {"the first facts again", seen(1), 3},
		{"another account", elsewhere, 4}, {"name", name, 5}, {"name again", name, 5},
		{"intent", draft(rules.DraftIntended), 6}, {"a second try", draft(rules.DraftIntended), 7}, {"waiting", draft(rules.DraftWaiting), 8},
		{"still waiting", draft(rules.DraftWaiting), 8}, {"sent", draft(rules.DraftSent), 9}, {"mark", mark, 10}, {"the same mark", mark, 11},
	}
	for _, s := range steps {
		must(t, j.Append(s.event))
		if n := count(t, j); n != s.total {
			t.Fatalf("%s: %d events, want %d", s.what, n, s.total)
		}
	}
	size := func() int64 {
		var total int64
		for _, name := range []string{path, path + "-wal"} {
			if info, err := os.Stat(name); err == nil {
				total += info.Size()
			}
		}
		return total
	}
	for i := range 50 {
		must(t, j.SetCursor("personal", "INBOX", fmt.Sprint(i)))
		must(t, j.Append(seen(1)))
	}
	before := size()
	for i := range 1000 {
		must(t, j.SetCursor("personal", "INBOX", fmt.Sprint(i)))
		must(t, j.Append(seen(1)))
	}
	if grown := size() - before; grown > 64<<10 {
		t.Errorf("1,000 idle passes made the state grow by %d bytes", grown)
	}
}

func TestTextsAreCutAtTheDoor(t *testing.T) {
	long := "pasted\r\nbody " + strings.Repeat("x", 5000) + "\x1b[31m"
	e := seen(1)
	f, m := &e.Seen.Facts, &e.Seen.Mail
	f.Company, f.Role, f.Phone, f.Warnings = long, long, long, []string{long}
	f.Calendar.UID = long
	f.Doubts = []rules.Doubt{{Field: "start", Candidates: []string{long}}}
	f.Evidence = nil
	for range 80 {
		f.Evidence = append(f.Evidence, rules.Evidence{Field: "kind", Source: long, Text: long})
		m.References = append(m.References, fmt.Sprintf("<r%d@x>", len(m.References)))
		m.To = append(m.To, rules.Contact{Name: long, Address: "a@b.example"})
	}
	m.Subject, m.From.Name = long, long
	j := open(t, filepath.Join(t.TempDir(), "state.db"), Write)
	must(t, j.Append(e))
	events, err := j.Events()
	must(t, err)
	got := events[0].Seen
	if n := len([]rune(got.Facts.Evidence[0].Text)); n != SnippetLimit || len(got.Facts.Evidence) != 50 {
		t.Errorf("evidence of %d characters, %d pieces", n, len(got.Facts.Evidence))
	}
	if !strings.HasPrefix(got.Facts.Evidence[0].Text, "pasted  body xxx") || !strings.HasSuffix(got.Facts.Evidence[0].Text, "x…") {
		t.Errorf("text %q", got.Facts.Evidence[0].Text)
	}
	if uid := got.Facts.Calendar.UID; len(uid) != len("sha256-")+64 || identifier("ordinary@calendar.example") != "ordinary@calendar.example" {
		t.Errorf("calendar UID %q", uid)
	}
	if refs := got.Mail.References; len(refs) != 50 || refs[0] != "<r0@x>" || refs[49] != "<r79@x>" {
		t.Errorf("references %v", refs)
	}
	if len(got.Mail.To) != 50 || len([]rune(got.Mail.Subject)) != 200 {
		t.Errorf("to %d, subject %d", len(got.Mail.To), len(got.Mail.Subject))
	}
	if len(e.Seen.Facts.Evidence[0].Text) < 5000 || len(m.References) != 80 {
		t.Error("the caller's event was changed")
	}
	var payload string
	must(t, j.db.QueryRow("SELECT payload FROM events").Scan(&payload))
	if strings.Contains(payload, strings.Repeat("x", 321)) || strings.Contains(payload, `\u001b`) {
		t.Error("the state holds long or raw text")
	}
}
