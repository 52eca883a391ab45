package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"
)

// DefaultPath is where the configuration is looked for:
// $XDG_CONFIG_HOME/inboxwatch/config.toml, or what stands for it on the system.
func DefaultPath() string { return filepath.Join(xdg.ConfigHome, "inboxwatch", "config.toml") }

// DefaultStatePath is where the journal is kept:
// $XDG_STATE_HOME/inboxwatch/state.db, or what stands for it on the system.
func DefaultStatePath() string { return filepath.Join(xdg.StateHome, "inboxwatch", "state.db") }

// resolve takes paths as relative to the configuration's folder, and ~/ as
// home.
func resolve(dir, path string) string {
	switch {
	case path == "" || filepath.IsAbs(path):
		return path
	case strings.HasPrefix(path, "~/"):
		return filepath.Join(xdg.Home, path[2:])
	}
	return filepath.Join(dir, path)
}

// CheckPrivate refuses a file that other users may read: secrets stand in it.
func CheckPrivate(info fs.FileInfo) error {
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("is open to other users (mode %04o)", info.Mode().Perm())
	}
	return nil
}

// files looks at the modes of what holds secrets. A password file that is not
// there is for the login to tell: status needs none.
func (r *reader) files(c Config) {
	for i, a := range c.Accounts {
		if a.PasswordFile != "" {
			r.private(fmt.Sprintf("account[%d].password_file", i), a.PasswordFile)
		}
		if a.OAuth.ClientSecret != "" {
			r.private(fmt.Sprintf("account[%d].oauth_client_secret", i), c.Path)
		}
	}
}

func (r *reader) private(key, path string) {
	info, err := os.Stat(path)
	if err == nil {
		err = CheckPrivate(info)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.fail(key, "%s %v; chmod 600 %s", path, cause(err), path)
	}
}

// location gives the zone of a name that was checked, or the system's.
func location(name string) *time.Location {
	if name == "" {
		return SystemZone()
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return time.Local
	}
	return loc
}

// SystemZone gives this computer's zone with its IANA name where that can be
// learnt, since the name is what the journal keeps; else time.Local.
func SystemZone() *time.Location {
	candidates := []string{strings.TrimPrefix(os.Getenv("TZ"), ":")}
	if candidates[0] == "" {
		if target, err := os.Readlink("/etc/localtime"); err == nil {
			if _, name, ok := strings.Cut(target, "zoneinfo/"); ok {
				candidates = append(candidates, name)
			}
		}
		if b, err := os.ReadFile("/etc/timezone"); err == nil {
			candidates = append(candidates, strings.TrimSpace(string(b)))
		}
	}
	for _, name := range candidates {
		if name == "" {
			continue
		}
		if loc, err := time.LoadLocation(name); err == nil {
			return loc
		}
	}
	return time.Local
}
