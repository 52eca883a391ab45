package detect

import "testing"

func TestScheduleThirdReading(t *testing.T) {
	for lang, cases := range thirdCases {
		for _, c := range cases {
			c.run(t, lang)
		}
	}
}

var thirdCases = map[string][]scheduleCase{
	"en": {
		{"Interview", "Your interview, originally Monday 9 November at 10am, will now go ahead on Friday 13 November at 2pm.", "2026-11-13T14:00", ""},
		{"Interview", "We had you down for 9am Tuesday but the room is taken; come for your interview at 11am on Tuesday.", "2026-11-10T11:00", ""},
		{"Interview", "Interview: Thurs 12 Nov, 10am (please arrive 9.45am). Results by 20 November.", "2026-11-12T10:00", ""},
		{"Interview", "I'll be on leave until Tuesday 10 November, so I've booked your interview for Wednesday 11 November at 3pm.", "2026-11-11T15:00", ""},
		{"Interview", "The post starts on 4 January 2027. We'd like to interview you on 20 November at 11am.", "2026-11-20T11:00", ""},
		{"Interview", "Two interviews remain on the 17th: yours is at 10.30am, the other candidate's at 2pm.", "2026-11-17T10:30", ""},
		{"Coffee?", "I could do Tuesday at 3 or Wednesday at 4 for a coffee. Which suits?", "", ""},
		{"Your application", "Our office is open 9am to 5pm. Your application of 2 November has reference 11/12/0945.", "", ""},
		{"Interview", "Your interview will be held on Tuesday, November 10, 2026, between 9:30 a.m. and 10:15 a.m., Room 1408.", "2026-11-10T09:30/10:15", "America/New_York"},
	},
	"de": {
		{"Gespräch", "Ursprünglich war Montag, 9. November, 10 Uhr geplant; das Gespräch findet nun am Freitag, 13. November, um 14 Uhr statt.", "2026-11-13T14:00", ""},
		{"Gespräch", "Bis Dienstag bin ich im Urlaub, deshalb habe ich Ihr Gespräch auf Mittwoch, den 11. November, um 15 Uhr gelegt.", "2026-11-11T15:00", ""},
		{"Kaffee", "Ich könnte Dienstag um 15 Uhr oder Mittwoch um 16 Uhr. Was passt dir?", "", ""},
	},
	"fr": {
		{"Entretien", "Prévu initialement lundi 9 novembre à 10h, votre entretien aura finalement lieu vendredi 13 novembre à 14h.", "2026-11-13T14:00", ""},
		{"Entretien", "Le poste débute le 4 janvier 2027. Nous vous recevrons en entretien le 20 novembre à 11h.", "2026-11-20T11:00", ""},
	},
	"es": {
		{"Entrevista", "Prevista inicialmente para el lunes 9 de noviembre a las 10:00, la entrevista será finalmente el viernes 13 de noviembre a las 14:00.", "2026-11-13T14:00", ""},
		{"Entrevista", "El puesto comienza el 4 de enero de 2027. La entrevista será el 20 de noviembre a las 11:00.", "2026-11-20T11:00", ""},
	},
	"nl": {
		{"Gesprek", "Oorspronkelijk was het maandag 9 november om 10 uur, maar het gesprek is nu vrijdag 13 november om 14 uur.", "2026-11-13T14:00", ""},
	},
	"it": {
		{"Colloquio", "Inizialmente previsto per lunedì 9 novembre alle 10, il colloquio sarà venerdì 13 novembre alle 14.", "2026-11-13T14:00", ""},
	},
	"pt": {
		{"Entrevista", "Inicialmente prevista para segunda, 9 de novembro, às 10h, a entrevista será agora na sexta, 13 de novembro, às 14h.", "2026-11-13T14:00", ""},
	},
	"pl": {
		{"Rozmowa", "Pierwotnie planowana na poniedziałek 9 listopada o 10:00, rozmowa odbędzie się teraz w piątek 13 listopada o 14:00.", "2026-11-13T14:00", ""},
	},
}
