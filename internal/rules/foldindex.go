package rules

import (
	"slices"
	"strings"
)

// index finds, among many parties, the few that a mail or another party can
// have anything in common with: without it a flood of mails costs the square
// of its size. What it finds is still to be compared; what it does not find
// shares no thread, person, domain or company name.
type index map[string][]int

// add enters party number n under all that it is known by, again whenever it
// has learnt more.
func (x index) add(n int, keys []string) {
	for _, k := range keys {
		if at, found := slices.BinarySearch(x[k], n); !found {
			x[k] = slices.Insert(x[k], at, n)
		}
	}
}

// crowd is how many parties may be known under one key. No job hunt has as many
// interviews with one person or company: where there are more, they are a
// flood, and each is compared with its neighbours only.
const crowd = 64

// Of a crowd, find gives as many before and after the place that is asked for.
const (
	crowdBefore = 8
	crowdAfter  = 2
)

// find gives the numbers of the parties under any of the keys, in order; of a
// crowd those around number at.
func (x index) find(keys []string, at int) []int {
	var out []int
	for _, k := range keys {
		ns := x[k]
		if len(ns) > crowd {
			i, _ := slices.BinarySearch(ns, at)
			ns = ns[max(0, i-crowdBefore):min(len(ns), i+crowdAfter)]
		}
		out = append(out, ns...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// companyKeys are what two names have in common that are one company's: the
// first word, or all of them without the spaces (see sameWords).
func companyKeys(keys []string, name []string) []string {
	if len(name) == 0 {
		return keys
	}
	return append(keys, "first "+name[0], "whole "+strings.Join(name, ""))
}

func (p *party) keys() []string {
	var out []string
	for t := range p.threads {
		out = append(out, "thread "+t)
	}
	for a := range p.people {
		out = append(out, "person "+a)
	}
	for d := range p.domains {
		out = append(out, "domain "+d)
	}
	for d := range p.agencies {
		out = append(out, "domain "+d)
	}
	for _, c := range p.companies {
		out = companyKeys(out, c)
	}
	return out
}

// keys of a mail are all that fit and fitOwn look at.
func (l *letter) keys() []string {
	out := companyKeys([]string{"thread " + l.thread, "person " + l.from, "domain " + l.domain}, l.company)
	for _, a := range l.to {
		out = append(out, "person "+a, "domain "+ownDomain(a))
	}
	return out
}

func indexOf(groups []*group) index {
	x := index{}
	for i, g := range groups {
		x.add(i, g.party.keys())
	}
	return x
}
