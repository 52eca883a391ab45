// Package realtest runs real IMAP servers from Debian's packages on a loopback
// address, for tests only: Dovecot, Cyrus and Courier. They conflict with each
// other as packages, so Cyrus and Courier are unpacked and not installed. A
// test that needs one fails where it is missing, and says how to get it.
package realtest
