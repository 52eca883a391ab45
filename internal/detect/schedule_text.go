package detect

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"inboxwatch/internal/detect/when"
)

// timedText is one text of a mail with the moments and cues found in it.
type timedText struct {
	name    string // for evidence: "text", "subject", …
	text    string
	found   []when.Found
	lengths []when.Length
	hits    []cueHit
	breaks  []int // where sentences end
	moved   bool  // something is moved
}

// Bounds of what is read of one mail's texts, in bytes.
const (
	maxTimedText = 24 << 10
	maxFound     = 120
)

// readTimedText finds the moments of one text. Cues are looked for only where
// there is a moment.
func readTimedText(name, text string, c when.Context, cues *cueTree) *timedText {
	p := &timedText{name: name, text: clipBytes(text, maxTimedText)}
	if p.text == "" {
		return p
	}
	t := when.Read(p.text, c)
	p.found, p.lengths = t.Found, t.Lengths
	p.splitCells(c)
	if len(p.found) > maxFound {
		p.found = p.found[:maxFound]
	}
	p.firmPlan()
	p.hits = cues.find(p.text)
	p.breaks = p.sentenceBreaks()
	for _, h := range p.hits {
		p.moved = p.moved || h.has(cueMoved) && p.moves(h)
	}
	return p
}

// minMoving is the least length of a sentence that tells of a move; shorter
// ones are the words of buttons.
const minMoving = 24

// moves tells "has been moved to Friday" from "if you need to reschedule" and
// from a button: the sentence names a moment, or is a plain statement.
func (p *timedText) moves(h cueHit) bool {
	from, to := p.sentence(h.from, h.to)
	if verbPart(p.text[from:h.from], p.text[h.from:h.to]) || p.says(cueIf, from, h.from) || mayChange(p.text[from:h.from]) {
		return false
	}
	if p.name == "subject" || p.hasMoment(from, to) {
		return true
	}
	return to-from >= minMoving && !strings.Contains(p.text[from:to], "?") && !strings.Contains(p.text[from:to], "://")
}

// verbPart reports whether a German "statt" belongs to the verb before it: "es
// findet im Rathaus statt".
func verbPart(before, word string) bool {
	return strings.EqualFold(word, "statt") && strings.Contains(strings.ToLower(before), "find")
}

// mayWords tell the owner what is allowed: "you can change or cancel until …".
var mayWords = []string{"you can ", "you may ", "sie können ", "können sie ", "du kannst ", "kannst du ", "vous pouvez ", "pouvez-vous ", "tu peux ", "puede ", "puedes ", "je kunt ", "u kunt ", "kun je ", "kunt u ", "puoi ", "può ", "você pode ", "podes ", "możesz ", "może pan ", "może pani ", "można "}

func mayChange(before string) bool {
	before = strings.ToLower(before)
	for _, w := range mayWords {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// dropRelative removes moments told by "tomorrow" or a weekday alone, where it
// is not known when the text was written.
func (p *timedText) dropRelative() {
	keep := p.found[:0]
	for _, f := range p.found {
		if !f.RelativeToday && !f.Weekday {
			keep = append(keep, f)
		}
	}
	p.found = keep
}

// sentenceBreaks gives the offsets after which a new sentence begins: full
// stops, blank lines, table cells, and line ends that do not merely wrap.
func (p *timedText) sentenceBreaks() []int {
	var out []int
	s, line, next := p.text, 0, 0
	for i := 0; i < len(s); i++ {
		for next < len(p.found) && p.found[next].To <= i {
			next++
		}
		inside := next < len(p.found) && i >= p.found[next].From
		switch s[i] {
		case '\n':
			if hardBreak(s, line, i) {
				out = append(out, i)
			}
			line = i + 1
		case '!', '?', ';':
			out = append(out, i+1)
		case '.':
			if (!inside || i == p.found[next].To-1 && wholeWord(s[:i])) && fullStop(s, i) {
				out = append(out, i+1)
			}
		}
	}
	return append(out, len(s))
}

// wholeWord reports whether s ends in a word too long for an abbreviation: the
// point after "Friday" is the sentence's, the one after "Fri" may be its own.
func wholeWord(s string) bool {
	const enough = 5
	if len(s) < enough {
		return false
	}
	return strings.IndexFunc(s[len(s)-enough:], func(r rune) bool { return r != utf8.RuneError && !unicode.IsLetter(r) }) < 0
}

// wrapped is the length from which a line may have been wrapped by a program.
const wrapped = 50

func hardBreak(s string, line, i int) bool {
	if i-line < wrapped || i+1 >= len(s) || strings.IndexByte(s[line:i], '\t') >= 0 {
		return true
	}
	switch s[i+1] {
	case '\n', '-', '*', '\t', '>':
		return true
	}
	if digitAhead(s[line:i]) && digitAhead(s[i+1:]) {
		return true // rows of a plan, a time at the beginning of each
	}
	if j := strings.IndexByte(s[i+1:], '\n'); j > 0 && strings.IndexByte(s[i+1:i+1+j], '\t') >= 0 {
		return true
	}
	return s[i-1] == ':' || s[i-1] == '.'
}

func digitAhead(s string) bool {
	s = strings.TrimLeft(s, " –-")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// fullStop tells the end of a sentence from an abbreviation's point: a blank
// and no small letter follow, and the word before is no short one.
func fullStop(s string, i int) bool {
	if i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\n' && s[i+1] != '\t' {
		return false
	}
	j := i + 1
	for j < len(s) && (s[j] == ' ' || s[j] == '\n') {
		j++
	}
	if j < len(s) && s[j] >= 'a' && s[j] <= 'z' {
		return false
	}
	w := 0
	for i-w > 0 && letterOrDigit(s[i-w-1]) {
		w++
	}
	if i-w > 0 && s[i-w-1] == '.' && w == 1 { // "p.m."
		return true
	}
	if nearlyWords[strings.ToLower(s[i-w:i])] {
		return false // "approx."
	}
	return w > 3 || w > 0 && s[i-1] >= '0' && s[i-1] <= '9' && w != 2 || w > 0 && !shortTitle(s[i-w:i])
}

func letterOrDigit(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

// shortTitle: abbreviations that stand before names and numbers.
func shortTitle(s string) bool {
	switch strings.ToLower(s) {
	case "mr", "ms", "mrs", "dr", "st", "no", "nr", "fr", "hr", "sr", "sra", "dra", "ing", "dott", "sig", "tel", "mag", "ca", "bzw", "z", "d", "h", "ul", "al", "pl", "ds", "ok", "m", "mme", "n", "av", "etc", "inkl", "max", "min", "str", "lic", "sgt", "prof", "dir", "p", "v", "u", "i", "a", "e", "br", "r":
		return true
	}
	return false
}

// sentence gives the bounds of the sentence around [from, to).
func (p *timedText) sentence(from, to int) (int, int) {
	i := sort.SearchInts(p.breaks, from+1)
	start := 0
	if i > 0 {
		start = p.breaks[i-1]
	}
	k := sort.SearchInts(p.breaks, to)
	end := len(p.text)
	if k < len(p.breaks) {
		end = p.breaks[k]
	}
	return start, end
}

// line gives the bounds of the line around i.
func (p *timedText) line(i int) (int, int) {
	start := strings.LastIndexByte(p.text[:i], '\n') + 1
	end := strings.IndexByte(p.text[i:], '\n')
	if end < 0 {
		return start, len(p.text)
	}
	return start, i + end
}

// maxLabel is the longest text that is taken for a label, in bytes.
const maxLabel = 48

// label gives the bounds of what labels the moment at from: the words before a
// colon or cell border on its line, the head of its table column, else the
// short line above.
func (p *timedText) label(from int) (int, int) {
	start, end := p.line(from)
	if cell := strings.LastIndexByte(p.text[start:from], '\t'); cell >= 0 {
		if a, b, ok := p.columnHead(start, end, from); ok {
			return a, b
		}
		a := strings.LastIndexByte(p.text[start:start+cell], '\t') + 1
		if !p.hasMoment(start+a, start+cell) && cell-a > 0 && cell-a <= maxLabel && blank(p.text[start+cell:from]) {
			return start + a, start + cell
		}
	}
	before := p.text[start:from]
	if cell := strings.LastIndexByte(before, '\t'); cell >= 0 {
		start += cell + 1
		before = before[cell+1:]
	}
	if head := strings.TrimRight(before, " "); len(before)-len(head) > 1 && head != "" && len(strings.Fields(head)) <= 2 && len(head) <= maxLabel/2 {
		return start, start + len(head) // "NEW   Thu, Jan 29": a column of labels
	}
	if i := strings.LastIndexByte(before, ':'); i >= 0 && len(before)-i < 14 && i <= maxLabel && !p.hasMoment(start, start+i) {
		return start, start + i
	}
	if !blank(before) {
		return from, from
	}
	return p.lineAbove(start)
}

// lineAbove gives the short line above the one at start, or its last cell.
func (p *timedText) lineAbove(start int) (int, int) {
	for n := 0; n < 3 && start > 0; n++ {
		s, e := p.line(start - 1)
		if cell := strings.LastIndexByte(p.text[s:e], '\t'); cell >= 0 {
			s += cell + 1
		}
		switch {
		case blank(p.text[s:e]):
		case e-s > maxLabel || p.hasMoment(s, e) || strings.HasSuffix(strings.TrimSpace(p.text[s:e]), "."):
			return start, start
		default:
			return s, e
		}
		start = s
	}
	return start, start
}

// hasMoment reports whether a certain moment stands in [a, b).
func (p *timedText) hasMoment(a, b int) bool {
	i := sort.Search(len(p.found), func(i int) bool { return p.found[i].To > a })
	for ; i < len(p.found) && p.found[i].From < b; i++ {
		if !p.found[i].Weak {
			return true
		}
	}
	return false
}

func blank(s string) bool {
	return strings.Trim(s, " \t\n:,-–—|*•·>()") == ""
}
