package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// row is a line of a text by its offset.
type row struct {
	p  *timedText
	at int
}

// ownerRows gives the lines with a time that name the owner, where other lines
// of the text have times too, or name others: a list of candidates. nil where
// there is no such list.
func (k *picker) ownerRows() map[row]bool {
	family := familyName(k.in.Owner.Name)
	if family == "" {
		return nil
	}
	var rows map[row]bool
	for _, p := range k.texts {
		mine, others := []row(nil), false
		for _, f := range p.found {
			if !f.HasTime || f.Weak {
				continue
			}
			a, b := p.line(f.To - 1)
			switch line := p.text[a:b]; {
			case containsFold(line, family), namesShortly(line, k.in.Owner.Name):
				mine = append(mine, row{p, a})
			case p.leads(f.From), rowNames(strings.Replace(line, f.Text, "\t", 1)):
				others = true
			}
		}
		if len(mine) == 0 || !others {
			continue
		}
		if rows == nil {
			rows = map[row]bool{}
		}
		for _, r := range mine {
			rows[r] = true
		}
	}
	return rows
}

// namesShortly reports whether a row names the owner by the given name and the
// first letter of the other: "Katie L."
func namesShortly(line, name string) bool {
	f := strings.Fields(name)
	if len(f) < 2 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(f[len(f)-1])
	short := strings.ToLower(f[0] + " " + string(first))
	at := strings.Index(strings.ToLower(line), short)
	if at < 0 {
		return false
	}
	rest := strings.TrimLeft(strings.ToLower(line)[at+len(short):], ".:,")
	return rest == "" || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '|'
}

// inRow reports whether the time of c stands on one of the lines, or in
// another text than they.
func (k *picker) inRow(rows map[row]bool, c *candidate) bool {
	other := true
	for r := range rows {
		other = other && r.p != c.p
	}
	if other {
		return true
	}
	a, _ := c.p.line(c.To - 1)
	return rows[row{c.p, a}]
}

// rowNames reports whether a cell of the row looks like a person's name.
func rowNames(line string) bool {
	for cell := range strings.SplitSeq(line, "\t") {
		words := strings.Fields(strings.Trim(cell, " -–—:,|"))
		capital := 0
		for _, w := range words {
			if r := []rune(w); unicode.IsUpper(r[0]) {
				capital++
			}
		}
		if len(words) >= 2 && len(words) <= 5 && capital == len(words) && !strings.ContainsAny(cell, "0123456789:") {
			return true
		}
	}
	return false
}

func familyName(name string) string {
	f := strings.Fields(name)
	if len(f) < 2 || len(f[len(f)-1]) < 3 {
		return ""
	}
	return f[len(f)-1]
}

func containsFold(s, sub string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(sub))
}
