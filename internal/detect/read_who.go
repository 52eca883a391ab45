package detect

import (
	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// readWho asks who stands behind the mail.
func (r *reading) readWho() {
	r.facts.Lang = r.lang
	if r.facts.Kind == rules.Other && !r.maybeHiring() || r.facts.Kind == rules.AutoReply {
		return // nobody to write to, no job to name
	}
	w := r.whoReader().read()
	f := &r.facts
	f.Company, f.Role, f.Phone, f.Agency = w.Company, w.Role, w.Phone, w.Agency
	f.Contact, f.Panel, f.Greeting = w.Contact, w.Panel, w.Greeting
	f.Doubts = append(f.Doubts, w.Doubts...)
	f.Evidence = append(f.Evidence, w.Evidence...)
}

// maybeHiring reports whether a mail taken for other matters may yet be one
// about a job: it is not sure, its words speak of one, and of nothing else.
func (r *reading) maybeHiring() bool {
	const unsure = 0.85
	if r.facts.Confidence >= unsure || r.elsewhere {
		return false
	}
	spoken := false
	for _, t := range r.verdict.terms {
		switch t.name {
		case "not the owner's interview", "bulk headers", "a colleague of the owner", "the owner invites", "warned of":
			return false
		case string(lang.Job), string(lang.Process), string(lang.Interview), "a post named", "hiring system":
			spoken = true
		}
	}
	return spoken
}

// whoReader is the reader of names, made once a mail.
func (r *reading) whoReader() *whoReader {
	if r.who == nil {
		r.who = newWhoReader(WhoInput{
			Message:        r.m,
			Calendars:      r.cals,
			OwnerName:      r.o.Name,
			OwnerAddresses: r.o.Addresses,
			Lang:           r.lang,
		})
	}
	return r.who
}

// postTerms say whether the mail names a post: a trade's word in the subject,
// or a title that surely is one. It is looked for only where something else
// speaks of an appointment or of hiring.
func (r *reading) postTerms(terms []term) []term {
	if has(terms, "occupation") {
		return nil
	}
	w := wordTables(tablesFor(r.lang))
	if hasRoleHead(w, r.m.Subject) {
		return []term{{"occupation", 1, sourceSubject, r.m.Subject}}
	}
	if r.schedule.Start.Zero() && len(r.schedule.Doubts) == 0 && !r.hiring() {
		return nil
	}
	var post WhoResult
	reader := r.whoReader()
	reader.role(&post)
	if post.Role == "" || reader.guessed {
		return nil
	}
	return []term{{"a post named", 1, sourceText, post.Role}}
}

func has(terms []term, name string) bool {
	for _, t := range terms {
		if t.name == name {
			return true
		}
	}
	return false
}
