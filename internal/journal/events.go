package journal

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"inboxwatch/internal/rules"
)

// Append stores events in their order, all or none, and returns once they are
// durable. Evidence and other texts are cut to what the contract lets us keep.
//
// What only repeats the newest word is not stored again, so that rescans leave
// the file's size as it is: a Seen with the same account, mail and facts (the
// folder it lies in aside), a Name, and a Draft other than an intent, whose
// every try counts.
func (j *Journal) Append(events ...rules.Event) error {
	if len(events) == 0 {
		return nil
	}
	err := j.tx("cannot be written", func(tx *sql.Tx) error { return appendAll(tx, events) })
	if err == nil {
		j.settle()
	}
	return err
}

func appendAll(tx *sql.Tx, events []rules.Event) error {
	n, err := metaInt(tx, "last_event")
	if err != nil {
		return err
	}
	before := n
	insert, err := tx.Prepare(`INSERT INTO events (n, at, kind, account, message_id, interview, hash, payload)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, e := range events {
		e = trim(e)
		r, err := rowOf(e)
		if err != nil {
			return err
		}
		if repeats, err := r.repeats(tx); err != nil {
			return err
		} else if repeats {
			continue
		}
		n++ // never given twice, also after a forget: meta remembers
		if _, err := insert.Exec(n, e.At.Format(time.RFC3339Nano), r.kind, r.account, r.messageID, r.interview, r.hash, r.payload); err != nil {
			return err
		}
	}
	if n == before {
		return nil
	}
	return setMetaInt(tx, "last_event", n)
}

// row is an event's indexed columns.
type row struct {
	kind, account, messageID, interview, hash, payload string
}

func rowOf(e rules.Event) (row, error) {
	payload, err := json.Marshal(e)
	if err != nil {
		return row{}, fmt.Errorf("event: %w", err)
	}
	r := row{payload: string(payload)}
	var repeated any
	switch {
	case e.Seen != nil:
		r.kind, r.account, r.messageID = "seen", e.Seen.Mail.Account, e.Seen.Mail.MessageID
		s := *e.Seen
		s.Mail.Folder = "" // a mail in INBOX and in All Mail is one mail
		repeated = s
	case e.Name != nil:
		r.kind, r.messageID, r.interview = "name", e.Name.MessageID, e.Name.ID
		repeated = e.Name
	case e.Draft != nil:
		d := e.Draft
		r.kind, r.account, r.messageID, r.interview = "draft", d.Account, d.MessageID, d.Interview
		if d.State != rules.DraftIntended {
			repeated = d
		}
	case e.Mark != nil:
		r.kind, r.interview = "mark", e.Mark.Interview
	default:
		return row{}, errors.New("event: it says nothing")
	}
	if repeated != nil {
		b, err := json.Marshal(repeated)
		if err != nil {
			return row{}, fmt.Errorf("event: %w", err)
		}
		sum := sha256.Sum256(b)
		r.hash = hex.EncodeToString(sum[:16])
	}
	return r, nil
}

// repeats reports whether the newest event of the same mail says the same.
func (r row) repeats(tx *sql.Tx) (bool, error) {
	if r.hash == "" {
		return false, nil
	}
	var newest string
	err := tx.QueryRow("SELECT hash FROM events WHERE message_id = $1 AND kind = $2 AND account = $3 ORDER BY n DESC LIMIT 1",
		r.messageID, r.kind, r.account).Scan(&newest)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return newest == r.hash, err
}

// Events gives every event, oldest first, with its number.
func (j *Journal) Events() ([]rules.Event, error) { return j.After(0) }

// After gives the events numbered above n, oldest first.
func (j *Journal) After(n int64) ([]rules.Event, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	events, err := readAfter(j.db, n)
	if err != nil {
		return nil, asError(j.path, "cannot be read", err)
	}
	return events, nil
}

type rowsQuerier interface {
	Query(query string, args ...any) (*sql.Rows, error)
}

func readAfter(q rowsQuerier, n int64) ([]rules.Event, error) {
	rows, err := q.Query("SELECT n, payload FROM events WHERE n > $1 ORDER BY n", n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var events []rules.Event
	for rows.Next() {
		var num int64
		var payload sql.RawBytes
		if err := rows.Scan(&num, &payload); err != nil {
			return nil, err
		}
		var e rules.Event
		if err := json.Unmarshal(payload, &e); err != nil {
			return nil, fmt.Errorf("event %d: %w", num, err)
		}
		e.N = num
		events = append(events, e)
	}
	return events, rows.Err()
}
