package drafts

import (
	"strings"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// salutation greets to as the thread does. What the mail does not show for
// certain is not used: without a title the full name, without a name nobody.
func salutation(l lang.Letters, iv rules.Interview, to rules.Contact) string {
	g := iv.Greeting
	known := iv.Contact.Address == "" || strings.EqualFold(iv.Contact.Address, to.Address)
	if !known { // the greeting was read for somebody else
		g = rules.Greeting{Tone: g.Tone}
	}
	parts := map[string]string{"given": cleanName(g.Given), "family": cleanName(g.Family), "contact": personName(g, to)}
	title, woman, man := titleOf(l, g.Title)
	parts["title"] = title
	set := l.Formal
	tries := []string{}
	if g.Tone == rules.ToneInformal {
		set = l.Informal
		if woman {
			tries = append(tries, set.Woman)
		}
		if man {
			tries = append(tries, set.Man)
		}
		tries = append(tries, set.Given)
	} else if title != "" {
		switch {
		case woman:
			tries = append(tries, set.Woman)
		case man:
			tries = append(tries, set.Man)
		}
		tries = append(tries, set.Title)
	}
	if parts["contact"] != "" {
		tries = append(tries, set.Named)
	}
	tries = append(tries, set.Given)
	for _, pattern := range tries {
		if s, ok := fill(pattern, parts); ok {
			return s
		}
	}
	return set.Nobody
}

// fill puts the parts into pattern in one go, so that no value is read as a
// pattern; false where a part is unknown.
func fill(pattern string, parts map[string]string) (string, bool) {
	if pattern == "" {
		return "", false
	}
	pairs := make([]string, 0, 2*len(parts))
	for k, v := range parts {
		if v == "" && strings.Contains(pattern, "{"+k+"}") {
			return "", false
		}
		pairs = append(pairs, "{"+k+"}", v)
	}
	return strings.NewReplacer(pairs...).Replace(pattern), true
}

// personName is the contact's full name, or "" where the display name is not
// plainly a person's: a name of one word, a team, a house.
func personName(g rules.Greeting, to rules.Contact) string {
	given, family := cleanName(g.Given), cleanName(g.Family)
	if given != "" && family != "" {
		return given + " " + family
	}
	name := cleanName(to.Name)
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 || len(words) > 4 {
		return ""
	}
	for _, w := range words {
		if teamWords[strings.Trim(w, ".")] {
			return ""
		}
	}
	return name
}

// teamWords are words that a person's name does not hold, in our languages.
var teamWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`team hr recruiting recruitment recruiter talent people careers career jobs job
		hiring human resources personal personalabteilung personalwesen bewerbung bewerbermanagement bewerbungen karriere
		equipe équipe équipes recrutement rh emploi carrières selección seleccion reclutamiento rrhh empleo personas talento
		personeelszaken werving vacatures selezione risorse umane candidature ufficio lavoro recrutamento seleção vagas pessoas
		rekrutacja kadry praca kariera zespół zespol dział dzial department office staff group gmbh ag ltd limited inc llc plc
		bv sa sas spa srl sp support admin administration info service services company acquisition via von der die das the and und`) {
		m[w] = true
	}
	delete(m, "von") // noble, not corporate
	delete(m, "der")
	return m
}()

// titleOf writes a title as l does: "Frau Dr." and whether it is a woman's or
// a man's. A word that no language knows makes the whole title unknown.
func titleOf(l lang.Letters, title string) (form string, woman, man bool) {
	var out []string
	for _, w := range strings.Fields(clean(title, maxName)) {
		row, ok := titleRow(l, strings.ToLower(strings.Trim(w, ".,")))
		if !ok {
			return "", false, false
		}
		woman, man = woman || row.Woman, man || row.Man
		if row.Form != "" {
			out = append(out, row.Form)
		}
	}
	if woman && man {
		return "", false, false
	}
	return strings.Join(out, " "), woman, man
}

// titleRow finds a title's row in l, or, where another language's title says
// woman or man, l's own plain one.
func titleRow(l lang.Letters, word string) (lang.Title, bool) {
	for _, row := range l.Titles {
		if row.Word == word {
			return row, true
		}
	}
	for _, other := range lang.All {
		for _, row := range other.Letters.Titles {
			if row.Word != word || row.Woman == row.Man {
				continue
			}
			for _, own := range l.Titles {
				if own.Woman == row.Woman && own.Man == row.Man {
					return own, true
				}
			}
		}
	}
	return lang.Title{}, false
}
