package detect

import "testing"

func TestScheduleEnglishFresh(t *testing.T) {
	for _, c := range freshCases {
		c.run(t, "en")
	}
}

const quotedHead = "\n\nOn Wed, 4 Nov 2026 at 16:00, Sam Okafor <sam@okafor.example> wrote:\n> "

var freshCases = []scheduleCase{
	// The old moment stands first.
	{"Your interview", "Something has come up, so I have to bring the 3pm on Tuesday forward to 11.15. Hope you can still make the interview.", "2026-11-10T11:15", ""},
	{"Change to your interview", "We've had to put your interview on Monday 9 November back to Wednesday 11 November, 9.45am.", "2026-11-11T09:45", ""},
	{"Interview", "The panel asked to shift your interview from this Friday (6 November) to the following one, 13 November, at 1.30pm.", "2026-11-13T13:30", ""},
	{"Interview postponed", "The interview fixed for 10th Nov stands deferred owing to the election. It will now be conducted on 17th November 2026 at 3 PM.", "2026-11-17T15:00", ""},
	{"New time", "I have moved our second round to Friday 13 November, 4pm to 4.45pm; the Tuesday 9am slot clashed with a board call.", "2026-11-13T16:00/16:45", ""},
	{"Interview", "It'll be 9.20 instead of 10.40, still on Monday. Sorry to shuffle your interview.", "2026-11-09T09:20", ""},
	{"Interview", "Please note your interview is now at 14:15 rather than 13:15 on 12 November.", "2026-11-12T14:15", ""},
	{"Re: interview", "Ugh, shift work. The stocktake is now 7 on Saturday, so I can't. Sunday instead?", "", ""},
	{"Interview", "We are closed on Monday for the holiday, so please come for your interview on Tuesday at 10am instead.", "2026-11-10T10:00", ""},
	// Two clocks.
	{"Interview", "Can I confirm that I'll call you next Wednesday, 11 November, at 2pm London time (9am for us)?", "2026-11-11T14:00", ""},
	{"Interview call", "Your interview is on Thursday 12 November at 10am GMT (11am your time).", "2026-11-12T10:00 GMT", "Europe/Paris"},
	// Tables with heads.
	{"Interview notice", "Post\tInterview date\tReport at\tInterview time\tReturn form by\nClerk\tNovember 12, 2026\t1:15 PM\t1:30 PM\tNovember 9, 2026", "2026-11-12T13:30", "America/Chicago"},
	{"Interview notice", "Vacancy\tDate\tTime\tPlace\nDriver\t12 November 2026\t14.20\tDepot", "2026-11-12T14:20", ""},
	// Picked by place or name.
	{"Re: Interview", "Slot B it is. Bring your licence." + "\n\nOn Wed, 4 Nov 2026 at 16:00, Jane Doe <jane@acme.example> wrote:\n> Interview slots on Thursday 12 November:\n> Slot A  9.00\n> Slot B  9.40\n> Slot C  10.20", "2026-11-12T09:40", ""},
	{"Re: Interview", "The earlier time suits us, let us go with that." + quotedHead + "I could do Thursday 12 November at 12.30pm or at 5.30pm.", "2026-11-12T12:30", ""},
	{"Re: Interview", "We'd prefer the second option, see you there." + quotedHead + "Either Monday 9 November at 10am or Tuesday 10 November at 4pm would work.", "2026-11-10T16:00", ""},
	{"Re: Interview", "Option 2 please, that works for the panel." + quotedHead + "Option 1: Monday 9 November, 10am\n> Option 2: Tuesday 10 November, 4pm", "2026-11-10T16:00", ""},
	// Ranges of hours after a weekday.
	{"re: intro", "great, mon 2-3 it is. we'll pair on something real", "2026-11-09T14:00/15:00", ""},
	{"Interview", "Wed 11-12 works for the interview, see you then", "2026-11-11T11:00/12:00", ""},
	{"Interview", "Thu 3-3:30pm is confirmed for our call.", "2026-11-12T15:00/15:30", ""},
	// No interview start.
	{"Your order", "Your parcel will be delivered on Friday 6 November between 10:00 and 12:00.", "", ""},
	{"Application received", "Thank you for your application. The vacancy closes at 23:59 on Monday 9 November.", "", ""},
	{"Complete your assessment", "Please complete the online test by Tuesday 10 November at 5pm.", "", ""},
	{"Feedback", "It was good to meet you on Tuesday 3 November at 2pm. We will be in touch.", "", ""},
	// Plain ones in other words.
	{"Nursery post", "We'd love to meet you! Pop along on Thursday 12th, 1.45 in the afternoon, and ask for Mo.", "2026-11-12T13:45", ""},
	{"Interview", "Kindly be informed that your interview has been fixed for Wednesday, the 18th of November 2026 by 10:00 am prompt.", "2026-11-18T10:00", "Africa/Lagos"},
	{"Interview", "You're in the diary for twenty past ten on Tuesday the 10th.", "2026-11-10T10:20", ""},
	{"Interview", "Your interview takes place on 16 November, 1100-1145.", "2026-11-16T11:00/11:45", ""},
	{"Interview", "Time: 3.30 pm\nDay: Monday, 16th November\nVenue: Block C", "2026-11-16T15:30", ""},
	{"Virtual interview", "Nov 12, 2026 10:00 AM Eastern Time (US and Canada)\nJoin from PC: https://zoom.example/j/91234567890\n\nYour interviewer is Pat.", "2026-11-12T10:00 America/New_York", "America/Chicago"},
	{"Interview", "Would you kindly come and see us on Friday 13th at twelve noon? The interview will be an hour and a half.", "2026-11-13T12:00/13:30", ""},
	{"Interview", "We meet at the Corner Cafe at 9:15 sharp on Sunday 8 Nov for your interview.", "2026-11-08T09:15", ""},
	{"Interview", "Your interview: Tue 10/11, 16h00, room 14", "2026-11-10T16:00", ""},
	{"Interview", "I can do the interview on either Monday at 10 or Tuesday at 11, let me know.", "", ""},
	{"Interview reminder", "Just a nudge: tomorrow, 2:45pm, interview with Dr Hale.", "2026-11-06T14:45", ""},
	{"Interview", "<p>Your interview has a new time.</p><p><s>Monday 9 November, 10:00</s></p><p>Tuesday 10 November, 11:30</p>", "2026-11-10T11:30", ""},
	{"Interview", "Your interview with us on the 19th starts at 8.30am and should be over by 9.15am. Your train gets in at 8.02.", "2026-11-19T08:30/09:15", ""},
	{"Interview", "Hi Sam, confirming 11am Pacific / 7pm UK on Tuesday 10 November for your interview.", "2026-11-10T11:00 America/Los_Angeles", ""},
	{"Assessment centre", "Assessment centre, 24 November: 08:45 registration, 09:15 welcome, 09:30 group exercise, 12:30 lunch, 13:15 interviews, 16:00 close.", "2026-11-24T09:15/16:00", ""},
}
