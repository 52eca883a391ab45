package detect

import "strings"

// roleFromSubjects reads the parts of subjects and summaries.
func (w *whoReader) roleFromSubjects(c *candidates) {
	for _, s := range w.subjects {
		parts := splitRoleSubject(s.text)
		for _, part := range parts {
			p := newPassage(s.source, part, false)
			a, b := 0, len(p.toks)
			for a < b && (p.toks[a].kind != whoWord || w.subjectNoise(p, a)) {
				a++
			}
			for b > a && !(b-a == 3 && w.ts.roleHead(p.toks[a].low) && p.toks[a+1].kind == whoWord && genitive[p.toks[a+1].low]) && (p.toks[b-1].kind == whoPunct && p.toks[b-1].low != ")" || p.toks[b-1].kind == whoWord && (w.subjectNoise(p, b-1) || reqNumber(p.toks[b-1].low)) && !w.ts.roleHead(p.toks[b-1].low)) {
				b--
			}
			if a >= b || b == a+1 && a > 0 && headFirst[w.in.Lang] && adjectives[p.toks[a].low] && interviewNoun[p.toks[a-1].low] {
				continue
			}
			for k := b - 2; k > a; k-- { // "spontaneous application baker"
				if p.toks[k].kind == whoWord && w.ts.interviewWord(p.toks[k].low) && interviewOnly[p.toks[k].low] && !w.inTitle(p, k) && hasRoleHead(w.ts, p.cut(k+1, b)) {
					a = k + 1
					break
				}
			}
			for k := a + 1; k < b; k++ {
				if t := p.toks[k]; t.kind == whoWord && !t.upper && (cutAt[t.low] || cutBefore[t.low] && p.at(k+1).upper && w.in.Lang != "en" && w.in.Lang != "de") || t.kind == whoPunct && t.low == "," && p.is(k+1, "the") {
					b = k
				}
			}
			name := p.cut(a, b)
			if i := strings.IndexByte(name, '('); i > 0 && !hasRoleHead(w.ts, name[:i]) && hasRoleHead(w.ts, name[i:]) {
				name = strings.Trim(name[i:], "() ") // "J. Doe (Associate)"
			}
			weight := weighRolePart
			if len(parts) == 1 && a == 0 {
				weight += 0.4
			}
			w.addRole(c, name, weight, s.source, part)
		}
	}
}

// inTitle says whether a word that mails about interviews are full of stands
// inside an English title: "Field Application Engineer".
func (w *whoReader) inTitle(p *passage, k int) bool {
	before, after := p.at(k-1), p.at(k+1)
	return w.capsLanguage() && titleFields[p.toks[k].low] && p.toks[k].upper && before.kind == whoWord && before.upper && !w.ts.interviewWord(before.low) &&
		after.kind == whoWord && after.upper && w.ts.roleHead(after.low)
}

// titleFields are such words.
var titleFields = setOf([]string{"application", "applications", "interview", "opportunity", "update", "offer", "recruitment", "process", "technical", "details"})

// subjectNoise says whether a subject's word is neither firm nor post.
func (w *whoReader) subjectNoise(p *passage, i int) bool {
	t := p.toks[i]
	if jobBoards[t.low] {
		return true
	}
	for _, e := range []string{"gespräch", "interview", "termin", "gesprek"} {
		if len(t.low) > len(e) && strings.HasSuffix(t.low, e) {
			return true
		}
	}
	if t.upper && p.at(i+1).kind == whoWord && p.at(i+1).upper && w.ts.roleHead(p.at(i+1).low) && !interviewOnly[t.low] && !w.isOwnerWord(plainFold(t.low)) {
		return false // Recruitment Officer, Technical Writer
	}
	if w.ts.roleHead(t.low) && p.at(i+1).kind == whoWord && genitive[p.at(i+1).low] {
		return false // Entrevista Técnica de Exportación
	}
	return w.ts.interviewWord(t.low) || w.isOwnerWord(plainFold(t.low)) || weekdays[t.low] || t.digit && !t.upper && len(t.low) > 1 && i == 0
}

// jobBoards are where posts are advertised.
var jobBoards = setOf([]string{"indeed", "linkedin", "stepstone", "xing", "monster", "glassdoor", "olx", "pracuj", "infojobs", "infoempleo", "seek", "reed", "totaljobs", "gumtree", "craigslist", "jobs.ch", "karriere.at", "hellowork", "apec", "werkzoeken", "nationale", "jobbird", "subito", "infojobs.it", "net-empregos", "sapo", "catho", "gupy", "vagas", "kununu"})

// interviewOnly are words that no title begins with.
var interviewOnly = setOf([]string{"terminänderung", "terminverschiebung", "terminbestätigung", "terminvorschlag", "eingangsbestätigung", "auswahlgespräch", "erinnerung", "verschiebung", "terminabsage", "herinnering", "bevestiging", "afspraak", "rappel", "annulation", "report", "aplazada", "recordatorio", "citación", "promemoria", "conferma", "lembrete", "confirmação", "przypomnienie", "potwierdzenie", "opportunité", "oportunidad", "oportunidade", "proceso", "processo", "selezione", "stellenbesetzung", "postępowanie", "nabór", "procedure", "vacature", "offre", "oferta", "recrutement", "rekrutacja", "selección", "seleção", "selectie", "ausbildung", "ausbildungsplatz", "praktikum", "lehrstelle", "stelle", "interview", "invitation", "confirmation", "confirmed", "reminder", "your", "vorstellungsgespräch", "gespräch", "entretien", "entrevista", "colloquio", "painel", "prueba", "prova", "test", "épreuve", "rozmowa", "sollicitatiegesprek", "sollicitatie", "candidature", "candidatura", "aplikacja", "postulación", "einladung", "convocation", "convocazione", "application", "re", "the", "an", "for", "termin", "bewerbung", "kennenlernen", "telefoninterview", "rdv", "cita", "invito", "convite", "zaproszenie", "uitnodiging", "gesprek", "absage", "zusage", "offer", "update", "updated", "schedule", "rescheduled", "cancelled", "canceled"})

// cutAt are words that end a title in a subject; cutBefore those that do so
// only before a name.
var (
	cutAt     = setOf([]string{"at", "with", "bei", "beim", "chez", "bij", "presso", "from"})
	cutBefore = setOf([]string{"en", "na", "no", "em", "w", "we", "in"})
)

// splitRoleSubject parts a subject at marks that titles do not hold.
func splitRoleSubject(s string) []string {
	for _, sep := range []string{" <> ", " || ", " | ", " – ", " — ", " - ", ": ", " : ", " / ", "! ", "? ", " • ", " · "} {
		s = strings.ReplaceAll(s, sep, "\x00")
	}
	var out []string
	for _, f := range strings.Split(s, "\x00") {
		if f = strings.TrimSpace(f); f != "" && len(out) < 10 {
			out = append(out, f)
		}
	}
	return out
}

// roleFromHeadings reads lines that hold a title and nothing else: the heads
// of hiring systems' mails.
func (w *whoReader) roleFromHeadings(c *candidates) {
	p := w.text
	for i, lines := 0, 0; i < len(p.toks) && lines < 25; {
		end := i
		for end < len(p.toks) && p.toks[end].kind != whoLine && p.toks[end].kind != whoCell {
			end++
		}
		if n := end - i; n > 2 && n <= 22 && w.afterDash(c, p, i, end) {
			// an event's name: "Intro call - Site Reliability Lead"
		} else if n > 0 && n <= 9 && p.toks[i].upper {
			line := p.cut(i, end)
			if !strings.ContainsAny(line, ".!?:@") && hasRoleHead(w.ts, line) && (!w.signs(line) || len(w.senders) > 0 && w.senders[0].automatic) {
				weight := 0.8
				if lines < 6 && len(w.senders) > 0 && w.senders[0].automatic {
					weight = 1.4 // a hiring system's card
				}
				if strings.Contains(line, "(") || strings.Contains(plainFold(w.m.Subject), plainFold(line)) {
					weight = 1.6
				}
				c.lead(w.addRole(c, line, weight, p.source+" heading", line))
			}
		}
		i = end + 1
		lines++
	}
}

// afterDash reads a line such as "30 min call - Ranger": an interview's word
// before the mark, the title after it.
func (w *whoReader) afterDash(c *candidates, p *passage, i, end int) bool {
	interview := false
	for k := i; k < end-1; k++ {
		t := p.toks[k]
		interview = interview || t.kind == whoWord && interviewNoun[t.low]
		if interview && t.kind == whoPunct && (t.low == "-" || t.low == "–" || t.low == "—" || t.low == ",") && p.toks[k+1].upper {
			_, e, _ := w.roleRun(p, k+1)
			if e > k+1 && hasRoleHead(w.ts, p.cut(k+1, min(e, end))) {
				w.addRole(c, p.cut(k+1, min(e, end)), 1.5, p.source+" heading", p.cut(i, end))
				return true
			}
		}
	}
	return false
}

// interviewNoun are the nouns that interviews are called by.
var interviewNoun = setOf([]string{"interview", "call", "screen", "chat", "conversation", "onsite", "meeting", "entretien", "entrevue", "gespräch", "vorstellungsgespräch", "kennenlernen", "telefoninterview", "entrevista", "colloquio", "painel", "prueba", "prova", "test", "épreuve", "gesprek", "sollicitatiegesprek", "kennismaking", "rozmowa", "spotkanie", "conversa", "reunión", "rendez-vous", "erstgespräch", "visio"})

// signs says whether a line belongs to the signature in the text's tail.
func (w *whoReader) signs(line string) bool {
	for _, s := range w.signParts {
		if s.line == line {
			return true
		}
	}
	return false
}
