package when

import (
	"strings"

	"inboxwatch/internal/lang"
)

// found joins days with times of day and gives them their meaning.
func (p *parser) found() []Found {
	atoms := p.scan()
	p.tellWeeks(atoms)
	atoms = p.mergeDays(atoms)
	if len(atoms) == 0 {
		return nil
	}
	p.order = p.textOrder(atoms)
	general := p.generalZone(atoms)
	p.stated = statedCountry(atoms, general)
	out := make([]Found, 0, len(atoms))
	for i := range atoms {
		a := &atoms[i]
		if a.claimed {
			continue
		}
		if !a.isDate {
			if p.takesNext(atoms, i) {
				continue
			}
			out = append(out, p.timeAlone(a, general))
			continue
		}
		out = p.withTimes(out, atoms, i, general)
	}
	return p.dropRepeats(out)
}

// takesNext reports whether the time at i belongs to the day after it:
// "10:30am - Thursday, June 11".
func (p *parser) takesNext(atoms []atom, i int) bool {
	if i+1 >= len(atoms) || !atoms[i+1].isDate || !p.joins(atoms[i].to, atoms[i+1].from, atoms[i].span.start.strength) {
		return false
	}
	if p.fullStopBetween(atoms[i].to, atoms[i+1].from, atoms[i].span.start.strength) {
		return false
	}
	// "of the two the later one, Thursday"
	if t := p.at(atoms[i].from); t.kind == kindWord && atoms[i].span.start.strength == bare && p.ch(atoms[i].to, ',') {
		return false
	}
	// "at 10 (registration 9.30, end 11.15) on Monday": the hour in brackets is
	// not what the day is told for.
	if p.ch(atoms[i].to, ')') && !p.ch(atoms[i].from-1, '(') && i > 0 && !atoms[i-1].isDate {
		return false
	}
	// "7.30 instead of Tuesday": that day is another.
	if p.insteadBetween(atoms[i].to, atoms[i+1].from) {
		return false
	}
	// "Monday 10:00, Tuesday 11:00": the comma parts.
	if i > 0 && p.ch(atoms[i].to, ',') && p.listOfDays(atoms, i) {
		return false
	}
	return true
}

// fullStopBetween reports whether a point ends the sentence between a time and
// the day after it, or makes the time a list's number: "at 3 pm. Monday …",
// "1. Monday 15 June". The points of "p.m." end nothing.
func (p *parser) fullStopBetween(from, to int, s strength) bool {
	for i := from; i < to; i++ {
		if p.ch(i, '.') && (s == bare || !strings.Contains(p.text[p.at(i-1).from:p.at(i-1).to], ".")) {
			return true
		}
	}
	return false
}

// insteadBetween reports whether "instead of" stands between two tokens.
func (p *parser) insteadBetween(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if strings.EqualFold(p.text[p.at(i).from:p.at(i).to], "instead") && strings.EqualFold(p.text[p.at(i+1).from:p.at(i+1).to], "of") {
			return true
		}
	}
	return false
}

// listOfDays reports whether the text lists days with their times after them.
func (p *parser) listOfDays(atoms []atom, i int) bool {
	return atoms[i-1].isDate && i+2 < len(atoms) && !atoms[i+2].isDate
}

// withTimes appends the day at i with each of its times, or alone.
func (p *parser) withTimes(out []Found, atoms []atom, i int, general zone) []Found {
	d := &atoms[i]
	if i > 0 && !atoms[i-1].isDate && !atoms[i-1].claimed && p.takesNext(atoms, i-1) {
		atoms[i-1].claimed = true
		return append(out, p.join(d, &atoms[i-1], general))
	}
	n := len(out)
	end := d.to
	for k := i + 1; k < len(atoms) && !atoms[k].isDate; k++ {
		s := &atoms[k]
		more := len(out) > n
		if more && !p.listGap(end, s.from) || !more && !p.joins(end, s.from, s.span.start.strength) {
			break
		}
		if !more && k+1 < len(atoms) && atoms[k+1].isDate && p.nearer(atoms, k) {
			break
		}
		if more && s.span.start.strength == bare && !s.span.start.minutes {
			break
		}
		s.claimed = true
		if more && p.ch(s.from-1, '(') {
			end = s.to // "9am (6am for me)": the same moment on another clock
			continue
		}
		out = append(out, p.join(d, s, general))
		end = s.to
	}
	if len(out) == n {
		out = append(out, p.dayAloneFound(d))
	}
	return out
}

// nearer reports whether the time at k stands nearer to the day after it: it
// follows a comma or line end, and nothing parts it from that day.
func (p *parser) nearer(atoms []atom, k int) bool {
	before := p.at(atoms[k].from - 1)
	if !(before.kind == kindLine || before.ch == ',' || before.ch == '|') {
		return false
	}
	after := p.at(atoms[k].to)
	return !(after.kind == kindLine || after.ch == ',' || after.ch == '|' || after.ch == ';') && p.joins(atoms[k].to, atoms[k+1].from, atoms[k].span.start.strength) && (k+2 >= len(atoms) || atoms[k+2].isDate)
}

// joins decides whether a day and a time belong together by what stands
// between them.
func (p *parser) joins(from, to int, s strength) bool {
	if to-from > 12 {
		return false
	}
	words, lines, cells, marks := 0, 0, 0, 0
	for i := from; i < to; i++ {
		t := p.at(i)
		switch {
		case t.kind == kindLine:
			lines++
		case t.kind == kindPunct:
			switch t.ch {
			case '|':
				cells++
			case ',', '-', '(', ')', ':', '@', '/', '\'', 0, '*', '~', '=':
				marks++
			case '.':
				if i+1 < to && p.at(i+1).kind != kindLine && p.at(i+1).kind != kindPunct || i+1 == to && p.at(to).space && i > from {
					return false
				}
			case '?', '!', ';':
				return false
			default:
				marks++
			}
		case t.kind == kindWord && (t.word.has(lang.Gap) || t.word.has(lang.At) || t.word.has(lang.RangeFrom) || t.word.has(lang.HourMark) || t.word.has(lang.TimeWord) || t.word.has(lang.Part)):
			words++
		default:
			return false
		}
	}
	if words > 5 || lines > 3 || cells > 3 {
		return false
	}
	if s == bare {
		return lines == 0 && cells == 0 && marks <= 1 && words <= 1 && p.bareTimeFits(to)
	}
	return true
}

// bareTimeFits reports whether what follows the bare number at i lets it be an
// hour: "tomorrow 9 sharp", but not "Monday 3 candidates".
func (p *parser) bareTimeFits(i int) bool {
	if p.at(i).kind == kindNumber && p.number(i, 2) && p.at(i+1).kind != kindNumber && !p.ch(i+1, '.') && !p.ch(i+1, ':') {
		return p.hourEnds(i + 1)
	}
	if w := p.at(i).word; p.at(i).kind == kindWord && w.has(lang.Num) && p.val(i, lang.Num) == 1 {
		return false // "the Wednesday one"
	}
	c, j, ok := p.clockAt(i)
	if !ok || c.minutes {
		return true // the time stands before the day, or cannot be a count
	}
	return p.hourEnds(j)
}

// hourEnds reports whether the token after a bare hour is no thing that the
// number could count.
func (p *parser) hourEnds(j int) bool {
	t := p.at(j)
	if t.kind == kindNumber {
		return false
	}
	return t.kind != kindWord || t.word != nil && !t.word.has(lang.NotTime) && !t.word.has(lang.Month)
}

// listGap reports whether only "," or "or" stands between two times.
func (p *parser) listGap(from, to int) bool {
	if to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		t := p.at(i)
		switch {
		case t.kind == kindPunct && (t.ch == ',' || t.ch == '/' || t.ch == '('):
		case t.word.has(lang.Or) || t.word.has(lang.And) || t.word.has(lang.At) || t.word.has(lang.Gap):
		default:
			return false
		}
	}
	return from < to
}
