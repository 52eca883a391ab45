package lang

// frTrades are French nouns of occupations; behind the bar stand the endings
// of both genders.
const frTrades = `
exploitant|/e affréteu|r/se répartiteu|r/se dispatcheu|r/se ordonnanceu|r/se approvisionneu|r/se logisticien|/ne transitaire déclarant|/e
affréteur|/s régulateu|r/se planificat|eur/rice contremaître contremaîtresse surintendant|/e aide-magasinier débardeu|r/se
rhabilleu|r/se régleu|r/se décolleteu|r/se outilleu|r/se usineu|r/se rectifieu|r/se affûteu|r/se polisseu|r/se sertisseu|r/se graveu|r/se
mouleu|r/se fondeu|r/se forgeron|/ne ferronnier|/e taillandi|er/ère coutelier|/e couteli|er/ère armuri|er/ère monteu|r/se câbleu|r/se bobini|er/ère
brodeu|r/se tisseu|r/se teinturi|er/ère repasseu|r/se retoucheu|r/se piqueu|r/se mécanicien-ne coupeu|r/se patronni|er/ère modiste
chapeli|er/ère ganti|er/ère fourreu|r/se tanneu|r/se mégissi|er/ère botti|er/ère
luthi|er/ère organier accordeu|r/se archeti|er/ère
ébéniste marqueteu|r/se tourneu|r/se sculpteu|r/se sculptrice doreu|r/se laqueu|r/se vernisseu|r/se parqueteu|r/se scieu|r/se
bardeu|r/se étancheu|r/se terrassi|er/ère paveu|r/se coffreu|r/se ferrailleu|r/se grutier|/e gruti|er/ère pelleteu|r/se plaquiste staffeu|r/se enduiseu|r/se ravaleu|r/se
crépisseu|r/se vitri|er/ère miroiti|er/ère store-monteur ramoneu|r/se frigoriste climaticien|/ne plombi|er/ère canalisateu|r/se tuyauteu|r/se calorifugeu|r/se
désamianteu|r/se démolisseu|r/se échafaudeu|r/se cordiste métreu|r/se économiste géomètre-topographe
charcuti|er/ère traiteu|r écaill|er/ère crêpi|er/ère pizzaiol|o/a pizzaïol|o/a rôtisseu|r/se sauci|er/ère tournant garde-manger limonadi|er/ère barista
barmaid sommeli|er/ère œnologue oenologue caviste tonnelier maître-chai cidricult|eur/rice brasseu|r/se distillateu|r/distillatrice torréfacteu|r/torréfactrice
laiti|er/ère fromag|er/ère affineu|r/se éleveu|r/se vach|er/ère trayeu|r/se apicult|eur/rice horticult|eur/rice pépiniériste
maraîch|er/ère arboricult|eur/rice vendangeu|r/se saisonni|er/ère tractoriste faucheu|r/se élagueu|r/se grimpeu|r/se sylvicult|eur/rice
garde-forestier|/s garde-champêtre garde-pêche piscicult|eur/rice ostréicult|eur/rice mareyeu|r/se poissonni|er/ère matelot|/e
bosco timoni|er/ère docker|/s lamaneu|r/se éclusi|er/ère bateli|er/ère scaphandri|er/ère plongeur-scaphandrier
tractionnaire routi|er/ère cheminot|/e aiguilleu|r/se conducteur-receveur machiniste-receveur ambulanci|er/ère déménageu|r/se
coursi|er/ère livreu|r/se facteur-factrice factrice éboueu|r/se rippeu|r/se balayeu|r/se égouti|er/ère agent-e égoutier laveu|r/se nettoyeu|r/se
technicien|/ne-sav réparateu|r/réparatrice dépanneu|r/se installateu|r/installatrice metteu|r/se contrôleu|r/se-qualité qualiticien|/ne métrologue méthodiste automaticien|/ne électromécanicien|/ne électrotechnicien|/ne
électronicien|/ne roboticien|/ne informaticien|/ne statisticien|/ne mathématicien|/ne physicien|/ne climatologue géologue géophysicien|/ne hydrologue hydrogéologue
océanographe botaniste zoologue écologue naturaliste entomologiste ornithologue archéologue anthropologue ethnologue sociologue historien|/ne géographe cartographe
démographe urbaniste paysagiste-concepteur économètre actuaire trésori|er/ère fiscaliste risk-manager crédit-manager souscript|eur/rice gestionnaire-sinistres sinistre-gestionnaire
courti|er/ère cambiste trader banqui|er/ère guicheti|er/ère téléconseill|er/ère téléact|eur/rice télévend|eur/euse téléprospect|eur/rice démarcheu|r/se
prospect|eur/rice représentant|/e négociat|eur/rice mandataire agenceu|r/se étalagiste merchandiseu|r/se marchandiseu|r/se chineu|r/se brocanteu|r/se antiquaire
commissaire-priseur greffi|er/ère huissi|er/ère notaire-assistant clerc|/s parajuriste
policier douani|er/ère militaire pompi|er/ère sapeuse-pompière surveillant-pénitentiaire asvp ash asv atsem aesh avs aed cpe eje tisf amp aes ide ibode iade ifsi
infirmier-chef sage-femme sages-femmes maïeuticien|/ne puéricult|eur/rice aide-soignant|/s aide-soignantes soignant|/e
brancardi|er/ère manipulat|eur/rice préparateur-en-pharmacie biologiste généticien|/ne radiologue anesthésiste chirurgien|/ne dentiste chirurgien-dentiste orthodontiste
pédiatre psychiatre gériatre cardiologue dermatologue ophtalmologue urgentiste généraliste ostéopathe chiropracteu|r ergothérapeute psychomotricien|/ne diététicien|/ne nutritionniste
audioprothésiste orthoptiste optici|en/enne podo-orthésiste prothésiste-dentaire visiteu|r/se hygiéniste hémodialyseu|r
moniteur-éducateur monitrice-éducatrice auxiliaire-de-vie accompagnant|/e accueillant|/e animat|eur/rice éducat|eur/rice ludothécaire médiathécaire documentaliste
conservat|eur/rice restaurat|eur/rice régisseu|r/se scénographe décorat|eur/rice accessoiriste perruqui|er/ère maquilleu|r/se coiffeur-visagiste éclairagiste sonorisat|eur/rice
ingénieur-son cadreu|r/se monteu|r/se-vidéo vidéaste photographe réalisat|eur/rice scénariste dialoguiste comédien|/ne act|eur/rice chanteu|r/se choriste chef-op
danseu|r/se chorégraphe répétit|eur/rice pianiste accompagnat|eur/rice organiste violoncelliste flûtiste clarinettiste hautboïste trompettiste percussionniste harpiste guitariste
corniste illustrat|eur/rice infographiste webdesigner webmestre webmaster motion-designer bédéiste coloriste typographe conduct|eur/rice-offset façonni|er/ère massicoti|er/ère sérigraphe
correct|eur/rice relect|eur/rice édit|eur/rice journaliste-pigiste pigiste présentat|eur/rice speaker speakerine chroniqueu|r/se reporteu|r/reportrice attaché-e
interprète terminologue sous-titreu|r/se rédact|eur/rice-web référenceu|r/se
instituteur institutrice suppléant|/e remplaçant|/e vacataire répétitrice-scolaire précept|eur/rice principal-adjoint lect|eur/rice
ingénieur-chercheur thésard|/e postdoctorant|/e post-doc allocataire ater
valet femme-de-chambre lingère lingèr|e équipi|er/ère majordome bagagiste groom chasseu|r veilleu|r/se night-auditor réceptionni|ste gouvernant|/e intendant|/e économe huissier-audienci|er
standardiste télésecrétaire dactylo sténotypiste archiviste-documentaliste assistante-de-direction office-manager
gardien-ne vigile rondi|er/ère maître-chien agent-cynophile physionomiste
esthéticien|/ne manucure prothésiste-ongulaire masseu|r/se kiné masseur-kinésithérapeute praticien|/ne socio-esthéticienne tatoueu|r/se
croque-mort thanatopracteur thanatopractrice fossoyeu|r/se marbri|er/ère porteu|r/se
toiletteu|r/se palefreni|er/ère jockey maréchal-ferrant sellier-harnacheur soigneu|r/se-animalier dresseu|r/se
nageu|r-sauveteur sauveteu|r/se pisteur-secouriste pisteu|r/se perchman perchiste conducteur-remontées guide-conférenci|er/ère conférenci|er/ère
accompagnat|eur/rice-montagne croupi|er/ère caissi|er/ère-principal
chargé-e conseiller-ère développeu|r/se-web lead-dev architecte-logiciel testeu|r/se scrum-master
prévent|eur/rice préventionniste
pâtissière-traiteur équarrisseu|r/se désosseu|r/se pareu|r/se découpeu|r/se emballeu|r/se conditionneu|r/se trieu|r/se palettiseu|r/se conducteur-de-ligne pontonni|er/ère
jaugeu|r/se bobineu|r/se souffleu|r/se céramiste faïenci|er/ère santonni|er/ère mosaïste vitrailliste émailleu|r/se
proviseur
`
