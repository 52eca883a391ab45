package when

import "testing"

// TestFind reads texts of Thursday 5 November 2026, 09:15, owner in London:
// the first moment as render gives it, "" for texts that name none.
func TestFind(t *testing.T) {
	n := 0
	for code, rows := range findCases {
		c := reference(t)
		c.Lang = code
		for _, r := range rows {
			n++
			if got := render(Find(r[0], c)); got != r[1] {
				t.Errorf("%s: %q: got %q, want %q", code, r[0], got, r[1])
			}
		}
	}
	if n < 200 {
		t.Errorf("%d cases", n)
	}
}

var findCases = map[string][][2]string{
	"en": {
		{"12 November 2026, 14:00", "2026-11-12T14:00"}, {"November 12th at 2 p.m.", "2026-11-12T14:00"}, {"Nov 12 2:30pm", "2026-11-12T14:30"},
		{"2026-11-12T14:00Z", "2026-11-12T14:00 Europe/London"}, {"2026-11-12 14:00", "2026-11-12T14:00"}, {"2026/11/12 at 9am", "2026-11-12T09:00"},
		{"12/11/2026 14:00", "2026-11-12T14:00"}, {"12-11-2026 at 14.30", "2026-11-12T14:30"}, {"12.11.26, 2pm", "2026-11-12T14:00"},
		{"13-Nov-2026, 11am", "2026-11-13T11:00"}, {"the 20th at 10", "2026-11-20T10:00"}, {"on the 20th", "2026-11-20"},
		{"Friday the 13th, noon", "2026-11-13T12:00"}, {"Tue 10 Nov 9-10am", "2026-11-10T09:00-10:00"}, {"Tue, 2-3pm", "2026-11-10T14:00-15:00"},
		{"Monday 11am-1pm", "2026-11-09T11:00-13:00"}, {"Monday 11-1pm", "2026-11-09T11:00-13:00"}, {"Wed 11 Nov, 10:00am-10:45", "2026-11-11T10:00-10:45"},
		{"from 9.15 until 12.30 on Monday 16 November", "2026-11-16T09:15-12:30"}, {"between 2 and 3pm on Friday", "2026-11-06T14:00-15:00"},
		{"half past ten tomorrow", "2026-11-06T10:30"}, {"tomorrow at quarter to four", "2026-11-06T15:45"}, {"twenty past two on Tuesday", "2026-11-10T14:20"},
		{"Monday at ten to eleven", "2026-11-09T10:50"}, {"Monday at 5 past 3", "2026-11-09T15:05"}, {"tomorrow at midday", "2026-11-06T12:00"}, {"12 noon on Friday", "2026-11-06T12:00"},
		{"Thursday week at 3pm", "2026-11-12T15:00"}, {"a week on Monday, 9am", "2026-11-16T09:00"}, {"two weeks today at 10am", "2026-11-19T10:00"}, {"a fortnight on Tuesday at 2pm", "2026-11-24T14:00"},
		{"next Tuesday at 4pm", "2026-11-10T16:00"}, {"this Friday at 4pm", "2026-11-06T16:00"}, {"Wednesday of next week at 4pm", "2026-11-11T16:00"}, {"the day after tomorrow at 9:30", "2026-11-07T09:30"},
		{"today at 5pm", "2026-11-05T17:00"}, {"this afternoon at 3", "2026-11-05T15:00"}, {"at 6.15 this evening", "2026-11-05T18:15"}, {"Monday morning at 10", "2026-11-09T10:00"},
		{"Tuesday evening, 7pm", "2026-11-10T19:00"}, {"7 in the morning on Saturday", "2026-11-07T07:00"}, {"3 o'clock on Thursday 12 November", "2026-11-12T15:00"}, {"1730-1815 hrs on 12 Aug 2027", "2027-08-12T17:30-18:15"},
		{"Wed 11 Nov @ 0900", "2026-11-11T09:00"}, {"8 January at 10:30", "2027-01-08T10:30"}, {"Friday 8 January, 10am", "2027-01-08T10:00"}, {"January 5, 2027 at 8:05 AM", "2027-01-05T08:05"},
		{"Thu Nov 12, 2pm ET", "2026-11-12T14:00 America/New_York"}, {"2pm PST on Nov 12", "2026-11-12T14:00 America/Los_Angeles"}, {"Nov 12, 2pm (Pacific Time - US & Canada)", "2026-11-12T14:00 America/Los_Angeles"},
		{"12 Nov 15:00 CET", "2026-11-12T15:00 Europe/Paris"}, {"12 Nov 15:00 UTC+2", "2026-11-12T15:00 UTC+02:00"}, {"12 Nov 15:00 GMT-5", "2026-11-12T15:00 UTC-05:00"}, {"12 Nov 15:00 UTC", "2026-11-12T15:00 Europe/London"},
		{"12 Nov, 3pm Houston time", "2026-11-12T15:00 America/Chicago"}, {"12 Nov, 3pm New Zealand Time", "2026-11-12T15:00 Pacific/Auckland"}, {"12 Nov 15:00 (Europe/Oslo)", "2026-11-12T15:00 Europe/Oslo"},
		{"12 Nov 15:00 IST", "2026-11-12T15:00 Asia/Kolkata"}, {"20 July 2027, 9am EST", "2027-07-20T09:00 America/New_York"}, {"12 Nov 17:00 SGT", "2026-11-12T17:00 Asia/Singapore"},
		{"1:00 PM PT / 4:00 PM ET on Tuesday, January 26", "2027-01-26T13:00 America/Los_Angeles"}, {"(UTC+01:00) 12 Nov", "2026-11-12"},
		{"tomorrow, Friday 6 November at 9am", "2026-11-06T09:00"}, {"Monday week, 16 November, at 6:40pm", "2026-11-16T18:40"}, {"10:30am - Thursday, November 12, 2026", "2026-11-12T10:30"},
		{"Date: 12 November\nTime: 10:00", "2026-11-12T10:00"}, {"Thurs 12th Nov 2 – 3pm", "2026-11-12T14:00-15:00"}, {"2\u00a0–\u00a03pm on Friday", "2026-11-06T14:00-15:00"},
		{"14:00-14:45 on 12 November", "2026-11-12T14:00-14:45"}, {"Sat 6/12/27", "2027-06-12"}, {"25/12/2026", "2026-12-25"}, {"14 and 25 September", "2026-09-14-09-25"}, {"12-14 May", "2027-05-12-05-14"},
		{"Nov 12, 3p-4p EST", "2026-11-12T15:00-16:00 America/New_York"}, {"12 November, 0800 Central", "2026-11-12T08:00 America/Chicago"}, {"2026-11-12T02:30:00-05:00", "2026-11-12T02:30 UTC-05:00"}, {"2026-11-12T14:30:00+02:00", "2026-11-12T14:30 UTC+02:00"},
		{"next Friday at 4pm", "2026-11-13T16:00"}, {"12 Nov, 3pm Barbados time", "2026-11-12T15:00 America/Barbados"}, {"12a High Street", ""}, {"the later of the two, Monday", "2026-11-09"},
		{"sept 3rd at 11", "2026-09-03T11:00"}, {"Dec. 2 at 1:15 p.m.", "2026-12-02T13:15"}, {"on Sunday at 4pm", "2026-11-08T16:00"}, {"10am Tuesday", "2026-11-10T10:00"}, {"Mon 9 Nov 9.30", "2026-11-09T09:30"},
		// None.
		{"Monday to Friday, 9-5", ""}, {"Mon-Fri 9am-5pm", ""}, {"call 020 7946 0018", ""}, {"+44 (0)20 7946 0018", ""}, {"version 2.10.1", ""}, {"it costs $14.50", ""}, {"£12.30 per hour", ""},
		{"room 12, 3rd floor", ""}, {"24/7 support", ""}, {"see https://x.example/2026/11/12/14:00?pwd=Nov12x", ""}, {"mail a12.11@b2026.example today's", "2026-11-05"}, {"the week of 23 November", ""}, {"week commencing 23 November", ""},
		{"3 candidates and 2 rounds", ""}, {"you may march on", ""}, {"I sat on the wed list", ""}, {"Ref 2026-3391", ""}, {"ED-25-1187", ""}, {"Advt. 04/2026", ""}, {"every Tuesday at 3pm", ""}, {"50/50", ""},
		{"page 12/30 of 40", ""}, {"192.168.1.20", ""}, {"7 years of experience", ""}, {"a 45 minute chat", ""}, {"Meeting ID: 351 668 204 917", ""}, {"zip 94110-1234", ""}, {"the first and second round", ""},
	},
	"de": {
		{"am Donnerstag, den 12. November 2026, um 14:30 Uhr", "2026-11-12T14:30"}, {"12.11.2026 um 9 Uhr", "2026-11-12T09:00"}, {"Do, 12.11., 10 Uhr", "2026-11-12T10:00"}, {"Do. 12.11. 15.30 Uhr", "2026-11-12T15:30"},
		{"morgen um halb zehn", "2026-11-06T09:30"}, {"Montag um Viertel vor drei", "2026-11-09T14:45"}, {"Montag um fünf vor halb vier", "2026-11-09T15:25"}, {"Montag um zehn nach neun", "2026-11-09T09:10"}, {"Montag, dreiviertel vier", "2026-11-09T15:45"},
		{"übermorgen, 8 Uhr 30", "2026-11-07T08:30"}, {"heute Nachmittag um drei", "2026-11-05T15:00"}, {"nächsten Dienstag um 14 Uhr", "2026-11-10T14:00"}, {"kommenden Mittwoch 11 Uhr", "2026-11-11T11:00"}, {"Montag in einer Woche um 9 Uhr", "2026-11-16T09:00"},
		{"von 14 bis 15 Uhr am 12.11.", "2026-11-12T14:00-15:00"}, {"12. November, 14:00–15:00 Uhr", "2026-11-12T14:00-15:00"}, {"zwischen 10 und 11 Uhr am Freitag", "2026-11-06T10:00-11:00"}, {"20. Jänner um 16 Uhr", "2027-01-20T16:00"},
		{"am 20. um 10 Uhr", "2026-11-20T10:00"}, {"am zwölften November um elf Uhr", "2026-11-12T11:00"}, {"Freitagnachmittag", "2026-11-06"}, {"12.11.2026, 14 Uhr (MEZ)", "2026-11-12T14:00 Europe/Berlin"}, {"12.11., 15 Uhr deutscher Zeit", "2026-11-12T15:00 Europe/Berlin"},
		{"Mittag am Freitag", "2026-11-06T12:00"}, {"Dienstag nächster Woche, 10 Uhr", "2026-11-10T10:00"}, {"nächste Woche Dienstag um 10 Uhr", "2026-11-10T10:00"}, {"14 Uhr, 3.12.", "2026-12-03T14:00"},
		{"Montag bis Freitag von 8 bis 16 Uhr", ""}, {"Tel. 0251 555 60-14", ""}, {"im 2. OG, Raum 12", ""}, {"KW 13", ""}, {"80-100%", ""}, {"montags um 9 Uhr", ""}, {"37,5 Stunden pro Woche", ""},
	},
	"fr": {
		{"le jeudi 12 novembre 2026 à 14h30", "2026-11-12T14:30"}, {"jeudi 12/11 à 14 h 30", "2026-11-12T14:30"}, {"demain 15h", "2026-11-06T15:00"}, {"après-demain à midi", "2026-11-07T12:00"}, {"le 12/11/2026 à 9h", "2026-11-12T09:00"},
		{"lundi à dix heures et quart", "2026-11-09T10:15"}, {"lundi à trois heures et demie de l'après-midi", "2026-11-09T15:30"}, {"lundi à onze heures moins le quart", "2026-11-09T10:45"}, {"mardi à onze heures moins dix", "2026-11-10T10:50"},
		{"de 14h à 15h le 12 novembre", "2026-11-12T14:00-15:00"}, {"vendredi de 10h à 11h30", "2026-11-06T10:00-11:30"}, {"jeudi 12 à midi", "2026-11-12T12:00"}, {"le 1er décembre à 8h45", "2026-12-01T08:45"}, {"lundi en huit à 9h", "2026-11-16T09:00"},
		{"ce soir à 19h", "2026-11-05T19:00"}, {"mardi prochain à 16h", "2026-11-10T16:00"}, {"jeudi 12 novembre à 14h00, heure de Paris", "2026-11-12T14:00 Europe/Paris"}, {"12 nov. 2026 13 h 30 (HNE)", "2026-11-12T13:30 America/Toronto"},
		{"du lundi au vendredi de 9h à 17h", ""}, {"04 78 55 50 12", ""}, {"3e étage, bureau 204", ""}, {"35 heures par semaine", ""}, {"75-85 K€", ""}, {"la semaine du 16 novembre", ""},
	},
	"es": {
		{"el jueves 12 de noviembre de 2026 a las 14:30", "2026-11-12T14:30"}, {"jueves 12/11 a las 15 hs", "2026-11-12T15:00"}, {"mañana a las 10 de la mañana", "2026-11-06T10:00"}, {"el lunes a las cinco y media de la tarde", "2026-11-09T17:30"},
		{"el lunes a las cuatro menos cuarto", "2026-11-09T15:45"}, {"pasado mañana a las 9 h", "2026-11-07T09:00"}, {"12/11/2026 3:00 p. m.", "2026-11-12T15:00"}, {"de 10:00 a 11:00 el 12 de noviembre", "2026-11-12T10:00-11:00"},
		{"el martes que viene a las 12", "2026-11-10T12:00"}, {"el próximo viernes a las 13h", "2026-11-06T13:00"}, {"lunes 9, a las 8:30 a.m.", "2026-11-09T08:30"}, {"12 de noviembre a las 14:00 (hora de Lima)", "2026-11-12T14:00 America/Lima"}, {"hoy a mediodía", "2026-11-05T12:00"},
		{"de lunes a viernes de 9 a 18 h", ""}, {"964 55 50 18", ""}, {"Carrera 14 # 22-31", ""}, {"la semana del 16 de noviembre", ""}, {"40 horas semanales", ""},
	},
	"nl": {
		{"dinsdag, half een", "2026-11-10T12:30"}, {"morgen om half acht 's avonds", "2026-11-06T19:30"},
		{"donderdag 12 november 2026 om 14.30 uur", "2026-11-12T14:30"}, {"do 12 nov 14:30", "2026-11-12T14:30"}, {"morgen om half drie", "2026-11-06T14:30"}, {"maandag om kwart over negen", "2026-11-09T09:15"}, {"maandag om kwart voor elf", "2026-11-09T10:45"},
		{"maandag om tien voor half vier", "2026-11-09T15:20"}, {"overmorgen 10 uur", "2026-11-07T10:00"}, {"van 13.00 tot 14.00 uur op 12 november", "2026-11-12T13:00-14:00"}, {"12-11-2026 om 9.15 uur", "2026-11-12T09:15"}, {"a.s. maandag om 11 uur", "2026-11-09T11:00"},
		{"vanmiddag om 3 uur", "2026-11-05T15:00"}, {"dinsdag volgende week om 14u30", "2026-11-10T14:30"}, {"12 november, 11.00–12.00 uur", "2026-11-12T11:00-12:00"}, {"maandag over een week om 9 uur", "2026-11-16T09:00"},
		{"maandag t/m vrijdag van 9 tot 17 uur", ""}, {"038-555 01 64", ""}, {"groep 6/7", ""}, {"32 uur per week", ""}, {"route 42", ""},
	},
	"it": {
		{"giovedì 12 novembre 2026 alle ore 15.00", "2026-11-12T15:00"}, {"gio 12/11 h 11.30", "2026-11-12T11:30"}, {"domani alle tre e mezza del pomeriggio", "2026-11-06T15:30"}, {"lunedì alle nove e un quarto", "2026-11-09T09:15"}, {"lunedì alle undici meno un quarto", "2026-11-09T10:45"},
		{"dopodomani alle 10", "2026-11-07T10:00"}, {"dalle 9.00 alle 10.00 del 12 novembre", "2026-11-12T09:00-10:00"}, {"martedì prossimo alle 16", "2026-11-10T16:00"}, {"il 12/11/2026, ore 14", "2026-11-12T14:00"}, {"venerdì a mezzogiorno", "2026-11-06T12:00"}, {"stasera alle 19", "2026-11-05T19:00"},
		{"dal lunedì al venerdì dalle 9 alle 18", ""}, {"tel. 0521 555 077", ""}, {"3° piano", ""}, {"40 ore settimanali", ""},
	},
	"pt": {
		{"quinta-feira, 12 de novembro de 2026, às 14h30", "2026-11-12T14:30"}, {"quinta, 12/11, às 15h", "2026-11-12T15:00"}, {"amanhã às 9h", "2026-11-06T09:00"}, {"segunda-feira pelas 15h30", "2026-11-09T15:30"}, {"na 2.ª feira às 10h", "2026-11-09T10:00"}, {"terça às duas e meia da tarde", "2026-11-10T14:30"},
		{"das 10h às 11h do dia 12/11", "2026-11-12T10:00-11:00"}, {"depois de amanhã ao meio-dia", "2026-11-07T12:00"}, {"18/11/2026 às 09h30 (horário de Brasília)", "2026-11-18T09:30 America/Sao_Paulo"}, {"na próxima quarta às 11h", "2026-11-11T11:00"}, {"sexta que vem às 10h", "2026-11-06T10:00"},
		{"de segunda a sexta das 9h às 18h", ""}, {"(75) 5550-3000 ramal 218", ""}, {"14 horas letivas", ""},
	},
	"pl": {
		{"czwartek, 12 listopada 2026 r., godz. 14:30", "2026-11-12T14:30"}, {"w czwartek 12.11 o 15:00", "2026-11-12T15:00"}, {"jutro o wpół do trzeciej", "2026-11-06T14:30"}, {"w poniedziałek kwadrans po dziewiątej", "2026-11-09T09:15"}, {"w poniedziałek za dziesięć jedenasta", "2026-11-09T10:50"},
		{"pojutrze o ósmej", "2026-11-07T08:00"}, {"w dniu 12 XI 2026 r. o godz. 8.15", "2026-11-12T08:15"}, {"w godz. 9:00-10:00 w dniu 12 listopada", "2026-11-12T09:00-10:00"}, {"w najbliższy wtorek o 12", "2026-11-10T12:00"}, {"w piątek w południe", "2026-11-06T12:00"}, {"o godzinie 10 we wtorek 10 listopada", "2026-11-10T10:00"},
		{"od poniedziałku do piątku w godz. 8-16", ""}, {"tel. (18) 555 20 14", ""}, {"pok. 21", ""}, {"wynik: 17/20 pkt", ""},
	},
}
