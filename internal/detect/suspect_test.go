package detect

import (
	"strings"
	"testing"

	"inboxwatch/internal/detect/mailparse"
)

func suspectMail(header, body string) *mailparse.Message {
	if !strings.Contains(header, "From:") {
		header = "From: Jane Doe <jane@acme.example>\n" + header
	}
	return mailparse.Parse([]byte(header + "To: Sam <sam@okafor.example>\nSubject: Your interview\nDate: Thu, 5 Nov 2026 09:15:00 +0000\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=utf-8\n\n" + body))
}

var suspectTests = []struct {
	name, header, body string
	want               string // part of the one warning; "" for none
}{
	// who it pretends to be
	{"name shows another address", "From: \"hr@google.com\" <hr@gooogle-jobs.example>\n", "Hello", "hr@google.com"},
	{"name and address of another domain", "From: \"Jane Doe (jane@acme.com)\" <jd@evil.example>\n", "Hello", "jane@acme.com"},
	{"name shows the same domain", "From: \"jane@mail.acme.example\" <noreply@acme.example>\n", "Hello", ""},
	{"name of a place", "From: \"Moira @ The Copper Kettle\" <copperkettle.leith@gmail.com>\n", "Hello", ""},
	{"hiring system shows the recruiter's address", "From: \"jane@acme.com\" <no-reply@us.greenhouse-mail.io>\n", "Hello", ""},
	{"Cyrillic a in a Latin domain", "From: Jane <jane@\u0430cme.example>\n", "Hello", "alphabets"},
	{"the same in punycode", "From: Jane <jane@xn--cme-5cd.example>\n", "Hello", "alphabets"},
	{"all Cyrillic, read as Latin", "From: Jane <jane@\u0430\u0440\u0440\u04cf\u0435.com>\n", "Hello", "look like Latin"},
	{"all Cyrillic lookalikes", "From: Jane <jane@\u0440\u0430\u0441\u0435.com>\n", "Hello", "look like Latin"},
	{"honest Cyrillic", "From: Иван <ivan@пример.рф>\n", "Hello", ""},
	{"umlaut", "From: Jane <jane@bäckerei-müller.de>\n", "Hello", ""},
	{"umlaut in punycode", "From: Jane <jane@xn--mller-kva.de>\n", "Hello", ""},
	{"punycode of nonsense", "From: Jane <jane@xn--99999999999.example>\n", "Hello", "cannot be read"},
	// where answers go
	{"answers to a private mailbox", "Reply-To: hr.desk774@gmail.com\n", "Hello", "private address"},
	{"answers to the sender's private mailbox", "Reply-To: jane.doe1980@gmail.com\n", "Hello", ""},
	{"answers to the firm's private mailbox", "Reply-To: acme.bakery@gmail.com\n", "Hello", ""},
	{"answers to another firm", "Reply-To: jane@acme-group.example\n", "Hello", ""},
	{"answers to a hiring system", "Reply-To: x@hire.lever.co\n", "Hello", ""},
	{"hiring system, answers to a private mailbox", "From: Acme <no-reply@us.greenhouse-mail.io>\nReply-To: bakery@gmail.com\n", "Hello", ""},
	// what it wants
	{"Telegram", "", "The interview will be held on Telegram, add @pcollins_hiring.", "Telegram"},
	{"Telegram, German", "", "Das Vorstellungsgespräch findet über Telegram statt.", "Telegram"},
	{"Telegram channel in a footer", "", "Your interview is on Thursday.\n\nFollow us on Telegram, Instagram, Facebook", ""},
	{"text interview", "", "This will be a text-based interview.", "text messages"},
	{"WhatsApp if late", "", "Interview on Thursday at 10. If you are late send me a WhatsApp.", ""},
	{"WhatsApp interview alone", "", "The interview will be a WhatsApp video call.", ""},
	{"WhatsApp and easy money, from a free mailbox", "From: HR Department <hr77@gmail.com>\n", "No experience needed. Contact our hiring manager on WhatsApp for the interview.", "scam"},
	{"fee", "", "To confirm your interview please pay the refundable security deposit of $50.", "money"},
	{"fee, Spanish", "", "Para la entrevista debe abonar los gastos de gestión mediante transferencia.", "money"},
	{"fee, Polish", "", "Prosimy o przelew: opłata rejestracyjna 50 zł.", "money"},
	{"warns of fees", "", "Please note: Acme will never ask you to pay a registration fee.", ""},
	{"warns of Telegram", "", "Beware of fraud: we never hold interviews on Telegram.", ""},
	{"travel is refunded", "", "Your train ticket is refunded: send us the receipt and we pay within a week.", ""},
	{"cheque", "", "We will send you a check to purchase office equipment.", "cheque"},
	{"cheque of references", "", "We will send you a background check form, and a laptop on your first day.", ""},
	{"gift cards", "", "Please buy a gift card of $100 for the interview.", "gift cards"},
	{"gift card as thanks", "", "As thanks for your time we will send you a gift card of $50.", ""},
	{"transfer", "", "Send the deposit by Western Union and we pay it back after the interview.", "money transfer"},
	{"password", "", "To open the offer sign in with your e-mail password.", "password"},
	{"offer asks for bank details", "", "We are delighted to offer you the job. Please bring your bank details and passport on your first day.", ""},
	{"Hangouts", "", "The interview will be on Google Hangouts: https://hangouts.google.com/x", ""},
	{"plain", "", "See you on Thursday at 14:00.", ""},
}

func TestSuspect(t *testing.T) {
	for _, tt := range suspectTests {
		got := Suspect(suspectMail(tt.header, tt.body))
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || !strings.Contains(got[0], tt.want)) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		for _, w := range got {
			if mailparse.Clean(w) != w || !strings.HasSuffix(w, ".") {
				t.Errorf("%s: unclean warning %q", tt.name, w)
			}
		}
	}
}

// TestSuspectSparesTheCorpus: no warning on any mail of a real employer, and
// one on each of the scams.
func TestSuspectSparesTheCorpus(t *testing.T) {
	warned := map[string]bool{}
	eachLabelled(t, func(file, kind string, m *mailparse.Message) {
		if w := Suspect(m); len(w) > 0 {
			warned[file] = true
			if kind != "other" {
				t.Errorf("%s (%s): %q", file, kind, w)
			} else {
				t.Logf("%s: %q", file, w) // scams, and nothing else
			}
		}
	})
	for _, f := range []string{"0029-telegram-interview-scam.eml", "0170-docusign-phish-offer.eml"} {
		if !warned[f] {
			t.Errorf("%s is not warned about", f)
		}
	}
}

func BenchmarkSuspect(b *testing.B) {
	m := suspectMail("", strings.Repeat("Your interview is on Thursday at 14:00 in room four. ", 50))
	b.ReportAllocs()
	for b.Loop() {
		Suspect(m)
	}
}
