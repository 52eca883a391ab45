package imapwatch

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

const benchHead = "From: =?utf-8?q?J=C3=B6rg?= <joerg@acme.example>\r\nTo: Sam Okafor <sam@okafor.example>\r\nSubject: Our offers of the week\r\nDate: Thu, 19 Nov 2026 10:00:00 +0000\r\nMessage-ID: <a.b@acme.example>\r\nReferences: <c@acme.example>\r\n <d@acme.example>\r\nList-Unsubscribe: <https://shop.example/u/123>\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"

// BenchmarkHeader is the work on each mail that is looked at.
func BenchmarkHeader(b *testing.B) {
	raw := []byte(benchHead)
	b.ReportAllocs()
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		var h HeaderFields
		h.parse(raw)
		if h.MessageID == "" || h.key() == 0 {
			b.Fatal("not read")
		}
	}
}

// BenchmarkFilter is what the filter costs on the way to go-imap.
func BenchmarkFilter(b *testing.B) {
	var stream bytes.Buffer
	for i := range 1000 {
		fmt.Fprintf(&stream, "* %d FETCH (UID %d FLAGS () BODY[HEADER.FIELDS (FROM)] {%d}\r\n%s)\r\n", i+1, i+1, len(benchHead), benchHead)
	}
	b.ReportAllocs()
	b.SetBytes(int64(stream.Len()))
	for b.Loop() {
		f := filter{br: bufio.NewReaderSize(bytes.NewReader(stream.Bytes()), 32<<10), spend: func(int, bool) error { return nil }, count: func(int64, bool) {}}
		if n, err := io.Copy(io.Discard, &f); err != nil || n != int64(stream.Len()) {
			b.Fatal(n, err)
		}
	}
}

// TestFilter: what nobody asked for does not pass, and the rest passes as it is.
func TestFilter(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"* 1 FETCH (UID 1 BODY[] {5}\r\n* FOO)\r\n", "* 1 FETCH (UID 1 BODY[] {5}\r\n* FOO)\r\n"},
		{"* VANISHED 1:5\r\n\r\nT1 OK x\r\n", "T1 OK x\r\n"},
		{"* FOO {4}\r\nT1 O\r\nT1 OK x\r\n", "T1 OK x\r\n"},
		{"* SEARCH 1 2 \r\n", "* SEARCH 1 2\r\n"},
		{"* OK [UIDNEXT 5] x\r\n* OK hello {5}\r\n", "* OK [UIDNEXT 5] x\r\n"},
		{"T1 OK [CAPABILITY IMAP4rev2] x\r\n", "T1 OK done\r\n"},
		{"* LIST () \"/\" \"a\\\"b\"\r\n* LIST () \"/\" &x\r\n", "* LIST () \"/\" \"a\\\"b\"\r\n"},
		{"* 1 FETCH (UID 1 X {2}\r\nab Y {1}\r\nc)\r\n", "* 1 FETCH (UID 1 X {2}\r\nab Y {1}\r\nc)\r\n"},
	} {
		f := filter{br: bufio.NewReader(strings.NewReader(c.in)), spend: func(int, bool) error { return nil }, count: func(int64, bool) {}}
		out, _ := io.ReadAll(&f)
		if string(out) != c.out {
			t.Errorf("%q passed as %q, want %q", c.in, out, c.out)
		}
	}
}

func TestTextToCome(t *testing.T) {
	for _, c := range []struct {
		raw  string
		more bool
	}{
		{"Subject: x\r\n\r\nplain text that goes on", true},
		{"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\ntext", true},
		{"x\r\n--b\r\nContent-Type: application/pdf\r\n\r\nJVBERi0", false},
		{"x\r\n--b\r\nContent-Type: application/octet-stream; name=invite.ics\r\n\r\nQkVHSU4", true},
		{"x\r\n--b\r\nContent-Type: appl", true},
		{"x\r\n--b\r\nContent-Disposition: inline\r\n\r\nabc", true},
	} {
		if got := textToCome([]byte(c.raw)); got != c.more {
			t.Errorf("%q: %v", c.raw, got)
		}
	}
}
