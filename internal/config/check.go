package config

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"

	"inboxwatch/internal/rules"
)

// The checks of single values: each gives the value as it is kept, or says
// what is wrong with it and how to mend it.

func filled(s string) (string, error) {
	if strings.TrimSpace(s) == "" {
		return s, errors.New("is empty; fill it in or leave the line out")
	}
	return s, nil
}

func word(s string) (string, error) {
	if s == "" || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == '\\' }) {
		return s, fmt.Errorf("%q should be one word without blanks or slashes", s)
	}
	return s, nil
}

func zone(s string) (string, error) {
	if s == "" {
		return s, errors.New(`is empty; write an IANA name such as "Europe/London", or leave the line out for this computer's zone`)
	}
	if _, err := time.LoadLocation(s); err != nil || s == "Local" {
		return s, fmt.Errorf("%q is no time zone; write an IANA name such as %q", s, "Europe/London")
	}
	return s, nil
}

var countryForm = regexp.MustCompile(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`)

func country(s string) (string, error) {
	if s != "" && !countryForm.MatchString(s) {
		return s, fmt.Errorf(`%q is no country; write two capital letters (ISO 3166), as in "GB", or a part of one, as in "GB-SCT"`, s)
	}
	// A part whose holidays are the country's falls back to it.
	whole, _, _ := strings.Cut(s, "-")
	if !rules.KnownCountry(s) && !rules.KnownCountry(whole) {
		return s, fmt.Errorf(`the public holidays of %q are not known; name a part of it, as in "AU-NSW", or leave the line out and list the days as closed under [rules]`, s)
	}
	return s, nil
}

// address takes a bare address, and keeps it in lower case.
func address(s string) (string, error) {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || a.Name != "" {
		return s, fmt.Errorf("%q is no bare address; write it as in %q", s, "sam@example.org")
	}
	return strings.ToLower(s), nil
}

func host(s string) (string, error) {
	if strings.Contains(s, "://") {
		return s, fmt.Errorf("%q is a web address; write the server's bare name, as in %q", s, "imap.example.org")
	}
	if h, _, err := net.SplitHostPort(s); err == nil && !strings.Contains(h, ":") {
		return s, fmt.Errorf("%q has a port; write host = %q and the port in the key port", s, h)
	}
	if net.ParseIP(s) == nil && (s == "" || strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("/@:,;", r)
	})) {
		return s, fmt.Errorf("%q is no server name; write it as in %q", s, "imap.example.org")
	}
	return s, nil
}

// loopback reports whether a host is this computer, by its name alone: no
// resolver is trusted with that.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// fingerprint takes 64 hex digits, with or without colons, and keeps them bare
// and in lower case.
func fingerprint(s string) (string, error) {
	bare := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(s, "sha256:"), ":", ""))
	if b, err := hex.DecodeString(bare); s != "" && (err != nil || len(b) != 32) {
		return s, errors.New("is no SHA-256 fingerprint; write its 64 hexadecimal digits (openssl x509 -noout -fingerprint -sha256)")
	}
	return bare, nil
}

var envForm = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// envName refuses what is no variable's name, and does not repeat it: it may
// be the password itself.
func envName(s string) (string, error) {
	if s != "" && !envForm.MatchString(s) {
		return s, errors.New("is no variable's name; write the name of an environment variable that holds the password, never the password itself")
	}
	return s, nil
}

var tenantForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*$`)

func tenant(s string) (string, error) {
	if s != "" && !tenantForm.MatchString(s) {
		return s, fmt.Errorf(`%q is no tenant; write "consumers", "organizations", or your tenant's id or domain`, s)
	}
	return s, nil
}

// endpoint takes https addresses, and http ones of this computer.
func endpoint(s string) (string, error) {
	if s == "" {
		return s, nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil || (u.Scheme != "https" && (u.Scheme != "http" || !loopback(u.Hostname()))) {
		return s, fmt.Errorf("%q is no https address; write it as in %q", s, "https://login.example.org/token")
	}
	return s, nil
}

// secretKeys are keys that people try and that we do not have, on purpose.
var secretKeys = map[string]bool{"password": true, "pass": true, "passwd": true, "secret": true, "token": true,
	"access_token": true, "refresh_token": true, "oauth_token": true, "app_password": true}

const secretHint = "secrets do not stand in this file; use password_command, password_env or password_file, or none of them for the system's keyring"
