package oauth

import (
	"strings"
	"testing"

	"inboxwatch/internal/config"
)

func TestProviders(t *testing.T) {
	known := func(host string, o config.OAuth) (Provider, error) {
		o.ClientID = "x"
		return providerFor(config.Account{Name: "a", Host: host, OAuth: o})
	}
	for host, token := range map[string]string{
		"imap.gmail.com":          "https://oauth2.googleapis.com/token",
		"IMAP.gmail.com.":         "https://oauth2.googleapis.com/token",
		"outlook.office365.com":   "https://login.microsoftonline.com/common/oauth2/v2.0/token",
		"imap-mail.outlook.com":   "https://login.microsoftonline.com/common/oauth2/v2.0/token",
		"imap.gmail.com.evil.org": "", // not Google
	} {
		p, err := known(host, config.OAuth{})
		if (token == "") != (err != nil) || token != "" && p.Endpoint.TokenURL != token {
			t.Errorf("%s: %s %v", host, p.Endpoint.TokenURL, err)
		}
	}
	p, err := known("outlook.office365.com", config.OAuth{Tenant: "consumers"})
	if err != nil || !strings.Contains(p.Endpoint.TokenURL, "/consumers/") || !strings.Contains(p.Endpoint.DeviceAuthURL, "/consumers/") {
		t.Errorf("%+v %v", p.Endpoint, err)
	}
	for _, host := range []string{"imap.mail.yahoo.com", "imap.fastmail.com"} {
		_, err := known(host, config.OAuth{})
		checkError(t, err, 78, "use an app password")
	}
	_, err = providerFor(config.Account{Name: "a", Host: "imap.gmail.com"})
	checkError(t, err, 78, "needs oauth_client_id")
}
