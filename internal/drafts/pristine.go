package drafts

import (
	"bytes"
	"strings"
)

// pristine reports whether raw has exactly the form that Bytes gives a mail:
// the same headers in the same order and the same encoding. Every client that
// saves a draft writes its own, so a pristine mail with our Message-ID was not
// touched since it was put there, even where no journal tells of it.
func pristine(raw []byte) bool {
	head, _, ok := bytes.Cut(raw, []byte("\r\n\r\n"))
	if !ok {
		return false
	}
	var names []string
	for line := range strings.SplitSeq(string(head), "\r\n") {
		if line == "" {
			return false
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, value, ok := strings.Cut(line, ": ")
		if !ok {
			return false
		}
		switch name {
		case "To", "In-Reply-To", "References":
			continue // the three that a draft may lack
		case "Content-Type":
			ok = value == contentType
		case "Content-Transfer-Encoding":
			ok = value == "quoted-printable"
		}
		if !ok {
			return false
		}
		names = append(names, name)
	}
	return strings.Join(names, " ") == "From Subject Date Message-ID MIME-Version Content-Type Content-Transfer-Encoding"
}
