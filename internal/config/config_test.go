package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"inboxwatch/internal/rules"
)

const (
	rightPerson  = "[person]\nname = \"Sam Okafor\"\naddresses = [\"sam@okafor.example\"]"
	rightAccount = "[[account]]\nname = \"personal\"\nhost = \"imap.example.org\"\nusername = \"sam\""
)

func TestBrokenFiles(t *testing.T) {
	table, err := os.ReadFile("testdata/broken.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(string(table), "\n== ")[1:]
	if len(rows) < 60 {
		t.Fatalf("%d rows", len(rows))
	}
	expand := strings.NewReplacer("@person", rightPerson, "@account", rightAccount, "@empty", "")
	for _, row := range rows {
		name, rest, _ := strings.Cut(row, "\nwant ")
		want, doc, _ := strings.Cut(rest, "\n")
		t.Run(name, func(t *testing.T) {
			_, err := Parse("config.toml", []byte(expand.Replace(doc)))
			var e *Error
			if !errors.As(err, &e) || e.ExitCode() != 78 {
				t.Fatalf("error %v (%T)", err, err)
			}
			if got := err.Error(); !strings.HasPrefix(got, "config.toml"+want) || strings.Contains(got, "\n") {
				t.Errorf("\n got %s\nwant config.toml%s", got, want)
			}
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("a secret stands in %q", err)
			}
		})
	}
}

func TestWholeFile(t *testing.T) {
	c, err := Load("testdata/whole.toml")
	if err != nil {
		t.Fatal(err)
	}
	letters, err := filepath.Abs("testdata/letters")
	if err != nil {
		t.Fatal(err)
	}
	want := Config{
		Path: "testdata/whole.toml", Timezone: "Europe/London", Country: "GB",
		Person: Person{Name: "Sam Okafor", Addresses: []string{"sam.okafor@gmail.com", "sam@okafor.example"}, Phone: "+44 20 7946 0018"},
		Accounts: []Account{
			{Name: "personal", Host: "imap.gmail.com", Port: 993, Security: "tls", Timeout: 30 * time.Second, Poll: 5 * time.Minute,
				Username: "sam.okafor@gmail.com", Auth: "password", PasswordCommand: []string{"pass", "show", "mail/gmail"}, Watch: []string{}},
			{Name: "old", Host: "127.0.0.1", Port: 1143, Security: "none", Timeout: 30 * time.Second, Poll: 5 * time.Minute,
				Username: "sam", Auth: "password", PasswordEnv: "OLD_PASSWORD", Watch: []string{"*"}, Drafts: "INBOX.Entwürfe"},
		},
		Rules: Rules{ThankYou: 72 * time.Hour, Call: 14 * day, End: 42 * day, Count: "elapsed",
			Closed: []rules.DayRange{{From: "2026-12-24", Until: "2027-01-01"}, {From: "2027-04-30", Until: "2027-04-30"}, {From: "2027-05-01", Until: "2027-05-01"}},
			MinGap: 48 * time.Hour, Lookback: 120 * day, TrialOffer: "ask", MaxOpenTrials: 1},
		Companies: []Company{{Match: "Acme", ThankYou: new(48 * time.Hour)}},
		Drafts:    Drafts{Templates: letters},
	}
	if diff := cmp.Diff(want, c, cmpopts.IgnoreFields(Config{}, "Location")); diff != "" {
		t.Error(diff)
	}
	if c.Location.String() != "Europe/London" {
		t.Errorf("location %v", c.Location)
	}
	s := c.Settings()
	if s.Bounds != (rules.Bounds{ThankYou: 72 * time.Hour, Call: 14 * day, End: 42 * day}) || len(s.Companies) != 1 || *s.Companies[0].ThankYou != 48*time.Hour {
		t.Errorf("settings %+v", s)
	}
}

func TestLeastFile(t *testing.T) {
	t.Setenv("TZ", "Asia/Kathmandu")
	c, err := Parse("", []byte("\xef\xbb\xbf"+strings.ReplaceAll(rightPerson+"\n"+rightAccount, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	a := c.Accounts[0]
	if a.Port != 993 || a.Security != "tls" || a.Auth != "password" || a.Timeout != 30*time.Second || a.Poll != 5*time.Minute || a.Watch != nil {
		t.Errorf("account %+v", a)
	}
	want := rules.Defaults(c.Location)
	want.Name, want.Addresses = "Sam Okafor", []string{"sam@okafor.example"}
	if diff := cmp.Diff(want, c.Settings(), cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() })); diff != "" {
		t.Error(diff)
	}
	if c.Location.String() != "Asia/Kathmandu" {
		t.Errorf("the system's zone came out as %v", c.Location)
	}
	c, err = Parse("", []byte(rightPerson+"\n"+rightAccount+"\nsecurity = \"starttls\""))
	if err != nil || c.Accounts[0].Port != 143 {
		t.Errorf("starttls: %+v %v", c.Accounts, err)
	}
}

func TestCountries(t *testing.T) {
	for _, c := range []string{"", "GB", "GB-SCT", "GB-NIR", "DE", "DE-BY", "US", "US-CA", "FR", "NL", "PL", "AU-NSW"} {
		if _, err := country(c); err != nil {
			t.Errorf("%s: %v", c, err)
		}
	}
}

func TestWriteReadsBack(t *testing.T) {
	c, err := Load("testdata/whole.toml")
	if err != nil {
		t.Fatal(err)
	}
	c.Person.Name = `Sam "the \ one" Okafor`
	c.Rules.Count, c.Rules.Lookback = "working-days", 36*time.Hour
	c.Accounts[1].Pin = strings.Repeat("ab", 32)
	c.Accounts[1].Security = "starttls"
	c.Accounts[0].Auth, c.Accounts[0].PasswordCommand = "oauth2", nil
	c.Accounts[0].OAuth = OAuth{ClientID: "id", Tenant: "consumers", Scopes: []string{"a", "b"}, AuthURL: "https://a.example", TokenURL: "https://t.example"}
	got, err := Parse("testdata/written.toml", Write(c))
	if err != nil {
		t.Fatalf("%v in\n%s", err, Write(c))
	}
	if diff := cmp.Diff(c, got, cmpopts.IgnoreFields(Config{}, "Path", "Location"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s in\n%s", diff, Write(c))
	}
}

func TestEveryKeyIsOffered(t *testing.T) {
	c := Default()
	c.Accounts, c.Companies = []Account{DefaultAccount()}, []Company{{}}
	doc := string(Write(c))
	var offered int
	for _, line := range strings.Split(doc, "\n") {
		line = strings.TrimPrefix(line, "# ")
		key, _, isKey := strings.Cut(line, " = ")
		if isKey && !strings.Contains(key, " ") {
			offered++
		}
	}
	// All but the five of a company that only override, and three of an
	// OAuth provider that nobody knows.
	var all int
	for _, s := range sections {
		all += len(s.keys)
	}
	if offered != all-5-3 {
		t.Errorf("%d of %d keys are in the file that init writes:\n%s", offered, all, doc)
	}
}

func TestFilesOpenToOthers(t *testing.T) {
	dir := t.TempDir()
	secretFile, path := filepath.Join(dir, "secret"), filepath.Join(dir, "config.toml")
	write := func(doc string, mode os.FileMode) error {
		if err := os.WriteFile(path, []byte(rightPerson+"\n"+rightAccount+"\n"+doc), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		return err
	}
	if err := write(`password_file = "secret"`, 0o644); err != nil {
		t.Errorf("a password file that is not there yet: %v", err)
	}
	if err := os.WriteFile(secretFile, []byte("x"), 0o640); err != nil {
		t.Fatal(err)
	}
	want := path + ":8: account[0].password_file: " + secretFile + " is open to other users (mode 0640); chmod 600 " + secretFile
	if err := write(`password_file = "secret"`, 0o644); err == nil || err.Error() != want {
		t.Errorf("\n got %v\nwant %s", err, want)
	}
	withSecret := "auth = \"oauth2\"\noauth_client_id = \"id\"\noauth_client_secret = \"s\""
	want = path + ":10: account[0].oauth_client_secret: " + path + " is open to other users (mode 0644); chmod 600 " + path
	if err := write(withSecret, 0o644); err == nil || err.Error() != want {
		t.Errorf("\n got %v\nwant %s", err, want)
	}
	if err := write(withSecret, 0o600); err != nil {
		t.Error(err)
	}
}

func TestNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.toml")
	_, err := Load(path)
	if err == nil || err.Error() != path+": there is no configuration here; `inboxwatch init` writes one" {
		t.Errorf("%v", err)
	}
	if _, err := Load(t.TempDir()); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("a folder: %v", err)
	}
}

func TestDurations(t *testing.T) {
	for s, want := range map[string]time.Duration{"72h": 72 * time.Hour, "14d": 14 * day, "2w": 14 * day, "1d12h": 36 * time.Hour,
		"30s": 30 * time.Second, "5m": 5 * time.Minute, "0": 0, "0h": 0, "1w2d3h4m5s": week + 2*day + 3*time.Hour + 4*time.Minute + 5*time.Second} {
		got, err := ParseDuration(s)
		if err != nil || got != want {
			t.Errorf("%q: %v %v", s, got, err)
		}
		if back, err := ParseDuration(FormatDuration(got)); err != nil || back != got {
			t.Errorf("%q: %v formats as %q", s, got, FormatDuration(got))
		}
	}
	for _, s := range []string{"", "d", "14", "-1d", "+1d", "1.5d", "1h1d", "1d1d", "14 d", "1D", "1y", "99999999999999d", "600w", "0x1h", "١d"} {
		if d, err := ParseDuration(s); err == nil {
			t.Errorf("%q is read as %v", s, d)
		}
	}
}

func FuzzParse(f *testing.F) {
	whole, err := os.ReadFile("testdata/whole.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(rightPerson + "\n" + rightAccount))
	f.Fuzz(func(t *testing.T, doc []byte) {
		c, err := Parse("f", doc)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("not one line: %q", err)
			}
			return
		}
		// What is read is complete, and reads back from what is written.
		if c.Location == nil || len(c.Accounts) == 0 || c.Person.Name == "" {
			t.Errorf("incomplete: %+v", c)
		}
		if _, err := Parse("f", Write(c)); err != nil {
			t.Errorf("%v in %s", err, Write(c))
		}
	})
}
