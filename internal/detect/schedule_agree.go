package detect

import (
	"strings"
	"time"
)

// agree takes the one moment that the quoted mail proposes where the mail
// agrees to it.
func (k *picker) agree(r *ScheduleResult) bool {
	silent := !k.says(cueAgree)
	if silent && !k.assents() {
		return false
	}
	quoted := k.quoted()
	for i, q := range quoted {
		if silent && !q.owner {
			return false // only what the owner proposed last is agreed to in silence
		}
		c, ok := onlyMoment(q)
		if !ok && q.owner {
			c, ok = chosenDay(q, quoted[i+1:])
		}
		if !ok {
			if silent {
				return false
			}
			continue
		}
		if c.Start.At.Before(k.c.Ref.Add(-time.Hour)) || c.Conflict || len(c.Alt) > 0 && !sameLocalDay(c.Start, c.Alt[0]) {
			return false
		}
		if k.saysOtherwise(c) {
			return false
		}
		agreed := pair{candidate: *c, day: c, time: c}
		if k.halfOfDay(&agreed); len(agreed.Alt) > 0 {
			agreed.candidate = withoutTime(agreed.candidate) // "at 7": the day is certain
		}
		*r = k.result(agreed)
		r.Source, r.Confidence, r.Agreed = "quoted text", 0.8, true
		if silent {
			r.Confidence = 0.7
		}
		return true
	}
	return false
}

// shortAnswer is the length, in bytes, of an answer that names an hour for the
// interview only.
const shortAnswer = 80

// saysOtherwise reports whether the mail's own words name another day or hour
// than the one quoted, so that they do not simply agree to it.
func (k *picker) saysOtherwise(q *candidate) bool {
	for i := range k.all {
		c := &k.all[i]
		if c.p != k.texts[0] || c.old || c.deadline || c.end || c.arrive || c.Weak && !c.HasTime || c.Weak && c.Bare || c.Term || c.Start.At.Before(k.c.Ref.Add(-time.Hour)) {
			continue
		}
		if c.HasTime && !c.HasDate && !c.Bare && k.assents() && !c.spoken && len(k.texts[0].text) < shortAnswer && (c.Start.At.Hour()-q.Start.At.Hour())%12 != 0 {
			return true // "lieber erst um 10"
		}
		if c.HasDate && !c.HasTime && !c.new && !c.spoken && k.agreedBefore(c) {
			continue // "Fine, that's settled. Tomorrow is a holiday here."
		}
		if c.HasDate && !sameLocalDay(c.Start, q.Start) || !c.HasDate && c.HasTime && (c.new || k.moved) && (c.Start.At.Hour() != q.Start.At.Hour() || c.Start.At.Minute() != q.Start.At.Minute()) {
			return true
		}
	}
	return false
}

// agreedBefore reports whether a sentence before that of c agrees, and its own
// does not.
func (k *picker) agreedBefore(c *candidate) bool {
	return c.p.says(cueAgree, 0, c.from) && !c.p.says(cueAgree, c.from, c.to) && !c.p.says(cueNew, c.from, c.to)
}

// onlyMoment gives the one day with a time that a quoted mail names ahead; ok
// is false where it names none at all.
func onlyMoment(q quotedMail) (*candidate, bool) {
	var best *candidate
	for i := range q.all {
		c := &q.all[i]
		if !c.HasDate || !c.HasTime || c.score < -byOld {
			continue
		}
		if best != nil && !best.Start.At.Equal(c.Start.At) {
			return nil, false
		}
		best = c
	}
	return best, best != nil
}

// chosenDay gives the one hour that an older mail proposes for the one day that
// the owner's answer names: "Friday would suit me better".
func chosenDay(q quotedMail, older []quotedMail) (*candidate, bool) {
	d := onlyDay(q)
	if d == nil || d.old || d.deadline {
		return nil, false
	}
	for _, o := range older {
		var hit *candidate
		for i := range o.all {
			c := &o.all[i]
			if !c.HasDate || !c.HasTime || !sameLocalDay(c.Start, d.Start) && !(d.Weekday && c.Start.At.Weekday() == d.Start.At.Weekday()) {
				continue
			}
			if hit != nil && !hit.Start.At.Equal(c.Start.At) {
				return nil, false
			}
			hit = c
		}
		if hit != nil {
			return hit, true
		}
	}
	return nil, false
}

// halfOfDay settles "at 7" where the mail's words speak of the morning only, or
// of the evening only.
func (k *picker) halfOfDay(p *pair) {
	open := len(p.Alt) == 1 && sameLocalDay(p.Start, p.Alt[0])
	guessed := p.HalfInferred && p.Start.At.Hour() >= 17
	early := !open && !guessed && p.HasTime && p.Start.At.Hour() >= 6 && p.Start.At.Hour() <= 9 && p.HalfInferred
	if !p.HasTime || !open && !guessed && !early {
		return
	}
	const greeting = 32 // "Good morning," says nothing of the hour
	var morning, evening string
	for _, h := range p.p.hits {
		switch {
		case p.p.name == "text" && h.from < greeting && p.From > greeting:
		case h.has(cueMorning):
			morning = p.p.text[h.from:min(h.to, len(p.p.text))]
		case h.has(cueEvening):
			evening = p.p.text[h.from:min(h.to, len(p.p.text))]
		}
	}
	switch {
	case guessed && morning != "" && evening == "":
		p.Start.At = p.Start.At.Add(-12 * time.Hour)
		p.Why = append(p.Why, "the morning, as the mail speaks of: "+morning)
	case early && evening != "" && morning == "":
		p.Start.At = p.Start.At.Add(12 * time.Hour)
		p.Why = append(p.Why, "the evening, as the mail speaks of: "+evening)
	case guessed, early:
		return
	case morning != "" && evening == "":
		p.Why = append(p.Why, "the morning, as the mail speaks of: "+morning)
	case evening != "" && morning == "":
		p.Start = p.Alt[0]
		p.Why = append(p.Why, "the evening, as the mail speaks of: "+evening)
	default:
		return
	}
	p.Alt = nil
}

// assents reports whether a short answer to the owner's own proposal says
// nothing against it, and asks nothing: people agree in a thousand words.
func (k *picker) assents() bool {
	const most = 60 // words
	p := k.texts[0]
	if len(k.in.Mail.Calendars) > 0 || machineSent(k.in.Mail) || strings.Contains(p.text, "?") || len(strings.Fields(p.text)) > most {
		return false
	}
	return !k.says(cueDefer) && !k.moved
}

// agreedDay gives the one bare day among several that the mail answered names
// with its hour, where the mail agrees to it.
func (k *picker) agreedDay(pairs []pair) *pair {
	if !k.says(cueAgree) || k.moved {
		return nil
	}
	var hit *pair
	for i := range pairs {
		p := &pairs[i]
		if p.HasTime || p.old || p.deadline || p.score < floorOf(p) || !k.proposes(p) {
			continue
		}
		if hit != nil && !sameLocalDay(hit.Start, p.Start) {
			return nil
		}
		hit = p
	}
	return hit
}

// proposes reports whether the mail answered names an hour on the day of p.
func (k *picker) proposes(p *pair) bool {
	for _, q := range k.quoted() {
		for i := range q.all {
			if c := &q.all[i]; c.HasDate && c.HasTime && sameLocalDay(c.Start, p.Start) && c.score > -byOld {
				return true
			}
		}
	}
	return false
}
