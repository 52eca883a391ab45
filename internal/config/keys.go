package config

import (
	"time"

	"inboxwatch/internal/rules"
)

// The tables of all keys, section by section, in the order in which Write
// prints them. The contract's section 6 gives their names.

var topKeys = []key[Config]{
	{"timezone", "your time zone (IANA name); left out: this computer's", text(func(c *Config) *string { return &c.Timezone }, zone)},
	{"country", `whose public holidays put a follow-up off, as in "GB", or "GB-SCT" for a part of one`, text(func(c *Config) *string { return &c.Country }, country)},
}

var personKeys = []key[Person]{
	{"name", "as your mails are signed", text(func(p *Person) *string { return &p.Name }, filled)},
	{"addresses", "every address that is yours", texts(func(p *Person) *[]string { return &p.Addresses }, address)},
	{"phone", "written below the second mail", text(func(p *Person) *string { return &p.Phone }, nil)},
	{"employed", "a free trial is not offered while you have a job to lose", truth(func(p *Person) *bool { return &p.Employed })},
}

var accountKeys = []key[Account]{
	{"name", "what you call it; one word", text(func(a *Account) *string { return &a.Name }, word)},
	{"host", "the IMAP server", text(func(a *Account) *string { return &a.Host }, host)},
	{"port", "993 for tls, 143 for starttls", number(func(a *Account) *int { return &a.Port }, 1, 65535)},
	{"security", "tls, starttls, or none on this computer only", oneOf(func(a *Account) *string { return &a.Security }, "tls", "starttls", "none")},
	{"ca_file", "a certificate authority to trust besides the usual ones (PEM)", text(func(a *Account) *string { return &a.CAFile }, nil)},
	{"pin_sha256", "trust the certificate with this SHA-256 fingerprint and no other", text(func(a *Account) *string { return &a.Pin }, fingerprint)},
	{"timeout", "silence after which a connection counts as dead", duration(func(a *Account) *time.Duration { return &a.Timeout }, time.Second, 10*time.Minute)},
	{"poll", "how often to look where the server cannot tell of new mail", duration(func(a *Account) *time.Duration { return &a.Poll }, 10*time.Second, day)},
	{"username", "as the server knows you, often the whole address", text(func(a *Account) *string { return &a.Username }, filled)},
	{"auth", "password (an app password at most providers) or oauth2", oneOf(func(a *Account) *string { return &a.Auth }, "password", "oauth2")},
	{"password_command", "prints the password; run without a shell", texts(func(a *Account) *[]string { return &a.PasswordCommand }, filled)},
	{"password_env", "the environment variable that holds it", text(func(a *Account) *string { return &a.PasswordEnv }, envName)},
	{"password_file", "the file (mode 0600) that holds it", text(func(a *Account) *string { return &a.PasswordFile }, nil)},
	{"token_command", "oauth2 without login: prints an access token", texts(func(a *Account) *[]string { return &a.TokenCommand }, filled)},
	{"oauth_client_id", "oauth2: your own client's id", text(func(a *Account) *string { return &a.OAuth.ClientID }, nil)},
	{"oauth_client_secret", "oauth2 at Google: comes with the id (this file then needs mode 0600)", text(func(a *Account) *string { return &a.OAuth.ClientSecret }, nil)},
	{"oauth_tenant", "oauth2 at Microsoft: consumers, organizations or the tenant's id", text(func(a *Account) *string { return &a.OAuth.Tenant }, tenant)},
	{"oauth_auth_url", "oauth2 at a provider that inboxwatch does not know", text(func(a *Account) *string { return &a.OAuth.AuthURL }, endpoint)},
	{"oauth_token_url", "", text(func(a *Account) *string { return &a.OAuth.TokenURL }, endpoint)},
	{"oauth_device_url", "", text(func(a *Account) *string { return &a.OAuth.DeviceURL }, endpoint)},
	{"oauth_scopes", "", texts(func(a *Account) *[]string { return &a.OAuth.Scopes }, filled)},
	{"watch", `folders to read; left out: inbox, archive, all mail and trash; ["*"]: all but junk`, watchList()},
	{"sent", "left out: found by what the server says, then by name", text(func(a *Account) *string { return &a.Sent }, nil)},
	{"drafts", "the same", text(func(a *Account) *string { return &a.Drafts }, nil)},
}

var rulesKeys = []key[Rules]{
	{"thank_you", "from the interview's end: a thank-you until here, the second mail from here", duration(func(r *Rules) *time.Duration { return &r.ThankYou }, time.Hour, 365*day)},
	{"call", "the second mail until here, the call from here", duration(func(r *Rules) *time.Duration { return &r.Call }, time.Hour, 365*day)},
	{"end", "nothing more from here", duration(func(r *Rules) *time.Duration { return &r.End }, time.Hour, 365*day)},
	{"count", "elapsed, or working-days (3, 10 and 30 of them)", oneOf(func(r *Rules) *string { return &r.Count }, "elapsed", "working-days")},
	{"closed", "days that do not count, weekends among them too", days(func(r *Rules) *[]rules.DayRange { return &r.Closed })},
	{"min_gap", "at least this long after your own last mail to them", duration(func(r *Rules) *time.Duration { return &r.MinGap }, 0, 60*day)},
	{"lookback", "how far back the first look goes", duration(func(r *Rules) *time.Duration { return &r.Lookback }, day, 1830*day)},
	{"trial_offer", "ask, or never", oneOf(func(r *Rules) *string { return &r.TrialOffer }, "ask", "never")},
	{"max_open_trials", "offering to everyone shows desperation", number(func(r *Rules) *int { return &r.MaxOpenTrials }, 0, 100)},
}

var companyKeys = []key[Company]{
	{"match", "whole words of the company's name", text(func(c *Company) *string { return &c.Match }, filled)},
	{"thank_you", "", override(func(c *Company) **time.Duration { return &c.ThankYou }, time.Hour, 365*day)},
	{"call", "", override(func(c *Company) **time.Duration { return &c.Call }, time.Hour, 365*day)},
	{"end", "", override(func(c *Company) **time.Duration { return &c.End }, time.Hour, 365*day)},
	{"closed", "", days(func(c *Company) *[]rules.DayRange { return &c.Closed })},
	{"min_gap", "", override(func(c *Company) **time.Duration { return &c.MinGap }, 0, 60*day)},
}

var draftsKeys = []key[Drafts]{
	{"templates", "a folder of your own templates (see `inboxwatch templates export`)", text(func(d *Drafts) *string { return &d.Templates }, nil)},
}

// sections say where each key belongs.
var sections = []struct {
	where string
	keys  []string
}{
	{"at the top of the file, above the first section", names(topKeys)},
	{"under [person]", names(personKeys)},
	{"under [[account]]", names(accountKeys)},
	{"under [rules]", names(rulesKeys)},
	{"under [[company]]", names(companyKeys)},
	{"under [drafts]", names(draftsKeys)},
}

func names[T any](keys []key[T]) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.name
	}
	return out
}

// watchList is a list of folders; "*" alone is taken for ["*"].
func watchList() value[Account] {
	v := texts(func(a *Account) *[]string { return &a.Watch }, filled)
	list := v.set
	v.set = func(a *Account, got any) error {
		if got == "*" {
			got = []any{"*"}
		}
		return list(a, got)
	}
	return v
}
