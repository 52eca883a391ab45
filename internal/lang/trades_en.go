package lang

// enTrades are English nouns of occupations beside those of enPeople.
const enTrades = `
installer diver seafarer ceramist maintainer repairer governess roustabout propagator paraeducator
naturalist kaiako macer sendco senco reliever groundsman groundswoman groundsperson roughneck derrickhand toolpusher
mudlogger wireman lineworker cablemaker splicer jointer overhauler refurbisher restorer
stonewaller steeplejack pipefitter steamfitter pipelayer
boilermaker ironworker steelworker steelfixer formworker shutterer concreter paviour paver kerblayer hod-carrier
insulator glazer beamer fabricator sheetworker metalworker patternmaker coremaker founder-caster foundryman
foundryworker polisher plater galvaniser galvanizer anodiser enameller sprayer varnisher lacquerer sander
woodcutter woodworker woodturner cabinetmaker chairmaker coachbuilder wheelwright basketmaker
bleacher lacemaker milliner furrier corsetmaker dressmaker pattern-cutter grader-cutter
ironer launderer laundress launderette-attendant linen-keeper hemmer embroiderer quilter tufter
shoemaker bootmaker clicker-laster laster
bottler gutter-shed boner slaughterman slaughterer deboner smokehouse-hand curer
pastrycook patissier pâtissier gelatiere commis kitchenhand dishwasher-up potwasher fry-cook linecook
saucier garde-manger caterer barback barkeep barmaid barman maître maitre waitstaff waitperson
busperson foodrunner sandwich-maker
cellarhand stillhand coopersman tapster brewster vigneron
farmworker fieldworker fruitpicker harvester ploughman tractorman stockman stockwoman stockperson herdsman herdswoman herder drover
dairyman dairymaid swineherd goatherd pigman cowman shearer rouseabout nurseryhand
seedsman grafter orchardist arboriculturist fishery-officer fisherman fisherwoman trawlerman trapper
oysterman hatchery-hand aquaculturist chokerman timber-cruiser verderer
mariner seaman seawoman helmsman coxswain boatswain purser motorman stoker trimmer-stoker ferryman
lockkeeper lock-keeper lighterman waterman wharfinger harbourmaster harbormaster
aircrew airman navigator aviator flight-attendant loadmaster rampie marshaller refueller baggage-handler
trackworker signalworker railwayman brakeman platelayer points-man
chainman staffman rodman setter-out
trucker hgv-driver removals-man removalist forklifter reachtruck-driver warehouseman warehouser
warehouseperson storeman storeperson storewoman stockkeeper stockist stocktaker checker tallyman counterhand
shelf-stacker shelver replenisher restocker packager wrapper labeller palletiser
salesman saleswoman salesclerk shopgirl shopboy vendor hawker pedlar peddler wholesaler retailer
purchaser procurer sourcer remarketer telemarketer telesales canvasser demonstrator
actuaries bookkeeper ledger-clerk payroller cost-accountant reconciler bursar-clerk
barrister notary advocate-depute procurator usher-in-court jurist
policeman policewoman pcso gaoler jailer turnkey
gunner sapper infantryman quartermaster armourer artificer
lifesaver lifeboatman coastguard firewoman fire-fighter
physician-associate hospitalist internist intensivist neonatologist obstetrician gynaecologist gynecologist
paediatrician pediatrician psychiatrist radiologist oncologist cardiologist dermatologist nephrologist neurologist urologist
haematologist hematologist immunologist microbiologist histologist cytologist embryologist geneticist bioinformatician
orthodontist periodontist endodontist prosthodontist pedorthist optometrist ophthalmologist orthoptist
kinesiologist acupuncturist herbalist homeopath naturopath masseur masseuse reflexologist aromatherapist
careworker homecarer carehand orderly wardsman stretcher-bearer nurse-aide
phlebotomy-aide dialysis-tech audiometrist cardiographer mammographer sleep-tech
veterinary-nurse kennelmaid kennelhand catteryhand stablehand stablelad groomsman handler-trainer falconer whelper
teacher-aide teaching-aide headmaster schoolmaster schoolmistress preschooler-teacher kindergartner kindergartener
paraprofessional para-educator interventionist interventionalist librarian-teacher tutor-demonstrator
crammer demonstrator-tutor lector exam-marker
instructress conductress choirmaster choirmistress chorister soprano baritone oboist clarinettist
clarinetist trumpeter trombonist hornist timpanist percussionist drummer guitarist bassist harpist violist
bassoonist keyboardist repetiteur songwriter lyricist composer orchestrator
actor actress comedian stuntman stuntwoman acrobat juggler magician presenter announcer newscaster
anchor-reporter compere emcee dj disc-jockey screenwriter scriptwriter playwright dramatist novelist
blogger vlogger columnist correspondent stringer subeditor sub-ed fact-checker
cinematographer gaffer best-boy lightman soundman boom-operator wardrobe-mistress propmaster prop-maker
scenographer set-builder stagehand flyman lighting-tech colorist storyboarder compositor rotoscoper retoucher
sculptor engraver lithographer muralist calligrapher letterer bookbinder papermaker printmaker
restaurateur hotelier publican licensee hostler pottager bellman doorwoman doorperson
liftman lift-attendant parlourmaid housemaid maid butler footman valet-driver laundrymaid nursemaid
babysitter childcarer childminder pedagogue playleader play-leader
gravedigger undertaker mortician pallbearer cremator-operator
pastor deacon vicar rector rabbi imam missioner missionary almsgiver canon-precentor precentor
cantor-organist bell-ringer parish-clerk lay-reader
dustman refuse-collector streetsweeper litter-picker recycler windowcleaner window-cleaner chimneysweep
exterminator fumigator pest-controller rat-catcher disinfector decontaminator
watchman watchkeeper nightwatchman night-watchman gatekeeper gateman keyholder patroller patrolman bodyguard
storyteller interpretress docent exhibit-maker preparator
metallurgist mineralogist palaeontologist paleontologist seismologist oceanographer hydrographer hydrogeologist geophysicist
geochemist geographer geodesist petrologist climatologist limnologist botanist zoologist entomologist ornithologist
ichthyologist mycologist primatologist pharmacologist biochemist biophysicist physiologist anatomist crystallographer
spectroscopist astrophysicist cosmologist cryptographer cryptanalyst logician demographer sociologist ethnographer criminologist
political-scientist historian musicologist egyptologist papyrologist palaeographer numismatist
econometrician biostatistician psychometrician ergonomist
sysadmin sysop dba webmaster webmistress architect-developer coder pentester devops sre-lead scrummaster
solutioner presales pre-sales preseller moderator
technologue rheologist brewer-chemist perfumer flavourist winetaster
watchmaker clockmaker horologist gemmologist gemologist lapidary silversmith pewterer whitesmith gunsmith tinsmith
swordsmith bladesmith locksmith safe-maker bellfounder organ-builder pianotuner piano-tuner
beachcomber lifeguarder poolside-assistant belayer ski-instructor ski-patroller patroller-medic
bookie croupier-dealer tipster handicapper
masterbatcher extruder laminator die-caster diecaster injection-moulder blow-moulder calenderman vulcaniser
tyre-fitter tyrefitter panelbeater panel-beater windscreen-fitter exhaust-fitter valeter
liftfitter gasfitter gas-fitter heating-engineer plumber-fitter ductfitter drainlayer drainer
well-driller shotfirer shot-firer quarryman quarrier
chargenurse bleep-holder
setter finisher aquarist negotiator neg ceramicist
`
