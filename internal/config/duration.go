package config

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// day and week are lengths of time, not of the calendar: the contract counts
// d as 24 h.
const (
	day  = 24 * time.Hour
	week = 7 * day
)

var units = []struct {
	name   string
	length time.Duration
}{{"w", week}, {"d", day}, {"h", time.Hour}, {"m", time.Minute}, {"s", time.Second}}

// maxDuration keeps sums with dates within reason.
const maxDuration = 3660 * day

// ParseDuration reads "72h", "14d", "2w", "1d12h", "30s", "5m": whole numbers
// with units in falling order, d being 24 h and w 7 d. "0" alone needs no
// unit. Ten years are the most.
func ParseDuration(s string) (time.Duration, error) {
	if s == "0" {
		return 0, nil
	}
	var sum time.Duration
	rest, from := s, 0
	for rest != "" {
		end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if end < 1 {
			return 0, badDuration(s)
		}
		n, err := strconv.ParseInt(rest[:end], 10, 32)
		if err != nil {
			return 0, badDuration(s)
		}
		unit := -1
		for i := from; i < len(units); i++ {
			if rest[end:end+1] == units[i].name {
				unit = i
			}
		}
		if unit < 0 {
			return 0, badDuration(s)
		}
		if n > int64(maxDuration/units[unit].length) {
			return 0, errors.New("is longer than ten years")
		}
		sum += time.Duration(n) * units[unit].length
		rest, from = rest[end+1:], unit+1
	}
	switch {
	case s == "":
		return 0, badDuration(s)
	case sum > maxDuration:
		return 0, errors.New("is longer than ten years")
	}
	return sum, nil
}

func badDuration(s string) error {
	return fmt.Errorf("%q is no duration; write a number and a unit, as in 72h, 14d, 2w, 1d12h or 30s", s)
}

// FormatDuration writes what ParseDuration reads, in the unit a person would
// use: 72h, 14d, 5m. Parts below a second are dropped.
func FormatDuration(d time.Duration) string {
	switch {
	case d == 0:
		return "0"
	case d%day == 0 && d > 3*day:
		return strconv.FormatInt(int64(d/day), 10) + "d"
	}
	var b strings.Builder
	for _, u := range units[2:] {
		if n := d / u.length; n > 0 {
			fmt.Fprintf(&b, "%d%s", n, u.name)
			d -= n * u.length
		}
	}
	return b.String()
}
