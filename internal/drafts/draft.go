package drafts

import (
	"time"

	"inboxwatch/internal/rules"
)

// Draft is a letter before it is a mail: everything that Bytes writes and what
// Place needs to know of its past.
type Draft struct {
	Interview  string // id, for the journal
	Account    string // name, for the journal
	Window     rules.Window
	MessageID  string // derived, with angle brackets
	From       rules.Contact
	To         []rules.Contact // empty where nobody is known
	Subject    string          // decoded, with its "Re: "
	InReplyTo  string          // with angle brackets; "" where nothing is answered
	References []string        // oldest first, ending with InReplyTo
	Date       time.Time       // now, in the owner's zone
	Body       string          // paragraphs parted by an empty line, "\n" line ends
	Lang       string          // ISO 639-1 of the template used
	Tone       rules.Tone      // of the template used; the call sheet has none

	// Prior is the newest event of this Message-ID; zero where there is none.
	Prior rules.DraftEvent
	// Patience is how long the mailbox must have shown nothing before a draft
	// in doubt is tried once more. Zero: the next pass decides by one look.
	Patience time.Duration
}

// event is the journal's word for this draft in the given state.
func (d Draft) event(state rules.DraftState) rules.DraftEvent {
	e := rules.DraftEvent{
		Interview: d.Interview, Window: d.Window, MessageID: d.MessageID,
		State: state, Account: d.Account, InReplyTo: d.InReplyTo,
	}
	if len(d.To) > 0 {
		e.To = d.To[0].Address
	}
	return e
}
