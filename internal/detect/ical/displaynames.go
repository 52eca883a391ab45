package ical

import (
	"strings"
	"time"
)

// byDisplayName reads Outlook's long names in any language: an offset in
// brackets and the names of cities or of a region. The offset must be the
// zone's own in winter or summer, so that a word met by chance decides nothing.
func byDisplayName(name string) (*time.Location, bool) {
	off, places, bracketed := cutOffset(name)
	for _, p := range strings.FieldsFunc(places, func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
		iana := cityZones[strings.ToLower(strings.TrimSpace(p))]
		if iana == "" {
			iana = cityZones[strings.ToLower(strings.Trim(strings.TrimSpace(places), "()"))]
		}
		loc, ok := load(iana)
		if !ok {
			continue
		}
		if !bracketed || standardOffset(loc) == off {
			return loc, true
		}
	}
	return nil, false
}

// cutOffset parts "(UTC+01:00) Amsterdam, Berlin".
func cutOffset(s string) (off int, rest string, ok bool) {
	if !strings.HasPrefix(s, "(") {
		return 0, s, false
	}
	in, rest, found := strings.Cut(s[1:], ")")
	if !found || len(in) < 3 {
		return 0, s, false
	}
	in = strings.NewReplacer("UTC", "", "GMT", "", "utc", "", "gmt", "", ".", ":", " ", "").Replace(in)
	if in == "" {
		return 0, rest, true
	}
	off, ok = parseOffset(in)
	return off, rest, ok
}

// standardOffset gives the smaller of the offsets in January and July.
func standardOffset(loc *time.Location) int {
	_, a := time.Date(2026, 1, 15, 12, 0, 0, 0, loc).Zone()
	_, b := time.Date(2026, 7, 15, 12, 0, 0, 0, loc).Zone()
	return min(a, b)
}

// cityZones are the names in Windows' long zone names, and in their German,
// French, Spanish, Dutch, Italian, Portuguese and Polish forms. Lower case.
var cityZones = map[string]string{
	"amsterdam": "Europe/Amsterdam", "berlin": "Europe/Berlin", "bern": "Europe/Zurich", "berne": "Europe/Zurich", "berna": "Europe/Zurich", "rome": "Europe/Rome", "rom": "Europe/Rome",
	"roma": "Europe/Rome", "rzym": "Europe/Rome", "stockholm": "Europe/Stockholm", "vienna": "Europe/Vienna", "wien": "Europe/Vienna", "vienne": "Europe/Vienna", "viena": "Europe/Vienna", "wenen": "Europe/Vienna", "wiedeń": "Europe/Vienna",
	"brussels": "Europe/Brussels", "brüssel": "Europe/Brussels", "bruxelles": "Europe/Brussels", "bruselas": "Europe/Brussels", "brussel": "Europe/Brussels", "bruksela": "Europe/Brussels", "bruxelas": "Europe/Brussels",
	"copenhagen": "Europe/Copenhagen", "kopenhagen": "Europe/Copenhagen", "madrid": "Europe/Madrid", "paris": "Europe/Paris", "parís": "Europe/Paris", "parijs": "Europe/Paris", "parigi": "Europe/Paris", "paryż": "Europe/Paris",
	"belgrade": "Europe/Belgrade", "belgrad": "Europe/Belgrade", "bratislava": "Europe/Bratislava", "budapest": "Europe/Budapest", "ljubljana": "Europe/Ljubljana", "prague": "Europe/Prague", "prag": "Europe/Prague", "praga": "Europe/Prague", "praag": "Europe/Prague",
	"sarajevo": "Europe/Sarajevo", "skopje": "Europe/Skopje", "warsaw": "Europe/Warsaw", "warschau": "Europe/Warsaw", "varsovie": "Europe/Warsaw", "varsovia": "Europe/Warsaw", "warszawa": "Europe/Warsaw", "varsavia": "Europe/Warsaw", "varsóvia": "Europe/Warsaw", "zagreb": "Europe/Zagreb",
	"dublin": "Europe/Dublin", "dublín": "Europe/Dublin", "edinburgh": "Europe/London", "london": "Europe/London", "londres": "Europe/London", "londen": "Europe/London", "londra": "Europe/London", "londyn": "Europe/London", "lisbon": "Europe/Lisbon", "lissabon": "Europe/Lisbon", "lisbonne": "Europe/Lisbon", "lisboa": "Europe/Lisbon", "lizbona": "Europe/Lisbon", "lisbona": "Europe/Lisbon",
	"athens": "Europe/Athens", "athen": "Europe/Athens", "bucharest": "Europe/Bucharest", "bukarest": "Europe/Bucharest", "helsinki": "Europe/Helsinki", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv", "riga": "Europe/Riga", "sofia": "Europe/Sofia", "tallinn": "Europe/Tallinn", "vilnius": "Europe/Vilnius",
	"istanbul": "Europe/Istanbul", "moscow": "Europe/Moscow", "moskau": "Europe/Moscow", "st. petersburg": "Europe/Moscow", "jerusalem": "Asia/Jerusalem", "cairo": "Africa/Cairo", "harare": "Africa/Johannesburg", "pretoria": "Africa/Johannesburg", "nairobi": "Africa/Nairobi",
	"abu dhabi": "Asia/Dubai", "muscat": "Asia/Dubai", "dubai": "Asia/Dubai", "chennai": "Asia/Kolkata", "kolkata": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "new delhi": "Asia/Kolkata", "islamabad": "Asia/Karachi", "karachi": "Asia/Karachi",
	"kuwait": "Asia/Riyadh", "riyadh": "Asia/Riyadh", "bangkok": "Asia/Bangkok", "hanoi": "Asia/Bangkok", "jakarta": "Asia/Jakarta", "beijing": "Asia/Shanghai", "peking": "Asia/Shanghai", "hong kong": "Asia/Hong_Kong", "kuala lumpur": "Asia/Kuala_Lumpur", "singapore": "Asia/Singapore", "singapur": "Asia/Singapore", "taipei": "Asia/Taipei",
	"osaka": "Asia/Tokyo", "sapporo": "Asia/Tokyo", "tokyo": "Asia/Tokyo", "tokio": "Asia/Tokyo", "seoul": "Asia/Seoul", "perth": "Australia/Perth", "adelaide": "Australia/Adelaide", "darwin": "Australia/Darwin", "brisbane": "Australia/Brisbane",
	"canberra": "Australia/Sydney", "melbourne": "Australia/Melbourne", "sydney": "Australia/Sydney", "hobart": "Australia/Hobart", "auckland": "Pacific/Auckland", "wellington": "Pacific/Auckland",
	"brasilia": "America/Sao_Paulo", "brasília": "America/Sao_Paulo", "são paulo": "America/Sao_Paulo", "buenos aires": "America/Argentina/Buenos_Aires", "city of buenos aires": "America/Argentina/Buenos_Aires", "santiago": "America/Santiago", "bogota": "America/Bogota", "bogotá": "America/Bogota", "lima": "America/Lima", "quito": "America/Guayaquil",
	"guadalajara": "America/Mexico_City", "mexico city": "America/Mexico_City", "ciudad de méxico": "America/Mexico_City", "monterrey": "America/Monterrey", "arizona": "America/Phoenix", "hawaii": "Pacific/Honolulu", "alaska": "America/Anchorage",
	"eastern time (us & canada)": "America/New_York", "eastern time (us and canada)": "America/New_York", "eastern time - us & canada": "America/New_York", "central time (us & canada)": "America/Chicago", "central time (us and canada)": "America/Chicago",
	"mountain time (us & canada)": "America/Denver", "mountain time (us and canada)": "America/Denver", "pacific time (us & canada)": "America/Los_Angeles", "pacific time (us and canada)": "America/Los_Angeles", "atlantic time (canada)": "America/Halifax",
	"eastern time": "America/New_York", "central time": "America/Chicago", "mountain time": "America/Denver", "pacific time": "America/Los_Angeles", "newfoundland": "America/St_Johns", "saskatchewan": "America/Regina",
	"ostküstenzeit": "America/New_York", "mitteleuropäische zeit": "Europe/Berlin", "westeuropäische zeit": "Europe/Lisbon", "osteuropäische zeit": "Europe/Athens", "heure d’europe centrale": "Europe/Paris", "heure d'europe centrale": "Europe/Paris",
	"midden-europese tijd": "Europe/Amsterdam", "hora de europa central": "Europe/Madrid", "ora dell'europa centrale": "Europe/Rome", "ora dell’europa centrale": "Europe/Rome", "czas środkowoeuropejski": "Europe/Warsaw",
	"mitteleuropäische normalzeit": "Europe/Berlin", "mitteleuropa": "Europe/Berlin", "w. europe": "Europe/Berlin", "central european time": "Europe/Berlin", "greenwich mean time": "Europe/London", "hora de europa occidental": "Europe/Lisbon", "hora da europa ocidental": "Europe/Lisbon",
}
