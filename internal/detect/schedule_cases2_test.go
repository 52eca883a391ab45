package detect

import "testing"

func TestScheduleEnglishMore(t *testing.T) {
	for _, c := range moreEnglishCases {
		c.run(t, "en")
	}
}

// moreEnglishCases are mails of hiring systems, offices abroad, lists and odd
// wordings.
var moreEnglishCases = []scheduleCase{
	{"Your interview", "<p>Hi Sam,</p><table><tr><td>When</td><td>Thu 12 Nov 2026, 10:00–11:00 Houston time</td></tr><tr><td>Where</td><td>Teams</td></tr></table>", "2026-11-12T10:00/11:00 America/Chicago", ""},
	{"Interview Schedule", "<table><tr><th>Time</th><th>Interviewer</th><th>Topic</th></tr><tr><td>9:00 AM - 9:45 AM</td><td>Lena Ortiz</td><td>Intro</td></tr><tr><td>10:00 AM - 10:45 AM</td><td>Max Hu</td><td>Coding</td></tr></table><p>Date: Friday, November 13, 2026. All times are Pacific Time.</p>", "2026-11-13T09:00/10:45 America/Los_Angeles", "America/New_York"},
	{"Interview", "<p>Date</p><p><b>16 November 2026</b></p><p>Time</p><p><b>14:30 - 15:15</b></p><p>Location</p><p>Board Room</p>", "2026-11-16T14:30/15:15", ""},
	{"Interview", "<div><s>Monday 9 November, 2pm</s></div><div>Tuesday 10 November, 3pm</div><div>Your interview time has changed.</div>", "2026-11-10T15:00", ""},
	{"Interview list", "Candidates will be interviewed on Tuesday 17 November in this order:\n\n09:00 Maria Lopez\n09:45 Sam Okafor\n10:30 Ben Hall\n", "2026-11-17T09:45", ""},
	{"Interview", "The timetable for the day (Monday 23 November) is as follows:\n\n9.30am Arrival and coffee\n10.00am Tour of the school\n10.45am Lesson\n11.30am Panel interview\n12.30pm Finish", "2026-11-23T10:00/12:30", ""},
	{"Interview", "Interview: Tuesday, 10 November, ten past two. Written test beforehand at half past one, so please be here for 1.15.", "2026-11-10T14:10", ""},
	{"Interview", "Can confirm Weds 11th @ 1530 at HQ. Sgt Bell will meet you at the guardroom. Be there NLT 1515.", "2026-11-11T15:30", ""},
	{"Interview", "Hi Sam, we have you down for 2 o'clock next Wednesday the 11th at the surgery.", "2026-11-11T14:00", ""},
	{"Re: Cook", "Yes love Sunday's fine, come about 4 before we get busy", "2026-11-08T16:00", ""},
	{"Interview", "Your interview will be held over Zoom at 10:00 AM IST on Tuesday, 10 November 2026.", "2026-11-10T10:00 Asia/Kolkata", ""},
	{"Interview", "We're confirmed for Thursday at 2pm my time (that's 9am yours), dial-in below.", "2026-11-12T14:00", ""},
	{"Interview", "Confirmed for Wednesday 11 November at 10am Eastern, which is 3pm in London.", "2026-11-11T10:00 America/New_York", ""},
	{"Interview on the 11th", "Hi Sam - see you on the 11th. We'll kick off at 1.45pm and should be done by 3.", "2026-11-11T13:45/15:00", ""},
	{"Interview", "Our address is 10 May Street, unit 12. I'll see you there on Friday week at noon.", "2026-11-13T12:00", ""},
	{"Phone interview", "I will telephone you on 01632 960 112 at 6.15 this evening.", "2026-11-05T18:15", ""},
	{"Interview", "Thanks Sam, Monday at 8 in the morning is good. We finish site induction around 9 so you'll be away by then.", "2026-11-09T08:00", ""},
	{"Interview", "You will be interviewed by Dr Hart (Mon 9 November, 11:00) – please bring your passport. References must reach us by 8 November.", "2026-11-09T11:00", ""},
	{"Interview", "The Trust is pleased to invite you for interview as follows:\n\nPost: Band 6 Nurse\nDate: Tuesday 1st December 2026\nTime: 1.20pm\nDuration: 45 minutes plus 15 minute test\nVenue: Level 2", "2026-12-01T13:20/14:05", ""},
	{"Job interview", "Dear candidate, you have been shortlisted. Interview date 19th Nov 2026, reporting time 8:30am, interview begins 9:15am.", "2026-11-19T09:15", "Africa/Nairobi"},
	{"Interview", "We are happy to schedule your interview as follows: Day: Sunday, Date: 15/11/2026, Time: 4:00 PM Dubai time", "2026-11-15T16:00 Asia/Dubai", ""},
	{"Interview", "Slot confirmed! 18 Nov 26, 1030hrs-1115hrs, Level 14.", "2026-11-18T10:30/11:15", "Asia/Singapore"},
	{"Interview Confirmation for Sam", "You're scheduled!\n\nMonday, November 9\n2:00 – 2:30pm\nEastern Time\n\nAdd to Google Calendar | Reschedule | Cancel", "2026-11-09T14:00/14:30 America/New_York", "America/Los_Angeles"},
	{"Invite", "Hi Sam, putting you on the calendar for 11/17 from 3:30-4:15pm. I'm OOO 11/9-11/13 so reach out to Kim meanwhile.", "2026-11-17T15:30/16:15", "America/New_York"},
	{"Interview", "As promised, details for Monday. You'll meet Priya first, at 10, and go on to lunch with the team at 12:30.", "2026-11-09T10:00", ""},
	{"Interview", "Please join the call by 9:55. The interview itself runs 10:00-10:30 on Tuesday 10 November.", "2026-11-10T10:00/10:30", ""},
	{"Interview", "I've booked the Wednesday slot for you (11 November, 4.30–5.00 pm).", "2026-11-11T16:30/17:00", ""},
	{"Interview", "Delighted you can make it. So it's the 24th, 9:30, Great Hall, with me and the bursar. Term ends on 11 December.", "2026-11-24T09:30", ""},
	{"Interview", "Dear Sam, Your interview has been arranged for a week today at 3pm.", "2026-11-12T15:00", ""},
	{"Interview", "We'd like you to come in the day after tomorrow, 10:30.", "2026-11-07T10:30", ""},
	{"Interview", "The interview will take place a fortnight today at 11am.", "2026-11-19T11:00", ""},
	{"Interview", "Thank you for applying on 28 October. You have been selected for interview on Friday, 27 November at 3:40 p.m. at the District Office. The salary review date is 1 April 2027 and your start date would be 4 January 2027.", "2026-11-27T15:40", ""},
	{"Your interview with Oak & Co", "Hi, confirming what we discussed: in person, Oak & Co (3 Mill Lane), Tuesday 17th, 11am. I'm in the office until 6 today and from 8 tomorrow if you have questions.", "2026-11-17T11:00", ""},
	{"Interview", "We'll see you on 9 November at 12. Lunch provided.", "2026-11-09T12:00", ""},
	{"Interview", "Come by on the evening of Tuesday the 10th, say 7, we'll be setting up.", "2026-11-10", ""},
	{"Interview", "Interview - Thursday 26 November 2026 - 09h00 to 09h45 - Cape Town office", "2026-11-26T09:00/09:45", "Africa/Johannesburg"},
	{"Interview", "Time: 3:00pm\nDate: November 18th\nWho: Carla", "2026-11-18T15:00", "America/New_York"},
	{"Interview 18/11", "Dear Sam,\nWe are pleased to confirm your interview at 3.30pm on the above date.", "2026-11-18T15:30", ""},
	{"Interview: Wednesday 18 November at 10:15", "Dear Sam,\nPlease find attached directions and the job description. We look forward to meeting you.", "2026-11-18T10:15", ""},
	{"Your interview tomorrow", "Hi Sam, all set for 2pm tomorrow? Here's the link again.", "2026-11-06T14:00", ""},
	{"Interview", "You're meeting Jo on Mon, 9 Nov · 15:00 – 15:45 GMT+1", "2026-11-09T15:00/15:45 UTC+01:00", ""},
	{"Interview", "Interview on Wednesday, December 2nd, from ten to eleven in the morning.", "2026-12-02T10:00/11:00", ""},
	{"Interview", "It will be an informal chat over coffee: Friday, 8:15, Brew on Bridge St. Then you're free by 9 for work.", "2026-11-06T08:15", ""},
	{"Interview", "You're confirmed for our virtual hiring day, 14 November. Your personal slot: 11:20 to 11:40. The lobby opens at 9:00 and closes at 17:00.", "2026-11-14T11:20/11:40", ""},
	{"Update to your interview", "Please note a change to your interview time: it will now start at 10:30, not 10:00, on Monday 9 November.", "2026-11-09T10:30", ""},
	{"Change", "We've had to swap you with another candidate, so you'll now be seen at 3pm rather than 11am on the 17th.", "2026-11-17T15:00", ""},
	{"Interview", "The interview planned for Friday 6 November cannot go ahead because of the strike. It will be held on Tuesday 10 November at the same time, 9.30am.", "2026-11-10T09:30", ""},
	{"Interview moved", "Moved to next Thursday (12th) 10am, sorry!", "2026-11-12T10:00", ""},
	{"Re: Interview", "Ah sorry to hear that. No problem, we can see you Thursday 19th at 2pm instead. Hope you feel better!\n\nOn Thu, 5 Nov 2026 at 08:00, Sam Okafor <sam@okafor.example> wrote:\n> I'm ill and can't make today's interview at 11. Could we move it?", "2026-11-19T14:00", ""},
	{"FW: Sam Okafor - interview", "Hi Sam, see below - well done! Call me after.\n\n---------- Forwarded message ---------\nFrom: Pat Lee <pat@client.example>\nDate: Wed, 4 Nov 2026 at 15:00\nSubject: Sam Okafor - interview\nTo: Jane Doe <jane@acme.example>\n\nHi Jane, happy to see Sam tomorrow week, 12 November, at 4pm. He should ask for me.", "2026-11-12T16:00", ""},
	{"Interview", "I said 4pm on Tuesday in my last email but it is of course 4.30pm on Tuesday. Apologies.", "2026-11-10", ""},
	{"Invitation", "We can offer you one of the following: Mon 9 Nov 10:00, Mon 9 Nov 14:00, Tue 10 Nov 11:00. Which would you prefer?", "", ""},
	{"Interview", "I'm on holiday from 9 to 13 November, back Monday 16th. Let's find a time after that.", "", ""},
}
