package detect

import "strings"

// A recruiter's mail names two firms: his own, in signature and domain, and his
// client's, in the text. The client is the employer.

// brokerPhrases are words of those who stand between an employer and a
// candidate; one of them is enough to look for a client, too little to say that
// the sender is an agency.
var brokerPhrases = []string{
	"they want you", "they'd like you", "they would like you", "they would rather see you", "they've asked", "they have asked", "they want to see", "they want to meet", "put you forward", "putting you forward", "put you in for", "my candidates", "call me after", "call me once you", "ring me once you",
	"straight after and tell", "ring me straight after", "call me straight after", "call me the second", "give me a call after", "give me a ring after", "phone me after", "i've told them", "i told them", "i've let them know", "i'll chase", "chased them", "i chased", "in their office", "at their office", "at their site", "on their site", "from their side", "got back to me", "get back to them", "come back with a yes", "they've come back", "they came back", "prep call", "a quick prep", "the client", "they liked you", "they like you", "they loved you", "i'll be on at them", "trail mail",
	"mich nach dem gespräch an", "mich danach an", "mich hinterher an", "mich bitte hinterher an", "mich bitte danach an", "nach dem termin kurz bei mir", "beim kunden", "vom kunden", "der kunde", "hat sich gemeldet und", "hat sich soeben gemeldet", "hat sich bei mir gemeldet", "hat sich bei uns gemeldet", "sie werden dort",
	"le client", "chez le client", "appelez-moi après", "appelle-moi après", "rappelez-moi après", "rappelle-moi après", "ils souhaitent vous", "ils veulent vous", "ils veulent te", "ils souhaitent te", "leurs locaux", "je les relance",
	"el cliente", "les gustó tu", "le gustó tu", "les ha gustado tu", "quieren conocerte", "desean conocerle", "llámame después", "llámame al salir", "llámame cuando salgas", "me llamas después", "con el cliente",
	"il cliente", "dal cliente", "col cliente", "l'azienda ha", "mail dell'azienda", "incontro con l'azienda", "mi chiami dopo", "chiamami dopo", "appena esci", "appena esce", "vogliono incontrarti", "vogliono incontrarla", "vogliono conoscerti", "vogliono conoscerla", "mi ha appena avvisato", "nuove disponibilità la chiamo",
	"de klant", "bij de klant", "de opdrachtgever", "bel me na", "bel mij na", "bel me ff na", "bel me even na", "ze willen je", "zij willen je", "bij hun op", "bij hen op", "laat me weten hoe het ging",
	"o cliente", "gostaram do seu perfil", "gostaram do teu perfil", "querem conhecer", "querem te conhecer", "me liga depois", "liga-me depois", "ligue-me depois",
	"ramienia klienta", "klient chce", "klient zaprasza", "od klienta", "chcą pana", "chcą panią", "proszę zadzwonić do mnie po",
}

// speaksForOthers says whether the text has words of a go-between.
func (w *whoReader) speaksForOthers() bool {
	for _, s := range brokerPhrases {
		if i := strings.Index(w.text.low, s); i >= 0 && (i == 0 || !letterOrDigit(w.text.low[i-1])) {
			return true
		}
	}
	return false
}

// clientNouns are words for a client, in our languages and their cases.
var clientNouns = setOf([]string{"client", "mandant", "mandanten", "kunde", "kunden", "auftraggeber", "einsatzbetrieb", "cliente", "klant", "opdrachtgever", "inlener", "klient", "klienta", "klientem"})

// clientIs may stand between the word and the client's name.
var clientIs = setOf([]string{"is", "ist", "heißt", "est", "es", "è", "é", "to", "jest", ":", "(", ",", "–", "—", "-", "namens", "called"})

// companyFromClients reads "my client is Acme", "le client (Acme, Lyon)", "Mon
// client, la plateforme Acme".
func (w *whoReader) companyFromClients(c *candidates, p *passage) {
	for i := 0; i+2 < len(p.toks); i++ {
		if p.toks[i].kind != whoWord || !clientNouns[p.toks[i].low] || !clientIs[p.toks[i+1].low] {
			continue
		}
		k, article := i+2, false
		for p.at(k).kind == whoWord && w.ts.article(p.at(k).low) {
			k, article = k+1, true
		}
		if article && p.at(k).kind == whoWord && !p.at(k).upper && !p.at(k).digit && !w.ts.roleStop(p.at(k).low) && p.at(k+1).upper {
			k++ // "la plateforme"
		}
		if !p.at(k).upper || p.at(k).digit {
			continue
		}
		end := w.orgRun(p, k)
		if end == k {
			continue
		}
		a, b := w.trimRun(p, k, end)
		if a < b {
			w.addClient(c, p, a, b, weighClient)
		}
	}
}

// addClient enters the firm in tokens [a,b) as the client of the sender's.
func (w *whoReader) addClient(c *candidates, p *passage, a, b int, weight float64) {
	name := p.cut(a, b)
	if name == "" || w.badOrg(name) || isGiven(p.toks[a].low) || notNames[p.toks[a].low] || w.labelFit(name) != fitNone || w.isPersonRun(p, a, b) || w.titledBefore(p, a) || deptLike(w.ts, name) {
		return
	}
	if p.source == sourceQuoted || p.source == sourceForwarded {
		weight *= 0.8
	}
	c.add(name, companyKey(name), weight+w.formWeight(name), p.source+sourceClient, p.around(a, b))
}

// brokerVerbs are the verbs by which go-betweens tell what the employer did;
// those of the table wants count for hiring systems too.
var brokerVerbs = setOf([]string{
	"need", "needs", "had", "got", "gave", "are", "is", "was", "were", "like", "likes", "say", "says", "said", "think", "thinks", "offered", "offer", "can", "can't", "could", "will", "won't", "moved", "pushed", "pulled", "cancelled", "canceled", "always", "just", "felt", "decided", "went", "hope", "plan", "only", "also", "never", "now", "aren't", "haven't", "hasn't", "prefer", "requires", "require", "suggest", "suggested", "propose", "proposed", "postponed",
	"hat", "haben", "freut", "freuen", "kann", "sucht", "bittet", "meldet", "hätte", "würde", "will", "wollen", "schlägt", "hatte", "muss", "braucht", "ist",
	"a", "ont", "est", "cherche", "recherche", "propose", "veut", "veulent", "aimerait", "doit", "sont", "vous", "attend", "confirme", "reporte", "annule",
	"busca", "tiene", "está", "le", "les", "te", "ha", "han", "pide", "propone", "confirma", "necesita", "prefiere", "aceptó", "confirmó", "pidió",
	"hanno", "cerca", "ti", "la", "mi", "vi", "chiede", "conferma", "deve", "preferisce",
	"zoekt", "vraagt", "moet", "heeft", "hebben", "kan", "nodigt", "verwacht",
	"tem", "procura", "pediu", "confirmou", "precisa", "aceitou", "está", "adorou", "gostou",
	"prosi", "zaprasza", "potwierdził", "potwierdziła", "ma", "szuka", "odwołał", "odwołała", "przekłada", "czeka",
})

// companyDoing enters the firm in tokens [a,b), before a verb of wanting or
// doing, as the employer that a go-between or a hiring system tells of.
func (w *whoReader) companyDoing(c *candidates, p *passage, a, b int) {
	name, verb := p.cut(a, b), p.at(b).low
	if w.badOrg(name) || isGiven(p.toks[a].low) || notNames[p.toks[a].low] || w.labelFit(name) != fitNone || w.isPersonRun(p, a, b) || w.titledBefore(p, a) || deptLike(w.ts, name) || anyAgencyWord(name) || w.generic(name) {
		return
	}
	if b-a == 1 && !w.agency && !(w.broker && len(name) > 4) {
		return
	}
	weight, source := 2.4, p.source+" phrase"
	if w.agency || w.broker {
		source = p.source + sourceClient
	}
	if !wants[verb] && b-a == 1 {
		weight = 1 // "Treffpunkt ist", "Steve can"
	}
	legal := legalForms[p.toks[b-1].low]
	if strings.HasSuffix(p.toks[b-1].low, "'s") || w.ts.article(p.toks[a].low) && !hasOrgHead(w.ts, name) && !legal {
		return // Dale's got to be there; eine Entscheidung hat man
	}
	if w.broker && !w.agency && !w.agencyLike() && !hasOrgHead(w.ts, name) && !legal {
		return // as well a person, told of by a firm of its own
	}
	c.add(name, companyKey(name), weight+w.formWeight(name), source, p.around(a, b))
}

// agencyLike says whether the sender's domain, name or signature has a
// recruiter's word.
func (w *whoReader) agencyLike() bool {
	for _, l := range w.labels {
		if (l.source == "From" || l.source == "Reply-To") && looseLabel(l.label) {
			return true
		}
	}
	for _, s := range w.senders {
		if s.source == "From" && s.display.org != "" && anyAgencyWord(s.display.org) {
			return true
		}
	}
	for _, part := range w.signParts {
		if anyAgencyWord(part.p.text) {
			return true
		}
	}
	return false
}

// clientGroup gives the group of the client's names, -1 where none is named.
func (w *whoReader) clientGroup(gs []nameGroup) int {
	best := -1
	for i := range gs {
		if g := gs[i]; g.client && g.phrase >= clientFloor && (best < 0 || g.phrase > gs[best].phrase || g.phrase == gs[best].phrase && g.score > gs[best].score) {
			best = i
		}
	}
	return best
}

// clientFloor is what a client's name must have from one sentence.
const clientFloor = 2.4

// ownGroup says whether a group's names are the firm of him who writes: that of
// his domain, of his display name, or of a line of his signature which no other
// domain of the mail bears out.
func (w *whoReader) ownGroup(g nameGroup) bool {
	words, other := nameLetters(g.best.name), false
	for _, l := range w.labels {
		if fitHyphens(words, l.label) != fitNone {
			if l.source == "From" {
				return true
			}
			other = true
		}
	}
	return !other && (w.isAgencyName(g.key) || strings.HasSuffix(g.best.source, " line") || g.best.source == "From" && !w.senders[0].automatic)
}

// borneOut says whether a domain of the mail that is not the sender's bears a
// group's name out.
func (w *whoReader) borneOut(g nameGroup) bool {
	words := nameLetters(g.best.name)
	for _, l := range w.labels {
		if l.source != "From" && l.weight >= 0.9 && fitHyphens(words, l.label) == fitWhole {
			return true
		}
	}
	return false
}
