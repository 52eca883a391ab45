package lang

// deTrades are German nouns of occupations and endings of such.
const deTrades = `
-disponent -disponentin -vermittler -vermittlerin -regulierer -reguliererin -behandler -behandlerin -bearbeiter -bearbeiterin
-sachbearbeitende -pfleger -pflegende -pflegekraft -betreuende -begleiter -begleiterin -aufseher -aufseherin
-bildhauer -bildhauerin -schnitzer -schnitzerin --setzer -setzerin --binder -binderin -drucker -druckerin --schmied -schmiedin
-macher -macherin --näher -näherin --weber -weberin -stricker -strickerin --färber -färberin --gerber -gerberin
--schleifer -schleiferin --dreher -dreherin -fräser -fräserin -schweißer -schweißerin -löter -löterin -gießer -gießerin
-härter -lackierer -lackiererin -beschichter -monteur -rüster -rüsterin -einrichter -einrichterin -bediener -bedienerin
-packer -packerin -stapler -staplerfahrer -kommissionierer -kommissioniererin -lagerist -lageristin
-zusteller -zustellerin --lotse -lotsin -schaffner -schaffnerin -zugbegleiter
-pilot -pilotin -flugbegleiter -matrose -schiffer -schifferin --fischer -fischerin --züchter -züchterin --hirte --melker -melkerin
--winzer -winzerin -imker --brauer -brauerin --brenner -brennerin müllerin -käser --metzger -metzgerin --fleischer
-schlachter -schlachterin -konditor -konditorin -patissier -barkeeper -sommelier -kellnerin -gastwirt -hotelier
-portier -rezeptionist -rezeptionistin -hausdame -zimmermädchen -reiniger -reinigerin -wäscher -wäscherin -bügler -büglerin
--wächter -wächterin -wachmann -detektiv -detektivin -polizist -polizistin -kommissar -kommissarin -soldat
--richter -richterin -notar -notarin -jurist -juristin -rechtspfleger -rechtspflegerin --schreiber -schreiberin
-steuerberater -buchhalter -buchhalterin -buchhaltung -kassierer -kassiererin -händlerin -makler -maklerin -gutachter -gutachterin
-schätzer -schätzerin -ermittler -ermittlerin -prüferin -kontrolleur -kontrolleurin -inspektor -inspektorin -controller -controllerin
-statistiker -statistikerin -mathematiker -mathematikerin -informatiker -informatikerin -programmierer -programmiererin
-physiker -physikerin -chemiker -chemikerin -biologe -biologin -geologe -geologin -ökologe -ökologin -ökonom -ökonomin
theologe theologin -wissenschaftler -wissenschaftlerin -historiker -historikerin -germanist -germanistin -soziologe -soziologin
-archäologe -archäologin -kartograf -kartografin -geograf -geografin -fotograf -fotografin -grafiker -grafikerin -gestalter -gestalterin
-zeichnerin -illustrator -illustratorin -animator -animatorin -regisseur -regisseurin -dramaturg -dramaturgin -schauspieler -schauspielerin
-musiker -musikerin --geiger geigerin -bratscher -bratscherin -cellist -cellistin -dirigent -dirigentin -pianist -pianistin -tänzerin
-sprecher -sprecherin -moderator -moderatorin -reporter -reporterin -journalist -journalistin autor -autorin -texter -texterin
-übersetzer -übersetzerin -dolmetscher -dolmetscherin -bibliothekar -bibliothekarin -archivarin -dokumentar -dokumentarin
-restauratorin -präparator -präparatorin -kurator -kuratorin -museumspädagogin -animateur -animateurin -reiseleiter -reiseleiterin
-dozent -dozentin -professor -professorin -lehrperson -lehrende -ausbilder -ausbilderin -schulbegleiter
-heilpraktiker -heilpraktikerin -hebamme -entbindungspfleger -sanitäter -sanitäterin -logopäde -logopädin -ergotherapeut -diätassistent
-diätologe -diätologin -orthoptist -orthoptistin -optiker -optikerin -akustiker -akustikerin -kosmetiker -kosmetikerin -visagist -visagistin
-podologe -podologin -masseurin -badmeister -retter -retterin -feuerwehrmann -feuerwehrfrau
-dachdeckerin --zimmerer -zimmerin -maurerin -polier -polierin -betonbauer -eisenflechter -verputzer -verputzerin -estrichleger -bodenleger -bodenlegerin
-fliesenleger -fliesenlegerin -pflasterer -straßenwärter -straßenwärterin -gleisbauer -kranführer -baggerfahrer -baggerführer -sprengmeister -bergmann
--glaserin -rohrleger -heizungsbauer -kältetechniker -klempnerin -spenglerin -schornsteinfeger -schornsteinfegerin -rauchfangkehrer
-schreiner -schreinerin --drechsler -drechslerin -orgelbauer -geigenbauer -klavierbauer -instrumentenbauer -bootsbauer -karosseriebauer
--sattler -sattlerin -täschner --kürschner -modist -modistin --schuster -schusterin -uhrmacher -juwelier -graveur -graveurin -gürtler
-werker -werkerin -anlagenführer -maschinenführer -maschinist -maschinistin -facharbeiter -vorarbeiter -vorarbeiterin -schichtführer -schichtführerin
-gesellin -geselle -lehrling -azubi -auszubildende -auszubildender -volontär -volontärin -praktikant -praktikantin -praktikum -trainee
-hilfskraft -hiwi -doktorand -doktorandin -postdoc -stipendiat -stipendiatin -referendar -referendarin -anwärter -anwärterin -aspirant -aspirantin
-aushilfe -springer -springerin stellvertretung urlaubsvertretung krankheitsvertretung elternzeitvertretung -stellvertreter -stellvertreterin
-dirigent -beamte -sachverständige -sachverständiger
-erzieherin -kindergärtner -kindergärtnerin -tagesvater -sozialarbeiter -sozialarbeiterin -streetworker -seelsorger -seelsorgerin -pfarrer -pfarrerin -vikar -vikarin
-repräsentant -repräsentantin -akquisiteur -telefonist -telefonistin
-strategin -stratege -analytiker -analytikerin -entwicklerin -tester -testerin -consultant -merchandiser
-kanzlist -kanzlistin -protokollant -protokollantin -registrator -schreibkraft -bürokraft -stenotypist -stenotypistin -phonotypistin
-förster --jäger -jägerin -ranger -rangerin -tierarzt -tierärztin -tierpfleger -hufschmied -bereiter -bereiterin -stallmeister
-agronom -agronomin -landwirtin -önologe -önologin -brennmeister -braumeister -braumeisterin
-kassenwart -schatzmeister -schatzmeisterin -quästor -rechnungsführer
-vertriebler vertrieblerin -außendienstler -außendienst -innendienst kundenbetreuung -sachbearbeitung -disposition -bauleitung -bauüberwachung
-regieassistenz -produktionsassistenz -hauswirtschaftsleitung -einrichtungsleitung -bereichsleitung -wohnbereichsleitung -teamassistenz
-fachverkäufer -fachverkäuferin -fachberater -fachberaterin -pharmakant -pharmakantin -laborantin -chemikant -chemikantin bta cta mta mtr mtl
-operateur -operateurin -disponierende -kaufleute -kulturmanager -bilanzbuchhalter -lohnbuchhalter -pförtnerin -garderobier -garderobiere
-platzwart -hausmeister -hausmeisterin -hauswart -hauswartin -abwart -schulwart -bademeisterin -kurdirektor -friedhofsgärtner -bestatterin
-küchenhilfe -servicekraft -servierkraft -servicemitarbeiter -barista -spüler -spülerin -serviererin -servierer -schankkraft -barfrau -barmann -barmaid -jungkoch -souschef -commis
oberarzt oberärztin facharzt fachärztin chefarzt chefärztin assistenzarzt assistenzärztin polier hauer geselle gesellin maat bootsmann steuermann
saisonstelle gesellenstelle aushilfsstelle hiwi-stelle doktorandenstelle promotionsstelle assistenzstelle pfarrstelle meisterstelle c-stelle b-stelle halbtagsstelle teilzeitstelle monteurstelle
mechatroniker/in fachkraft lehrperson filialleitung marktleitung
`
