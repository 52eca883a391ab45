//go:build unix

package clients

import (
	"os"
	"strings"
	"testing"
	"time"
)

// front is as much of a subject as a list shows for certain.
func front(subject string) string {
	if r := []rune(subject); len(r) > 24 {
		return string(r[:24])
	}
	return subject
}

// address is what stands between the angle brackets.
func address(to string) string {
	_, rest, _ := strings.Cut(to, "<")
	return strings.TrimSuffix(rest, ">")
}

// awaitFile waits for the file that the editor's stand-in leaves, and takes it
// away.
func awaitFile(t *testing.T, tty *screen, path string) string {
	t.Helper()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if raw, err := os.ReadFile(path); err == nil && len(raw) > 0 {
			_ = os.Remove(path)
			return string(raw)
		}
	}
	t.Fatalf("the editor was never opened; the screen shows:\n%s", tty.text())
	return ""
}
