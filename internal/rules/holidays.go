package rules

import (
	"strings"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/bg"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/gr"
	"github.com/rickar/cal/v2/hr"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/jp"
	"github.com/rickar/cal/v2/lt"
	"github.com/rickar/cal/v2/lv"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/nz"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/ro"
	"github.com/rickar/cal/v2/ru"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/si"
	"github.com/rickar/cal/v2/sk"
	"github.com/rickar/cal/v2/ua"
	"github.com/rickar/cal/v2/us"
	"github.com/rickar/cal/v2/za"
)

func init() { cal.DefaultLoc = time.UTC } // days are compared by date alone

// holidayTable has a row for every country, and for its parts where their
// holidays differ, by ISO 3166 code. Where the library is out of date, the row
// names our correction below; a test holds the days of 2025 to 2028.
var holidayTable = map[string][]*cal.Holiday{
	"AT":     at.Holidays,
	"AU-ACT": au.HolidaysACT,
	"AU-NSW": au.HolidaysNSW,
	"AU-NT":  au.HolidaysNT,
	"AU-QLD": au.HolidaysQLD,
	"AU-SA":  au.HolidaysSA,
	"AU-TAS": au.HolidaysTAS,
	"AU-VIC": au.HolidaysVIC,
	"AU-WA":  au.HolidaysWA,
	"BE":     be.Holidays,
	"BG":     bg.Holidays,
	"BR":     br.Holidays,
	"CA":     ca.Holidays,
	"CH":     ch.Holidays,
	"CH-ZH":  ch.HolidaysZH,
	"CH-BE":  ch.HolidaysBE,
	"CH-LU":  ch.HolidaysLU,
	"CH-UR":  ch.HolidaysUR,
	"CH-SZ":  ch.HolidaysSZ,
	"CH-OW":  ch.HolidaysOW,
	"CH-NW":  ch.HolidaysNW,
	"CH-GL":  ch.HolidaysGL,
	"CH-ZG":  ch.HolidaysZG,
	"CH-FR":  ch.HolidaysFR,
	"CH-SO":  ch.HolidaysSO,
	"CH-BS":  ch.HolidaysBS,
	"CH-BL":  ch.HolidaysBL,
	"CH-SH":  ch.HolidaysSH,
	"CH-AR":  ch.HolidaysAR,
	"CH-AI":  ch.HolidaysAI,
	"CH-SG":  ch.HolidaysSG,
	"CH-GR":  ch.HolidaysGR,
	"CH-AG":  ch.HolidaysAG,
	"CH-TG":  ch.HolidaysTG,
	"CH-VD":  ch.HolidaysVD,
	"CH-TI":  ch.HolidaysTI,
	"CH-VS":  ch.HolidaysVS,
	"CH-NE":  ch.HolidaysNE,
	"CH-GE":  ch.HolidaysGE,
	"CH-JU":  ch.HolidaysJU,
	"CZ":     cz.Holidays,
	"DE":     de.Holidays,
	"DE-BW":  de.HolidaysBW,
	"DE-BY":  de.HolidaysBY,
	"DE-BE":  de.HolidaysBE,
	"DE-BB":  de.HolidaysBB,
	"DE-HB":  de.HolidaysHB,
	"DE-HH":  de.HolidaysHH,
	"DE-HE":  de.HolidaysHE,
	"DE-MV":  de.HolidaysMV,
	"DE-NI":  de.HolidaysNI,
	"DE-NW":  de.HolidaysNW,
	"DE-RP":  de.HolidaysRP,
	"DE-SL":  de.HolidaysSL,
	"DE-SN":  de.HolidaysSN,
	"DE-ST":  de.HolidaysST,
	"DE-SH":  de.HolidaysSH,
	"DE-TH":  de.HolidaysTH,
	"DK":     dk.Holidays,
	"ES":     es.Holidays,
	"FR":     fr.Holidays,
	"GB":     gb.Holidays, "GB-ENG": gb.Holidays, "GB-WLS": gb.Holidays, "GB-EAW": gb.Holidays,
	"GB-SCT": gbScotland, "GB-NIR": gbNorthernIreland,
	"GR": gr.Holidays,
	"HR": hr.Holidays,
	"IE": ie.Holidays,
	"IT": with(it.Holidays, itFrancis),
	"JP": jp.Holidays,
	"LT": lt.Holidays,
	"LV": lv.Holidays,
	"NL": nlDays,
	"NO": no.Holidays,
	"NZ": nz.Holidays,
	"PL": with(pl.Holidays, plChristmasEve),
	"RO": ro.Holidays,
	"RU": ru.Holidays,
	"SE": se.Holidays,
	"SI": si.Holidays,
	"SK": sk.Holidays,
	"UA": ua.Holidays,
	"US": us.Holidays,
	"ZA": za.Holidays,
}

// Corrections to the library.
var (
	weekendToMonday = []cal.AltDay{{Day: time.Saturday, Offset: 2}, {Day: time.Sunday, Offset: 1}}
	afterAnother    = []cal.AltDay{{Day: time.Saturday, Offset: 2}, {Day: time.Sunday, Offset: 2}, {Day: time.Monday, Offset: 1}}

	gbScotland = with(without(gb.Holidays, gb.EasterMonday, gb.SummerHoliday), gb.SummerHolidayScotland,
		onDay("2 January", time.January, 2, afterAnother), onDay("St Andrew's Day", time.November, 30, weekendToMonday))
	gbNorthernIreland = with(gb.Holidays,
		onDay("St Patrick's Day", time.March, 17, weekendToMonday), onDay("Battle of the Boyne", time.July, 12, weekendToMonday))

	plChristmasEve = since(2025, onDay("Wigilia", time.December, 24, nil))
	itFrancis      = since(2026, onDay("San Francesco", time.October, 4, nil))

	// Good Friday is a working day in the Netherlands, and 5 May is one but
	// every fifth year.
	nlDays = with(without(nl.Holidays, nl.GoedeVrijdag, nl.BevrijdingsDag), everyFifth(nl.BevrijdingsDag))
)

func onDay(name string, m time.Month, day int, observed []cal.AltDay) *cal.Holiday {
	return &cal.Holiday{Name: name, Type: cal.ObservancePublic, Month: m, Day: day, Observed: observed, Func: cal.CalcDayOfMonth}
}

func since(year int, h *cal.Holiday) *cal.Holiday {
	h.StartYear = year
	return h
}

func everyFifth(h *cal.Holiday) *cal.Holiday {
	c := h.Clone(nil)
	c.Func = func(h *cal.Holiday, year int) time.Time {
		if year%5 != 0 {
			return time.Time{}
		}
		return cal.CalcDayOfMonth(h, year)
	}
	return c
}

func with(list []*cal.Holiday, more ...*cal.Holiday) []*cal.Holiday {
	return append(append([]*cal.Holiday{}, list...), more...)
}

func without(list []*cal.Holiday, less ...*cal.Holiday) []*cal.Holiday {
	var out []*cal.Holiday
	for _, h := range list {
		keep := true
		for _, l := range less {
			keep = keep && h != l
		}
		if keep {
			out = append(out, h)
		}
	}
	return out
}

// KnownCountry reports whether the public holidays of an ISO 3166 code
// ("GB", "GB-SCT", "DE-BY") are known; "" is known to have none.
func KnownCountry(code string) bool {
	return code == "" || holidayTable[strings.ToUpper(code)] != nil
}

// Holiday names the public holiday that is kept on the local date of t, ""
// where it is none.
func (s Settings) Holiday(t time.Time) string {
	list := holidayTable[strings.ToUpper(s.Country)]
	if list == nil {
		country, _, _ := strings.Cut(strings.ToUpper(s.Country), "-")
		list = holidayTable[country]
	}
	c := cal.Calendar{Holidays: list}
	actual, observed, h := c.IsHoliday(t)
	if !actual && !observed {
		return ""
	}
	return h.Name
}
