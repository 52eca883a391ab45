package detect

import (
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// WhoInput is what Who needs to know of one mail.
type WhoInput struct {
	Message        *mailparse.Message
	OwnerName      string   // the mailbox's owner, as configured
	OwnerAddresses []string // all of the owner's addresses, any case
	Lang           string   // ISO 639-1 of the mail; "" where unknown
	Kind           rules.Kind
}

// WhoResult is who stands behind a mail, as far as it is certain: unknown is
// empty, and every value that is not empty has its Evidence.
type WhoResult struct {
	Company  string
	Role     string
	Contact  rules.Contact   // the human to write to; never a no-reply address
	Panel    []rules.Contact // interviewers named, with or without address
	Greeting rules.Greeting
	Phone    string // as written
	Agency   bool   // the sender recruits for others
	Evidence []rules.Evidence
	Doubts   []rules.Doubt
}

// Who reads company, role, contact, greeting and phone out of a mail.
func Who(in WhoInput) WhoResult {
	var r WhoResult
	if in.Message == nil {
		return r
	}
	return r
}
