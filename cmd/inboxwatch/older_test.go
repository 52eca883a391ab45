package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// The thread of an interview that was fixed long before, and is moved by a mail
// that does not say what it is about.
const (
	olderMail = `From: Anna Kowalczyk <anna.kowalczyk.recruiting@gmail.com>
To: Sam Okafor <OWNER>
Subject: Your interview
Date: Mon, 08 Jun 2026 09:30:00 +0100
Message-ID: <first@mail.gmail.com>
Content-Type: text/plain; charset=utf-8

Dear Sam,

We are pleased to confirm your interview for the position of Cellar Manager
at Harbourlight Brewing on Thursday 15 October 2026 at 11:00 to 11:45, once
the summer season is over.

Kind regards,
Anna Kowalczyk
Harbourlight Brewing
`
	strangerMail = `From: Pat <pat@elsewhere.example>
To: Sam Okafor <OWNER>
Subject: Lunch
Date: Mon, 08 Jun 2026 10:30:00 +0100
Message-ID: <lunch@elsewhere.example>
Content-Type: text/plain; charset=utf-8

Hi Sam, lunch on Friday?
`
	laterMail = `From: Anna Kowalczyk <anna.kowalczyk.recruiting@gmail.com>
To: Sam Okafor <OWNER>
Subject: Re: Your interview
Date: Mon, 12 Oct 2026 09:30:00 +0100
Message-ID: <later@mail.gmail.com>
In-Reply-To: <first@mail.gmail.com>
References: <first@mail.gmail.com> <never-was@mail.gmail.com>
Content-Type: text/plain; charset=utf-8

Hi Sam,

we have to move your interview: it is now on Tuesday 20 October 2026 at 14:00.
I hope that suits you as well.

Best,
Anna
`
)

// TestOlder: an interview without company or role is completed from a mail that
// came long before the lookback, of which it is an answer. It is asked for once,
// over all runs; and nothing else of that time is read.
func TestOlder(t *testing.T) {
	for _, lookBack := range []time.Duration{60 * 24 * time.Hour, 300 * 24 * time.Hour} {
		d := newDesk(t, imaptest.Options{})
		defer d.srv.Close()
		for _, text := range []string{olderMail, strangerMail, laterMail} {
			d.arrive([]byte(strings.ReplaceAll(text, "OWNER", demoOwner.Addresses[0])))
		}
		d.set(time.Date(2026, 10, 13, 12, 0, 0, 0, time.UTC))
		state := filepath.Join(memDir(t), "state.db")
		var log bytes.Buffer
		for range 3 {
			m, err := d.machine(state, d.srv.Port, 20*time.Second, &log)
			if err != nil {
				t.Fatal(err)
			}
			m.e.cfg.Rules.Lookback = lookBack
			ds, err := m.e.pass(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if len(ds) != 1 || ds[0].Interview.Company != "Harbourlight Brewing" || !strings.EqualFold(ds[0].Interview.Role, "Cellar Manager") ||
				ds[0].Interview.Start.String() != "2026-10-20T14:00:00+01:00" {
				t.Fatalf("lookback %s: %+v\n%s", lookBack, ds, log.String())
			}
			for _, ev := range m.e.ledger.events {
				if ev.Seen != nil && ev.Seen.Mail.MessageID == "<lunch@elsewhere.example>" {
					t.Error("a stranger's mail is in the state")
				}
			}
			m.close()
		}
		asked := strings.Count(log.String(), "looked for what interviews' mails answer")
		if want := map[bool]int{true: 1}[lookBack < 100*24*time.Hour]; asked != want {
			t.Errorf("lookback %s: asked %d times, want %d\n%s", lookBack, asked, want, log.String())
		}
	}
}
