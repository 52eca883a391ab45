package detect

import "strings"

// setAgency says whether the sender recruits for others.
func (w *whoReader) setAgency() {
	score := 0
	for _, p := range w.passages {
		if p.source == sourceQuoted || p.source == sourceForwarded {
			continue
		}
		for i := range p.toks {
			if d, e := w.ts.longest(p, i, cueAgency); d != 0 {
				score++
				if p.toks[i].low == "they" || e-i > 1 && !clientCue(p, i, e) || e-i == 1 && len(p.toks[i].low) > 12 {
					score++ // the employer is somebody else, or the trade is named
				}
				if p.source == sourceSignature {
					score++
				}
				break
			}
		}
	}
	for i := range w.labels {
		l := w.labels[i]
		if l.source == "From" || l.source == "Reply-To" {
			if recruiterLabel(l.label) {
				score += 2
			}
		}
	}
	for _, s := range w.senders {
		if s.display.org != "" && recruiterLabel(letters(s.display.org)) && anyAgencyWord(s.display.org) {
			score += 2
		}
	}
	w.broker = score > 0 || w.speaksOfThem() || w.speaksForOthers()
	for _, l := range w.labels {
		w.broker = w.broker || l.source == "From" && looseLabel(l.label)
	}
	if w.agency = score >= 2 || (score == 1 || w.broker) && (w.clientNamed() || w.passesOn()); !w.agency {
		return
	}
	for i := range w.labels {
		if l := &w.labels[i]; l.source == "From" || l.source == "Reply-To" || l.source == "calendar ORGANIZER" || len(w.senders) > 0 && domainOf(l.address) == domainOf(w.senders[0].contact.Address) {
			l.agency = true
			l.weight = 0.5
		}
	}
	for _, s := range w.senders {
		if s.display.org != "" && (s.source == "From" || s.source == "Reply-To") {
			w.agencyKey = companyKey(w.cleanOrg(s.display.org))
		}
	}
}

// passesOn says whether the mail forwards that of another firm.
func (w *whoReader) passesOn() bool {
	from := ""
	for _, l := range w.labels {
		switch {
		case l.source == "From":
			from = l.label
		case l.source == "forwarded From" && from != "" && l.label != from && l.weight >= 0.9:
			return true
		}
	}
	return false
}

// speaksOfThem says whether the mail talks of the firm as of others.
func (w *whoReader) speaksOfThem() bool {
	n := 0
	for _, t := range w.text.toks {
		switch t.low {
		case "they", "they'd", "they're", "they've", "they'll", "their", "they’d", "they’re", "they’ve", "they’ll":
			n++
		}
	}
	return n >= 2
}

func anyAgencyWord(s string) bool {
	p := newPassage("", s, false)
	for i := range p.toks {
		if d, _ := everyTable().longest(p, i, cueAgency); d != 0 {
			return true
		}
	}
	return false
}

// clientNamed says whether the text speaks of a client of the sender's.
func (w *whoReader) clientNamed() bool {
	for _, p := range []*passage{w.text, w.sign} {
		for i := range p.toks {
			if d, e := w.ts.longest(p, i, cueAgency); d != 0 && clientCue(p, i, e) {
				return true
			}
		}
	}
	return false
}

// recruiterLabel says whether a domain names itself as a recruiter's.
func recruiterLabel(label string) bool {
	for _, s := range []string{"recruit", "staffing", "personalberat", "personnel", "headhunt", "zeitarbeit", "uitzend", "interim", "manpower", "randstad", "adecco", "hays", "michaelpage", "roberthalf", "executivesearch", "manpower", "talentpartner", "personaldienst", "jobagentur", "rekrutier", "selectie", "werving", "kadr", "locum", "placement", "recrut", "rekrut", "reclut", "werkvermittl", "jobvermittl", "agenturfuer"} {
		if strings.Contains(label, s) {
			return true
		}
	}
	return false
}
