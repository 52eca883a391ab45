package rules

import "testing"

func TestSameCompany(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Acme Ltd", "ACME limited", true},
		{"Acme", "Acme Robotics", true},
		{"The Northwind Group", "Northwind", true},
		{"North Wind", "Northwind", true},
		{"Müller GmbH & Co. KG", "Mueller", true},
		{"PricewaterhouseCoopers LLP", "PricewaterhouseCoopers", true},
		{"Fiat S.p.A.", "FIAT spa", true},
		{"HP", "PHP", false},
		{"HP", "HP Inc", true},
		{"Data Corp", "Data Solutions", false},
		{"Data Corp", "Data", true},
		{"Bank of Leeds", "Bank of York", false},
		{"University of Leeds", "University", false},
		{"Acme", "", false},
		{"", "", false},
	} {
		if got := sameWords(companyWords(c.a), companyWords(c.b)); got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
		if got := sameWords(companyWords(c.b), companyWords(c.a)); got != c.same {
			t.Errorf("%q and %q: %v", c.b, c.a, got)
		}
	}
}

func TestOtherRole(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		other bool
	}{
		{"Backend Engineer", "Senior Backend Engineer (m/w/d)", false},
		{"Sr. Backend Engineer", "Senior Backend Engineer", false},
		{"Software Engineer, Backend", "Backend Engineer", false},
		{"Backend Engineer", "Frontend Engineer", true},
		{"Data Analyst", "Backend Engineer", true},
		{"", "Backend Engineer", false},
		{"The role", "Backend Engineer", false},
	} {
		if got := otherRole(roleWords(c.a), roleWords(c.b)); got != c.other {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestOwnDomain(t *testing.T) {
	for in, want := range map[string]string{
		"Jane@HR.Acme.co.uk":              "acme.co.uk",
		"jane@acme.example":               "acme.example",
		"jane@mail.acme.de":               "acme.de",
		"jane@gmail.com":                  "",
		"no-reply@eu.greenhouse.io":       "",
		"jane@trust.nhs.uk":               "trust.nhs.uk",
		"no address":                      "",
		"jane@localhost":                  "",
		"\"odd@local\"@acme.example":      "acme.example",
		"jane@notgmail.com":               "notgmail.com",
		"jane@gmail.com.attacker.example": "attacker.example",
	} {
		if got := ownDomain(in); got != want {
			t.Errorf("ownDomain(%q) = %q, want %q", in, got, want)
		}
	}
}
