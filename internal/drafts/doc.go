// Package drafts writes the letters and puts them into the Drafts folder,
// once.
//
// Compose is pure: a decision, the settings and a moment give a Draft, in the
// confirmation's language and in the thread's tone, from templates in which
// mail content is only ever a value. Bytes makes it the mail (RFC 5322) that
// an ordinary client would have stored.
//
// Place, Withdraw, Observe and Recover speak with the mailbox through a Box.
// They never trust their memory alone: a draft is looked for under its derived
// Message-ID before it is stored, looked for again afterwards, and taken away
// only while it is, word for word, what was put there.
package drafts
