package when

import (
	"strings"
	"time"

	"inboxwatch/internal/lang"
)

// regionZone reads "Eastern", "Pacific Daylight Time", "Mountain Time (US)".
func (p *parser) regionZone(i int) (zone, int) {
	t := p.at(i)
	name, ok := regions[p.text[t.from:t.to]]
	if !ok {
		return zone{}, i
	}
	k := i + 1
	word := func(s string) bool {
		return p.at(k).kind == kindWord && strings.EqualFold(p.text[p.at(k).from:p.at(k).to], s)
	}
	if word("European") || word("Europe") || word("Africa") || word("African") || word("America") || word("Australian") {
		return zone{}, i
	}
	if word("Standard") || word("Daylight") {
		k++
	}
	timed := word("time")
	if timed {
		k++
	}
	if p.ch(k, '(') {
		for e := k; e < k+7; e++ {
			if p.ch(e, ')') {
				if strings.HasPrefix(p.text[p.at(k+1).from:], "US") || strings.HasPrefix(p.text[p.at(k+1).from:], "U.S") {
					k = e + 1
				}
				break
			}
		}
	}
	z := zone{loc: location(name), strong: timed}
	if !timed && p.at(k).kind == kindWord && p.at(k).title && !p.has(k, lang.Gap) {
		return zone{}, i // "Central Station"
	}
	return z, k
}

// placeZone reads "Houston time", "heure de Paris", "ora italiana",
// "Berliner Zeit", "your time".
func (p *parser) placeZone(i int) (zone, int) {
	for n := 1; n <= 4; n++ {
		t := p.at(i + n - 1)
		if t.kind != kindWord {
			if t.ch == '\'' && n > 1 || t.ch == '-' && n > 1 && p.glued(i+n-1) {
				continue
			}
			return zone{}, i
		}
		if !t.word.has(lang.TimeWord) {
			continue
		}
		k := i + n
		if n > 1 {
			if z, ok := p.personZone(i); ok {
				return z, k
			}
			if loc := p.place(i, n-1); loc != nil {
				return zone{loc: loc, strong: true}, k
			}
			return zone{}, i
		}
		return p.placeAfter(i, k)
	}
	return zone{}, i
}

// placeAfter reads the place after "time": "heure de Paris", "hora local".
func (p *parser) placeAfter(i, k int) (zone, int) {
	for n := 0; n < 3 && (p.has(k, lang.Gap) || p.ch(k, '\'')); n++ {
		k++
	}
	for n := 3; n >= 1; n-- {
		if loc := p.place(k, n); loc != nil {
			return zone{loc: loc, strong: true}, k + n
		}
	}
	return zone{}, i
}

// personZone reads "your time" (the owner's) and "our time" (the sender's).
func (p *parser) personZone(i int) (zone, bool) {
	switch strings.ToLower(p.text[p.at(i).from:p.at(i).to]) {
	case "your", "deine", "ihre", "votre":
		return zone{loc: p.c.Zone, strong: true}, true
	case "our", "my", "unsere", "notre":
		_, off := p.c.Ref.Zone()
		return zone{loc: fixed(off), why: "the sender's own zone"}, true
	}
	return zone{}, false
}

// place looks up the place in up to n words at i.
func (p *parser) place(i, n int) *time.Location {
	var buf [64]byte
	key := buf[:0]
	for k := i; k < i+n; k++ {
		t := p.at(k)
		if t.kind == kindPunct && (t.ch == '\'' || t.ch == '-' || t.ch == '.') {
			continue
		}
		if t.kind != kindWord || len(key)+int(t.to-t.from) > 48 {
			return nil
		}
		switch string(AppendFolded(buf[len(key):len(key)], p.text[t.from:t.to])) {
		case "standard", "daylight", "summer", "local", "the":
			continue
		}
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = AppendFolded(key, p.text[t.from:t.to])
	}
	if name, ok := places()[string(key)]; ok {
		return location(name)
	}
	return nil
}

// generalZone is the zone that the text tells once for all its times: "all
// times Eastern", "Time zone: CET", or a line with nothing else.
func (p *parser) generalZone(atoms []atom) zone {
	open := false
	for i := range atoms {
		open = open || !atoms[i].isDate && atoms[i].span.zone.loc == nil
	}
	if !open {
		return zone{}
	}
	line := true
	for i := range p.t {
		t := &p.t[i]
		switch {
		case t.kind == kindLine || t.ch == '|':
			line = true
			continue
		case line || t.word.has(lang.TimeWord):
			if z := p.zoneLine(i, line); z.loc != nil {
				return z
			}
		}
		line = false
	}
	return zone{}
}

// zoneLine reads a zone that stands alone on its line, or after "times",
// "time zone".
func (p *parser) zoneLine(i int, line bool) zone {
	k := i
	if p.has(i, lang.TimeWord) {
		k++
		if p.at(k).kind == kindWord && strings.EqualFold(p.text[p.at(k).from:p.at(k).to], "zone") {
			k++
		}
		for n := 0; n < 3 && (p.has(k, lang.Gap) || p.ch(k, ':') || p.ch(k, '|') || p.at(k).kind == kindWord && p.at(k).word == nil && !p.at(k).title); n++ {
			k++
		}
		if z, e := p.zoneWords(k, true); e > k {
			return z
		}
		if p.has(k, lang.TimeWord) || !line {
			return zone{}
		}
		k = i
	}
	if !line {
		return zone{}
	}
	z, e := p.zoneAt(k)
	if e > k && z.strong && (p.at(e).kind == kindLine || p.ch(e, '-') || p.ch(e, '|') || p.ch(e, '(')) {
		return z
	}
	return zone{}
}

// statedCountry is the country of the first zone told in the text, "" where
// none is or it tells nothing.
func statedCountry(atoms []atom, general zone) string {
	for i := range atoms {
		if z := atoms[i].span.zone.loc; !atoms[i].isDate && z != nil {
			return zoneCountry(z)
		}
	}
	if general.loc != nil {
		return zoneCountry(general.loc)
	}
	return ""
}

// zoneCountry tells the country of an IANA zone as far as the order of
// numeric dates needs it: "US", "" for Canada and others that mix, else "x".
func zoneCountry(l *time.Location) string {
	name := l.String()
	switch {
	case usZones[name] || strings.HasPrefix(name, "US/") || strings.HasPrefix(name, "America/Indiana/") || strings.HasPrefix(name, "America/Kentucky/"):
		return "US"
	case canadaZones[name] || name == "UTC" || name == "Local" || !strings.Contains(name, "/"):
		return ""
	}
	return "x"
}
