package rules

import (
	"fmt"
	"slices"
	"time"
)

// view is one interview with all that does not depend on the present time.
type view struct {
	iv  *Interview
	j   judgement
	t   time.Time
	b   bounds
	acc account

	tells map[string]bool // of a crowd of tellings: see told
}

// told reports whether the mail with that Message-ID told of the interview.
func (v *view) told(id string) bool {
	if len(v.iv.Tellings) > crowd && v.tells == nil {
		v.tells = make(map[string]bool, len(v.iv.Tellings))
		for _, t := range v.iv.Tellings {
			v.tells[t] = true
		}
	}
	return v.tells[id] || v.tells == nil && slices.Contains(v.iv.Tellings, id)
}

// views looks at all interviews; told finds the interview that a mail
// tells of, or that a draft was made for.
func views(all []Interview, s Settings) []*view {
	byID, told := map[string]*Interview{}, map[string]*Interview{}
	for i := range all {
		iv := &all[i]
		byID[iv.ID] = iv
		for _, id := range iv.Tellings {
			told[id] = iv
		}
		for _, d := range iv.Drafts {
			told[d.MessageID] = iv
		}
	}
	out, alike := make([]*view, len(all)), map[localTime]bounds{}
	for i := range all {
		v := &view{iv: &all[i], j: s.judge(all[i].Company), t: all[i].T()}
		if !v.t.IsZero() {
			v.b = measured(s, v, alike)
		}
		v.read(told, byID)
		out[i] = v
	}
	return out
}

// measured gives the view's bounds, counted once for all interviews that end
// at one moment where no company has rules of its own.
func measured(s Settings, v *view, alike map[localTime]bounds) bounds {
	if len(s.Companies) > 0 {
		return v.j.bounds(v.t)
	}
	at := localTime{v.t.UnixNano(), v.t.Location().String()}
	b, ok := alike[at]
	if !ok {
		b = v.j.bounds(v.t)
		alike[at] = b
	}
	return b
}

// localTime is a moment in a zone: a time.Time compares its zone by address.
type localTime struct {
	unix int64
	zone string
}

func (v *view) zone() *time.Location {
	if v.t.IsZero() {
		return v.j.zone()
	}
	return v.t.Location()
}

// ended is what has ended the follow-up by now, nil while nothing has.
func (v *view) ended(now time.Time) *ending {
	switch {
	case v.iv.Dismissed():
		return &ending{State: Closed, Reason: "You said that this is no interview"}
	case v.acc.end != nil:
		return v.acc.end
	case v.acc.said.vacancy == "filled":
		return &ending{State: Closed, Reason: v.acc.filled}
	case v.iv.CalledOff():
		return &ending{State: Cancelled, Reason: "It was called off"}
	case v.t.IsZero() && !now.Before(v.lapse()):
		return &ending{State: Closed, Reason: "Its time was never known, and the time for a follow-up is over"}
	case v.t.IsZero() || now.Before(v.t):
		return nil
	case v.acc.round != nil && !now.Before(v.b.at[atThankYou]):
		return &ending{State: Advanced, Reason: "A next interview is fixed for " + sayWhen(v.acc.round.Start)}
	case !now.Before(v.b.at[atEnd]):
		return &ending{State: Closed, Reason: "The time for a follow-up was over on " + sayTime(v.b.at[atEnd])}
	}
	return nil
}

// lapse is when an interview whose time nobody told is given up: as long after
// its last telling as a follow-up lasts.
func (v *view) lapse() time.Time {
	last := v.founded()
	for _, m := range v.iv.Mails {
		if v.told(m.Mail.MessageID) {
			last = later(last, m.Mail.Date)
		}
	}
	for _, m := range v.iv.Marks {
		last = later(last, m.At)
	}
	return last.Add(v.j.Bounds.End)
}

// barred says why the interview gets no draft although its time is right, ""
// where nothing bars it.
func (v *view) barred() string {
	if len(v.iv.Warnings) > 0 {
		return "No draft: the mail looks like a fraud (" + v.iv.Warnings[0] + ")"
	}
	for _, d := range v.iv.Doubts {
		if d.Field != "start" {
			continue
		}
		if len(d.Candidates) == 0 {
			return "No draft: the time is not certain; say it with mark " + v.iv.ID + " --start"
		}
		return fmt.Sprintf("No draft: several times are possible (%s); say which with mark %s --start", list(d.Candidates), v.iv.ID)
	}
	if v.t.IsZero() {
		return "No draft: the time is not known; say it with mark " + v.iv.ID + " --start"
	}
	return ""
}

func list(xs []string) string {
	const most = 4
	out := ""
	for i, x := range xs {
		if i == most {
			return out + " …"
		}
		if i > 0 {
			out += " or "
		}
		out += x
	}
	return out
}

// timing is when a window's draft is due and what makes it so.
type timing struct {
	At      time.Time
	Nominal time.Time // without holds
	Why     string
	Held    bool // a promised day, an absence, a reply or the user's wait delays it
	Gap     bool // min_gap alone delays it
}

// timing computes when the draft of row r is due.
func (v *view) timing(r *windowRow) timing {
	t := timing{At: v.b.at[r.From], Why: openWords[r.From]}
	if v.acc.said.went == "badly" && r.Badly > 0 {
		t.At = t.At.Add(r.Badly)
		t.Why = fmt.Sprintf("%d hours later, as it went badly", int(r.Badly.Hours()))
	}
	t.Nominal = t.At
	if r.Gapped && !v.acc.lastOwn.IsZero() {
		if at := v.acc.lastOwn.Add(v.b.gap).In(v.zone()); at.After(t.At) {
			t.At, t.Gap = at, true
			t.Why = "you wrote to them on " + sayTime(v.acc.lastOwn.In(v.zone()))
		}
	}
	holds := v.acc.holds
	if !r.Held {
		holds = nil
	}
	if v.acc.wait != nil {
		holds = append(append([]hold{}, holds...), *v.acc.wait)
	}
	for _, h := range holds {
		if h.Until.After(t.At) {
			t.At, t.Why, t.Held, t.Gap = h.Until, h.Why, true, false
		}
	}
	return t
}

var openWords = map[int]string{
	atT:        "end of the interview",
	atThankYou: "time for the thank-you is over",
	atCall:     "time for the second mail is over",
}

// moments lists every time at which a decision on the interview may change by
// itself.
func (v *view) moments() []time.Time {
	if v.t.IsZero() {
		return []time.Time{v.lapse()}
	}
	out := append([]time.Time{}, v.b.at[:]...)
	for i := range windowTable {
		out = append(out, v.timing(&windowTable[i]).At)
	}
	return out
}
