package detect

import (
	"strings"
	"unicode"
)

// Weights of the sources of a company's name. One strong source is enough,
// weak ones must agree: companyFloor.
const (
	companyFloor  = 3.0
	weighLabel    = 4.0 // "Company: Acme"
	weighClient   = 4.0 // an agency's "my client Acme"
	weighDomain   = 3.0 // the words make up the sender's domain
	weighPart     = 1.5 // … a part of it
	weighDisplay  = 2.5 // "Acme Recruiting", "Jane Doe (Acme)"
	weighSign     = 1.6 // a line of the signature
	weighSignHead = 3.0 // … that holds a firm's word: "Acme GmbH"
	weighPhrase   = 3.0 // "interview with Acme"
	weighWeak     = 0.6 // "at Acme"
	weighHead     = 1.2 // a firm's word in the name
	weighLegal    = 1.6 // a legal form
	weighSubject  = 1.2 // a part of the subject
	weighHeading  = 1.4 // a line of its own
	weighPlace    = 0.8 // the meeting's place
)

// nameCandidate is one name that a company or a role might have.
type nameCandidate struct {
	name   string
	key    string // folded, without legal form and article
	weight float64
	source string
	words  string // the evidence
}

// candidates gathers names and what speaks for each.
type candidates struct {
	list []nameCandidate
}

func (c *candidates) add(name, key string, weight float64, source, words string) {
	if key == "" || len(c.list) >= 400 {
		return
	}
	c.list = append(c.list, nameCandidate{name, key, weight, source, words})
}

// group is all candidates whose names say the same, longer or shorter.
type nameGroup struct {
	key    string
	score  float64
	phrase float64            // of it, what sentences and labels say
	forms  map[string]float64 // name → what speaks for that form
	best   nameCandidate      // the heaviest witness
	longer map[string]bool
}

// groups joins candidates: the same key, or one key within the other at a
// word's bound. Each source counts once for a group, at its best.
func (c *candidates) groups(join func(short, long string) bool) []nameGroup {
	var gs []nameGroup
	type seen struct {
		group  int
		source string
	}
	at := make(map[seen]float64)
	for _, n := range c.list {
		g := -1
		for i := range gs {
			if gs[i].key == n.key || join(gs[i].key, n.key) || join(n.key, gs[i].key) {
				g = i
				break
			}
		}
		if g < 0 {
			gs = append(gs, nameGroup{key: n.key, forms: make(map[string]float64)})
			g = len(gs) - 1
		}
		if len(n.key) > len(gs[g].key) && n.weight >= 1 {
			gs[g].key = n.key
		}
		s := seen{g, n.source}
		if n.weight > at[s] || n.weight < 0 {
			gs[g].score += n.weight - at[s]
			at[s] = n.weight
		}
		gs[g].forms[n.name] += n.weight
		if strings.HasSuffix(n.source, " phrase") || strings.HasSuffix(n.source, " label") {
			gs[g].phrase = max(gs[g].phrase, n.weight)
		}
		if n.weight > gs[g].best.weight {
			gs[g].best = n
		}
	}
	return gs
}

// legalForms are written after a firm's name.
var legalForms = setOf([]string{
	"ltd", "limited", "plc", "llp", "llc", "inc", "incorporated", "corp", "corporation", "gmbh", "ggmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "gbr", "e.v", "ev", "eg", "partg", "partgmbb", "aör", "aor",
	"sas", "sarl", "sa", "sasu", "eurl", "snc", "scop", "selarl", "asbl", "s.l", "sl", "s.a", "s.l.u", "slu", "s.a.s", "s.a.c", "sac", "s.r.l", "srl", "s.p.a", "spa", "s.n.c", "sagl", "ltda", "lda", "e.m", "s/a",
	"b.v", "bv", "n.v", "nv", "vof", "v.o.f", "vzw", "bvba", "ab", "as", "oy", "oyj", "aps", "a/s", "pty", "pte", "pvt", "sp", "z", "o.o", "s.c", "sp.j", "sp.k", "se", "co", "sociedad", "c.v", "s.c.p", "eireli", "cie", "srls", "s.r.l.s", "e", "v", "d.o.o", "oo", "zoo", "spzoo", "kft", "s.r.o", "doo", "zrt", "bt", "sdn", "bhd", "kk",
})

// companyKey is a name made comparable; names of one firm share it.
func companyKey(name string) string {
	words := make([]string, 0, 6)
	for _, f := range strings.Fields(name) {
		if l := letters(f); l != "" {
			words = append(words, l)
		} else if f == "&" || f == "+" {
			words = append(words, "&")
		}
	}
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) > 1 && (words[0] == "the" || words[0] == "die" || words[0] == "der" || words[0] == "das" || words[0] == "firma") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// sameCompany says whether the shorter key stands in the longer one.
func sameCompany(short, long string) bool {
	if len(short) >= len(long) || len(short) < 3 {
		return false
	}
	if strings.HasPrefix(long, short) && long[len(short)] == ' ' {
		return true
	}
	return len(short) >= 5 && strings.HasSuffix(long, " "+short) || len(short) >= 7 && strings.Contains(long, " "+short+" ")
}

// gatherCompany lists all that might be the employer's name.
func (w *whoReader) gatherCompany(c *candidates) {
	w.companyFromDisplay(c)
	for _, p := range w.passages {
		w.companyFromCues(c, p)
		w.companyFromRuns(c, p)
	}
	w.companyFromSubject(c)
	w.companyFromSignature(c)
}

// company fills in the employer.
func (w *whoReader) company(r *WhoResult) {
	var c candidates
	w.gatherCompany(&c)
	gs := c.groups(sameCompany)
	best, second := -1, -1
	for i := range gs {
		if w.agency && w.isAgencyName(gs[i].key) {
			continue // only where no employer is named: companyFallback
		}
		switch {
		case best < 0 || gs[i].score > gs[best].score:
			best, second = i, best
		case second < 0 || gs[i].score > gs[second].score:
			second = i
		}
	}
	r.Agency = w.agency
	if best >= 0 && len(w.senders) > 0 && (w.senders[0].noReply || w.broker) && gs[best].phrase < weighPhrase {
		// A portal names itself by its domain, the employer by its sentences.
		for i := range gs {
			if gs[i].phrase >= weighPhrase && gs[i].score >= companyFloor {
				second, best = -1, i
				r.Agency = w.broker && !w.senders[0].automatic
				break
			}
		}
	}
	if best >= 0 && gs[best].score >= companyFloor {
		clear := w.broker && gs[best].phrase >= weighPhrase && second >= 0 && gs[second].phrase < weighPhrase
		if second >= 0 && !clear && gs[second].score > gs[best].score-0.5 && gs[second].score >= companyFloor {
			r.Doubts = append(r.Doubts, doubt("company", gs[best].best.name, gs[second].best.name))
			return
		}
		g := gs[best]
		r.Company = w.bestForm(g)
		w.companyKey = companyKey(r.Company)
		r.Evidence = append(r.Evidence, evidence("company", g.best.source, g.best.words))
		return
	}
	w.companyFallback(r, gs)
}

// companyFallback names the firm by its domain or, where nothing tells the
// employer, the agency.
func (w *whoReader) companyFallback(r *WhoResult, gs []nameGroup) {
	if w.agency {
		for _, g := range gs {
			if w.isAgencyName(g.key) && g.score >= companyFloor {
				r.Company = w.bestForm(g)
				r.Evidence = append(r.Evidence, evidence("company", g.best.source, g.best.words))
				return
			}
		}
		return
	}
	for _, g := range gs {
		if g.phrase >= 1.6 || g.score >= 1.9 && hasOrgHead(w.ts, g.best.name) && strings.HasSuffix(g.best.source, " name") && g.best.source != sourcePlace+" name" {
			return // the text names somebody: whether the sender's firm or another is open
		}
	}
	if n, l := w.portalName(); n != "" {
		r.Company = n
		r.Evidence = append(r.Evidence, evidence("company", l.source, l.address))
		return
	}
	for _, l := range w.labels {
		if l.weight < 1 || len(l.label) < 4 || strings.ContainsAny(l.label, "0123456789") || looseLabel(l.label) || isNoReply(l.address) || len(w.senders) > 0 && w.senders[0].automatic {
			continue
		}
		if n := w.readableLabel(l.label); n != "" {
			r.Company = n
			r.Evidence = append(r.Evidence, evidence("company", l.source, l.address))
			return
		}
	}
}

// looseLabel says whether a domain may as well be a recruiter's.
func looseLabel(label string) bool {
	for _, s := range []string{"talent", "people", "search", "consult", "selec", "jobs", "career", "karriere", "emploi", "empleo", "hr", "human", "personal", "select", "hire", "work", "staff", "portal"} {
		if len(s) > 5 && strings.Contains(label, s) {
			return true
		}
		for _, part := range strings.Split(label, "-") {
			if part == s || len(s) > 3 && (strings.HasPrefix(part, s) || strings.HasSuffix(part, s)) && s != "hire" {
				return true
			}
		}
	}
	return recruiterLabel(label)
}

// bestForm picks the form to write: the one with most witnesses, a legal form
// and then length deciding between equals.
func (w *whoReader) bestForm(g nameGroup) string {
	name, best := "", -1.0
	for f, s := range g.forms {
		if k := companyKey(f); !w.exactFit(f) {
			for o := range g.forms {
				if ok := companyKey(o); ok != k && strings.HasPrefix(k, ok+" ") && w.exactFit(o) && !hasOrgHead(w.ts, strings.TrimPrefix(k, ok)) {
					s *= 0.2 // the name and something more: a town
					break
				}
			}
		}
		for o, so := range g.forms {
			if so >= 1.5 && strings.HasSuffix(companyKey(o), " "+companyKey(f)) && hasOrgHead(w.ts, companyKey(o)) && !hasOrgHead(w.ts, companyKey(f)) {
				s *= 0.3 // University of Kingsmere, not Kingsmere
			}
		}
		if f := strings.Fields(f); len(f) > 1 {
			s += 0.4
			if legalForms[strings.Trim(lowerSame(f[len(f)-1]), ".")] {
				s++
			}
		}
		if s > best || s == best && (len(f) > len(name) || len(f) == len(name) && f < name) {
			name, best = f, s
		}
	}
	if allCaps(name) && strings.Contains(name, " ") {
		return titleCase(name)
	}
	return name
}

// titleCase writes a line of capitals as names are written.
func titleCase(s string) string {
	f := strings.Fields(s)
	for i, w := range f {
		low := strings.Trim(lowerSame(w), ".,")
		switch {
		case i > 0 && everyTable().orgJoin(low) && len(low) <= 4:
			f[i] = lowerSame(w)
		case legalForms[low] || len(w) <= 3:
		default:
			f[i] = capitalise(w)
		}
	}
	return strings.Join(f, " ")
}

// readableLabel makes words of a host's label; a trade's word at its end is
// parted: gulfpalmhotels, Gulfpalm Hotels.
func (w *whoReader) readableLabel(label string) string {
	if len(label) < 3 {
		return ""
	}
	parts := strings.Split(label, "-")
	if len(parts) == 1 && len(label) > 6 {
		head := ""
		for cut := 3; cut <= len(label)-4 && head == ""; cut++ {
			if tail := label[cut:]; w.bareHead(tail) || tail == "sons" {
				parts = []string{label[:cut], tail}
				head = tail
			}
		}
		if a, ok := strings.CutSuffix(parts[0], "and"); ok && head != "" && len(a) > 2 {
			parts[0] = a + " &"
		}
		for cut := 4; head == "" && cut <= len(label)-3; cut++ {
			if front := label[:cut]; w.in.Lang != "en" && w.bareHead(front) && len(front) > 4 {
				parts = []string{front, label[cut:]}
			}
		}
	}
	if w.in.Lang == "de" {
		for i, p := range parts {
			parts[i] = umlauts(p)
		}
	}
	for i, p := range parts {
		if len(p) > 0 {
			parts[i] = capitaliseFirst(p)
		}
	}
	return strings.Join(parts, " ")
}

// umlauts writes ae, oe and ue as the letters they stand for, but for after a
// vowel or a q, where they stand for themselves.
func umlauts(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if i+1 < len(s) && s[i+1] == 'e' && (s[i] == 'a' || s[i] == 'o' || s[i] == 'u') && (i == 0 || !strings.ContainsRune("aeiouq", rune(s[i-1]))) {
			b.WriteString(map[byte]string{'a': "ä", 'o': "ö", 'u': "ü"}[s[i]])
			i++
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// portalName reads the firm out of a portal of its own: jobs.acme.example,
// no-reply@recrutement-acme.example.
func (w *whoReader) portalName() (string, hostName) {
	if len(w.senders) == 0 || !w.senders[0].automatic {
		return "", hostName{}
	}
	for _, l := range w.labels {
		if l.source != "From" || l.agency {
			continue
		}
		first, _, _ := strings.Cut(domainOf(l.address), ".")
		parts := strings.Split(l.label, "-")
		if first != l.label && deskWord(first) && !looseLabel(l.label) {
			return w.readableLabel(l.label), l
		}
		if len(parts) == 2 && deskWord(parts[0]) && !deskWord(parts[1]) && len(parts[1]) > 3 {
			return capitaliseFirst(parts[1]), l
		}
	}
	return "", hostName{}
}

// deskWord says whether a host's part is a hiring desk's.
func deskWord(s string) bool { return sharedWords[s] || s == "lavoraconnoi" || s == "werkenbij" }

func capitaliseFirst(s string) string {
	r := firstRune(s)
	return string(unicode.ToUpper(r)) + s[len(string(r)):]
}

// companyFromDisplay reads From, Reply-To and organisers.
func (w *whoReader) companyFromDisplay(c *candidates) {
	for _, s := range w.senders {
		if s.display.org == "" {
			continue
		}
		name := w.cleanOrg(s.display.org)
		weight := weighDisplay
		if name == s.display.org && s.display.person.full == "" && !hasOrgHead(w.ts, name) && !s.automatic {
			weight = 1.5 // a lone display name may be anything
		}
		if s.automatic && s.display.person.full == "" {
			weight = weighPhrase // a hiring system writes its tenant's name there
		}
		if w.badOrg(name) {
			continue
		}
		c.add(name, companyKey(name), weight+w.formWeight(name), s.source, s.display.org)
	}
}

// cleanOrg cuts the hiring desk from a firm's name: "Acme Talent
// Acquisition", "Jobs at Acme", "Recruitment - Acme".
func (w *whoReader) cleanOrg(s string) string {
	p := newPassage("", s, false)
	a, b := 0, len(p.toks)
	every := everyTable()
	for changed := true; changed && a < b; {
		changed = false
		if d, e := every.longest(p, a, cueDesk); d != 0 && e <= b && (e < b || a > 0) {
			a, changed = e, true
			for a < b && (p.toks[a].kind != whoWord || every.article(p.toks[a].low) || p.toks[a].low == "at" || p.toks[a].low == "of" || p.toks[a].low == "bei" || p.toks[a].low == "chez") {
				if p.toks[a].upper && p.toks[a].kind == whoWord {
					break
				}
				a++
			}
			continue
		}
		for k := a + 1; k < b; k++ {
			if d, e := every.longest(p, k, cueDesk); d != 0 && e == b {
				b, changed = k, true
				break
			}
		}
		for b > a && (p.toks[b-1].kind == whoPunct && p.toks[b-1].low != ")" || !p.toks[b-1].upper && every.orgJoin(p.toks[b-1].low) && !legalForms[p.toks[b-1].low]) {
			b--
			changed = true
		}
	}
	if d, e := every.longest(p, a, cueDesk); d != 0 && e == b {
		return ""
	}
	return strings.Trim(p.cut(a, b), " -–—|,:·")
}

// formWeight is what a name's own words say for it.
func (w *whoReader) formWeight(name string) float64 {
	f := strings.Fields(name)
	if len(f) == 0 {
		return 0
	}
	var s float64
	if len(f) > 1 && legalForms[strings.Trim(lowerSame(f[len(f)-1]), ".,")] {
		s += weighLegal
	} else if hasOrgHead(w.ts, name) {
		s += weighHead
	}
	if k := w.labelFit(name); k == fitWhole {
		s += weighDomain
	} else if k == fitPart {
		s += weighPart
	}
	return s
}

// labelFit compares a name with the domains that belong to the employer.
func (w *whoReader) labelFit(name string) fit {
	words := nameLetters(name)
	best := fitNone
	for _, l := range w.labels {
		if l.weight < 0.9 {
			continue
		}
		f := fitHyphens(words, l.label)
		if l.weight < 1 && f == fitWhole && !hasOrgHead(w.ts, name) {
			f = fitPart // a private mailbox may bear a person's name
		}
		best = max(best, f)
	}
	return best
}

// exactFit says whether a name is a label, letter by letter.
func (w *whoReader) exactFit(name string) bool {
	words := nameLetters(name)
	joined := strings.ReplaceAll(strings.Join(words, ""), "&", "")
	and := strings.ReplaceAll(strings.Join(words, ""), "&", "and")
	for _, l := range w.labels {
		if x := letters(l.label); x == joined || x == and {
			return true
		}
	}
	return false
}

// nameLetters are a name's words, folded, without marks.
func nameLetters(name string) []string {
	f := strings.Fields(name)
	out := make([]string, 0, len(f))
	for _, s := range f {
		if s == "&" || s == "+" {
			out = append(out, "&")
		} else if s = letters(s); s != "" {
			out = append(out, s)
		}
	}
	for len(out) > 1 && legalForms[out[len(out)-1]] {
		out = out[:len(out)-1]
	}
	return out
}

// letters folds s and drops all but letters and digits.
func letters(s string) string {
	s = fold(s)
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < '0' || c > '9' && c < 'a' || c > 'z' {
			return strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 0x80 {
					return r
				}
				return -1
			}, s)
		}
	}
	return s
}

// isAgencyName says whether a key is that of the recruiter's own firm.
func (w *whoReader) isAgencyName(key string) bool {
	if w.agencyKey != "" && (key == w.agencyKey || sameCompany(key, w.agencyKey) || sameCompany(w.agencyKey, key)) {
		return true
	}
	words := strings.Fields(key)
	for _, l := range w.labels {
		if l.agency && fitHyphens(words, l.label) != fitNone {
			return true
		}
	}
	return false
}

// neverOrg are names that stand where firms do.
var neverOrg = setOf([]string{
	"zoom", "teams", "microsoft teams", "ms teams", "google meet", "google", "skype", "webex", "calendly", "google calendar", "outlook", "linkedin", "indeed", "glassdoor", "whatsapp", "facetime", "meet", "google calendar", "google agenda", "google kalender", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"gm", "fd", "md", "ceo", "cto", "cfo", "coo", "board", "human resources", "hr", "interview", "teams meeting", "microsoft", "microsoft teams meeting", "zoom meeting", "docusign", "new", "uk", "us", "usa", "eu", "europe", "germany", "london", "berlin", "paris", "madrid", "reception", "office", "head office", "main office", "estate office", "work", "home", "iphone", "ipad", "android", "gmail", "doodle", "dbs", "gdpr", "cv", "resume", "id", "phone", "video", "you", "hiring", "careers", "team", "recruitment", "talent acquisition", "talent", "management", "principal", "candidate", "applicant", "chair", "trustees", "board",
})

// bareHead says whether a word is a firm's word and nothing more: "hospital",
// not "Löwen-Apotheke".
func (w *whoReader) bareHead(low string) bool {
	return w.ts.any(func(t *peopleWords) bool { return t.orgHeads.whole[low] })
}

// badOrg says whether the words are none of a firm: too short, a vendor, the
// owner, a known person, a tool.
func (w *whoReader) badOrg(name string) bool {
	key := companyKey(name)
	if len(key) < 2 || neverOrg[key] || vendorNames[key] || len(name) > 80 {
		return true
	}
	if strings.ContainsAny(name, "@<>{}=") || strings.Contains(name, "://") {
		return true
	}
	if !hasOrgHead(w.ts, name) || len(w.ownerWords) == 0 || key == w.ownerWords[0] {
		for _, k := range strings.Fields(key) {
			if len(k) > 2 && w.isOwnerWord(k) {
				return true
			}
		}
	}
	if w.isPersonKey(key) {
		return true
	}
	n := 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			n++
		}
	}
	f := strings.Fields(lowerSame(name))
	if n < 2 || len(f) > 9 || w.ts.title(strings.TrimSuffix(f[0], ".")) && f[0] != "st." {
		return true
	}
	if len(f) == 1 && (notNames[f[0]] || w.ts.interviewWord(f[0]) || w.ts.roleHead(f[0]) || w.ts.roleStop(f[0]) || w.bareHead(f[0]) && !w.exactFit(name) || w.ts.article(f[0])) {
		return true
	}
	if last := f[len(f)-1]; w.ts.roleHead(last) && !(w.ts.orgHead(f[0]) && len(f) > 2 && w.ts.title(strings.Trim(f[1], "."))) && !w.ts.orgHead(last) && !strings.Contains(name, "&") && w.labelFit(name) == fitNone {
		return true
	}
	return false
}

var vendorNames = func() map[string]bool {
	m := make(map[string]bool)
	for _, r := range vendorTable {
		m[companyKey(r.Name)] = true
	}
	return m
}()

// orgRun reads the firm's name that begins at token i, and gives its end; the
// name may begin with an article.
func (w *whoReader) orgRun(p *passage, i int) int {
	t := p.at(i)
	if t.kind != whoWord || !t.upper && !(t.digit && p.at(i+1).upper) && !brandCase(p, i) || strings.Contains(t.low, "@") {
		return i
	}
	end, words := i+1, 1
	for words < 9 {
		if t := p.at(end); t.kind == whoWord && !t.upper && lowerLegal[t.low] && (t.low != "z" || p.is(end+1, "o.o")) {
			end, words = end+1, words+1
			continue
		}
		k := end
		joins := 0
		for joins < 3 && (joins > 0 || !looseJoins[p.at(k).low] || p.at(k).upper || w.headWithin(p, i, end)) && (p.at(k).kind == whoPunct && (p.at(k).low == "&" || p.at(k).low == "+") || p.at(k).kind == whoWord && !p.at(k).upper && w.ts.orgJoin(p.at(k).low)) {
			k, joins = k+1, joins+1
		}
		t := p.at(k)
		if t.kind == whoPunct && joins == 0 && t.low == "," && legalForms[p.at(k+1).low] && p.at(k+1).upper {
			end, words = k+2, words+1
			continue
		}
		if t.kind != whoWord || strings.Contains(t.low, "@") {
			break
		}
		if legalForms[t.low] && joins == 0 && (t.low == "z" || t.low == "o.o" || t.low == "sp" || t.low == "mbh" || t.low == "gmbh" || t.low == "e" || t.low == "v" && p.at(k-1).low == "e") {
			end, words = k+1, words+1
			continue
		}
		if !t.upper && !t.digit {
			k = w.smallWords(p, i, end)
			if t = p.at(k); k == end || !t.upper {
				break
			}
		}
		if t.digit && !t.upper && (joins > 0 || len(t.low) > 3 || w.labelFit(p.cut(i, end)) == fitWhole) {
			break
		}
		if notNames[t.low] && !w.ts.orgHead(t.low) || weekdayWord(t.low) {
			break
		}
		end, words = k+1, words+1
	}
	return end
}

// smallWords passes the small words of names such as "Conseil départemental
// de la Haute-Vézère", which begin with a firm's word and end in a name after
// "of"; it gives end where there is none.
func (w *whoReader) smallWords(p *passage, i, end int) int {
	if w.in.Lang == "en" || w.in.Lang == "de" || w.in.Lang == "nl" || !w.ts.orgHead(p.toks[i].low) {
		return end
	}
	for k := end; k < end+6; k++ {
		t := p.at(k)
		if t.kind != whoWord || strings.Contains(t.low, "@") || t.digit {
			return end
		}
		if t.upper {
			if prev := p.at(k - 1); k > end && w.ts.orgJoin(prev.low) && !prev.upper {
				return k
			}
			return end
		}
		if d, _ := wordDuty(w.ts, t.low); !w.ts.orgJoin(t.low) && (d&cueOrgWeak != 0 || w.ts.roleStop(t.low)) || d&(cueRoleLabel|cueRoleAfter) != 0 {
			return end
		}
	}
	return end
}

// lowerLegal are legal forms that are also written small.
var lowerLegal = setOf([]string{"gmbh", "mbh", "z", "o.o", "e.v", "sp.k", "plc", "ltd", "inc", "llc", "srl", "s.r.l", "s.p.a", "vzw", "asbl"})

// looseJoins tie a place to a firm ("Hospital in …") and sentences' parts to
// anything: they count after a firm's word only.
var looseJoins = setOf([]string{"in", "im", "en", "em", "w", "we", "na", "nad", "z", "per", "para", "pour", "zu", "zum", "am", "an", "for", "sur", "für", "pod", "da", "u", "a", "à", "al", "aan", "op", "of", "voor", "dla"})

// headWithin says whether a firm's word stands in tokens [a,b).
func (w *whoReader) headWithin(p *passage, a, b int) bool {
	for k := a; k < b; k++ {
		if p.toks[k].kind == whoWord && w.ts.orgHead(p.toks[k].low) {
			return true
		}
	}
	return false
}

func weekdayWord(low string) bool { return low == "am" || low == "pm" }

// brandCase says whether a word has a capital later on: eBay, iCIMS.
func brandCase(p *passage, i int) bool {
	t := p.at(i)
	if t.kind != whoWord || strings.ContainsAny(t.low, "@./") {
		return false
	}
	s := p.text[t.lo:t.hi]
	return len(s) > 2 && strings.IndexFunc(s[1:], unicode.IsUpper) >= 0
}
