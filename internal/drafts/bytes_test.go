package drafts

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"slices"
	"strings"
	"testing"

	"github.com/emersion/go-message"
	gomail "github.com/emersion/go-message/mail"

	"inboxwatch/internal/rules"
)

// parsed is a mail as a reader sees it.
type parsed struct {
	from, to, subject, parent, text string
	refs                            []string
}

// parseBack reads raw with net/mail and go-message, which must agree.
func parseBack(t testing.TB, raw []byte) parsed {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("net/mail: %v", err)
	}
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("go-message: %v", err)
	}
	h := gomail.Header{Header: e.Header}
	p := parsed{from: oneAddress(t, h, m, "From"), to: oneAddress(t, h, m, "To"), parent: m.Header.Get("In-Reply-To")}
	subject, err := h.Subject()
	if err != nil {
		t.Fatal(err)
	}
	std, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || std != subject {
		t.Fatalf("subject %q or %q: %v", subject, std, err)
	}
	p.subject, p.refs = subject, strings.Fields(m.Header.Get("References"))
	if _, err := m.Header.Date(); err != nil {
		t.Fatalf("Date: %v", err)
	}
	kind, params, err := e.Header.ContentType()
	if err != nil || kind != "text/plain" || params["charset"] != "utf-8" || params["format"] != "flowed" {
		t.Fatalf("Content-Type %q %v %v", kind, params, err)
	}
	body, err := io.ReadAll(e.Body)
	if err != nil {
		t.Fatal(err)
	}
	p.text = strings.TrimSuffix(strings.ReplaceAll(string(body), "\r\n", "\n"), "\n")
	return p
}

func oneAddress(t testing.TB, h gomail.Header, m *mail.Message, field string) string {
	t.Helper()
	if m.Header.Get(field) == "" {
		return ""
	}
	a, err := h.AddressList(field)
	b, err2 := m.Header.AddressList(field)
	if err != nil || err2 != nil || len(a) != 1 || len(b) != 1 || a[0].Address != b[0].Address || a[0].Name != b[0].Name {
		t.Fatalf("%s %q: %v %v, %v %v", field, m.Header.Get(field), a, err, b, err2)
	}
	return a[0].Name + "|" + a[0].Address
}

// wellFormed checks what every mail of ours must be on the wire.
func wellFormed(t testing.TB, raw []byte) {
	t.Helper()
	head, body, ok := bytes.Cut(raw, []byte("\r\n\r\n"))
	if !ok || bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\n")) || bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\r")) {
		t.Fatalf("line ends in %q", raw)
	}
	for _, c := range raw {
		if c >= 0x7f || c < ' ' && c != '\r' && c != '\n' {
			t.Fatalf("octet %#x in %q", c, raw)
		}
	}
	var names []string
	for _, l := range strings.Split(string(head), "\r\n") {
		if len(l) > 998 {
			t.Fatalf("a header line of %d octets", len(l))
		}
		if strings.TrimSpace(l) == "" {
			t.Fatalf("an empty header line in %q", head)
		}
		if l[0] != ' ' {
			name, _, _ := strings.Cut(l, ":")
			names = append(names, name)
		}
	}
	allowed := []string{"From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
	for i, n := range names {
		if !slices.Contains(allowed, n) || slices.Contains(names[:i], n) {
			t.Fatalf("header %q in %q", n, names)
		}
	}
	for _, l := range strings.Split(string(body), "\r\n") {
		if len(l) > 76 {
			t.Fatalf("a body line of %d octets", len(l))
		}
	}
}

func aDraft() Draft {
	return Draft{Window: rules.ThankYou, MessageID: "<1a2b3c@okafor.example>", From: rules.Contact{Name: "Sam Okafor", Address: "sam@okafor.example"},
		To: []rules.Contact{{Name: "Jane Doe", Address: "jane@acme.example"}}, Subject: "Re: Interview", InReplyTo: "<a@acme.example>",
		References: []string{"<a@acme.example>"}, Date: aMoment, Body: "Dear Ms Doe,\n\nThank you.\n\nSam Okafor"}
}

func TestBytesParseBack(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(*Draft)
		to      string
		subject string
		text    string
	}{
		{"plain", func(*Draft) {}, "Jane Doe|jane@acme.example", "Re: Interview", aDraft().Body},
		{"nobody", func(d *Draft) { d.To = nil }, "", "Re: Interview", aDraft().Body},
		{"umlauts", func(d *Draft) {
			d.To[0].Name, d.Subject, d.Body = "Zoë Łękawska-O’Hara", "Re: Vorstellungsgespräch für „Prüfer“ am Donnerstag, dem 12. November 2026, um 14 Uhr", "Grüße, żółć, 日本 🎉"
		}, "Zoë Łękawska-O’Hara|jane@acme.example", "Re: Vorstellungsgespräch für „Prüfer“ am Donnerstag, dem 12. November 2026, um 14 Uhr", "Grüße, żółć, 日本 🎉"},
		{"quoted", func(d *Draft) { d.To[0].Name = `Doe, Jane "JD" (HR)` }, `Doe, Jane "JD" (HR)|jane@acme.example`, "Re: Interview", aDraft().Body},
		{"posing as encoded", func(d *Draft) { d.Subject = "Re: =?utf-8?q?x=0D=0ABcc:_y?=" }, "Jane Doe|jane@acme.example", "Re: =?utf-8?q?x=0D=0ABcc:_y?=", aDraft().Body},
		{"international domain", func(d *Draft) { d.To[0].Address = "jana@müller.example" }, "Jane Doe|jana@xn--mller-kva.example", "Re: Interview", aDraft().Body},
		{"odd local part", func(d *Draft) { d.To[0].Address = "jane..doe@acme.example" }, "Jane Doe|jane..doe@acme.example", "Re: Interview", aDraft().Body},
		{"long subject", func(d *Draft) { d.Subject = "Re: " + strings.Repeat("word ", 50) + "end" }, "Jane Doe|jane@acme.example", "Re: " + strings.Repeat("word ", 50) + "end", aDraft().Body},
		{"long word", func(d *Draft) { d.Subject = "Re: " + strings.Repeat("x", 290) }, "Jane Doe|jane@acme.example", "Re: " + strings.Repeat("x", 290), aDraft().Body},
		{"stuffed", func(d *Draft) { d.Body = "From here on\n> quoted\n indented\n.\n-- " }, "Jane Doe|jane@acme.example", "Re: Interview", " From here on\n > quoted\n  indented\n.\n--"},
		{"long paragraph", func(d *Draft) { d.Body = strings.Repeat("word ", 400) + "end" }, "Jane Doe|jane@acme.example", "Re: Interview", strings.Repeat("word ", 400) + "end"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := aDraft()
			c.change(&d)
			raw, err := d.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			wellFormed(t, raw)
			got := parseBack(t, raw)
			if got.to != c.to || got.subject != c.subject || got.text != c.text || got.from != "Sam Okafor|sam@okafor.example" || got.parent != "<a@acme.example>" {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestBytesRefuses(t *testing.T) {
	for name, change := range map[string]func(*Draft){
		"no id":             func(d *Draft) { d.MessageID = "" },
		"id with line end":  func(d *Draft) { d.MessageID = "<a\r\nBcc:b@c>" },
		"subject line end":  func(d *Draft) { d.Subject = "Hi\r\nBcc: x@y.example" },
		"subject nul":       func(d *Draft) { d.Subject = "Hi\x00" },
		"subject latin1":    func(d *Draft) { d.Subject = "Gr\xfc\xdfe" },
		"name line end":     func(d *Draft) { d.To[0].Name = "Jane\nBcc: x@y.example" },
		"address line end":  func(d *Draft) { d.To[0].Address = "a@b.example\r\nBcc: x@y.example" },
		"two addresses":     func(d *Draft) { d.To[0].Address = "a@b.example, c@d.example" },
		"no address":        func(d *Draft) { d.To[0].Address = "" },
		"from no address":   func(d *Draft) { d.From.Address = "sam" },
		"local not ascii":   func(d *Draft) { d.To[0].Address = "jané@b.example" },
		"parent":            func(d *Draft) { d.InReplyTo = "<a b>" },
		"references":        func(d *Draft) { d.References = []string{"<a@b>\r\nX: y"} },
		"many references":   func(d *Draft) { d.References = slices.Repeat([]string{"<a@b>"}, 21) },
		"body control":      func(d *Draft) { d.Body = "a\x1b[2Jb" },
		"body carriage":     func(d *Draft) { d.Body = "a\rb" },
		"body huge":         func(d *Draft) { d.Body = strings.Repeat("x", maxBody+1) },
		"body not utf8":     func(d *Draft) { d.Body = "\xff" },
		"quoted local ends": func(d *Draft) { d.To[0].Address = "\"a\"b\"@c.example" },
	} {
		d := aDraft()
		change(&d)
		if raw, err := d.Bytes(); err == nil {
			t.Errorf("%s: written:\n%s", name, raw)
		} else if strings.ContainsAny(err.Error(), "\r\n\x00\x1b") {
			t.Errorf("%s: the error carries it: %q", name, err)
		}
	}
}

// FuzzBytes: whatever a mail puts into names, subjects and companies, the draft
// is one well-formed mail to the one address, or none.
func FuzzBytes(f *testing.F) {
	for _, s := range []string{"Jane Doe", "a\r\nBcc: x@y.example", "=?utf-8?q?=0D=0A?=", "\u202eevil", "x@y.example", strings.Repeat("ü", 90), `"\`, "{name}[a|b]", "\xff", "日本"} {
		f.Add(s, "jane@acme.example", s, s, "<a@b>")
		f.Add("Jane", s, "Subject", "Acme", s)
	}
	f.Fuzz(func(t *testing.T, name, address, subject, company, id string) {
		d := decision(rules.ContinuedInterest, "de", rules.ToneInformal)
		d.Due.To = rules.Contact{Name: name, Address: address}
		iv := &d.Interview
		iv.Contact, iv.Greeting.Given, iv.Company, iv.Role = d.Due.To, name, company, subject
		iv.Anchor.Subject, iv.Anchor.MessageID, iv.Anchor.References = subject, id, []string{id, "<r@x>", name}
		got, err := Compose(d, settings(), aMoment, Templates{})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := got.Bytes()
		if err != nil {
			t.Fatalf("composed but not written: %v", err)
		}
		wellFormed(t, raw)
		p := parseBack(t, raw)
		want := ""
		if len(got.To) > 0 {
			addr, err := encodeAddress(got.To[0].Address)
			if err != nil {
				t.Fatal(err)
			}
			want = fmt.Sprintf("%s|%s", got.To[0].Name, unquoted(addr))
			if strings.Contains(got.To[0].Name, "@") {
				t.Fatalf("the name %q poses as an address", got.To[0].Name)
			}
		}
		if p.to != want {
			t.Fatalf("to %q, want %q", p.to, want)
		}
		if _, err := Hash(raw); err != nil {
			t.Fatalf("not known again: %v", err)
		}
	})
}

// unquoted is the address as parsers give it, without the quotes around its
// local part.
func unquoted(addr string) string {
	at := strings.LastIndexByte(addr, '@')
	if un, ok := unquote(addr[:at]); ok {
		return un + addr[at:]
	}
	return addr
}

// TestNoSoftBreakBesideBlank holds what Thunderbird needs: it drops a blank
// after a soft line break.
func TestNoSoftBreakBesideBlank(t *testing.T) {
	for n := range 160 {
		text := "a" + strings.Repeat("é", n%7) + strings.Repeat("x", n) + strings.Repeat(" word né", 40)
		raw, err := encodeBody(text + "\n\n" + text)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(string(raw), "\r\n") {
			if strings.HasSuffix(line, " =") || strings.HasPrefix(line, " ") || len(line) > 76 {
				t.Fatalf("a line of %d: %q", len(line), line)
			}
		}
		got, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(raw)))
		if want := text + "\r\n\r\n" + text + "\r\n"; err != nil || string(got) != want {
			t.Fatalf("reads back as %q, want %q (%v)", got, want, err)
		}
	}
}
