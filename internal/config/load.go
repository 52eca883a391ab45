package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// maxSize is more than any configuration and less than what could hurt.
const maxSize = 1 << 20

// Load reads the configuration at path. The error is an *Error (exit 78) that
// says of the first mistake what, where and how to mend it.
func Load(path string) (Config, error) {
	doc, err := read(path)
	if err != nil {
		return Config{}, err
	}
	c, r, err := parse(path, doc)
	if err != nil {
		return Config{}, err
	}
	r.files(c)
	if err := r.first(); err != nil {
		return Config{}, err
	}
	return c, nil
}

func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{Path: path, What: "there is no configuration here; `inboxwatch init` writes one"}
	}
	if err != nil {
		return nil, &Error{Path: path, What: fmt.Sprintf("cannot be read (%v); let your user read it", cause(err))}
	}
	defer f.Close()
	doc, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return nil, &Error{Path: path, What: fmt.Sprintf("cannot be read (%v); name a file with --config", cause(err))}
	case len(doc) > maxSize:
		return nil, &Error{Path: path, What: "is larger than 1 MB and so no configuration; name another with --config"}
	}
	return doc, nil
}

// cause drops the path from an error that will name it anyway.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// Parse reads a configuration's text without touching a file; path is for
// messages and for resolving relative paths.
func Parse(path string, doc []byte) (Config, error) {
	c, _, err := parse(path, doc)
	return c, err
}

func parse(path string, doc []byte) (Config, *reader, error) {
	doc = bytes.TrimPrefix(doc, []byte("\xef\xbb\xbf")) // a BOM some editors write
	var tree map[string]any
	if err := toml.Unmarshal(doc, &tree); err != nil {
		return Config{}, nil, syntaxError(path, err)
	}
	if len(tree) == 0 {
		return Config{}, nil, &Error{Path: path, What: "is empty; `inboxwatch init` writes one"}
	}
	r := &reader{path: path, lines: linesOf(doc)}
	c := Default()
	c.Path = path
	r.file(tree, &c)
	r.whole(&c)
	if err := r.first(); err != nil {
		return Config{}, nil, err
	}
	settle(&c)
	return c, r, nil
}

func syntaxError(path string, err error) error {
	e := &Error{Path: path}
	var d *toml.DecodeError
	if errors.As(err, &d) {
		e.Line, _ = d.Position()
		e.Key = strings.Join(d.Key(), ".")
	}
	if strings.Contains(err.Error(), "already") {
		e.What = "is there twice; keep one"
		return e
	}
	e.What = "is not TOML (" + strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "toml: ")), " ") +
		"); texts stand in quotes, section names in brackets"
	return e
}

// reader gathers a file's mistakes.
type reader struct {
	path             string
	lines            lines
	unknown, mistake []*Error
}

// first is the mistake to mend first: an unknown key is often why another one
// is missing.
func (r *reader) first() error {
	byLine := func(a, b *Error) int { return cmp.Compare(a.Line, b.Line) }
	slices.SortStableFunc(r.unknown, byLine)
	slices.SortStableFunc(r.mistake, byLine)
	all := slices.Concat(r.unknown, r.mistake)
	if len(all) == 0 {
		return nil
	}
	all[0].More = all[1:]
	return all[0]
}

// at makes an error at a key, or at the nearest line above it.
func (r *reader) at(path, format string, args ...any) *Error {
	e := &Error{Path: r.path, Key: path, What: fmt.Sprintf(format, args...)}
	for p := path; p != ""; {
		if line, ok := r.lines[p]; ok {
			e.Line = line
			break
		}
		p = p[:max(0, strings.LastIndexAny(p, ".["))]
	}
	return e
}

func (r *reader) fail(path, format string, args ...any) {
	r.mistake = append(r.mistake, r.at(path, format, args...))
}

func (r *reader) file(tree map[string]any, c *Config) {
	top := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(tree)) {
		switch v := tree[name]; name {
		case "person":
			table(r, name, v, personKeys, &c.Person)
		case "rules":
			table(r, name, v, rulesKeys, &c.Rules)
		case "drafts":
			table(r, name, v, draftsKeys, &c.Drafts)
		case "account":
			c.Accounts = tables(r, name, v, accountKeys, DefaultAccount)
		case "company":
			c.Companies = tables(r, name, v, companyKeys, func() Company { return Company{} })
		default:
			top[name] = v
		}
	}
	section(r, "", top, topKeys, c)
}

func table[T any](r *reader, path string, v any, keys []key[T], into *T) {
	m, ok := v.(map[string]any)
	if !ok {
		r.fail(path, "should be a section; write [%s] on a line of its own and its keys below", path)
		return
	}
	section(r, path, m, keys, into)
}

func tables[T any](r *reader, name string, v any, keys []key[T], fresh func() T) []T {
	list, ok := v.([]any)
	if !ok {
		r.fail(name, "there can be several; write [[%s]] with two brackets on a line of its own", name)
		return []T{fresh()} // so that nothing else is said to be missing
	}
	out := make([]T, len(list))
	for i, e := range list {
		out[i] = fresh()
		table(r, fmt.Sprintf("%s[%d]", name, i), e, keys, &out[i])
	}
	return out
}

func section[T any](r *reader, path string, m map[string]any, keys []key[T], into *T) {
	known := names(keys)
	for _, name := range slices.Sorted(maps.Keys(m)) {
		i := slices.Index(known, name)
		if i < 0 {
			r.unknown = append(r.unknown, r.unknownKey(path, name, known))
			continue
		}
		if err := keys[i].value.set(into, m[name]); err != nil {
			r.fail(join(path, name), "%v", err)
		}
	}
}

// unknownKey says where a key belongs, or which one was meant.
func (r *reader) unknownKey(path, name string, known []string) *Error {
	full := join(path, name)
	if secretKeys[name] {
		return r.at(full, "there is no such key: %s", secretHint)
	}
	if near := nearest(name, known); near != "" {
		return r.at(full, "there is no such key%s", didYouMean(name, known))
	}
	if path == "" {
		heads := []string{"person", "account", "rules", "company", "drafts"}
		if near := nearest(name, heads); near != "" {
			return r.at(full, "there is no such section%s", didYouMean(name, heads))
		}
	}
	for _, s := range sections {
		if slices.Contains(s.keys, name) {
			return r.at(full, "there is no such key here; it belongs %s", s.where)
		}
	}
	return r.at(full, "there is no such key; known here: %s", strings.Join(known, ", "))
}

// settle fills in what follows from the rest.
func settle(c *Config) {
	c.Location = location(c.Timezone)
	dir := filepath.Dir(c.Path)
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	for i := range c.Accounts {
		a := &c.Accounts[i]
		a.CAFile, a.PasswordFile = resolve(dir, a.CAFile), resolve(dir, a.PasswordFile)
	}
	c.Drafts.Templates = resolve(dir, c.Drafts.Templates)
}
