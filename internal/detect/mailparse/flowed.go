package mailparse

import "strings"

// unflow undoes format=flowed (RFC 3676): a line that ends in a blank goes on
// in the next one of the same quote depth.
func unflow(s string, delSp bool) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	var out strings.Builder
	out.Grow(len(s))
	open, openDepth := false, 0
	for i, l := range lines {
		depth := 0
		for depth < len(l) && l[depth] == '>' {
			depth++
		}
		text := l[depth:]
		if !strings.HasPrefix(text, " >") { // a stuffed mark is no mark: its blank stays
			text = strings.TrimPrefix(text, " ")
		}
		if open && (depth != openDepth || text == "" || text == "-- ") {
			open = false // a broken flow; RFC 3676 section 4.5
			out.WriteByte('\n')
		}
		if !open {
			out.WriteString(l[:depth])
			if depth > 0 {
				out.WriteByte(' ')
			}
		}
		flows := strings.HasSuffix(text, " ") && text != "-- "
		if flows && delSp {
			text = text[:len(text)-1]
		}
		out.WriteString(text)
		open, openDepth = flows, depth
		if !flows && i < len(lines)-1 {
			out.WriteByte('\n')
		}
	}
	return out.String()
}
