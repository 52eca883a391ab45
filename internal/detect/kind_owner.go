package detect

import (
	"inboxwatch/internal/detect/when"
	"inboxwatch/internal/lang"
)

// ownerInvites gives the owner's own quoted words that show him as the one who
// invites, not the candidate; "" where there are none.
func (r *reading) ownerInvites() string {
	if r.m.Quoted == "" {
		return ""
	}
	for _, b := range quoteBlocks(r.m, r.o, when.Context{Ref: r.m.Date, Zone: r.o.Zone, Lang: r.lang}) {
		if !b.owner {
			continue
		}
		var f found
		s := scanners.Get().(*scanner)
		s.scan(b.text, zoneQuoted, &f)
		scanners.Put(s)
		for _, h := range f.hits {
			if h.rule >= 0 && phrases().rules[h.rule].signal == lang.Host && r.speaks(phrases().rules[h.rule].lang) {
				return b.text[h.from:h.to]
			}
		}
	}
	return ""
}
