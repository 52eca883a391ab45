package config

import (
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"
)

// lines gives for each key's path ("account[0].port") the line it stands on.
type lines map[string]int

// linesOf walks a document that parses; it gives what it has of one that does
// not.
func linesOf(doc []byte) lines {
	l := lines{}
	w := lineWalker{lines: l, count: map[string]int{}}
	w.p.Reset(doc)
	for w.p.NextExpression() {
		w.expression(w.p.Expression())
	}
	return l
}

type lineWalker struct {
	p       unstable.Parser
	lines   lines
	count   map[string]int // how many tables of a name were begun
	section string         // path of the table we are in
}

func (w *lineWalker) expression(e *unstable.Node) {
	switch e.Kind {
	case unstable.Table:
		w.section = w.keys("", e)
	case unstable.ArrayTable:
		name := w.keys("", e)
		w.section = fmt.Sprintf("%s[%d]", name, w.count[name])
		w.count[name]++
		w.note(w.section, w.lines[name])
	case unstable.KeyValue:
		w.keyValue(w.section, e)
	}
}

func (w *lineWalker) keyValue(under string, e *unstable.Node) {
	path := w.keys(under, e)
	w.inside(path, e.Value())
}

// inside notes the keys of tables written inline.
func (w *lineWalker) inside(path string, v *unstable.Node) {
	switch v.Kind {
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			w.keyValue(path, it.Node())
		}
	case unstable.Array:
		i := 0
		for it := v.Children(); it.Next(); i++ {
			w.inside(fmt.Sprintf("%s[%d]", path, i), it.Node())
		}
	}
}

// keys gives the full path of a node's dotted key and notes its line.
func (w *lineWalker) keys(under string, e *unstable.Node) string {
	path := under
	for it := e.Key(); it.Next(); {
		k := it.Node()
		path = join(path, string(k.Data))
		w.note(path, w.p.Shape(k.Raw).Start.Line)
	}
	return path
}

// note keeps the first line a path is seen on, but for an array's name, which
// stands at every element.
func (w *lineWalker) note(path string, line int) {
	if _, again := w.lines[path]; !again || w.count[path] > 0 {
		w.lines[path] = line
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
