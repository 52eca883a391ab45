package when

import (
	"time"

	"inboxwatch/internal/lang"
)

// mergeDays makes one of two neighbours that name the same day: "tomorrow,
// Friday 6 November", "Monday week, 17 November".
func (p *parser) mergeDays(atoms []atom) []atom {
	out := atoms[:0]
	for _, a := range atoms {
		if n := len(out); n > 0 && (a.isDate && out[n-1].isDate && p.sameDay(&out[n-1], &a) || !a.isDate && !out[n-1].isDate && p.sameClocks(&out[n-1], &a)) {
			continue
		}
		out = append(out, a)
	}
	return out
}

// sameClocks merges b into a where both tell one time in two zones: "1 PM PT /
// 4 PM ET". The first zone stays.
func (p *parser) sameClocks(a, b *atom) bool {
	za, zb := a.span.zone.loc, b.span.zone.loc
	if za == nil || zb == nil || b.from-a.to > 3 {
		return false
	}
	minute := func(c clock, l *time.Location) int {
		_, off := p.c.Ref.In(l).Zone()
		h, _ := hour24(c)
		return h*60 + c.m - off/60
	}
	if (minute(a.span.start, za)-minute(b.span.start, zb))%(24*60) != 0 {
		return false
	}
	a.to = b.to
	return true
}

// sameDay merges b into a where both name one day. A relative day beside an
// explicit one that differs is a conflict; the explicit one is kept.
func (p *parser) sameDay(a, b *atom) bool {
	if b.from-a.to > 4 || a.date.within || b.date.within || a.date.last > 0 || b.date.last > 0 {
		return false
	}
	words := 0
	for i := a.to; i < b.from; i++ {
		switch t := p.at(i); {
		case t.kind == kindPunct && (t.ch == ',' || t.ch == '(' || t.ch == '-' || t.ch == '|' || t.ch == ')' || t.ch == ':'):
		case t.kind == kindLine:
			words++
		case t.word.has(lang.Gap):
			words++
		default:
			return false
		}
	}
	da, oka := p.resolve(a.date, p.ref)
	db, okb := p.resolve(b.date, p.ref)
	if !oka || !okb {
		return false
	}
	if da.t.Equal(db.t) || db.hasAlt(da.t) || da.hasAlt(db.t) {
		a.merge(b)
		return true
	}
	if loose(a.date) && !loose(b.date) && words == 0 && b.from-a.to <= 1 && b.date.weekday >= 0 && a.date.kind == relative {
		a.merge(b)
		a.date.weekday = int(da.t.Weekday()) // disagrees: reported as conflict
		return true
	}
	return false
}

func loose(d date) bool { return d.kind == relative || d.kind == weekdayOnly }

// merge keeps the more explicit day and the span of both.
func (a *atom) merge(b *atom) {
	part := max(a.date.part, b.date.part)
	weekday := max(a.date.weekday, b.date.weekday)
	if b.date.kind < a.date.kind || a.date.kind == relative && b.date.kind == weekdayOnly && a.date.days > 7 {
		a.date = b.date
	}
	if a.date.kind != relative {
		a.date.weekday = weekday
	}
	a.date.part, a.date.strength = part, certain
	a.to = b.to
}

// dropRepeats removes a second telling of the same moment in another zone:
// "1 PM PT / 4 PM ET".
func (p *parser) dropRepeats(fs []Found) []Found {
	out := fs[:0]
	for _, f := range fs {
		if n := len(out); n > 0 && f.HasTime && f.ZoneStated && out[n-1].ZoneStated && f.From-out[n-1].To < 16 {
			g := &out[n-1]
			same := f.Start.At.Equal(g.Start.At)
			if !f.HasDate && g.HasDate {
				same = f.onDayOf(g).Equal(g.Start.At)
			}
			if same && !f.Start.At.IsZero() {
				g.To = f.To
				g.Text = p.text[g.From:g.To]
				continue
			}
		}
		out = append(out, f)
	}
	return out
}
