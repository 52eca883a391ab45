// Package imapwatch is the wire: it opens a mailbox over IMAP (RFC 3501),
// reads what is new without leaving a trace, and writes nothing but drafts.
//
// go-imap speaks the protocol's grammar. Around it lies a layer of our own
// that go-imap does not offer: connecting and logging in with errors a person
// understands, a limit of time and bytes on every command, an allow-list of
// the commands that may leave the machine, and a filter that keeps answers
// nobody asked for away from the parser.
//
//	socket ─ TLS ─ DEFLATE ─ link { filter ► go-imap ► gate }
//
// A Client belongs to one goroutine. Nothing here knows what an interview is.
package imapwatch
