package rules

// said is what the user told us, the last word on each thing.
type said struct {
	vacancy, fit, jobAtRisk, went string
	starred                       bool
}

func saidIn(iv *Interview) said {
	var s said
	for _, m := range iv.Marks {
		s.vacancy = newer(m.Vacancy, s.vacancy)
		s.fit = newer(m.Fit, s.fit)
		s.jobAtRisk = newer(m.JobAtRisk, s.jobAtRisk)
		s.went = newer(m.Went, s.went)
	}
	for _, d := range iv.Drafts {
		s.starred = s.starred || (d.Window == Call && d.Flagged)
	}
	return s
}

// outcomes are the ends that mark can tell of.
var outcomes = map[string]struct {
	State  State
	Reason string
}{
	"offer":     {Offered, "You said that they made an offer"},
	"rejected":  {Rejected, "You said that they declined"},
	"withdrawn": {Closed, "You said that you withdrew"},
}

// userWord reads the marks that end or delay. The newer of mark and mail
// decides how it ended.
func (v *view) userWord() {
	for _, m := range v.iv.Marks {
		if m.Wait > 0 {
			until := m.At.Add(m.Wait).In(v.zone())
			v.acc.wait = &hold{until, "You asked to wait"}
		}
		o, ok := outcomes[m.Outcome]
		if ok && (v.acc.end == nil || !v.acc.end.At.After(m.At)) {
			v.acc.end = &ending{State: o.State, At: m.At, Reason: o.Reason}
		}
	}
	switch {
	case v.acc.said.vacancy == "filled":
		v.acc.filled = "You said that the vacancy is filled"
	}
}
