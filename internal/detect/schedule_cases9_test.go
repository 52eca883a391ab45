package detect

import "testing"

// TestScheduleAmongHours reads the hour of an interview among other hours: of
// mails written on Thursday 5 November 2026.
func TestScheduleAmongHours(t *testing.T) {
	for lang, cases := range hourCases {
		for _, c := range cases {
			c.run(t, lang)
		}
	}
}

var hourCases = map[string][]scheduleCase{
	"en": {
		{"Interview", "Could we meet in the cafe on King Street at around 4ish on Tuesday for the interview?", "2026-11-10T16:00", ""},
		{"Interview", "Venue: Room 3, Town Hall\nDate of interview: Tuesday 10 November\nTime of arrival: 09:40\nTime of interview: 10:00", "2026-11-10T10:00", ""},
		{"Interview", "Date: November 10, 2026\nTime: 10:00 AM - 10:30 AM\nTime zone: Eastern Time (US & Canada)", "2026-11-10T10:00/10:30", "America/New_York"},
		{"Re: interview", "Perfect, see you tomorrow!\n\nOn Thu, 5 Nov 2026 at 08:10, Sam Okafor <sam@okafor.example> wrote:\n> I can get away early and be with you for the interview at 5.30pm.\n", "2026-11-06T17:30", ""},
		{"Interview", "Your interview is on Tuesday 10 November at 2.00pm. Reception is staffed until 1.30pm; after that ring the bell.", "2026-11-10T14:00", ""},
		{"Interview", "Get here for twenty to three and we'll start your interview at three on Monday.", "2026-11-09T15:00", ""},
		{"Interview", "Please be in the building by 9.15 so that we can begin your interview promptly at 9.30 on Monday 9 November.", "2026-11-09T09:30", ""},
		{"Interview", "Your interview is at 10:00 (registration 09:30, finish approx. 11:15) on Wednesday 11 November.", "2026-11-11T10:00/11:15", ""},
		{"Interview", "We would like to interview you at 3pm on Wednesday 11 November. The building locks at 5pm and the last bus leaves at 5.20.", "2026-11-11T15:00", ""},
		{"Interview", "I finish my round at 2, so I can interview you from half past two on Friday 13 November.", "2026-11-13T14:30", ""},
		{"Interview", "Dear Sam, you're confirmed: Tuesday 10 November, 1-1.45pm, Teams. The link goes live at 12.50.", "2026-11-10T13:00/13:45", ""},
		{"Interview", "It's a 9.30 for 10am start on Wednesday 11 November.", "2026-11-11T10:00", ""},
		{"Interview", "Monday is out; Tuesday I'm free from 4. Shall we say your interview at 4.15 on Tuesday?", "2026-11-10T16:15", ""},
		{"Interview", "Your interview will take place on Monday 9th November @ 11:30hrs in room 4.20, Block 12.", "2026-11-09T11:30", ""},
		{"Interview", "Can you come for an interview tomorrow? Say 11? I leave for the market at 1.", "2026-11-06T11:00", ""},
		{"Interview", "Your interview on Monday 9 November lasts 45 minutes and starts at 10.45. You will hear from us before 5pm on Wednesday.", "2026-11-09T10:45/11:30", ""},
		{"Interview", "I called you at 3 yesterday and again at 10 this morning. Anyway: interview next Monday 9 November, 12.30.", "2026-11-09T12:30", ""},
		{"Interview", "The role is 7.5 hours a day, 8.30 to 4.30. Your interview is Friday 13 November, 2.15pm.", "2026-11-13T14:15", ""},
		{"Interview", "Shift is 6am-2pm. Come and see us for the interview on Monday at 2.30 when the shift is done.", "2026-11-09T14:30", ""},
		{"Interview", "Lunch service runs 12 till 3 so I'd rather see you for your interview at 4 on Tuesday.", "2026-11-10T16:00", ""},
		{"Interview", "The video interview is on Tuesday 10 November at 16:00 CET (15:00 London).", "2026-11-10T16:00", "Europe/Berlin"},
		{"Interview", "The video interview is on Tuesday 10 November at 3pm London time, that is 10am for you in New York.", "2026-11-10T15:00", "Europe/London"},
		{"Interview", "Your interview with Dr Moss is on 13 November at 9.20 am. Dr Moss's clinic begins at 10.", "2026-11-13T09:20", ""},
		{"Interview", "Interview: Thursday, November 12, 9-10:30 a.m. Central. Closing date for references: November 9, noon.", "2026-11-12T09:00/10:30", "America/Chicago"},
	},
	"de": {
		{"Re: Helfer", "Guten Morgen Herr Okafor,\ndas geht klar, der Chef ist informiert.\nJane\n\nSam Okafor schrieb am 04.11.26 um 20:05:\n> Ich könnte am Dienstag, 10.11. um 16:15 Uhr nach meiner Schicht bei Ihnen sein. Wäre das möglich?\n", "2026-11-10T16:15", ""},
		{"Re: Barista", "Jo, passt mir! Bis dann.\n\nAm Mi., 4. Nov. 2026 um 21:58 Uhr schrieb Sam Okafor <sam@okafor.example>:\n> Wie wärs mit Samstag (7.11.) um viertel nach sieben, bevor ihr aufmacht?\n", "2026-11-07T07:15", ""},
		{"Gespräch", "Ihr Vorstellungsgespräch ist am Dienstag, 10. November, um 14 Uhr. Der Empfang ist bis 13.30 Uhr besetzt, danach bitte klingeln.", "2026-11-10T14:00", ""},
		{"Gespräch", "Bitte seien Sie um 9.15 Uhr im Haus, damit wir am Montag, 9. November, pünktlich um 9.30 Uhr mit dem Vorstellungsgespräch beginnen können.", "2026-11-09T09:30", ""},
		{"Gespräch", "Bewerbungsgespräch Mittwoch, 11.11., 10 Uhr (Anmeldung 9.30 Uhr, Ende ca. 11.15 Uhr).", "2026-11-11T10:00/11:15", ""},
		{"Gespräch", "Die Stelle hat 38,5 Stunden, Dienst 7.30 bis 16 Uhr. Das Vorstellungsgespräch ist am Freitag, 13. November, 14.15 Uhr.", "2026-11-13T14:15", ""},
		{"Gespräch", "Die Visite endet um 10, kommen Sie um zehn nach zehn am Montag zum Vorstellungsgespräch.", "2026-11-09T10:10", ""},
		{"Gespräch", "Mittagstisch läuft bis 14 Uhr, kommen Sie zum Vorstellungsgespräch am Dienstag lieber um 15 Uhr.", "2026-11-10T15:00", ""},
		{"Gespräch", "Am Montag bin ich in Linz, am Dienstag ab 16 Uhr frei. Sagen wir Dienstag, 16.15 Uhr, für das Vorstellungsgespräch?", "2026-11-10T16:15", ""},
		{"Gespräch", "Ihr Gesprächstermin: 12.11.2026, 13 Uhr 30, Zimmer 2.14.", "2026-11-12T13:30", ""},
		{"Gespräch", "Das Vorstellungsgespräch findet am Donnerstag, den 12. November, von 10 bis 11 Uhr statt; bitte bis Montag, 9. November, 12 Uhr zusagen.", "2026-11-12T10:00/11:00", ""},
		{"Gespräch", "Der Zug kommt 9.47 Uhr an, das passt gut: Vorstellungsgespräch am Montag um 10.30 Uhr.", "2026-11-09T10:30", ""},
	},
	"fr": {
		{"Re: entretien", "C'est noté, à bientôt.\n\nLe mer. 4 nov. 2026 à 18:10, Sam Okafor <sam@okafor.example> a écrit :\n> Le vendredi me conviendrait mieux.\n>\n> Le mer. 4 nov. 2026 à 15:02, Jane Doe <jane@acme.example> a écrit :\n>> Je peux vous recevoir jeudi 12 novembre à 10h ou vendredi 13 novembre à 15h30.\n", "2026-11-13T15:30", ""},
		{"Entretien", "Votre entretien est fixé au mardi 10 novembre à 14h. L'accueil ferme à 13h30, sonnez ensuite.", "2026-11-10T14:00", ""},
		{"Entretien", "Merci d'être présent dès 9h15 afin que l'entretien commence à 9h30 précises le lundi 9 novembre.", "2026-11-09T09:30", ""},
		{"Entretien", "Poste à 35 h, horaires 8h30-16h30. L'entretien aura lieu vendredi 13 novembre à 14h15.", "2026-11-13T14:15", ""},
		{"Entretien", "Le service de midi se termine à 15h, je préfère vous voir en entretien mardi à 16h.", "2026-11-10T16:00", ""},
		{"Entretien", "Je vous attends pour l'entretien lundi, 11 heures moins le quart.", "2026-11-09T10:45", ""},
		{"Entretien", "Entretien le jeudi 12 novembre de 10h à 11h ; réponse souhaitée avant le lundi 9 novembre midi.", "2026-11-12T10:00/11:00", ""},
		{"Entretien", "Je termine ma tournée à 14h ; entretien à partir de 14h30 le vendredi 13 novembre.", "2026-11-13T14:30", ""},
	},
	"es": {
		{"Entrevista", "Su entrevista es el martes 10 de noviembre a las 14:00. La recepción cierra a las 13:30; después, llame al timbre.", "2026-11-10T14:00", ""},
		{"Entrevista", "Preséntese a las 9:15 para que la entrevista empiece a las 9:30 en punto el lunes 9 de noviembre.", "2026-11-09T09:30", ""},
		{"Entrevista", "El horario del puesto es de 8:30 a 16:30. La entrevista será el viernes 13 de noviembre a las 14:15.", "2026-11-13T14:15", ""},
		{"Entrevista", "El servicio de comidas acaba a las 16:00, mejor te veo para la entrevista el martes a las 17:00.", "2026-11-10T17:00", ""},
		{"Entrevista", "Entrevista el jueves 12 de noviembre de 10:00 a 11:00. Confirme antes del lunes 9 a mediodía.", "2026-11-12T10:00/11:00", ""},
	},
	"nl": {
		{"Gesprek", "Je sollicitatiegesprek is dinsdag 10 november om 14.00 uur. De receptie is tot 13.30 uur open, daarna graag aanbellen.", "2026-11-10T14:00", ""},
		{"Gesprek", "Wil je er om 9.15 uur zijn, zodat het sollicitatiegesprek maandag 9 november om 9.30 uur kan beginnen?", "2026-11-09T09:30", ""},
		{"Gesprek", "Werktijden zijn 8.30 tot 17.00 uur. Het sollicitatiegesprek is vrijdag 13 november om kwart over twee.", "2026-11-13T14:15", ""},
		{"Gesprek", "Sollicitatiegesprek donderdag 12 november van 10 tot 11 uur. Graag voor maandag 9 november 12 uur bevestigen.", "2026-11-12T10:00/11:00", ""},
	},
	"it": {
		{"Re: pizzaiolo", "va bene ti aspetto, porta il grembiule\n\nIl giorno mer 4 nov 2026 alle ore 12:40 Sam Okafor <sam@okafor.example> ha scritto:\n> Buongiorno, per la prova come pizzaiolo mercoledì posso essere da voi alle 17, prima del servizio. Può andare?\n", "2026-11-11T17:00", ""},
		{"Colloquio", "Il colloquio è martedì 10 novembre alle 14. La portineria chiude alle 13.30, poi suoni.", "2026-11-10T14:00", ""},
		{"Colloquio", "Si presenti alle 9.15 affinché il colloquio possa iniziare alle 9.30 in punto lunedì 9 novembre.", "2026-11-09T09:30", ""},
		{"Colloquio", "L'orario di lavoro è 8.30-16.30. Il colloquio sarà venerdì 13 novembre alle 14.15.", "2026-11-13T14:15", ""},
		{"Colloquio", "Il servizio del pranzo finisce alle 15, meglio se il colloquio lo facciamo martedì alle 16.", "2026-11-10T16:00", ""},
	},
	"pt": {
		{"Entrevista", "A entrevista é na terça, 10 de novembro, às 14h. A receção fecha às 13h30; depois toque à campainha.", "2026-11-10T14:00", ""},
		{"Entrevista", "Chegue às 9h15 para que a entrevista comece às 9h30 em ponto na segunda, 9 de novembro.", "2026-11-09T09:30", ""},
		{"Entrevista", "O horário da vaga é das 8h30 às 17h. A entrevista será na sexta, 13 de novembro, às 14h15.", "2026-11-13T14:15", ""},
	},
	"pl": {
		{"Rozmowa", "Rozmowa jest we wtorek 10 listopada o 14:00. Recepcja czynna do 13:30, potem proszę dzwonić.", "2026-11-10T14:00", ""},
		{"Rozmowa", "Proszę być o 9:15, żeby rozmowa mogła zacząć się punktualnie o 9:30 w poniedziałek 9 listopada.", "2026-11-09T09:30", ""},
		{"Rozmowa", "Godziny pracy 8:30-16:30. Rozmowa kwalifikacyjna w piątek 13 listopada o 14:15.", "2026-11-13T14:15", ""},
	},
}
