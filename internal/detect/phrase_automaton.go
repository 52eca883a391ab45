package detect

// automaton is an Aho-Corasick automaton. Its states keep only the edges that
// they have, since nearly all have one: some 15 bytes a state, where a full
// table would take 160.
type automaton struct {
	root   [256]int32
	edges  []int32 // by state: where its edges begin; one more at the end
	label  []byte
	target []int32
	fail   []int32
	ends   []int32 // by state: where its literals begin; one more at the end
	lits   []int32
	dict   []int32 // by state: the longest proper suffix at which literals end, 0: none
}

// next follows byte c from state s.
func (a *automaton) next(s int32, c byte) int32 {
	for s != 0 {
		for e := a.edges[s]; e < a.edges[s+1]; e++ {
			if a.label[e] == c {
				return a.target[e]
			}
		}
		s = a.fail[s]
	}
	return a.root[c]
}

// trieNode is a state while the automaton is built. Its children are a list
// of siblings: a map in each would cost several times the automaton.
type trieNode struct {
	label             byte  // of the edge that leads here
	first, last, next int32 // child, last child, sibling; 0: none
	lits              []int32
}

func newAutomaton(lits []literal) automaton {
	size := 1
	for _, l := range lits {
		size += len(l.text)
	}
	nodes := make([]trieNode, 1, size/2) // prefixes are shared
	for li, l := range lits {
		s := int32(0)
		for i := 0; i < len(l.text); i++ {
			c := l.text[i]
			n := nodes[s].first
			for n != 0 && nodes[n].label != c {
				n = nodes[n].next
			}
			if n == 0 {
				n = int32(len(nodes))
				nodes = append(nodes, trieNode{label: c})
				if last := nodes[s].last; last != 0 {
					nodes[last].next = n
				} else {
					nodes[s].first = n
				}
				nodes[s].last = n
			}
			s = n
		}
		nodes[s].lits = append(nodes[s].lits, int32(li))
	}
	return link(nodes)
}

// link lays the trie out and adds failure links, breadth first.
func link(nodes []trieNode) automaton {
	n := len(nodes)
	a := automaton{fail: make([]int32, n), dict: make([]int32, n), edges: make([]int32, 0, n+1), ends: make([]int32, 0, n+1),
		label: make([]byte, 0, n), target: make([]int32, 0, n)}
	for _, node := range nodes {
		a.edges = append(a.edges, int32(len(a.label)))
		a.ends = append(a.ends, int32(len(a.lits)))
		a.lits = append(a.lits, node.lits...)
		for c := node.first; c != 0; c = nodes[c].next {
			a.label = append(a.label, nodes[c].label)
			a.target = append(a.target, c)
		}
	}
	a.edges = append(a.edges, int32(len(a.label)))
	a.ends = append(a.ends, int32(len(a.lits)))
	queue := make([]int32, 0, n)
	for t := nodes[0].first; t != 0; t = nodes[t].next {
		a.root[nodes[t].label] = t
		queue = append(queue, t)
	}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		f := a.fail[s]
		if a.ends[f+1] > a.ends[f] {
			a.dict[s] = f
		} else {
			a.dict[s] = a.dict[f]
		}
		for e := a.edges[s]; e < a.edges[s+1]; e++ {
			a.fail[a.target[e]] = a.next(f, a.label[e])
			queue = append(queue, a.target[e])
		}
	}
	return a
}
