package detect

import "strings"

// aboutWords lead from a subject's own words to the title: "message about
// machinist".
var aboutWords = setOf([]string{"about", "regarding", "re", "on", "as", "for", "concerning", "über", "wegen", "zur", "zum", "als", "sobre", "como", "over", "inzake", "riguardo", "jako", "ws"})

// cutTail cuts what stands before and behind a title and is no part of it. In
// English the trade's word comes last: what follows it is something else,
// levels, fields of work and what "of" joins aside. Elsewhere a word or two may
// follow.
func (w *whoReader) cutTail(s string) string {
	p := newPassage("", s, false)
	first, last := -1, -1
	for i, t := range p.toks {
		if t.kind == whoWord && (w.ts.roleHead(t.low) || w.ts.roleHead(strings.TrimSuffix(t.low, "s")) && w.capsLanguage()) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return s
	}
	start := 0
	for i := 0; i < first; i++ {
		t := p.toks[i]
		if t.kind == whoWord && (!t.upper && aboutWords[t.low] || headFirst[w.in.Lang] && w.ts.interviewWord(t.low)) {
			start = i + 1
		}
	}
	if headFirst[w.in.Lang] && first-start > 1 && !w.englishTitle(p, start, first) && !beforeTitles[p.toks[max(first-1, 0)].low] {
		start = first // "Mobilità volontaria Istruttore": the trade's word comes first
	}
	if first > 0 && w.adjective(p, first) {
		return ""
	}
	end := w.tailEnd(p, start, last)
	if start == 0 && end == len(p.toks) {
		return s
	}
	return p.cut(start, end)
}

// adjectives are trades' words that after another noun say of what kind that
// is: "entrevista técnica", "painel técnico".
var adjectives = setOf([]string{"técnico", "técnica", "tecnico", "tecnica", "comercial", "commercial", "commerciale", "administrativo", "administrativa", "químico", "química", "informático", "informatico", "operativa", "ejecutiva", "ejecutivo", "medico", "médico", "médica", "grafico", "gráfico", "físico", "fisico", "mecânico", "mecánico", "meccanico"})

// adjective says whether the trade's word at i only goes with the noun before.
func (w *whoReader) adjective(p *passage, i int) bool {
	before := p.at(i - 1)
	return headFirst[w.in.Lang] && adjectives[p.toks[i].low] && before.kind == whoWord && !before.digit && !before.upper == !p.toks[i].upper &&
		!beforeTitles[before.low] && !w.ts.roleHead(before.low) && !w.ts.roleStop(before.low) && !w.ts.roleJoin(before.low) && !w.ts.article(before.low) && !aboutWords[before.low]
}

// englishTitle says whether the words [a,head] are an English title inside
// another language: capitals before an English trade's word.
func (w *whoReader) englishTitle(p *passage, a, head int) bool {
	low := p.toks[head].low
	if !p.toks[head].upper || !(wordTables{peopleOf["en"]()}).roleHead(low) || (wordTables{peopleOf["="+w.in.Lang]()}).roleHead(low) && !strings.HasSuffix(low, "er") {
		return false
	}
	for k := a; k < head; k++ {
		if t := p.toks[k]; t.kind != whoWord || !t.upper || w.ts.interviewWord(t.low) {
			return false
		}
	}
	return true
}

// headFirst are the languages whose titles begin with the trade's word, but for
// the words of beforeTitles.
var (
	headFirst    = map[string]bool{"fr": true, "es": true, "it": true, "pt": true}
	beforeTitles = setOf([]string{"de", "del", "di", "do", "da", "des", "d'", "d’", "premier", "première", "second", "seconde", "aide", "sous", "vice", "ex", "futur", "future", "jeune", "nouveau", "nouvelle", "primo", "prima", "secondo", "giovane", "nuevo", "nueva", "joven", "novo", "nova", "jovem", "gran", "grand", "mini", "junior", "senior", "jr", "sr", "lead", "product", "data", "software", "account", "project", "customer", "sales", "marketing", "business", "key", "scrum", "ux", "ui", "web", "qa", "hr", "it", "-", "/", "&"})
)

// tailEnd gives the token behind the title whose last trade's word is at last.
func (w *whoReader) tailEnd(p *passage, start, last int) int {
	bare := 0 // words since that nothing joins
	joined := last + 1
	for i := last + 1; i < len(p.toks); i++ {
		t := p.toks[i]
		switch {
		case t.kind >= whoLine:
			return i
		case t.kind == whoPunct:
			next := p.at(i + 1)
			if t.low == "." && next.upper && len(p.at(i-1).low) > 3 {
				return i // a new sentence
			}
			if t.low == "," && next.kind == whoWord && (next.digit || !next.upper && !tradeFields[next.low]) {
				return i
			}
			return len(p.toks) // brackets, dashes, lists: the common way
		case !w.capsLanguage() && w.joinsOn(p, i):
			i++
			joined, bare = i+1, 0
		case t.low == "o" && p.at(i+1).low == "te": // Kaiako o te reo
			return len(p.toks)
		case w.capsLanguage() && (w.ts.roleJoin(t.low) && !t.upper || genitive[t.low]):
			return len(p.toks)
		case !w.capsLanguage() && !t.upper && (w.ts.roleStop(t.low) || terms[t.low] || w.verbal(t)):
			return i
		case romanNumeral(t.low) && t.upper || t.digit:
		case w.capsLanguage():
			if !tradeFields[t.low] && (!t.upper || tailNoise[t.low] || w.ts.interviewWord(t.low)) {
				return i
			}
		case w.in.Lang == "de" && !t.upper, w.in.Lang == "it" && hasSuffixOf(t.low, "erei", "irei", "rebbe"): // a verb
			return i
		case headFirst[w.in.Lang] && (bare > 0 || joined > last+1) && t.upper && !p.toks[last].upper && (!t.caps || p.at(i+1).upper && !p.at(i+1).caps):
			return i // a place: "chargée de clientèle Quimper"
		default:
			if bare++; bare > 2 {
				if hasEnding(p.at(joined).low, tradeEnds[w.in.Lang]) && p.at(joined).kind == whoWord {
					return joined + 1
				}
				return joined
			}
		}
	}
	return len(p.toks)
}

// terms are nouns that say when, where and for what somebody works, behind a
// title and not tied to it.
var terms = setOf([]string{"turno", "turni", "ciclo", "jornada", "zona", "sede", "horario", "sueldo", "salario", "orario", "stipendio", "contratto", "tempo", "livello", "horário", "salário", "contrato", "tipo", "umowa", "etat", "pełny", "temps", "contrat", "secteur", "salaire", "horaires", "ciclo", "lugar", "inicio", "início", "inizio", "standort", "noturno", "nocturno", "notturno", "diurno", "raum", "vollzeit", "teilzeit", "uur", "uren", "stunden"})

// joinsOn says whether the small word at i ties the next one to the title.
func (w *whoReader) joinsOn(p *passage, i int) bool {
	t, next := p.toks[i], p.at(i+1)
	if terms[next.low] && !genitive[t.low] || t.low == "da" && w.in.Lang == "it" && hasSuffixOf(next.low, "are", "ere", "ire") {
		return false // a tempo determinato, da firmare
	}
	if w.in.Lang == "pl" && t.low == "do" && next.low != "spraw" {
		return false
	}
	join := w.ts.roleJoin(t.low) || genitive[t.low] || taskJoins[w.in.Lang][t.low]
	return (!t.upper || t.caps) && join && next.kind == whoWord && (next.upper || !w.ts.roleStop(next.low) || genitive[t.low] && len(next.low) > 6)
}

// tailNoise are words, capitals or not, with which a subject goes on after a
// title.
var tailNoise = setOf([]string{"list", "board", "cv", "resume", "résumé", "attendance", "conversation", "sit-down", "offer", "reqs", "panel", "eligibility", "oral", "visit", "ad", "advert", "hours", "rn", "lpn", "position", "positions", "programme", "program", "process", "arrangements", "details", "timings", "order", "last", "next", "this", "today", "tomorrow", "at", "with", "from", "rota", "vacancies", "recruitment", "campaign", "competition", "exam", "examination", "test", "trial", "shift", "day", "time", "date", "times", "dates", "slot", "slots", "zoom", "teams"})

func romanNumeral(low string) bool { return low != "" && strings.Trim(low, "ivx") == "" }
