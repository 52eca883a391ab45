//go:build unix

package clients

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestAerc recalls every draft, looks at it in the editor and sends it.
func TestAerc(t *testing.T) {
	if _, err := exec.LookPath("aerc"); err != nil {
		t.Fatal("this test needs aerc: sh contrib/test-tools installs it")
	}
	b, s, dir := newLetterbox(t), newSink(t), t.TempDir()
	edited := filepath.Join(dir, "edited")
	editor := filepath.Join(dir, "editor")
	write(t, editor, "#!/bin/sh\ncp \"$1\" "+edited+".new && mv "+edited+".new "+edited+"\n")
	if err := os.Chmod(editor, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "config/aerc"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "config/aerc/accounts.conf"), fmt.Sprintf(`[personal]
source = imap+insecure://%s:%s@127.0.0.1:%d
outgoing = smtp+none://127.0.0.1:%d
from = Robin Ashworth <robin@ashworth.example>
default = Drafts
postpone = Drafts
copy-to = Sent
`, url.QueryEscape(b.user), b.srv.Password, b.srv.Port, s.addr.Port))
	write(t, filepath.Join(dir, "config/aerc/aerc.conf"), "[compose]\neditor="+editor+"\n[ui]\nsidebar-width=12\n")
	tty := newScreen(t, dir, "aerc 2>"+filepath.Join(dir, "log"))
	var fronts []string
	for _, d := range b.drafts {
		fronts = append(fronts, front(d.title))
	}
	tty.await(fronts...)

	left := slices.Clone(b.drafts)
	for n := 0; len(left) > 0; n++ {
		text := recall(t, tty, edited)
		shown := tty.await("Send this email?")
		i := slices.IndexFunc(left, func(l letter) bool {
			local, _, _ := strings.Cut(address(l.to), "@") // the field is too narrow for all of it
			return strings.Contains(shown, front(l.title)) && strings.Contains(shown, local)
		})
		if i < 0 {
			t.Fatalf("what was recalled is none of the drafts left:\n%s", shown)
		}
		l := left[i]
		left = slices.Delete(left, i, i+1)
		if got := strings.Join(lines(text, true), "\n"); got != strings.Join(l.lines, "\n") {
			t.Errorf("the editor shows for %q\n%s", l.title, got)
		}
		to := l.to
		if to == "" { // the user names somebody
			to = "<desk@marshgate.example>"
			tty.keys(":header -f To desk@marshgate.example", "Enter")
			tty.await("desk@marshgate.example")
		}
		tty.keys("y")
		for i := range 20 {
			time.Sleep(100 * time.Millisecond)
			if !strings.Contains(tty.text(), "Send this email?") {
				break
			}
			if i == 19 { // while the recalled draft is being deleted, aerc heeds no key
				tty.keys("y")
			}
		}
		raw, ok := s.await(n)
		if !ok {
			t.Fatalf("%q was not sent; the screen shows:\n%s", l.title, tty.text())
		}
		l.check(t, raw, to)
		if len(left) > 0 {
			tty.await(front(left[0].title))
		}
	}
	tty.keys(":quit", "Enter")
	b.allSent(t)
}

// recall opens the selected draft and gives what the editor was shown. While
// aerc still takes the last one out of the list, it asks to try again.
func recall(t *testing.T, tty *screen, edited string) string {
	t.Helper()
	for range 10 {
		tty.keys(":select 0", "Enter")
		tty.keys(":recall", "Enter")
		for range 20 {
			time.Sleep(50 * time.Millisecond)
			if _, err := os.Stat(edited); err == nil {
				return awaitFile(t, tty, edited)
			}
			if strings.Contains(tty.text(), "Recall failed") {
				break
			}
		}
	}
	t.Fatalf("no draft could be recalled; the screen shows:\n%s", tty.text())
	return ""
}
