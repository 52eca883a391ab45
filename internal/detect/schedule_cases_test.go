package detect

import (
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// scheduleCase is a mail written on Thursday 5 November 2026, 09:15, in zone
// (default Europe/London), and when its interview is: "2026-11-12T14:00", with
// "/15:00" for the end, a day alone, or "" for none or an open one. "Z" and an
// IANA name after a blank state another zone.
type scheduleCase struct {
	subject, text, want, zone string
}

func (c scheduleCase) run(t *testing.T, lang string) {
	t.Helper()
	c.runAs(t, lang, "")
}

// runAs reads the case as a mail that is known to be of the kind.
func (c scheduleCase) runAs(t *testing.T, lang string, kind rules.Kind) {
	t.Helper()
	zone := c.zone
	if zone == "" {
		zone = defaultZones[lang]
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 5, 9, 15, 0, 0, loc)
	format := "plain"
	if strings.HasPrefix(c.text, "<") {
		format = "html"
	}
	raw := "From: Jane Doe <jane@acme.example>\nTo: Sam Okafor <sam@okafor.example>\nDate: " + at.Format(time.RFC1123Z) +
		"\nSubject: " + c.subject + "\nMIME-Version: 1.0\nContent-Type: text/" + format + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + c.text + "\n"
	in := ScheduleInput{Mail: mailparse.Parse([]byte(raw)), Lang: lang, Kind: kind, Owner: Owner{Name: "Sam Okafor", Addresses: []string{"sam@okafor.example"}, Zone: loc}}
	r := Schedule(in)
	if got := renderSchedule(r, loc); got != c.want {
		t.Errorf("%s: %q / %q:\n got %q (%s) doubts %v\nwant %q", lang, c.subject, c.text, got, r.Source, r.Doubts, c.want)
	}
}

var defaultZones = map[string]string{"en": "Europe/London", "de": "Europe/Berlin", "fr": "Europe/Paris", "es": "Europe/Madrid",
	"nl": "Europe/Amsterdam", "it": "Europe/Rome", "pt": "Europe/Lisbon", "pl": "Europe/Warsaw"}

func renderSchedule(r ScheduleResult, loc *time.Location) string {
	if r.Start.Zero() {
		return ""
	}
	if r.Start.DayOnly {
		return string(rules.DayOf(r.Start.At))
	}
	s := r.Start.At.Format("2006-01-02T15:04")
	if !r.End.Zero() {
		s += r.End.At.Format("/15:04")
	}
	if l := r.Start.At.Location(); l.String() != loc.String() {
		s += " " + l.String()
	}
	return s
}

func TestScheduleEnglish(t *testing.T) {
	for _, c := range englishCases {
		c.run(t, "en")
	}
}

var englishCases = []scheduleCase{
	// Plain confirmations.
	{"Interview", "Hi Sam,\n\nJust confirming your interview on Wednesday 11th November at 10am. Please ask for Priya at reception.\n\nThanks\nJane", "2026-11-11T10:00", ""},
	{"Interview confirmation", "Dear Sam,\n\nThank you for your time on the phone on Tuesday. I am delighted to confirm your face to face interview with Tom Baker on Monday 16 November 2026 at 2:30pm at our offices in Leeds. Please allow approximately one hour.\n\nKind regards", "2026-11-16T14:30/15:30", ""},
	{"", "see you thurs 2pm, ask for Dave", "2026-11-12T14:00", ""},
	{"Re: job", "Fri at 3 works. Bring CV. Cheers, Al", "2026-11-06T15:00", ""},
	{"Job", "Can you come in tomorrow at half ten? Ask for Sue in the kitchen.", "2026-11-06T10:30", ""},
	{"Re: Application", "Great, let's say Tuesday at 11. I'll meet you in the lobby.", "2026-11-10T11:00", ""},
	{"Interview", "Hello Sam\n\nYour interview is booked.\n\nDate: 12/11/2026\nTime: 13:15\nLocation: Civic Centre, Room 12\nPanel: J Doe, A Smith\n\nPlease arrive 15 minutes early.", "2026-11-12T13:15", ""},
	{"Your upcoming interview", "When\nMonday, November 16, 2026\n3:00 PM - 3:45 PM (EST)\n\nWhere\nZoom\n\nWho\nAnna Bell", "2026-11-16T15:00/15:45 America/New_York", "America/Chicago"},
	{"Interview with Acme", "Hi Sam, you're all set! Your conversation with Rita is scheduled for Nov 17 @ 1:30 PM PST. It'll run about 30 minutes.", "2026-11-17T13:30/14:00 America/Los_Angeles", "America/New_York"},
	{"Interview", "We would like to invite you to interview on 18 November. Your slot is 10.20 am. The interview will last around 45 minutes and you will be asked to give a 10 minute presentation.", "2026-11-18T10:20/11:05", ""},
	{"Selection day", "You have been invited to our selection day on Saturday 14 November 2026. Registration opens at 08:30 and the day begins at 09:00, finishing at 16:00.", "2026-11-14T09:00/16:00", ""},
	{"Interview - Porter", "Hi, interview for porter job is Mon 9 Nov 9.30 main entrance. Please bring ID. HR", "2026-11-09T09:30", ""},
	{"Teaching post", "Dear Sam,\n\nThe interviews for the above post will take place on Friday 13th November. You are asked to arrive at 8.15am. Your lesson observation is at 9.00am and your formal interview at 11.40am.\n\nRegards", "2026-11-13T09:00", ""},
	{"Interview", "Following your application we are pleased to offer you an interview on Tuesday, 24 November 2026 at 11:00 hrs. Closing date for the vacancy was 30 October 2026. Please confirm attendance by 12 November 2026.", "2026-11-24T11:00", ""},
	{"Phone screen", "Hey Sam, looking forward to our call next Tuesday (11/10) at 4pm ET! I'll ring you on +1 415 555 0199.", "2026-11-10T16:00", "America/New_York"},
	{"Warehouse job", "hi mate interview tmrw 7am sharp gate 3 bring boots", "2026-11-06T07:00", ""},
	{"Interview details", "Interview details:\n\nDay: Thursday\nDate: 19 November\nTime: 14:00 - 15:00\nVenue: 3rd floor, 20 High Street", "2026-11-19T14:00/15:00", ""},
	{"Interview", "Good news! The panel can see you on the 17th at quarter past two. It's the same building as last time.", "2026-11-17T14:15", ""},
	{"Interview", "Thanks for confirming. We'll see you at 9am on Monday then. Parking is behind the church; the office opens at 8.", "2026-11-09T09:00", ""},
	{"Video interview", "Your video interview has been confirmed for Wednesday 18th November at 12 noon (UK time). The link will be sent on the morning of the interview.", "2026-11-18T12:00", ""},
	{"Interview reminder", "This is a reminder that your interview with Harbour Care is today at 3:30 PM. If you cannot attend please call 01632 960 117.", "2026-11-05T15:30", ""},
	{"Reminder", "Reminder: you have an interview tomorrow (Friday 6 November) at 11:15.", "2026-11-06T11:15", ""},
	{"Interview", "I can confirm a slot for you on Thursday 12th at 4.15. Interviews are 40 minutes each.", "2026-11-12T16:15/16:55", ""},
	{"Interview Invitation", "Position: Nurse Associate\nInterview Date: Friday 20th November 2026\nInterview Time: 09:45am\nReport to: Ward 7\nPlease note that the closing date has passed and references are due by 13th November.", "2026-11-20T09:45", ""},
	{"Onsite", "Here's your schedule for Thursday, November 19:\n\n10:00 - 10:45 Coding with Raj\n10:45 - 11:30 System design with Mia\n11:30 - 12:30 Lunch with the team\n12:30 - 1:15 Behavioral with Ken", "2026-11-19T10:00/13:15", "America/New_York"},
	{"Chat", "Would love to chat! Grabbed 30 mins with you on Monday at 1:00pm CT, invite to follow.", "2026-11-09T13:00/13:30 America/Chicago", "America/New_York"},
	{"Interview", "We confirm your interview on Mon 23 Nov 2026 from 10:00 to 11:30. Please note our offices are open Monday to Friday, 9am to 5pm.", "2026-11-23T10:00/11:30", ""},
	{"Interview", "Interviews will be held on 2 December 2026. You'll be told your time nearer the date.", "2026-12-02", ""},
	{"Your interview", "It was lovely to speak with you yesterday. As discussed, we'll meet on Tuesday 10 November at 5pm in the Red Lion. I'm away from the 11th to the 15th so won't see emails.", "2026-11-10T17:00", ""},
	{"RE: Interview", "Dear Dr Okafor\n\nFurther to my message of 2 November, the committee will interview you at 10 o'clock on the morning of Thursday, 26 November, in the Senate Room.", "2026-11-26T10:00", ""},
	{"Interview", "Please attend for interview at 2.00 p.m. on Wednesday, 25th November, 2026.", "2026-11-25T14:00", ""},
	{"Trial shift", "come for a chat and trial sat 7th 5pm til 8pm", "2026-11-07T17:00/20:00", ""},
	{"", "Yes that's fine, Monday week at 10 it is", "2026-11-16T10:00", ""},
	{"Interview", "You are scheduled to interview with our hiring manager, Lee Chan.\n\nDate/Time: Tue, Nov 24, 2026 at 09:00 AM (GMT+08:00)\nDuration: 1 hour\nFormat: MS Teams", "2026-11-24T09:00/10:00 UTC+08:00", "Europe/London"},
	{"Interview on 11/12", "Hi Sam,\n\nConfirming 11/12 at 10:30 AM with Dana.", "2026-11-12T10:30", "America/New_York"},
	{"Interview on 11/12", "Hi Sam,\n\nConfirming Friday 11/12 at 10:30 with Dana.", "2026-12-11T10:30", ""},
	{"First interview", "I've put you down for 1pm on Thursday the 12th. Ignore the 12th of October in my last email, that was a typo!", "2026-11-12T13:00", ""},
	{"Interview", "Your appointment is for 16:45 on 09/11/2026. You applied on 12/10/2026 and this email was sent on 05/11/2026.", "2026-11-09T16:45", ""},
	{"Interview", "We start promptly at 9:30am on Monday 9 November; doors open at 9.00. If you are successful you would start work on Monday 7 December.", "2026-11-09T09:30", ""},
	{"Call", "Speaking at 15:00 CET on Monday works for me. My number is 0049 30 1234567.", "2026-11-09T15:00 Europe/Paris", ""},
	{"Interview", "I've arranged for you to meet Clare Short, Head of Finance, at their London office next Wednesday, 11th Nov, 8:45am. She has a hard stop at 9:30.", "2026-11-11T08:45", ""},
	{"Your interview slot", "You chose: Thursday 12 November, 11:30 (slot 4 of 9). Need to change it? You can do so until Tuesday 10 November at noon.", "2026-11-12T11:30", ""},
	{"Interview", "PLEASE NOTE THE FOLLOWING:\nDATE OF INTERVIEW: 17TH NOVEMBER 2026\nTIME: 12H30\nVENUE: BOARDROOM 2\nKINDLY BE SEATED 10 MINUTES BEFORE TIME.", "2026-11-17T12:30", "Africa/Johannesburg"},
	{"Interview", "Pls come for F2F interview on 10-Nov-2026 between 10 AM and 12 PM at our Whitefield office.", "2026-11-10T10:00/12:00", "Asia/Kolkata"},
	{"Interview", "Looking forward to seeing you on Tuesday. You'll be meeting with Ana at 2, then Bo at 2.30.", "2026-11-10T14:00", ""},
	{"Interview", "Confirmed - Tuesday, 5:30 in the evening, at the shop. We shut at 5 so just knock.", "2026-11-10T17:30", ""},
	{"Interview", "See you on Nov. 10th at ten past nine.", "2026-11-10T09:10", ""},
	{"Interview", "you are invited to an interview at our office on the following date: 13.11.2026, 11.00 o'clock", "2026-11-13T11:00", ""},
	{"Interview", "We will expect you on Thursday (12.11) at 9:00 a.m. in building 4, room 1.12", "2026-11-12T09:00", ""},
	{"Second interview", "We'd be delighted to see you again, this time for a panel interview on 1st December at 1400. Your first interview on 29 October went very well.", "2026-12-01T14:00", ""},
	{"Invitation: interview @ Tue Nov 10, 2026 2pm - 3pm (GMT)", "You have been invited.\n\nTuesday Nov 10, 2026 ⋅ 2pm – 3pm\nUnited Kingdom Time", "2026-11-10T14:00/15:00", ""},
	{"Interview", "I'm pleased to say they'd like to see you! 10am Tuesday at their Slough site. I'll call you Monday at 6 for prep.", "2026-11-10T10:00", ""},
	{"Interview", "Your interview is at 11 tomorrow. If you get lost ring 07700 900123.", "2026-11-06T11:00", ""},
	{"Interview", "Let's do the 16th then, 12.30pm. We close for Christmas on the 18th of December so hope to decide before that.", "2026-11-16T12:30", ""},
	{"Interview", "Just to confirm Thursday, 3 December at 8:00am EST / 1:00pm GMT.", "2026-12-03T08:00 America/New_York", ""},
	{"Interview", "Interview slot: 2026-11-19 15:30 UTC. You have been allotted 60 minutes.", "2026-11-19T15:30/16:30 UTC", "Africa/Lagos"},
	// Moved.
	{"Change of interview time", "Hi Sam, unfortunately I need to move our interview from Tuesday 10 November at 2pm to Thursday 12 November at 11am. Sorry for any inconvenience.", "2026-11-12T11:00", ""},
	{"Re: interview", "Really sorry, Mark is off sick. Could we do Monday 16th at 10.30 instead of this Friday?", "2026-11-16T10:30", ""},
	{"Interview rescheduled", "Your interview has been rescheduled.\n\nOriginal date: Mon 9 Nov 2026, 10:00\nNew date: Wed 11 Nov 2026, 15:00\n\nLocation unchanged.", "2026-11-11T15:00", ""},
	{"Interview tomorrow", "Can we push tomorrow's interview back to 4pm? I'm stuck in a meeting until 3.", "2026-11-06T16:00", ""},
	{"Interview", "Your interview on 12 November at 9.00 has been brought forward to 10 November at 14.00.", "2026-11-10T14:00", ""},
	{"Interview", "I'm afraid Thursday no longer works for the panel. The new time is Friday 13 November, 9.15am. Please confirm.", "2026-11-13T09:15", ""},
	{"Interview", "Instead of 2pm on Monday please come at 4pm on Monday.", "2026-11-09T16:00", ""},
	{"Interview", "Your interview has moved to 19/11/2026 at 10:00 (previously 17/11/2026 at 10:00).", "2026-11-19T10:00", ""},
	{"Interview", "Please note that the interview scheduled for 10 November has been postponed to 24 November. The time remains the same.\n\n-----Original Message-----\nFrom: Jane Doe <jane@acme.example>\nSent: 2 November 2026 10:00\nTo: Sam Okafor <sam@okafor.example>\nSubject: Interview\n\nWe look forward to seeing you on 10 November at 13:45.", "2026-11-24T13:45", ""},
	{"Re: Interview", "So sorry Sam, running behind today. Could we make it half an hour later?\n\nOn Wed, 4 Nov 2026 at 16:00, Jane Doe <jane@acme.example> wrote:\n> See you tomorrow at 2pm for the interview.", "2026-11-05T14:30", ""},
	{"Interview Friday", "Same day, but can you make it 3:15 rather than 2:30? Clashes with the site visit.\n\nOn Tue, 3 Nov 2026 at 16:00, Jane Doe <jane@acme.example> wrote:\n> Confirming Friday 6 November at 2:30pm for your interview.", "2026-11-06T15:15", ""},
	// Agreed by reply.
	{"Re: Interview", "Perfect, that works for us. See you then!\n\nOn Wed, 4 Nov 2026 at 16:00, Sam Okafor <sam@okafor.example> wrote:\n> I could do Tuesday 10 November at 2pm.\n> Best, Sam", "2026-11-10T14:00", ""},
	{"Re: Interview", "Great, 3pm it is.\n\nOn Wed, 4 Nov 2026 at 16:00, Sam Okafor <sam@okafor.example> wrote:\n> I could do Tuesday 10 November at 2pm or 3pm.\n> Best, Sam", "2026-11-10T15:00", ""},
	{"Re: Interview", "Let's go with the Thursday at 10. Talk then.\n\nOn Wed, 4 Nov 2026 at 16:00, Sam Okafor <sam@okafor.example> wrote:\n> I'm free Wednesday 11th at 9, Thursday 12th at 10 or Friday at noon.", "2026-11-12T10:00", ""},
	{"Re: Interview", "That suits us, we have put it in the diary.\n\nOn Wed, 4 Nov 2026 at 16:00, Sam Okafor <sam@okafor.example> wrote:\n> Tomorrow at 11am would be fine.", "2026-11-05T11:00", ""},
	// Nothing fixed.
	{"Interview availability", "Could you let me know your availability for next week? We have Monday 9th at 10, Tuesday 10th at 2 or Thursday 12th at 4.", "", ""},
	{"Application", "Thank you for applying. The closing date is 13 November 2026 and interviews are likely to be in the week of 23 November.", "", ""},
	{"Update", "We are open Monday to Friday from 9 to 5. Call us on 020 7946 0018.", "", ""},
}
