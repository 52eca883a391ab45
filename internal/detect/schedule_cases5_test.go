package detect

import "testing"

func TestScheduleOtherFresh(t *testing.T) {
	for lang, cases := range freshOthers {
		for _, c := range cases {
			c.run(t, lang)
		}
	}
}

var freshOthers = map[string][]scheduleCase{
	"de": {
		{"Ihr Vorstellungsgespräch", "Wir müssen Ihr Gespräch vom Montag, 9. November, auf Mittwoch, den 11. November, 9.45 Uhr, verlegen.", "2026-11-11T09:45", ""},
		{"Gespräch", "Es wird 9:20 Uhr statt 10:40 Uhr, weiterhin am Montag. Danke für Ihr Verständnis.", "2026-11-09T09:20", ""},
		{"AW: Gespräch", "Der zweite Termin passt uns besser.\n\nAm 04.11.2026 um 18:00 schrieb Sam Okafor <sam@okafor.example>:\n> Entweder Montag, 9.11., um 10 Uhr oder Dienstag, 10.11., um 16 Uhr.", "2026-11-10T16:00", ""},
		{"AW: Gespräch", "Termin B ist für Sie notiert.\n\nAm 04.11.2026 um 18:00 schrieb Jane Doe <jane@acme.example>:\n> Unsere Termine am Donnerstag, 12. November:\n> Termin A 9:00\n> Termin B 9:40", "2026-11-12T09:40", ""},
		{"Gespräch", "Sie treffen Frau Ahrens am 17.11. von 13.30 bis 14.15 Uhr. Bitte seien Sie um 13.15 Uhr am Empfang.", "2026-11-17T13:30/14:15", ""},
		{"Vorstellung", "Kommen Sie doch am Freitag um dreiviertel neun vorbei, dann zeige ich Ihnen alles.", "2026-11-06T08:45", ""},
		{"Eingang Ihrer Bewerbung", "Die Bewerbungsfrist endet am 9. November um 23:59 Uhr.", "", ""},
		{"Gespräch", "Am Montag ist Feiertag bei uns geschlossen, daher bitte am Dienstag um 10 Uhr zum Gespräch kommen.", "2026-11-10T10:00", ""},
		{"Gespräch", "Punkt zwölf am Donnerstag in der Kantine, dann reden wir über die Stelle.", "2026-11-12T12:00", ""},
		{"Videogespräch", "Ihr Interview findet am 12.11.2026 um 15:00 Uhr (14:00 Uhr britischer Zeit) statt.", "2026-11-12T15:00", ""},
	},
	"fr": {
		{"Votre entretien", "Nous sommes obligés de décaler votre entretien du lundi 9 novembre au mercredi 11 novembre à 9h45.", "2026-11-11T09:45", ""},
		{"Entretien", "Ce sera 9h20 au lieu de 10h40, toujours lundi. Désolée pour l'entretien.", "2026-11-09T09:20", ""},
		{"Re: Entretien", "La deuxième option nous convient mieux.\n\nLe mer. 4 nov. 2026 à 18:00, Sam Okafor <sam@okafor.example> a écrit :\n> Soit lundi 9 novembre à 10h, soit mardi 10 novembre à 16h.", "2026-11-10T16:00", ""},
		{"RE: vendeuse", "lundi on est fermé donc passez plutôt mardi à 14h30, demandez Annie", "2026-11-10T14:30", ""},
		{"Entretien", "Je vous propose jeudi à midi pile au café d'en face, nous parlerons du poste. C'est noté de mon côté.", "2026-11-12T12:00", ""},
		{"Entretien", "L'entretien se tiendra le 17 novembre de 13h30 à 14h15. Présentez-vous à l'accueil à 13h15.", "2026-11-17T13:30/14:15", ""},
		{"Candidature", "Les candidatures sont reçues jusqu'au 9 novembre à 23h59.", "", ""},
		{"Entretien", "Poste\tDate\tHeure\tLieu\nCaissier\t12 novembre 2026\t14h20\tMagasin", "2026-11-12T14:20", ""},
		{"Entretien", "Vous passerez devant le jury le jeudi 26 novembre 2026, à dix heures vingt.", "2026-11-26T10:20", ""},
	},
	"es": {
		{"Tu entrevista", "Tenemos que pasar tu entrevista del lunes 9 de noviembre al miércoles 11 de noviembre a las 9:45.", "2026-11-11T09:45", ""},
		{"Entrevista", "Será a las 9:20 en lugar de las 10:40, también el lunes. Perdona por el cambio de la entrevista.", "2026-11-09T09:20", ""},
		{"Re: Entrevista", "La segunda opción nos va mejor.\n\nEl mié, 4 nov 2026 a las 18:00, Sam Okafor (<sam@okafor.example>) escribió:\n> O el lunes 9 de noviembre a las 10:00 o el martes 10 de noviembre a las 16:00.", "2026-11-10T16:00", ""},
		{"Entrevista", "El lunes cerramos por festivo, así que mejor ven a la entrevista el martes a las 10:30.", "2026-11-10T10:30", ""},
		{"Entrevista", "La entrevista será el 17 de noviembre de 13:30 a 14:15. Preséntese en recepción a las 13:15.", "2026-11-17T13:30/14:15", ""},
		{"Inscripción", "El plazo de inscripción termina el 9 de noviembre a las 23:59.", "", ""},
		{"Entrevista", "Te esperamos el jueves a mediodía para hablar del puesto.", "2026-11-12T12:00", ""},
		{"Entrevista", "Puesto\tFecha\tHora\tLugar\nCajera\t12 de noviembre de 2026\t14:20\tTienda", "2026-11-12T14:20", ""},
	},
	"nl": {
		{"Je gesprek", "We moeten je gesprek van maandag 9 november verzetten naar woensdag 11 november om 9.45 uur.", "2026-11-11T09:45", ""},
		{"Gesprek", "Het wordt 9.20 uur in plaats van 10.40 uur, nog steeds maandag.", "2026-11-09T09:20", ""},
		{"Re: Gesprek", "De tweede optie past ons beter.\n\nOp wo 4 nov 2026 om 18:00 schreef Sam Okafor <sam@okafor.example>:\n> Maandag 9 november om 10 uur of dinsdag 10 november om 16 uur.", "2026-11-10T16:00", ""},
		{"Gesprek", "Maandag zijn we dicht, dus kom dinsdag om half elf langs voor het gesprek.", "2026-11-10T10:30", ""},
		{"Gesprek", "Het gesprek is op 17 november van 13.30 tot 14.15 uur. Meld je om 13.15 uur bij de receptie.", "2026-11-17T13:30/14:15", ""},
		{"Sollicitatie", "De vacature sluit op 9 november om 23:59 uur.", "", ""},
		{"Gesprek", "Functie\tDatum\tTijd\tPlaats\nKassa\t12 november 2026\t14.20 uur\tWinkel", "2026-11-12T14:20", ""},
	},
	"it": {
		{"Il suo colloquio", "Dobbiamo spostare il colloquio da lunedì 9 novembre a mercoledì 11 novembre alle 9.45.", "2026-11-11T09:45", ""},
		{"Colloquio", "Sarà alle 9.20 invece che alle 10.40, sempre lunedì. Ci scusi per il cambio.", "2026-11-09T09:20", ""},
		{"R: Colloquio", "La seconda opzione va meglio per noi.\n\nIl giorno mer 4 nov 2026 alle ore 18:00 Sam Okafor <sam@okafor.example> ha scritto:\n> Lunedì 9 novembre alle 10 oppure martedì 10 novembre alle 16.", "2026-11-10T16:00", ""},
		{"Colloquio telefonico", "La chiamerò giovedì 12 novembre alle 8.45; calcoli una mezz'ora.", "2026-11-12T08:45/09:15", ""},
		{"Colloquio", "Il colloquio è il 17 novembre dalle 13.30 alle 14.15. Si presenti in portineria alle 13.15.", "2026-11-17T13:30/14:15", ""},
		{"Candidatura", "Il bando scade il 9 novembre alle 23:59.", "", ""},
		{"Colloquio", "La aspettiamo venerdì a mezzogiorno in punto.", "2026-11-06T12:00", ""},
	},
	"pt": {
		{"Sua entrevista", "Tivemos de passar a entrevista de segunda, 9 de novembro, para quarta, 11 de novembro, às 9h45.", "2026-11-11T09:45", ""},
		{"Entrevista", "Será às 9h20 em vez das 10h40, na mesma segunda-feira.", "2026-11-09T09:20", ""},
		{"Re: Entrevista", "A segunda opção é melhor para nós.\n\nEm qua., 4 de nov. de 2026 às 18:00, Sam Okafor <sam@okafor.example> escreveu:\n> Segunda-feira, 9 de novembro, às 10h ou terça-feira, 10 de novembro, às 16h.", "2026-11-10T16:00", ""},
		{"Entrevista", "A entrevista é no dia 17 de novembro, das 13h30 às 14h15. Apresente-se na portaria às 13h15.", "2026-11-17T13:30/14:15", ""},
		{"Candidatura", "As candidaturas terminam a 9 de novembro às 23h59.", "", ""},
		{"Entrevista", "Esperamos por si na quinta-feira ao meio-dia em ponto.", "2026-11-12T12:00", ""},
	},
	"pl": {
		{"Rozmowa", "Musimy przenieść rozmowę z poniedziałku 9 listopada na środę 11 listopada na 9:45.", "2026-11-11T09:45", ""},
		{"Rozmowa", "Rozmowa będzie o 9:20 zamiast o 10:40, nadal w poniedziałek.", "2026-11-09T09:20", ""},
		{"Odp: Rozmowa", "Drugi termin nam bardziej pasuje.\n\nśr., 4 lis 2026 o 18:00 Sam Okafor <sam@okafor.example> napisał(a):\n> Poniedziałek 9 listopada o 10:00 albo wtorek 10 listopada o 16:00.", "2026-11-10T16:00", ""},
		{"Rozmowa", "Rozmowa odbędzie się 17 listopada w godz. 13:30-14:15. Prosimy zgłosić się na recepcję o 13:15.", "2026-11-17T13:30/14:15", ""},
		{"Nabór", "Termin składania ofert upływa 9 listopada o godz. 23:59.", "", ""},
		{"Rozmowa", "Zapraszam w piątek w samo południe, pokój 5.", "2026-11-06T12:00", ""},
	},
}
