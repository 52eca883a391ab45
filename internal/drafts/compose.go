package drafts

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// ErrNothingDue is Compose's answer to a decision that asks for no draft.
var ErrNothingDue = errors.New("nothing is due")

// Compose writes the draft that d asks for, dated now, from the templates in
// t. It is pure: the same arguments give the same draft. What is not certain
// is left out. earlier are the drafts that the same person was written before,
// oldest first, so that no two are alike in wording. Errors say what is
// missing in the settings; a contact that cannot be written to is no error, the
// draft then has no recipient.
func Compose(d rules.Decision, s rules.Settings, now time.Time, t Templates, earlier ...rules.DraftEvent) (Draft, error) {
	out, tpl, v, err := outline(d, s, now, t)
	if err != nil {
		return Draft{}, err
	}
	out.Body = tpl.body(v, tpl.choose(d.Due.MessageID, idsOf(earlier, d.Due.Window)))
	if out.Body == "" || out.Subject == "" {
		return Draft{}, fmt.Errorf("the template %s gave an empty letter: check it with \"inboxwatch templates check\"", key(d.Due.Window, out.Lang, out.Tone))
	}
	return out, nil
}

// outline is the draft without its text, the template that gives it, and the
// values of its fields.
func outline(d rules.Decision, s rules.Settings, now time.Time, t Templates) (Draft, *template, values, error) {
	if d.Due == nil {
		return Draft{}, nil, nil, ErrNothingDue
	}
	iv, due := d.Interview, d.Due
	from := rules.Contact{Name: cleanName(s.Name), Address: owner(iv, s)}
	if from.Name == "" {
		return Draft{}, nil, nil, errors.New("there is no name to sign with: set name under [person]")
	}
	if !validAddress(from.Address) {
		return Draft{}, nil, nil, errors.New("there is no address to write from: set addresses under [person]")
	}
	tone := iv.Greeting.Tone
	if tone != rules.ToneInformal {
		tone = rules.ToneFormal
	}
	if due.ToSelf {
		tone = ""
	}
	tpl, code, err := t.find(due.Window, iv.Lang, tone)
	if err != nil {
		return Draft{}, nil, nil, err
	}
	l, _ := lang.Of(code)
	v := fieldsOf(d, s, now, l.Letters)
	out := Draft{
		Interview: iv.ID, Account: iv.Account, Window: due.Window, MessageID: due.MessageID,
		From: from, To: recipients(d, s, from), Date: inZone(now, s.Location), Lang: code, Tone: tone,
	}
	out.InReplyTo, out.References = thread(iv.Anchor)
	out.Subject = tpl.subject.string(v)
	if subject := clean(iv.Anchor.Subject, maxSubject); subject != "" && !due.ToSelf {
		out.Subject = Reply(subject)
	}
	if i := slices.IndexFunc(iv.Drafts, func(e rules.DraftEvent) bool { return e.MessageID == due.MessageID }); i >= 0 {
		out.Prior = iv.Drafts[i]
	}
	return out, tpl, v, nil
}

// owner is the user's address that the confirmation came to.
func owner(iv rules.Interview, s rules.Settings) string {
	if iv.Owner != "" {
		return iv.Owner
	}
	if len(s.Addresses) > 0 {
		return s.Addresses[0]
	}
	return ""
}

func inZone(t time.Time, loc *time.Location) time.Time {
	if loc != nil {
		t = t.In(loc)
	}
	return t.Truncate(time.Second)
}

// recipients is the human contact, or nobody: a robot's address, the user's
// own and one that no mail header can hold are not written to.
func recipients(d rules.Decision, s rules.Settings, self rules.Contact) []rules.Contact {
	if d.Due.ToSelf {
		return []rules.Contact{self}
	}
	to := rules.Contact{Name: cleanDisplay(d.Due.To.Name), Address: strings.TrimSpace(d.Due.To.Address)}
	own := slices.ContainsFunc(append([]string{self.Address}, s.Addresses...),
		func(a string) bool { return strings.EqualFold(a, to.Address) })
	if own || isRobot(to.Address) || !validAddress(to.Address) {
		return nil
	}
	return []rules.Contact{to}
}

// isRobot is the last belt before a no-reply address; recognising them is
// detection's work.
func isRobot(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	local = strings.NewReplacer("-", "", "_", "", ".", "").Replace(local)
	return strings.Contains(local, "noreply") || strings.Contains(local, "donotreply")
}

func idsOf(earlier []rules.DraftEvent, w rules.Window) []string {
	var ids []string
	for _, e := range earlier {
		if e.Window == w {
			ids = append(ids, e.MessageID)
		}
	}
	return ids
}

// maxReferences is where clients begin to cut; the first id and the newest
// hold a thread together.
const maxReferences = 20

// thread gives In-Reply-To and References (RFC 5322 section 3.6.4) of an
// answer to m. Ids that a header cannot hold are left out.
func thread(m rules.Mail) (string, []string) {
	if !validID(m.MessageID) || strings.HasSuffix(m.MessageID, "@none>") {
		return "", nil
	}
	var refs []string
	for _, r := range m.References {
		if validID(r) && r != m.MessageID && !slices.Contains(refs, r) {
			refs = append(refs, r)
		}
	}
	if len(refs) == 0 && validID(m.InReplyTo) && m.InReplyTo != m.MessageID {
		refs = append(refs, m.InReplyTo)
	}
	refs = append(refs, m.MessageID)
	if over := len(refs) - maxReferences; over > 0 {
		refs = append(refs[:1], refs[1+over:]...)
	}
	return m.MessageID, refs
}

// replyPrefixes are what mail clients in many languages put before a subject
// they answer. A single R (Italian) needs no blank to be told from a word, so
// only "R:" itself counts, and only where a "Re:" is what we write anyway.
var replyPrefixes = []string{"re", "aw", "sv", "antw", "antwort", "odp", "ref", "res", "rif", "rv", "vs", "ynt", "回复", "答复"}

// Reply gives the subject of an answer: "Re: " once, whatever stacked prefixes
// the subject had.
func Reply(subject string) string {
	rest := strings.TrimSpace(subject)
	for {
		cut, ok := cutReply(rest)
		if !ok {
			return strings.TrimSpace("Re: " + rest)
		}
		rest = cut
	}
}

// cutReply removes one prefix: "Re:", "RE :", "Re[2]:", "AW：".
func cutReply(s string) (string, bool) {
	for _, p := range replyPrefixes {
		rest, ok := cutFold(s, p)
		if !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		if len(rest) > 2 && (rest[0] == '[' || rest[0] == '(') {
			n := strings.TrimLeft(rest[1:], "0123456789")
			if len(n) < len(rest)-1 && n != "" && (n[0] == ']' || n[0] == ')') {
				rest = strings.TrimSpace(n[1:])
			}
		}
		for _, colon := range []string{":", "：", "\u00a0:"} {
			if cut, ok := strings.CutPrefix(rest, colon); ok {
				return strings.TrimSpace(cut), true
			}
		}
	}
	return s, false
}
