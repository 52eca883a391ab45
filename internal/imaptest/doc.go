// Package imaptest holds the mail servers that the demo and the tests talk to, all
// of them on a loopback address (real ones for tests alone are in realtest):
//
//   - Start: go-imap's memory server, taught SPECIAL-USE, a read-only EXAMINE and
//     the habits of a provider;
//   - Fake: a server that says what a script tells it, however odd;
//   - Proxy: a listener between client and server that counts bytes and waits,
//     breaks, delays and garbles.
package imaptest
