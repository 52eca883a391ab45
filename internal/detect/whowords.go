package detect

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"inboxwatch/internal/lang"
)

// whoCue is a set of duties that a phrase has.
type whoCue uint32

// The duties; see lang.People for each.
const (
	cueRole whoCue = 1 << iota
	cueRoleWeak
	cueRoleAfter
	cueRoleLabel
	cueOrg
	cueOrgWeak
	cueOrgLabel
	cueAgency
	cueContact
	cueHandOver
	cuePanel
	cuePhone
	cuePhoneNever
	cueDesk
	cueGreeting
	cueGreetingInformal
	cueSignOff
)

// whoCueNode is one word of a phrase; the phrase ends where does is not 0.
type whoCueNode struct {
	next map[string]*whoCueNode
	does whoCue
}

// peopleWords is a language's table made ready for matching.
type peopleWords struct {
	code       string
	root       whoCueNode
	roleHeads  wordSet
	orgHeads   wordSet
	roleStops  map[string]bool
	roleJoins  map[string]bool
	orgJoins   map[string]bool
	articles   map[string]bool
	titles     map[string]bool
	particles  map[string]bool
	interview  map[string]bool
	informal   map[string]bool
	formal     map[string]bool // as written where the table's words have capitals
	formalCaps bool
}

// wordSet holds whole words and endings of compounds.
type wordSet struct {
	whole map[string]bool
	ends  map[string]bool
	sizes []int // lengths of ends, each once
	// folded leads from the letters of whole words with accents to the words.
	folded map[string]string
}

func newWordSet(list []string) wordSet {
	w := wordSet{whole: make(map[string]bool, len(list)), ends: make(map[string]bool), folded: make(map[string]string)}
	for _, s := range list {
		s = strings.TrimSuffix(s, ".") // as token words are
		if e, ok := strings.CutPrefix(s, "-"); ok {
			e, alone := strings.CutPrefix(e, "-")
			if !slices.Contains(w.sizes, len(e)) {
				w.sizes = append(w.sizes, len(e))
			}
			w.ends[e] = true
			if !alone { // "--weber" is Seidenweber, and Mr Weber is not
				w.whole[e] = true
			}
		} else {
			w.whole[s] = true
		}
		if l := letters(s); l != s && strings.IndexFunc(s, unicode.IsSpace) < 0 && len(s) > 4 {
			w.folded[l] = strings.TrimPrefix(s, "-")
		}
	}
	return w
}

// has says whether the lower-case word belongs to the set: itself, the part
// after a hyphen, or by its ending.
func (w wordSet) has(word string) bool {
	if w.whole[word] {
		return true
	}
	if base := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"); base != word {
		return w.has(base) // the gilder's post
	}
	if base := withoutGender(word); base != word && w.has(base) {
		return true
	}
	if i := strings.IndexAny(word, "-/"); i > 0 {
		if w.whole[word[:i]] {
			return true
		}
		if j := strings.LastIndexAny(word, "-/"); w.whole[word[j+1:]] {
			return true
		}
	}
	for _, n := range w.sizes {
		if len(word) > n+2 && w.ends[word[len(word)-n:]] {
			return true
		}
	}
	return false
}

// written gives the whole word of the set whose letters are folded, with its
// accents: cerámicas of ceramicas.
func (w wordSet) written(folded string) string {
	if w.whole[folded] {
		return folded
	}
	return w.folded[folded]
}

func setOf(lists ...[]string) map[string]bool {
	m := make(map[string]bool)
	for _, l := range lists {
		for _, s := range l {
			m[strings.TrimSuffix(s, ".")] = true
		}
	}
	return m
}

// peopleOf holds, each made when it is first asked for, each language's table
// together with English, its own alone under "=" and its code, and all together
// under "".
var peopleOf = func() map[string]func() *peopleWords {
	m := make(map[string]func() *peopleWords, 2*len(lang.All)+1)
	for _, l := range lang.All {
		m[l.Code] = sync.OnceValue(func() *peopleWords {
			if l.Code == "en" {
				return newPeopleWords(l.Code, l.People)
			}
			return newPeopleWords(l.Code, joinPeople(l.People, lang.All[0].People))
		})
	}
	for _, l := range lang.All {
		m["="+l.Code] = sync.OnceValue(func() *peopleWords { return newPeopleWords(l.Code, l.People) })
	}
	m[""] = sync.OnceValue(func() *peopleWords {
		var every lang.People
		for _, l := range lang.All {
			every = joinPeople(every, l.People)
		}
		return newPeopleWords("", every)
	})
	return m
}()

// joinPeople makes one table of two.
func joinPeople(a, b lang.People) lang.People {
	return lang.People{
		RoleBefore: slices.Concat(a.RoleBefore, b.RoleBefore), RoleWeak: slices.Concat(a.RoleWeak, b.RoleWeak), RoleAfter: slices.Concat(a.RoleAfter, b.RoleAfter),
		RoleLabels: slices.Concat(a.RoleLabels, b.RoleLabels), RoleHeads: slices.Concat(a.RoleHeads, b.RoleHeads), RoleStops: slices.Concat(a.RoleStops, b.RoleStops),
		RoleJoins: slices.Concat(a.RoleJoins, b.RoleJoins), OrgBefore: slices.Concat(a.OrgBefore, b.OrgBefore), OrgWeak: slices.Concat(a.OrgWeak, b.OrgWeak),
		OrgLabels: slices.Concat(a.OrgLabels, b.OrgLabels), OrgHeads: slices.Concat(a.OrgHeads, b.OrgHeads), OrgJoins: slices.Concat(a.OrgJoins, b.OrgJoins),
		Desk: slices.Concat(a.Desk, b.Desk), Agency: slices.Concat(a.Agency, b.Agency), Interview: slices.Concat(a.Interview, b.Interview),
		ContactBefore: slices.Concat(a.ContactBefore, b.ContactBefore), HandOver: slices.Concat(a.HandOver, b.HandOver), PanelBefore: slices.Concat(a.PanelBefore, b.PanelBefore),
		Greetings: slices.Concat(a.Greetings, b.Greetings), SignOffs: slices.Concat(a.SignOffs, b.SignOffs), Titles: slices.Concat(a.Titles, b.Titles),
		Informal: slices.Concat(a.Informal, b.Informal), Formal: slices.Concat(a.Formal, b.Formal), Particles: slices.Concat(a.Particles, b.Particles),
		Articles: slices.Concat(a.Articles, b.Articles), NoReply: slices.Concat(a.NoReply, b.NoReply),
		PhoneBefore: slices.Concat(a.PhoneBefore, b.PhoneBefore), PhoneNever: slices.Concat(a.PhoneNever, b.PhoneNever),
	}
}

func newPeopleWords(code string, p lang.People) *peopleWords {
	w := &peopleWords{
		code: code, roleHeads: newWordSet(p.RoleHeads), orgHeads: newWordSet(p.OrgHeads),
		roleStops: setOf(p.RoleStops), roleJoins: setOf(p.RoleJoins), orgJoins: setOf(p.OrgJoins),
		articles: setOf(p.Articles), titles: setOf(p.Titles), particles: setOf(p.Particles),
		interview: setOf(p.Interview), informal: setOf(p.Informal), formal: setOf(p.Formal),
	}
	for _, s := range p.Formal {
		if s != strings.ToLower(s) {
			w.formalCaps = true
		}
	}
	for _, row := range []struct {
		does    whoCue
		phrases []string
	}{
		{cueRole, p.RoleBefore}, {cueRoleWeak, p.RoleWeak}, {cueRoleAfter, p.RoleAfter}, {cueRoleLabel, p.RoleLabels},
		{cueOrg, p.OrgBefore}, {cueOrgWeak, p.OrgWeak}, {cueOrgLabel, p.OrgLabels}, {cueAgency, p.Agency},
		{cueContact, p.ContactBefore}, {cueHandOver, p.HandOver}, {cuePanel, p.PanelBefore},
		{cuePhone, p.PhoneBefore}, {cuePhoneNever, p.PhoneNever}, {cueDesk, p.Desk}, {cueSignOff, p.SignOffs},
	} {
		for _, s := range row.phrases {
			w.root.enter(s, row.does)
		}
	}
	for _, g := range p.Greetings {
		d := cueGreeting
		if g.Informal {
			d |= cueGreetingInformal
		}
		w.root.enter(g.Text, d)
	}
	return w
}

// enter adds a phrase, cut into tokens as texts are.
func (n *whoCueNode) enter(phrase string, does whoCue) {
	toks := newPassage("", phrase, false).toks
	if strings.HasSuffix(phrase, "'") { // an elision needs a word behind it
		toks = newPassage("", phrase+"x", false).toks
		toks = toks[:len(toks)-1]
	}
	for _, t := range toks {
		if n.next == nil {
			n.next = make(map[string]*whoCueNode)
		}
		c := n.next[t.low]
		if c == nil {
			c = &whoCueNode{}
			n.next[t.low] = c
		}
		n = c
	}
	n.does |= does
}

// longest gives the duties of the longest phrase at token i that has one of
// those wanted, and the token after it.
func (w *peopleWords) longest(p *passage, i int, want whoCue) (whoCue, int) {
	var found whoCue
	end := i
	n := &w.root
	for k := i; k < len(p.toks) && p.toks[k].kind <= whoPunct; k++ {
		n = n.next[p.toks[k].low]
		if n == nil {
			break
		}
		if n.does&want != 0 {
			found, end = n.does&want, k+1
		}
	}
	return found, end
}

// wordTables is the table that a mail is read with: its language and English,
// which job mails mix in everywhere; all where it is unknown.
type wordTables struct{ *peopleWords }

func tablesFor(code string) wordTables {
	if of, ok := peopleOf[code]; ok {
		return wordTables{of()}
	}
	return everyTable()
}

// ownTable is a language's table without the English words.
func ownTable(code string) wordTables {
	if of, ok := peopleOf["="+code]; ok {
		return wordTables{of()}
	}
	return everyTable()
}

func (ts wordTables) roleHead(low string) bool      { return ts.roleHeads.has(low) }
func (ts wordTables) orgHead(low string) bool       { return ts.orgHeads.has(low) }
func (ts wordTables) roleStop(low string) bool      { return ts.roleStops[low] }
func (ts wordTables) roleJoin(low string) bool      { return ts.roleJoins[low] }
func (ts wordTables) orgJoin(low string) bool       { return ts.orgJoins[low] }
func (ts wordTables) article(low string) bool       { return ts.articles[low] }
func (ts wordTables) title(low string) bool         { return ts.titles[low] }
func (ts wordTables) interviewWord(low string) bool { return ts.interview[low] }

// everyTable serves names, which carry the manners of any language.
func everyTable() wordTables { return wordTables{peopleOf[""]()} }
