package lang

var nlLetters = Letters{
	Formal: Salutations{
		Woman: "Geachte {title} {family},", Man: "Geachte {title} {family},", Title: "Geachte {title} {family},",
		Given: "Beste {given},", Named: "Beste {contact},", Nobody: "Geachte heer, mevrouw,",
	},
	Informal: Salutations{Given: "Beste {given},", Named: "Beste {contact},", Nobody: "Hallo,"},
	Titles: []Title{
		{Word: "mevrouw", Form: "mevrouw", Woman: true}, {Word: "mw", Form: "mevrouw", Woman: true}, {Word: "mevr", Form: "mevrouw", Woman: true},
		{Word: "heer", Form: "heer", Man: true}, {Word: "dhr", Form: "heer", Man: true}, {Word: "meneer", Form: "heer", Man: true},
		{Word: "dr", Form: "dr."}, {Word: "drs", Form: "drs."}, {Word: "ir", Form: "ir."}, {Word: "ing", Form: "ing."},
		{Word: "mr", Form: "mr."}, {Word: "prof", Form: "professor"}, {Word: "professor", Form: "professor"}, {Word: "de"},
	},
	Months: [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
		"oktober", "november", "december"},
	Weekdays: [7]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
	Date:     "{weekday} {day} {month}",
	On:       []string{"van"},
	And:      " en ",
	Story: Story{
		Confirmed: "het gesprek werd bevestigd", Interview: "het gesprek", They: "er kwam een antwoord zonder beslissing",
		Auto: "er kwam een automatisch antwoord", You: "je hebt geschreven", Unsent: "er kwam een bericht in Concepten en het is niet verstuurd",
	},
	Banned: []string{"even checken", "even polsen", "kort opvolgen", "wilde even vragen of er al nieuws", "is er al nieuws", "vriendelijke herinnering",
		"ik kom nog even terug op", "even bij u terugkomen", "een reminder"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Dank voor het gesprek[ ({role})]

{greeting}

Hartelijk dank voor het sollicitatiegesprek[ over de functie van {role}][ bij {company}]. Het was een genoegen om meer te horen over het werk en de mensen erachter.
~
Graag wil ik u bedanken voor het goede gesprek[ over de functie van {role}][ bij {company}] en voor de tijd die daarvoor is vrijgemaakt.
~
Met veel plezier denk ik terug aan het gesprek[ over de functie van {role}][ bij {company}]; mijn hartelijke dank daarvoor.

Het was een open en inspirerend gesprek, en mijn enthousiasme voor de functie is er alleen maar groter door geworden.
~
De prettige en inhoudelijke manier waarop we over het werk spraken, gaf me een helder beeld: dit is precies wat ik graag doe.
~
Ik heb er veel ideeën aan overgehouden, en nog meer zin om daarmee aan de slag te gaan.

[Mijn dank gaat ook uit naar {others}.]
~
[Ook {others} wil ik hartelijk bedanken.]

Met vriendelijke groet,
{name}
~
Met hartelijke groet,
{name}
~
Vriendelijke groeten,
{name}
`,
		"thank-you.informal": `
Subject: Bedankt voor het gesprek[ ({role})]

{greeting}

Heel erg bedankt voor het gesprek[ over de functie van {role}][ bij {company}]. Ik vond het erg leuk om meer over het werk te horen.
~
Dank je wel voor het fijne gesprek[ over de functie van {role}][ bij {company}] en voor alle tijd die erin zat.
~
Wat een leuk gesprek was dat[ over de functie van {role}][ bij {company}]: hartelijk dank daarvoor!

Het was open en ontspannen, en ik heb nu nog meer zin in deze baan dan daarvoor.
~
Ik kan me nu heel goed voorstellen hoe het werk eruitziet, en dat bevalt me zeer.
~
Mijn hoofd zit vol ideeën, en dat is altijd een goed teken. Dit is precies het soort werk waar ik blij van word.

[Ook {others} bedankt!]
~
[En ook {others} heel erg bedankt.]

Groeten,
{name}
~
Hartelijke groet,
{name}
~
Met een vriendelijke groet,
{name}
`,
		"continued-interest.formal": `
Subject: Mijn belangstelling voor de functie[ van {role}][ bij {company}]

{greeting}

Met plezier denk ik terug aan ons gesprek[ {on_date}]. Mijn belangstelling voor de functie[ van {role}][ bij {company}] is onverminderd groot.
~
Sinds ons gesprek[ {on_date}] heb ik veel nagedacht over de functie[ van {role}][ bij {company}], en ik zou die nog altijd heel graag vervullen.
~
Ons gesprek[ {on_date}] heeft een goede indruk achtergelaten: hoe langer ik over de functie[ van {role}][ bij {company}] nadenk, hoe beter die bij mij past.

Wat ik over het werk heb gehoord, sluit aan bij wat ik goed kan en waarvan ik graag meer zou doen.
~
De taken die we bespraken, liggen me, en ik heb er vertrouwen in dat ik snel van nut kan zijn.
~
Ik zie duidelijk waar mijn ervaring zou helpen en waar ik graag zou bijleren.

Als u nog iets wilt weten, of het nu gaat om referenties, voorbeelden van mijn werk of een vervolggesprek, dan zorg ik daar graag voor.
~
Voor verdere inlichtingen of documenten sta ik u graag ter beschikking.
~
Mochten referenties of een tweede gesprek u van dienst zijn, dan regel ik dat met plezier.

Ik hoop van harte op een positief antwoord en zou heel graag met u samenwerken.
~
Een gunstig bericht van u zou me veel plezier doen.
~
Ik hoop dat uw keuze op mij valt en kijk uit naar een mogelijke samenwerking.

Met vriendelijke groet,
{name}
[{phone}]
~
Met hartelijke groet,
{name}
[{phone}]
~
Hoogachtend,
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Nog steeds veel zin in de functie[ van {role}][ bij {company}]

{greeting}

Ik denk met plezier terug aan ons gesprek[ {on_date}] en wil je laten weten dat de functie[ van {role}][ bij {company}] me nog net zo trekt.
~
Sinds ons gesprek[ {on_date}] heb ik veel aan de functie[ van {role}][ bij {company}] gedacht, en hij bevalt me steeds beter.
~
Ons gesprek[ {on_date}] is me goed bijgebleven, en ik heb nog altijd veel zin in de functie[ van {role}][ bij {company}].

Wat ik over het werk heb gehoord, past goed bij wat ik kan en waarvan ik graag meer doe.
~
Waar we het over hadden, is wat ik graag doe, en ik denk dat ik snel iets kan bijdragen.
~
Ik zie waar mijn ervaring zou helpen, en ook genoeg dat ik graag zou leren.

Wil je nog iets weten of zien, zoals referenties of voorbeelden van mijn werk, dan stuur ik het graag.
~
Zijn er intussen vragen opgekomen, dan beantwoord ik die graag, schriftelijk of in een tweede gesprek.
~
Heb je iets aan referenties of nog een gesprek, zeg het dan gerust.

Ik hoop heel erg op een ja: ik kom graag bij jullie werken.
~
Met goed nieuws zou je me heel blij maken.
~
Ik duim dat het lukt, want ik zou heel graag met jullie samenwerken.

Groeten,
{name}
[{phone}]
~
Hartelijke groet,
{name}
[{phone}]
~
Met een vriendelijke groet,
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: Een dag om kennis te maken[ ({role})]

{greeting}

De functie[ van {role}][ bij {company}] spreekt mij nog altijd zeer aan, en ik heb nagedacht over hoe ik u de keuze gemakkelijker kan maken.
~
Omdat de functie[ van {role}][ bij {company}] mij nog steeds zo aanspreekt, wil ik u een eenvoudig voorstel doen.

Graag kom ik een dag, of alleen een halve dag, meelopen, zodat we elkaar leren kennen. Het kost u niets en het verplicht niemand tot iets.
~
Wat zou u vinden van een kennismakingsdag, of een halve? We leren elkaar dan in de praktijk kennen, kosteloos en geheel vrijblijvend.

U ziet of ik bij u pas, en ik krijg een beeld van uw dagelijkse werk. In de keuze van de dag ben ik flexibel.
~
Een paar uur samen zegt vaak meer dan veel brieven, en ik zou er hoe dan ook plezier in hebben. Ik schik me graag naar uw agenda.

Mocht dit bij u niet gebruikelijk zijn, dan begrijp ik dat volkomen; mijn belangstelling blijft even groot.
~
Past het niet bij uw manier van werken, zegt u dat dan gerust. Mijn belangstelling verandert er niet door.

Met vriendelijke groet,
{name}
[{phone}]
~
Met hartelijke groet,
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: Een dag om kennis te maken[ ({role})]

{greeting}

De functie[ van {role}][ bij {company}] trekt me nog steeds erg, en ik kreeg een idee dat de keuze misschien makkelijker maakt.
~
Ik heb nog altijd veel zin in de functie[ van {role}][ bij {company}], dus hier een eenvoudig voorstel.

Ik kom graag een dag meelopen, of een halve als dat beter uitkomt, zodat we elkaar leren kennen. Het kost jullie niets en je zit nergens aan vast.
~
Zal ik een dag langskomen, of alleen een halve? Dan leren we elkaar in de praktijk kennen, gratis en vrijblijvend.

Jij ziet of ik in het team pas, en ik krijg een beeld van jullie dagelijkse werk. Kies gerust een dag die jou uitkomt.
~
Een paar uur samen zegt vaak meer dan een stapel mails, en leuk vind ik het sowieso. Elke dag die jou past, krijg ik geregeld.

Doen jullie zoiets niet, dan is dat helemaal geen probleem: ik blijf even enthousiast.
~
En past het niet, zeg dan gewoon nee. Mijn zin in de baan wordt er niet minder om.

Groeten,
{name}
[{phone}]
~
Hartelijke groet,
{name}
[{phone}]
`,
		"call": `
Subject: Tijd om [{contact}|het bedrijf] te bellen[ ({company})]

{name},

er is enige tijd verstreken sinds het gesprek[ {on_date}][ over de functie van {role}][ bij {company}], en er kwam geen beslissing. Nog een mail helpt nu niet meer; een kort, vriendelijk telefoontje wel.

WIE BELLEN
[{contact}|degene die het gesprek voerde][, {company}]
[Nummer: {number}|In de mails stond geen nummer: kijk op de website van het bedrijf of vraag het aan de receptie.]
[Adres, als ernaar gevraagd wordt: {address}]

WANNEER NIET
Niet in het weekend en niet op een feestdag; niet voor 9 en niet na 17 uur, volgens de klok daar.
[Ook niet op deze vrije dagen: {days_off}.]

[WAT ER TOT NU TOE GEBEURDE
{history}]

WAT VRAGEN
- Is er een beslissing gevallen? Zo niet, wanneer wordt die verwacht?
- Is de plek nog vrij?
- Willen ze nog iets van je weten?
Zeg dat je nog steeds geïnteresseerd bent, bedank, en laat het daarbij. Neemt niemand op, probeer het dan één keer op een andere dag.

EEN DAG OP PROEF?
Is de plek nog vrij, dan kun je een dag of een halve dag aanbieden om elkaar te leren kennen, gratis en vrijblijvend. Sommige bedrijven houden daar niet van. Bied het niet aan
- als er minder dan twee weken voorbij zijn sinds het gesprek,
- als iemand anders de baan kreeg,
- als je er een baan die je hebt mee op het spel zet,
- als je alleen wanhopig bent: dat merkt men,
- als de baan niet alle vakjes aanvinkt.

WAT DE STER BETEKENT
Is de plek vrij en klopt alles aan deze baan voor jou, geef deze mail dan een ster (markering). inboxwatch legt dan in plaats van dit blad het aanbod in Concepten, zodra ook verder niets in de weg staat. Er wordt niets verstuurd. Op de opdrachtregel zeg je hetzelfde met
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
