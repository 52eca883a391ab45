package oauth

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/adrg/xdg"
	"github.com/zalando/go-keyring"

	"inboxwatch/internal/config"
)

// server is an OAuth server on loopback: authorisation with PKCE, device flow,
// refresh with rotation, revocation.
type server struct {
	*httptest.Server
	mu sync.Mutex
	// what it is told to do
	authError   url.Values // in the redirect, in place of a code
	tokenError  url.Values // in the token's answer
	tokenStatus int
	scope       string
	noRefresh   bool
	expiresIn   int
	pending     int    // device polls to put off
	onRefusal   func() // of a refresh token
	// what it knows and counts
	challenges map[string]string // code to PKCE challenge
	refresh    string            // the one that is good
	issued     int
	refreshes  int
	revoked    []string
}

func start(t *testing.T) *server {
	t.Helper()
	s := &server{challenges: map[string]string{}, expiresIn: 3600, scope: "mail"}
	mux := http.NewServeMux()
	mux.HandleFunc("/authorize", s.authorize)
	mux.HandleFunc("/token", s.token)
	mux.HandleFunc("/device", s.device)
	mux.HandleFunc("/revoke", func(w http.ResponseWriter, r *http.Request) {
		s.revoked = append(s.revoked, r.PostFormValue("token"))
	})
	s.Server = httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func (s *server) account() config.Account {
	return config.Account{Name: "work", Host: "127.0.0.1", Username: "sam", Auth: "oauth2", OAuth: config.OAuth{
		ClientID: "client-1", AuthURL: s.URL + "/authorize", TokenURL: s.URL + "/token", DeviceURL: s.URL + "/device", Scopes: []string{"mail", "offline"}}}
}

func (s *server) authorize(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := r.URL.Query()
	back, err := url.Parse(q.Get("redirect_uri"))
	if err != nil || back.Hostname() != "127.0.0.1" || q.Get("client_id") != "client-1" || q.Get("response_type") != "code" ||
		q.Get("code_challenge_method") != "S256" || len(q.Get("state")) < 40 || q.Get("scope") != "mail offline" {
		http.Error(w, "bad request "+r.URL.RawQuery, http.StatusBadRequest)
		return
	}
	answer := url.Values{}
	if s.authError != nil {
		answer = s.authError
	} else {
		code := fmt.Sprintf("code-%d", len(s.challenges))
		s.challenges[code] = q.Get("code_challenge")
		answer.Set("code", code)
	}
	answer.Set("state", q.Get("state"))
	back.RawQuery = answer.Encode()
	http.Redirect(w, r, back.String(), http.StatusFound)
}

func (s *server) device(w http.ResponseWriter, r *http.Request) {
	reply(w, 200, map[string]any{"device_code": "dev-1", "user_code": "ABCD\x1b[31m-EFGH", "verification_uri": "https://example.org/device", "expires_in": 60, "interval": 1})
}

func (s *server) token(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	bad := func(code, words string) {
		reply(w, 400, map[string]any{"error": code, "error_description": words})
	}
	if s.tokenStatus != 0 {
		w.WriteHeader(s.tokenStatus)
		fmt.Fprint(w, "<html>overloaded, your token was "+r.PostFormValue("refresh_token"))
		return
	}
	if s.tokenError != nil {
		bad(s.tokenError.Get("error"), s.tokenError.Get("error_description"))
		return
	}
	if r.PostFormValue("client_id") != "client-1" {
		bad("invalid_client", "")
		return
	}
	switch grant := r.PostFormValue("grant_type"); grant {
	case "authorization_code":
		sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
		if want := s.challenges[r.PostFormValue("code")]; want == "" || want != base64.RawURLEncoding.EncodeToString(sum[:]) {
			bad("invalid_grant", "PKCE")
			return
		}
		delete(s.challenges, r.PostFormValue("code"))
	case "refresh_token":
		if got := r.PostFormValue("refresh_token"); got != s.refresh {
			if s.onRefusal != nil {
				s.onRefusal()
			}
			bad("invalid_grant", "unknown token "+got)
			return
		}
		s.refreshes++
	case "urn:ietf:params:oauth:grant-type:device_code":
		if s.pending--; s.pending >= 0 {
			bad("authorization_pending", "")
			return
		}
	default:
		bad("unsupported_grant_type", grant)
		return
	}
	s.issued++
	answer := map[string]any{"access_token": fmt.Sprintf("access-%d", s.issued), "token_type": "Bearer", "expires_in": s.expiresIn}
	if s.scope != "" {
		answer["scope"] = s.scope
	}
	if !s.noRefresh {
		s.refresh = fmt.Sprintf("refresh-%d", s.issued)
		answer["refresh_token"] = s.refresh
	}
	reply(w, 200, answer)
}

func reply(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}

// fresh gives the test an empty keyring and a data folder of its own.
func fresh(t *testing.T) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	keyring.MockInit()
}

// visit is a browser: it follows the provider's redirect to this computer.
func visit(t *testing.T) func(string) error {
	return func(address string) error {
		go func() {
			res, err := http.Get(address)
			if err != nil {
				t.Errorf("the browser: %v", err)
				return
			}
			res.Body.Close()
		}()
		return nil
	}
}

func checkError(t *testing.T, err error, exit int, words string) {
	t.Helper()
	coder, ok := err.(interface{ ExitCode() int })
	if !ok || coder.ExitCode() != exit || !strings.Contains(err.Error(), words) || !strings.HasPrefix(err.Error(), "account ") {
		t.Errorf("got %v (%T)\nwant exit %d: %q", err, err, exit, words)
	}
	if err != nil && (strings.ContainsAny(err.Error(), "\n\x1b") || strings.Contains(err.Error(), "refresh-") || strings.Contains(err.Error(), "access-")) {
		t.Errorf("leaks or is not one line: %q", err)
	}
}
