package arch

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// imports is the import table of ARCHITECTURE.md: each folder and the folders
// of ours that it may import. "*" may import all.
var imports = map[string][]string{
	"cmd/inboxwatch":             {"*"},
	"internal/arch":              {},
	"internal/rules":             {},
	"internal/lang":              {},
	"internal/detect":            {"internal/rules", "internal/lang", "internal/detect/mailparse", "internal/detect/ical", "internal/detect/when"},
	"internal/detect/mailparse":  {"internal/rules", "internal/lang"},
	"internal/detect/ical":       {"internal/rules", "internal/detect/mailparse"},
	"internal/detect/when":       {"internal/rules", "internal/lang", "internal/detect/ical"},
	"internal/detect/score":      {"internal/rules", "internal/lang", "internal/detect", "internal/detect/mailparse"},
	"internal/drafts":            {"internal/rules", "internal/lang"},
	"internal/imapwatch":         {},
	"internal/imaptest":          {"internal/imapwatch"},
	"internal/imaptest/realtest": {"internal/imaptest"},
	"internal/journal":           {"internal/rules"},
	"internal/config":            {"internal/rules"},
	"internal/secret":            {"internal/config"},
	"internal/oauth":             {"internal/config", "internal/secret"},
}

// pure lists the folders without clock, disk, network or globals; the one leak
// is time.LoadLocation, which reads the zone database built into the binary.
var pure = []string{"internal/rules", "internal/lang", "internal/detect", "internal/detect/mailparse",
	"internal/detect/ical", "internal/detect/when"}

// impureImports are packages that touch the world.
var impureImports = []string{"os", "net", "net/http", "log", "log/slog", "math/rand", "math/rand/v2", "os/exec", "io/ioutil", "database/sql", "syscall"}

// sends reports whether a package can send mail: every one that speaks SMTP
// says so in its path.
func sends(path string) bool { return strings.Contains(strings.ToLower(path), "smtp") }

const module = "inboxwatch/"

func TestImportTable(t *testing.T) {
	seen := map[string]bool{}
	for file, f := range parseAll(t) {
		dir := filepath.ToSlash(filepath.Dir(file))
		seen[dir] = true
		allowed, listed := imports[dir]
		if !listed {
			t.Errorf("%s: folder %s is not in the import table", file, dir)
			continue
		}
		for _, im := range f.Imports {
			path, _ := strconv.Unquote(im.Path.Value)
			if sends(path) {
				t.Errorf("%s imports %s, which can send mail", file, path)
			}
			if slices.Contains(pure, dir) && slices.Contains(impureImports, path) {
				t.Errorf("%s imports %s, but %s is pure", file, path, dir)
			}
			own, ok := strings.CutPrefix(path, module)
			if ok && !slices.Contains(allowed, own) && !slices.Contains(allowed, "*") {
				t.Errorf("%s imports %s, which the table does not allow", file, own)
			}
		}
	}
	for dir := range imports {
		if !seen[dir] {
			t.Errorf("the table lists %s, where there is no code", dir)
		}
	}
}

func TestPureCoreReadsNoClock(t *testing.T) {
	for file, f := range parseAll(t) {
		if !slices.Contains(pure, filepath.ToSlash(filepath.Dir(file))) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" &&
				slices.Contains([]string{"Now", "Since", "Until", "Local", "Sleep", "After"}, sel.Sel.Name) {
				t.Errorf("%s uses time.%s: now is an argument", file, sel.Sel.Name)
			}
			return true
		})
	}
}

// TestBinaryCannotSend looks at the linked program, since enmime imports a
// package that sends and only the linker drops it.
func TestBinaryCannotSend(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "inboxwatch")
	if out, err := exec.Command("go", "build", "-o", bin, module+"cmd/inboxwatch").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	out, err := exec.Command("go", "tool", "nm", bin).Output()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(out, []byte("go-imap")) {
		t.Fatal("no symbol of go-imap in the list: it cannot be trusted")
	}
	for line := range bytes.Lines(out) {
		if sends(packageOf(string(line))) {
			t.Errorf("the binary holds %s", bytes.TrimSpace(line))
		}
	}
}

// packageOf is the package path of the symbol at the end of a line of nm.
func packageOf(line string) string {
	f := strings.Fields(line)
	if len(f) == 0 {
		return ""
	}
	symbol := f[len(f)-1]
	base := strings.LastIndexByte(symbol, '/') + 1
	name, _, _ := strings.Cut(symbol[base:], ".")
	return symbol[:base] + name
}

// TestPackageOf: a test of symbols that finds no package could not fail.
func TestPackageOf(t *testing.T) {
	for line, want := range map[string]string{
		"  5f0000 T net/http.(*Client).Do":                           "net/http",
		"  5f0000 T github.com/emersion/go-imap/v2.(*Client).Append": "github.com/emersion/go-imap/v2",
		"  5f0000 T main.main":                                       "main",
	} {
		if got := packageOf(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// TestBinaryHoldsNoTests: the demo's server is part of the program, the means of
// testing are not.
func TestBinaryHoldsNoTests(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", module+"cmd/inboxwatch").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, module+"internal/imaptest") {
		t.Fatal("the list of packages lacks the demo's server: it cannot be trusted")
	}
	for _, dep := range deps {
		if first, _, _ := strings.Cut(dep, "/"); first == "testing" || dep == module+"internal/imaptest/realtest" {
			t.Errorf("the binary holds %s", dep)
		}
	}
}

func isGenerator(f *ast.File) bool {
	for _, g := range f.Comments {
		for _, c := range g.List {
			if c.Pos() < f.Package && c.Text == "//go:build ignore" {
				return true
			}
		}
	}
	return false
}

// parseAll parses the imports and code of every Go file that is not a test.
func parseAll(t *testing.T) map[string]*ast.File {
	t.Helper()
	root := filepath.Join("..", "..")
	files := map[string]*ast.File{}
	for _, top := range []string{"cmd", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution|parser.ParseComments)
			if err != nil {
				return err
			}
			if isGenerator(f) {
				return nil // run by go generate alone, never linked
			}
			rel, err := filepath.Rel(root, path)
			files[filepath.ToSlash(rel)] = f
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(files) < 30 {
		t.Fatalf("only %d Go files found: the walk is broken", len(files))
	}
	return files
}
