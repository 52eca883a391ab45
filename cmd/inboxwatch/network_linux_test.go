package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"inboxwatch/internal/imaptest"
)

const insideNetwork = "INBOXWATCH_TEST_NETWORK"

// TestNetwork runs every command in a network of its own, in which there is
// nothing but loopback and whose kernel counts each connection begun, each
// datagram and each packet that found no way: the program connects to the
// configured IMAP server and OAuth endpoint, as often as these were called, and
// tries nothing else.
func TestNetwork(t *testing.T) {
	cmd := exec.Command(os.Args[0], "-test.run", "^TestNetworkInside$", "-test.v", "-test.count", "1")
	cmd.Env = append(os.Environ(), insideNetwork+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET}
	if os.Getuid() != 0 {
		cmd.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v (this test needs a network namespace: root, or user namespaces that are allowed)\n%s", err, out)
	}
	if !strings.Contains(string(out), "--- PASS: TestNetworkInside") {
		t.Fatalf("nothing was tested:\n%s", out)
	}
	for line := range strings.Lines(string(out)) {
		if _, what, ok := strings.Cut(line, "counted: "); ok {
			t.Log(strings.TrimSpace(what))
		}
	}
}

// counters are what the kernel counts in this network namespace (proc(5),
// /proc/net/snmp and snmp6).
type counters struct{ connects, datagrams, noWay int }

func count(t *testing.T) (c counters) {
	t.Helper()
	c.connects = snmp(t, "Tcp", "ActiveOpens")
	c.datagrams = snmp(t, "Udp", "OutDatagrams") + snmp6(t, "Udp6OutDatagrams")
	c.noWay = snmp(t, "Ip", "OutNoRoutes") + snmp6(t, "Ip6OutNoRoutes")
	return c
}

func snmp(t *testing.T, group, name string) int {
	t.Helper()
	raw, err := os.ReadFile("/proc/net/snmp")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(raw)) {
		words := strings.Fields(line)
		if words[0] != group+":" {
			continue
		}
		if names == nil {
			names = words
			continue
		}
		for i, n := range names {
			if n == name {
				v, err := strconv.Atoi(words[i])
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
		}
	}
	t.Fatalf("the kernel does not count %s %s", group, name)
	return 0
}

// snmp6 is 0 where there is no IPv6 at all.
func snmp6(t *testing.T, name string) int {
	t.Helper()
	f, err := os.Open("/proc/net/snmp6")
	if err != nil {
		return 0
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if words := strings.Fields(s.Text()); len(words) == 2 && words[0] == name {
			v, _ := strconv.Atoi(words[1])
			return v
		}
	}
	t.Fatalf("the kernel does not count %s", name)
	return 0
}

// loopbackUp does what "ip link set lo up" does.
func loopbackUp() error {
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_DGRAM, 0)
	if err != nil {
		return err
	}
	defer syscall.Close(fd)
	var ifr struct {
		name  [syscall.IFNAMSIZ]byte
		flags uint16
		_     [22]byte
	}
	copy(ifr.name[:], "lo")
	ifr.flags = syscall.IFF_UP | syscall.IFF_RUNNING
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), syscall.SIOCSIFFLAGS, uintptr(unsafe.Pointer(&ifr))); errno != 0 {
		return errno
	}
	return nil
}

// TestNetworkInside is TestNetwork's other half, within the namespace.
func TestNetworkInside(t *testing.T) {
	if os.Getenv(insideNetwork) == "" {
		t.Skip("run by TestNetwork in a network of its own")
	}
	if err := loopbackUp(); err != nil {
		t.Fatal(err)
	}
	// The counters must be able to tell, or this test shows nothing.
	before := count(t)
	for _, to := range []string{"192.0.2.1:993", "[2001:db8::1]:443"} {
		if c, err := net.DialTimeout("tcp", to, time.Second); err == nil {
			c.Close()
			t.Fatalf("%s can be reached: there is more than loopback", to)
		}
	}
	resolver := net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", "127.0.0.1:53")
	}}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	_, _ = resolver.LookupHost(ctx, "imap.example.org")
	cancel()
	if after := count(t); after.noWay == before.noWay || after.datagrams == before.datagrams {
		t.Fatalf("stray connections are not counted here: %+v, then %+v", before, after)
	}

	d := newDesk(t, imaptest.Options{Token: accessToken})
	defer d.srv.Close()
	d.deliver(threeInterviews...)
	d.set(thanksDue)
	proxy, err := imaptest.StartProxy(d.srv.Addr(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	var logins atomic.Int64
	oauth := httptest.NewUnstartedServer(oauthServer())
	oauth.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			logins.Add(1)
		}
	}
	oauth.Start()
	defer oauth.Close()

	home := t.TempDir()
	state := filepath.Join(home, "state.db")
	basic := childAt(t, d, state, proxy.Port)
	started, calls := count(t), 0
	call := func(cfg string, patience time.Duration, args ...string) {
		t.Helper()
		c := basic
		c.config = cfg
		cmd := c.command(args...)
		cmd.Env = append(cmd.Env, "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home, "DBUS_SESSION_BUS_ADDRESS=unix:path="+home+"/no-bus",
			"HTTP_PROXY=http://192.0.2.7:3128", "HTTPS_PROXY=http://192.0.2.7:3128", "ALL_PROXY=socks5://192.0.2.7:1080")
		var out strings.Builder
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		stop := time.AfterFunc(patience, func() { _ = cmd.Process.Signal(syscall.SIGTERM) })
		defer stop.Stop()
		if err := cmd.Wait(); err != nil && args[0] != "doctor" {
			t.Errorf("%v: %v\n%s", args, err, out.String())
		}
		calls++
	}
	const long = time.Minute
	call(basic.config, long, "run", "--dry-run")
	call(basic.config, long, "run")
	call(basic.config, long, "status")
	call(basic.config, long, "status", "--json")
	call(basic.config, long, "explain", "harbourlight")
	call(basic.config, long, "mark", "harbourlight", "--went", "well")
	call(basic.config, long, "undo")
	call(basic.config, long, "add", "--company", "Tallowmere", "--start", "2026-10-20 10:00")
	call(basic.config, long, "report", "--output", filepath.Join(home, "report.html"))
	call(basic.config, long, "templates", "list")
	call(basic.config, long, "detect", "demo/03-harbourlight.eml")
	call(basic.config, long, "doctor")
	call(basic.config, 3*time.Second, "watch")
	call(basic.config, long, "forget", "harbourlight")
	tokens := writeOAuthConfig(t, home, d, proxy.Port, oauth.URL)
	call(tokens, long, "login", "--device")
	call(tokens, long, "run")
	call(tokens, long, "logout")

	imap := int(proxy.Count().Connections)
	end := count(t)
	// Each connection through the proxy is two: one to it, one from it.
	if got, want := end.connects-started.connects, 2*imap+int(logins.Load()); got != want || imap < 5 || logins.Load() < 2 {
		t.Errorf("%d connections were begun, want %d: twice the %d to the IMAP server, and %d to the OAuth endpoint", got, want, imap, logins.Load())
	}
	if end.datagrams != started.datagrams || end.noWay != started.noWay {
		t.Errorf("%d datagrams, %d packets without a way; want none", end.datagrams-started.datagrams, end.noWay-started.noWay)
	}
	fmt.Printf("counted: %d calls: %d connections to the configured IMAP server, %d to the OAuth endpoint, 0 others, 0 datagrams (no DNS), 0 tries to leave loopback\n", calls, imap, logins.Load())
}
