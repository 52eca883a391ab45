package when

import (
	"unicode"
	"unicode/utf8"
)

// AppendFolded appends s in lower case and without accents to dst, so that
// "Août", "AOUT" and "août" compare equal. Other characters stay.
func AppendFolded(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		dst = appendFoldedRune(dst, r)
		i += n
	}
	return dst
}

func appendFoldedRune(dst []byte, r rune) []byte {
	if r < int32(len(foldedLatin)) && foldedLatin[r] != "" {
		return append(dst, foldedLatin[r]...)
	}
	if r >= 0x300 && r < 0x370 { // combining accents
		return dst
	}
	if r == '\u00a0' || r == '\u202f' || r == '\u2007' || r == '\u2009' {
		return append(dst, ' ')
	}
	if r == '\u2019' || r == '\u2018' {
		return append(dst, '\'')
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// foldedLatin gives the plain letters for the accented ones below U+0180.
var foldedLatin = func() (t [0x180]string) {
	for plain, accented := range map[string]string{
		"a": "àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "c": "çćĉċčÇĆĈĊČ", "d": "ďđÐðĎĐ", "e": "èéêëēĕėęěÈÉÊËĒĔĖĘĚ",
		"g": "ĝğġģĜĞĠĢ", "i": "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "l": "łĺļľŁĹĻĽ", "n": "ñńņňÑŃŅŇ",
		"o": "òóôõöøōŏőÒÓÔÕÖØŌŎŐ", "r": "ŕŗřŔŖŘ", "s": "śŝşšŚŜŞŠ", "t": "ţťŢŤ",
		"u": "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "y": "ýÿÝŸ", "z": "źżžŹŻŽ", "ss": "ß", "ae": "æÆ", "oe": "œŒ",
	} {
		for _, r := range accented {
			if r < int32(len(t)) {
				t[r] = plain
			}
		}
	}
	return t
}()
