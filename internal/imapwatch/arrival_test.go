//go:build unix

package imapwatch_test

import (
	"net"
	"strconv"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/imapwatch"
)

// TestArrival measures, at Dovecot and 50 ms away each way, how long after its
// storing began a mail is read by a client in IDLE, and how long storing a
// draft takes on a connection that waits. The goals are 1 s and two round
// trips, 1 s and four.
func TestArrival(t *testing.T) {
	const trip = 100 * time.Millisecond
	r := realtest.Dovecot(t)
	user := r.NewUser(t)
	must(t, r.AddAll(user, "INBOX", []imaptest.Message{{Raw: mail("first@x", "Hello", "a@x.example"), Arrived: now}}))
	p, err := imaptest.StartProxy(net.JoinHostPort(r.Host, strconv.Itoa(r.Port)), trip/2)
	must(t, err)
	t.Cleanup(func() { p.Close() })
	c := dial(t, imapwatch.Account{Name: "t", Host: p.Host, Port: p.Port, Security: "none", Username: user, Secret: secret(r.Password)})
	cursor := imapwatch.Cursor{}
	_, cursor, _ = sync(t, c, find(t, c, imapwatch.Inbox), cursor, imapwatch.SyncOptions{})
	stored := make(chan time.Time, 1)
	go func() {
		time.Sleep(time.Second) // IDLE is under way
		stored <- time.Now()
		if err := r.AddAll(user, "INBOX", []imaptest.Message{{Raw: mail("news@x", "Interview", "a@x.example"), Arrived: now}}); err != nil {
			t.Error(err)
		}
	}()
	reason, err := c.Wait(t.Context(), time.Now().Add(20*time.Second))
	start := <-stored
	told := time.Since(start)
	if err != nil || reason != imapwatch.NewMail {
		t.Fatalf("waited: %v, %v", reason, err)
	}
	if told > time.Second+2*trip {
		t.Errorf("the news came after %s", told)
	}
	got, _, _ := sync(t, c, find(t, c, imapwatch.Inbox), cursor, imapwatch.SyncOptions{})
	if len(got) != 1 {
		t.Fatalf("read %v", got)
	}
	read := time.Since(start)

	due := time.Now().Add(time.Second)
	reason, err = c.Wait(t.Context(), due)
	if err != nil || reason != imapwatch.Due {
		t.Fatalf("waited: %v, %v", reason, err)
	}
	_, err = c.Append(t.Context(), imaptest.CRLF(mail("ours@okafor.example", "Re: Interview", "sam@okafor.example")))
	must(t, err)
	placed := time.Since(due)
	if placed > time.Second+4*trip {
		t.Errorf("the draft was stored after %s", placed)
	}
	t.Logf("round trip %s: news known after %s (goal %s), read after %s; draft stored %s after it was due (goal %s)",
		trip, told.Round(time.Millisecond), time.Second+2*trip, read.Round(time.Millisecond), placed.Round(time.Millisecond), time.Second+4*trip)
}
