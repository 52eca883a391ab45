// Package imaptest holds the mail servers that tests and the demo talk to, all
// of them on a loopback address:
//
//   - Start: go-imap's memory server, taught SPECIAL-USE, a read-only EXAMINE and
//     the habits of a provider;
//   - Fake: a server that says what a script tells it, however odd;
//   - Proxy: a listener between client and server that counts bytes and waits,
//     breaks, delays and garbles;
//   - Dovecot, Cyrus, Courier: the real thing from Debian's packages.
package imaptest
