package drafts

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"
)

func mustHash(t *testing.T, raw []byte) string {
	t.Helper()
	h, err := Hash(raw)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// A German draft, as we write it and as servers and clients store it again.
func hashDraft(t *testing.T) (Draft, []byte) {
	t.Helper()
	d := aDraft()
	d.Subject = "Re: Gespräch über die Stelle"
	d.Body = "Sehr geehrte Frau Müller,\n\nherzlichen Dank für das gute Gespräch über die Stelle bei der Acme GmbH, das mir sehr gefallen hat.\n\nMit freundlichen Grüßen\nSam Okafor"
	raw, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return d, raw
}

func TestHashSurvivesStorage(t *testing.T) {
	d, raw := hashDraft(t)
	want := mustHash(t, raw)
	head := "From: Sam Okafor <sam@okafor.example>\r\nTo: \"Jane Doe\" <Jane@ACME.example>\r\n" +
		"Subject: =?iso-8859-1?Q?Re=3A_Gespr=E4ch_=FCber?=\r\n =?iso-8859-1?Q?_die_Stelle?=\r\nX-Server: yes\r\nMIME-Version: 1.0\r\n"
	crlf := strings.ReplaceAll(d.Body, "\n", "\r\n")
	latin := latin1(crlf)
	wrapped := "Sehr geehrte Frau Müller,\r\n\r\nherzlichen Dank für das gute Gespräch über die \r\nStelle bei der Acme GmbH, das mir \r\nsehr gefallen hat.\r\n\r\nMit freundlichen Grüßen\r\nSam Okafor\r\n"
	for name, stored := range map[string]string{
		"base64":        head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(crlf)),
		"latin1 8bit":   head + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + latin,
		"flowed":        head + "Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + wrapped,
		"flowed delsp":  head + "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + strings.ReplaceAll(wrapped, " \r\n", "  \r\n"),
		"hard wrapped":  head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + strings.ReplaceAll(wrapped, " \r\n", "\r\n"),
		"lf line ends":  strings.ReplaceAll(head+"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"+crlf, "\r\n", "\n"),
		"blank lines":   head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\r\n" + crlf + "\r\n\r\n\r\n",
		"flags no edit": string(raw),
	} {
		if got := mustHash(t, []byte(stored)); got != want {
			t.Errorf("%s: another hash", name)
		}
	}
}

func latin1(s string) string {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}

func TestHashSeesEveryChange(t *testing.T) {
	_, raw := hashDraft(t)
	want := mustHash(t, raw)
	seen := map[string]string{want: "ours"}
	for name, change := range map[string]func(string) string{
		"a word":          func(s string) string { return strings.Replace(s, "gute", "sehr gute", 1) },
		"a comma":         func(s string) string { return strings.Replace(s, "GmbH,", "GmbH", 1) },
		"a letter's case": func(s string) string { return strings.Replace(s, "herzlichen", "Herzlichen", 1) },
		"a paragraph":     func(s string) string { return strings.Replace(s, "\r\nSam Okafor", "\r\n\r\nSam Okafor", 1) },
		"a recipient":     func(s string) string { return strings.Replace(s, "jane@acme", "tom@acme", 1) },
		"one more": func(s string) string {
			return strings.Replace(s, "<jane@acme.example>", "<jane@acme.example>, tom@acme.example", 1)
		},
		"a copy":       func(s string) string { return strings.Replace(s, "Date:", "Cc: tom@acme.example\r\nDate:", 1) },
		"a blind copy": func(s string) string { return strings.Replace(s, "Date:", "Bcc: tom@acme.example\r\nDate:", 1) },
		"nobody":       func(s string) string { return strings.Replace(s, "To: Jane Doe <jane@acme.example>\r\n", "", 1) },
		"the subject":  func(s string) string { return strings.Replace(s, "Subject: ", "Subject: Neu ", 1) },
		"a signature":  func(s string) string { return s + "\r\n-- \r\nSam\r\n" },
		"as html":      func(s string) string { return strings.Replace(s, "text/plain", "text/html", 1) },
		"an attachment": func(s string) string {
			head, body, _ := strings.Cut(s, "\r\n\r\n")
			top, part, _ := strings.Cut(head, "Content-Type:")
			return top + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type:" + part + "\r\n\r\n" + body +
				"\r\n--b\r\nContent-Type: application/pdf\r\n\r\ncv\r\n--b--\r\n"
		},
	} {
		changed := change(string(raw))
		if changed == string(raw) {
			t.Errorf("%s: the test changed nothing", name)
		}
		got := mustHash(t, []byte(changed))
		if other, ok := seen[got]; ok {
			t.Errorf("%s: the same hash as %s", name, other)
		}
		seen[got] = name
	}
}

func TestHashOfNoDraft(t *testing.T) {
	for name, raw := range map[string][]byte{
		"huge":        bytes.Repeat([]byte("x"), maxRaw+1),
		"bad to":      []byte("To: @@@\r\n\r\nx"),
		"deep":        []byte(strings.Repeat("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", 30)),
		"many parts":  []byte("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\n\r\nx\r\n", 500) + "--b--\r\n"),
		"bad charset": []byte("Content-Type: text/plain; charset=nonsense\r\n\r\nx"),
	} {
		if h, err := Hash(raw); err == nil {
			t.Errorf("%s: hash %s", name, h)
		}
	}
}

func BenchmarkHash(b *testing.B) {
	raw, err := aDraft().Bytes()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Hash(raw); err != nil {
			b.Fatal(err)
		}
	}
}
