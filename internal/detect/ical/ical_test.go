package ical

import (
	"strings"
	"testing"
	"time"
)

// newYork is the block that Outlook writes for Eastern time.
const newYork = `BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
`

func block(id, rules string) string {
	return "BEGIN:VTIMEZONE\nTZID:" + id + "\n" + rules + "END:VTIMEZONE\n"
}

func event(lines string) string { return "BEGIN:VEVENT\nUID:1@x\n" + lines + "\nEND:VEVENT\n" }

func calendar(body string) string {
	return "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\n" + body + "END:VCALENDAR\n"
}

// The owner of the table is in Berlin.
var readTests = []struct {
	name, data string
	start, end string // as rules.When writes them; "" is unknown
	why        string // part of ZoneWhy
	floating   bool
	other      string
}{
	{name: "UTC", data: event("DTSTART:20261112T140000Z\nDTEND:20261112T150000Z"), start: "2026-11-12T15:00:00+01:00", end: "2026-11-12T16:00:00+01:00", why: "UTC"},
	{name: "IANA without block", data: event("DTSTART;TZID=Europe/London:20260712T140000\nDTEND;TZID=Europe/London:20260712T150000"), start: "2026-07-12T14:00:00+01:00", end: "2026-07-12T15:00:00+01:00"},
	{name: "Windows name", data: event("DTSTART;TZID=Eastern Standard Time:20260712T140000\nDURATION:PT45M"), start: "2026-07-12T14:00:00-04:00", end: "2026-07-12T14:45:00-04:00"},
	{name: "Windows name, quoted", data: event(`DTSTART;TZID="W. Europe Standard Time":20261112T140000`), start: "2026-11-12T14:00:00+01:00"},
	{name: "Windows name in lower case", data: event(`DTSTART;TZID=pacific standard time:20261112T140000`), start: "2026-11-12T14:00:00-08:00"},
	{name: "Windows name with Outlook's number", data: event(`DTSTART;TZID=Pacific Standard Time 1:20261112T140000`), start: "2026-11-12T14:00:00-08:00"},
	{name: "mozilla prefix", data: event("DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20261112T140000"), start: "2026-11-12T14:00:00Z"},
	{name: "freeassociation prefix", data: event("DTSTART;TZID=/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires:20261112T140000"), start: "2026-11-12T14:00:00-03:00"},
	{name: "citadel prefix", data: event("DTSTART;TZID=/citadel.org/20210210_1/Europe/Warsaw:20261112T140000"), start: "2026-11-12T14:00:00+01:00"},
	{name: "IANA in lower case", data: event("DTSTART;TZID=america/new_york:20261112T140000"), start: "2026-11-12T14:00:00-05:00"},
	{name: "IANA with blank", data: event("DTSTART;TZID=America/New York:20261112T140000"), start: "2026-11-12T14:00:00-05:00"},
	{name: "display name", data: event(`DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260712T140000`), start: "2026-07-12T14:00:00-04:00"},
	{name: "German display name", data: event(`DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien":20260712T140000`), start: "2026-07-12T14:00:00+02:00"},
	{name: "French display name", data: event(`DTSTART;TZID="(GMT+01.00) Bruxelles, Copenhague, Madrid, Paris":20260712T140000`), start: "2026-07-12T14:00:00+02:00"},
	{name: "display name that lies about its offset", data: event(`DTSTART;TZID="(UTC-08:00) Berlin":20260712T140000`), start: "2026-07-12T14:00:00+02:00", floating: true, why: "not known"},
	{name: "UTC+2", data: event("DTSTART;TZID=UTC+2:20260712T140000"), start: "2026-07-12T14:00:00+02:00"},
	{name: "GMT-0500", data: event("DTSTART;TZID=GMT-0500:20260712T140000"), start: "2026-07-12T14:00:00-05:00"},
	{name: "Microsoft's UTC", data: event("DTSTART;TZID=tzone://Microsoft/Utc:20260712T140000"), start: "2026-07-12T14:00:00Z"},
	{name: "Outlook with block, summer", data: block("Eastern Standard Time", newYork) + event("DTSTART;TZID=Eastern Standard Time:20260712T140000\nDTEND;TZID=Eastern Standard Time:20260712T150000"), start: "2026-07-12T14:00:00-04:00", end: "2026-07-12T15:00:00-04:00"},
	{name: "invented name, rules of New York", data: block("Customized Time Zone", newYork) + event("DTSTART;TZID=Customized Time Zone:20260712T140000"), start: "2026-07-12T14:00:00-04:00", why: "not known"},
	{name: "invented name, winter", data: block("Head Office", newYork) + event("DTSTART;TZID=Head Office:20261112T140000"), start: "2026-11-12T14:00:00-05:00", why: "not known"},
	{name: "invented name, last day before the change", data: block("X", newYork) + event("DTSTART;TZID=X:20261031T140000"), start: "2026-10-31T14:00:00-04:00", why: "not known"},
	{name: "invented name, day of the change", data: block("X", newYork) + event("DTSTART;TZID=X:20261101T140000"), start: "2026-11-01T14:00:00-05:00", why: "not known"},
	{name: "invented name with the rules of the owner", data: block("Büro", "BEGIN:STANDARD\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n") + event("DTSTART;TZID=Büro:20260712T140000"), start: "2026-07-12T14:00:00+02:00", why: "your zone"},
	{name: "block named otherwise than the TZID", data: block("A", newYork) + event("DTSTART;TZID=B:20261112T140000"), start: "2026-11-12T14:00:00-05:00", why: "not known"},
	{name: "BYMONTHDAY list for the second Sunday", data: block("X", "BEGIN:DAYLIGHT\nDTSTART:20070311T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:20071104T020000\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\n") + event("DTSTART;TZID=X:20260309T090000"), start: "2026-03-09T09:00:00-04:00", why: "not known"},
	{name: "RDATE onsets", data: block("X", "BEGIN:STANDARD\nDTSTART:20251026T030000\nRDATE:20261025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n") + event("DTSTART;TZID=X:20261112T140000"), start: "2026-11-12T14:00:00+01:00", why: "not known"},
	{name: "lazy block of London: the name counts", data: block("Europe/London", "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\n") + event("DTSTART;TZID=Europe/London:20260712T140000"), start: "2026-07-12T14:00:00+01:00", why: "the name counts", other: "2026-07-12T14:00:00Z"},
	{name: "borrowed name: the rules count", data: block("GMT Standard Time", newYork) + event("DTSTART;TZID=GMT Standard Time:20260712T140000"), start: "2026-07-12T14:00:00-04:00", why: "the rules count", other: "2026-07-12T14:00:00+01:00"},
	{name: "floating", data: event("DTSTART:20260712T140000\nDTEND:20260712T150000"), start: "2026-07-12T14:00:00+02:00", end: "2026-07-12T15:00:00+02:00", floating: true, why: "yours"},
	{name: "X-WR-TIMEZONE", data: "X-WR-TIMEZONE:America/Chicago\n" + event("DTSTART:20260712T140000"), start: "2026-07-12T14:00:00-05:00", why: "calendar's own"},
	{name: "unknown zone, no rules", data: event("DTSTART;TZID=Atlantis:20260712T140000"), start: "2026-07-12T14:00:00+02:00", floating: true, why: "not known"},
	{name: "the machine's own zone is no name", data: event("DTSTART;TZID=Local:20260712T140000"), start: "2026-07-12T14:00:00+02:00", floating: true, why: "not known"},
	{name: "all day", data: event("DTSTART;VALUE=DATE:20261112\nDTEND;VALUE=DATE:20261113"), start: "2026-11-12", end: "2026-11-12"},
	{name: "all day, three days", data: event("DTSTART;VALUE=DATE:20261112\nDTEND;VALUE=DATE:20261115"), start: "2026-11-12", end: "2026-11-14"},
	{name: "all day without VALUE and end", data: event("DTSTART:20261112"), start: "2026-11-12"},
	{name: "all day as Outlook marks it", data: event("DTSTART;TZID=Europe/Berlin:20261112T000000\nDTEND;TZID=Europe/Berlin:20261113T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE"), start: "2026-11-12", end: "2026-11-12"},
	{name: "duration in days", data: event("DTSTART;TZID=Europe/Berlin:20261024T140000\nDURATION:P1D"), start: "2026-10-24T14:00:00+02:00", end: "2026-10-25T14:00:00+01:00"},
	{name: "duration mixed", data: event("DTSTART:20261112T140000Z\nDURATION:P0DT1H30M"), start: "2026-11-12T15:00:00+01:00", end: "2026-11-12T16:30:00+01:00"},
	{name: "negative duration", data: event("DTSTART:20261112T140000Z\nDURATION:-PT1H"), start: "2026-11-12T15:00:00+01:00"},
	{name: "no end", data: event("DTSTART:20261112T140000Z"), start: "2026-11-12T15:00:00+01:00"},
	{name: "end before start", data: event("DTSTART:20261112T140000Z\nDTEND:20261112T130000Z"), start: "2026-11-12T15:00:00+01:00"},
	{name: "end in another zone", data: event("DTSTART;TZID=Europe/Berlin:20261112T140000\nDTEND:20261112T140000Z"), start: "2026-11-12T14:00:00+01:00", end: "2026-11-12T15:00:00+01:00"},
	{name: "end without its zone", data: event("DTSTART;TZID=America/New_York:20261112T140000\nDTEND:20261112T150000"), start: "2026-11-12T14:00:00-05:00", end: "2026-11-12T15:00:00-05:00"},
	{name: "ISO with offset", data: event("DTSTART:2026-11-12T14:00:00+02:00"), start: "2026-11-12T13:00:00+01:00"},
	{name: "ISO without", data: event("DTSTART;TZID=Europe/Lisbon:2026-11-12 14:00"), start: "2026-11-12T14:00:00Z"},
	{name: "no seconds", data: event("DTSTART:20261112T1400Z"), start: "2026-11-12T15:00:00+01:00"},
	{name: "31 February", data: event("DTSTART:20260231T140000Z")},
	{name: "words for a start", data: event("DTSTART:tomorrow")},
	{name: "no start", data: event("SUMMARY:x")},
	{name: "series: its first time", data: event("DTSTART:20261112T140000Z\nRRULE:FREQ=DAILY;COUNT=3"), start: "2026-11-12T15:00:00+01:00"},
	{name: "lower case names", data: strings.ToLower(event("dtstart;tzid=Europe/London:20261112T140000")), start: "2026-11-12T14:00:00Z"},
	{name: "folded inside the value", data: event("DTSTART;TZID=Europe/Lon\n don:20261112T1400\n 00"), start: "2026-11-12T14:00:00Z"},
	{name: "folded without the blank", data: event("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;\nCN=Jane Doe:mailto:jane@x.example\nDTSTART:20261112T140000Z"), start: "2026-11-12T15:00:00+01:00"},
	{name: "prose in a badly folded description", data: event("DESCRIPTION:Hello,\nNote: bring your passport\nhttps://x.example/a\nDTSTART:20261112T140000Z"), start: "2026-11-12T15:00:00+01:00"},
	{name: "cut in the middle", data: "BEGIN:VEVENT\nDTSTART:20261112T140000Z\nDTEND:20261112T150000Z\nDESCRIPTION:and then", start: "2026-11-12T15:00:00+01:00", end: "2026-11-12T16:00:00+01:00"},
	{name: "alarm's times are not the event's", data: event("BEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT5M\nDTSTART:20200101T000000Z\nEND:VALARM\nDTSTART:20261112T140000Z"), start: "2026-11-12T15:00:00+01:00"},
	{name: "colon in a quoted parameter", data: event(`DTSTART;X-NOTE="a:b;c";TZID=Europe/London:20261112T140000`), start: "2026-11-12T14:00:00Z"},
	{name: "hour that summer time skips", data: event("DTSTART;TZID=Europe/Berlin:20260329T023000"), start: "2026-03-29T03:30:00+02:00"},
}

func TestRead(t *testing.T) {
	berlin := mustLoad(t, "Europe/Berlin")
	for _, tt := range readTests {
		for form, data := range map[string]string{
			"LF": calendar(tt.data), "CRLF": strings.ReplaceAll(calendar(tt.data), "\n", "\r\n"),
			"CR": strings.ReplaceAll(calendar(tt.data), "\n", "\r"), "BOM": "\ufeff" + calendar(tt.data),
		} {
			c, err := Read([]byte(data), "", berlin)
			if err != nil || len(c.Events) != 1 {
				t.Errorf("%s (%s): %d events, %v", tt.name, form, len(c.Events), err)
				continue
			}
			e := c.Events[0]
			if e.Start.String() != tt.start || e.End.String() != tt.end {
				t.Errorf("%s (%s): %q–%q, want %q–%q (%s)", tt.name, form, e.Start, e.End, tt.start, tt.end, e.ZoneWhy)
			}
			if e.Floating != tt.floating || e.Other.String() != tt.other {
				t.Errorf("%s (%s): floating %v, other %q; want %v, %q", tt.name, form, e.Floating, e.Other, tt.floating, tt.other)
			}
			if !strings.Contains(e.ZoneWhy, tt.why) || tt.why == "" && e.ZoneWhy != "" && !strings.HasPrefix(e.ZoneWhy, "written") {
				t.Errorf("%s (%s): why %q, want %q", tt.name, form, e.ZoneWhy, tt.why)
			}
			if c.Method != "REQUEST" {
				t.Errorf("%s (%s): method %q", tt.name, form, c.Method)
			}
		}
	}
}

func TestProperties(t *testing.T) {
	data := "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:abc\\, def@google.com\r\nSEQUENCE:3\r\nDTSTAMP:20261101T090000Z\r\nSTATUS:Canceled\r\n" +
		"SUMMARY:Interview\\; Acme\\nLtd\r\nDESCRIPTION:<p>Bring&nbsp;your <b>portfolio</b></p><br>Jane\r\nLOCATION:Room 1\\, Level 2\r\n" +
		"ORGANIZER;CN=\"Doe, Jane\":MAILTO:jane@acme.example\r\n" +
		"ATTENDEE;CN=\"Sam ^'The^' Okafor\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CUTYPE=INDIVIDUAL:mailto:sam@okafor.example\r\n" +
		"ATTENDEE;CN=Room 4;CUTYPE=ROOM:urn:uuid:1\r\n" +
		"RECURRENCE-ID;TZID=Europe/Berlin:20261105T140000\r\nRRULE:FREQ=DAILY\r\nDTSTART;TZID=Europe/Berlin:20261112T140000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	c, err := Read([]byte(data), "cancel", nil)
	if err != nil || len(c.Events) != 1 {
		t.Fatal(c, err)
	}
	e := c.Events[0]
	for _, f := range []struct{ name, got, want string }{
		{"method", c.Method, "CANCEL"}, {"uid", e.UID, "abc, def@google.com"}, {"status", e.Status, "CANCELLED"},
		{"summary", e.Summary, "Interview; Acme Ltd"}, {"description", e.Desc, "Bring your portfolio\n\nJane"}, {"location", e.Location, "Room 1, Level 2"},
		{"organizer", e.Organizer.Name + "|" + e.Organizer.Address, "Doe, Jane|jane@acme.example"},
		{"attendee", e.Attendees[0].Name + "|" + e.Attendees[0].Address + "|" + e.Attendees[0].PartStat, `Sam "The" Okafor|sam@okafor.example|NEEDS-ACTION`},
		{"room", e.Attendees[1].Name + "|" + e.Attendees[1].Address + "|" + e.Attendees[1].Type, "Room 4||ROOM"},
		{"instance", e.Instance, "20261105T140000"}, {"stamp", e.Stamp.Format(time.RFC3339), "2026-11-01T09:00:00Z"},
		{"start text", e.StartText, "DTSTART;TZID=Europe/Berlin:20261112T140000"},
	} {
		if f.got != f.want {
			t.Errorf("%s: %q, want %q", f.name, f.got, f.want)
		}
	}
	if e.Sequence != 3 || !e.Recurrence {
		t.Errorf("sequence %d, recurrence %v", e.Sequence, e.Recurrence)
	}
}

func TestWindowsZonesLoad(t *testing.T) {
	if len(windowsZones) < 139 {
		t.Errorf("only %d Windows names", len(windowsZones))
	}
	for name := range windowsZones {
		if _, ok := Zone(name); !ok {
			t.Errorf("%s does not load", name)
		}
	}
	for city, iana := range cityZones {
		if _, ok := load(iana); !ok {
			t.Errorf("%s: %s does not load", city, iana)
		}
	}
}

func TestNoZone(t *testing.T) {
	for _, name := range []string{"", "Local", "local", "PST", "EDT", "../../etc/passwd", "/etc/localtime", "Foo/Bar", "GMT+99", "(UTC", strings.Repeat("A/", 500), "\x00"} {
		if loc, ok := Zone(name); ok {
			t.Errorf("%q is %v", name, loc)
		}
	}
}

func mustLoad(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}
