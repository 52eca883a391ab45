package mailparse

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// skipped elements hold no words for the reader.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Title: true, atom.Svg: true, atom.Template: true, atom.Object: true,
	atom.Textarea: true, atom.Select: true, atom.Iframe: true, atom.Math: true, atom.Noembed: true, atom.Noframes: true, atom.Xmp: true,
}

// blocks begin and end a line.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Center: true, atom.Dd: true,
	atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Html: true,
	atom.Li: true, atom.Main: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true, atom.Table: true,
	atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// text takes words where they belong: the line, or what is kept apart.
func (c *converter) text(b []byte) {
	e := c.top()
	switch {
	case e.hidden || e.tiny:
		c.keep(0, b)
		return
	case e.struck:
		c.keep(1, b)
		c.owe(gapBlank)
		return
	}
	for len(b) > 0 {
		i := 0
		for i < len(b) && !space(b[i]) {
			i++
		}
		if i > 0 {
			c.word(b[:i])
		}
		j := i
		for i < len(b) && space(b[i]) {
			i++
		}
		if i > j {
			if e.tag == atom.Pre && strings.IndexByte(string(b[j:i]), '\n') >= 0 {
				c.owe(gapLine)
			}
			c.owe(gapBlank)
		}
		b = b[i:]
	}
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func (c *converter) keep(where int, b []byte) {
	if a := &c.aside[where]; a.Len()+len(b) < maxAside {
		a.Write(b)
		a.WriteByte(' ')
	}
}

// word puts a word on the line; most are ASCII and need no cleaning.
func (c *converter) word(b []byte) {
	for _, ch := range b {
		if ch <= ' ' || ch >= 0x7f {
			c.write(string(b))
			return
		}
	}
	c.pay()
	c.cur.Write(b)
}

// write puts words on the line. What is invisible through and through pays no
// debt of white space.
func (c *converter) write(s string) {
	if s = Clean(s); s == "" {
		return
	}
	if strings.TrimSpace(s) == "" {
		c.owe(gapBlank)
		return
	}
	c.pay()
	c.cur.WriteString(s)
}

// pay writes the white space owed and begins a line where one is due.
func (c *converter) pay() {
	e := c.top()
	if c.cur.Len() > 0 && (e.depth != c.curDep || e.attr != c.curAttr) {
		c.owed = max(c.owed, gapLine)
	}
	switch owed := c.owed; {
	case owed == gapLine:
		c.endLine()
	case owed == gapPara:
		c.endLine()
		if n := len(c.out.lines); n > 0 && c.out.lines[n-1].text != "" {
			c.out.lines = append(c.out.lines, line{depth: int(min(e.depth, int8(c.out.lines[n-1].depth)))})
		}
	case c.cur.Len() == 0:
	case owed == gapBlank:
		c.cur.WriteByte(' ')
	case owed == gapTab:
		c.cur.WriteByte('\t')
	}
	c.owed, c.freshRow = gapNone, false
	if c.cur.Len() == 0 {
		c.curDep, c.curAttr = e.depth, e.attr
	}
}

func (c *converter) endLine() {
	if c.cur.Len() == 0 {
		return
	}
	l := line{text: strings.TrimSpace(c.cur.String()), depth: int(c.curDep)}
	if c.curAttr {
		l.mark = markAttribution
	}
	c.out.lines = append(c.out.lines, l)
	c.cur.Reset()
}

// link writes out a link's address where the words do not show it.
func (c *converter) link(e *element) {
	href := strings.TrimSpace(Clean(e.href))
	low := strings.ToLower(href[:min(len(href), 8)])
	switch {
	case strings.HasPrefix(low, "mailto:"):
		addr, _, _ := strings.Cut(href[7:], "?")
		if addr = address(addr); addr != "" && !e.hidden && !strings.Contains(c.since(e.at), addr) {
			c.write(" <" + addr + ">")
		}
	case strings.HasPrefix(low, "tel:"):
		if t := c.since(e.at); !e.hidden && !strings.ContainsAny(t, "0123456789") && len(href) < 40 {
			c.write(" " + href[4:])
		}
	case strings.HasPrefix(low, "http://"), strings.HasPrefix(low, "https://"):
		if len(c.out.links) < maxLinks {
			c.out.links = append(c.out.links, strings.ToValidUTF8(href[:min(len(href), maxLinkLen)], ""))
		}
	}
}

// since gives what the current line got after position at.
func (c *converter) since(at int) string {
	s := c.cur.String()
	if at > len(s) {
		at = 0
	}
	return s[at:]
}
