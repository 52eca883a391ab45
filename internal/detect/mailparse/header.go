package mailparse

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"inboxwatch/internal/rules"
)

// Bounds on the header block. A real header has 20 to 80 fields in 2 to 15 kB.
const (
	maxHeaderBytes = 256 << 10
	maxFields      = 1000
	maxFieldBytes  = 64 << 10
	maxAddresses   = 100
	maxReferences  = 50
)

// field is one header field, unfolded and trimmed, not yet decoded.
type field struct {
	name  string
	value string
}

type fields []field

// get gives the first field of that name, undecoded.
func (fs fields) get(name string) string {
	for i := range fs {
		if len(fs[i].name) == len(name) && strings.EqualFold(fs[i].name, name) {
			return fs[i].value
		}
	}
	return ""
}

// has reports whether there is a field whose name begins with prefix.
func (fs fields) has(prefix string) bool {
	for i := range fs {
		if n := fs[i].name; len(n) >= len(prefix) && strings.EqualFold(n[:len(prefix)], prefix) {
			return true
		}
	}
	return false
}

// normalise cuts what some stores put before the first field: a byte order
// mark, blank lines, the "From " line of an mbox. Bare CR line ends become LF.
func normalise(raw []byte) ([]byte, []string) {
	var problems []string
	if b, ok := bytes.CutPrefix(raw, []byte("\xef\xbb\xbf")); ok {
		raw, problems = b, append(problems, "a byte order mark stood before the header")
	}
	head := raw[:min(len(raw), 4<<10)]
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		raw, problems = bytes.ReplaceAll(raw, []byte("\r"), []byte("\n")), append(problems, "lines ended in a bare CR")
	}
	if t := bytes.TrimLeft(raw, " \t\r\n"); len(t) < len(raw) {
		raw, problems = t, append(problems, "blank space stood before the header")
	}
	for bytes.HasPrefix(raw, []byte("From ")) || bytes.HasPrefix(raw, []byte(">From ")) {
		_, raw, _ = bytes.Cut(raw, []byte("\n"))
	}
	return raw, problems
}

// scanHeader reads the header block leniently (RFC 5322 section 2.2): a line
// without a colon is dropped, or begins the body where the next line is no
// field either. It gives the fields and the rest.
func scanHeader(raw []byte) (fs fields, body []byte, problems []string) {
	fs = make(fields, 0, 32)
	pos, folded := 0, []byte(nil)
	flush := func() {
		if folded != nil && len(fs) > 0 {
			fs[len(fs)-1].value = string(folded)
			folded = nil
		}
	}
	for pos < len(raw) {
		line, next := cutLine(raw, pos)
		if len(line) == 0 {
			flush()
			return fs, raw[next:], problems
		}
		if pos > maxHeaderBytes || len(fs) >= maxFields {
			flush()
			return fs, afterBlank(raw[pos:]), append(problems, "the header is too long; its beginning was read")
		}
		switch name, value, ok := cutField(line); {
		case line[0] == ' ' || line[0] == '\t':
			if len(fs) > 0 {
				last := &fs[len(fs)-1]
				if folded == nil {
					folded = append(make([]byte, 0, len(last.value)+len(line)+80), last.value...)
				}
				if len(folded) < maxFieldBytes {
					folded = append(append(folded, ' '), bytes.TrimSpace(line)...)
				}
			}
		case ok:
			flush()
			fs = append(fs, field{string(name), string(value[:min(len(value), maxFieldBytes)])})
		default:
			flush()
			after, _ := cutLine(raw, next)
			_, _, fieldNext := cutField(after)
			if next >= len(raw) || !fieldNext && len(after) > 0 && after[0] != ' ' && after[0] != '\t' {
				return fs, raw[pos:], append(problems, "no blank line parts header and body")
			}
			problems = appendOnce(problems, "a header line without a colon was dropped")
		}
		pos = next
	}
	flush()
	return fs, nil, problems
}

// cutLine gives the line at pos without its end, and where the next begins.
func cutLine(raw []byte, pos int) (line []byte, next int) {
	if pos >= len(raw) {
		return nil, len(raw)
	}
	i := bytes.IndexByte(raw[pos:], '\n')
	if i < 0 {
		return bytes.TrimRight(raw[pos:], "\r"), len(raw)
	}
	return bytes.TrimRight(raw[pos:pos+i], "\r"), pos + i + 1
}

// cutField parts "Name: value". A name is printable ASCII; the blank that some
// senders put before the colon is forgiven.
func cutField(line []byte) (name, value []byte, ok bool) {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i > 76 {
		return nil, nil, false
	}
	name = bytes.TrimRight(line[:i], " \t")
	for _, c := range name {
		if c <= ' ' || c >= 0x7f {
			return nil, nil, false
		}
	}
	return name, bytes.TrimSpace(line[i+1:]), len(name) > 0
}

// afterBlank gives what follows the first blank line, or nothing.
func afterBlank(raw []byte) []byte {
	lf, crlf := bytes.Index(raw, []byte("\n\n")), bytes.Index(raw, []byte("\n\r\n"))
	switch {
	case crlf >= 0 && (lf < 0 || crlf < lf):
		return raw[crlf+3:]
	case lf >= 0:
		return raw[lf+2:]
	}
	return nil
}

// DecodeText decodes RFC 2047 words and undeclared 8-bit text and cleans the
// result to one line.
func DecodeText(s string) string {
	if s == "" {
		return ""
	}
	if !utf8.ValidString(s) {
		s = latin(s)
	}
	if strings.Contains(s, "=?") {
		dec := mime.WordDecoder{CharsetReader: charsetReader}
		if d, err := dec.DecodeHeader(s); err == nil {
			s = d
		}
	}
	return oneLine(s)
}

// setHeader fills the header fields of m from fs.
func (m *Message) setHeader(fs fields) {
	m.fields = fs
	m.MessageID = firstID(fs.get("Message-ID"))
	m.InReplyTo = firstID(fs.get("In-Reply-To"))
	m.References = allIDs(fs.get("References"))
	m.Subject = DecodeText(fs.get("Subject"))
	m.From = firstContact(fs.get("From"))
	m.Sender = firstContact(fs.get("Sender"))
	m.ReplyTo = firstContact(fs.get("Reply-To"))
	m.To = ParseAddresses(fs.get("To"))
	m.Cc = ParseAddresses(fs.get("Cc"))
	m.ReturnPath = firstContact(fs.get("Return-Path")).Address
	m.AutoSubmitted = token(fs.get("Auto-Submitted"))
	m.Precedence = token(fs.get("Precedence"))
	m.ListID = DecodeText(fs.get("List-Id"))
	m.ListUnsubscribe = fs.get("List-Unsubscribe") != ""
	m.FeedbackID = fs.get("Feedback-ID") != ""
	m.AutoResponse = fs.has("X-Autore") || fs.has("X-Auto-Response-Suppress") || fs.has("X-Auto-Reply")
	m.setDate(fs)
}

// token is the first word of a machine-read field, lower case, without
// parameters and comments.
func token(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.IndexAny(s, "; (\t"); i >= 0 {
		s = s[:i]
	}
	return oneLine(s)
}

// firstID gives the first <id> of s, verbatim with brackets. An id without
// brackets gets them, since replies are threaded by the bracketed form.
func firstID(s string) string {
	if ids := allIDs(s); len(ids) > 0 {
		return ids[0]
	}
	s = strings.Trim(s, "<> \t")
	if !plainID(s) || strings.ContainsAny(s, " <>") || len(s) > 990 || !strings.Contains(s, "@") {
		return ""
	}
	return "<" + s + ">"
}

// allIDs gives the bracketed ids of s in order, the newest maxReferences where
// there are more.
func allIDs(s string) []string {
	var ids []string
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		j := strings.IndexByte(s[i:], '>')
		if j < 0 {
			break
		}
		if id := s[i : i+j+1]; j > 1 && j < 990 && plainID(id) {
			ids = append(ids, id)
		}
		s = s[i+j+1:]
	}
	if n := len(ids) - maxReferences; n > 0 {
		// RFC 5322 3.6.4: the first id names the thread, so it stays.
		ids = append(ids[:1:1], ids[n+1:]...)
	}
	return ids
}

// plainID reports an id that can be written as it was read: a reply must name
// it byte for byte, so one with hidden characters is none.
func plainID(id string) bool {
	for i := 0; i < len(id); i++ {
		if id[i] <= ' ' || id[i] == 0x7f {
			return false
		}
	}
	return id != "" && Clean(id) == id && utf8.ValidString(id)
}

func firstContact(s string) rules.Contact {
	if cs := ParseAddresses(s); len(cs) > 0 {
		return cs[0]
	}
	return rules.Contact{}
}

func appendOnce(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}
