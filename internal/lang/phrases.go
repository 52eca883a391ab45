package lang

// Phrases is what a language says in mails about jobs: the words by which it
// is told apart, the words that patterns share, and the patterns by signal.
type Phrases struct {
	// Stop are frequent short words that tell this language from the others.
	Stop string
	// Sets are alternatives with a name, written {name} in patterns.
	Sets map[string]string
	// Rules are the patterns.
	Rules []Phrase
}

// Phrase is one pattern with the signal it gives.
//
// The pattern's parts are parted by " .. " (at most 60 bytes between them) or
// " ... " (at most 150), all within one sentence; each part is a choice of
// literals parted by "|". A literal begins and ends at a word's edge unless it
// has a "*" there. Case, accents and punctuation do not count. {name} stands
// for a set.
type Phrase struct {
	Signal Signal
	Text   string
	Not    string // literals that void the pattern when they stand in the same sentence
	Scope  Scope
	Yes    []string // sentences that the pattern must find; a test runs them
	No     []string // sentences that it must not
}

// Scope says where a pattern is looked for.
type Scope uint8

// The scopes. The zero Scope is subject, text and calendar.
const (
	Anywhere Scope = iota // subject, own text, calendar, forwarded mails
	Subject               // the subject alone
	Body                  // all but the subject
	Opening               // subject and the first 400 bytes of the text
	Quoted                // the quoted mails alone
)

// Signal is what a phrase says, the same in every language. The weights that
// turn signals into kinds stand in detect.
type Signal string

// The signals.
const (
	// Context: what the mail is about.
	Interview  Signal = "interview"  // a job interview by its own name
	Talk       Signal = "talk"       // a meeting, chat or call that may be one
	Job        Signal = "job"        // an application, a vacancy, a candidate's papers
	Process    Signal = "process"    // the owner's place in a selection: shortlisted, next step
	Yours      Signal = "yours"      // the owner is the candidate: your application, interview you
	Occupation Signal = "occupation" // a subject that names an occupation

	// Appointments.
	Confirm   Signal = "confirm"   // an appointment is fixed, booked, confirmed
	SeeYou    Signal = "see you"   // looking forward to meeting; you are expected
	Agree     Signal = "agree"     // a proposed time suits
	Logistics Signal = "logistics" // where to come, whom to ask for, what to bring
	Details   Signal = "details"   // labels of an appointment: date, time, place, interviewers
	Remind    Signal = "reminder"  // of an appointment
	Invite    Signal = "invite"    // an interview is wanted
	Choose    Signal = "choose"    // pick a slot, name your free times
	OneWay    Signal = "one-way"   // a recorded interview or test to be done before a deadline
	Moved     Signal = "moved"     // a fixed appointment gets another time
	Updated   Signal = "updated"   // a calendar says that an event changed
	Off       Signal = "off"       // a fixed appointment does not take place
	NoNewDate Signal = "no new date"

	// Ends.
	Reject     Signal = "reject"     // a no that stands alone
	RejectSoft Signal = "soft no"    // words that often come with a no
	Filled     Signal = "filled"     // the position is filled
	Stopped    Signal = "stopped"    // the vacancy or process is withdrawn
	Freeze     Signal = "freeze"     // on hold, but not yet a no
	Offer      Signal = "offer"      // the job is offered
	OfferSoft  Signal = "soft offer" // terms, contract, welcome

	// In between.
	Hold     Signal = "hold"     // still deciding, be patient
	Promise  Signal = "promise"  // an answer will come
	After    Signal = "after"    // looks back on an interview that took place
	Ask      Signal = "ask"      // papers, references or answers are wanted
	Inform   Signal = "inform"   // other news of the process; hand-over
	Received Signal = "received" // application received, status of the application
	NextIf   Signal = "if"       // an interview only under a condition

	// Machines.
	Away      Signal = "away"    // out of office, left the company
	Automatic Signal = "auto"    // an automatic answer, a ticket, a bounce
	NoReply   Signal = "noreply" // this mailbox is not read

	// Not the owner's job interview.
	Bulk     Signal = "bulk"     // newsletters, job alerts, adverts, surveys
	Panel    Signal = "panel"    // the owner interviews others, or gives a reference
	Host     Signal = "host"     // in the owner's own quoted words: he is the one who invites
	Press    Signal = "press"    // press, podcast, oral history
	Research Signal = "research" // user research, studies, panels
	Official Signal = "official" // visa, police, benefits, insurance, bank, tax
	Study    Signal = "study"    // study places, school, scholarships, parents' evenings
	Medical  Signal = "medical"
	Housing  Signal = "housing"
	Coach    Signal = "coach" // mock interviews, coaching, training, webinars
	Staff    Signal = "staff" // matters of the present job: team meetings, appraisal, exit interview
	Private  Signal = "private"
	Office   Signal = "office" // business of work: clients, invoices, agendas
	Scam     Signal = "scam"

	// Of the owner's own mail.
	Withdraw Signal = "withdraw"
)
