package oauth

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
	"github.com/zalando/go-keyring"
	"golang.org/x/oauth2"

	"inboxwatch/internal/config"
)

func login(t *testing.T, s *server, o Options) error {
	t.Helper()
	if o.Out == nil {
		o.Out = io.Discard
	}
	where, err := Login(t.Context(), s.account(), o)
	if err == nil && where != "the system's keyring" {
		t.Errorf("kept in %q", where)
	}
	return err
}

func TestLoginRefreshAndLogout(t *testing.T) {
	fresh(t)
	s := start(t)
	if err := login(t, s, Options{Open: visit(t)}); err != nil {
		t.Fatal(err)
	}
	src := &source{acc: s.account(), now: time.Now}
	for range 3 { // one refresh serves all three
		if got, err := src.token(t.Context()); got != "access-2" || err != nil {
			t.Fatalf("%q %v", got, err)
		}
	}
	// Shortly before its end the token is renewed, and the rotated refresh
	// token is what another process finds.
	src.now = func() time.Time { return time.Now().Add(56 * time.Minute) }
	if got, err := src.token(t.Context()); got != "access-3" || err != nil {
		t.Fatalf("%q %v", got, err)
	}
	if got, err := For(s.account())(t.Context()); got != "access-4" || err != nil {
		t.Fatalf("the other process: %q %v", got, err)
	}
	// And the first process takes up what the other one stored.
	src.current = nil
	if got, err := src.token(t.Context()); got != "access-5" || err != nil {
		t.Fatalf("%q %v", got, err)
	}
	if s.refreshes != 4 {
		t.Errorf("%d refreshes", s.refreshes)
	}
	if _, err := Logout(t.Context(), s.account()); err != nil {
		t.Fatal(err)
	}
	_, err := For(s.account())(t.Context())
	checkError(t, err, 77, "you are not logged in (none is stored); log in with `inboxwatch login`")
	if _, err := Logout(t.Context(), s.account()); err != nil {
		t.Errorf("a second logout: %v", err)
	}
}

func TestLoginByPastedAddress(t *testing.T) {
	fresh(t)
	s := start(t)
	in, pasted := io.Pipe()
	var out bytes.Buffer
	// The browser is elsewhere: it learns the redirect's address and cannot
	// load it.
	open := func(address string) error {
		go func() {
			client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
			res, err := client.Get(address)
			if err != nil {
				t.Error(err)
				return
			}
			res.Body.Close()
			io.WriteString(pasted, "what?\nhttp://127.0.0.1:9/?state=guessed&code=evil\n"+res.Header.Get("Location")+"\n")
			pasted.Close()
		}()
		return errors.New("no browser here")
	}
	if err := login(t, s, Options{Open: open, In: in, Out: &out}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Open this address in your browser") || !strings.Contains(out.String(), "paste that page's address") {
		t.Errorf("said: %s", out.String())
	}
}

func TestDeviceLogin(t *testing.T) {
	fresh(t)
	s := start(t)
	s.pending = 1
	var out bytes.Buffer
	if err := login(t, s, Options{Device: true, Out: &out}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != "Open https://example.org/device in any browser and type this code: ABCD[31m-EFGH\n" {
		t.Errorf("said: %q", got)
	}
	if got, err := For(s.account())(t.Context()); got != "access-2" || err != nil {
		t.Errorf("%q %v", got, err)
	}
	google := s.account()
	google.Host, google.OAuth = "imap.gmail.com", config.OAuth{ClientID: "x"}
	_, err := Login(t.Context(), google, Options{Device: true})
	checkError(t, err, 78, "Google does not let a device login read mail")
}

// The redirect's port hears every page in the browser; only the one that knows
// the state counts, and none reads anything back.
func TestRedirectIsDeafToOthers(t *testing.T) {
	r, err := listen("127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	get := func(path string) (int, string) {
		res, err := http.Get(strings.TrimSuffix(r.url, "/") + path)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		b, _ := io.ReadAll(res.Body)
		return res.StatusCode, string(b)
	}
	for _, path := range []string{"/", "/favicon.ico", "/?code=evil", "/?code=evil&state=", "/?code=evil&state=guess", "/?error=access_denied",
		"/other?code=evil&state=" + r.state, "/?state=" + r.state, "/?code=<script>&state=x"} {
		if status, body := get(path); status != http.StatusNotFound || strings.Contains(body, "script") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	res, err := http.PostForm(r.url, url.Values{"code": {"evil"}, "state": {r.state}})
	if err != nil || res.StatusCode != http.StatusNotFound {
		t.Errorf("POST: %v %v", res.StatusCode, err)
	}
	res.Body.Close()
	if status, _ := get("/?code=right&state=" + r.state); status != http.StatusOK {
		t.Errorf("the right one: %d", status)
	}
	get("/?code=late&state=" + r.state)
	if code, err := r.wait(t.Context()); code != "right" || err != nil {
		t.Errorf("%q %v", code, err)
	}
	if host := r.server; host == nil || !strings.HasPrefix(r.url, "http://127.0.0.1:") {
		t.Error("listens elsewhere")
	}
}

// A rotated token that cannot be stored is not lost: the next call stores it.
func TestRotationIsKept(t *testing.T) {
	fresh(t)
	s := start(t)
	if err := login(t, s, Options{Open: visit(t)}); err != nil {
		t.Fatal(err)
	}
	src := &source{acc: s.account(), now: time.Now}
	s.mu.Lock()
	k, err := load(t.Context(), src.acc)
	s.mu.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	rotated := k
	rotated.Refresh = "refresh-9"
	s.refresh = "refresh-9" // the server rotated; the answer's storing failed
	src.unsaved = &rotated
	if _, err := src.token(t.Context()); err != nil {
		t.Fatal(err)
	}
	if src.unsaved != nil {
		t.Error("still unsaved")
	}
	if k, err := load(t.Context(), src.acc); err != nil || k.Refresh != s.refresh || !k.Issued.Equal(rotated.Issued) {
		t.Errorf("%+v %v", k, err)
	}

	// No keyring and no folder to write to: said with 73, and mended later.
	src.current = nil
	keyring.MockInitWithError(errors.New("locked"))
	file := t.TempDir() + "/file"
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_DATA_HOME", file)
	xdg.Reload()
	src.unsaved = &rotated
	_, err = src.token(t.Context())
	checkError(t, err, 73, "cannot keep the secret")
	if src.unsaved == nil {
		t.Error("the rotated token was dropped")
	}
}

// Another process rotates the token between our reading it and our asking.
func TestRotationByAnotherProcess(t *testing.T) {
	fresh(t)
	s := start(t)
	if err := login(t, s, Options{Open: visit(t)}); err != nil {
		t.Fatal(err)
	}
	s.refresh = "refresh-77"
	s.onRefusal = func() {
		if _, err := save(context.Background(), s.account(), kept{Refresh: "refresh-77", ClientID: "client-1", Issued: time.Now()}); err != nil {
			t.Error(err)
		}
	}
	if got, err := For(s.account())(t.Context()); got != "access-2" || err != nil {
		t.Errorf("%q %v", got, err)
	}
	s.refresh, s.onRefusal = "gone", func() {}
	_, err := For(s.account())(t.Context())
	checkError(t, err, 77, "the login has ended")
}

func TestTokenCommand(t *testing.T) {
	acc := config.Account{Name: "work", Auth: "oauth2", TokenCommand: []string{"echo", "tok"}}
	if got, err := For(acc)(t.Context()); got != "tok" || err != nil {
		t.Errorf("%q %v", got, err)
	}
	acc.TokenCommand = []string{"sh", "-c", "echo tok; echo no >&2; exit 1"}
	_, err := For(acc)(t.Context())
	checkError(t, err, 78, "token_command: sh failed (exit status 1): no;")
	_, err = Login(t.Context(), acc, Options{})
	checkError(t, err, 78, "nothing to log in to")
}

// Whatever the provider answers, no other address is contacted.
func TestOnlyConfiguredEndpoints(t *testing.T) {
	fresh(t)
	var elsewhere int
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere++ }))
	defer other.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		s := httptest.NewServer(http.RedirectHandler(other.URL+"/token", status))
		acc := config.Account{Name: "work", Host: "h", Username: "sam", OAuth: config.OAuth{ClientID: "client-1",
			AuthURL: s.URL + "/authorize", TokenURL: s.URL + "/token", Scopes: []string{"mail"}}}
		if _, err := save(t.Context(), acc, kept{Refresh: "refresh-1", ClientID: "client-1"}); err != nil {
			t.Fatal(err)
		}
		_, err := For(acc)(t.Context())
		checkError(t, err, 75, "leads away from the configured addresses")
		s.Close()
	}
	t.Setenv("HTTPS_PROXY", other.URL)
	t.Setenv("HTTP_PROXY", other.URL)
	p := Provider{Endpoint: oauth2.Endpoint{TokenURL: "https://token.example/token"}}
	if _, err := p.http().Get(other.URL); !errors.Is(err, errElsewhere) {
		t.Errorf("another host: %v", err)
	}
	if elsewhere != 0 {
		t.Errorf("%d requests went elsewhere", elsewhere)
	}
}

func TestRevoke(t *testing.T) {
	s := start(t)
	p := Provider{Revoke: s.URL + "/revoke"}
	if err := p.revoke(t.Context(), "refresh-1"); err != nil || len(s.revoked) != 1 || s.revoked[0] != "refresh-1" {
		t.Errorf("%v %v", s.revoked, err)
	}
}
