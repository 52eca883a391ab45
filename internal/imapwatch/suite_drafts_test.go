package imapwatch_test

import (
	"slices"
	"strings"
	"testing"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"
)

func suiteDrafts(t *testing.T, m mailbox) {
	ctx := t.Context()
	c := dial(t, m.acc)
	drafts := find(t, c, imapwatch.Drafts)
	must(t, m.add(drafts.Name, mail("users@x", "my own draft", "sam@okafor.example"), now, `\Draft`))
	since := now.AddDate(0, 0, -42)
	if got, err := c.Find(ctx, []string{"<ours@okafor.example>"}, since); err != nil || len(got) != 0 {
		t.Fatalf("found %v, %v", got, err)
	}
	raw := imaptest.CRLF(mail("ours@okafor.example", "Re: Interview", "sam@okafor.example", "In-Reply-To: <one@x>\n"))
	placed, err := c.Append(ctx, raw)
	must(t, err)
	got, err := c.Find(ctx, []string{"<ours@okafor.example>"}, since)
	if err != nil || len(got) != 1 || got[0].Role != imapwatch.Drafts || !got[0].Draft() || got[0].InReplyTo != "<one@x>" {
		t.Fatalf("found %+v, %v", got, err)
	}
	if placed.UID != 0 && (placed.UID != got[0].UID || placed.UIDValidity != got[0].UIDValidity) {
		t.Errorf("placed at %+v, found at %+v", placed, got[0])
	}
	if item, ok, err := c.Read(ctx, got[0].Folder, got[0].UIDValidity, got[0].UID); err != nil || !ok || string(item.Raw) != string(raw) {
		t.Errorf("read back %v %v: %q", ok, err, item.Raw)
	}
	same := func(b []byte) bool { return string(b) == string(raw) }
	ours := got[0]
	// Neither a touched draft nor the user's own is taken.
	if o, err := c.Withdraw(ctx, ours.UIDValidity, ours.UID, false, func([]byte) bool { return false }); err != nil || o != imapwatch.Touched {
		t.Errorf("withdrawing a touched draft: %v, %v", o, err)
	}
	if o, err := c.Withdraw(ctx, ours.UIDValidity+1, ours.UID, false, same); err != nil || o != imapwatch.Gone {
		t.Errorf("withdrawing from another life of the folder: %v, %v", o, err)
	}
	if o, err := c.Withdraw(ctx, ours.UIDValidity, ours.UID, false, same); err != nil || o != imapwatch.Withdrawn {
		t.Fatalf("withdrawing: %v, %v", o, err)
	}
	if o, err := c.Withdraw(ctx, ours.UIDValidity, ours.UID, false, same); err != nil || o != imapwatch.Gone {
		t.Errorf("withdrawing again: %v, %v", o, err)
	}
	got, err = c.Find(ctx, []string{"<ours@okafor.example>"}, since)
	must(t, err)
	if trash := m.folder[imapwatch.Trash]; trash != "" {
		in, err := m.list(trash)
		must(t, err)
		if !slices.ContainsFunc(got, func(f imapwatch.Found) bool { return f.Role == imapwatch.Trash }) || len(in) != 1 {
			t.Errorf("in the trash: %+v, %d messages", got, len(in))
		}
	}
	for _, f := range got {
		if f.Draft() && f.Role == imapwatch.Drafts {
			t.Errorf("still a draft: %+v", f)
		}
	}
	left, err := m.list(drafts.Name)
	must(t, err)
	if len(left) == 0 || !strings.Contains(string(left[0].Raw), "users@x") {
		t.Errorf("the user's own draft is gone")
	}
	for v, n := range c.Wire().Commands {
		if slices.Contains([]string{"EXPUNGE", "STORE", "DELETE", "CREATE", "RENAME", "CLOSE"}, v) && n > 0 {
			t.Errorf("%s was sent", v)
		}
	}
}
