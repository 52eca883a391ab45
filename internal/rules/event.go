package rules

import "time"

// Event is one line of the journal. Exactly one of the pointers is set.
// Events are append-only; the same events in any order of arrival fold to the
// same interviews (marks apply in their recorded order).
type Event struct {
	N     int64       `json:"-"` // the journal's number, 1…; 0 before it is stored
	At    time.Time   `json:"at"`
	Seen  *Seen       `json:"seen,omitempty"`
	Name  *Name       `json:"name,omitempty"`
	Draft *DraftEvent `json:"draft,omitempty"`
	Mark  *Mark       `json:"mark,omitempty"`
}

// Seen is a mail that was read. A later Seen of the same Message-ID and
// account replaces an earlier one (detection improves; folders change).
type Seen struct {
	Mail  Mail  `json:"mail"`
	Facts Facts `json:"facts"`
	Fits  Fit   `json:"-"` // set by Fold: what ties the mail to the interview that lists it
}

// Fit is what ties a mail to an interview, the strongest tie first.
type Fit string

// The ties. A freemail address or a hiring system's domain ties nothing.
const (
	FitThread  Fit = "thread"  // it stands in the interview's thread
	FitContact Fit = "contact" // from, or to, someone who takes part
	FitCompany Fit = "company" // it names the company
	FitDomain  Fit = "domain"  // from, or to, the company's own domain
	FitAgency  Fit = "agency"  // a colleague of the recruiter: may hold, never end
	FitGap     Fit = "gap"     // the user wrote to the company about another role: only min_gap counts it
)

// Name fixes an interview's id once it was shown: whatever is learnt later,
// the interview that MessageID (or the mark that added it) tells of keeps it.
type Name struct {
	ID        string `json:"id"`
	MessageID string `json:"message_id"` // of the telling that founded the interview
}

// Window names one of the four windows of the contract's section 2.
type Window string

// The windows.
const (
	ThankYou          Window = "thank-you"
	ContinuedInterest Window = "continued-interest"
	Call              Window = "call"
	TrialOffer        Window = "trial-offer"
)

// DraftState is where a draft of ours stands.
type DraftState string

// The states; the last five are the contract's.
const (
	DraftIntended  DraftState = "intended" // journalled before the APPEND; not known to be stored
	DraftWaiting   DraftState = "waiting"
	DraftEdited    DraftState = "edited"
	DraftSent      DraftState = "sent"
	DraftDeleted   DraftState = "deleted"
	DraftWithdrawn DraftState = "withdrawn" // by us: its window may open again
)

// DraftEvent is a step in the life of a draft. The newest event of a
// Message-ID says where it stands.
type DraftEvent struct {
	Interview   string     `json:"interview"` // id
	Window      Window     `json:"window"`
	MessageID   string     `json:"message_id"` // derived, with angle brackets
	State       DraftState `json:"state"`
	Account     string     `json:"account"`
	Folder      string     `json:"folder,omitempty"`
	UIDValidity uint32     `json:"uid_validity,omitempty"`
	UID         uint32     `json:"uid,omitempty"`
	Hash        string     `json:"hash,omitempty"`        // of recipients, subject and text as we put them there
	To          string     `json:"to,omitempty"`          // address it is written to; "" where none is known
	Flagged     bool       `json:"flagged,omitempty"`     // the user starred it (call sheet)
	InReplyTo   string     `json:"in_reply_to,omitempty"` // the mail it answers: an edited copy bears a new Message-ID but answers the same
	Attempt     int        `json:"attempt,omitempty"`     // of DraftIntended: how many APPENDs were begun whose end is unknown
	AbsentSince time.Time  `json:"absent_since,omitzero"` // of DraftIntended: since when the mailbox has not shown it
	PlacedAt    time.Time  `json:"-"`                     // set by Fold: At of the first event of this Message-ID
	At          time.Time  `json:"-"`                     // set by Fold: At of the newest event of this Message-ID
	Stale       string     `json:"-"`                     // set by Fold: why its text is out of date ("you corrected the company"), or ""
}

// Mark is what the user told us with mark, add, undo or forget. Nil and empty
// fields say nothing.
type Mark struct {
	Interview      string        `json:"interview"`             // id
	Vacancy        string        `json:"vacancy,omitempty"`     // open | filled
	Fit            string        `json:"fit,omitempty"`         // yes | no
	JobAtRisk      string        `json:"job_at_risk,omitempty"` // yes | no
	Went           string        `json:"went,omitempty"`        // well | fair | badly
	Wait           time.Duration `json:"wait,omitempty"`        // hold the next draft until At + Wait
	Outcome        string        `json:"outcome,omitempty"`     // offer | rejected | withdrawn
	Company        string        `json:"company,omitempty"`
	Role           string        `json:"role,omitempty"`
	Start          When          `json:"start,omitzero"`
	End            When          `json:"end,omitzero"`
	Contact        *Contact      `json:"contact,omitempty"`
	NotAnInterview bool          `json:"not_an_interview,omitempty"`
	Add            bool          `json:"add,omitempty"`           // founds an interview that no mail told of
	Undo           bool          `json:"undo,omitempty"`          // takes back the newest mark not yet taken back
	Forget         bool          `json:"forget,omitempty"`        // tombstone: the mails named are not to be read again
	ForgetHashes   []string      `json:"forget_hashes,omitempty"` // SHA-256 of the Message-IDs forgotten: no fact of them stays

	At time.Time `json:"-"` // set by Fold: when it was said
}
