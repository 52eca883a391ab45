package journal

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver: pure Go, so that the program cross-compiles
)

// access is how a connection may touch the file.
type access int

const (
	writing access = iota
	reading        // may recover the log after a crash, changes no data
	frozen         // touches nothing: for read-only folders
	nothing        // an empty state in memory
)

// applicationID marks the file as ours ("iwj1", see PRAGMA application_id), so
// that a wrong --state never writes into another program's database.
const applicationID = 0x69776a31

// dsn names the file with all settings that a connection needs, so that a
// connection made anew has them too.
func dsn(path string, a access) string {
	if a == nothing {
		return "file::memory:"
	}
	q := url.Values{}
	pragma := func(s string) { q.Add("_pragma", s) }
	pragma("busy_timeout(" + strconv.FormatInt(lockWait.Milliseconds(), 10) + ")")
	pragma("trusted_schema(0)")
	switch a {
	case writing:
		// FULL syncs the log at every commit: acknowledged is durable.
		// secure_delete overwrites what forget removes.
		pragma("journal_mode(WAL)")
		pragma("synchronous(FULL)")
		pragma("secure_delete(1)")
		q.Set("_txlock", "immediate")
	case reading:
		pragma("query_only(1)")
	case frozen:
		q.Set("immutable", "1")
	}
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/… on Windows
	}
	return "file://" + (&url.URL{Path: p}).EscapedPath() + "?" + q.Encode()
}

// connect opens the file, once it has shown whose it is and that it is sound.
// Until then nothing may write: even turning the log on changes a header.
func (j *Journal) connect(a access) error {
	if a == writing {
		if err := j.connect(reading); err != nil {
			return err
		}
		if err := j.db.Close(); err != nil {
			return asError(j.path, "cannot be opened", err)
		}
	}
	db, err := sql.Open("sqlite", dsn(j.path, a))
	if err != nil {
		return asError(j.path, "cannot be opened", err)
	}
	// One connection: settings and data_version belong to a connection, and
	// the methods take turns anyway.
	db.SetMaxOpenConns(1)
	j.db = db
	switch a {
	case nothing:
		return migrateDB(db, len(migrations))
	case writing:
		err = sign(db)
	default:
		err = j.inspect()
	}
	if err == nil {
		j.seen, err = dataVersion(db)
	}
	return j.opened(err)
}

// sign marks a new file as ours; one that is so already is not written to.
func sign(db *sql.DB) error {
	var id int64
	if err := db.QueryRow("PRAGMA application_id").Scan(&id); err != nil || id == applicationID {
		return err
	}
	_, err := db.Exec("PRAGMA application_id = " + strconv.Itoa(applicationID))
	return err
}

// soundHeader finds what SQLite itself takes for a newer version's work and
// not for damage: our own files bear nothing but these numbers (the database
// file format, sections 1.3.2 to 1.3.10).
func soundHeader(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return nil // whoever opens it next says so better
	}
	defer f.Close()
	var h [100]byte
	if _, err := io.ReadFull(f, h[:]); err != nil || binary.BigEndian.Uint32(h[68:]) != applicationID {
		return nil
	}
	write, read, schema := h[18], h[19], binary.BigEndian.Uint32(h[44:])
	if write < 1 || write > 2 || read < 1 || read > 2 || schema > 4 {
		return errUnsound
	}
	return nil
}

// inspect refuses another program's database and finds damage.
func (j *Journal) inspect() error {
	if err := soundHeader(j.path); err != nil {
		return err
	}
	var id, tables int64
	row := j.db.QueryRow("SELECT (SELECT application_id FROM pragma_application_id), (SELECT COUNT(*) FROM sqlite_master)")
	if err := row.Scan(&id, &tables); err != nil {
		return err
	}
	if id != applicationID && (tables > 0 || id != 0) {
		return foreignErr(j.path)
	}
	var verdict string
	if err := j.db.QueryRow("PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return errUnsound
	}
	return nil
}

// opened leaves damage and unwritable places recognisable for Open, which
// knows a way out, and makes all else a typed error.
func (j *Journal) opened(err error) error {
	if err == nil || isDamage(err) || (isUnwritable(err) && j.mode == Read) {
		return err
	}
	return asError(j.path, "cannot be opened", err)
}

// Changed reports whether another process wrote since the last call (or since
// Open): a running watch then reads the events anew, all of them, since a
// forget removes some.
func (j *Journal) Changed() (bool, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	v, err := dataVersion(j.db)
	if err != nil {
		return false, asError(j.path, "cannot be read", err)
	}
	changed := v != j.seen
	j.seen = v
	return changed, nil
}

func dataVersion(db *sql.DB) (v int64, err error) {
	err = db.QueryRow("PRAGMA data_version").Scan(&v)
	return v, err
}

// settle folds the log into the file without waiting for anyone, so that a
// copy of the one file has everything. That it cannot is no fault: the log
// holds the same, and the next call comes.
func (j *Journal) settle() {
	j.mu.Lock()
	defer j.mu.Unlock()
	_, _ = j.db.Exec("PRAGMA wal_checkpoint(PASSIVE)")
}

// scrub rewrites the file without its free pages and empties the log, so that
// nothing of what was deleted stays on the disk's file. It waits up to
// lockWait for other processes to finish reading.
func (j *Journal) scrub() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), 2*lockWait)
	defer cancel()
	if _, err := j.db.ExecContext(ctx, "VACUUM"); err != nil {
		return asError(j.path, "cannot be rewritten", err)
	}
	var busy, log, done int
	if err := j.db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done); err != nil {
		return asError(j.path, "cannot be rewritten", err)
	}
	if busy != 0 {
		return asError(j.path, "cannot be rewritten", errors.Join(&BusyError{Path: j.path}))
	}
	return nil
}
