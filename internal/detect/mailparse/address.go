package mailparse

import (
	"strings"

	"inboxwatch/internal/rules"
)

const (
	maxAddressBytes = 254 // RFC 5321 section 4.5.3.1.3
	maxNameRunes    = 200
)

// ParseAddresses reads an address list as leniently as clients write it:
// unquoted commas in names, a missing ">", brackets in names, groups,
// comments as names. What holds no address gives no contact.
func ParseAddresses(s string) []rules.Contact {
	if s == "" {
		return nil
	}
	var list []rules.Contact
	start, seenAt := 0, false
	emit := func(end int) {
		// "Doe, Jane <a@b>": a part without an address belongs to the next.
		if !seenAt && end < len(s) && s[end] == ',' {
			return
		}
		if c := parseContact(s[start:end]); c != (rules.Contact{}) {
			list = append(list, c)
		}
		start, seenAt = end+1, false
	}
	quoted, angle, comment := false, false, 0
	for i := 0; i < len(s) && len(list) < maxAddresses; i++ {
		switch c := s[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"' && !angle:
			quoted = !quoted
		case c == '@':
			seenAt = true
		case quoted:
		case c == '(':
			comment++
		case c == ')' && comment > 0:
			comment--
		case comment > 0:
		case c == '=':
			i += encodedWord(s[i:])
		case c == '<':
			angle = true
		case c == '>':
			angle = false
		case c == ':' && !angle && !seenAt:
			start = i + 1 // the name of a group (RFC 5322 section 3.4)
		case c == ',', c == ';':
			angle = false
			emit(i)
		}
	}
	if start < len(s) && len(list) < maxAddresses {
		if quoted || comment > 0 {
			// An unclosed quote or bracket swallowed the commas.
			return append(list, splitBare(s[start:], maxAddresses-len(list))...)
		}
		emit(len(s))
	}
	return list
}

// encodedWord gives how many bytes after the first of s belong to an RFC 2047
// word, so that a comma inside one parts nothing; 0 where s begins none.
func encodedWord(s string) int {
	if !strings.HasPrefix(s, "=?") {
		return 0
	}
	end := 2
	for range 3 { // charset, encoding, text
		i := strings.IndexByte(s[end:min(len(s), end+200)], '?')
		if i < 0 {
			return 0
		}
		end += i + 1
	}
	if end < len(s) && s[end] == '=' {
		return end
	}
	return 0
}

// splitBare reads a list whose quoting is broken: every comma parts.
func splitBare(s string, limit int) []rules.Contact {
	var list []rules.Contact
	pending := ""
	for _, part := range strings.Split(s, ",") {
		part = pending + part
		if !strings.Contains(part, "@") {
			pending = part + ","
			continue
		}
		pending = ""
		if c := parseContact(strings.ReplaceAll(part, `"`, " ")); c.Address != "" && len(list) < limit {
			list = append(list, c)
		}
	}
	return list
}

// parseContact reads one mailbox. The last <…@…> is the address and all else
// the name; without brackets the word with an @ is.
func parseContact(s string) rules.Contact {
	s = strings.TrimSpace(s)
	addr, name := "", ""
	if i := strings.LastIndexByte(s, '<'); i >= 0 {
		rest := s[i+1:]
		if j := strings.IndexByte(rest, '>'); j >= 0 {
			addr, name = rest[:j], s[:i]+" "+rest[j+1:]
		} else {
			addr, name = rest, s[:i]
		}
	} else {
		for _, w := range strings.Fields(s) {
			if strings.Contains(w, "@") && len(strings.Trim(w, "@")) == len(w) {
				addr = w
			}
		}
		name = strings.Replace(s, addr, " ", 1)
	}
	c := rules.Contact{Name: personName(name), Address: address(addr)}
	if c.Address == "" || strings.EqualFold(c.Name, c.Address) {
		c.Name = strings.TrimSpace(strings.ReplaceAll(c.Name, c.Address, ""))
	}
	return c
}

// address gives the bare addr-spec, or "" where s is none.
func address(s string) string {
	s = strings.Trim(oneLine(s), " <>\"'(),;:[]")
	if len(s) > 7 && strings.EqualFold(s[:7], "mailto:") {
		s = s[7:]
	}
	if strings.Contains(s, "=?") {
		s = DecodeText(s)
	}
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 || len(s) > maxAddressBytes || strings.ContainsAny(s, " \t\n<>(),;\"\\") {
		return ""
	}
	return strings.TrimRight(s, ".")
}

var unquoted = strings.NewReplacer(`\"`, "", `\\`, `\`, `"`, " ", `\`, "")

// personName decodes and unquotes a display name.
func personName(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	if strings.IndexByte(s, '"') >= 0 || strings.IndexByte(s, '\\') >= 0 {
		s = unquoted.Replace(s)
	}
	s = DecodeText(strings.TrimSpace(s))
	s = strings.Trim(s, " \"'<>,;")
	if len(s) > 1 && s[0] == '(' && s[len(s)-1] == ')' && strings.Count(s, "(") == 1 {
		s = strings.TrimSpace(s[1 : len(s)-1]) // jane@acme.example (Jane Doe)
	}
	if len(s) > maxNameRunes {
		s = strings.ToValidUTF8(s[:maxNameRunes], "")
	}
	return s
}
