//go:build !unix

package main

// armKill does nothing where no process can be killed by a signal.
func armKill() {}
