package rules

import (
	"slices"
	"time"
)

// withdraw lists our drafts that still wait and are no longer right. Whether
// they are untouched is looked at again where they lie.
func (v *view) withdraw(d *Decision, now time.Time) {
	kept := false
	for _, x := range v.iv.Drafts {
		if x.State != DraftWaiting {
			continue
		}
		why := v.wrong(x, d, now)
		if why == "" && kept {
			why = "a second draft for the same window"
		}
		if why == "" {
			kept = true
			continue
		}
		d.Withdraw = append(d.Withdraw, Withdrawal{Draft: x, Reason: why})
	}
}

func (r *windowRow) name() string {
	if r == nil {
		return "Draft"
	}
	return r.Name
}

// wrong says why a waiting draft is no longer right, "" where it is.
func (v *view) wrong(x DraftEvent, d *Decision, now time.Time) string {
	r := rowOf(x.Window)
	switch {
	case r == nil:
		return ""
	case d.Window == "" && d.State == Upcoming:
		return "the interview is still to come"
	case d.Window == "":
		return d.Reason
	case x.Window == Call && d.Window == TrialOffer:
		return "the trial offer takes its place"
	case x.Window == TrialOffer && d.Window == Call:
		return "not all guards of the trial offer hold any more"
	case x.Window != d.Window && now.Before(v.b.at[r.From]): // the interview moved, or the clock was set back
		return "its time begins only on " + sayTime(v.b.at[r.From])
	case x.Window != d.Window:
		return "its time was over on " + sayTime(v.b.at[r.Until])
	case v.barred() != "":
		return v.barred()
	case v.acc.served[x.Window] != "":
		return v.acc.served[x.Window]
	case v.has(x.Window, DraftEdited, DraftSent, DraftDeleted):
		return "another draft for the same window was yours already"
	case x.Stale != "":
		return x.Stale
	case !v.ofToday(x):
		return "the interview moved to another day"
	case r.Window != Call && x.To != "" && v.iv.Contact.Address != "" && address(x.To) != address(v.iv.Contact.Address):
		return "the contact is another now"
	}
	if t := v.timing(r); now.Before(t.At) && !t.Gap {
		return t.Why + ": nothing before " + sayMoment(t.At)
	}
	return ""
}

// ofToday reports whether the draft was made for the day on which the
// interview is now: its Message-ID is not one of another day's.
func (v *view) ofToday(x DraftEvent) bool {
	if len(v.iv.Days) < 2 {
		return true
	}
	past := *v.iv
	past.Days = v.iv.Days[1:]
	return !slices.Contains(CandidateIDs(past)[x.Window], x.MessageID)
}
