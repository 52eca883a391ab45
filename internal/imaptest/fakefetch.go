package imaptest

import (
	"fmt"
	"strconv"
	"strings"
)

// Fetch is the proper answer to a FETCH, without the tagged line.
func (f *Fake) Fetch(c *FakeCommand) string {
	set, items, _ := strings.Cut(c.Args, " ")
	var b strings.Builder
	for i, m := range f.Mails {
		n := uint32(i + 1)
		if c.Verb == "UID FETCH" {
			n = m.UID
		}
		if !inSet(set, n) {
			continue
		}
		b.WriteString(FetchAnswer(i+1, m, items))
	}
	return b.String()
}

// FetchAnswer is the proper answer for one mail.
func FetchAnswer(seq int, m Message, items string) string {
	s := fmt.Sprintf("* %d FETCH (UID %d FLAGS (%s) INTERNALDATE \"%s\" RFC822.SIZE %d", seq, m.UID, strings.Join(m.Flags, " "),
		m.Arrived.Format("_2-Jan-2006 15:04:05 -0700"), len(m.Raw))
	head, _, _ := strings.Cut(string(m.Raw), "\r\n\r\n")
	head += "\r\n\r\n"
	if i := strings.Index(items, "BODY.PEEK[HEADER"); i >= 0 {
		end := i + strings.IndexByte(items[i:], ']') + 1
		name := items[i+len("BODY.PEEK") : end]
		var from, size int
		if n, _ := fmt.Sscanf(items[end:], "<%d.%d>", &from, &size); n == 2 {
			head = head[min(from, len(head)):min(from+size, len(head))]
			name += fmt.Sprintf("<%d>", from)
		}
		s += fmt.Sprintf(" BODY%s {%d}\r\n%s", name, len(head), head)
	} else if i := strings.Index(items, "BODY.PEEK[]<"); i >= 0 {
		var from, size int
		_, _ = fmt.Sscanf(items[i:], "BODY.PEEK[]<%d.%d>", &from, &size)
		part := m.Raw[min(from, len(m.Raw)):min(from+size, len(m.Raw))]
		s += fmt.Sprintf(" BODY[]<%d> {%d}\r\n%s", from, len(part), part)
	}
	return s + ")\r\n"
}

func inSet(set string, n uint32) bool {
	for _, r := range strings.Split(set, ",") {
		lo, hi, ranged := strings.Cut(r, ":")
		a, _ := strconv.ParseUint(lo, 10, 32)
		b := a
		if ranged {
			b = 1<<32 - 1
			if hi != "*" {
				b, _ = strconv.ParseUint(hi, 10, 32)
			}
		}
		if uint64(n) >= a && uint64(n) <= b {
			return true
		}
	}
	return false
}
