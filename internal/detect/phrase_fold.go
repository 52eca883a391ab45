package detect

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// sentenceEnd parts sentences in folded text; no literal contains it.
const sentenceEnd = 1

// folded is text made comparable: lower case, without accents, punctuation as
// single spaces, sentences parted by sentenceEnd, question marks kept.
type folded struct {
	text []byte
	off  []int32 // for each byte of text, where it stood in the original
}

// add folds s onto f.
func (f *folded) add(s string) {
	lineStart := 0
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r < 128:
			switch c := asciiFold[r]; c {
			case ' ':
				f.space(i)
			case '.':
				f.point(s, i)
			case '\n':
				if endsLine(s, lineStart, i) {
					f.end(i)
				} else {
					f.space(i)
				}
				lineStart = i + 1
			case '?':
				f.space(i)
				f.put('?', i)
				f.end(i)
			case '!':
				f.end(i)
			case ':':
				f.colon(i)
			default:
				f.put(c, i)
			}
		case r < int32(len(latinFold)) && latinFold[r] != "":
			for j := 0; j < len(latinFold[r]); j++ {
				f.put(latinFold[r][j], i)
			}
		case r >= 0x300 && r < 0x370: // combining marks
		case r == '’' || r == 'ʼ' || r == '‘':
			f.put('\'', i)
		case r == '…' || r == '•' || r == '·' || r == '⋅':
			f.end(i)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			l := unicode.ToLower(r)
			var b [4]byte
			for j := range utf8.EncodeRune(b[:], l) {
				f.put(b[j], i)
			}
		default:
			f.space(i)
		}
		i += n
	}
	f.end(len(s))
}

func (f *folded) put(c byte, at int) {
	f.text = append(f.text, c)
	f.off = append(f.off, int32(at))
}

// space writes one space, however many follow each other.
func (f *folded) space(at int) {
	if n := len(f.text); n > 0 && f.text[n-1] != ' ' && f.text[n-1] != sentenceEnd {
		f.put(' ', at)
	}
}

// colon writes a colon to the word before it, whatever blanks stand between.
func (f *folded) colon(at int) {
	if n := len(f.text); n > 0 && f.text[n-1] == ' ' {
		f.text[n-1] = ':'
		return
	}
	f.put(':', at)
}

// end closes the sentence.
func (f *folded) end(at int) {
	n := len(f.text)
	if n > 0 && f.text[n-1] == ' ' {
		f.text[n-1] = sentenceEnd
		return
	}
	if n > 0 && f.text[n-1] != sentenceEnd {
		f.put(sentenceEnd, at)
	}
}

// point decides whether a full stop ends a sentence: a blank and no lower-case
// letter follow, and the word before it is longer than an abbreviation.
func (f *folded) point(s string, i int) {
	if i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\n' && s[i+1] != '\t' {
		f.space(i)
		return
	}
	n, w := len(f.text), 0
	for n-w > 0 && f.text[n-w-1] > ' ' && w < 4 {
		w++
	}
	digit := n > 0 && f.text[n-1] >= '0' && f.text[n-1] <= '9'
	j := i + 1
	for j < len(s) && (s[j] == ' ' || s[j] == '\n') {
		j++
	}
	lower := j < len(s) && s[j] >= 'a' && s[j] <= 'z'
	if lower && (w < 4 || digit) || digit && w < 3 || w < 3 {
		f.space(i)
		return
	}
	f.end(i)
}

// endsLine tells a line end that closes a sentence from one that only wraps:
// an empty line follows, the line is short, or a list item comes next.
func endsLine(s string, start, at int) bool {
	if at-start < 50 || at+1 >= len(s) {
		return true
	}
	c := s[at+1]
	return c == '\n' || c == '-' || c == '*' || c == '\t'
}

// asciiFold maps ASCII to what folding makes of it; latinFold does so for
// Latin letters below U+0250.
var asciiFold = func() (t [128]byte) {
	for i := range t {
		c := byte(i)
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '\n', c == '?', c == '!', c == '.', c == '\'', c == ':', c == '$', c == '&':
			t[i] = c
		case c >= 'A' && c <= 'Z':
			t[i] = c + 'a' - 'A'
		case c == ';', c == '\t', c == '|':
			t[i] = '!'
		default:
			t[i] = ' '
		}
	}
	return t
}()

var latinFold = func() (t [0x250]string) {
	for base, letters := range map[string]string{
		"a": "àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "c": "çćĉċčÇĆĈĊČ", "d": "ďđðĎĐÐ", "e": "èéêëēĕėęěÈÉÊËĒĔĖĘĚ",
		"g": "ĝğġģĜĞĠĢ", "h": "ĥħĤĦ", "i": "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "k": "ķĶ", "l": "ĺļľŀłĹĻĽĿŁ",
		"n": "ñńņňÑŃŅŇ", "o": "òóôõöøōŏőÒÓÔÕÖØŌŎŐ", "r": "ŕŗřŔŖŘ", "s": "śŝşšșŚŜŞŠȘ", "t": "ţťŧțŢŤŦȚ",
		"u": "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "w": "ŵŴ", "y": "ýÿŷÝŸŶ", "z": "źżžŹŻŽ",
		"ss": "ß", "ae": "æÆ", "oe": "œŒ", "th": "þÞ", "o ": "º", "a ": "ª",
	} {
		for _, r := range letters {
			t[r] = base
		}
	}
	return t
}()

// fold is folding of one literal, for tables.
func fold(s string) string {
	f := folded{text: make([]byte, 0, len(s)+8), off: make([]int32, 0, len(s)+8)}
	return string(f.fold(s))
}

// fold folds s alone; what it gives is good until f is used again.
func (f *folded) fold(s string) []byte {
	f.text, f.off = f.text[:0], f.off[:0]
	f.add(s)
	return bytes.TrimRight(f.text, string(rune(sentenceEnd)))
}
