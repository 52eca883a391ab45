package detect

import "strings"

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
	led  map[string]bool // names that a word leads to which is no mere article
}

func (c *candidates) add(name, key string, weight float64, source, words string) {
	if key == "" || len(c.list) >= 400 {
		return
	}
	c.list = append(c.list, nameCandidate{name, key, weight, source, words})
}

// lead notes that more than an article leads to a name.
func (c *candidates) lead(name string) {
	if c.led == nil {
		c.led = make(map[string]bool)
	}
	c.led[name] = name != ""
}

// group is all candidates whose names say the same, longer or shorter.
type nameGroup struct {
	key    string
	score  float64
	titled bool               // a subject, a summary or a label says it
	phrase float64            // of it, what sentences and labels say
	client bool               // an agency's mail is headed with it
	forms  map[string]float64 // name → what speaks for that form
	best   nameCandidate      // the heaviest witness
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
		if n.source == sourceSubject || n.source == sourceSummary || strings.HasSuffix(n.source, " label") {
			gs[g].titled = true
		}
		if strings.HasSuffix(n.source, " phrase") || strings.HasSuffix(n.source, " label") || strings.HasSuffix(n.source, sourceClient) {
			gs[g].phrase = max(gs[g].phrase, n.weight)
		}
		gs[g].client = gs[g].client || strings.HasSuffix(n.source, sourceClient)
		if n.weight > gs[g].best.weight {
			gs[g].best = n
		}
	}
	return gs
}
