package when

import (
	"time"

	"inboxwatch/internal/lang"
)

// Length is a stretch of time that a text names: "45 minutes", "an hour and a
// half".
type Length struct {
	D        time.Duration
	From, To int // byte span in the text
}

// The lengths that are read, in minutes: to two weeks, since interviews are
// moved by days too.
const (
	minLength = 5
	maxLength = 14 * 24 * 60
)

// lengths reads all lengths of the text.
func (p *parser) lengths() []Length {
	var out []Length
	for i := 0; i < len(p.t); {
		t := &p.t[i]
		if t.kind > kindWord || t.kind == kindWord && t.word == nil {
			i++
			continue
		}
		if n, j, ok := p.lengthAt(i); ok && n >= minLength && n <= maxLength {
			end := p.at(j - 1)
			to := int(end.to)
			if end.word.has(lang.MinPre) { // "45 minutes to complete": one token
				to = int(end.from) + firstWord(p.text[end.from:end.to])
			}
			out = append(out, Length{D: time.Duration(n) * time.Minute, From: int(t.from), To: to})
			i = j
			continue
		}
		i++
	}
	return out
}

func firstWord(s string) int {
	for i := range len(s) {
		if s[i] == ' ' || s[i] == '\n' {
			return i
		}
	}
	return len(s)
}

// lengthAt reads one length in minutes.
func (p *parser) lengthAt(i int) (int, int, bool) {
	if p.has(i, lang.Dur) {
		return p.val(i, lang.Dur), i + 1, true
	}
	if p.midSequence(i) && !p.ch(i-1, '-') || p.ch(i-1, ':') && p.glued(i) {
		return 0, i, false
	}
	n, ok := p.count(i)
	if !ok || n == 0 {
		return 0, i, false
	}
	minutes, j := n*60, i+1
	whole := true
	switch {
	case (p.ch(j, '.') || p.ch(j, ',')) && p.number(j+1, 2) && p.glued(j) && p.glued(j+1): // "1.5 hours"
		minutes += int(p.at(j+1).num) * 60 / pow10(int(p.at(j+1).digits))
		whole = false
		j += 2
	case p.ch(j, '-') || p.has(j, lang.RangeTo) || p.has(j, lang.Or): // "30-45 minutes": the longer
		if m, ok := p.count(j + 1); ok && m > n {
			n, minutes, j = m, m*60, j+2
		}
	}
	if p.ch(j, '-') {
		j++
	}
	u := p.at(j).word
	if u.has(lang.Days) && whole && (u.val[lang.Days] == 1 || u.val[lang.Days] == 7) && n <= 14 {
		return n * int(u.val[lang.Days]) * 24 * 60, j + 1, true
	}
	if !u.has(lang.Unit) {
		return 0, i, false
	}
	if u.val[lang.Unit] == 1 {
		return n, j + 1, whole
	}
	return p.minutesOfHours(minutes, j+1)
}

// minutesOfHours reads the minutes after full hours: "1h30", "2 hours 15 min",
// "deux heures et demie".
func (p *parser) minutesOfHours(minutes, j int) (int, int, bool) {
	if p.has(j, lang.OffPost) {
		return minutes + p.val(j, lang.OffPost), j + 1, true
	}
	k := j
	if p.has(k, lang.And) {
		k++
	}
	if p.minutesGlued(k) {
		return minutes + int(p.at(k).num), k + 1, true
	}
	if m, ok := p.count(k); ok && p.has(k+1, lang.Unit) && p.val(k+1, lang.Unit) == 1 && m < 60 {
		return minutes + m, k + 2, true
	}
	return minutes, j, true
}

func pow10(n int) int {
	if n == 2 {
		return 100
	}
	return 10
}
