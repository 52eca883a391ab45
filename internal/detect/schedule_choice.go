package detect

import (
	"strings"
)

// chosen takes the one of several proposed moments that the mail picks by its
// place or name: "the later slot", "slot C", "Termin 2".
func (k *picker) chosen(r *ScheduleResult) bool {
	for _, q := range k.quoted() {
		if c := k.byName(q); c != nil {
			return k.takeChosen(r, c)
		}
		var ahead []*candidate
		for i := range q.all {
			c := &q.all[i]
			if c.HasDate && c.HasTime && !c.Conflict && len(c.Alt) == 0 && c.Start.At.After(k.c.Ref) && c.score > -byOld {
				ahead = append(ahead, c)
			}
		}
		if len(ahead) < 2 {
			continue
		}
		if c := k.byPlace(ahead); c != nil {
			return k.takeChosen(r, c)
		}
		return false
	}
	return false
}

// picks reports whether the mail's own words pick a proposal by its place.
func (k *picker) picks() bool {
	p := k.texts[0]
	for _, h := range p.hits {
		if h.has(cueChooseFirst) || h.has(cueChooseLast) || h.has(cueChooseEarly) || h.has(cueChooseLate) {
			return true
		}
	}
	return false
}

// pickedHere gives the moment that the mail picks by its place among those that it
// names itself: "of Wednesday at 3 and Thursday at 11 they chose the second".
func (k *picker) pickedHere() *pair {
	if !k.picks() {
		return nil
	}
	var ahead []*candidate
	for i := range k.all {
		c := &k.all[i]
		if c.p == k.texts[0] && c.HasDate && c.HasTime && !c.Conflict && len(c.Alt) == 0 && !c.deadline && c.Start.At.After(k.c.Ref) {
			ahead = append(ahead, c)
		}
	}
	if len(ahead) < 2 {
		return nil
	}
	last := ahead[len(ahead)-1]
	for _, h := range k.texts[0].hits {
		if h.from < last.To && (h.has(cueChooseFirst) || h.has(cueChooseLast) || h.has(cueChooseEarly) || h.has(cueChooseLate)) {
			return nil // "leave the second one (Tuesday at 11)"
		}
	}
	c := k.byPlace(ahead)
	if c == nil {
		return nil
	}
	return &pair{candidate: *c, day: c, time: c}
}

func (k *picker) takeChosen(r *ScheduleResult, c *candidate) bool {
	if c.Start.At.Before(k.c.Ref) {
		return false
	}
	*r = k.result(pair{candidate: *c, day: c, time: c})
	r.Source, r.Confidence, r.Agreed = "quoted text", 0.85, true
	return true
}

// byPlace picks by "the first", "the later"; nil where the mail says neither
// or both.
func (k *picker) byPlace(ahead []*candidate) *candidate {
	p := k.texts[0]
	var hit *candidate
	for _, h := range p.hits {
		var c *candidate
		switch {
		case h.has(cueChooseFirst):
			c = ahead[0]
		case h.has(cueChooseLast) && (len(ahead) == 2 || saysPlace(p.text[h.from:h.to], secondStems)):
			c = ahead[1]
		case h.has(cueChooseLast) && saysPlace(p.text[h.from:h.to], lastStems):
			c = ahead[len(ahead)-1]
		case h.has(cueChooseEarly):
			c = ahead[0]
			for _, a := range ahead {
				if a.Start.At.Before(c.Start.At) {
					c = a
				}
			}
		case h.has(cueChooseLate):
			c = ahead[0]
			for _, a := range ahead {
				if a.Start.At.After(c.Start.At) {
					c = a
				}
			}
		}
		if c == nil {
			continue
		}
		if hit != nil && hit != c {
			return nil
		}
		hit = c
	}
	return hit
}

// byName picks by a word with a letter or number that the mail and a line of
// the quoted one share: "slot C". nil where there is none or several.
func (k *picker) byName(q quotedMail) *candidate {
	var hit *candidate
	words := strings.Fields(k.texts[0].text)
	for i := 1; i < len(words) && i < 400; i++ {
		key := strings.Trim(words[i], ".,;:!?()")
		if len(key) != 1 || !(key[0] >= 'A' && key[0] <= 'Z' || key[0] >= '1' && key[0] <= '9') || len(words[i-1]) < 4 {
			continue
		}
		c := namedMoment(q, strings.ToLower(words[i-1]+" "+key))
		if c == nil {
			continue
		}
		if hit != nil && hit != c {
			return nil
		}
		hit = c
	}
	return hit
}

// namedMoment gives the moment on the line that begins with name, on its own
// day or on that told last before it.
func namedMoment(q quotedMail, name string) *candidate {
	text := strings.ToLower(q.p.text)
	if len(text) != len(q.p.text) {
		return nil
	}
	for at := 0; ; at++ {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return nil
		}
		at += i
		end := at + len(name)
		if blank(text[strings.LastIndexByte(text[:at], '\n')+1:at]) && (end == len(text) || !letterOrDigit(text[end])) {
			if c := momentOfLine(q, end); c != nil {
				return c
			}
		}
	}
}

// momentOfLine gives the first time that follows i on its line, with a day.
func momentOfLine(q quotedMail, i int) *candidate {
	_, end := q.p.line(i)
	var day *candidate
	for n := range q.all {
		c := &q.all[n]
		if c.From < i && c.HasDate {
			day = c
		}
		if c.From < i || c.From >= end || !c.HasTime {
			continue
		}
		if !c.HasDate {
			if day == nil {
				return nil
			}
			linked := *c
			linked.Found = c.Found.On(day.Found)
			return &linked
		}
		return c
	}
	return nil
}

// struckOut marks the moments that the mail shows struck through as old.
func (k *picker) struckOut() {
	if k.in.Mail.Struck == "" {
		return
	}
	p := readTimedText("struck through", k.in.Mail.Struck, k.c, k.cues)
	for i := range p.found {
		f := &p.found[i]
		if f.Weak && !f.HasDate && !f.HasTime {
			continue
		}
		for n := range k.all {
			c := &k.all[n]
			if c.old || c.HasDate != f.HasDate || c.HasTime != f.HasTime || !c.Start.At.Equal(f.Start.At) {
				continue
			}
			c.old = true
			c.score -= byOld
		}
		if f.HasDate && f.HasTime {
			k.struck = append(k.struck, candidate{Found: *f, p: p, old: true})
		}
	}
}

// secondStems are the beginnings of "second" in our languages, folded.
var secondStems = []string{"second", "2nd", "2.", "zweit", "deuxieme", "2e", "segund", "tweede", "drug"}

// lastStems are the beginnings of "last", folded; of two the last is the second.
var lastStems = []string{"last", "latter", "letzt", "dernier", "ultim", "laatst", "ostatni"}

// saysPlace reports whether a word begins with one of the stems.
func saysPlace(s string, stems []string) bool {
	for w := range strings.FieldsSeq(plainFold(s)) {
		for _, stem := range stems {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}
