package imapwatch

import (
	"net"
	"slices"
	"strings"
	"time"
)

// ProviderRow is what is known of a mail provider.
type ProviderRow struct {
	Name        string
	Domains     []string // of mail addresses
	Hosts       []string // IMAP hosts; the first is the one to configure
	Port        int
	Security    string
	Username    string // "address" or "local part"
	Auth        string // "password" or "oauth2"
	AppPassword string // where the app password is made; "" where the usual one serves
	Note        string // what a person must do first, in one sentence; may be empty
	Life        time.Duration
	OAuthLife   time.Duration
	Source      string // where this was learned
}

func (p ProviderRow) lifetime(auth string) time.Duration {
	switch {
	case auth == "oauth2" && p.OAuthLife > 0:
		return p.OAuthLife
	case p.Life > 0:
		return p.Life
	}
	return defaultLife
}

// Provider finds the row for a mail domain, a mail address or an IMAP host,
// and false where none is known.
func Provider(name string) (ProviderRow, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	if i := strings.LastIndexByte(name, '@'); i >= 0 {
		name = name[i+1:]
	}
	if ip := net.ParseIP(name); ip != nil && ip.IsLoopback() {
		return ProviderRow{}, false // a bridge, or anything else
	}
	for _, p := range Providers {
		if slices.Contains(p.Domains, name) || slices.Contains(p.Hosts, name) {
			return p, true
		}
	}
	return ProviderRow{}, false
}
