//go:build linux

package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// TestNotify runs watch as systemd would by the unit: it says when it is ready,
// that it lives, and that it stops; SIGHUP does not end it, nor tell systemd that it ends, SIGTERM does, with
// the exit code of a service that did nothing wrong.
func TestNotify(t *testing.T) {
	srv, err := imaptest.Start(imaptest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer srv.Close()
	dir, err := os.MkdirTemp("", "notify") // a socket's path is short
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	socket, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: filepath.Join(dir, "s"), Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	config := filepath.Join(dir, "config.toml")
	text := fmt.Sprintf("timezone = \"Europe/London\"\n[person]\nname = \"Sam Okafor\"\naddresses = [%q]\n[[account]]\nname = \"personal\"\nhost = \"127.0.0.1\"\nport = %d\nsecurity = \"none\"\nusername = %q\npassword_env = \"NOTIFY_TEST_PASSWORD\"\n", srv.User, srv.Port, srv.User)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("inboxwatch")
	if err != nil {
		t.Fatal(err)
	}
	var errs buffer
	cmd := exec.Command(program, "--config", config, "--state", filepath.Join(dir, "state.db"), "watch")
	cmd.Env = append(os.Environ(), "NOTIFY_SOCKET="+filepath.Join(dir, "s"), "NOTIFY_TEST_PASSWORD="+srv.Password)
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	hear := func(want string) {
		t.Helper()
		_ = socket.SetReadDeadline(time.Now().Add(20 * time.Second))
		buf := make([]byte, 256)
		n, err := socket.Read(buf)
		if err != nil || string(buf[:n]) != want {
			t.Fatalf("%q, want %q (%v)\n%s", buf[:n], want, err, errs.String())
		}
	}
	hear("READY=1")
	hear("WATCHDOG=1")
	if err := cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	hear("READY=1")
	hear("WATCHDOG=1")
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	hear("STOPPING=1")
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v\n%s", err, errs.String())
	}
	if !strings.Contains(errs.String(), "nothing is half done") {
		t.Errorf("it says nothing at its end: %s", errs.String())
	}
}
