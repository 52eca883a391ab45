package rules

import (
	"slices"
	"strings"
)

// named takes a firm's or a post's name. One that its mail doubts gives way to
// a sure one, told before or after, and stays a doubt until then.
func (iv *Interview) named(field string, to *string, name string, doubts []Doubt) {
	of := func(d Doubt) bool { return d.Field == field }
	unsure, open := slices.ContainsFunc(doubts, of), slices.ContainsFunc(iv.Doubts, of)
	if name == "" || unsure && *to != "" && !open {
		return
	}
	*to = name
	iv.Doubts = slices.DeleteFunc(iv.Doubts, of)
	if unsure {
		iv.Doubts = append(iv.Doubts, Doubt{Field: field, Candidates: []string{name}})
	}
}

// learn takes from one telling what it is sure of; later tellings overwrite.
func (g *group) learn(l *letter) {
	iv, f := &g.iv, l.Facts
	iv.Tellings = append(iv.Tellings, l.Mail.MessageID)
	iv.named("company", &iv.Company, f.Company, f.Doubts)
	iv.named("role", &iv.Role, f.Role, f.Doubts)
	iv.Phone = newer(f.Phone, iv.Phone)
	iv.Lang = newer(f.Lang, iv.Lang)
	iv.Agency = iv.Agency || f.Agency
	for _, c := range f.Panel {
		if len(iv.Panel) < crowd && !slices.ContainsFunc(iv.Panel, func(o Contact) bool { return samePerson(o, c) }) {
			iv.Panel = append(iv.Panel, c)
		}
	}
	for _, w := range f.Warnings {
		if len(iv.Warnings) < crowd && !slices.Contains(iv.Warnings, w) {
			iv.Warnings = append(iv.Warnings, w)
		}
	}
	for _, e := range f.Evidence {
		e.Source += ", mail of " + sayDay(l.Mail.Date)
		iv.Evidence = append(iv.Evidence, e)
	}
}

func newer(word, old string) string {
	if word == "" {
		return old
	}
	return word
}

func samePerson(a, b Contact) bool {
	if a.Address != "" && b.Address != "" {
		return address(a.Address) == address(b.Address)
	}
	return strings.EqualFold(a.Name, b.Name)
}
