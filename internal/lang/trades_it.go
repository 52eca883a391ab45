package lang

// itTrades are Italian nouns of occupations; behind the bar stand the endings
// of both genders.
const itTrades = `
disponente liquidat|ore/rice portalettere postin|o/a geolog|o/a banconist|a banconier|e/a mediat|ore/rice disegnat|ore/rice carpentier|e/a gelatier|e/a gelatai|o/a agenti liutai|o/a progettist|a
mulettist|a carrellist|a magazzinier|e/a pickerist|a imballator|e impacchettat|ore/rice confezionat|ore/rice etichettat|ore/rice facchin|o/a autist|a camionist|a fattorin|o/a rider trasportator|e spedizionier|e doganalist|a
dispatcher manovrator|e capotreno capostazione macchinist|a ferroviere tranvier|e bigliettai|o/a controllor|e ausiliari|o/a
saldator|e saldatrice tornitor|e tornitrice fresator|e fresatrice rettificator|e attrezzist|a montator|e montatrice assemblator|e assemblatrice manutentor|e manutentrice elettricist|a elettromeccanico meccatronico termoidraulico
frigorist|a caldaist|a fabbro carrozzier|e verniciatore verniciatrice lattonier|e stampist|a stampatore fonditore lucidatore sabbiatore galvanist|a tubist|a cablatore cablatrice bobinatore quadrist|a strumentist|a
collaudat|ore/rice programmatore-cnc operat|ore/rice-cnc conduttore conduttrice caporeparto capoturno capocantiere caposquadra capomastro capoufficio capoarea
murator|e piastrellist|a intonacator|e cartongessist|a imbianchin|o/a decorator|e decoratrice restaurat|ore/rice marmist|a scalpellin|o vetrai|o/a serramentist|a posatore posatrice parchettist|a lattoniere impermeabilizzatore ponteggiatore gruist|a escavatorist|a palist|a ruspist|a minatore fochino asfaltist|a
falegnam|e ebanist|a intagliator|e tappezzier|e/a tornitore-legno boscaiol|o/a taglialegna
sart|o/a modellist|a cucitrice cucitore rammendatrice stiratore stiratrice ricamatrice tessit|ore/rice tintore tagliatore tagliatrice magliaia pellettier|e/a calzolai|o/a conciatore orlatrice modist|a camiciaia
oraf|o/a orologiai|o/a gioiellier|e/a incisore argentier|e incastonatore ceramist|a vasai|o/a doratore accordatore organaro archettaio
panettier|e/a pasticcier|e/a pasticcer|e/a fornai|o/a pizzaiol|o/a cuoc|o/a sfoglin|o/a rosticcier|e/a macellai|o/a norcin|o salumier|e/a pescivendol|o/a fruttivendol|o/a casar|o/a casaro casara caseificatore birrai|o/a cantinier|e/a enolog|o/a frantoian|o/a mugnai|o/a torrefattore cioccolatier|e/a lavapiatti sguatter|o/a aiuto-cuoco aiutocuoco commis chef sommelier maître barist|a barman barlady barmaid camerier|e/a runner
governante portier|e portiera receptionist concierge facchino-hotel guardarobier|e/a lavandai|o/a bagnin|o/a animat|ore/rice
bracciant|e contadin|o/a vignaiol|o/a viticolt|ore/rice vendemmiatore potatore potatrice giardinier|e/a florovivaist|a vivaist|a fiorist|a fiorai|o/a agricolt|ore/rice apicolt|ore/rice allevat|ore/rice mandriano mungitore stallier|e maniscalc|o trattorist|a agronom|o/a agrotecnico perito guardaparco guardiaparco guardaboschi guardacaccia
pescator|e pescatrice marinai|o/a nostromo timonier|e ormeggiatore palombaro sommozzator|e sommozzatrice skipper maestro-d'ascia
infermier|e/a oss osa asa ausiliario-asa barellier|e soccorritor|e soccorritrice ostetric|a/o fisioterapist|a logopedist|a psicomotricist|a educat|ore/rice ortottist|a audioprotesist|a audiometrist|a podolog|o/a dietist|a nutrizionist|a optometrist|a odontotecnic|o/a igienist|a odontoiatr|a dentist|a chirurg|o/a anestesist|a radiolog|o/a pediatr|a psichiatr|a geriatr|a cardiolog|o/a dermatolog|o/a ginecolog|o/a farmacist|a biolog|o/a biotecnolog|o/a genetist|a microbiolog|o/a tsrm tslb veterinari|o/a massaggiator|e massaggiatrice osteopat|a chinesiolog|o/a estetist|a parrucchier|e/a barbier|e/a truccator|e truccatrice onicotecnic|a/o visagist|a tatuatore
badant|e colf babysitter tata puericultric|e puericultore assistent|e insegnant|e maestr|o/a docent|e professor|e professoressa tutor precettor|e bidell|o/a collaboratore-scolastico ricercat|ore/rice assegnist|a dottorand|o/a borsist|a tirocinant|e stagist|a apprendist|a praticant|e
educatore-professionale animatore-sociale pedagogist|a psicolog|o/a psicoterapeut|a assistente-sociale
contabil|e ragionier|e/a commercialist|a fiscalist|a revisor|e revisora bancario cassier|e/a sportellist|a broker assicurator|e assicuratrice perit|o/a attuari|o/a tesorier|e/a buyer
avvocat|o/a notai|o/a giurist|a paralegal cancellier|e/a funzionari|o/a istrutt|ore/rice segretari|o/a impiegat|o/a addett|o/a archivist|a protocollist|a centralinist|a dattilograf|o/a stenotipist|a
commess|o/a vendit|ore/rice venditrice vetrinist|a promoter agente rappresentant|e ispettor|e ispettrice telefonist|a operatore-call-center
poliziott|o/a carabinier|e vigile-del-fuoco pompier|e guardian|o/a custod|e metronott|e bodyguard buttafuori
giornalist|a redattor|e redattrice copywriter traduttor|e traduttrice interpret|e correttor|e correttrice editor bibliotecari|o/a librai|o/a cartolai|o/a tipograf|o/a legatore rilegator|e serigraf|o/a impaginat|ore/rice illustrat|ore/rice fumettist|a fotograf|o/a videomaker montatore-video regist|a sceneggiat|ore/rice scenograf|o/a costumist|a truccatore-scena macchinista-teatrale lucist|a attrezzista-teatrale suggerit|ore/rice attor|e attrice cantant|e corist|a ballerin|o/a coreograf|o/a musicist|a violinist|a violist|a violoncellist|a pianist|a flautist|a clarinettist|a oboist|a fagottist|a cornist|a trombettist|a percussionist|a chitarrist|a arpist|a organist|a direttore-d'orchestra maestro-collaboratore
conduttore-radio speaker annunciat|ore/rice
museolog|o/a curat|ore/rice guida accompagnat|ore/rice custode-museale catalogat|ore/rice operat|ore/rice-museale archeolog|o/a antropolog|o/a
sistemist|a programmatore programmatrice sviluppat|ore/rice analist|a tester webmaster
architett|o/a geometr|a ingegner|e ingegnera topograf|o/a cartograf|o/a urbanist|a computist|a rilevat|ore/rice cadist|a
geofisic|o/a meteorolog|o/a astronom|o/a naturalist|a zoolog|o/a ecolog|o/a idrolog|o/a
netturbin|o/a spazzin|o/a operatore-ecologico pulitore pulitrice spazzacamin|o disinfestatore lavavetri
becchin|o necrofor|o sacrestan|o/a
istruttore-nuoto allenat|ore/rice arbitr|o/a preparat|ore/rice
rsp rspp hse aspp responsabil|e referent|e coordinat|ore/rice gestor|e supervisor|e
orchestratore elettrauto gommist|a carrozziere motorist|a benzinai|o/a parcheggiator|e noleggiatore
medico chimico fisico statistico informatico grafico idraulico ottico meccanico fonico
dsga preside
`
