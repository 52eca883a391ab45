package drafts

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"inboxwatch/internal/rules"
)

// lineLimit is where header lines are folded (RFC 5322 section 2.1.1), and
// idLimit what a Message-ID may have, so that a line never nears the 998
// octets that section allows.
const (
	lineLimit = 76
	idLimit   = 900
)

// validID reports whether s is a Message-ID that a header can hold as it is.
func validID(s string) bool {
	if len(s) < 3 || len(s) > idLimit || s[0] != '<' || s[len(s)-1] != '>' {
		return false
	}
	for i := 1; i < len(s)-1; i++ {
		if s[i] <= ' ' || s[i] >= 0x7f || s[i] == '<' || s[i] == '>' {
			return false
		}
	}
	return true
}

// validAddress reports whether a header of ASCII can hold the address.
func validAddress(s string) bool {
	_, err := encodeAddress(s)
	return err == nil
}

// atext are the characters of an atom (RFC 5322 section 3.2.3).
func atext(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		strings.IndexByte("!#$%&'*+-/=?^_`{|}~", c) >= 0
}

// encodeAddress writes an address for a header: the local part quoted where it
// needs it, an international domain in its ASCII form (RFC 5891).
func encodeAddress(s string) (string, error) {
	at := strings.LastIndexByte(s, '@')
	if at < 1 || at == len(s)-1 || at > 64 || len(s) > 254 {
		return "", fmt.Errorf("%q is no e-mail address", s)
	}
	local, domain := s[:at], s[at+1:]
	if strings.HasPrefix(local, `"`) {
		un, ok := unquote(local)
		if !ok {
			return "", fmt.Errorf("%q is no e-mail address", s)
		}
		local = un
	}
	dot := !strings.HasPrefix(local, ".") && !strings.HasSuffix(local, ".") && !strings.Contains(local, "..")
	for i := 0; i < len(local); i++ {
		if !atext(local[i]) && local[i] != '.' { // a blank, comma or second @ would pose as more than one address
			return "", fmt.Errorf("%q cannot stand in a mail header: its part before the @ holds more than letters, digits and signs of ASCII", s)
		}
	}
	if !dot {
		local = quote(local)
	}
	host, err := idna.Lookup.ToASCII(domain)
	if err != nil || !validHost(host) {
		return "", fmt.Errorf("%q is no e-mail address: its domain is not one", s)
	}
	return local + "@" + host, nil
}

func validHost(s string) bool {
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := 0; i < len(label); i++ {
			c := label[i]
			if c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
				return false
			}
		}
	}
	return len(s) <= 253
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func unquote(s string) (string, bool) {
	if len(s) < 3 || s[len(s)-1] != '"' {
		return "", false
	}
	var b strings.Builder
	for i := 1; i < len(s)-1; i++ {
		if s[i] == '\\' && i+1 < len(s)-1 {
			i++
		} else if s[i] == '"' {
			return "", false
		}
		b.WriteByte(s[i])
	}
	return b.String(), true
}

// mailbox writes a contact (RFC 5322 section 3.4). The result holds blanks
// only where it may be folded or within a quoted string.
func mailbox(c rules.Contact) (string, error) {
	addr, err := encodeAddress(c.Address)
	if err != nil {
		return "", err
	}
	if err := plainText("name", c.Name); err != nil {
		return "", err
	}
	name := strings.Join(strings.Fields(c.Name), " ")
	if name == "" {
		return addr, nil
	}
	ascii, atoms := true, true
	for i := 0; i < len(name); i++ {
		ascii = ascii && name[i] < 0x7f
		atoms = atoms && (atext(name[i]) || name[i] == ' ')
	}
	switch {
	case !ascii || strings.Contains(name, "=?"):
		name = encodedWords(name)
	case !atoms:
		name = quote(name)
	}
	return name + " <" + addr + ">", nil
}

// text writes unstructured text: as it is where ASCII, else as encoded words.
func text(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	ascii := strings.IndexFunc(s, func(r rune) bool { return r >= 0x7f }) < 0
	if !ascii || strings.Contains(s, "=?") || longWord(s) {
		return encodedWords(s)
	}
	return s
}

// longWord reports a word that no folding could bring below the limit.
func longWord(s string) bool {
	for _, w := range strings.Fields(s) {
		if len(w) > 200 {
			return true
		}
	}
	return false
}

// plainText refuses what could end a header or hide in it.
func plainText(what, s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("the %s is not valid UTF-8", what)
	}
	for _, r := range s {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return fmt.Errorf("the %s holds a control character", what)
		}
	}
	return nil
}

// fold writes one header field, folded at blanks (RFC 5322 section 2.2.3).
func fold(name, value string) string {
	var b strings.Builder
	b.WriteString(name + ":")
	width := len(name) + 1
	for i, w := range strings.Split(value, " ") {
		if i > 0 && width+1+len(w) > lineLimit {
			b.WriteString("\r\n")
			width = 0
		}
		b.WriteString(" " + w)
		width += 1 + len(w)
	}
	return b.String() + "\r\n"
}

// encodedWords writes s as RFC 2047 encoded words parted by blanks, each at
// most 75 characters and whole characters long. Always in base64: section 5.3
// forbids in a phrase most of what Q leaves bare, and what is ASCII must be
// encodable too, which package mime does not offer.
func encodedWords(s string) string {
	const room = 45 // bytes that fit, 75 less the frame, in base64
	var out []string
	for s != "" {
		n := 0
		for n < len(s) {
			_, size := utf8.DecodeRuneInString(s[n:])
			if n+size > room {
				break
			}
			n += size
		}
		out = append(out, "=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte(s[:n]))+"?=")
		s = s[n:]
	}
	return strings.Join(out, " ")
}
