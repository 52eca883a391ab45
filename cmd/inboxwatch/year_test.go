package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/drafts"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/rules"
)

// hunt is a job hunt of many applications, made up by a seeded generator.
type hunt struct {
	*desk
	r      *rand.Rand
	events []happening          // in the order of time
	ended  map[string]time.Time // by company: a rejection or an offer came
	talks  []talk
	placed map[string]bool // company and window
	sent   int
	counts map[string]int
}

type happening struct {
	at   time.Time
	what string
	firm string
	mail []byte
}

type talk struct {
	firm, name string
	end        time.Time
}

// plan makes applications, acknowledgements, interviews and what comes of them.
func (h *hunt) plan(begin time.Time, days, applications, interviews int) {
	for i := range applications {
		firm, name, post := firmA[i%len(firmA)]+firmB[(i/len(firmA)+i)%len(firmB)], person(i), posts[i%len(posts)]
		applied := begin.Add(time.Duration(i)*time.Duration(days-45)*24*time.Hour/time.Duration(applications) + 9*time.Hour)
		h.add(applied.Add(time.Hour), "acknowledged", firm, mailFrom(firm, name, "Your application to "+firm, "",
			"Thank you for applying for the "+post+" position at "+firm+". We have received your\napplication and will be in touch if it fits.", applied.Add(time.Hour), fmt.Sprintf("ack-%d@%s", i, domain(firm))))
		if i*interviews/applications == (i+1)*interviews/applications {
			continue // not every application brings an interview
		}
		at := applied.Truncate(24 * time.Hour).Add(time.Duration(7+h.r.IntN(6))*24*time.Hour + time.Duration(9+h.r.IntN(7))*time.Hour)
		for at.Weekday() == time.Saturday || at.Weekday() == time.Sunday {
			at = at.Add(24 * time.Hour)
		}
		told := at.Add(-5 * 24 * time.Hour)
		h.talks = append(h.talks, talk{firm, name, at.Add(time.Hour)})
		h.add(told, "interview", firm, letterFrom(firm, name, post, told, at, i))
		later := at.Add(time.Duration(4+h.r.IntN(24))*24*time.Hour + 90*time.Minute)
		answer := func(what, text string) {
			h.add(later, what, firm, mailFrom(firm, name, "Re: Interview confirmation: "+post+" at "+firm, idOf(firm, i), text, later, fmt.Sprintf("end-%d@%s", i, domain(firm))))
		}
		switch h.r.IntN(10) {
		case 0, 1, 2, 3:
			answer("rejection", "Thank you for taking the time to interview with us. After careful\nconsideration we have decided to move forward with another candidate. We\nwish you every success in your search.")
		case 4:
			answer("offer", "We are delighted to offer you the position of "+post+" at "+firm+".\nPlease find the terms of the offer attached.")
		case 5, 6:
			answer("holding", "Just a short note to say that we are still interviewing and have not made a\ndecision yet. We will get back to you as soon as we can.")
		}
	}
	slices.SortStableFunc(h.events, func(a, b happening) int { return a.at.Compare(b.at) })
}

func (h *hunt) add(at time.Time, what, firm string, mail []byte) {
	h.events = append(h.events, happening{at, what, firm, mail})
}

// until lets everything up to a moment happen.
func (h *hunt) until(now time.Time) {
	for len(h.events) > 0 && !h.events[0].at.After(now) {
		e := h.events[0]
		h.events = h.events[1:]
		h.arrive(e.mail)
		h.counts["mails"]++
		h.counts[e.what]++
		if e.what == "rejection" || e.what == "offer" {
			h.ended[e.firm] = e.at
		}
	}
}

// user does something with the drafts that wait: sends, edits, deletes, or
// leaves them.
func (h *hunt) user() {
	msgs, err := h.srv.Messages("Drafts")
	if err != nil {
		h.t.Fatal(err)
	}
	for _, m := range msgs {
		p := mailparse.Parse(m.Raw)
		if len(p.To) == 0 || p.To[0].Address == demoOwner.Addresses[0] {
			continue
		}
		switch h.r.IntN(8) {
		case 0, 1:
			stage := &demoStage{srv: h.srv, now: h.clock(), sent: h.sent}
			if err := sendDraft(p.To[0].Address)(stage); err != nil {
				h.t.Fatal(err)
			}
			h.sent = stage.sent
			h.counts["sent by the user"]++
		case 2:
			raw := bytes.Replace(m.Raw, []byte("\r\n\r\n"), []byte("\r\n\r\nA word of my own first. "), 1)
			if bytes.Contains(m.Raw, []byte("A word of my own")) {
				continue
			}
			if _, err := h.srv.Add("Drafts", raw, h.clock(), `\Draft`, `\Seen`); err != nil {
				h.t.Fatal(err)
			}
			if err := h.srv.Remove("Drafts", m.UID); err != nil {
				h.t.Fatal(err)
			}
			h.counts["edited by the user"]++
		case 3:
			if err := h.srv.Remove("Drafts", m.UID); err != nil {
				h.t.Fatal(err)
			}
			h.counts["deleted by the user"]++
		}
	}
}

// step hears what the engine does, and objects.
func (h *hunt) step(s step) {
	if s.did == "read" {
		return
	}
	h.counts["drafts "+s.did]++
	if s.did != drafts.DidPlace {
		return
	}
	h.counts[string(s.window)]++
	iv := s.decision.Interview
	firm := h.firmOf(iv)
	if key := firm + " " + string(s.window); h.placed[key] {
		h.counts["placed anew after our own withdrawal"]++
	} else {
		h.placed[key] = true
	}
	if end, ok := h.ended[firm]; ok && end.Before(h.clock()) && iv.T().Before(end) {
		h.t.Errorf("%s: a %s for %s, which ended at %s", h.clock(), s.window, iv.ID, end)
	}
}

// firmOf names the made-up company by what it wrote, however it was read.
func (h *hunt) firmOf(iv rules.Interview) string {
	for _, k := range h.talks {
		for _, m := range iv.Mails {
			if m.Mail.From.Address == address(k.firm, k.name) {
				return k.firm
			}
		}
	}
	h.t.Errorf("%s: of no company that wrote", iv.ID)
	return ""
}

// check asks for no two drafts per interview and window, and none lost.
func (h *hunt) check(ds []rules.Decision, stored int) {
	h.t.Helper()
	placed, thanked := 0, map[string]bool{}
	for _, d := range ds {
		windows := map[rules.Window]int{}
		for _, dr := range d.Interview.Drafts {
			placed++
			if dr.State != rules.DraftWithdrawn {
				windows[dr.Window]++
			}
			if dr.Window == rules.ThankYou {
				thanked[h.firmOf(d.Interview)] = true
			}
		}
		if firm := h.firmOf(d.Interview); firm != d.Interview.Company {
			h.t.Errorf("%s: the company is read as %q, not %q", d.Interview.ID, d.Interview.Company, firm)
		}
		if end, ok := h.ended[h.firmOf(d.Interview)]; ok && end.Before(h.clock()) && d.State != rules.Rejected && d.State != rules.Offered {
			h.t.Errorf("%s: state %s, but it ended at %s", d.Interview.ID, d.State, end)
		}
		for w, n := range windows {
			if n > 1 {
				h.t.Errorf("%s has %d drafts for %s", d.Interview.ID, n, w)
			}
		}
	}
	if stored != placed {
		h.t.Errorf("%d drafts were stored, but %d are known", stored, placed)
	}
	missing := 0
	for _, k := range h.talks {
		if !thanked[k.firm] {
			missing++
			h.t.Errorf("no thank-you for %s, over at %s", k.firm, k.end)
		}
	}
	h.counts["interviews without thank-you"] = missing
}

// TestYear plays a year of a busy job hunt, two hundred applications and sixty
// interviews, through the real engine and a real protocol.
func TestYear(t *testing.T) {
	begin := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	h := &hunt{desk: newDesk(t, imaptest.Options{}), r: rand.New(rand.NewPCG(7, 11)), ended: map[string]time.Time{}, placed: map[string]bool{}, counts: map[string]int{}}
	defer h.srv.Close()
	const days = 365
	h.plan(begin, days, 200, 60)
	h.set(begin)
	m, err := h.machine(filepath.Join(memDir(t), "state.db"), h.srv.Port, 20*time.Second, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	defer m.close()
	m.e.tell = h.step
	var ds []rules.Decision
	start := time.Now()
	passes := 0
	for day := 0; day < days; day += 2 { // a thank-you is right for three days
		h.set(begin.Add(time.Duration(day)*24*time.Hour + 19*time.Hour))
		h.until(h.clock())
		if ds, err = m.e.pass(t.Context()); err != nil {
			t.Fatal(err)
		}
		passes++
		h.checkSingle("Drafts")
		h.user()
	}
	if err := h.onlyDrafts(); err != nil {
		t.Error(err)
	}
	h.check(ds, h.srv.Verbs()["APPEND Drafts"])
	t.Logf("%d days, %d passes, %d interviews known, in %s: %v", days, passes, len(ds), time.Since(start).Round(time.Millisecond), h.counts)
}
