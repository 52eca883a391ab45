package imapwatch_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imapwatch"
)

// odd is an answer that no server should give, and what must come of it:
// either all is read in spite of it (want nil, left empty), or the mails named
// in left are left out, or the pass ends with an error of the kind want.
type odd struct {
	name string
	verb string
	say  func(c *imaptest.FakeCommand) // in place of the proper answer
	want error
	left []uint32
}

// swap changes the proper answer.
func swap(old, new string) func(*imaptest.FakeCommand) {
	return func(c *imaptest.FakeCommand) { c.Say(strings.ReplaceAll(c.Proper(), old, new)) }
}

// before says something ahead of the proper answer.
func before(text string) func(*imaptest.FakeCommand) {
	return func(c *imaptest.FakeCommand) { c.Say(text + c.Proper()) }
}

func say(text string) func(*imaptest.FakeCommand) {
	return func(c *imaptest.FakeCommand) { c.Say(text) }
}

// second changes only what is said of the mail with UID 2, wherever it is asked for.
func second(old, new string) func(*imaptest.FakeCommand) {
	return func(c *imaptest.FakeCommand) {
		text := c.Proper()
		i := strings.Index(text, "* 2 FETCH")
		if i < 0 {
			c.Say(text)
			return
		}
		j := i + strings.Index(text[i:], ")\r\n") + 3
		c.Say(text[:i] + strings.Replace(text[i:j], old, new, 1) + text[j:])
	}
}

func hang(c *imaptest.FakeCommand) { c.Hang() }
func snap(c *imaptest.FakeCommand) { c.Break() }
func flood(c *imaptest.FakeCommand) {
	line := strings.Repeat("x", 64<<10)
	for range 1000 {
		c.Say(line)
	}
}

var temporary, login = imapwatch.ErrTemporary, imapwatch.ErrLogin

var odds = []odd{
	// The greeting.
	{"no greeting", "GREETING", hang, temporary, nil},
	{"closed at once", "GREETING", snap, temporary, nil},
	{"BYE as greeting", "GREETING", say("* BYE too busy\r\n"), temporary, nil},
	{"a web server", "GREETING", say("HTTP/1.1 400 Bad Request\r\n\r\n"), temporary, nil},
	{"an SMTP server", "GREETING", say("220 mail.example ESMTP\r\n"), temporary, nil},
	{"a greeting without end", "GREETING", flood, temporary, nil},
	{"binary noise", "GREETING", say("\x16\x03\x01\x00\xff\x00\x00\r\n"), temporary, nil},
	{"a greeting in drips", "GREETING", func(c *imaptest.FakeCommand) { c.Drip("* OK "+strings.Repeat("z", 100), 50*time.Millisecond) }, temporary, nil},
	{"PREAUTH", "GREETING", say("* PREAUTH [CAPABILITY " + imaptest.FakeCaps + "] in already\r\n"), nil, nil},
	{"a greeting without text", "GREETING", say("* OK\r\n"), nil, nil},
	{"an ALERT with escapes", "GREETING", say("* OK [ALERT] \x1b[2J\u202e\r\n"), nil, nil},
	// Capabilities and login.
	{"capabilities without end", "CAPABILITY", say("* CAPABILITY " + strings.Repeat("A ", 60<<10)), temporary, nil},
	{"IMAP4rev2 offered", "AUTHENTICATE", say("{tag} OK [CAPABILITY IMAP4rev1 IMAP4rev2 UIDPLUS MOVE] in\r\n"), nil, nil},
	{"nothing after login", "AUTHENTICATE", hang, temporary, nil},
	{"wrong password", "AUTHENTICATE", say("{tag} NO [AUTHENTICATIONFAILED] no\r\n"), login, nil},
	{"wrong password, with the secret echoed", "AUTHENTICATE", say("{tag} NO secret-of-sam is wrong\r\n"), login, nil},
	{"login: not now", "AUTHENTICATE", say("{tag} NO [UNAVAILABLE] backend down\r\n"), temporary, nil},
	{"login: throttled", "AUTHENTICATE", say("{tag} BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds\r\n"), temporary, nil},
	{"login: BYE", "AUTHENTICATE", say("* BYE go away\r\n"), temporary, nil},
	{"login: another tag", "AUTHENTICATE", say("X99 OK in\r\n"), temporary, nil},
	{"login: endless questions", "AUTHENTICATE", say("+ what\r\n+ what\r\n+ what\r\n"), temporary, nil},
	{"login: untagged noise without end", "AUTHENTICATE", func(c *imaptest.FakeCommand) {
		for range 1000 {
			c.Say("* FOO bar\r\n")
		}
	}, temporary, nil},
	// LIST.
	{"a folder name that is no UTF-7", "LIST", before("* LIST () \"/\" \"Entw\xc3\xbcrfe\"\r\n* LIST () \"/\" \"&AAA\"\r\n"), nil, nil},
	{"a folder name with escapes", "LIST", before("* LIST () \"/\" \"a\x1b[2Jb\"\r\n"), nil, nil},
	{"a folder name in a literal", "LIST", before("* LIST () \"/\" {5}\r\nHello\r\n"), nil, nil},
	{"LSUB lines", "LIST", before("* LSUB () \"/\" x\r\n"), nil, nil},
	{"folders twice", "LIST", before("* LIST () \"/\" INBOX\r\n* LIST (\\Drafts) \"/\" Drafts\r\n"), nil, nil},
	{"two drafts folders", "LIST", before("* LIST (\\Drafts) \"/\" Other\r\n"), nil, nil},
	{"no folders", "LIST", say("{tag} OK none\r\n"), imapwatch.ErrMissing, nil},
	{"LIST refused", "LIST", say("{tag} NO no\r\n"), imapwatch.ErrRefused, nil},
	{"a delimiter of two characters", "LIST", before("* LIST () \"//\" x\r\n"), temporary, nil},
	{"folders without end", "LIST", func(c *imaptest.FakeCommand) {
		for range 40000 {
			c.Say(fmt.Sprintf("* LIST () \"/\" \"%s\"\r\n", strings.Repeat("n", 200)))
		}
	}, temporary, nil},
	// STATUS.
	{"STATUS of another name", "STATUS", swap("Drafts", "DRAFTS"), nil, nil},
	{"STATUS without numbers", "STATUS", swap("MESSAGES", "FOO"), nil, nil},
	{"STATUS refused", "STATUS", say("{tag} NO no\r\n"), nil, nil},
	{"STATUS with NIL", "STATUS", say("* STATUS INBOX (MESSAGES NIL)\r\n{tag} OK done\r\n"), temporary, nil},
	{"STATUS: BYE", "STATUS", say("* BYE Server Unavailable.\r\n"), temporary, nil},
	{"STATUS: not an answer at all", "STATUS", say("Server Unavailable.\r\n"), temporary, nil},
	// EXAMINE.
	{"FLAGS NIL", "EXAMINE", swap("* FLAGS (\\Draft)", "* FLAGS NIL"), nil, nil},
	{"FLAGS garbage", "EXAMINE", swap("* FLAGS (\\Draft)", "* FLAGS (\\Draft ] \"\" $a]b)"), nil, nil},
	{"PERMANENTFLAGS garbage", "EXAMINE", before("* OK [PERMANENTFLAGS (]\r\n"), nil, nil},
	{"no UIDNEXT", "EXAMINE", swap("* OK [UIDNEXT", "* OK [FOO"), nil, nil},
	{"no UIDVALIDITY", "EXAMINE", swap("* OK [UIDVALIDITY", "* OK [FOO"), nil, nil},
	{"unknown untagged words", "EXAMINE", before("* VANISHED (EARLIER) 1:5\r\n* FOO bar\r\n* 7 BAZ\r\n\r\n* XLIST () NIL x\r\n"), nil, nil},
	{"an unknown word with a literal", "EXAMINE", before("* METADATA x {4}\r\nabcd\r\n* XGM {3}\r\n* 1 y\r\n"), nil, nil},
	{"EXAMINE hangs", "EXAMINE", hang, temporary, nil},
	{"EXAMINE breaks", "EXAMINE", snap, temporary, nil},
	{"EXISTS too large", "EXAMINE", swap("* 3 EXISTS", "* 99999999999 EXISTS"), temporary, nil},
	// SEARCH.
	{"a trailing space", "UID SEARCH", say("* SEARCH 1 2 3 \r\n{tag} OK done\r\n"), nil, nil},
	{"hits in two lines", "UID SEARCH", say("* SEARCH 3\r\n* SEARCH 1 2\r\n{tag} OK done\r\n"), nil, nil},
	{"hits out of order and twice", "UID SEARCH", say("* SEARCH 3 1 2 3 1\r\n{tag} OK done\r\n"), nil, nil},
	{"no hits where there are some", "UID SEARCH", say("* SEARCH\r\n{tag} OK done\r\n"), nil, nil},
	{"no answer but OK", "UID SEARCH", say("{tag} OK done\r\n"), nil, nil},
	{"hits that do not exist", "UID SEARCH", say("* SEARCH 1 2 3 4000000000\r\n{tag} OK done\r\n"), temporary, nil},
	{"hits that are gone", "UID SEARCH", say("* SEARCH 1 2 3 4 5\r\n{tag} OK done\r\n"), nil, nil},
	{"hits that are words", "UID SEARCH", say("* SEARCH one two\r\n{tag} OK done\r\n"), temporary, nil},
	{"an unasked ESEARCH", "UID SEARCH", before("* ESEARCH (TAG \"A\") UID COUNT 3\r\n"), nil, nil},
	{"SEARCH refused", "UID SEARCH", say("{tag} BAD SEARCH unknown\r\n"), nil, nil},
	{"hits without end", "UID SEARCH", func(c *imaptest.FakeCommand) {
		c.Say("* SEARCH")
		line := strings.Repeat(" 1", 32<<10)
		for range 1000 {
			c.Say(line)
		}
	}, temporary, nil},
	// FETCH.
	{"UID after the literal", "UID FETCH", uidLast, nil, nil},
	{"the mails in the other order", "UID FETCH", reversed, nil, nil},
	{"every mail twice", "UID FETCH", func(c *imaptest.FakeCommand) {
		text := c.Proper()
		i := strings.LastIndex(text, "{tag} OK")
		c.Say(text[:i] + text)
	}, nil, nil},
	{"a mail nobody asked for", "UID FETCH", before("* 9 FETCH (UID 99 FLAGS ())\r\n* 1 FETCH (FLAGS (\\Seen))\r\n"), nil, nil},
	{"an unknown item", "UID FETCH", second("FLAGS", "X-GM-MSGID 12 FLAGS"), nil, []uint32{2}},
	{"FLAGS NIL of one mail", "UID FETCH", second("FLAGS ()", "FLAGS NIL"), nil, []uint32{2}},
	{"INTERNALDATE without a zone", "UID FETCH", second(" +0000\"", "\""), nil, []uint32{2}},
	{"two spaces", "UID FETCH", second("FLAGS", " FLAGS"), nil, []uint32{2}},
	{"a list without end", "UID FETCH", second(")\r\n", "\r\n"), nil, nil},
	{"NIL for a section", "UID FETCH", nilSection, nil, nil},
	{"a literal of 3 GB announced", "UID FETCH", say("* 2 FETCH (UID 2 BODY[] {3221225472}\r\nabc"), temporary, nil},
	{"a literal of 2^70 bytes announced", "UID FETCH", say("* 2 FETCH (UID 2 BODY[] {1180591620717411303424}\r\nabc"), temporary, nil},
	{"a literal larger than asked for", "UID FETCH", tooLarge(1, 2, 3), temporary, nil},
	{"one literal larger than asked for", "UID FETCH", tooLarge(2), nil, []uint32{2}},
	{"a negative literal", "UID FETCH", say("* 2 FETCH (UID 2 BODY[] {-5}\r\nabc)\r\n{tag} OK done\r\n"), temporary, nil},
	{"a literal that stops", "UID FETCH", say("* 2 FETCH (UID 2 BODY[]<0> {100}\r\nabc"), temporary, nil},
	{"a literal in drips", "UID FETCH", func(c *imaptest.FakeCommand) {
		c.Drip("* 2 FETCH (UID 2 BODY[]<0> {1000}\r\n"+strings.Repeat("d", 100), 30*time.Millisecond)
	}, temporary, nil},
	{"a line without end", "UID FETCH", flood, temporary, nil},
	{"FETCH refused", "UID FETCH", say("{tag} NO [SERVERBUG] sorry\r\n"), temporary, nil},
	{"FETCH answered with another tag", "UID FETCH", say("T999 OK done\r\n"), temporary, nil},
	{"FETCH asked back", "UID FETCH", say("+ yes?\r\n"), temporary, nil},
	{"FETCH hangs", "UID FETCH", hang, temporary, nil},
	{"FETCH breaks", "UID FETCH", snap, temporary, nil},
	{"EXPUNGE meanwhile", "UID FETCH", before("* 1 EXPUNGE\r\n* 5 EXISTS\r\n"), nil, nil},
	{"BYE meanwhile", "UID FETCH", before("* BYE shutting down\r\n"), temporary, nil},
	{"throttled", "UID FETCH", say("{tag} NO Request is throttled. Suggested Backoff Time: 5000 milliseconds\r\n"), temporary, nil},
	{"noise without end", "UID FETCH", func(c *imaptest.FakeCommand) {
		for range 20000 {
			c.Say("* FOO bar\r\n")
		}
	}, temporary, nil},
	{"no CR at the lines' ends", "UID SEARCH", say("* SEARCH 1 2 3\n{tag} OK done\n"), nil, nil},
	{"lower case", "UID FETCH", swap("FETCH", "fetch"), nil, nil},
	{"a capability list in a tagged answer", "EXAMINE", swap("{tag} OK [READ-ONLY] open", "{tag} OK [CAPABILITY IMAP4rev2] open"), nil, nil},
}

// tooLarge answers for some mails with far more of the body than was asked for.
func tooLarge(uids ...int) func(*imaptest.FakeCommand) {
	return func(c *imaptest.FakeCommand) {
		text := c.Proper()
		if !strings.Contains(c.Args, "BODY.PEEK[]") {
			c.Say(text)
			return
		}
		for _, n := range uids {
			at := strings.Index(text, fmt.Sprintf("* %d FETCH (UID %d", n, n))
			if at < 0 {
				continue
			}
			end := at + strings.Index(text[at:], ")\r\n")
			text = text[:at] + fmt.Sprintf("* %d FETCH (UID %d BODY[]<0> {1000000}\r\n%s", n, n, strings.Repeat("x", 1000000)) + text[end:]
		}
		c.Say(text)
	}
}

// uidLast moves UID behind the literal, where go-imap does not look for it.
func uidLast(c *imaptest.FakeCommand) {
	text := c.Proper()
	for i := 1; i <= 3; i++ {
		uid := fmt.Sprintf("UID %d ", i)
		at := strings.Index(text, fmt.Sprintf("* %d FETCH (%s", i, uid))
		if at < 0 || !strings.Contains(c.Args, "BODY") {
			continue
		}
		end := at + strings.Index(text[at:], ")\r\n")
		text = text[:at] + strings.Replace(text[at:end], uid, "", 1) + " " + strings.TrimSpace(uid) + text[end:]
	}
	c.Say(text)
}

func reversed(c *imaptest.FakeCommand) {
	text := c.Proper()
	i := strings.LastIndex(text, "{tag} OK")
	parts := strings.SplitAfter(text[:i], ")\r\n")
	slices.Reverse(parts)
	c.Say(strings.Join(parts, "") + text[i:])
}

func nilSection(c *imaptest.FakeCommand) {
	if !strings.Contains(c.Args, "BODY.PEEK[]") {
		c.Say(c.Proper())
		return
	}
	c.Say("* 1 FETCH (UID 1 BODY[]<0> NIL)\r\n* 2 FETCH (UID 2 BODY[]<0> NIL)\r\n* 3 FETCH (UID 3 BODY[]<0> NIL)\r\n{tag} OK done\r\n")
}

// offending is a part of the answer that the error or the log shows.
var offending = map[string]string{
	"BYE as greeting":               "too busy",
	"a web server":                  "HTTP/1.1 400 Bad Request",
	"an SMTP server":                "220 mail.example ESMTP",
	"login: not now":                "backend down",
	"login: BYE":                    "go away",
	"a delimiter of two characters": `\"//\" x`,
	"STATUS with NIL":               "MESSAGES NIL",
	"STATUS: BYE":                   "Server Unavailable.",
	"STATUS: not an answer at all":  "Server Unavailable.",
	"EXISTS too large":              "99999999999 EXISTS",
	"hits that are words":           "SEARCH one two",
	"a literal of 3 GB announced":   "3221225472",
	"FETCH refused":                 "sorry",
	"BYE meanwhile":                 "shutting down",
}

func TestOddAnswers(t *testing.T) {
	if len(odds) < 60 {
		t.Fatalf("%d odd answers, want at least 60", len(odds))
	}
	for _, o := range odds {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			oddPass(t, o)
		})
	}
}

func oddPass(t *testing.T, o odd) {
	var mails []imaptest.Message
	for i := range uint32(3) {
		id := fmt.Sprintf("m%d@x", i+1)
		mails = append(mails, imaptest.Message{UID: i + 1, Arrived: now.UTC(), Raw: imaptest.CRLF(mail(id, "Interview", "a@x.example"))})
	}
	f, err := imaptest.StartFake(mails, func(c *imaptest.FakeCommand) bool {
		if c.Verb == "GREETING" && o.verb == "CAPABILITY" {
			c.Say("* OK hello\r\n")
			return true
		}
		if c.Verb != o.verb {
			return false
		}
		o.say(c)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var log bytes.Buffer
	start := time.Now()
	read, left, err := onePass(t, f, &log)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %s", took)
	}
	if o.want != nil {
		if !errors.Is(err, o.want) {
			t.Fatalf("read %d, error %v, want the kind %v", read, err, o.want)
		}
	} else if err != nil || read != 3-len(o.left) || !slices.Equal(left, o.left) {
		t.Fatalf("read %d, left out %v, error %v", read, left, err)
	}
	said := log.String()
	if err != nil {
		said += err.Error()
	}
	if strings.ContainsAny(said, "\x1b\u202e\x00") || strings.Contains(said, "secret-of-sam") || err != nil && strings.ContainsAny(err.Error(), "\r\n") {
		t.Errorf("unfit to be shown: %q", said)
	}
	if line := offending[o.name]; !strings.Contains(said, line) {
		t.Errorf("%q does not show the line that offended: %s", said, line)
	}
	if err != nil && o.name == "throttled" {
		if d, ok := imapwatch.RetryAfter(err); !ok || d != 5*time.Second {
			t.Errorf("asked to wait %v %v", d, ok)
		}
	}
}

func onePass(t *testing.T, f *imaptest.Fake, log io.Writer) (read int, left []uint32, err error) {
	acc := imapwatch.Account{Name: "t", Host: f.Host, Port: f.Port, Security: "none", Username: "sam", Secret: secret("secret-of-sam"), Timeout: 400 * time.Millisecond}
	c, err := imapwatch.Dial(t.Context(), acc, slog.New(slog.NewTextHandler(log, nil)))
	if err != nil {
		return 0, nil, err
	}
	defer c.Close()
	all, err := c.Folders(t.Context())
	if err != nil {
		return 0, nil, err
	}
	for _, folder := range all {
		if folder.Role != imapwatch.Inbox {
			continue
		}
		_, st, err := c.Sync(t.Context(), folder, imapwatch.Cursor{}, imapwatch.SyncOptions{Since: now.AddDate(0, 0, -60)}, func(imapwatch.Item) error {
			read++
			return nil
		})
		if err != nil {
			return read, st.Unreadable, err
		}
		left = st.Unreadable
	}
	_, err = c.ListDrafts(t.Context())
	return read, left, err
}

// TestNothingGrows lets a server talk without end and looks at the memory.
func TestNothingGrows(t *testing.T) {
	var m0, m1 runtime.MemStats
	for _, o := range odds {
		if !strings.Contains(o.name, "without end") {
			continue
		}
		runtime.GC()
		runtime.ReadMemStats(&m0)
		oddPass(t, o)
		runtime.ReadMemStats(&m1)
		if grown := m1.Sys - m0.Sys; m1.Sys > m0.Sys && grown > 128<<20 {
			t.Errorf("%s: took %d MB", o.name, grown>>20)
		}
	}
}
