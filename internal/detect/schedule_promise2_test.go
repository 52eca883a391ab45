package detect

import (
	"testing"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestPromisedFresh reads promises in further words, of mails written on
// Thursday 5 November 2026.
func TestPromisedFresh(t *testing.T) {
	for _, c := range promisedCases {
		loc, ref := thursday(t, c.lang)
		day, why := Promised(&mailparse.Message{Text: c.text, Date: ref}, c.lang, ref, loc)
		if day != rules.Day(c.want) {
			t.Errorf("%s: %q: got %q (%s), want %q", c.lang, c.text, day, why.Text, c.want)
		}
	}
}

var promisedCases = []struct{ lang, text, want string }{
	{"en", "The partners meet on the 16th and I am instructed to let every applicant know no later than close of business on the 17th.", "2026-11-17"},
	{"en", "Expect my call or a letter by Tuesday week (the 17th).", "2026-11-17"},
	{"en", "Two more to see. We'll ring round by Wednesday evening with a yes or no.", "2026-11-11"},
	{"en", "You can count on hearing from me by the 13th.", "2026-11-13"},
	{"en", "I promise you'll have our verdict before the month is out.", "2026-11-30"},
	{"en", "We should be able to give you an answer by this time next week.", "2026-11-12"},
	{"en", "Decisions go out on 20 November.", "2026-11-20"},
	{"en", "We're hoping to make up our minds by Monday and will email everyone.", "2026-11-09"},
	{"en", "Our process takes up to ten working days, after which we will contact you.", "2026-11-19"},
	{"en", "Please allow two weeks for us to get back to you.", "2026-11-19"},
	{"en", "We will contact shortlisted candidates by 27 November.", "2026-11-27"},
	{"en", "I'll have an answer for you within 48 hours.", "2026-11-07"},
	{"en", "We'd request you to revert with your documents on or before 9th November.", ""},
	{"en", "Feedback can be had by phone up to the end of November.", ""},
	{"en", "Results will be available on request from 20 November.", ""},
	{"en", "If you do not hear from us by the end of the month, your application was not successful.", ""},
	{"en", "We'll be in touch in due course.", ""},
	{"en", "The offer is open until Friday 13 November, so let us know by then.", ""},
	{"en", "We will call you on Tuesday 10 November at 3pm for the interview.", ""},
	{"en", "Interviews take place on 12 November and we will let you know your time.", ""},
	{"en", "Bear with us till Friday, you'll know by then.", "2026-11-06"},
	{"en", "A decision is expected by mid November.", ""},
	{"de", "Sie können fest damit rechnen, dass Sie bis Dienstag von mir hören.", "2026-11-10"},
	{"de", "Spätestens am 17. November sage ich Ihnen, wie wir uns entschieden haben.", "2026-11-17"},
	{"de", "Die Entscheidung fällt bis Monatsende, wir rufen Sie dann an.", "2026-11-30"},
	{"de", "Unsere Rückmeldung erhalten Sie in den nächsten zwei Wochen.", "2026-11-19"},
	{"de", "Bis zum 13. November brauchen wir Ihre Unterlagen.", ""},
	{"de", "Die Ergebnisse können ab dem 20. November eingesehen werden.", ""},
	{"de", "Sollten Sie bis zum 20. November nichts von uns hören, war Ihre Bewerbung leider nicht erfolgreich.", ""},
	{"de", "Ich gebe Ihnen in einer Woche Bescheid.", "2026-11-12"},
	{"fr", "Je vous dis oui ou non mardi au plus tard.", "2026-11-10"},
	{"fr", "Vous serez fixé avant la fin du mois.", "2026-11-30"},
	{"fr", "Notre décision vous sera communiquée le 17 novembre au plus tard.", "2026-11-17"},
	{"fr", "Comptez une quinzaine de jours avant d'avoir de nos nouvelles.", "2026-11-20"},
	{"fr", "Les résultats seront affichés à compter du 20 novembre.", ""},
	{"fr", "Sans nouvelles de notre part d'ici le 20 novembre, considérez que votre candidature n'a pas été retenue.", ""},
	{"fr", "Merci de nous faire parvenir les pièces avant le 13 novembre.", ""},
	{"es", "Te digo algo el martes como muy tarde.", "2026-11-10"},
	{"es", "Antes de que acabe el mes tendrá nuestra decisión.", "2026-11-30"},
	{"es", "Nos comprometemos a responderle en una semana.", "2026-11-12"},
	{"es", "La entrevista tendrá lugar el lunes 16 de noviembre a las 9:40 horas en el ayuntamiento.", ""},
	{"es", "Si no recibe noticias antes del 20 de noviembre, su candidatura no ha sido seleccionada.", ""},
	{"es", "Envíe la documentación antes del 13 de noviembre.", ""},
	{"nl", "Dinsdag hoor je van mij of het doorgaat.", "2026-11-10"},
	{"nl", "Wij hakken de knoop uiterlijk 17 november door en bellen je dan.", "2026-11-17"},
	{"nl", "Voor het eind van de maand krijgt u uitsluitsel.", "2026-11-30"},
	{"nl", "Heb je op 20 november niets gehoord, dan ben je helaas niet geselecteerd.", ""},
	{"nl", "Stuur je documenten voor 13 november op.", ""},
	{"it", "Le dico qualcosa martedì al più tardi.", "2026-11-10"},
	{"it", "Entro fine mese avrà il nostro esito.", "2026-11-30"},
	{"it", "Conti di avere nostre notizie entro una settimana.", "2026-11-12"},
	{"it", "Se non ci sentisse entro il 20 novembre, la sua candidatura non è stata selezionata.", ""},
	{"it", "Invii i documenti entro il 13 novembre.", ""},
	{"pt", "Até terça-feira digo-lhe alguma coisa.", "2026-11-10"},
	{"pt", "Antes do fim do mês terá a nossa decisão.", "2026-11-30"},
	{"pt", "Comprometemo-nos a responder em uma semana.", "2026-11-12"},
	{"pt", "Se não receber notícias até 20 de novembro, a sua candidatura não foi selecionada.", ""},
	{"pt", "Envie os documentos até 13 de novembro.", ""},
	{"pl", "Najpóźniej we wtorek dam Panu odpowiedź.", "2026-11-10"},
	{"pl", "Do końca miesiąca otrzyma Pan naszą decyzję.", "2026-11-30"},
	{"pl", "W ciągu tygodnia oddzwonimy.", "2026-11-12"},
	{"pl", "Jeśli do 20 listopada nie otrzyma Pan odpowiedzi, kandydatura nie została wybrana.", ""},
	{"pl", "Prosimy przesłać dokumenty do 13 listopada.", ""},
}
