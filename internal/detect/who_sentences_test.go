package detect

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// whoSentence reads one line of testdata/who/sentences.txt.
func whoSentence(subject, text, code string) WhoResult {
	return Who(WhoInput{
		Message: &mailparse.Message{Subject: subject, Text: text, From: rules.Contact{Name: "", Address: "k.mail77@gmail.com"},
			To: []rules.Contact{{Name: "Sam Okafor", Address: "sam.okafor@mail.example"}}},
		OwnerName: "Sam Okafor", OwnerAddresses: []string{"sam.okafor@mail.example"}, Lang: code,
	})
}

func TestWhoSentences(t *testing.T) {
	f, err := os.Open("testdata/who/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n, lines := 0, bufio.NewScanner(f)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "#") || lines.Text() == "" {
			continue
		}
		c := strings.Split(lines.Text(), " | ")
		if len(c) != 5 {
			t.Fatalf("%q: want five columns, got %d", lines.Text(), len(c))
		}
		n++
		r := whoSentence(c[1], c[2], c[0])
		if !whoWants(r.Company, c[3], companyKey) {
			t.Errorf("%s: %s / %s\n  company %q, want %q", c[0], c[1], c[2], r.Company, c[3])
		}
		if !whoWants(r.Role, c[4], roleKey) {
			t.Errorf("%s: %s / %s\n  role %q, want %q", c[0], c[1], c[2], r.Role, c[4])
		}
	}
	if n == 0 {
		t.Fatal("no examples")
	}
}

// whoWants compares a value with the expected one; "-" is unknown.
func whoWants(got, want string, key func(string) string) bool {
	if want == "-" {
		return got == ""
	}
	return letters(key(got)) == letters(key(want))
}
