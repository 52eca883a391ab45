package journal

import (
	"fmt"
	"path/filepath"
	"testing"

	"inboxwatch/internal/rules"
)

func benchJournal(b *testing.B, events int) *Journal {
	b.Helper()
	j, err := Open(filepath.Join(b.TempDir(), "state.db"), Write)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { j.Close() })
	batch := make([]rules.Event, events)
	for i := range batch {
		batch[i] = seen(i)
	}
	if err := j.Append(batch...); err != nil {
		b.Fatal(err)
	}
	return j
}

func BenchmarkOpen(b *testing.B) {
	path := benchJournal(b, 2000).Path()
	for b.Loop() {
		j, err := Open(path, Read)
		if err != nil {
			b.Fatal(err)
		}
		j.Close()
	}
}

func BenchmarkAppendOne(b *testing.B) {
	j := benchJournal(b, 100)
	for i := 0; b.Loop(); i++ {
		if err := j.Append(seen(1000 + i)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendRepeated(b *testing.B) {
	j := benchJournal(b, 100)
	for b.Loop() {
		if err := j.Append(seen(1)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvents2000(b *testing.B) {
	j := benchJournal(b, 2000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := j.Events(); err != nil {
			b.Fatal(err)
		}
	}
}

// A first scan of sixty days skips about 5,500 mails.
func BenchmarkSkipped5500(b *testing.B) {
	mails := make([]Skipped, 5500)
	for i := range mails {
		mails[i] = Skipped{Account: "a", Folder: "INBOX", UIDValidity: 1, UID: uint32(i), Date: at,
			MessageID: fmt.Sprintf("<%d@x>", i), References: []string{"<a@x>", "<b@x>"}, SenderDomain: "news.example"}
	}
	b.Run("add", func(b *testing.B) {
		j := benchJournal(b, 1)
		b.ReportAllocs()
		for b.Loop() {
			if err := j.AddSkipped(mails...); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			if err := j.PruneSkipped(at.AddDate(1, 0, 0)); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
	b.Run("reconsider", func(b *testing.B) {
		j := benchJournal(b, 1)
		if err := j.AddSkipped(mails...); err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if got, err := j.Reconsider("a", []string{"<77@x>"}, nil); err != nil || len(got) != 1 {
				b.Fatal(got, err)
			}
		}
	})
}
