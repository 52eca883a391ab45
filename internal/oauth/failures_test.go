package oauth

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/oauth2"
)

func TestLoginThatFails(t *testing.T) {
	rows := []struct {
		name  string
		set   func(*server)
		exit  int
		words string
	}{
		{"refused in the browser", func(s *server) { s.authError = url.Values{"error": {"access_denied"}} }, 77, "login: access was refused in the browser"},
		{"admin consent", func(s *server) {
			s.authError = url.Values{"error": {"access_denied"}, "error_description": {"AADSTS90094: Grant requires\r\nadmin permission"}}
		}, 77, "administrator to approve this client (admin consent)"},
		{"no refresh token", func(s *server) { s.noRefresh = true }, 77, "for an hour only"},
		{"mail unticked", func(s *server) { s.scope = "openid email" }, 77, "access to the mail was not allowed"},
		{"wrong client", func(s *server) { s.tokenError = url.Values{"error": {"invalid_client"}} }, 78, "does not accept oauth_client_id"},
		{"no secret at Google", func(s *server) {
			s.tokenError = url.Values{"error": {"invalid_request"}, "error_description": {"client_secret is missing."}}
		}, 78, "write it as oauth_client_secret"},
		{"unheard of", func(s *server) {
			s.tokenError = url.Values{"error": {"odd\x1b\nerror"}, "error_description": {"access-1 AADSTS99999: x"}}
		}, 77, "refused (odderror AADSTS99999)"},
		{"overloaded", func(s *server) { s.tokenStatus = 503 }, 75, "HTTP 503"},
		{"not JSON", func(s *server) { s.tokenStatus = 200 }, 75, "an answer that is none"},
		{"gone", func(s *server) { s.Close() }, 75, "cannot be reached"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			fresh(t)
			s := start(t)
			device := row.name == "gone"
			row.set(s)
			err := login(t, s, Options{Open: visit(t), Device: device})
			checkError(t, err, row.exit, row.words)
			_, err = For(s.account())(t.Context())
			checkError(t, err, 77, "not logged in") // nothing half done
		})
	}
}

func TestTokenThatFails(t *testing.T) {
	fresh(t)
	s := start(t)
	if err := login(t, s, Options{Open: visit(t)}); err != nil {
		t.Fatal(err)
	}
	ask := func() error { _, err := For(s.account())(t.Context()); return err }
	s.tokenError = url.Values{"error": {"invalid_grant"}, "error_description": {"Token has been expired or revoked. refresh-1"}}
	checkError(t, ask(), 77, "no access to the mailbox: the login has ended")
	s.tokenError, s.tokenStatus = nil, 429
	checkError(t, ask(), 75, "HTTP 429")
	s.tokenStatus = 500
	checkError(t, ask(), 75, "HTTP 500")
	s.tokenStatus = 0
	if err := ask(); err != nil {
		t.Errorf("healed: %v", err)
	}
	other := s.account()
	other.OAuth.ClientID = "client-2"
	_, err := For(other)(t.Context())
	checkError(t, err, 77, "oauth_client_id has changed")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = For(s.account())(ctx)
	checkError(t, err, 75, "")
}

// Every row of the table of failures is reached by an answer that bears its
// words, ends in plain words with a way out, and has an exit code.
func TestFailures(t *testing.T) {
	for _, row := range failures {
		code, description, _ := strings.Cut(row.words, " ")
		what, exit, ok := meaning(strings.ToUpper(code), description)
		if !ok || what != row.what || exit != row.exit {
			t.Errorf("%q is shadowed: got %q", row.words, what)
		}
	}
	login := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	ended := &oauth2.RetrieveError{ErrorCode: "invalid_grant", ErrorDescription: "Token has been expired or revoked."}
	google := Providers[0]
	for days, want := range map[int]string{2: "the login has ended", 7: "status is \"Testing\"", 40: "the login has ended"} {
		err := google.fail("a", "no access to the mailbox", ended, login, login.AddDate(0, 0, days))
		checkError(t, err, 77, want)
		if days == 7 != strings.Contains(err.Error(), "Testing") {
			t.Errorf("after %d days: %v", days, err)
		}
	}
	checkError(t, Providers[1].fail("a", "x", ended, login, login.AddDate(0, 0, 7)), 77, "the login has ended")
}
