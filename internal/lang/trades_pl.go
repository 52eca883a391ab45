package lang

import "strings"

// plTrades are Polish nouns of occupations, named in the nominative; plForms
// adds the cases that titles stand in.
const plTrades = `
ekspedient ekspedientka masażysta masażystka redaktor redaktorka laborant laborantka automatyk technolog handlowiec edukator edukatorka przedstawiciel przedstawicielka szef szefowa kucharz kucharka podkuchenny podkuchenna
protokolant protokolantka serwisant serwisantka introligator introligatorka copywriter copywriterka wolontariusz wolontariuszka rejestrator rejestratorka
maszynista maszynistka motorniczy konduktor konduktorka nastawniczy zwrotniczy manewrowy toromistrz rewident taksówkarz kierowca dostawca kurier kurierka listonosz listonoszka spedytor spedytorka
magazynier magazynierka pakowacz pakowaczka kompletator kompletatorka sztaplarkowy wózkowy ładowacz tragarz sortowacz
ślusarz tokarz frezer szlifierz spawacz lakiernik blacharz odlewnik formierz hartownik galwanizer narzędziowiec monter montażysta montażystka elektromonter elektromechanik elektronik mechatronik hydraulik instalator konserwator konserwatorka palacz
murarz tynkarz glazurnik płytkarz malarz dekarz cieśla zbrojarz betoniarz brukarz posadzkarz parkieciarz szklarz zdun kominiarz stolarz tapicer lakiernik-stolarz kamieniarz sztukator operator operatorka koparkowy dźwigowy suwnicowy górnik strzałowy wiertacz geolog geodeta geodetka kreślarz kreślarka kosztorysant kosztorysantka majster brygadzista brygadzistka kierownik kierowniczka
krawcowa szwaczka krojczy krojcza konstruktor konstruktorka tkacz tkaczka dziewiarz dziewiarka hafciarka kuśnierz kaletnik rymarz garbarz prasowaczka pracz praczka
złotnik jubiler zegarmistrz grawer ceramik garncarz hutnik szklarz lutnik organmistrz stroiciel
piekarz cukiernik rzeźnik wędliniarz masarz rozbieracz serowar piwowar winiarz gorzelnik pizzerman pizzaiolo barman barmanka barista baristka kelner kelnerka sommelier pokojowa pokojówka recepcjonista recepcjonistka portier portierka bagażowy hostessa zmywający
rolnik ogrodnik ogrodniczka sadownik pszczelarz hodowca pasterz dojarz traktorzysta kombajnista leśniczy leśnik gajowy drwal pilarz florysta florystka zootechnik agronom marynarz bosman sternik nurek stoczniowiec doker
pielęgniarz pielęgniarka ratownik ratowniczka położna salowa salowy sanitariusz sanitariuszka noszowy fizjoterapeuta fizjoterapeutka rehabilitant rehabilitantka logopeda dietetyk dietetyczka psycholog psycholożka psychoterapeuta psychoterapeutka farmaceuta farmaceutka aptekarz aptekarka optyk optometrysta optometrystka protetyk protetyczka higienista higienistka stomatolog dentysta dentystka lekarz lekarka chirurg anestezjolog radiolog pediatra psychiatra kardiolog weterynarz diagnosta diagnostka elektroradiolog kosmetolog kosmetolożka kosmetyczka fryzjer fryzjerka podolog podolożka manicurzystka wizażysta wizażystka
opiekun opiekunka niania wychowawca wychowawczyni pedagog nauczyciel nauczycielka lektor lektorka wykładowca adiunkt adiunktka asystent asystentka doktorant doktorantka stypendysta stypendystka wicedyrektor wicedyrektorka stażysta stażystka praktykant praktykantka uczennica instruktor instruktorka trener trenerka korepetytor korepetytorka animator animatorka
księgowy księgowa kadrowy kadrowa płacowy płacowa kasjer kasjerka skarbnik skarbniczka audytor audytorka aktuariusz likwidator likwidatorka rzeczoznawca windykator windykatorka bankier doradca doradczyni broker agentka makler analityk analityczka kontroler kontrolerka controller ekonomista ekonomistka
prawnik prawniczka adwokat adwokatka radca notariusz komornik aplikant aplikantka referendarz sekretarz sekretarka referent referentka inspektor inspektorka podinspektor podinspektorka urzędnik urzędniczka archiwista archiwistka kancelista kancelistka
sprzedawca sprzedawczyni merchandiser merchandiserka konsultant konsultantka telemarketer telemarketerka promotor promotorka zaopatrzeniowiec planista planistka dyspozytor dyspozytorka logistyk logistyczka
policjant policjantka strażnik strażniczka strażak żołnierz ochroniarz ochroniarka dozorca dozorczyni stróż wartownik
dziennikarz dziennikarka reporter reporterka korektor korektorka tłumacz tłumaczka bibliotekarz bibliotekarka księgarz drukarz poligraf graficzka ilustrator ilustratorka fotograf fotografka operator-obrazu montażysta reżyser reżyserka scenarzysta scenarzystka scenograf scenografka kostiumograf kostiumografka charakteryzator charakteryzatorka inspicjent inspicjentka sufler suflerka garderobiany garderobiana oświetleniowiec akustyk realizator realizatorka aktor aktorka śpiewak śpiewaczka chórzysta chórzystka tancerz tancerka choreograf choreografka skrzypek skrzypaczka altowiolista altowiolistka wiolonczelista wiolonczelistka pianista pianistka flecista flecistka klarnecista klarnecistka dyrygent dyrygentka organista organistka lektorka spiker spikerka prezenter prezenterka
kustosz kustoszka kurator kuratorka edukator-muzealny przewodnik przewodniczka archeolog archeolożka historyczka socjolog socjolożka antropolog
programista programistka informatyczka administrator administratorka tester testerka projektant projektantka inżynier inżynierka architekt architektka urbanista urbanistka
chemik chemiczka biolog biolożka biotechnolog biotechnolożka fizyczka matematyczka statystyczka meteorolog hydrolog ekolog
sprzątacz sprzątaczka sprzątający sprzątająca palacz grabarz śmieciarz
pracownik pracownica pomocnik pomocniczka robotnik robotnica aparatowy wytapiacz formowacz tłoczarz zgrzewacz
specjalista specjalistka koordynator koordynatorka starszy-specjalista menedżer menedżerka menadżer menadżerka zastępca zastępczyni pełnomocnik rzecznik rzeczniczka
stewardesa steward kontroler-ruchu dyspozytorka-ruchu
`

// plCases are the endings that a noun's last letters turn into, longest
// letters first.
var plCases = []struct {
	end   string
	cases []string
}{
	{"olożka", []string{"olożki", "olożkę", "olożce", "olożką", "olożek"}},
	{"yczka", []string{"yczki", "yczkę", "yczce", "yczką", "yczek"}},
	{"czyni", []string{"czyni", "czynię", "czynią"}},
	{"ka", []string{"ki", "kę", "ke", "ce", "ką", "ek"}},
	{"owa", []string{"owej", "ową"}},
	{"na", []string{"nej", "ną"}},
	{"ca", []string{"cy", "cę", "cą", "ców"}},
	{"ta", []string{"ty", "tę", "cie", "tą", "tów"}},
	{"a", []string{"y", "ę", "ie", "ą"}},
	{"owy", []string{"owego", "owym", "owych"}},
	{"ny", []string{"nego", "nym", "nych"}},
	{"iec", []string{"ca", "cem", "cowi", "ców"}},
	{"ek", []string{"ka", "kiem", "kowi", "ków"}},
	{"", []string{"a", "owi", "em", "iem", "ie", "u", "ów", "y", "i"}},
}

// plForms adds to each word of a list its cases.
func plForms(words string) string {
	var b strings.Builder
	for _, w := range strings.Fields(words) {
		b.WriteString(w + " ")
		for _, c := range plCases {
			stem, ok := strings.CutSuffix(w, c.end)
			if !ok {
				continue
			}
			for _, e := range c.cases {
				b.WriteString(stem + e + " ")
			}
			break
		}
	}
	return b.String()
}
