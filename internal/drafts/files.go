package drafts

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"inboxwatch/internal/lang"
)

// maxTemplate is the largest template file read, in bytes.
const maxTemplate = 64 << 10

// LoadTemplates reads the user's own templates from the folder dir: files
// named like thank-you.en.txt or thank-you.de.formal.txt. Other files that do
// not end in .txt are not looked at. dir "" gives ours alone. An error is one
// line that names the file, and where it can the line and field; several are
// joined.
func LoadTemplates(dir string) (Templates, error) {
	var t Templates
	if dir == "" {
		return t, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return t, fmt.Errorf("templates: cannot read the folder %s: %w", dir, cause(err))
	}
	t = Templates{own: map[string]*template{}, texts: map[string]string{}, files: map[string]string{}}
	var faults []error
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".txt")
		if !ok || e.IsDir() || strings.HasPrefix(name, ".") {
			continue
		}
		file := filepath.Join(dir, e.Name())
		if err := t.load(file, name); err != nil {
			faults = append(faults, err)
		}
	}
	return t, errors.Join(faults...)
}

func (t Templates) load(file, name string) error {
	if err := checkName(name); err != nil {
		return &Error{File: file, Line: 1, What: err.Error()}
	}
	raw, err := readSmall(file)
	if err != nil {
		return fmt.Errorf("%s: cannot read it: %w", file, cause(err))
	}
	text := strings.TrimPrefix(string(raw), "\ufeff")
	if line, ok := badLine(text); !ok {
		return &Error{File: file, Line: line, What: "a character that is no text: save the file as UTF-8"}
	}
	tpl, err := parseTemplate(file, text)
	if err != nil {
		return err
	}
	if tpl.subject == nil {
		tpl.subject = subjectOf(name)
	}
	t.own[name], t.texts[name], t.files[name] = tpl, text, file
	return nil
}

func readSmall(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxTemplate {
		return nil, fmt.Errorf("it is not a text file of at most %d kB", maxTemplate>>10)
	}
	return os.ReadFile(file)
}

// subjectOf is our own subject for a user's template that has none.
func subjectOf(name string) seq {
	ours, err := builtIn()
	if err != nil {
		return nil
	}
	for _, k := range []string{name, name + ".formal"} {
		if tpl := ours[k]; tpl != nil {
			return tpl.subject
		}
	}
	return nil
}

// badLine finds the first line that is not plain UTF-8 text.
func badLine(text string) (int, bool) {
	for i, l := range strings.Split(text, "\n") {
		if !utf8.ValidString(l) || strings.ContainsFunc(l, func(r rune) bool {
			return r < ' ' && r != '\t' && r != '\r' || r == 0x7f
		}) {
			return i + 1, false
		}
	}
	return 0, true
}

// Check reads the templates in dir and says what is wrong with each; nil where
// all are right.
func Check(dir string) error {
	_, err := LoadTemplates(dir)
	return err
}

// Export writes our templates into the folder dir for editing, each into a
// file of its name, and returns the files written, sorted. A file that is
// there already is the user's and is not touched. only, where not empty, names
// the templates to write.
func Export(dir string, only ...string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("templates: cannot make the folder %s: %w", dir, cause(err))
	}
	var written []string
	for _, l := range lang.All {
		for name, text := range l.Letters.Texts {
			w, tone, _ := strings.Cut(name, ".")
			k := strings.TrimSuffix(w+"."+l.Code+"."+tone, ".")
			if len(only) > 0 && !slices.Contains(only, k) {
				continue
			}
			file := filepath.Join(dir, k+".txt")
			f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, fs.ErrExist) {
				continue
			}
			if err == nil {
				_, err = f.WriteString(exportNote + strings.TrimLeft(text, "\n"))
				err = errors.Join(err, f.Close())
			}
			if err != nil {
				return written, fmt.Errorf("templates: cannot write %s: %w", file, cause(err))
			}
			written = append(written, file)
		}
	}
	slices.Sort(written)
	return written, nil
}

// cause is err without the path, which the message names already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

var exportNote = `# {field} is a value: ` + strings.Join(fieldNames, ", ") + `.
# [a|b|c] is the first of these whose fields are all known, else nothing.
# ~ alone on a line parts two wordings of the same paragraph; one is chosen.
# Write \{ \[ \| for the signs themselves. The subject serves where no mail is answered.
`
