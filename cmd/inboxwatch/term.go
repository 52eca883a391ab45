package main

import (
	"os"
	"strings"

	"golang.org/x/term"
)

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

func repeat(s string, n int) string { return strings.Repeat(s, max(n, 0)) }
