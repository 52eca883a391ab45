package mailparse

import "strings"

// headerBlock is the header that clients write in words above a mail they
// quote or forward.
type headerBlock struct {
	from, date, to, subject string
}

// forward is a mail inside the text of another.
type forward struct {
	headerBlock
	lines []line
}

const maxBlockLines = 16

// readHeaderBlock reads "From: … Sent: … To: … Subject: …" at the beginning of
// lines, in the languages of headerLabels. n is how many lines it takes; 0
// means that there is none. Three fields are asked for, the sender among them:
// a table of "From: 10:00 To: 11:00" is no header.
func readHeaderBlock(lines []line) (h headerBlock, n int) {
	var last *string
	fields, blanks, loose := 0, 0, 0
	seen := [labelOther + 1]bool{}
	for i := 0; i < len(lines) && i < maxBlockLines; i++ {
		l := lines[i]
		if l.text == "" {
			if blanks++; fields > 0 && seen[labelSubject] || blanks > 2 {
				break
			}
			continue
		}
		kind, value := headerLine(l.text)
		if kind == labelNone {
			if fields == 0 || last == nil || len(*last) > 2000 || seen[labelSubject] && last == &h.subject && len(h.subject) < 60 {
				break
			}
			if loose++; loose > 2 || lines[i-1].text == "" {
				break
			}
			*last += " " + l.text // a long list of recipients goes on
			continue
		}
		if fields == 0 && kind != labelFrom && kind != labelDate && kind != labelSubject {
			break
		}
		blanks, loose = 0, 0
		if !seen[kind] {
			seen[kind] = true
			fields++
		}
		scratch := ""
		switch kind {
		case labelFrom:
			last = &h.from
		case labelDate:
			last = &h.date
		case labelTo:
			last = &h.to
		case labelSubject:
			last = &h.subject
		default:
			last = &scratch
		}
		if *last == "" {
			*last = value
		}
		n = i + 1
	}
	if fields < 3 || !seen[labelFrom] || h.from == "" || !seen[labelSubject] && !(seen[labelTo] && seen[labelDate]) {
		return headerBlock{}, 0
	}
	return h, n
}

// headerLine reads "*From:* Jane Doe".
func headerLine(s string) (label, string) {
	i := strings.IndexByte(s, ':')
	if i <= 0 || i > 24 {
		return labelNone, ""
	}
	name := strings.ToLower(strings.Trim(s[:i], "*_ \t\u00a0"))
	kind := headerLabels[name]
	if kind == labelNone {
		return labelNone, ""
	}
	return kind, strings.Trim(s[i+1:], "* \t")
}

// message makes the mail that a forwarded block is.
func (f forward) message(html bool, level int) *Message {
	m := &Message{From: firstContact(f.from), Subject: oneLine(f.subject), To: ParseAddresses(f.to)}
	if m.From.Address == "" {
		m.From.Name = personName(strings.TrimSpace(f.from))
	}
	if t, ok := ParseDate(f.date); ok {
		m.Date = t
	}
	base := 0
	for i, l := range f.lines {
		if l.text != "" && (base == 0 || l.depth < base) {
			base = l.depth
		}
		if i > 3 || base == 0 && l.text != "" {
			break
		}
	}
	lines := f.lines
	if base > 0 { // the whole forwarded mail stands quoted
		lines = make([]line, len(f.lines))
		for i, l := range f.lines {
			l.depth = max(0, l.depth-base)
			lines[i] = l
		}
	}
	m.setText(body{lines: lines, html: html}, level)
	return m
}

func joinLines(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// tidy drops blanks at line ends and all but one of several empty lines.
func tidy(s string) string {
	s = strings.TrimSpace(Clean(s))
	if !strings.Contains(s, "\n\n\n") && !strings.Contains(s, " \n") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	empty := 0
	for rest := s; rest != ""; {
		var l string
		l, rest, _ = strings.Cut(rest, "\n")
		l = strings.TrimRight(l, " \t")
		if l == "" {
			if empty++; empty > 1 {
				continue
			}
		} else {
			empty = 0
		}
		b.WriteString(l)
		if rest != "" {
			b.WriteByte('\n')
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
