package rules

import "time"

// Interview is one interview as all its tellings together show it (all
// sessions with one company on one local day).
type Interview struct {
	ID       string
	Account  string // the account that was written to
	Owner    string // the user's address that the confirmation came to
	Company  string // "" where not certain
	Role     string
	Start    When // first start
	End      When // last end; zero where unknown
	Contact  Contact
	Panel    []Contact
	Greeting Greeting
	Phone    string
	Lang     string
	Agency   bool
	Doubts   []Doubt
	Warnings []string
	Evidence []Evidence   // each fact's words, with the mail they stood in (Source)
	Mails    []Seen       // every mail that belongs to it, oldest first
	Anchor   Mail         // the mail that a draft answers: newest human mail about this interview, else the confirmation
	Drafts   []DraftEvent // newest state per Message-ID, oldest first
	Marks    []Mark
	History  []Note // why it is as it is: merges, moves, answers, marks; oldest first

	Sessions []Session // the meetings it consists of, by start
	Tellings []string  // Message-IDs of the mails that told of it, oldest first; the first founded it
	Aliases  []string  // other ids it was once shown under, before its tellings were seen to be one
	Later    []string  // ids of interviews with the same employer that come after it (next rounds)
	Keys     []string  // contact addresses, domains or names that a derived Message-ID may rest on, best first
	Owners   []string  // the user's addresses that its tellings came to, Owner first
	Days     []Day     // local days it was ever fixed for, today's word first
}

// Session is one meeting of an interview, as the newest word has it.
type Session struct {
	Start     When
	End       When
	UIDs      []string // iCalendar UIDs that tell of it
	Cancelled bool
	Moved     time.Time // date of the word that last set its time
}

// T is the end of the interview (contract, section 2): the last end; start
// plus one hour where no end is known; 17:00 local time where only the day is
// known. It is zero where no time is known. Sessions called off do not count
// unless all are.
func (iv Interview) T() time.Time {
	var last, lastOff time.Time
	for _, x := range iv.Sessions {
		t := endOf(x.Start, x.End)
		if x.Cancelled {
			lastOff = later(lastOff, t)
		} else {
			last = later(last, t)
		}
	}
	switch {
	case !last.IsZero():
		return last
	case !lastOff.IsZero():
		return lastOff
	}
	return endOf(iv.Start, iv.End)
}

// CalledOff reports whether every session was cancelled.
func (iv Interview) CalledOff() bool {
	for _, x := range iv.Sessions {
		if !x.Cancelled {
			return false
		}
	}
	return len(iv.Sessions) > 0
}

// Dismissed reports whether the user said that this is no interview. It stays
// in the list so that undo can bring it back; status need not show it.
func (iv Interview) Dismissed() bool {
	for _, m := range iv.Marks {
		if m.NotAnInterview {
			return true
		}
	}
	return false
}

// endOf is T for one session.
func endOf(start, end When) time.Time {
	switch {
	case !end.Zero() && end.DayOnly:
		return atHour(end.At, 17)
	case !end.Zero():
		return end.At
	case start.Zero():
		return time.Time{}
	case start.DayOnly:
		return atHour(start.At, 17)
	}
	return start.At.Add(time.Hour)
}

func atHour(t time.Time, hour int) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, hour, 0, 0, 0, t.Location())
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// Note is one dated sentence of an interview's story.
type Note struct {
	At        time.Time
	Text      string
	MessageID string // of the mail that gave it, or ""
}

// State is the contract's state of an interview.
type State string

// The states of the contract's section 5.
const (
	Upcoming      State = "upcoming"
	AwaitingReply State = "awaiting-reply"
	OnHold        State = "on-hold"
	Advanced      State = "advanced"
	Rejected      State = "rejected"
	Offered       State = "offered"
	Cancelled     State = "cancelled"
	Closed        State = "closed"
)

// Next is what comes next and when.
type Next struct {
	Window Window
	At     time.Time
}

// Due is a draft that is right now and not yet there.
type Due struct {
	Window    Window
	MessageID string  // derived; see DeriveID
	To        Contact // empty where none is known; the user himself for the call sheet
	// ToSelf is set for the call sheet.
	ToSelf bool
}

// WindowSpan is one window of one interview with its bounds in the interview's
// zone; From is included, Until is not.
type WindowSpan struct {
	Window Window
	From   time.Time
	Until  time.Time
	Shifts []string // why a bound moved: "Fri 25 Dec is Christmas Day"
	Fate   string   // what came of it, or will
}

// Decision is what is right for one interview at one moment. status, explain,
// run, run --dry-run and the sleep of watch are this one value looked at.
type Decision struct {
	Interview Interview
	T         time.Time // end of the interview
	State     State
	Window    Window // the open window, "" where none
	Next      *Next
	Reason    string   // the one sentence for status
	Reasons   []string // every rule that had a say, in order
	Spans     []WindowSpan
	Guards    []GuardResult // of the trial offer, where the call window is open or coming
	Due       *Due
	Withdraw  []Withdrawal
	NextAt    time.Time // the exact moment at which this decision may change by itself; zero: never
}

// Withdrawal is a draft of ours that is no longer right, and why.
type Withdrawal struct {
	Draft  DraftEvent
	Reason string
}

// GuardResult is one guard of the trial offer and whether it holds.
type GuardResult struct {
	Name  string
	Holds bool
	Why   string
}

// Settings is the judgement that the configuration holds.
type Settings struct {
	Location      *time.Location // the owner's zone
	Country       string         // "GB", "GB-SCT", "DE-BY"; "" = no holidays
	Addresses     []string       // all of the user's, lower case
	Name          string
	Phone         string
	Employed      bool
	Bounds        Bounds
	WorkingDays   bool // count = "working-days"
	Closed        []DayRange
	MinGap        time.Duration
	TrialOffer    string // "ask" | "never"
	MaxOpenTrials int
	Companies     []CompanyRule
}

// Bounds are the three bounds of section 2, measured from T; 24 h is a day.
type Bounds struct {
	ThankYou time.Duration // 72 h
	Call     time.Duration // 14 d
	End      time.Duration // 42 d
}

// DayRange is inclusive at both ends, in local days.
type DayRange struct{ From, Until Day }

// CompanyRule overrides the settings for companies whose name contains Match
// as whole words, case ignored. Nil fields override nothing.
type CompanyRule struct {
	Match    string
	ThankYou *time.Duration
	Call     *time.Duration
	End      *time.Duration
	Closed   []DayRange
	MinGap   *time.Duration
}

// Defaults are the contract's (section 6), in loc.
func Defaults(loc *time.Location) Settings {
	return Settings{
		Location:      loc,
		Bounds:        Bounds{ThankYou: 72 * time.Hour, Call: 14 * 24 * time.Hour, End: 42 * 24 * time.Hour},
		MinGap:        48 * time.Hour,
		TrialOffer:    "ask",
		MaxOpenTrials: 1,
	}
}
