package detect

import "strings"

// isNoReply says whether nobody reads what is sent to the address: a word of
// the tables for it stands in its local part, or in a host made for robots.
func isNoReply(address string) bool {
	local := localOf(address)
	if strings.Contains(local, "noreply") || strings.Contains(local, "no-reply") {
		return true
	}
	host, _, _ := strings.Cut(domainOf(address), ".")
	plain := letters(local)
	for _, w := range noReplyWords {
		if plain == w.plain || w.long && strings.Contains(plain, w.plain) || w.long && host == w.plain {
			return true
		}
	}
	for _, part := range strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '_' || r == '-' || r == '+' }) {
		for _, w := range noReplyWords {
			if part == w.plain {
				return true
			}
		}
	}
	return false
}

// noReplyName says whether a display name asks not to answer.
func noReplyName(name string) bool {
	l := letters(name)
	for _, w := range noReplyWords {
		if w.long && strings.Contains(l, w.plain) || l == w.plain {
			return true
		}
	}
	return strings.Contains(l, "donotreply") || strings.Contains(l, "noreply")
}

// noReplyWord is an entry of the tables without its marks; long ones count
// anywhere in a local part, short ones only as a part of their own.
type noReplyWord struct {
	plain string
	long  bool
}

var noReplyWords = func() (out []noReplyWord) {
	seen := make(map[string]bool)
	for _, l := range peopleTables() {
		for _, s := range l.NoReply {
			p := letters(s)
			if p != "" && !seen[p] {
				seen[p] = true
				out = append(out, noReplyWord{p, len(p) > 8})
			}
		}
	}
	return out
}()

// sharedWords are local parts of mailboxes that several people read.
var sharedWords = setOf([]string{
	"hr", "jobs", "job", "careers", "career", "recruitment", "recruiting", "talent", "hiring", "people", "info", "office", "admin", "contact", "hello", "mail", "team", "reception", "resourcing", "applications", "vacancies", "personnel", "staff", "enquiries", "interviews", "scheduling", "humanresources", "ta", "selection", "support", "help", "helpdesk", "campus", "chapteroffice", "store", "secretary", "registrar", "principal",
	"bewerbung", "bewerbungen", "karriere", "personal", "personalabteilung", "personalwesen", "ausbildung", "kontakt", "verwaltung", "sekretariat", "direktion", "rh", "recrutement", "candidature", "candidatures", "emploi", "drh", "secretariat", "accueil", "seleccion", "rrhh", "empleo", "talento", "candidaturas", "reclutamiento", "sollicitatie", "sollicitaties", "vacatures", "personeelszaken", "personeelsdienst", "werkenbij", "selezione", "risorseumane", "personale", "lavoro", "segreteria", "curriculum", "cv", "recrutamento", "vagas", "curriculos", "secretaria", "rekrutacja", "kadry", "praca", "nabory", "kariera", "biuro", "sekretariat",
})

// isShared says whether an address is a desk's rather than a person's.
func isShared(address string) bool {
	local := plainFold(localOf(address))
	if sharedWords[letters(local)] {
		return true
	}
	for _, part := range strings.FieldsFunc(local, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if sharedWords[part] && len(part) > 1 {
			return true
		}
	}
	return false
}
