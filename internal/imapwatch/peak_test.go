//go:build linux

package imapwatch_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"
)

// endless is a server whose INBOX holds n messages that are made up when they
// are asked for: Dovecot would take long to build a million. The newest
// refWindow (or all) lie within the window; 300 of these are long personal mails.
func endless(t *testing.T, n int) *imaptest.Fake {
	rng := rand.New(rand.NewPCG(5, 6))
	letter := imaptest.CRLF(person(rng, 1, "Interview at Acme", true))
	// A reader that skips bulk mail skips this one by its header fields.
	advert := imaptest.CRLF(bytes.Replace(bulk(rng, 2, 4000), []byte("Our offers"), []byte("Shoes"), 1))
	window := min(refWindow, n)
	message := func(uid int) imaptest.Message {
		m := imaptest.Message{UID: uint32(uid), Raw: advert, Arrived: now.AddDate(-1, 0, 0)}
		if uid > n-window {
			m.Arrived = now.AddDate(0, 0, -30)
			if uid%max(window/(refHiring+refPersonal), 1) == 0 {
				m.Raw = letter
			}
			// Each is a mail of its own, by its id.
			m.Raw = []byte(strings.Replace(string(m.Raw), "Message-ID: <", fmt.Sprintf("Message-ID: <%d.", uid), 1))
		}
		return m
	}
	f, err := imaptest.StartFake(nil, func(c *imaptest.FakeCommand) bool {
		switch c.Verb {
		case "STATUS":
			if strings.HasPrefix(c.Args, "INBOX") || strings.HasPrefix(c.Args, `"INBOX`) {
				c.Say(fmt.Sprintf("* STATUS INBOX (MESSAGES %d UIDNEXT %d UIDVALIDITY 7)\r\n{tag} OK done\r\n", n, n+1))
				return true
			}
		case "EXAMINE":
			if strings.Trim(c.Args, `"`) != "INBOX" {
				break
			}
			c.Say(fmt.Sprintf("* FLAGS (\\Draft)\r\n* %d EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT %d] n\r\n{tag} OK [READ-ONLY] open\r\n", n, n+1))
			return true
		case "UID SEARCH":
			var b strings.Builder
			for uid := n - window + 1; uid <= n; uid++ {
				fmt.Fprintf(&b, " %d", uid)
			}
			c.Say("* SEARCH" + b.String() + "\r\n{tag} OK done\r\n")
			return true
		case "FETCH", "UID FETCH":
			set, items, _ := strings.Cut(c.Args, " ")
			for part := range strings.SplitSeq(set, ",") {
				low, high, ranged := strings.Cut(part, ":")
				a, _ := strconv.Atoi(low)
				b, _ := strconv.Atoi(high)
				if !ranged {
					b = a
				}
				for uid := a; uid <= min(b, n); uid++ {
					c.Say(imaptest.FetchAnswer(uid, message(uid), items))
				}
			}
			c.Say("{tag} OK done\r\n")
			return true
		}
		return false
	})
	must(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

// maxPeak is the goal for the peak of resident memory.
const maxPeak = 45 << 20

// maxScan is the goal for the processor's time of a first scan, start included.
const maxScan = 1500 * time.Millisecond

// TestPeakMemory scans mailboxes of 1,000 and of 1,000,000 messages, each in a
// process of its own, and holds that process's peak of resident memory (VmHWM
// of proc(5)) and its time against the goals.
func TestPeakMemory(t *testing.T) {
	var peaks []int
	for _, n := range []int{1000, 100_000, 1_000_000} {
		f := endless(t, n)
		cmd := exec.Command(os.Args[0], "-test.run=^TestScanAlone$", "-test.v")
		cmd.Env = append(os.Environ(), fmt.Sprintf("INBOXWATCH_TEST_SCAN=%d", f.Port))
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("the scan failed: %v\n%s", err, out)
		}
		var read, peak int
		_, rest, _ := strings.Cut(string(out), "scanned: ")
		if _, err := fmt.Sscanf(rest, "%d read, peak %d kB", &read, &peak); err != nil || read < 250 {
			t.Fatalf("the scan did not tell what it did (%v):\n%s", err, out)
		}
		cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		t.Logf("%9d messages: %3d read, peak %.1f MB (goal %d), CPU %.2f s (goal %s)", n, read, float64(peak)/1024, maxPeak>>20, cpu.Seconds(), maxScan)
		if peak<<10 > maxPeak || cpu > maxScan {
			t.Errorf("%d messages need %d kB and %s", n, peak, cpu)
		}
		peaks = append(peaks, peak)
	}
	// The window is the same in the two large ones: so must the memory be.
	if peaks[2] > peaks[1]+8<<10 {
		t.Errorf("memory grows with the mailbox: %v kB", peaks)
	}
}

// TestPeakMemoryOfProgram does the same with the program itself: one run over
// 60 days with everything that it does to a mail. Its peak is read every few
// milliseconds while it runs.
func TestPeakMemoryOfProgram(t *testing.T) {
	dir := t.TempDir()
	bin := filepath.Join(dir, "inboxwatch")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", bin, "inboxwatch/cmd/inboxwatch")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as released
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	must(t, os.WriteFile(filepath.Join(dir, "secret"), []byte("x\n"), 0o600))
	var peaks []int
	for _, n := range []int{1000, 100_000, 1_000_000} {
		f := endless(t, n)
		config := filepath.Join(dir, fmt.Sprintf("%d.toml", n))
		must(t, os.WriteFile(config, fmt.Appendf(nil, `timezone = "Europe/London"
[person]
name = "Sam Okafor"
addresses = ["sam@okafor.example"]
[rules]
lookback = "60d"
[[account]]
name = "t"
host = "127.0.0.1"
port = %d
security = "none"
username = "sam"
password_file = %q
`, f.Port, filepath.Join(dir, "secret")), 0o600))
		var out bytes.Buffer
		cmd := exec.Command(bin, "--config", config, "--state", config+".db", "--now", now.Format(time.RFC3339), "--verbose", "run")
		cmd.Stdout, cmd.Stderr = &out, &out
		must(t, cmd.Start())
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		peak, file := 0, 0
		for running := true; running; {
			select {
			case err := <-ended:
				if running = false; err != nil {
					t.Fatalf("the program failed: %v\n%s", err, out.Bytes())
				}
			case <-time.After(5 * time.Millisecond):
				status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
				_, rest, _ := strings.Cut(string(status), "VmHWM:")
				now := 0
				_, _ = fmt.Sscan(rest, &now)
				peak = max(peak, now)
				_, rest, _ = strings.Cut(string(status), "RssFile:")
				_, _ = fmt.Sscan(rest, &now)
				file = max(file, now)
			}
		}
		_, read, _ := strings.Cut(out.String(), " looked=")
		cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		t.Logf("%9d messages: peak %.1f MB, of it up to %.1f MB the program's own pages (goal %d); CPU %.1f s; looked=%.40s", n, float64(peak)/1024, float64(file)/1024, maxPeak>>20, cpu.Seconds(), read)
		if peak == 0 || peak<<10 > maxPeak {
			t.Errorf("%d messages need %d kB", n, peak)
		}
		peaks = append(peaks, peak)
	}
	if peaks[2] > peaks[1]+8<<10 {
		t.Errorf("memory grows with the mailbox: %v kB", peaks)
	}
}

// TestScanAlone is the child of TestPeakMemory, and nothing without it.
func TestScanAlone(t *testing.T) {
	port, err := strconv.Atoi(os.Getenv("INBOXWATCH_TEST_SCAN"))
	if err != nil {
		t.SkipNow()
	}
	c := dial(t, imapwatch.Account{Name: "t", Host: "127.0.0.1", Port: port, Security: "none", Username: "sam", Secret: secret("x"), Timeout: 30 * time.Second})
	inbox := find(t, c, imapwatch.Inbox)
	_, st, err := c.Sync(t.Context(), inbox, imapwatch.Cursor{}, imapwatch.SyncOptions{Since: now.AddDate(0, 0, -60), Now: now,
		Want: func(h imapwatch.HeaderFields) bool { return h.ListUnsubscribe == "" }},
		func(imapwatch.Item) error { return nil })
	must(t, err)
	self, err := os.ReadFile("/proc/self/status")
	must(t, err)
	_, rest, _ := strings.Cut(string(self), "VmHWM:")
	var peak int
	_, err = fmt.Sscan(rest, &peak)
	must(t, err)
	fmt.Printf("scanned: %d read, peak %d kB\n", st.Delivered, peak)
}
