package when

import (
	"strings"
	"time"

	"inboxwatch/internal/lang"
)

// namedWeek is a week told by a day of it, "the week of 16 November", or by its
// number in the calendar (ISO 8601), "KW 47".
type namedWeek struct {
	from, to int // token indexes
	day      date
	number   int // 0: told by a day
}

// noteWeek keeps the week told at token i, which names no day itself, and gives
// the index after it.
func (p *parser) noteWeek(i int) int {
	k := p.gap(i+1, 3)
	if d, j, ok := p.dateAt(k); ok {
		p.weeks = append(p.weeks, namedWeek{from: i, to: j, day: d})
		return j
	}
	if p.number(k, 2) {
		p.weeks = append(p.weeks, namedWeek{from: i, to: k + 1, number: int(p.at(k).num)})
		return k + 1
	}
	return i
}

// tellWeeks gives weekdays the week that is named apart from them: "Thursday at
// 2 next week", "in the week of 16 November. Your slot is Thursday at 2."
func (p *parser) tellWeeks(atoms []atom) {
	for i := range atoms {
		d := &atoms[i].date
		if !atoms[i].isDate || d.kind != weekdayOnly || d.mod != 0 || d.inWeek || d.weeks != 0 {
			continue
		}
		if d.of = p.weekBeside(atoms, i); d.of == nil {
			d.of = p.sameWeek(atoms, i)
		}
		if d.of != nil {
			continue
		}
		const reach = 14
		for k, n := atoms[i].to, 0; n < reach && !p.sentencePart(k); k, n = k+1, n+1 {
			if p.nextWeek(k) {
				d.inWeek, d.week = true, p.val(k, lang.WeekRef)
			}
			if p.has(k, lang.Weekday) {
				break
			}
		}
		for k, n := atoms[i].from-1, 0; n < reach && !d.inWeek && !p.sentencePart(k); k, n = k-1, n+1 {
			if p.nextWeek(k) {
				d.inWeek, d.week = true, p.val(k, lang.WeekRef)
			}
		}
		if d.inWeek {
			continue
		}
		switch week := p.nextWeekBefore(atoms[i].from); {
		case week > 1:
			d.inWeek, d.week = true, week
		case week == 1:
			d.mod = 2 // as open as "next Thursday"
		}
	}
}

// weekBeside gives the week named last before atom i, with no full date
// between, or named after it in its sentence; nil where there is none.
func (p *parser) weekBeside(atoms []atom, i int) *namedWeek {
	const far = 80 // tokens
	var best *namedWeek
	for n := range p.weeks {
		w := &p.weeks[n]
		switch {
		case w.to <= atoms[i].from && atoms[i].from-w.to <= far && !fullDateIn(atoms[:i], w.to):
			best = w
		case w.from >= atoms[i].to && best == nil && !p.sentenceIn(atoms[i].to, w.from):
			return w
		}
	}
	return best
}

// sameWeek gives the week of the last full date before atom i, where words after
// that weekday say that it is the same one: "on the Friday of that week".
func (p *parser) sameWeek(atoms []atom, i int) *namedWeek {
	const reach = 28 // bytes
	from := int(p.at(atoms[i].to - 1).to)
	tail := strings.ToLower(strings.ToValidUTF8(p.text[from:min(len(p.text), from+reach)], ""))
	said := false
	for _, s := range sameWeekWords {
		said = said || strings.HasPrefix(strings.TrimLeft(tail, " ,"), s)
	}
	if !said {
		return nil
	}
	for n := i - 1; n >= 0; n-- {
		if a := &atoms[n]; a.isDate && a.date.kind < weekdayOnly {
			return &namedWeek{from: a.from, to: a.to, day: a.date}
		}
	}
	return nil
}

// sameWeekWords are "of the same week" in our languages.
var sameWeekWords = []string{"of the same week", "of that week", "the same week", "that same week", "that week", "derselben woche", "der gleichen woche", "jener woche", "in derselben woche",
	"de la même semaine", "de cette même semaine", "la même semaine", "de la misma semana", "de esa misma semana", "esa misma semana", "van dezelfde week", "in dezelfde week", "van die week",
	"della stessa settimana", "di quella settimana", "da mesma semana", "dessa semana", "tego samego tygodnia", "w tym samym tygodniu"}

// fullDateIn reports whether a day that is no bare weekday stands at or after
// token from.
func fullDateIn(atoms []atom, from int) bool {
	for i := len(atoms) - 1; i >= 0 && atoms[i].from >= from; i-- {
		if atoms[i].isDate && atoms[i].date.kind < weekdayOnly {
			return true
		}
	}
	return false
}

func (p *parser) sentenceIn(from, to int) bool {
	for k := from; k < to; k++ {
		if p.sentencePart(k) {
			return true
		}
	}
	return false
}

// mondayOf gives the Monday of a named week, if it lies at most weeksAhead away.
func (p *parser) mondayOf(w *namedWeek, today time.Time) (time.Time, bool) {
	const weeksAhead = 12
	var day time.Time
	if w.number > 0 {
		fourth := civil(today.Year(), 1, 4) // lies in week 1
		day = fourth.AddDate(0, 0, 7*(w.number-1))
		if today.Sub(day) > 26*7*24*time.Hour {
			day = civil(today.Year()+1, 1, 4).AddDate(0, 0, 7*(w.number-1))
		}
	} else {
		r, ok := p.resolve(w.day, today)
		if !ok || r.conflict || len(r.alt) > 0 {
			return day, false
		}
		day = r.t
	}
	monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
	days := monday.Sub(today).Hours() / 24
	return monday, days > -7 && days <= 7*weeksAhead
}

// nextWeekBefore gives how many weeks ahead the sentence before that of token i
// speaks of, or 0: "We interview next week. Is Thursday good?"
func (p *parser) nextWeekBefore(i int) int {
	const reach = 30
	ends := 0
	for k, n := i-1, 0; n < reach && k >= 0; k, n = k-1, n+1 {
		if p.sentencePart(k) {
			if ends++; ends > 1 {
				return 0
			}
		}
		if ends > 0 && p.nextWeek(k) {
			return p.val(k, lang.WeekRef)
		}
	}
	return 0
}

func (p *parser) nextWeek(k int) bool {
	return p.has(k, lang.WeekRef) && p.val(k, lang.WeekRef) > 0 && !p.has(k-1, lang.Early)
}
