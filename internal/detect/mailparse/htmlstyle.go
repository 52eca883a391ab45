package mailparse

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tagName reads a tag's name from its source, and whether attributes follow:
// the tokenizer's own TagName copies twice.
func tagName(raw []byte) (tag atom.Atom, more bool) {
	raw = bytes.TrimLeft(raw, "</")
	var name [16]byte
	n := 0
	for n < len(raw) && !space(raw[n]) && raw[n] != '/' && raw[n] != '>' {
		if n == len(name) {
			return 0, true
		}
		c := raw[n]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		name[n] = c
		n++
	}
	return atom.Lookup(name[:n]), len(raw) > n+2
}

// attributes are those of a tag that matter.
type attributes struct {
	style                       []byte // squeezed; valid until the next tag
	class, id, href, cite, kind string
	bg                          string
	hidden, cut                 bool
}

func (c *converter) attributes(z *html.Tokenizer) (a attributes) {
	for n := 0; n < 64; n++ {
		k, v, more := z.TagAttr()
		switch string(k) {
		case "style":
			c.scratch = squeeze(c.scratch[:0], v)
			a.style = c.scratch
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
			break
		}
	}
	return a
}

// squeeze appends a style in lower case without blanks.
func squeeze(b, v []byte) []byte {
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
	return b
}

// apply sets what the attributes make of the element's inside.
func (a *attributes) apply(e *element) {
	if a.hidden || len(a.style) > 0 && hides(a.style) {
		e.hidden = true
	}
	if len(a.style) > 0 {
		if size, ok := property(a.style, "font-size"); ok {
			e.tiny = tinySize(size)
		}
		if contains(a.style, "line-through") {
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
	return !contains(a.style, "border:none") && !contains(a.style, "border:0")
}

// hides reports a style that keeps its element from sight.
func hides(s []byte) bool {
	for _, p := range []string{"display:none", "visibility:hidden", "mso-hide:all", "max-height:0", "max-width:0"} {
		if contains(s, p) {
			return true
		}
	}
	if v, ok := property(s, "opacity"); ok && (v == "0" || strings.HasPrefix(v, "0.0")) {
		return true
	}
	h, ok := property(s, "height")
	return ok && strings.HasPrefix(h, "0") && contains(s, "overflow:hidden")
}

func contains(style []byte, s string) bool { return bytes.Contains(style, []byte(s)) }

// property gives a property's value from a squeezed style.
func property(style []byte, name string) (string, bool) {
	for rest := style; ; {
		i := bytes.LastIndex(rest, []byte(name))
		if i < 0 {
			return "", false
		}
		if end := i + len(name); i > 0 && style[i-1] == ';' && end < len(style) && style[end] == ':' {
			v, _, _ := bytes.Cut(style[end+1:], []byte(";"))
			return string(bytes.TrimSuffix(v, []byte("!important"))), true
		}
		rest = rest[:i]
	}
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
