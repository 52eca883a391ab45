//go:build unix

package clients

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestNeomutt recalls every draft as a postponed message, looks at it in the
// editor and sends it, the first with a line of the user's own.
func TestNeomutt(t *testing.T) {
	if _, err := exec.LookPath("neomutt"); err != nil {
		t.Fatal("this test needs neomutt: sh contrib/test-tools installs it")
	}
	const own = "See you soon!"
	b, s, dir := newLetterbox(t), newSink(t), t.TempDir()
	edited := filepath.Join(dir, "edited")
	editor := filepath.Join(dir, "editor")
	write(t, editor, "#!/bin/sh\ncp \"$1\" "+edited+"\n[ -e "+edited+".once ] || { echo '"+own+"' >>\"$1\" && touch "+edited+".once; }\n")
	if err := os.Chmod(editor, 0o700); err != nil {
		t.Fatal(err)
	}
	rc := filepath.Join(dir, "neomuttrc")
	write(t, rc, fmt.Sprintf(`set imap_user=%q imap_pass=%q folder="imap://127.0.0.1:%d/"
set spoolfile="+INBOX" postponed="+Drafts" record="+Sent" ssl_starttls=no ssl_force_tls=no
set smtp_url="smtp://127.0.0.1:%d/" from="robin@ashworth.example" realname="Robin Ashworth"
set editor=%q recall=yes confirmappend=no sleep_time=0 header_cache="" message_cachedir="" mail_check=600 imap_passive=yes
set wait_key=no abort_noattach=no tmpdir=%q use_domain=yes hostname="ashworth.example"
`, b.user, b.srv.Password, b.srv.Port, s.addr.Port, editor, dir))
	tty := newScreen(t, dir, "neomutt -n -F "+rc)
	tty.await("NeoMutt", "Marshgate Museum")

	left := b.drafts
	for n := 0; len(left) > 0; n++ {
		l := left[0]
		left = left[1:]
		tty.keys("m")
		if len(left) > 0 {
			shown := tty.await("Postponed", front(l.title))
			if n == 0 {
				for _, d := range b.drafts {
					if !strings.Contains(shown, front(d.title)) {
						t.Errorf("the list of postponed messages lacks %q:\n%s", d.title, shown)
					}
				}
			}
			tty.keys("Enter")
		}
		shown := tty.await("Compose", "y:Send")
		if !strings.Contains(shown, front(l.title)) || l.to != "" && !strings.Contains(shown, address(l.to)) {
			t.Fatalf("the composed message shows other headers than %q, %q:\n%s", l.to, l.title, shown)
		}
		tty.keys("e")
		text := awaitFile(t, tty, edited)
		if got := strings.Join(lines(text, true), "\n"); got != strings.Join(l.lines, "\n") {
			t.Errorf("the editor shows for %q\n%s", l.title, got)
		}
		to := l.to
		tty.await("y:Send")
		if to == "" { // the user names somebody
			to = "<desk@marshgate.example>"
			tty.keys("t")
			tty.await("\nTo:")
			tty.keys("desk@marshgate.example", "Enter")
			tty.await("desk@marshgate.example", "y:Send")
		}
		tty.keys("y")
		raw, ok := s.await(n)
		if !ok {
			t.Fatalf("%q was not sent; the screen shows:\n%s", l.title, tty.text())
		}
		if n == 0 {
			l.lines = append(slices.Clone(l.lines), own)
		}
		l.check(t, raw, to)
		tty.await("Marshgate Museum", "q:Quit")
	}
	tty.keys("q")
	b.allSent(t)
}
