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
	{"en", "English", enDates, enPhrases, withTrades("en", enPeople, enTrades), enLetters},
	{"de", "German", deDates, dePhrases, withTrades("de", dePeople, deTrades), deLetters},
	{"fr", "French", frDates, frPhrases, withTrades("fr", frPeople, inBothGenders(frTrades)), frLetters},
	{"es", "Spanish", esDates, esPhrases, withTrades("es", esPeople, inBothGenders(esTrades)), esLetters},
	{"nl", "Dutch", nlDates, nlPhrases, withTrades("nl", nlPeople, nlTrades), nlLetters},
	{"it", "Italian", itDates, itPhrases, withTrades("it", itPeople, inBothGenders(itTrades)), itLetters},
	{"pt", "Portuguese", ptDates, ptPhrases, withTrades("pt", ptPeople, inBothGenders(ptTrades)), ptLetters},
	{"pl", "Polish", plDates, plPhrases, withTrades("pl", plPeople, plForms(plTrades)), plLetters},
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
