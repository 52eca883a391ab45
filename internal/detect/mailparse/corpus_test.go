package mailparse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// corpusFiles gives the mails of the development corpus; a test that walks
// them fails where there are none.
func corpusFiles(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob("../testdata/corpus/*/*.eml")
	if len(files) < 200 {
		t.Fatalf("only %d mails in the corpus", len(files))
	}
	return files
}

func TestCorpusReads(t *testing.T) {
	for _, f := range corpusFiles(t) {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		m, err := ParseStrict(raw)
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if m.From.Address == "" || m.Date.IsZero() || m.MessageID == "" {
			t.Errorf("%s: From %v, Date %v, Message-ID %q, To %v", f, m.From, m.Date, m.MessageID, m.To)
		}
		if m.Text == "" && len(m.Forwarded) == 0 && len(m.Calendars) == 0 {
			t.Errorf("%s: no words", f)
		}
		if len(m.Problems) > 0 {
			t.Logf("%s: %q", f, m.Problems)
		}
		checkMessage(t, m, 0)
	}
}

// checkMessage holds what is promised of every Message.
func checkMessage(t testing.TB, m *Message, level int) {
	t.Helper()
	if level > maxForward {
		t.Errorf("%d mails inside one another", level)
	}
	text := append([]string{m.MessageID, m.InReplyTo, m.Subject, m.Text, m.Signature, m.Quoted, m.Preheader, m.Struck, m.ContentType,
		m.AutoSubmitted, m.Precedence, m.ListID, m.From.Name, m.From.Address, m.Sender.Name, m.Sender.Address, m.ReplyTo.Name, m.ReplyTo.Address, m.ReturnPath},
		append(append(append(m.Attachments, m.Problems...), m.Links...), m.References...)...)
	for _, c := range append(m.To, m.Cc...) {
		text = append(text, c.Name, c.Address)
		if strings.ContainsAny(c.Name+c.Address, "\n\t") {
			t.Errorf("a contact of two lines: %q", c)
		}
	}
	for _, s := range text {
		if !utf8.ValidString(s) {
			t.Errorf("invalid UTF-8: %q", s)
		}
		for _, r := range s {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || invisible(r) {
				t.Errorf("character %U in %.80q", r, s)
				break
			}
		}
	}
	if strings.Contains(m.Subject, "\n") || strings.Contains(m.From.Name, "\n") {
		t.Errorf("a header of two lines: %q %q", m.Subject, m.From.Name)
	}
	for _, f := range m.Forwarded {
		checkMessage(t, f, level+1)
	}
}
