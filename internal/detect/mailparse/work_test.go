package mailparse

import (
	"strings"
	"testing"
	"time"
)

// TestWorkIsCounted: what a mail can make the reader do is bounded by counts,
// whatever the mail says.
func TestWorkIsCounted(t *testing.T) {
	for _, h := range hostileMails() {
		raw, _ := normalise([]byte(h.raw))
		fs, body, _ := scanHeader(raw)
		var w walker
		w.walk(part{fs.get("Content-Type"), fs.get("Content-Transfer-Encoding"), fs.get("Content-Disposition")}, body)
		text := w.chooseText()
		if len(fs) > maxFields || w.parts > maxParts+1 || len(w.leaves) > maxParts || w.textLen > maxTextBytes*5 || len(w.calendars) > maxCalendars ||
			len(w.names) > maxNames || len(w.inner) > 5 || len(text.lines) > maxLines+maxParts || len(text.links) > maxParts*maxLinks {
			t.Errorf("%s: %d fields, %d parts, %d texts of %d bytes, %d calendars, %d names, %d mails, %d lines", h.name,
				len(fs), w.parts, len(w.leaves), w.textLen, len(w.calendars), len(w.names), len(w.inner), len(text.lines))
		}
	}
}

// growing are texts that can be made of any length, some of them made to
// cost more the longer they are.
var growing = []struct {
	name, header string
	unit         string
}{
	{"plain", "", "Your interview is on Thursday at 14:00 in room four.\n"},
	{"one line", "", "Your interview is on Thursday at 14:00. "},
	{"quotes", "", "> a line that is quoted\n"},
	{"attributions", "", "On Thu, 5 Nov 2026 at 09:15\n"},
	{"sign-offs", "", "Kind regards\nJane\n"},
	{"labels", "", "From: a@b.example\nbody\n"},
	{"bars", "", "---------- Forwarded message ---------\n"},
	{"table", "Content-Type: text/html", "<tr><td style=\"color:red\"><p>Date</p></td><td>12 Nov</td></tr>"},
	{"open tags", "Content-Type: text/html", "<div><b>a "},
	{"end tags", "Content-Type: text/html", "</i></b>a "},
	{"links", "Content-Type: text/html", "<a href=\"mailto:a@b.example\">x</a> "},
	{"base64", "Content-Transfer-Encoding: base64", "QUJDREVGR0hJ!\n"},
	{"parts", "Content-Type: multipart/mixed; boundary=B", "--B\nContent-Type: text/plain\n\nx\n"},
	{"header", "Cc:", " Doe, Jane <a@b.example>,\n"},
}

// TestWorkGrowsLinearly holds the time for 2 MB against that for 250 kB: eight
// times the size may take twenty times as long, quadratic work takes sixty-four.
func TestWorkGrowsLinearly(t *testing.T) {
	cost := func(header, unit string, size int) time.Duration {
		raw := []byte(head + header + "\n\n" + strings.Repeat(unit, size/len(unit)))
		if header == "Cc:" {
			raw = []byte(head + header + strings.Repeat(unit, size/len(unit)))
		}
		best := time.Hour
		for range 3 {
			begin := time.Now()
			Parse(raw)
			best = min(best, time.Since(begin))
		}
		return best
	}
	for _, g := range growing {
		small, large := cost(g.header, g.unit, 250<<10), cost(g.header, g.unit, 2<<20)
		if large > 20*small+20*time.Millisecond {
			t.Errorf("%s: %v for 250 kB, %v for 2 MB", g.name, small, large)
		}
		if testing.Verbose() {
			t.Logf("%s: %v for 250 kB, %v for 2 MB", g.name, small, large)
		}
	}
}
