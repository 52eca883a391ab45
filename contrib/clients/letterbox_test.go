//go:build unix

package clients

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset"
	"github.com/emersion/go-message/mail"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
)

// today is the moment at which the sample mailbox has a draft of every window
// and language: eight, and one without a recipient.
const today = "2026-10-20T12:00:00+01:00"

// letter is a mail, read with a library that inboxwatch does not compose with.
type letter struct {
	head  mail.Header
	to    string // "name <address>", or ""
	title string
	lines []string // unflowed, without trailing blanks
	ids   string   // In-Reply-To and References
}

// letterbox is a mailbox on a real Dovecot with the drafts of the real program.
type letterbox struct {
	srv    *realtest.Server
	user   string
	drafts []letter // as Drafts lists them

	bin, dir string // the program and its files
}

// newLetterbox fills a mailbox with the sample mails and lets the built program
// put its drafts there.
func newLetterbox(t *testing.T) *letterbox {
	t.Helper()
	b := &letterbox{srv: realtest.Dovecot(t)}
	b.user = b.srv.NewUser(t)
	b.deliver(t, "INBOX", "testdata/inbox")
	b.deliver(t, "Sent", "testdata/sent")
	dir := t.TempDir()
	bin := filepath.Join(dir, "inboxwatch")
	if out, err := exec.Command("go", "build", "-o", bin, "inboxwatch/cmd/inboxwatch").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	write(t, filepath.Join(dir, "secret"), b.srv.Password+"\n")
	write(t, filepath.Join(dir, "config.toml"), fmt.Sprintf(`timezone = "Europe/London"
country = "GB"
[person]
name = "Robin Ashworth"
addresses = ["robin@ashworth.example"]
phone = "+44 7700 900142"
employed = false
[[account]]
name = "personal"
host = %q
port = %d
security = "none"
username = %q
password_file = %q
`, b.srv.Host, b.srv.Port, b.user, filepath.Join(dir, "secret")))
	b.bin, b.dir = bin, dir
	b.program(t, today, "run")
	var rows []struct{ ID, Company string }
	if err := json.Unmarshal(b.program(t, today, "status", "--json"), &rows); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Company == "Księgarnia Wawrzyn" { // the user's word turns its call sheet into a trial offer
			b.program(t, today, "mark", "--vacancy", "open", "--fit", "yes", r.ID)
		}
	}
	b.program(t, today, "run")
	windows := b.program(t, today, "status", "--json")
	for _, w := range []string{"thank-you", "continued-interest", "call", "trial-offer"} {
		if !bytes.Contains(windows, []byte(`"window":"`+w+`"`)) && !bytes.Contains(windows, []byte(`"window": "`+w+`"`)) {
			t.Fatalf("no draft of the window %s:\n%s", w, windows)
		}
	}
	msgs, err := b.srv.Messages(b.user, "Drafts")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range msgs {
		if !slices.Contains(m.Flags, `\Draft`) {
			t.Errorf("a draft has the flags %q", m.Flags)
		}
		b.drafts = append(b.drafts, readLetter(t, m.Raw))
	}
	if len(b.drafts) != 9 {
		t.Fatalf("%d drafts, want 9: the sample mailbox is read differently: %v", len(b.drafts), titles(b.drafts))
	}
	return b
}

// program runs the program as at a moment, and gives what it printed.
func (b *letterbox) program(t *testing.T, now string, args ...string) []byte {
	t.Helper()
	full := append([]string{"--config", filepath.Join(b.dir, "config.toml"), "--state", filepath.Join(b.dir, "state.db"), "--now", now}, args...)
	var out, errs bytes.Buffer
	cmd := exec.Command(b.bin, full...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("inboxwatch %s: %v\n%s%s", strings.Join(args, " "), err, out.Bytes(), errs.Bytes())
	}
	return out.Bytes()
}

// allSent asks the program what became of its drafts once the mail program has
// sent them all: each counts as sent, and none comes again. The mail program
// dates what it sends by the real clock, so the program looks at that time.
func (b *letterbox) allSent(t *testing.T) {
	t.Helper()
	if msgs, err := b.srv.Messages(b.user, "Drafts"); err != nil || len(msgs) > 0 {
		t.Errorf("%d drafts still lie there: %v", len(msgs), err)
	}
	now := time.Now().Add(time.Minute).Format(time.RFC3339)
	b.program(t, now, "run")
	var rows []struct {
		ID     string
		Drafts []struct{ Window, State string }
	}
	if err := json.Unmarshal(b.program(t, now, "status", "--json"), &rows); err != nil {
		t.Fatal(err)
	}
	sent := 0
	for _, r := range rows {
		for _, d := range r.Drafts {
			switch d.State {
			case "sent":
				sent++
			case "withdrawn": // the call sheet that the trial offer took the place of
			default:
				t.Errorf("%s: the %s counts as %s, and was sent", r.ID, d.Window, d.State)
			}
		}
	}
	if sent != len(b.drafts) {
		t.Errorf("%d of %d drafts count as sent", sent, len(b.drafts))
	}
	if msgs, err := b.srv.Messages(b.user, "Drafts"); err != nil || len(msgs) > 0 {
		t.Errorf("after that, %d drafts lie there: %v", len(msgs), err)
	}
}

func titles(all []letter) (out []string) {
	for _, l := range all {
		out = append(out, l.to+": "+l.title)
	}
	return out
}

func (b *letterbox) deliver(t *testing.T, folder, dir string) {
	t.Helper()
	files, err := filepath.Glob(dir + "/*.eml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no mails in %s", dir)
	}
	var mails []imaptest.Message
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		l := readLetter(t, imaptest.CRLF(raw))
		at, err := l.head.Date()
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		m := imaptest.Message{Arrived: at, Raw: imaptest.CRLF(raw)}
		if folder == "Sent" {
			m.Flags = []string{`\Seen`}
		}
		mails = append(mails, m)
	}
	if err := b.srv.AddAll(b.user, folder, mails); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func readLetter(t *testing.T, raw []byte) letter {
	t.Helper()
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("read a mail: %v\n%s", err, raw)
	}
	l := letter{head: mail.Header{Header: e.Header}}
	if l.title, err = l.head.Subject(); err != nil {
		t.Errorf("the subject cannot be read: %v", err)
	}
	if list, _ := l.head.AddressList("To"); len(list) > 0 {
		l.to = strings.TrimSpace(list[0].Name + " <" + list[0].Address + ">")
	}
	l.ids = strings.Join(strings.Fields(e.Header.Get("In-Reply-To")+" | "+e.Header.Get("References")), " ")
	kind, params, _ := e.Header.ContentType()
	if kind != "text/plain" {
		t.Errorf("%q is %s, not plain text", l.title, kind)
	}
	var body bytes.Buffer
	if _, err := body.ReadFrom(e.Body); err != nil {
		t.Fatalf("%q: %v", l.title, err)
	}
	l.lines = lines(body.String(), strings.EqualFold(params["format"], "flowed"))
	return l
}

// lines gives the text's lines, joined where they flow (RFC 3676).
func lines(text string, flowed bool) []string {
	var out []string
	join := false
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		flows := flowed && strings.HasSuffix(line, " ") && line != "-- "
		if flowed {
			line = strings.TrimPrefix(line, " ")
		}
		if join {
			out[len(out)-1] += line
		} else {
			out = append(out, line)
		}
		join = flows
	}
	for i := range out {
		out[i] = strings.TrimRight(out[i], " ")
	}
	return strings.Split(strings.Trim(strings.Join(out, "\n"), "\n"), "\n")
}

// check asks that what left the mail program is the draft: same recipient,
// subject, paragraphs and thread, and nothing that a hand-written mail lacks.
// own are headers that the mail program puts into every mail, in lower case.
func (l letter) check(t *testing.T, raw []byte, recipient string, own ...string) {
	t.Helper()
	sent := readLetter(t, raw)
	if sent.to != recipient {
		t.Errorf("%q went to %q, want %q", l.title, sent.to, recipient)
	}
	if sent.title != l.title {
		t.Errorf("subject %q, want %q", sent.title, l.title)
	}
	if sent.ids != l.ids {
		t.Errorf("%q: threading headers %q, want %q", l.title, sent.ids, l.ids)
	}
	if !slices.Equal(sent.lines, l.lines) {
		t.Errorf("%q: text\n%s\nwant\n%s", l.title, strings.Join(sent.lines, "\n"), strings.Join(l.lines, "\n"))
	}
	if at, err := sent.head.Date(); err != nil || time.Since(at).Abs() > time.Hour {
		t.Errorf("%q is dated %s, not when it was sent (%v)", l.title, at, err)
	}
	if id, err := sent.head.MessageID(); err != nil || id == "" {
		t.Errorf("%q was sent without a Message-ID: %v", l.title, err)
	}
	for f := sent.head.Fields(); f.Next(); {
		if key := strings.ToLower(f.Key()); !slices.Contains(ordinary, key) && !slices.Contains(own, key) {
			t.Errorf("%q was sent with a header %s: %s", l.title, f.Key(), f.Value())
		}
	}
	if !l.callSheet() && bytes.Contains(bytes.ToLower(raw), []byte("inboxwatch")) {
		t.Errorf("%q names the program:\n%s", l.title, raw)
	}
}

// callSheet reports whether it goes to the user himself.
func (l letter) callSheet() bool { return strings.Contains(l.to, "<robin@ashworth.example>") }

// ordinary are the headers of a mail that somebody wrote by hand.
var ordinary = []string{"date", "from", "to", "subject", "message-id", "in-reply-to", "references", "mime-version",
	"content-type", "content-transfer-encoding", "content-disposition", "user-agent"}
