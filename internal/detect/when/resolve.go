package when

import (
	"time"

	"inboxwatch/internal/lang"
)

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

// ordered settles which of two numbers is the month: by the weekday, the other
// dates of the text, the language, the country, and by what lies ahead.
func (p *parser) ordered(d date, years []int, today time.Time) (resolved, bool) {
	weekday := d.weekday
	a, fitsA, okA := nearestOf(years, d.m, d.d, weekday, today)
	b, fitsB, okB := nearestOf(years, d.d, d.m, weekday, today)
	year := d.kind == dayMonth
	switch {
	case !okA && !okB:
		return resolved{}, false
	case !okB:
		return resolved{t: a, year: year, conflict: weekday >= 0 && !fitsA}, true
	case !okA:
		return resolved{t: b, year: year, conflict: weekday >= 0 && !fitsB}, true
	}
	if weekday >= 0 && fitsA != fitsB {
		if fitsA {
			return resolved{t: a, year: year, swapped: true, why: []string{"day before month since the weekday fits"}}, true
		}
		return resolved{t: b, year: year, swapped: true, why: []string{"month before day since the weekday fits"}}, true
	}
	conflict := weekday >= 0 && !fitsA
	o, why := p.numericOrder()
	switch o {
	case dayFirst:
		return resolved{t: a, year: year, swapped: true, conflict: conflict, why: []string{"day before month: " + why}}, true
	case monthFirst:
		return resolved{t: b, year: year, swapped: true, conflict: conflict, why: []string{"month before day: " + why}}, true
	}
	pa, pb := plausible(a, today), plausible(b, today)
	switch {
	case pa && !pb:
		return resolved{t: a, year: year, swapped: true, conflict: conflict, why: []string{"day before month since the other reading is far off"}}, true
	case pb && !pa:
		return resolved{t: b, year: year, swapped: true, conflict: conflict, why: []string{"month before day since the other reading is far off"}}, true
	}
	return resolved{t: a, alt: []time.Time{b}, year: year, swapped: true, conflict: conflict, why: []string{"day and month could change places"}}, true
}

func nearestOf(years []int, m, d, weekday int, today time.Time) (time.Time, bool, bool) {
	if len(years) == 1 {
		if !realDay(years[0], m, d) {
			return time.Time{}, false, false
		}
		t := civil(years[0], m, d)
		return t, weekday < 0 || int(t.Weekday()) == weekday, true
	}
	return nearest(years, m, d, weekday, today)
}

// plausible: appointments lie from today to ten weeks ahead.
func plausible(t, today time.Time) bool {
	days := int(t.Sub(today).Hours() / 24)
	return days >= 0 && days <= 70
}

// numericOrder is the order that the text, its language or its sender's
// country use, and why.
func (p *parser) numericOrder() (order, string) {
	_, off := p.c.Ref.Zone()
	switch {
	case p.order != orderOpen:
		return p.order, "another date of the text shows it"
	case !p.v.table.MonthFirst:
		return dayFirst, "the language writes so"
	case monthFirstCountries[p.c.Country]:
		return monthFirst, "the sender's country writes so"
	case p.c.Country != "" && p.c.Country != "CA":
		return dayFirst, "the sender's country writes so"
	case p.stated == "US":
		return monthFirst, "the zone told is American"
	case p.stated != "":
		return dayFirst, "the zone told is not American"
	case off > 0:
		return dayFirst, "the sender's clock is not American"
	case off <= -4*3600 && zoneCountry(p.c.Zone) == "x":
		// The sender's clock is American, the owner's is not: as a rule the
		// United States, unless the owner lives on that clock too.
		if !sameClock(p.c.Ref, p.c.Zone) {
			return monthFirst, "the sender's clock is American"
		}
		return dayFirst, "the owner's country writes so"
	default:
		switch c := zoneCountry(p.c.Zone); {
		case c == "US":
			return monthFirst, "the owner's country writes so"
		case c != "":
			return dayFirst, "the owner's country writes so"
		}
	}
	return orderOpen, ""
}

var monthFirstCountries = map[string]bool{"US": true, "PH": true, "PR": true, "GU": true}

// textOrder looks for a numeric date that shows the order of all.
func (p *parser) textOrder(atoms []atom) order {
	seen := orderOpen
	for i := range atoms {
		d := &atoms[i].date
		if !atoms[i].isDate || d.kind > dayMonth || d.point || p.at(atoms[i].to-1).word.has(lang.Month) {
			continue
		}
		if o := p.shownOrder(&atoms[i]); o != orderOpen {
			if seen != orderOpen && seen != o {
				return orderOpen
			}
			seen = o
		}
	}
	return seen
}

// shownOrder tells the order of one numeric date by a number above twelve or
// by its weekday.
func (p *parser) shownOrder(a *atom) order {
	for i := a.from; i+2 < a.to+1; i++ {
		if p.at(i).kind != kindNumber || p.at(i).digits > 2 || !p.ch(i+1, '/') || p.at(i+2).kind != kindNumber || p.at(i+2).digits > 2 {
			continue
		}
		switch {
		case p.at(i).num > 12:
			return dayFirst
		case p.at(i+2).num > 12:
			return monthFirst
		}
		if a.date.weekday < 0 || !a.date.open {
			return orderOpen
		}
		r, ok := p.resolve(a.date, p.ref)
		switch {
		case !ok || len(r.why) == 0:
			return orderOpen
		case r.why[0] == "day before month since the weekday fits":
			return dayFirst
		case r.why[0] == "month before day since the weekday fits":
			return monthFirst
		}
	}
	return orderOpen
}

// monthless is a day of the month alone: this month's or the next one's, the
// first that is not past and fits the weekday.
func (p *parser) monthless(d date, today time.Time) (resolved, bool) {
	y, m, _ := today.Date()
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
		return resolved{t: next, alt: []time.Time{coming}, why: []string{"\"next\" could mean this week's day"}}, true
	case d.mod == 3:
		return resolved{t: inWeek.AddDate(0, 0, 14)}, true
	}
	t := coming.AddDate(0, 0, 7*d.weeks)
	if d.weeks > 0 && ahead == 7 { // "Thursday week" said on a Thursday
		t = today.AddDate(0, 0, 7*d.weeks)
	}
	return resolved{t: t, why: []string{"the next " + t.Weekday().String()}}, true
}
