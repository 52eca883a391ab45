package when

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"inboxwatch/internal/lang"
)

// styles render a moment as people write it; the reader must give it back.
var styles = map[string][]func(t time.Time) string{
	"en": {
		func(t time.Time) string { return t.Format("Monday, January 2, 2006 at 3:04 PM") },
		func(t time.Time) string { return t.Format("Mon 2 Jan, 3.04pm") },
		func(t time.Time) string { return t.Format("2006-01-02 15:04") },
		func(t time.Time) string { return t.Format("02/01/2006 at 15:04") },
		func(t time.Time) string { return t.Format("3:04pm on 2 January 2006") },
		func(t time.Time) string { return t.Format("Date: 2 January 2006\nTime: 15:04") },
	},
	"de": {
		func(t time.Time) string { return t.Format("02.01.2006, 15:04 Uhr") },
		func(t time.Time) string { return native(t, "de", "am %s, den %d. %s %d, um ") + t.Format("15:04 Uhr") },
		func(t time.Time) string { return t.Format("2.1.2006 um 15.04 Uhr") },
	},
	"fr": {
		func(t time.Time) string { return native(t, "fr", "le %s %d %s %d à ") + t.Format("15h04") },
		func(t time.Time) string { return t.Format("le 02/01/2006 à 15 h 04") },
	},
	"es": {
		func(t time.Time) string { return native(t, "es", "el %s %d de %s de %d a las ") + t.Format("15:04 h") },
		func(t time.Time) string { return t.Format("02/01/2006, 3:04 PM") },
	},
	"nl": {
		func(t time.Time) string { return native(t, "nl", "%s %d %s %d om ") + t.Format("15.04 uur") },
		func(t time.Time) string { return t.Format("02-01-2006 om 15:04") },
	},
	"it": {
		func(t time.Time) string { return native(t, "it", "%s %d %s %d alle ore ") + t.Format("15.04") },
		func(t time.Time) string { return t.Format("02/01/2006, ore 15:04") },
	},
	"pt": {
		func(t time.Time) string { return native(t, "pt", "%s, %d de %s de %d, às ") + t.Format("15h04") },
		func(t time.Time) string { return t.Format("dia 02/01/2006 às 15:04") },
	},
	"pl": {
		func(t time.Time) string { return native(t, "pl", "%s, %d %s %d r. o godz. ") + t.Format("15:04") },
		func(t time.Time) string { return t.Format("02.01.2006 godz. 15.04") },
	},
}

// native fills weekday, day, month and year with the first forms of a language.
func native(t time.Time, code, format string) string {
	return fmt.Sprintf(format, firstForm(code, lang.Weekday, int(t.Weekday())), t.Day(), firstForm(code, lang.Month, int(t.Month())), t.Year())
}

func firstForm(code string, c lang.DateClass, value int) string {
	for _, w := range lang.DatesOf(code).Words {
		if w.Class == c && w.Value == value {
			for i := range len(w.Forms) {
				if w.Forms[i] == '|' {
					return w.Forms[:i]
				}
			}
			return w.Forms
		}
	}
	return "?"
}

func TestRoundTrip(t *testing.T) {
	for code, renderers := range styles {
		c := reference(t)
		c.Lang = code
		rapid.Check(t, func(rt *rapid.T) {
			minutes := rapid.IntRange(0, 180*24*60).Draw(rt, "minutes ahead")
			at := time.Date(2026, 11, 6, 0, 0, 0, 0, c.Zone).Add(time.Duration(minutes) * time.Minute)
			if h := at.Hour(); h < 8 || h > 19 {
				at = at.Add(time.Duration(13-h) * time.Hour)
			}
			if at.Hour() < 8 {
				return
			}
			text := rapid.SampledFrom(renderers).Draw(rt, "style")(at)
			fs := Find(text, c)
			if len(fs) == 0 || !fs[0].HasTime || !fs[0].Start.At.Equal(at) {
				rt.Fatalf("%s: %q is %s, read as %+v", code, text, at, render(fs))
			}
		})
	}
}

// FuzzFind: whatever the text, spans lie in it and in order, ends follow
// starts, and reading twice gives the same.
func FuzzFind(f *testing.F) {
	for code, rows := range findCases {
		for _, r := range rows {
			f.Add(r[0], code)
		}
	}
	f.Add("1.1.1:1-1/1h1 1", "")
	zone := time.FixedZone("", 3600)
	f.Fuzz(func(t *testing.T, text, code string) {
		c := Context{Ref: time.Date(2026, 11, 5, 9, 15, 0, 0, zone), Zone: zone, Lang: code}
		r := Read(text, c)
		last := -1
		for _, x := range r.Found {
			if x.From < last || x.To <= x.From || x.To > len(text) || x.Text == "" {
				t.Fatalf("span %d-%d after %d in %d bytes: %q", x.From, x.To, last, len(text), x.Text)
			}
			last = x.From
			if x.HasEnd && !x.End.At.After(x.Start.At) && !x.Days {
				t.Fatalf("%q ends %s before it starts %s", x.Text, x.End, x.Start)
			}
			if !x.HasDate && !x.HasTime {
				t.Fatalf("%q is neither day nor time", x.Text)
			}
		}
		for _, l := range r.Lengths {
			if l.From < 0 || l.To <= l.From || l.To > len(text) || l.D <= 0 {
				t.Fatalf("length %+v in %d bytes", l, len(text))
			}
		}
		if again := Read(text, c); len(again.Found) != len(r.Found) {
			t.Fatal("read twice, found differently")
		}
	})
}

// benchmarkText is a mail's body of about 2.6 kB.
var benchmarkText = func() string {
	s := "Dear Sam,\n\nThank you for your application for the post of Theatre Nurse. The panel was impressed by your letter and would like to meet you.\n\nYour interview will take place on Wednesday, 18 November 2026, from 2:15 pm to 3:00 pm in the Education Centre.\n\n"
	filler := "You will be met at reception by a member of the team who will show you around the ward and answer any question that you may have about the rota, the pay and the training we offer.\n"
	for len(s) < 2500 {
		s += filler
	}
	return s + "Please confirm by 12 November. Ring 01632 960 117 if you are delayed.\n"
}()

func BenchmarkFind(b *testing.B) {
	c := Context{Ref: time.Date(2026, 11, 5, 9, 15, 0, 0, time.UTC), Zone: time.UTC, Lang: "en"}
	Find(benchmarkText, c)
	b.SetBytes(int64(len(benchmarkText)))
	b.ReportAllocs()
	for b.Loop() {
		if len(Find(benchmarkText, c)) != 2 {
			b.Fatal("lost a date")
		}
	}
}
