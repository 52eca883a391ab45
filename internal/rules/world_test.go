package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// world is a mailbox, a record and a user, played on paper: what the rest of
// the program does with decisions, in its simplest form.
type world struct {
	s      Settings
	events []Event
	box    map[string]*paper // drafts of ours by Message-ID, wherever they lie
	n      int64
}

// paper is one draft of ours in the mailbox.
type paper struct {
	folder string // Drafts, Sent, Trash, gone
	edited bool
	star   bool
	window Window
	iv     string
	to     string
	anchor string

	withdrawn bool
	of        Interview
}

func newWorld() *world {
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		panic(err)
	}
	s := Defaults(loc)
	s.Addresses = []string{"sam@okafor.example", "sam.okafor@gmail.com"}
	s.Name = "Sam Okafor"
	return &world{s: s, box: map[string]*paper{}}
}

func (w *world) add(at time.Time, e Event) {
	w.n++
	e.N, e.At = w.n, at
	w.events = append(w.events, e)
}

func (w *world) fold(now time.Time) []Interview { return Fold(w.events, w.s, now) }

func (w *world) decide(now time.Time) []Decision {
	ivs := w.fold(now)
	for _, e := range Names(ivs, w.events) {
		w.add(now, e)
	}
	return Decide(ivs, w.s, now)
}

// pass is one run: look at what the mailbox shows, withdraw, decide again,
// place.
func (w *world) pass(now time.Time) {
	w.look(now)
	for _, d := range w.decide(now) {
		for _, x := range d.Withdraw {
			p := w.box[x.Draft.MessageID]
			if p != nil && p.folder == "Drafts" && !p.edited {
				p.folder, p.withdrawn = "Trash", true
				w.step(now, x.Draft, DraftWithdrawn)
			}
		}
	}
	for _, d := range w.decide(now) {
		if d.Due == nil {
			continue
		}
		e := DraftEvent{Interview: d.Interview.ID, Window: d.Due.Window, MessageID: d.Due.MessageID, To: d.Due.To.Address, Account: d.Interview.Account}
		w.step(now, e, DraftIntended)
		if p := w.box[d.Due.MessageID]; p == nil {
			w.box[d.Due.MessageID] = &paper{folder: "Drafts", window: d.Due.Window, iv: d.Interview.ID, to: d.Due.To.Address, anchor: d.Interview.Anchor.MessageID, of: d.Interview}
			w.step(now, e, DraftWaiting)
		} else {
			w.step(now, e, p.state())
		}
	}
}

// look records what became of our drafts, and finds those that the record has
// lost.
func (w *world) look(now time.Time) {
	for _, d := range w.decide(now) {
		for window, ids := range CandidateIDs(d.Interview) {
			for _, id := range ids {
				p := w.box[id]
				if p == nil || p.folder == "gone" {
					continue
				}
				i := slices.IndexFunc(d.Interview.Drafts, func(x DraftEvent) bool { return x.MessageID == id })
				if i < 0 {
					w.step(now, DraftEvent{Interview: d.Interview.ID, Window: window, MessageID: id, To: p.to, Flagged: p.star}, p.state())
				}
			}
		}
		for _, x := range d.Interview.Drafts {
			p := w.box[x.MessageID]
			if p == nil || x.State == DraftWithdrawn || (p.state() == x.State && p.star == x.Flagged) {
				continue
			}
			x.Flagged = p.star
			w.step(now, x, p.state())
		}
	}
}

func (p *paper) state() DraftState {
	switch {
	case p.folder == "Sent":
		return DraftSent
	case p.folder != "Drafts":
		return DraftDeleted
	case p.edited:
		return DraftEdited
	}
	return DraftWaiting
}

func (w *world) step(now time.Time, d DraftEvent, s DraftState) {
	d.State = s
	w.add(now, Event{Draft: &d})
}

// user lets the user do something to the newest draft for a window that lies
// in Drafts.
func (w *world) user(now time.Time, verb string, window Window, iv string) error {
	for i := len(w.events) - 1; i >= 0; i-- {
		d := w.events[i].Draft
		if d == nil || d.Window != window || (iv != "" && d.Interview != iv) {
			continue
		}
		p := w.box[d.MessageID]
		if p == nil || p.folder != "Drafts" {
			continue
		}
		switch verb {
		case "edits":
			p.edited = true
		case "deletes":
			p.folder = "Trash"
		case "stars":
			p.star = true
		case "sends", "resends": // resends: the client gave it another Message-ID
			p.folder = "Sent"
			id := d.MessageID
			if verb == "resends" {
				p.folder = "gone"
				id = fmt.Sprintf("<client-%d@okafor.example>", w.n)
			}
			w.add(now, Event{Seen: &Seen{Mail: Mail{Account: "personal", Folder: "Sent", MessageID: id, InReplyTo: p.anchor, Date: now, InSent: true,
				FromOwner: true, Owner: "sam@okafor.example", From: Contact{Address: "sam@okafor.example"},
				To: []Contact{{Address: d.To}}}, Facts: Facts{Kind: Other}}})
		default:
			return fmt.Errorf("the user cannot %q", verb)
		}
		return nil
	}
	return fmt.Errorf("no %s draft lies in Drafts", window)
}

// lose forgets the record of drafts, names and marks; the mails are read anew.
func (w *world) lose() {
	w.events = slices.DeleteFunc(w.events, func(e Event) bool { return e.Seen == nil })
}

// inDrafts lists the windows whose drafts of ours lie in Drafts.
func (w *world) inDrafts() string {
	var out []string
	for _, p := range w.box {
		if p.folder == "Drafts" {
			out = append(out, string(p.window))
		}
	}
	slices.Sort(out)
	return strings.Join(out, ",")
}

// fill makes a busy job hunt: so many interviews at as many companies, and
// other mail around them.
func (w *world) fill(interviews, others int) {
	first := time.Date(2026, 9, 1, 9, 0, 0, 0, w.s.Location)
	mail := func(i int, k Kind, at time.Time, f Facts, from string) {
		f.Kind = k
		f.Contact = Contact{Address: from}
		w.add(at, Event{Seen: &Seen{Mail: Mail{Account: "personal", MessageID: fmt.Sprintf("<f%d-%s@x>", w.n, k), Date: at,
			References: []string{fmt.Sprintf("<t%d@x>", i)}, From: Contact{Address: from}, Owner: "sam@okafor.example"}, Facts: f}})
	}
	for i := range interviews {
		at := first.AddDate(0, 0, i)
		f := Facts{Company: fmt.Sprintf("Firm%d Ltd", i), Start: When{At: at.AddDate(0, 0, 7)}}
		mail(i, Confirmation, at, f, fmt.Sprintf("a@firm%d.example", i))
		mail(i, Reply, at.AddDate(0, 0, 9), Facts{}, fmt.Sprintf("a@firm%d.example", i))
	}
	for i := range others {
		mail(1000+i, Acknowledgement, first.AddDate(0, 0, i%90), Facts{Company: fmt.Sprintf("Other%d", i)}, fmt.Sprintf("no-reply@other%d.example", i))
	}
}
