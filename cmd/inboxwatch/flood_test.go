package main

import (
	"bytes"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/rules"
)

// forged is one of a flood of confirmations.
func forged(i int, at time.Time) []byte {
	a, b := firmA[i%len(firmA)], firmB[i/len(firmA)%len(firmB)]
	c := firmB[i/len(firmA)/len(firmB)%len(firmB)] // 25 · 20 · 20 companies
	return letterFrom(a+b+c, person(i), "Clerk", at.Add(-72*time.Hour), at, i)
}

// forgedBySame is one of a flood from one firm: another day, a thread each.
func forgedBySame(i int, at time.Time) []byte {
	return letterFrom("Northgate Holdings", person(1), "Clerk", at.Add(-72*time.Hour+time.Duration(i)*time.Second), at.AddDate(0, 0, i-flooding), i)
}

// flooding is how many of forgedBySame's interviews lie in the past.
const flooding = 30

// flood is how many forged confirmations come at once.
var flood = flag.Int("flood", 2000, "how many forged confirmations to flood the mailbox with, at most 10000")

// TestFlood: thousands of forged confirmations bring no more drafts than the
// limit a day, and a clear word; from one firm a few, for each of its
// interviews is overtaken by the next.
func TestFlood(t *testing.T) {
	t.Run("of many firms", func(t *testing.T) { flooded(t, forged, *flood/2, true) })
	t.Run("of one firm", func(t *testing.T) { flooded(t, forgedBySame, *flood/2, false) })
}

// flooded runs three passes in two days over a flood. least is how many of the
// mails must be read as interviews, or the test tests little.
func flooded(t *testing.T, forged func(int, time.Time) []byte, least int, limited bool) {
	mails := *flood
	state := filepath.Join(memDir(t), "state.db")
	d := newDesk(t, imaptest.Options{})
	defer d.srv.Close()
	at := time.Date(2026, 10, 14, 10, 0, 0, 0, time.UTC)
	for i := range mails {
		d.arrive(forged(i, at))
	}
	d.set(at.Add(3 * time.Hour))
	var log bytes.Buffer
	m, err := d.machine(state, d.srv.Port, 20*time.Second, &log)
	if err != nil {
		t.Fatal(err)
	}
	defer m.close()
	var most, known int
	var slowest time.Duration
	before := 0
	for pass := range 3 {
		log.Reset()
		start := time.Now()
		ds, err := m.e.pass(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(start)
		if slowest = max(slowest, took); took > 30*time.Second {
			t.Errorf("a pass over the flood took %s", took)
		}
		known = len(ds)
		placed := d.srv.Verbs()["APPEND Drafts"]
		most = max(most, placed-before)
		if placed-before > maxDraftsPerDay {
			t.Errorf("pass %d: %d drafts in a day, want at most %d", pass, placed-before, maxDraftsPerDay)
		}
		if limited && !strings.Contains(log.String(), "no more drafts today") {
			t.Errorf("pass %d: no word about the limit", pass)
		}
		if pass%2 == 1 { // two passes a day
			before = placed
			d.set(d.clock().Add(24*time.Hour + time.Minute))
		}
	}
	if placed := d.srv.Verbs()["APPEND Drafts"]; placed == 0 {
		t.Error("no draft at all: this test tests little")
	}
	if known < least {
		t.Errorf("only %d of %d forged mails were read as interviews: this test tests little", known, mails)
	}
	t.Logf("%d forged confirmations, %d interviews, 3 passes in 2 days, the slowest %s: %d drafts, at most %d a day", mails, known, slowest.Round(time.Millisecond), d.srv.Verbs()["APPEND Drafts"], most)
}

// phishes pose as an interview: each must bring no draft, and status says why.
var phishes = []struct{ name, header, body string }{
	{"a name that shows another address", "From: \"careers@harbourlight.example\" <hr@mailer-hub.example>", ""},
	{"letters of two scripts", "From: Jane <jane@h\u0430rbourlight.example>", ""},
	{"punycode of the same", "From: Jane <jane@xn--hrbourlight-yij.example>", ""},
	{"Telegram", "From: Jane Bell <jane@harbourlight.example>", "The interview will be held on Telegram, add @bell_hiring."},
	{"a text interview", "From: Jane Bell <jane@harbourlight.example>", "This will be a text-based interview."},
	{"a fee", "From: Jane Bell <jane@harbourlight.example>", "To keep the appointment please pay the refundable security deposit of 50 pounds."},
	{"a cheque", "From: Jane Bell <jane@harbourlight.example>", "We will send you a check to purchase office equipment."},
	{"gift cards", "From: Jane Bell <jane@harbourlight.example>", "Please buy a gift card of $100 for the interview."},
	{"a transfer", "From: Jane Bell <jane@harbourlight.example>", "Send the deposit by Western Union and we pay it back after the interview."},
	{"answers to a private mailbox", "From: Jane Bell <jane@harbourlight.example>\nReply-To: hr.desk774@gmail.com", ""},
}

func TestPhishing(t *testing.T) {
	brought := 0
	for _, p := range phishes {
		t.Run(p.name, func(t *testing.T) {
			state := filepath.Join(memDir(t), "state.db")
			d := newDesk(t, imaptest.Options{})
			defer d.srv.Close()
			d.arrive(fmt.Appendf(nil, "Date: Thu, 08 Oct 2026 10:00:00 +0100\n%s\nTo: Robin Ashworth <robin@ashworth.example>\nMessage-ID: <p1@x.example>\nSubject: Your interview at Harbourlight\nContent-Type: text/plain; charset=utf-8\n\nHi Robin,\n\nYour interview for the Clerk position at Harbourlight is confirmed for\nTuesday 13 October at 2pm. %s\n\nBest regards,\nJane Bell\nHarbourlight\n", p.header, p.body))
			for _, at := range []string{"2026-10-13T16:00:00+01:00", "2026-10-17T16:00:00+01:00", "2026-10-28T16:00:00Z"} {
				d.set(demoTime(at))
				status := d.mustHeal(state)
				if n := d.srv.Verbs()["APPEND Drafts"]; n != 0 {
					brought += n
					t.Errorf("%s: %d drafts", at, n)
				}
				if status != "[]\n" && !strings.Contains(status, "fraud") && !strings.Contains(status, string(rules.Closed)) {
					t.Errorf("%s: status does not say why:\n%s", at, status)
				}
			}
		})
	}
	t.Logf("%d mails that pose as interviews, three windows each: %d drafts", len(phishes), brought)
}
