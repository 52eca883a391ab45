package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	kindNumber tokenKind = iota
	kindWord
	kindPunct
	kindLine // line end
	kindSkip // URL, address: no date stands in it
)

// token is a piece of the text. A form of several words is one token.
type token struct {
	word   *word // what the vocabulary knows of it, or nil
	from   int32 // byte span in the text
	to     int32
	num    int32 // value of a number, at most nine digits
	kind   tokenKind
	ch     byte // punctuation: one of , . : - / ( ) @ | # ; ' or 0
	digits uint8
	space  bool // blank before it
	ord    bool // number with an ordinal ending: 28th, 1er, 2ª
	caps   bool // word in capitals throughout
	title  bool // word with a capital first
}

// maxWord is the longest word or form that is looked up, in folded bytes.
const maxWord = 48

// lex cuts text into tokens, appended to dst. v may be nil.
func lex(text string, v *vocabulary, dst []token) []token {
	x := lexer{text: text, v: v, out: dst}
	for x.pos < len(text) {
		x.next()
	}
	if v != nil {
		return joinForms(text, v, x.out, len(dst))
	}
	return x.out
}

type lexer struct {
	text  string
	v     *vocabulary
	out   []token
	pos   int
	space bool
	buf   [maxWord * 2]byte // a word in lower case
}

func (x *lexer) next() {
	c := x.text[x.pos]
	switch {
	case c == '\n':
		x.emit(token{kind: kindLine}, 1)
	case c == '\t':
		x.emit(token{kind: kindPunct, ch: '|'}, 1)
		x.space = true
	case c == ' ' || c == '\r':
		x.pos++
		x.space = true
	case c >= '0' && c <= '9':
		x.number()
	case c < utf8.RuneSelf && !isLetter(c):
		if c == '@' && x.address() {
			return
		}
		x.emit(token{kind: kindPunct, ch: c}, 1)
	default:
		x.wordOrSign()
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func (x *lexer) emit(t token, n int) {
	t.from, t.to, t.space = int32(x.pos), int32(x.pos+n), x.space
	x.out = append(x.out, t)
	x.pos += n
	x.space = false
}

func (x *lexer) number() {
	n, value := 0, int32(0)
	for x.pos+n < len(x.text) && x.text[x.pos+n]-'0' <= 9 {
		if n < 9 {
			value = value*10 + int32(x.text[x.pos+n]-'0')
		}
		n++
	}
	x.emit(token{kind: kindNumber, num: value, digits: uint8(min(n, 255))}, n)
	x.ordinalEnding()
}

// ordinalEnding takes "th", "er", "º" … into the number before it.
func (x *lexer) ordinalEnding() {
	rest := x.text[x.pos:]
	for _, e := range ordinalEndings {
		if !strings.HasPrefix(rest, e) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(rest[len(e):]); unicode.IsLetter(r) || r >= '0' && r <= '9' {
			continue
		}
		t := &x.out[len(x.out)-1]
		t.ord, t.to = true, t.to+int32(len(e))
		x.pos += len(e)
		return
	}
}

var ordinalEndings = []string{"th", "st", "nd", "rd", "TH", "ST", "ND", "RD", "er", "ère", "ème", "e", "º", "ª", ".º", ".ª", "°",
	"de", "ste", "ten", "ter", "te", "ᵉ"}

// address marks the word before an "@" and all up to the next blank as skipped
// where letters stand on both sides: an e-mail address.
func (x *lexer) address() bool {
	if x.space || len(x.out) == 0 || x.pos+1 >= len(x.text) || !isLetter(x.text[x.pos+1]) && x.text[x.pos+1]-'0' > 9 {
		return false
	}
	last := x.out[len(x.out)-1]
	if last.kind != kindWord && last.kind != kindNumber || !hasDot(x.text[x.pos:]) {
		return false
	}
	for len(x.out) > 0 {
		t := x.out[len(x.out)-1]
		if t.kind == kindLine || t.ch == '|' || t.ch == '<' || t.ch == '(' {
			break
		}
		x.out = x.out[:len(x.out)-1]
		if t.space {
			break
		}
	}
	x.skip()
	return true
}

// hasDot reports whether a dot stands before the next blank.
func hasDot(s string) bool {
	for i := 1; i < len(s) && i < 80; i++ {
		switch s[i] {
		case '.':
			return true
		case ' ', '\n', '\t':
			return false
		}
	}
	return false
}

// skip takes everything to the next blank or bracket as one token.
func (x *lexer) skip() {
	n := 0
	for x.pos+n < len(x.text) && !strings.ContainsRune(" \n\t\r<>\"", rune(x.text[x.pos+n])) {
		n++
	}
	x.emit(token{kind: kindSkip}, max(n, 1))
}

// wordOrSign reads a run of letters, or one sign beyond ASCII.
func (x *lexer) wordOrSign() {
	start, i := x.pos, x.pos
	folded, plain := 0, true // x.buf holds the word in lower case while it is plain
	caps, title := true, false
	for i < len(x.text) {
		c := x.text[i]
		if c < utf8.RuneSelf {
			if !isLetter(c) {
				break
			}
			upper := c < 'a'
			caps = caps && upper
			title = title || i == start && upper
			i++
			if folded < len(x.buf) {
				x.buf[folded] = c | 0x20
				folded++
			}
			continue
		}
		plain = false
		r, n := utf8.DecodeRuneInString(x.text[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) || r == 'º' || r == 'ª' {
			break
		}
		upper := unicode.IsUpper(r)
		caps = caps && upper
		title = title || i == start && upper
		i += n
	}
	if i == start {
		x.sign()
		return
	}
	if x.url(start, i) {
		x.skip()
		return
	}
	t := token{kind: kindWord, caps: caps, title: title}
	switch {
	case x.v == nil || i-start > maxWord:
	case plain:
		t.word = x.v.find(x.buf[:folded])
	default:
		t.word = x.v.find(AppendFolded(x.buf[:0], x.text[start:i]))
	}
	x.emit(t, i-start)
}

// url reports whether the letters are the beginning of an address in the web.
func (x *lexer) url(start, end int) bool {
	rest := x.text[end:]
	if strings.HasPrefix(rest, "://") || strings.HasPrefix(rest, ":") && strings.EqualFold(x.text[start:end], "cid") {
		return true
	}
	return len(rest) > 1 && rest[0] == '.' && end-start == 3 && strings.EqualFold(x.text[start:end], "www")
}

// sign maps signs beyond ASCII to the plain ones that play their part.
func (x *lexer) sign() {
	r, n := utf8.DecodeRuneInString(x.text[x.pos:])
	switch r {
	case '\u00a0', '\u202f', '\u2007', '\u2009', '\u2002', '\u2003', '\u200a', '\u3000', '\u200b', '\ufeff', '\ufe0f':
		x.pos += n
		x.space = true
		return
	case '–', '—', '‐', '‑', '−', '‒', '→', '⇒', '➔':
		x.emit(token{kind: kindPunct, ch: '-'}, n)
	case '’', '‘', 'ʼ', '´':
		x.emit(token{kind: kindPunct, ch: '\''}, n)
	case '⋅', '·', '•', '●', '▪', '│', '︱':
		x.emit(token{kind: kindPunct, ch: '|'}, n)
	case '€', '£', '₹', '¥':
		x.emit(token{kind: kindPunct, ch: '$'}, n)
	case '：':
		x.emit(token{kind: kindPunct, ch: ':'}, n)
	default:
		x.emit(token{kind: kindPunct, ch: 0}, n)
	}
}
