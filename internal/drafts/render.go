package drafts

import (
	"hash/fnv"
	"strings"
)

// values are what the fields hold; an unknown field is absent or empty.
type values map[string]string

// known reports whether all fields of s itself are known; fields of groups
// within it are those groups' own matter.
func (s seq) known(v values) bool {
	for _, p := range s {
		if p.field != "" && v[p.field] == "" {
			return false
		}
	}
	return true
}

func (s seq) render(b *strings.Builder, v values) {
	for _, p := range s {
		switch {
		case p.field != "":
			b.WriteString(v[p.field])
		case p.alts == nil:
			b.WriteString(p.text)
		default:
			for _, alt := range p.alts {
				if alt.known(v) {
					alt.render(b, v)
					break
				}
			}
		}
	}
}

// string renders s and tidies each line: no blanks at its ends, none doubled.
func (s seq) string(v values) string {
	var b strings.Builder
	s.render(&b, v)
	lines := strings.Split(b.String(), "\n")
	kept := lines[:0]
	for _, l := range lines {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n")
}

// body renders all paragraphs, each in the wording that choice names.
func (t *template) body(v values, choice []int) string {
	var out []string
	for i, p := range t.paragraphs {
		if s := p[choice[i]%len(p)].string(v); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n\n")
}

// choose picks a wording for every paragraph: by the Message-ID, so that every
// machine picks the same, and away from what the same person was sent before.
// earlier holds the Message-IDs of those drafts, oldest first.
func (t *template) choose(id string, earlier []string) []int {
	var used [][]int
	for _, e := range earlier {
		if e != id {
			used = append(used, t.away(e, used))
		}
	}
	return t.away(id, used)
}

// away is the choice that id's own hash gives, moved in each paragraph to the
// next of the wordings used least.
func (t *template) away(id string, used [][]int) []int {
	h := fnv.New64a()
	h.Write([]byte(id))
	x := h.Sum64()
	choice := make([]int, len(t.paragraphs))
	for i, p := range t.paragraphs {
		x = x*6364136223846793005 + 1442695040888963407 // one step of Knuth's MMIX generator: spreads one hash over the paragraphs
		count := make([]int, len(p))
		for _, u := range used {
			count[u[i]]++
		}
		first := int(x>>33) % len(p)
		choice[i] = first
		for turn := range len(p) {
			if c := (first + turn) % len(p); count[c] < count[choice[i]] {
				choice[i] = c
			}
		}
	}
	return choice
}
