package drafts

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// TestRecognise: every letter that Compose writes, in every window, language
// and tone and after other letters to the same person, is known again by its
// text alone; with one word, recipient, subject or paragraph changed under the
// very same header it is not.
func TestRecognise(t *testing.T) {
	known, refused := 0, 0
	for _, l := range lang.All {
		for _, w := range windows {
			for _, tone := range tones(w) {
				for before := range 3 {
					d := decision(w, l.Code, tone)
					d.Due.ToSelf = w == rules.Call
					d.T = d.Interview.T()
					var earlier []rules.DraftEvent
					for n := range before {
						earlier = append(earlier, rules.DraftEvent{Window: w, MessageID: fmt.Sprintf("<e%d@x.example>", n)})
					}
					raw, err := compose(t, d, earlier...).Bytes()
					if err != nil {
						t.Fatal(err)
					}
					hash, _ := Hash(raw)
					if got, ok := Recognise(raw, d, settings(), Templates{}); !ok || got != hash {
						t.Fatalf("%s %s %s after %d others: not known again", l.Code, w, tone, before)
					}
					known++
					for name, changed := range alterations(raw) {
						if bytes.Equal(changed, raw) {
							t.Fatalf("%s: nothing was changed", name)
						}
						if _, ok := Recognise(changed, d, settings(), Templates{}); ok {
							t.Errorf("%s %s %s, %s: taken for ours", l.Code, w, tone, name)
						}
						refused++
					}
					moved := d
					moved.Interview.Contact.Name, moved.Interview.Greeting.Given = "Somebody Else", "Somebody"
					moved.Due = &rules.Due{Window: w, MessageID: d.Due.MessageID, ToSelf: d.Due.ToSelf, To: rules.Contact{Name: "Somebody Else", Address: "else@acme.example"}}
					if _, ok := Recognise(raw, moved, settings(), Templates{}); ok && w != rules.Call {
						t.Errorf("%s %s %s: taken for a letter to somebody else", l.Code, w, tone)
					}
				}
			}
		}
	}
	t.Logf("%d letters known again, %d altered ones refused", known, refused)
}

// alterations are what a user may do to a draft without another header than
// the one that changed.
func alterations(raw []byte) map[string][]byte {
	head, body, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
	with := func(h, b []byte) []byte { return append(append(bytes.Clone(h), "\r\n\r\n"...), b...) }
	last := bytes.LastIndex(bytes.TrimSpace(body), []byte("\r\n\r\n"))
	return map[string][]byte{
		"a word before":        with(head, append([]byte("Oh. "), body...)),
		"a word after":         with(head, append(bytes.TrimRight(bytes.Clone(body), "\r\n"), " and more\r\n"...)),
		"a paragraph more":     with(head, append(bytes.Clone(body), "\r\nPS: mine\r\n"...)),
		"a paragraph less":     with(head, body[:last+2]),
		"nothing left":         with(head, nil),
		"another subject":      bytes.Replace(raw, []byte("Subject: "), []byte("Subject: My "), 1),
		"a copy to somebody":   bytes.Replace(raw, []byte("Subject: "), []byte("Cc: x@y.example\r\nSubject: "), 1),
		"a hidden copy":        bytes.Replace(raw, []byte("Subject: "), []byte("Bcc: x@y.example\r\nSubject: "), 1),
		"another recipient":    bytes.Replace(raw, []byte("\r\nTo: "), []byte("\r\nTo: x@y.example, "), 1),
		"an attachment's type": bytes.Replace(raw, []byte("text/plain"), []byte("text/html"), 1),
		"no date":              bytes.Replace(raw, []byte("\r\nDate: "), []byte("\r\nX-Date: "), 1),
	}
}

// What was known when a letter was written decides, not what is known now: a
// letter's date is its own.
func TestRecogniseReadsTheDate(t *testing.T) {
	raw, err := compose(t, decision(rules.ThankYou, "en", rules.ToneFormal)).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if got := Written(raw); !got.Equal(aMoment.Truncate(time.Second)) {
		t.Errorf("written %s, want %s", got, aMoment)
	}
	if got := Written([]byte("From: x\r\n\r\n")); !got.IsZero() {
		t.Errorf("without a date: %s", got)
	}
}
