package imapwatch

import (
	"bytes"
	"context"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// The portions in which a mail is read: enough for the text of nearly all;
// where text may still come, more; and then no more than the last. Each is read
// from the start, so that no half-read mail waits in memory for its rest.
var portions = []int64{16 << 10, 128 << 10, 2 << 20}

// bodies reads the mails, as much of each as its text needs, and delivers
// each as it comes: in the server's order, long ones last. All of them are one
// wait for the server as long as their text fits the first portion.
func (c *Client) bodies(ctx context.Context, f Folder, want []HeaderFields, deliver func(Item) error) (bad []uint32, err error) {
	heads := make(map[uint32]HeaderFields, len(want))
	todo := make([]uint32, len(want))
	for i, h := range want {
		heads[h.UID], todo[i] = h, h.UID
	}
	for i, portion := range portions {
		if len(todo) == 0 {
			break
		}
		var more []uint32
		b, err := c.fetch(ctx, f, todo, bodyRequest(portion), func(p part) error {
			cut := int64(len(p.data)) >= portion
			if cut && i < len(portions)-1 && textToCome(p.data) {
				more = append(more, p.uid)
				return nil
			}
			h := heads[p.uid]
			return deliver(Item{HeaderFields: h, Raw: p.data, Truncated: cut && int64(len(p.data)) < h.Size})
		})
		bad = append(bad, b...)
		if err != nil {
			return bad, err
		}
		todo = more
	}
	return bad, nil
}

func bodyRequest(portion int64) request {
	return request{
		what: "read mails",
		options: &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{
			{Peek: true, Partial: &imap.SectionPartial{Offset: 0, Size: portion}},
		}},
		each:  portion,
		batch: bodyBatch,
	}
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
