// Package mailparse turns the raw bytes of a mail into a Message: decoded,
// bounded, with the sender's own words apart from what they quote.
package mailparse

import (
	"time"

	"inboxwatch/internal/rules"
)

// Message is a parsed mail. All text is valid UTF-8 with "\n" line ends and
// without control, bidi-override and zero-width characters.
type Message struct {
	MessageID  string    // verbatim with angle brackets; "" where there is none
	InReplyTo  string    // first id, verbatim
	References []string  // verbatim, oldest first
	Date       time.Time // Date header, else the newest Received; in the offset it was written with
	From       rules.Contact
	Sender     rules.Contact
	ReplyTo    rules.Contact
	To         []rules.Contact
	Cc         []rules.Contact
	Subject    string
	ReturnPath string

	// What machines say of themselves.
	AutoSubmitted   string // value, lower case; "" or "no" for a human
	Precedence      string
	ListID          string
	ListUnsubscribe bool
	FeedbackID      bool
	AutoResponse    bool   // X-Autoreply, X-Autorespond, X-Auto-Response-Suppress, …
	ContentType     string // of the whole mail, lower case, without parameters (multipart/report = delivery report)

	// The words. Text is what the sender wrote now: HTML already made text
	// (cells parted by tabs, blocks by newlines), without quote and signature.
	Text      string
	Signature string // the block under the sign-off, incl. the sign-off line
	Quoted    string // what is quoted below or above, quote marks removed; newest first
	FromHTML  bool   // Text was made from HTML
	Preheader string // hidden text, kept apart because it may speak of other mails

	// Forwarded and attached mails, outermost first; an inline "Forwarded
	// message" block is one too. At most 3 levels deep.
	Forwarded []*Message

	Calendars   []Calendar
	LinkedData  [][]byte // JSON-LD scripts, at most 64 KB together
	Attachments []string // file names
	Problems    []string // what was broken and how it was read nonetheless

	// Struck is what the mail shows struck through: an old date, usually. It is
	// no part of Text.
	Struck string
	// Links are the http(s) addresses of an HTML mail's links, each at most 300
	// bytes, at most 64, in their order. They are for recognising; never fetched.
	Links []string

	fields fields
}

// Calendar is a text/calendar part or an attached .ics file, decoded.
type Calendar struct {
	Method string // from the MIME header, upper case, or ""
	Name   string // file name or ""
	Data   []byte
}

// Header gives the value of any other header field, decoded, by its name in
// any case; "" where there is none.
func (m *Message) Header(name string) string { return DecodeText(m.fields.get(name)) }
