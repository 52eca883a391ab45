//go:build unix

package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/rules"
)

// TestSeasonOnDovecot plays two months of a hunt, thirty applications and
// twelve interviews, on a real server by the whole program. Each interview
// gets each letter once, none after a rejection or an offer, and INBOX stays as
// it was.
func TestSeasonOnDovecot(t *testing.T) {
	a := newRealAccount(t, realtest.Dovecot(t), "none")
	begin := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	h := &hunt{desk: &desk{t: t}, r: rand.New(rand.NewPCG(2, 3)), ended: map[string]time.Time{}, placed: map[string]bool{}, counts: map[string]int{}}
	const days = 75
	h.plan(begin, days, 30, 12)
	var inbox []string
	stored := 0
	for day := 0; day < days; day += 2 { // a thank-you is right for three days
		now := begin.Add(time.Duration(day)*24*time.Hour + 19*time.Hour)
		h.set(now)
		var mails []imaptest.Message
		for len(h.events) > 0 && !h.events[0].at.After(now) {
			e := h.events[0]
			h.events = h.events[1:]
			h.counts[e.what]++
			if e.what == "rejection" || e.what == "offer" {
				h.ended[e.firm] = e.at
			}
			mails = append(mails, imaptest.Message{Arrived: e.at, Raw: imaptest.CRLF(e.mail)})
		}
		if len(mails) > 0 {
			if err := a.srv.AddAll(a.user, "INBOX", mails); err != nil {
				t.Fatal(err)
			}
			inbox = nil
		}
		if inbox == nil {
			inbox = a.folder("INBOX")
		}
		out := a.run(now.Format(time.RFC3339), "run")
		stored += strings.Count(out, "Put into Drafts")
		if after := a.folder("INBOX"); !slices.Equal(inbox, after) {
			t.Fatalf("%s: INBOX changed:\n%q\n%q", now, inbox, after)
		}
		a.checkSeason(h)
	}
	rows := a.status(h.clock().Format(time.RFC3339))
	thanked, known := 0, 0
	for _, r := range rows {
		windows := map[rules.Window]int{}
		for _, dr := range r.Drafts {
			known++
			if dr.State != rules.DraftWithdrawn {
				windows[dr.Window]++
			}
			if dr.Window == rules.ThankYou {
				thanked++
			}
		}
		for w, n := range windows {
			if n > 1 {
				t.Errorf("%s has %d drafts for %s", r.ID, n, w)
			}
		}
	}
	if known != stored || thanked != len(h.talks) {
		t.Errorf("%d drafts stored, %d known; %d of %d interviews thanked for", stored, known, thanked, len(h.talks))
	}
	t.Logf("%d days on Dovecot: %d interviews, %d drafts, %v", days, len(rows), stored, h.counts)
}

// checkSeason asks that Drafts holds no Message-ID twice and no letter to a
// company that ended it.
func (a *realAccount) checkSeason(h *hunt) {
	a.t.Helper()
	msgs, err := a.srv.Messages(a.user, "Drafts")
	if err != nil {
		a.t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, m := range msgs {
		p := mailparse.Parse(m.Raw)
		if ids[p.MessageID] {
			a.t.Errorf("%s lies twice in Drafts", p.MessageID)
		}
		ids[p.MessageID] = true
		for firm, end := range h.ended {
			if len(p.To) > 0 && strings.HasSuffix(p.To[0].Address, "@"+domain(firm)) && end.Before(h.clock()) {
				a.t.Errorf("%s: a draft waits to %s, which ended it at %s", h.clock(), p.To[0].Address, end)
			}
		}
	}
}
