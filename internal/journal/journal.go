// Package journal is the append-only record of what was seen, said and done:
// one SQLite file of the user's own (mode 0600) that survives a kill at any
// moment and a second process beside it.
//
// What it holds is losable: interviews are folded from its events anew each
// time, and a mailbox read again gives the same events. It keeps facts, their
// words in short snippets, message ids, hashes and marks; never bodies, never
// secrets (contract, section 8).
//
// The SQL is portable; everything that only SQLite knows stands in sqlite.go.
package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// Mode says what a process means to do with the state.
type Mode int

// The modes.
const (
	// Read is for status, explain and report. It changes nothing and works
	// while another process writes; where there is no state yet it sees none.
	Read Mode = iota
	// Mark is for mark, undo, add and forget: it appends, also beside a running
	// watch, which notices by Changed.
	Mark
	// Write is for run and watch. Only one process at a time has it: whoever
	// decides and places drafts must not be two.
	Write
)

// lockWait is how long a second run or watch, and any write behind another
// process's, waits before it ends with a BusyError.
var lockWait = 5 * time.Second

// Journal is an open state file. Its methods may be called from several
// goroutines; they take turns.
type Journal struct {
	mu      sync.Mutex
	db      *sql.DB
	path    string
	mode    Mode
	lock    *flock.Flock // held in Write only
	damaged string
	seen    int64 // data_version at the last Changed
	closed  bool
}

// Open opens the state at path, making it (0600) and its folder (0700) where
// they are missing and mode is not Read. It checks the file's integrity and
// brings an older schema up to date. In Write, a damaged file is set aside and
// a new one begun: see Damaged.
//
// It fails with a *StateError (exit 73: cannot be read or written, wider mode
// than 0600, written by a newer version, another program's file) or a
// *BusyError (exit 75: another process is at work). Both are one line.
func Open(path string, mode Mode) (*Journal, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, stateErr(path, "cannot be found", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // one file, one lock, whatever name it goes by
	}
	j := &Journal{path: path, mode: mode}
	if mode == Read {
		if err := j.openReading(); err != nil {
			return nil, err
		}
		return j, nil
	}
	if err := makeFolder(path); err != nil {
		return nil, err
	}
	if mode == Write {
		if err := j.takeLock(); err != nil {
			return nil, err
		}
	}
	if err := j.openWriting(); err != nil {
		j.Close()
		return nil, err
	}
	return j, nil
}

// Path is the absolute path of the state file.
func (j *Journal) Path() string { return j.path }

// Damaged is where Open put a damaged file before it began a new one, or "".
// The caller tells the user; the mailbox will be read again.
func (j *Journal) Damaged() string { return j.damaged }

// SetAside lists the damaged files that were set aside beside the state. They
// are no part of it, and forget does not reach into them: it tells the user.
func (j *Journal) SetAside() []string {
	entries, err := os.ReadDir(filepath.Dir(j.path))
	if err != nil {
		return nil
	}
	var paths []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(j.path)+asideMark) {
			paths = append(paths, filepath.Join(filepath.Dir(j.path), e.Name()))
		}
	}
	return paths
}

// Close ends the journal. What was acknowledged is stored already; Close only
// folds the write-ahead log into the file, so that copying that one file is a
// backup, and lets the next process in.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return nil
	}
	j.closed = true
	var err error
	if j.db != nil {
		err = j.db.Close()
	}
	if j.lock != nil {
		err = errors.Join(err, j.lock.Close())
	}
	if err != nil {
		return stateErr(j.path, "cannot be closed", err)
	}
	return nil
}

// takeLock waits up to lockWait for the right to be the one writer. The lock
// file stays when it is released: removing it would let two processes lock two
// files of one name.
func (j *Journal) takeLock() error {
	name := j.path + ".lock"
	j.lock = flock.New(name, flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(context.Background(), lockWait)
	defer cancel()
	ok, err := j.lock.TryLockContext(ctx, 50*time.Millisecond)
	switch {
	case ok:
		return nil
	case err == nil, errors.Is(err, context.DeadlineExceeded):
		return &BusyError{Path: j.path}
	default:
		return stateErr(name, "cannot be locked", err)
	}
}

func (j *Journal) openWriting() error {
	for range 2 { // the second time after a damaged file was set aside
		if err := makeFile(j.path); err != nil {
			return err
		}
		err := j.connect(writing)
		if err == nil {
			err = j.migrate()
		}
		if err == nil {
			return nil
		}
		if j.db != nil {
			j.db.Close()
			j.db = nil
		}
		if !isDamage(err) {
			return err
		}
		if j.mode != Write || j.damaged != "" {
			return damagedErr(j.path, err)
		}
		if j.damaged, err = setAside(j.path, time.Now()); err != nil {
			return err
		}
	}
	return damagedErr(j.path, errors.New("also when begun anew"))
}

// openReading never makes or mends a file. An older schema is brought up to
// date by a writer first, since a reader must not guess at it.
func (j *Journal) openReading() error {
	if err := checkFile(j.path); errors.Is(err, fs.ErrNotExist) {
		return j.connect(nothing)
	} else if err != nil {
		return err
	}
	err := j.connect(reading)
	if isUnwritable(err) && !hasLog(j.path) {
		err = j.connect(frozen) // a read-only folder: nobody can be writing there
	}
	var version int
	if err == nil {
		version, err = schemaVersion(j.db)
	}
	switch {
	case isDamage(err):
		err = damagedErr(j.path, err)
	case err != nil:
		err = asError(j.path, "cannot be read", err)
	case version > len(migrations):
		err = newerErr(j.path, version)
	case version < len(migrations):
		j.db.Close()
		w, werr := Open(j.path, Mark)
		if werr != nil {
			return werr
		}
		w.Close()
		err = j.connect(reading)
	}
	if err != nil && j.db != nil {
		j.db.Close()
	}
	return err
}

// tx runs f in one transaction, durable once tx returns nil.
func (j *Journal) tx(what string, f func(*sql.Tx) error) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.mode == Read {
		return &StateError{Path: j.path, What: what, Hint: "it was opened for reading only"}
	}
	tx, err := j.db.Begin()
	if err != nil {
		return asError(j.path, what, err)
	}
	if err := f(tx); err != nil {
		return asError(j.path, what, errors.Join(err, rollback(tx)))
	}
	if err := tx.Commit(); err != nil {
		return asError(j.path, what, errors.Join(err, rollback(tx)))
	}
	return nil
}

// rollback gives back what Rollback says, but that a failed COMMIT already
// ended the transaction is no news.
func rollback(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return fmt.Errorf("and then: %w", err)
	}
	return nil
}
