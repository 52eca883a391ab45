// Package arch holds no code, only the tests that keep the house in shape: who
// may import whom, that the pure core is pure, and that nothing can send mail.
package arch
