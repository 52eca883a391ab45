package detect

import (
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestScheduleAnswered reads answers and moves, of mails written on Thursday
// 5 November 2026.
func TestScheduleAnswered(t *testing.T) {
	for lang, cases := range answeredCases {
		for _, c := range cases {
			c.run(t, lang)
		}
	}
}

const (
	outlookOwner = "\n\nFrom: Sam Okafor\nSent: Wednesday, November 4, 2026 8:14 PM\nTo: Jane Doe\nSubject: Re: Interview\n\n"
	outlookFirm  = "\n\nFrom: Jane Doe\nSent: Wednesday, November 4, 2026 2:00 PM\nTo: Sam Okafor\nSubject: Interview\n\n"
)

var answeredCases = map[string][]scheduleCase{
	"en": {
		{"Re: Interview", "Yes that's fine.\nJane" + outlookOwner + "Would it be possible to come at 10 rather than 9 on Tuesday the 10th?" + outlookFirm + "Please come for interview on Tuesday 10th November at 9 a.m.", "2026-11-10T10:00", ""},
		{"Re: work", "Perfect, see you then." + quotedHead + "This Saturday would suit me. Maybe at 12, when it is quieter?", "2026-11-07T12:00", ""},
		{"Re: Interview", "Perfect, that's settled. Tomorrow is a holiday here, so ring me today if need be." + quotedHead + "Tuesday 10 November at 2pm works for me.", "2026-11-10T14:00", ""},
		{"Re: Interview", "Perfect. See you then." + quotedHead + "Of the two I would take the later one, Thursday 12th at 2pm.", "2026-11-12T14:00", ""},
		{"Interview", "Your interview on Wednesday 11 November will commence at 9.00 a.m. and you should report to reception 15 minutes before.", "2026-11-11T09:00", ""},
		{"Interview", "Your interview is on Tuesday 10 November, 1:15 p.m. to 2:15 p.m. You get the questions half an hour before, so present yourself at 12:45 p.m.", "2026-11-10T13:15/14:15", ""},
		{"Assessment centre", "Your interview day is Tuesday 10 November. It begins promptly at 14.00hrs with lunch available from 13.15hrs.", "2026-11-10T14:00", ""},
		{"Interview", "You have a Zoom interview on Tuesday, Nov 10 at 5pm (that's Wednesday 4am in Sydney).", "2026-11-10T17:00", ""},
		{"Interview times", "Your interviews on Thursday 12th:\nTom A. 12:40\nSam O. 13:20\nSunil P. 14:00\n", "2026-11-12T13:20", ""},
	},
	"fr": {
		{"Entretien", "Je vous confirme que vous serez reçue le jeudi 12 novembre à 14 heures par la directrice.", "2026-11-12T14:00", ""},
		{"Convocation", "Vous voudrez bien vous présenter le mardi 10 novembre 2026, dix minutes avant l'heure de passage.\n\nHeure de passage : 10 h 40\n", "2026-11-10T10:40", ""},
	},
}

// TestScheduleDenied reads mails that name the hour that holds beside the one
// that does not.
func TestScheduleDenied(t *testing.T) {
	for lang, cases := range deniedCases {
		for _, c := range cases {
			c.runAs(t, lang, rules.Reschedule)
		}
	}
}

var deniedCases = map[string][]scheduleCase{
	"en": {
		{"Your interview on Friday", "A family has asked for eleven o'clock on Friday, so might I ask you to come at three in the afternoon of that day rather than at half past ten?", "2026-11-06T15:00", ""},
		{"Slight change", "Can you get there 15 minutes earlier on Tuesday as Mr Cole has a meeting at half ten, so that's now 9.45am not 10am.", "2026-11-10T09:45", ""},
		{"Tuesday's interview", "Tuesday has fallen through. We've moved your interview to the day after, keeping to 10 o'clock.", "2026-11-11T10:00", ""},
		{"Interview", "Let's push it to next Friday, 10am.", "2026-11-13T10:00", ""},
	},
	"fr": {
		{"Rendez-vous", "Contrairement à ce qui vous avait été annoncé (mardi 10/11 de 14h à 15h), le rendez-vous aura lieu le même jour mais le matin, de 9h00 à 10h00.", "2026-11-10T09:00/10:00", ""},
	},
	"nl": {
		{"eerder", "De bouw begint om vijf, dus dinsdag een uurtje eerder graag: niet 17:00 maar 16:00.", "2026-11-10T16:00", ""},
	},
}

// TestOrdinaryMail is what must not be taken for mail about an application.
func TestOrdinaryMail(t *testing.T) {
	owner := Owner{Name: "Sam Okafor", Addresses: []string{"sam@okafor.example"}, Zone: time.UTC}
	written := time.Date(2026, 11, 5, 9, 15, 0, 0, time.UTC)
	list := &mailparse.Message{Subject: "Re: the new patch", ListID: "dev.lists.example", Date: written, From: rules.Contact{Address: "bob@kernel.example"},
		Text: "Unfortunately we will not be using it, the old one turned out to be faster. Monday at 10 on IRC?"}
	if f := Read(list, owner); f.Kind != rules.Other {
		t.Errorf("list mail without a word of hiring: %s", f.Kind)
	}
	past := &mailparse.Message{Subject: "Your interview", Date: written, From: rules.Contact{Address: "jane@acme.example"},
		Text: "Dear Sam,\n\nthis is to confirm your interview on Wednesday 4 November 2026 at 10:00."}
	if f := Read(past, owner); f.Kind == rules.Confirmation || f.Kind == rules.Reschedule {
		t.Errorf("a moment past when written fixes an interview: %s", f.Start)
	}
	if !owner.colleague("hr@okafor.example") || owner.colleague("hr@acme.example") || (Owner{Addresses: []string{"sam@gmail.com"}}).colleague("x@gmail.com") {
		t.Error("colleague")
	}
}
