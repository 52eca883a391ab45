package mailparse

import (
	"bytes"
	"encoding/base64"
	"io"
	"strings"
	"sync"
)

// decode reads at most limit bytes of a body, the transfer encoding undone
// (RFC 2045 section 6), leniently where the encoding is broken.
func (w *walker) decode(encoding string, r io.Reader, limit int) (b []byte, cut bool) {
	encoding = strings.ToLower(strings.Trim(strings.TrimSpace(encoding), `"';`))
	rawLimit := limit
	switch encoding {
	case "base64", "base-64", "b":
		encoding, rawLimit = "base64", limit*3/2
	case "quoted-printable", "quotedprintable", "quoted_printable", "q", "qp":
		encoding, rawLimit = "quoted-printable", limit*2
	default:
		encoding = ""
	}
	buf := rawBuffers.Get().(*bytes.Buffer)
	buf.Reset()
	defer func() {
		if buf.Cap() <= 256<<10 { // a rare large part must not stay
			rawBuffers.Put(buf)
		}
	}()
	// An error here is the end of a cut part; what came before it counts.
	_, _ = buf.ReadFrom(io.LimitReader(r, int64(rawLimit)+1))
	raw := buf.Bytes()
	cut = len(raw) > rawLimit
	switch encoding {
	case "base64":
		out := make([]byte, base64.StdEncoding.DecodedLen(len(raw)))
		n, err := base64.StdEncoding.Decode(out, raw) // line ends are passed over
		if err != nil {
			if !cut {
				w.problem("the base64 coding is damaged")
			}
			return lenientBase64(raw), cut
		}
		return out[:n], cut
	case "quoted-printable":
		return decodeQuoted(raw), cut
	}
	return bytes.Clone(raw), cut
}

var rawBuffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// lenientBase64 decodes what is base64 in b, up to the padding.
func lenientBase64(b []byte) []byte {
	clean := make([]byte, 0, len(b))
	for _, c := range b {
		if c == '=' {
			break
		}
		if isBase64(c) {
			clean = append(clean, c)
		}
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	n, _ := base64.RawStdEncoding.Decode(out, clean)
	return out[:n]
}

// decodeQuoted undoes quoted-printable and keeps what is none.
func decodeQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '=' {
			n := bytes.IndexByte(b[i:], '=')
			if n < 0 {
				n = len(b) - i
			}
			out = append(out, b[i:i+n]...)
			i += n - 1
			continue
		}
		rest := b[i+1:]
		switch {
		case len(rest) >= 2 && unhex(rest[0]) >= 0 && unhex(rest[1]) >= 0:
			out = append(out, byte(unhex(rest[0])<<4|unhex(rest[1])))
			i += 2
		case bytes.HasPrefix(rest, []byte("\r\n")):
			i += 2
		case bytes.HasPrefix(rest, []byte("\n")):
			i++
		default:
			out = append(out, '=')
		}
	}
	return out
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}
