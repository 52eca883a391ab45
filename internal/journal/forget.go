package journal

import (
	"database/sql"
	"slices"
	"strings"

	"inboxwatch/internal/rules"
)

// Forget removes every event that match names, and what was remembered of
// skipped mails in their threads and from their senders' domains, stores
// tombstone (where it says anything), and rewrites the file so that nothing of
// them stays in it or in its log. It works beside a running watch, whose
// Changed then says so. It gives the number of events removed.
//
// The removal is durable once Forget returns; a *BusyError from the rewriting
// means that it happened, but that the old pages may still lie in the file.
func (j *Journal) Forget(match func(rules.Event) bool, tombstone rules.Event) (int, error) {
	var removed int
	err := j.tx("cannot be written", func(tx *sql.Tx) error {
		events, err := readAfter(tx, 0)
		if err != nil {
			return err
		}
		var gone, stay []rules.Event
		for _, e := range events {
			if match(e) {
				gone = append(gone, e)
			} else {
				stay = append(stay, e)
			}
		}
		removed = len(gone)
		for _, e := range gone {
			if _, err := tx.Exec("DELETE FROM events WHERE n = $1", e.N); err != nil {
				return err
			}
		}
		if err := forgetSkipped(tx, gone, stay); err != nil {
			return err
		}
		if tombstone == (rules.Event{}) {
			return nil
		}
		return appendAll(tx, []rules.Event{tombstone})
	})
	if err != nil {
		return 0, err
	}
	return removed, j.scrub()
}

// forgetSkipped drops the skipped mails of forgotten threads and domains. A
// domain that another mail still speaks for (freemail) stays.
func forgetSkipped(tx *sql.Tx, gone, stay []rules.Event) error {
	var ids, domains []string
	for _, e := range gone {
		if e.Seen == nil {
			continue
		}
		ids = append(ids, e.Seen.Mail.MessageID)
		ids = append(ids, e.Seen.Mail.References...)
		if d := senderDomain(e); d != "" && !e.Seen.Mail.FromOwner {
			domains = append(domains, d)
		}
	}
	domains = slices.DeleteFunc(domains, func(d string) bool {
		return slices.ContainsFunc(stay, func(e rules.Event) bool { return senderDomain(e) == d })
	})
	rows, err := tx.Query("SELECT account, folder, uid_validity, uid, message, sender, refs FROM skipped")
	if err != nil {
		return err
	}
	places, err := matching(rows, newWanted(ids, domains))
	if err != nil {
		return err
	}
	return dropPlaces(tx, places)
}

func senderDomain(e rules.Event) string {
	if e.Seen == nil {
		return ""
	}
	address := e.Seen.Mail.From.Address
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}
