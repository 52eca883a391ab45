package secret

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
	"github.com/zalando/go-keyring"

	"inboxwatch/internal/config"
)

// service is the name under which the keyring lists our entries.
const service = "inboxwatch"

// keyringTimeout bounds a keyring that waits for a prompt nobody sees.
var keyringTimeout = 60 * time.Second

// ErrNone says that nothing is stored under a key.
var ErrNone = errors.New("none is stored")

// errNoKeyring says that the system has no keyring that answers.
var errNoKeyring = errors.New("this system has no keyring that answers")

// PasswordKey names an account's password in the store. It does not hang on
// the account's name in the configuration, which may change.
func PasswordKey(acc config.Account) string { return "password " + acc.Username + " at " + acc.Host }

// Store keeps a secret in the system's keyring, or, where there is none or it
// refuses, in a file of mode 0600. It gives the place in words, for the user to
// be told.
func Store(ctx context.Context, key string, s Secret) (where string, err error) {
	kerr := inKeyring(ctx, func() error { return keyring.Set(service, key, s.text) })
	if kerr == nil {
		// An older copy in a file would be a leftover, and read by nobody.
		if err := removeFile(key); err != nil {
			return "", err
		}
		return "the system's keyring", nil
	}
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	path := filePath(key)
	if err := writePrivate(path, []byte(s.text+"\n")); err != nil {
		return "", fmt.Errorf("cannot keep the secret: the keyring said %q and the file %s: %w", oneLine(kerr), path, err)
	}
	return fmt.Sprintf("the file %s (mode 0600, not encrypted), since %v", path, oneLine(kerr)), nil
}

// Load gives what is kept under a key; errors.Is(err, ErrNone) where nothing
// is.
func Load(ctx context.Context, key string) (Secret, error) {
	b, err := readPrivate(filePath(key))
	if err == nil {
		return Secret{firstLine(string(b))}, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return Secret{}, err
	}
	var text string
	err = inKeyring(ctx, func() (err error) {
		text, err = keyring.Get(service, key)
		return err
	})
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return Secret{}, ErrNone
	case ctx.Err() != nil:
		return Secret{}, ctx.Err()
	case errors.Is(err, context.DeadlineExceeded):
		return Secret{}, fmt.Errorf("the keyring gave no answer within %v; unlock it: %w", keyringTimeout, err)
	case err != nil:
		return Secret{}, fmt.Errorf("%w, and %s", ErrNone, oneLine(err))
	}
	return Secret{text}, nil
}

// Delete removes what is kept under a key from both places. That nothing was
// there is no error; that a keyring does not answer is none either where a
// file was removed.
func Delete(ctx context.Context, key string) error {
	_, statErr := os.Stat(filePath(key))
	if err := removeFile(key); err != nil {
		return err
	}
	err := inKeyring(ctx, func() error { return keyring.Delete(service, key) })
	switch {
	case err == nil, errors.Is(err, keyring.ErrNotFound), errors.Is(err, errNoKeyring):
		return nil
	case statErr == nil && ctx.Err() == nil:
		return nil
	}
	return fmt.Errorf("cannot remove the secret from the keyring (%s); remove the entry %q of %q there by hand", oneLine(err), key, service)
}

// inKeyring runs f, which the keyring library cannot interrupt, within
// keyringTimeout.
func inKeyring(ctx context.Context, f func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, keyringTimeout)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- f() }()
	select {
	case err := <-done:
		if err != nil && !errors.Is(err, keyring.ErrNotFound) && !errors.Is(err, keyring.ErrSetDataTooBig) {
			return fmt.Errorf("%w (%s)", errNoKeyring, oneLine(err))
		}
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func oneLine(err error) string {
	s := said(err.Error(), "")
	return s[min(len(s), 2):]
}

// filePath is where a secret lies that no keyring took. The name is a hash: a
// key may have any character.
func filePath(key string) string {
	sum := sha256.Sum256([]byte(key))
	return filepath.Join(xdg.DataHome, "inboxwatch", "secrets", hex.EncodeToString(sum[:8]))
}

// writePrivate replaces a file whole or not at all, and never with a wider
// mode.
func writePrivate(path string, b []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".new-*") // mode 0600
	if err != nil {
		return err
	}
	_, werr := f.Write(b)
	err = errors.Join(werr, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// removeFile overwrites before it removes, for what that is worth on the disk
// at hand.
func removeFile(key string) error {
	path := filePath(key)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = os.WriteFile(path, make([]byte, info.Size()), 0o600)
	}
	return errors.Join(err, os.Remove(path))
}
