package detect

import (
	"testing"

	"inboxwatch/internal/rules"
)

// TestScheduleMoves reads moves and weeks in many wordings: of mails written on
// Thursday 5 November 2026.
func TestScheduleMoves(t *testing.T) {
	for lang, cases := range moveCases {
		for _, c := range cases {
			c.runAs(t, lang, rules.Reschedule)
		}
	}
}

var moveCases = map[string][]scheduleCase{
	"en": {
		{"Interview on Thursday", "Could we push everything back by exactly a week? The same hour suits us.\n\nOn Tue, 3 Nov 2026 at 10:00, Jane Doe <jane@acme.example> wrote:\n> We look forward to your interview on Thursday 12 November at 10.30am.\n", "2026-11-19T10:30", ""},
		{"Re: Interview, Friday 13th at 8.15", "Bring it forward a day, can we? Same hour, same gate.", "2026-11-12T08:15", ""},
		{"Re: Interview: Wednesday 9.30", "Only the hour moves: half past eleven rather than half past nine. Your case study is still due by tomorrow 5pm.", "2026-11-11T11:30", ""},
		{"Interview", "On Tuesday 10 November at 3pm I now have a clinic. Dr Moss would see you for the interview on Friday of that week at 8.30am.", "2026-11-13T08:30", ""},
		{"Interview", "Can you come to the interview on Monday at 4.45 and not at 4?", "2026-11-09T16:45", ""},
		{"Interview", "You were down for Tuesday 10 November, 3pm. A colleague has asked for that room, so the panel sits on Friday 13 November at 11am.", "2026-11-13T11:00", ""},
		{"Interview", "We had pencilled you in for Monday 9 November at 10am. Unfortunately two of the panel are now away that day, so could we say Thursday 12 November at 10.30am?", "2026-11-12T10:30", ""},
		{"Change of interview time", "Please note that your interview has been put back by a week, from Tuesday 10 November to Tuesday 17 November. The time, 2.15pm, stays the same.", "2026-11-17T14:15", ""},
		{"Your interview", "Your interview will no longer take place at 9.30am. Please attend at 11.45am on the same day, Wednesday 11 November.", "2026-11-11T11:45", ""},
		{"Interview moved", "Because of the rail strike we are bringing everything forward: instead of 3pm on Friday 13 November you are now on at 10am on Thursday 12 November.", "2026-11-12T10:00", ""},
		{"Interview", "Sorry to mess you about - can we swap Monday's interview for Wednesday? Still 4pm.", "2026-11-11T16:00", ""},
		{"Re: Interview", "I'm afraid Tuesday has fallen through. Let's make it the following Tuesday, 17 November, at 9.", "2026-11-17T09:00", ""},
		{"Interview", "Your interview is on Tuesday of next week at 2pm.", "2026-11-10T14:00", ""},
		{"Interview", "We would like to see you for an interview a week on Monday at 11.30am.", "2026-11-16T11:30", ""},
		{"Interview", "Come in for your interview Monday week, half nine.", "2026-11-16T09:30", ""},
		{"Interview", "Interviews are the week after next; yours is on the Wednesday at 1pm.", "2026-11-18T13:00", ""},
		{"Interview", "Interviews will be held in the week commencing 16 November. Your slot is Thursday at 10.20am.", "2026-11-19T10:20", ""},
		{"Interview", "Next week works. Can you be here for the interview on Wednesday at 8.45?", "2026-11-11T08:45", ""},
		{"Interview confirmed", "Date: Friday 20 November 2026\nArrive: 13:40\nInterview: 14:00\nFinish: 14:45", "2026-11-20T14:00/14:45", ""},
		{"Interview", "The panel sits from 9am to 4pm on 18 November; you are third, at 11.10am.", "2026-11-18T11:10", ""},
		{"Interview", "Lucy is on at 10, Dev at 11 and you at noon, all on Monday 9 November.", "2026-11-09T12:00", ""},
		{"Interview", "Following your telephone interview on 2 November, we are pleased to invite you to a second interview on 16 November at 3.45pm. Please bring your certificates, which must be dated after 1 September 2024.", "2026-11-16T15:45", ""},
		{"Interview", "You are booked for the 24th at 2. If you can't make it tell us by noon on the 20th.", "2026-11-24T14:00", ""},
		{"Interview", "Parking is free from 9am. Your interview is at ten thirty on Tuesday the tenth of November.", "2026-11-10T10:30", ""},
		{"Interview", "Quick note to confirm our conversation on 11/17 at 1:30 PM ET. I'm out of the office 11/9 through 11/13.", "2026-11-17T13:30", "America/New_York"},
		{"Interview", "Your interview is 15:00 Dubai time on Sunday 8 November.", "2026-11-08T15:00", "Asia/Dubai"},
		{"Interview", "Please join the call for your interview at 4pm IST on Tuesday 10 November.", "2026-11-10T16:00", "Asia/Kolkata"},
		{"Interview", "We've shifted your interview an hour later: it is now 3pm on Monday 9 November.", "2026-11-09T15:00", ""},
		{"Updated: interview", "Updated time for your interview: Tue 10 Nov, 16:00-16:45 (was Mon 9 Nov, 11:00-11:45).", "2026-11-10T16:00/16:45", ""},
		{"Interview", "The 12th doesn't work for our director any more. New date: 19 November, same time as before (2pm).", "2026-11-19T14:00", ""},
		{"Interview", "Could you do 2pm rather than 3pm on Tuesday for the interview?", "2026-11-10T14:00", ""},
		{"Interview", "Rather than Friday, come for the interview on Monday at 10am.", "2026-11-09T10:00", ""},
		{"Interview", "Friday won't work after all so your interview is now this Monday at 8am.", "2026-11-09T08:00", ""},
		{"Interview", "As the store is being refitted on the 10th and 11th, I'd like to see you for your interview on the 12th, 4 o'clock.", "2026-11-12T16:00", ""},
		{"Interview", "We close for lunch from 12 to 1, so come for your interview at quarter past one on Monday.", "2026-11-09T13:15", ""},
		{"Interview", "Applications closed on 30 October. Shortlisted candidates, of which you are one, will be interviewed on 25 November; your time is 09:50.", "2026-11-25T09:50", ""},
		{"Interview", "It'll be myself and Priya, who gets in at 9, so let's start your interview at quarter past on Wednesday.", "2026-11-11T09:15", ""},
		{"Interview", "Your interview is scheduled for Tuesday, 17 November 2026 from 10:00 AM to 10:45 AM Eastern Standard Time. Please reply by Friday, 13 November 2026, 5:00 PM.", "2026-11-17T10:00/10:45", "America/New_York"},
		{"Interview", "We can no longer offer 10am on the 16th as it has gone. I have put you down for 2pm instead.", "2026-11-16T14:00", ""},
		{"Interview", "The meeting with the partners has moved. It was to be Wednesday at noon; it will be Thursday at noon.", "2026-11-12T12:00", ""},
		{"Interview", "Can you come at 5 instead of 4 tomorrow for the interview?", "2026-11-06T17:00", ""},
		{"Interview", "Our previous email had the wrong date, sorry. The interview is on Thursday 19 November at 11am, not Wednesday 18 November.", "2026-11-19T11:00", ""},
	},
	"de": {
		{"Ihr Gespräch am Montag, 9.11., 10 Uhr", "Wir würden Sie bitten, erst am darauffolgenden Tag zum Vorstellungsgespräch zu kommen, und zwar um 14:30 Uhr statt vormittags.", "2026-11-10T14:30", ""},
		{"Terminverlegung", "Das für Donnerstag, 12.11.2026, anberaumte Auswahlgespräch wird um genau eine Woche verschoben. Uhrzeit (10.45 Uhr) und Raum gelten unverändert fort.", "2026-11-19T10:45", ""},
		{"Gespräch", "Morgen um 8 Uhr wird leider nichts. Wir schieben das Vorstellungsgespräch auf den Mittwoch der nächsten Woche. Gleiche Zeit, der Haupteingang macht erst um 9 Uhr auf.", "2026-11-11T08:00", ""},
		{"Vorstellungsgespräch", "leider müssen wir das für Montag, 9. November, 10 Uhr vereinbarte Gespräch verlegen. Wir schlagen Donnerstag, 12. November, 10.30 Uhr vor und hoffen, dass es Ihnen passt.", "2026-11-12T10:30", ""},
		{"Vorstellungsgespräch", "Ihr Gespräch findet eine Woche später statt, also am Dienstag, 17. November, statt am 10. November. Die Uhrzeit (14.15 Uhr) bleibt.", "2026-11-17T14:15", ""},
		{"Terminänderung", "Anstelle von 9.30 Uhr bitten wir Sie am Mittwoch, 11. November, erst um 11.45 Uhr zu kommen.", "2026-11-11T11:45", ""},
		{"Gespräch", "Wegen des Bahnstreiks ziehen wir Ihr Gespräch vor: Donnerstag, 12.11., 10 Uhr, statt Freitag, 13.11., 15 Uhr.", "2026-11-12T10:00", ""},
		{"Gespräch", "Können wir das Vorstellungsgespräch vom Montag auf den Mittwoch schieben? Uhrzeit bleibt bei 16 Uhr.", "2026-11-11T16:00", ""},
		{"Gespräch", "Das Vorstellungsgespräch ist am Montag in einer Woche um halb zwölf.", "2026-11-16T11:30", ""},
		{"Gespräch", "Ihr Vorstellungsgespräch ist nächste Woche Dienstag um 14 Uhr.", "2026-11-10T14:00", ""},
		{"Gespräch", "Die Gespräche sind in KW 47; Sie sind am Donnerstag um 10.20 Uhr an der Reihe.", "2026-11-19T10:20", ""},
		{"Einladung", "Nach unserem Telefonat vom 2. November laden wir Sie zum Zweitgespräch am 16. November um Viertel vor vier ein. Bitte schicken Sie Ihre Zeugnisse bis 11. November.", "2026-11-16T15:45", ""},
		{"Gespräch", "Der 12. passt unserer Leiterin leider nicht mehr. Neuer Termin für Ihr Vorstellungsgespräch: 19. November, gleiche Zeit (14 Uhr).", "2026-11-19T14:00", ""},
		{"Gespräch", "Passt Ihnen für das Vorstellungsgespräch am Dienstag auch 14 Uhr statt 15 Uhr?", "2026-11-10T14:00", ""},
		{"Gespräch", "In der letzten Mail stand das falsche Datum, Entschuldigung: Das Vorstellungsgespräch ist am Donnerstag, 19. November, um 11 Uhr, nicht am Mittwoch, 18. November.", "2026-11-19T11:00", ""},
		{"Gespräch", "Ihr Termin zum Vorstellungsgespräch: Mi., 18.11.2026, 13:00 bis 13:45 Uhr (bitte 10 Minuten früher da sein). Rückmeldung bis Fr., 13.11.2026, 12:00 Uhr.", "2026-11-18T13:00/13:45", ""},
		{"Gespräch", "Wir sind vom 9. bis 13. November in Betriebsferien. Ihr Vorstellungsgespräch haben wir darum auf den 17. November, 8 Uhr, gelegt.", "2026-11-17T08:00", ""},
	},
	"fr": {
		{"Entretien du 17/11 à 14h", "Je me vois contrainte de déplacer notre rendez-vous. Mon directeur est disponible le lendemain à 9h30.", "2026-11-18T09:30", ""},
		{"Entretien", "À la place du vendredi 13 novembre à 15 heures, je vous propose de nous voir en entretien la veille à dix heures.", "2026-11-12T10:00", ""},
		{"Entretien", "Nous avions convenu du lundi 9 novembre à 10h. Deux membres du jury étant absents, nous vous proposons de reporter l'entretien au jeudi 12 novembre à 10h30.", "2026-11-12T10:30", ""},
		{"Entretien", "Votre entretien est décalé d'une semaine : il aura lieu le mardi 17 novembre et non le mardi 10 novembre, toujours à 14h15.", "2026-11-17T14:15", ""},
		{"Changement d'horaire", "Merci de vous présenter à 11h45 au lieu de 9h30 le mercredi 11 novembre pour votre entretien.", "2026-11-11T11:45", ""},
		{"Entretien", "En raison de la grève, nous avançons votre entretien : jeudi 12 novembre à 10h au lieu de vendredi 13 à 15h.", "2026-11-12T10:00", ""},
		{"Entretien", "Votre entretien est fixé à lundi en huit, 11h30.", "2026-11-16T11:30", ""},
		{"Entretien", "L'entretien aura lieu mardi de la semaine prochaine à 14 heures.", "2026-11-10T14:00", ""},
		{"Entretien", "Les entretiens se tiendront la semaine du 16 novembre ; vous passez le jeudi à 10h20.", "2026-11-19T10:20", ""},
		{"Entretien", "Suite à notre échange téléphonique du 2 novembre, nous vous invitons à un second entretien le 16 novembre à 15h45. Merci d'envoyer vos diplômes avant le 11 novembre.", "2026-11-16T15:45", ""},
		{"Entretien", "Pourriez-vous venir à l'entretien mardi à 14h plutôt qu'à 15h ?", "2026-11-10T14:00", ""},
		{"Entretien", "Il y avait une erreur dans mon précédent message : l'entretien est le jeudi 19 novembre à 11h et non le mercredi 18.", "2026-11-19T11:00", ""},
		{"Entretien", "Je serai en congé du 9 au 13 novembre, votre entretien est donc prévu le mardi 17 à 8h.", "2026-11-17T08:00", ""},
	},
	"es": {
		{"Re: Entrevista", "Sin problema, pasamos la entrevista una hora más tarde.\n\nEl 4 nov 2026, Jane Doe <jane@acme.example> escribió:\n> Confirmado: miércoles 11 a las 16:00, entrevista técnica.\n", "2026-11-11T17:00", ""},
		{"Entrevista", "Habíamos quedado el lunes 9 de noviembre a las 10:00, pero dos miembros del tribunal no podrán asistir. Le proponemos el jueves 12 de noviembre a las 10:30 para la entrevista.", "2026-11-12T10:30", ""},
		{"Entrevista", "La entrevista se retrasa una semana: será el martes 17 de noviembre en lugar del martes 10, a la misma hora (14:15).", "2026-11-17T14:15", ""},
		{"Entrevista", "Le rogamos que venga a la entrevista a las 11:45 en vez de a las 9:30, el miércoles 11 de noviembre.", "2026-11-11T11:45", ""},
		{"Entrevista", "Adelantamos tu entrevista: pasa del viernes 13 a las 15:00 al jueves 12 a las 10:00.", "2026-11-12T10:00", ""},
		{"Entrevista", "La entrevista será el martes de la semana que viene a las dos de la tarde.", "2026-11-10T14:00", ""},
		{"Entrevista", "Las entrevistas son la semana del 16 de noviembre; la tuya, el jueves a las 10:20.", "2026-11-19T10:20", ""},
		{"Entrevista", "Tras la llamada del 2 de noviembre, te citamos para una segunda entrevista el 16 de noviembre a las cuatro menos cuarto de la tarde.", "2026-11-16T15:45", ""},
		{"Entrevista", "Había un error en mi correo anterior: la entrevista es el jueves 19 de noviembre a las 11:00, no el miércoles 18.", "2026-11-19T11:00", ""},
		{"Entrevista", "¿Podrías venir a la entrevista el martes a las 14:00 en lugar de las 15:00?", "2026-11-10T14:00", ""},
	},
	"nl": {
		{"RE: Gesprek ma 9-11 10:30", "We schuiven het sollicitatiegesprek één dag op; de tijd verandert niet.", "2026-11-10T10:30", ""},
		{"Gesprek", "We hadden maandag 9 november om 10.00 uur afgesproken, maar twee commissieleden zijn dan verhinderd. Kunnen we het sollicitatiegesprek verzetten naar donderdag 12 november om 10.30 uur?", "2026-11-12T10:30", ""},
		{"Gesprek", "Je sollicitatiegesprek schuift een week op: dinsdag 17 november in plaats van dinsdag 10 november, zelfde tijd (14.15 uur).", "2026-11-17T14:15", ""},
		{"Gesprek", "Wil je woensdag 11 november om 11.45 uur komen in plaats van om 9.30 uur voor je sollicitatiegesprek?", "2026-11-11T11:45", ""},
		{"Gesprek", "Je sollicitatiegesprek is maandag over een week om half twaalf.", "2026-11-16T11:30", ""},
		{"Gesprek", "Het sollicitatiegesprek is volgende week dinsdag om 14 uur.", "2026-11-10T14:00", ""},
		{"Gesprek", "In mijn vorige mail stond een verkeerde datum: het sollicitatiegesprek is donderdag 19 november om 11 uur, niet woensdag 18 november.", "2026-11-19T11:00", ""},
	},
	"it": {
		{"Colloquio", "Si comunica che il colloquio, già fissato per il giorno 10 novembre alle ore 9.00, è differito di sette giorni, ferma restando l'ora.", "2026-11-17T09:00", ""},
		{"Colloquio", "Avevamo fissato lunedì 9 novembre alle 10, ma due membri della commissione sono assenti. Le proponiamo di spostare il colloquio a giovedì 12 novembre alle 10.30.", "2026-11-12T10:30", ""},
		{"Colloquio", "Il colloquio slitta di una settimana: martedì 17 novembre anziché martedì 10, stessa ora (14.15).", "2026-11-17T14:15", ""},
		{"Colloquio", "La preghiamo di presentarsi per il colloquio alle 11.45 invece che alle 9.30, mercoledì 11 novembre.", "2026-11-11T11:45", ""},
		{"Colloquio", "Il colloquio sarà martedì della prossima settimana alle 14.", "2026-11-10T14:00", ""},
		{"Colloquio", "C'era un errore nella mia mail precedente: il colloquio è giovedì 19 novembre alle 11, non mercoledì 18.", "2026-11-19T11:00", ""},
		{"Colloquio", "Sarò in ferie dal 9 al 13 novembre, quindi il Suo colloquio è fissato per martedì 17 alle 8.", "2026-11-17T08:00", ""},
	},
	"pt": {
		{"Entrevista", "Tínhamos combinado segunda, 9 de novembro, às 10h, mas dois membros do júri não podem. Propomos adiar a entrevista para quinta, 12 de novembro, às 10h30.", "2026-11-12T10:30", ""},
		{"Entrevista", "A entrevista passa para a semana seguinte: terça, 17 de novembro, em vez de terça, 10, à mesma hora (14h15).", "2026-11-17T14:15", ""},
		{"Entrevista", "A entrevista será na terça da próxima semana, às 14h.", "2026-11-10T14:00", ""},
		{"Entrevista", "Havia um erro no e-mail anterior: a entrevista é na quinta, 19 de novembro, às 11h, e não na quarta, 18.", "2026-11-19T11:00", ""},
		{"Entrevista", "Pode vir à entrevista às 11h45 em vez das 9h30, na quarta-feira, dia 11 de novembro?", "2026-11-11T11:45", ""},
	},
	"pl": {
		{"Rozmowa", "Umówiliśmy się na poniedziałek 9 listopada na 10:00, ale dwie osoby z komisji nie mogą. Proponujemy przełożyć rozmowę na czwartek 12 listopada na 10:30.", "2026-11-12T10:30", ""},
		{"Rozmowa", "Rozmowa przesuwa się o tydzień: wtorek 17 listopada zamiast wtorku 10 listopada, o tej samej godzinie (14:15).", "2026-11-17T14:15", ""},
		{"Rozmowa", "Rozmowa kwalifikacyjna odbędzie się we wtorek w przyszłym tygodniu o 14:00.", "2026-11-10T14:00", ""},
		{"Rozmowa", "W poprzedniej wiadomości był błąd: rozmowa jest w czwartek 19 listopada o 11:00, a nie w środę 18 listopada.", "2026-11-19T11:00", ""},
		{"Rozmowa", "Proszę przyjść na rozmowę o 11:45 zamiast o 9:30, w środę 11 listopada.", "2026-11-11T11:45", ""},
	},
}
