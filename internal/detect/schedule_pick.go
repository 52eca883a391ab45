package detect

import (
	"sort"
	"strings"

	"inboxwatch/internal/detect/when"
	"inboxwatch/internal/rules"
)

// picker chooses among the moments of one mail.
type picker struct {
	in      ScheduleInput
	c       when.Context
	cues    *cueTree
	texts   []*timedText // subject, text, forwarded mails
	moved   bool
	shifted bool        // a length told has moved the time already
	all     []candidate // of all texts, weighed
	struck  []candidate // what is struck through
}

// scheduleText reads the words of a mail.
func scheduleText(in ScheduleInput) ScheduleResult {
	k := &picker{in: in, c: in.context(), cues: cuesOf(in.Lang)}
	k.read()
	r := k.choose()
	r.Moved = k.moved
	if r.Start.Zero() && len(r.Doubts) == 0 || r.Start.DayOnly {
		k.complete(&r)
	}
	k.shiftNamed(&r)
	k.moveOn(&r)
	k.agreedWeek(&r)
	return r
}

// read weighs the moments of the subject, the text and forwarded mails.
func (k *picker) read() {
	m := k.in.Mail
	text := readTimedText("text", m.Text, k.c, k.cues)
	subject := readTimedText("subject", m.Subject, k.c, k.cues)
	k.texts = append(k.texts, text, subject)
	c := k.c
	for n, f := 0, m.Forwarded; n < 3 && len(f) > 0; n, f = n+1, f[0].Forwarded {
		dated := !f[0].Date.IsZero()
		if dated {
			c.Ref = f[0].Date
		}
		inner, title := readTimedText("forwarded", f[0].Text, c, k.cues), readTimedText("subject", f[0].Subject, c, k.cues)
		if !dated {
			inner.dropRelative()
			title.dropRelative()
		}
		k.texts = append(k.texts, inner, title)
	}
	moved := text.moved || subject.moved || text.says(cueSameTime, 0, len(text.text))
	moved = moved || k.shifts(text) || text.replaces()
	k.moved = moved && k.in.Kind != rules.Confirmation || k.in.Kind == rules.Reschedule
	for _, p := range k.texts {
		for i := range p.found {
			c := p.weigh(i, k.c.Ref, k.moved)
			if p == text && c.RelativeToday && !c.HasTime && (c.From < 3 || c.From < 24 && strings.HasSuffix(strings.ToLower(p.text[:c.From]), "guten ")) {
				continue // "Morgen, Pieter", "Guten Morgen Herr Kolbe": a greeting
			}
			if p.name == "forwarded" && k.moved && text.hasMoment(0, len(text.text)) {
				c.score -= 4 // what is moved was told there
			}
			if p.name == "subject" && k.moved {
				c.score -= 2 // the subject of a moved interview keeps the old day
			}
			if n := len(k.all); n > 0 && translated(p, &c, &k.all[n-1]) {
				continue
			}
			k.splitMove(&c)
			k.namedOwner(&c)
			k.all = append(k.all, c)
		}
	}
	k.notOld()
	k.besideDenied()
	k.oldBeforeNew()
	k.struckOut()
	k.newLabelled()
	k.oldInQuote()
	k.oldInSubject()
	k.oldElsewhere()
}

// pair is a day with a time, told together or apart.
type pair struct {
	candidate
	linked bool // day and time stood apart
	aside  bool // the mail keeps the hour that the interview had, and this is another
	day    *candidate
	time   *candidate
}

// choose takes the best day, then the best time of that day.
func (k *picker) choose() ScheduleResult {
	pairs := k.pairs()
	if len(pairs) == 0 {
		return ScheduleResult{}
	}
	k.onlyArrival(pairs)
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].score > pairs[j].score })
	preferSpoken(pairs, k.moved)
	k.preferNewDay(pairs)
	if k.preferLast(pairs) {
		return k.settle(pairs)
	}
	best := &pairs[0]
	if best.score < floorOf(best) && !(k.moved && !best.old && best.score > 0 && k.says(cueSameTime)) && !(!k.moved && best.score > 0 && (k.says(cueAgree) || k.assents()) && k.proposes(best)) {
		return ScheduleResult{}
	}
	if rival := k.rivalDay(pairs); rival != nil {
		if agreed := k.agreedDay(pairs); agreed != nil {
			return k.result(*agreed)
		}
		if own := k.pickedHere(); own != nil {
			return k.result(*own)
		}
		return doubtful("start", best, rival)
	}
	if best.Conflict || len(best.Alt) > 0 && rules.DayOf(best.Alt[0].At) != rules.DayOf(best.Start.At) {
		return k.openReading(pairs)
	}
	k.halfOfDay(best)
	r := k.settle(pairs)
	if best.HourOnly && !best.spoken && !best.labelled && !k.professional() {
		r.Confidence = min(r.Confidence, plainHour)
	}
	if !r.Start.DayOnly && len(best.Alt) > 0 && best.HasTime && r.Start.At.Equal(best.Start.At) {
		// "at 7": morning or evening. The day is certain.
		return ScheduleResult{Start: rules.When{At: midnight(best.Start.At), DayOnly: true}, Source: r.Source, Confidence: 0.5, Evidence: r.Evidence,
			Doubts: []rules.Doubt{{Field: "start", Candidates: []string{best.Start.String(), best.Alt[0].String()}}}}
	}
	return r
}

// plainHour is how sure "Friday at 8" is to be an appointment in a mail with no
// word of an interview: what else it says must decide.
const plainHour = 0.5

// professional reports whether any word of the mail, or of the one that it
// answers, speaks of an interview: "Friday at 8" between friends does not.
func (k *picker) professional() bool {
	if k.in.Hiring || k.says(cueInterview) || k.says(cueFixed) || k.says(cueAgree) {
		return true
	}
	for _, h := range k.cues.find(clipBytes(k.in.Mail.Quoted, maxTimedText/4)) {
		if h.has(cueInterview) {
			return true
		}
	}
	return false
}

// floorOf is the least score with which a moment is taken: a bare day needs
// more than a day with its hour.
func floorOf(p *pair) float64 {
	if p.HasTime {
		return 0.5
	}
	return 2
}

// margin is the lead that the best of several days must have.
const margin = 1.0

// rivalDay gives the best candidate of another day that is about as good.
func (k *picker) rivalDay(pairs []pair) *pair {
	best := &pairs[0]
	for i := 1; i < len(pairs); i++ {
		p := &pairs[i]
		if sameLocalDay(p.Start, best.Start) || p.Start.At.Equal(best.Start.At) || p.HasTime && k.over(p) && !k.over(best) {
			continue
		}
		if k.moved && p.new && !p.old && !p.HasTime && best.HasTime && p.score >= forNew && !best.labelled && strings.Contains(p.p.text[p.from:p.to], "?") {
			return p // "the call is now 8 on Saturday. Sunday instead?"
		}
		choice := best.HasTime && p.HasTime && p.p == best.p && p.from == best.from && !(best.new && k.moved) && !p.old && k.options([]pair{*best, *p})
		if best.score-p.score >= margin && !choice {
			continue
		}
		if k.moved && best.new && !p.new || p.old && !best.old {
			continue
		}
		if best.HasTime && !p.HasTime {
			continue
		}
		return p
	}
	return nil
}

func sameLocalDay(a, b rules.When) bool { return rules.DayOf(a.At) == rules.DayOf(b.At) }

// doubtful reports a field that stays open between two readings.
func doubtful(field string, a, b *pair) ScheduleResult {
	return ScheduleResult{Doubts: []rules.Doubt{{Field: field, Candidates: []string{a.Start.String(), b.Start.String()}}},
		Evidence: []rules.Evidence{evidence(field, a.p.name, a.Text), evidence(field, b.p.name, b.Text)}}
}

// openReading reports a date that means two days; another mention of one of
// them settles it.
func (k *picker) openReading(pairs []pair) ScheduleResult {
	best := pairs[0]
	for _, p := range pairs[1:] {
		if p.Conflict || len(p.Alt) > 0 || p.score < 0 {
			continue
		}
		for _, alt := range append([]rules.When{best.Start}, best.Alt...) {
			if rules.DayOf(p.Start.At) == rules.DayOf(alt.At) && (p.HasTime || !best.HasTime) {
				return k.settle([]pair{p})
			}
		}
	}
	cands := []string{best.Start.String()}
	for _, a := range best.Alt {
		cands = append(cands, a.String())
	}
	if best.Conflict {
		cands = append(cands, "the "+best.WeekdayMention.String())
	}
	return ScheduleResult{Doubts: []rules.Doubt{{Field: "start", Candidates: cands}},
		Evidence: []rules.Evidence{evidence("start", best.p.name, best.Text)}}
}

// settle takes the time of the best day. Several equal times of it are the
// sessions of one interview where they are ranges or rows, else a doubt.
func (k *picker) settle(pairs []pair) ScheduleResult {
	best := pairs[0]
	if !best.HasTime {
		best = timeOfDay(pairs, best)
	}
	if own := owners(pairs, best); own != nil {
		return k.result(*own)
	}
	if p := insteadOf(pairs, best); p != nil {
		return k.result(*p)
	}
	if plan := k.planned(pairs, best); plan.Start != best.Start {
		return k.result(plan)
	}
	if own := k.itself(pairs, best); own.Start != best.Start {
		return k.result(own)
	}
	var equal []pair
	for _, p := range pairs {
		if p.HasTime && sameLocalDay(p.Start, best.Start) && best.score-p.score < margin && !p.Start.At.Equal(best.Start.At) && p.p == best.p && !p.old && !p.end && !p.arrive {
			equal = append(equal, p)
		}
	}
	if best.HasTime && len(equal) > 0 {
		return k.sessions(best, equal)
	}
	return k.result(best)
}

// anchor is where the time, or else the day, stands.
func (p *pair) anchor() int {
	if p.time != nil {
		return p.time.From
	}
	return p.From
}

// result makes the answer of one candidate.
func (k *picker) result(p pair) ScheduleResult {
	r := ScheduleResult{Start: p.Start, Source: p.p.name, Confidence: confidence(p.score)}
	r.Evidence = append(r.Evidence, evidence("start", p.p.name, p.Text))
	if p.linked {
		r.Evidence = append(r.Evidence, evidence("start", p.time.p.name, p.time.Text))
	}
	for _, w := range p.Why {
		r.Evidence = append(r.Evidence, evidence("start", "inferred", w))
	}
	if p.HasTime {
		k.findEnd(&r, p)
	}
	return r
}

// confidence maps a score to a share of right answers, as measured.
func confidence(score float64) float64 {
	switch {
	case score >= 6:
		return 0.97
	case score >= 4:
		return 0.93
	case score >= 2:
		return 0.85
	}
	return 0.7
}
