package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// makeFolder makes the state's folder for the user alone. One that exists is
// left as it is: the file's own mode protects it.
func makeFolder(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return stateErr(path, "has no folder and none can be made", err)
	}
	return nil
}

// makeFile makes an empty file with mode 0600 before SQLite opens it, so that
// no umask and no moment leaves it readable; SQLite gives its log the same
// mode. The folder is synced, else a power cut could lose the name.
func makeFile(path string) error {
	err := checkFile(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return checkFile(path) // another process was faster
	}
	if err == nil {
		err = errors.Join(f.Chmod(0o600), f.Close(), syncFolder(path))
	}
	if err != nil {
		return stateErr(path, "cannot be made", err)
	}
	return nil
}

// checkFile refuses what is no regular file or open to others. A missing file
// is fs.ErrNotExist.
func checkFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return err
	case err != nil:
		return stateErr(path, "cannot be read", err)
	case !info.Mode().IsRegular():
		return &StateError{Path: path, What: "is no regular file", Hint: "choose another place with --state"}
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0:
		return &StateError{Path: path, What: fmt.Sprintf("is open to other users (mode %04o)", info.Mode().Perm()),
			Hint: "chmod 600 " + path}
	}
	return nil
}

// sides are the files that SQLite keeps beside the database.
var sides = []string{"-wal", "-shm"}

func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// asideMark stands between the state's name and the date of the damage.
const asideMark = ".damaged-"

// setAside renames a damaged file and its log out of the way, so that a new
// one can be begun and nothing is thrown away.
func setAside(path string, now time.Time) (string, error) {
	first := path + asideMark + now.UTC().Format(time.DateOnly)
	name := first
	for i := 2; exists(name); i++ {
		name = fmt.Sprintf("%s-%d", first, i)
	}
	if err := os.Rename(path, name); err != nil {
		return "", stateErr(path, "is damaged and cannot be set aside", err)
	}
	for _, side := range sides {
		if err := os.Rename(path+side, name+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", stateErr(path+side, "is damaged and cannot be set aside", err)
		}
	}
	return name, syncFolder(path)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// syncFolder makes new names durable. Windows has no such call and needs none.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
