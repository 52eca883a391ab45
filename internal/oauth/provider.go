// Package oauth logs in where a provider asks for OAuth 2.0 (RFC 6749) in
// place of a password: with the browser (PKCE, RFC 7636, and a redirect to this
// computer, RFC 8252) or with a code typed on another device (RFC 8628), and
// fetches access tokens from then on.
//
// The client is the user's own, from the configuration. Nothing but the
// provider's endpoints in the table below, or those of the configuration, is
// ever contacted.
package oauth

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/endpoints"

	"inboxwatch/internal/config"
)

// Provider is a row of the table of providers.
type Provider struct {
	Name     string
	Hosts    []string // IMAP hosts that are its
	Endpoint oauth2.Endpoint
	Revoke   string // where a token is given back (RFC 7009), or ""
	Scopes   []string
	Params   map[string]string // further parameters of the authorisation request
	Redirect string            // host of the redirect, as the provider wants it registered
	Device   bool              // the device flow may ask for mail
	// Advice is what to do instead, for providers whose OAuth is not for
	// everyone. Such a row has no endpoint.
	Advice string
}

// Providers are those known. Facts: Google's and Microsoft's documentation of
// IMAP with OAuth; that Google's device flow refuses mail scopes and Microsoft's
// does not; that Microsoft wants http://localhost registered as "Mobile and
// desktop".
var Providers = []Provider{
	{
		Name:     "Google",
		Hosts:    []string{"imap.gmail.com", "imap.googlemail.com"},
		Endpoint: endpoints.Google,
		Revoke:   "https://oauth2.googleapis.com/revoke",
		Scopes:   []string{"https://mail.google.com/"},
		// Without both, a second login gets no refresh token.
		Params:   map[string]string{"access_type": "offline", "prompt": "consent"},
		Redirect: "127.0.0.1",
	},
	{
		Name:     "Microsoft",
		Hosts:    []string{"outlook.office365.com", "outlook.office.com", "imap-mail.outlook.com"},
		Endpoint: endpoints.AzureAD("common"), // the tenant of the configuration takes its place
		Scopes:   []string{"https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access"},
		Redirect: "localhost",
		Device:   true,
	},
	{
		Name:   "Yahoo",
		Hosts:  []string{"imap.mail.yahoo.com", "imap.aol.com"},
		Advice: "Yahoo and AOL give OAuth clients for mail to companies only; use an app password (account security page) with auth = \"password\"",
	},
	{
		Name:   "Fastmail",
		Hosts:  []string{"imap.fastmail.com"},
		Advice: "Fastmail gives OAuth clients on request only; use an app password (Settings, Privacy & Security) with auth = \"password\"",
	},
}

// providerFor gives the row for an account, with what the configuration says
// in place of or on top of it.
func providerFor(acc config.Account) (Provider, error) {
	host := strings.ToLower(strings.TrimSuffix(acc.Host, "."))
	p := Provider{Name: acc.Host, Redirect: "127.0.0.1"}
	for _, row := range Providers {
		if slices.Contains(row.Hosts, host) {
			p = row
		}
	}
	o := acc.OAuth
	if p.Name == "Microsoft" {
		p.Endpoint = endpoints.AzureAD(o.Tenant)
	}
	if o.AuthURL != "" {
		p.Endpoint = oauth2.Endpoint{AuthURL: o.AuthURL, TokenURL: o.TokenURL}
		p.Revoke, p.Device, p.Advice = "", false, ""
	}
	if o.DeviceURL != "" {
		p.Endpoint.DeviceAuthURL, p.Device = o.DeviceURL, true
	}
	if len(o.Scopes) > 0 {
		p.Scopes = o.Scopes
	}
	// Public clients send their id in the form; guessing would try each
	// request twice.
	p.Endpoint.AuthStyle = oauth2.AuthStyleInParams
	switch {
	case o.ClientID == "":
		return p, &Error{Account: acc.Name, What: "login needs oauth_client_id, your own client's id (docs/providers/oauth.md tells how to make one); or use token_command, or a password", exit: exitConfig}
	case p.Advice != "":
		return p, &Error{Account: acc.Name, What: p.Advice, exit: exitConfig}
	case p.Endpoint.TokenURL == "":
		return p, &Error{Account: acc.Name, What: fmt.Sprintf("inboxwatch does not know the OAuth addresses of %s; write oauth_auth_url, oauth_token_url and oauth_scopes, or use a password", acc.Host), exit: exitConfig}
	case len(p.Scopes) == 0:
		return p, &Error{Account: acc.Name, What: "login needs oauth_scopes, what to ask the provider for", exit: exitConfig}
	}
	return p, nil
}

func (p Provider) client(acc config.Account) *oauth2.Config {
	return &oauth2.Config{ClientID: acc.OAuth.ClientID, ClientSecret: acc.OAuth.ClientSecret, Endpoint: p.Endpoint, Scopes: p.Scopes}
}
