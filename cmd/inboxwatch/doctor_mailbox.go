package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"time"

	"inboxwatch/internal/config"
	"inboxwatch/internal/imapwatch"
)

// capabilities says what the server can do, and what its lacks mean.
func (d *doctor) capabilities(c *imapwatch.Client, a config.Account) {
	have := c.Capabilities()
	lacks := []struct{ name, means string }{
		{"IDLE", "new mail is looked for every " + config.FormatDuration(a.Poll)},
		{"UIDPLUS", "a draft's place is found by listing"},
		{"MOVE", "a withdrawn draft is copied to Trash, then deleted"},
		{"SPECIAL-USE", "folders are found by their names"},
	}
	var known, missing []string
	for _, l := range lacks {
		if slices.Contains(have, l.name) {
			known = append(known, l.name)
		} else {
			missing = append(missing, "no "+l.name+": "+l.means)
		}
	}
	if !slices.Contains(have, "MOVE") && !slices.Contains(have, "UIDPLUS") {
		d.warn("server", "empty Drafts of them in your mail program (“compact”)", "neither MOVE nor UIDPLUS: a withdrawn draft stays in Drafts, marked as deleted")
		return
	}
	d.ok("server", "%s", strings.Join(append([]string{strings.Join(known, " ")}, missing...), "; "))
}

// folders shows what is used for what; false where drafts have no place.
func (d *doctor) folders(ctx context.Context, c *imapwatch.Client) bool {
	folders, err := c.Folders(ctx)
	if err != nil {
		d.problem("folders", "make a folder Drafts in your mail program, or name yours: drafts = \"…\"", err)
		return false
	}
	have := map[imapwatch.Role]bool{}
	for _, f := range folders {
		have[f.Role] = true
		if f.Role == "" && !f.Watched {
			continue
		}
		words := string(f.Role)
		if words == "" {
			words = "a folder of yours"
		}
		if n, ok, err := c.Count(ctx, f); err != nil {
			d.problem("folder", "open it once in your mail program; if it stays, leave it out of watch = […]", err)
			continue
		} else if ok {
			words += ", " + plural(n, "mail")
		}
		if f.Watched {
			words += ", is read"
		}
		d.ok("folder", "%s (%s)", f.Name, words)
	}
	if !have[imapwatch.Sent] && !have[imapwatch.All] {
		d.warn("folders", "name it: sent = \"…\" in the configuration", "no folder for sent mail: what you write yourself is not noticed")
	}
	if !have[imapwatch.Trash] {
		d.warn("folders", "", "no Trash: a draft that is withdrawn is deleted for good")
	}
	return true
}

// scratch puts a draft to the user himself into Drafts, looks at what the
// server made of it, and takes it away.
func (d *doctor) scratch(ctx context.Context, c *imapwatch.Client, cfg config.Config) {
	id, raw := scratchDraft(cfg.Person, d.now())
	_, err := c.Append(ctx, raw)
	if err != nil && !errors.Is(err, imapwatch.ErrDoubt) {
		d.problem("scratch", "a full mailbox or a Drafts folder that takes none: delete something, or name another with drafts = \"…\"", err)
		return
	}
	found, err := c.Find(ctx, []string{id}, d.now().Add(-48*time.Hour))
	if err != nil {
		d.problem("scratch", "delete “inboxwatch check” from Drafts by hand", err)
		return
	}
	i := slices.IndexFunc(found, func(f imapwatch.Found) bool { return f.Role == imapwatch.Drafts && f.MessageID == id })
	if i < 0 {
		d.problem("scratch", "look into Drafts: if “inboxwatch check” is there, the server changes Message-IDs, and drafts cannot be followed", fail(exitMissing, "the draft was stored, and is not found by its Message-ID"))
		return
	}
	f := found[i]
	it, there, err := c.Read(ctx, f.Folder, f.UIDValidity, f.UID)
	if err != nil || !there {
		d.problem("scratch", "try again", fail(exitTry, "the draft was found and cannot be read (%v)", err))
	} else {
		d.kept(it.Raw, raw)
	}
	if off := f.Arrived.Sub(d.now()).Abs(); off > 5*time.Minute {
		d.warn("scratch", "set the clock of this computer: drafts come by it", "the server's clock and this one differ by %s", off.Round(time.Minute))
	}
	out, err := c.Withdraw(ctx, f.UIDValidity, f.UID, true, func(now []byte) bool { return bytes.Contains(now, []byte(id)) })
	switch {
	case err != nil:
		d.problem("scratch", "delete “inboxwatch check” from Drafts by hand", err)
	case out != imapwatch.Withdrawn:
		d.warn("scratch", "delete “inboxwatch check” from Drafts by hand", "the draft could not be taken away (%s)", out)
	default:
		d.ok("scratch", "a draft was stored, found, read, and taken away again")
	}
}

// kept compares what was stored with what came back.
func (d *doctor) kept(got, put []byte) {
	g, err := mail.ReadMessage(bytes.NewReader(got))
	if err != nil {
		d.problem("scratch", "ask your mail provider", fail(exitMissing, "the server gives back a draft that is no mail: %w", err))
		return
	}
	p, _ := mail.ReadMessage(bytes.NewReader(put))
	var lost []string
	for _, name := range []string{"In-Reply-To", "References"} {
		if g.Header.Get(name) != p.Header.Get(name) {
			lost = append(lost, name)
		}
	}
	if len(lost) > 0 {
		d.warn("scratch", "a draft may stand alone in place of under the confirmation; what it says is not touched", "the server drops %s", strings.Join(lost, " and "))
		return
	}
	d.ok("scratch", "the headers that thread a draft are kept")
}

func scratchDraft(p config.Person, now time.Time) (id string, raw []byte) {
	_, domain, _ := strings.Cut(p.Addresses[0], "@")
	id = "<" + strings.ToLower(rand.Text()) + "@" + domain + ">"
	thread := "<" + strings.ToLower(rand.Text()) + "@" + domain + ">"
	from := (&mail.Address{Name: p.Name, Address: p.Addresses[0]}).String()
	text := fmt.Sprintf("From: %s\r\nTo: %s\r\nSubject: inboxwatch check\r\nDate: %s\r\nMessage-ID: %s\r\n"+
		"In-Reply-To: %s\r\nReferences: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"+
		"inboxwatch doctor --scratch put this here to try your Drafts folder. It takes it away\r\nby itself; if you read this, you may delete it.\r\n",
		from, from, now.Format(time.RFC1123Z), id, thread, thread)
	return id, []byte(text)
}
