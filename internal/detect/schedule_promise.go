package detect

import (
	"strings"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/detect/when"
	"inboxwatch/internal/rules"
)

// maxPromise is how far ahead a promised answer may lie.
const maxPromise = 150 * 24 * time.Hour

// Promised gives the day by which the employer promises an answer, in zone
// ("you'll hear from us by Friday the 20th", "within five working days"), and
// the words; "" where none is named, or only roughly ("early next week"). ref
// is when the mail was written.
func Promised(m *mailparse.Message, language string, ref time.Time, zone *time.Location) (rules.Day, rules.Evidence) {
	c := when.Context{Ref: ref, Zone: zone, Lang: language}
	texts := []string{m.Text}
	for _, f := range m.Forwarded {
		texts = append(texts, f.Text)
	}
	for _, text := range texts {
		p := readTimedText("text", text, c, cuesOf(language))
		if day, from, to, ok := p.promised(ref); ok {
			return day, evidence("promised_by", "text", p.text[from:to])
		}
	}
	return "", rules.Evidence{}
}

// promised picks the best promise of a text.
func (p *timedText) promised(ref time.Time) (day rules.Day, from, to int, ok bool) {
	best := 0.0
	for i := range p.found {
		f := &p.found[i]
		last := f.Start.At
		if f.Days && f.HasEnd {
			last = f.End.At
		}
		if !f.HasDate || f.Start.Zero() || f.Conflict || len(f.Alt) > 0 || f.Weak && f.Weekday {
			continue
		}
		if rules.DayOf(last) < rules.DayOf(ref.In(last.Location())) || last.Sub(ref) > maxPromise {
			continue
		}
		a, b := p.sentence(f.From, f.To)
		if s := p.promiseScore(f, a, b, ref); s > 0 && s >= best {
			best, day, from, to, ok = s, rules.DayOf(p.afterOthers(i, last, ref)), a, b, true
			if f.To-a > maxEvidence {
				from = max(a, f.From-maxEvidence/2)
			}
		}
	}
	return day, from, to, ok
}

// afterOthers moves a bare weekday behind the days that are told just before
// it: "we see others on the 9th. I'll let you know by Friday."
func (p *timedText) afterOthers(i int, day, ref time.Time) time.Time {
	const weeks, reach = 14 * 24 * time.Hour, 200
	f := &p.found[i]
	if !f.Weekday || strings.ContainsRune(strings.TrimSpace(f.Text), ' ') {
		return day
	}
	for k := i - 1; k >= 0 && f.From-p.found[k].To < reach; k-- {
		g := &p.found[k]
		if !g.HasDate || g.Start.Zero() || g.Conflict || g.Weak || g.Start.At.Sub(ref) > weeks {
			continue
		}
		for rules.DayOf(day) <= rules.DayOf(g.Start.At) {
			day = day.AddDate(0, 0, 7)
		}
		break
	}
	return day
}

// promiseScore weighs whether the sentence [a, b) promises an answer by f: the
// promise, the word for a last day right beside it, and no request to the
// user. 0 is no promise.
func (p *timedText) promiseScore(f *when.Found, a, b int, ref time.Time) float64 {
	var promise, by, interview bool
	till := true
	lo := a
	for i := range p.found {
		if g := &p.found[i]; g.To <= f.From && g.From >= a && g.HasDate && !g.Weak {
			lo = g.To
		}
	}
	for _, h := range p.hitsIn(a, b) {
		if h.from >= f.From && h.to <= f.To && !h.has(cueBy) {
			continue
		}
		if (h.has(cueRequest) || h.has(cueIf)) && h.to <= f.From && !p.promisedBy(h) {
			return 0
		}
		promise = promise || h.has(cuePromise)
		interview = interview || h.has(cueInterview)
		if h.has(cueBy) && (h.to <= f.From && f.From-h.to <= close2/2 && h.from >= lo || h.from >= f.To && h.from-f.To <= close1 && h.to-h.from > 5 || h.from == f.From) {
			if by = true; lowerSame(p.text[h.from:h.to]) != "until" {
				till = false
			}
		}
	}
	switch {
	case !promise:
		return 0
	case by && p.hasRequestAfter(f, b):
		return 0
	case by && till:
		return 0.5 // "away until the 8th, and we decide together"
	case by || f.Term:
		return 3
	case f.HasTime || interview || f.Weak || f.Days || f.RelativeToday && f.Start.At.Day() == ref.Day():
		return 0 // "I will call you on Thursday at 3" is the interview
	}
	return 1
}

// promisedBy reports whether the word h only begins a promise: "please allow
// two weeks".
func (p *timedText) promisedBy(h cueHit) bool {
	for _, g := range p.hitsIn(h.from, h.from+1) {
		if g.has(cuePromise) && g.to > h.to {
			return true
		}
	}
	return false
}

// hasRequestAfter reports a request that ends the sentence: "by Friday, please".
func (p *timedText) hasRequestAfter(f *when.Found, b int) bool {
	for _, h := range p.hitsIn(f.To, b) {
		if h.has(cueRequest) && h.from-f.To <= close2 {
			return true
		}
	}
	return false
}

// BackOn gives the day of return that an automatic answer names, and the
// words; after "until Friday" it is the next working day. "" where none is
// named.
func BackOn(m *mailparse.Message, language string, ref time.Time, zone *time.Location) (rules.Day, rules.Evidence) {
	c := when.Context{Ref: ref, Zone: zone, Lang: language}
	for _, text := range []string{m.Text, m.Subject} {
		p := readTimedText("text", text, c, cuesOf(language))
		if f, day := p.backOn(ref); f != nil {
			a, b := p.sentence(f.From, f.To)
			return day, evidence("back_on", "text", p.text[a:b])
		}
	}
	return "", rules.Evidence{}
}

// minReturn is the length of a word that alone tells of a return.
const minReturn = 4

// backOn finds the day of return, else the day after the last of absence.
func (p *timedText) backOn(ref time.Time) (*when.Found, rules.Day) {
	var till *when.Found
	for i := range p.found {
		f := &p.found[i]
		if !f.HasDate || f.Start.Zero() || f.Conflict || f.Term || f.Weak && f.Weekday || rules.DayOf(f.Start.At) < rules.DayOf(ref.In(f.Start.At.Location())) && !f.Days {
			continue
		}
		a, b := p.sentence(f.From, f.To)
		back, away := false, f.Days
		for _, h := range p.hitsIn(a, b) {
			before := h.to <= f.From
			if h.has(cueAwayTill) && before && f.From-h.to <= close1+1 {
				away = true
			}
			if h.has(cueBackOn) && h.to-h.from >= minReturn && (before && f.From-h.to <= near || h.from >= f.To && h.from-f.To <= near) {
				back = true
			}
		}
		switch {
		case away:
			till = f
		case back:
			return f, rules.DayOf(f.Start.At)
		}
	}
	if till == nil {
		return nil, ""
	}
	return till, p.afterAbsence(till)
}

// afterAbsence is the first working day after the last of an absence. "Until
// Monday" names the day of return itself unless it says otherwise.
func (p *timedText) afterAbsence(f *when.Found) rules.Day {
	last := f.Start.At
	if f.Days && f.HasEnd {
		last = f.End.At
	}
	a, b := p.sentence(f.From, f.To)
	if last.Weekday() == time.Monday && !f.Days && !p.says(cueInclusive, a, b) {
		return rules.DayOf(last)
	}
	for last = last.AddDate(0, 0, 1); last.Weekday() == time.Saturday || last.Weekday() == time.Sunday; {
		last = last.AddDate(0, 0, 1)
	}
	return rules.DayOf(last)
}
