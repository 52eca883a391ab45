package ical

import (
	"fmt"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the same zones on every machine; scratch images and Windows have none

	"inboxwatch/internal/detect/mailparse"
)

var (
	zonesMu sync.RWMutex
	zones   = map[string]*time.Location{} // IANA names that loaded; LoadLocation costs 14 µs
)

// Zone gives the zone of a name as calendars write it: IANA names, with the
// prefixes that programs put before them ("/mozilla.org/20050126_1/…"),
// Windows names, Outlook's display names ("(UTC+01:00) Amsterdam, Berlin, …"),
// "UTC+2" and "GMT-0500". Abbreviations such as PST and BST are no zones here.
func Zone(name string) (*time.Location, bool) {
	if len(name) > 200 {
		return nil, false
	}
	if iana, ok := windowsZones[name]; ok { // before the number is cut: "Russia Time Zone 3"
		return load(iana)
	}
	if name = cleanZone(name); name == "" {
		return nil, false
	}
	if iana, ok := windowsZones[name]; ok {
		return load(iana)
	}
	if utcNames[strings.ToLower(name)] {
		return time.UTC, true
	}
	if strings.Contains(name, "/") {
		if loc, ok := loadSuffix(name); ok {
			return loc, true
		}
	}
	if loc, ok := byDisplayName(name); ok {
		return loc, true
	}
	if loc, ok := byOffset(name); ok {
		return loc, true
	}
	if iana, ok := windowsFold(name); ok {
		return load(iana)
	}
	if loneNames[name] {
		return load(name)
	}
	return nil, false
}

// loneNames are the IANA names without a slash that mean one place.
var loneNames = map[string]bool{"Japan": true, "Singapore": true, "Hongkong": true, "Israel": true, "Turkey": true, "Poland": true, "Portugal": true,
	"Eire": true, "Egypt": true, "Iran": true, "Jamaica": true, "NZ": true, "PRC": true, "ROK": true, "GB": true, "Iceland": true,
	"CET": true, "EET": true, "WET": true, "MET": true, "EST5EDT": true, "CST6CDT": true, "MST7MDT": true, "PST8PDT": true}

var utcNames = map[string]bool{"utc": true, "z": true, "gmt": true, "etc/utc": true, "etc/gmt": true, "zulu": true, "uct": true,
	"tzone://microsoft/utc": true, "coordinated universal time": true, "universal": true, "greenwich": true}

// cleanZone cuts quotes, blanks and the number that Outlook appends.
func cleanZone(s string) string {
	s = strings.Trim(mailparse.Clean(s), "\"' \t\n")
	s = strings.TrimPrefix(s, "TZID=")
	if i := strings.LastIndexByte(s, ' '); i > 0 && len(s)-i <= 3 && strings.Trim(s[i+1:], "0123456789") == "" {
		s = s[:i]
	}
	return s
}

// load loads an IANA name. "Local" and "" mean this machine's zone to the time
// package and are refused.
func load(name string) (*time.Location, bool) {
	if name == "" || name == "Local" {
		return nil, false
	}
	zonesMu.RLock()
	loc := zones[name]
	zonesMu.RUnlock()
	if loc != nil {
		return loc, true
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, false
	}
	zonesMu.Lock()
	if len(zones) < 1000 {
		zones[name] = loc
	}
	zonesMu.Unlock()
	return loc, true
}

// loadSuffix tries a path and then its ends, as an IANA name.
func loadSuffix(name string) (*time.Location, bool) {
	parts := strings.Split(strings.Trim(name, "/"), "/")
	if len(parts) > 8 {
		return nil, false
	}
	for i := range parts {
		if len(parts)-i > 3 || len(parts)-i < 2 {
			continue
		}
		s := strings.ReplaceAll(strings.Join(parts[i:], "/"), " ", "_")
		if loc, ok := load(s); ok {
			return loc, true
		}
		if loc, ok := load(titleZone(s)); ok {
			return loc, true
		}
	}
	return nil, false
}

// titleZone writes europe/london and EUROPE/LONDON as Europe/London.
func titleZone(s string) string {
	b := []byte(strings.ToLower(s))
	up := true
	for i, c := range b {
		if up && c >= 'a' && c <= 'z' {
			b[i] = c - 32
		}
		up = c == '/' || c == '_' || c == '-'
	}
	return string(b)
}

func windowsFold(name string) (string, bool) {
	if !strings.HasSuffix(strings.ToLower(name), "time") {
		return "", false
	}
	for w, iana := range windowsZones {
		if strings.EqualFold(w, name) {
			return iana, true
		}
	}
	return "", false
}

// byOffset reads UTC+2, GMT-05:00, Etc/GMT+5 aside, which loads by name.
func byOffset(name string) (*time.Location, bool) {
	low := strings.ToLower(strings.ReplaceAll(name, " ", ""))
	rest, ok := strings.CutPrefix(low, "utc")
	if !ok {
		if rest, ok = strings.CutPrefix(low, "gmt"); !ok {
			return nil, false
		}
	}
	if len(rest) == 2 { // +2
		rest = rest[:1] + "0" + rest[1:]
	}
	off, ok := parseOffset(strings.ReplaceAll(rest, ".", ":"))
	if !ok {
		return nil, false
	}
	return fixed(off), true
}

// fixed gives a zone of one offset, named as people write it.
func fixed(off int) *time.Location {
	if off == 0 {
		return time.UTC
	}
	sign, o := '+', off
	if o < 0 {
		sign, o = '-', -o
	}
	return time.FixedZone(fmt.Sprintf("UTC%c%02d:%02d", sign, o/3600, o/60%60), off)
}
