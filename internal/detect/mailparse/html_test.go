package mailparse

import (
	"strings"
	"testing"
)

var htmlTests = []struct{ name, html, want string }{
	{"label and value", "<table><tr><td>Date</td><td>12 November</td></tr><tr><td>Time</td><td>14:00</td></tr></table>", "Date\t12 November\nTime\t14:00"},
	{"label and value in blocks", "<table><tr><td><p><b>Date</b></p></td><td><p>12 November</p></td></tr></table>", "Date\t12 November"},
	{"headings and values in rows", "<table><tr><th>Date</th><th>Time</th></tr><tr><td>12 Nov</td><td>14:00</td></tr></table>", "Date\tTime\n12 Nov\t14:00"},
	{"empty first cell", "<table><tr><td>&nbsp;</td><td>Date</td><td>12 Nov</td></tr><tr><td></td><td>Time</td><td>14:00</td></tr></table>", "Date\t12 Nov\nTime\t14:00"},
	{"cell of two lines", "<table><tr><td>When</td><td>12 Nov<br>14:00</td><td>Room 4</td></tr></table>", "When\t12 Nov\n14:00\nRoom 4"},
	{"layout tables", "<table><tr><td><table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table></td><td>side</td></tr></table>", "A\t1\nB\t2\nside"},
	{"cells never closed", "<table><tr><td>Date<td>12 Nov<tr><td>Time<td>14:00</table>", "Date\t12 Nov\nTime\t14:00"},
	{"paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"},
	{"divs as Outlook and Gmail write lines", "<div>One</div><div><br></div><div>Two</div><div>Three</div>", "One\n\nTwo\nThree"},
	{"breaks", "One<br>Two<br/><br>Three", "One\nTwo\n\nThree"},
	{"words parted by tags", "Mon<b>day</b> <i>14</i>:<i>00</i>", "Monday 14:00"},
	{"white space", "  a \n\t b&nbsp;&nbsp;c  ", "a b  c"},
	{"list", "<ul><li>One</li><li>Two</ul>", "- One\n- Two"},
	{"entities", "R&amp;D &ndash; M&uuml;ller &#8217;s &euro;5", "R&D – Müller ’s €5"},
	{"comments for Outlook", "<!--[if mso]><p>mso</p><![endif]-->a<![if !mso]>b<![endif]>", "ab"},
	{"style, script, title", "<head><title>T</title><style>p{}</style></head><script>x</script>a", "a"},
	{"mail link", `<a href="mailto:jane@acme.example?subject=x">Jane</a>`, "Jane <jane@acme.example>"},
	{"mail link that shows itself", `<a href="mailto:jane@acme.example">jane@acme.example</a>`, "jane@acme.example"},
	{"telephone link", `<a href="tel:+442079460018">Call</a>`, "Call +442079460018"},
	{"preheader", `<span style="display:none;font-size:1px">Offer inside</span>Hello`, "Hello"},
	{"size zero outside, text inside", `<td style="font-size:0"><span style="font-size:16px">Hello</span> not</td>`, "Hello"},
	{"white on a coloured ground is seen", `<td bgcolor="#003366"><span style="color:#ffffff">Hello</span></td>`, "Hello"},
	{"white on white is not", `<table bgcolor="#ffffff"><tr><td><span style="color:white">Hello</span>you</td></tr></table>`, "you"},
	{"struck", "<del>Monday 10:00</del> Tuesday 11:00", "Tuesday 11:00"},
	{"struck by style", `<span style="text-decoration: line-through">Monday</span><span>Tuesday</span>`, "Tuesday"},
	{"hidden attribute", "<p hidden>no</p><p>yes</p>", "yes"},
	{"an unclosed hidden paragraph ends at the next", `<p style="display:none">no<p>yes`, "yes"},
	{"unclosed bold ends nothing", "<div><b>a</div><div>b</div>", "a\nb"},
	{"preformatted", "<pre>Date: 12 Nov\nTime: 14:00</pre>", "Date: 12 Nov\nTime: 14:00"},
	{"zero-width filler", "a&zwnj;&nbsp;&#847;&shy;b", "a b"},
	{"image words are none", `<img alt="Acme logo">a`, "a"},
	{"definition list", "<dl><dt>Date</dt><dd>12 Nov</dd></dl>", "Date\n12 Nov"},
}

func TestHTML(t *testing.T) {
	for _, tt := range htmlTests {
		if got := HTMLText(tt.html); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestHTMLAside(t *testing.T) {
	m := Parse([]byte(htmlMail(`<div style="display:none">See you soon</div><p>Moved to Friday, <s>Monday 10:00</s></p>
<a href="https://calendly.com/acme/30">Pick a time</a><script type="application/ld+json">{"@type":"Event"}</script>`)))
	if m.Preheader != "See you soon" || m.Struck != "Monday 10:00" || !m.FromHTML {
		t.Errorf("preheader %q, struck %q", m.Preheader, m.Struck)
	}
	if len(m.Links) != 1 || m.Links[0] != "https://calendly.com/acme/30" || len(m.LinkedData) != 1 || string(m.LinkedData[0]) != `{"@type":"Event"}` {
		t.Errorf("links %q, linked data %q", m.Links, m.LinkedData)
	}
}

func TestPlainOrHTML(t *testing.T) {
	alt := func(plain, html string) *Message {
		return Parse([]byte(head + "Content-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\n" + plain + "\n--B\nContent-Type: text/html\n\n" + html + "\n--B--\n"))
	}
	long := strings.Repeat("We look forward to meeting you. ", 4)
	for _, tt := range []struct {
		name, plain, html string
		wantHTML          bool
	}{
		{"both whole", long, "<p>" + long + "</p>", false},
		{"plain empty", "", "<p>" + long + "</p>", true},
		{"plain only points to the HTML", "This message needs an HTML capable reader. Please open it in one.", "<p>" + long + "</p>", true},
		{"plain lacks most", "Acme Ltd careers, your interview", "<p>" + long + long + "</p>", true},
		{"only the HTML shows what was struck out", long + "Monday Tuesday", "<p>" + long + "<s>Monday</s> Tuesday</p>", true},
		{"trackers make the plain part long", "https://x.example/" + strings.Repeat("a", 400), "<p>" + long + "</p>", true},
	} {
		if m := alt(tt.plain, tt.html); m.FromHTML != tt.wantHTML {
			t.Errorf("%s: from HTML %v; %q", tt.name, m.FromHTML, m.Text)
		}
	}
}
