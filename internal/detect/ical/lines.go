package ical

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// property is one content line: NAME;PARAM=value:value.
type property struct {
	name   string // upper case
	params []param
	value  string
	line   string // as written, unfolded
}

type param struct{ name, value string }

func (p *property) param(name string) string {
	for _, q := range p.params {
		if q.name == name {
			return q.value
		}
	}
	return ""
}

// rawEvent is a VEVENT before its times are worked out.
type rawEvent struct{ props []property }

func (e *rawEvent) get(name string) *property {
	for i := range e.props {
		if e.props[i].name == name {
			return &e.props[i]
		}
	}
	return nil
}

// parser goes through the lines once.
type parser struct {
	owner    *time.Location
	began    bool
	method   string
	zoneHint string // X-WR-TIMEZONE
	zones    map[string]*zoneBlock
	events   []rawEvent
	problems []string

	stack     []string    // open components
	zone      *zoneBlock  // the VTIMEZONE being read
	rule      *observance // its STANDARD or DAYLIGHT
	current   *rawEvent   // the VEVENT being read
	attendees int
}

func (p *parser) problem(s string) {
	for _, have := range p.problems {
		if have == s {
			return
		}
	}
	p.problems = append(p.problems, s)
}

// scan unfolds the lines (RFC 5545 section 3.1) and hands them on. A line that
// is no content line goes on from the one before: some senders fold without
// the blank.
func (p *parser) scan(data []byte) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		if out, err := charmap.Windows1252.NewDecoder().Bytes(data); err == nil {
			data = out
		}
	}
	var line []byte
	for len(data) > 0 {
		var next []byte
		if i := bytes.IndexAny(data, "\r\n"); i < 0 {
			next, data = data, nil
		} else {
			next, data = data[:i], bytes.TrimPrefix(data[i:], []byte("\r"))
			data = bytes.TrimPrefix(data, []byte("\n"))
		}
		switch {
		case len(next) == 0:
		case next[0] == ' ' || next[0] == '\t':
			line = extend(line, next[1:])
		case startsLine(next):
			p.line(line)
			line = append(line[:0], next[:min(len(next), maxLine)]...)
		case isBracket(line):
			p.problem("a line of the calendar is broken")
		default:
			line = extend(line, next)
		}
	}
	p.line(line)
	if p.current != nil {
		p.problem("the calendar ends inside an event")
		p.endEvent()
	}
	if p.zone != nil {
		p.endZone()
	}
}

// isBracket reports BEGIN and END lines, which never go on in the next line.
func isBracket(line []byte) bool {
	return len(line) > 4 && (strings.EqualFold(string(line[:4]), "END:") || len(line) > 6 && strings.EqualFold(string(line[:6]), "BEGIN:"))
}

func extend(line, more []byte) []byte {
	return append(line, more[:max(0, min(len(more), maxLine-len(line)))]...)
}

// startsLine reports whether b begins a content line: a name of RFC 5545 or an
// X- name in any case, or any name in capitals.
func startsLine(b []byte) bool {
	i := 0
	capital := true
	for i < len(b) && i < 64 && (b[i] == '-' || b[i] >= 'A' && b[i] <= 'Z' || b[i] >= 'a' && b[i] <= 'z' || b[i] >= '0' && b[i] <= '9') {
		if b[i] >= 'a' && b[i] <= 'z' {
			capital = false
		}
		i++
	}
	if i == 0 || i == len(b) || b[i] != ':' && b[i] != ';' {
		return false
	}
	if b[i] == ';' && bytes.IndexByte(b, ':') < 0 && bytes.IndexByte(b, '=') < 0 {
		return false
	}
	if len(b) > 1 && (b[0] == 'X' || b[0] == 'x') && b[1] == '-' {
		return true
	}
	// "URL:", "HTTPS:", "PIN:" in a badly folded description: known names only
	// where the rest of the line could be prose.
	return knownNames[strings.ToUpper(string(b[:i]))] || capital && b[i] == ';'
}

var knownNames = map[string]bool{
	"BEGIN": true, "END": true, "VERSION": true, "PRODID": true, "METHOD": true, "CALSCALE": true, "UID": true, "DTSTAMP": true,
	"DTSTART": true, "DTEND": true, "DURATION": true, "SUMMARY": true, "DESCRIPTION": true, "LOCATION": true, "STATUS": true,
	"SEQUENCE": true, "ORGANIZER": true, "ATTENDEE": true, "RRULE": true, "RDATE": true, "EXDATE": true, "EXRULE": true, "RECURRENCE-ID": true,
	"TZID": true, "TZNAME": true, "TZOFFSETFROM": true, "TZOFFSETTO": true, "TZURL": true, "LAST-MODIFIED": true, "CREATED": true,
	"CLASS": true, "TRANSP": true, "PRIORITY": true, "CATEGORIES": true, "COMMENT": true, "CONTACT": true, "URL": true, "GEO": true,
	"ATTACH": true, "ACTION": true, "TRIGGER": true, "REPEAT": true, "RELATED-TO": true, "REQUEST-STATUS": true, "RESOURCES": true,
	"CONFERENCE": true, "COLOR": true, "IMAGE": true, "NAME": true, "REFRESH-INTERVAL": true, "SOURCE": true, "STRUCTURED-DATA": true, "ACKNOWLEDGED": true,
}

// line takes one unfolded line.
func (p *parser) line(b []byte) {
	if len(b) == 0 {
		return
	}
	// Inline attachments are most of a large calendar's bytes.
	if len(b) > 6 && strings.EqualFold(string(b[:6]), "ATTACH") {
		return
	}
	pr, ok := parseLine(string(b))
	if !ok {
		p.problem("a line of the calendar is broken")
		return
	}
	switch pr.name {
	case "BEGIN":
		p.begin(upper(pr.value))
	case "END":
		p.end(upper(pr.value))
	default:
		p.content(pr)
	}
}

// parseLine parts a content line. Quoted parameter values may hold anything.
func parseLine(s string) (property, bool) {
	pr := property{line: s}
	i := strings.IndexAny(s, ":;")
	if i <= 0 {
		return pr, false
	}
	pr.name = upper(s[:i])
	for s[i] == ';' {
		rest := s[i+1:]
		eq := strings.IndexAny(rest, "=:;")
		if eq < 0 {
			return pr, false
		}
		name, value, end := upper(rest[:eq]), "", eq
		if rest[eq] == '=' {
			value, end = paramValue(rest, eq+1)
		}
		if end >= len(rest) {
			return pr, false
		}
		if len(pr.params) < 20 {
			pr.params = append(pr.params, param{name, value})
		}
		i += 1 + end
	}
	pr.value = s[i+1:]
	return pr, true
}

// paramValue reads a value from at on and gives where it ends.
func paramValue(s string, at int) (string, int) {
	if at < len(s) && s[at] == '"' {
		if end := strings.IndexByte(s[at+1:], '"'); end >= 0 {
			v, end := s[at+1:at+1+end], at+end+2
			if rest := strings.IndexAny(s[end:], ":;"); rest >= 0 {
				return decodeCaret(v), end + rest
			}
			return decodeCaret(v), len(s)
		}
	}
	end := strings.IndexAny(s[at:], ":;")
	if end >= 0 && strings.HasPrefix(s[at+end:], "://") { // TZID=tzone://Microsoft/Utc, unquoted
		if more := strings.IndexAny(s[at+end+1:], ":;"); more >= 0 {
			end += 1 + more
		}
	}
	if end >= 0 {
		return decodeCaret(strings.Trim(s[at:at+end], `"`)), at + end
	}
	return "", len(s)
}

// decodeCaret undoes RFC 6868.
func decodeCaret(s string) string {
	if !strings.Contains(s, "^") {
		return s
	}
	return strings.NewReplacer("^n", " ", "^'", `"`, "^^", "^").Replace(s)
}

func upper(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return ""
		}
	}
	return s[:min(len(s), 40)]
}
