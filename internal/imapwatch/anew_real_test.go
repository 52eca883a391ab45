//go:build unix

package imapwatch_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/imapwatch"
)

// TestDovecotInboxMadeAnew: a user's mail is deleted from Dovecot's disk and
// made anew, as when it is restored, while INBOX is selected in IDLE.
func TestDovecotInboxMadeAnew(t *testing.T) {
	r := realtest.Dovecot(t)
	user := r.NewUser(t)
	add := func(id string) {
		t.Helper()
		must(t, r.AddAll(user, "INBOX", []imaptest.Message{{Raw: mail(id, "Interview", "a@x.example"), Arrived: now}}))
	}
	add("old@x")
	acc := imapwatch.Account{Host: r.Host, Port: r.Port, Security: "none", Username: user, Secret: secret(r.Password)}
	c := dial(t, acc)
	inbox := find(t, c, imapwatch.Inbox)
	got, cur, _ := sync(t, c, inbox, imapwatch.Cursor{}, imapwatch.SyncOptions{})
	if len(got) != 1 {
		t.Fatalf("read %v", got)
	}
	made := make(chan error, 1)
	time.AfterFunc(500*time.Millisecond, func() {
		err := os.RemoveAll(filepath.Join(r.Dir, "mail", user, "mail"))
		// A second, so that the new UIDVALIDITY, a time in seconds, differs.
		time.Sleep(1100 * time.Millisecond)
		if err == nil {
			err = r.AddAll(user, "INBOX", []imaptest.Message{{Raw: mail("new@x", "Interview", "a@x.example"), Arrived: now}})
		}
		made <- err
	})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	reason, err := c.Wait(ctx, time.Time{})
	must(t, <-made)
	t.Logf("Wait: %q, %v", reason, err)
	if errors.Is(err, imapwatch.ErrTemporary) || err == nil && reason == imapwatch.Expired {
		c = dial(t, acc)
	} else if err != nil {
		t.Fatal(err)
	}
	got, next, st := sync(t, c, find(t, c, imapwatch.Inbox), cur, imapwatch.SyncOptions{})
	if len(got) != 1 || got[0] != "<new@x>" || !st.Rescan || next.UIDValidity == cur.UIDValidity {
		t.Errorf("read %v, %+v; the cursor went from %+v to %+v", got, st, cur, next)
	}
}
