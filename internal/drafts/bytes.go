package drafts

import (
	"bytes"
	"errors"
	"fmt"
	"mime/quotedprintable"
	"strings"
	"time"

	"inboxwatch/internal/rules"
)

// contentType is what the letter is: plain text, so that every client opens
// it in its editor as it is (RFC 3676 for format=flowed).
const contentType = "text/plain; charset=utf-8; format=flowed"

// maxBody bounds a letter, in bytes.
const maxBody = 64 << 10

// Bytes gives the draft as a mail (RFC 5322): ASCII headers, a quoted-printable
// UTF-8 body, CRLF line ends, no Bcc, no X- header, no User-Agent, so that a
// client that keeps unknown headers sends nothing odd to the employer. A value
// with a line end or another control character is an error, never a header.
func (d Draft) Bytes() ([]byte, error) {
	if !validID(d.MessageID) {
		return nil, errors.New("a draft needs a Message-ID")
	}
	var head strings.Builder
	from, err := mailbox(d.From)
	if err != nil {
		return nil, fmt.Errorf("header From: %w", err)
	}
	head.WriteString(fold("From", from))
	if len(d.To) > 0 {
		to, err := mailboxes(d.To)
		if err != nil {
			return nil, fmt.Errorf("header To: %w", err)
		}
		head.WriteString(fold("To", to))
	}
	if err := plainText("subject", d.Subject); err != nil {
		return nil, err
	}
	head.WriteString(fold("Subject", text(d.Subject)))
	head.WriteString(fold("Date", d.Date.Format(time.RFC1123Z)))
	head.WriteString(fold("Message-ID", d.MessageID))
	if d.InReplyTo != "" {
		if err := writeThread(&head, d.InReplyTo, d.References); err != nil {
			return nil, err
		}
	}
	head.WriteString("MIME-Version: 1.0\r\n")
	head.WriteString("Content-Type: " + contentType + "\r\n")
	head.WriteString("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
	body, err := encodeBody(d.Body)
	if err != nil {
		return nil, err
	}
	return append([]byte(head.String()), body...), nil
}

func mailboxes(list []rules.Contact) (string, error) {
	var out []string
	for _, c := range list {
		m, err := mailbox(c)
		if err != nil {
			return "", err
		}
		out = append(out, m)
	}
	return strings.Join(out, ", "), nil
}

func writeThread(head *strings.Builder, parent string, refs []string) error {
	for _, id := range append([]string{parent}, refs...) {
		if !validID(id) {
			return errors.New("the mail that is answered has a Message-ID that no header can hold")
		}
	}
	if len(refs) > maxReferences {
		return fmt.Errorf("more than %d references", maxReferences)
	}
	head.WriteString(fold("In-Reply-To", parent))
	if len(refs) > 0 {
		head.WriteString(fold("References", strings.Join(refs, " ")))
	}
	return nil
}

// encodeBody writes one line a paragraph: all lines are "fixed" in the sense
// of RFC 3676, so that a reader wraps them to its window whether it knows
// format=flowed or not, and an editor shows no hard breaks. Lines that begin
// with a blank, ">" or "From " are stuffed with a blank (section 4.4).
func encodeBody(body string) ([]byte, error) {
	if len(body) > maxBody {
		return nil, fmt.Errorf("the letter is longer than %d kB", maxBody>>10)
	}
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	for line := range strings.SplitSeq(strings.Trim(body, "\n"), "\n") {
		if err := plainText("text", strings.ReplaceAll(line, "\t", " ")); err != nil {
			return nil, err
		}
		line = strings.TrimRight(line, " \t")
		if strings.HasPrefix(line, " ") || strings.HasPrefix(line, ">") || strings.HasPrefix(line, "From ") {
			line = " " + line
		}
		if _, err := w.Write([]byte(line + "\r\n")); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return softBreaks(b.Bytes()), nil
}

// softBreaks moves the soft line breaks of quoted-printable text (RFC 2045
// section 6.7) into words, so that none stands beside a blank: Thunderbird takes
// a blank after the break for a stuffed one (RFC 3676 section 4.4) when it opens
// a draft, and two words become one.
func softBreaks(qp []byte) []byte {
	const room = 75 // and the "=" of the break
	var b bytes.Buffer
	for line := range bytes.SplitSeq(bytes.ReplaceAll(qp, []byte("=\r\n"), nil), []byte("\r\n")) {
		if b.Len() > 0 {
			b.WriteString("\r\n")
		}
		for len(line) > room+1 {
			n := room
			for n > 3 {
				if i := bytes.LastIndexByte(line[n-2:n], '='); i >= 0 { // no break within "=C3"
					n += i - 2
				} else if line[n] == ' ' || line[n-1] == ' ' {
					n--
				} else {
					break
				}
			}
			b.Write(line[:n])
			b.WriteString("=\r\n")
			line = line[n:]
		}
		b.Write(line)
	}
	return b.Bytes()
}
