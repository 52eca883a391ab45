package lang

// esTrades are Spanish nouns of occupations; behind the bar stand the endings
// of both genders.
const esTrades = `
diagramador|/a dibujante prevencionista sobrecargo actuari|o/a regente dinamizador|/a capacitador|/a cobrador|/a liquidador|/a perit|o/a tasador|/a
oficiala maestranza maestr|e/o deshuesador|/a matarife despiezador|/a charcuter|o/a tocinero embutidor|/a envasador|/a empacador|/a empaquetador|/a etiquetador|/a clasificador|/a seleccionador|/a manipulador|/a
mozo moza estibador|/a carretiller|o/a elevadorista gruer|o/a maquinist|a operari|o/a picker preparador|/a despachador|/a transportist|a mensajer|o/a motorist|a rider repartidor|/a chófer chofer fletero
rutero preventista autoventa promotor|/a vendedora-preventista mercaderista merchandiser demostrador|/a impulsador|/a degustador|/a captador|/a teleoperador|/a telefonist|a televendedor|/a agente-telefónico
comercial-agente corredor|/a agente-inmobiliario escaparatist|a tesorer|o/a controller fiscalist|a tributarist|a actuaria cajero-vendedor liquidadora
facturist|a contralor|/a recaudador|/a pagador|/a nominist|a laboralist|a graduad|o/a-social
procurador|/a alguacil oficial-notaría pasante notari|o/a mediador|/a
policía guardia bomber|o/a militar vigilant|e escolta custodi|o/a portera-recepcionista guardés guardesa casero
enfermer|o/a instrumentist|a circulante auxiliar-enfermería camiller|o/a paramédic|o/a ambulancier|o/a flebotomist|a laboratorist|a bioquímic|o/a genetist|a microbiólog|o/a bacteriólog|o/a citotécnic|o/a
radiofísic|o/a odontólog|o/a ortodoncist|a dentist|a cirujan|o/a pediatr|a psiquiatr|a geriatr|a cardiólog|o/a dermatólog|o/a ginecólog|o/a anestesiólog|o/a internist|a traumatólog|o/a oftalmólog|o/a neurólog|o/a urgenciólog|o/a
epidemiólog|o/a quiropráctic|o/a osteópat|a kinesiólog|o/a kinesiólog|o/a fonoaudiólog|o/a terapist|a acupuntor|/a audiólog|o/a ortoptist|a ortesist|a protésic|o/a podólog|o/a dietist|a
psicopedagog|o/a pedagog|o/a psicomotricist|a educador|/a parvulari|o/a párvulo tallerist|a talleristas maestr|o/a-infantil preceptor|/a bedel jefe-estudios lector|/a doctor|/a predoctoral posdoctoral doctorand|o/a
tesist|a investigador|/a-postdoctoral científic|o/a-titular geólog|o/a geofísic|o/a hidrólog|o/a meteorólog|o/a oceanógraf|o/a topógraf|o/a cartógraf|o/a geógraf|o/a agrimensor|/a
agrónom|o/a ingenier|o/a-agrónomo zootecnist|a ecólog|o/a zoólog|o/a antropólog|o/a arqueólog|o/a sociólog|o/a historiador|/a politólog|o/a economist|a filólog|o/a lingüist|a
sistemista sysadmin tester testeador|/a maquetador|/a webmaster grafista infografist|a ilustrador|/a animador|/a rotulist|a serigrafist|a tipógraf|o/a cajista prensist|a offsetist|a troquelador|/a
encuadernador|/a fotograbador|/a retocador|/a camarógraf|o/a operador|/a-cámara editor-montador realizador|/a guionist|a productor|/a locutor|/a presentador|/a reporter|o/a cronist|a corresponsal columnist|a community
relator|/a subtitulador|/a doblajist|a actor actriz cantant|e corist|a bailarín bailaor|/a coreógraf|o/a concertist|a violonchelist|a flautist|a clarinetist|a oboíst|a trompetist|a percusionist|a guitarrist|a arpist|a timbaler|o/a
pianista-acompañante director|/a-coro escenógraf|o/a iluminador|/a utiler|o/a maquillador|/a caracterizador|/a peluquer|o/a sastra costurer|o/a bordador|/a patronist|a planchador|/a remallador|/a overlockist|a tejedor|/a hilander|o/a tintorer|o/a lavander|o/a
zapater|o/a marroquiner|o/a guarnicioner|o/a talabarter|o/a curtidor|/a modist|o/a
ceramist|a alfarer|o/a vidrier|o/a soplador|/a orfebre joyer|o/a lapidari|o/a relojero luthier lutier afinador|/a organer|o/a
ebanist|a tallist|a tornero-fresador barnizador|/a lacador|/a tapicer|o/a carpinter|o/a-aluminio aserrador|/a tonelero|/a leñador|/a
herrador|/a forjador|/a fundidor|/a moldeador|/a matricer|o/a ajustador|/a rectificador|/a pulidor|/a galvanizador|/a tuber|o/a calorifugador|/a calderer|o/a soldador|/a-tig oxicortist|a chapist|a plegador|/a
electromecánico frigorist|a climatizador|/a instrumentist|a-planta automatist|a mecatrónico bobinador|/a lineir|o/a liniero lampist|a gasist|a plomer|o/a cañist|a
encofrador|/a enyesador|/a pladurist|a escayolist|a alicatador|/a embaldosador|/a marmolist|a picapedrero pizarrist|a tejador|/a impermeabilizador|/a asfaltador|/a barrenist|a dinamitero minero perforist|a poceros pocero
aparejador|/a delineant|e proyectist|a jefe-obra encargad|o/a-obra capataz sobrestante
peón jornaler|o/a regador|/a injertador|/a vendimiador|/a cosechador|/a almazarer|o/a vaquer|o/a ordeñador|/a cabrer|o/a porquer|o/a apicultor|/a avicultor|/a piscicultor|/a mariscador|/a pescador|/a contramaestre timonel buz|o/a
guardaparques guardaparque guarda-forestal brigadist|a viverist|a podador|/a paisajist|a floricultor|/a
bodeguer|o/a catador|/a barman bartender coctelero|/a maître maitre sumiller somelier cafetero heladero|/a parriller|o/a asador|/a pizzer|o/a sushiman panader|o/a hornero|/a repostero-pastelero bacher|o/a mucam|o/a recamarer|o/a camarer|o/a-piso
gobernant|e/a lencer|o/a botones conserj|e mayordom|o/a valet ama-de-llaves hostess garrotero|/a runner comis stewart
niñer|o/a canguro cuidador|/a-ancianos gericultor|/a asistent|e/a tiflólog|o/a
lavacoches gomero|/a vulcanizador|/a llanter|o/a hojalater|o/a
fumigador|/a desinsectador|/a basurer|o/a barrender|o/a recolector|/a aseador|/a limpiacristales cristaler|o/a deshollinador|/a
sepulturer|o/a tanatoestetic|ista tanatopráctic|o/a florist|a-funerario
entrenador|/a-personal socorrist|a salvavidas árbitr|o/a monitor|/a-natación instructora-yoga
tripulant|e azafat|o/a auxiliar-vuelo controlador|/a copiloto despachador|/a-vuelo rampero
encuestador|/a inventarist|a codificador|/a digitador|/a capturist|a grabador|/a-datos mecanógraf|o/a taquígraf|o/a archivist|a ordenanza ujier bedel
líder consejero|/a asesor|/a-jurídico interventor|/a
informático profesor
`
