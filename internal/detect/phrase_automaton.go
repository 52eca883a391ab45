package detect

import "math"

// automaton is an Aho-Corasick automaton. Its states are numbered breadth
// first, so that a state's children follow each other and an edge needs no
// target: 9 bytes a state, where a full table would take 160.
type automaton struct {
	root  [256]int32
	first []uint16 // by state: how far after it its first child stands; one more at the end
	label []byte   // by state: of the edge that leads there
	fail  []int32
	out   []uint16 // by state: the ending of it or of its longest proper suffix that has one, 0: none
	ends  []ending // one more at the end
}

// maxTexts is how many texts an automaton can hold. No child stands further
// after its state either: each of the states between leads to a text of its own.
const maxTexts = math.MaxUint16 - 1

// ending is a state at which texts end.
type ending struct {
	from uint32 // its duties, up to those of the next ending
	next uint16 // the ending of its longest proper suffix that has one, 0: none
	size uint16 // bytes of the text
}

// next follows byte c from state s.
func (a *automaton) next(s int32, c byte) int32 {
	for s != 0 {
		for t, end := a.child(s), a.child(s+1); t < end; t++ {
			if a.label[t] == c {
				return t
			}
		}
		s = a.fail[s]
	}
	return a.root[c]
}

// child gives the first child of state s, or where it would stand.
func (a *automaton) child(s int32) int32 { return s + int32(a.first[s]) }

// newAutomaton makes an automaton with room for so many states and endings.
func newAutomaton(states, ends int) automaton {
	return automaton{first: make([]uint16, 0, states+1), label: make([]byte, 1, states), fail: make([]int32, 1, states),
		out: make([]uint16, 1, states), ends: make([]ending, 1, ends+2)}
}

// span is the texts that a state is a prefix of, while the automaton is built.
type span struct{ from, to int32 }

// grow enters n texts, which are in order and none of which is empty; a text
// may come several times. ends is told each that it comes to the end of, and
// gives how many duties there were before. It goes from depth to depth, and
// keeps beside the automaton itself no more than two depths' spans.
func (a *automaton) grow(n int, text func(int) []byte, ends func(from, to int) int) {
	level, below := []span{{0, int32(n)}}, []span(nil)
	for depth := 0; len(level) > 0; depth++ {
		s := int32(len(a.first))
		below = below[:0]
		for _, sp := range level {
			a.first = append(a.first, uint16(int32(len(a.label))-s))
			a.out[s] = a.out[a.fail[s]]
			end := sp.from
			for end < sp.to && len(text(int(end))) == depth {
				end++
			}
			if end > sp.from {
				duties := ends(int(sp.from), int(end))
				a.ends = append(a.ends, ending{uint32(duties), a.out[s], uint16(depth)})
				a.out[s] = uint16(len(a.ends) - 1)
			}
			below = a.children(s, span{end, sp.to}, text, depth, below)
			s++
		}
		level, below = below, level
	}
	a.first = append(a.first, 0) // after the last state stands none
	a.ends = append(a.ends, ending{from: uint32(ends(n, n))})
}

// children adds the children of state s, which the texts of sp lead to, and
// their spans to below. A failure link of a child leads at most as deep as s
// lies, and comes from the children of a state less deep, which are complete.
func (a *automaton) children(s int32, sp span, text func(int) []byte, depth int, below []span) []span {
	for from := sp.from; from < sp.to; {
		c, to := text(int(from))[depth], from+1
		for to < sp.to && text(int(to))[depth] == c {
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
