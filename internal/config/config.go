// Package config reads the configuration file (TOML; the contract's section
// 6) and says of every mistake in one line what, where and how to mend it.
//
// The keys stand in the tables of keys.go; a key is a row there, which reads,
// checks, prints and explains it.
package config

import (
	"fmt"
	"time"

	"inboxwatch/internal/rules"
)

// Config is a configuration that was read and found right.
type Config struct {
	Path      string         // the file it came from, "" where it came from none
	Timezone  string         // IANA name; "" is the system's
	Location  *time.Location // of Timezone; never nil after Load
	Country   string         // of public holidays: "GB", "GB-SCT"; "" is none
	Person    Person
	Accounts  []Account // one or more
	Rules     Rules
	Companies []Company
	Drafts    Drafts
}

// Person is the user.
type Person struct {
	Name      string
	Addresses []string // all that are the user's, in lower case
	Phone     string
	Employed  bool
}

// Account is one mailbox. Its secret is never part of the file: see package
// secret.
type Account struct {
	Name     string
	Host     string
	Port     int
	Security string        // tls | starttls | none (loopback addresses only)
	CAFile   string        // path of an extra trust root, or ""
	Pin      string        // SHA-256 of the server's certificate, 64 hex digits, or ""
	Timeout  time.Duration // silence after which a connection counts as dead
	Poll     time.Duration // where there is no IDLE
	Username string
	Auth     string // password | oauth2

	// At most one of the three; where all are empty the keyring is asked.
	PasswordCommand []string
	PasswordEnv     string
	PasswordFile    string

	TokenCommand []string // prints an access token; in place of login
	OAuth        OAuth

	Watch  []string // folders; empty: INBOX, \All, \Archive and \Trash; "*": every folder but Junk
	Sent   string   // folder; "" is found by SPECIAL-USE, then by name
	Drafts string
}

// OAuth is what login needs to know. Where the host is a provider we know,
// ClientID (and ClientSecret at Google) are enough.
type OAuth struct {
	ClientID     string
	ClientSecret string // of a desktop client: not a secret, yet kept as one
	Tenant       string // Microsoft: organizations, consumers or a tenant's id; "" is common
	AuthURL      string
	TokenURL     string
	DeviceURL    string
	Scopes       []string
}

// Rules are the judgement for all interviews.
type Rules struct {
	ThankYou, Call, End time.Duration // from T
	Count               string        // elapsed | working-days
	Closed              []rules.DayRange
	MinGap, Lookback    time.Duration
	TrialOffer          string // ask | never
	MaxOpenTrials       int
}

// Company is the judgement for one company; nil overrides nothing.
type Company struct {
	Match                       string
	ThankYou, Call, End, MinGap *time.Duration
	Closed                      []rules.DayRange
}

// Drafts says where the user's own templates are; "" is nowhere.
type Drafts struct{ Templates string }

// Default is the configuration that an empty file would be, if it were
// allowed: it lacks the person and the accounts.
func Default() Config {
	d := rules.Defaults(nil)
	return Config{Rules: Rules{
		ThankYou: d.Bounds.ThankYou, Call: d.Bounds.Call, End: d.Bounds.End,
		Count: "elapsed", MinGap: d.MinGap, Lookback: 120 * day,
		TrialOffer: d.TrialOffer, MaxOpenTrials: d.MaxOpenTrials,
	}}
}

// DefaultAccount is an account of which nothing was said.
func DefaultAccount() Account {
	return Account{Security: "tls", Timeout: 30 * time.Second, Poll: 5 * time.Minute, Auth: "password"}
}

// Account gives the account of a name.
func (c Config) Account(name string) (Account, bool) {
	for _, a := range c.Accounts {
		if a.Name == name {
			return a, true
		}
	}
	return Account{}, false
}

// Settings gives the judgement to the rules.
func (c Config) Settings() rules.Settings {
	s := rules.Defaults(c.Location)
	s.Country = c.Country
	s.Addresses, s.Name, s.Phone, s.Employed = c.Person.Addresses, c.Person.Name, c.Person.Phone, c.Person.Employed
	s.Bounds = rules.Bounds{ThankYou: c.Rules.ThankYou, Call: c.Rules.Call, End: c.Rules.End}
	s.WorkingDays = c.Rules.Count == "working-days"
	s.Closed = c.Rules.Closed
	s.MinGap = c.Rules.MinGap
	s.TrialOffer, s.MaxOpenTrials = c.Rules.TrialOffer, c.Rules.MaxOpenTrials
	for _, k := range c.Companies {
		s.Companies = append(s.Companies, rules.CompanyRule{Match: k.Match,
			ThankYou: k.ThankYou, Call: k.Call, End: k.End, Closed: k.Closed, MinGap: k.MinGap})
	}
	return s
}

// Error is one mistake in the configuration, in one line.
type Error struct {
	Path string
	Line int    // 0 where it has none
	Key  string // "account.port", or "" where no one key is at fault
	What string // what is wrong and how to mend it
	// More are the further mistakes of the same file, for doctor.
	More []*Error
}

// Error is "file:line: key: what".
func (e *Error) Error() string {
	s := e.Path
	if e.Line > 0 {
		s += fmt.Sprintf(":%d", e.Line)
	}
	if e.Key != "" {
		s += ": " + e.Key
	}
	return s + ": " + e.What
}

// ExitCode is EX_CONFIG of sysexits.h.
func (e *Error) ExitCode() int { return 78 }
