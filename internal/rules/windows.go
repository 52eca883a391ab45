package rules

import "time"

// windowRow is one window of the contract's section 2.
type windowRow struct {
	Window Window
	Name   string // in sentences
	From   int    // bounds, From included, Until not
	Until  int
	Held   bool          // a promised day, an absence or a holding reply delays it
	Gapped bool          // goes to the company: min_gap applies
	Badly  time.Duration // later than it opens when the interview went badly
	// Over is the window that it takes the place of once all guards hold.
	Over Window
}

var windowTable = []windowRow{
	{Window: ThankYou, Name: "Thank-you", From: atT, Until: atThankYou, Gapped: true},
	{Window: ContinuedInterest, Name: "Second mail", From: atThankYou, Until: atCall, Held: true, Gapped: true, Badly: 48 * time.Hour},
	{Window: Call, Name: "Note to ring up", From: atCall, Until: atEnd, Held: true, Badly: 72 * time.Hour},
	{Window: TrialOffer, Name: "Trial offer", From: atCall, Until: atEnd, Held: true, Gapped: true, Badly: 72 * time.Hour, Over: Call},
}

func rowOf(w Window) *windowRow {
	for i := range windowTable {
		if windowTable[i].Window == w {
			return &windowTable[i]
		}
	}
	return nil
}

// openAt gives the row whose time it is; the trial offer's is the call's, which
// it can only replace.
func (b bounds) openAt(t time.Time) *windowRow {
	for i := range windowTable {
		r := &windowTable[i]
		if r.Over == "" && !t.Before(b.at[r.From]) && t.Before(b.at[r.Until]) {
			return r
		}
	}
	return nil
}

// spans lists every window with its bounds and what came of it.
func (v *view) spans(d *Decision, now time.Time) {
	if v.t.IsZero() {
		return
	}
	for i := range windowTable {
		r := &windowTable[i]
		shifts := append(append([]string{}, v.b.shifts[r.From]...), v.b.shifts[r.Until]...)
		d.Spans = append(d.Spans, WindowSpan{Window: r.Window, From: v.b.at[r.From], Until: v.b.at[r.Until],
			Shifts: dedupe(shifts), Fate: v.fate(r, d, now)})
	}
}

func dedupe(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, x := range list {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
