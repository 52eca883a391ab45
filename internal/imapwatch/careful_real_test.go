//go:build unix

package imapwatch_test

import (
	"fmt"
	"runtime"
	"testing"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/imapwatch"
)

// TestCrowdedMailsOnDovecot puts them on a real server.
func TestCrowdedMailsOnDovecot(t *testing.T) {
	srv := realtest.Dovecot(t)
	user := srv.NewUser(t)
	var mails []imaptest.Message
	people := []int{1, 20_000, 100_000, 20_000, 300_000, 1}
	for i, n := range people {
		mails = append(mails, imaptest.Message{Arrived: now.UTC(), Raw: crowded(fmt.Sprintf("m%d@x", i+1), n)})
	}
	must(t, srv.AddAll(user, "INBOX", mails))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	ids, st := readAll(t, imapwatch.Account{Name: "t", Host: srv.Host, Port: srv.Port, Security: "none", Username: user, Secret: secret(srv.Password)})
	runtime.ReadMemStats(&after)
	if len(ids) != len(people) || len(st.Unreadable) != 0 {
		t.Errorf("read %v, left out %v", ids, st.Unreadable)
	}
	t.Logf("%d mails to up to 300,000 people (%d MB): %d read, %d new connections, %d MB allocated", len(people), len(mails[4].Raw)>>20, len(ids), st.Resumptions, (after.TotalAlloc-before.TotalAlloc)>>20)
}
