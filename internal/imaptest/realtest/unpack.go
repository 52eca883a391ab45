//go:build unix

package realtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// unpack downloads Debian packages and unpacks them into a folder of the user's
// cache, once. It is for servers that conflict with each other as installed
// packages: nothing is installed and no package script runs.
func unpack(t testing.TB, name string, packages ...string) (root string, env []string) {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	root = filepath.Join(cache, "inboxwatch-tests", name)
	if _, err := os.Stat(filepath.Join(root, "complete")); err != nil {
		fetch(t, name, root, packages)
	}
	var libs []string
	for _, sub := range []string{"usr/lib/" + triplet(t), "usr/lib", "lib/" + triplet(t)} {
		libs = append(libs, filepath.Join(root, sub))
	}
	return root, append(os.Environ(), "LD_LIBRARY_PATH="+strings.Join(libs, ":"), "SASL_PATH="+filepath.Join(root, "usr/lib", triplet(t), "sasl2"))
}

func fetch(t testing.TB, name, root string, packages []string) {
	t.Helper()
	debs := t.TempDir()
	if err := os.Chmod(debs, 0o777); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("apt-get", append([]string{"download"}, packages...)...)
	cmd.Dir = debs
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("this test needs %s from Debian's packages (apt-get update; apt-get download %s): %v\n%s", name, strings.Join(packages, " "), err, out)
	}
	files, err := filepath.Glob(filepath.Join(debs, "*.deb"))
	if err != nil || len(files) == 0 {
		t.Fatalf("apt-get download brought no packages for %s", name)
	}
	if err := os.MkdirAll(root, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if out, err := exec.Command("dpkg", "-x", f, root).CombinedOutput(); err != nil {
			t.Fatalf("unpack %s: %v\n%s", f, err, out)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "complete"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	// The servers drop root, and must then still reach their own programs.
	for dir := root; len(dir) > len(os.TempDir()); dir = filepath.Dir(dir) {
		_ = os.Chmod(dir, 0o755)
	}
}

// triplet is Debian's name of the machine, as in /usr/lib/x86_64-linux-gnu.
func triplet(t testing.TB) string {
	t.Helper()
	dirs, err := filepath.Glob("/usr/lib/*-linux-gnu*")
	if err != nil || len(dirs) == 0 {
		t.Fatal("this test needs a Debian system: there is no /usr/lib/*-linux-gnu")
	}
	return filepath.Base(dirs[0])
}
