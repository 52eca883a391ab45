package detect

import (
	"strings"
	"time"

	"inboxwatch/internal/detect/when"
)

// candidate is a moment with what the words around it say for and against its
// being the interview.
type candidate struct {
	when.Found
	p        *timedText
	score    float64
	bonus    float64 // of score: the sentence speaks of the interview
	old, new bool    // it no longer holds, or is what holds now
	oldFrom  bool    // old by a short word alone: "from", "vom"
	arrive   bool    // arrival, doors, log-in
	deadline bool
	farewell bool // "till Monday then": no deadline
	end      bool // labelled as the end
	start    bool // labelled as the start
	labelled bool
	told     bool // a word of the interview stands right before it
	owners   bool // a word for the reader's own hour stands right before it
	instead  bool // it stands beside an hour that a word denies
	begins   bool // a word for beginning stands right before it
	spoken   bool // its sentence speaks of the interview or fixes it
	from, to int  // its sentence
}

// How much each kind of word weighs.
const (
	forLabel     = 4.0
	forInterview = 2.0
	forFixed     = 2.0
	forTime      = 2.0
	forSlot      = 1.0 // a day with the hours from and to
	forNew       = 3.0
	forAhead     = 0.5
	forBeside    = 0.5
	forYours     = 2.0
	byLong       = 1.0
	byIf         = 1.5
	byPast       = 8.0
	byOld        = 6.0
	byDeadline   = 5.0
	byCloses     = 3.5
	byArrive     = 4.0
	byOther      = 3.5
	byFar        = 3.0
	byDays       = 4.0
	byToday      = 2.5 // the day of writing without an hour: "our talk of this morning"
)

// longSlot is from when on two hours are those of a day rather than a talk's.
const longSlot = 6 * time.Hour

// shortWord is the length of a preposition.
const shortWord = 4

// Distances in bytes within which a word speaks of a moment.
const (
	close1 = 3  // right beside
	close2 = 16 // a word or two between
	near   = 48
)

// weigh scores the moment i of the timedText for a mail written at ref.
func (p *timedText) weigh(i int, ref time.Time, moved bool) candidate {
	f := p.found[i]
	c := candidate{Found: f, p: p}
	c.from, c.to = p.sentence(f.From, f.To)
	if f.HasDate && f.HasTime {
		c.score += forTime
		switch {
		case !f.HasEnd || f.Days:
		case f.End.At.Sub(f.Start.At) >= longSlot:
			c.score -= byLong
		default:
			c.score += forSlot
		}
	}
	if f.HasDate {
		c.weighDay(ref)
	}
	a, b := p.label(f.From)
	c.weighLabel(a, b)
	if first, _, _ := strings.Cut(f.Text, " "); moved && oldLabels[strings.ToLower(first)] {
		c.old = true // "PREVIOUS   Tue, Jan 27"
	}
	lo, hi := p.neighbours(i)
	var interview, fixed bool
	for _, h := range p.hitsIn(c.from, c.to) {
		if h.from >= f.From && h.to <= f.To || h.from >= a && h.to <= b {
			c.new = c.new || moved && h.from > f.From && h.has(cueNewAfter)                                                                         // "Wednesday instead, half past four"
			c.deadline = c.deadline || f.HasDate && f.HasTime && !f.HasEnd && h.from > f.From && h.has(cueBy) && h.has(cueDeadline) && !p.counts(h) // "Monday, by 12"
			continue
		}
		interview = interview || h.has(cueInterview)
		fixed = fixed || h.has(cueFixed)
		if h.has(cueNew) && p.afterOld(h) {
			h.is &^= 1 << cueNew
		}
		if h.has(cueOther) && p.ownRound(h) {
			h.is &^= 1 << cueOther
		}
		if h.to <= f.From {
			c.before(h, f.From-h.to, h.from >= lo && !p.ofBefore(h, lo, &c), moved)
		} else if h.from >= f.To {
			c.after(h, h.from-f.To, h.to <= hi, moved)
		}
	}
	if h, m, _ := f.Start.At.Clock(); f.HasTime && (h == 23 && m >= 55 || h == 0 && m == 0) {
		c.deadline, c.farewell = true, false // no interview begins at the end of a day
	}
	c.spoken = c.spoken || interview || fixed
	if interview {
		c.bonus += forInterview
	}
	if fixed {
		c.bonus += forFixed
	}
	c.score += c.bonus
	c.total(moved)
	return c
}

// weighDay judges where the day lies.
func (c *candidate) weighDay(ref time.Time) {
	days := c.Start.At.Sub(ref).Hours() / 24
	switch {
	case c.Start.DayOnly && days < -1 || !c.Start.DayOnly && days < -0.3:
		c.score -= byPast
	case days > 150:
		c.score -= byFar
	case days > 70:
		c.score -= forAhead
	default:
		c.score += forAhead
	}
	if c.Days {
		c.score -= byDays
	}
	if c.Term {
		c.score -= byDays
	}
	if c.Conflict {
		c.score -= 1
	}
}

// weighLabel judges by the label of the moment in p.text[a:b].
func (c *candidate) weighLabel(a, b int) {
	if a >= b {
		return
	}
	var is uint64
	for _, h := range c.p.hitsIn(a, b) {
		if h.to-h.from <= 6 { // "by" in a label is no deadline
			h.is &^= 1 << cueDeadline
		}
		if h.to-h.from <= 2 { // nor "de" in one an old moment
			h.is &^= 1 << cueOldBefore
		}
		is |= h.is
	}
	l := cueHit{is: is}
	switch label := strings.ToLower(strings.Trim(c.p.text[a:b], " \t:*-–|·>")); {
	case oldLabels[label]:
		c.old = true
	case newLabels[label]:
		c.new, c.labelled = true, true
		c.score += forLabel
	case l.has(cueOldBefore):
		c.old = true
	case l.has(cueNew) && l.has(cueLabel):
		c.new, c.labelled = true, true
	}
	switch {
	case l.has(cueEnd) && !l.has(cueStart) && !c.HasEnd && c.HasTime:
		c.end = true
	case l.has(cueArrive) && !l.has(cueStart) && !l.has(cueInterview):
		c.arrive = true
	case l.has(cueDeadline), l.has(cueCloses) && !l.has(cueInterview):
		c.deadline = true
	case l.has(cueOther) && !l.has(cueInterview):
		c.score -= byOther
	case l.has(cueLabel), l.has(cueTimeLabel) && c.HasTime, l.has(cueStart) && c.HasTime:
		c.labelled = true
		c.score += forLabel
		if l.has(cueInterview) {
			c.score++
		}
		c.start = l.has(cueStart)
	case l.has(cueInterview):
		c.score += forInterview
		c.spoken = true
	}
}

// before judges by a word that stands dist bytes before the moment; own says
// that no other moment stands between.
func (c *candidate) before(h cueHit, dist int, own, moved bool) {
	if !own {
		return
	}
	if c.HasTime && !c.HasDate && dist <= close1+1 && (h.has(cueFixed) || h.has(cueInterview)) && !c.told {
		c.score, c.told = c.score+forBeside, true // "passez à 12h45, je ferme à 12h30"
	}
	if h.has(cueStart) && c.HasTime && dist <= close2 {
		c.begins = true // "your interview will commence at 9 and you should report to the desk"
	}
	if h.has(cueYours) && c.HasTime && dist <= close1+1 && !c.owners {
		c.score, c.owners = c.score+forYours, true // "Lucy is on at 10 and you at noon"
	}
	if h.has(cueFixed) && dist <= close1 && h.to-h.from > 6 {
		c.farewell = true // "dann bis Montag", "see you on"
	}
	switch {
	case c.HasTime && forWords[strings.ToLower(strings.TrimSpace(c.p.text[h.from:min(h.to, len(c.p.text))]))] && c.p.fixes(c.from, c.to):
		// "nous fixons l'entretien pour le 20 à 15 h"
	case h.has(cueBy) && dist <= close1, h.has(cueDeadline) && dist <= close1:
		if (!h.has(cueNew) || !moved) && !c.p.parted(h, c.From) {
			c.deadline = true
		}
	case h.has(cueDeadline) && h.to-h.from > 6 && dist <= close2:
		c.deadline = true
	}
	if c.p.denied(h, c.From) && (moved || dist <= 1) || h.has(cueOldBefore) && moved && (dist <= close1+2 || dist <= close1+4 && h.to-h.from > close1 || dist <= close2 && h.to-h.from > 5) {
		c.old, c.oldFrom = true, h.to-h.from <= shortWord && !h.has(cueDenied) && (!c.old || c.oldFrom)
	}
	if h.has(cueNew) && dist <= close1+3 && moved {
		c.new, c.old = true, false
	}
	if h.has(cueNew) && h.to-h.from > 6 && dist <= near && moved {
		c.new = true
	}
	if h.has(cueArrive) && dist <= near && !c.p.concludes(h.to, c.From) && !(shutWords[lowerSame(c.p.text[h.from:h.to])] && strings.Contains(c.p.text[h.to:c.From], ", ")) {
		c.arrive = true
	}
	if h.has(cueEnd) && c.HasTime && !c.HasDate && (dist <= close1 || onlyAbout(c.p.text[h.to:c.From])) {
		c.end = true
	}
	if h.has(cueCloses) && dist <= near {
		c.score -= byCloses / 2
		c.deadline = c.deadline || dist <= close2 && h.to-h.from > 8
	}
	if h.has(cueIf) && dist <= close1 {
		c.score -= byOther // "any time after half five"
	}
	if h.has(cueOther) && dist <= near {
		c.score -= byOther * (1 - float64(dist)/(2*near))
	}
	if h.has(cuePast) && (dist <= near || c.Weekday) {
		c.score -= byOther
	}
}

// after judges by a word that stands dist bytes after the moment.
func (c *candidate) after(h cueHit, dist int, own, moved bool) {
	if !own {
		return
	}
	if h.has(cueOldAfter) && dist <= 2*near && !c.p.says(cueIf, c.from, c.From) {
		c.old = true // but not "if Wednesday doesn't work"
	}
	if h.has(cueNewAfter) && dist <= near && moved {
		c.new = true
	}
	if h.has(cueOldBefore) && !h.has(cueOldAfter) && h.to-h.from > 5 && dist <= close1 && moved && c.p.momentAfter(h.to) {
		c.new, c.old = true, false // "at 9 instead of 10.30"
	}
	if h.has(cueArrive) && !c.begins && !c.p.opensOther(c.To, h) && (dist <= close2 && !c.HasDate || dist <= 1 && c.HasTime && !c.HasEnd) {
		c.arrive = true
	}
	if h.has(cueEnd) && dist <= 1 && c.HasTime && !c.HasDate && !c.HasEnd {
		c.end = true
	}
	if h.has(cueOther) && dist <= close2 && !c.begins {
		c.score -= byOther / 2
	}
	if h.has(cueIf) && !h.has(cueAgree) && dist <= close2 && h.to-h.from > 3 {
		c.score -= byIf // "on the 14th, provided both of us wish it"
	}
	if h.has(cueCloses) && dist <= close2 {
		c.score -= 1
	}
}
