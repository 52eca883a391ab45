package ical

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"inboxwatch/internal/detect/mailparse"
)

// bombs are calendars made to cost time or memory.
func bombs() map[string]string {
	ev := "BEGIN:VEVENT\nDTSTART:20261112T140000Z\nRRULE:FREQ=SECONDLY;COUNT=999999999\nEND:VEVENT\n"
	return map[string]string{
		"events":      "BEGIN:VCALENDAR\n" + strings.Repeat(ev, 100_000),
		"nested":      strings.Repeat("BEGIN:VEVENT\n", 70_000),
		"components":  strings.Repeat("BEGIN:X\n", 100_000) + ev,
		"attendees":   "BEGIN:VEVENT\n" + strings.Repeat("ATTENDEE;CN=a:mailto:a@b.example\n", 30_000),
		"parameters":  "BEGIN:VEVENT\nDTSTART" + strings.Repeat(";A=b", 200_000) + ":20261112T140000Z\n",
		"no colon":    "BEGIN:VEVENT\nX;A=b\nDTSTART;TZID\nSUMMARY;X=\"\n;:\n:\n",
		"one line":    "BEGIN:VEVENT\nSUMMARY:" + strings.Repeat("a", 1<<20),
		"folds":       "BEGIN:VEVENT\nSUMMARY:" + strings.Repeat("\n a", 400_000),
		"zones":       strings.Repeat("BEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nRDATE:"+strings.Repeat("20200101T000000,", 1000)+"\nEND:STANDARD\nEND:VTIMEZONE\n", 60),
		"rules":       "BEGIN:VTIMEZONE\nTZID:a\n" + strings.Repeat("BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY\nEND:STANDARD\n", 10_000) + "END:VTIMEZONE\n" + strings.Repeat("BEGIN:VEVENT\nDTSTART;TZID=a:99990101T000000\nEND:VEVENT\n", 300),
		"attachment":  "BEGIN:VEVENT\nATTACH;ENCODING=BASE64:" + strings.Repeat("QUJD", 300_000) + "\nDTSTART:20261112T140000Z\n",
		"zone names":  "BEGIN:VCALENDAR\n" + manyZones(),
		"escapes":     "BEGIN:VEVENT\nSUMMARY:\x1b[31m\u202e\\n\\n\x00" + strings.Repeat(`\\`, 5000) + "\n",
		"year":        "BEGIN:VEVENT\nDTSTART:99991231T235959Z\nDURATION:P999999999W\n",
		"duration":    "BEGIN:VEVENT\nDTSTART:20261112T140000Z\nDURATION:P" + strings.Repeat("9", 5000) + "D\n",
		"html bomb":   "BEGIN:VEVENT\nDESCRIPTION:" + strings.Repeat("<b>", 10_000) + "</b>\n",
		"only colons": "BEGIN:VEVENT\n" + strings.Repeat(":\n", 100_000),
	}
}

func manyZones() string {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "BEGIN:VEVENT\nDTSTART;TZID=Nowhere/Z%d:20261112T140000\nEND:VEVENT\n", i)
	}
	return b.String()
}

func TestBombs(t *testing.T) {
	for name, data := range bombs() {
		c, err := Read([]byte(data), "REQUEST", nil)
		if err != nil && name != "zones" {
			t.Errorf("%s: %v", name, err)
		}
		if len(c.Events) > maxEvents {
			t.Errorf("%s: %d events", name, len(c.Events))
		}
		check(t, c)
	}
}

// check holds what is promised of every calendar.
func check(t testing.TB, c Calendar) {
	t.Helper()
	for _, e := range c.Events {
		if !e.End.Zero() && e.End.At.Before(e.Start.At) {
			t.Errorf("end %v before start %v", e.End, e.Start)
		}
		if e.Start.DayOnly != e.AllDay || len(e.Attendees) > maxAttendees || len(e.Desc) > maxDesc {
			t.Errorf("day only %v, all day %v, %d attendees, %d bytes", e.Start.DayOnly, e.AllDay, len(e.Attendees), len(e.Desc))
		}
		all := []string{e.UID, e.Status, e.Summary, e.Desc, e.Location, e.URL, e.Organizer.Name, e.Organizer.Address, e.StartText, e.EndText, e.ZoneWhy, e.Instance, c.Method}
		for _, a := range e.Attendees {
			all = append(all, a.Name, a.Address, a.Role, a.PartStat, a.Type)
		}
		for _, s := range all {
			if !utf8.ValidString(s) || mailparse.Clean(s) != s {
				t.Errorf("unclean: %q", s)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, tt := range readTests {
		f.Add([]byte(calendar(tt.data)), "REQUEST")
	}
	for _, b := range bombs() {
		f.Add([]byte(b[:min(len(b), 2000)]), "")
	}
	berlin := mustLoad(f, "Europe/Berlin")
	f.Fuzz(func(t *testing.T, data []byte, method string) {
		c, _ := Read(data, method, berlin)
		check(t, c)
		if again, _ := Read(data, method, berlin); len(again.Events) != len(c.Events) {
			t.Errorf("%d events, then %d", len(c.Events), len(again.Events))
		}
	})
}

// TestWorkGrowsLinearly holds the time for ten times the data under forty
// times the time, as a guard against quadratic work; it measures nothing else.
func TestWorkGrowsLinearly(t *testing.T) {
	small := strings.Repeat("X-A:"+strings.Repeat("b", 70)+"\n c\n", 1200)
	cost := func(data string) time.Duration {
		best := time.Hour
		for range 5 {
			begin := time.Now()
			_, _ = Read([]byte("BEGIN:VEVENT\n"+data), "", nil)
			best = min(best, time.Since(begin))
		}
		return best
	}
	a, b := cost(small), cost(strings.Repeat(small, 10))
	if b > 40*a+20*time.Millisecond {
		t.Errorf("%v for %d bytes, %v for ten times as many", a, len(small), b)
	}
}

func BenchmarkRead(b *testing.B) {
	outlook := calendar(block("Eastern Standard Time", newYork) + event("DTSTART;TZID=Eastern Standard Time:20260712T140000\nDTEND;TZID=Eastern Standard Time:20260712T150000\nORGANIZER;CN=Jane Doe:mailto:jane@acme.example\nATTENDEE;CN=Sam:mailto:sam@okafor.example\nSUMMARY:Interview\nDESCRIPTION:"+strings.Repeat("Some words\\n", 100)))
	for _, d := range []struct{ name, data string }{{"google", calendar(event("DTSTART:20260712T140000Z\nDTEND:20260712T150000Z\nSUMMARY:Interview"))}, {"outlook", outlook}} {
		b.Run(d.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(d.data)))
			for b.Loop() {
				_, _ = Read([]byte(d.data), "REQUEST", nil)
			}
		})
	}
}
