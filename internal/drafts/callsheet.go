package drafts

import (
	"slices"
	"strings"
	"time"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// maxHistory bounds the lines of what happened so far: the newest are kept.
const maxHistory = 12

// history tells what happened so far, one dated line each, oldest first: the
// confirmation, the interview, what either side wrote since, what lies unsent.
func history(d rules.Decision, l lang.Letters) string {
	iv := d.Interview
	loc := iv.Start.At.Location()
	type line struct {
		at   time.Time
		text string
	}
	var lines []line
	add := func(at time.Time, what string) {
		if !at.IsZero() && what != "" {
			lines = append(lines, line{at, what})
		}
	}
	confirmed := false
	for _, m := range iv.Mails {
		after := m.Mail.Date.After(d.T)
		switch {
		case m.Mail.FromOwner && after && !m.Mail.CalendarReply:
			add(m.Mail.Date, l.Story.You)
		case m.Mail.FromOwner:
		case !after && !confirmed && (m.Facts.Kind == rules.Confirmation || m.Facts.Kind == rules.Reschedule):
			confirmed = true
			add(m.Mail.Date, l.Story.Confirmed)
		case after && m.Facts.Kind == rules.AutoReply:
			add(m.Mail.Date, l.Story.Auto)
		case after && m.Facts.Kind == rules.Reply:
			add(m.Mail.Date, l.Story.They)
		}
	}
	add(iv.Start.At, l.Story.Interview)
	for _, e := range iv.Drafts {
		if e.State == rules.DraftWaiting || e.State == rules.DraftEdited {
			add(e.PlacedAt, l.Story.Unsent)
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.at.Compare(b.at) })
	var out []string
	for _, e := range lines[max(0, len(lines)-maxHistory):] {
		out = append(out, "- "+day(l, e.at.In(loc))+": "+e.text)
	}
	return strings.Join(slices.Compact(out), "\n")
}

// daysOff lists the weekdays of the two weeks from now on, in the interview's
// zone, on which nobody works: public holidays and configured closed days.
func daysOff(iv rules.Interview, s rules.Settings, now time.Time, l lang.Letters) string {
	if !iv.Start.At.IsZero() {
		now = now.In(iv.Start.At.Location())
	}
	var out []string
	for i := range 14 {
		d := now.AddDate(0, 0, i)
		if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday && !s.WorkingDay(iv.Company, d) {
			out = append(out, day(l, d))
		}
	}
	return strings.Join(out, "; ")
}

// readable writes a number so that it can be read out: as the mail has it
// where it is parted already, else in groups. "" where s is no number.
func readable(s string) string {
	s = clean(s, maxName)
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	if len(digits) < 5 || len(digits) > 20 {
		return ""
	}
	s = strings.TrimPrefix(s, "tel:")
	plus := strings.HasPrefix(s, "+") || strings.HasPrefix(digits, "00") && len(digits) > 10
	bare := strings.TrimPrefix(strings.TrimPrefix(s, "+"), "(")
	if bare != digits { // parted, or with an extension: the writer knows best
		return s
	}
	if !plus {
		return inGroups(digits)
	}
	digits = strings.TrimPrefix(digits, "00")
	n := countryDigits(digits)
	code, rest := digits[:n], digits[n:]
	for _, row := range groupings {
		if row.code == code && strings.HasPrefix(rest, row.prefix) && sum(row.sizes) == len(rest) {
			return "+" + code + " " + bySizes(rest, row.sizes)
		}
	}
	return "+" + code + " " + inGroups(rest)
}

// groupings are the countries whose people do not part numbers by threes.
var groupings = []struct {
	code, prefix string
	sizes        []int
}{
	{"44", "2", []int{2, 4, 4}}, // London, Cardiff, Belfast
	{"44", "1", []int{4, 6}},
	{"44", "7", []int{4, 6}},
	{"33", "", []int{1, 2, 2, 2, 2}},
	{"32", "4", []int{3, 2, 2, 2}},
	{"31", "6", []int{1, 4, 4}},
	{"41", "", []int{2, 3, 2, 2}},
}

func sum(sizes []int) int {
	n := 0
	for _, s := range sizes {
		n += s
	}
	return n
}

func bySizes(s string, sizes []int) string {
	var out []string
	for _, n := range sizes {
		out = append(out, s[:n])
		s = s[n:]
	}
	return strings.Join(out, " ")
}

// countryDigits is how many digits the country code has that s begins with
// (ITU-T E.164): one for zones 1 and 7, two for those listed, else three.
func countryDigits(s string) int {
	const two = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 " +
		"60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98"
	switch {
	case s[0] == '1', s[0] == '7':
		return 1
	case slices.Contains(strings.Fields(two), s[:2]):
		return 2
	}
	return 3
}

// inGroups parts digits by threes from the left; the last group has two to
// four.
func inGroups(s string) string {
	var out []string
	for len(s) > 4 {
		out = append(out, s[:3])
		s = s[3:]
	}
	return strings.Join(append(out, s), " ")
}
