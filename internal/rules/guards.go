package rules

import (
	"fmt"
	"time"
)

// guardRow is one guard of the trial offer (contract, section 4). All must
// hold.
type guardRow struct {
	Name  string
	Holds func(v *view, now time.Time, openTrials int) (bool, string)
}

var guardTable = []guardRow{
	{"wanted", func(v *view, _ time.Time, _ int) (bool, string) {
		return v.j.TrialOffer != "never", either(v.j.TrialOffer != "never", "offers of a trial are allowed", "trial_offer is set to never")
	}},
	{"call-open", func(v *view, now time.Time, _ int) (bool, string) {
		ok := !now.Before(v.b.at[atCall]) && now.Before(v.b.at[atEnd])
		return ok, fmt.Sprintf("the call window is %s to %s", sayTime(v.b.at[atCall]), sayTime(v.b.at[atEnd]))
	}},
	{"second-mail", func(v *view, _ time.Time, _ int) (bool, string) {
		return v.acc.second != "", newer(v.acc.second, "no mail of yours was sent in the second window")
	}},
	{"not-ended", func(v *view, now time.Time, _ int) (bool, string) {
		if e := v.ended(now); e != nil {
			return false, e.Reason
		}
		return true, "nothing has ended it"
	}},
	{"not-filled", func(v *view, _ time.Time, _ int) (bool, string) {
		return v.acc.filled == "", newer(v.acc.filled, "nothing says that the position is filled")
	}},
	{"no-job-at-risk", func(v *view, _ time.Time, _ int) (bool, string) {
		switch {
		case v.acc.said.jobAtRisk == "yes":
			return false, "you said that it puts a job at risk"
		case v.acc.said.jobAtRisk == "no":
			return true, "you said that it puts no job at risk"
		}
		return !v.j.Employed, either(!v.j.Employed, "you are not employed", "you are employed: say mark ID --job-at-risk no if a trial puts no job at risk")
	}},
	{"vacancy-open", func(v *view, _ time.Time, _ int) (bool, string) {
		ok := v.acc.said.vacancy == "open" || v.acc.said.vacancy == "" && v.acc.said.starred
		return ok, either(ok, "you said that the vacancy is open", "you have not said that the vacancy is open")
	}},
	{"ticks-all-boxes", func(v *view, _ time.Time, _ int) (bool, string) {
		ok := v.acc.said.fit == "yes" || v.acc.said.fit == "" && v.acc.said.starred
		return ok, either(ok, "you said that this job ticks all boxes", "you have not said that this job ticks all boxes")
	}},
	{"no-other-trial", func(v *view, _ time.Time, openTrials int) (bool, string) {
		ok := openTrials < v.j.MaxOpenTrials
		return ok, either(ok, "no other trial offer is open", fmt.Sprintf("trial offers open elsewhere: %d of %d allowed", openTrials, v.j.MaxOpenTrials))
	}},
}

func either(cond bool, yes, no string) string {
	if cond {
		return yes
	}
	return no
}

// guards asks every guard.
func (v *view) guards(now time.Time, openTrials int) ([]GuardResult, bool) {
	all := true
	out := make([]GuardResult, len(guardTable))
	for i, g := range guardTable {
		ok, why := g.Holds(v, now, openTrials)
		out[i] = GuardResult{Name: g.Name, Holds: ok, Why: why}
		all = all && ok
	}
	return out, all
}
