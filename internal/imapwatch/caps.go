package imapwatch

import (
	"maps"
	"slices"
	"strings"
)

// capSet is a server's list of capabilities, upper case.
type capSet map[string]bool

func parseCaps(list string) capSet {
	set := capSet{}
	for _, w := range strings.Fields(strings.ToUpper(list)) {
		set[w] = true
	}
	return set
}

// Capabilities lists what the server says it can do, sorted, in upper case.
func (c *Client) Capabilities() []string { return slices.Sorted(maps.Keys(c.l.caps)) }

// told is what go-imap may know. The list is curated:
//   - never IMAP4rev2: go-imap would write mailbox names as UTF-8 without
//     having ENABLEd it, and Exchange and Strato advertise it with faults;
//   - no LITERAL-, so that a draft goes out only once the server said "+"
//     and a refused one is known not to be stored;
//   - no ESEARCH: plain SEARCH is right everywhere, ESEARCH is not.
var told = []string{"IDLE", "UIDPLUS", "MOVE", "UNSELECT", "CONDSTORE", "SPECIAL-USE", "LIST-EXTENDED"}

func (s capSet) curated() string {
	words := []string{"IMAP4rev1"}
	for _, w := range told {
		if s[w] {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
