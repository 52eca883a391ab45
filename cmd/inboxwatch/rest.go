package main

import (
	"time"

	"inboxwatch/internal/imapwatch"
)

// rests are the accounts that are left alone for a while after a failure, so
// that a server that is down is not asked whenever another account has news. A
// nil map lets none rest.
type rests map[string]rest

type rest struct {
	failures int // in a row
	since    time.Time
	lasts    time.Duration
}

// failed sends an account to rest, and says for how long.
func (r rests) failed(account string, err error, now time.Time) time.Duration {
	if r == nil {
		return 0
	}
	n := r[account].failures + 1
	r[account] = rest{n, now.Round(0), imapwatch.Backoff(n, err)}
	return r[account].lasts
}

// holds reports whether an account rests still. Where the clock was set back
// behind the failure, it does not.
func (r rests) holds(account string, now time.Time) bool {
	at, ok := r[account]
	gone := now.Round(0).Sub(at.since)
	return ok && gone >= 0 && gone < at.lasts
}

// next gives the end of the rest that ends first, and zero without any.
func (r rests) next() time.Time {
	var first time.Time
	for _, at := range r {
		first = earlier(first, at.since.Add(at.lasts))
	}
	return first
}
