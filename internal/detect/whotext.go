package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of token that the readers of names see.
const (
	whoWord  = iota
	whoPunct // one mark
	whoLine  // a line's end that is not a mere wrap
	whoCell  // a table cell's end
)

// whoTok is a token of a passage. Words keep inner marks (M&A, S.p.A., a@b.c).
type whoTok struct {
	lo, hi int
	low    string // lower case, without a last full stop
	kind   int
	upper  bool // begins with a capital
	caps   bool // has capitals only (and two letters at least)
	digit  bool // holds a digit
	blank  bool // whoLine: an empty line follows
}

// passage is a part of a mail with its tokens and the name that evidence
// gives to it.
type passage struct {
	source string
	text   string
	low    string // text in lower case, byte for byte
	toks   []whoTok
}

// passageLimit bounds what is read of one passage: names stand early, and
// signatures are passages of their own.
const passageLimit = 12 << 10

// newPassage cuts text into tokens. With wrapped set, a long line's end is
// taken for a wrap and leaves no token.
func newPassage(source, text string, wrapped bool) *passage {
	if len(text) > passageLimit {
		text = strings.ToValidUTF8(text[:passageLimit], "")
	}
	p := &passage{source: source, text: text}
	if text == "" {
		return p
	}
	low := lowerSame(text)
	p.low = low
	p.toks = make([]whoTok, 0, len(text)/5+4)
	lineStart := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			j := i + 1
			for j < len(text) && (text[j] == '\n' || text[j] == ' ') {
				j++
			}
			blank := strings.Contains(text[i+1:j], "\n")
			if !wrapped || blank || i-lineStart < 56 || j >= len(text) || !startsWord(text[j:]) || labelled(text[j:]) || signedLine(text[j:]) {
				p.toks = append(p.toks, whoTok{lo: i, hi: j, kind: whoLine, blank: blank})
			}
			i, lineStart = j, j
		case r == '\t':
			p.toks = append(p.toks, whoTok{lo: i, hi: i + 1, kind: whoCell})
			i++
		case wordRune(r):
			i = p.word(low, i)
		case r == ' ' || unicode.IsSpace(r):
			i += n
		default:
			p.toks = append(p.toks, whoTok{lo: i, hi: i + n, kind: whoPunct, low: text[i : i+n]})
			i += n
		}
	}
	return p
}

// labelled says whether a line begins with a label: "Post: …".
func labelled(s string) bool {
	if len(s) > 26 {
		s = s[:26]
	}
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	i := strings.IndexByte(s, ':')
	if c := s[0]; c >= 'a' && c <= 'z' {
		return false
	}
	return i > 1 && strings.Count(s[:i], " ") < 3
}

// signedLine says whether a line is a name alone, as mails are signed: up to
// three words with capitals and no stop.
func signedLine(s string) bool {
	const longest = 28
	line, _, _ := strings.Cut(s, "\n")
	words := strings.Fields(line)
	if len(line) > longest || len(words) == 0 || len(words) > 3 || strings.ContainsAny(line, ".,;:!?)\t") {
		return false
	}
	for _, x := range words {
		if !unicode.IsUpper(firstRune(x)) {
			return false
		}
	}
	return true
}

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordRune(r) || r == '(' || r == '"'
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// elisions are short words that an apostrophe ties to the next one.
var elisions = map[string]bool{"l": true, "d": true, "j": true, "n": true, "s": true, "c": true, "m": true, "t": true, "qu": true,
	"dell": true, "all": true, "nell": true, "dall": true, "sull": true, "un": true, "quest": true}

// abbreviated words keep the full stop that follows them.
var abbreviated = map[string]bool{"st": true, "dr": true, "mr": true, "mrs": true, "ms": true, "prof": true, "fr": true, "hr": true, "sr": true,
	"sra": true, "srta": true, "inc": true, "ltd": true, "corp": true, "co": true, "jr": true, "sp": true, "lda": true, "ltda": true, "ds": true, "im": true,
	"mag": true, "ing": true, "dir": true, "dott": true, "sig": true, "avv": true, "dipl": true, "mme": true, "tel": true, "rev": true, "mgr": true, "inż": true,
	"dra": true, "lic": true, "mg": true, "geom": true, "rag": true, "dhr": true, "mevr": true, "mw": true, "drs": true, "ir": true, "eng": true, "dña": true, "exma": true, "exmo": true, "gent": true, "św": true, "hab": true, "ggr": true, "sen": true, "jun": true, "nr": true, "no": true, "inh": true, "z": true, "o": true, "ss": true}

// word reads the word at i and gives its end.
func (p *passage) word(low string, i int) int {
	text, start := p.text, i
	t := whoTok{lo: i, kind: whoWord}
	letters, lowers := 0, 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			if !joinsWord(text, start, i, r, n) {
				break
			}
			if (r == '\'' || r == '’') && elisions[low[start:i]] {
				i += n
				t.hi, t.low, t.upper = i, low[start:i-n]+"'", unicode.IsUpper(firstRune(text[start:]))
				p.toks = append(p.toks, t)
				return i
			}
		}
		switch {
		case unicode.IsDigit(r):
			t.digit = true
		case unicode.IsUpper(r):
			letters++
		case unicode.IsLetter(r):
			letters++
			lowers++
		}
		i += n
	}
	if n := genderTail(low, start, i); n > 0 {
		i += n
		lowers++
	}
	t.low = low[start:i]
	if i < len(text) && text[i] == '.' && (abbreviated[t.low] || strings.Contains(t.low, ".") && !strings.Contains(t.low, "@") && i-start < 8 || letters == 1 && lowers == 0) {
		i++ // the stop belongs to the word; low stays without it
	}
	t.hi = i
	t.upper = unicode.IsUpper(firstRune(text[start:])) || lowers > 0 && lowers < letters && !strings.Contains(t.low, "@") // iOS
	t.caps = letters > 1 && lowers == 0
	p.toks = append(p.toks, t)
	return i
}

// joinsWord says whether the mark at i stands inside a word.
func joinsWord(text string, start, i int, r rune, n int) bool {
	if i == start || i+n >= len(text) {
		return false
	}
	switch r {
	case '\'', '’', '-', '‑', '&', '@', '.', '/', '+', '·':
	default:
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+n:])
	return wordRune(next)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// lowerSame is lower case of the same length, byte by byte.
func lowerSame(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for i < len(b) {
		if c := b[i]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				b[i] = c + 'a' - 'A'
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
			utf8.EncodeRune(b[i:], l)
		}
		i += n
	}
	return string(b)
}

// cut gives the words of tokens [a,b) as they are written, wraps made spaces.
func (p *passage) cut(a, b int) string {
	if a >= b || b > len(p.toks) {
		return ""
	}
	s := p.text[p.toks[a].lo:p.toks[b-1].hi]
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// around gives the words near tokens [a,b), for evidence.
func (p *passage) around(a, b int) string {
	lo, hi := max(a-6, 0), min(b+3, len(p.toks))
	for k := a - 1; k >= lo; k-- {
		if p.toks[k].kind == whoLine {
			lo = k + 1
			break
		}
	}
	for k := b; k < hi; k++ {
		if p.toks[k].kind == whoLine {
			hi = k
			break
		}
	}
	return p.cut(lo, hi)
}

// lineEnd gives the token that ends the line (or cell) of token i.
func (p *passage) lineEnd(i int) int {
	for i < len(p.toks) && p.toks[i].kind < whoLine {
		i++
	}
	return i
}

// at gives token i, or a line's end outside the passage.
func (p *passage) at(i int) whoTok {
	if i < 0 || i >= len(p.toks) {
		return whoTok{kind: whoLine, blank: true, lo: len(p.text), hi: len(p.text)}
	}
	return p.toks[i]
}

// is says whether token i is the mark or word s.
func (p *passage) is(i int, s string) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].low == s
}
