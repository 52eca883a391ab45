package detect

import (
	"testing"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// TestPromisedTold reads promises by the word for telling, and bare weekdays
// behind other days, of mails written on Thursday 5 November 2026.
func TestPromisedTold(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Both of you will hear one way or the other by Tuesday.", "2026-11-10"},
		{"en", "Dr Amin will telephone all three of you by noon on the 12th.", "2026-11-12"},
		{"en", "Please bear with us; I'll give you a reply by the 20th at the latest.", "2026-11-20"},
		{"en", "We see the last two on the 11th. I'll let you know by the Friday.", "2026-11-13"},
		{"en", "Tom is away until Monday and we decide together. You'll have our answer by Friday 13th.", "2026-11-13"},
		{"en", "Could you phone me by Tuesday, please?", ""},
		{"de", "Am Dienstag kommt noch jemand; am Freitag rufen wir euch beide an.", "2026-11-13"},
		{"nl", "De uitkomst delen wij u mee ten laatste op 20 november.", "2026-11-20"},
		{"fr", "Je m'engage à vous téléphoner au plus tard le mardi 17.", "2026-11-17"},
		{"it", "Le diciamo qualcosa entro martedì 17.", "2026-11-17"},
		{"es", "El martes 17 le aviso, sea cual sea el resultado.", "2026-11-17"},
		{"pt", "Até terça, dia 17, damos-lhe uma resposta.", "2026-11-17"},
		{"pl", "Odezwę się do środy.", "2026-11-11"},
	} {
		loc, ref := thursday(t, c.lang)
		day, why := Promised(&mailparse.Message{Text: c.text, Date: ref}, c.lang, ref, loc)
		if day != rules.Day(c.want) {
			t.Errorf("%s: %q: got %q (%s), want %q", c.lang, c.text, day, why.Text, c.want)
		}
	}
}
