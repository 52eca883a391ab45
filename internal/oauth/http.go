package oauth

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/oauth2"
)

// errElsewhere keeps requests, and so tokens, at the configured endpoints.
var errElsewhere = errors.New("would leave the configured endpoints")

// within gives a context whose OAuth requests reach p's endpoints and nothing
// else: no redirects, no proxy, no other host.
func (p Provider) within(ctx context.Context) context.Context {
	return context.WithValue(ctx, oauth2.HTTPClient, p.http())
}

func (p Provider) http() *http.Client {
	allowed := map[string]bool{}
	for _, s := range []string{p.Endpoint.TokenURL, p.Endpoint.DeviceAuthURL, p.Revoke} {
		if u, err := url.Parse(s); err == nil && s != "" {
			allowed[origin(u)] = true
		}
	}
	return &http.Client{
		Timeout:       30 * time.Second,
		Transport:     gate{allowed, &http.Transport{ForceAttemptHTTP2: true, DisableKeepAlives: true, TLSHandshakeTimeout: 15 * time.Second}},
		CheckRedirect: func(*http.Request, []*http.Request) error { return errElsewhere },
	}
}

func origin(u *url.URL) string { return u.Scheme + "://" + u.Host }

// gate is a transport that knows where it may go.
type gate struct {
	allowed map[string]bool
	next    http.RoundTripper
}

func (g gate) RoundTrip(r *http.Request) (*http.Response, error) {
	if !g.allowed[origin(r.URL)] {
		return nil, errElsewhere
	}
	return g.next.RoundTrip(r)
}
