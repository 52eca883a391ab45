//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/emersion/go-imap/v2"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
)

// hostileMail is a mail made to harm the program or its user. A fraud must
// bring no draft; any other at most one, to the address that wrote it.
type hostileMail struct {
	name  string
	raw   []byte
	fraud bool
}

// trap writes a plausible confirmation with poison in one of its places.
func trap(from, subject, header, who, post, firm, more string) []byte {
	return fmt.Appendf(nil, "Date: Thu, 08 Oct 2026 10:00:00 +0100\nFrom: %s\nTo: Robin Ashworth <robin@ashworth.example>\nMessage-ID: <trap@harbourlight.example>\nSubject: %s\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nHi Robin,\n\nYour interview for the %s position at %s is confirmed for\nTuesday 13 October at 2pm. It takes an hour.\n%s\n\nBest regards,\n%s\n%s\n", from, subject, header, post, firm, more, who, firm)
}

const (
	trapFrom    = "Jane Bell <jane@harbourlight.example>"
	trapSubject = "Your interview at Harbourlight"
)

// poisons are put into a name, a subject, a post and a company in turn.
var poisons = []struct{ name, raw, encoded string }{
	{"escape sequence", "\x1b[2J\x1b[31m", "=1B[2J=1B[31m"},
	{"title sequence and bell", "\x1b]0;owned\a", "=1B]0;owned=07"},
	{"link sequence", "\x1b]8;;http://evil.example\x1b\\x", "=1B]8;;http://evil.example=1B=5Cx"},
	{"null bytes", "\x00\x00", "=00=00"},
	{"carriage return", "a\rb", "=0Db"},
	{"line end and a header", "a", "=0D=0ABcc:_evil@evil.example"},
	{"bare line end and a header", "a", "=0ABcc:_evil@evil.example"},
	{"end of the header", "a", "=0D=0A=0D=0AForged_body"},
	{"C1 control", "\u009b31m", "=C2=9B31m"},
	{"backspaces", "\b\b\b\b", "=08=08=08=08"},
	{"delete", "\x7f\x7f", "=7F=7F"},
	{"right to left override", "\u202egpj", "=E2=80=AEgpj"},
	{"isolates", "\u2066x\u2067", "=E2=81=A6x=E2=81=A7"},
	{"line and paragraph separators", "\u2028Bcc: e\u2029", "=E2=80=A8Bcc:_e=E2=80=A9"},
	{"broken UTF-8", "\xff\xfe\xc0\x80", "=FF=FE=C0=80"},
	{"template braces", "{{.Owner}}{{range .}}", "{{.Owner}}{{range_.}}"},
	{"markup", "<script>alert(1)</script>", "=3Cscript=3Ealert(1)=3C/script=3E"},
	{"literal of IMAP", "{10+}", "{10+}"},
}

func hostileMails() []hostileMail {
	var list []hostileMail
	for _, p := range phishes {
		list = append(list, hostileMail{"fraud: " + p.name, trap(trapFrom, trapSubject, "", "Jane Bell", "Clerk", "Harbourlight", p.body), true})
		if p.body == "" {
			from, header, _ := strings.Cut(strings.TrimPrefix(p.header, "From: "), "\n")
			if header != "" {
				header += "\n"
			}
			list[len(list)-1].raw = trap(from, trapSubject, header, "Jane Bell", "Clerk", "Harbourlight", "")
		}
	}
	for _, p := range poisons {
		word := "=?utf-8?Q?Jane_" + p.encoded + "?="
		list = append(list,
			hostileMail{p.name + " in the sender's name", trap(word+" <jane@harbourlight.example>", trapSubject, "", "Jane Bell", "Clerk", "Harbourlight", ""), false},
			hostileMail{p.name + " in the subject", trap(trapFrom, "Your interview at =?utf-8?Q?Harbour_"+p.encoded+"?=", "", "Jane Bell", "Clerk", "Harbourlight", ""), false},
			hostileMail{p.name + " in the post", trap(trapFrom, trapSubject, "", "Jane Bell", "Clerk "+p.raw, "Harbourlight", ""), false},
			hostileMail{p.name + " in company and signature", trap(trapFrom, trapSubject, "", "Jane "+p.raw+" Bell", "Clerk", "Harbourlight"+p.raw, ""), false})
	}
	big := strings.Repeat("padding of a long mail ", 100_000)
	deep := strings.Repeat("<div><table><tr><td>", 20_000)
	multi := strings.Repeat("--B\nContent-Type: text/plain\n\nYour interview\n", 20_000)
	plain := string(trap(trapFrom, trapSubject, "", "Jane Bell", "Clerk", "Harbourlight", ""))
	_, text, _ := strings.Cut(plain, "\n\n")
	nested := func(depth int) string {
		var b strings.Builder
		b.WriteString(strings.Replace(plain[:len(plain)-len(text)-2], "text/plain; charset=utf-8", "multipart/mixed; boundary=b0", 1))
		for i := range depth {
			fmt.Fprintf(&b, "\n\n--b%d\nContent-Type: multipart/mixed; boundary=b%d", i, i+1)
		}
		return b.String() + "\n\n"
	}
	head := func(kind string) string {
		return strings.Replace(plain, "text/plain; charset=utf-8", kind, 1)
	}
	for _, m := range []struct{ name, raw string }{
		{"2 MB of text", plain + big},
		{"a line of 2 MB", plain + strings.Repeat("x", 2<<20)},
		{"20,000 nested tables", head("text/html") + deep},
		{"20,000 parts", head("multipart/mixed; boundary=B") + multi},
		{"1 MB of header", "X-Pad: " + strings.Repeat("a ", 1<<19) + "\n" + plain},
		{"20,000 recipients", strings.Replace(plain, "MIME-Version", "Cc: "+strings.Repeat("a@b.example, ", 20_000)+"z@b.example\nMIME-Version", 1)},
		{"400,000 recipients", strings.Replace(plain, "MIME-Version", "Cc: "+strings.Repeat("a@b.example, ", 400_000)+"z@b.example\nMIME-Version", 1)},
		{"100 MB of attachment", head("multipart/mixed; boundary=B") + "--B\nContent-Type: text/plain\n\n" + text + "\n--B\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n" + strings.Repeat(strings.Repeat("UEsD", 19)+"\n", 1_360_000) + "--B--\n"},
		{"mails within mails, 5,000 deep", head("message/rfc822") + strings.Repeat("Content-Type: message/rfc822\n\n", 5_000) + text},
		{"parts within parts, 5,000 deep", nested(5_000) + text},
		{"100,000 events in a calendar", head("text/calendar; method=REQUEST") + "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nUID:x\nDTSTART:20261013T130000Z\nSUMMARY:Interview\nEND:VEVENT\n", 100_000) + "END:VCALENDAR\n"},
		{"unknown charset", head("text/plain; charset=x-none")},
		{"nothing but a header", "From: " + trapFrom + "\n\n"},
		{"broken base64", strings.Replace(plain, "MIME-Version", "Content-Transfer-Encoding: base64\nMIME-Version", 1)},
		{"a calendar that repeats for ever", head("text/calendar; method=REQUEST") + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:20261013T130000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:Interview\nEND:VEVENT\nEND:VCALENDAR\n"},
	} {
		list = append(list, hostileMail{m.name, []byte(m.raw), false})
	}
	return list
}

// unshowable gives the first character that must reach neither a terminal nor a
// header: controls, and marks that turn the direction of text.
func unshowable(s string) string {
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' ||
			r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029 {
			return fmt.Sprintf("%U", r)
		}
	}
	return ""
}

const (
	hostileTime   = 15 * time.Second // for one run over one mail
	hostileMemory = 256 << 10        // kB, of the test's own larger binary
)

// watchPeak gives a process's peak of resident memory in kB (VmHWM of proc(5)),
// sampled until ended. What wait4 tells is no use: a process begins with its
// parent's peak.
func watchPeak(pid int, ended <-chan struct{}) <-chan int64 {
	peak := make(chan int64, 1)
	go func() {
		const every = 5 * time.Millisecond
		var kB int64
		for {
			status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
				var n int64
				if _, err := fmt.Sscan(rest, &n); err == nil {
					kB = max(kB, n)
				}
			}
			select {
			case <-ended:
				peak <- kB
				return
			case <-time.After(every):
			}
		}
	}()
	return peak
}

// TestHostileMails puts each mail through the program itself, on a server.
func TestHostileMails(t *testing.T) {
	frauds, warned, drafted, slowest, largest := 0, 0, 0, time.Duration(0), int64(0)
	list := hostileMails()
	for _, m := range list {
		t.Run(m.name, func(t *testing.T) {
			d := newDesk(t, imaptest.Options{})
			defer d.srv.Close()
			if _, err := d.srv.Add("INBOX", m.raw, demoTime("2026-10-08T10:00:00+01:00")); err != nil {
				t.Fatal(err)
			}
			d.set(demoTime("2026-10-13T17:00:00+01:00"))
			c := newChild(t, d, memDir(t)+"/state.db")
			cmd := c.command("--verbose", "run")
			var b bytes.Buffer
			cmd.Stdout, cmd.Stderr = &b, &b
			start := time.Now()
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan struct{})
			peak := watchPeak(cmd.Process.Pid, ended)
			err := cmd.Wait()
			close(ended)
			if err != nil {
				t.Fatalf("run: %v\n%s", err, b.String())
			}
			took := time.Since(start)
			slowest = max(slowest, took)
			kB := <-peak
			largest = max(largest, kB)
			if kB > hostileMemory || kB == 0 {
				t.Errorf("%d kB of memory", kB)
			}
			if took > hostileTime {
				t.Errorf("took %s", took)
			}
			_, status := c.run("status")
			_, explained := c.run("explain", "harbourlight")
			for _, out := range []string{b.String(), status, explained} {
				if r := unshowable(out); r != "" {
					t.Errorf("%s was printed:\n%q", r, out)
				}
			}
			drafts, err := d.srv.Messages(d.srv.Folder(imap.MailboxAttrDrafts))
			if err != nil {
				t.Fatal(err)
			}
			drafted += len(drafts)
			if m.fraud {
				frauds++
				if len(drafts) != 0 {
					t.Errorf("%d drafts", len(drafts))
				}
				switch { // a mail that is not even taken for an interview needs no word
				case strings.Contains(strings.ToLower(status+explained), "fraud"):
					warned++
				case !strings.Contains(status, "No interviews yet"):
					t.Errorf("no warning:\n%s\n%s", status, explained)
				}
			}
			if len(drafts) > 1 {
				t.Errorf("%d drafts", len(drafts))
			}
			for _, dr := range drafts {
				checkHostileDraft(t, dr.Raw)
			}
		})
	}
	t.Logf("%d hostile mails, %d of them frauds (%d shown with a warning, the rest not taken for interviews): %d drafts, slowest %s, at most %d kB", len(list), frauds, warned, drafted, slowest.Round(time.Millisecond), largest)
	if drafted < len(poisons) {
		t.Errorf("only %d drafts to look at: this test tests little", drafted)
	}
}

// checkHostileDraft looks at a draft's header, raw and decoded.
func checkHostileDraft(t *testing.T, raw []byte) {
	t.Helper()
	header, _, _ := bytes.Cut(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	p := mailparse.Parse(raw)
	if len(p.To) != 1 || p.To[0].Address != "jane@harbourlight.example" || len(p.Cc) != 0 || bytes.Contains(bytes.ToLower(header), []byte("\nbcc:")) {
		t.Errorf("goes to %v, copies to %v\n%s", p.To, p.Cc, header)
		return
	}
	for _, s := range []string{string(header), p.Subject, p.To[0].Name, p.Text} {
		if r := unshowable(s); r != "" {
			t.Errorf("%s in the draft: %q", r, s)
		}
	}
	if !bytes.Contains(header, []byte("jane@harbourlight.example")) {
		t.Errorf("the real address is not shown:\n%s", header)
	}
}
