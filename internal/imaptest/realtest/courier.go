//go:build unix

package realtest

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// courierCaps has no IDLE: that needs a file monitor which runs nowhere here.
const courierCaps = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE AUTH=PLAIN SASL-IR"

// Courier runs Debian's Courier IMAP, unpacked and not installed: a listener on
// loopback takes the login, as Courier's own front end does, and hands the
// connection to imapd. Folders lie below INBOX with a dot between, and LIST
// tells no uses.
func Courier(t testing.TB) *Server {
	t.Helper()
	root, env := unpack(t, "courier", "courier-imap", "courier-base", "courier-authlib", "libcourier-unicode4", "libidn12", "libgamin0", "libpcre3")
	dir := shortDir(t, "cr")
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &Server{Name: "Courier", Host: "127.0.0.1", Port: ln.Addr().(*net.TCPAddr).Port, Password: "secret-of-sam", Prefix: "INBOX.", Delim: ".", Dir: dir, localPart: true}
	r.newUser = func(name string) error {
		box := filepath.Join(dir, name)
		for _, args := range [][]string{{box}, {"-f", "Drafts", box}, {"-f", "Sent", box}, {"-f", "Trash", box}, {"-f", "Archive", box}} {
			cmd := exec.Command(filepath.Join(root, "usr/bin/maildirmake.courier"), args...)
			cmd.Env = env
			if out, err := cmd.CombinedOutput(); err != nil && args[0] != "-f" {
				return fmt.Errorf("%w: %s", err, out)
			}
		}
		return nil
	}
	var done sync.WaitGroup
	var mu sync.Mutex
	open := map[net.Conn]bool{}
	done.Add(1)
	go func() {
		defer done.Done()
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			mu.Lock()
			open[c] = true
			mu.Unlock()
			done.Add(1)
			go func() {
				defer done.Done()
				defer c.Close()
				courierSession(c, r, filepath.Join(root, "usr/bin/imapd"), env)
			}()
		}
	}()
	t.Cleanup(func() {
		ln.Close()
		mu.Lock()
		for c := range open {
			c.Close()
		}
		mu.Unlock()
		done.Wait()
	})
	return r
}

func courierSession(c net.Conn, r *Server, imapd string, env []string) {
	in := bufio.NewReader(c)
	fmt.Fprintf(c, "* OK [CAPABILITY %s] Courier-IMAP ready\r\n", courierCaps)
	name := courierLogin(c, in, r)
	if name == "" {
		return
	}
	cmd := exec.Command(imapd, name)
	cmd.Dir = r.Dir
	cmd.Env = append(env, "AUTHENTICATED="+name, "MAILDIR="+name, "AUTHADDR="+name, "IMAP_CAPABILITY="+courierCaps,
		"IMAP_ENHANCEDIDLE=0", "IMAP_USELOCKS=0", "IMAP_TRASHFOLDERNAME=Trash", "IMAP_MOVE_EXPUNGE_TO_TRASH=0", "PROTOCOL=IMAP")
	log, err := os.OpenFile(filepath.Join(r.Dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return
	}
	defer log.Close()
	cmd.Stderr = log
	to, err1 := cmd.StdinPipe()
	from, err2 := cmd.StdoutPipe()
	if err1 != nil || err2 != nil || cmd.Start() != nil {
		return
	}
	go func() {
		_, _ = io.Copy(to, in)
		to.Close()
	}()
	out := bufio.NewReader(from)
	for { // its own greeting was given already
		line, err := out.ReadString('\n')
		if err != nil || strings.HasPrefix(line, "* PREAUTH") {
			break
		}
	}
	_, _ = io.Copy(c, out)
	c.Close()
	_ = cmd.Wait()
}

// courierLogin answers until somebody is logged in, and gives the name.
func courierLogin(c net.Conn, in *bufio.Reader, r *Server) string {
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return ""
		}
		f := strings.Fields(line)
		if len(f) < 2 {
			return ""
		}
		var name, password string
		switch strings.ToUpper(f[1]) {
		case "CAPABILITY":
			fmt.Fprintf(c, "* CAPABILITY %s\r\n%s OK done\r\n", courierCaps, f[0])
			continue
		case "LOGIN":
			if len(f) == 4 {
				name, password = strings.Trim(f[2], `"`), strings.Trim(f[3], `"`)
			}
		case "AUTHENTICATE":
			raw, _ := base64.StdEncoding.DecodeString(f[len(f)-1])
			if p := strings.Split(string(raw), "\x00"); len(p) == 3 {
				name, password = p[1], p[2]
			}
		case "LOGOUT":
			fmt.Fprintf(c, "* BYE bye\r\n%s OK done\r\n", f[0])
			return ""
		}
		if _, err := os.Stat(filepath.Join(r.Dir, filepath.Base(name))); err == nil && name != "" && password == r.Password {
			fmt.Fprintf(c, "%s OK [CAPABILITY %s] LOGIN Ok.\r\n", f[0], courierCaps)
			return filepath.Base(name)
		}
		fmt.Fprintf(c, "%s NO Login failed.\r\n", f[0])
	}
}
