package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imapwatch"
	"inboxwatch/internal/journal"
)

func doctorCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:  "doctor",
		Usage: "what is wrong and how to mend it: configuration, login, server, folders",
		Description: "Looks and changes nothing. --scratch also puts a draft to yourself into Drafts, looks\n" +
			"for it, and takes it away again. The exit code is that of the worst problem.\n" +
			"Examples:\n  inboxwatch doctor\n  inboxwatch doctor --scratch\n  inboxwatch doctor --json" + exitHelp,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "scratch", Usage: "also try a draft: append, find, read, remove"},
			&cli.BoolFlag{Name: "json", Usage: "one JSON array"},
		},
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "doctor"); err != nil {
				return err
			}
			d := &doctor{c: c, std: std, now: time.Now}
			d.examine(c.Context)
			if c.Context.Err() != nil {
				return fail(exitTry, "stopped")
			}
			if err := d.write(std.out); err != nil {
				return err
			}
			if code := d.worst(); code != exitOK {
				return fail(code, "%w", errSilent)
			}
			return nil
		},
	}
}

// checkup is one line of the examination.
type checkup struct {
	Check   string `json:"check"`
	Account string `json:"account,omitempty"`
	Result  string `json:"result"` // ok, warning, problem
	Text    string `json:"text"`
	Mend    string `json:"mend,omitempty"`
	code    int    // of a problem
}

type doctor struct {
	c       *cli.Context
	std     stdio
	now     func() time.Time
	account string // the one being looked at
	found   []checkup
}

func (d *doctor) ok(check, format string, args ...any) {
	d.found = append(d.found, checkup{Check: check, Account: d.account, Result: "ok", Text: fmt.Sprintf(format, args...)})
}

func (d *doctor) warn(check, mend, format string, args ...any) {
	d.found = append(d.found, checkup{Check: check, Account: d.account, Result: "warning", Text: fmt.Sprintf(format, args...), Mend: mend})
}

func (d *doctor) problem(check, mend string, err error) {
	d.found = append(d.found, checkup{Check: check, Account: d.account, Result: "problem", Text: err.Error(), Mend: mend, code: codeOf(err)})
}

// severity orders the exit codes, the worst first: what only a person can mend
// before what may pass by itself.
var severity = []int{exitInternal, exitConfig, exitLogin, exitMissing, exitState, exitData, exitUsage, exitTry}

func (d *doctor) worst() int {
	for _, code := range severity {
		for _, f := range d.found {
			if f.code == code {
				return code
			}
		}
	}
	return exitOK
}

func (d *doctor) write(w io.Writer) error {
	for i, f := range d.found {
		d.found[i].Text, d.found[i].Mend = oneLine(f.Text), oneLine(f.Mend)
	}
	if d.c.Bool("json") {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(d.found)
	}
	for _, f := range d.found {
		where := ""
		if f.Account != "" {
			where = clean(f.Account) + ": "
		}
		fmt.Fprintf(w, "%-8s %-12s %s%s\n", f.Result, f.Check, where, f.Text)
		if f.Mend != "" {
			fmt.Fprintf(w, "%-21s mend: %s\n", "", f.Mend)
		}
	}
	return nil
}

func (d *doctor) examine(ctx context.Context) {
	cfg, err := loadConfig(d.c)
	if err != nil {
		d.configMistakes(err)
		d.clock(config.Default())
		return
	}
	d.ok("config", "%s, %s", cfg.Path, plural(len(cfg.Accounts), "account"))
	d.clock(cfg)
	d.state()
	for _, a := range cfg.Accounts {
		d.account = a.Name
		d.mailbox(ctx, cfg, a)
	}
	d.account = ""
	d.service(ctx)
}

// configMistakes lists every mistake of the file, not only the first.
func (d *doctor) configMistakes(err error) {
	e, ok := errors.AsType[*config.Error](err)
	if !ok {
		d.problem("config", "`inboxwatch init` writes a new one", err)
		return
	}
	d.problem("config", "", e)
	for _, m := range e.More {
		d.problem("config", "", m)
	}
}

func (d *doctor) clock(cfg config.Config) {
	zone := cfg.Timezone
	if zone == "" {
		zone = config.SystemZone().String()
	}
	now := d.now()
	switch {
	case now.Year() < 2025:
		d.problem("clock", "set the clock: drafts come by it", fail(exitConfig, "this computer thinks it is %s", now.Format("2 Jan 2006")))
	case zone == "Local":
		d.warn("clock", `write timezone = "Europe/London" or yours into the configuration`, "the name of this computer's time zone is not known")
	default:
		if loc, err := time.LoadLocation(zone); err == nil {
			now = now.In(loc)
		}
		d.ok("clock", "%s in %s", now.Format("Mon 2 Jan 2006 15:04"), zone)
	}
}

func (d *doctor) state() {
	path := statePath(d.c)
	j, err := journal.Open(path, journal.Read)
	if err != nil {
		mend := "move the file away: a new one is made from your mailbox"
		if strings.Contains(err.Error(), "chmod") {
			mend = "" // said already
		}
		d.problem("state", mend, err)
		return
	}
	defer j.Close()
	events, err := j.Events()
	if err != nil {
		d.problem("state", "move the file away: a new one is made from your mailbox", err)
		return
	}
	if at := j.Damaged(); at != "" {
		d.warn("state", "`inboxwatch run` makes a new one from your mailbox", "%s is damaged", path)
		return
	}
	if _, err := os.Stat(path); err != nil {
		d.ok("state", "none yet; the first pass makes %s", path)
		return
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		d.problem("state", "make it your own and writable (chmod 600)", fail(exitState, "%w", err))
		return
	}
	f.Close()
	d.ok("state", "%s, %s", path, plural(len(events), "event"))
}

// mailbox goes from the secret to the folders, and stops where the next step
// would fail for the same reason.
func (d *doctor) mailbox(ctx context.Context, cfg config.Config, a config.Account) {
	row, _ := imapwatch.Provider(a.Host)
	word, err := secretFor(a)(ctx)
	if err != nil {
		d.problem("secret", "`inboxwatch init --force` asks for it anew; with oauth2, `inboxwatch login`", err)
		return
	}
	d.ok("secret", "there")
	if !d.reach(ctx, a) {
		return
	}
	client, err := imapwatch.Dial(ctx, wireAccount(a, func(context.Context) (string, error) { return word, nil }), logger(d.c, d.std))
	if err != nil {
		d.refused(a, row, err)
		return
	}
	defer client.Close()
	switch {
	case a.Security == "none":
		d.ok("tls", "none: the server is on this computer")
	case a.Pin != "":
		d.ok("tls", "%s, with the certificate that is pinned", a.Security)
	default:
		d.ok("tls", "%s, and the certificate is right for %s", a.Security, a.Host)
	}
	d.ok("login", "as %s", a.Username)
	d.capabilities(client, a)
	if d.folders(ctx, client) && d.c.Bool("scratch") {
		d.scratch(ctx, client, cfg)
	}
}

// reach resolves the name and opens a connection, for errors that say which of
// the two failed.
func (d *doctor) reach(ctx context.Context, a config.Account) bool {
	ctx, cancel := context.WithTimeout(ctx, min(max(a.Timeout, time.Second), 30*time.Second))
	defer cancel()
	if net.ParseIP(a.Host) == nil {
		addrs, err := net.DefaultResolver.LookupHost(ctx, a.Host)
		if err != nil {
			d.problem("dns", "check the spelling of host, and that this computer is online", fail(exitTry, "no address for %s: %v", a.Host, err))
			return false
		}
		d.ok("dns", "%s is %s", a.Host, strings.Join(addrs, ", "))
	}
	where := net.JoinHostPort(a.Host, strconv.Itoa(a.Port))
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", where)
	if err != nil {
		d.problem("tcp", "check host and port (993 with tls, 143 with starttls); a firewall may be in the way", fail(exitTry, "no connection: %v", err))
		return false
	}
	conn.Close()
	d.ok("tcp", "%s answers", where)
	return true
}

// refused says which step of the login failed.
func (d *doctor) refused(a config.Account, row imapwatch.ProviderRow, err error) {
	switch {
	case errors.Is(err, imapwatch.ErrCertificate):
		d.problem("tls", "if the server is your own: ca_file = its authority, or pin_sha256 = its certificate", err)
	case errors.Is(err, imapwatch.ErrLogin) && a.Auth == "oauth2":
		d.problem("login", "`inboxwatch login` asks for access anew", err)
	case errors.Is(err, imapwatch.ErrLogin) && row.AppPassword != "":
		d.problem("login", row.Name+" takes an app password: "+row.AppPassword+"; then `inboxwatch init --force`", err)
	case errors.Is(err, imapwatch.ErrLogin):
		d.problem("login", "check username and password, and that IMAP is switched on at the provider", err)
	default:
		d.problem("connection", "try again; if it stays, check security (tls, starttls) and port", err)
	}
}

// service says whether anything watches when this command is gone.
func (d *doctor) service(ctx context.Context) {
	k, ok := serviceKinds[runtime.GOOS]
	if !ok {
		return
	}
	if _, err := os.Stat(k.path()); err != nil {
		d.warn("service", "`inboxwatch service install`, or leave `inboxwatch watch` running", "not installed: nothing watches by itself")
		return
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if out, err := exec.CommandContext(ctx, k.status[0], k.status[1:]...).CombinedOutput(); err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
		d.warn("service", "`inboxwatch service install` starts it; its log: "+k.logs, "the %s is installed and not running (%s)", k.name, first)
		return
	}
	d.ok("service", "the %s is running", k.name)
}
