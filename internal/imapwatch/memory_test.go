//go:build unix

package imapwatch_test

import (
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/imapwatch"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// TestMemory: what one client learned of ids serves the next, until something
// changes; and a star is a change.
func TestMemory(t *testing.T) {
	r := realtest.Dovecot(t)
	m := real(t, r, nil)
	raw := imaptest.CRLF(mail("ours@okafor.example", "Re: Interview", "sam@okafor.example", "In-Reply-To: <one@x>\n"))
	must(t, m.add("Drafts", raw, now, `\Draft`, `\Seen`))
	must(t, m.add("Sent", mail("sent@okafor.example", "Re: Interview", "sam@okafor.example", "In-Reply-To: <two@x>\n"), now))
	acc, proxy := through(t, m.acc, 0)
	look := func(memory []byte) ([]imapwatch.Found, []byte, int64) {
		c := dial(t, acc)
		c.Remember(memory)
		_, err := c.Folders(t.Context())
		must(t, err)
		proxy.Count()
		// The second is found by what it answers: its own id is not ours.
		found, err := c.Find(t.Context(), []string{"<ours@okafor.example>", "<two@x>"}, now.AddDate(0, 0, -7))
		must(t, err)
		waits := proxy.Count().Waits
		memory = c.Memory()
		c.Close()
		return found, memory, waits
	}
	first, memory, _ := look(nil)
	if len(first) != 2 || first[0].Role != imapwatch.Drafts || first[1].MessageID != "<sent@okafor.example>" {
		t.Fatalf("found %+v", first)
	}
	second, memory, waits := look(memory)
	if len(second) != 2 || second[0].UID != first[0].UID || waits > 1 {
		t.Errorf("again found %+v, with %d waits", second, waits)
	}
	admin, err := r.Client(m.acc.Username)
	must(t, err)
	must(t, starred(admin, "Drafts", first[0].UID))
	third, memory, _ := look(memory)
	if len(third) != 2 || !third[0].Flagged() || !third[0].Draft() {
		t.Errorf("the star is not seen: %+v", third)
	}
	if broken, _, _ := look(memory[:len(memory)/2]); len(broken) != 2 {
		t.Errorf("with half a memory found %+v", broken)
	}
}

func TestBackoff(t *testing.T) {
	for n := 1; n < 40; n++ {
		d := imapwatch.Backoff(n, nil)
		if d < 2*time.Second || d > 23*time.Minute {
			t.Errorf("after %d failures %s", n, d)
		}
	}
	err := &imapwatch.Error{Kind: imapwatch.ErrTemporary, After: 20 * time.Minute}
	if d := imapwatch.Backoff(1, err); d < 20*time.Minute {
		t.Errorf("a server that asked for 20 minutes is asked after %s", d)
	}
}

func starred(c *imapclient.Client, folder string, uid uint32) error {
	defer c.Close()
	if _, err := c.Select(folder, nil).Wait(); err != nil {
		return err
	}
	return c.Store(imap.UIDSetNum(imap.UID(uid)), &imap.StoreFlags{Op: imap.StoreFlagsAdd, Flags: []imap.Flag{imap.FlagFlagged}}, nil).Close()
}
