package imapwatch

import (
	"strings"
	"testing"
)

func TestGate(t *testing.T) {
	const drafts, trash = "Entwürfe", "Papierkorb"
	for _, c := range []struct {
		lines string // one command or several, without CRLF, separated by |
		ok    bool
	}{
		{`a NOOP`, true},
		{`a LOGOUT`, true},
		{`a LIST "" "*" RETURN (SPECIAL-USE)`, true},
		{`a EXAMINE INBOX`, true},
		{`a SELECT "Entw&APw-rfe"`, true},
		{`a SELECT Entw&APw-rfe`, true},
		{`a SELECT INBOX`, false},
		{`a SELECT "Papierkorb"`, false},
		{`a UID FETCH 1:5 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS ("FROM" "BODY[]")])`, true},
		{`a UID FETCH 1 (BODY.PEEK[]<0.65536>)`, true},
		{`a UID FETCH 1 (BODY[])`, false},
		{`a UID FETCH 1 BODY[TEXT]`, false},
		{`a UID FETCH 1 (RFC822)`, false},
		{`a UID FETCH 1 (RFC822.TEXT)`, false},
		{`a UID FETCH 1 (ENVELOPE)`, false},
		{`a UID FETCH 1 (BODYSTRUCTURE)`, false},
		{`a UID FETCH 1 (BINARY[])`, false},
		{`a FETCH 1 FULL`, false},
		{`a UID SEARCH SINCE "1-Sep-2026"`, true},
		{`a STORE 1 +FLAGS (\Seen)`, false},
		{`a UID STORE 1 +FLAGS.SILENT (\Deleted)`, false}, // Drafts is not selected
		{`a SELECT "Entw&APw-rfe"|b UID STORE 1 +FLAGS.SILENT (\Deleted)`, true},
		{`a SELECT "Entw&APw-rfe"|b UID STORE 1:* +FLAGS.SILENT (\Deleted)`, false},
		{`a SELECT "Entw&APw-rfe"|b UID STORE 1 +FLAGS.SILENT (\Seen)`, false},
		{`a SELECT "Entw&APw-rfe"|b UID STORE 1 FLAGS.SILENT (\Deleted)`, false},
		{`a SELECT "Entw&APw-rfe"|b EXAMINE INBOX|c UID STORE 1 +FLAGS.SILENT (\Deleted)`, false},
		{`a SELECT "Entw&APw-rfe"|b UID MOVE 7 "Papierkorb"`, true},
		{`a SELECT "Entw&APw-rfe"|b UID MOVE 7 INBOX`, false},
		{`a SELECT "Entw&APw-rfe"|b UID MOVE 7,8 "Papierkorb"`, false},
		{`a SELECT "Entw&APw-rfe"|b UID EXPUNGE 7`, true},
		{`a SELECT "Entw&APw-rfe"|b UID EXPUNGE 1:*`, false},
		{`a SELECT "Entw&APw-rfe"|b EXPUNGE`, false},
		{`a CLOSE`, false},
		{`a DELETE x`, false}, {`a CREATE x`, false}, {`a RENAME a b`, false}, {`a SUBSCRIBE x`, false},
		{`a SETACL x y z`, false}, {`a SETMETADATA x (y z)`, false}, {`a GETMETADATA x y`, false},
		{`a APPEND "Entw&APw-rfe" (\Draft \Seen) {3}|abc`, true},
		{`a APPEND "Entw&APw-rfe" (\Seen) {3}`, false},
		{`a APPEND "Entw&APw-rfe" {3}`, false},
		{`a APPEND INBOX (\Draft) {3}`, false},
		{`a APPEND "Entw&APw-rfe" (\Draft) {3}|abcdef`, false}, // more than announced
		{`a UID SEARCH HEADER Message-ID {3}`, false},
		{`a IDLE|DONE`, true},
		{`a IDLE|b NOOP`, false},
		{`nonsense`, false},
		{``, false},
	} {
		g := gate{drafts: drafts, trash: trash}
		var err error
		for _, line := range strings.Split(c.lines, "|") {
			if _, err = g.check([]byte(line + "\r\n")); err != nil {
				break
			}
		}
		if (err == nil) != c.ok {
			t.Errorf("%q: error %v, want passed = %v", c.lines, err, c.ok)
		}
	}
}

// TestGatePieces: a command that arrives in pieces is judged as a whole.
func TestGatePieces(t *testing.T) {
	whole := "a SELECT Drafts\r\nb APPEND Drafts (\\Draft) {10}\r\n01234\r\n789\r\nc UID STORE 1 +FLAGS (\\Deleted)\r\n"
	g := gate{drafts: "Drafts"}
	var out []byte
	for i := range len(whole) {
		b, err := g.check([]byte(whole[i : i+1]))
		if err != nil {
			t.Fatalf("at %d: %v", i, err)
		}
		out = append(out, b...)
	}
	if string(out) != whole {
		t.Errorf("passed %q", out)
	}
	if _, err := (&gate{}).check([]byte(strings.Repeat("x", 10000))); err == nil {
		t.Error("a command without end passed")
	}
}

func TestUTF7(t *testing.T) {
	for _, name := range []string{"Entwürfe", "INBOX.Gönderilenler", "下書き", "a&b", "Черновики", "📥 in", "&", "Schițe"} {
		wire := encodeUTF7(name)
		back, err := decodeUTF7(wire)
		if err != nil || back != name {
			t.Errorf("%q went to %q and back to %q, %v", name, wire, back, err)
		}
	}
	if got := encodeUTF7("Entwürfe"); got != "Entw&APw-rfe" {
		t.Errorf("got %q", got)
	}
	for _, wire := range []string{"&", "&AAA", "a\x00b", "&AGE-", "&!!!-", "Entw\xc3\xbcrfe", "&2AA-"} {
		if s, err := decodeUTF7(wire); err == nil {
			t.Errorf("%q was read as %q", wire, s)
		}
	}
}

func FuzzGate(f *testing.F) {
	f.Add([]byte("a SELECT Drafts\r\nb UID STORE 1 +FLAGS.SILENT (\\Deleted)\r\n"), uint8(3))
	f.Add([]byte("a APPEND Drafts (\\Draft) {3}\r\nabc\r\n"), uint8(1))
	f.Fuzz(func(t *testing.T, p []byte, piece uint8) {
		// In whatever pieces a stream comes, the judgement is the same.
		one := gate{drafts: "Drafts", trash: "Trash"}
		_, want := one.check(p)
		many := gate{drafts: "Drafts", trash: "Trash"}
		var got error
		for rest := p; len(rest) > 0 && got == nil; {
			n := min(len(rest), int(piece)+1)
			_, got = many.check(rest[:n])
			rest = rest[n:]
		}
		if (want == nil) != (got == nil) && len(p) < maxCommandLine {
			t.Errorf("whole: %v, in pieces: %v", want, got)
		}
	})
}
