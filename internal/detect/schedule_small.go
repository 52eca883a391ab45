package detect

import "strings"

// quarters are the words before a small word that counts minutes: "Viertel vor
// sieben", "kwart voor zeven".
var quarters = setOf([]string{"viertel", "fünf", "zehn", "zwanzig", "minuten", "kwart", "vijf", "tien", "twintig", "minuut", "kwadrans", "pięć", "dziesięć"})

// counts reports whether the word h counts minutes.
func (p *timedText) counts(h cueHit) bool {
	f := strings.Fields(lowerSame(p.text[max(0, h.from-close2):h.from]))
	if len(f) == 0 {
		return false
	}
	last := strings.Trim(f[len(f)-1], ",.(")
	return quarters[last] || last != "" && strings.Trim(last, "0123456789") == "" && len(last) <= 2
}

// shutWords are the words for open and shut: what they tell ends at a comma.
var shutWords = setOf([]string{"geschlossen", "gesperrt", "geöffnet", "closed", "shut", "fermé", "ouvert", "cerrado", "abierto", "chiuso", "aperto", "fechado", "aberto", "gesloten", "dicht", "open", "zamknięte", "otwarte"})

// total adds what the marks weigh together.
func (c *candidate) total(moved bool) {
	switch {
	case c.old && c.new: // "moved from … to": the nearer word was read last
		c.score--
	case c.old:
		c.score -= byOld
	case c.new && moved:
		c.score += forNew
	}
	if moved && !c.new && !c.old && (c.HasDate && c.possessive() || c.HasTime && c.yours()) {
		c.old = true
		c.score -= byOld
	}
	c.deadline = c.deadline && !c.farewell
	if c.deadline {
		c.score -= byDeadline
	}
	if c.arrive && !c.start && c.HasTime {
		c.score -= byArrive
	}
	if c.Weak && !c.HasTime {
		c.score--
	}
}

// possessive reports whether what follows belongs to the moment: in a mail
// that moves something "Thursday's interview" is the old one.
func (c *candidate) possessive() bool {
	rest := c.p.text[c.To:]
	return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")
}

// yours reports whether "your" or "our" stands right before the hour: in a mail
// that moves something "your two o'clock" is the old one.
func (c *candidate) yours() bool {
	before := strings.ToLower(c.p.text[max(c.from, c.From-6):c.From])
	return strings.HasSuffix(before, " your ") || strings.HasSuffix(before, " our ")
}
