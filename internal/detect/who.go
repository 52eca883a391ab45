package detect

import (
	"strings"

	"inboxwatch/internal/detect/ical"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// WhoInput is what Who needs to know of one mail.
type WhoInput struct {
	Message        *mailparse.Message
	Calendars      []ical.Calendar // read from Message
	OwnerName      string          // the mailbox's owner, as configured
	OwnerAddresses []string        // all of the owner's addresses, any case
	Lang           string          // ISO 639-1 of the mail; "" where unknown
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
	return newWhoReader(in).read()
}

func (w *whoReader) read() (r WhoResult) {
	w.company(&r)
	w.contact(&r)
	w.role(&r)
	w.notTheTitle(&r)
	w.panel(&r)
	w.greeting(&r)
	w.phone(&r)
	return r
}

// The sources that evidence names.
const (
	sourceSubject   = "subject"
	sourceText      = "text"
	sourceSignature = "signature"
	sourceQuoted    = "quoted text"
	sourceForwarded = "forwarded mail"
	sourceSummary   = "calendar SUMMARY"
	sourceDesc      = "calendar DESCRIPTION"
	sourcePlace     = "calendar LOCATION"
)

// sender is an address that speaks for the employer's side.
type sender struct {
	source    string
	contact   rules.Contact
	display   displayName
	noReply   bool
	automatic bool // a hiring system's address
	free      bool // a private mailbox
}

// hostName is a domain's label that may be the employer's name.
type hostName struct {
	label   string
	weight  float64 // 1: the employer's side writes from it; less: it only stands in the text
	source  string
	address string
	agency  bool
}

// signPart is one item of the signature's lines.
type signPart struct {
	p    *passage
	line string
	role bool // stands after a post's title in its line
}

// whoReader holds what the readers of company, role and contact share.
type whoReader struct {
	in             WhoInput
	m              *mailparse.Message
	ts             wordTables
	owner          []string // the owner's addresses, lower case
	ownerWords     []string // folded: "marcus bell", "marcus", "bell"
	senders        []sender
	passages       []*passage
	text           *passage // the sender's words, without signature
	sign           *passage // signature
	subjects       []*passage
	signParts      []signPart
	signer         person
	signerLine     string
	to             person // the contact, once chosen
	contactAddress string
	labels         []hostName
	fits           map[string]fit  // of names already compared with labels
	people         map[string]bool // folded names of persons met
	broker         bool            // the sender may recruit for others: too little to say so, enough to look
	agency         bool
	agencyKey      string
	companyKey     string // of the company found
	guessed        bool   // the post is the likelier of several, or hardly led to
}

func newWhoReader(in WhoInput) *whoReader {
	w := &whoReader{in: in, m: in.Message, ts: tablesFor(in.Lang), people: make(map[string]bool)}
	for _, a := range in.OwnerAddresses {
		w.owner = append(w.owner, strings.ToLower(a))
	}
	w.setOwnerName()
	w.setPassages()
	w.setSenders()
	w.setSigner()
	w.dropFirmSigner()
	w.setPeople()
	w.setLabels()
	w.setAgency()
	w.splitSignature()
	w.fits = make(map[string]fit)
	return w
}

func (w *whoReader) isOwner(address string) bool {
	address = strings.ToLower(address)
	for _, a := range w.owner {
		if a == address {
			return true
		}
	}
	return false
}

func (w *whoReader) setOwnerName() {
	name := w.in.OwnerName
	if name == "" && len(w.m.To) > 0 && w.isOwner(w.m.To[0].Address) {
		name = w.m.To[0].Name
	}
	full := strings.TrimSpace(plainFold(name))
	if full == "" {
		return
	}
	f := strings.Fields(full)
	w.ownerWords = append(w.ownerWords, full)
	w.ownerWords = append(w.ownerWords, f...)
	if len(f) > 1 {
		w.ownerWords = append(w.ownerWords, f[0]+" "+f[len(f)-1])
	}
}

// isOwnerWord says whether a folded word is part of the owner's name.
func (w *whoReader) isOwnerWord(word string) bool {
	for _, o := range w.ownerWords {
		if o == word {
			return true
		}
	}
	return false
}

func doubt(field string, names ...string) rules.Doubt {
	return rules.Doubt{Field: field, Candidates: names}
}
