// Package when finds days and times of day in the text of mails, in eight
// languages, by one hand lexer and a small grammar. It knows no clock: what
// "tomorrow" means follows from the reference it is given.
package when

import (
	"sync"
	"time"

	"inboxwatch/internal/rules"
)

// Context is what a text does not say itself.
type Context struct {
	Ref     time.Time      // the mail's Date, in the sender's offset
	Zone    *time.Location // the owner's, for times that name none; nil: UTC
	Lang    string         // ISO 639-1; "": not known
	Country string         // ISO 3166-1 of the sender where it is known, e.g. by a domain: "US" writes months first
}

// Found is a moment that a text names.
type Found struct {
	Start, End     rules.When // in the zone stated, else in Context.Zone
	From, To       int        // byte span in the text
	Text           string     // the words
	HasDate        bool       // false: a time of day alone, Start is on the day of Ref
	HasTime        bool
	HasEnd         bool
	Days           bool // End is the last of a range or list of days
	ZoneStated     bool
	YearInferred   bool
	HalfInferred   bool // am or pm is guessed
	OrderInferred  bool // day and month could change places
	Conflict       bool // weekday and date do not agree
	Weak           bool // an ordinary number unless a day or time beside it says otherwise
	Bare           bool // a number without any word that makes it a time or day
	HourOnly       bool // an hour without minutes or half of the day: "at 8"
	Term           bool // "within 3 days", "by the end of the week": a last day, not a moment
	Weekday        bool // the day is told by a weekday alone
	RelativeToday  bool // the day is told as today, tomorrow, in 3 days
	WeekdayMention time.Weekday
	Why            []string     // every inference, in words
	Alt            []rules.When // other readings where the text is truly open

	day  date
	time span
}

// limit bounds the text that is read, in bytes.
const limit = 256 << 10

var tokenPool = sync.Pool{New: func() any { s := make([]token, 0, 1024); return &s }}

// Find gives the days and times that text names, in order. A bare number is
// none, nor are phone numbers, prices, versions, addresses and opening hours.
func Find(text string, c Context) []Found {
	all := FindAll(text, c)
	keep := all[:0]
	for _, f := range all {
		if !f.Weak && !f.Term {
			keep = append(keep, f)
		}
	}
	if len(keep) == 0 {
		return nil
	}
	return keep
}

// Text is everything about time that a text says.
type Text struct {
	Found   []Found
	Lengths []Length
}

// FindAll gives also what Find leaves out: weak readings ("at 4", "the 20th")
// and terms ("within five working days", "end of next week").
func FindAll(text string, c Context) []Found { return read(text, c, false).Found }

// Read gives all moments, as FindAll does, and all lengths.
func Read(text string, c Context) Text { return read(text, c, true) }

func read(text string, c Context, lengths bool) Text {
	if len(text) > limit {
		text = text[:limit]
	}
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	pooled := tokenPool.Get().(*[]token)
	defer func() {
		if cap(*pooled) < 1<<15 {
			tokenPool.Put(pooled)
		}
	}()
	v := vocabularyOf(c.Lang)
	*pooled = lex(text, v, (*pooled)[:0])
	p := parser{text: text, t: *pooled, v: v, c: c, ref: c.Ref.In(c.Zone)}
	if !p.trigger() {
		return Text{}
	}
	out := Text{Found: p.found()}
	if lengths {
		out.Lengths = p.lengths()
	}
	return out
}
