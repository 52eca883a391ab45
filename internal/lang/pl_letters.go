package lang

// Polish letters speak without the past tense and the conditional of the first
// person, which would tell whether a man or a woman writes, and to "Państwo",
// which fits whoever reads.
var plLetters = Letters{
	Formal: Salutations{
		Woman: "Szanowna Pani,", Man: "Szanowny Panie,", Title: "Dzień dobry,",
		Named: "Dzień dobry,", Nobody: "Szanowni Państwo,",
	},
	Informal: Salutations{Given: "Cześć {given},", Named: "Dzień dobry,", Nobody: "Dzień dobry,"},
	Titles: []Title{
		{Word: "pani", Form: "Pani", Woman: true}, {Word: "pan", Form: "Pan", Man: true}, {Word: "panie", Form: "Pan", Man: true},
		{Word: "dr", Form: "dr"}, {Word: "doktor", Form: "dr"}, {Word: "prof", Form: "prof."}, {Word: "mgr"}, {Word: "inż"}, {Word: "hab"},
	},
	Months: [12]string{"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
		"października", "listopada", "grudnia"},
	Weekdays: [7]string{"niedziela", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota"},
	Date:     "{weekday} {day} {month}",
	On:       []string{"w niedzielę", "w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę"},
	And:      " i ",
	Story: Story{
		Confirmed: "potwierdzenie rozmowy", Interview: "rozmowa", They: "odpowiedź bez decyzji",
		Auto: "odpowiedź automatyczna", You: "wiadomość od Ciebie", Unsent: "wiadomość w szkicach, niewysłana",
	},
	Banned: []string{"chciałem tylko zapytać", "chciałam tylko zapytać", "piszę z zapytaniem, czy są", "czy są już jakieś wieści", "czy są nowe informacje",
		"delikatne przypomnienie", "uprzejmie przypominam", "przypominam się", "podbijam temat", "podbijam wiadomość", "wracam do tematu"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Podziękowanie za rozmowę[ ({role})]

{greeting}

bardzo dziękuję za rozmowę[ o stanowisku „{role}”][ w firmie {company}]. Z wielką przyjemnością słucha się o tej pracy i o ludziach, którzy ją tworzą.
~
serdecznie dziękuję za rozmowę kwalifikacyjną[ na stanowisko „{role}”][ w firmie {company}] i za poświęcony na nią czas.
~
rozmowa[ o stanowisku „{role}”][ w firmie {company}] to dla mnie prawdziwa przyjemność i bardzo za nią dziękuję.

Otwarta i życzliwa atmosfera rozmowy sprawia, że mój entuzjazm do tej pracy jest jeszcze większy.
~
Mam teraz jasny obraz tej pracy i z dużym przekonaniem mówię: to dokładnie to, co chcę robić.
~
Mam po rozmowie wiele pomysłów i jeszcze większą chęć, by wykorzystać je na tym stanowisku.

[Podziękowania kieruję również do następujących osób: {others}.]
~
[Równie serdecznie dziękuję pozostałym rozmówcom ({others}).]

Z wyrazami szacunku
{name}
~
Z poważaniem
{name}
~
Łączę serdeczne pozdrowienia
{name}
`,
		"thank-you.informal": `
Subject: Dziękuję za rozmowę[ ({role})]

{greeting}

bardzo dziękuję za rozmowę[ o stanowisku „{role}”][ w firmie {company}]. Świetnie było dowiedzieć się więcej o tej pracy.
~
wielkie dzięki za miłą rozmowę[ o stanowisku „{role}”][ w firmie {company}] i za poświęcony czas.
~
rozmowa[ o stanowisku „{role}”][ w firmie {company}] to sama przyjemność. Dziękuję!

Luźna, otwarta atmosfera sprawia, że mam na tę pracę jeszcze większą ochotę.
~
Teraz dobrze wiem, jak wygląda ta praca na co dzień, i bardzo mi się to podoba.
~
Mam po niej głowę pełną pomysłów, a to zawsze dobry znak: takiej pracy właśnie szukam.

[Podziękowania należą się też innym rozmówcom ({others}).]
~
[Dziękuję też pozostałym osobom: {others}.]

Pozdrawiam
{name}
~
Serdecznie pozdrawiam
{name}
~
Pozdrawiam i jeszcze raz dziękuję
{name}
`,
		"continued-interest.formal": `
Subject: Moje zainteresowanie stanowiskiem[ „{role}”][ w firmie {company}]

{greeting}

z przyjemnością wracam myślami do naszej rozmowy[ {on_date}] i chcę zapewnić, że moje zainteresowanie stanowiskiem[ „{role}”][ w firmie {company}] jest niezmiennie duże.
~
od naszej rozmowy[ {on_date}] dużo myślę o stanowisku[ „{role}”][ w firmie {company}] i nadal bardzo chcę je objąć.
~
nasza rozmowa[ {on_date}] pozostaje mi w pamięci: im dłużej myślę o stanowisku[ „{role}”][ w firmie {company}], tym bardziej czuję, że to praca dla mnie.

To, co wiem o zadaniach, odpowiada temu, co umiem najlepiej i czym chcę się zajmować.
~
Zadania, o których była mowa, bardzo mi odpowiadają i wierzę, że szybko przydam się w zespole.
~
Widzę wyraźnie, gdzie przyda się moje doświadczenie i czego chętnie się nauczę.

Jeśli potrzebują Państwo dodatkowych informacji, referencji, próbek mojej pracy lub kolejnej rozmowy, chętnie wszystko przygotuję.
~
Pozostaję do Państwa dyspozycji, jeśli przydadzą się dalsze informacje lub dokumenty.
~
Jeżeli przydatne będą referencje albo druga rozmowa, z przyjemnością się tym zajmę.

Mam szczerą nadzieję na pozytywną odpowiedź; praca z Państwem będzie dla mnie wielką radością.
~
Pozytywna odpowiedź sprawi mi ogromną radość.
~
Liczę na decyzję na moją korzyść i cieszę się na myśl o wspólnej pracy.

Z wyrazami szacunku
{name}
[{phone}]
~
Z poważaniem
{name}
[{phone}]
~
Łączę serdeczne pozdrowienia
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Nadal bardzo zależy mi na stanowisku[ „{role}”][ w firmie {company}]

{greeting}

często wracam myślami do naszej rozmowy[ {on_date}] i chcę Ci powiedzieć, że na stanowisku[ „{role}”][ w firmie {company}] zależy mi tak samo jak wtedy.
~
od naszej rozmowy[ {on_date}] dużo myślę o stanowisku[ „{role}”][ w firmie {company}] i podoba mi się coraz bardziej.
~
nasza rozmowa[ {on_date}] to miłe wspomnienie, a stanowisko[ „{role}”][ w firmie {company}] nadal bardzo mnie kusi.

To, co wiem o tej pracy, dobrze pasuje do tego, co umiem i co lubię.
~
To, o czym była mowa, to właśnie to, co lubię robić, i myślę, że szybko się przydam.
~
Widzę, gdzie przyda się moje doświadczenie, i wiele rzeczy, których chętnie się nauczę.

Jeśli chcesz wiedzieć coś więcej albo zobaczyć referencje czy próbki mojej pracy, chętnie je wyślę.
~
Jeśli w międzyczasie są jakieś pytania, chętnie odpowiem, pisemnie albo w rozmowie.
~
Gdyby przydały się referencje albo druga rozmowa, po prostu daj znać.

Bardzo liczę na tak: z radością do Was dołączę.
~
Dobra wiadomość od Ciebie sprawi mi ogromną radość.
~
Trzymam kciuki, bo bardzo chcę z Wami pracować.

Pozdrawiam
{name}
[{phone}]
~
Serdecznie pozdrawiam
{name}
[{phone}]
~
Wszystkiego dobrego
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: Dzień na wzajemne poznanie się[ ({role})]

{greeting}

stanowisko[ „{role}”][ w firmie {company}] nadal bardzo mnie interesuje i myślę o tym, jak ułatwić Państwu decyzję.
~
ponieważ na stanowisku[ „{role}”][ w firmie {company}] nadal bardzo mi zależy, mam prostą propozycję.

Chętnie przyjdę na jeden dzień albo tylko na pół dnia, żebyśmy się lepiej poznali: bezpłatnie i bez żadnych zobowiązań dla obu stron.
~
Co Państwo sądzą o wspólnym dniu albo połowie dnia? To okazja, by poznać się w praktyce, nieodpłatnie i bez zobowiązań.

Zobaczą Państwo, czy do Państwa pasuję, a ja poznam codzienną pracę. Do terminu chętnie się dostosuję.
~
Kilka wspólnych godzin mówi często więcej niż wiele listów i w każdym razie będzie dla mnie przyjemnością. Termin jest dowolny.

Jeśli nie ma u Państwa takiego zwyczaju, w pełni to rozumiem, a moje zainteresowanie się nie zmienia.
~
Jeżeli ten pomysł Państwu nie odpowiada, proszę śmiało to powiedzieć; nadal bardzo mi na tej pracy zależy.

Z wyrazami szacunku
{name}
[{phone}]
~
Z poważaniem
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: Dzień na wzajemne poznanie się[ ({role})]

{greeting}

stanowisko[ „{role}”][ w firmie {company}] nadal bardzo mnie kusi i mam pomysł, który może ułatwić decyzję.
~
nadal bardzo zależy mi na stanowisku[ „{role}”][ w firmie {company}], więc mam prostą propozycję.

Chętnie wpadnę na jeden dzień albo na pół dnia, żebyśmy się lepiej poznali: za darmo i bez zobowiązań.
~
A może przyjdę na dzień albo choć na pół? Poznamy się w praktyce, bezpłatnie i bez żadnych zobowiązań.

Zobaczysz, czy pasuję do zespołu, a ja poznam Waszą codzienność. Wybierz dowolny dzień.
~
Kilka wspólnych godzin mówi często więcej niż stos maili i tak czy inaczej będzie mi miło. Do terminu się dostosuję.

Jeśli u Was się tego nie robi, nie ma sprawy: zależy mi tak samo.
~
A jeśli to nie pasuje, po prostu powiedz nie. Ochota na tę pracę mi nie minie.

Pozdrawiam
{name}
[{phone}]
~
Serdecznie pozdrawiam
{name}
[{phone}]
`,
		"call": `
Subject: Czas zadzwonić[: {contact}][ ({company})]

{name},

od rozmowy kwalifikacyjnej[ {on_date}][ na stanowisko „{role}”][ w firmie {company}] minęło trochę czasu, a decyzji nie ma. Kolejny mail już nie pomoże, krótki i miły telefon tak.

DO KOGO ZADZWONIĆ
[{contact}|osoba, która prowadziła rozmowę][, {company}]
[Numer: {number}|W mailach nie było numeru: sprawdź na stronie firmy albo zapytaj w sekretariacie.]
[Adres, gdyby o niego pytano: {address}]

KIEDY NIE DZWONIĆ
Nie w weekend i nie w święto; nie przed 9 i nie po 17 czasu miejscowego firmy.
[Ani w te dni wolne: {days_off}.]

[CO SIĘ DOTĄD WYDARZYŁO
{history}]

O CO ZAPYTAĆ
- Czy zapadła decyzja? Jeśli nie, kiedy można się jej spodziewać?
- Czy stanowisko jest nadal wolne?
- Czy chcą jeszcze czegoś się od Ciebie dowiedzieć?
Powiedz, że nadal Ci zależy, podziękuj i na tym zakończ. Jeśli nikt nie odbiera, spróbuj jeszcze raz innego dnia.

BEZPŁATNY DZIEŃ PRÓBNY?
Jeśli stanowisko jest wolne, możesz zaproponować dzień albo pół dnia, żeby się poznać, bezpłatnie i bez zobowiązań. Niektóre firmy tego nie lubią. Nie proponuj tego,
- jeśli od rozmowy minęły mniej niż dwa tygodnie,
- jeśli stanowisko dostał ktoś inny,
- jeśli naraża to pracę, którą masz,
- jeśli przemawia przez Ciebie desperacja: to widać,
- jeśli ta praca nie spełnia wszystkich Twoich oczekiwań.

CO OZNACZA GWIAZDKA
Jeśli stanowisko jest wolne, a praca spełnia wszystkie Twoje oczekiwania, oznacz ten mail gwiazdką. inboxwatch włoży wtedy propozycję do szkiców zamiast tej kartki, gdy tylko nic innego nie stoi na przeszkodzie. Niczego nie wysyła. W wierszu poleceń to samo mówi
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
