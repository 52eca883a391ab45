package mailparse

import (
	"strings"
	"testing"
)

// Replies as clients write them: what is above is own, what is below quoted.
var replyTests = []struct{ name, below string }{
	{"Gmail", "On Thu, Nov 5, 2026 at 9:02 AM Sam Okafor <sam@okafor.example> wrote:\n\n> OLD\n> Sam"},
	{"Gmail, two lines", "On Thu, Nov 5, 2026 at 9:02 AM Sam Okafor <sam.okafor@averylongdomain.example>\nwrote:\n\n> OLD"},
	{"Apple", "On 5 Nov 2026, at 09:02, Sam Okafor <sam@okafor.example> wrote:\n\nOLD\n"},
	{"Apple, quoted", "> On 5 Nov 2026, at 09:02, Sam Okafor <sam@okafor.example> wrote:\n> \n> OLD\n"},
	{"Thunderbird", "On 05/11/2026 09:02, Sam Okafor wrote:\n> OLD"},
	{"Thunderbird German", "Am 05.11.26 um 09:02 schrieb Sam Okafor:\n> OLD"},
	{"German, name first", "Sam Okafor <sam@okafor.example> schrieb am Do., 5. Nov. 2026, 09:02:\n\n> OLD"},
	{"French", "Le jeu. 5 nov. 2026 à 09:02, Sam Okafor <sam@okafor.example> a écrit :\n\n> OLD"},
	{"French, narrow blank", "Le 05/11/2026 à 09:02, Sam Okafor a écrit\u202f:\n> OLD"},
	{"Spanish", "El jue, 5 nov 2026 a las 9:02, Sam Okafor (<sam@okafor.example>) escribió:\n\n> OLD"},
	{"Dutch", "Op do 5 nov 2026 om 09:02 schreef Sam Okafor <sam@okafor.example>:\n\n> OLD"},
	{"Italian", "Il giorno gio 5 nov 2026 alle ore 09:02 Sam Okafor <sam@okafor.example> ha scritto:\n\n> OLD"},
	{"Portuguese", "Em qui., 5 de nov. de 2026 às 09:02, Sam Okafor <sam@okafor.example> escreveu:\n\n> OLD"},
	{"Portuguese, Portugal", "Sam Okafor <sam@okafor.example> escreveu no dia quinta, 5/11/2026 à(s) 09:02:\n\n> OLD"},
	{"Polish", "czw., 5 lis 2026 o 09:02 Sam Okafor <sam@okafor.example> napisał(a):\n\n> OLD"},
	{"Polish, Thunderbird", "W dniu 5.11.2026 o 09:02, Sam Okafor pisze:\n> OLD"},
	{"Swedish", "Den tors 5 nov. 2026 kl 09:02 skrev Sam Okafor <sam@okafor.example>:\n\n> OLD"},
	{"Finnish", "to 5. marrask. 2026 klo 9.02 Sam Okafor (sam@okafor.example) kirjoitti:\n\n> OLD"},
	{"Yahoo", "On Thursday, 5 November 2026 at 09:02:00 GMT, Sam Okafor <sam@okafor.example> wrote: \n\nOLD"},
	{"Outlook", "From: Sam Okafor <sam@okafor.example>\nSent: 05 November 2026 09:02\nTo: Jane Doe <jane@acme.example>\nSubject: Re: Interview\n\nOLD"},
	{"Outlook with rule", "________________________________\nFrom: Sam Okafor <sam@okafor.example>\nSent: Thursday, November 5, 2026 9:02:11 AM\nTo: Jane Doe <jane@acme.example>; Richard Roe\n<r@acme.example>\nSubject: Re: Interview\n\nOLD"},
	{"Outlook German", "Von: Sam Okafor\nGesendet: Donnerstag, 5. November 2026 09:02\nAn: Jane Doe\nBetreff: AW: Gespräch\n\nOLD"},
	{"Outlook French", "De : Sam Okafor\nEnvoyé : jeudi 5 novembre 2026 09:02\nÀ : Jane Doe\nObjet : RE: Entretien\n\nOLD"},
	{"Outlook Spanish", "De: Sam Okafor\nEnviado el: jueves, 5 de noviembre de 2026 9:02\nPara: Jane Doe\nAsunto: RE: Entrevista\n\nOLD"},
	{"Outlook Dutch", "Van: Sam Okafor\nVerzonden: donderdag 5 november 2026 09:02\nAan: Jane Doe\nOnderwerp: RE: Gesprek\n\nOLD"},
	{"Outlook Italian", "Da: Sam Okafor\nInviato: giovedì 5 novembre 2026 09:02\nA: Jane Doe\nOggetto: R: Colloquio\n\nOLD"},
	{"Outlook Portuguese", "De: Sam Okafor\nEnviada em: quinta-feira, 5 de novembro de 2026 09:02\nPara: Jane Doe\nAssunto: RE: Entrevista\n\nOLD"},
	{"Outlook Polish", "Od: Sam Okafor\nWysłano: czwartek, 5 listopada 2026 09:02\nDo: Jane Doe\nTemat: RE: Rozmowa\n\nOLD"},
	{"Outlook Swedish", "Från: Sam Okafor\nSkickat: den 5 november 2026 09:02\nTill: Jane Doe\nÄmne: SV: Intervju\n\nOLD"},
	{"Outlook Danish", "Fra: Sam Okafor\nSendt: 5. november 2026 09:02\nTil: Jane Doe\nEmne: SV: Samtale\n\nOLD"},
	{"bold labels", "*From:* Sam Okafor <sam@okafor.example>\n*Sent:* 05 November 2026 09:02\n*To:* Jane Doe\n*Subject:* Re: Interview\n\nOLD"},
	{"Original Message", "-----Original Message-----\nFrom: Sam Okafor\nSent: 05 November 2026 09:02\nTo: Jane Doe\nSubject: Re: Interview\n\nOLD"},
	{"Ursprüngliche Nachricht", "-----Ursprüngliche Nachricht-----\nVon: Sam\nGesendet: Donnerstag, 5. November 2026 09:02\nAn: Jane\nBetreff: x\n\nOLD"},
	{"bar without header", "----- Original Message -----\nOLD"},
	{"GMX", "Gesendet: Donnerstag, 05. November 2026 um 09:02 Uhr\nVon: \"Sam Okafor\" <sam@okafor.example>\nAn: jane@acme.example\nBetreff: Re: Gespräch\n\nOLD"},
	{"only marks", "> OLD\n>> OLDER"},
	{"Proton", "On Thursday, November 5th, 2026 at 9:02 AM, Sam Okafor <sam@okafor.example> wrote:\n\n> OLD"},
	{"date first", "2026-11-05 9:02 GMT+01:00 Sam Okafor <sam@okafor.example>:\n> OLD"},
}

const ownWords = "Thursday at 14:00 works for us. From our side Richard will join.\n\nPlease ring the bell."

func TestReplies(t *testing.T) {
	for _, tt := range replyTests {
		m := Parse([]byte(textMail("Content-Type: text/plain; charset=utf-8", ownWords+"\n\n"+tt.below)))
		if m.Text != ownWords || strings.Contains(m.Text, "OLD") || !strings.Contains(m.Quoted, "OLD") {
			if tt.name == "date first" && !strings.Contains(m.Text, "OLD") {
				continue // no verb: the line stays, the quote goes
			}
			t.Errorf("%s: text %q, quoted %q", tt.name, m.Text, m.Quoted)
		}
		if strings.Contains(m.Quoted, "> OLD") {
			t.Errorf("%s: marks left in %q", tt.name, m.Quoted)
		}
	}
}

var htmlReplyTests = []struct{ name, below string }{
	{"Gmail", `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Thu, Nov 5, 2026 at 9:02 AM Sam &lt;<a href="mailto:sam@okafor.example">sam@okafor.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid">OLD</blockquote></div>`},
	{"Gmail in a language unknown here", `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">2026. nov. 5., Cs 9:02 dátummal Sam ezt írta:<br></div><blockquote class="gmail_quote">OLD</blockquote></div>`},
	{"Outlook on the web", `<hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Sam<br><b>Sent:</b> Thursday, November 5, 2026 9:02 AM<br><b>To:</b> Jane<br><b>Subject:</b> Re: x</div><div>OLD</div>`},
	{"Outlook on the web, unknown language", `<div id="x_divRplyFwdMsg"><b>送信者:</b> Sam<br></div><div>OLD</div>`},
	{"Outlook desktop", `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Sam<br><b>Sent:</b> 05 November 2026 09:02<br><b>To:</b> Jane<br><b>Subject:</b> Re: x</p></div><p>OLD</p>`},
	{"Apple", `<div><br><blockquote type="cite"><div>On 5 Nov 2026, at 09:02, Sam &lt;sam@okafor.example&gt; wrote:</div><br><div>OLD</div></blockquote></div>`},
	{"Thunderbird", `<div class="moz-cite-prefix">On 05/11/2026 09:02, Sam wrote:<br></div><blockquote type="cite" cite="mid:1@x">OLD</blockquote>`},
	{"Yahoo", `<div id="yahoo_quoted_123" class="yahoo_quoted"><div>On Thursday, Sam wrote:</div><div>OLD</div></div>`},
	{"Proton", `<div class="protonmail_quote">On Thursday, November 5th, 2026 at 9:02 AM, Sam &lt;sam@okafor.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">OLD</blockquote></div>`},
}

func TestHTMLReplies(t *testing.T) {
	for _, tt := range htmlReplyTests {
		m := Parse([]byte(htmlMail("<div>Thursday works.</div><div>Please ring.</div>" + tt.below)))
		if m.Text != "Thursday works.\nPlease ring." || !strings.Contains(m.Quoted, "OLD") {
			t.Errorf("%s: text %q, quoted %q", tt.name, m.Text, m.Quoted)
		}
	}
}

// What looks like a quote and is none stays in the text.
func TestNoQuote(t *testing.T) {
	for _, text := range []string{
		"From: 10:00\nTo: 11:00\nRoom: 4\nBring your passport.",
		"Date: 12 November 2026\nTime: 14:00\nTo: the main gate\nPlease come early.",
		"On Thursday 12 November 2026 at 14:00 we would like to see you:\nRoom 4.",
		"As Jane wrote: bring your passport.\nSee you.",
		"Am Donnerstag, 12.11.2026 um 14:00 Uhr:\nRaum 4.",
		"Position: Baker\nVon: Montag\nBis: Freitag\nWir freuen uns.",
		"Details below\n\n----------\nDate: 12 Nov\nTime: 14:00\n----------\nSee you.",
	} {
		m := Parse([]byte(textMail("Content-Type: text/plain; charset=utf-8", text)))
		if m.Text != text || m.Quoted != "" {
			t.Errorf("%q: text %q, quoted %q", text, m.Text, m.Quoted)
		}
	}
	if m := Parse([]byte(htmlMail(`<p>One</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">Thursday 14:00</blockquote>`))); !strings.Contains(m.Text, "14:00") {
		t.Errorf("an indent was taken for a quote: %q", m.Text)
	}
}

func TestInlineReply(t *testing.T) {
	m := Parse([]byte(textMail("", "Hi Sam,\n\nOn Thu, 5 Nov 2026 at 09:02, Sam <sam@okafor.example> wrote:\n> Is Thursday at 14:00 good?\n\nYes, it is.\n\n> Shall I bring anything?\n\nYour portfolio.\n\nJane")))
	if m.Text != "Hi Sam,\n\nYes, it is.\n\nYour portfolio.\n\nJane" || !strings.Contains(m.Quoted, "Thursday at 14:00") || !strings.Contains(m.Quoted, "bring anything") {
		t.Errorf("text %q, quoted %q", m.Text, m.Quoted)
	}
}

var forwardTests = []struct{ name, subject, body string }{
	{"Gmail", "Fwd: Interview", "FYI\n\n---------- Forwarded message ---------\nFrom: Colm Deasy <colm@dairy.example>\nDate: Tue, 29 Sept 2026 at 10:11\nSubject: Interview\nTo: <shauna@agency.example>\n\n\nINNER"},
	{"Gmail German", "Fwd: Gespräch", "FYI\n\n---------- Forwarded message ---------\nVon: Colm Deasy <colm@dairy.example>\nDate: Di., 29. Sept. 2026 um 10:11 Uhr\nSubject: Interview\nTo: <shauna@agency.example>\n\n\nINNER"},
	{"Apple", "Fwd: Interview", "FYI\n\nBegin forwarded message:\n\n> From: Colm Deasy <colm@dairy.example>\n> Subject: Interview\n> Date: 29 September 2026 at 10:11:42 BST\n> To: Shauna <shauna@agency.example>\n> \n> INNER"},
	{"Apple German", "Fwd: Interview", "FYI\n\nAnfang der weitergeleiteten Nachricht:\n\nVon: Colm Deasy <colm@dairy.example>\nBetreff: Interview\nDatum: 29. September 2026 um 10:11:42 MESZ\nAn: Shauna <shauna@agency.example>\n\nINNER"},
	{"Thunderbird", "Fwd: Interview", "FYI\n\n-------- Forwarded Message --------\nSubject: \tInterview\nDate: \tTue, 29 Sep 2026 10:11:42 +0100\nFrom: \tColm Deasy <colm@dairy.example>\nTo: \tshauna@agency.example\n\nINNER"},
	{"Outlook", "FW: Interview", "FYI\n\nFrom: Colm Deasy <colm@dairy.example>\nSent: 29 September 2026 10:11\nTo: Shauna\nSubject: Interview\n\nINNER"},
	{"Outlook German", "WG: Interview", "FYI\n\nVon: Colm Deasy <colm@dairy.example>\nGesendet: Dienstag, 29. September 2026 10:11\nAn: Shauna\nBetreff: Interview\n\nINNER"},
	{"Outlook French", "TR: Entretien", "FYI\n\nDe : Colm Deasy <colm@dairy.example>\nEnvoyé : mardi 29 septembre 2026 10:11\nÀ : Shauna\nObjet : Interview\n\nINNER"},
	{"Spanish", "RV: Entrevista", "FYI\n\n---------- Mensaje reenviado ----------\nDe: Colm Deasy <colm@dairy.example>\nFecha: 29 sept 2026 10:11\nAsunto: Interview\nPara: shauna@agency.example\n\nINNER"},
	{"Polish", "PD: Rozmowa", "FYI\n\n---------- Wiadomość przekazana ----------\nOd: Colm Deasy <colm@dairy.example>\nData: 29 września 2026 10:11\nTemat: Interview\nDo: shauna@agency.example\n\nINNER"},
}

func TestForwarded(t *testing.T) {
	for _, tt := range forwardTests {
		m := Parse([]byte(strings.Replace(head, "Subject: Interview", "Subject: "+tt.subject, 1) + "Content-Type: text/plain; charset=utf-8\n\n" + tt.body))
		if m.Text != "FYI" || len(m.Forwarded) != 1 {
			t.Errorf("%s: text %q, %d forwarded, quoted %q", tt.name, m.Text, len(m.Forwarded), m.Quoted)
			continue
		}
		f := m.Forwarded[0]
		if f.Text != "INNER" || f.From.Name != "Colm Deasy" || f.From.Address != "colm@dairy.example" || f.Subject != "Interview" || f.Date.Format("2006-01-02 15:04") != "2026-09-29 10:11" {
			t.Errorf("%s: %q from %v, %q, %v", tt.name, f.Text, f.From, f.Subject, f.Date)
		}
	}
}

func TestForwardedAttachment(t *testing.T) {
	inner := strings.Replace(textMail("", "INNER"), "Jane Doe", "Colm Deasy", 1)
	m := Parse([]byte(multi("--B\nContent-Type: text/plain\n\nSee attached.\n--B\nContent-Type: message/rfc822\n\n" + inner + "\n--B--\n")))
	if m.Text != "See attached." || len(m.Forwarded) != 1 || m.Forwarded[0].Text != "INNER" || m.Forwarded[0].From.Name != "Colm Deasy" {
		t.Errorf("%q %+v", m.Text, m.Forwarded)
	}
}

var signatureTests = []struct{ name, body, text, signature string }{
	{"dashes", "Hello.\nSee you.\n\n-- \nJane Doe\nHR", "Hello.\nSee you.", "--\nJane Doe\nHR"},
	{"regards", "Hello.\n\nKind regards,\nJane Doe\nHead of People\n+44 20 7946 0018", "Hello.", "Kind regards,\nJane Doe\nHead of People\n+44 20 7946 0018"},
	{"name on the same line", "Hello.\n\nBest, Jane", "Hello.", "Best, Jane"},
	{"thanks that is no sign-off", "Thanks for your time.\n\nThe interview is on Thursday.\n\nThanks,\nJane", "Thanks for your time.\n\nThe interview is on Thursday.", "Thanks,\nJane"},
	{"thanks first", "Thanks,\n\nwe will see you on Thursday at 14:00 then, room 4.\n\nJane", "Thanks,\n\nwe will see you on Thursday at 14:00 then, room 4.\n\nJane", ""},
	{"German", "Guten Tag,\nbis Donnerstag.\n\nMit freundlichen Grüßen\nJane Doe", "Guten Tag,\nbis Donnerstag.", "Mit freundlichen Grüßen\nJane Doe"},
	{"German, varied", "Guten Tag,\nbis Donnerstag.\n\nMit sehr herzlichen Grüßen aus Köln\nJane Doe", "Guten Tag,\nbis Donnerstag.", "Mit sehr herzlichen Grüßen aus Köln\nJane Doe"},
	{"French", "Bonjour,\nà jeudi.\n\nBien cordialement,\n\nJane Doe\nDRH", "Bonjour,\nà jeudi.", "Bien cordialement,\n\nJane Doe\nDRH"},
	{"Spanish", "Hola:\nhasta el jueves.\n\nUn saludo,\nJane", "Hola:\nhasta el jueves.", "Un saludo,\nJane"},
	{"Dutch", "Hallo,\ntot donderdag.\n\nMet vriendelijke groet,\nJane", "Hallo,\ntot donderdag.", "Met vriendelijke groet,\nJane"},
	{"Italian", "Buongiorno,\na giovedì.\n\nCordiali saluti\nJane", "Buongiorno,\na giovedì.", "Cordiali saluti\nJane"},
	{"Portuguese", "Olá,\naté quinta.\n\nAtenciosamente,\nJane", "Olá,\naté quinta.", "Atenciosamente,\nJane"},
	{"Polish", "Dzień dobry,\ndo czwartku.\n\nZ poważaniem\nJane", "Dzień dobry,\ndo czwartku.", "Z poważaniem\nJane"},
	{"postscript", "Hello.\n\nRegards\nJane\n\nPS: we moved it to Friday at 9:00.", "Hello.\n\nPS: we moved it to Friday at 9:00.", "Regards\nJane"},
	{"details under the name", "Hello.\n\nRegards\nJane\n\nDate: 12 November 2026\nTime: 14:00\n\nAcme Ltd", "Hello.\n\nDate: 12 November 2026\nTime: 14:00", "Regards\nJane\n\nAcme Ltd"},
	{"device", "See you at 3.\n\nSent from my iPhone", "See you at 3.", "Sent from my iPhone"},
	{"disclaimer without sign-off", "See you at 3.\n\nJane\n\nThis message is confidential and intended solely for the person named.", "See you at 3.\n\nJane", "This message is confidential and intended solely for the person named."},
	{"banner", "CAUTION: This email originated from outside the organisation.\n\nSee you at 3.", "See you at 3.", ""},
}

func TestSignature(t *testing.T) {
	for _, tt := range signatureTests {
		m := Parse([]byte(textMail("Content-Type: text/plain; charset=utf-8", tt.body)))
		if m.Text != tt.text || m.Signature != tt.signature {
			t.Errorf("%s:\n text %q\n want %q\n signature %q\n      want %q", tt.name, m.Text, tt.text, m.Signature, tt.signature)
		}
	}
}

func TestFlowed(t *testing.T) {
	for _, tt := range []struct{ name, params, body, text string }{
		{"joined", "", "Your interview is on \nThursday.\nBring \nID.", "Your interview is on Thursday.\nBring ID."},
		{"delsp", "; delsp=yes", "Donau \ndampf\nx", "Donaudampf\nx"},
		{"stuffed", "", " From here \non\n >not a quote", "From here on\n >not a quote"},
		{"paragraph after a trailing blank", "", "One \n\nTwo", "One\n\nTwo"},
	} {
		m := Parse([]byte(textMail("Content-Type: text/plain; format=flowed"+tt.params, tt.body)))
		if m.Text != tt.text {
			t.Errorf("%s: %q, want %q", tt.name, m.Text, tt.text)
		}
	}
}
