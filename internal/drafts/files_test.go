package drafts

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// folder makes a folder of templates.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestOwnTemplatesOverrideOurs(t *testing.T) {
	dir := folder(t, map[string]string{
		"thank-you.en.txt":        "Subject: Thanks[, {company}]\n\n{greeting}\n\nMine[ at {company}].\n\n{name}\n",
		"thank-you.de.formal.txt": "\ufeff# a note {with} a [ sign\r\n\r\n{greeting}\r\n\r\nMeins: \\{x\\} \\[y\\] a|b.\r\n\r\n{name}\r\n",
		"README.md":               "not a template",
	})
	tpl, err := LoadTemplates(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code string
		tone rules.Tone
		want string
	}{
		{"en", rules.ToneFormal, "Dear Jane Doe,\n\nMine at Acme Ltd.\n\nSam Okafor"},
		{"en", rules.ToneInformal, "Hi Jane,\n\nMine at Acme Ltd.\n\nSam Okafor"},
		{"de", rules.ToneFormal, "Guten Tag Jane Doe,\n\nMeins: {x} [y] a|b.\n\nSam Okafor"},
	} {
		d := decision(rules.ThankYou, c.code, c.tone)
		d.Interview.Anchor = rules.Mail{}
		got, err := Compose(d, settings(), aMoment, tpl)
		if err != nil || got.Body != c.want {
			t.Errorf("%s %s: %v\n%s", c.code, c.tone, err, got.Body)
		}
		if c.code == "en" && got.Subject != "Thanks, Acme Ltd" || got.Subject == "" {
			t.Errorf("%s: subject %q", c.code, got.Subject)
		}
	}
	if got, err := Compose(decision(rules.ThankYou, "de", rules.ToneInformal), settings(), aMoment, tpl); err != nil || strings.Contains(got.Body, "Meins") {
		t.Errorf("the informal German one is still ours: %v\n%s", err, got.Body)
	}
	sources := map[string]string{}
	for _, i := range tpl.List() {
		sources[i.Name] = i.Source
	}
	if sources["thank-you.en"] != filepath.Join(dir, "thank-you.en.txt") || sources["thank-you.en.formal"] != "" ||
		sources["thank-you.de.informal"] != "built in" || sources["call.pl"] != "built in" {
		t.Errorf("list %v", sources)
	}
	if text, err := tpl.Show("thank-you.en"); err != nil || !strings.Contains(text, "Mine") {
		t.Errorf("show: %v %q", err, text)
	}
}

func TestTemplateErrorsNameFileLineField(t *testing.T) {
	for _, c := range []struct {
		name, text string
		line       int
		field      string
		says       string
	}{
		{"thank-you.en.txt", "{greeting}\n\nHello {firma}\n", 3, "firma", "{firma}"},
		{"thank-you.en.txt", "# note\nSubject: {rolle}\n\nx\n", 2, "rolle", "the fields are"},
		{"thank-you.en.txt", "{greeting}\n\na\nb {company}\n", 4, "company", "square brackets"},
		{"thank-you.en.txt", "{greeting}\n\na\n~\nb [c\n", 5, "", "without its ]"},
		{"thank-you.en.txt", "a ] b\n", 1, "", "without its ["},
		{"thank-you.en.txt", "a } b\n", 1, "", "without its {"},
		{"thank-you.en.txt", "a {name\nb}\n", 1, "", "without its }"},
		{"thank-you.en.txt", "a\n~\n", 2, "", "other wording"},
		{"thank-you.en.txt", "# nothing\n", 2, "", "empty"},
		{"thank-you.en.txt", strings.Repeat("[", 20), 1, "", "within one another"},
		{"thank-you.en.txt", "a\nGr\xfc\xdfe\n", 2, "", "UTF-8"},
		{"thank-you.en.txt", "a\x1b[31m\n", 1, "", "UTF-8"},
		{"thanks.en.txt", "a\n", 1, "", "no window"},
		{"thank-you.txt", "a\n", 1, "", "name it like"},
		{"thank-you.xx.txt", "a\n", 1, "", "no language"},
		{"thank-you.en.rude.txt", "a\n", 1, "", "no tone"},
		{"call.en.formal.txt", "a\n", 1, "", "no tone"},
	} {
		err := Check(folder(t, map[string]string{c.name: c.text, "call.en.txt": "{name}, ring.\n"}))
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s %q: %v", c.name, c.text, err)
			continue
		}
		if filepath.Base(e.File) != c.name || e.Line != c.line || e.Field != c.field || !strings.Contains(err.Error(), c.says) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%s %q: line %d field %q: %v", c.name, c.text, e.Line, e.Field, err)
		}
	}
	err := Check(folder(t, map[string]string{"thank-you.en.txt": "{a}\n", "thank-you.de.txt": "{b}\n"}))
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("two faults are two lines: %v", err)
	}
	if err := Check(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "none") {
		t.Errorf("a folder that is not there: %v", err)
	}
	if err := Check(""); err != nil {
		t.Errorf("no folder: %v", err)
	}
	if err := Check(folder(t, map[string]string{"call.en.txt": strings.Repeat("x", maxTemplate+1)})); err == nil {
		t.Error("a huge file was read")
	}
}

// What is exported loads again and writes the same letters; a file that is
// there is not touched.
func TestExport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	first, err := Export(dir, "call.en")
	if err != nil || len(first) != 1 {
		t.Fatalf("%v %v", first, err)
	}
	if err := os.WriteFile(first[0], []byte("{name}, mine.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	written, err := Export(dir)
	if want := len(lang.All)*7 - 1; err != nil || len(written) != want {
		t.Fatalf("%d files, want %d: %v", len(written), want, err)
	}
	tpl, err := LoadTemplates(dir)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, l := range lang.All {
		for _, w := range windows {
			for _, tone := range tones(w) {
				d := decision(w, l.Code, tone)
				ours, err1 := Compose(d, settings(), aMoment, Templates{})
				theirs, err2 := Compose(d, settings(), aMoment, tpl)
				mine := w == rules.Call && l.Code == "en"
				if err1 != nil || err2 != nil || (ours.Body == theirs.Body) == mine || ours.Subject != theirs.Subject {
					t.Errorf("%s: %v %v\n%s\n%s", key(w, l.Code, tone), err1, err2, ours.Body, theirs.Body)
				}
				n++
			}
		}
	}
	if n != len(lang.All)*7 {
		t.Errorf("%d letters compared", n)
	}
}

func TestShowAndList(t *testing.T) {
	list := Templates{}.List()
	if len(list) != len(lang.All)*7 {
		t.Errorf("%d templates", len(list))
	}
	for _, i := range list {
		if text, err := (Templates{}).Show(i.Name); err != nil || !strings.Contains(text, "{name}") {
			t.Errorf("%s: %v", i.Name, err)
		}
		if err := checkName(i.Name); err != nil {
			t.Errorf("%s: %v", i.Name, err)
		}
	}
	for _, name := range []string{"", "thank-you", "thank-you.en", "thank-you.xx.formal", "a.b.c.d"} {
		if _, err := (Templates{}).Show(name); err == nil {
			t.Errorf("%q was shown", name)
		}
	}
}
