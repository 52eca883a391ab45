package rules

import (
	"slices"
	"strconv"
	"time"
)

// at decides on one interview.
func (v *view) at(now time.Time, o others) Decision {
	d := Decision{Interview: *v.iv, T: v.t}
	end := v.ended(now)
	if v.guardsMatter(now) {
		d.Guards, _ = v.guards(now, o.trials)
	}
	switch {
	case end != nil:
		d.State = end.State
		d.say(end.Reason)
	case v.t.IsZero() || now.Before(v.t):
		v.upcoming(&d)
	default:
		v.open(&d, now, o)
	}
	if d.Window == "" {
		v.withdraw(&d, now)
	}
	for _, w := range d.Withdraw {
		d.say(rowOf(w.Draft.Window).name() + " is withdrawn: " + w.Reason)
	}
	v.spans(&d, now)
	return d
}

// guardsMatter is true while the call window is open or the next to open.
func (v *view) guardsMatter(now time.Time) bool {
	return !v.t.IsZero() && !now.Before(v.b.at[atThankYou]) && now.Before(v.b.at[atEnd])
}

// say adds a reason; the first is the one for status.
func (d *Decision) say(reason string) {
	if reason == "" {
		return
	}
	reason = tidy(reason)
	if d.Reason == "" {
		d.Reason = reason
	}
	d.Reasons = append(d.Reasons, reason)
}

func (v *view) upcoming(d *Decision) {
	d.State = Upcoming
	if bar := v.barred(); bar != "" {
		d.say(bar)
		return
	}
	t := v.timing(&windowTable[0])
	if t.At.Before(v.b.at[atThankYou]) {
		d.Next = &Next{Window: ThankYou, At: t.At}
	}
	d.say("Interview on " + sayWhen(v.iv.Start) + "; the thank-you follows at its end, " + sayTime(v.t))
	if t.Held {
		d.say(t.Why + ": nothing before " + sayTime(t.At))
	}
}

// open decides while one of the windows is open.
func (v *view) open(d *Decision, now time.Time, o others) {
	d.State = AwaitingReply
	r := v.rowNow(now, o)
	d.Window = r.Window
	v.withdraw(d, now)
	t := v.timing(r)
	used := v.used(r, d.Withdraw)
	bar := v.barred()
	ready := used == "" && !now.Before(t.At) && !leaves(d.Withdraw, r.Window)
	switch {
	case bar != "":
		d.say(bar)
	case ready && r.Gapped && o.busy != "":
		d.say(r.Name + " is kept back: " + o.busy)
	case ready:
		d.Due = v.due(r)
		d.say(r.Name + " due since " + sayTime(t.At) + " (" + t.Why + ")")
	}
	if bar == "" {
		v.next(d, r, t, used, now)
	}
	if used != "" {
		d.say(r.Name + ": " + used + "; right until " + sayTime(v.b.at[r.Until]))
	}
	v.sayWindows(d, r)
}

// rowNow is the open window; the trial offer's in place of the call's once all
// its guards hold, or once it was made.
func (v *view) rowNow(now time.Time, o others) *windowRow {
	r := v.b.openAt(now)
	for i := range windowTable {
		trial := &windowTable[i]
		if trial.Over != r.Window {
			continue
		}
		_, all := v.guards(now, o.trials)
		if all || v.has(trial.Window, DraftEdited, DraftSent, DraftDeleted) {
			return trial
		}
	}
	return r
}

// leaves reports whether a draft for the window is to be withdrawn first.
func leaves(leaving []Withdrawal, w Window) bool {
	return slices.ContainsFunc(leaving, func(l Withdrawal) bool { return l.Draft.Window == w })
}

// used says by what a window's draft is used up, "" where by nothing. Drafts
// that leave use nothing up.
func (v *view) used(r *windowRow, leaving []Withdrawal) string {
	for _, d := range v.iv.Drafts {
		if d.Window != r.Window || slices.ContainsFunc(leaving, func(l Withdrawal) bool { return l.Draft.MessageID == d.MessageID }) {
			continue
		}
		switch d.State {
		case DraftWaiting:
			return "the draft waits in Drafts"
		case DraftEdited:
			return "the draft is yours since you edited it"
		case DraftSent:
			return "sent"
		case DraftDeleted:
			return "you deleted the draft"
		}
	}
	return v.acc.served[r.Window]
}

func (v *view) due(r *windowRow) *Due {
	d := &Due{Window: r.Window, MessageID: v.iv.draftID(r.Window), To: v.iv.Contact}
	if r.Window == Call {
		d.ToSelf = true
		d.To = Contact{Name: v.j.Name, Address: v.iv.Owner}
	}
	return d
}

// next finds what follows, and whether a hold is what delays it.
func (v *view) next(d *Decision, r *windowRow, t timing, used string, now time.Time) {
	held, why := false, ""
	if used == "" && now.Before(t.At) {
		held, why = t.Held, t.Why
		if t.At.Before(v.b.at[r.Until]) {
			d.Next = &Next{Window: r.Window, At: t.At}
		}
	}
	for i := range windowTable {
		w := &windowTable[i]
		if d.Next != nil || w.Over != "" || w.From < r.Until || v.used(w, d.Withdraw) != "" {
			continue
		}
		wt := v.timing(w)
		if wt.Held && d.Due == nil {
			held, why = true, wt.Why
		}
		if wt.At.Before(v.b.at[w.Until]) {
			d.Next = &Next{Window: w.Window, At: wt.At}
		}
	}
	switch {
	case held && d.Due == nil && d.Next != nil:
		d.State = OnHold
		d.say(why + ": nothing before " + sayMoment(d.Next.At))
	case held && d.Due == nil:
		d.State = OnHold
		d.say(why + ": nothing more is due before the end on " + sayDay(v.b.at[atEnd]))
	case used == "" && now.Before(t.At) && d.Next != nil:
		d.say(why + ": " + rowOf(d.Next.Window).Name + " not before " + sayMoment(d.Next.At))
	}
}

// sayMoment leaves out midnight.
func sayMoment(t time.Time) string {
	if t.Hour() == 0 && t.Minute() == 0 {
		return sayDay(t)
	}
	return sayTime(t)
}

// sayWindows tells what each other window has come to.
func (v *view) sayWindows(d *Decision, now *windowRow) {
	for i := range windowTable {
		w := &windowTable[i]
		if w == now || w.Over != "" {
			continue
		}
		if used := v.used(w, d.Withdraw); used != "" {
			d.say(w.Name + ": " + used)
		}
	}
	if d.Next != nil {
		d.say("Next: " + rowOf(d.Next.Window).Name + " on " + sayTime(d.Next.At))
	}
	if d.Reason == "" {
		d.say("Nothing more is due before the end on " + sayDay(v.b.at[atEnd]))
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
