package detect

import (
	"strings"

	"inboxwatch/internal/detect/when"
)

// splitCells parts moments that run over cells of a table with a head for each
// column: the words of "Interview date" and "Arrive by" are not one moment.
func (p *timedText) splitCells(c when.Context) {
	for i := 0; i < len(p.found); i++ {
		f := p.found[i]
		if strings.IndexByte(f.Text, '\t') < 0 || strings.IndexByte(f.Text, '\n') >= 0 {
			continue
		}
		start, end := p.line(f.From)
		if _, _, ok := p.columnHead(start, end, f.From); !ok || p.timesIn(start, end) < 2 {
			continue
		}
		var parts []when.Found
		for at := start; at < end; {
			stop := strings.IndexByte(p.text[at:end], '\t')
			if stop < 0 {
				stop = end - at
			}
			if at+stop > f.From && at < f.To {
				for _, g := range when.FindAll(p.text[at:at+stop], c) {
					g.From, g.To = g.From+at, g.To+at
					parts = append(parts, g)
				}
			}
			at += stop + 1
		}
		if len(parts) > 1 && len(p.found) < maxFound {
			p.found = append(p.found[:i:i], append(parts, p.found[i+1:]...)...)
			i += len(parts) - 1
		}
	}
}

// timesIn counts the moments with a time of day in [a, b).
func (p *timedText) timesIn(a, b int) (n int) {
	for i := range p.found {
		if f := &p.found[i]; f.HasTime && f.From >= a && f.From < b {
			n++
		}
	}
	return n
}

// columnHead gives the cell that heads the column of the moment at from, where
// a row above has as many cells and no moments.
func (p *timedText) columnHead(start, end, from int) (int, int, bool) {
	cells := strings.Count(p.text[start:end], "\t")
	col := strings.Count(p.text[start:from], "\t")
	if cells < 2 {
		return 0, 0, false
	}
	for n := 0; n < 40 && start > 0; n++ {
		s, e := p.line(start - 1)
		if strings.Count(p.text[s:e], "\t") == cells && !p.hasMoment(s, e) {
			for range col {
				s += strings.IndexByte(p.text[s:e], '\t') + 1
			}
			if i := strings.IndexByte(p.text[s:e], '\t'); i >= 0 {
				e = s + i
			}
			return s, e, true
		}
		start = s
	}
	return 0, 0, false
}

// firmPlan takes bare times for sure where several lines begin with one: the
// rows of a day's plan, "14.15  Panel".
func (p *timedText) firmPlan() {
	var rows []*when.Found
	for i := range p.found {
		f := &p.found[i]
		if f.HasTime && !f.HasDate && strings.ContainsAny(f.Text, ".:h") && p.leads(f.From) {
			rows = append(rows, f)
		}
	}
	if len(rows) < minPlan {
		return
	}
	for _, f := range rows {
		f.Weak, f.Bare = false, false
	}
}

// leads reports whether nothing but marks stands before i on its line.
func (p *timedText) leads(i int) bool {
	a, _ := p.line(i)
	return blank(p.text[a:i])
}
