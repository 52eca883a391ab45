package when

import (
	"time"

	"inboxwatch/internal/lang"
)

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
