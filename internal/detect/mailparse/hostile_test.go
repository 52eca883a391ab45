package mailparse

import (
	"encoding/base64"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

const head = "From: Jane Doe <jane@acme.example>\nTo: sam@okafor.example\nSubject: Interview\nDate: Thu, 5 Nov 2026 09:15:00 +0000\nMessage-ID: <1@acme.example>\nMIME-Version: 1.0\n"

// words must be found in Text.
const words = "Your interview is on Thursday at 14:00."

// hostile is a mail made to break, stall or fool its reader. want is what the
// text must hold ("" where nothing can be asked), not what it must not.
type hostile struct{ name, raw, want, not string }

func nested(n int, closed bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%sContent-Type: multipart/mixed; boundary=b0\n\n", head)
	for i := range n {
		fmt.Fprintf(&b, "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n", i, i+1)
	}
	fmt.Fprintf(&b, "--b%d\nContent-Type: text/plain\n\n%s\n", n, words)
	for i := n; closed && i >= 0; i-- {
		fmt.Fprintf(&b, "--b%d--\n", i)
	}
	return b.String()
}

func multi(parts string) string {
	return head + "Content-Type: multipart/mixed; boundary=B\n\n" + parts
}

func htmlMail(s string) string {
	return head + "Content-Type: text/html; charset=utf-8\n\n" + s
}

func textMail(header, body string) string { return head + header + "\n\n" + body }

func hostileMails() []hostile {
	b64 := base64.StdEncoding.EncodeToString([]byte(words))
	part := "--B\nContent-Type: text/plain\n\n"
	list := []hostile{
		// nesting and parts
		{"nested 8, closed", nested(7, true), words, ""},
		{"nested 20, unclosed", nested(20, false), "", ""},
		{"nested 24, unclosed", nested(24, false), "", ""},
		{"nested 24, closed", nested(24, true), "", ""},
		{"nested 1000, unclosed", nested(1000, false), "", ""},
		{"nested 10000, unclosed", nested(10_000, false), "", ""},
		{"100,000 parts", multi(part + words + "\n" + strings.Repeat("--B\n\nx\n", 100_000) + "--B--\n"), words, ""},
		{"5,000 text parts", multi(strings.Repeat(part+words+"\n", 5000)), words, ""},
		{"empty parts", multi(strings.Repeat("--B\n", 50_000)), "", ""},
		{"same boundary inside", multi("--B\nContent-Type: multipart/mixed; boundary=B\n\n" + part + words + "\n--B--\n--B--\n"), "", ""},
		{"boundary is a prefix of the inner one", head + "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=ab\n\n--ab\n\n" + words + "\n--ab--\n--a--\n", words, ""},
		{"no boundary parameter", head + "Content-Type: multipart/mixed\n\n" + part + words + "\n--B--\n", words, ""},
		{"boundary that never comes", head + "Content-Type: multipart/mixed; boundary=zzz\n\n" + words + "\n", words, ""},
		{"boundary of another name", head + "Content-Type: multipart/mixed; boundary=zzz\n\n" + part + words + "\n--B--\n", words, ""},
		{"empty boundary", head + "Content-Type: multipart/mixed; boundary=\"\"\n\n" + part + words + "\n--B--\n", words, ""},
		{"boundary of 10 kB", head + "Content-Type: multipart/mixed; boundary=\"" + strings.Repeat("x", 10_000) + "\"\n\n" + words, words, ""},
		{"not closed", multi(part + words + "\n"), words, ""},
		{"cut inside the part header", multi(part + words + "\n--B\nContent-Ty"), words, ""},
		{"broken part header", multi("--B\nContent-Type text/plain\nfoo bar\n\n" + words + "\n--B--\n"), words, ""},
		{"part without header", multi("--B\n\n" + words + "\n--B--\n"), words, ""},
		{"mail in mail in mail", rfc822(10), "", ""},
		{"mail in mail, 200 levels", rfc822(200), "", ""},
		{"itself attached many times", multi(part + words + "\n" + strings.Repeat("--B\nContent-Type: message/rfc822\n\n"+textMail("", "inner")+"\n", 500)), words, ""},
		{"alternative with 1,000 forms", head + "Content-Type: multipart/alternative; boundary=B\n\n" + strings.Repeat("--B\nContent-Type: text/html\n\n<p>"+words+"</p>\n", 1000), words, ""},
		// headers
		{"10 MB header", "X-Pad: " + strings.Repeat("a", 10<<20) + "\n" + head + "\n" + words, "", ""},
		{"10 MB of header lines", head + strings.Repeat("X-Pad: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", 250_000) + "\n" + words, words, ""},
		{"100,000 folds", head + "X-Pad: a\n" + strings.Repeat(" b\n", 100_000) + "\n" + words, "", ""},
		{"50,000 recipients", head + "Cc: " + strings.Repeat("a@b.example, ", 50_000) + "\n\n" + words, words, ""},
		{"50,000 commas", head + "Cc: " + strings.Repeat(",", 50_000) + "x@y.example\n\n" + words, words, ""},
		{"50,000 colons", head + "Cc: " + strings.Repeat(":", 50_000) + "x@y.example\n\n" + words, words, ""},
		{"50,000 encoded words", head + "Cc: " + strings.Repeat("=?utf-8?q?a?= ", 5_000) + "\n\n" + words, words, ""},
		{"5,000 references", head + "References: " + strings.Repeat("<a@b> ", 5_000) + "\n\n" + words, words, ""},
		{"no header at all", words, "", ""},
		{"only a header", head, "", ""},
		{"empty", "", "", ""},
		{"blank", "\n\n\n", "", ""},
		{"binary", string(noise(5000)), "", ""},
		{"NUL bytes", strings.ReplaceAll(head, "Jane", "Ja\x00ne") + "\n" + words + "\x00", words, "\x00"},
		{"byte order mark", "\ufeff" + head + "\n" + words, words, ""},
		{"mbox line", "From jane@acme.example Thu Nov  5 09:15:00 2026\n" + head + "\n" + words, words, ""},
		{"blank lines in front", "\r\n\r\n" + head + "\n" + words, words, ""},
		{"continuation in front", " continued\n" + head + "\n" + words, words, ""},
		{"CR only", strings.ReplaceAll(head+"\n"+words, "\n", "\r"), words, ""},
		{"mixed line ends", strings.Replace(head, "\n", "\r\n", 3) + "\r\n" + words, words, ""},
		{"line without colon", strings.Replace(head, "To:", "what is this\nTo:", 1) + "\n" + words, words, ""},
		{"no blank line", head + words, words, ""},
		{"two From fields", "From: a@b.example\n" + head + "\n" + words, words, ""},
		{"header injection in an encoded word", "X: 1\nSubject: =?utf-8?q?Hi=0D=0ABcc:_evil@x.example?=\n" + strings.Replace(head, "Subject: Interview\n", "", 1) + "\n" + words, words, ""},
		{"bidi override in the name", strings.Replace(head, "Jane Doe", "=?utf-8?q?Jane=E2=80=AE_eoD?=", 1) + "\n" + words, words, "\u202e"},
		{"escape sequence in the subject", strings.Replace(head, "Interview", "\x1b]0;evil\x07Interview\x1b[2J", 1) + "\n" + words, words, "\x1b"},
		{"raw Latin-1 in the subject", strings.Replace(head, "Interview", "Vorstellungsgespr\xe4ch", 1) + "\n" + words, words, ""},
		{"name that closes its quote early", strings.Replace(head, "Jane Doe", `"Jane" Doe"`, 1) + "\n" + words, words, ""},
		{"unclosed quote in To", strings.Replace(head, "To: ", `To: "Sam, `, 1) + "\n" + words, words, ""},
		{"unclosed comment in To", strings.Replace(head, "To: ", `To: (Sam, `, 1) + "\n" + words, words, ""},
		// bodies and codings
		{"bad base64", textMail("Content-Transfer-Encoding: base64", b64[:20]+"!!**\n"+b64[20:]), words, ""},
		{"cut base64", textMail("Content-Transfer-Encoding: base64", b64[:len(b64)-3]), words[:30], ""},
		{"base64 with blanks", textMail("Content-Transfer-Encoding: base64", strings.Join(strings.Split(b64, ""), " ")), words, ""},
		{"base64 in the plural", textMail("Content-Transfer-Encoding: \"Base64\";", b64), words, ""},
		{"bad quoted-printable", textMail("Content-Transfer-Encoding: quoted-printable", "=ZZ "+words+" =\n=3D=\r\n="), words, ""},
		{"unknown transfer coding", textMail("Content-Transfer-Encoding: x-foo", words), words, ""},
		{"unknown charset", textMail("Content-Type: text/plain; charset=klingon", words+" Gr\xfc\xdfe"), "Grüße", ""},
		{"charset lies: UTF-8 as us-ascii", textMail("Content-Type: text/plain; charset=us-ascii", words+" Grüße"), "Grüße", ""},
		{"charset lies: Latin-1 as UTF-8", textMail("Content-Type: text/plain; charset=utf-8", words+" Gr\xfc\xdfe"), "Grüße", ""},
		{"charset lies: UTF-8 as Latin-1", textMail("Content-Type: text/plain; charset=iso-8859-1", words+" Grüße"), "Grüße", ""},
		{"UTF-7", textMail("Content-Type: text/plain; charset=utf-7", words+" Gr+APwA3w-e"), "Grüße", ""},
		{"UTF-7 bomb", textMail("Content-Type: text/plain; charset=utf-7", words+strings.Repeat("+", 50_000)), words, ""},
		{"ISO-2022-JP", textMail("Content-Type: text/plain; charset=iso-2022-jp", words+" \x1b$B$3$s\x1b(B"), "こん", "\x1b"},
		{"content type of nonsense", textMail("Content-Type: ;;;===", words), words, ""},
		{"content type repeated parameters", textMail("Content-Type: text/plain; charset=utf-8; charset=utf-16; charset", words), words, ""},
		{"HTML as plain", textMail("Content-Type: text/plain", "<html><body><p>"+words+"</p></body></html>"), words, "<p>"},
		{"plain as HTML", textMail("Content-Type: text/html", words+"\nSecond line"), words, ""},
		{"one line of 2 MB", textMail("", words+strings.Repeat(" word", 400_000)), words, ""},
		{"200,000 lines", textMail("", words+strings.Repeat("\nx", 200_000)), words, ""},
		{"200,000 quoted lines", textMail("", words+strings.Repeat("\n> x", 100_000)), words, ""},
		{"100,000 marks of quotation", textMail("", words+"\n"+strings.Repeat(">", 100_000)), words, ""},
		{"20,000 attributions", textMail("", words+"\n"+strings.Repeat("On Thu, 5 Nov 2026 at 09:15\n", 20_000)), words, ""},
		{"20,000 header labels", textMail("", words+"\n"+strings.Repeat("From: a@b.example\n", 20_000)), "", ""},
		{"20,000 forward bars", textMail("", words+"\n"+strings.Repeat("---------- Forwarded message ---------\n", 20_000)), words, ""},
		{"forward in forward in forward", textMail("", words+"\n"+strings.Repeat("---------- Forwarded message ---------\nFrom: a@b.example\nDate: Thu, 5 Nov 2026\nSubject: x\nTo: c@d.example\n\nhello\n", 300)), words, ""},
		{"20,000 sign-offs", textMail("", words+"\n"+strings.Repeat("Kind regards\nJane\n", 20_000)), words, ""},
		{"zero-width characters in words", textMail("Content-Type: text/plain; charset=utf-8", strings.Join(strings.Split(words, ""), "\u200b")), words, "\u200b"},
		{"terminal escapes", textMail("", "\x1b[31m"+words+"\x1b[0m\x07\x08"), words, "\x1b"},
		{"C1 controls", textMail("Content-Type: text/plain; charset=utf-8", words+"\u009b31m"), words, "\u009b"},
		{"tag characters", textMail("Content-Type: text/plain; charset=utf-8", words+"\U000e0041\U000e0042"), words, "\U000e0041"},
		{"unassigned and private characters", textMail("Content-Type: text/plain; charset=utf-8", words+"\u05f7\ue000"), words, "\u05f7"},
		{"unassigned character in the subject", strings.Replace(head, "Interview", "=?utf-8?q?Inter=D7=B7view?=", 1) + "\n" + words, words, "\u05f7"},
		{"winmail.dat", head + "Content-Type: application/ms-tnef; name=winmail.dat\n\n" + string(noise(1000)), "", ""},
		{"attachment of 5 MB", multi(part + words + "\n--B\nContent-Type: application/pdf; name=x.pdf\nContent-Disposition: attachment; filename=x.pdf\nContent-Transfer-Encoding: base64\n\n" + strings.Repeat(strings.Repeat("QUJD", 19)+"\n", 65_000) + "--B--\n"), words, ""},
		{"file name with a path and escapes", multi(part + words + "\n--B\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../\x1b[31metc/passwd\"\n\nx\n--B--\n"), words, "\x1b"},
		{"30 calendars", multi(part + words + "\n" + strings.Repeat("--B\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n", 30)), words, ""},
		// HTML
		{"5,000 nested tags", htmlMail(strings.Repeat("<div>", 5000) + words), words, ""},
		{"50,000 nested tables", htmlMail(strings.Repeat("<table><tr><td>", 30_000) + words), words, ""},
		{"50,000 end tags", htmlMail(strings.Repeat("<b>", 200) + strings.Repeat("</i>", 50_000) + words), words, ""},
		{"unclosed comment", htmlMail(words + "<!-- " + strings.Repeat("x", 50_000)), words, ""},
		{"unclosed script", htmlMail(words + "<script>" + strings.Repeat("x", 50_000)), words, ""},
		{"unclosed title", htmlMail("<head><title>x</head><body>" + words), "", ""},
		{"tag with 50,000 attributes", htmlMail("<p " + strings.Repeat("a=b ", 50_000) + ">" + words), words, ""},
		{"attribute of 100 kB", htmlMail("<p style=\"" + strings.Repeat("a:b;", 25_000) + "\">" + words), words, ""},
		{"50,000 entities", htmlMail(words + strings.Repeat("&amp;&#0;&#x1b;", 20_000)), words, "\x1b"},
		{"50,000 links", htmlMail(words + strings.Repeat("<a href=\"http://x.example/\">x</a>", 30_000)), words, ""},
		{"50,000 mailto links on one line", htmlMail(words + strings.Repeat("<a href=\"mailto:a@b.example\">x</a>", 20_000)), words, ""},
		{"links that never close", htmlMail(words + strings.Repeat("<a href=\"mailto:a@b.example\">x", 20_000)), words, ""},
		{"JSON-LD of 200 kB", htmlMail("<script type=\"application/ld+json\">" + strings.Repeat("[", 200<<10) + "</script>" + words), words, ""},
		{"hidden text", htmlMail("<div style='display:none'>Offer: 12 May at 9:00</div>" + words), words, "Offer"},
		{"hidden by size", htmlMail("<span style='font-size:0px'>Friday at 9:00</span>" + words), words, "Friday"},
		{"hidden by colour", htmlMail("<div style='background:#fff'><span style='color:#FFFFFF'>Friday at 9:00</span>" + words + "</div>"), words, "Friday"},
		{"hidden by height", htmlMail("<div style='max-height:0;overflow:hidden'>Friday at 9:00</div>" + words), words, "Friday"},
		{"hidden, not closed", htmlMail("<p style='display:none'>Friday at 9:00<p>" + words), words, "Friday"},
		{"struck through", htmlMail("<s>Friday at 9:00</s> " + words), words, "Friday"},
		{"script in the text", htmlMail("<script>alert(1)</script><img src=x onerror=alert(1)>" + words), words, "alert"},
		{"link with a script", htmlMail("<a href=\"javascript:alert(1)\">" + words + "</a>"), words, "alert"},
	}
	return list
}

func rfc822(n int) string {
	s := textMail("", words)
	for range n {
		s = head + "Content-Type: message/rfc822\n\n" + s
	}
	return s
}

func noise(n int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

func TestHostile(t *testing.T) {
	mails := hostileMails()
	if len(mails) < 80 {
		t.Errorf("only %d hostile mails", len(mails))
	}
	for _, h := range mails {
		begin := time.Now()
		m := Parse([]byte(h.raw))
		if took := time.Since(begin); took > 5*time.Second { // a bomb takes minutes; a busy machine does not
			t.Errorf("%s: %v", h.name, took)
		} else if testing.Verbose() && took > 10*time.Millisecond {
			t.Logf("%s: %v for %d kB", h.name, took, len(h.raw)>>10)
		}
		checkMessage(t, m, 0)
		all := m.Text
		for _, f := range m.Forwarded {
			all += f.Text
		}
		if !strings.Contains(strings.ReplaceAll(all, "\n", " "), h.want) {
			t.Errorf("%s: text %.200q lacks %q (%q)", h.name, m.Text, h.want, m.Problems)
		}
		if h.not != "" && strings.Contains(fmt.Sprint(m.Text, m.Subject, m.From, m.Attachments), h.not) {
			t.Errorf("%s: text holds %q", h.name, h.not)
		}
		if n := len(m.Text) + len(m.Quoted) + len(m.Signature); n > 4*maxTextBytes {
			t.Errorf("%s: %d bytes of text", h.name, n)
		}
	}
}

// TestHeaderSurvives: whatever the body, who wrote and when is read.
func TestHeaderSurvives(t *testing.T) {
	for _, h := range hostileMails() {
		if !strings.HasPrefix(h.raw, head) {
			continue
		}
		m := Parse([]byte(h.raw))
		if m.From.Address != "jane@acme.example" || m.Subject != "Interview" || m.Date.IsZero() || m.MessageID != "<1@acme.example>" {
			t.Errorf("%s: %v %q %v %q", h.name, m.From, m.Subject, m.Date, m.MessageID)
		}
	}
}

func TestParseStrict(t *testing.T) {
	for _, raw := range []string{"", "\n\n", "hello world", string(noise(3000)), "%PDF-1.7\n1 0 obj\n", "PK\x03\x04aaaa", "{\"a\": 1}", "<html><body>From: x</body></html>", "To: x@y.example\n\nhi"} {
		if _, err := ParseStrict([]byte(raw)); !errors.Is(err, ErrNotMail) {
			t.Errorf("%.20q: %v", raw, err)
		}
	}
	for _, raw := range []string{head + "\nx", "Subject: x\n\n", "\n\nFrom: a@b.example\n", "Received: from x; Thu, 5 Nov 2026 09:15:00 +0000\n\n"} {
		if m, err := ParseStrict([]byte(raw)); err != nil || m == nil {
			t.Errorf("%.20q: %v", raw, err)
		}
	}
}
