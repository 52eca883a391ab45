package mailparse

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
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
			c.write(string(b[:i]))
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

// write puts a word on the line after the white space owed. A word that is
// invisible through and through pays no debt.
func (c *converter) write(s string) {
	if s = Clean(s); s == "" {
		return
	}
	if strings.TrimSpace(s) == "" {
		c.owe(gapBlank)
		return
	}
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
	c.cur.WriteString(s)
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

// attributes are those of a tag that matter.
type attributes struct {
	style, class, id, href, cite, kind string
	bg                                 string
	hidden, cut                        bool
}

func (a *attributes) read(z *html.Tokenizer) {
	for n := 0; n < 64; n++ {
		k, v, more := z.TagAttr()
		switch string(k) {
		case "style":
			a.style = squeeze(v)
		case "class":
			a.class = strings.ToLower(string(v))
		case "id":
			a.id = strings.ToLower(string(v))
		case "href":
			a.href = string(v[:min(len(v), 2000)])
		case "cite":
			a.cite = "cite"
		case "type":
			a.kind = string(v)
		case "bgcolor":
			a.bg = strings.ToLower(string(v))
		case "hidden":
			a.hidden = true
		}
		if !more {
			return
		}
	}
}

// squeeze gives a style in lower case without blanks.
func squeeze(v []byte) string {
	b := make([]byte, 0, min(len(v), 2000)+1)
	b = append(b, ';')
	for _, ch := range v[:min(len(v), 2000)] {
		switch {
		case space(ch):
		case ch >= 'A' && ch <= 'Z':
			b = append(b, ch+32)
		default:
			b = append(b, ch)
		}
	}
	return string(b)
}

// apply sets what the attributes make of the element's inside.
func (a *attributes) apply(e *element) {
	if a.hidden || a.style != "" && hides(a.style) {
		e.hidden = true
	}
	if a.style != "" {
		if size, ok := property(a.style, "font-size"); ok {
			e.tiny = tinySize(size)
		}
		if strings.Contains(a.style, "line-through") {
			e.struck = true
		}
		bg, ok := property(a.style, "background-color")
		if !ok {
			bg, ok = property(a.style, "background")
		}
		if ok {
			a.bg = bg
		}
		if a.bg != "" {
			e.white = white(a.bg)
		}
		if col, ok := property(a.style, "color"); ok && (col == "transparent" || white(col) && e.white) {
			e.hidden = true
		}
	} else if a.bg != "" {
		e.white = white(a.bg)
	}
	switch {
	case strings.Contains(a.class, "gmail_attr"), strings.Contains(a.class, "moz-cite-prefix"):
		e.attr = true
	case strings.Contains(a.id, "divrplyfwdmsg"), strings.Contains(a.class, "yahoo_quoted"), strings.Contains(a.class, "zmail_extra"),
		strings.Contains(a.id, "replysplit"), strings.Contains(a.class, "outlookmessageheader"):
		a.cut = true
	}
}

// quotes reports whether a blockquote is a quotation and not an indent.
func (a *attributes) quotes() bool {
	if a.cite != "" || a.kind == "cite" || strings.Contains(a.class, "quote") {
		return true
	}
	return !strings.Contains(a.style, "border:none") && !strings.Contains(a.style, "border:0")
}

// hides reports a style that keeps its element from sight.
func hides(s string) bool {
	for _, p := range []string{"display:none", "visibility:hidden", "mso-hide:all", "max-height:0", "max-width:0"} {
		if strings.Contains(s, p) {
			return true
		}
	}
	if v, ok := property(s, "opacity"); ok && (v == "0" || strings.HasPrefix(v, "0.0")) {
		return true
	}
	h, ok := property(s, "height")
	return ok && strings.HasPrefix(h, "0") && strings.Contains(s, "overflow:hidden")
}

// property gives a property's value from a squeezed style.
func property(s, name string) (string, bool) {
	i := strings.LastIndex(s, ";"+name+":")
	if i < 0 {
		return "", false
	}
	v, _, _ := strings.Cut(s[i+len(name)+2:], ";")
	return strings.TrimSuffix(v, "!important"), true
}

func tinySize(v string) bool {
	switch v {
	case "0", "0px", "0pt", "0em", "0%", "1px", "1pt", "0.1px", "0.0px":
		return true
	}
	return false
}

func white(v string) bool {
	switch v {
	case "#fff", "#ffffff", "white", "rgb(255,255,255)", "rgba(255,255,255,1)", "#fefefe":
		return true
	}
	return false
}

// looksHTML reports HTML sent under the name of plain text.
func looksHTML(s string) bool {
	head := strings.ToLower(strings.TrimSpace(s[:min(len(s), 512)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// fromPlain parts plain text into lines with their depth of ">" marks.
func fromPlain(s string) []line {
	s = Clean(s)
	lines := make([]line, 0, min(maxLines, strings.Count(s, "\n")+1))
	for rest := s; rest != "" && len(lines) < maxLines; {
		var l string
		l, rest, _ = strings.Cut(rest, "\n")
		lines = append(lines, plainLine(l))
	}
	return lines
}

func plainLine(l string) line {
	if strings.HasPrefix(l, ">From ") {
		return line{text: strings.TrimRight(l[1:], " \t")} // mboxrd escaping
	}
	depth, i := 0, 0
	for i < len(l) && depth < 20 {
		if l[i] == '>' {
			depth++
			i++
		} else if l[i] == ' ' && depth > 0 && i+1 < len(l) && l[i+1] == '>' {
			i++
		} else {
			break
		}
	}
	text := l[i:]
	if depth > 0 {
		text = strings.TrimPrefix(text, " ")
	}
	for len(text) > 0 {
		r, n := utf8.DecodeLastRuneInString(text)
		if r != ' ' && r != '\t' {
			break
		}
		text = text[:len(text)-n]
	}
	return line{text: text, depth: depth}
}
