package mailparse

// The words that mail clients put around quoted and forwarded mails, in
// English, German, French, Spanish, Dutch, Italian, Portuguese, Polish,
// Swedish, Danish/Norwegian, Finnish and Czech. All lower case.

var wroteWords = []string{
	"wrote", "writes", "said", "says", "schrieb", "a écrit", "a ecrit", "écrit", "escribió", "escribio", "escribi", "schreef", "ha scritto", "scritto", "escreveu",
	"napisał", "napisała", "napisał(a)", "napisal", "pisze", "skrev", "kirjoitti", "napsal", "napsal(a)", "geschreven",
}

var onWords = map[string]bool{
	"on": true, "am": true, "le": true, "el": true, "op": true, "il": true, "em": true, "a": true, "no": true, "dnia": true, "w": true,
	"den": true, "ma": true, "ti": true, "ke": true, "to": true, "pe": true, "la": true, "su": true, "dne": true, "en": true, "em:": true, "vào": true,
	// weekdays that begin an attribution without "on"
	"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true,
	"lun": true, "mar": true, "mer": true, "jeu": true, "ven": true, "sam": true, "dim": true, "mié": true, "jue": true, "vie": true, "sáb": true, "dom": true,
	"gio": true, "seg": true, "ter": true, "qua": true, "qui": true, "sex": true, "pon": true, "pon.": true, "wt": true, "śr": true, "czw": true, "pt": true, "sob": true, "niedz": true,
}

var forwardWords = []string{
	"forwarded message", "begin forwarded message", "start of forwarded message", "forwarded by", "forwarded mail",
	"weitergeleitete nachricht", "anfang der weitergeleiteten", "beginn der weitergeleiteten", "weitergeleitet von", "weitergeleitete e-mail",
	"message transféré", "message transfere", "début du message transféré", "début du message réexpédié", "message réexpédié", "courriel transféré",
	"mensaje reenviado", "inicio del mensaje reenviado", "comienzo del mensaje reenviado",
	"doorgestuurd bericht", "begin doorgestuurd bericht", "doorgezonden bericht",
	"messaggio inoltrato", "inizio messaggio inoltrato", "messaggio reinoltrato",
	"mensagem encaminhada", "mensagem reencaminhada", "início da mensagem encaminhada", "início da mensagem reencaminhada", "começo da mensagem encaminhada",
	"wiadomość przekazana", "przekazana wiadomość", "początek przekazanej wiadomości", "treść przekazanej wiadomości", "przesłana wiadomość", "wiadomość przesłana",
	"vidarebefordrat meddelande", "vidarebefordrat brev", "videresendt", "videresendt meddelelse", "videresendt melding",
	"välitetty viesti", "edelleenlähetetty viesti", "přeposlaná zpráva",
}

var originalWords = []string{
	"original message", "original appointment", "ursprüngliche nachricht", "originalnachricht", "urspr. nachricht", "ursprünglicher termin",
	"message d'origine", "message d’origine", "message original", "rendez-vous d'origine", "mensaje original", "cita original", "messaggio originale",
	"oorspronkelijk bericht", "oorspronkelijke afspraak", "mensagem original", "wiadomość oryginalna", "oryginalna wiadomość", "originalmeddelande",
	"ursprungligt meddelande", "oprindelig meddelelse", "opprinnelig melding", "alkuperäinen viesti", "původní zpráva",
	"ursprüngliche mail", "ursprüngliche e-mail",
}

var forwardPrefixes = map[string]bool{
	"fw": true, "fwd": true, "wg": true, "tr": true, "rv": true, "i": true, "doorst": true, "enc": true, "pd": true, "vb": true, "vs": true,
	"vl": true, "vid": true, "rif": false, "res": false, "fs": true, "rwd": true, "re: fwd": true, "re: fw": true,
}

// label is which header field a word stands for.
type label int8

const (
	labelNone label = iota
	labelFrom
	labelDate
	labelTo
	labelCc
	labelSubject
	labelOther
)

var headerLabels = map[string]label{
	"from": labelFrom, "von": labelFrom, "de": labelFrom, "da": labelFrom, "van": labelFrom, "od": labelFrom, "från": labelFrom, "fra": labelFrom,
	"lähettäjä": labelFrom, "expéditeur": labelFrom, "remitente": labelFrom, "absender": labelFrom, "mittente": labelFrom, "afzender": labelFrom,
	"remetente": labelFrom, "nadawca": labelFrom, "sender": labelFrom,

	"sent": labelDate, "date": labelDate, "gesendet": labelDate, "datum": labelDate, "envoyé": labelDate, "envoyé le": labelDate, "date d'envoi": labelDate,
	"enviado": labelDate, "enviado el": labelDate, "enviada": labelDate, "enviada em": labelDate, "enviado em": labelDate, "fecha": labelDate,
	"inviato": labelDate, "inviato il": labelDate, "data": labelDate, "verzonden": labelDate, "wysłano": labelDate, "wysłane": labelDate,
	"skickat": labelDate, "sendt": labelDate, "dato": labelDate, "lähetetty": labelDate, "päivämäärä": labelDate, "odesláno": labelDate,
	"sent at": labelDate, "when": labelOther,

	"to": labelTo, "an": labelTo, "à": labelTo, "a": labelTo, "para": labelTo, "aan": labelTo, "do": labelTo, "till": labelTo, "til": labelTo,
	"vastaanottaja": labelTo, "komu": labelTo, "destinataire": labelTo, "pour": labelTo, "per": labelTo, "empfänger": labelTo,

	"cc": labelCc, "kopie": labelCc, "copie à": labelCc, "copia": labelCc, "kopia": labelCc, "dw": labelCc, "bcc": labelCc, "kopi": labelCc,
	"kopio": labelCc, "udw": labelCc, "cco": labelCc, "cci": labelCc, "ccn": labelCc,

	"subject": labelSubject, "betreff": labelSubject, "objet": labelSubject, "asunto": labelSubject, "oggetto": labelSubject, "onderwerp": labelSubject,
	"assunto": labelSubject, "temat": labelSubject, "ämne": labelSubject, "emne": labelSubject, "aihe": labelSubject, "předmět": labelSubject,
	"sujet": labelSubject, "betr": labelSubject, "tytuł": labelSubject,

	"reply-to": labelOther, "antwort an": labelOther, "répondre à": labelOther, "responder a": labelOther, "importance": labelOther,
	"wichtigkeit": labelOther, "priorität": labelOther, "organisation": labelOther, "where": labelOther, "attachments": labelOther, "anlagen": labelOther,
	"anhang": labelOther, "pièces jointes": labelOther, "archivos adjuntos": labelOther, "allegati": labelOther, "bijlagen": labelOther,
	"anexos": labelOther, "załączniki": labelOther, "importancia": labelOther, "importanza": labelOther, "urgentie": labelOther, "ważność": labelOther,
	"required attendees": labelOther, "message-id": labelOther, "list-unsubscribe": labelOther,
}
