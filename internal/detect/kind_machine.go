package detect

import (
	"strings"

	"inboxwatch/internal/detect/mailparse"
)

// machineSent reports whether a mail was sent by a program of any kind.
func machineSent(m *mailparse.Message) bool {
	return isRobotAddress(m.From.Address) || fromVendor(m) ||
		m.AutoSubmitted != "" && m.AutoSubmitted != "no" || m.AutoResponse ||
		m.ListUnsubscribe || m.ListID != "" || m.Precedence == "bulk" || m.Precedence == "list" ||
		m.Precedence == "junk" || m.Precedence == "auto_reply" || m.ContentType == "multipart/report"
}

// robotMarks are what the local parts of addresses that no one reads contain,
// without dots, dashes and underlines.
var robotMarks = []string{"noreply", "donotreply", "nepasrepondre", "nichtantworten", "keineantwort", "noresponder", "nonrispondere",
	"naoresponda", "naoresponder", "nieodpowiada", "nietbeantwoorden", "geenantwoord", "mailerdaemon", "postmaster", "bounce", "notification", "autoreply", "dontreply", "unattended"}

var markless = strings.NewReplacer(".", "", "-", "", "_", "")

// isRobotAddress reports whether nobody reads what is sent to the address.
func isRobotAddress(address string) bool {
	local := markless.Replace(strings.ToLower(address[:max(strings.LastIndexByte(address, '@'), 0)]))
	for _, mark := range robotMarks {
		if strings.Contains(local, mark) {
			return true
		}
	}
	return false
}
