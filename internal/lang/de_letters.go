package lang

var deLetters = Letters{
	Formal: Salutations{
		Woman: "Sehr geehrte {title} {family},", Man: "Sehr geehrter {title} {family},", Title: "Guten Tag {title} {family},",
		Given: "Guten Tag {given},", Named: "Guten Tag {contact},", Nobody: "Sehr geehrte Damen und Herren,",
	},
	Informal: Salutations{
		Woman: "Liebe {given},", Man: "Lieber {given},", Given: "Hallo {given},", Named: "Hallo {contact},", Nobody: "Hallo zusammen,",
	},
	Titles: []Title{
		{Word: "frau", Form: "Frau", Woman: true}, {Word: "herr", Form: "Herr", Man: true}, {Word: "herrn", Form: "Herr", Man: true},
		{Word: "dr", Form: "Dr."}, {Word: "doktor", Form: "Dr."}, {Word: "prof", Form: "Prof."}, {Word: "professor", Form: "Prof."},
		{Word: "professorin", Form: "Prof."}, {Word: "med"}, {Word: "rer"}, {Word: "nat"}, {Word: "jur"}, {Word: "phil"}, {Word: "pol"},
		{Word: "dipl.-ing"}, {Word: "ing"}, {Word: "mag"},
	},
	Months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
		"Oktober", "November", "Dezember"},
	Weekdays: [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	Date:     "{weekday}, {day}. {month}",
	On:       []string{"am"},
	And:      " und ",
	Story: Story{
		Confirmed: "das Gespräch wurde bestätigt", Interview: "das Gespräch", They: "eine Antwort ohne Entscheidung kam",
		Auto: "eine automatische Antwort kam", You: "du hast geschrieben", Unsent: "eine Nachfassmail kam in die Entwürfe und ist nicht abgeschickt",
	},
	Banned: []string{"wollte nur mal nachfragen", "wollte nur kurz nachfragen", "nur mal nachhaken", "kurz nachhaken", "freundliche erinnerung",
		"hiermit möchte ich nachfragen", "wie ist der stand der dinge", "gibt es schon neuigkeiten", "wollte mich mal melden"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Vielen Dank für das Gespräch[ ({role})]

{greeting}

herzlichen Dank für das Vorstellungsgespräch[ für die Stelle als {role}][ bei {company}]. Es hat mir große Freude gemacht, mehr über die Aufgaben und die Menschen dahinter zu erfahren.
~
für das gute Gespräch[ über die Stelle als {role}][ bei {company}] und die Zeit, die dafür da war, möchte ich mich herzlich bedanken.
~
vielen Dank für das freundliche, anregende Gespräch[ über die Stelle als {role}][ bei {company}].

Der offene Austausch hat mir sehr gefallen, und ich kann mir die Aufgabe jetzt noch besser vorstellen als vorher: Ich würde sie mit Begeisterung übernehmen.
~
Das Gespräch war so angenehm wie aufschlussreich. Es hat mich darin bestärkt, dass diese Arbeit genau das ist, was ich gern tun möchte.
~
Besonders gefallen hat mir, wie konkret und zugewandt wir über die Arbeit gesprochen haben. Meine Freude auf die Aufgabe ist dadurch nur gewachsen.

[Mein Dank gilt ebenso {others}.]
~
[Ebenso herzlich danke ich {others}.]

Mit freundlichen Grüßen
{name}
~
Mit herzlichen Grüßen
{name}
~
Freundliche Grüße
{name}
`,
		"thank-you.informal": `
Subject: Danke für das Gespräch[ ({role})]

{greeting}

vielen Dank für das schöne Gespräch[ über die Stelle als {role}][ bei {company}]. Es hat richtig Spaß gemacht, mehr über die Arbeit zu erfahren.
~
danke für die Zeit und das offene Gespräch[ über die Stelle als {role}][ bei {company}]!
~
das Gespräch[ über die Stelle als {role}][ bei {company}] war klasse, ganz herzlichen Dank dafür.

Es war locker und trotzdem auf den Punkt, und ich habe jetzt noch mehr Lust auf die Aufgabe als vorher.
~
Ich kann mir jetzt viel besser vorstellen, wie die Arbeit aussieht, und freue mich über jedes Detail, das ich gehört habe.
~
Mir schwirrt seitdem der Kopf vor Ideen, und das ist immer ein gutes Zeichen. Genau so eine Aufgabe wünsche ich mir.

[Mein Dank geht auch an {others}.]
~
[Ein Dankeschön natürlich auch an {others}!]

Viele Grüße
{name}
~
Herzliche Grüße
{name}
~
Liebe Grüße
{name}
`,
		"continued-interest.formal": `
Subject: Mein Interesse an der Stelle[ als {role}][ bei {company}]

{greeting}

an unser Gespräch[ {on_date}] denke ich gern zurück. Mein Interesse an der Stelle[ als {role}][ bei {company}] ist unverändert groß.
~
seit unserem Gespräch[ {on_date}] habe ich viel über die Stelle[ als {role}][ bei {company}] nachgedacht, und ich würde sie nach wie vor sehr gern antreten.
~
unser Gespräch[ {on_date}] wirkt bei mir nach: Je länger ich an die Stelle[ als {role}][ bei {company}] denke, desto besser passt sie für mich.

Was ich über die Arbeit erfahren habe, entspricht dem, was ich gut kann und wovon ich gern mehr tun möchte.
~
Die Aufgaben, über die wir gesprochen haben, liegen mir, und ich bin zuversichtlich, dass ich mich rasch nützlich machen könnte.
~
Ich sehe deutlich, wo meine Erfahrung helfen würde und wo ich gern dazulerne.

Wenn Sie noch etwas wissen möchten, seien es Referenzen, Arbeitsproben oder ein weiteres Gespräch, stelle ich es Ihnen gern bereit.
~
Für weitere Auskünfte und Unterlagen stehe ich Ihnen jederzeit gern zur Verfügung.
~
Sollten Zeugnisse, Referenzen oder ein zweites Gespräch für Sie hilfreich sein, richte ich das gern ein.

Über eine positive Antwort würde ich mich sehr freuen.
~
Ich hoffe sehr auf eine Entscheidung zu meinen Gunsten und würde mich freuen, mit Ihnen zu arbeiten.
~
Eine Zusage von Ihnen wäre mir eine große Freude.

Mit freundlichen Grüßen
{name}
[{phone}]
~
Mit besten Grüßen
{name}
[{phone}]
~
Freundliche Grüße
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Immer noch sehr interessiert an der Stelle[ als {role}][ bei {company}]

{greeting}

ich denke gern an unser Gespräch[ {on_date}] zurück und möchte dir sagen, dass mich die Stelle[ als {role}][ bei {company}] so sehr reizt wie am ersten Tag.
~
unser Gespräch[ {on_date}] geht mir noch nach. Die Stelle[ als {role}][ bei {company}] würde ich weiterhin sehr gern antreten.
~
seit unserem Gespräch[ {on_date}] habe ich viel an die Stelle[ als {role}][ bei {company}] gedacht, und sie gefällt mir jedes Mal besser.

Was ich über die Arbeit gehört habe, passt gut zu dem, was ich kann und wovon ich gern mehr machen möchte.
~
Die Aufgaben, über die wir gesprochen haben, machen mir Freude, und ich glaube, ich könnte mich schnell nützlich machen.
~
Ich sehe schon, wo meine Erfahrung helfen würde, und auch einiges, das ich gern dazulernen möchte.

Wenn du noch etwas wissen oder sehen möchtest, etwa Referenzen oder Arbeitsproben, schicke ich es dir gern.
~
Falls noch Fragen aufgetaucht sind, melde dich einfach: Ich schicke gern mehr oder wir sprechen noch einmal.
~
Sollten Referenzen oder ein zweites Gespräch nützlich sein, sag einfach Bescheid.

Über eine Zusage würde ich mich riesig freuen.
~
Ich hoffe sehr, dass es klappt, und freue mich auf das, was wir zusammen schaffen könnten.
~
Ich drücke mir selbst die Daumen und wäre sehr gern dabei.

Viele Grüße
{name}
[{phone}]
~
Herzliche Grüße
{name}
[{phone}]
~
Beste Grüße
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: Ein Kennenlerntag[ ({role})]

{greeting}

die Stelle[ als {role}][ bei {company}] interessiert mich nach wie vor sehr, und ich habe überlegt, wie ich Ihnen die Entscheidung erleichtern könnte.
~
weil mir die Stelle[ als {role}][ bei {company}] weiterhin am Herzen liegt, möchte ich Ihnen einen einfachen Vorschlag machen.

Gern würde ich zu einem Schnuppertag kommen, oder auch nur für einen halben Tag, damit wir uns kennenlernen. Das wäre für Sie kostenlos und für beide Seiten unverbindlich.
~
Wie wäre es mit einem Kennenlerntag, oder einem halben? Ich würde mich umsehen und Ihrem Team über die Schulter schauen, kostenlos für Sie und ohne jede Verpflichtung.

Sie könnten sehen, ob ich zu Ihnen passe, und ich bekäme einen Eindruck von Ihrem Alltag. Nach dem Tag richte ich mich gern.
~
Ein paar Stunden miteinander sagen oft mehr als viele Schreiben, und sie wären mir in jedem Fall eine Freude. Beim Termin bin ich flexibel.

Falls so etwas bei Ihnen nicht üblich ist, habe ich dafür volles Verständnis; an meinem Interesse ändert das nichts.
~
Sollte es bei Ihnen nicht passen, sagen Sie es bitte ganz offen. Mein Interesse bleibt bestehen.

Mit freundlichen Grüßen
{name}
[{phone}]
~
Mit besten Grüßen
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: Ein Schnuppertag[ ({role})]

{greeting}

die Stelle[ als {role}][ bei {company}] reizt mich nach wie vor sehr, und mir ist etwas eingefallen, das dir die Entscheidung leichter machen könnte.
~
weil ich immer noch große Lust auf die Stelle[ als {role}][ bei {company}] habe, hier ein einfacher Vorschlag.

Ich komme gern zu einem Schnuppertag vorbei, oder auch nur für einen halben Tag, damit wir uns kennenlernen. Das kostet euch nichts und verpflichtet niemanden zu etwas.
~
Wie wäre es mit einem Kennenlerntag, oder einem halben? Ich schaue euch über die Schulter, kostenlos und ganz unverbindlich.

Du siehst, ob ich ins Team passe, und ich bekomme einen Eindruck von eurem Alltag. Beim Tag bin ich flexibel.
~
Ein paar Stunden zusammen sagen oft mehr als viele Mails, und Freude machen sie mir auf jeden Fall. Such dir gern einen Tag aus.

Wenn das bei euch nicht geht, ist das überhaupt kein Problem: Mein Interesse bleibt genauso groß.
~
Und falls es nicht passt, sag einfach nein. Ich bin so oder so gern dabei.

Viele Grüße
{name}
[{phone}]
~
Herzliche Grüße
{name}
[{phone}]
`,
		"call": `
Subject: Zeit für einen Anruf bei [{contact}|der Firma][ ({company})]

{name},

seit dem Vorstellungsgespräch[ für die Stelle als {role}][ bei {company}][ {on_date}] ist einige Zeit vergangen, und eine Entscheidung kam nicht. Eine weitere Mail hilft jetzt nicht mehr, ein kurzer, freundlicher Anruf schon.

WEN ANRUFEN
[{contact}|die Person, die das Gespräch geführt hat][, {company}]
[Nummer: {number}|In den Mails stand keine Nummer: Sieh auf der Website der Firma nach oder lass dich über die Zentrale verbinden.]
[Adresse, falls danach gefragt wird: {address}]

WANN NICHT
Nicht am Wochenende und nicht an Feiertagen; nicht vor 9 und nicht nach 17 Uhr, nach der Uhr am Ort der Firma.
[Auch nicht an diesen freien Tagen: {days_off}.]

[WAS BISHER GESCHAH
{history}]

WAS DU FRAGEN KANNST
- Ist eine Entscheidung gefallen? Wenn nicht: Wann ist sie zu erwarten?
- Ist die Stelle noch offen?
- Möchten sie von dir noch etwas wissen?
Sag, dass du weiterhin interessiert bist, bedanke dich, und belass es dabei. Wenn niemand abnimmt, versuch es an einem anderen Tag noch einmal.

EIN SCHNUPPERTAG?
Ist die Stelle noch offen, kannst du einen Tag oder einen halben Tag zum Kennenlernen anbieten, kostenlos und unverbindlich. Manche Firmen mögen das nicht, und arbeiten darfst du an so einem Tag nicht für sie: Es geht ums Kennenlernen. Biete ihn nicht an,
- wenn seit dem Gespräch weniger als zwei Wochen vergangen sind,
- wenn die Stelle an jemand anderen ging,
- wenn du damit eine bestehende Stelle gefährdest,
- wenn du nur verzweifelt bist: Das merkt man,
- wenn an der Stelle nicht alles für dich stimmt.

WAS DER STERN BEDEUTET
Ist die Stelle offen und stimmt an ihr alles für dich, dann markiere diese Mail (gib ihr einen Stern). inboxwatch legt dann statt dieses Zettels das Angebot in die Entwürfe, sobald auch sonst nichts dagegen spricht. Verschickt wird nichts. Auf der Kommandozeile sagst du dasselbe mit
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
