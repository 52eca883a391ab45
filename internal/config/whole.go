package config

import (
	"fmt"
	"strings"
	"time"
)

// whole checks what no single key shows: what is missing, and what does not go
// together.
func (r *reader) whole(c *Config) {
	if c.Person.Name == "" {
		r.missing("person.name", `name = "Your Name"`)
	}
	if len(c.Person.Addresses) == 0 {
		r.missing("person.addresses", `addresses = ["you@example.org"]`)
	}
	r.twice("person.addresses", c.Person.Addresses)
	if len(c.Accounts) == 0 {
		r.fail("account", "is missing; write an [[account]] section with name, host and username, or let `inboxwatch init` do it")
	}
	for i := range c.Accounts {
		r.account(fmt.Sprintf("account[%d]", i), &c.Accounts[i], c.Accounts[:i])
	}
	r.bounds("rules", "", c.Rules.ThankYou, c.Rules.Call, c.Rules.End)
	for i, k := range c.Companies {
		path := fmt.Sprintf("company[%d]", i)
		if k.Match == "" {
			r.missing(path+".match", `match = "Acme"`)
		}
		for _, other := range c.Companies[:i] {
			if strings.EqualFold(k.Match, other.Match) && k.Match != "" {
				r.fail(path+".match", "%q has a section already; put both into one", k.Match)
			}
		}
		r.bounds(path, " (with what [rules] says)", or(k.ThankYou, c.Rules.ThankYou), or(k.Call, c.Rules.Call), or(k.End, c.Rules.End))
	}
}

// missing says that a key is missing, unless it is there and wrong, which was
// said already.
func (r *reader) missing(path, example string) {
	if _, there := r.lines[path]; there && r.failed(path) {
		return
	}
	r.fail(path, "is missing; write %s", example)
}

func (r *reader) failed(path string) bool {
	for _, e := range r.mistake {
		if e.Key == path {
			return true
		}
	}
	return false
}

func (r *reader) twice(path string, list []string) {
	seen := map[string]bool{}
	for _, s := range list {
		if seen[s] {
			r.fail(path, "%q is there twice; leave one out", s)
		}
		seen[s] = true
	}
}

func (r *reader) account(path string, a *Account, before []Account) {
	switch {
	case a.Name == "":
		r.missing(path+".name", `name = "personal"`)
	default:
		for _, b := range before {
			if a.Name == b.Name {
				r.fail(path+".name", "%q is another account's name already; choose a different one", a.Name)
			}
		}
	}
	if a.Host == "" {
		r.missing(path+".host", `host = "imap.example.org"`)
	}
	if a.Username == "" {
		r.missing(path+".username", `username = "you@example.org"`)
	}
	if a.Security == "none" && a.Host != "" && !loopback(a.Host) {
		r.fail(path+".security", `"none" would send the password readable over the network, and is for this computer (localhost) only; write "tls" or "starttls"`)
	}
	if a.Security == "none" && (a.CAFile != "" || a.Pin != "") {
		r.fail(path+".security", `"none" looks at no certificate; leave ca_file and pin_sha256 out, or write "tls"`)
	}
	if a.Port == 0 && !r.failed(path+".port") {
		a.Port = map[bool]int{true: 993, false: 143}[a.Security == "tls"]
	}
	r.login(path, a)
}

// login checks that one way to the secret is given, and one that fits.
func (r *reader) login(path string, a *Account) {
	var ways []string
	for _, w := range []struct {
		name string
		set  bool
	}{{"password_command", len(a.PasswordCommand) > 0}, {"password_env", a.PasswordEnv != ""}, {"password_file", a.PasswordFile != ""}} {
		if w.set {
			ways = append(ways, w.name)
		}
	}
	if len(ways) > 1 {
		r.fail(path+"."+ways[1], "%s is given too; keep one of the two", ways[0])
	}
	oauth := len(a.TokenCommand) > 0 || a.OAuth.ClientID != ""
	switch a.Auth {
	case "password":
		if oauth {
			r.fail(path+".auth", `should be "oauth2" where oauth_client_id or token_command is given; write that, or leave those out`)
		}
	case "oauth2":
		if len(ways) > 0 {
			r.fail(path+"."+ways[0], `goes with auth = "password"; leave it out, or write token_command for oauth2`)
		}
		if !oauth {
			r.fail(path+".auth", `"oauth2" needs oauth_client_id (your own client, see docs/providers/oauth.md) or token_command; at most providers an app password with auth = "password" is simpler`)
		}
		if (a.OAuth.AuthURL == "") != (a.OAuth.TokenURL == "") {
			r.fail(path+".auth", "needs oauth_auth_url and oauth_token_url, both or neither")
		}
	}
}

func (r *reader) bounds(path, also string, thankYou, call, end time.Duration) {
	switch {
	case r.failed(path+".thank_you") || r.failed(path+".call") || r.failed(path+".end"):
	case thankYou >= call:
		r.fail(r.present(path, "thank_you", "call"), "the thank-you's bound (%s) should lie before the call's (%s)%s", FormatDuration(thankYou), FormatDuration(call), also)
	case call >= end:
		r.fail(r.present(path, "call", "end"), "the call's bound (%s) should lie before the end (%s)%s", FormatDuration(call), FormatDuration(end), also)
	}
}

// present gives the first of two keys that the file has.
func (r *reader) present(path, one, two string) string {
	if _, ok := r.lines[path+"."+one]; ok {
		return path + "." + one
	}
	return path + "." + two
}

func or(d *time.Duration, otherwise time.Duration) time.Duration {
	if d != nil {
		return *d
	}
	return otherwise
}
