package detect

import (
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// Terms gives the terms of a mail's score with their values, and whether its
// facts allow each kind, in the order of rules.Kinds: what the fitting of the
// weights learns from.
func Terms(m *mailparse.Message, o Owner) (values map[string]float64, allowed [10]bool) {
	r := &reading{m: m, o: o}
	r.readCalendars()
	r.readPhrases()
	r.readLanguage()
	r.readSchedule()
	values = map[string]float64{"base": 1}
	terms := r.terms()
	r.elsewhere = speaksElsewhere(terms)
	for _, t := range terms {
		values[t.name] += t.value
	}
	for k, kind := range rules.Kinds {
		allowed[k] = r.possible(kind)
	}
	return values, allowed
}

// ParseWeights reads a table of weights as weights.txt holds it.
func ParseWeights(s string) (map[string][10]float64, error) {
	rows, err := parseWeights(s)
	if err != nil {
		return nil, err
	}
	out := make(map[string][10]float64, len(rows))
	for name, row := range rows {
		out[name] = row
	}
	return out, nil
}
