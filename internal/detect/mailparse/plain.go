package mailparse

import (
	"strings"
	"unicode/utf8"
)

// looksHTML reports HTML sent under the name of plain text.
func looksHTML(s string) bool {
	head := strings.ToLower(strings.TrimSpace(s[:min(len(s), 512)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// fromPlain parts plain text into lines with their depth of ">" marks.
func fromPlain(s string) []line {
	s = Clean(s)
	lines := make([]line, 0, min(maxLines, strings.Count(s, "\n")+1))
	for rest := s; rest != "" && len(lines) < maxLines; {
		var l string
		l, rest, _ = strings.Cut(rest, "\n")
		lines = append(lines, plainLine(l))
	}
	return lines
}

func plainLine(l string) line {
	if strings.HasPrefix(l, ">From ") {
		return line{text: strings.TrimRight(l[1:], " \t")} // mboxrd escaping
	}
	depth, i := 0, 0
	for i < len(l) && depth < 20 {
		if l[i] == '>' {
			depth++
			i++
		} else if l[i] == ' ' && depth > 0 && i+1 < len(l) && l[i+1] == '>' {
			i++
		} else {
			break
		}
	}
	text := l[i:]
	if depth > 0 {
		text = strings.TrimPrefix(text, " ")
	}
	for len(text) > 0 {
		r, n := utf8.DecodeLastRuneInString(text)
		if r != ' ' && r != '\t' {
			break
		}
		text = text[:len(text)-n]
	}
	return line{text: text, depth: depth}
}
