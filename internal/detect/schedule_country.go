package detect

import (
	"strings"

	"inboxwatch/internal/detect/mailparse"
)

// senderCountry tells the sender's country as ISO 3166-1 by the domain of the
// address, else by the telephone numbers in the signature; "" where neither
// tells it. It decides what "11/12" means where nothing nearer does.
func senderCountry(m *mailparse.Message) string {
	if i := strings.LastIndexByte(m.From.Address, '.'); i >= 0 {
		if tld := strings.ToUpper(m.From.Address[i+1:]); len(tld) == 2 && !openDomains[tld] {
			if tld == "UK" {
				return "GB"
			}
			return tld
		} else if tld == "GOV" || tld == "MIL" || tld == "EDU" {
			return "US"
		}
	}
	return phoneCountry(m.Signature + "\n" + m.Text)
}

// openDomains are country codes that firms everywhere register under.
var openDomains = map[string]bool{"IO": true, "AI": true, "CO": true, "ME": true, "TV": true, "LY": true, "TO": true, "CC": true,
	"FM": true, "GG": true, "SH": true, "EU": true, "SO": true, "VC": true, "WS": true, "IM": true, "LA": true, "AC": true, "ST": true, "GD": true}

// phoneCountry gives the one country whose prefix the numbers of s have; ""
// where there is none or there are several. +1 is more than one country.
func phoneCountry(s string) string {
	found := ""
	for {
		i := strings.IndexByte(s, '+')
		if i < 0 {
			return found
		}
		s = s[i+1:]
		for n := 3; n >= 2; n-- {
			if len(s) < n+4 || !digitsOnly(s[:n]) {
				continue
			}
			if c := phonePrefixes[s[:n]]; c != "" {
				if found != "" && found != c {
					return ""
				}
				found = c
				break
			}
		}
	}
}

func digitsOnly(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// phonePrefixes are the calling codes (ITU-T E.164) of one country each.
var phonePrefixes = map[string]string{"20": "EG", "27": "ZA", "30": "GR", "31": "NL", "32": "BE", "33": "FR", "34": "ES", "36": "HU",
	"39": "IT", "40": "RO", "41": "CH", "43": "AT", "44": "GB", "45": "DK", "46": "SE", "47": "NO", "48": "PL", "49": "DE",
	"51": "PE", "52": "MX", "54": "AR", "55": "BR", "56": "CL", "57": "CO", "60": "MY", "61": "AU", "62": "ID", "63": "PH",
	"64": "NZ", "65": "SG", "66": "TH", "81": "JP", "82": "KR", "84": "VN", "86": "CN", "90": "TR", "91": "IN", "92": "PK", "94": "LK",
	"234": "NG", "233": "GH", "254": "KE", "351": "PT", "352": "LU", "353": "IE", "356": "MT", "358": "FI", "420": "CZ", "421": "SK",
	"852": "HK", "880": "BD", "966": "SA", "971": "AE", "972": "IL", "974": "QA"}
