package ical

import (
	"strings"
	"time"
)

const maxRules = 50

// zoneBlock is a VTIMEZONE (RFC 5545 section 3.6.5).
type zoneBlock struct {
	id    string
	rules []observance
}

// observance is a STANDARD or DAYLIGHT block: from its onsets on, the offset is to.
type observance struct {
	daylight bool
	from, to int // seconds east of UTC
	fromOK   bool
	toOK     bool
	start    wall // first onset, in the clock of from
	startOK  bool
	rule     yearly
	extra    []wall // RDATE
}

// yearly is the one recurrence that zones need: once a year.
type yearly struct {
	on        bool
	month     time.Month
	weekday   time.Weekday
	nth       int // 1…5, -1 = last; 0: the first weekday on or after one of monthDays
	hasDay    bool
	monthDays [2]int // first and last of BYMONTHDAY
	until     int    // year, 0 = for ever
}

// take reads one property of the observance.
func (o *observance) take(pr property) {
	switch pr.name {
	case "TZOFFSETFROM":
		o.from, o.fromOK = parseOffset(pr.value)
	case "TZOFFSETTO":
		o.to, o.toOK = parseOffset(pr.value)
	case "DTSTART":
		o.start, _, o.startOK = parseStamp(pr.value)
	case "RDATE":
		for _, v := range strings.Split(pr.value, ",") {
			if w, _, ok := parseStamp(v); ok && len(o.extra) < 200 {
				o.extra = append(o.extra, w)
			}
		}
	case "RRULE":
		o.rule = parseYearly(pr.value)
	}
}

var weekdays = map[string]time.Weekday{"SU": 0, "MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6}

func parseYearly(s string) yearly {
	var y yearly
	for _, part := range strings.Split(upper2(s), ";") {
		k, v, _ := strings.Cut(part, "=")
		switch k {
		case "FREQ":
			y.on = v == "YEARLY"
		case "BYMONTH":
			y.month = time.Month(atoi(v))
		case "BYDAY":
			v, _, _ = strings.Cut(v, ",")
			if len(v) >= 2 {
				y.weekday, y.hasDay = weekdays[v[len(v)-2:]]
				y.nth = atoi(strings.TrimPrefix(v[:len(v)-2], "+"))
			}
		case "BYSETPOS":
			if y.nth == 0 {
				y.nth = atoi(v)
			}
		case "BYMONTHDAY":
			days := strings.Split(v, ",")
			y.monthDays = [2]int{atoi(days[0]), atoi(days[len(days)-1])}
		case "UNTIL":
			if w, _, ok := parseStamp(v); ok {
				y.until = w.year
			}
		}
	}
	return y
}

// upper2 is upper without its bound on length.
func upper2(s string) string { return strings.ToUpper(strings.TrimSpace(s[:min(len(s), 500)])) }

// onset gives the rule's day in a year, at the first onset's time of day.
func (o *observance) onset(year int) wall {
	w := o.start
	w.year = year
	m := o.rule.month
	if m < 1 || m > 12 {
		m = o.start.month
	}
	w.month = m
	switch {
	case !o.rule.hasDay:
		if d := o.rule.monthDays[0]; d > 0 {
			w.day = d
		}
	case o.rule.nth < 0:
		last := daysIn(year, m)
		back := (int(time.Date(year, m, last, 0, 0, 0, 0, time.UTC).Weekday()) - int(o.rule.weekday) + 7) % 7
		w.day = last - back - 7*(-o.rule.nth-1)
	default:
		first := 1
		if o.rule.nth == 0 {
			first = max(1, o.rule.monthDays[0])
		}
		ahead := (int(o.rule.weekday) - int(time.Date(year, m, first, 0, 0, 0, 0, time.UTC).Weekday()) + 7) % 7
		w.day = first + ahead + 7*max(0, o.rule.nth-1)
	}
	w.day = max(1, min(w.day, daysIn(year, m)))
	return w
}

// offset gives the block's offset for a local time, in seconds east of UTC.
func (z *zoneBlock) offset(at wall) (int, bool) {
	var latest wall
	best := -1
	for i := range z.rules {
		o := &z.rules[i]
		if !o.toOK {
			continue
		}
		if !o.startOK {
			o.start = wall{year: 1601, month: 1, day: 1}
		}
		for _, on := range o.onsetsBefore(at) {
			if best < 0 || latest.before(on) {
				latest, best = on, i
			}
		}
	}
	if best >= 0 {
		return z.rules[best].to, true
	}
	for i := range z.rules { // before all onsets: what held before the first
		if o := &z.rules[i]; !o.daylight && o.toOK {
			return o.to, true
		}
	}
	for i := range z.rules {
		if o := &z.rules[i]; o.fromOK {
			return o.from, true
		}
	}
	return 0, false
}

// onsetsBefore gives the onsets that may be the last one not after at.
func (o *observance) onsetsBefore(at wall) []wall {
	var list []wall
	add := func(w wall) {
		if !at.before(w) {
			list = append(list, w)
		}
	}
	add(o.start)
	for _, w := range o.extra {
		add(w)
	}
	if o.rule.on {
		for year := at.year - 1; year <= at.year; year++ {
			if year >= o.start.year && (o.rule.until == 0 || year <= o.rule.until) {
				add(o.onset(year))
			}
		}
		if u := o.rule.until; u > 0 && u < at.year-1 && u >= o.start.year {
			add(o.onset(u))
		}
	}
	return list
}

// before compares clock hands.
func (w wall) before(v wall) bool {
	a := [6]int{w.year, int(w.month), w.day, w.hour, w.min, w.sec}
	b := [6]int{v.year, int(v.month), v.day, v.hour, v.min, v.sec}
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// fits reports whether loc has the block's offsets, at the time itself and in
// the middle of both half-years around it.
func (z *zoneBlock) fits(loc *time.Location, at wall) bool {
	for _, w := range []wall{at, {year: at.year, month: 1, day: 15, hour: 12}, {year: at.year, month: 7, day: 15, hour: 12}} {
		off, ok := z.offset(w)
		if _, have := w.in(loc).Zone(); !ok || have != off {
			return false
		}
	}
	return true
}
