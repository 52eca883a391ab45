package imapwatch

import (
	"bytes"
	"hash/fnv"
	"strings"
	"time"
	"unicode/utf8"
)

// HeaderFields is what the scan reads of every mail before it decides whether
// to read the mail itself. The values are unfolded and raw: RFC 2047 words
// are not decoded, and bytes that are no UTF-8 are replaced.
type HeaderFields struct {
	Folder      string
	Role        Role
	UIDValidity uint32
	UID         uint32
	Flags       []string
	Arrived     time.Time // INTERNALDATE: when the server got it
	Size        int64     // of the whole mail, in bytes

	From, To, Cc, ReplyTo, Sender string
	Subject, Date                 string
	MessageID, InReplyTo          string // with angle brackets, as written
	References                    string
	ListUnsubscribe, ListID       string
	AutoSubmitted, Precedence     string
	ContentType                   string
}

// asked are the fields that a scan asks for. The server repeats this list in
// every answer, so it is as short as can be.
var asked = []string{"FROM", "TO", "CC", "REPLY-TO", "SENDER", "SUBJECT", "DATE", "MESSAGE-ID", "IN-REPLY-TO",
	"REFERENCES", "LIST-UNSUBSCRIBE", "LIST-ID", "AUTO-SUBMITTED", "PRECEDENCE", "CONTENT-TYPE"}

const (
	maxHeader = 64 << 10 // of these fields together
	maxField  = 8 << 10
)

func (h *HeaderFields) field(name string) *string {
	switch strings.ToUpper(name) {
	case "FROM":
		return &h.From
	case "TO":
		return &h.To
	case "CC":
		return &h.Cc
	case "REPLY-TO":
		return &h.ReplyTo
	case "SENDER":
		return &h.Sender
	case "SUBJECT":
		return &h.Subject
	case "DATE":
		return &h.Date
	case "MESSAGE-ID":
		return &h.MessageID
	case "IN-REPLY-TO":
		return &h.InReplyTo
	case "REFERENCES":
		return &h.References
	case "LIST-UNSUBSCRIBE":
		return &h.ListUnsubscribe
	case "LIST-ID":
		return &h.ListID
	case "AUTO-SUBMITTED":
		return &h.AutoSubmitted
	case "PRECEDENCE":
		return &h.Precedence
	case "CONTENT-TYPE":
		return &h.ContentType
	}
	return nil
}

// parse reads header lines leniently: any line ending, lines without a colon
// skipped, the first of a doubled field kept, folded lines joined.
func (h *HeaderFields) parse(raw []byte) {
	var value *string
	var buf []byte
	done := func() {
		if value != nil && *value == "" {
			*value = tidy(buf)
		}
		value, buf = nil, buf[:0]
	}
	for len(raw) > 0 {
		line := raw
		if i := bytes.IndexByte(raw, '\n'); i >= 0 {
			line, raw = raw[:i], raw[i+1:]
		} else {
			raw = nil
		}
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			continue // the end, unless a server put a blank line between
		}
		if line[0] == ' ' || line[0] == '\t' {
			if value != nil && len(buf) < maxField {
				buf = append(append(buf, ' '), bytes.TrimSpace(line)...)
			}
			continue
		}
		done()
		name, rest, ok := bytes.Cut(line, []byte(":"))
		if !ok {
			continue
		}
		value = h.field(string(bytes.TrimSpace(name)))
		buf = append(buf, bytes.TrimSpace(rest)...)
	}
	done()
}

func tidy(b []byte) string {
	b = b[:min(len(b), maxField)]
	s := string(b)
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.IndexFunc(s, isControl) >= 0 {
		s = strings.Map(func(r rune) rune {
			if isControl(r) {
				return ' '
			}
			return r
		}, s)
	}
	return s
}

func isControl(r rune) bool { return r < 0x20 || r == 0x7f }

// key identifies a mail across folders: by what its sender wrote, so that a
// stranger who reuses a Message-ID does not hide another's mail; without a
// Message-ID also by the moment of arrival and the size.
func (h *HeaderFields) key() uint64 {
	f := fnv.New64a()
	for _, s := range []string{h.MessageID, h.Date, h.From, h.Subject} {
		f.Write([]byte(s))
		f.Write([]byte{0})
	}
	if h.MessageID == "" {
		f.Write([]byte(h.Arrived.UTC().Format(time.RFC3339)))
		f.Write([]byte{byte(h.Size), byte(h.Size >> 8), byte(h.Size >> 16), byte(h.Size >> 24)})
	}
	return f.Sum64()
}

// has reports whether the flag is set, case ignored as RFC 3501 wants.
func hasFlag(flags []string, flag string) bool {
	for _, f := range flags {
		if strings.EqualFold(f, flag) {
			return true
		}
	}
	return false
}

// ids gives the message ids in a field such as References: what stands in
// angle brackets, brackets included, at most most of them from the end.
func ids(field string, most int) []string {
	var out []string
	for {
		i := strings.IndexByte(field, '<')
		if i < 0 {
			break
		}
		n := strings.IndexByte(field[i:], '>')
		if n < 0 {
			break
		}
		out = append(out, field[i:i+n+1])
		field = field[i+n+1:]
	}
	if len(out) > most {
		out = out[len(out)-most:]
	}
	return out
}
