package imapwatch

import (
	"fmt"
	"strings"
)

// left is a mail that could not be read so many times.
type left struct {
	uid   uint32
	tries int
}

func parseLeft(s string) []left {
	var out []left
	for _, w := range strings.Fields(s) {
		var l left
		if n, _ := fmt.Sscanf(w, "%d:%d", &l.uid, &l.tries); n == 2 {
			out = append(out, l)
		}
	}
	return out
}

// again lists the mails that are worth another try.
func (s *scan) again() []uint32 {
	var uids []uint32
	for _, l := range parseLeft(s.cur.Left) {
		if l.tries < maxTries {
			uids = append(uids, l.uid)
		}
	}
	return uids
}

// remember keeps what could not be read for the next passes. Those that were
// tried often enough stay as they are, and are not tried again.
func (s *scan) remember() {
	tries := map[uint32]int{}
	var words []string
	for _, l := range parseLeft(s.cur.Left) {
		if tries[l.uid] = l.tries; l.tries >= maxTries {
			words = append(words, fmt.Sprintf("%d:%d", l.uid, l.tries))
		}
	}
	for _, u := range s.stats.Unreadable {
		words = append(words, fmt.Sprintf("%d:%d", u, tries[u]+1))
	}
	s.cur.Left = strings.Join(words[max(0, len(words)-maxLeft):], " ")
}
