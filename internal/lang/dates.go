package lang

// DateClass says what part a word plays in a date or a time of day.
type DateClass uint8

// The classes; the Value of a DateWord means something else in each.
const (
	Weekday     DateClass = iota // 0 Sunday … 6 Saturday
	Month                        // 1 … 12
	RelDay                       // days from today
	Num                          // cardinal number word, 0 … 59
	One                          // article that counts as one before a unit: "an hour"
	Ord                          // ordinal number word, 1 … 31
	AmPm                         // 1 am, 2 pm
	Part                         // part of the day: 1 morning, 2 afternoon, 3 evening, 4 night
	Noon                         // 12 noon, 0 midnight
	HourMark                     // stands after the hour: "Uhr", "o'clock"; 1: after four digits or minutes only: "hrs"
	At                           // stands before an hour; 1: not before a day: "at", "um"; 2: "about"
	OffPre                       // minutes to add to the hour that follows: "half past", "halb"
	OffPost                      // minutes to add to the hour before: "et demie", "menos cuarto"
	MinPre                       // +1, -1: counted minutes before an hour: "ten to four", "zehn nach vier"
	MinPost                      // +1, -1: counted minutes after an hour: "moins dix"
	RangeTo                      // between the ends of a range: "to", "bis"
	RangeFrom                    // before a range: 0 "from", 1 "between"
	And                          // "and"; joins the ends after "between"
	Or                           // "or"
	Gap                          // may stand between the parts of one date: "on", "the", "den"
	Mod                          // before a weekday: 1 coming or this, 2 next, 3 next but one, 4 following another day, -1 last
	ModPost                      // the same after a weekday
	WeekPost                     // weeks to add after a weekday or day: "Monday week", "en huit"
	WeekRef                      // weeks from this week: "next week"
	MonthRef                     // months from this month: "next month"
	YearRef                      // years from this year
	Unit                         // minutes in the unit of a length: 1, 60
	Days                         // days in the unit: 1, 7, 30; 0: working days
	Dur                          // a whole length, in minutes: "half an hour"
	In                           // 1 "in", 2 "within"; before a number of days
	From                         // "from", "on" after a number of weeks: "a week on Tuesday"
	RefPre                       // the number after it is no date: "room", "no."
	NotTime                      // the number before it is no date: "euros", "years", "floor"
	TimeWord                     // "time" in "Houston time", "heure de Paris"
	EndOf                        // "end of" before a week or month
	Early                        // "early", "middle of": no day follows from it
	WeekOf                       // "week of", "KW": the date after it names no day
	HoursWeekly                  // "Monday to Friday", opening hours

	YearMark // stands after a year: "r."

	// NumDateClasses counts the classes.
	NumDateClasses
)

// DateWord is one row of a date table: the forms, parted by "|", play the part
// Class with the value Value. A form may be several words; "~" marks one that
// is also an ordinary word or an abbreviation and so needs a date beside it.
// Accents and case do not matter.
type DateWord struct {
	Class DateClass
	Value int
	Forms string
}

// Dates is everything about days and times that differs between languages.
type Dates struct {
	Words []DateWord
	Cues  DateCues
	// MonthFirst allows "3/4" to mean 4 March where the sender's country does.
	MonthFirst bool
	// NextOpen: "next Friday" said on a Tuesday is open between two days.
	NextOpen bool
	// Clock24: digits tell hours on the 24-hour clock, so "6:30" is the morning.
	Clock24 bool
	// OrdinalHours: hours are told as ordinals, "o czternastej".
	OrdinalHours bool
	// PointOrdinals: a point makes a number an ordinal, "am 20."
	PointOrdinals bool
	// ArticleDays: an article before a bare number makes it a day, "le 12".
	ArticleDays bool
	// Examples are texts with what they mean on Thursday 5 November 2026,
	// 09:15, in the zone Europe/London: the start as RFC 3339 without seconds
	// and offset, or the day alone; "" where they name no moment.
	Examples []DateExample
}

// DateExample is one text and the moment it names.
type DateExample struct{ Text, Start string }

// DateCues are the words around a moment that tell what happens then. Each is
// a list of forms parted by "|"; "*" at an end stands for the rest of a word.
type DateCues struct {
	Interview string // the interview itself
	Fixed     string // it is fixed: "confirmed", "see you"
	Label     string // label of a day: "When", "Date"
	TimeLabel string // label of a time
	Start     string // label or verb of the start
	End       string // label of the end
	Deadline  string // before a moment by which the user has to do something
	Closes    string // anywhere in the sentence: closing dates, posted, documents
	Arrive    string // arrival, check-in, log-in, doors
	Denied    string // right before a moment that is denied, in any mail: "not", "instead of"
	OldBefore string // before a moment that no longer holds: "instead of", "was"
	OldAfter  string // after such a moment: "is no good"
	New       string // before the moment that holds now: "moved to", "now"
	NewAfter  string // after it: "instead"
	Moved     string // the sentence moves something; "from X to Y" has an old and a new end
	Other     string // another event: first day of work, next round, holiday
	Past      string // it lies behind: "last met", "thank you for coming"
	SameTime  string
	SameDay   string
	Later     string // a length before it moves the time: "half an hour later"
	Sooner    string
	NextDay   string // the day after the one that no longer holds: "the day after"
	DayBefore string
	Length    string // before a length of the interview: "lasts", "allow"
	NotLength string // beside a length of something else: "before", "walk"
	Agree     string // agrees to what was proposed: "works for us"
	Request   string // asks the user to answer
	Promise   string // promises an answer
	By        string // right before the last day of a deadline: "by", "no later than"
	BackOn    string // auto-reply, before the day of return
	AwayTill  string // auto-reply, before the last day of absence
	Inclusive string // that day is still away
	If        string // the sentence speaks of what may come: "if you need to"

	ChooseFirst, ChooseLast string // picks of proposals by their place: "the first one", "the latter"
	ChooseEarly, ChooseLate string // by their time: "the later slot"

	Morning, Evening string // the half of the day, for "at 7": "breakfast", "after work"
	Yours            string // leads to the reader's own hour among others': "you at", "you are third, at"
	Defer            string // the answer to a proposal is no yes, or not yet: "let me check", "unfortunately"
}

// DatesOf gives the date table of the language with that ISO 639-1 code, and
// nil where there is none.
func DatesOf(code string) *Dates {
	for i := range All {
		if All[i].Code == code {
			return &All[i].Dates
		}
	}
	return nil
}
