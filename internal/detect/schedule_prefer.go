package detect

import "strings"

// onlyArrival takes the hour to arrive at for the beginning where the mail
// names no other: "please report on Wednesday at 14:00".
func (k *picker) onlyArrival(pairs []pair) {
	only := -1
	for i := range pairs {
		p := &pairs[i]
		if !p.HasTime || p.old || p.deadline || p.end || p.Start.At.Before(k.c.Ref) {
			continue
		}
		if !p.arrive || only >= 0 {
			return
		}
		only = i
	}
	if only >= 0 && !pairs[only].linked {
		pairs[only].arrive = false
		pairs[only].score += byArrive
	}
}

// preferSpoken puts a moment with its hour, in a sentence that fixes it, before
// a bare day that is only labelled a little better.
func preferSpoken(pairs []pair, moved bool) {
	if pairs[0].HasTime {
		return
	}
	lead := 2 * margin
	if pairs[0].spoken {
		lead = margin / 2
	}
	for i, p := range pairs {
		if p.HasTime && (p.spoken || moved) && !p.old && pairs[0].score-p.score < lead {
			pairs[0], pairs[i] = pairs[i], pairs[0]
			return
		}
	}
}

// atNight reports whether nobody is interviewed at the hour.
func atNight(hour int) bool { return hour >= 22 || hour < 6 }

// preferLast takes, in a mail that moves an interview from one moment to one
// other and marks neither as old or new, the one told last: people say what was
// before what will be.
func (k *picker) preferLast(pairs []pair) bool {
	best := &pairs[0]
	if !k.moved || best.new || best.old || !best.HasTime || best.p != k.texts[0] {
		return false
	}
	other := 0
	for i := range pairs {
		p := &pairs[i]
		if !p.HasTime || p.p != best.p || p.old || p.deadline || p.arrive || p.end || p.linked || p.Start.At.Equal(best.Start.At) || k.over(p) || atNight(p.Start.At.Hour()) || p.score < floorOf(p)-margin {
			continue
		}
		if other > 0 || sameLocalDay(p.Start, best.Start) {
			return false // more than two
		}
		other = i
	}
	if other == 0 || pairs[other].from <= best.from {
		return false
	}
	pairs[0], pairs[other] = pairs[other], pairs[0]
	return true
}

// preferNewDay puts the day named as new before a moment that is not, where the
// mail keeps the hour: "tomorrow at 8 falls through, so on the Wednesday, same
// time".
func (k *picker) preferNewDay(pairs []pair) {
	if !k.moved || pairs[0].new || !pairs[0].HasTime || !k.says(cueSameTime) {
		return
	}
	for i := range pairs {
		if p := &pairs[i]; p.new && !p.old && !p.HasTime && !p.deadline && p.score >= floorOf(p) {
			pairs[0], pairs[i] = pairs[i], pairs[0]
			return
		}
	}
}

// besideDenied takes the hour told right beside another that a word denies as
// the new one: "at three in the afternoon rather than at half past ten", "now
// 9.45, not 10", "not 5 but 4".
func (k *picker) besideDenied() {
	if !k.moved {
		return
	}
	for i := range k.all {
		b := &k.all[i]
		if !b.old || b.oldFrom || !b.HasTime || !b.deniedHere() {
			continue
		}
		if i+1 < len(k.all) && k.all[i+1].standsFor(b, k.all[i+1].From-b.To, close2) {
			k.all[i+1].replaces()
		} else if i > 0 && k.all[i-1].standsFor(b, b.From-k.all[i-1].To, near) {
			k.all[i-1].replaces()
		}
	}
}

// deniedHere reports whether a word that denies stands right before c.
func (c *candidate) deniedHere() bool {
	for _, h := range c.p.hitsIn(max(c.from, c.From-near), c.From) {
		if c.p.denied(h, c.From) {
			return true
		}
	}
	return false
}

// standsFor reports whether c is an hour dist bytes beside b, at most so many,
// which may hold in its stead.
func (c *candidate) standsFor(b *candidate, dist, most int) bool {
	return c.HasTime && !c.old && !c.end && !c.deadline && c.p == b.p && c.from == b.from && dist <= most
}

// replaces marks c as what holds instead of another hour.
func (c *candidate) replaces() {
	if !c.new {
		c.score += forNew
	}
	c.new, c.instead, c.arrive = true, true, false
}

// insteadOf gives the hour of the best day that the mail names instead of
// another, or nil.
func insteadOf(pairs []pair, best pair) *pair {
	for i := range pairs {
		if p := &pairs[i]; p.HasTime && p.instead && !p.old && sameLocalDay(p.Start, best.Start) {
			return p
		}
	}
	return nil
}

// translated reports whether c only tells the moment before it on another
// clock: "Tuesday at 5pm (that's Wednesday noon in Sydney)".
func translated(p *timedText, c *candidate, before *candidate) bool {
	if !c.HasTime || before == nil || before.p != p || !before.HasTime || before.from != c.from || c.From-before.To > near || !p.bracketed(c.From) || p.bracketed(before.From) {
		return false
	}
	open := strings.LastIndexByte(p.text[:c.From], '(')
	lead := strings.ToLower(strings.TrimSpace(p.text[open+1 : c.From]))
	for _, w := range translators {
		if lead == w || strings.HasPrefix(lead, w+" ") {
			return true
		}
	}
	return false
}

// translators open a bracket that tells the same moment on another clock.
var translators = []string{"that's", "that’s", "that is", "which is", "i.e.", "ie", "=", "so", "equals", "das ist", "das sind", "also", "d. h.", "d.h.", "c'est-à-dire", "soit", "es decir", "o sea", "serían", "dat is", "dus", "cioè", "ovvero", "ou seja", "isto é", "czyli", "tj.", "to jest"}
