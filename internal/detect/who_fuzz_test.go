package detect

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"inboxwatch/internal/detect/mailparse"
)

// FuzzWho holds what every reading of persons and firms must keep: no panic,
// no control characters, never a no-reply address, every value with evidence,
// the same answer twice.
func FuzzWho(f *testing.F) {
	f.Add("Interview with Acme", "Hi Sam,\n\nsee you at Acme Ltd.\n\nBest,\nJane Doe", "Jane Doe <jane@acme.example>", "en")
	f.Add("Stelle \"", "zur Stelle „ (", "\"Doe, \" <x@y>", "de")
	f.Add("(", "at ( , & the & d' l' z o.o. S.L.", "@ <noreply@a.b>", "fr")
	f.Fuzz(func(t *testing.T, subject, text, from, code string) {
		m := mailparse.Parse([]byte("From: " + strings.NewReplacer("\r", "", "\n", "").Replace(from) + "\r\nSubject: " + strings.NewReplacer("\r", "", "\n", "").Replace(subject) + "\r\n\r\n" + text))
		in := WhoInput{Message: m, OwnerName: "Sam Okafor", OwnerAddresses: []string{"sam.okafor@mail.example"}, Lang: code}
		r := Who(in)
		for _, s := range []string{r.Company, r.Role, r.Contact.Name, r.Contact.Address, r.Phone, r.Greeting.Given, r.Greeting.Family, r.Greeting.Title} {
			if strings.ContainsFunc(s, unicode.IsControl) {
				t.Fatalf("control characters in %q", s)
			}
		}
		if r.Contact.Address != "" && isNoReply(r.Contact.Address) {
			t.Fatalf("contact %q is read by nobody", r.Contact.Address)
		}
		have := make(map[string]bool)
		for _, e := range r.Evidence {
			have[e.Field] = true
		}
		for field, v := range map[string]string{"company": r.Company, "role": r.Role, "contact": r.Contact.Address, "phone": r.Phone} {
			if v != "" && !have[field] {
				t.Fatalf("%s %q has no evidence", field, v)
			}
		}
		if again := Who(in); again.Company != r.Company || again.Role != r.Role || again.Contact != r.Contact {
			t.Fatalf("read twice: %+v and %+v", r, again)
		}
	})
}

func BenchmarkWho(b *testing.B) {
	dir := "testdata/corpus/en"
	var in []WhoInput
	for _, l := range whoLabels(b, dir) {
		raw, err := os.ReadFile(filepath.Join(dir, l.File))
		if err != nil {
			b.Fatal(err)
		}
		in = append(in, whoInputOf(raw, l))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Who(in[i%len(in)])
	}
}
