package detect

import (
	"strings"

	"inboxwatch/internal/detect/mailparse"
)

// HeaderFields are the fields of a mail that decide whether the rest is worth
// reading. Values may be raw: unfolded, but with their RFC 2047 words.
type HeaderFields struct {
	From, To, ReplyTo, Subject, Date string
	MessageID, InReplyTo, References string
	ListUnsubscribe, ListID          string
	AutoSubmitted, Precedence        string
	ContentType                      string
}

// Known reports whether a mail belongs to what is followed already: its
// sender, the sender's domain or its thread. The address is as written, the
// ids with their brackets.
type Known func(from, messageID, inReplyTo string, references []string) bool

// Verdict says whether a mail is to be read, and why.
type Verdict struct {
	Read   bool
	Reason string
	Domain string // the sender's, lower case; "" where there is none
}

// Triage decides from header fields alone. Recall comes first: all that was
// not sent in bulk is read; bulk mail is passed over only where neither its
// sender nor its subject speaks of hiring and it belongs to nothing known.
func Triage(h HeaderFields, known Known) Verdict {
	var from string
	if list := mailparse.ParseAddresses(h.From); len(list) > 0 {
		from = list[0].Address
	}
	v := Verdict{Read: true, Domain: domainOf(from)}
	bulk := bulkReason(h)
	switch {
	case bulk == "":
		v.Reason = "not sent in bulk"
	case answers(h):
		v.Reason = "an automatic answer"
	case strings.Contains(strings.ToLower(h.ContentType), "calendar"):
		v.Reason = "a calendar"
	case known != nil && known(from, h.MessageID, h.InReplyTo, strings.Fields(h.References)):
		v.Reason = "of a company or thread that is followed"
	case vendorDomain(v.Domain) || vendorDomain(replyDomain(h.ReplyTo)):
		v.Reason = "sent by a hiring system"
	case speaksOfHiring(h.Subject, hiringWords):
		v.Reason = "the subject speaks of hiring"
	case speaksOfHiring(h.From, hiringSenders) || speaksOfHiring(h.ReplyTo, hiringSenders):
		v.Reason = "the sender speaks of hiring"
	case strings.TrimSpace(h.Subject) == "":
		v.Reason = "it has no subject"
	default:
		v.Read, v.Reason = false, bulk+", and neither sender nor subject speaks of hiring"
	}
	return v
}

// bulkReason says by which field a mail is bulk, or "".
func bulkReason(h HeaderFields) string {
	switch strings.ToLower(strings.TrimSpace(h.Precedence)) {
	case "bulk", "list", "junk":
		return "sent in bulk"
	}
	switch {
	case h.ListID != "":
		return "sent to a list"
	case h.ListUnsubscribe != "":
		return "one can unsubscribe from it"
	}
	return ""
}

// answers reports an answer to a mail: out-of-office notes mark themselves as
// bulk so that no robot answers them in turn (RFC 3834). The posts of a
// mailing list answer one another too, but name their list.
func answers(h HeaderFields) bool {
	if auto := strings.ToLower(strings.TrimSpace(h.AutoSubmitted)); strings.HasPrefix(auto, "auto-replied") {
		return true
	}
	return h.ListID == "" && h.ListUnsubscribe == "" && (h.InReplyTo != "" || h.References != "")
}

func vendorDomain(domain string) bool {
	_, ok := Vendor(domain)
	return ok && domain != ""
}

func replyDomain(field string) string {
	if field == "" {
		return ""
	}
	if list := mailparse.ParseAddresses(field); len(list) > 0 {
		return domainOf(list[0].Address)
	}
	return ""
}

func speaksOfHiring(field string, stems []string) bool {
	if field == "" {
		return false
	}
	s := strings.ToLower(mailparse.DecodeText(field))
	for _, stem := range stems {
		if strings.Contains(s, stem) {
			return true
		}
	}
	return false
}

// hiringWords are beginnings and parts of the words for applications, posts,
// interviews and their dates, in English, German, French, Spanish, Dutch,
// Italian, Portuguese and Polish. A word too many costs one mail read in vain.
var hiringWords = []string{
	"interview", "applic", "applied", "candida", "hiring", "recruit", "vacanc", "position", "shortlist", "short-list", "job", "career", "resume", "résumé",
	"your cv", "screening", "onsite", "on-site", "assessment", "next step", "next stage", "internship", "your interest in", "employment", "reschedul", "your meeting", "your appointment", "time slot", "availability",
	"vorstellung", "bewerb", "kandidat", "stelle", "ausschreibung", "praktik", "ausbildung", "probearbeit", "kennenlern", "nächster schritt", "nächste schritte", "ihr interesse", "dein interesse", "einladung zum", "gespräch", "karriere", "terminbestätigung", "absage", "auswahlverfahren",
	"entretien", "embauche", "recrut", "offre d'emploi", "poste", "emploi", "convocation", "votre intérêt", "prochaine étape", "stage", "alternance",
	"entrevista", "empleo", "puesto", "vacante", "oferta de trabajo", "proceso de selección", "proceso selectivo", "selección", "su interés", "tu interés", "próximos pasos", "prácticas",
	"sollicit", "vacature", "gesprek", "kennismak", "functie", "uw interesse", "je interesse", "volgende stap", "werken bij",
	"colloquio", "selezion", "lavoro", "posizione", "tirocinio", "prossimi passi", "suo interesse", "tuo interesse", "assunzion",
	"vaga", "emprego", "processo seletivo", "processo de seleção", "recrutamento", "estágio", "seu interesse", "próximos passos", "próxima etapa",
	"rozmow", "rekrut", "aplikac", "stanowisk", "praca", "pracę", "pracy", "zatrudni", "zainteresowan", "staż", "kolejny etap", "zgłoszeni",
}

// hiringSenders are the same for names and addresses of senders.
var hiringSenders = []string{
	"recruit", "recrut", "rekrut", "talent", "hiring", "career", "karriere", "carriere", "carrière", "kariera", "jobs@", "job@", "jobs.", "hr@", "hr-", "human resources", "people@", "people team", "candidat", "kandidat",
	"bewerb", "personal@", "personalabteilung", "personalwesen", "stellen", "rh@", "drh", "rrhh", "ressources humaines", "recursos humanos", "risorse umane", "empleo", "emploi", "emprego", "vagas", "lavor", "selezion", "seleccion", "selección",
	"sollicit", "werving", "werkenbij", "vacature", "praca@", "kadry", "personeel", "interview", "applicat", "selectie", "staffing",
}
