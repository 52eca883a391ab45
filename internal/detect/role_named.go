package detect

import "strings"

// roleNamed gives the only post that a mail names by a trade's word where
// nothing leads to a title: "is for press operator nights". Where several
// trades are named, or the one is a colleague's, there is no answer.
func (w *whoReader) roleNamed() (name, source, words string) {
	if name, source, words = w.roleNamedBy(false); name == "" && w.in.Lang != "de" {
		w.guessed = true
		return w.roleNamedBy(true)
	}
	return name, source, words
}

// roleNamedBy is roleNamed; with heads it takes also titles of several words
// with capitals whose noun is one of someone's: "Client Care Lead".
func (w *whoReader) roleNamedBy(heads bool) (name, source, words string) {
	var key string
	for _, p := range w.passages {
		if p.source == sourcePlace || p.source == sourceSignature {
			continue
		}
		for i := 0; i < len(p.toks); i++ {
			t := p.toks[i]
			if t.kind != whoWord || !w.ts.roleHead(t.low) || t.digit || possessive(t.low) {
				continue
			}
			a, b := w.namedRun(p, i, heads)
			i = max(i, b-1)
			if a < 0 || w.signedAt(p, a) {
				continue
			}
			found := w.cleanRole(p.cut(a, b))
			if found == "" || w.badRole(found) {
				continue
			}
			k := roleKey(found)
			switch {
			case key == "":
				key, name, source, words = k, found, p.source, p.around(a, b)
			case k == key || sameRole(k, key):
			case sameRole(key, k):
				key, name, source, words = k, found, p.source, p.around(a, b)
			default:
				return "", "", ""
			}
		}
	}
	return name, source, words
}

// namedRun gives the title around the trade's word at i, or -1 where it is
// somebody's: "our manager", "the manager Eva", "ask for the chef".
func (w *whoReader) namedRun(p *passage, i int, heads bool) (a, b int) {
	head := p.toks[i]
	a, b = i, i+1
	for p.at(b).kind == whoWord && (p.at(b).upper || !head.upper) && w.ts.roleHead(p.at(b).low) && p.toks[b-1].hi+1 == p.toks[b].lo {
		b++
	}
	if headFirst[w.in.Lang] || w.in.Lang == "pl" {
		b = w.namedTail(p, b)
	} else {
		a = w.namedLead(p, i)
	}
	if romanNumeral(p.at(b).low) && p.at(b).upper {
		b++
	}
	before, after := p.at(a-1), p.at(b)
	heads = heads && b-a > 1 && p.toks[a].upper && head.upper && after.low != "," && !(p.at(a-2).upper && (before.low == "," || before.low == "("))
	switch {
	case a < i && !head.upper && before.kind == whoWord && !w.leads(before.low):
		return -1, b // "ticked pool lifeguard": a verb
	case adjectives[head.low] && headFirst[w.in.Lang] && (interviewNoun[before.low] || w.adjective(p, i)):
		return -1, b
	case whose[before.low] || whose[p.at(a-2).low] && before.kind == whoWord, !heads && (someone[p.toks[b-1].low] || someone[head.low]):
		return -1, b
	case after.kind == whoWord && (after.upper && !w.ts.interviewWord(after.low) || personal[after.low]):
		return -1, b
	case asked[before.low] || asked[p.at(a-2).low] || asked[p.at(a-3).low]:
		return -1, b
	case before.kind == whoWord && (personal[before.low] || w.ts.article(before.low) && personal[p.at(a-2).low]):
		return -1, b
	}
	for a < i && pointers[p.toks[a].low] {
		a++
	}
	return a, b
}

// signedAt says whether the title at i is what the writer signs with: it begins
// one of the lines under the name, or follows the name and a comma.
func (w *whoReader) signedAt(p *passage, i int) bool {
	if p != w.text || len(w.signerLine) < 3 {
		return false
	}
	const lines = 2
	at := strings.LastIndex(p.text, w.signerLine)
	if at < len(p.text)/3 || p.toks[i].lo < at {
		return false
	}
	if before := p.at(i - 1); before.kind < whoLine && (before.low != "," || before.lo > at+len(w.signerLine)+1) {
		return false
	}
	between := p.text[at:p.toks[i].lo]
	return !strings.Contains(between, "\n\n") && strings.Count(between, "\n") <= lines
}

func possessive(low string) bool {
	return strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s")
}

// namedLead gives where the words before the trade's word at i begin.
func (w *whoReader) namedLead(p *passage, i int) int {
	a := i
	for a > 0 && i-a < 4 {
		t := p.toks[a-1]
		if t.kind != whoWord || t.digit || !w.inTitle(p, a-1) && (w.ts.roleStop(t.low) || w.ts.interviewWord(t.low)) || w.ts.article(t.low) || w.isOwnerWord(plainFold(t.low)) || p.toks[i].upper && !t.upper {
			break
		}
		if d, _ := wordDuty(w.ts, t.low); d&(cueRoleWeak|cueRole) != 0 {
			break
		}
		a--
	}
	return a
}

// namedTail gives the end of the words behind the trade's word that ends at b:
// what small words join to it, or a word formed as those of trades are.
func (w *whoReader) namedTail(p *passage, b int) int {
	for n := 0; n < 2; n++ {
		t := p.at(b)
		join := t.kind == whoWord && !t.upper && (genitive[t.low] || taskJoins[w.in.Lang][t.low] || t.low == "ao" || t.low == "aos")
		if next := p.at(b + 1); join && next.kind == whoWord && !next.digit && !w.ts.article(next.low) && !w.ts.roleStop(next.low) {
			b += 2
			continue
		}
		plain := t.kind == whoWord && !t.digit && t.upper == (p.toks[b-1].upper && t.upper) && !w.ts.roleStop(t.low) && !w.ts.interviewWord(t.low) && !w.ts.article(t.low) && !w.ts.roleJoin(t.low) && !w.verbal(t) && !personal[t.low] && !terms[t.low]
		if n == 0 && plain && !t.upper && hasEnding(t.low, tradeEnds[w.in.Lang]) {
			b++
			continue
		}
		if plain && w.endsClause(p, b+1) {
			b++
		}
		break
	}
	return b
}

// endsClause says whether a mark or a line's end stands at i: what is before it
// still goes with the title, "Analista crediti.".
func (w *whoReader) endsClause(p *passage, i int) bool {
	t := p.at(i)
	return t.kind >= whoLine || t.kind == whoPunct
}

func hasEnding(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) && len(s) > len(e)+2 {
			return true
		}
	}
	return false
}

// tradeEnds are the endings of words that follow a trade's: "progettista
// meccanico", "projektant mebli".
var tradeEnds = map[string][]string{
	"it": {"ico", "ica", "ivo", "iva", "ale", "iere", "iera"}, "es": {"ico", "ica", "ivo", "iva", "ial", "able", "ero", "era"},
	"pt": {"ico", "ica", "ivo", "iva", "ial", "eiro", "eira"}, "fr": {"ique", "if", "ive", "iel", "ielle", "ial", "iale", "ier", "ière", "aire"},
	"pl": {"li", "ki", "ci", "ni", "ów", "tu", "ku", "nej", "nego", "nych", "ora", "szyn"},
}

// leads says whether a small word may stand before a title's first word.
func (w *whoReader) leads(low string) bool {
	d, _ := wordDuty(w.ts, low)
	return w.ts.article(low) || d&cueRoleWeak != 0
}

var (
	// whose are words before somebody's colleague.
	whose = setOf([]string{"our", "my", "his", "their", "unser", "unsere", "unserem", "unserer", "unseren", "mein", "meine", "meiner", "meinem", "notre", "mon", "ma", "nuestro", "nuestra", "mi", "onze", "ons", "mijn", "nostro", "nostra", "mio", "mia", "nosso", "nossa", "meu", "minha", "nasz", "nasza", "naszego", "naszej", "naszym", "mój", "moja"})
	// someone are trades' words by which a mail speaks of those who hire or
	// meet, or of no post at all.
	someone = setOf([]string{"manager", "director", "head", "chief", "supervisor", "recruiter", "owner", "chair", "secretary", "principal", "president", "boss", "gm", "vp", "ceo", "cfo", "cto", "coo", "md", "dean", "partner", "coordinator", "staff", "person", "coach", "deputy", "attendant", "lead", "leader", "data", "foreman", "doctor", "professor", "dr", "captain", "candidate", "job", "jobs", "role",
		"leiter", "leiterin", "leitung", "ausbildungsleitung", "laborleitung", "chef", "chefin", "betriebsarzt", "betriebsärztin", "kraft", "führungskräfte", "sekretariat", "sekretärin", "meister", "geschäftsführer", "geschäftsführerin", "assistentin",
		"directeur", "directrice", "responsable", "gestionnaire", "coordinatrice", "coordinateur", "secrétaire", "gérant", "gérante", "patron", "patronne",
		"jefe", "jefa", "directora", "recepción", "gerente", "portero", "encargado", "encargada", "ejecutiva", "técnica", "tecnica", "coordinador", "coordinadora", "secretaria",
		"direttore", "direttrice", "responsabile", "responsável", "titolare", "segretaria", "tecnico", "diretor", "diretora", "gestor", "gestora", "cozinha", "coordenador", "coordenadora", "encarregado", "encarregada", "secretária",
		"proviseur", "proviseure", "preside", "dsga", "kierownik", "kierowniczka", "dyrektor", "dyrektorka", "prezes", "ordynator", "sekretarka", "leidinggevende", "projectleider", "directiesecretaresse", "teamleider", "bedrijfsleider", "secretaresse", "specialist"})
	// asked are words that lead to whom to ask for.
	asked = setOf([]string{"ask", "asking", "frag", "fragen", "demandez", "demande", "demander", "pregunta", "pregunte", "preguntar", "vraag", "vragen", "chiedi", "chieda", "chiedere", "pergunte", "pergunta", "perguntar", "pytać", "zapytać"})
	// personal are words beside a person that meets or acts.
	personal = setOf([]string{"will", "is", "was", "has", "can", "wird", "ist", "hat", "kann", "est", "va", "zal", "gaat", "è", "ha", "with", "by", "from", "fragen", "nach", "mit", "vom", "beim", "avec", "par", "con", "met", "door", "com", "pelo", "pela", "z", "ze"})
)
