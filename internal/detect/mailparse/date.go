package mailparse

import (
	"strconv"
	"strings"
	"time"
)

// setDate takes the Date field, else the newest Received. The moment keeps
// the offset that it was written with.
func (m *Message) setDate(fs fields) {
	if t, ok := ParseDate(fs.get("Date")); ok {
		m.Date = t
		return
	}
	written := fs.get("Date") != ""
	for i := range fs { // servers prepend: the first Received is the newest
		if !strings.EqualFold(fs[i].name, "Received") {
			continue
		}
		v := fs[i].value
		if t, ok := ParseDate(v[strings.LastIndexByte(v, ';')+1:]); ok {
			m.Date = t
			if written {
				m.Problems = append(m.Problems, "the Date field is unreadable; the date of receipt was taken")
			}
			return
		}
	}
	if written {
		m.Problems = append(m.Problems, "the Date field is unreadable")
	}
}

// monthNames are the first letters of the months' names as mail clients write
// them in header dates and forwarded blocks, in several languages.
var monthNames = map[string]time.Month{
	"jan": 1, "jän": 1, "ene": 1, "gen": 1, "sty": 1, "januar": 1, "janv": 1,
	"feb": 2, "fév": 2, "fev": 2, "lut": 2, "févr": 2,
	"mar": 3, "mär": 3, "mrz": 3, "mrt": 3, "maa": 3, "mars": 3,
	"apr": 4, "avr": 4, "abr": 4, "kwi": 4,
	"may": 5, "mai": 5, "mei": 5, "mag": 5, "maj": 5, "mayo": 5, "maio": 5,
	"jun": 6, "juin": 6, "giu": 6, "cze": 6,
	"jul": 7, "juil": 7, "lug": 7, "lip": 7,
	"aug": 8, "aoû": 8, "aou": 8, "ago": 8, "sie": 8,
	"sep": 9, "set": 9, "wrz": 9,
	"oct": 10, "okt": 10, "ott": 10, "out": 10, "paź": 10, "paz": 10,
	"nov": 11, "lis": 11,
	"dec": 12, "dez": 12, "déc": 12, "dic": 12, "gru": 12,
}

func monthOf(w string) (time.Month, bool) {
	w = strings.ToLower(w)
	if strings.HasPrefix(w, "juin") || strings.HasPrefix(w, "juil") {
		w = w[:4]
	} else if r := []rune(w); len(r) > 3 {
		w = string(r[:3])
	}
	m, ok := monthNames[w]
	return m, ok
}

// zoneMinutes are abbreviations met in Date fields, in minutes east of UTC.
// BST is British here and IST Indian: the abbreviation stands beside a
// machine's clock, and those are by far the most common.
var zoneMinutes = map[string]int{
	"ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0,
	"est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
	"akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180, "nst": -210, "brt": -180, "art": -180,
	"bst": 60, "west": 60, "cet": 60, "met": 60, "mez": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180,
	"sast": 120, "cat": 120, "wat": 60, "eat": 180, "msk": 180, "trt": 180, "gst": 240, "pkt": 300, "ist": 330,
	"sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600, "aedt": 660, "acdt": 630,
	"nzst": 720, "nzdt": 780,
}

// ParseDate reads a mail date (RFC 5322 section 3.3) as leniently as it is
// written: weekdays in any language or none, names of zones, no seconds, two
// digit years, ctime, ISO 8601. Without a zone it is UTC.
func ParseDate(s string) (time.Time, bool) {
	if len(s) == 0 || len(s) > 200 {
		return time.Time{}, false
	}
	d := dateParts{day: -1, year: -1, hour: -1}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == ',' || r == '\t' || r == '\n' || r == '(' || r == ')' || r == '"' || r == 0xa0 || r == 0x202f
	}) {
		d.take(w)
	}
	if d.day < 1 || d.day > 31 || d.month == 0 || d.year < 1980 || d.year > 2200 || d.hour > 24 {
		return time.Time{}, false
	}
	loc := time.UTC
	if d.zone != 0 {
		loc = time.FixedZone("", d.zone*60)
	}
	t := time.Date(d.year, d.month, d.day, max(d.hour, 0), d.min, min(d.sec, 59), 0, loc)
	if t.Day() != d.day && d.hour != 24 {
		return time.Time{}, false // 31 February
	}
	return t, true
}

type dateParts struct {
	day, year, hour, min, sec, zone int
	month                           time.Month
	zoned, early                    bool
}

// take reads one word of a date.
func (d *dateParts) take(w string) {
	switch {
	case len(w) > 10 && (w[10] == 'T' || w[10] == 't') && d.iso(w[:10]):
		d.clock(w[11:])
	case len(w) == 10 && d.iso(w):
	case strings.IndexByte(w, ':') > 0 && w[0] >= '0' && w[0] <= '9':
		d.clock(w)
	case (w[0] == '+' || w[0] == '-') && d.hour >= 0:
		d.offset(w)
	case w[0] >= '0' && w[0] <= '9':
		d.number(w)
	default:
		d.word(w)
	}
}

func (d *dateParts) iso(w string) bool {
	t, err := time.Parse(time.DateOnly, w)
	if err != nil || d.day > 0 {
		return false
	}
	d.year, d.month, d.day = t.Year(), t.Month(), t.Day()
	return true
}

// clock reads hh:mm[:ss[.fff]][zone].
func (d *dateParts) clock(w string) {
	if d.hour >= 0 {
		return
	}
	end := len(w)
	for i := 1; i < len(w); i++ {
		if c := w[i]; (c < '0' || c > '9') && c != ':' && c != '.' {
			end = i
			break
		}
	}
	p := strings.Split(w[:end], ":")
	h, err1 := strconv.Atoi(p[0])
	m, err2 := strconv.Atoi(p[min(1, len(p)-1)])
	if err1 != nil || err2 != nil || h > 24 || m > 59 {
		return
	}
	d.hour, d.min = h, m
	if len(p) > 2 {
		sec, _, _ := strings.Cut(p[2], ".")
		d.sec, _ = strconv.Atoi(sec)
	}
	switch rest := w[end:]; {
	case rest == "":
	case rest[0] == '+' || rest[0] == '-':
		d.offset(rest)
	default:
		d.word(rest)
	}
}

// offset reads +hhmm, +hh:mm and +hh; the first one counts.
func (d *dateParts) offset(w string) {
	digits := strings.ReplaceAll(w[1:], ":", "")
	n, err := strconv.Atoi(digits)
	if err != nil || d.zoned {
		return
	}
	if len(digits) <= 2 {
		n *= 100
	}
	mins := n/100*60 + n%100
	if mins > 14*60 {
		return
	}
	if w[0] == '-' {
		mins = -mins
	}
	d.zone, d.zoned = mins, true
}

// number reads a day, a year, or a numeric date that can be read one way only.
func (d *dateParts) number(w string) {
	if sep := strings.IndexAny(w, "./-"); sep > 0 && sep < len(w)-1 {
		p := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '/' || r == '-' })
		if len(p) == 3 && d.day < 0 {
			if m, ok := monthOf(p[1]); ok { // 05-Nov-2026
				d.month = m
				d.number(p[0])
				d.number(p[2])
				return
			}
			a, b := atoi(p[0]), atoi(p[1])
			if w[sep] != '.' && a <= 12 && b <= 12 && a != b {
				return // 5/11 or 11/5: not known
			}
			if a <= 12 && b > 12 {
				a, b = b, a
			}
			if b >= 1 && b <= 12 {
				d.day, d.month = a, time.Month(b)
				d.number(p[2])
			}
		}
		return
	}
	n, err := strconv.Atoi(strings.TrimRight(w, ".stndrh")) // 5. and 5th
	switch {
	case err != nil:
	case d.day < 0 && n >= 1 && n <= 31 && len(w) <= 4 && !(len(w) == 4 && n > 31):
		d.day = n
	case d.year < 0 && n >= 1000 && n < 10000:
		d.year = n
	case d.year < 0 && d.day > 0 && d.month > 0 && len(w) == 2:
		d.year = 2000 + n
		if n >= 80 {
			d.year = 1900 + n
		}
	}
}

// word reads a month, a zone or am/pm; weekdays and all else are passed over.
func (d *dateParts) word(w string) {
	low := strings.ToLower(strings.Trim(w, ".,;"))
	if d.hour >= 0 {
		switch low {
		case "pm", "p.m":
			if d.hour < 12 {
				d.hour += 12
			}
			return
		case "am", "a.m":
			if d.hour == 12 {
				d.hour = 0
			}
			return
		}
		if z, ok := zoneMinutes[low]; ok && !d.zoned {
			d.zone, d.zoned = z, true
			return
		}
		for _, p := range []string{"gmt", "utc"} {
			if r, ok := strings.CutPrefix(low, p); ok && len(r) > 1 && (r[0] == '+' || r[0] == '-') {
				d.offset(r)
				return
			}
		}
	}
	// "mar., 5 nov.": what stood before the day was a weekday if a month follows.
	if m, ok := monthOf(low); ok && !weekday(low) && (d.month == 0 || d.early && d.day > 0) {
		d.month, d.early = m, d.day < 0
	}
}

// weekday reports names of days whose first letters are those of a month:
// martes, mardi, martedì.
func weekday(w string) bool {
	return strings.HasPrefix(w, "mart") || strings.HasPrefix(w, "mard") || strings.HasPrefix(w, "maan") || w == "mar." || strings.HasPrefix(w, "mån")
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
