package detect

import (
	"testing"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestPromised reads promises of mails written on Thursday 5 November 2026.
func TestPromised(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "You'll hear from us by Friday the 20th.", "2026-11-20"},
		{"en", "We'll let you know by close of play Monday.", "2026-11-09"},
		{"en", "We aim to get back to you within five working days.", "2026-11-12"},
		{"en", "I will let you know by the end of next week.", "2026-11-13"},
		{"en", "You should have a decision by 30 November at the latest.", "2026-11-30"},
		{"en", "Expect to hear from me early next week.", ""},
		{"en", "We'll be in touch in the next two weeks with the outcome.", "2026-11-19"},
		{"en", "You will hear from us by the end of the month.", "2026-11-30"},
		{"en", "We will make a decision no later than 18 November and inform all candidates.", "2026-11-18"},
		{"en", "Please let us know by Friday whether you accept.", ""},
		{"en", "Please send us your references by 12 November.", ""},
		{"en", "We need your answer by Monday.", ""},
		{"en", "The committee meets on the 12th, and you'll have our answer by Monday, 16th November.", "2026-11-16"},
		{"en", "I'll call you on Friday with the result.", "2026-11-06"},
		{"en", "We'll come back to you before Friday 13 November.", "2026-11-13"},
		{"en", "We hope to have news for you in about ten days.", "2026-11-15"},
		{"en", "I'll get back to you tomorrow.", "2026-11-06"},
		{"en", "We will get back to you soon.", ""},
		{"en", "Thank you for coming in on 3 November.", ""},
		{"en", "If you have not heard from us by 27 November, please assume that you were not successful.", ""},
		{"de", "Wir melden uns bis Ende der Woche bei Ihnen.", "2026-11-06"},
		{"de", "Sie hören spätestens am Freitag, den 13. November, von uns.", "2026-11-13"},
		{"de", "Eine Entscheidung teilen wir Ihnen bis zum 20.11. mit.", "2026-11-20"},
		{"de", "Wir melden uns Anfang nächster Woche.", ""},
		{"de", "Sie erhalten innerhalb von zwei Wochen Bescheid.", "2026-11-19"},
		{"de", "Bitte geben Sie uns bis Montag Bescheid.", ""},
		{"de", "Bis Mitte nächster Woche wissen wir mehr.", ""},
		{"de", "Wir geben dir bis nächsten Mittwoch Bescheid.", "2026-11-11"},
		{"fr", "Nous reviendrons vers vous d'ici vendredi.", "2026-11-06"},
		{"fr", "Vous aurez notre réponse avant le 20 novembre.", "2026-11-20"},
		{"fr", "Nous vous tiendrons informé sous dix jours.", "2026-11-15"},
		{"fr", "Je vous recontacte d'ici la fin de la semaine prochaine pour vous donner notre décision.", "2026-11-13"},
		{"fr", "Nous vous donnerons une réponse en début de semaine prochaine.", ""},
		{"fr", "Merci de nous donner votre réponse avant lundi.", ""},
		{"es", "Te daremos una respuesta antes del viernes.", "2026-11-06"},
		{"es", "Le comunicaremos la decisión a más tardar el 18 de noviembre.", "2026-11-18"},
		{"es", "Tendrás noticias nuestras en un plazo de diez días hábiles.", "2026-11-19"},
		{"es", "Te diremos algo a principios de la semana que viene.", ""},
		{"es", "Por favor, envíanos tu respuesta antes del lunes.", ""},
		{"es", "Recibirá respuesta a finales de mes.", "2026-11-30"},
		{"nl", "Je hoort uiterlijk vrijdag van ons.", "2026-11-06"},
		{"nl", "We laten het je voor 20 november weten.", "2026-11-20"},
		{"nl", "U ontvangt binnen vijf werkdagen bericht.", "2026-11-12"},
		{"nl", "Begin volgende week hoor je van ons.", ""},
		{"nl", "Eind volgende week laten we je de uitslag weten.", "2026-11-13"},
		{"nl", "Graag ontvangen wij uw antwoord voor maandag.", ""},
		{"it", "Le faremo sapere entro venerdì 13 novembre.", "2026-11-13"},
		{"it", "Avrà una risposta entro la fine della settimana.", "2026-11-06"},
		{"it", "Ti daremo un riscontro nelle prossime due settimane.", "2026-11-19"},
		{"it", "La ricontatteremo all'inizio della prossima settimana.", ""},
		{"it", "La preghiamo di darci una risposta entro lunedì.", ""},
		{"pt", "Entraremos em contacto até sexta-feira, dia 13.", "2026-11-13"},
		{"pt", "Daremos retorno até o fim do mês.", "2026-11-30"},
		{"pt", "Receberá uma resposta no prazo de cinco dias úteis.", "2026-11-12"},
		{"pt", "Damos notícias no início da próxima semana.", ""},
		{"pt", "Agradecemos a sua resposta até segunda-feira.", ""},
		{"pl", "Odezwiemy się do Pani do piątku.", "2026-11-06"},
		{"pl", "Decyzję przekażemy najpóźniej 18 listopada.", "2026-11-18"},
		{"pl", "Damy znać za dwa tygodnie.", "2026-11-19"},
		{"pl", "Poinformujemy o wyniku w ciągu pięciu dni roboczych.", "2026-11-12"},
		{"pl", "Odezwiemy się na początku przyszłego tygodnia.", ""},
		{"pl", "Prosimy o odpowiedź do poniedziałku.", ""},
	} {
		loc, ref := thursday(t, c.lang)
		day, _ := Promised(&mailparse.Message{Text: c.text, Date: ref}, c.lang, ref, loc)
		if day != rules.Day(c.want) {
			t.Errorf("%s: %q: got %q, want %q", c.lang, c.text, day, c.want)
		}
	}
}

// thursday is 5 November 2026, 09:15, in the language's zone.
func thursday(t *testing.T, lang string) (*time.Location, time.Time) {
	t.Helper()
	loc, err := time.LoadLocation(defaultZones[lang])
	if err != nil {
		t.Fatal(err)
	}
	return loc, time.Date(2026, 11, 5, 9, 15, 0, 0, loc)
}

func TestBackOn(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "I am out of the office and will be back on Monday 16 November.", "2026-11-16"},
		{"en", "I'm on leave until Friday 13 November.", "2026-11-16"},
		{"en", "I am away until Monday 16 November. For urgent matters call Sue.", "2026-11-16"},
		{"en", "I am out of the office from 2 November to 11 November inclusive.", "2026-11-12"},
		{"en", "I'm currently on annual leave, returning on 12/11/2026.", "2026-11-12"},
		{"en", "Back Tuesday.", "2026-11-10"},
		{"en", "Thank you for your mail, we will answer soon.", ""},
		{"de", "Ich bin bis einschließlich 13.11. nicht im Büro.", "2026-11-16"},
		{"de", "Ab Montag, den 16. November bin ich wieder für Sie da.", "2026-11-16"},
		{"de", "Ich bin am 12.11.2026 wieder erreichbar.", "2026-11-12"},
		{"fr", "Je suis absente jusqu'au vendredi 13 novembre inclus.", "2026-11-16"},
		{"fr", "Je serai de retour le 16 novembre.", "2026-11-16"},
		{"es", "Estaré fuera hasta el viernes 13 de noviembre.", "2026-11-16"},
		{"es", "Vuelvo el lunes 16 de noviembre.", "2026-11-16"},
		{"nl", "Ik ben afwezig t/m vrijdag 13 november.", "2026-11-16"},
		{"nl", "Op maandag 16 november ben ik weer bereikbaar.", "2026-11-16"},
		{"it", "Sono in ferie fino al 13 novembre.", "2026-11-16"},
		{"it", "Rientrerò il 16 novembre.", "2026-11-16"},
		{"pt", "Estou ausente até sexta-feira, 13 de novembro.", "2026-11-16"},
		{"pt", "Estarei de volta no dia 16 de novembro.", "2026-11-16"},
		{"pl", "Jestem nieobecna do 13 listopada.", "2026-11-16"},
		{"pl", "Wracam do biura 16 listopada.", "2026-11-16"},
	} {
		loc, ref := thursday(t, c.lang)
		day, _ := BackOn(&mailparse.Message{Text: c.text, Date: ref}, c.lang, ref, loc)
		if day != rules.Day(c.want) {
			t.Errorf("%s: %q: got %q, want %q", c.lang, c.text, day, c.want)
		}
	}
}
