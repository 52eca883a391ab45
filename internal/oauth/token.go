package oauth

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/oauth2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/secret"
)

// early is how long before its end an access token counts as ended, so that a
// connection opened with it is not refused on the way.
const early = 5 * time.Minute

// kept is what is stored of a login: the refresh token alone lasts, access
// tokens stay in memory.
type kept struct {
	Refresh  string    `json:"refresh"`
	ClientID string    `json:"client_id"` // the token is good with this client only
	Issued   time.Time `json:"issued"`    // of the login, not of a rotation
}

func key(acc config.Account) string { return "oauth " + acc.Username + " at " + acc.Host }

func save(ctx context.Context, acc config.Account, k kept) (where string, err error) {
	b, err := json.Marshal(k)
	if err != nil {
		return "", err
	}
	where, err = secret.Store(ctx, key(acc), secret.New(string(b)))
	if err != nil {
		return "", &Error{Account: acc.Name, What: "the login's token: " + err.Error(), Err: err, exit: exitState}
	}
	return where, nil
}

func load(ctx context.Context, acc config.Account) (kept, error) {
	s, err := secret.Load(ctx, key(acc))
	var k kept
	if err == nil {
		if json.Unmarshal([]byte(s.Reveal()), &k) != nil || k.Refresh == "" {
			return k, &Error{Account: acc.Name, What: "what is stored of the login cannot be read; log in again with `inboxwatch login`", exit: exitLogin}
		}
		if k.ClientID != acc.OAuth.ClientID {
			return k, &Error{Account: acc.Name, What: "oauth_client_id has changed since the login; log in again with `inboxwatch login`", exit: exitLogin}
		}
		return k, nil
	}
	if errors.Is(err, secret.ErrNone) {
		return k, &Error{Account: acc.Name, What: "you are not logged in (" + err.Error() + "); log in with `inboxwatch login`", Err: err, exit: exitLogin}
	}
	exit := exitState
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		exit = exitTemporary
	}
	return k, &Error{Account: acc.Name, What: "the login's token: " + err.Error(), Err: err, exit: exit}
}

// For gives what asks for an access token of an account with auth = "oauth2":
// from token_command, else by the refresh token that login stored. A token is
// reused until shortly before its end. Where the provider rotates refresh
// tokens, the new one is stored before anything is done with it.
//
// Errors are an *Error: 77 where the user must log in again, 75 where waiting
// helps, 78 where the configuration is wrong.
func For(acc config.Account) func(context.Context) (string, error) {
	s := &source{acc: acc, now: time.Now}
	return s.token
}

// source gives one account's access tokens.
type source struct {
	acc     config.Account
	now     func() time.Time
	mu      sync.Mutex
	current *oauth2.Token
	unsaved *kept // a rotated token that could not be stored yet
}

func (s *source) token(ctx context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.acc.TokenCommand) > 0 {
		t, err := secret.Command(ctx, "token_command", s.acc.TokenCommand)
		if err != nil {
			exit := exitConfig
			if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
				exit = exitTemporary
			}
			return "", &Error{Account: s.acc.Name, What: err.Error(), Err: err, exit: exit}
		}
		return t.Reveal(), nil
	}
	if err := s.keepUnsaved(ctx); err != nil {
		return "", err
	}
	if s.current != nil && s.now().Before(s.current.Expiry.Add(-early)) {
		return s.current.AccessToken, nil
	}
	if err := s.refresh(ctx); err != nil {
		return "", err
	}
	return s.current.AccessToken, nil
}

// refresh fetches a new access token. Another process may have rotated the
// refresh token between our reading and our asking: then the stored one is
// another by now, and is tried once.
func (s *source) refresh(ctx context.Context) error {
	p, err := providerFor(s.acc)
	if err != nil {
		return err
	}
	k, err := load(ctx, s.acc)
	if err != nil {
		return err
	}
	t, err := s.ask(ctx, p, k)
	if isGrant(err) {
		if again, lerr := load(ctx, s.acc); lerr == nil && again.Refresh != k.Refresh {
			k = again
			t, err = s.ask(ctx, p, k)
		}
	}
	if err != nil {
		return p.fail(s.acc.Name, "no access to the mailbox", err, k.Issued, s.now())
	}
	s.current = t
	if t.RefreshToken != "" && t.RefreshToken != k.Refresh {
		k.Refresh = t.RefreshToken
		s.unsaved = &k
		return s.keepUnsaved(ctx)
	}
	return nil
}

func (s *source) ask(ctx context.Context, p Provider, k kept) (*oauth2.Token, error) {
	t, err := p.client(s.acc).TokenSource(p.within(ctx), &oauth2.Token{RefreshToken: k.Refresh}).Token()
	if err == nil && t.Expiry.IsZero() {
		t.Expiry = s.now().Add(early) // no word of its end: use it once
	}
	return t, err
}

func (s *source) keepUnsaved(ctx context.Context) error {
	if s.unsaved == nil {
		return nil
	}
	if _, err := save(ctx, s.acc, *s.unsaved); err != nil {
		return err
	}
	s.unsaved = nil
	return nil
}

func isGrant(err error) bool {
	var answer *oauth2.RetrieveError
	return errors.As(err, &answer) && answer.ErrorCode == "invalid_grant"
}

// Logout gives the login back to the provider where it takes it, and removes
// it from this computer in any case. revoked says whether the provider took it.
func Logout(ctx context.Context, acc config.Account) (revoked bool, err error) {
	if k, lerr := load(ctx, acc); lerr == nil {
		if p, perr := providerFor(acc); perr == nil && p.Revoke != "" {
			revoked = p.revoke(ctx, k.Refresh) == nil
		}
	}
	if err := secret.Delete(ctx, key(acc)); err != nil {
		return revoked, &Error{Account: acc.Name, What: err.Error(), Err: err, exit: exitState}
	}
	return revoked, nil
}

// revoke follows RFC 7009.
func (p Provider) revoke(ctx context.Context, token string) error {
	body := strings.NewReader(url.Values{"token": {token}}.Encode())
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.Revoke, body)
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := p.http().Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("HTTP %d", res.StatusCode)
	}
	return nil
}
