package detect

import "testing"

func TestScheduleOtherLanguages(t *testing.T) {
	for lang, cases := range otherCases {
		for _, c := range cases {
			c.run(t, lang)
		}
	}
}

var otherCases = map[string][]scheduleCase{
	"de": {
		{"Vorstellungsgespräch", "Guten Tag Herr Okafor,\n\nhiermit bestätige ich Ihnen das Vorstellungsgespräch am Donnerstag, 12. November 2026, um 10:30 Uhr in unserem Haus. Das Gespräch dauert etwa 45 Minuten. Bitte melden Sie sich 10 Minuten vorher am Empfang.", "2026-11-12T10:30/11:15", ""},
		{"Termin", "Passt, dann bis Montag um zehn! Frag einfach nach Uli.", "2026-11-09T10:00", ""},
		{"Gespräch", "Gerne treffen wir uns nächsten Dienstag, den 10.11., von 14 bis 15 Uhr per Teams.", "2026-11-10T14:00/15:00", ""},
		{"Einladung", "Termin: 18.11.2026\nUhrzeit: 9.00 Uhr\nOrt: Rathaus, Zimmer 112\n\nBewerbungsschluss war der 31.10.2026. Bitte bestätigen Sie bis 13.11.2026.", "2026-11-18T09:00", ""},
		{"Probearbeiten", "komm morgen früh um halb acht vorbei, Arbeitsklamotten mitbringen", "2026-11-06T07:30", ""},
		{"Terminverschiebung", "Leider müssen wir unser Gespräch vom 10.11. auf Donnerstag, den 12.11., um 15 Uhr verschieben.", "2026-11-12T15:00", ""},
		{"Gespräch", "Statt am Montag um 9 Uhr sehen wir uns am Mittwoch um 11 Uhr.", "2026-11-11T11:00", ""},
		{"AW: Termin", "Sehr gut, so machen wir es.\n\nAm 04.11.2026 um 18:00 schrieb Sam Okafor <sam@okafor.example>:\n> Am Dienstag, 10.11., um 14:30 Uhr könnte ich.", "2026-11-10T14:30", ""},
		{"Interview", "Wir freuen uns auf Sie am 20.11. um Viertel nach zwei. Einlass ab 14 Uhr.", "2026-11-20T14:15", ""},
		{"Einladung zum Auswahltag", "Der Auswahltag findet am Samstag, dem 14. November 2026, von 9:00 bis ca. 15:30 Uhr statt. Arbeitsbeginn wäre der 1. Januar 2027.", "2026-11-14T09:00/15:30", ""},
		{"Terminvorschläge", "Welcher Termin passt Ihnen: Montag 10 Uhr, Dienstag 14 Uhr oder Mittwoch 9 Uhr?", "", ""},
		{"Erinnerung", "Wir möchten Sie an Ihr Gespräch heute um 16.15 Uhr erinnern.", "2026-11-05T16:15", ""},
		{"Videointerview", "Ihr Videointerview ist für Freitag, 13.11.2026, 13:00 Uhr (MEZ) angesetzt. Wir sind Montag bis Freitag von 8 bis 16 Uhr erreichbar.", "2026-11-13T13:00", ""},
	},
	"fr": {
		{"Entretien", "Bonjour,\n\nJe vous confirme notre entretien du jeudi 12 novembre à 14h30 dans nos bureaux. Prévoyez environ une heure.", "2026-11-12T14:30/15:30", ""},
		{"Re: candidature", "ok pour mardi 10h, demandez Jean à l'accueil", "2026-11-10T10:00", ""},
		{"Convocation", "Vous êtes convoqué à un entretien le 18/11/2026 à 9 h 15, salle 204. Merci de confirmer votre présence avant le 13/11/2026.", "2026-11-18T09:15", ""},
		{"Entretien", "Date : lundi 16 novembre\nHeure : 11h00 - 11h45\nLieu : visioconférence", "2026-11-16T11:00/11:45", ""},
		{"Report", "Nous devons décaler votre entretien du 10 novembre à 9h au 12 novembre à 11h. Toutes nos excuses.", "2026-11-12T11:00", ""},
		{"Entretien", "Rendez-vous demain à midi et demi au restaurant, on pourra discuter du poste.", "2026-11-06T12:30", ""},
		{"Entretien", "On se voit vendredi prochain, le 13, à neuf heures moins le quart.", "2026-11-13T08:45", ""},
		{"Re: Entretien", "C'est parfait, à mardi donc !\n\nLe mer. 4 nov. 2026 à 18:00, Sam Okafor <sam@okafor.example> a écrit :\n> Je suis disponible mardi 10 novembre à 16h.", "2026-11-10T16:00", ""},
		{"Entretien", "Votre entretien aura lieu le mercredi 25 novembre 2026 de 10h à 11h30. Prise de poste prévue le 4 janvier 2027.", "2026-11-25T10:00/11:30", ""},
		{"Disponibilités", "Quelles sont vos disponibilités la semaine prochaine ? Nous pouvons lundi à 10h ou mardi à 14h.", "", ""},
		{"Entretien", "Au lieu de lundi 9h, pourriez-vous venir mardi à la même heure ?", "2026-11-10T09:00", ""},
	},
	"es": {
		{"Entrevista", "Hola Sam:\n\nTe confirmo la entrevista para el jueves 12 de noviembre a las 10:30 en nuestras oficinas. Durará unos 45 minutos.", "2026-11-12T10:30/11:15", ""},
		{"Re: trabajo", "vale, pásate el lunes a las 5 de la tarde y hablamos", "2026-11-09T17:00", ""},
		{"Citación", "Fecha: 18/11/2026\nHora: 09:15 h\nLugar: Sala 3\nPlazo para presentar la documentación: 13/11/2026", "2026-11-18T09:15", ""},
		{"Cambio de hora", "Tenemos que cambiar la entrevista del martes 10 al jueves 12 a las 11:00. Disculpa las molestias.", "2026-11-12T11:00", ""},
		{"Entrevista", "Nos vemos mañana a las nueve y cuarto por Zoom.", "2026-11-06T09:15", ""},
		{"Entrevista", "Tu entrevista será el próximo martes a las 12 del mediodía, hora de México.", "2026-11-10T12:00 America/Mexico_City", ""},
		{"Re: Entrevista", "Perfecto, así quedamos.\n\nEl mié, 4 nov 2026 a las 18:00, Sam Okafor (<sam@okafor.example>) escribió:\n> Me viene bien el martes 10 de noviembre a las 16:00.", "2026-11-10T16:00", ""},
		{"Entrevista", "Le esperamos el 20 de noviembre, de 9:00 a 10:00 horas. La incorporación sería el 1 de diciembre.", "2026-11-20T09:00/10:00", ""},
		{"Disponibilidad", "¿Qué día te viene mejor: lunes a las 10 o martes a las 12?", "", ""},
		{"Recordatorio", "Te recordamos que hoy a las 17:30 tienes tu entrevista telefónica.", "2026-11-05T17:30", ""},
	},
	"nl": {
		{"Gesprek", "Beste Sam,\n\nHierbij bevestig ik ons gesprek op donderdag 12 november om 10.30 uur. Het gesprek duurt ongeveer drie kwartier.", "2026-11-12T10:30/11:15", ""},
		{"Re: baan", "top, maandag half drie is goed, tot dan!", "2026-11-09T14:30", ""},
		{"Uitnodiging", "Datum: 18-11-2026\nTijd: 9.15 uur\nLocatie: kamer 3.12\n\nGraag vóór 13 november bevestigen.", "2026-11-18T09:15", ""},
		{"Verzet", "Helaas moet ik ons gesprek van dinsdag 10 november verzetten naar donderdag 12 november om 11 uur.", "2026-11-12T11:00", ""},
		{"Afspraak", "Zullen we afspreken: vrijdag om kwart over negen bij ons op kantoor? Ik zie je dan.", "2026-11-06T09:15", ""},
		{"Re: Gesprek", "Prima, dat schikt ons goed.\n\nOp wo 4 nov 2026 om 18:00 schreef Sam Okafor <sam@okafor.example>:\n> Dinsdag 10 november om 16 uur kan ik.", "2026-11-10T16:00", ""},
		{"Gesprek", "We verwachten je woensdag 11/11 van 14u tot 15u30.", "2026-11-11T14:00/15:30", ""},
		{"Gesprek", "Wanneer schikt het: maandag om 10 uur of dinsdag om 14 uur?", "", ""},
		{"Herinnering", "Morgen om 13.00 uur spreken we elkaar via Teams.", "2026-11-06T13:00", ""},
	},
	"it": {
		{"Colloquio", "Gentile Sam,\n\nLe confermo il colloquio di giovedì 12 novembre alle ore 10.30 presso la nostra sede. La durata prevista è di 45 minuti.", "2026-11-12T10:30/11:15", ""},
		{"Re: lavoro", "ok ci vediamo lunedì alle 5 del pomeriggio in negozio", "2026-11-09T17:00", ""},
		{"Convocazione", "Data: 18/11/2026\nOra: 9:15\nSede: Aula 3\nConfermare entro il 13/11/2026.", "2026-11-18T09:15", ""},
		{"Spostamento", "Purtroppo dobbiamo spostare il colloquio da martedì 10 a giovedì 12 novembre alle 11.", "2026-11-12T11:00", ""},
		{"Colloquio", "La aspettiamo domani alle nove e un quarto.", "2026-11-06T09:15", ""},
		{"R: Colloquio", "Perfetto, va benissimo.\n\nIl giorno mer 4 nov 2026 alle ore 18:00 Sam Okafor <sam@okafor.example> ha scritto:\n> Sarei disponibile martedì 10 novembre alle 16.", "2026-11-10T16:00", ""},
		{"Colloquio", "Il colloquio si terrà il 20 novembre dalle 9.00 alle 10.00. L'assunzione decorrerebbe dal 1 gennaio.", "2026-11-20T09:00/10:00", ""},
		{"Disponibilità", "Quando preferisce: lunedì alle 10 oppure martedì alle 14?", "", ""},
	},
	"pt": {
		{"Entrevista", "Olá Sam,\n\nConfirmamos a sua entrevista na quinta-feira, 12 de novembro, às 10h30. A duração prevista é de 45 minutos.", "2026-11-12T10:30/11:15", ""},
		{"Re: vaga", "combinado então, segunda às 14h na loja", "2026-11-09T14:00", ""},
		{"Convocatória", "Data: 18/11/2026\nHorário: 09h15\nLocal: Sala 3\nConfirmar até 13/11/2026.", "2026-11-18T09:15", ""},
		{"Remarcação", "Precisamos remarcar a entrevista de terça, 10/11, para quinta, 12/11, às 11h.", "2026-11-12T11:00", ""},
		{"Entrevista", "Esperamos por si amanhã às nove e meia.", "2026-11-06T09:30", ""},
		{"Re: Entrevista", "Perfeito, fica combinado.\n\nEm qua., 4 de nov. de 2026 às 18:00, Sam Okafor <sam@okafor.example> escreveu:\n> Posso na terça-feira, 10 de novembro, às 16h.", "2026-11-10T16:00", ""},
		{"Entrevista", "A entrevista será dia 20/11 das 9h às 10h, horário de Brasília.", "2026-11-20T09:00/10:00 America/Sao_Paulo", ""},
		{"Entrevista", "Sua entrevista para a vaga (regime CLT) será amanhã às 14h, CLT.", "2026-11-06T14:00", "America/Sao_Paulo"},
		{"Disponibilidade", "Qual o melhor horário: segunda às 10h ou terça às 14h?", "", ""},
	},
	"pl": {
		{"Rozmowa", "Dzień dobry,\n\npotwierdzam rozmowę kwalifikacyjną w czwartek 12 listopada o godz. 10:30. Rozmowa potrwa około 45 minut.", "2026-11-12T10:30/11:15", ""},
		{"Re: praca", "super, to w poniedziałek o 14 w sklepie", "2026-11-09T14:00", ""},
		{"Zaproszenie", "Data: 18.11.2026\nGodzina: 9:15\nMiejsce: sala 3\nProsimy o potwierdzenie do 13.11.2026.", "2026-11-18T09:15", ""},
		{"Zmiana terminu", "Musimy przełożyć rozmowę z wtorku 10 listopada na czwartek 12 listopada na godz. 11:00.", "2026-11-12T11:00", ""},
		{"Rozmowa", "Zapraszamy jutro o dziewiątej trzydzieści.", "2026-11-06T09:30", ""},
		{"Odp: Rozmowa", "Świetnie, pasuje nam.\n\nśr., 4 lis 2026 o 18:00 Sam Okafor <sam@okafor.example> napisał(a):\n> Mogę we wtorek 10 listopada o 16:00.", "2026-11-10T16:00", ""},
		{"Rozmowa", "Spotkanie odbędzie się 20 listopada w godz. 9:00-10:00. Rozpoczęcie pracy od 1 stycznia.", "2026-11-20T09:00/10:00", ""},
		{"Termin", "Który termin pasuje: poniedziałek o 10 czy wtorek o 14?", "", ""},
	},
}
