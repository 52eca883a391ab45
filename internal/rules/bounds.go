package rules

import (
	"fmt"
	"time"
)

// The bounds of an interview, each an index of bounds.at.
const (
	atT        = iota // T, the end of the interview
	atThankYou        // the thank-you is right until here
	atCall            // the second mail is right until here
	atEnd             // the end of it
)

// bounds are the moments that the windows lie between, in the interview's
// zone.
type bounds struct {
	at     [4]time.Time
	shifts [4][]string
	gap    time.Duration
}

// judgement is what the settings say for one company.
type judgement struct {
	Settings
	closed []DayRange
}

func (s Settings) judge(company string) judgement {
	j := judgement{Settings: s, closed: s.Closed}
	name := plainWords(company)
	for _, c := range s.Companies {
		if !containsWords(name, plainWords(c.Match)) {
			continue
		}
		set(&j.Bounds.ThankYou, c.ThankYou)
		set(&j.Bounds.Call, c.Call)
		set(&j.Bounds.End, c.End)
		set(&j.MinGap, c.MinGap)
		j.closed = append(append([]DayRange{}, j.closed...), c.Closed...)
	}
	return j
}

func set(d *time.Duration, v *time.Duration) {
	if v != nil {
		*d = *v
	}
}

// bounds measures the three bounds from T. None lies before another.
func (j judgement) bounds(t time.Time) bounds {
	b := bounds{gap: j.MinGap}
	b.at[atT] = t
	for i, d := range map[int]time.Duration{atThankYou: j.Bounds.ThankYou, atCall: j.Bounds.Call, atEnd: j.Bounds.End} {
		if j.WorkingDays {
			b.at[i], b.shifts[i] = j.afterWorkingDays(t, d)
		} else {
			b.at[i], b.shifts[i] = j.shifted(t, d)
		}
	}
	for i := atThankYou; i <= atEnd; i++ {
		b.at[i] = later(b.at[i], b.at[i-1])
	}
	return b
}

// maxShift keeps a calendar of nothing but closed days from running on.
const maxShift = 400

// shifted is t + d, 24 h later for every date after t's up to the bound's that
// is a holiday on a weekday or closed, until nothing moves.
func (j judgement) shifted(t time.Time, d time.Duration) (time.Time, []string) {
	var why []string
	bound := t.Add(d)
	for day := nextDay(t); !day.After(bound) && len(why) < maxShift; day = nextDay(day) {
		if reason := j.idle(day); reason != "" {
			why = append(why, reason)
			bound = bound.Add(24 * time.Hour)
		}
	}
	return bound, why
}

// afterWorkingDays counts 24 h as one working day and seven days as five, at
// t's local time of day; what is left of a day is added as it is.
func (j judgement) afterWorkingDays(t time.Time, d time.Duration) (time.Time, []string) {
	const day = 24 * time.Hour
	whole := int(d / day)
	n := whole/7*5 + min(whole%7, 5)
	var why []string
	at := t
	for skipped := 0; n > 0 && skipped < maxShift; {
		at = nextDay(at)
		switch reason := j.idle(at); {
		case reason != "":
			why = append(why, reason)
			skipped++
		case weekend(at):
			skipped++
		default:
			n--
		}
	}
	y, m, dd := at.Date()
	at = time.Date(y, m, dd, t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
	return at.Add(d % day), why
}

// idle says why nothing can be expected on the local date of day: a public
// holiday on a weekday, or a closed day. Else it is "".
func (j judgement) idle(day time.Time) string {
	date := DayOf(day)
	for _, r := range j.closed {
		if r.From <= date && date <= r.Until {
			return sayDay(day) + " is closed"
		}
	}
	if weekend(day) {
		return ""
	}
	if h := j.Holiday(day); h != "" {
		return fmt.Sprintf("%s is %s", sayDay(day), h)
	}
	return ""
}

func weekend(t time.Time) bool { return t.Weekday() == time.Saturday || t.Weekday() == time.Sunday }

// workingDay reports whether people work on the local date of t.
func (j judgement) workingDay(t time.Time) bool { return !weekend(t) && j.idle(t) == "" }

// WorkingDay reports whether the local date of t is neither a weekend nor a
// public holiday nor closed for that company.
func (s Settings) WorkingDay(company string, t time.Time) bool { return s.judge(company).workingDay(t) }

// nextDay is the first moment of the next local day.
func nextDay(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, t.Location())
}

// workingDayAfter is 00:00 of the first working day after the local day.
func (j judgement) workingDayAfter(day Day, loc *time.Location) (time.Time, bool) {
	t, ok := day.In(loc)
	if !ok {
		return t, false
	}
	t = nextDay(t)
	for n := 0; n < maxShift && !j.workingDay(t); n++ {
		t = nextDay(t)
	}
	return t, true
}
