package ical

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
)

// TestCorpusCalendars holds the calendars of the corpus' confirmations and
// reschedules against their labels.
func TestCorpusCalendars(t *testing.T) {
	type label struct {
		File  string
		Owner struct{ Timezone string }
		Kind  string
		Start *string
		End   *string
	}
	checked := 0
	for _, dir := range []string{"en", "intl"} {
		dir = filepath.Join("../testdata/corpus", dir)
		f, err := os.Open(filepath.Join(dir, "labels.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var l label
			if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(filepath.Join(dir, l.File))
			if err != nil {
				t.Fatal(err)
			}
			owner, err := time.LoadLocation(l.Owner.Timezone)
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range mailparse.Parse(raw).Calendars {
				c, err := Read(part.Data, part.Method, owner)
				if err != nil || len(c.Problems) > 0 || len(c.Events) == 0 {
					t.Errorf("%s: %d events, %v, %q", l.File, len(c.Events), err, c.Problems)
					continue
				}
				if l.Kind != "confirmation" && l.Kind != "reschedule" || l.Start == nil {
					continue
				}
				checked++
				first, last := c.Events[0].Start, c.Events[0].End
				for _, e := range c.Events {
					if e.Start.At.Before(first.At) {
						first = e.Start
					}
					if e.End.At.After(last.At) {
						last = e.End
					}
				}
				if want, err := time.Parse(time.RFC3339, *l.Start); err == nil && !first.At.Equal(want) {
					t.Errorf("%s: start %v (%s), want %v", l.File, first, c.Events[0].ZoneWhy, want)
				}
				if l.End != nil {
					if want, err := time.Parse(time.RFC3339, *l.End); err == nil && !last.At.Equal(want) {
						t.Errorf("%s: end %v, want %v", l.File, last, want)
					}
				}
				if e := c.Events[0]; e.ZoneWhy != "" && e.ZoneWhy != "written in UTC" {
					t.Logf("%s: %s", l.File, e.ZoneWhy)
				}
			}
		}
	}
	if checked < 30 {
		t.Errorf("only %d calendars were held against a label", checked)
	}
}
