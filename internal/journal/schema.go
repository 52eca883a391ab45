package journal

import (
	"database/sql"
	"errors"
	"strconv"
)

// migrations bring the schema from each version to the next; the version is
// how many have run. A row that was released is never changed: add one.
//
// Only what PostgreSQL has too: the numbers are given by us, not by the
// database.
var migrations = []string{
	// 1: the events, and where the last sync of each folder ended
	`CREATE TABLE events (
		n          BIGINT PRIMARY KEY,
		at         TEXT NOT NULL,             -- RFC 3339
		kind       TEXT NOT NULL,             -- seen, name, draft, mark
		account    TEXT NOT NULL DEFAULT '',
		message_id TEXT NOT NULL DEFAULT '',
		interview  TEXT NOT NULL DEFAULT '',  -- id
		hash       TEXT NOT NULL DEFAULT '',  -- of what an equal event would repeat
		payload    TEXT NOT NULL              -- the event as JSON
	);
	CREATE INDEX events_by_message ON events (message_id, kind, account, n);
	CREATE TABLE cursors (
		account TEXT NOT NULL,
		folder  TEXT NOT NULL,
		value   TEXT NOT NULL,                -- opaque; losable
		PRIMARY KEY (account, folder)
	);`,
	// 2: mails that triage skipped, to be reconsidered when their thread matters
	`CREATE TABLE skipped (
		account      TEXT NOT NULL,
		folder       TEXT NOT NULL,
		uid_validity BIGINT NOT NULL,
		uid          BIGINT NOT NULL,
		day          BIGINT NOT NULL,         -- days since 1970-01-01 UTC
		message      TEXT NOT NULL,           -- hash of the Message-ID
		sender       TEXT NOT NULL,           -- hash of the sender's domain
		refs         TEXT NOT NULL,           -- hashes of References and In-Reply-To, 16 digits each
		PRIMARY KEY (account, folder, uid_validity, uid)
	);`,
}

// migrate brings the file up to date, in one transaction: a kill leaves the
// old schema whole.
func (j *Journal) migrate() error {
	version, err := schemaVersion(j.db)
	switch {
	case err != nil:
		return j.opened(err)
	case version > len(migrations):
		return newerErr(j.path, version)
	case version == len(migrations):
		return nil
	}
	return j.opened(migrateDB(j.db, len(migrations)))
}

// migrateDB runs the migrations up to a version (tests stop at older ones).
func migrateDB(db *sql.DB, to int) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)"); err != nil {
		return err
	}
	from, err := metaInt(tx, "schema") // again: another process may have been faster
	if err != nil {
		return err
	}
	for v := from; v < int64(to); v++ {
		if _, err := tx.Exec(migrations[v]); err != nil {
			return err
		}
	}
	if int64(to) > from {
		if err := setMetaInt(tx, "schema", int64(to)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// schemaVersion is 0 for a file just made.
func schemaVersion(db *sql.DB) (int, error) {
	var tables int
	if err := db.QueryRow("SELECT COUNT(*) FROM sqlite_master WHERE name = 'meta'").Scan(&tables); err != nil || tables == 0 {
		return 0, err
	}
	v, err := metaInt(db, "schema")
	return int(v), err
}

type querier interface {
	QueryRow(query string, args ...any) *sql.Row
}

// metaInt gives a number kept in meta, 0 where there is none.
func metaInt(q querier, name string) (int64, error) {
	var s string
	err := q.QueryRow("SELECT value FROM meta WHERE name = $1", name).Scan(&s)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, errUnsound
	}
	return n, nil
}

func setMetaInt(tx *sql.Tx, name string, n int64) error {
	_, err := tx.Exec("INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
		name, strconv.FormatInt(n, 10))
	return err
}
