package when

import "time"

// order is how a text writes numeric dates.
type order uint8

const (
	orderOpen order = iota
	dayFirst
	monthFirst
)

// resolved is a date's day as midnight UTC, and how it was inferred.
type resolved struct {
	t        time.Time
	alt      []time.Time
	year     bool // the year was inferred
	swapped  bool // day and month were settled by inference
	conflict bool
	why      []string
}

func (r resolved) hasAlt(t time.Time) bool {
	for _, a := range r.alt {
		if a.Equal(t) {
			return true
		}
	}
	return false
}

func civil(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// real reports whether y-m-d is a day of the calendar.
func realDay(y, m, d int) bool { return civil(y, m, d).Day() == d && m >= 1 && m <= 12 }

// resolve gives the day that d means for a mail written at ref, which is in
// the zone whose days count.
func (p *parser) resolve(d date, ref time.Time) (resolved, bool) {
	y, m, day := ref.Date()
	today := civil(y, int(m), day)
	switch d.kind {
	case dayMonthYear:
		return p.explicit(d, today)
	case dayMonth:
		return p.yearless(d, today)
	case dayOnly:
		return p.monthless(d, today)
	case weekdayOnly:
		return p.byWeekday(d, today)
	case endOfWeek:
		// A working week ends on Friday; said at the weekend, the next one.
		monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
		end := monday.AddDate(0, 0, 4+7*d.week)
		if end.Before(today) {
			end = end.AddDate(0, 0, 7)
		}
		return resolved{t: end}, true
	case endOfMonth:
		if d.d == 0 {
			return resolved{t: civil(y, int(m)+d.m+1, 0)}, true
		}
		r, ok := p.yearless(date{d: 28, m: d.m, weekday: -1}, today)
		return resolved{t: civil(r.t.Year(), d.m+1, 0), year: true}, ok
	case endOfYear:
		return resolved{t: civil(y+d.y, 12, 31)}, true
	}
	if d.working {
		return resolved{t: addWorking(today, d.days)}, true
	}
	return resolved{t: today.AddDate(0, 0, d.days)}, true
}

// addWorking adds n days, Saturdays and Sundays not counted.
func addWorking(t time.Time, n int) time.Time {
	for n > 0 {
		t = t.AddDate(0, 0, 1)
		if wd := t.Weekday(); wd != time.Saturday && wd != time.Sunday {
			n--
		}
	}
	return t
}

// explicit is a date with its year; the weekday settles an open order and
// shows a contradiction.
func (p *parser) explicit(d date, today time.Time) (resolved, bool) {
	if d.open {
		return p.ordered(d, []int{d.y}, today)
	}
	if !realDay(d.y, d.m, d.d) {
		return resolved{}, false
	}
	r := resolved{t: civil(d.y, d.m, d.d)}
	r.conflict = d.weekday >= 0 && int(r.t.Weekday()) != d.weekday
	return r, true
}

// yearless is a date without a year: the year whose weekday fits, else the
// next such day, a little behind today allowed.
func (p *parser) yearless(d date, today time.Time) (resolved, bool) {
	years := []int{today.Year() - 1, today.Year(), today.Year() + 1}
	if d.open {
		return p.ordered(d, years, today)
	}
	t, fits, ok := nearest(years, d.m, d.d, d.weekday, today)
	if !ok {
		return resolved{}, false
	}
	r := resolved{t: t, year: true, conflict: d.weekday >= 0 && !fits}
	if t.Year() != today.Year() {
		r.why = append(r.why, "year "+t.Format("2006")+" since none is told")
	}
	return r, true
}

// The span in which a day without a year is looked for, in days from the mail.
const (
	daysBehind = 90
	daysAhead  = 275
)

// nearest gives the year's day that fits the weekday and lies nearest to what
// mails speak of; fits is false where no year has that weekday nearby.
func nearest(years []int, m, d, weekday int, today time.Time) (best time.Time, fits, ok bool) {
	for _, y := range years {
		if !realDay(y, m, d) {
			continue
		}
		t := civil(y, m, d)
		days := int(t.Sub(today).Hours() / 24)
		if days < -daysBehind || days >= daysAhead {
			continue
		}
		match := weekday < 0 || int(t.Weekday()) == weekday
		if !ok || match && !fits {
			best, fits, ok = t, match, true
		}
	}
	return best, fits, ok
}

// monthless is a day of the month alone: this month's or the next one's, the
// first that is not past and fits the weekday.
func (p *parser) monthless(d date, today time.Time) (resolved, bool) {
	y, m, _ := today.Date()
	if d.m > 0 { // "the 3rd of next month"
		t := civil(y, int(m)+d.m-1, d.d)
		return resolved{t: t, year: true, conflict: d.weekday >= 0 && int(t.Weekday()) != d.weekday}, t.Day() == d.d
	}
	var first time.Time
	for k := range 3 {
		t := civil(y, int(m)+k, d.d)
		if t.Day() != d.d || t.Before(today) {
			continue
		}
		if d.weekday < 0 || int(t.Weekday()) == d.weekday {
			return resolved{t: t, year: true}, true
		}
		if first.IsZero() {
			first = t
		}
	}
	// "on Thursday the 5th" may also lie just behind.
	for k := range 2 {
		t := civil(y, int(m)-k, d.d)
		if t.Day() == d.d && t.Before(today) && d.weekday >= 0 && int(t.Weekday()) == d.weekday {
			return resolved{t: t, year: true}, true
		}
	}
	return resolved{t: first, year: true, conflict: true}, !first.IsZero()
}

// byWeekday is a weekday alone: the next one after today, or what "next",
// "last" and weeks make of it.
func (p *parser) byWeekday(d date, today time.Time) (resolved, bool) {
	ahead := (d.weekday - int(today.Weekday()) + 7) % 7
	if ahead == 0 {
		ahead = 7
	}
	coming := today.AddDate(0, 0, ahead)
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
	inWeek := monday.AddDate(0, 0, (d.weekday+6)%7)
	if d.of != nil {
		if m, ok := p.mondayOf(d.of, today); ok {
			return resolved{t: m.AddDate(0, 0, (d.weekday+6)%7), why: []string{"the weekday of the week told"}}, true
		}
	}
	switch {
	case d.inWeek:
		t := inWeek.AddDate(0, 0, 7*d.week)
		return resolved{t: t, why: []string{"the weekday of the week told"}}, true
	case d.mod == -1:
		back := coming.AddDate(0, 0, -7)
		if !back.Before(today) {
			back = back.AddDate(0, 0, -7)
		}
		return resolved{t: back}, true
	case d.mod == 2:
		next := inWeek.AddDate(0, 0, 7)
		if next.Equal(coming) || !p.v.table.NextOpen {
			return resolved{t: coming}, true
		}
		if coming.Sub(today) <= 24*time.Hour {
			return resolved{t: next, why: []string{"this week's day would be called tomorrow"}}, true
		}
		return resolved{t: next, alt: []time.Time{coming}, why: []string{"\"next\" could mean this week's day"}}, true
	case d.mod == 4:
		return resolved{t: coming, alt: []time.Time{coming.AddDate(0, 0, 7)}, why: []string{"which day it follows is not told here"}}, true
	case d.mod == 3:
		return resolved{t: inWeek.AddDate(0, 0, 14)}, true
	}
	t := coming.AddDate(0, 0, 7*d.weeks)
	if d.weeks > 0 && ahead == 7 { // "Thursday week" said on a Thursday
		t = today.AddDate(0, 0, 7*d.weeks)
	}
	return resolved{t: t, why: []string{"the next " + t.Weekday().String()}}, true
}
