package oauth

import (
	"bufio"
	"context"
	"crypto/subtle"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/oauth2"

	"inboxwatch/internal/config"
)

// loginTimeout is how long the user has in the browser.
const loginTimeout = 10 * time.Minute

// Options say how a login speaks with the user.
type Options struct {
	Device bool               // with a code typed on another device
	Out    io.Writer          // what to do is told here
	In     io.Reader          // where a redirect address may be pasted (over SSH the browser is elsewhere); nil: nowhere
	Open   func(string) error // opens a browser at an address; nil, or an error: the user does it
}

// Login asks the user to allow access to the account's mailbox, and stores the
// login. It gives the place in words, to be told to the user.
func Login(ctx context.Context, acc config.Account, o Options) (where string, err error) {
	if len(acc.TokenCommand) > 0 {
		return "", &Error{Account: acc.Name, What: "token_command gives its tokens; there is nothing to log in to", exit: exitConfig}
	}
	p, err := providerFor(acc)
	if err != nil {
		return "", err
	}
	if o.Device && !p.Device {
		return "", &Error{Account: acc.Name, What: p.Name + " does not let a device login read mail; log in with the browser, without --device", exit: exitConfig}
	}
	ctx, cancel := context.WithTimeout(ctx, loginTimeout)
	defer cancel()
	ask := p.browser
	if o.Device {
		ask = p.device
	}
	t, err := ask(ctx, acc, o)
	if err == nil {
		err = p.complete(acc.Name, t)
	}
	if err != nil {
		return "", p.fail(acc.Name, "login", err, time.Time{}, time.Now())
	}
	return save(ctx, acc, kept{Refresh: t.RefreshToken, ClientID: acc.OAuth.ClientID, Issued: time.Now().UTC()})
}

// complete refuses a login that would not last or not read mail.
func (p Provider) complete(account string, t *oauth2.Token) error {
	if t.RefreshToken == "" {
		return &Error{Account: account, What: "login: " + p.Name + " gave access for an hour only (no refresh token); remove inboxwatch's access in your account there, and log in again", exit: exitLogin}
	}
	// Google lets the user untick what is asked for.
	given, _ := t.Extra("scope").(string)
	if given != "" && !strings.Contains(" "+strings.ToLower(given)+" ", " "+strings.ToLower(p.Scopes[0])+" ") {
		return &Error{Account: account, What: "login: access to the mail was not allowed; log in again and tick it", exit: exitLogin}
	}
	return nil
}

func (p Provider) device(ctx context.Context, acc config.Account, o Options) (*oauth2.Token, error) {
	client := p.client(acc)
	da, err := client.DeviceAuth(p.within(ctx))
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(o.Out, "Open %s in any browser and type this code: %s\n", printable(da.VerificationURI), printable(da.UserCode))
	return client.DeviceAccessToken(p.within(ctx), da)
}

// browser sends the user to the provider and waits for the redirect to this
// computer.
func (p Provider) browser(ctx context.Context, acc config.Account, o Options) (*oauth2.Token, error) {
	back, err := listen(p.Redirect)
	if err != nil {
		return nil, &Error{Account: acc.Name, What: fmt.Sprintf("login: no port can be opened on this computer (%v)", err), Err: err, exit: exitTemporary}
	}
	defer back.close()
	client := p.client(acc)
	client.RedirectURL = back.url
	verifier := oauth2.GenerateVerifier()
	options := []oauth2.AuthCodeOption{oauth2.S256ChallengeOption(verifier), oauth2.SetAuthURLParam("login_hint", acc.Username)}
	for name, v := range p.Params {
		options = append(options, oauth2.SetAuthURLParam(name, v))
	}
	address := client.AuthCodeURL(back.state, options...)
	if o.Open == nil || o.Open(address) != nil {
		fmt.Fprintf(o.Out, "Open this address in your browser:\n\n%s\n\n", address)
	} else {
		fmt.Fprintf(o.Out, "Your browser should have opened. If it has not, open this address:\n\n%s\n\n", address)
	}
	if o.In != nil {
		fmt.Fprintf(o.Out, "If the browser runs on another computer, its last page will not load: paste that page's address here.\n")
		go back.pasted(o.In)
	}
	code, err := back.wait(ctx)
	if err != nil {
		return nil, err
	}
	return client.Exchange(p.within(ctx), code, oauth2.VerifierOption(verifier))
}

// printable takes out of a provider's text what could move the terminal.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	return s[:min(len(s), 500)]
}

// redirect waits for the browser to come back with a code.
type redirect struct {
	url    string
	state  string // random: who does not know it did not come from our request
	codes  chan result
	server *http.Server
}

type result struct {
	code string
	err  error
}

// listen opens a port of this computer's loopback alone.
func listen(host string) (*redirect, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	port := l.Addr().(*net.TCPAddr).Port
	r := &redirect{
		url:   fmt.Sprintf("http://%s:%d/", host, port),
		state: oauth2.GenerateVerifier(),
		codes: make(chan result, 1),
	}
	r.server = &http.Server{Handler: r, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 32 << 10}
	go r.server.Serve(l)
	if host == "localhost" { // which some browsers take for ::1
		if l6, err := net.Listen("tcp", net.JoinHostPort("::1", strconv.Itoa(port))); err == nil {
			go r.server.Serve(l6)
		}
	}
	return r, nil
}

func (r *redirect) close() {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if r.server.Shutdown(ctx) != nil {
		r.server.Close()
	}
}

func (r *redirect) wait(ctx context.Context) (string, error) {
	select {
	case got := <-r.codes:
		return got.code, got.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// ServeHTTP takes the one request that knows the state, and is deaf to all
// others: any page in the user's browser can send some.
func (r *redirect) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
	if req.Method != http.MethodGet || req.URL.Path != "/" || !r.take(req.URL.Query()) {
		http.Error(w, "inboxwatch waits for a login; this is not it.", http.StatusNotFound)
		return
	}
	io.WriteString(w, "Done. You can close this window and go back to inboxwatch.\n")
}

// take hands over what a redirect brought, the first time it bears our state.
func (r *redirect) take(q url.Values) bool {
	if subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(r.state)) != 1 {
		return false
	}
	var got result
	switch {
	case q.Get("error") != "":
		got.err = &oauth2.RetrieveError{ErrorCode: q.Get("error"), ErrorDescription: q.Get("error_description")}
	case q.Get("code") != "":
		got.code = q.Get("code")
	default:
		return false
	}
	select {
	case r.codes <- got:
	default: // a reload of the page
	}
	return true
}

// pasted reads addresses until one is the redirect.
func (r *redirect) pasted(in io.Reader) {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if u, err := url.Parse(strings.TrimSpace(lines.Text())); err == nil && r.take(u.Query()) {
			return
		}
	}
}
