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
	e.hidden = e.hidden || a.hidden
	if a.bg != "" {
		e.white = white([]byte(a.bg))
	}
	if len(a.style) > 0 {
		a.applyStyle(e)
	}
	switch {
	case a.class == "" && a.id == "":
	case strings.Contains(a.class, "gmail_attr"), strings.Contains(a.class, "moz-cite-prefix"):
		e.attr = true
	case strings.Contains(a.id, "divrplyfwdmsg"), strings.Contains(a.class, "yahoo_quoted"), strings.Contains(a.class, "zmail_extra"),
		strings.Contains(a.id, "replysplit"), strings.Contains(a.class, "outlookmessageheader"):
		a.cut = true
	}
}

// applyStyle reads the declarations once. Text is hidden that is not shown,
// has no size, or is white on a ground said to be white.
func (a *attributes) applyStyle(e *element) {
	flat, clipped := false, false
	var colour []byte
	for rest := a.style; len(rest) > 0; {
		var decl []byte
		decl, rest, _ = bytes.Cut(rest, []byte(";"))
		name, value, ok := bytes.Cut(decl, []byte(":"))
		if !ok {
			continue
		}
		value = bytes.TrimSuffix(value, []byte("!important"))
		switch string(name) {
		case "display":
			e.hidden = e.hidden || string(value) == "none"
		case "visibility":
			e.hidden = e.hidden || string(value) == "hidden"
		case "mso-hide":
			e.hidden = e.hidden || string(value) == "all"
		case "opacity":
			e.hidden = e.hidden || string(value) == "0" || bytes.HasPrefix(value, []byte("0.0"))
		case "max-height":
			e.hidden = e.hidden || noSize(value)
		case "height":
			flat = noSize(value)
		case "overflow":
			clipped = string(value) == "hidden"
		case "font-size":
			e.tiny = tinySize(value)
		case "text-decoration", "text-decoration-line":
			e.struck = e.struck || bytes.Contains(value, []byte("line-through"))
		case "background", "background-color":
			e.white = white(value)
		case "color":
			colour = value
		}
	}
	if flat && clipped || string(colour) == "transparent" || e.white && white(colour) {
		e.hidden = true
	}
}

// quotes reports whether a blockquote is a quotation and not an indent.
func (a *attributes) quotes() bool {
	if a.cite != "" || a.kind == "cite" || strings.Contains(a.class, "quote") {
		return true
	}
	return !bytes.Contains(a.style, []byte("border:none")) && !bytes.Contains(a.style, []byte("border:0"))
}

func noSize(v []byte) bool {
	switch string(v) {
	case "0", "0px", "0pt", "0em", "0%", "0.0px":
		return true
	}
	return false
}

func tinySize(v []byte) bool {
	switch string(v) {
	case "1px", "1pt", "0.1px":
		return true
	}
	return noSize(v)
}

func white(v []byte) bool {
	switch string(v) {
	case "#fff", "#ffffff", "white", "rgb(255,255,255)", "rgba(255,255,255,1)", "#fefefe":
		return true
	}
	return false
}
