package detect

import "testing"

// TestScheduleSmallWords reads moments that small words part, join or turn: of
// mails written on Thursday 5 November 2026.
func TestScheduleSmallWords(t *testing.T) {
	for lang, cases := range smallCases {
		for _, c := range cases {
			c.run(t, lang)
		}
	}
}

var smallCases = map[string][]scheduleCase{
	"en": {
		{"RE: Tues interview", "The hoist is down so Jim is tied up. Can you make it Wednesday (11th) 7.30 in the morning instead of Tues at 2 for the interview?", "2026-11-11T07:30", ""},
		{"Your interview", "We'll meet on Tuesday 10 November for your interview. Please be signed in by ten past one; we will then sit down with you at 1.20. Visitors are let in from one o'clock.", "2026-11-10T13:20", ""},
		{"Interview", "Could you come in for the interview tomorrow after we shut? We close at 6 so quarter past is fine.", "2026-11-06T18:15", ""},
		{"job interview", "yeah come by tues, 730 before we open, ask for Ray", "2026-11-10T07:30", ""},
		{"driver job interview", "come out to the yard tues morning 7 sharp", "2026-11-10T07:00", ""},
		{"Interview", "Board date: 2026-11-16\nReport: 1240 HRS\nBoard convenes: 1300 HRS", "2026-11-16T13:00", ""},
		{"Interview", "Great, your interview is at 17:00 Amsterdam, so 9:00 for you, on Friday 13 November.", "2026-11-13T17:00", "Europe/Amsterdam"},
	},
	"de": {
		{"Vorstellungsgespräch", "Gerne bestätigen wir das Gespräch vom Donnerstag, 12. November 2026, 13.45 Uhr (Dauer ca. 1½ Std.).", "2026-11-12T13:45", ""},
		{"Terminänderung", "Das Gespräch kann nicht wie angekündigt am Dienstag, 10. November um 11 Uhr stattfinden. Da wir über den Feiertag geschlossen haben, weichen wir auf Montag, 16. November, 13.30 Uhr aus.", "2026-11-16T13:30", ""},
	},
	"fr": {
		{"entretien", "Mardi me va bien pour l'entretien. Passez à 12h45, je baisse le rideau à 12h30 et nous rouvrons à 14h.", "2026-11-10T12:45", ""},
	},
	"nl": {
		{"Uitnodiging gesprek", "Het gesprek vindt plaats op:\n\n    datum:   maandag 23 november 2026\n    tijd:    11.10 - 12.00 uur\n", "2026-11-23T11:10/12:00", ""},
	},
	"es": {
		{"Entrevista", "Tenemos que mover la entrevista que teníamos para el martes 10 de noviembre a las 10:00. La nueva fecha es el viernes 13 de noviembre a las 7:40 a.m.", "2026-11-13T07:40", ""},
	},
}
