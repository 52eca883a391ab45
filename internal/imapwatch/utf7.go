package imapwatch

import (
	"encoding/base64"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Modified UTF-7 is how IMAP4rev1 writes mailbox names (RFC 3501, 5.1.3).
var utf7Base64 = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,").WithPadding(base64.NoPadding)

var errUTF7 = errors.New("not a modified UTF-7 name")

// decodeUTF7 gives the name that s spells on the wire.
func decodeUTF7(s string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x20 || c > 0x7e:
			return "", errUTF7
		case c != '&':
			b.WriteByte(c)
		default:
			n := strings.IndexByte(s[i:], '-')
			if n < 0 {
				return "", errUTF7
			}
			word, err := decodeShifted(s[i+1 : i+n])
			if err != nil {
				return "", err
			}
			b.WriteString(word)
			i += n
		}
	}
	return b.String(), nil
}

func decodeShifted(s string) (string, error) {
	if s == "" {
		return "&", nil
	}
	raw, err := utf7Base64.DecodeString(s)
	if err != nil || len(raw)%2 != 0 || len(raw) == 0 {
		return "", errUTF7
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	word := string(utf16.Decode(units))
	for _, r := range word {
		// Printable ASCII must not be shifted: two spellings of one name
		// would be two names to us and one to the server.
		if r == utf8.RuneError || (r >= 0x20 && r <= 0x7e) || r < 0x20 {
			return "", errUTF7
		}
	}
	return word, nil
}

// encodeUTF7 spells a name for the wire.
func encodeUTF7(name string) string {
	var b strings.Builder
	var shifted []uint16
	flush := func() {
		if len(shifted) == 0 {
			return
		}
		raw := make([]byte, 0, 2*len(shifted))
		for _, u := range shifted {
			raw = append(raw, byte(u>>8), byte(u))
		}
		b.WriteString("&" + utf7Base64.EncodeToString(raw) + "-")
		shifted = shifted[:0]
	}
	for _, r := range name {
		if r >= 0x20 && r <= 0x7e {
			flush()
			b.WriteRune(r)
			if r == '&' {
				b.WriteByte('-')
			}
			continue
		}
		shifted = utf16.AppendRune(shifted, r)
	}
	flush()
	return b.String()
}
