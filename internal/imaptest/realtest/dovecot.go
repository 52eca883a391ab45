//go:build unix

package realtest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// DovecotOptions change the server that Dovecot starts.
type DovecotOptions struct {
	Format string // of the mailboxes: "maildir" (default), "sdbox", "mdbox"
	Bare   bool   // no folder but INBOX is made, and none has a use
	Gmail  bool   // folders are called as Gmail calls them; labels are not played
}

// gmailFolders are Gmail's in English, and their uses (RFC 6154).
var gmailFolders = [][2]string{{"[Gmail]/All Mail", "All"}, {"[Gmail]/Drafts", "Drafts"}, {"[Gmail]/Sent Mail", "Sent"},
	{"[Gmail]/Spam", "Junk"}, {"[Gmail]/Starred", "Flagged"}, {"[Gmail]/Trash", "Trash"}}

// Dovecot starts Debian's dovecot with a configuration of its own, on loopback,
// with TLS by a certificate of a test authority, and ends it with the test. It
// fails where the program is missing.
func Dovecot(t testing.TB, opts ...DovecotOptions) *Server {
	t.Helper()
	bin, err := exec.LookPath("dovecot")
	if err != nil {
		if bin, err = exec.LookPath("/usr/sbin/dovecot"); err != nil {
			t.Fatal("this test needs Dovecot: apt-get install dovecot-imapd")
		}
	}
	opt := DovecotOptions{}
	if len(opts) > 0 {
		opt = opts[0]
	}
	if opt.Format == "" {
		opt.Format = "maildir"
	}
	dir := shortDir(t, "dc")
	for _, sub := range []string{"run", "state", "mail"} {
		if err := os.Mkdir(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	ca, err := imaptest.NewCA(dir, 24*time.Hour, "127.0.0.1", "localhost")
	if err != nil {
		t.Fatal(err)
	}
	r := &Server{Name: "Dovecot", Host: "127.0.0.1", Port: freePort(t), TLSPort: freePort(t), CA: ca,
		Password: "secret-of-sam", Delim: "/", Dir: dir}
	conf := filepath.Join(dir, "dovecot.conf")
	if err := os.WriteFile(conf, []byte(dovecotConf(t, r, opt)), 0o644); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(dir, "log")
	process(t, log, bin, nil, "-F", "-c", conf)
	awaitGreeting(t, r.Port, log)
	return r
}

func dovecotConf(t testing.TB, r *Server, opt DovecotOptions) string {
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	uid, gid, login := me.Uid, me.Gid, me.Username
	if uid == "0" { // Dovecot reads no mail as root
		nobody, err := user.Lookup("nobody")
		if err != nil {
			t.Fatal(err)
		}
		uid, gid, login = nobody.Uid, nobody.Gid, "nobody"
		if err := os.Chown(filepath.Join(r.Dir, "mail"), atoi(uid), atoi(gid)); err != nil {
			t.Fatal(err)
		}
	}
	group, err := user.LookupGroupId(gid)
	if err != nil {
		t.Fatal(err)
	}
	folders := ""
	names := [][2]string{{"Drafts", "Drafts"}, {"Sent", "Sent"}, {"Trash", "Trash"}, {"Junk", "Junk"}, {"Archive", "Archive"}}
	if opt.Gmail {
		names = gmailFolders
	}
	if !opt.Bare {
		for _, f := range names {
			folders += "  mailbox \"" + f[0] + "\" {\n    auto = subscribe\n    special_use = \\" + f[1] + "\n  }\n"
		}
	}
	return strings.NewReplacer("@FOLDERS@", folders, "@GROUP@", group.Name, "@DIR@", r.Dir, "@PLAIN@", fmt.Sprint(r.Port), "@TLS@", fmt.Sprint(r.TLSPort),
		"@SECRET@", r.Password, "@WHO@", login, "@UID@", uid, "@GID@", gid, "@FORMAT@", opt.Format).Replace(`
base_dir = @DIR@/run
state_dir = @DIR@/state
log_path = @DIR@/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <@DIR@/cert.pem
ssl_key = <@DIR@/key.pem
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0 secs
default_internal_user = @WHO@
default_login_user = @WHO@
default_internal_group = @GROUP@
first_valid_uid = 1
mail_fsync = never
mail_location = @FORMAT@:~/mail
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=@SECRET@
}
userdb {
  driver = static
  args = uid=@UID@ gid=@GID@ home=@DIR@/mail/%u
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = @PLAIN@
  }
  inet_listener imaps {
    port = @TLS@
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
@FOLDERS@}
protocol imap {
  mail_plugins = imap_zlib
}
`)
}
