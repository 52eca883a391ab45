package mailparse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds on HTML; the tokenizer keeps no tree, so nesting costs nothing but
// these.
const (
	maxOpen     = 256 // open elements that are remembered
	maxLookBack = 64  // of them searched for an end tag's start
	maxLinks    = 64
	maxLinkLen  = 300
	maxLinked   = 64 << 10 // JSON-LD
	maxAside    = 16 << 10 // hidden and struck text each
)

// body is a mail's words before quotes and signature are parted off.
type body struct {
	lines          []line
	html           bool
	hidden, struck string
	links          []string
	linked         [][]byte
}

// element is an open element and what holds inside it.
type element struct {
	tag    atom.Atom
	depth  int8 // quote depth
	hidden bool
	tiny   bool // hidden by a font size, which an inner size undoes
	struck bool
	white  bool // on a background said to be white
	attr   bool // an attribution line
	href   string
	at     int // length of the line when a link was opened; lines written when a cell was
}

// gap is the white space owed before the next word.
type gap int8

const (
	gapNone gap = iota
	gapBlank
	gapTab
	gapLine
	gapPara
)

// converter makes lines of HTML.
type converter struct {
	out     body
	cur     strings.Builder // the line being written
	curAttr bool
	curDep  int8
	owed    gap
	stack   []element
	aside   [2]strings.Builder // hidden, struck
	// freshRow: no word stands in the table row yet. manyLines: the cell that
	// ended last had more than one line.
	freshRow, manyLines bool

	scratch []byte
}

// fromHTML converts HTML to lines: cells parted by tabs, blocks by newlines,
// hidden and struck text kept apart, quotes marked.
func fromHTML(s string) body {
	c := converter{stack: make([]element, 1, 32)}
	c.out.html = true
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(1 << 20)
	for len(c.out.lines) < maxLines {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		switch kind {
		case html.TextToken:
			c.text(z.Text())
		case html.StartTagToken:
			c.start(z, false)
		case html.SelfClosingTagToken:
			c.start(z, true)
		case html.EndTagToken:
			tag, _ := tagName(z.Raw())
			c.end(tag)
		}
	}
	c.endLine()
	c.out.hidden, c.out.struck = tidy(c.aside[0].String()), tidy(c.aside[1].String())
	return c.out
}

func (c *converter) top() *element { return &c.stack[len(c.stack)-1] }

// owe raises the white space owed. A tab stands until a row ends: the block
// inside a cell must not part a label from its value.
func (c *converter) owe(g gap) {
	if c.owed != gapTab && g > c.owed {
		c.owed = g
	}
}

func (c *converter) start(z *html.Tokenizer, selfClosing bool) {
	tag, more := tagName(z.Raw())
	if skipped[tag] && !selfClosing {
		c.skip(z, tag, more)
		return
	}
	var a attributes
	if more {
		a = c.attributes(z)
	}
	switch tag {
	case atom.Br:
		if c.cur.Len() == 0 || c.owed >= gapLine {
			c.owed = gapPara
		} else {
			c.endLine()
			c.owed = gapNone
		}
		return
	case atom.Hr:
		c.owed = gapPara
		return
	case atom.Img, atom.Input, atom.Meta, atom.Link, atom.Col, atom.Area, atom.Base, atom.Wbr, atom.Embed, atom.Source, atom.Track, atom.Param:
		return
	case atom.Td, atom.Th:
		c.startCell()
	case atom.Tr, atom.Table:
		if tag == atom.Tr {
			c.closeTo(atom.Tr, 0, atom.Table)
		}
		c.owed, c.freshRow = max(c.owed, gapLine), true
	case atom.Li:
		c.closeTo(atom.Li, 0, atom.Ul)
		c.owe(gapLine)
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		c.owe(gapPara)
	default:
		if blocks[tag] {
			c.owe(gapLine)
		}
	}
	if blocks[tag] && c.top().tag == atom.P {
		c.pop(len(c.stack) - 1)
	}
	if selfClosing && tag != atom.A && tag != atom.Div && tag != atom.P && tag != atom.Span {
		return
	}
	c.push(tag, &a)
	if tag == atom.Li && !c.top().hidden {
		c.text([]byte("- "))
	}
}

func (c *converter) push(tag atom.Atom, a *attributes) {
	if len(c.stack) >= maxOpen {
		return
	}
	e := *c.top()
	e.tag, e.href, e.at = tag, "", 0
	a.apply(&e)
	switch tag {
	case atom.S, atom.Strike, atom.Del:
		e.struck = true
	case atom.Blockquote:
		if a.quotes() && e.depth < 20 {
			e.depth++
			c.owe(gapLine)
		}
	case atom.A:
		e.href, e.at = a.href, c.cur.Len()
	case atom.Td, atom.Th:
		e.at = len(c.out.lines)
		if c.cur.Len() > 0 && c.owed >= gapLine {
			e.at += int(c.owed-gapLine) + 1
		}
	}
	if a.cut && !e.hidden {
		c.endLine()
		c.out.lines = append(c.out.lines, line{mark: markCut})
	}
	c.stack = append(c.stack, e)
}

// startCell begins a table cell: a tab after its neighbour, or a new line
// where the neighbour had several or nothing stands in the row yet.
func (c *converter) startCell() {
	c.closeTo(atom.Td, atom.Th, atom.Table)
	switch {
	case c.freshRow || c.manyLines:
		c.owed = max(c.owed, gapLine)
	default:
		c.owed = gapTab
	}
}

// closeTo closes an open element of tag a or b, but none outside limit.
func (c *converter) closeTo(a, b, limit atom.Atom) {
	for i := len(c.stack) - 1; i > 0 && i > len(c.stack)-maxLookBack; i-- {
		switch t := c.stack[i].tag; {
		case t == limit:
			return
		case t == a || b != 0 && t == b:
			c.pop(i)
			return
		}
	}
}

func (c *converter) end(tag atom.Atom) {
	inline := !blocks[tag]
	for i := len(c.stack) - 1; i > 0 && i > len(c.stack)-maxLookBack; i-- {
		t := c.stack[i].tag
		if t == tag {
			c.pop(i)
			break
		}
		if inline && blocks[t] || t == atom.Table && tag != atom.Table {
			break // an inline end tag closes no block, a table's inside no outer element
		}
	}
	switch {
	case tag == atom.P || tag == atom.Ul || tag == atom.Ol:
		c.owe(gapPara)
	case tag == atom.Td || tag == atom.Th:
	case tag == atom.Tr || tag == atom.Table:
		c.owed = max(c.owed, gapLine)
	case blocks[tag]:
		c.owe(gapLine)
	}
}

// pop closes the elements from i on, writing out a link's address where the
// words do not show it.
func (c *converter) pop(i int) {
	for j := len(c.stack) - 1; j >= i; j-- {
		e := &c.stack[j]
		if e.href != "" {
			c.link(e)
		}
		if e.tag == atom.Td || e.tag == atom.Th {
			c.manyLines = len(c.out.lines) > e.at
		}
		if e.depth != c.stack[j-1].depth || e.attr != c.stack[j-1].attr {
			c.owe(gapLine)
		}
	}
	c.stack = c.stack[:i]
}

func (c *converter) skip(z *html.Tokenizer, tag atom.Atom, more bool) {
	var a attributes
	if more {
		a = c.attributes(z)
	}
	linked := tag == atom.Script && strings.Contains(strings.ToLower(a.kind), "ld+json")
	room := maxLinked
	for _, l := range c.out.linked {
		room -= len(l)
	}
	for nested := 1; ; {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if t := z.Text(); linked && len(t) <= room {
				c.out.linked = append(c.out.linked, append([]byte(nil), t...))
			}
		case html.StartTagToken:
			if t, _ := tagName(z.Raw()); t == tag {
				nested++
			}
		case html.EndTagToken:
			t, _ := tagName(z.Raw())
			if t == tag {
				nested--
			}
			// An unclosed <title> or <object> must not swallow the mail.
			if nested == 0 || t == atom.Head || t == atom.Body {
				return
			}
		}
	}
}

// HTMLText makes plain text of HTML: what a reader of it would see.
func HTMLText(s string) string { return tidy(joinLines(fromHTML(s).lines)) }
