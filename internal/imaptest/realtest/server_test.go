//go:build unix

package realtest

import (
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

func TestDovecotComesUp(t *testing.T) {
	r := Dovecot(t)
	u := r.NewUser(t)
	if err := r.AddAll(u, "INBOX", []imaptest.Message{{Raw: []byte("Subject: x\n\nhello\n"), Arrived: time.Now(), Flags: []string{`\Seen`}}}); err != nil {
		t.Fatal(err)
	}
	got, err := r.Messages(u, "INBOX")
	if err != nil || len(got) != 1 || string(got[0].Raw) != "Subject: x\r\n\r\nhello\r\n" {
		t.Fatalf("got %v, %v", got, err)
	}
}
