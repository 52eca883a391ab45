package oauth

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"

	"golang.org/x/oauth2"
)

// Error says in plain words why a login or a token failed, in one line that
// holds no token.
type Error struct {
	Account string // its name in the configuration
	What    string // what went wrong and what to do
	Err     error  // the cause, or nil; never printed, since servers echo
	exit    int
}

// Error is the one line.
func (e *Error) Error() string { return "account " + e.Account + ": " + e.What }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// ExitCode is 77 (login refused), 78 (configuration), 75 (try again) or 73
// (the token cannot be kept).
func (e *Error) ExitCode() int { return e.exit }

const (
	exitState     = 73
	exitTemporary = 75
	exitLogin     = 77
	exitConfig    = 78
)

// failures are what providers answer, and what it means to the user. The first
// row whose words all stand in the answer holds: Microsoft's numbers first,
// since they say more than the code of RFC 6749 beside them.
var failures = []struct {
	words string // of error and error_description, lower case, separated by blanks
	what  string
	exit  int
}{
	{"aadsts65001", "you have not yet allowed this client to read the mail, or your organisation wants an administrator to; `inboxwatch login` asks again", exitLogin},
	{"aadsts90094", adminConsent, exitLogin},
	{"aadsts90095", adminConsent, exitLogin},
	{"aadsts900941", adminConsent, exitLogin},
	{"aadsts700082", "the login has ended because it was not used for a long time (90 days); log in again with `inboxwatch login`", exitLogin},
	{"aadsts70008", "the login has ended; log in again with `inboxwatch login`", exitLogin},
	{"aadsts70043", "your organisation ends logins after a set time; log in again with `inboxwatch login`", exitLogin},
	{"aadsts50173", "the login has ended because the password was changed or the login withdrawn; log in again with `inboxwatch login`", exitLogin},
	{"aadsts50076", secondFactor, exitLogin},
	{"aadsts50078", secondFactor, exitLogin},
	{"aadsts50079", secondFactor, exitLogin},
	{"aadsts53003", blocked, exitLogin},
	{"aadsts53000", blocked, exitLogin},
	{"aadsts50105", "your organisation allows this client to chosen people only; ask its administrator to add you", exitLogin},
	{"aadsts50020", "this mailbox is not of the tenant in oauth_tenant; write consumers for a private one (outlook.com), organizations for one at work", exitConfig},
	{"aadsts50194", "this client is for one tenant only; write that tenant's id as oauth_tenant", exitConfig},
	{"aadsts9002346", "this client is for private mailboxes only; write oauth_tenant = \"consumers\"", exitConfig},
	{"aadsts90002", "there is no tenant of the name in oauth_tenant; correct it", exitConfig},
	{"aadsts700016", "Microsoft does not know oauth_client_id in this tenant; correct it, or oauth_tenant", exitConfig},
	{"aadsts7000218", "the client is not registered as public; in its registration, under Authentication, allow public client flows", exitConfig},
	{"aadsts50011", "the client's registration lacks the redirect address; add http://localhost under \"Mobile and desktop applications\"", exitConfig},
	{"admin_policy_enforced", adminConsent, exitLogin},
	{"access_denied", "access was refused in the browser; allow it, and where Google says the app is in testing, first add your address there as a test user", exitLogin},
	{"consent_required", "you have not yet allowed this client to read the mail; log in with `inboxwatch login`", exitLogin},
	{"interaction_required", "the provider wants to see you; log in again with `inboxwatch login`", exitLogin},
	{"org_internal", "this client is for people of its own organisation only; make one whose user type is External", exitConfig},
	{"redirect_uri_mismatch", "the client is of the wrong type; make one of the type \"Desktop app\"", exitConfig},
	{"invalid_scope device", "this provider's device login does not give access to mail; log in with the browser, without --device", exitConfig},
	{"invalid_scope", "the provider does not know what was asked for; correct oauth_scopes, or leave it out", exitConfig},
	{"client_secret is missing", "this client has a secret that Google wants to see; write it as oauth_client_secret", exitConfig},
	{"invalid_client", "the provider does not accept oauth_client_id or oauth_client_secret; correct them (was the client deleted?)", exitConfig},
	{"unauthorized_client", "this client may not log in this way; check its type in its registration (desktop, public)", exitConfig},
	{"expired_token", "the code was not typed in time; run `inboxwatch login` again", exitLogin},
	{"invalid_grant", "the login has ended: withdrawn, the password changed, or not used for months; log in again with `inboxwatch login`", exitLogin},
	{"temporarily_unavailable", "the provider is not able to answer just now; try again later", exitTemporary},
	{"server_error", "the provider is not able to answer just now; try again later", exitTemporary},
	{"slow_down", "the provider asks to be left alone for a while; try again later", exitTemporary},
}

const (
	adminConsent = "your organisation wants an administrator to approve this client (admin consent); ask yours, or use another mailbox"
	secondFactor = "your organisation wants a second factor; log in again with `inboxwatch login`"
	blocked      = "your organisation's rules do not let this computer in (conditional access); ask its administrator"
	// inTesting is Google's alone: refresh tokens of clients in status "Testing"
	// live for seven days.
	inTesting = "Google ended the login after 7 days because your client's status is \"Testing\"; set it to \"In production\" (Google Cloud console, Audience; unverified is fine for yourself), then `inboxwatch login` again"
)

// fail makes err an Error. issued is when the login was made, where known:
// Google does not say why it ends one after a week.
func (p Provider) fail(account, doing string, err error, issued time.Time, now time.Time) *Error {
	e := &Error{Account: account, Err: err}
	var own *Error
	var answer *oauth2.RetrieveError
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &answer):
		e.What, e.exit = p.explain(answer, issued, now)
	case errors.Is(err, errElsewhere):
		e.What, e.exit = "the provider's answer leads away from the configured addresses; check oauth_auth_url and oauth_token_url", exitTemporary
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		e.What, e.exit = "was interrupted or took too long; try again", exitTemporary
	case isNetwork(err):
		e.What, e.exit = fmt.Sprintf("%s cannot be reached (%v); try again when the network is there", p.Name, plainCause(err)), exitTemporary
	default:
		e.What, e.exit = "the provider gave an answer that is none; try again, and check the addresses if it stays so", exitTemporary
	}
	e.What = doing + ": " + e.What
	return e
}

func (p Provider) explain(answer *oauth2.RetrieveError, issued, now time.Time) (string, int) {
	age := now.Sub(issued)
	if p.Name == "Google" && answer.ErrorCode == "invalid_grant" && !issued.IsZero() && age > 6*24*time.Hour && age < 9*24*time.Hour {
		return inTesting, exitLogin
	}
	if what, exit, ok := meaning(answer.ErrorCode, answer.ErrorDescription); ok {
		return what, exit
	}
	status := 0
	if answer.Response != nil {
		status = answer.Response.StatusCode
	}
	if status == 429 || status >= 500 {
		return fmt.Sprintf("the provider is not able to answer just now (HTTP %d); try again later", status), exitTemporary
	}
	return fmt.Sprintf("%s refused (%s); look that up in its documentation", p.Name, codeWords(answer.ErrorCode, answer.ErrorDescription, status)), exitLogin
}

// meaning looks an answer up in the table.
func meaning(code, description string) (string, int, bool) {
	text := strings.ToLower(code + " " + description)
	for _, row := range failures {
		all := true
		for w := range strings.FieldsSeq(row.words) {
			all = all && strings.Contains(text, w)
		}
		if all {
			return row.what, row.exit, true
		}
	}
	return "", 0, false
}

var aadsts = regexp.MustCompile(`AADSTS[0-9]{4,8}`)

// codeWords names an unknown answer by its code and number alone: a
// description may repeat what was sent.
func codeWords(code, description string, status int) string {
	s := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_-.", r)) {
			return r
		}
		return -1
	}, code)
	s = s[:min(len(s), 60)]
	if n := aadsts.FindString(description); n != "" {
		s += " " + n
	}
	if s == "" {
		s = fmt.Sprintf("HTTP %d", status)
	}
	return s
}

func isNetwork(err error) bool {
	var u *url.Error
	return errors.As(err, &u)
}

// plainCause is a network error without the address and what was asked of it.
func plainCause(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}
