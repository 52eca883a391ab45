package detect

// headerRow reads a table with its labels in the first row: the value stands
// below, in the same column of a row with as many cells.
func (w *whoReader) headerRow(c *candidates, p *passage, i, e int) bool {
	a := i
	for a > 0 && p.toks[a-1].kind != whoLine {
		a--
	}
	row, column := cellsOf(p, a), 0
	for column < len(row) && row[column][0] != i {
		column++
	}
	if len(row) < 3 || column == len(row) {
		return false
	}
	below := cellsOf(p, row[len(row)-1][1]+1)
	if len(below) != len(row) {
		return false
	}
	for k, cell := range below { // two rows of label and value are no columns
		if d, end := w.ts.longest(p, cell[0], cueRoleLabel|cueOrgLabel); k == 0 && d != 0 && end == cell[1] || cell[1]-cell[0] > 14 {
			return false
		}
	}
	v := below[column]
	for k, cell := range row {
		if k != column && hasRoleHead(w.ts, p.cut(cell[0], cell[1])) && !hasRoleHead(w.ts, p.cut(v[0], v[1])) {
			return false // the title stands beside its label
		}
	}
	if len(row) == 3 && !hasRoleHead(w.ts, p.cut(v[0], v[1])) {
		return false
	}
	w.addRole(c, p.cut(v[0], v[1]), weighRoleLabel, p.source+" label", p.cut(i, e)+": "+p.cut(v[0], v[1]))
	return true
}

// cellsOf parts the line that begins at token a at its cells' ends.
func cellsOf(p *passage, a int) (cells [][2]int) {
	for k := a; k <= len(p.toks) && len(cells) < 12; k++ {
		if kind := p.at(k).kind; k == len(p.toks) || kind == whoLine || kind == whoCell {
			cells = append(cells, [2]int{a, k})
			a = k + 1
			if k == len(p.toks) || kind == whoLine {
				break
			}
		}
	}
	return cells
}
