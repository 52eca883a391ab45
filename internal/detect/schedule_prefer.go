package detect

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
