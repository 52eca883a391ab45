package detect

import "strings"

// noSigner says whether words shaped like a name are a form's: a label, a
// post, or a single word under no sign-off that is no first name.
func (w *whoReader) noSigner(full string, after int) bool {
	f := strings.Fields(lowerSame(full))
	if isGiven(f[0]) {
		return false
	}
	for _, x := range f {
		if d, _ := wordDuty(everyTable(), x); d&(cuePanel|cueRoleLabel|cueOrgLabel) != 0 {
			return true
		}
	}
	return after > 3 && len(f) == 1 && w.m.FromHTML || len(f) > 1 && everyTable().roleHead(f[0])
}

// deskOnly says whether the words are a hiring desk's and no more.
func deskOnly(s string) bool {
	p := newPassage("", s, false)
	d, e := everyTable().longest(p, 0, cueDesk)
	return d != 0 && e == len(p.toks)
}
