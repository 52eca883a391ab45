package drafts

import (
	"fmt"
	"strings"
)

// A template is plain text with three signs of its own:
//
//	{field}      the value of a field
//	[a|b|c]      the first of the alternatives whose fields are all known, else nothing
//	~            alone on a line: what follows says the paragraph above in other words
//
// A backslash before one of \ { } [ ] | takes its meaning away. Paragraphs are
// parted by empty lines, lines that begin with # at the top are notes, and a
// first line "Subject: …" is used where there is no mail to answer. Values are
// put in as they are and never read as a template.
type template struct {
	subject    seq
	paragraphs []paragraph
}

// paragraph is one or more ways to say the same thing.
type paragraph []seq

// seq is a run of parts.
type seq []part

// part is literal text, a field or a group of alternatives.
type part struct {
	text  string
	field string
	alts  []seq
}

// Error is a fault in a template, with its place.
type Error struct {
	File  string
	Line  int // 1…
	Field string
	What  string // what is wrong and how to mend it
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.What) }

// fields says of each field whether it is always known; the others may stand
// only within square brackets.
var fields = map[string]bool{
	"greeting": true, // "Dear Ms Doe,"
	"name":     true, // the user's
	"phone":    false,
	"contact":  false, // "Jane Doe"
	"others":   false, // the other interviewers: "Tom Roe and Priya Shah"
	"company":  false,
	"role":     false,
	"date":     false, // the interview's local day: "Thursday 12 November"
	"on_date":  false, // "on Thursday 12 November"
	"number":   false, // to ring, parted for reading
	"address":  false, // the contact's
	"history":  false, // what happened so far, a line each
	"days_off": false, // on weekdays of the next two weeks
	"id":       true,  // the interview's id for the command line
}

// fieldNames lists the fields in the order that help shows them.
var fieldNames = []string{"greeting", "name", "phone", "contact", "others", "company", "role",
	"date", "on_date", "number", "address", "history", "days_off", "id"}

// parseTemplate reads a template; file is the name that errors bear.
func parseTemplate(file, text string) (*template, error) {
	t := &template{}
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	i := 0
	for i < len(lines) && (strings.HasPrefix(lines[i], "#") || strings.TrimSpace(lines[i]) == "") {
		i++
	}
	if i < len(lines) {
		if s, ok := cutFold(lines[i], "subject:"); ok {
			p := parser{file: file, line: i + 1, src: strings.TrimSpace(s)}
			var err error
			if t.subject, err = p.all(); err != nil {
				return nil, err
			}
			i++
		}
	}
	for i < len(lines) {
		if strings.TrimSpace(lines[i]) == "" {
			i++
			continue
		}
		start := i
		for i < len(lines) && strings.TrimSpace(lines[i]) != "" {
			i++
		}
		p, err := parseParagraph(file, start+1, lines[start:i])
		if err != nil {
			return nil, err
		}
		t.paragraphs = append(t.paragraphs, p)
	}
	if len(t.paragraphs) == 0 {
		return nil, &Error{File: file, Line: max(1, len(lines)), What: "the template is empty: write at least one paragraph"}
	}
	return t, nil
}

func parseParagraph(file string, line int, lines []string) (paragraph, error) {
	var out paragraph
	start := 0
	for i := 0; i <= len(lines); i++ {
		if i < len(lines) && strings.TrimSpace(lines[i]) != "~" {
			continue
		}
		p := parser{file: file, line: line + start, src: strings.Join(lines[start:i], "\n")}
		if strings.TrimSpace(p.src) == "" {
			return nil, &Error{File: file, Line: line + min(i, max(start-1, 0)), What: "nothing stands beside this ~: write the other wording, or remove the line"}
		}
		s, err := p.all()
		if err != nil {
			return nil, err
		}
		out = append(out, s)
		start = i + 1
	}
	return out, nil
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// parser reads one wording of one paragraph.
type parser struct {
	file  string
	line  int
	src   string
	pos   int
	depth int
}

// maxDepth bounds the nesting of groups: more is a mistake, not a letter.
const maxDepth = 8

func (p *parser) fail(field, format string, args ...any) error {
	line := p.line + strings.Count(p.src[:min(p.pos, len(p.src))], "\n")
	return &Error{File: p.file, Line: line, Field: field, What: fmt.Sprintf(format, args...)}
}

func (p *parser) all() (seq, error) {
	s, err := p.seq()
	if err == nil && p.pos < len(p.src) {
		err = p.fail("", "a ] without its [: remove it, or write \\]")
	}
	return s, err
}

// seq reads up to the end, or within a group up to | or ].
func (p *parser) seq() (seq, error) {
	var out seq
	var lit strings.Builder
	flush := func() {
		if lit.Len() > 0 {
			out = append(out, part{text: lit.String()})
			lit.Reset()
		}
	}
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		switch {
		case c == '\\' && p.pos+1 < len(p.src) && strings.IndexByte(`\{}[]|`, p.src[p.pos+1]) >= 0:
			lit.WriteByte(p.src[p.pos+1])
			p.pos += 2
		case c == '{':
			flush()
			f, err := p.fieldPart()
			if err != nil {
				return nil, err
			}
			out = append(out, f)
		case c == '}':
			return nil, p.fail("", "a } without its {: remove it, or write \\}")
		case c == '[':
			flush()
			g, err := p.group()
			if err != nil {
				return nil, err
			}
			out = append(out, g)
		case c == ']', c == '|' && p.depth > 0:
			flush()
			return out, nil
		default:
			lit.WriteByte(c)
			p.pos++
		}
	}
	flush()
	return out, nil
}

func (p *parser) fieldPart() (part, error) {
	end := strings.IndexAny(p.src[p.pos+1:], "{}[]|\n")
	if end < 0 || p.src[p.pos+1+end] != '}' {
		return part{}, p.fail("", "a { without its }: close it, or write \\{")
	}
	name := p.src[p.pos+1 : p.pos+1+end]
	always, ok := fields[name]
	if !ok {
		return part{}, p.fail(name, "there is no field {%s}; the fields are %s", name, strings.Join(fieldNames, ", "))
	}
	if !always && p.depth == 0 {
		return part{}, p.fail(name, "{%s} is not always known: put it into square brackets with the words around it, [… {%s} …|… without it …]", name, name)
	}
	p.pos += end + 2
	return part{field: name}, nil
}

func (p *parser) group() (part, error) {
	if p.depth++; p.depth > maxDepth {
		return part{}, p.fail("", "more than %d square brackets within one another: make it simpler", maxDepth)
	}
	open := *p
	p.pos++
	var g part
	for {
		s, err := p.seq()
		if err != nil {
			return part{}, err
		}
		g.alts = append(g.alts, s)
		if p.pos >= len(p.src) {
			return part{}, open.fail("", "a [ without its ]: close it, or write \\[")
		}
		p.pos++
		if p.src[p.pos-1] == ']' {
			p.depth--
			return g, nil
		}
	}
}
