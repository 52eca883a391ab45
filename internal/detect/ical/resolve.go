package ical

import (
	"strings"
	"time"
)

// resolver finds the zone of a time: the name, the block of rules under that
// name, what the calendar says of itself, the owner.
type resolver struct {
	owner  *time.Location
	blocks map[string]*zoneBlock
	hint   string // X-WR-TIMEZONE
	known  map[string]*time.Location
}

// found is a zone and how it was come by.
type found struct {
	loc      *time.Location
	why      string
	other    *time.Location // the other reading, where name and rules disagree
	floating bool
}

// zone gives the zone of a value with this TZID (RFC 5545 section 3.2.19).
func (r *resolver) zone(id string, at wall) found {
	if at.utc {
		return found{loc: time.UTC, why: "written in UTC"}
	}
	if at.offset != nil {
		return found{loc: fixed(*at.offset), why: "written with its offset"}
	}
	id = strings.TrimSpace(id)
	if id == "" || strings.EqualFold(id, "floating") || strings.EqualFold(id, "tzone://Microsoft/Custom") && r.blocks[id] == nil {
		return r.unzoned()
	}
	named, ok := r.named(id)
	block := r.blocks[id]
	if block == nil && len(r.blocks) == 1 && !ok {
		for _, b := range r.blocks { // the only block is meant, whatever it is called
			block = b
		}
	}
	off, blockOK := 0, false
	if block != nil {
		off, blockOK = block.offset(at)
	}
	switch {
	case ok && !blockOK:
		return found{loc: named}
	case !ok && blockOK:
		loc, why := r.byRules(block, at, off)
		return found{loc: loc, why: "the zone name " + quote(id) + " is not known; " + why}
	case !ok:
		f := r.unzoned()
		f.why = "the zone name " + quote(id) + " is not known and no rules are given; " + f.why
		return f
	}
	if _, have := at.in(named).Zone(); have == off {
		return found{loc: named}
	}
	return r.disagree(id, named, block, at, off)
}

// disagree decides between a known zone name and a block of rules under it
// that gives another offset. A block without summer time, or with the zone's
// own standard offset and other days of change, is a lazy or an outdated copy:
// the name is right. A block of quite another offset is what the sender's
// clock shows under a borrowed name: the rules are right.
func (r *resolver) disagree(id string, named *time.Location, block *zoneBlock, at wall, off int) found {
	std := standardOffset(named)
	winter, _ := block.offset(wall{year: at.year, month: 1, day: 15, hour: 12})
	summer, _ := block.offset(wall{year: at.year, month: 7, day: 15, hour: 12})
	loc, _ := r.byRules(block, at, off)
	if min(winter, summer) == std {
		return found{loc: named, other: loc, why: "the rules given for " + quote(id) + " are incomplete or outdated; the name counts"}
	}
	return found{loc: loc, other: named, why: "the name " + quote(id) + " and the rules given for it disagree; the rules count"}
}

// byRules gives a location with the block's offsets: the owner's or the
// calendar's where they fit, so that it has a name, else a fixed offset.
func (r *resolver) byRules(block *zoneBlock, at wall, off int) (*time.Location, string) {
	if block.fits(r.owner, at) {
		return r.owner, "its rules are those of your zone"
	}
	if loc, ok := r.named(r.hint); ok && block.fits(loc, at) {
		return loc, "its rules are those of " + loc.String()
	}
	return fixed(off), "its rules give " + fixed(off).String()
}

// unzoned is for times without a zone.
func (r *resolver) unzoned() found {
	if loc, ok := r.named(r.hint); ok {
		return found{loc: loc, why: "no zone is given; the calendar's own was taken"}
	}
	return found{loc: r.owner, floating: true, why: "no zone is given; yours was taken"}
}

func (r *resolver) named(id string) (*time.Location, bool) {
	if id == "" {
		return nil, false
	}
	if loc, have := r.known[id]; have {
		return loc, loc != nil
	}
	loc, ok := Zone(id)
	if !ok {
		loc = nil
	}
	r.known[id] = loc
	return loc, ok
}

func quote(s string) string {
	if s = oneLine(text(s, 60)); s == "" {
		return "given"
	}
	return `"` + s + `"`
}
