package detect

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"inboxwatch/internal/detect/when"
	"inboxwatch/internal/lang"
)

// cue is a class of words around a moment.
type cue uint8

// The classes, one for each list of lang.DateCues.
const (
	cueInterview cue = iota
	cueFixed
	cueLabel
	cueTimeLabel
	cueStart
	cueEnd
	cueDeadline
	cueCloses
	cueArrive
	cueDenied
	cueOldBefore
	cueOldAfter
	cueNew
	cueNewAfter
	cueMoved
	cueOther
	cuePast
	cueSameTime
	cueSameDay
	cueLater
	cueSooner
	cueLength
	cueNotLength
	cueAgree
	cueRequest
	cuePromise
	cueBy
	cueBackOn
	cueAwayTill
	cueInclusive
	cueIf
	cueChooseFirst
	cueChooseLast
	cueChooseEarly
	cueChooseLate
	cueMorning
	cueEvening
	cueDefer
	cueYours
	cueNextDay
	cueDayBefore
	numCues
)

// cueLists gives the lists of a language in the order of the classes.
func cueLists(c *lang.DateCues) [numCues]string {
	return [numCues]string{c.Interview, c.Fixed, c.Label, c.TimeLabel, c.Start, c.End, c.Deadline, c.Closes, c.Arrive,
		c.Denied, c.OldBefore, c.OldAfter, c.New, c.NewAfter, c.Moved, c.Other, c.Past, c.SameTime, c.SameDay, c.Later, c.Sooner,
		c.Length, c.NotLength, c.Agree, c.Request, c.Promise, c.By, c.BackOn, c.AwayTill, c.Inclusive, c.If,
		c.ChooseFirst, c.ChooseLast, c.ChooseEarly, c.ChooseLate, c.Morning, c.Evening, c.Defer, c.Yours, c.NextDay, c.DayBefore}
}

// cueTree is a trie of folded forms; children are lists, since most nodes have
// one child.
type cueTree struct {
	nodes []cueNode
	roots [2][256]int32 // by first letter; 0: forms at a word's beginning, 1: inside one
}

type cueNode struct {
	whole, prefix uint64 // classes that end here, before a word's end or anywhere
	child, next   int32
	letter        byte
}

var cueTrees sync.Map // code → *cueTree

func cuesOf(code string) *cueTree {
	if t, ok := cueTrees.Load(code); ok {
		return t.(*cueTree)
	}
	t := &cueTree{nodes: make([]cueNode, 1, 4096)}
	for i := range lang.All {
		l := &lang.All[i]
		if l.Code != code && lang.DatesOf(code) != nil {
			continue
		}
		for c, forms := range cueLists(&l.Dates.Cues) {
			for f := range strings.SplitSeq(forms, "|") {
				t.add(f, cue(c))
			}
		}
	}
	actual, _ := cueTrees.LoadOrStore(code, t)
	return actual.(*cueTree)
}

func (t *cueTree) add(form string, c cue) {
	inside := strings.HasPrefix(form, "*")
	open := strings.HasSuffix(form, "*")
	key, _ := foldCue(nil, nil, strings.Trim(form, "*"))
	key = []byte(strings.TrimSpace(string(key)))
	if len(key) == 0 {
		return
	}
	root := &t.roots[0]
	if inside {
		root = &t.roots[1]
	}
	n := root[key[0]]
	if n == 0 {
		n = t.node(key[0])
		root[key[0]] = n
	}
	for _, b := range key[1:] {
		k := t.nodes[n].child
		for k != 0 && t.nodes[k].letter != b {
			k = t.nodes[k].next
		}
		if k == 0 {
			k = t.node(b)
			t.nodes[k].next = t.nodes[n].child
			t.nodes[n].child = k
		}
		n = k
	}
	if open {
		t.nodes[n].prefix |= 1 << c
	} else {
		t.nodes[n].whole |= 1 << c
	}
}

func (t *cueTree) node(b byte) int32 {
	t.nodes = append(t.nodes, cueNode{letter: b})
	return int32(len(t.nodes) - 1)
}

// cueHit is a form found: its classes and where it stands in the text.
type cueHit struct {
	is       uint64
	from, to int
}

func (h cueHit) has(c cue) bool { return h.is&(1<<c) != 0 }

// foldCue appends s in lower case without accents, every run of other signs
// as one blank, and for each byte where it stood.
func foldCue(dst []byte, off []int32, s string) ([]byte, []int32) {
	blank := true
	for i := 0; i < len(s); {
		n, letter := 1, true
		if s[i] >= utf8.RuneSelf {
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			letter = unicode.IsLetter(r)
		}
		before := len(dst)
		if letter {
			dst = when.AppendFolded(dst, s[i:i+n])
		} else {
			dst = append(dst, ' ')
		}
		for k := before; k < len(dst); k++ {
			c := dst[k]
			if c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				off = append(off, int32(i))
				blank = false
				continue
			}
			dst = dst[:k]
			if !blank {
				dst = append(dst, ' ')
				off = append(off, int32(i))
				blank = true
			}
			break
		}
		i += n
	}
	return append(dst, ' '), append(off, int32(len(s)))
}

// find gives all hits in s, in order.
func (t *cueTree) find(s string) []cueHit {
	dst, off := foldCue(make([]byte, 0, len(s)+len(s)/8), make([]int32, 0, len(s)+len(s)/8), s)
	hits := make([]cueHit, 0, 64)
	start := true
	for i, c := range dst {
		if c == ' ' {
			start = true
			continue
		}
		if start {
			hits = t.walk(hits, t.roots[0][c], dst, off, i)
		}
		if n := t.roots[1][c]; n != 0 {
			hits = t.walk(hits, n, dst, off, i)
		}
		start = false
	}
	return hits
}

// walk follows the tree from the byte at i.
func (t *cueTree) walk(hits []cueHit, n int32, dst []byte, off []int32, i int) []cueHit {
	for k := i; n != 0; {
		node := &t.nodes[n]
		is := node.prefix
		if k+1 >= len(dst) || dst[k+1] == ' ' {
			is |= node.whole
		}
		if is != 0 {
			hits = append(hits, cueHit{is: is, from: int(off[i]), to: int(off[k]) + 1})
		}
		k++
		if k >= len(dst) {
			break
		}
		n = node.child
		for n != 0 && t.nodes[n].letter != dst[k] {
			n = t.nodes[n].next
		}
	}
	return hits
}
