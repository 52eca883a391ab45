package detect

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/detect/ical"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// timeLabel is what the labels of a corpus say of time.
type timeLabel struct {
	File  string
	Owner struct {
		Name      string
		Addresses []string
		Timezone  string
	}
	Kind       rules.Kind
	Start, End string
	PromisedBy string `json:"promised_by"`
	Lang       string
}

// readTimeLabels reads labels.jsonl of a corpus folder.
func readTimeLabels(t testing.TB, dir string) []timeLabel {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "labels.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []timeLabel
	for s := bufio.NewScanner(f); s.Scan(); {
		var l timeLabel
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	if len(out) == 0 {
		t.Fatalf("%s: no labels", dir)
	}
	return out
}

func (l timeLabel) input(t testing.TB, dir string) ScheduleInput {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, l.File))
	if err != nil {
		t.Fatal(err)
	}
	loc, err := time.LoadLocation(l.Owner.Timezone)
	if err != nil {
		t.Fatal(err)
	}
	m := mailparse.Parse(raw)
	in := ScheduleInput{Mail: m, Lang: l.Lang, Owner: Owner{Name: l.Owner.Name, Addresses: l.Owner.Addresses, Zone: loc}}
	for _, c := range m.Calendars {
		if cal, err := ical.Read(c.Data, c.Method, loc); err == nil {
			in.Calendars = append(in.Calendars, cal)
		}
	}
	return in
}

// sameMoment compares a When with a label: moments in time, or days.
func sameMoment(got rules.When, want string) bool {
	if want == "" {
		return got.Zero()
	}
	if len(want) == len(time.DateOnly) {
		return got.DayOnly && got.String() == want
	}
	at, err := time.Parse(time.RFC3339, want)
	return err == nil && !got.DayOnly && got.At.Equal(at)
}

// timeScore counts right, wrong and missing values.
type timeScore struct{ all, right, wrong, missing int }

func (s *timeScore) add(got, want rules.When, right bool) {
	s.all++
	switch {
	case right:
		s.right++
	case got.Zero(), got.DayOnly && rules.DayOf(got.At) == rules.DayOf(want.At):
		s.missing++
	default:
		s.wrong++
	}
}

func (s timeScore) share() float64 { return float64(s.right) / float64(max(s.all, 1)) }

func wantWhen(s string) rules.When {
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return rules.When{At: at}
	}
	at, _ := time.Parse(time.DateOnly, s)
	return rules.When{At: at, DayOnly: true}
}

// TestScheduleScore holds the shares of right starts, ends and promised days
// in the corpus; they may only rise.
func TestScheduleScore(t *testing.T) {
	for _, c := range []struct {
		dir                         string
		start, textStart, end, prom float64 // floors
		wrong                       int     // most wrong starts
	}{
		{"testdata/corpus/en", 1, 1, 0.96, 1, 0},
		{"testdata/corpus/intl", 1, 0.97, 1, 1, 0},
		{"testdata/fresh/en", 0.95, 0.95, 0.93, 0.75, 0},
		{"testdata/fresh/intl", 0.94, 0.94, 0.9, 0.8, 0},
	} {
		t.Run(strings.TrimPrefix(c.dir, "testdata/"), func(t *testing.T) {
			var start, text, end timeScore
			promised := map[string]int{}
			for _, l := range readTimeLabels(t, c.dir) {
				in := l.input(t, c.dir)
				in.Kind = l.Kind
				day, why := Promised(in.Mail, l.Lang, in.Mail.Date, in.Owner.Zone)
				switch {
				case string(day) == l.PromisedBy && day == "":
				case string(day) == l.PromisedBy:
					promised["right"]++
				case day == "":
					promised["missing"]++
					t.Logf("%s: no promise, want %s", l.File, l.PromisedBy)
				default:
					promised["wrong"]++
					t.Logf("%s: promised %s %q, want %q", l.File, day, why.Text, l.PromisedBy)
				}
				if l.Kind == rules.AutoReply {
					day, why := BackOn(in.Mail, l.Lang, in.Mail.Date, in.Owner.Zone)
					t.Logf("%s: back on %q %q", l.File, day, why.Text)
				}
				if l.Start == "" {
					continue
				}
				r := Schedule(in)
				ok := sameMoment(r.Start, l.Start)
				start.add(r.Start, wantWhen(l.Start), ok)
				if !ok {
					t.Logf("%s: start %s (%s), want %s %v", l.File, r.Start, r.Source, l.Start, r.Doubts)
				}
				eok := sameMoment(r.End, l.End)
				end.add(r.End, wantWhen(l.End), eok)
				if ok && !eok {
					t.Logf("%s: end %s, want %q", l.File, r.End, l.End)
				}
				if r.Source == "text/calendar" {
					in.Calendars = nil
					rt := Schedule(in)
					if rt.Source != "" {
						tok := sameMoment(rt.Start, l.Start)
						text.add(rt.Start, wantWhen(l.Start), tok)
						if !tok {
							t.Logf("%s: by text alone %s (%s), want %s %v", l.File, rt.Start, rt.Source, l.Start, rt.Doubts)
						}
					}
				} else {
					text.add(r.Start, wantWhen(l.Start), ok)
				}
			}
			t.Logf("promised %v", promised)
			t.Logf("start %.1f %% %+v; by text alone %.1f %% %+v; end %.1f %% %+v", 100*start.share(), start, 100*text.share(), text, 100*end.share(), end)
			if start.share() < c.start || text.share() < c.textStart || end.share() < c.end || start.wrong > c.wrong ||
				float64(promised["right"]) < c.prom*float64(promised["right"]+promised["missing"]) {
				t.Errorf("below the floor %+v", c)
			}
		})
	}
}
