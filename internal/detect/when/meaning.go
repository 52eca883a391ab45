package when

import (
	"strconv"
	"time"

	"inboxwatch/internal/rules"
)

// join gives the meaning of a day with a time beside it.
func (p *parser) join(d, s *atom, general zone) Found {
	f := p.foundAt(min(d.from, s.from), max(d.to, s.to))
	f.day, f.time = d.date, s.span
	f.HasDate, f.HasTime = true, true
	p.mean(&f, general)
	return f
}

// timeAlone is a time of day without a day.
func (p *parser) timeAlone(s *atom, general zone) Found {
	f := p.foundAt(s.from, s.to)
	f.time = s.span
	f.HasTime = true
	f.Weak = s.span.start.strength < certain
	f.Bare = s.span.start.strength == bare
	p.mean(&f, general)
	return f
}

func (p *parser) dayAloneFound(d *atom) Found {
	f := p.foundAt(d.from, d.to)
	f.day = d.date
	f.HasDate = true
	f.Weak = d.date.strength < certain && !(d.date.strength == told && d.date.kind <= dayOnly)
	f.Term = d.date.within || d.date.kind == relative && d.date.strength < certain
	p.mean(&f, zone{})
	return f
}

func (p *parser) foundAt(from, to int) Found {
	a, b := int(p.t[from].from), int(p.t[to-1].to)
	return Found{From: a, To: b, Text: p.text[a:b]}
}

// mean works the moment out in the zone told, else in the owner's.
func (p *parser) mean(f *Found, general zone) {
	z := f.time.zone
	if z.loc == nil && f.HasTime {
		z = general
	}
	loc := p.c.Zone
	if z.loc != nil {
		loc = z.loc
		f.ZoneStated = true
		if z.why != "" {
			f.Why = append(f.Why, z.why)
		}
	}
	ref := p.c.Ref.In(loc)
	y, m, day := ref.Date()
	r := resolved{t: civil(y, int(m), day)}
	if f.HasDate {
		var ok bool
		if r, ok = p.resolve(f.day, ref); !ok {
			f.Conflict, f.Weak = true, true
			return
		}
		p.noteDay(f, r)
	}
	f.setTimes(r, loc)
	if f.HasTime && loc != p.c.Zone && sameClock(f.Start.At, p.c.Zone) {
		f.setTimes(r, p.c.Zone) // both zones tell the same moment
	}
}

// sameClock reports whether t reads the same on the clocks of loc.
func sameClock(t time.Time, loc *time.Location) bool {
	_, a := t.Zone()
	_, b := t.In(loc).Zone()
	return a == b
}

// noteDay copies what was inferred about the day.
func (p *parser) noteDay(f *Found, r resolved) {
	f.YearInferred, f.OrderInferred, f.Conflict = r.year, r.swapped, r.conflict
	f.Why = append(f.Why, r.why...)
	f.Weekday = f.day.kind == weekdayOnly
	f.RelativeToday = f.day.kind == relative
	f.WeekdayMention = time.Weekday(max(f.day.weekday, 0))
	if r.conflict {
		f.Why = append(f.Why, "the weekday and the date do not agree")
	}
}

// setTimes fills Start, End and Alt from the day and the clock.
func (f *Found) setTimes(r resolved, loc *time.Location) {
	f.Start = f.moment(r.t, loc)
	f.Alt, f.End, f.HasEnd = nil, rules.When{}, false
	for _, a := range r.alt {
		f.Alt = append(f.Alt, f.moment(a, loc))
	}
	if !f.HasTime {
		if f.day.last > 0 {
			f.setLastDay(r.t, loc)
		}
		return
	}
	if h, m, why := f.startHour(); why != "" {
		if !f.HalfInferred {
			f.Why = append(f.Why, why)
		}
		f.HalfInferred = true
		if h == 7 && m == 0 && !f.HasEnd {
			f.Alt = append(f.Alt, rules.When{At: time.Date(r.t.Year(), r.t.Month(), r.t.Day(), 19, m, 0, 0, loc)})
		}
	}
	if f.time.ends {
		f.setEnd(r.t, loc)
	}
	s := f.time.start
	f.HourOnly = !s.minutes && s.half == anyHalf && s.h <= 12 && f.day.part == 0 && !f.time.ends
}

// setLastDay ends a range of days.
func (f *Found) setLastDay(first time.Time, loc *time.Location) {
	y, m, _ := first.Date()
	if f.day.last < f.day.d || !realDay(y, int(m), f.day.last) {
		return
	}
	f.End = rules.When{At: time.Date(y, m, f.day.last, 0, 0, 0, 0, loc), DayOnly: true}
	f.HasEnd, f.Days = true, true
}

// moment is the day t at the time of c in loc, or the day alone.
func (f *Found) moment(t time.Time, loc *time.Location) rules.When {
	y, m, d := t.Date()
	if !f.HasTime {
		return rules.When{At: time.Date(y, m, d, 0, 0, 0, 0, loc), DayOnly: true}
	}
	h, minute, _ := f.startHour()
	return rules.When{At: time.Date(y, m, d, h, minute, 0, 0, loc)}
}

// startHour gives the start on the 24-hour clock and why, where it is a guess.
func (f *Found) startHour() (int, int, string) {
	c := f.time.start
	if c.half == anyHalf && f.time.ends && f.time.end.half != anyHalf && c.h <= 12 {
		// "2-3pm" shares its half, "11-1pm" does not.
		c.half = f.time.end.half
		if c.half == pm && c.h%12*60+c.m > f.time.end.h%12*60+f.time.end.m {
			c.half = am
		}
	}
	if c.half == anyHalf && f.day.part > 0 {
		c.half = halfOf(f.day.part, c.h)
		if c.half == pm && f.day.part == 2 && c.h > 8 && c.h < 12 || f.day.part == 1 && c.h == 12 {
			c.half = anyHalf
		}
	}
	h, why := hour24(c)
	return h, c.m, why
}

// hour24 puts an hour on the 24-hour clock. Nobody interviews between one and
// six in the morning: such hours mean the afternoon.
func hour24(c clock) (int, string) {
	switch {
	case c.half == pm && c.h < 12:
		return c.h + 12, ""
	case c.half == am && c.h == 12:
		return 0, ""
	case c.half != anyHalf || c.h > 12 || c.h == 0 || c.exact:
		return c.h, ""
	case c.h <= 5, c.h == 6 && !c.padded:
		return c.h + 12, "read as " + strconv.Itoa(c.h+12) + " h, the afternoon"
	case c.h == 7 && !c.padded && !c.marked:
		return 7, "morning or evening is not told"
	}
	return c.h, ""
}

// setEnd gives the end of a range: the first such time after the start.
func (f *Found) setEnd(day time.Time, loc *time.Location) {
	c := f.time.end
	h := c.h
	switch {
	case c.half == pm && h < 12:
		h += 12
	case c.half == am && h == 12:
		h = 0
	}
	y, m, d := day.Date()
	end := time.Date(y, m, d, h, c.m, 0, 0, loc)
	if c.half == anyHalf && h < 12 && !end.After(f.Start.At) {
		end = time.Date(y, m, d, h+12, c.m, 0, 0, loc)
	}
	if c.half == am && !end.After(f.Start.At) {
		end = end.AddDate(0, 0, 1)
	}
	if end.After(f.Start.At) && end.Sub(f.Start.At) <= 14*time.Hour {
		f.End, f.HasEnd = rules.When{At: end}, true
	}
}

// onDayOf is f's time on the day of g, both in their own zones.
func (f *Found) onDayOf(g *Found) time.Time {
	y, m, d := g.Start.At.Date()
	t := time.Date(y, m, d, f.Start.At.Hour(), f.Start.At.Minute(), 0, 0, f.Start.At.Location())
	// The same moment may fall on the neighbouring day of the other zone.
	for _, k := range []int{0, 1, -1} {
		if s := t.AddDate(0, 0, k); s.Equal(g.Start.At) {
			return s
		}
	}
	return t
}

// On puts a time of day that stands alone on the day of g, as written: a
// daypart told with the day counts, and so does the zone of either.
func (f Found) On(g Found) Found {
	out := f
	out.HalfInferred = false
	out.day, out.HasDate = g.day, true
	out.Conflict, out.YearInferred, out.OrderInferred = g.Conflict, g.YearInferred, g.OrderInferred
	out.Weekday, out.RelativeToday, out.WeekdayMention = g.Weekday, g.RelativeToday, g.WeekdayMention
	out.Why, out.Alt, out.End, out.HasEnd = append([]string(nil), g.Why...), nil, rules.When{}, false
	loc := f.Start.At.Location()
	if !f.ZoneStated && g.ZoneStated {
		loc = g.Start.At.Location()
		out.ZoneStated = true
	}
	y, m, d := g.Start.At.Date()
	r := resolved{t: civil(y, int(m), d)}
	for _, a := range g.Alt {
		y, m, d := a.At.Date()
		r.alt = append(r.alt, civil(y, int(m), d))
	}
	out.setTimes(r, loc)
	return out
}
