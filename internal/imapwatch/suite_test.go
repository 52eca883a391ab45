package imapwatch_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// mailbox is a server that the suite runs against, seen from behind.
type ctx = context.Context

type mailbox struct {
	acc    imapwatch.Account
	add    func(folder string, raw []byte, at time.Time, flags ...string) error
	list   func(folder string) ([]imaptest.Message, error)
	folder map[imapwatch.Role]string // what the roles must come out as; "" for none
	labels bool                      // All Mail holds every mail of INBOX
	blind  bool                      // SEARCH knows no headers
}

var now = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func mail(id, subject, from string, more ...string) []byte {
	head := fmt.Sprintf("From: %s\nTo: sam@okafor.example\nSubject: %s\nDate: Thu, 19 Nov 2026 10:00:00 +0000\nMessage-ID: <%s>\n", from, subject, id)
	return []byte(head + strings.Join(more, "") + "Content-Type: text/plain; charset=utf-8\n\nText of " + id + ".\n")
}

func secret(s string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return s, nil }
}

func memory(t *testing.T, p imaptest.Play) mailbox {
	s, err := imaptest.Start(imaptest.Options{Play: &p})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	roles := map[string]imapwatch.Role{`\Drafts`: imapwatch.Drafts, `\Sent`: imapwatch.Sent, `\Trash`: imapwatch.Trash,
		`\Junk`: imapwatch.Junk, `\Archive`: imapwatch.Archive, `\All`: imapwatch.All}
	want := map[imapwatch.Role]string{imapwatch.Inbox: "INBOX"}
	for _, f := range p.Folders {
		if f.Use != "" {
			want[roles[string(f.Use)]] = f.Name
		}
	}
	return mailbox{
		acc: imapwatch.Account{Name: "test", Host: s.Host, Port: s.Port, Security: "none", Username: s.User, Secret: secret(s.Password), Poll: time.Second},
		add: func(folder string, raw []byte, at time.Time, flags ...string) error {
			_, err := s.Add(folder, raw, at, flags...)
			return err
		},
		list:   s.Messages,
		folder: want,
		labels: p.Labels,
		blind:  p.NoHeaderSearch,
	}
}

// TestSuite runs the whole of reading, placing, withdrawing and waiting once
// for each provider that the memory server plays.
func TestSuite(t *testing.T) {
	for _, p := range imaptest.Plays {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			suite(t, func(t *testing.T) mailbox { return memory(t, p) })
		})
	}
}

func suite(t *testing.T, open func(*testing.T) mailbox) {
	for name, f := range map[string]func(*testing.T, mailbox){
		"folders": suiteFolders, "sync": suiteSync, "drafts": suiteDrafts, "wait": suiteWait, "thread": suiteThread,
	} {
		t.Run(name, func(t *testing.T) { f(t, open(t)) })
	}
}

func dial(t *testing.T, acc imapwatch.Account) *imapwatch.Client {
	t.Helper()
	c, err := imapwatch.Dial(t.Context(), acc, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func find(t *testing.T, c *imapwatch.Client, role imapwatch.Role) imapwatch.Folder {
	t.Helper()
	all, err := c.Folders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if f.Role == role {
			return f
		}
	}
	t.Fatalf("no folder with the role %s", role)
	return imapwatch.Folder{}
}

func suiteFolders(t *testing.T, m mailbox) {
	c := dial(t, m.acc)
	all, err := c.Folders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[imapwatch.Role]string{}
	for _, f := range all {
		if f.Role != "" {
			got[f.Role] = f.Name
		}
	}
	for role, name := range m.folder {
		if got[role] != name {
			t.Errorf("the %s folder is %q, want %q", role, got[role], name)
		}
	}
	if len(got) != len(m.folder) {
		t.Errorf("roles %v, want %v", got, m.folder)
	}
	if one := readable(t, c); (one.Role == imapwatch.All) != m.labels {
		t.Errorf("labels: %v; what arrives is read in %s", m.labels, one.Name)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// readable gives the folder that is read for what arrives: INBOX, or All Mail
// where that holds everything in INBOX.
func readable(t *testing.T, c *imapwatch.Client) imapwatch.Folder {
	t.Helper()
	if inbox := find(t, c, imapwatch.Inbox); inbox.Watched {
		return inbox
	}
	all := find(t, c, imapwatch.All)
	if !all.Watched {
		t.Fatalf("neither INBOX nor %s is read", all.Name)
	}
	return all
}

func suiteSync(t *testing.T, m mailbox) {
	old, recent := now.AddDate(0, 0, -90), now.AddDate(0, 0, -3)
	must(t, m.add("INBOX", mail("old@x", "long ago", "a@x.example"), old))
	must(t, m.add("INBOX", mail("one@x", "Interview", "Jane <jane@x.example>"), recent, `\Flagged`))
	must(t, m.add("INBOX", mail("bulk@x", "Sale", "shop@x.example", "List-Unsubscribe: <mailto:u@x>\n"), recent))
	must(t, m.add("INBOX", mail("two@x", "=?utf-8?q?R=C3=A9ponse?=", "b@x.example", "References: <one@x>\n <zero@x>\n"), recent))
	c := dial(t, m.acc)
	inbox := readable(t, c)
	before, err := m.list(inbox.Name)
	must(t, err)

	opt := imapwatch.SyncOptions{Since: now.AddDate(0, 0, -60), Now: now, Want: func(h imapwatch.HeaderFields) bool { return h.ListUnsubscribe == "" }}
	got, cur, st := sync(t, c, inbox, imapwatch.Cursor{}, opt)
	if !slices.Equal(got, []string{"<one@x>", "<two@x>"}) {
		t.Fatalf("read %v; %+v", got, st)
	}
	if st.Unwanted != 1 || cur.UIDNext != before[3].UID+1 {
		t.Errorf("stats %+v, cursor %+v", st, cur)
	}
	// Nothing new.
	inbox = readable(t, c)
	if got, _, st := sync(t, c, inbox, cur, opt); len(got) != 0 || !st.NothingNew {
		t.Errorf("read %v again; %+v", got, st)
	}
	// One new mail, and one that is dated after now.
	must(t, m.add("INBOX", mail("three@x", "Re: Interview", "c@x.example"), now.Add(-time.Hour)))
	must(t, m.add("INBOX", mail("future@x", "Not yet", "c@x.example"), now.Add(48*time.Hour)))
	inbox = readable(t, c)
	got, cur2, st := sync(t, c, inbox, cur, opt)
	if !slices.Equal(got, []string{"<three@x>"}) || st.BeyondNow != 1 {
		t.Fatalf("read %v; %+v", got, st)
	}
	opt.Now = now.Add(72 * time.Hour)
	if got, _, st := sync(t, c, inbox, cur2, opt); !slices.Equal(got, []string{"<future@x>"}) {
		t.Errorf("later read %v; %+v", got, st)
	}
	after, err := m.list(inbox.Name)
	must(t, err)
	for i, msg := range before {
		if !slices.Equal(msg.Flags, after[i].Flags) {
			t.Errorf("the flags of UID %d went from %v to %v", msg.UID, msg.Flags, after[i].Flags)
		}
	}
	// A cursor of another life of the folder.
	got, _, st = sync(t, dial(t, m.acc), inbox, imapwatch.Cursor{UIDValidity: cur.UIDValidity + 7, UIDNext: 99}, opt)
	if len(got) != 4 || !st.Rescan {
		t.Errorf("after UIDVALIDITY changed: read %v; %+v", got, st)
	}
}

func sync(t *testing.T, c *imapwatch.Client, f imapwatch.Folder, cur imapwatch.Cursor, opt imapwatch.SyncOptions) ([]string, imapwatch.Cursor, imapwatch.Stats) {
	t.Helper()
	var got []string
	next, st, err := c.Sync(t.Context(), f, cur, opt, func(it imapwatch.Item) error {
		got = append(got, it.MessageID)
		id := strings.Trim(it.MessageID, "<>")
		if !strings.HasSuffix(string(it.Raw), "\r\n\r\nText of "+id+".\r\n") || it.Truncated {
			t.Errorf("%s reads %q", id, it.Raw)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("sync: %v", err)
	}
	return got, next, st
}

func suiteWait(t *testing.T, m mailbox) {
	c := dial(t, m.acc)
	_, err := c.Folders(t.Context())
	must(t, err)
	start := time.Now()
	r, err := c.Wait(t.Context(), start.Add(300*time.Millisecond))
	if took := time.Since(start); err != nil || r != imapwatch.Due || took < 300*time.Millisecond || took > 2*time.Second {
		t.Fatalf("waited %s: %v, %v", took, r, err)
	}
	_, err = c.Folders(t.Context())
	must(t, err)
	added := make(chan time.Time, 1)
	go func() {
		time.Sleep(200 * time.Millisecond)
		added <- time.Now()
		if err := m.add("INBOX", mail("news@x", "Interview", "a@x.example"), now); err != nil {
			t.Error(err)
		}
	}()
	// Courier gives a folder another UIDVALIDITY when it is first opened, which
	// is news of its own: the mail may come with a later word.
	var got []string
	for range 5 {
		r, err = c.Wait(t.Context(), start.Add(20*time.Second))
		if err != nil || r != imapwatch.NewMail && r != imapwatch.Changed {
			t.Fatalf("waited: %v, %v", r, err)
		}
		inbox := readable(t, c)
		if got, _, _ = sync(t, c, inbox, imapwatch.Cursor{}, imapwatch.SyncOptions{}); len(got) > 0 {
			break
		}
	}
	if took := time.Since(<-added); !slices.Equal(got, []string{"<news@x>"}) || took > 3*time.Second {
		t.Errorf("read %v after %s", got, took)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	for range 5 { // a slow server's word of the mail above may still come
		if _, err = c.Wait(ctx, time.Time{}); err != nil {
			break
		}
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a wait that was called off: %v", err)
	}
}

func suiteThread(t *testing.T, m mailbox) {
	recent := now.AddDate(0, 0, -3)
	must(t, m.add("INBOX", mail("first@x", "Bulk looking", "a@x.example", "List-Unsubscribe: <mailto:u@x>\n"), recent))
	must(t, m.add("INBOX", mail("other@x", "Bulk too", "a@x.example", "List-Unsubscribe: <mailto:u@x>\n"), recent))
	must(t, m.add("INBOX", mail("second@x", "Re: Bulk looking", "a@x.example", "References: <first@x>\n"), recent))
	c := dial(t, m.acc)
	inbox := find(t, c, imapwatch.Inbox)
	got, _, _ := sync(t, c, inbox, imapwatch.Cursor{}, imapwatch.SyncOptions{Want: func(h imapwatch.HeaderFields) bool { return h.ListUnsubscribe == "" }})
	if !slices.Equal(got, []string{"<second@x>"}) {
		t.Fatalf("read %v", got)
	}
	got = nil
	st, err := c.FetchThread(t.Context(), []string{"<first@x>"}, func(it imapwatch.Item) error {
		got = append(got, it.MessageID)
		return nil
	})
	if m.blind {
		if err != nil || len(got) > 0 {
			t.Errorf("without SEARCH in headers the thread brought %v, %v", got, err)
		}
	} else if err != nil || !slices.Equal(got, []string{"<first@x>"}) {
		t.Errorf("the thread brought %v, %+v, %v", got, st, err)
	}
}
