package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"

	"inboxwatch/internal/config"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/journal"
)

// desk is a mailbox on a memory server and the clock that all machines which
// work on it share.
type desk struct {
	t   testing.TB
	srv *imaptest.Server
	mu  sync.Mutex
	now time.Time
}

func newDesk(t testing.TB, opts imaptest.Options) *desk {
	t.Helper()
	opts.User, opts.Password = demoOwner.Addresses[0], "harbour-light"
	srv, err := imaptest.Start(opts)
	if err != nil {
		t.Fatal(err)
	}
	return &desk{t: t, srv: srv}
}

func (d *desk) clock() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.now
}

func (d *desk) set(now time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.now = now
}

// deliver puts mails of the demo into INBOX.
func (d *desk) deliver(names ...string) {
	d.t.Helper()
	for _, n := range names {
		raw, err := demoMails.ReadFile("demo/" + n + ".eml")
		if err != nil {
			d.t.Fatal(err)
		}
		d.arrive(raw)
	}
}

// arrive puts a mail into INBOX as if it came when its header says.
func (d *desk) arrive(raw []byte) {
	d.t.Helper()
	if _, err := d.srv.Add("INBOX", raw, mailparse.Parse(raw).Date); err != nil {
		d.t.Fatal(err)
	}
}

// machine is the engine with a state of its own. port is the server's or a
// proxy's; silence is the account's timeout.
type machine struct {
	e *engine
	j *journal.Journal
}

func (d *desk) machine(state string, port int, silence time.Duration, log io.Writer) (*machine, error) {
	j, err := journal.Open(state, journal.Write)
	if err != nil {
		return nil, err
	}
	e, err := demoEngine(d.srv, j, d.clock, slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	if err != nil {
		j.Close()
		return nil, err
	}
	a := &e.cfg.Accounts[0]
	a.Port, a.Timeout = port, silence
	if a.Drafts == "" {
		a.Drafts = config.DefaultAccount().Drafts
	}
	return &machine{e, j}, nil
}

func (m *machine) close() {
	m.e.close()
	m.j.Close()
}

// heal runs passes on a sound connection until one ends well. A draft in doubt
// may need a second look, so one failure more than tries is a failure.
func (d *desk) heal(state string) (status string, err error) {
	for range 3 {
		var m *machine
		if m, err = d.machine(state, d.srv.Port, 20*time.Second, io.Discard); err != nil {
			return "", err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		_, err = m.e.pass(ctx)
		cancel()
		var b bytes.Buffer
		if err == nil {
			err = writeStatusJSON(&b, m.e.decide())
		}
		m.close()
		if err == nil {
			return b.String(), nil
		}
	}
	return "", err
}

// picture shows every folder: for each mail its id, flags and bytes, but not
// its UID.
func (d *desk) picture() (string, error) {
	var b strings.Builder
	for _, f := range d.srv.Play.Folders {
		msgs, err := d.srv.Messages(f.Name)
		if err != nil {
			return "", err
		}
		var lines []string
		for _, m := range msgs {
			flags := slices.DeleteFunc(slices.Clone(m.Flags), func(f string) bool { return strings.EqualFold(f, `\Recent`) })
			p := mailparse.Parse(m.Raw)
			to := ""
			if len(p.To) > 0 {
				to = p.To[0].Address
			}
			lines = append(lines, fmt.Sprintf("  %s %q to %s: %s %x", p.MessageID, flags, to, p.Subject, sha256.Sum256(m.Raw))[:])
		}
		slices.Sort(lines)
		fmt.Fprintf(&b, "%s:\n%s\n", f.Name, strings.Join(lines, "\n"))
	}
	return b.String(), nil
}

// threeInterviews are the demo's; each step is a moment and what is due then.
var threeInterviews = []string{"01-ack", "02-alert", "03-harbourlight", "04-kestrel-invite", "05-saltmarsh", "06-dentist"}

var (
	beforeAll  = demoTime("2026-10-12T12:00:00Z")
	thanksDue  = demoTime("2026-10-16T10:00:00+01:00") // three thank-yous
	secondsDue = demoTime("2026-10-20T10:00:00+01:00") // three thank-yous go, three second mails come
)

// scene is a mailbox brought to the eve of a run.
type scene struct {
	name  string
	steps []time.Time // passes that went well before
	at    time.Time   // the run that is disturbed
	// placed and withdrawn are what Drafts and Trash hold after it.
	placed, withdrawn int
}

var scenes = []scene{
	{"first run", nil, thanksDue, 3, 0},
	{"one letter replaces another", []time.Time{beforeAll, thanksDue}, secondsDue, 3, 3},
}

// stage sets a scene with the state at the given path.
func (s scene) stage(t testing.TB, opts imaptest.Options, state string) *desk {
	t.Helper()
	d := newDesk(t, opts)
	d.deliver(threeInterviews...)
	for _, at := range s.steps {
		d.set(at)
		if _, err := d.heal(state); err != nil {
			t.Fatal(err)
		}
	}
	d.set(s.at)
	return d
}

// set is a staged scene that can be set up again cheaply.
type set struct {
	scene
	opts  imaptest.Options
	state []byte
	mails map[string][]imaptest.Message
}

// build stages the scene once.
func (s scene) build(t testing.TB, opts imaptest.Options) set {
	t.Helper()
	state := filepath.Join(memDir(t), "state.db")
	d := s.stage(t, opts, state)
	defer d.srv.Close()
	out := set{scene: s, opts: opts, mails: map[string][]imaptest.Message{}}
	var err error
	if len(s.steps) > 0 {
		if out.state, err = os.ReadFile(state); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range d.srv.Play.Folders {
		if out.mails[f.Name], err = d.srv.Messages(f.Name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// again makes the same mailbox, down to the UIDs, and the same state.
func (s set) again(t testing.TB, state string) *desk {
	d := newDesk(t, s.opts)
	for folder, msgs := range s.mails {
		for _, m := range msgs {
			uid, err := d.srv.Add(folder, m.Raw, m.Arrived, m.Flags...)
			if err != nil || uid != m.UID {
				t.Fatalf("%s: UID %d, was %d; %v", folder, uid, m.UID, err)
			}
		}
	}
	if s.state != nil {
		if err := os.WriteFile(state, s.state, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.set(s.at)
	return d
}

// ideal plays the scene without any fault: what every disturbed run must come
// to after healing.
func (s scene) ideal(t testing.TB, opts imaptest.Options) (picture, status string) {
	t.Helper()
	state := filepath.Join(memDir(t), "state.db")
	d := s.stage(t, opts, state)
	defer d.srv.Close()
	status, err := d.heal(state)
	if err != nil {
		t.Fatal(err)
	}
	if picture, err = d.picture(); err != nil {
		t.Fatal(err)
	}
	d.count(d.srv.Folder(imap.MailboxAttrDrafts), s.placed)
	d.count(d.srv.Folder(imap.MailboxAttrTrash), s.withdrawn)
	return picture, status
}

// count asks for so many mails in a folder, no two with the same Message-ID.
// What is marked \Deleted only waits to be expunged, and does not count.
func (d *desk) count(folder string, want int) {
	d.t.Helper()
	msgs, err := d.srv.Messages(folder)
	if err != nil {
		d.t.Fatal(err)
	}
	msgs = slices.DeleteFunc(msgs, func(m imaptest.Message) bool { return slices.Contains(m.Flags, `\Deleted`) })
	ids := map[string]bool{}
	for _, m := range msgs {
		ids[mailparse.Parse(m.Raw).MessageID] = true
	}
	if len(msgs) != want || len(ids) != want {
		d.t.Errorf("%s holds %d mails with %d Message-IDs, want %d", folder, len(msgs), len(ids), want)
	}
}

// memDir is a temporary folder in memory where the system has one: these tests
// make thousands of state files, and it is not the disk that they try.
func memDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "inboxwatch-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}
