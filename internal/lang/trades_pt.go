package lang

// ptTrades are Portuguese nouns of occupations; behind the bar stand the
// endings of both genders.
const ptTrades = `
projetist|a projectist|a conferent|e locutor|/a conserveir|o/a revisor|/a produtor|/a desossador|/a subchefe cozinheir|o/a-chefe rececionist|a repositor|/a promotor|/a locador|/a
desenhador|/a desenhist|a dactilógraf|o/a digitador|/a arquivist|a escriturári|o/a faturist|a facturist|a escrevent|e tesoureir|o/a cobrador|/a orçamentist|a comprador|/a aprovisionador|/a
conferente-de-carga separador|/a embalador|/a empacotador|/a etiquetador|/a ajudant|e carregador|/a estivador|/a empilhadorist|a operador|/a-empilhadeira motorist|a camionist|a caminhoneir|o/a carreteir|o/a taxist|a motoboy estafet|a distribuidor|/a expedidor|/a despachant|e roteirist|a
maquinist|a ferroviário guarda-freio revisor|/a-comboio manobrador|/a bilheteir|o/a portageir|o/a fiscal-de-linha
soldador|/a torneir|o/a fresador|/a retificador|/a serralheir|o/a caldeireir|o/a ferramenteir|o/a moldador|/a fundidor|/a polidor|/a galvanizador|/a tubist|a tubulador|/a bobinador|/a eletromecânico eletromecânico electricist|a eletricist|a frigorist|a canalizador|/a picheleir|o/a mecatrónico instrumentist|a montador|/a estampador|/a chapeir|o/a funileir|o/a bate-chapa latoeir|o/a pintor|/a lanterneir|o/a vulcanizador|/a borracheir|o/a
pedreir|o/a servent|e trolha armador|/a cofrador|/a carpinteir|o/a estucador|/a ladrilhador|/a gesseir|o/a marmorist|a canteir|o/a calceteir|o/a vidraceir|o/a telhadist|a impermeabilizador|/a serrador|/a grueir|o/a gruist|a manobrador-de-máquinas mineiro blaster mestre-de-obras encarregad|o/a apontador|/a medidor|/a orçamentist|a topógraf|o/a agrimensor|/a
marceneir|o/a entalhador|/a estofador|/a envernizador|/a tanoeir|o/a lenhador|/a
costureir|o/a alfaiat|e modelist|a modist|a cortador|/a bordadeir|a/o tecelão tecelã tintureir|o/a engomadeir|a/o passadeir|a/o lavadeir|a/o sapateir|o/a curtidor|/a
ouriv|es ourives joalheir|o/a relojoeir|o/a gravador|/a ceramist|a vidreir|o/a azulejador|/a luthier afinador|/a
padeir|o/a pasteleir|o/a confeiteir|o/a pizzaiol|o/a churrasqueir|o/a salgadeir|a/o cozinheir|o/a copeir|o/a chapista-lanche talhant|e açougueir|o/a peixeir|o/a salsicheir|o/a queijeir|o/a leiteir|o/a cervejeir|o/a enólog|o/a adegueir|o/a lagareir|o/a moleir|o/a torrefador|/a escanção sommelier barman bartender barista empregad|o/a garçom garçonet|e cumim commis maître hostess
governant|a/e camareir|a/o porteir|o/a rececionist|a bagageir|o/a mensageir|o/a lavador|/a concierge mordom|o/a
trabalhador|/a tratorist|a vindimador|/a podador|/a enxertador|/a jardineir|o/a viveirist|a florist|a agricultor|/a apicultor|/a avicultor|/a suinicultor|/a vaqueir|o/a ordenhador|/a ferrador|/a tosquiador|/a guarda-florestal sapador|/a agrônomo zootecnist|a capataz peão caseir|o/a
pescador|/a mariscador|/a marinheir|o/a marujo contramestr|e timoneir|o/a mergulhador|/a arrais mestre
enfermeir|o/a maqueir|o/a socorrist|a parteir|a/o fisioterapeut|a fonoaudiólog|o/a terapeut|a psicomotricist|a ortoptist|a audiologist|a audioprotesist|a podologist|a nutricionist|a dietist|a optometrist|a protésic|o/a higienist|a dentist|a odontólog|o/a médic|o/a cirurgi|ão/ã anestesist|a radiologist|a radiólog|o/a pediatr|a psiquiatr|a geriatr|a cardiologist|a dermatologist|a ginecologist|a farmacêutic|o/a biólog|o/a bioquímic|o/a geneticist|a microbiologist|a flebotomist|a veterinári|o/a massagist|a osteopat|a quiropraxist|a esteticist|a cabeleireir|o/a barbeir|o/a manicure maquilhador|/a maquiador|/a tatuador|/a depilador|/a
cuidador|/a babá auxiliar educador|/a monitor|/a animador|/a tutor|/a explicador|/a professor|/a docent|e formador|/a instrutor|/a mediador|/a merendeir|a/o inspetor|/a pesquisador|/a investigador|/a bolsist|a doutorand|o/a mestrand|o/a pós-doutorand|o/a estagiári|o/a aprendiz trainee pedagog|o/a psicopedagog|o/a psicólog|o/a assistente-social oficineir|o/a
contabilist|a contador|/a fiscalist|a auditor|/a bancário escriturário-bancário corretor|/a mediador|/a-seguros perit|o/a atuári|o/a actuári|o/a liquidatári|o/a regulador|/a controller
advogad|o/a solicitador|/a notári|o/a jurist|a paralegal escriv|ão/ã oficial-de-justiça policial bombeir|o/a guarda-civil vigilant|e porteiro-noite guarda-noturno
vendedor|/a lojist|a vitrinist|a demonstrador|/a televendedor|/a teleoperador|/a operador|/a-de-call-center angariador|/a captador|/a representant|e
jornalist|a repórter redator|/a redactor|/a copidesque tradutor|/a intérpret|e editor|/a bibliotecári|o/a livreir|o/a tipógraf|o/a impressor|/a encadernador|/a serígraf|o/a paginador|/a ilustrador|/a fotógraf|o/a cinegrafist|a operador|/a-de-câmara realizador|/a roteirist|a guionist|a argumentist|a cenógraf|o/a figurinist|a iluminador|/a sonoplast|a contrarregra ponto-teatro ator atriz actor actriz cantor|/a corist|a bailarin|o/a coreógraf|o/a violinist|a violist|a violoncelist|a pianist|a flautist|a clarinetist|a oboíst|a trompetist|a percussionist|a guitarrist|a harpist|a organist|a maestr|o/ina regent|e
apresentador|/a radialist|a legendador|/a dobrador|/a dublador|/a
museólog|o/a conservador|/a curador|/a restaurador|/a arqueólog|o/a antropólog|o/a historiador|/a sociólog|o/a guia monitor|/a-museu
programador|/a desenvolvedor|/a sistemist|a testador|/a webdesigner webmaster
arquitet|o/a arquitect|o/a engenheir|o/a geólog|o/a geofísic|o/a meteorologist|a zoólog|o/a ecólog|o/a hidrólog|o/a cartógraf|o/a geógraf|o/a urbanist|a paisagist|a calculist|a
gari lixeir|o/a varredor|/a cantoneir|o/a limpador|/a faxineir|a/o diarist|a limpa-chaminés desinsetizador|/a
coveir|o/a agente-funerário sacrist|ão/ã
treinador|/a árbitr|o/a nadador-salvador guarda-vidas salva-vidas preparador|/a personal-trainer
tripulant|e comissári|o/a-de-bordo comissári|o/a aeromoça assistente-de-bordo copiloto controlador|/a despachante-operacional
secretári|o/a telefonist|a subgerent|e supervisor|/a líder coordenador|/a analist|a
prevencionist|a brigadist|a tecnólog|o/a prensist|a calandrist|a injetorista extrusorista operador|/a
físico informático gráfico mecânico músico biomédico biomédica adjunto adjunta subchefe
responsável
`
