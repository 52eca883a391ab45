package detect

import (
	"bytes"
	"time"
)

// linkedTime finds a key of a JSON-LD document and reads its time.
func linkedTime(doc []byte, key string) (time.Time, string, bool) {
	if !bytes.Contains(doc, []byte("Event")) {
		return time.Time{}, "", false
	}
	_, rest, ok := bytes.Cut(doc, []byte(key))
	if !ok {
		return time.Time{}, "", false
	}
	rest = bytes.TrimLeft(rest, " \t\r\n:")
	if len(rest) < 2 || rest[0] != '"' {
		return time.Time{}, "", false
	}
	value, _, ok := bytes.Cut(rest[1:], []byte(`"`))
	if !ok || len(value) > 40 {
		return time.Time{}, "", false
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, string(value)); err == nil {
			return t, string(value), true
		}
	}
	return time.Time{}, "", false
}
