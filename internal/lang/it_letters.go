package lang

var itLetters = Letters{
	Formal: Salutations{
		Woman: "Gentile {title} {family},", Man: "Gentile {title} {family},", Title: "Gentile {title} {family},",
		Given: "Gentile {given},", Named: "Gentile {contact},", Nobody: "Buongiorno,",
	},
	Informal: Salutations{Given: "Ciao {given},", Named: "Ciao {contact},", Nobody: "Ciao,"},
	Titles: []Title{
		{Word: "sig.ra", Form: "Sig.ra", Woman: true}, {Word: "signora", Form: "Signora", Woman: true}, {Word: "sig", Form: "Sig.", Man: true},
		{Word: "signor", Form: "Signor", Man: true}, {Word: "signore", Form: "Signor", Man: true},
		{Word: "dott.ssa", Form: "Dott.ssa", Woman: true}, {Word: "dottoressa", Form: "Dottoressa", Woman: true}, {Word: "dr.ssa", Form: "Dott.ssa", Woman: true},
		{Word: "dott", Form: "Dott.", Man: true}, {Word: "dottor", Form: "Dottor", Man: true}, {Word: "dr", Form: "Dott."},
		{Word: "prof.ssa", Form: "Prof.ssa", Woman: true}, {Word: "professoressa", Form: "Professoressa", Woman: true},
		{Word: "prof", Form: "Prof."}, {Word: "professor", Form: "Professor", Man: true}, {Word: "ing", Form: "Ing."},
		{Word: "avv", Form: "Avv."}, {Word: "arch", Form: "Arch."}, {Word: "rag", Form: "Rag."},
	},
	Months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
		"ottobre", "novembre", "dicembre"},
	Weekdays: [7]string{"domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"},
	Date:     "{weekday} {day} {month}",
	FirstDay: "1º",
	On:       []string{"di"},
	And:      " e ",
	Story: Story{
		Confirmed: "il colloquio è stato confermato", Interview: "il colloquio", They: "è arrivata una risposta senza decisione",
		Auto: "è arrivata una risposta automatica", You: "hai scritto", Unsent: "un messaggio è stato messo in Bozze e non è stato inviato",
	},
	Banned: []string{"volevo solo sapere se ci sono novità", "ci sono novità", "avete novità", "hai novità", "torno a scrivere per sapere", "un gentile sollecito",
		"gentile promemoria", "un piccolo promemoria", "spero che questa mail la trovi bene", "mi permetto di ricontattar"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Grazie per il colloquio[ ({role})]

{greeting}

La ringrazio molto per il colloquio[ per la posizione di {role}][ presso {company}]. È stato un piacere conoscere meglio il lavoro e le persone che lo portano avanti.
~
Desidero ringraziarLa per il colloquio[ sulla posizione di {role}][ presso {company}] e per tutto il tempo che vi è stato dedicato.
~
Il colloquio[ per la posizione di {role}][ presso {company}] è stato un vero piacere, e Le esprimo la mia riconoscenza.

La conversazione è stata aperta e stimolante, e il mio entusiasmo per questo lavoro è ora ancora più grande.
~
Ho apprezzato molto un dialogo così cordiale e concreto: ora ho un’idea chiara del lavoro, ed è proprio quello che desidero fare.
~
Ne ho ricavato tante idee, e ancora più voglia di metterle a frutto in questo ruolo.

[Il mio grazie va anche a {others}.]
~
[Ringrazio di cuore anche {others}.]

Cordiali saluti,
{name}
~
Un cordiale saluto,
{name}
~
Con i migliori saluti,
{name}
`,
		"thank-you.informal": `
Subject: Grazie per il colloquio[ ({role})]

{greeting}

Grazie mille per il colloquio[ per la posizione di {role}][ presso {company}]. Mi è piaciuto molto saperne di più sul lavoro.
~
Grazie per la bella chiacchierata[ sulla posizione di {role}][ presso {company}] e per tutto il tempo dedicato.
~
È stato un piacere parlare[ della posizione di {role}][ presso {company}]: grazie davvero!

È stata una conversazione aperta e piacevole, e ora questo lavoro mi entusiasma ancora di più.
~
Adesso riesco a immaginare bene come sarebbe il lavoro, e mi piace proprio.
~
Ho la testa piena di idee, ed è sempre un buon segno: è proprio il tipo di lavoro che fa per me.

[Grazie anche a {others}!]
~
[E un grande grazie anche a {others}.]

Un saluto,
{name}
~
Buona giornata,
{name}
~
Grazie ancora e un caro saluto,
{name}
`,
		"continued-interest.formal": `
Subject: Il mio interesse per la posizione[ di {role}][ presso {company}]

{greeting}

Ripenso con piacere al nostro colloquio[ {on_date}] e desidero dirLe che il mio interesse per la posizione[ di {role}][ presso {company}] è immutato.
~
Dopo il nostro colloquio[ {on_date}] ho riflettuto molto sulla posizione[ di {role}][ presso {company}], e desidero ancora molto ricoprirla.
~
Il nostro colloquio[ {on_date}] mi ha lasciato un’ottima impressione: più penso alla posizione[ di {role}][ presso {company}], più la sento adatta a me.

Ciò che ho saputo del lavoro corrisponde a quello che so fare meglio e che vorrei fare di più.
~
Le attività di cui abbiamo parlato sono quelle che amo, e ho fiducia di poter essere utile in poco tempo.
~
Vedo con chiarezza dove la mia esperienza aiuterebbe e dove imparerei volentieri.

Se desidera sapere altro, che si tratti di referenze, di esempi del mio lavoro o di un nuovo incontro, sono a Sua disposizione.
~
Resto volentieri a disposizione per ogni altra informazione o documento.
~
Se referenze o un secondo colloquio potessero esserLe utili, me ne occuperò con piacere.

Spero vivamente in una risposta positiva: lavorare con voi sarebbe per me una grande gioia.
~
Una risposta favorevole mi farebbe davvero molto piacere.
~
Confido in una Sua decisione favorevole, e lavorare con voi mi renderebbe felice.

Cordiali saluti,
{name}
[{phone}]
~
Un cordiale saluto,
{name}
[{phone}]
~
Con i migliori saluti,
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Sempre molta voglia della posizione[ di {role}][ presso {company}]

{greeting}

Ripenso spesso al nostro colloquio[ {on_date}] e volevo dirti che la posizione[ di {role}][ presso {company}] mi attira sempre allo stesso modo.
~
Dopo il nostro colloquio[ {on_date}] ho pensato molto alla posizione[ di {role}][ presso {company}], e mi piace sempre di più.
~
Il nostro colloquio[ {on_date}] mi ha lasciato un bel ricordo, e la posizione[ di {role}][ presso {company}] mi interessa più che mai.

Quello che ho sentito del lavoro si sposa bene con ciò che so fare e che vorrei fare di più.
~
Le cose di cui abbiamo parlato sono quelle che mi piace fare, e penso che potrei essere utile in fretta.
~
Vedo dove la mia esperienza aiuterebbe, e anche tante cose che imparerei volentieri.

Se vuoi sapere altro, o vedere referenze o esempi del mio lavoro, te li mando volentieri.
~
Se nel frattempo è venuta qualche domanda, rispondo volentieri, per iscritto o a voce.
~
Se ti servono referenze o un’altra chiacchierata, dimmelo pure.

Spero davvero in un sì: mi piacerebbe moltissimo lavorare con voi.
~
Una bella notizia da parte tua mi farebbe felice.
~
Incrocio le dita, perché mi piacerebbe tanto far parte della squadra.

Un saluto,
{name}
[{phone}]
~
Buona giornata,
{name}
[{phone}]
~
Un caro saluto,
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: Una giornata per conoscerci[ ({role})]

{greeting}

La posizione[ di {role}][ presso {company}] continua a interessarmi molto, e ho pensato a come potrei facilitarLe la scelta.
~
Poiché la posizione[ di {role}][ presso {company}] mi sta sempre a cuore, vorrei farLe una proposta semplice.

Verrei volentieri per una giornata, o anche solo per mezza, così da conoscerci: senza costi per voi e senza impegno per nessuno.
~
Che ne direbbe di una giornata insieme, o di mezza? Potremmo conoscerci nella pratica, gratuitamente e senza alcun impegno.

Vedreste se mi trovo bene tra voi, e io conoscerei la vostra quotidianità. Mi adatto al giorno che preferisce.
~
Qualche ora insieme dice spesso più di molte lettere, e mi farebbe piacere in ogni caso. Sulla data mi adatto.

Se da voi non si usa, lo capisco benissimo, e il mio interesse resta lo stesso.
~
Se l’idea non fosse adatta, me lo dica pure liberamente; il mio interesse non cambia.

Cordiali saluti,
{name}
[{phone}]
~
Un cordiale saluto,
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: Una giornata per conoscerci[ ({role})]

{greeting}

La posizione[ di {role}][ presso {company}] mi piace sempre molto, e mi è venuta un’idea che forse rende la scelta più facile.
~
La posizione[ di {role}][ presso {company}] mi attira ancora tanto, quindi ecco una proposta semplice.

Verrei volentieri a passare una giornata con voi, o anche solo mezza, così ci conosciamo: è gratis e senza impegno.
~
E se venissi per un giorno, o solo per mezza giornata? Ci conosceremmo nella pratica, gratis e senza nessun impegno.

Vedresti come mi trovo nel gruppo, e io conoscerei la vostra quotidianità. Il giorno sceglilo tu.
~
Qualche ora insieme dice spesso più di tante mail, e mi farebbe piacere comunque. Per il giorno mi adatto.

Se da voi non si fa, nessun problema: il mio interesse resta lo stesso.
~
E se non va bene, dimmelo pure: la voglia di lavorare con voi resta uguale.

Un saluto,
{name}
[{phone}]
~
Buona giornata,
{name}
[{phone}]
`,
		"call": `
Subject: È ora di telefonare a [{contact}|chi ti ha fatto il colloquio][ ({company})]

{name},

è passato un po’ di tempo dal colloquio[ {on_date}][ per la posizione di {role}][ presso {company}], e non è arrivata nessuna decisione. Un’altra mail non aiuterebbe più; una telefonata breve e gentile sì.

CHI CHIAMARE
[{contact}|la persona che ha fatto il colloquio][, {company}]
[Numero: {number}|Nelle mail non c’era nessun numero: guarda sul sito dell’azienda o chiedi al centralino.]
[Indirizzo, se te lo chiedono: {address}]

QUANDO NON CHIAMARE
Non nel fine settimana e non nei giorni festivi; non prima delle 9 e non dopo le 17, secondo l’ora di lì.
[Nemmeno in questi giorni liberi: {days_off}.]

[CHE COSA È SUCCESSO FINORA
{history}]

CHE COSA CHIEDERE
- È stata presa una decisione? Se no, per quando è attesa?
- Il posto è ancora libero?
- Vogliono sapere altro da te?
Di’ che ti interessa sempre, ringrazia, e fermati lì. Se nessuno risponde, riprova un altro giorno, una volta sola.

UNA PROVA GRATUITA?
Se il posto è ancora libero, puoi offrire una giornata o mezza giornata per conoscersi, gratis e senza impegno. Ad alcune aziende non piace. Non offrirla
- se sono passate meno di due settimane dal colloquio,
- se il posto è andato a un’altra persona,
- se mette a rischio un lavoro che hai,
- se lo fai per disperazione: si nota,
- se il lavoro non soddisfa tutti i tuoi criteri.

CHE COSA SIGNIFICA LA STELLA
Se il posto è libero e il lavoro soddisfa tutti i tuoi criteri, dai una stella a questa mail (contrassegnala). inboxwatch metterà allora la proposta in Bozze al posto di questo foglio, appena tutto il resto lo permette. Non invia nulla. Dalla riga di comando si dice con
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
