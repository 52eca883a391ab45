package detect

// automaton is an Aho-Corasick automaton. Its states are numbered breadth
// first, so that a state's children follow each other and an edge needs no
// target: 13 bytes a state, where a full table would take 160.
type automaton struct {
	root  [256]int32
	first []int32 // by state: its first child; one more at the end
	label []byte  // by state: of the edge that leads there
	fail  []int32
	out   []int32 // by state: the ending of it or of its longest proper suffix that has one, 0: none
	ends  []ending
}

// ending is a state at which literals end.
type ending struct {
	from, to int32  // its duties
	next     int32  // the ending of its longest proper suffix that has one, 0: none
	size     uint16 // bytes of the literals
}

// next follows byte c from state s.
func (a *automaton) next(s int32, c byte) int32 {
	for s != 0 {
		for t := a.first[s]; t < a.first[s+1]; t++ {
			if a.label[t] == c {
				return t
			}
		}
		s = a.fail[s]
	}
	return a.root[c]
}

// span is the texts that a state is a prefix of, while the automaton is built.
type span struct{ from, to int32 }

// newAutomaton takes the distinct texts in order and, by text, where its duties
// begin, with one more at the end. It goes from depth to depth, and keeps
// beside the automaton itself no more than one depth's spans.
func newAutomaton(texts []string, duties []int32) automaton {
	n := countStates(texts)
	a := automaton{first: make([]int32, 0, n+1), label: make([]byte, 1, n), fail: make([]int32, 1, n),
		out: make([]int32, 1, n), ends: make([]ending, 1, len(texts)+1)}
	level, below := []span{{0, int32(len(texts))}}, []span(nil)
	for depth := 0; len(level) > 0; depth++ {
		s := int32(len(a.first))
		below = below[:0]
		for _, sp := range level {
			a.first = append(a.first, int32(len(a.label)))
			a.out[s] = a.out[a.fail[s]]
			if from := sp.from; from < sp.to && len(texts[from]) == depth { // it ends here
				sp.from++
				if depth > 0 {
					a.ends = append(a.ends, ending{duties[from], duties[from+1], a.out[s], uint16(depth)})
					a.out[s] = int32(len(a.ends) - 1)
				}
			}
			below = a.grow(s, sp, texts, depth, below)
			s++
		}
		level, below = below, level
	}
	a.first = append(a.first, int32(len(a.label)))
	return a
}

// grow adds the children of state s, which the texts of sp lead to, and their
// spans to below. All states less deep have their children already, but for
// those of s's own depth, to which no failure link of a child leads.
func (a *automaton) grow(s int32, sp span, texts []string, depth int, below []span) []span {
	for from := sp.from; from < sp.to; {
		c, to := texts[from][depth], from+1
		for to < sp.to && texts[to][depth] == c {
			to++
		}
		t, f := int32(len(a.label)), int32(0)
		if s == 0 {
			a.root[c] = t
		} else {
			f = a.next(a.fail[s], c)
		}
		a.label = append(a.label, c)
		a.fail = append(a.fail, f)
		a.out = append(a.out, 0)
		below = append(below, span{from, to})
		from = to
	}
	return below
}

// countStates gives the number of distinct prefixes of texts, the empty one too.
func countStates(texts []string) int {
	n, last := 1, ""
	for _, t := range texts {
		same := 0
		for same < min(len(t), len(last)) && t[same] == last[same] {
			same++
		}
		n, last = n+len(t)-same, t
	}
	return n
}
