//go:build unix

package realtest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Cyrus starts Debian's Cyrus IMAP on loopback, unpacked and not installed,
// and ends it with the test. Its folders lie below INBOX with a dot between.
func Cyrus(t testing.TB) *Server {
	t.Helper()
	return cyrus(t, cyrusFolders)
}

// BareCyrus makes no folder but INBOX, and none has a use.
func BareCyrus(t testing.TB) *Server {
	t.Helper()
	return cyrus(t, "")
}

func cyrus(t testing.TB, folders string) *Server {
	t.Helper()
	root, env := unpack(t, "cyrus", "cyrus-imapd", "cyrus-common", "libclamav12", "libical3", "libpq5", "libxapian30",
		"libzephyr4", "libwrap0", "libpcre3", "libjansson4", "sasl2-bin", "libsasl2-modules", "libsasl2-modules-db")
	dir := shortDir(t, "cy")
	r := &Server{Name: "Cyrus", Host: "127.0.0.1", Port: freePort(t), Password: "secret-of-sam", Prefix: "INBOX.", Delim: ".", Dir: dir, localPart: true}
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	who, group := me.Username, me.Gid
	if me.Uid == "0" {
		who = "nobody"
	}
	nobody, err := user.Lookup(who)
	if err != nil {
		t.Fatal(err)
	}
	if g, err := user.LookupGroupId(nobody.Gid); err == nil {
		group = g.Name
	}
	for _, sub := range []string{"db", "proc", "socket", "log", "msg", "ptclient", "quota", "sieve", "user", "lock", "backup", "sync", "../spool"} {
		if err := os.MkdirAll(filepath.Join(dir, "conf", sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	conf := strings.NewReplacer("@DIR@", dir, "@WHO@", who, "@GROUP@", group).Replace(cyrusConf + folders)
	services := fmt.Sprintf("START {\n}\nSERVICES {\n  imap cmd=\"%s/usr/lib/cyrus/bin/imapd -C %s/imapd.conf\" listen=\"127.0.0.1:%d\" prefork=0\n}\nEVENTS {\n}\n", root, dir, r.Port)
	for name, text := range map[string]string{"imapd.conf": conf, "cyrus.conf": services} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	uid, gid := atoi(nobody.Uid), atoi(nobody.Gid)
	err = filepath.Walk(dir, func(path string, _ os.FileInfo, err error) error {
		if err == nil && me.Uid == "0" {
			err = os.Chown(path, uid, gid)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	r.newUser = func(name string) error {
		cmd := exec.Command(filepath.Join(root, "usr/sbin/saslpasswd2"), "-p", "-c", "-f", filepath.Join(dir, "sasldb"), "-u", "localhost", name)
		cmd.Env, cmd.Stdin = env, strings.NewReader(r.Password)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
		return os.Chmod(filepath.Join(dir, "sasldb"), 0o644)
	}
	log := filepath.Join(dir, "log")
	cmd := process(t, log, filepath.Join(root, "usr/sbin/cyrmaster"), env, "-C", filepath.Join(dir, "imapd.conf"), "-M", filepath.Join(dir, "cyrus.conf"), "-p", filepath.Join(dir, "pid"))
	// Its children outlive it unless their group is told as well.
	pid := cmd.Process.Pid
	t.Cleanup(func() { _ = syscall.Kill(-pid, syscall.SIGTERM); time.Sleep(50 * time.Millisecond) })
	awaitGreeting(t, r.Port, log)
	return r
}

const cyrusConf = `configdirectory: @DIR@/conf
partition-default: @DIR@/spool
defaultpartition: default
admins: admin
allowplaintext: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: @DIR@/sasldb
sasl_mech_list: PLAIN
virtdomains: off
unixhierarchysep: no
altnamespace: no
autocreate_quota: 0
specialusealways: yes
servername: localhost
imapidlepoll: 1
cyrus_user: @WHO@
cyrus_group: @GROUP@
`

const cyrusFolders = `autocreate_inbox_folders: Drafts|Sent|Trash|Junk|Archive
autocreate_subscribe_folders: Drafts|Sent|Trash|Junk|Archive
xlist-drafts: Drafts
xlist-sent: Sent
xlist-trash: Trash
xlist-junk: Junk
xlist-archive: Archive
`

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
