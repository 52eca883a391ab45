package lang

var frLetters = Letters{
	Formal: Salutations{
		Woman: "Bonjour {title} {family},", Man: "Bonjour {title} {family},", Title: "Bonjour {title} {family},",
		Given: "Bonjour {given},", Named: "Bonjour {contact},", Nobody: "Madame, Monsieur,",
	},
	Informal: Salutations{Given: "Bonjour {given},", Named: "Bonjour {contact},", Nobody: "Bonjour,"},
	Titles: []Title{
		{Word: "madame", Form: "Madame", Woman: true}, {Word: "mme", Form: "Madame", Woman: true},
		{Word: "mademoiselle", Form: "Madame", Woman: true}, {Word: "mlle", Form: "Madame", Woman: true},
		{Word: "monsieur", Form: "Monsieur", Man: true}, {Word: "m", Form: "Monsieur", Man: true}, {Word: "mr", Form: "Monsieur", Man: true},
		{Word: "docteur", Form: "Docteur"}, {Word: "dr", Form: "Docteur"}, {Word: "professeur", Form: "Professeur"},
		{Word: "pr", Form: "Professeur"}, {Word: "maître", Form: "Maître"}, {Word: "me", Form: "Maître"},
	},
	Months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
		"octobre", "novembre", "décembre"},
	Weekdays: [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	Date:     "{weekday} {day} {month}",
	FirstDay: "1er",
	On:       []string{"du"},
	And:      " et ",
	Story: Story{
		Confirmed: "l’entretien a été confirmé", Interview: "l’entretien", They: "une réponse sans décision est arrivée",
		Auto: "une réponse automatique est arrivée", You: "vous avez écrit", Unsent: "une relance a été déposée dans les brouillons et n’est pas envoyée",
	},
	Banned: []string{"je me permets de revenir vers vous", "je reviens vers vous", "je reviens vers toi", "petite relance", "simple relance",
		"je viens aux nouvelles", "avez-vous des nouvelles", "as-tu des nouvelles", "je me permets de vous relancer", "sauf erreur de ma part"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Merci pour cet entretien[ ({role})]

{greeting}

Je vous remercie sincèrement pour l’entretien[ au sujet du poste « {role} »][ chez {company}]. J’ai eu grand plaisir à en apprendre davantage sur le travail et sur celles et ceux qui le font.
~
Merci beaucoup pour l’entretien[ concernant le poste « {role} »][ chez {company}] et pour tout le temps qui lui a été consacré.
~
L’entretien[ pour le poste « {role} »][ chez {company}] a été un vrai plaisir, et je tiens à vous en remercier chaleureusement.

Nos échanges, ouverts et vivants, ont encore renforcé mon enthousiasme pour ce poste.
~
J’ai apprécié la qualité et la cordialité de la conversation : je me représente maintenant très bien ce travail, et il me donne vraiment envie.
~
La discussion m’a donné beaucoup d’idées, et l’envie de les mettre au service de cette mission.

[Mes remerciements vont également à {others}.]
~
[J’y associe volontiers {others}, que je remercie aussi.]

Bien cordialement,
{name}
~
Cordialement,
{name}
~
Avec mes meilleures salutations,
{name}
`,
		"thank-you.informal": `
Subject: Merci pour l’entretien[ ({role})]

{greeting}

Merci beaucoup pour l’entretien[ au sujet du poste « {role} »][ chez {company}]. J’ai vraiment aimé en savoir plus sur le travail.
~
Un grand merci pour cet échange[ autour du poste « {role} »][ chez {company}] et pour le temps que vous y avez passé.
~
L’entretien[ pour le poste « {role} »][ chez {company}] m’a beaucoup plu : merci pour ce bon moment.

La conversation était simple, directe et sympathique, et elle me donne encore plus envie de ce poste.
~
J’imagine maintenant très bien le quotidien, et il me plaît beaucoup.
~
Cet échange m’a donné plein d’idées, et c’est toujours bon signe : c’est exactement le genre de travail que j’aime.

[Merci aussi à {others} !]
~
[Et un grand merci à {others} également.]

Bien à toi,
{name}
~
Bonne journée,
{name}
~
Amicalement,
{name}
`,
		"continued-interest.formal": `
Subject: Mon intérêt pour le poste[ « {role} »][ chez {company}]

{greeting}

Je repense souvent à notre entretien[ {on_date}], et je tiens à vous redire que le poste[ « {role} »][ chez {company}] m’intéresse toujours autant.
~
Depuis notre entretien[ {on_date}], j’ai beaucoup réfléchi au poste[ « {role} »][ chez {company}], et je souhaite toujours vivement l’occuper.
~
Notre entretien[ {on_date}] m’a laissé une très bonne impression : plus j’y pense, plus le poste[ « {role} »][ chez {company}] me semble fait pour moi.

Ce que j’ai appris du travail correspond à ce que je sais faire et à ce que je voudrais faire davantage.
~
Les missions dont nous avons parlé sont de celles que j’aime, et je pense pouvoir me rendre utile rapidement.
~
Je vois bien ce que mon expérience pourrait apporter, et ce que j’aurais plaisir à apprendre.

Si vous souhaitez d’autres éléments, par exemple des références, des exemples de mes travaux ou un nouvel échange, je vous les fournirai volontiers.
~
Je reste à votre disposition pour tout renseignement ou document complémentaire.
~
Si des références ou un second entretien pouvaient vous être utiles, je m’organiserai volontiers.

J’espère vivement une réponse favorable, et ce serait une grande joie de travailler avec vous.
~
Une réponse positive de votre part me ferait très plaisir.
~
J’espère que votre choix se portera sur moi et me réjouis à l’idée de travailler à vos côtés.

Bien cordialement,
{name}
[{phone}]
~
Cordialement,
{name}
[{phone}]
~
Avec mes meilleures salutations,
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Toujours très envie du poste[ « {role} »][ chez {company}]

{greeting}

Je repense souvent à notre entretien[ {on_date}], et je voulais te dire que le poste[ « {role} »][ chez {company}] me tente toujours autant.
~
Depuis notre entretien[ {on_date}], j’ai beaucoup pensé au poste[ « {role} »][ chez {company}], et il me plaît de plus en plus.
~
Notre entretien[ {on_date}] m’a laissé un très bon souvenir, et j’ai toujours très envie du poste[ « {role} »][ chez {company}].

Ce que j’ai entendu du travail colle bien à ce que je sais faire et à ce que je voudrais faire davantage.
~
Ce dont nous avons parlé, c’est ce que j’aime faire, et je pense pouvoir être utile rapidement.
~
Je vois où mon expérience aiderait, et aussi tout ce que j’aurais plaisir à apprendre.

Si tu veux en savoir plus, ou voir des références ou des exemples de mon travail, je te les envoie volontiers.
~
Si des questions sont apparues entre-temps, je réponds avec plaisir, par écrit ou de vive voix.
~
Si des références ou un deuxième échange peuvent aider, dis-le-moi simplement.

J’espère vraiment que ce sera oui : j’aurais grand plaisir à vous rejoindre.
~
Une bonne nouvelle de ta part me ferait très plaisir.
~
Je croise les doigts, et je me réjouis à l’idée de travailler avec vous.

Bien à toi,
{name}
[{phone}]
~
Bonne journée,
{name}
[{phone}]
~
Amicalement,
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: Une journée pour faire connaissance[ ({role})]

{greeting}

Le poste[ « {role} »][ chez {company}] m’intéresse toujours vivement, et j’ai réfléchi à ce qui pourrait faciliter votre décision.
~
Comme le poste[ « {role} »][ chez {company}] me tient toujours à cœur, j’aimerais vous faire une proposition toute simple.

Je viendrais volontiers passer une journée, ou seulement une demi-journée, pour que nous fassions connaissance sur place : sans frais pour vous et sans engagement de part et d’autre.
~
Que diriez-vous d’une journée de découverte, ou d’une demi-journée ? Nous pourrions faire connaissance au quotidien, gratuitement et sans aucun engagement.

Vous verriez si je m’intègre bien parmi vous, et je découvrirais votre quotidien. Je m’adapterai au jour qui vous convient.
~
Quelques heures ensemble en disent souvent plus que bien des courriers, et j’y prendrais plaisir quoi qu’il en advienne. Pour la date, je m’adapte.

Si cela ne se fait pas chez vous, je le comprends tout à fait, et mon intérêt reste entier.
~
Si cette idée ne vous convient pas, dites-le-moi en toute simplicité ; mon intérêt n’en sera pas moins grand.

Bien cordialement,
{name}
[{phone}]
~
Cordialement,
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: Une journée pour faire connaissance[ ({role})]

{greeting}

Le poste[ « {role} »][ chez {company}] me tente toujours beaucoup, et j’ai eu une idée qui pourrait rendre ta décision plus facile.
~
J’ai toujours très envie du poste[ « {role} »][ chez {company}], alors voici une proposition toute simple.

Je passerais volontiers une journée avec vous, ou une demi-journée, pour faire connaissance : ça ne vous coûterait rien et n’engagerait personne.
~
Et si je venais une journée, ou juste une demi-journée ? On ferait connaissance sur place, gratuitement et sans engagement.

Tu verrais comment je trouve ma place dans l’équipe, et moi je découvrirais votre quotidien. Le jour, c’est comme tu veux.
~
Quelques heures ensemble en disent souvent plus que beaucoup de mails, et j’y prendrais plaisir de toute façon. Je m’adapte au jour qui t’arrange.

Si ça ne se fait pas chez vous, aucun souci : mon intérêt reste le même.
~
Et si l’idée ne convient pas, dis-le simplement ; j’ai tout autant envie du poste.

Bien à toi,
{name}
[{phone}]
~
Amicalement,
{name}
[{phone}]
`,
		"call": `
Subject: Le moment d’appeler [{contact}|l’employeur][ ({company})]

{name},

du temps a passé depuis l’entretien[ {on_date}][ pour le poste « {role} »][ chez {company}], et aucune décision n’est arrivée. Un nouveau message n’y changerait rien ; un appel court et aimable, si.

QUI APPELER
[{contact}|la personne qui a mené l’entretien][, {company}]
[Numéro : {number}|Aucun numéro ne figurait dans les messages : cherchez sur le site de l’entreprise ou passez par le standard.]
[Adresse, si on vous la demande : {address}]

QUAND NE PAS APPELER
Ni le week-end ni un jour férié ; ni avant 9 h ni après 17 h, à l’heure de l’entreprise.
[Ni l’un de ces jours chômés : {days_off}.]

[CE QUI S’EST PASSÉ
{history}]

QUE DEMANDER
- Une décision a-t-elle été prise ? Sinon, pour quand est-elle prévue ?
- Le poste est-il encore ouvert ?
- Souhaitent-ils savoir autre chose de vous ?
Dites que votre intérêt est intact, remerciez, et restez-en là. Si personne ne répond, réessayez un autre jour, une fois.

UN ESSAI GRATUIT ?
Si le poste est ouvert, vous pouvez proposer une journée ou une demi-journée pour faire connaissance, gratuite et sans engagement. Certaines entreprises n’aiment pas cela. Ne le proposez pas
- si moins de deux semaines ont passé depuis l’entretien,
- si le poste a été donné à quelqu’un d’autre,
- si cela met en danger un emploi que vous avez,
- si c’est le désespoir qui parle : cela se sent,
- si le poste ne coche pas toutes vos cases.

CE QUE VEUT DIRE L’ÉTOILE
Si le poste est ouvert et coche toutes vos cases, marquez ce message d’une étoile. inboxwatch déposera alors la proposition dans les brouillons à la place de cette fiche, dès que tout le reste le permet. Rien n’est envoyé. En ligne de commande, cela se dit
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
