package mailparse

import (
	"reflect"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

var dateTests = []struct{ in, want string }{
	{"Thu, 5 Nov 2026 09:15:00 +0000", "2026-11-05T09:15:00Z"},
	{"Thu, 05 Nov 2026 09:15:00 -0500 (EST)", "2026-11-05T09:15:00-05:00"},
	{"5 Nov 2026 09:15 +0100", "2026-11-05T09:15:00+01:00"},
	{"Thu, 5 Nov 2026 04:15:00 EST", "2026-11-05T04:15:00-05:00"},
	{"Thu, 5 Nov 2026 09:15:00 GMT", "2026-11-05T09:15:00Z"},
	{"Thu, 5 Nov 2026 09:15:00 UT", "2026-11-05T09:15:00Z"},
	{"Thu, 5 Nov 2026 09:15:00 Z", "2026-11-05T09:15:00Z"},
	{"Thu, 5 Nov 2026 10:15:00 CET", "2026-11-05T10:15:00+01:00"},
	{"Thu, 5 Nov 2026 14:45:00 IST", "2026-11-05T14:45:00+05:30"},
	{"Thu, 5 Nov 2026 01:15:00 PST8PDT", "2026-11-05T01:15:00Z"},
	{"Thu, 5 Nov 2026 09:15:00 +01:00", "2026-11-05T09:15:00+01:00"},
	{"Thu, 5 Nov 2026 09:15:00 GMT+0100", "2026-11-05T09:15:00+01:00"},
	{"Thu, 5 Nov 2026 09:15:00", "2026-11-05T09:15:00Z"},
	{"Do, 5 Nov 2026 09:15:00 +0100", "2026-11-05T09:15:00+01:00"},
	{"Donnerstag, 5. November 2026 09:15", "2026-11-05T09:15:00Z"},
	{"Thu Nov  5 09:15:00 2026", "2026-11-05T09:15:00Z"},
	{"Thu Nov 5 09:15:00 EST 2026", "2026-11-05T09:15:00-05:00"},
	{"2026-11-05T09:15:00Z", "2026-11-05T09:15:00Z"},
	{"2026-11-05T09:15:00.123+02:00", "2026-11-05T09:15:00+02:00"},
	{"2026-11-05 09:15:00 +0200", "2026-11-05T09:15:00+02:00"},
	{"Thu, 5 Nov 26 09:15:00 +0000", "2026-11-05T09:15:00Z"},
	{"Thu,5 Nov 2026 09:15:00 +0000", "2026-11-05T09:15:00Z"},
	{"Thursday, 5-Nov-2026 09:15:00 +0000", "2026-11-05T09:15:00Z"},
	{"  Thu,  5  Nov  2026  09:15:00  +0000 ", "2026-11-05T09:15:00Z"},
	{"November 5, 2026 9:15 PM", "2026-11-05T21:15:00Z"},
	{"Thursday, November 5, 2026 at 12:15 AM", "2026-11-05T00:15:00Z"},
	{"jeudi 5 novembre 2026 09:15", "2026-11-05T09:15:00Z"},
	{"mar., 3 nov. 2026 à 09:15", "2026-11-03T09:15:00Z"},
	{"martes, 3 de noviembre de 2026 9:15", "2026-11-03T09:15:00Z"},
	{"giovedì 5 novembre 2026 09:15", "2026-11-05T09:15:00Z"},
	{"czwartek, 5 listopada 2026 09:15", "2026-11-05T09:15:00Z"},
	{"donderdag 5 november 2026 09:15", "2026-11-05T09:15:00Z"},
	{"maandag 2 maart 2026 09:15", "2026-03-02T09:15:00Z"},
	{"05.11.2026 09:15", "2026-11-05T09:15:00Z"},
	{"25/11/2026 09:15", "2026-11-25T09:15:00Z"},
	{"Thu, 31 Feb 2026 09:15:00 +0000", ""},
	{"05/11/2026 09:15", ""}, // two readings
	{"", ""}, {"yesterday", ""}, {"Thu, 5 Nov 1926 09:15:00 +0000", ""}, {"1 2 3 4 5", ""}, {"::::", ""}, {"+ - +", ""},
}

func TestParseDate(t *testing.T) {
	for _, tt := range dateTests {
		got := ""
		if d, ok := ParseDate(tt.in); ok {
			got = d.Format(time.RFC3339)
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDateFallback(t *testing.T) {
	m := Parse([]byte("Received: from b by c; Fri, 6 Nov 2026 10:00:00 +0100\nReceived: from a by b; Thu, 5 Nov 2026 09:00:00 +0100\nDate: soon\nFrom: a@b.example\n\nx"))
	if got := m.Date.Format(time.RFC3339); got != "2026-11-06T10:00:00+01:00" || len(m.Problems) != 1 {
		t.Errorf("%s %q", got, m.Problems)
	}
}

var addressTests = []struct {
	in   string
	want []rules.Contact
}{
	{"jane@acme.example", []rules.Contact{{Address: "jane@acme.example"}}},
	{"Jane Doe <jane@acme.example>", []rules.Contact{{Name: "Jane Doe", Address: "jane@acme.example"}}},
	{`"Doe, Jane" <jane@acme.example>`, []rules.Contact{{Name: "Doe, Jane", Address: "jane@acme.example"}}},
	{"Doe, Jane <jane@acme.example>", []rules.Contact{{Name: "Doe, Jane", Address: "jane@acme.example"}}},
	{"Doe, Jane <jane@acme.example>, Roe, Richard <r@acme.example>", []rules.Contact{{Name: "Doe, Jane", Address: "jane@acme.example"}, {Name: "Roe, Richard", Address: "r@acme.example"}}},
	{`"TREHARNE, Alison (ROYAL PENMARSH TRUST)" <a@b.example>`, []rules.Contact{{Name: "TREHARNE, Alison (ROYAL PENMARSH TRUST)", Address: "a@b.example"}}},
	{"Jane Doe (Acme, London) <jane@acme.example>", []rules.Contact{{Name: "Jane Doe (Acme, London)", Address: "jane@acme.example"}}},
	{"jane@acme.example (Jane Doe)", []rules.Contact{{Name: "Jane Doe", Address: "jane@acme.example"}}},
	{"Jane [HR] Doe <jane@acme.example>", []rules.Contact{{Name: "Jane [HR] Doe", Address: "jane@acme.example"}}},
	{"Jane Doe @ Acme <jane@acme.example>", []rules.Contact{{Name: "Jane Doe @ Acme", Address: "jane@acme.example"}}},
	{"<mailto:jane@acme.example>", []rules.Contact{{Address: "jane@acme.example"}}},
	{"Jane Doe <jane@acme.example", []rules.Contact{{Name: "Jane Doe", Address: "jane@acme.example"}}},
	{"'Jane Doe' <jane@acme.example>", []rules.Contact{{Name: "Jane Doe", Address: "jane@acme.example"}}},
	{`"jane@acme.example" <jane@acme.example>`, []rules.Contact{{Address: "jane@acme.example"}}},
	{`"boss@bank.example" <evil@x.example>`, []rules.Contact{{Name: "boss@bank.example", Address: "evil@x.example"}}},
	{`"Jane \"JD\" Doe" <jane@acme.example>`, []rules.Contact{{Name: "Jane JD Doe", Address: "jane@acme.example"}}},
	{"=?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <j@acme.example>", []rules.Contact{{Name: "Jürgen Müller", Address: "j@acme.example"}}},
	{"=?utf-8?q?M=C3=BCller,_J?= <j@acme.example>", []rules.Contact{{Name: "Müller, J", Address: "j@acme.example"}}},
	{"=?utf-8?b?w4A=?= =?utf-8?b?w4E=?= <j@acme.example>", []rules.Contact{{Name: "ÀÁ", Address: "j@acme.example"}}},
	{"=?utf-8?b?w4?= =?utf-8?b?iQ==?= <j@acme.example>", []rules.Contact{{Name: "=?utf-8?b?w4?= �", Address: "j@acme.example"}}},
	{"Team: a@b.example, c@d.example;", []rules.Contact{{Address: "a@b.example"}, {Address: "c@d.example"}}},
	{"undisclosed-recipients:;", nil},
	{"a@b.example; c@d.example", []rules.Contact{{Address: "a@b.example"}, {Address: "c@d.example"}}},
	{`"Sam <sam@okafor.example>, Jane <j@acme.example>`, []rules.Contact{{Name: "Sam", Address: "sam@okafor.example"}, {Name: "Jane", Address: "j@acme.example"}}},
	{"Jane Doe", []rules.Contact{{Name: "Jane Doe"}}},
	{"Jane\r\n Bcc: x@y.example <jane@acme.example>", []rules.Contact{{Name: "x@y.example", Address: "jane@acme.example"}}},
	{"", nil}, {",,,", nil}, {"<>", nil}, {"@", []rules.Contact{{Name: "@"}}},
}

func TestAddresses(t *testing.T) {
	for _, tt := range addressTests {
		if got := ParseAddresses(tt.in); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestIDs(t *testing.T) {
	m := Parse([]byte("From: a@b.example\nMessage-ID: abc@def.example\nIn-Reply-To: Your message of Thu <1@x> (Jane)\nReferences: <0@x> junk <1@x>\n <2@x> <has blank@x>\n\nx"))
	if m.MessageID != "<abc@def.example>" || m.InReplyTo != "<1@x>" || !reflect.DeepEqual(m.References, []string{"<0@x>", "<1@x>", "<2@x>"}) {
		t.Errorf("%q %q %q", m.MessageID, m.InReplyTo, m.References)
	}
}

func TestMachineFields(t *testing.T) {
	m := ParseHeader([]byte("From: a@b.example\nAuto-Submitted: Auto-Replied (vacation)\nPrecedence: Bulk\nList-Unsubscribe: <mailto:x>\nX-Auto-Response-Suppress: All\nX-Thing: =?utf-8?q?=C3=A4?=\nContent-Type: Multipart/Report; report-type=delivery-status"))
	if m.AutoSubmitted != "auto-replied" || m.Precedence != "bulk" || !m.ListUnsubscribe || !m.AutoResponse || m.Header("x-thing") != "ä" || m.ContentType != "multipart/report" {
		t.Errorf("%+v", m)
	}
}
