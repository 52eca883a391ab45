package when

import (
	"strings"
	"sync"
)

// abbreviationZone is what a zone abbreviation means, and what else it may.
type abbreviationZone struct {
	name   string
	others []string
}

// abbreviations by their letters. The season's name is not taken literally:
// "EST" said of a day in July means the clock of New York.
var abbreviations = map[string]abbreviationZone{
	"UTC": {name: "UTC"}, "GMT": {name: "GMT"}, "BST": {"Europe/London", []string{"Asia/Dhaka"}},
	"ET": {name: "America/New_York"}, "EST": {"America/New_York", []string{"Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane"}}, "EDT": {"America/New_York", nil},
	"CT": {name: "America/Chicago"}, "CST": {"America/Chicago", []string{"Asia/Shanghai", "America/Mexico_City", "America/Costa_Rica"}}, "CDT": {name: "America/Chicago"},
	"MT": {name: "America/Denver"}, "MST": {"America/Denver", []string{"America/Phoenix", "Asia/Kuala_Lumpur"}}, "MDT": {name: "America/Denver"},
	"PT": {name: "America/Los_Angeles"}, "PST": {"America/Los_Angeles", []string{"Asia/Manila"}}, "PDT": {name: "America/Los_Angeles"},
	"AKST": {name: "America/Anchorage"}, "AKDT": {name: "America/Anchorage"}, "HST": {name: "Pacific/Honolulu"}, "AKT": {name: "America/Anchorage"},
	"AST": {"America/Halifax", []string{"Asia/Riyadh", "Asia/Qatar", "America/Puerto_Rico"}}, "ADT": {name: "America/Halifax"}, "NDT": {name: "America/St_Johns"},
	"HNE": {name: "America/Toronto"}, "HAE": {name: "America/Toronto"}, "HNC": {name: "America/Winnipeg"}, "HAC": {name: "America/Winnipeg"}, "HNP": {name: "America/Vancouver"}, "HAP": {name: "America/Vancouver"}, "HNR": {name: "America/Edmonton"}, "HAR": {name: "America/Edmonton"},
	"WET": {name: "Europe/Lisbon"}, "WEST": {name: "Europe/Lisbon"},
	"CET": {name: "Europe/Paris"}, "CEST": {name: "Europe/Paris"}, "MEZ": {name: "Europe/Berlin"}, "MESZ": {name: "Europe/Berlin"}, "MET": {name: "Europe/Paris"},
	"EET": {name: "Europe/Helsinki"}, "EEST": {name: "Europe/Helsinki"}, "MSK": {name: "Europe/Moscow"}, "TRT": {name: "Europe/Istanbul"},
	"IST": {"Asia/Kolkata", []string{"Europe/Dublin", "Asia/Jerusalem", "Europe/Istanbul"}}, "PKT": {name: "Asia/Karachi"}, "NPT": {name: "Asia/Kathmandu"},
	"GST": {name: "Asia/Dubai"}, "SGT": {name: "Asia/Singapore"}, "SST": {name: "Asia/Singapore"}, "HKT": {name: "Asia/Hong_Kong"}, "MYT": {name: "Asia/Kuala_Lumpur"},
	"PHT": {name: "Asia/Manila"}, "ICT": {name: "Asia/Bangkok"}, "WIB": {name: "Asia/Jakarta"}, "JST": {name: "Asia/Tokyo"}, "KST": {name: "Asia/Seoul"},
	"SAST": {name: "Africa/Johannesburg"}, "WAT": {name: "Africa/Lagos"}, "CAT": {name: "Africa/Maputo"}, "EAT": {name: "Africa/Nairobi"},
	"AEST": {"Australia/Sydney", []string{"Australia/Brisbane", "Australia/Melbourne"}}, "AEDT": {name: "Australia/Sydney"}, "AET": {name: "Australia/Sydney"}, "ACST": {"Australia/Adelaide", []string{"Australia/Darwin"}}, "ACDT": {name: "Australia/Adelaide"}, "AWST": {name: "Australia/Perth"},
	"NZST": {name: "Pacific/Auckland"}, "NZDT": {name: "Pacific/Auckland"}, "NZT": {name: "Pacific/Auckland"},
	"BRT": {name: "America/Sao_Paulo"}, "ART": {name: "America/Argentina/Buenos_Aires"}, "CLT": {name: "America/Santiago"}, "CLST": {name: "America/Santiago"},
	"COT": {name: "America/Bogota"}, "PET": {name: "America/Lima"}, "UYT": {name: "America/Montevideo"}, "VET": {name: "America/Caracas"},
}

// regions are the North American zones by name.
var regions = map[string]string{"Eastern": "America/New_York", "Central": "America/Chicago", "Mountain": "America/Denver",
	"Pacific": "America/Los_Angeles", "Alaska": "America/Anchorage", "Hawaii": "Pacific/Honolulu", "Atlantic": "America/Halifax",
	"EASTERN": "America/New_York", "CENTRAL": "America/Chicago", "PACIFIC": "America/Los_Angeles"}

// placeRows: a zone and the places, countries and adjectives that stand for it,
// folded.
var placeRows = []struct{ zone, names string }{
	{"Europe/London", "londres|londra|londen|londynu|londynskiego|reino unido|royaume uni|regno unito|britanica|londoner|britischer|uk|u k|london|british|britain|united kingdom|england|scotland|edinburgh|glasgow|manchester|birmingham|wales|gmt london|greenwich mean"},
	{"Europe/Dublin", "dublin|irish|ireland|cork"},
	{"Europe/Lisbon", "lisbonne|lissabon|lisbona|lizbony|lizbonskiego|lissaboner|portugaise|de lisboa|lisbon|lisboa|portugal|portugal continental|portuguese|portuguesa|porto|western european"},
	{"Europe/Madrid", "madryt|madryckiego|madrider|spanischer|peninsular de espana|madrid|spain|spanish|espana|espanola|peninsular|peninsula|barcelona|valencia|sevilla|peninsular espanola|espagnole"},
	{"Atlantic/Canary", "insular|insular canaria|canaria|canarias|canary islands|islas canarias"},
	{"Europe/Paris", "parigi|parijs|paryz|paryskiego|paryza|pariser|francesa|paris|france|french|francaise|metropole|lyon|metropolitaine|francese|francesa|europe centrale|d ete d europe centrale|normale d europe centrale|de l europe centrale|cet paris"},
	{"Europe/Brussels", "bruselas|bruxelas|brusseler|brussels|bruxelles|brussel|belgium|belgian|belge|belgische|antwerp|gent"},
	{"Europe/Amsterdam", "amsterdam|dutch|netherlands|nederlandse|rotterdam|utrecht|den haag|midden europese|midden europese zomer|nederland"},
	{"Europe/Berlin", "berlino|berlim|berlijn|berlijnse|berlinskiego|berlina|duitse|tedesca|niemieckiego|alema|berlin|berliner|german|germany|deutsche|deutscher|deutschland|munich|munchner|munchen|hamburg|hamburger|frankfurt|frankfurter|cologne|koln|mitteleuropaische|mitteleuropaischer|mitteleuropaische sommer|mez|alemana|allemande|central european|central europe|europe central"},
	{"Europe/Vienna", "vienne|viena|wenen|vienna|wien|wiener|austrian|austria|osterreichische|osterreichischer"},
	{"Europe/Zurich", "zurigo|ginevra|ginebra|genf|zurich|swiss|switzerland|schweizer|suisse|geneva|geneve|zurcher|svizzera|bern|berne"},
	{"Europe/Rome", "rom|rzymu|romeinse|italienischer|italienne|rome|roma|italian|italy|italiana|italia|milan|milano|legale dell europa centrale|europa centrale|dell europa centrale|standard dell europa centrale|italiano"},
	{"Europe/Warsaw", "warschau|varsovie|varsavia|varsovia|warschauer|polskiego|polnischer|pologne|polska|warsaw|warszawa|warszawskiego|polskiego|polish|poland|krakow|srodkowoeuropejskiego|srodkowoeuropejskiego letniego"},
	{"Europe/Prague", "prague|praha|czech"}, {"Europe/Budapest", "budapest|hungarian"}, {"Europe/Copenhagen", "copenhagen|danish|denmark"},
	{"Europe/Stockholm", "stockholm|swedish|sweden"}, {"Europe/Oslo", "oslo|norwegian|norway"}, {"Europe/Helsinki", "helsinki|finnish|finland|eastern european"},
	{"Europe/Athens", "athens|greek|greece"}, {"Europe/Istanbul", "istanbul|turkish|turkey|turkiye"}, {"Europe/Bucharest", "bucharest|romanian"}, {"Europe/Sofia", "sofia"},
	{"Europe/Kyiv", "kyiv|kiev|ukraine"}, {"Europe/Moscow", "moscou|mosca|moscu|moscow"}, {"Europe/Luxembourg", "luxembourg"}, {"Europe/Vilnius", "vilnius"}, {"Europe/Riga", "riga"}, {"Europe/Tallinn", "tallinn"},
	{"America/New_York", "nueva york|nova york|nova iorque|nowego jorku|del este|l est des etats unis|new york|ny|nyc|boston|washington|dc|atlanta|miami|philadelphia|eastern|east coast|us eastern|et|charlotte|orlando|detroit|est|pittsburgh|raleigh|us east coast"},
	{"America/Chicago", "del centro|chicago|houston|dallas|austin|texas|minneapolis|central|us central|st louis|nashville|new orleans|milwaukee|kansas city|san antonio"},
	{"America/Denver", "denver|mountain|us mountain|salt lake city|colorado|boise|albuquerque"}, {"America/Phoenix", "phoenix|arizona|tucson"},
	{"America/Los_Angeles", "del pacifico|pacifique|du pacifique|los angeles|la|san francisco|sf|seattle|california|pacific|west coast|portland|san diego|us pacific|las vegas|us west coast|san jose|bay area"},
	{"America/Anchorage", "alaska|anchorage"}, {"Pacific/Honolulu", "hawaii|honolulu"},
	{"America/Toronto", "de montreal|de quebec|du quebec|avancee|normale|toronto|montreal|ottawa|ontario|quebec|de l est|l est|normale de l est|avancee de l est"}, {"America/Winnipeg", "winnipeg|manitoba"}, {"America/Edmonton", "calgary|edmonton|alberta"},
	{"America/Vancouver", "vancouver"}, {"America/Halifax", "halifax|atlantic"}, {"America/Regina", "saskatchewan|regina"}, {"America/St_Johns", "newfoundland"},
	{"America/Mexico_City", "mexico|mexico city|ciudad de mexico|cdmx|centro de mexico|del centro de mexico|mexicana"}, {"America/Bogota", "bogota|colombia|colombiana"}, {"America/Lima", "lima|peru|peruana"},
	{"America/Santiago", "santiago|chile|chilena"}, {"America/Argentina/Buenos_Aires", "buenos aires|argentina|argentine"}, {"America/Caracas", "caracas|venezuela"}, {"America/Montevideo", "montevideo|uruguay"},
	{"America/Guayaquil", "ecuador|quito|guayaquil"}, {"America/La_Paz", "la paz|bolivia"}, {"America/Asuncion", "asuncion|paraguay"}, {"America/Panama", "panama"}, {"America/Costa_Rica", "costa rica"}, {"America/Santo_Domingo", "santo domingo"}, {"America/Puerto_Rico", "puerto rico"},
	{"America/Sao_Paulo", "brasilia|sao paulo|brasil|brazil|rio|rio de janeiro|brasileira|brasileiro|oficial de brasilia"}, {"America/Manaus", "manaus|amazonas"}, {"America/Bahia", "salvador|bahia"}, {"America/Recife", "recife"}, {"America/Fortaleza", "fortaleza"},
	{"Atlantic/Azores", "azores|acores"}, {"Atlantic/Madeira", "madeira"}, {"Atlantic/Reykjavik", "iceland|reykjavik"}, {"Indian/Reunion", "la reunion|reunion"}, {"Indian/Mauritius", "mauritius"},
	{"America/Barbados", "barbados|bridgetown"}, {"America/Jamaica", "jamaica|jamaican|kingston"}, {"America/Port_of_Spain", "trinidad|port of spain"}, {"Atlantic/Bermuda", "bermuda"}, {"America/Nassau", "bahamas|nassau"}, {"America/Havana", "cuba|havana"},
	{"America/Guatemala", "guatemala"}, {"America/El_Salvador", "el salvador|san salvador"}, {"America/Tegucigalpa", "honduras|tegucigalpa"}, {"America/Managua", "nicaragua|managua"},
	{"Europe/Bratislava", "bratislava|slovakia|slovak"}, {"Europe/Ljubljana", "ljubljana|slovenia"}, {"Europe/Zagreb", "zagreb|croatia|croatian"}, {"Europe/Belgrade", "belgrade|serbia|serbian"}, {"Europe/Sarajevo", "bosnia"}, {"Europe/Tirane", "tirana|albania"}, {"Europe/Malta", "malta|maltese|valletta"}, {"Asia/Nicosia", "cyprus|nicosia|limassol"}, {"Europe/Minsk", "minsk"}, {"Europe/Chisinau", "moldova|chisinau"},
	{"Asia/Tbilisi", "tbilisi"}, {"Asia/Yerevan", "yerevan|armenia"}, {"Asia/Baku", "baku|azerbaijan"}, {"Asia/Almaty", "almaty|kazakhstan|astana"}, {"Asia/Tashkent", "tashkent|uzbekistan"}, {"Asia/Bahrain", "bahrain|manama"}, {"Asia/Muscat", "muscat|oman"}, {"Asia/Baghdad", "baghdad|iraq"},
	{"Africa/Addis_Ababa", "addis ababa|ethiopia|ethiopian"}, {"Africa/Dar_es_Salaam", "dar es salaam|tanzania"}, {"Africa/Lusaka", "lusaka|zambia"}, {"Africa/Windhoek", "windhoek|namibia"}, {"Africa/Gaborone", "gaborone|botswana"}, {"Africa/Kigali", "kigali|rwanda"}, {"Pacific/Fiji", "fiji|suva"}, {"Pacific/Guam", "guam"}, {"Asia/Brunei", "brunei"},
	{"America/Martinique", "martinique"}, {"America/Guadeloupe", "guadeloupe"},
	{"Asia/Dubai", "dubai|uae|abu dhabi|gulf|emirates"}, {"Asia/Riyadh", "riyadh|saudi|ksa|saudi arabia|jeddah"}, {"Asia/Qatar", "doha|qatar"}, {"Asia/Kuwait", "kuwait"}, {"Asia/Jerusalem", "israel|tel aviv|jerusalem"}, {"Asia/Amman", "amman|jordan"}, {"Asia/Beirut", "beirut|lebanon"},
	{"Asia/Kolkata", "india|indian|mumbai|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|kolkata"}, {"Asia/Karachi", "pakistan|karachi|lahore"}, {"Asia/Dhaka", "dhaka|bangladesh"}, {"Asia/Colombo", "colombo|sri lanka"}, {"Asia/Kathmandu", "nepal|kathmandu"},
	{"Asia/Singapore", "singapore|sg"}, {"Asia/Kuala_Lumpur", "malaysia|kuala lumpur|kl"}, {"Asia/Hong_Kong", "hong kong|hk"}, {"Asia/Shanghai", "china|beijing|shanghai|shenzhen"}, {"Asia/Taipei", "taiwan|taipei"}, {"Asia/Tokyo", "tokio|tokyo|japan"}, {"Asia/Seoul", "seoul|korea|south korea"},
	{"Asia/Manila", "manila|philippine|philippines"}, {"Asia/Bangkok", "bangkok|thailand|thai"}, {"Asia/Jakarta", "jakarta|indonesia"}, {"Asia/Ho_Chi_Minh", "vietnam|hanoi|ho chi minh"},
	{"Australia/Sydney", "sydney|canberra|nsw|australian eastern"}, {"Australia/Melbourne", "melbourne|victoria"}, {"Australia/Brisbane", "brisbane|queensland"}, {"Australia/Adelaide", "adelaide"}, {"Australia/Perth", "perth|western australian"}, {"Australia/Darwin", "darwin"}, {"Australia/Hobart", "hobart|tasmania"},
	{"Pacific/Auckland", "new zealand|nz|auckland|wellington|christchurch"},
	{"Africa/Johannesburg", "south africa|south african|johannesburg|cape town|sa|joburg|durban"}, {"Africa/Lagos", "lagos|nigeria|nigerian|west africa|abuja"}, {"Africa/Nairobi", "nairobi|kenya|kenyan|east africa|east african"}, {"Africa/Accra", "accra|ghana"}, {"Africa/Cairo", "cairo|egypt"}, {"Africa/Casablanca", "casablanca|morocco|maroc|marocaine"}, {"Africa/Tunis", "tunis|tunisie"}, {"Africa/Algiers", "algiers|alger"}, {"Africa/Harare", "harare|zimbabwe"}, {"Africa/Kampala", "uganda|kampala"}, {"Africa/Luanda", "luanda|angola"}, {"Africa/Maputo", "maputo"}, {"Africa/Dakar", "dakar"},
}

// places maps a folded name to its zone.
var places = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 512)
	for _, r := range placeRows {
		for name := range strings.SplitSeq(r.names, "|") {
			m[name] = r.zone
		}
	}
	return m
})

var usZones = map[string]bool{"America/New_York": true, "America/Chicago": true, "America/Denver": true, "America/Los_Angeles": true,
	"America/Phoenix": true, "America/Anchorage": true, "America/Detroit": true, "America/Boise": true, "Pacific/Honolulu": true,
	"America/Juneau": true, "America/Sitka": true, "America/Nome": true, "America/Menominee": true, "America/Louisville": true, "America/Indianapolis": true}

var canadaZones = map[string]bool{"America/Toronto": true, "America/Vancouver": true, "America/Edmonton": true, "America/Winnipeg": true,
	"America/Halifax": true, "America/Regina": true, "America/St_Johns": true, "America/Montreal": true, "America/Moncton": true}
