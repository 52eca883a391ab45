package imapwatch

import (
	"strings"

	"github.com/emersion/go-imap/v2"
)

// refusal is what a server's NO means to the user, and how to mend it.
type refusal struct{ why, hint string }

// refusalCodes knows the response codes of RFC 5530 and RFC 9208.
var refusalCodes = map[imap.ResponseCode]refusal{
	"OVERQUOTA": {"the mailbox is full", "delete some mail and empty the trash; it is tried again by itself"},
	"NOPERM":    {"the folder takes no mail", `name another with drafts = "..." in the configuration, or let the provider make it writable`},
	"TRYCREATE": {"the folder is not there any more", `make it in your mail program, or name another with drafts = "..."`},
}

// refusalTexts knows what servers say in place of a code, in lower case.
var refusalTexts = []struct {
	words []string
	code  imap.ResponseCode
}{
	{[]string{"quota", "mailbox is full", "mailbox full", "over storage", "out of storage"}, "OVERQUOTA"},
	{[]string{"permission denied", "read-only", "readonly"}, "NOPERM"},
}

// appendWhat begins what Append says it is doing.
const appendWhat = "store the draft"

// explain puts the meaning of a refused APPEND before the server's own words.
func explain(e *Error, code imap.ResponseCode) {
	if !strings.HasPrefix(e.What, appendWhat) {
		return
	}
	text := strings.ToLower(e.Why)
	for _, row := range refusalTexts {
		if _, known := refusalCodes[code]; known {
			break
		}
		for _, w := range row.words {
			if strings.Contains(text, w) {
				code = row.code
			}
		}
	}
	if r, ok := refusalCodes[code]; ok {
		e.Why, e.Hint = r.why+" (“"+e.Why+"”)", r.hint
	}
}

// imapOff reports whether a refused login says that the provider has IMAP
// switched off, which no other password mends.
func imapOff(text string) bool {
	text = strings.ToLower(text)
	if !strings.Contains(text, "imap") {
		return false
	}
	for _, w := range []string{"not enabled", "disabled", "not activated", "not allowed", "is off", "switched off", "turned off"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// wantsAppPassword reports whether a refused login asks for one.
func wantsAppPassword(text string) bool {
	text = strings.ToLower(text)
	for _, w := range []string{"application-specific password", "app password", "app-specific password", "application password"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
