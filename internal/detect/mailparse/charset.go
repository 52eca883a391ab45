package mailparse

import (
	"bytes"
	"encoding/base64"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/emersion/go-message/charset"
	"golang.org/x/text/encoding/charmap"
)

// charsetAliases are names met in mail that neither IANA nor the WHATWG list
// knows, and labels that lie so regularly that every client reads them as the
// larger set.
var charsetAliases = map[string]string{
	"us-ascii":           "windows-1252", // 8-bit bytes under this label are Windows text in practice
	"ascii":              "windows-1252",
	"ansi":               "windows-1252",
	"cp-1252":            "windows-1252",
	"cp1252":             "windows-1252",
	"windows1252":        "windows-1252",
	"win-1252":           "windows-1252",
	"iso-8859-1":         "windows-1252", // WHATWG: the C1 range is never meant
	"latin1":             "windows-1252",
	"latin-1":            "windows-1252",
	"iso8859-1":          "windows-1252",
	"iso-8859-8-i":       "iso-8859-8",
	"iso-8859-8-e":       "iso-8859-8",
	"cp-1250":            "windows-1250",
	"cp1250":             "windows-1250",
	"windows1250":        "windows-1250",
	"cp949":              "euc-kr",
	"ks_c_5601-1987":     "euc-kr",
	"cp932":              "shift_jis",
	"x-sjis":             "shift_jis",
	"cp936":              "gbk",
	"utf8mb4":            "utf-8",
	"utf8":               "utf-8",
	"utf-8:":             "utf-8",
	"unicode-1-1-utf-8":  "utf-8",
	"unicode-1-1-utf-7":  "utf-7",
	"x-unknown":          "windows-1252",
	"unknown-8bit":       "windows-1252",
	"unknown":            "windows-1252",
	"default":            "windows-1252",
	"iso-8859-1-windows": "windows-1252",
}

func canonicalCharset(name string) string {
	name = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))
	if a, ok := charsetAliases[name]; ok {
		return a
	}
	return name
}

// charsetReader converts to UTF-8; it is what the header words' decoder calls.
func charsetReader(name string, r io.Reader) (io.Reader, error) {
	switch name = canonicalCharset(name); name {
	case "", "utf-8":
		return r, nil
	case "utf-7":
		b, err := io.ReadAll(io.LimitReader(r, maxTextBytes))
		return strings.NewReader(decodeUTF7(string(b))), err
	}
	return charset.Reader(name, r)
}

// toUTF8 decodes a body by its declared charset. Valid UTF-8 wins over a
// declared single-byte set: senders mislabel UTF-8 often, and text of another
// set is almost never valid UTF-8 by chance.
func toUTF8(b []byte, name string) (text, problem string) {
	name = canonicalCharset(name)
	ascii := isASCII(b)
	stateful := strings.HasPrefix(name, "iso-2022") || name == "hz-gb-2312" || strings.HasPrefix(name, "utf-")
	if ascii && !stateful {
		return string(b), ""
	}
	if (name == "" || name == "utf-8" || name == "windows-1252") && utf8.Valid(b) {
		return string(b), ""
	}
	if name != "" && name != "utf-8" {
		r, err := charsetReader(name, bytes.NewReader(b))
		if err == nil {
			if out, err := io.ReadAll(io.LimitReader(r, 4*maxTextBytes)); err == nil {
				return strings.ToValidUTF8(string(out), "\uFFFD"), ""
			}
		}
		if utf8.Valid(b) {
			return string(b), "unknown character set; read as UTF-8"
		}
		return latin(string(b)), "unknown character set; read as Windows-1252"
	}
	// A text that is UTF-8 but for a few bytes was cut or damaged; one that is
	// not UTF-8 at all is Windows text.
	if s := strings.ToValidUTF8(string(b), "\uFFFD"); mostlyUTF8(b) {
		return s, "damaged UTF-8"
	}
	return latin(string(b)), "not UTF-8; read as Windows-1252"
}

// mostlyUTF8 reports whether of the bytes above ASCII most form valid runes.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		b = b[n:]
	}
	return good > 2*bad
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// latin reads s as Windows-1252.
func latin(s string) string {
	out, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	return strings.ToValidUTF8(out, "\uFFFD")
}

// decodeUTF7 reads RFC 2152 text: +base64(UTF-16BE)- between ASCII.
func decodeUTF7(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for {
		i := strings.IndexByte(s, '+')
		if i < 0 {
			out.WriteString(s)
			return out.String()
		}
		out.WriteString(s[:i])
		s = s[i+1:]
		n := 0
		for n < len(s) && isBase64(s[n]) {
			n++
		}
		if n == 0 {
			out.WriteByte('+')
		} else if raw, err := base64.RawStdEncoding.DecodeString(s[:n]); err == nil || len(raw) > 1 {
			units := make([]uint16, 0, len(raw)/2)
			for j := 0; j+1 < len(raw); j += 2 {
				units = append(units, uint16(raw[j])<<8|uint16(raw[j+1]))
			}
			out.WriteString(string(utf16.Decode(units)))
		}
		s = strings.TrimPrefix(s[n:], "-")
	}
}

func isBase64(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/'
}
