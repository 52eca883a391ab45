package detect

import (
	"strings"

	"inboxwatch/internal/detect/mailparse"
)

// sign is one thing that job scams do. Words are looked for in the folded
// text; a sign with near words counts only where one of both stands within
// reach of the other, and none counts where the mail warns of it.
type sign struct {
	name    string
	weight  int
	warning string // "" where the sign alone says nothing
	words   []string
	near    []string // one of them must stand near; none asked for where empty
	not     []string // none of them may
}

const (
	suspectAt  = 2   // the weight at which a mail is warned about
	nearBytes  = 140 // how far apart words of one sign may stand
	scamBytes  = 16 << 10
	negatedWay = 70 // bytes before a word in which a "never" takes it back
)

var signs = []sign{
	{name: "chat", weight: 2, warning: "It wants to hold the interview by text messages on Telegram or a like service.",
		words: []string{"on telegram", "via telegram", "over telegram", "through telegram", "using telegram", "telegram app", "telegram interview", "telegram messenger", "t.me/", "on wire", "wickr", "on signal", "zangi",
			"auf telegram", "über telegram", "per telegram", "sur telegram", "por telegram", "en telegram", "su telegram", "tramite telegram", "op telegram", "przez telegram", "na telegramie", "no telegram", "pelo telegram"},
		near: interviewStems, not: []string{"follow", "channel", "newsletter", "kanal", "folg", "canal", "suivez", "síguenos", "siga", "seguici", "volg", "obserwuj", "facebook", "instagram"}},
	{name: "hangouts", weight: 1, words: []string{"on hangouts", "google hangouts", "hangout app", "hangouts app"}, near: interviewStems},
	{name: "whatsapp", weight: 1,
		words: []string{"whatsapp", "whats app"},
		near:  append([]string{"hiring manager", "human resource", "hr manager", "briefing", "contact our", "message our", "kontaktieren sie unser", "contactez notre", "contacte con nuestro", "contatta il nostro"}, interviewStems...)},
	{name: "text interview", weight: 2, warning: "It wants to hold the interview by text messages.",
		words: []string{"text-based interview", "text based interview", "text message interview", "interview via text", "chat-based interview", "online text interview", "im interview", "instant messaging interview"}},
	{name: "fee", weight: 2, warning: "It asks for money before the job begins.",
		words: []string{"registration fee", "processing fee", "security deposit", "refundable", "application fee", "training fee", "background check fee", "visa fee", "pay the fee", "caution money", "interview fee", "equipment fee", "starter kit",
			"bearbeitungsgebühr", "registrierungsgebühr", "kaution", "vorab überweisen", "frais de dossier", "frais d'inscription", "frais de formation", "gastos de gestión", "cuota de inscripción", "tasa de inscripción", "pago de inscripción",
			"inschrijfkosten", "administratiekosten", "borgsom", "quota di iscrizione", "spese di registrazione", "spese di istruttoria", "taxa de inscrição", "taxa de cadastro", "taxa de processamento", "opłata rejestracyjna", "opłatę rejestracyjną", "opłata wpisowa", "kaucj"},
		near: []string{"pay", "transfer", "send", "deposit", "refund", "zahlen", "überweis", "bezahl", "payer", "verser", "virement", "pagar", "abonar", "transferencia", "betalen", "overmaken", "pagare", "versare", "bonifico", "transferência", "wpłac", "przelew", "zapłac"}},
	{name: "check", weight: 2, warning: "It wants to send a cheque or buy equipment through you.",
		words: []string{"cashier's check", "cashiers check", "certified check", "send you a check", "mail you a check", "check will be sent", "deposit the check", "mobile deposit", "e-check", "echeck", "approved vendor", "accredited vendor", "certified vendor"},
		near:  []string{"equipment", "office", "software", "deposit", "purchase", "laptop", "vendor", "bank"}},
	// Gift cards are also what users' interviews are thanked with: only buying
	// them is a sign.
	{name: "gift card", weight: 2, warning: "It asks for gift cards.",
		words: []string{"gift card", "itunes card", "steam card", "geschenkkarte", "guthabenkarte", "carte cadeau", "tarjeta regalo", "tarjetas regalo", "cadeaubon", "carta regalo", "cartão presente", "karta podarunkowa"},
		near:  []string{"buy ", "purchase", "kaufen", "achete", "comprar", "compre", "kopen", "acquist", "kupić", "proszę kup"}},
	{name: "coin", weight: 2, warning: "It asks for cryptocurrency or a money transfer.",
		words: []string{"bitcoin", "usdt", "western union", "moneygram", "crypto wallet", "cash app", "zelle"},
		near:  []string{" buy", "purchase", " pay ", " send ", "deposit", "kaufen", "zahlen", "schicken", "achete", "envoye", "pagar", "comprar", "enviar", "kopen", "betalen", "acquist", "inviar", "kupić", "wysłać"}},
	{name: "password", weight: 2, warning: "It asks for the password of your mailbox.",
		words: []string{"email password", "e-mail password", "mail password", "webmail password", "password of your e-mail", "password of your email", "email login", "sign in with your email to view", "verify your email account", "verify your mailbox", "mailbox password",
			"e-mail-passwort", "mailpasswort", "passwort ihres e-mail", "mot de passe de votre messagerie", "mot de passe de votre boîte", "contraseña de su correo", "contraseña de tu correo", "wachtwoord van uw e-mail", "password della tua e-mail", "senha do seu e-mail", "hasło do poczty", "hasło do skrzynki"}},
	{name: "bank data", weight: 1,
		words: []string{"bank account number", "account and routing number", "online banking", "bank login", "credit score", "credit report", "card number", "photo of your id", "front and back of your", " ssn", "social security number", "kontozugang", "relevé bancaire", "datos bancarios", "dati bancari", "dados bancários", "dane do logowania"},
		near:  interviewStems},
	{name: "easy money", weight: 1,
		words: []string{"no experience needed", "no experience required", "no prior experience", "no interview needed", "weekly pay", "paid weekly", "per hour for training", "work from home", "part-time remote", "sign-on bonus", "start immediately", "limited slots", "earn up to", "urgently hiring",
			"ohne vorkenntnisse", "von zu hause", "sans expérience", "sin experiencia", "geen ervaring nodig", "senza esperienza", "sem experiência", "bez doświadczenia"}},
	{name: "résumé seen", weight: 1,
		words: []string{"we saw your resume", "reviewed your resume on", "resume has been reviewed", "resume was reviewed", "your resume on indeed", "found your resume", "profile on ziprecruiter", "came across your resume"}},
}

// interviewStems are parts of the words for interviews and hiring.
var interviewStems = []string{"interview", "vorstellungs", "entretien", "entrevista", "sollicitatie", "colloquio", "rozmow", "bewerbungsgespräch", "selection process"}

// negations take a sign back: "we will never ask you for a fee".
var negations = []string{"never", " not ", "n't", "no fee", "without", "free of", "beware", "scam", "fraud", "niemals", " nie ", "nicht", "kein", "betrug", "jamais", " pas ", "aucun", "arnaque", "nunca", " no ", "sin ", "estafa",
	"nooit", " niet ", " geen ", "oplicht", " mai ", " non ", "truff", "não", "sem ", "golpe", "nigdy", " bez ", "oszust"}

// scam looks for the ways of job scams in the sender's own words.
func scam(m *mailparse.Message) []string {
	s := m.Subject + "\n" + m.Text + "\n" + m.Signature
	s = strings.ToLower(s[:min(len(s), scamBytes)])
	found := findSigns(s)
	weight, strong := 0, false
	var warnings []string
	for i := range signs {
		g := &signs[i]
		if !found[i] {
			continue
		}
		weight += g.weight
		strong = strong || g.weight > 1
		if g.warning != "" {
			warnings = append(warnings, g.warning)
		}
	}
	if weight == 0 {
		return nil
	}
	// A stranger with a free mailbox who speaks for a firm's personnel office.
	if !strong && isFreemail(domainOf(m.From.Address)) && officeName(m.From.Name) {
		weight++
	}
	switch {
	case weight < suspectAt:
		return nil
	case len(warnings) == 0:
		return []string{"It shows several signs of a job scam: an interview over a chat service, easy money or a request for private data."}
	}
	return warnings
}

// officeName reports a display name of an office instead of a person.
func officeName(name string) bool {
	name = strings.ToLower(name)
	for _, w := range []string{"hiring", "recruit", "human resource", "hr ", "talent", "career", "personalabteilung", "ressources humaines", "recursos humanos", "risorse umane", "rekrutacj"} {
		if strings.Contains(name+" ", w) {
			return true
		}
	}
	return false
}

// signWord is a word of a sign.
type signWord struct {
	sign int
	word string
}

// signIndex holds the words by their first four bytes; pairs tells most
// places of a text apart by two.
var signIndex, signPairs = func() (map[string][]signWord, *[1 << 16]bool) {
	index, pairs := map[string][]signWord{}, new([1 << 16]bool)
	for i, g := range signs {
		for _, w := range g.words {
			index[w[:4]] = append(index[w[:4]], signWord{i, w})
			pairs[int(w[0])<<8|int(w[1])] = true
		}
	}
	return index, pairs
}()

const maxSignTries = 200 // places with a sign's word that are looked at

// findSigns goes through s once and gives the signs that stand in it and are
// not taken back.
func findSigns(s string) map[int]bool {
	var found map[int]bool
	tries := 0
	for i := 0; i+4 <= len(s) && tries < maxSignTries; i++ {
		if !signPairs[int(s[i])<<8|int(s[i+1])] {
			continue
		}
		for _, w := range signIndex[s[i:i+4]] {
			if found[w.sign] || !strings.HasPrefix(s[i:], w.word) {
				continue
			}
			tries++
			if signs[w.sign].holds(s, i, w.word) {
				if found == nil {
					found = map[int]bool{}
				}
				found[w.sign] = true
			}
		}
	}
	return found
}

// holds judges one place of a word by what stands around it.
func (g *sign) holds(s string, i int, word string) bool {
	if negated(s, i) {
		return false
	}
	passage := strings.Replace(s[max(0, i-nearBytes):min(len(s), i+len(word)+nearBytes)], word, " ", 1)
	return (len(g.near) == 0 || containsAny(passage, g.near)) && !containsAny(passage, g.not)
}

// negated reports a word that is warned of or denied shortly before.
func negated(s string, at int) bool {
	before := s[max(0, at-negatedWay):at]
	if i := strings.LastIndexAny(before, ".!?\n"); i >= 0 {
		before = before[i:]
	}
	return containsAny(before, negations)
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
