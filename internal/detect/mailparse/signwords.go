package mailparse

// closings are the words that letters end with, in the languages of
// quotewords.go. Strength 2: they are nothing else; 1: they also stand in
// running text and need a name under them. All lower case.
var closings = []struct {
	strength int
	words    []string
}{
	{2, []string{
		"kind regards", "kindest regards", "best regards", "warm regards", "warmest regards", "with kind regards", "with best regards", "many regards",
		"regards", "best wishes", "with best wishes", "all the best", "yours sincerely", "yours faithfully", "yours truly", "sincerely", "very truly yours",
		"respectfully", "cordially", "warmly", "with warm regards", "with thanks and best wishes", "thanks and regards", "thanks & regards", "many thanks and best",
		"thank you and kind regards", "thank you and best regards", "kind rgds", "rgds", "kr", "best regards from", "with appreciation", "with gratitude",
		"ngā mihi", "nga mihi", "slán", "le meas", "cofion", "yours",
		"mit freundlichen grüßen", "mit freundlichen grüssen", "mit freundlichen gruessen", "mit freundlichem gruß", "mit freundlichem gruss", "freundliche grüße", "freundliche grüsse",
		"mit besten grüßen", "mit besten grüssen", "beste grüße", "beste grüsse", "viele grüße", "viele grüsse", "liebe grüße", "liebe grüsse", "herzliche grüße", "herzliche grüsse",
		"mit herzlichen grüßen", "schöne grüße", "sonnige grüße", "mit kollegialen grüßen", "hochachtungsvoll", "mfg", "lg", "vg", "bg", "gruß", "grüße", "gruss", "grüsse", "lieben gruß", "besten gruß", "viele liebe grüße", "mit lieben grüßen",
		"cordialement", "bien cordialement", "très cordialement", "sincères salutations", "salutations distinguées", "meilleures salutations", "bien à vous", "bien à toi",
		"cdlt", "cdt", "bien sincèrement", "sincèrement", "respectueusement", "avec mes salutations", "je vous prie d'agréer", "je vous prie d’agréer", "nous vous prions d'agréer", "nous vous prions d’agréer", "veuillez agréer", "veuillez recevoir", "je vous prie de recevoir", "recevez, madame", "recevez, monsieur", "au plaisir",
		"un saludo", "saludos", "saludos cordiales", "un cordial saludo", "cordiales saludos", "atentamente", "muy atentamente", "le saluda atentamente", "cordialmente", "reciba un cordial saludo", "reciba un saludo", "un abrazo", "un fuerte abrazo", "quedo a su disposición", "saludos,",
		"met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "met hartelijke groet", "groet", "groeten", "groetjes", "mvg", "hoogachtend", "met beste groet", "beste groeten", "fijne dag en groet",
		"cordiali saluti", "distinti saluti", "cordialità", "un cordiale saluto", "saluti", "cari saluti", "un caro saluto", "i migliori saluti", "buona giornata", "a presto",
		"atenciosamente", "att", "att.", "com os melhores cumprimentos", "melhores cumprimentos", "cumprimentos", "com os meus cumprimentos", "abraços", "um abraço", "abraço", "cordiais saudações", "respeitosamente", "saudações",
		"z poważaniem", "z wyrazami szacunku", "pozdrawiam", "pozdrawiam serdecznie", "serdecznie pozdrawiam", "serdeczne pozdrowienia", "z pozdrowieniami", "łączę pozdrowienia", "łączę wyrazy szacunku",
		"med vänliga hälsningar", "vänliga hälsningar", "med vänlig hälsning", "vänligen", "hälsningar", "mvh", "med venlig hilsen", "venlig hilsen", "vennlig hilsen", "med vennlig hilsen", "hilsen", "terveisin", "ystävällisin terveisin", "s pozdravem",
	}},
	{1, []string{
		"best", "thanks", "thank you", "many thanks", "thanks so much", "thanks again", "thank you so much", "thanks in advance", "cheers", "ta", "see you then", "see you soon", "speak soon", "talk soon", "take care", "looking forward", "cheerio", "x", "xx", "with thanks", "love",
		"danke", "vielen dank", "besten dank", "bis dann", "bis bald", "merci", "merci d'avance", "à bientôt", "bonne journée", "bonne soirée", "gracias", "muchas gracias", "hasta pronto", "nos vemos",
		"bedankt", "alvast bedankt", "tot dan", "tot snel", "grazie", "grazie mille", "obrigado", "obrigada", "muito obrigado", "muito obrigada", "até breve", "até já", "beijinhos", "dziękuję", "dzięki", "do zobaczenia", "tack", "tak", "kiitos",
		"amicalement", "bises", "thanking you", "danke für", "vielen dank für", "herzlichen dank", "abrazo", "miłego dnia", "udanego dnia", "is mise le meas", "que tenga", "que tengas", "fijne dag",
		"have a great", "have a good", "have a nice", "einen schönen", "schönen tag", "schönes wochenende", "schönen gruß", "beste grüsse aus", "bonne réception", "buon lavoro", "bom dia", "boa tarde", "tenha um",
	}},
}

// signOffWords is one sign-off.
type signOffWords struct {
	strength int
	words    string
}

// closingsBy are the closings by their first byte, the strong ones first.
var closingsBy = func() (by [256][]signOffWords) {
	for _, list := range closings {
		for _, w := range list.words {
			by[w[0]] = append(by[w[0]], signOffWords{list.strength, w})
		}
	}
	return by
}()

// closingNouns make a short line a sign-off where a name follows.
var closingNouns = map[string]bool{
	"regards": true, "wishes": true, "sincerely": true, "faithfully": true, "grüße": true, "grüßen": true, "grüsse": true, "grüssen": true, "gruß": true, "gruss": true, "gruessen": true, "gruesse": true,
	"salutations": true, "cordialement": true, "saludos": true, "saludo": true, "atentamente": true, "groet": true, "groeten": true, "groetjes": true, "saluti": true, "saluto": true,
	"cumprimentos": true, "atenciosamente": true, "abraço": true, "abraços": true, "abrazo": true, "abrazos": true, "pozdrawiam": true, "pozdrowienia": true, "pozdrowieniami": true, "poważaniem": true, "szacunku": true, "hälsningar": true, "hilsen": true, "hilsner": true,
}

var postscripts = []string{"ps ", "ps:", "ps.", "ps,", "p.s", "pps", "p.p.s", "nb:", "n.b.", "nb.", "nb ", "post scriptum", "ps-", "ps –", "ps -", "pd:", "p.d.", "p.d:"}

// detailLabels begin the lines of an interview's data, however the block under
// the name is laid out.
var detailLabels = []string{
	"date", "time", "when", "day", "start", "interview date", "interview time", "date and time", "date/time", "date & time", "appointment",
	"datum", "uhrzeit", "wann", "termin", "zeit", "tag", "beginn", "quand", "heure", "horaire", "jour", "le :", "fecha", "hora", "cuándo", "cuando", "día",
	"tijd", "wanneer", "tijdstip", "data", "ora", "orario", "quando", "horário", "dia", "godzina", "termin", "kiedy", "dzień", "czas",
}

var deviceWords = []string{
	"sent from my", "sent from mail for", "sent from outlook", "sent from yahoo", "sent via", "sent with proton", "get outlook for", "sent using", "sent on the move",
	"von meinem", "gesendet von", "gesendet mit", "diese nachricht wurde von meinem", "envoyé de mon", "envoyé depuis", "envoyé à partir", "enviado desde", "enviado do meu", "enviado a partir", "enviado de mi", "verzonden vanaf", "verstuurd vanaf", "verzonden met",
	"inviato da", "inviato dal", "wysłane z", "wysłano z", "skickat från", "sendt fra", "lähetetty", "télécharger outlook", "outlook für", "obtener outlook", "download outlook",
}

var disclaimerWords = []string{
	"confidential", "intended recipient", "intended solely", "if you have received this", "legally privileged", "consider the environment", "scanned for viruses", "registered in england", "company number", "registered office",
	"vertrauliche informationen", "nicht der richtige adressat", "nicht der beabsichtigte", "diese e-mail enthält vertrauliche", "handelsregister", "registergericht", "amtsgericht", "geschäftsführer:", "vorstand:", "aufsichtsrat", "denken sie an die umwelt",
	"confidentiel", "destinataire", "pensez à l'environnement", "n'imprimez", "confidencial", "destinatario", "protección de datos", "medio ambiente",
	"vertrouwelijk", "geadresseerde", "disclaimer", "riservat", "riservate", "ai sensi del", "gdpr", "destinatário", "poufne", "adresat", "administratorem danych", "rodo",
	"unsubscribe", "abmelden", "se désabonner", "darse de baja", "uitschrijven", "disiscriviti", "cancelar inscrição", "privacy policy", "privacy notice", "datenschutzerklärung", "all rights reserved", "you are receiving this", "you received this email because", "do not reply to this",
}

var bannerWords = []string{
	"originated from outside", "originates from outside", "external email", "external sender", "this email is from outside", "came from outside", "caution: external", "[external]", "you don't often get email from",
	"externe e-mail", "von einem externen absender", "außerhalb der organisation", "ausserhalb der organisation", "externe email", "courriel externe", "expéditeur externe", "correo externo", "externe afzender", "van buiten de organisatie",
	"email esterna", "mittente esterno", "e-mail externo", "remetente externo", "nadawca zewnętrzny", "spoza organizacji", "sie erhalten nicht oft eine e-mail von", "vous n'obtenez pas souvent", "u ontvangt niet vaak",
}
