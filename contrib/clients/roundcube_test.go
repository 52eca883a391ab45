//go:build unix && clients

package clients

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestRoundcube opens every draft in Debian's Roundcube by a browser, compares
// what its editor holds, and sends it. CLIENTS_NODE names the folder with
// playwright-core; CLIENTS_SHOTS, where set, the one for the screenshots.
func TestRoundcube(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("this test needs chromium: run make test-clients")
	}
	b, s, dir := newLetterbox(t), newSink(t), t.TempDir()
	shots := os.Getenv("CLIENTS_SHOTS")
	if shots == "" {
		shots = dir
	}
	url := roundcube(t, b, s, dir)
	cmd := exec.Command("node", "roundcube.js", url, b.user, b.srv.Password, shots)
	cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join(os.Getenv("CLIENTS_NODE"), "node_modules"), "CHROMIUM="+chromium)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the browser: %v\n%s", err, out)
	}
	left := slices.Clone(b.drafts)
	for n, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		var shown struct{ To, Subject, HTML, Text string }
		if err := json.Unmarshal([]byte(line), &shown); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		i := slices.IndexFunc(left, func(l letter) bool { return l.title == shown.Subject && l.to == shown.To })
		if i < 0 {
			t.Fatalf("the editor shows none of the drafts left: %+v", shown)
		}
		l := left[i]
		left = slices.Delete(left, i, i+1)
		if got := strings.Join(lines(shown.Text, false), "\n"); got != strings.Join(l.lines, "\n") || shown.HTML != "0" {
			t.Errorf("the editor (HTML %s) shows for %q\n%s", shown.HTML, l.title, got)
		}
		to := l.to
		if to == "" {
			to = "<desk@marshgate.example>"
		}
		raw, ok := s.await(n)
		if !ok {
			t.Fatalf("%q was not sent", l.title)
		}
		l.check(t, raw, to, "x-sender") // which Roundcube writes whatever it sends
	}
	if len(left) > 0 {
		t.Errorf("the list of drafts lacks %v", titles(left))
	}
	b.allSent(t)
}

// roundcube serves Roundcube on loopback with a configuration and a database
// of its own, and gives its address.
func roundcube(t *testing.T, b *letterbox, s *sink, dir string) string {
	t.Helper()
	const home = "/var/lib/roundcube"
	defaults, err := os.ReadFile("/etc/roundcube/defaults.inc.php")
	if err != nil {
		t.Fatalf("this test needs Roundcube (run make test-clients): %v", err)
	}
	schema := "/usr/share/roundcube/SQL/sqlite.initial.sql"
	write(t, filepath.Join(dir, "defaults.inc.php"), string(defaults))
	write(t, filepath.Join(dir, "config.inc.php"), fmt.Sprintf(`<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///%[1]s/db.sqlite?mode=0640';
$config['imap_host'] = '127.0.0.1:%[2]d';
$config['smtp_host'] = '127.0.0.1:%[3]d';
$config['smtp_user'] = $config['smtp_pass'] = '';
$config['des_key'] = 'loopback-test-key-24char';
$config['temp_dir'] = $config['log_dir'] = '%[1]s/';
$config['plugins'] = [];
$config['language'] = 'en_GB';
$config['enable_spellcheck'] = false;
`, dir, b.srv.Port, s.addr.Port))
	make := fmt.Sprintf(`(new PDO("sqlite:%s/db.sqlite"))->exec(file_get_contents("%s"));`, dir, schema)
	if out, err := exec.Command("php", "-r", make).CombinedOutput(); err != nil {
		t.Fatalf("make the database: %v\n%s", err, out)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := ln.Addr().String()
	ln.Close()
	web := exec.Command("php", "-S", addr)
	web.Dir = home
	web.Env = append(os.Environ(), "ROUNDCUBE_CONFIG_DIR="+dir)
	if err := web.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = web.Process.Kill(); _ = web.Wait() })
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if c, err := net.Dial("tcp", addr); err == nil {
			c.Close()
			return "http://" + addr
		}
	}
	t.Fatal("php did not come up")
	return ""
}
