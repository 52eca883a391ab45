package imapwatch_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"
)

// crowded is a mail to so many people.
func crowded(id string, people int) []byte {
	cc := strings.Repeat("someone.or.other@somewhere.example,\r\n ", people) + "last@x.example"
	return bytes.Replace(imaptest.CRLF(mail(id, "Interview", "a@x.example")), []byte("Subject:"), []byte("Cc: "+cc+"\r\nSubject:"), 1)
}

// readAll reads INBOX and gives the mails' ids, in their order.
func readAll(t *testing.T, acc imapwatch.Account) (ids []string, st imapwatch.Stats) {
	t.Helper()
	c, err := imapwatch.Dial(t.Context(), acc, nil)
	must(t, err)
	defer c.Close()
	all, err := c.Folders(t.Context())
	must(t, err)
	for _, f := range all {
		if f.Role != imapwatch.Inbox {
			continue
		}
		_, st, err = c.Sync(t.Context(), f, imapwatch.Cursor{}, imapwatch.SyncOptions{Since: now.AddDate(0, 0, -60)}, func(it imapwatch.Item) error {
			ids = append(ids, fmt.Sprint(it.UID))
			return nil
		})
		must(t, err)
	}
	return ids, st
}

// TestCrowdedMails: mails to 20,000 and to 200,000 people (headers of 0.7 and of
// 7 MB), many of them, stop nothing: they are read with the rest, and memory
// stays bounded.
func TestCrowdedMails(t *testing.T) {
	for _, c := range []struct {
		name    string
		people  []int // of each mail
		redials int
	}{
		{"20,000 people once", []int{1, 20_000, 1}, 0},
		{"20,000 people in ten mails", []int{1, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 1}, 1},
		{"200,000 people", []int{1, 200_000, 1}, 1},
		{"300,000 people: a literal beyond all bounds, five times", []int{1, 300_000, 300_000, 300_000, 300_000, 300_000, 1}, 1},
		{"nothing else", []int{200_000}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var mails []imaptest.Message
			for i, n := range c.people {
				mails = append(mails, imaptest.Message{UID: uint32(i + 1), Arrived: now.UTC(), Raw: crowded(fmt.Sprintf("m%d@x", i+1), n)})
			}
			f, err := imaptest.StartFake(mails, func(*imaptest.FakeCommand) bool { return false })
			must(t, err)
			defer f.Close()
			ids, st := readAll(t, imapwatch.Account{Name: "t", Host: f.Host, Port: f.Port, Security: "none", Username: "sam", Secret: secret("x")})
			if len(ids) != len(c.people) || len(st.Unreadable) != 0 {
				t.Errorf("read %v, left out %v", ids, st.Unreadable)
			}
			if st.Resumptions > c.redials {
				t.Errorf("%d new connections, want at most %d", st.Resumptions, c.redials)
			}
		})
	}
}

// TestCrowdedMailsStubborn: a server that gives the whole header, bound or not,
// costs the one mail at most.
func TestCrowdedMailsStubborn(t *testing.T) {
	var mails []imaptest.Message
	for i, n := range []int{1, 300_000, 1} {
		mails = append(mails, imaptest.Message{UID: uint32(i + 1), Arrived: now.UTC(), Raw: crowded(fmt.Sprintf("m%d@x", i+1), n)})
	}
	f, err := imaptest.StartFake(mails, func(c *imaptest.FakeCommand) bool {
		if at := strings.Index(c.Args, "]<0.65536>"); at > 0 {
			c.Args = c.Args[:at+1] + strings.TrimPrefix(c.Args[at+1:], "<0.65536>")
		}
		return false
	})
	must(t, err)
	defer f.Close()
	ids, st := readAll(t, imapwatch.Account{Name: "t", Host: f.Host, Port: f.Port, Security: "none", Username: "sam", Secret: secret("x")})
	if fmt.Sprint(ids, st.Unreadable) != "[1 3] [2]" {
		t.Errorf("read %v, left out %v", ids, st.Unreadable)
	}
}
