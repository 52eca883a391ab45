package lang

// Letters is what a language needs to write to an employer. The texts are
// templates of package drafts: {field}, [alternatives|…], a lone ~ between two
// wordings of a paragraph.
type Letters struct {
	// Texts by window and tone: "thank-you.formal", "thank-you.informal",
	// "continued-interest.formal", …; "call" has no tone.
	Texts map[string]string

	Formal   Salutations
	Informal Salutations
	Titles   []Title

	Months   [12]string // as they stand in a date, January first
	Weekdays [7]string  // Sunday first, as time.Weekday counts
	// Date makes a day of them: {weekday}, {day}, {month}. FirstDay replaces
	// the number 1 where the language says "first".
	Date     string
	FirstDay string
	// On puts the preposition before a date: one for each weekday, Sunday
	// first, or one for all.
	On []string

	And string // " and ", between the last two names
	// AndI replaces And before a name that begins with the sound of an i.
	AndI string

	Story Story

	// Clichés that no letter may contain, lower case.
	Banned []string
}

// Salutations are the first lines of a letter by what is known of the person:
// {title}, {given}, {family}, {contact} (the full name as the mail shows it).
// An empty one falls to the next below it.
type Salutations struct {
	Woman  string // title known and a woman's
	Man    string // title known and a man's
	Title  string // title known, says nothing of man or woman
	Given  string // first name known: the informal ones' first choice, the formal ones' last
	Named  string // full name known
	Nobody string // nothing known
}

// Title is a title as a mail writes it and as a letter does.
type Title struct {
	Word  string // lower case, without a full stop: "frau", "dr"
	Form  string // "Frau", "Dr."
	Woman bool
	Man   bool
}

// Story is the vocabulary of "what happened so far" on the call sheet. Each is
// the end of a line that begins with a date.
type Story struct {
	Confirmed string // the interview was confirmed
	Interview string // the interview itself
	They      string // the employer wrote
	Auto      string // an automatic answer came
	You       string // the user wrote
	Unsent    string // a follow-up lies unsent in Drafts
}
