package rules

import (
	"slices"
	"time"
)

// holdFor is how long a human reply that only holds keeps the second mail and
// the call back.
const holdFor = 7 * 24 * time.Hour

// endRow is a kind of mail that ends the follow-up, from whatever sender.
type endRow struct {
	Kind  Kind
	State State
	Says  string
}

var endTable = []endRow{
	{Rejection, Rejected, "They declined"},
	{Offer, Offered, "They made an offer"},
	{Invitation, Advanced, "They asked for a next interview"},
	{Confirmation, Advanced, "A next interview was fixed"},
	{Reschedule, Advanced, "A next interview was fixed"},
	{Cancellation, Cancelled, "They called it off"},
}

// ending is what ended an interview's follow-up.
type ending struct {
	State  State
	At     time.Time
	Reason string
}

// hold keeps drafts back until a moment.
type hold struct {
	Until time.Time
	Why   string
}

// account is what has happened with the company, read once from an
// interview's mails, drafts and marks. None of it depends on the present time.
type account struct {
	end     *ending
	holds   []hold // of the held windows
	wait    *hold  // the user's own: of all windows
	served  map[Window]string
	lastOwn time.Time
	second  string // why the second mail counts as written, or ""
	filled  string // why the position counts as filled, or ""
	said    said
	round   *Interview // a next interview that was fixed before this one took place
}

// read takes the account of one interview. others tells which mails other
// interviews are told by.
func (v *view) read(others map[string]*Interview, all map[string]*Interview) {
	v.acc.served = map[Window]string{}
	v.acc.said = saidIn(v.iv)
	next := v.nextRound(all)
	for _, m := range v.iv.Mails {
		switch {
		case m.Fits == FitGap, m.Mail.InSent && others[m.Mail.MessageID] != nil && others[m.Mail.MessageID] != v.iv:
			v.gapOnly(m)
		case m.Mail.InSent:
			v.own(m)
		default:
			v.answer(m, others, next)
			v.holding(m)
		}
	}
	v.ownDrafts()
	v.userWord()
}

// nextRound finds the earliest later interview with the employer that stands.
func (v *view) nextRound(all map[string]*Interview) *Interview {
	var next *Interview
	for _, id := range v.iv.Later {
		o := all[id]
		if o == nil || o.CalledOff() || o.Dismissed() || !laterThan(o, v.iv) {
			continue
		}
		if next == nil || o.Start.At.Before(next.Start.At) {
			next = o
		}
	}
	v.acc.round = next
	return next
}

// answer reads a mail of the other side for what ends the follow-up; the
// newest end counts. What follows the next round is that round's.
func (v *view) answer(m Seen, others map[string]*Interview, next *Interview) {
	e := v.endOf(m, others)
	if e == nil {
		return
	}
	advanced := v.acc.end != nil && v.acc.end.State == Advanced
	if advanced && next != nil && !e.At.Before(next.T()) {
		return
	}
	v.acc.end = e
	if e.State == Rejected {
		v.acc.filled = e.Reason
	}
}

func (v *view) endOf(m Seen, others map[string]*Interview) *ending {
	if m.Mail.Date.Before(v.begin()) || m.Fits == FitAgency || v.told(m.Mail.MessageID) {
		return nil
	}
	kind := m.Facts.Kind
	if m.Facts.Filled {
		kind = Rejection
	}
	other := others[m.Mail.MessageID]
	switch kind {
	case Confirmation, Reschedule:
		if start := m.Facts.Start; v.t.IsZero() || !start.Zero() && !start.At.After(v.t) {
			return nil // told of an interview that is past
		}
	case Cancellation:
		if other != nil {
			return nil // another interview was called off
		}
	}
	for _, r := range endTable {
		if r.Kind == kind {
			day := sayDay(m.Mail.Date.In(v.zone()))
			return &ending{State: r.State, At: m.Mail.Date, Reason: r.Says + " on " + day + " (" + tieWords[m.Fits] + ")"}
		}
	}
	return nil
}

var tieWords = map[Fit]string{
	FitThread: "in the thread", FitContact: "from the contact", FitCompany: "naming the company",
	FitDomain: "from the company's domain", FitAgency: "from the agency",
}

// holding reads a mail of the other side for what delays the second mail and
// the call: a promised day and a day of return also where they were named
// before T, a reply only after it.
func (v *view) holding(m Seen) {
	zone, when := v.zone(), sayDay(m.Mail.Date.In(v.zone()))
	auto := m.Facts.Kind == AutoReply
	if day, ok := m.Facts.BackOn.In(zone); ok && auto {
		v.hold(day, "Away until "+sayDay(day)+", says an automatic answer of "+when)
		return
	}
	if by, ok := m.Facts.PromisedBy.In(zone); ok && !auto {
		until, _ := v.j.workingDayAfter(m.Facts.PromisedBy, zone)
		v.hold(until, "They said you will hear by "+sayDay(by))
		return
	}
	stranger := m.Fits == FitCompany && ownDomain(m.Mail.From.Address) == ""
	if m.Mail.Auto || m.Mail.Date.Before(v.t) || stranger || v.told(m.Mail.MessageID) {
		return
	}
	if m.Facts.Kind == Reply || (m.Fits == FitAgency && m.Facts.Kind != Other && !auto) {
		v.hold(m.Mail.Date.Add(holdFor), "A reply of "+when+" asks for patience")
	}
}

func (v *view) hold(until time.Time, why string) {
	v.acc.holds = append(v.acc.holds, hold{until.In(v.zone()), why})
}

// own reads what the user wrote: it serves the window that was open when it
// was sent. Calendar responses and automatic answers say nothing.
func (v *view) own(m Seen) {
	if m.Mail.CalendarReply || m.Mail.Auto || m.Facts.Kind == AutoReply {
		return
	}
	at := m.Mail.Date
	day := sayDay(at.In(v.zone()))
	if m.Mail.Withdraws && !at.Before(v.founded()) {
		v.acc.end = &ending{State: Closed, At: at, Reason: "You withdrew on " + day}
	}
	if at.Before(v.t) {
		return
	}
	v.acc.lastOwn = later(v.acc.lastOwn, at)
	r := v.b.openAt(at)
	if r == nil {
		return
	}
	v.serve(r.Window, "you wrote to them on "+day)
}

func (v *view) serve(w Window, why string) {
	v.acc.served[w] = why
	if w == ContinuedInterest {
		v.acc.second = why
	}
}

func (v *view) gapOnly(m Seen) {
	if !m.Mail.CalendarReply && !m.Mail.Auto && !m.Mail.Date.Before(v.t) {
		v.acc.lastOwn = later(v.acc.lastOwn, m.Mail.Date)
	}
}

// ownDrafts counts drafts of ours that were sent, where Sent has not shown
// them yet.
func (v *view) ownDrafts() {
	for _, d := range v.iv.Drafts {
		if d.State != DraftSent {
			continue
		}
		if d.Window == ContinuedInterest {
			v.acc.second = "the second mail was sent"
		}
		seen := slices.ContainsFunc(v.iv.Mails, func(m Seen) bool { return m.Mail.MessageID == d.MessageID })
		if d.Window != Call && !seen && !d.At.Before(v.t) {
			v.acc.lastOwn = later(v.acc.lastOwn, d.At)
		}
	}
}

// begin is when answers begin to count: T, or where that is not known, the
// first telling.
func (v *view) begin() time.Time {
	if v.t.IsZero() {
		return v.founded()
	}
	return v.t
}

func (v *view) founded() time.Time {
	for _, m := range v.iv.Mails {
		if v.told(m.Mail.MessageID) {
			return m.Mail.Date
		}
	}
	return time.Time{}
}
