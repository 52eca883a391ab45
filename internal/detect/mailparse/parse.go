package mailparse

import (
	"errors"
	"strings"
)

// Bounds on what is read of one mail.
const (
	maxInput     = 32 << 20 // raw bytes looked at
	maxTextBytes = 512 << 10
	maxLines     = 20_000
	maxDepth     = 8   // of nested multiparts
	maxParts     = 200 // of all multiparts together
	maxForward   = 3   // mails in mails
	maxCalendar  = 1 << 20
	maxCalendars = 10
	maxNames     = 50 // attachments
)

// ErrNotMail is what ParseStrict gives for bytes that are no mail.
var ErrNotMail = errors.New("not a mail: no From, Date, Subject, Message-ID or Received line at its head")

// ParseStrict is Parse, but refuses bytes that are no mail at all (RFC 5322):
// where none of the fields is there that every mail has.
func ParseStrict(raw []byte) (*Message, error) {
	head, _ := normalise(raw[:min(len(raw), maxInput)])
	fs, _, _ := scanHeader(head)
	for _, name := range []string{"From", "Date", "Subject", "Message-ID", "Received"} {
		if fs.get(name) != "" {
			return Parse(raw), nil
		}
	}
	return nil, ErrNotMail
}

// Parse reads a mail. It never fails: what is broken is read as far as it
// goes and named in Problems. Work and memory are bounded by the size of raw
// and the constants above; attachments are passed over unread.
func Parse(raw []byte) *Message { return parse(raw, 0) }

// ParseHeader reads the header fields alone; raw may end where the header
// does. It is for deciding whether the rest is worth fetching.
func ParseHeader(raw []byte) *Message {
	m := &Message{}
	raw, m.Problems = normalise(raw[:min(len(raw), maxHeaderBytes)])
	fs, _, problems := scanHeader(raw)
	m.Problems = append(m.Problems, problems...)
	m.setHeader(fs)
	m.ContentType, _ = parseMedia(fs.get("Content-Type"))
	return m
}

func parse(raw []byte, level int) *Message {
	m := &Message{}
	if len(raw) > maxInput {
		raw = raw[:maxInput]
		m.Problems = append(m.Problems, "the mail is too large; its beginning was read")
	}
	raw, m.Problems = prepend(m.Problems, raw)
	fs, body, problems := scanHeader(raw)
	m.Problems = append(m.Problems, problems...)
	m.setHeader(fs)

	w := walker{level: level}
	w.walk(part{fs.get("Content-Type"), fs.get("Content-Transfer-Encoding"), fs.get("Content-Disposition")}, body)
	m.ContentType = w.media
	if !w.hasText() && len(w.calendars) == 0 && len(w.inner) == 0 && len(body) > 0 {
		w.rescue(raw, body)
	}
	m.Calendars, m.Attachments, m.Forwarded = w.calendars, w.names, w.inner
	for _, p := range w.problems {
		m.Problems = appendOnce(m.Problems, p)
	}
	m.setText(w.chooseText(), level)
	return m
}

func prepend(problems []string, raw []byte) ([]byte, []string) {
	raw, more := normalise(raw)
	return raw, append(problems, more...)
}

// setText parts the words into the sender's own, quoted, signed and forwarded.
func (m *Message) setText(b body, level int) {
	m.FromHTML, m.Preheader, m.Struck, m.Links, m.LinkedData = b.html, b.hidden, b.struck, b.links, b.linked
	z := splitZones(b.lines, isForwardSubject(m.Subject))
	m.Text, m.Signature = cutSignature(z.own)
	m.Quoted = strings.Join(z.quoted, "\n")
	for _, f := range z.forwarded {
		if level < maxForward && len(m.Forwarded) < 10 {
			m.Forwarded = append(m.Forwarded, f.message(b.html, level+1))
		} else {
			m.Quoted += "\n" + joinLines(f.lines)
		}
	}
	m.Quoted = tidy(m.Quoted)
}
