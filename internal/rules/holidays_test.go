package rules

import (
	"strings"
	"testing"
	"time"
)

// The public holidays that fall on weekdays, as the authorities publish them.
// Where two years of a country are enough to see a rule, two are listed.
var publishedHolidays = map[string]string{
	"GB 2025": "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
	"GB 2026": "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
	"GB 2027": "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
	"GB 2028": "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",

	"GB-SCT 2025": "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
	"GB-SCT 2026": "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28",
	"GB-SCT 2027": "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
	"GB-SCT 2028": "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26",

	"GB-NIR 2025": "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
	"GB-NIR 2026": "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
	"GB-NIR 2027": "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
	"GB-NIR 2028": "01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26",

	"US 2026": "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
	"US 2027": "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",

	"DE 2026":    "01-01 04-03 04-06 05-01 05-14 05-25 12-25",
	"DE-BY 2026": "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25",
	"DE-BE 2027": "01-01 03-08 03-26 03-29 05-06 05-17",
	"DE-SN 2026": "01-01 04-03 04-06 05-01 05-14 05-25 11-18 12-25",

	"FR 2026": "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25",
	"IE 2026": "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25",

	"PL 2024": "01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26",
	"PL 2025": "01-01 01-06 04-21 05-01 06-19 08-15 11-11 12-24 12-25 12-26",
	"PL 2026": "01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25",

	"IT 2025": "01-01 01-06 04-21 04-25 05-01 06-02 08-15 12-08 12-25 12-26",
	"IT 2027": "01-01 01-06 03-29 06-02 10-04 11-01 12-08",

	"NL 2025": "01-01 04-21 05-05 05-29 06-09 12-25 12-26",
	"NL 2026": "01-01 04-06 04-27 05-14 05-25 12-25",
}

func TestHolidaysAsPublished(t *testing.T) {
	for key, want := range publishedHolidays {
		code, year, _ := strings.Cut(key, " ")
		s := Settings{Country: code}
		first, err := time.Parse("2006", year)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for d := first; d.Year() == first.Year(); d = d.AddDate(0, 0, 1) {
			if !weekend(d) && s.Holiday(d) != "" {
				got = append(got, d.Format("01-02"))
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n got %s\nwant %s", key, g, want)
		}
	}
}

func TestEveryCountryHasHolidays(t *testing.T) {
	for code, list := range holidayTable {
		if len(list) < 5 || !KnownCountry(code) || !KnownCountry(strings.ToLower(code)) {
			t.Errorf("%s has %d holidays", code, len(list))
		}
	}
	if KnownCountry("XX") || !KnownCountry("") {
		t.Error("XX is known, or no country is not")
	}
}

// A holiday is the same on every machine, whatever its own zone.
func TestHolidayIgnoresTheZoneOfTheMachine(t *testing.T) {
	s := Settings{Country: "GB"}
	for _, zone := range []string{"Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu"} {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		for _, hour := range []int{0, 12, 23} {
			if s.Holiday(time.Date(2026, 12, 25, hour, 30, 0, 0, loc)) == "" {
				t.Errorf("25 Dec %d:30 in %s is no holiday", hour, zone)
			}
		}
	}
}

func BenchmarkDecide(b *testing.B) {
	w := newWorld()
	w.s.Country = "GB"
	w.fill(60, 2000)
	now := time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)
	b.Run("Fold", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Fold(w.events, w.s, now)
		}
	})
	ivs := Fold(w.events, w.s, now)
	b.Run("Decide", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Decide(ivs, w.s, now)
		}
	})
	b.ReportMetric(float64(len(ivs)), "interviews")
}
