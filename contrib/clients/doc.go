// Package clients tests that real mail programs read our drafts as their own:
// the program puts its drafts into a real Dovecot, and the mail program, driven
// as a person drives it, finds, opens and sends them. What is sent goes to a
// sink on loopback that the test owns; inboxwatch itself sends nothing.
package clients
