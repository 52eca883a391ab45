package detect

import (
	"strings"
	"unicode"
)

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

// neverOrg are names that stand where firms do.
var neverOrg = setOf([]string{
	"interfolio", "infojobs", "net-empregos", "netempregos", "stepstone", "interamt", "inpa", "totaljobs", "cvlibrary", "monster", "xing", "hellowork", "apec", "france travail", "welcome to the jungle", "jobteaser", "meteojob", "tecnoempleo", "computrabajo", "bumeran", "catho", "nationale vacaturebank", "indeed employers", "pracujpl", "pracuj", "jooble", "adzuna", "jobstreet", "naukri", "publicjobs", "interview bot", "job bot", "werken voor nederland",
	"successfactors", "sap successfactors", "myjobscotland", "trac", "civil service jobs", "easyrecrue", "zoom", "teams", "microsoft teams", "ms teams", "google meet", "google", "skype", "webex", "calendly", "google calendar", "outlook", "linkedin", "indeed", "glassdoor", "whatsapp", "facetime", "meet", "google calendar", "google agenda", "google kalender", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"gm", "fd", "md", "ceo", "cto", "cfo", "coo", "board", "human resources", "hr", "interview", "teams meeting", "microsoft", "microsoft teams meeting", "zoom meeting", "docusign", "new", "uk", "us", "usa", "eu", "europe", "germany", "london", "berlin", "paris", "madrid", "reception", "shared services", "people services", "business services", "support services", "office", "head office", "main office", "estate office", "work", "home", "iphone", "ipad", "android", "gmail", "doodle", "dbs", "gdpr", "cv", "resume", "id", "phone", "video", "you", "hiring", "careers", "team", "recruitment", "talent acquisition", "talent", "management", "principal", "candidate", "applicant", "chair", "trustees", "board",
})

// bareHead says whether a word is a firm's word and nothing more: "hospital",
// not "Löwen-Apotheke".
func (w *whoReader) bareHead(low string) bool {
	return w.ts.orgHeads.whole[low]
}

// badOrg says whether the words are none of a firm: too short, a vendor, the
// owner, a known person, a tool.
func (w *whoReader) badOrg(name string) bool {
	key := companyKey(name)
	if len(key) < 2 || neverOrg[key] || vendorNames[key] || len(name) > 80 {
		return true
	}
	if low := lowerSame(name); hasPrefixOf(low, "lot ", "pour le ", "pour la ", "pour l'", "für den ", "für die ", "namens ", "per il ", "per la ", "por la ", "por el ", "pelo ", "pela ") || hasSuffixOf(low, " rd", " rd.", " ave", " ave.", " blvd", " hwy", " st.") {
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
	if w.isPersonKey(key) || initialled(name) && w.labelFit(name) != fitWhole || deskOnly(name) || pairOfPersons(name) {
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
	if len(f) == 1 && isGiven(f[0]) && w.labelFit(name) == fitNone && !w.tenantNamed(name) {
		return true // "your conversation with Marcus"
	}
	if len(f) == 1 && (notNames[f[0]] || w.ts.interviewWord(f[0]) || w.ts.roleHead(f[0]) && !w.tenantNamed(name) || w.ts.roleStop(f[0]) || w.bareHead(f[0]) && !w.exactFit(name) || w.ts.article(f[0])) {
		return true
	}
	if len(f) == 3 && w.bareHead(f[0]) && f[1] == "in" {
		return true // the Praxis in Hamm
	}
	if last := f[len(f)-1]; (w.ts.roleHead(last) || w.ts.roleHead(strings.TrimSuffix(last, "s"))) && !w.tenantNamed(name) && !(w.ts.orgHead(f[0]) && len(f) > 2 && w.ts.title(strings.Trim(f[1], "."))) && !w.ts.orgHead(last) && !strings.Contains(name, "&") && w.labelFit(name) == fitNone {
		return true
	}
	return false
}

// tenantNamed says whether a hiring system's mail bears the name as sender.
func (w *whoReader) tenantNamed(name string) bool {
	for _, s := range w.senders {
		if s.automatic && s.display.org == name {
			return true
		}
	}
	return false
}

// pairOfPersons says whether the words are two first names: "Ben & Tuyet".
func pairOfPersons(name string) bool {
	f := strings.Fields(lowerSame(name))
	return len(f) == 3 && (f[1] == "&" || f[1] == "and" || f[1] == "+") && (isGiven(f[0]) || isGiven(f[2])) && !anyOrgHead(f[0]) && !anyOrgHead(f[2])
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
	if t.kind != whoWord || contraction(t.low) || !t.upper && !(t.digit && p.at(i+1).upper) && !brandCase(p, i) || strings.Contains(t.low, "@") {
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
		for joins < 3 && (joins > 0 || !looseJoins[p.at(k).low] || p.at(k).upper || !legalForms[p.at(end-1).low] && w.headWithin(p, max(i-1, 0), end)) && (p.at(k).kind == whoPunct && (p.at(k).low == "&" || p.at(k).low == "+") || p.at(k).kind == whoWord && !p.at(k).upper && w.ts.orgJoin(p.at(k).low)) {
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
		if notNames[t.low] && !w.ts.orgHead(t.low) && !w.spells(p, i, k+1) || weekdayWord(t.low) || contraction(t.low) || t.upper && dayShort[t.low] {
			break
		}
		end, words = k+1, words+1
	}
	if looseJoins[p.at(end).low] && p.at(end+1).upper && w.exactFit(p.cut(i, end+2)) {
		end += 2 // "Vinhas da Serra" of vinhas-da-serra
	}
	return w.listRun(p, i, end)
}

// contraction says whether a word is a pronoun with its verb: "I'm".
func contraction(low string) bool {
	i := strings.IndexAny(low, "'’")
	if i <= 0 {
		return false
	}
	switch low[:i] {
	case "i", "we", "you", "they", "he", "she", "it", "that", "there", "here":
		return true
	}
	return false
}

// listRun passes the list of subjects in names such as "College of Arts,
// Science and Commerce".
func (w *whoReader) listRun(p *passage, i, end int) int {
	of := false
	for k := i + 1; k < end-1; k++ {
		of = of || w.ts.orgHead(p.toks[k-1].low) && !p.toks[k].upper && w.ts.orgJoin(p.toks[k].low)
	}
	if !of || !p.is(end, ",") {
		return end
	}
	for k := end; k < end+8; k += 2 {
		if p.toks[end-1].kind != whoWord || p.at(k+1).kind != whoWord || !p.at(k+1).upper || p.at(k+1).digit {
			return end
		}
		switch p.at(k).low {
		case ",":
		case "and", "&", "und", "et", "y", "e", "en", "i":
			return k + 2
		default:
			return end
		}
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

// dayShort are days that follow a firm's name in a subject: "Acme Fri".
var dayShort = setOf([]string{"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "today", "tomorrow", "morgen", "heute"})

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

func hasPrefixOf(s string, list ...string) bool {
	for _, x := range list {
		if strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}

func hasSuffixOf(s string, list ...string) bool {
	for _, x := range list {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
