package rules

import (
	"encoding/json"
	"fmt"
	"time"
)

// Kind says what a mail is to the job seeker. The ten values are the
// contract's (section 5) and the corpus labels'.
type Kind string

// The ten kinds.
const (
	Confirmation    Kind = "confirmation"    // fixes, repeats or reminds of an interview at a stated day or time
	Reschedule      Kind = "reschedule"      // moves a fixed interview to another stated time
	Cancellation    Kind = "cancellation"    // calls a fixed interview off, no new time given
	Invitation      Kind = "invitation"      // an interview is wanted, no time is fixed yet
	Rejection       Kind = "rejection"       // no job, post filled, process stopped
	Offer           Kind = "offer"           // the job is offered
	Reply           Kind = "reply"           // any other word of a human on the employer's side
	Acknowledgement Kind = "acknowledgement" // application received, automatic status mail
	AutoReply       Kind = "auto_reply"      // out of office and other automatic answers
	Other           Kind = "other"           // everything else
)

// Kinds lists the ten kinds in the contract's order.
var Kinds = []Kind{Confirmation, Reschedule, Cancellation, Invitation, Rejection,
	Offer, Reply, Acknowledgement, AutoReply, Other}

// Contact is a person or address as a mail header or signature shows it.
type Contact struct {
	Name    string `json:"name"`
	Address string `json:"address"`
}

// When is a moment, or a day where only the day is known. At carries the
// interview's own zone as its Location; with DayOnly it is local midnight.
type When struct {
	At      time.Time
	DayOnly bool
}

// Zero reports whether nothing is known.
func (w When) Zero() bool { return w.At.IsZero() }

// String gives RFC 3339 with offset, YYYY-MM-DD where only the day is known,
// and "" where nothing is.
func (w When) String() string {
	switch {
	case w.At.IsZero():
		return ""
	case w.DayOnly:
		return w.At.Format(time.DateOnly)
	}
	return w.At.Format(time.RFC3339)
}

type whenJSON struct {
	At   string `json:"at,omitempty"`
	Zone string `json:"zone,omitempty"`
	Day  bool   `json:"day,omitempty"`
}

// MarshalJSON keeps the zone's name beside the moment, so that "local" means
// the same after a round trip through the journal.
func (w When) MarshalJSON() ([]byte, error) {
	if w.At.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(whenJSON{At: w.At.Format(time.RFC3339), Zone: w.At.Location().String(), Day: w.DayOnly})
}

// UnmarshalJSON restores what MarshalJSON wrote; a zone this machine does not
// know becomes the fixed offset that the moment was written with.
func (w *When) UnmarshalJSON(b []byte) error {
	*w = When{}
	var j whenJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	if j.At == "" {
		return nil
	}
	at, err := time.Parse(time.RFC3339, j.At)
	if err != nil {
		return fmt.Errorf("when: %w", err)
	}
	if loc, err := time.LoadLocation(j.Zone); err == nil && j.Zone != "" && j.Zone != "Local" {
		at = at.In(loc)
	}
	w.At, w.DayOnly = at, j.Day
	return nil
}

// Day is a calendar day without a zone, written YYYY-MM-DD; "" is unknown.
type Day string

// DayOf gives the local day of t in t's own location.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// In gives the day's first moment in loc, and false where d is no day.
func (d Day) In(loc *time.Location) (time.Time, bool) {
	t, err := time.ParseInLocation(time.DateOnly, string(d), loc)
	return t, err == nil
}

// Evidence is one reason: the words that gave a field its value. Text is at
// most 120 characters and free of control characters.
type Evidence struct {
	Field  string `json:"field"`  // company, role, start, end, contact, kind, promised_by, …
	Source string `json:"source"` // where it stood: "subject", "text", "quoted text", "text/calendar DTSTART", "From", …
	Text   string `json:"text"`   // the words themselves
}

// Tone is how the thread speaks; it chooses between Hi Jane and Dear Ms Doe,
// du and Sie, tu and vous.
type Tone string

// The tones. An unknown tone is written to as a formal one without a title.
const (
	ToneUnknown  Tone = ""
	ToneInformal Tone = "informal"
	ToneFormal   Tone = "formal"
)

// Greeting is what a draft needs to greet the contact as the thread does.
// Each part is empty unless the mail shows it for certain.
type Greeting struct {
	Tone   Tone   `json:"tone,omitempty"`
	Title  string `json:"title,omitempty"`  // as written: "Ms", "Dr", "Frau Dr.", "Madame"
	Given  string `json:"given,omitempty"`  // "Jane"
	Family string `json:"family,omitempty"` // "Doe"
}

// Calendar identifies an iCalendar telling (RFC 5545/5546), by which newer
// words replace older ones.
type Calendar struct {
	UID      string    `json:"uid,omitempty"`
	Sequence int       `json:"sequence,omitempty"`
	Stamp    time.Time `json:"stamp,omitzero"`
	Method   string    `json:"method,omitempty"` // REQUEST, CANCEL, REPLY, …, upper case
}

// Facts is what one mail says, as far as it is certain: unknown is empty, a
// doubtful value is left empty and named in Doubts. A company known by the words
// of a domain alone, run together, and a post that nothing but a trade's word
// names are kept for lists and named in Doubts, so that drafts leave them out.
type Facts struct {
	Kind       Kind       `json:"kind"`
	Company    string     `json:"company,omitempty"`
	Role       string     `json:"role,omitempty"`
	Start      When       `json:"start,omitzero"`
	End        When       `json:"end,omitzero"`
	Contact    Contact    `json:"contact,omitzero"`      // the human to write to; never a no-reply address
	Panel      []Contact  `json:"panel,omitempty"`       // all interviewers named, with or without address
	Greeting   Greeting   `json:"greeting,omitzero"`     // how to greet Contact
	Phone      string     `json:"phone,omitempty"`       // a number to ring, as written
	PromisedBy Day        `json:"promised_by,omitempty"` // the day by which an answer is promised
	BackOn     Day        `json:"back_on,omitempty"`     // auto-reply: the day of return
	Filled     bool       `json:"filled,omitempty"`      // says that the position is filled
	Agency     bool       `json:"agency,omitempty"`      // the sender is a recruiter's agency, not the employer
	Lang       string     `json:"lang,omitempty"`        // ISO 639-1
	Confidence float64    `json:"confidence"`            // 0…1, of Kind
	Calendar   Calendar   `json:"calendar,omitzero"`
	Doubts     []Doubt    `json:"doubts,omitempty"`
	Warnings   []string   `json:"warnings,omitempty"` // phishing, impersonation: no draft is made, status says so
	Evidence   []Evidence `json:"evidence,omitempty"`
}

// Doubt names a field with several values of equal certainty. An interview in
// doubt about its time gets no draft; status asks.
type Doubt struct {
	Field      string   `json:"field"`
	Candidates []string `json:"candidates"`
}

// Mail is the envelope of a mail: what threads it and who speaks.
type Mail struct {
	Account    string    `json:"account"`
	Folder     string    `json:"folder"`     // name as the server gave it
	MessageID  string    `json:"message_id"` // with angle brackets, verbatim; where a mail has none: "<hash of its headers@none>"
	InReplyTo  string    `json:"in_reply_to,omitempty"`
	References []string  `json:"references,omitempty"` // verbatim, oldest first, at most 50
	Date       time.Time `json:"date"`                 // Date header, else newest Received, else INTERNALDATE
	From       Contact   `json:"from"`
	ReplyTo    Contact   `json:"reply_to,omitzero"`
	To         []Contact `json:"to,omitempty"`      // To and Cc, at most 50
	Subject    string    `json:"subject,omitempty"` // decoded, at most 200 characters
	Owner      string    `json:"owner,omitempty"`   // the user's address that it came to (or, in Sent, came from)
	FromOwner  bool      `json:"from_owner,omitempty"`
	InSent     bool      `json:"in_sent,omitempty"`
	Auto       bool      `json:"auto,omitempty"` // sent by a machine: no-reply sender, hiring system, Auto-Submitted, bulk headers, delivery report
	// Of the user's own mail:
	CalendarReply bool `json:"calendar_reply,omitempty"` // METHOD:REPLY or COUNTER
	Withdraws     bool `json:"withdraws,omitempty"`      // "I have decided to withdraw my application"
}
