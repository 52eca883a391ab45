package rules

// CompanyDomain gives the registrable domain of an address in lower case where
// it belongs to one organisation, and "" for freemail, hiring systems and what
// is no address.
func CompanyDomain(address string) string { return ownDomain(address) }

// HashMessageID is the form in which a forgotten mail is remembered: the
// SHA-256 of its Message-ID, in hexadecimal.
func HashMessageID(id string) string { return hashID(id) }

// MatchesCompany reports whether match stands in a company's name as whole
// words, case and accents ignored.
func MatchesCompany(name, match string) bool {
	w := plainWords(match)
	return len(w) > 0 && containsWords(plainWords(name), w)
}
