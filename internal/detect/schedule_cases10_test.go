package detect

import "testing"

// TestScheduleAgreements reads answers to the owner's own proposal: of mails
// written on Thursday 5 November 2026.
func TestScheduleAgreements(t *testing.T) {
	for lang, cases := range agreeCases {
		for _, c := range cases {
			c.run(t, lang)
		}
	}
}

var agreeCases = map[string][]scheduleCase{
	"en": {
		{"Re: Application", "Lovely, I'll put the kettle on.\nJane\n\nOn Wed, 4 Nov 2026 at 21:14, Sam Okafor <sam@okafor.example> wrote:\n> Could I come in on Monday at 10.15? I'm free all morning.\n", "2026-11-09T10:15", ""},
		{"RE: Interview times", "Hi Sam,\n\nThe 2pm is yours.\n\nJane\n\nFrom: Sam Okafor <sam@okafor.example>\nSent: 04 November 2026 18:22\nTo: Jane Doe <jane@acme.example>\nSubject: RE: Interview times\n\nHi Jane, any of these would be fine, though 2pm on the 11th is easiest.\n\nFrom: Jane Doe <jane@acme.example>\nSent: 04 November 2026 15:00\nTo: Sam Okafor <sam@okafor.example>\nSubject: Interview times\n\nWe have Wednesday 11 November at 10am, 2pm or 4pm.\n", "2026-11-11T14:00", ""},
		{"Re: Chef job", "Wednesday's grand so.\n\nOn Wed 4 Nov 2026 at 09:00, Sam Okafor <sam@okafor.example> wrote:\n> I can do Wednesday 11th at 3 or Thursday 12th at 5.\n", "2026-11-11T15:00", ""},
		{"Re: Interview", "Let's go with your second suggestion.\n\nOn Wed 4 Nov 2026 at 09:00, Sam Okafor <sam@okafor.example> wrote:\n> I could manage Tuesday 10 November at 9am or Friday 13 November at 1pm.\n", "2026-11-13T13:00", ""},
		{"Re: Interview", "That works. Please bring ID.\n\n-----Original Message-----\nFrom: Sam Okafor [mailto:sam@okafor.example]\nSent: Wednesday, November 4, 2026 4:02 PM\nTo: Jane Doe\nSubject: Re: Interview\n\nThank you, Thursday November 12 at 11:30 would be fine with me.\n", "2026-11-12T11:30", ""},
		{"Re: interview", "Sorry, that one has gone. I'll come back to you.\n\nOn Wed 4 Nov 2026 at 09:00, Sam Okafor <sam@okafor.example> wrote:\n> Could I have Wednesday 11th at 3?\n", "", ""},
		{"Re: interview", "Yes to Tuesday, but an hour later please.\n\nOn Wed 4 Nov 2026 at 09:00, Sam Okafor <sam@okafor.example> wrote:\n> How is Tuesday 10 November at 2pm for the interview?\n", "2026-11-10T15:00", ""},
		{"Re: interview", "Thanks Sam. Could you send me your certificates before then?\n\nOn Wed 4 Nov 2026 at 09:00, Sam Okafor <sam@okafor.example> wrote:\n> Confirming Tuesday 10 November at 2pm for the interview. Thank you.\n", "", ""},
		{"Re: interview", "Either is fine - let's say the Thursday. Ring me from the gate.\n\nOn Wed 4 Nov 2026 at 09:00, Sam Okafor <sam@okafor.example> wrote:\n> I could do Tuesday 10 Nov 2pm or Thursday 12 Nov 9.30am.\n", "2026-11-12T09:30", ""},
		{"Re: trial shift", "Deal.\n\n> On 4 Nov 2026, at 22:10, Sam Okafor <sam@okafor.example> wrote:\n> \n> Saturday works for the trial, I'll be there at 7am.\n", "2026-11-07T07:00", ""},
	},
	"de": {
		{"AW: Gespräch", "Einverstanden. Bitte im Sekretariat melden.\n\nVon: Sam Okafor <sam@okafor.example>\nGesendet: Mittwoch, 4. November 2026 18:22\nAn: Jane Doe <jane@acme.example>\nBetreff: AW: Gespräch\n\nGuten Abend, mir würde Dienstag, 10.11., um 9 Uhr gut passen.\n", "2026-11-10T09:00", ""},
		{"Re: Gespräch", "Dann nehmen wir den zweiten.\n\nAm 04.11.2026 um 18:22 schrieb Sam Okafor:\n> Ich könnte am Dienstag, 10.11., um 9 Uhr oder am Donnerstag, 12.11., um 16 Uhr.\n", "2026-11-12T16:00", ""},
		{"Re: Gespräch", "Leider ist der Termin schon vergeben, ich melde mich wieder.\n\nAm 04.11.2026 um 18:22 schrieb Sam Okafor:\n> Ginge Dienstag, 10.11., um 9 Uhr?\n", "", ""},
	},
	"fr": {
		{"Re: entretien", "C'est parfait pour moi, demandez Mme Roux à l'accueil.\n\nLe 4 nov. 2026 à 18:22, Sam Okafor <sam@okafor.example> a écrit :\n> Mardi 10 novembre à 9h30 me conviendrait très bien.\n", "2026-11-10T09:30", ""},
		{"RE: entretien", "Va pour jeudi.\n\nDe : Sam Okafor <sam@okafor.example>\nEnvoyé : mercredi 4 novembre 2026 18:22\nÀ : Jane Doe\nObjet : RE: entretien\n\nJe peux mardi 10 à 9h ou jeudi 12 à 16h30.\n", "2026-11-12T16:30", ""},
	},
	"es": {
		{"Re: entrevista", "Hecho, te apunto.\n\nEl mié, 4 nov 2026 a las 18:22, Sam Okafor (<sam@okafor.example>) escribió:\n> ¿Podría ser el martes 10 a las 9:30?\n", "2026-11-10T09:30", ""},
	},
	"nl": {
		{"Re: gesprek", "Helemaal goed, tot dan!\n\nOp wo 4 nov 2026 om 18:22 schreef Sam Okafor <sam@okafor.example>:\n> Dinsdag 10 november om 9.30 uur zou mij goed uitkomen.\n", "2026-11-10T09:30", ""},
		{"Re: gesprek", "Doe dan maar de donderdag.\n\nOp wo 4 nov 2026 om 18:22 schreef Sam Okafor <sam@okafor.example>:\n> Ik kan dinsdag 10 november om 9.00 uur of donderdag 12 november om 16.30 uur.\n", "2026-11-12T16:30", ""},
	},
	"it": {
		{"Re: colloquio", "Perfetto, la aspetto in reparto.\n\nIl giorno mer 4 nov 2026 alle ore 18:22 Sam Okafor <sam@okafor.example> ha scritto:\n> Potrei martedì 10 novembre alle 9.30.\n", "2026-11-10T09:30", ""},
	},
	"pt": {
		{"Re: entrevista", "Combinado, até lá.\n\nEm qua., 4 de nov. de 2026 às 18:22, Sam Okafor <sam@okafor.example> escreveu:\n> Posso na terça, 10 de novembro, às 9h30.\n", "2026-11-10T09:30", ""},
	},
	"pl": {
		{"Re: rozmowa", "Dobrze, czekamy na Pana.\n\nśr., 4 lis 2026 o 18:22 Sam Okafor <sam@okafor.example> napisał(a):\n> Pasuje mi wtorek 10 listopada o 9:30.\n", "2026-11-10T09:30", ""},
	},
}
