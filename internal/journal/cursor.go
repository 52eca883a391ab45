package journal

import (
	"database/sql"
	"errors"
)

// Cursor gives where the last sync of a folder ended, as SetCursor was told,
// or "" where nothing is known: the folder is then read anew, which costs time
// and changes nothing.
func (j *Journal) Cursor(account, folder string) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	var value string
	err := j.db.QueryRow("SELECT value FROM cursors WHERE account = $1 AND folder = $2", account, folder).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", asError(j.path, "cannot be read", err)
	}
	return value, nil
}

// SetCursor remembers where a sync ended; value is opaque. Append what the
// sync found first: a cursor ahead of its events would hide mails.
func (j *Journal) SetCursor(account, folder, value string) error {
	return j.tx("cannot be written", func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO cursors (account, folder, value) VALUES ($1, $2, $3)
			ON CONFLICT (account, folder) DO UPDATE SET value = excluded.value`, account, folder, value)
		return err
	})
}

// DropCursors makes every folder of every account be read anew.
func (j *Journal) DropCursors() error {
	return j.tx("cannot be written", func(tx *sql.Tx) error {
		_, err := tx.Exec("DELETE FROM cursors")
		return err
	})
}
