// Package lang holds what differs between languages, and nothing else: date
// words, phrases by kind, the words around people, letters. One language is a
// row in All and the files that begin with its code; each table carries its
// own examples, which the tests run.
package lang

// Language is everything that the program knows of one language.
type Language struct {
	Code    string // ISO 639-1
	Name    string // in English
	Dates   Dates
	Phrases Phrases
	People  People
	Letters Letters
}

// All lists the languages, English first.
var All = []Language{
	{"en", "English", enDates, enPhrases, enPeople, enLetters},
	{"de", "German", deDates, dePhrases, dePeople, deLetters},
	{"fr", "French", frDates, frPhrases, frPeople, frLetters},
	{"es", "Spanish", esDates, esPhrases, esPeople, esLetters},
	{"nl", "Dutch", nlDates, nlPhrases, nlPeople, nlLetters},
	{"it", "Italian", itDates, itPhrases, itPeople, itLetters},
	{"pt", "Portuguese", ptDates, ptPhrases, ptPeople, ptLetters},
	{"pl", "Polish", plDates, plPhrases, plPeople, plLetters},
}

// Of gives the language with the ISO 639-1 code, and false where it is none
// of ours.
func Of(code string) (Language, bool) {
	for _, l := range All {
		if l.Code == code {
			return l, true
		}
	}
	return Language{}, false
}
