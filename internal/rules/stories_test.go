package rules

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestStories plays testdata/stories/*.txt. A story begins with "== title";
// each line is a time and what happens then, or "> " and what must be right.
// README.md beside them says how they are written.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/stories/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	seen, stories := map[string]bool{}, 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split("\n"+string(b), "\n== ")
		line := strings.Count(parts[0], "\n")
		for _, p := range parts[1:] {
			title, body, _ := strings.Cut(p, "\n")
			first := line + 1
			line += strings.Count(p, "\n") + 1
			stories++
			t.Run(filepath.Base(f)+"/"+title, func(t *testing.T) {
				tell(t, f, first, body, seen)
			})
		}
	}
	if stories < 100 {
		t.Errorf("only %d stories", stories)
	}
	for _, r := range windowTable {
		if !seen["due="+string(r.Window)] {
			t.Errorf("no story shows the window %s due", r.Window)
		}
	}
	for _, g := range guardTable {
		for _, answer := range []string{":yes", ":no"} {
			if !seen["guard="+g.Name+answer] {
				t.Errorf("no story shows the guard %s%s", g.Name, answer)
			}
		}
	}
	for _, r := range endTable {
		if !seen["kind="+string(r.Kind)] {
			t.Errorf("no story tells of a %s", r.Kind)
		}
	}
	t.Logf("%d stories in %d files", stories, len(files))
}

func tell(t *testing.T, file string, first int, body string, seen map[string]bool) {
	w := newWorld()
	checks := 0
	for i, line := range strings.Split(body, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		where := fmt.Sprintf("%s:%d", file, first+i+1)
		if rest, ok := strings.CutPrefix(line, "settings "); ok {
			if err := w.settings(pairs(rest)); err != nil {
				t.Fatalf("%s: %v", where, err)
			}
			continue
		}
		if len(line) < 17 {
			t.Fatalf("%s: no time", where)
		}
		now, err := time.ParseInLocation("2006-01-02 15:04", line[:16], w.s.Location)
		if err != nil {
			t.Fatalf("%s: %v", where, err)
		}
		rest := strings.TrimSpace(line[16:])
		if want, ok := strings.CutPrefix(rest, ">"); ok {
			checks++
			w.check(t, where, now, pairs(want), seen)
			continue
		}
		if err := w.act(now, pairs(rest)); err != nil {
			t.Fatalf("%s: %v", where, err)
		}
	}
	if checks == 0 {
		t.Fatal("a story that expects nothing")
	}
}

// pairs splits words and key=value pairs; quotes keep blanks together.
func pairs(s string) []string {
	var out []string
	var b strings.Builder
	quoted := false
	for _, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ' ' && !quoted:
			if b.Len() > 0 {
				out = append(out, b.String())
				b.Reset()
			}
		default:
			b.WriteRune(r)
		}
	}
	if b.Len() > 0 {
		out = append(out, b.String())
	}
	return out
}

// check compares what is expected with the decision at now.
func (w *world) check(t *testing.T, where string, now time.Time, want []string, seen map[string]bool) {
	t.Helper()
	ds := w.decide(now)
	d := pick(ds, want)
	for _, x := range want {
		key, val, _ := strings.Cut(x, "=")
		if key == "of" {
			continue
		}
		if key == "count" {
			if got := fmt.Sprint(len(ds)); got != val {
				t.Errorf("%s: %s interviews, want %s", where, got, val)
			}
			continue
		}
		if key == "drafts" {
			if got := w.inDrafts(); got != val && !(got == "" && val == "none") {
				t.Errorf("%s: in Drafts: %q, want %q", where, got, val)
			}
			continue
		}
		if d == nil {
			t.Fatalf("%s: there is no such interview", where)
		}
		got, ok := facet(*d, key, val)
		if !ok {
			t.Fatalf("%s: cannot check %q", where, key)
		}
		if match := got == val || (partial[key] && strings.Contains(got, val)); !match {
			t.Errorf("%s: %s is %q, want %q\n  reason: %s", where, key, got, val, strings.Join(d.Reasons, "\n          "))
			continue
		}
		seen[key+"="+val] = true
		for _, m := range d.Interview.Mails {
			seen["kind="+string(m.Facts.Kind)] = true
		}
	}
}

var partial = map[string]bool{"reason": true, "why": true, "withdraw-why": true, "story": true, "shift": true, "history": true}

func pick(ds []Decision, want []string) *Decision {
	for _, x := range want {
		if id, ok := strings.CutPrefix(x, "of="); ok {
			for i := range ds {
				if ds[i].Interview.ID == id {
					return &ds[i]
				}
			}
			return nil
		}
	}
	if len(ds) == 0 {
		return nil
	}
	return &ds[0]
}

// facet shows one side of a decision as text.
func facet(d Decision, key, want string) (string, bool) {
	stamp := func(t time.Time) string {
		if t.IsZero() {
			return "none"
		}
		return t.In(zoneOf(d)).Format("2006-01-02T15:04")
	}
	iv := d.Interview
	switch key {
	case "state":
		return string(d.State), true
	case "window":
		return newer(string(d.Window), "none"), true
	case "due":
		if d.Due == nil {
			return "none", true
		}
		return string(d.Due.Window), true
	case "to":
		return d.Due.To.Address, true
	case "next":
		if d.Next == nil {
			return "none", true
		}
		return string(d.Next.Window) + "@" + stamp(d.Next.At), true
	case "next-at":
		return stamp(d.NextAt), true
	case "reason":
		return d.Reason, true
	case "why":
		return strings.Join(d.Reasons, "; "), true
	case "story":
		return strings.Join(Story(d), "\n"), true
	case "t":
		return stamp(d.T), true
	case "until": // of the open window
		return stamp(span(d, d.Window).Until), true
	case "shift":
		return strings.Join(span(d, d.Window).Shifts, "; "), true
	case "withdraw", "withdraw-why":
		return withdrawn(d, key), true
	case "guard":
		name, _, _ := strings.Cut(want, ":")
		for _, g := range d.Guards {
			if g.Name == name {
				return name + ":" + either(g.Holds, "yes", "no"), true
			}
		}
		return name + ":unknown", true
	}
	return ivFacet(iv, key)
}

func ivFacet(iv Interview, key string) (string, bool) {
	switch key {
	case "id":
		return iv.ID, true
	case "company":
		return newer(iv.Company, "none"), true
	case "role":
		return newer(iv.Role, "none"), true
	case "contact":
		return newer(iv.Contact.Address, "none"), true
	case "name":
		return newer(iv.Contact.Name, "none"), true
	case "start":
		return newer(iv.Start.String(), "none"), true
	case "anchor":
		return iv.Anchor.MessageID, true
	case "account":
		return newer(iv.Account, "none"), true
	case "owner":
		return iv.Owner, true
	case "mails":
		return fmt.Sprint(len(iv.Mails)), true
	case "draft-states":
		var out []string
		for _, d := range iv.Drafts {
			out = append(out, string(d.Window)+":"+string(d.State))
		}
		return newer(strings.Join(out, ","), "none"), true
	case "history":
		var out []string
		for _, n := range iv.History {
			out = append(out, n.Text)
		}
		return strings.Join(out, "; "), true
	}
	return "", false
}

func span(d Decision, w Window) WindowSpan {
	for _, s := range d.Spans {
		if s.Window == w {
			return s
		}
	}
	return WindowSpan{}
}

func withdrawn(d Decision, key string) string {
	var windows, whys []string
	for _, w := range d.Withdraw {
		windows = append(windows, string(w.Draft.Window))
		whys = append(whys, w.Reason)
	}
	if key == "withdraw-why" {
		return strings.Join(whys, "; ")
	}
	return newer(strings.Join(windows, ","), "none")
}
