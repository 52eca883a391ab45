package lang

var esLetters = Letters{
	Formal: Salutations{
		Woman: "Estimada {title} {family}:", Man: "Estimado {title} {family}:", Title: "Buenos días, {title} {family}:",
		Given: "Buenos días, {given}:", Named: "Buenos días, {contact}:", Nobody: "Buenos días:",
	},
	Informal: Salutations{Given: "Hola, {given}:", Named: "Hola, {contact}:", Nobody: "Hola:"},
	Titles: []Title{
		{Word: "sra", Form: "Sra.", Woman: true}, {Word: "señora", Form: "Sra.", Woman: true}, {Word: "srta", Form: "Srta.", Woman: true},
		{Word: "señorita", Form: "Srta.", Woman: true}, {Word: "doña", Form: "Sra.", Woman: true},
		{Word: "sr", Form: "Sr.", Man: true}, {Word: "señor", Form: "Sr.", Man: true}, {Word: "don", Form: "Sr.", Man: true},
		{Word: "dra", Form: "Dra.", Woman: true}, {Word: "doctora", Form: "Dra.", Woman: true}, {Word: "dr", Form: "Dr.", Man: true},
		{Word: "doctor", Form: "Dr.", Man: true}, {Word: "profa", Form: "Profa.", Woman: true}, {Word: "prof", Form: "Prof."},
		{Word: "ing", Form: "Ing."}, {Word: "lic", Form: "Lic."},
	},
	Months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
		"octubre", "noviembre", "diciembre"},
	Weekdays: [7]string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
	Date:     "{weekday} {day} de {month}",
	On:       []string{"del"},
	And:      " y ",
	AndI:     " e ",
	Story: Story{
		Confirmed: "se confirmó la entrevista", Interview: "la entrevista", They: "llegó una respuesta sin decisión",
		Auto: "llegó una respuesta automática", You: "les escribiste", Unsent: "se dejó un mensaje en borradores y no se ha enviado",
	},
	Banned: []string{"solo quería saber si hay novedades", "quería saber si hay novedades", "alguna novedad", "retomo el contacto",
		"te escribo de nuevo para", "le escribo de nuevo para", "simplemente quería hacer seguimiento", "hacer seguimiento", "recordatorio amistoso",
		"espero que se encuentre bien", "espero que estés bien"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Gracias por la entrevista[ ({role})]

{greeting}

Le agradezco mucho la entrevista[ para el puesto de {role}][ en {company}]. Fue un placer conocer mejor el trabajo y a las personas que lo hacen.
~
Quiero darle las gracias por la entrevista[ sobre el puesto de {role}][ en {company}] y por todo el tiempo que se le dedicó.
~
La entrevista[ para el puesto de {role}][ en {company}] fue un verdadero placer, y se la agradezco sinceramente.

La conversación fue abierta y muy interesante, y mi entusiasmo por el puesto es ahora aún mayor.
~
Disfruté de una charla tan cordial como provechosa: ahora tengo una idea clara del trabajo, y es justo lo que deseo hacer.
~
Me quedé con muchas ideas y con aún más ganas de ponerlas en práctica en este puesto.

[Mi agradecimiento va también a {others}.]
~
[Doy igualmente las gracias a {others}.]

Un cordial saludo,
{name}
~
Con un saludo cordial,
{name}
~
Atentamente,
{name}
`,
		"thank-you.informal": `
Subject: Gracias por la entrevista[ ({role})]

{greeting}

Muchas gracias por la entrevista[ para el puesto de {role}][ en {company}]. Me encantó saber más sobre el trabajo.
~
Gracias por una conversación tan buena[ sobre el puesto de {role}][ en {company}] y por todo el tiempo dedicado.
~
Fue un placer hablar[ del puesto de {role}][ en {company}]: mil gracias por hacerlo posible.

Fue una charla abierta y cercana, y ahora el puesto me ilusiona todavía más que antes.
~
Ahora me imagino muy bien el día a día, y me gusta mucho lo que veo.
~
Me fui con la cabeza llena de ideas, y eso siempre es buena señal: es justo el tipo de trabajo que me gusta.

[¡Gracias también a {others}!]
~
[Y muchas gracias igualmente a {others}.]

Un saludo,
{name}
~
Saludos,
{name}
~
Un saludo y gracias de nuevo,
{name}
`,
		"continued-interest.formal": `
Subject: Mi interés por el puesto[ de {role}][ en {company}]

{greeting}

Recuerdo con agrado nuestra entrevista[ {on_date}] y quiero decirle que mi interés por el puesto[ de {role}][ en {company}] sigue siendo el mismo.
~
Desde nuestra entrevista[ {on_date}] he pensado mucho en el puesto[ de {role}][ en {company}], y me sigue gustando muchísimo la idea de ocuparlo.
~
Nuestra entrevista[ {on_date}] me dejó muy buena impresión: cuanto más pienso en el puesto[ de {role}][ en {company}], más claro tengo que es el adecuado para mí.

Lo que supe del trabajo coincide con lo que mejor sé hacer y con lo que más deseo hacer.
~
Las tareas de las que hablamos son de las que disfruto, y confío en poder ser útil muy pronto.
~
Veo con claridad dónde ayudaría mi experiencia y dónde aprendería con gusto.

Si desea saber algo más, ya sean referencias, muestras de mi trabajo u otra conversación, se lo facilitaré con mucho gusto.
~
Estoy a su disposición para cualquier información o documento adicional.
~
Si le resultaran útiles referencias o una segunda entrevista, con mucho gusto las organizo.

Espero de corazón una respuesta favorable; sería una alegría trabajar con ustedes.
~
Una respuesta positiva me haría mucha ilusión.
~
Confío en que su decisión me sea favorable y me alegraría mucho trabajar con ustedes.

Un cordial saludo,
{name}
[{phone}]
~
Con un saludo cordial,
{name}
[{phone}]
~
Atentamente,
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Sigo con muchas ganas del puesto[ de {role}][ en {company}]

{greeting}

Me acuerdo mucho de nuestra entrevista[ {on_date}] y quería decirte que el puesto[ de {role}][ en {company}] me sigue ilusionando igual.
~
Desde nuestra entrevista[ {on_date}] le he dado muchas vueltas al puesto[ de {role}][ en {company}], y cada vez me gusta más.
~
Nuestra entrevista[ {on_date}] me dejó muy buen sabor de boca, y sigo con muchas ganas del puesto[ de {role}][ en {company}].

Lo que oí del trabajo encaja muy bien con lo que mejor sé hacer y con lo que quiero hacer más.
~
Lo que hablamos es justo lo que me gusta hacer, y creo que podría ser útil enseguida.
~
Veo dónde ayudaría mi experiencia, y también todo lo que me gustaría aprender.

Si quieres saber algo más, o ver referencias o muestras de mi trabajo, te las mando con gusto.
~
Si ha surgido alguna pregunta, la respondo con gusto, por escrito o hablando otra vez.
~
Si te sirven unas referencias o una segunda charla, dímelo y lo preparo.

Ojalá sea que sí: me encantaría formar parte del equipo.
~
Me daría una alegría enorme recibir una buena noticia.
~
Cruzo los dedos, porque me encantaría trabajar contigo.

Un saludo,
{name}
[{phone}]
~
Saludos,
{name}
[{phone}]
~
Un saludo cordial,
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: Un día para conocernos[ ({role})]

{greeting}

El puesto[ de {role}][ en {company}] me sigue interesando mucho, y he pensado cómo podría facilitarle la decisión.
~
Como el puesto[ de {role}][ en {company}] me sigue atrayendo tanto, quisiera hacerle una propuesta sencilla.

Con gusto iría un día, o solo medio día, para que nos conozcamos: sin coste para ustedes y sin compromiso para nadie.
~
¿Qué le parecería que pasara con ustedes un día, o medio? Podríamos conocernos en la práctica, gratis y sin ningún compromiso.

Ustedes verían si encajo, y yo conocería su día a día. Me adapto al día que mejor les venga.
~
Unas horas juntos dicen a menudo más que muchas cartas, y las disfrutaría en cualquier caso. En cuanto a la fecha, me adapto.

Si no es algo que acostumbren a hacer, lo entiendo perfectamente, y mi interés sigue intacto.
~
Si la idea no les encaja, dígamelo con toda confianza; mi interés seguirá siendo el mismo.

Un cordial saludo,
{name}
[{phone}]
~
Atentamente,
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: Un día para conocernos[ ({role})]

{greeting}

El puesto[ de {role}][ en {company}] me sigue gustando mucho, y se me ha ocurrido algo que quizá te facilite la decisión.
~
Sigo con muchas ganas del puesto[ de {role}][ en {company}], así que ahí va una propuesta sencilla.

Me encantaría pasar allí un día, o medio, para que nos conozcamos: sería gratis y sin compromiso.
~
¿Y si voy un día, o solo medio? Nos conoceríamos en la práctica, gratis y sin ningún compromiso.

Verías si encajo, y yo conocería el día a día. La fecha, la que mejor te venga.
~
Unas horas juntos dicen a menudo más que muchos correos, y las disfrutaría de todos modos. Me adapto al día que prefieras.

Si no es algo habitual, no pasa nada: mi interés es el mismo.
~
Y si no encaja, dímelo sin problema; sigo con las mismas ganas.

Un saludo,
{name}
[{phone}]
~
Saludos,
{name}
[{phone}]
`,
		"call": `
Subject: Es hora de llamar a [{contact}|la empresa][ ({company})]

{name}:

Ha pasado un tiempo desde la entrevista[ {on_date}][ para el puesto de {role}][ en {company}], y no ha llegado ninguna decisión. Otro correo ya no ayudaría; una llamada breve y amable, sí.

A QUIÉN LLAMAR
[{contact}|la persona que hizo la entrevista][, {company}]
[Número: {number}|En los correos no había ningún número: mira en la web de la empresa o pregunta en la centralita.]
[Dirección, por si la piden: {address}]

CUÁNDO NO LLAMAR
Ni en fin de semana ni en festivo; ni antes de las 9 ni después de las 17, según la hora de allí.
[Tampoco en estos días libres: {days_off}.]

[QUÉ HA PASADO HASTA AHORA
{history}]

QUÉ PREGUNTAR
- ¿Hay ya una decisión? Si no, ¿para cuándo se espera?
- ¿Sigue libre el puesto?
- ¿Quieren saber algo más de ti?
Di que te sigue interesando, da las gracias y déjalo ahí. Si nadie responde, prueba otro día, una sola vez.

¿UNA PRUEBA GRATUITA?
Si el puesto sigue libre, puedes ofrecer un día o medio día para conocerse, gratis y sin compromiso. A algunas empresas no les gusta. No lo ofrezcas
- si han pasado menos de dos semanas desde la entrevista,
- si le han dado el puesto a otra persona,
- si pone en peligro un empleo que tienes,
- si lo haces por desesperación: se nota,
- si el puesto no cumple todo lo que buscas.

QUÉ SIGNIFICA LA ESTRELLA
Si el puesto sigue libre y cumple todo lo que buscas, marca este correo con una estrella. inboxwatch pondrá entonces la propuesta en borradores en lugar de esta hoja, en cuanto todo lo demás lo permita. No envía nada. En la línea de órdenes se dice con
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
