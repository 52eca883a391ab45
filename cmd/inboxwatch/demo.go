package main

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/urfave/cli/v2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/journal"
)

//go:embed demo/*.eml
var demoMails embed.FS

func demoCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:  "demo",
		Usage: "the whole job on a sample mailbox: no account, no network, six weeks in a second",
		Description: "--keep stops the clock where drafts wait, leaves the server running on this machine, and\n" +
			"prints how a mail program can look at it.\n" +
			"Examples:\n  inboxwatch demo\n  inboxwatch demo --report page.html\n  inboxwatch demo --keep" + exitHelp,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "keep", Usage: "leave the mail server running until Ctrl-C"},
			&cli.StringFlag{Name: "report", Usage: "also write the page of the report command to `FILE`"},
		},
		Action: func(c *cli.Context) error {
			if err := noOperands(c, "demo"); err != nil {
				return err
			}
			how := demoOptions{keep: c.Bool("keep"), report: c.String("report"), end: c.String("now")}
			return runDemo(c.Context, std.out, logger(c, std), how)
		},
	}
}

// The demo's person and the moments of her story.
var (
	demoOwner = config.Person{Name: "Robin Ashworth", Addresses: []string{"robin@ashworth.example"}, Phone: "+44 7700 900142"}
	demoBegin = "2026-10-05T09:00:00+01:00"
	demoKeep  = "2026-10-28T09:00:00Z" // drafts wait here
	demoEnd   = "2026-11-25T09:00:00Z"
)

// demoAct is what Robin does, or a mail that arrives.
type demoAct struct {
	at    time.Time
	mail  []byte                 // arrives in INBOX
	words string                 // what Robin does …
	do    func(*demoStage) error // … and how
}

// robin lists what Robin does between the mails.
var robin = []struct {
	at, words string
	do        func(*demoStage) error
}{
	{"2026-10-14T19:04:00+01:00", "Robin reads the thank-you to Priya over and sends it.", sendDraft("priya.nair@")},
	{"2026-10-15T20:30:00+01:00", "Robin sends the thank-you to Daniel.", sendDraft("daniel.okoro@")},
	{"2026-10-19T18:10:00+01:00", "Robin sends the second mail to Priya.", sendDraft("priya.nair@")},
	{"2026-10-27T19:00:00Z", "Robin rang: the position is still open and ticks every box. She stars the call sheet.", starCallSheet},
}

// demoStage is the mailbox, the engine and the clock of the story.
type demoStage struct {
	srv     *imaptest.Server
	e       *engine
	now     time.Time
	out     io.Writer
	shown   string // the moment that was printed last
	stories map[string]string
	sent    int
}

// demoOptions say how far the story is told, and what is left of it.
type demoOptions struct {
	keep   bool
	report string // file for the page; may be empty
	end    string // RFC 3339; default: the end of the story
}

func runDemo(ctx context.Context, w io.Writer, log *slog.Logger, how demoOptions) error {
	dir, err := os.MkdirTemp("", "inboxwatch-demo-")
	if err != nil {
		return fail(exitState, "the demo needs a temporary folder: %v", err)
	}
	defer os.RemoveAll(dir)
	srv, err := imaptest.Start(imaptest.Options{User: demoOwner.Addresses[0], Password: "harbour-light"})
	if err != nil {
		return fail(exitTry, "the demo cannot start its mail server on this machine: %v", err)
	}
	defer srv.Close()
	j, err := journal.Open(filepath.Join(dir, "state.db"), journal.Write)
	if err != nil {
		return err
	}
	defer j.Close()
	st := &demoStage{srv: srv, out: w, stories: map[string]string{}}
	if st.e, err = demoEngine(srv, j, func() time.Time { return st.now }, log); err != nil {
		return err
	}
	defer st.e.close()
	st.e.tell = st.tell
	end := cmp.Or(how.end, demoEnd)
	if how.keep {
		end = cmp.Or(how.end, demoKeep)
	}
	lipgloss.Fprintln(w, strong.Render("Robin Ashworth is looking for a job. This is her mailbox, six weeks of it."))
	fmt.Fprint(w, wrap("The people are made up and the clock runs fast, but the work is the real program's: it reads a mail server on this machine over IMAP, decides, and puts drafts into the Drafts folder. It never sends anything; Robin does.", "", statusWidth))
	if err := st.play(ctx, demoTime(end)); err != nil {
		return err
	}
	fmt.Fprintf(w, "\n")
	lipgloss.Fprintln(w, strong.Render("Where Robin stands on "+st.now.In(st.e.settings.Location).Format("Mon 2 January")+" (inboxwatch status):"))
	fmt.Fprintln(w)
	if err := writeStatus(w, st.e.decide(), statusWidth); err != nil {
		return err
	}
	if how.report != "" {
		page, err := renderReport(st.e.decide(), st.e.settings, st.now)
		if err != nil {
			return err
		}
		if err := os.WriteFile(how.report, page, 0o600); err != nil {
			return fail(exitState, "cannot write the report: %v; --report names another place", err)
		}
		fmt.Fprintf(w, "\nThe report of it: %s\n", clean(how.report))
	}
	if !how.keep {
		fmt.Fprintln(w, "\nYour own mailbox: `inboxwatch init` sets it up; `inboxwatch demo --keep` lets a mail program look at this one.")
		return nil
	}
	fmt.Fprintf(w, "\nThe mail server runs until Ctrl-C. Look at it with any mail program:\n"+
		"  host 127.0.0.1, port %d, no encryption (this machine only)\n  user %s, password %s\n", srv.Port, srv.User, srv.Password)
	<-ctx.Done()
	return nil
}

// demoEngine is the engine of a real account, pointed at the demo's server.
func demoEngine(srv *imaptest.Server, j *journal.Journal, now func() time.Time, log *slog.Logger) (*engine, error) {
	cfg := config.Default()
	cfg.Timezone, cfg.Country, cfg.Person = "Europe/London", "GB", demoOwner
	loc, err := time.LoadLocation(cfg.Timezone)
	if err != nil {
		return nil, err
	}
	cfg.Location = loc
	a := config.DefaultAccount()
	a.Name, a.Host, a.Port, a.Security, a.Username = "robin", srv.Host, srv.Port, "none", srv.User
	cfg.Accounts = []config.Account{a}
	l, err := openLedger(j, false)
	if err != nil {
		return nil, err
	}
	e, err := newEngine(cfg, l, now, log)
	if err != nil {
		return nil, err
	}
	e.secrets = func(config.Account) secretFunc {
		return func(context.Context) (string, error) { return srv.Password, nil }
	}
	return e, nil
}

func demoTime(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err) // a constant of ours
	}
	return t
}

// demoActs are all mails and deeds in the order of time.
func demoActs() ([]demoAct, error) {
	var acts []demoAct
	files, err := demoMails.ReadDir("demo")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		raw, err := demoMails.ReadFile("demo/" + f.Name())
		if err != nil {
			return nil, err
		}
		acts = append(acts, demoAct{at: mailparse.Parse(raw).Date, mail: raw})
	}
	for _, r := range robin {
		acts = append(acts, demoAct{at: demoTime(r.at), words: r.words, do: r.do})
	}
	slices.SortStableFunc(acts, func(a, b demoAct) int { return a.at.Compare(b.at) })
	return acts, nil
}

// play moves the clock from one thing that happens to the next: a mail, a deed
// of Robin's, or the moment at which a decision changes by itself.
func (st *demoStage) play(ctx context.Context, end time.Time) error {
	acts, err := demoActs()
	if err != nil {
		return err
	}
	st.now = demoTime(demoBegin)
	for !st.now.After(end) && ctx.Err() == nil {
		for len(acts) > 0 && !acts[0].at.After(st.now) {
			if err := st.act(acts[0]); err != nil {
				return err
			}
			acts = acts[1:]
		}
		ds, err := st.e.pass(ctx)
		if err != nil {
			return err
		}
		st.changes(ds)
		next := st.e.wake(ds)
		if len(acts) > 0 {
			next = earlier(next, acts[0].at)
		}
		if next.IsZero() || next.After(end) {
			break
		}
		st.now = next
	}
	st.now = end
	return ctx.Err()
}

func (st *demoStage) act(a demoAct) error {
	if a.mail != nil {
		_, err := st.srv.Add("INBOX", a.mail, a.at)
		return err
	}
	st.say("%s", a.words)
	return a.do(st)
}

// sendDraft is what a mail program does when the user presses Send: a new
// Message-ID and Date, a copy in Sent, the draft gone.
func sendDraft(to string) func(*demoStage) error {
	return func(st *demoStage) error {
		m, err := st.draftTo(to)
		if err != nil {
			return err
		}
		st.sent++
		lines := strings.Split(string(m.Raw), "\r\n")
		for i, l := range lines {
			switch {
			case strings.HasPrefix(l, "Date:"):
				lines[i] = "Date: " + st.now.Format(time.RFC1123Z)
			case strings.HasPrefix(l, "Message-ID:"):
				lines[i] = fmt.Sprintf("Message-ID: <sent-%d@ashworth.example>", st.sent)
			case l == "":
				if _, err := st.srv.Add("Sent", []byte(strings.Join(lines, "\r\n")), st.now, `\Seen`); err != nil {
					return err
				}
				return st.srv.Remove("Drafts", m.UID)
			}
		}
		return fmt.Errorf("the draft to %s has no body", to)
	}
}

func starCallSheet(st *demoStage) error {
	m, err := st.draftTo(demoOwner.Addresses[0])
	if err != nil {
		return err
	}
	return st.srv.Flag("Drafts", m.UID, `\Flagged`)
}

// draftTo finds the draft whose To holds the words.
func (st *demoStage) draftTo(to string) (imaptest.Message, error) {
	msgs, err := st.srv.Messages("Drafts")
	for _, m := range msgs {
		for _, c := range mailparse.Parse(m.Raw).To {
			if strings.Contains(c.Address, to) {
				return m, nil
			}
		}
	}
	if err == nil {
		err = fmt.Errorf("the story expects a draft to %s, but there is none", to)
	}
	return imaptest.Message{}, err
}
