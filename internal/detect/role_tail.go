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
	if headFirst[w.in.Lang] && first-start > 1 && !beforeTitles[p.toks[max(first-1, 0)].low] {
		start = first // "Mobilità volontaria Istruttore": the trade's word comes first
	}
	end := w.tailEnd(p, start, last)
	if start == 0 && end == len(p.toks) {
		return s
	}
	return p.cut(start, end)
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
		case w.ts.roleJoin(t.low) && !t.upper || genitive[t.low]:
			return len(p.toks)
		case romanNumeral(t.low) && t.upper || t.digit:
		case w.capsLanguage():
			if !tradeFields[t.low] && (!t.upper || tailNoise[t.low] || w.ts.interviewWord(t.low)) {
				return i
			}
		case w.in.Lang == "de" && !t.upper, w.in.Lang == "it" && hasSuffixOf(t.low, "erei", "irei", "rebbe"): // a verb
			return i
		default:
			if bare++; bare > 2 {
				return last + 1
			}
		}
	}
	return len(p.toks)
}

// tailNoise are words, capitals or not, with which a subject goes on after a
// title.
var tailNoise = setOf([]string{"list", "board", "panel", "eligibility", "oral", "visit", "ad", "advert", "hours", "rn", "lpn", "position", "positions", "programme", "program", "process", "arrangements", "details", "timings", "order", "last", "next", "this", "today", "tomorrow", "at", "with", "from", "rota", "vacancies", "recruitment", "campaign", "competition", "exam", "examination", "test", "trial", "shift", "day", "time", "date", "times", "dates", "slot", "slots", "zoom", "teams"})

func romanNumeral(low string) bool { return low != "" && strings.Trim(low, "ivx") == "" }
