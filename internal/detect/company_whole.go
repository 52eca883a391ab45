package detect

// wholeName widens a firm's name that every place of the mail shows as a part
// of a longer one: "Sorrel Health Board" of "Vale of Sorrel Health Board",
// "Thornbury" of "Thornbury Building Society". A name that makes up the
// sender's domain, or stands whole somewhere, stays as it is.
func (w *whoReader) wholeName(name string) string {
	if w.exactFit(name) {
		return name
	}
	words := newPassage("", name, false).toks
	if len(words) == 0 {
		return name
	}
	wider := ""
	for _, p := range w.passages {
		for i := 0; i+len(words) <= len(p.toks); i++ {
			if !sameWords(p.toks[i:i+len(words)], words) {
				continue
			}
			a, b := w.widen(p, i, i+len(words))
			if a == i && b == i+len(words) {
				return name
			}
			if s := p.cut(a, b); wider == "" || len(s) < len(wider) {
				wider = s
			}
		}
	}
	if wider == "" || w.badOrg(wider) {
		return name
	}
	return wider
}

func sameWords(a, b []whoTok) bool {
	for i := range b {
		if a[i].kind != b[i].kind || a[i].low != b[i].low {
			return false
		}
	}
	return true
}

// widen looks for the words around a name that belong to it: a capitalised
// word joined by "of" before it, or words up to a firm's word after it.
func (w *whoReader) widen(p *passage, a, b int) (int, int) {
	if a >= 2 {
		join, before := p.toks[a-1], p.toks[a-2]
		if join.kind == whoWord && !join.upper && nameJoins[join.low] && before.kind == whoWord && before.upper && !before.caps &&
			!w.ts.roleHead(before.low) && w.belongs(p, a-2, a-1) && (a == 2 || p.toks[a-3].kind != whoWord || !p.toks[a-3].upper) {
			a -= 2
		}
	}
	const most = 3
	for e := b; e < b+most; e++ {
		t := p.at(e)
		if t.kind != whoWord || !t.upper || notNames[t.low] || weekdayWord(t.low) {
			break
		}
		if d, _ := everyTable().longest(p, e, cueDesk); d != 0 || w.ts.interviewWord(t.low) || w.ts.roleHead(t.low) {
			break
		}
		if w.ts.orgHead(t.low) && !places[t.low] {
			b = e + 1
		}
	}
	return a, b
}

// nameJoins join the words of a firm's name; "at" and "for" do not.
var nameJoins = setOf([]string{"of", "de", "del", "della", "di", "do", "da", "van", "van de", "of the", "y", "et", "e"})
