package rules

import (
	"maps"
	"slices"
	"strings"
)

// party is who an interview is with, as its tellings show it.
type party struct {
	companies [][]string
	roles     [][]string
	threads   map[string]bool
	people    map[string]bool // addresses of humans who take part
	senders   map[string]bool // every address, robots' too, that its tellings came from
	domains   map[string]bool // the company's own
	agencies  map[string]bool // domains of recruiters
	agency    bool
}

func newParty() party {
	return party{threads: map[string]bool{}, people: map[string]bool{}, senders: map[string]bool{},
		domains: map[string]bool{}, agencies: map[string]bool{}}
}

// meet adds what one telling shows.
func (p *party) meet(l *letter) {
	note(p.threads, l.thread)
	note(p.senders, l.from)
	note(p.senders, address(l.Mail.ReplyTo.Address))
	p.name(l.company, l.role)
	p.agency = p.agency || l.Facts.Agency
	if !l.Mail.Auto {
		p.person(l.from, l.Facts.Agency)
	} else if l.domain != "" && speaksFor(l.domain, l.company) {
		note(p.domains, l.domain)
	}
	p.person(address(l.Facts.Contact.Address), l.Facts.Agency)
	for _, c := range l.Facts.Panel {
		p.person(address(c.Address), l.Facts.Agency)
	}
}

func (p *party) name(company, role []string) {
	p.companies = withName(p.companies, company)
	p.roles = withName(p.roles, role)
}

// withName adds a name that is not there yet; a crowd of names is cut short.
func withName(names [][]string, name []string) [][]string {
	same := func(n []string) bool { return slices.Equal(n, name) }
	if len(name) == 0 || len(names) >= crowd || slices.ContainsFunc(names, same) {
		return names
	}
	return append(names, name)
}

// note enters k; a crowd is cut short.
func note(set map[string]bool, k string) {
	if len(set) < crowd {
		set[k] = true
	}
}

func (p *party) person(a string, agency bool) {
	if a == "" {
		return
	}
	note(p.people, a)
	if d := ownDomain(a); d != "" && agency {
		note(p.agencies, d)
	} else if d != "" {
		note(p.domains, d)
	}
}

func (p *party) join(o party) {
	for _, c := range o.companies {
		p.companies = withName(p.companies, c)
	}
	for _, r := range o.roles {
		p.roles = withName(p.roles, r)
	}
	p.agency = p.agency || o.agency
	for _, x := range []struct{ to, from map[string]bool }{
		{p.threads, o.threads}, {p.people, o.people}, {p.senders, o.senders}, {p.domains, o.domains}, {p.agencies, o.agencies}} {
		from := slices.Collect(maps.Keys(x.from))
		if len(from)+len(x.to) > crowd {
			slices.Sort(from) // what is cut short is the same every time
		}
		for _, k := range from {
			note(x.to, k)
		}
	}
}

// speaksFor reports whether a robot's domain bears the company's name: only
// then is it the company's and not a hiring system's.
func speaksFor(domain string, company []string) bool {
	label, _, _ := strings.Cut(domain, ".")
	label = strings.ReplaceAll(label, "-", "")
	name := strings.Join(company, "")
	return len(name) > 2 && (strings.HasPrefix(label, name) || (len(label) > 3 && strings.HasPrefix(name, label)))
}

// isCompany and notCompany are both false where either side is unknown.
func (p *party) isCompany(name []string) bool {
	for _, c := range p.companies {
		if sameWords(c, name) {
			return true
		}
	}
	return false
}

func (p *party) notCompany(name []string) bool {
	return len(name) > 0 && len(p.companies) > 0 && !p.isCompany(name)
}

func (p *party) notRole(role []string) bool {
	for _, r := range p.roles {
		if !otherRole(r, role) {
			return false
		}
	}
	return len(p.roles) > 0 && len(role) > 0
}

// sameEmployer reports whether two parties are one employer; another role in
// another thread keeps them apart.
func (p *party) sameEmployer(o *party) bool {
	inThread := meets(p.threads, o.threads)
	if p.otherRoleThan(o) && !inThread {
		return false
	}
	known, match := false, false
	for _, c := range o.companies {
		known = known || len(p.companies) > 0
		match = match || p.isCompany(c)
	}
	if known && !match {
		return inThread && !p.agency && !o.agency
	}
	return match || inThread || meets(p.people, o.people) || meets(p.domains, o.domains)
}

func (p *party) otherRoleThan(o *party) bool {
	for _, r := range o.roles {
		if !p.notRole(r) {
			return false
		}
	}
	return len(o.roles) > 0 && len(p.roles) > 0
}

func meets(a, b map[string]bool) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// fit says what ties a mail of the other side to the party, "" for nothing.
// elsewhere is set where the mail stands in the thread of another interview.
func (p *party) fit(l *letter, elsewhere bool) Fit {
	conflict := p.notCompany(l.company)
	agency := p.agency || l.Facts.Agency
	if p.threads[l.thread] {
		if conflict && agency {
			return ""
		}
		return FitThread
	}
	role := p.notRole(l.role)
	d := l.domain
	switch {
	case role || (elsewhere && (conflict || agency)):
		return ""
	case p.people[l.from] && !(conflict && agency):
		return FitContact
	case p.isCompany(l.company):
		return FitCompany
	case conflict || d == "":
		return ""
	case p.domains[d]:
		return FitDomain
	case p.agencies[d] && !l.Mail.Auto:
		return FitAgency
	}
	return ""
}

// fitOwn says what ties the user's own mail to the party. Mail in the thread
// of another role at the company only counts for min_gap; a mail of the thread
// passed on to a friend's freemail address is not written to the company.
func (p *party) fitOwn(l *letter, otherRole, otherCompany bool) Fit {
	if len(l.to) == 0 || otherCompany {
		return ""
	}
	how, private := Fit(""), true
	for _, a := range l.to {
		d := ownDomain(a)
		private = private && d == "" && !p.people[a] && !p.senders[a]
		switch {
		case p.people[a]:
			how = FitContact
		case d != "" && (p.domains[d] || p.agencies[d]) && how == "" && !p.notCompany(l.company):
			how = FitDomain
		}
	}
	switch {
	case p.threads[l.thread] && !private:
		return FitThread
	case how == "" && !private && p.isCompany(l.company) && !p.notRole(l.role):
		how = FitCompany
	}
	if how != "" && otherRole {
		return FitGap
	}
	return how
}
