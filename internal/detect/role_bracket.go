package detect

import "strings"

// roleFromBrackets reads "our interview (Payroll Clerk) moves to": a bracket
// in a sentence that holds a post's title and no more.
func (w *whoReader) roleFromBrackets(c *candidates, p *passage) {
	if p.source != sourceText && p.source != sourceQuoted {
		return
	}
	for i := 1; i < len(p.toks); i++ {
		if p.toks[i].low != "(" {
			continue
		}
		end := closing(p, i)
		if end == 0 || end-i < 3 || end-i > 9 {
			continue
		}
		inner := p.cut(i+1, end-1)
		near := false
		for k := max(i-10, 0); k < i; k++ {
			near = near || p.toks[k].kind == whoWord && (interviewNoun[p.toks[k].low] || hiringWord(w.ts, p.toks[k].low))
		}
		lone := p.source == sourceText && (end == len(p.toks) || p.at(end).kind >= whoLine || p.is(end, ".")) && w.ts.roleHead(p.toks[i+1].low)
		near = near || lone
		if k := strings.IndexByte(inner, ','); k > 0 && hasRoleHead(w.ts, inner[:k]) {
			inner = inner[:k] // (Bibliothekarin, Kennziffer 44)
		}
		if t := p.toks[i-1]; t.upper && !w.ts.interviewWord(t.low) && w.in.Lang != "de" || w.isPersonKey(plainFold(t.low)) {
			near = false // what somebody is
		}
		if near && !strings.ContainsAny(inner, "@:;/0123456789") && hasRoleHead(w.ts, inner) {
			w.addRole(c, inner, 1.6, p.source+" bracket", p.around(i, end))
		}
	}
}

// hiringWord says whether a word speaks of hiring and of little else.
func hiringWord(ts wordTables, low string) bool { return len(low) > 5 && ts.interviewWord(low) }
