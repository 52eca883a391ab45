package imapwatch

import (
	"bytes"
	"context"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// The portions in which a mail is read: enough for the text of nearly all,
// then more while text may still come, then no more.
const (
	firstPortion = 64 << 10
	nextPortion  = 256 << 10
	maxMail      = 2 << 20
)

// bodies reads the mails, oldest first, as much of each as its text needs.
func (c *Client) bodies(ctx context.Context, f Folder, want []HeaderFields, deliver func(Item) error) (bad []uint32, err error) {
	for len(want) > 0 {
		n := min(len(want), 2*bodyBatch)
		b, err := c.bodyRound(ctx, f, want[:n], deliver)
		bad = append(bad, b...)
		if err != nil {
			return bad, err
		}
		want = want[n:]
	}
	return bad, nil
}

// bodyRound reads a few mails and delivers them in the order of want.
func (c *Client) bodyRound(ctx context.Context, f Folder, want []HeaderFields, deliver func(Item) error) (bad []uint32, err error) {
	raw := make(map[uint32][]byte, len(want))
	todo := make([]uint32, len(want))
	for i, h := range want {
		todo[i] = h.UID
	}
	for offset, portion := int64(0), int64(firstPortion); len(todo) > 0 && offset < maxMail; {
		r := request{
			what: "read mails",
			options: &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{
				{Peek: true, Partial: &imap.SectionPartial{Offset: offset, Size: portion}},
			}},
			each:  portion,
			batch: bodyBatch,
		}
		var more []uint32
		b, err := c.fetch(ctx, f, todo, r, func(p part) error {
			if !p.hasData {
				return nil
			}
			raw[p.uid] = append(raw[p.uid], p.data...)
			if int64(len(p.data)) >= portion && textToCome(raw[p.uid]) {
				more = append(more, p.uid)
			}
			return nil
		})
		bad = append(bad, b...)
		if err != nil {
			return bad, err
		}
		todo, offset, portion = more, offset+portion, nextPortion
	}
	for _, h := range want {
		b, ok := raw[h.UID]
		if !ok {
			continue
		}
		if err := deliver(Item{HeaderFields: h, Raw: b, Truncated: int64(len(b)) < h.Size}); err != nil {
			return bad, err
		}
	}
	return bad, nil
}

// textToCome tells whether a mail that was cut off may go on with text or a
// calendar. It is so unless the cut fell into a part that is neither: what
// follows an attachment is nearly always another one.
func textToCome(raw []byte) bool {
	i := bytes.LastIndex(raw, []byte("\n--"))
	if i < 0 {
		return true
	}
	// The newest part's header: up to a blank line, if the cut left one.
	header := raw[i+3:]
	if n := bytes.Index(header, []byte("\r\n\r\n")); n >= 0 {
		header = header[:n]
	} else if n := bytes.Index(header, []byte("\n\n")); n >= 0 {
		header = header[:n]
	} else {
		return true
	}
	kind := strings.ToLower(string(header[:min(len(header), 4096)]))
	at := strings.Index(kind, "content-type:")
	if at < 0 {
		return true
	}
	value := strings.TrimSpace(kind[at+len("content-type:"):])
	for _, text := range []string{"text/", "multipart/", "message/", "application/ics"} {
		if strings.HasPrefix(value, text) {
			return true
		}
	}
	return strings.Contains(kind, ".ics")
}
