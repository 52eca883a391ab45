package imapwatch

import "github.com/emersion/go-imap/v2"

// A header has no size of its own: a mail with 100,000 recipients has a Cc of
// megabytes, and a scan asks for the headers of thousands of mails at a time.
// Headers are nevertheless asked for without a bound, for that is what every
// server is used to; what is too long is read past. Only where an answer is too
// long for that, too, the client becomes careful: from then on it asks for no
// more of a header than it keeps (RFC 3501, 6.4.5, <0.n>).

// unbounded tells whether the request names no size that the server must keep
// to.
func (r request) unbounded() bool {
	for _, b := range r.options.BodySection {
		if b.Partial == nil {
			return true
		}
	}
	return false
}

// bound gives what to ask for, with a bound where the client is careful.
func (c *Client) bound(r request) *imap.FetchOptions {
	if !c.careful || !r.unbounded() {
		return r.options
	}
	out := *r.options
	out.BodySection = nil
	for _, b := range r.options.BodySection {
		cut := *b
		cut.Partial = &imap.SectionPartial{Offset: 0, Size: r.each}
		out.BodySection = append(out.BodySection, &cut)
	}
	return &out
}
