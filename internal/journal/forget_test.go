package journal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inboxwatch/internal/rules"
)

func TestSkippedAreReconsidered(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	j := open(t, path, Write)
	refs := func(n int) (out []string) {
		for i := range n {
			out = append(out, fmt.Sprintf("<ref%d@x>", i))
		}
		return out
	}
	mails := []Skipped{
		{Account: "a", Folder: "INBOX", UIDValidity: 1, UID: 10, Date: at, MessageID: "<one@x>", SenderDomain: "News.example"},
		{Account: "a", Folder: "INBOX", UIDValidity: 1, UID: 11, Date: at, MessageID: "<two@x>", References: []string{"<root@x>", "<one@x>"}, SenderDomain: "list.example"},
		{Account: "a", Folder: "Archive", UIDValidity: 2, UID: 5, Date: at.AddDate(0, -6, 0), MessageID: "<three@x>", References: refs(40), SenderDomain: "list.example"},
		{Account: "b", Folder: "INBOX", UIDValidity: 1, UID: 10, Date: at, MessageID: "<one@x>", SenderDomain: "news.example"},
	}
	must(t, j.AddSkipped(mails...))
	must(t, j.AddSkipped(mails[0]))
	find := func(account string, ids, domains []string) string {
		places, err := j.Reconsider(account, ids, domains)
		must(t, err)
		var s []string
		for _, p := range places {
			s = append(s, fmt.Sprintf("%s/%d/%d", p.Folder, p.UIDValidity, p.UID))
		}
		return strings.Join(s, " ")
	}
	for _, row := range []struct {
		account      string
		ids, domains []string
		want         string
	}{
		{"a", []string{"<one@x>"}, nil, "INBOX/1/10 INBOX/1/11"},
		{"a", []string{"<root@x>"}, nil, "INBOX/1/11"},
		{"a", []string{"<ref0@x>"}, nil, "Archive/2/5"},
		{"a", []string{"<ref39@x>"}, nil, "Archive/2/5"},
		{"a", nil, []string{"NEWS.example"}, "INBOX/1/10"},
		{"a", nil, []string{"list.example"}, "Archive/2/5 INBOX/1/11"},
		{"b", []string{"<one@x>"}, nil, "INBOX/1/10"},
		{"a", []string{"<none@x>"}, []string{"x"}, ""},
		{"c", []string{"<one@x>"}, nil, ""},
	} {
		if got := find(row.account, row.ids, row.domains); got != row.want {
			t.Errorf("%v: got %q, want %q", row, got, row.want)
		}
	}
	must(t, j.PruneSkipped(at.AddDate(0, -1, 0)))
	must(t, j.DropSkipped(Place{"a", "INBOX", 1, 10}))
	must(t, j.DropSkippedFolder("b", "INBOX", 9))
	if got := find("a", []string{"<one@x>", "<ref0@x>"}, nil) + find("b", []string{"<one@x>"}, nil); got != "INBOX/1/11" {
		t.Errorf("left: %q", got)
	}
	must(t, j.Close())
	b, err := os.ReadFile(path)
	must(t, err)
	for _, s := range []string{"list.example", "<two@x>", "root@x"} {
		if bytes.Contains(b, []byte(s)) {
			t.Errorf("the state shows %q of a mail that was never read", s)
		}
	}
}

func TestForgetLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "state.db")
	j := open(t, path, Write)
	secretly := func(i int) rules.Event {
		e := seen(i)
		e.Seen.Mail.MessageID = fmt.Sprintf("<zqforget%d@zqcorp.example>", i)
		e.Seen.Mail.From = rules.Contact{Name: "Zq Forgetme", Address: "hr@zqcorp.example"}
		e.Seen.Facts.Company = "Zqcorp Ltd"
		return e
	}
	// One who reads for long keeps the log from being folded in: it grows
	// beyond the file.
	must(t, j.Append(seen(0)))
	slow, err := open(t, path, Read).db.Begin()
	must(t, err)
	_, err = readAfter(slow, 0)
	must(t, err)
	for i := range 500 {
		must(t, j.Append(secretly(i)))
	}
	must(t, slow.Rollback())
	for i := range 60 {
		must(t, j.Append(seen(i)))
	}
	must(t, j.Append(rules.Event{At: at, Mark: &rules.Mark{Interview: "zqcorp-2026-11-12", Fit: "yes"}}))
	must(t, j.AddSkipped(Skipped{Account: "personal", Folder: "INBOX", UIDValidity: 1, UID: 1, MessageID: "<s@x>", References: []string{"<zqforget3@zqcorp.example>"}, SenderDomain: "x.example"},
		Skipped{Account: "personal", Folder: "INBOX", UIDValidity: 1, UID: 2, MessageID: "<t@x>", SenderDomain: "zqcorp.example"},
		Skipped{Account: "personal", Folder: "INBOX", UIDValidity: 1, UID: 3, MessageID: "<u@x>", SenderDomain: "acme.example"}))

	watcher := open(t, path, Read) // beside others
	if n := count(t, watcher); n != 561 {
		t.Fatalf("%d events", n)
	}
	marker := open(t, path, Mark)
	removed, err := marker.Forget(func(e rules.Event) bool {
		return e.Seen != nil && e.Seen.Facts.Company == "Zqcorp Ltd" || e.Mark != nil && strings.HasPrefix(e.Mark.Interview, "zqcorp")
	}, rules.Event{At: at, Mark: &rules.Mark{Forget: true, ForgetHashes: []string{"0123"}}})
	if err != nil || removed != 501 {
		t.Fatalf("removed %d, %v", removed, err)
	}
	if c, err := j.Changed(); err != nil || !c {
		t.Errorf("the writer did not notice: %v %v", c, err)
	}
	events, err := watcher.Events()
	must(t, err)
	last := events[len(events)-1]
	if len(events) != 61 || last.Mark == nil || !last.Mark.Forget || last.N != 562 {
		t.Errorf("%d events, the last %+v", len(events), last)
	}
	places, err := j.Reconsider("personal", []string{"<s@x>", "<t@x>", "<u@x>"}, nil)
	must(t, err)
	if len(places) != 1 || places[0].UID != 3 {
		t.Errorf("skipped left: %v", places)
	}
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries { // also while all are still open
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		must(t, err)
		if i := bytes.Index(bytes.ToLower(b), []byte("zq")); i >= 0 {
			t.Errorf("%s still holds %q", e.Name(), b[i:min(i+40, len(b))])
		}
	}
	must(t, j.Append(secretly(1)))
	if events, _ := j.Events(); events[len(events)-1].N != 563 {
		t.Errorf("a number was given twice: %d", events[len(events)-1].N)
	}
}
