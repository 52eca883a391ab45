package journal

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// Skipped is a mail that triage did not read, remembered so that it can be
// read after all once its thread or its sender becomes relevant. Of what
// identifies it only hashes are stored: most mails have nothing to do with
// any interview.
type Skipped struct {
	Account, Folder  string
	UIDValidity, UID uint32
	Date             time.Time // kept to the day (UTC)
	MessageID        string
	References       []string // with In-Reply-To
	SenderDomain     string
}

// Place is where a skipped mail lies.
type Place struct {
	Account, Folder  string
	UIDValidity, UID uint32
}

// refLimit is how many references are kept of one skipped mail: the root and
// the newest.
const refLimit = 10

// hash64 is 16 hexadecimal digits; domains are hashed in lower case.
func hash64(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

func domainHash(domain string) string { return hash64("domain " + strings.ToLower(domain)) }

func dayNumber(t time.Time) int64 { return t.Unix() / (24 * 60 * 60) }

// AddSkipped remembers skipped mails in one transaction. A place told twice is
// kept once.
func (j *Journal) AddSkipped(mails ...Skipped) error {
	if len(mails) == 0 {
		return nil
	}
	return j.tx("cannot be written", func(tx *sql.Tx) error {
		insert, err := tx.Prepare(`INSERT INTO skipped (account, folder, uid_validity, uid, day, message, sender, refs)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (account, folder, uid_validity, uid) DO NOTHING`)
		if err != nil {
			return err
		}
		defer insert.Close()
		for _, m := range mails {
			if _, err := insert.Exec(m.Account, m.Folder, m.UIDValidity, m.UID, dayNumber(m.Date),
				hash64(m.MessageID), domainHash(m.SenderDomain), refHashes(m.References)); err != nil {
				return err
			}
		}
		return nil
	})
}

func refHashes(refs []string) string {
	if len(refs) > refLimit {
		refs = slices.Concat(refs[:1], refs[len(refs)-refLimit+1:])
	}
	var b strings.Builder
	for _, r := range refs {
		b.WriteString(hash64(r))
	}
	return b.String()
}

// Reconsider gives the skipped mails of an account that belong to one of the
// threads (any Message-ID of which they are or reference) or come from one of
// the domains, by folder and UID. They stay remembered until DropSkipped.
func (j *Journal) Reconsider(account string, messageIDs, domains []string) ([]Place, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	rows, err := j.db.Query(`SELECT account, folder, uid_validity, uid, message, sender, refs FROM skipped
		WHERE account = $1 ORDER BY folder, uid_validity, uid`, account)
	if err != nil {
		return nil, asError(j.path, "cannot be read", err)
	}
	found, err := matching(rows, newWanted(messageIDs, domains))
	if err != nil {
		return nil, asError(j.path, "cannot be read", err)
	}
	return found, nil
}

// wanted is a set of hashes of Message-IDs and of domains.
type wanted struct{ ids, domains map[string]bool }

func newWanted(messageIDs, domains []string) wanted {
	w := wanted{map[string]bool{}, map[string]bool{}}
	for _, id := range messageIDs {
		w.ids[hash64(id)] = true
	}
	for _, d := range domains {
		w.domains[domainHash(d)] = true
	}
	return w
}

func (w wanted) has(message, sender, refs string) bool {
	if w.ids[message] || w.domains[sender] {
		return true
	}
	for ; len(refs) >= 16; refs = refs[16:] {
		if w.ids[refs[:16]] {
			return true
		}
	}
	return false
}

func matching(rows *sql.Rows, w wanted) ([]Place, error) {
	defer rows.Close()
	var found []Place
	for rows.Next() {
		var p Place
		var message, sender, refs string
		if err := rows.Scan(&p.Account, &p.Folder, &p.UIDValidity, &p.UID, &message, &sender, &refs); err != nil {
			return nil, err
		}
		if w.has(message, sender, refs) {
			found = append(found, p)
		}
	}
	return found, rows.Err()
}

// DropSkipped forgets places: they were read now, or are gone.
func (j *Journal) DropSkipped(places ...Place) error {
	if len(places) == 0 {
		return nil
	}
	return j.tx("cannot be written", func(tx *sql.Tx) error { return dropPlaces(tx, places) })
}

func dropPlaces(tx *sql.Tx, places []Place) error {
	for _, p := range places {
		if _, err := tx.Exec("DELETE FROM skipped WHERE account = $1 AND folder = $2 AND uid_validity = $3 AND uid = $4",
			p.Account, p.Folder, p.UIDValidity, p.UID); err != nil {
			return err
		}
	}
	return nil
}

// PruneSkipped forgets skipped mails dated before a moment (the lookback's
// beginning), which keeps the state's size flat.
func (j *Journal) PruneSkipped(before time.Time) error {
	return j.tx("cannot be written", func(tx *sql.Tx) error {
		_, err := tx.Exec("DELETE FROM skipped WHERE day < $1", dayNumber(before))
		return err
	})
}

// DropSkippedFolder forgets what was skipped under another UIDVALIDITY of a
// folder than the current one, whose UIDs mean nothing any more.
func (j *Journal) DropSkippedFolder(account, folder string, current uint32) error {
	return j.tx("cannot be written", func(tx *sql.Tx) error {
		_, err := tx.Exec("DELETE FROM skipped WHERE account = $1 AND folder = $2 AND uid_validity <> $3", account, folder, current)
		return err
	})
}
