package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// personOf finds the name of an address elsewhere: the signer, a sender, a
// guest, names in the text, else the address itself.
func (w *whoReader) personOf(address string, have person) person {
	local := localOf(address)
	if w.signer.full != "" && (fitsLocal(strings.Fields(w.signer.full), local) || w.ownAddress(address)) {
		if have.full == "" || strings.HasPrefix(plainFold(w.signer.full), plainFold(have.full)) {
			return w.signer
		}
	}
	for _, s := range w.senders {
		if n := s.display.person; n.full != "" && fitsLocal(strings.Fields(n.full), local) && len(n.full) > len(have.full) {
			return n
		}
	}
	for _, p := range w.passages {
		if p.source == sourceQuoted {
			continue
		}
		if pn := w.nameInText(p, address); pn.full != "" && len(pn.full) > len(have.full) {
			return pn
		}
	}
	byLocal := personFromLocal(local)
	if have.full != "" {
		if byLocal.full != "" && plainFold(byLocal.given) == plainFold(have.full) && !isFreemail(domainOf(address)) {
			return byLocal
		}
		return have
	}
	if len(w.senders) > 0 && strings.EqualFold(w.senders[0].contact.Address, address) && w.senders[0].display.org != "" || isFreemail(domainOf(address)) {
		return person{}
	}
	return byLocal
}

// ownAddress says whether the one who signs writes from the address.
func (w *whoReader) ownAddress(address string) bool {
	return len(w.senders) > 0 && strings.EqualFold(w.senders[0].contact.Address, address) && !w.senders[0].automatic ||
		strings.EqualFold(w.m.ReplyTo.Address, address)
}

// nameInText finds a run of name words that the address is built of.
func (w *whoReader) nameInText(p *passage, address string) person {
	local := localOf(address)
	for i := 0; i < len(p.toks); i++ {
		t := p.toks[i]
		if t.kind != whoWord || !t.upper || t.digit || strings.Contains(t.low, "@") {
			continue
		}
		for n := 4; n >= 2; n-- {
			end := i + n
			if end > len(p.toks) || p.toks[end-1].kind != whoWord || !p.toks[end-1].upper {
				continue
			}
			ok := true
			for k := i; k < end; k++ {
				if p.toks[k].kind != whoWord || !p.toks[k].upper && !particle(p.toks[k].low) {
					ok = false
				}
			}
			if ok && (w.labelFit(p.cut(i, end)) != fitNone || w.isCompanyAt(p, i)) {
				ok = false
			}
			if !ok || !strings.Contains(local, letters(p.toks[end-1].low)) && !strings.HasPrefix(local, letters(t.low)) {
				continue
			}
			if pn := readPerson(p.cut(i, end), address); pn.full != "" && fitsLocal(strings.Fields(pn.full), local) && !w.isOwnerWord(plainFold(pn.full)) {
				return pn
			}
		}
	}
	return person{}
}

// personFromLocal reads jane.doe as Jane Doe; other shapes tell nothing.
func personFromLocal(local string) person {
	a, b, ok := strings.Cut(local, ".")
	if !ok {
		a, b, ok = strings.Cut(local, "_")
	}
	if !ok || len(a) < 3 || len(b) < 3 || strings.ContainsAny(local, "0123456789+") || strings.ContainsAny(b, "._") || isShared(local+"@x") {
		return person{}
	}
	g, f := capitalise(capitaliseFirst(a)), capitalise(capitaliseFirst(b))
	return person{full: g + " " + f, given: g, family: f}
}

// deskName is how to name an address that no person's name is known of.
func (w *whoReader) deskName(c rules.Contact) string {
	for _, s := range w.senders {
		if strings.EqualFold(s.contact.Address, c.Address) && s.display.org != "" && (!s.automatic || s.source == "Reply-To" && !s.noReply) {
			if s.display.org != strings.TrimSpace(s.contact.Name) && strings.ContainsAny(s.contact.Name, ",(") {
				return "" // a directory's entry, not a name
			}
			return clip(s.contact.Name, 80)
		}
	}
	return ""
}
