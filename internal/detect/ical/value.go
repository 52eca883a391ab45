package ical

import (
	"strconv"
	"strings"
	"time"
)

// wall is a date and time as written: clock hands without a place, unless utc
// or an offset says more.
type wall struct {
	year   int
	month  time.Month
	day    int
	hour   int
	min    int
	sec    int
	utc    bool
	offset *int // seconds east of UTC, where the value itself states one
}

func (w wall) in(loc *time.Location) time.Time {
	switch {
	case w.utc:
		loc = time.UTC
	case w.offset != nil:
		loc = time.FixedZone("", *w.offset)
	}
	return time.Date(w.year, w.month, w.day, w.hour, w.min, w.sec, 0, loc)
}

// parseStamp reads DATE and DATE-TIME (RFC 5545 sections 3.3.4, 3.3.5) and
// the ISO 8601 forms that home-made calendars use: 20261112T140000Z,
// 2026-11-12T14:00:00+01:00, 20261112.
func parseStamp(s string) (w wall, dayOnly, ok bool) {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, ','); i >= 0 {
		s = s[:i]
	}
	digits, rest := takeDigits(s, 8, '-')
	if len(digits) != 8 {
		return w, false, false
	}
	w.year, w.month, w.day = atoi(digits[:4]), time.Month(atoi(digits[4:6])), atoi(digits[6:])
	if w.year < 1600 || w.month < 1 || w.month > 12 || w.day < 1 || w.day > daysIn(w.year, w.month) {
		return w, false, false
	}
	if rest == "" || rest == "Z" || rest == "T" {
		return w, true, true
	}
	if rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ' {
		return w, false, false
	}
	digits, rest = takeDigits(rest[1:], 6, ':')
	if len(digits) != 4 && len(digits) != 6 {
		return w, false, false
	}
	w.hour, w.min = atoi(digits[:2]), atoi(digits[2:4])
	if len(digits) == 6 {
		w.sec = min(atoi(digits[4:]), 59)
	}
	if w.hour > 24 || w.min > 59 {
		return w, false, false
	}
	if strings.HasPrefix(rest, ".") {
		_, rest = takeDigits(rest[1:], 9, '.')
	}
	switch {
	case rest == "":
	case rest == "Z" || rest == "z":
		w.utc = true
	case rest[0] == '+' || rest[0] == '-':
		off, ok := parseOffset(rest)
		if !ok {
			return w, false, false
		}
		w.offset = &off
	}
	return w, false, true
}

// takeDigits takes up to n digits, passing over sep between them.
func takeDigits(s string, n int, sep byte) (digits, rest string) {
	b := make([]byte, 0, n)
	i := 0
	for ; i < len(s) && len(b) < n; i++ {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			b = append(b, s[i])
		case s[i] == sep && len(b) > 0:
		default:
			return string(b), s[i:]
		}
	}
	return string(b), s[i:]
}

func daysIn(year int, m time.Month) int {
	return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// parseOffset reads +hhmm[ss] and +hh:mm in seconds east of UTC.
func parseOffset(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 3 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	digits, rest := takeDigits(s[1:], 6, ':')
	if rest != "" || len(digits) < 2 || len(digits)%2 != 0 {
		return 0, false
	}
	secs := atoi(digits[:2]) * 3600
	if len(digits) >= 4 {
		secs += atoi(digits[2:4]) * 60
	}
	if secs > 15*3600 {
		return 0, false
	}
	if s[0] == '-' {
		secs = -secs
	}
	return secs, true
}

// span is a DURATION: days follow the calendar, the rest the clock.
type span struct {
	days  int
	clock time.Duration
}

const maxSpanDays = 366

// parseDuration reads P1W, P1DT2H, PT45M (RFC 5545 section 3.3.6). A negative
// one is none.
func parseDuration(s string) (span, bool) {
	s = strings.TrimPrefix(upper(s), "+")
	if !strings.HasPrefix(s, "P") || len(s) < 3 {
		return span{}, false
	}
	var d span
	n, clock := -1, false
	for i := 1; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			n = max(n, 0)*10 + int(c-'0')
			if n > 1_000_000 {
				return span{}, false
			}
			continue
		}
		if c == 'T' {
			clock = true
			continue
		}
		if n < 0 {
			return span{}, false
		}
		switch {
		case c == 'W':
			d.days += 7 * n
		case c == 'D':
			d.days += n
		case c == 'H' && clock:
			d.clock += time.Duration(n) * time.Hour
		case c == 'M' && clock:
			d.clock += time.Duration(n) * time.Minute
		case c == 'S' && clock:
			d.clock += time.Duration(n) * time.Second
		default:
			return span{}, false
		}
		n = -1
	}
	return d, n < 0 && d.days <= maxSpanDays && d.clock <= maxSpanDays*24*time.Hour
}
