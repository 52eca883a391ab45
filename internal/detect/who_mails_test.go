package detect

import (
	"os"
	"strings"
	"testing"

	"inboxwatch/internal/detect/mailparse"
)

// whoMail is one block of testdata/who/mails.txt.
type whoMail struct {
	lang, subject, want string
	raw                 string
}

func whoMails(t testing.TB) (out []whoMail) {
	b, err := os.ReadFile("testdata/who/mails.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(b), "\n%%\n") {
		head, body, ok := strings.Cut(strings.TrimSpace(block)+"\n", "\nW: ")
		if !ok {
			t.Fatalf("no W line: %q", block)
		}
		want, text, _ := strings.Cut(body, "\n")
		lines := strings.Split(head, "\n")
		m := whoMail{lang: lines[0], want: want}
		raw := "To: Sam Okafor <sam.okafor@mail.example>\r\nMessage-ID: <1@x.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nDate: Mon, 4 May 2026 10:00:00 +0000\r\n"
		for _, l := range lines[1:] {
			switch {
			case strings.HasPrefix(l, "F: "):
				raw += "From: " + l[3:] + "\r\n"
			case strings.HasPrefix(l, "R: "):
				raw += "Reply-To: " + l[3:] + "\r\n"
			case strings.HasPrefix(l, "S: "):
				m.subject = l[3:]
				raw += "Subject: " + l[3:] + "\r\n"
			}
		}
		m.raw = raw + "\r\n" + text
		out = append(out, m)
	}
	return out
}

func TestWhoMails(t *testing.T) {
	mails := whoMails(t)
	if len(mails) == 0 {
		t.Fatal("no mails")
	}
	for _, m := range mails {
		want := strings.Split(m.want, " | ")
		if len(want) != 3 {
			t.Fatalf("%q: want three values", m.want)
		}
		r := Who(WhoInput{Message: mailparse.Parse([]byte(m.raw)), OwnerName: "Sam Okafor", OwnerAddresses: []string{"sam.okafor@mail.example"}, Lang: m.lang})
		if !whoWants(r.Company, want[0], companyKey) {
			t.Errorf("%s %q: company %q, want %q", m.lang, m.subject, r.Company, want[0])
		}
		if !whoWants(r.Role, want[1], roleKey) {
			t.Errorf("%s %q: role %q, want %q", m.lang, m.subject, r.Role, want[1])
		}
		got := strings.TrimSpace(r.Contact.Name + " <" + r.Contact.Address + ">")
		if r.Contact.Address == "" {
			got = "-"
		}
		if want[2] != "-" && fold(got) != fold(want[2]) {
			t.Errorf("%s %q: contact %q, want %q", m.lang, m.subject, got, want[2])
		}
	}
}
