package lang

var ptLetters = Letters{
	Formal: Salutations{
		Woman: "Prezada {title} {family},", Man: "Prezado {title} {family},", Title: "Bom dia, {title} {family},",
		Given: "Bom dia, {given},", Named: "Bom dia, {contact},", Nobody: "Bom dia,",
	},
	Informal: Salutations{Given: "Olá, {given},", Named: "Olá, {contact},", Nobody: "Olá,"},
	Titles: []Title{
		{Word: "sra", Form: "Sra.", Woman: true}, {Word: "senhora", Form: "Sra.", Woman: true}, {Word: "srª", Form: "Sra.", Woman: true},
		{Word: "dona", Form: "Sra.", Woman: true}, {Word: "sr", Form: "Sr.", Man: true}, {Word: "senhor", Form: "Sr.", Man: true},
		{Word: "dra", Form: "Dra.", Woman: true}, {Word: "doutora", Form: "Dra.", Woman: true}, {Word: "drª", Form: "Dra.", Woman: true},
		{Word: "dr", Form: "Dr.", Man: true}, {Word: "doutor", Form: "Dr.", Man: true}, {Word: "prof", Form: "Prof."},
		{Word: "profa", Form: "Profa.", Woman: true}, {Word: "professora", Form: "Profa.", Woman: true}, {Word: "professor", Form: "Prof.", Man: true},
		{Word: "eng", Form: "Eng."}, {Word: "engª", Form: "Eng.ª", Woman: true}, {Word: "eng.ª", Form: "Eng.ª", Woman: true},
	},
	Months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
		"outubro", "novembro", "dezembro"},
	Weekdays: [7]string{"domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado"},
	Date:     "{weekday}, {day} de {month}",
	FirstDay: "1.º",
	On:       []string{"de"},
	And:      " e ",
	Story: Story{
		Confirmed: "a entrevista foi confirmada", Interview: "a entrevista", They: "chegou uma resposta sem decisão",
		Auto: "chegou uma resposta automática", You: "mensagem sua para a empresa", Unsent: "uma mensagem foi posta nos rascunhos e não foi enviada",
	},
	Banned: []string{"só queria saber se há novidades", "queria saber se há novidades", "alguma novidade", "há novidades", "retomo o contacto", "retomo o contato",
		"lembrete amigável", "só passando para", "passando para saber", "gostaria de saber se já há", "espero que esteja bem", "espero que estejas bem"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Agradecimento pela entrevista[ ({role})]

{greeting}

Agradeço muito a entrevista[ para a vaga de {role}][ na empresa {company}]. Foi um prazer conhecer melhor o trabalho e as pessoas que o fazem.
~
Quero agradecer a entrevista[ sobre a vaga de {role}][ na empresa {company}] e todo o tempo que lhe foi dedicado.
~
A entrevista[ para a vaga de {role}][ na empresa {company}] foi um verdadeiro prazer, e agradeço sinceramente por ela.

A conversa foi aberta e muito interessante, e o meu entusiasmo pela vaga é agora ainda maior.
~
Gostei muito de um diálogo tão cordial e concreto: tenho agora uma ideia clara do trabalho, e é exatamente o que desejo fazer.
~
Trouxe da conversa muitas ideias, e ainda mais vontade de as pôr em prática nesta função.

[O meu agradecimento vai também para {others}.]
~
[Agradeço igualmente a {others}.]

Com os melhores cumprimentos,
{name}
~
Atenciosamente,
{name}
~
Cordialmente,
{name}
`,
		"thank-you.informal": `
Subject: Agradecimento pela entrevista[ ({role})]

{greeting}

Agradeço muito a entrevista[ para a vaga de {role}][ na empresa {company}]. Gostei muito de saber mais sobre o trabalho.
~
Que conversa boa[ sobre a vaga de {role}][ na empresa {company}]! Agradeço muito, e também todo o tempo dedicado.
~
Foi um prazer falar[ da vaga de {role}][ na empresa {company}], e agradeço de coração.

A conversa foi aberta e descontraída, e o meu entusiasmo pela vaga é agora ainda maior do que antes.
~
Consigo agora imaginar muito bem o dia a dia, e gosto do que vejo.
~
Fiquei com a cabeça cheia de ideias, o que é sempre bom sinal: é mesmo o tipo de trabalho de que gosto.

[Um agradecimento também a {others}!]
~
[E agradeço igualmente a {others}.]

Um abraço,
{name}
~
Cumprimentos,
{name}
~
Saudações,
{name}
`,
		"continued-interest.formal": `
Subject: O meu interesse pela vaga[ de {role}][ na empresa {company}]

{greeting}

Recordo com agrado a nossa entrevista[ {on_date},] e quero dizer que o meu interesse pela vaga[ de {role}][ na empresa {company}] continua o mesmo.
~
Desde a nossa entrevista[ {on_date},] tenho pensado muito na vaga[ de {role}][ na empresa {company}], e continuo com grande vontade de a ocupar.
~
A nossa entrevista[ {on_date},] deixou-me uma excelente impressão: quanto mais penso na vaga[ de {role}][ na empresa {company}], mais certeza tenho de que é a indicada para mim.

O que soube do trabalho corresponde ao que melhor sei fazer e ao que gostaria de fazer mais.
~
As tarefas desta função são daquelas que me dão gosto, e confio em poder ser útil em pouco tempo.
~
Vejo com clareza onde a minha experiência ajudaria e onde aprenderia com prazer.

Se desejar saber algo mais, sejam referências, exemplos do meu trabalho ou uma nova conversa, terei todo o gosto em tratar disso.
~
Estou à disposição para qualquer informação ou documento adicional.
~
Se referências ou uma segunda entrevista forem úteis, trato disso com todo o gosto.

Espero sinceramente uma resposta favorável; seria uma grande alegria trabalhar na empresa.
~
Uma resposta positiva seria para mim uma grande alegria.
~
Tenho esperança numa decisão favorável e teria muito gosto em fazer parte da empresa.

Com os melhores cumprimentos,
{name}
[{phone}]
~
Atenciosamente,
{name}
[{phone}]
~
Cordialmente,
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Continuo com muita vontade da vaga[ de {role}][ na empresa {company}]

{greeting}

Lembro-me muitas vezes da nossa entrevista[ {on_date},] e queria dizer que a vaga[ de {role}][ na empresa {company}] continua a entusiasmar-me.
~
Desde a nossa entrevista[ {on_date},] tenho pensado muito na vaga[ de {role}][ na empresa {company}], e gosto dela cada vez mais.
~
A nossa entrevista[ {on_date},] deixou-me ótima impressão, e continuo com muita vontade da vaga[ de {role}][ na empresa {company}].

O que ouvi sobre o trabalho combina bem com o que sei fazer e com o que quero fazer mais.
~
O trabalho em causa é o que gosto de fazer, e acho que poderia ser útil rapidamente.
~
Vejo onde a minha experiência ajudaria, e também muita coisa que gostaria de aprender.

Se quiser saber mais, ou ver referências ou exemplos do meu trabalho, envio com todo o gosto.
~
Se surgiu alguma pergunta, respondo com prazer, por escrito ou numa nova conversa.
~
Se referências ou outra conversa ajudarem, é só dizer.

Espero mesmo que seja um sim: adoraria trabalhar com vocês.
~
Uma boa notícia seria uma enorme alegria.
~
Torço para que dê certo, porque gostaria muito de fazer parte.

Um abraço,
{name}
[{phone}]
~
Cumprimentos,
{name}
[{phone}]
~
Saudações,
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: Um dia para nos conhecermos[ ({role})]

{greeting}

A vaga[ de {role}][ na empresa {company}] continua a interessar-me muito, e pensei em como poderia facilitar a decisão.
~
Como a vaga[ de {role}][ na empresa {company}] continua a atrair-me tanto, gostaria de fazer uma proposta simples.

Teria todo o gosto em ir um dia, ou apenas meio dia, para que nos possamos conhecer: sem custos para a empresa e sem compromisso para ninguém.
~
Que tal um dia juntos, ou apenas meio? Poderíamos conhecer-nos na prática, gratuitamente e sem qualquer compromisso.

A empresa veria se me integro bem, e eu conheceria o dia a dia. Adapto-me à data mais conveniente.
~
Algumas horas em conjunto dizem muitas vezes mais do que muitas cartas, e seriam um prazer em qualquer caso. Quanto à data, adapto-me.

Se não for habitual na empresa, compreendo perfeitamente, e o meu interesse mantém-se.
~
Se a ideia não for adequada, basta dizer com toda a franqueza; o meu interesse continua igual.

Com os melhores cumprimentos,
{name}
[{phone}]
~
Atenciosamente,
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: Um dia para nos conhecermos[ ({role})]

{greeting}

A vaga[ de {role}][ na empresa {company}] continua a atrair-me muito, e tive uma ideia que talvez facilite a decisão.
~
Continuo com muita vontade da vaga[ de {role}][ na empresa {company}], por isso aqui vai uma proposta simples.

Gostaria de passar um dia com vocês, ou só meio dia, para nos conhecermos: é de graça e sem compromisso.
~
E se eu fosse um dia, ou só meio? Poderíamos conhecer-nos na prática, de graça e sem nenhum compromisso.

Daria para ver se me encaixo bem, e eu conheceria o dia a dia. A data pode ser a que for melhor.
~
Algumas horas juntos dizem muitas vezes mais do que muitos e-mails, e seriam um prazer de qualquer maneira. Adapto-me à data.

Se não for costume, não há problema nenhum: o meu interesse é o mesmo.
~
E se não der certo, é só dizer; a vontade continua igual.

Um abraço,
{name}
[{phone}]
~
Cumprimentos,
{name}
[{phone}]
`,
		"call": `
Subject: Está na hora de telefonar[ a {contact}][ ({company})]

{name},

já passou algum tempo desde a entrevista[ {on_date}][ para a vaga de {role}][ na empresa {company}], e não chegou nenhuma decisão. Outro e-mail já não ajudaria; uma chamada curta e simpática, sim.

A QUEM TELEFONAR
[{contact}|a pessoa que fez a entrevista][, {company}]
[Número: {number}|Nos e-mails não havia número: procure no site da empresa ou pergunte a quem atende o telefone.]
[Endereço, se o pedirem: {address}]

QUANDO NÃO TELEFONAR
Nem ao fim de semana nem em feriado; nem antes das 9 nem depois das 17 horas, pela hora de lá.
[Também não nestes dias livres: {days_off}.]

[O QUE ACONTECEU ATÉ AGORA
{history}]

O QUE PERGUNTAR
- Já há uma decisão? Se não, para quando se espera?
- A vaga continua aberta?
- Querem saber mais alguma coisa?
Diga que o interesse se mantém, agradeça e fique por aí. Se ninguém atender, tente mais uma vez noutro dia.

UMA EXPERIÊNCIA GRATUITA?
Se a vaga continuar aberta, pode oferecer um dia ou meio dia para se conhecerem, de graça e sem compromisso. Algumas empresas não gostam disso. Não ofereça
- se passaram menos de duas semanas desde a entrevista,
- se a vaga foi dada a outra pessoa,
- se põe em risco um emprego que tem,
- se é o desespero a falar: nota-se,
- se a vaga não reúne tudo o que procura.

O QUE SIGNIFICA A ESTRELA
Se a vaga está aberta e reúne tudo o que procura, marque este e-mail com uma estrela. O inboxwatch põe então a proposta nos rascunhos em vez desta folha, assim que tudo o resto o permita. Não envia nada. Na linha de comando diz-se com
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
