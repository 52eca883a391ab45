package detect

import (
	"strings"
	"sync"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/lang"
)

// term is one reason of the score: a named feature of the mail, how strongly
// it holds, and the words that show it.
type term struct {
	name  string
	value float64 // 0…1.5
	from  string  // where its words stand
	text  string
}

// Values of a term: the same signal said again in another sentence is a
// little more than said once; in a quoted mail it is context only.
const (
	saidOnce   = 1.0
	saidAgain  = 0.3 // for each further sentence
	saidMost   = 1.9
	saidQuoted = 0.5
)

// contextSignals count in quoted mails too: a thread about a job stays one.
var contextSignals = map[lang.Signal]bool{lang.Interview: true, lang.Job: true, lang.Process: true}

// signalSources names the zones for evidence.
var signalSources = [...]string{zoneSubject: "subject", zoneText: "text", zoneCalendar: "calendar", zoneForwarded: "forwarded mail", zoneQuoted: "quoted text"}

// phraseTerms turns hits into one term a signal.
func phraseTerms(r *reading) []term {
	e := phrases()
	type seen struct {
		value    float64
		sentence int32
		hit      hit
	}
	bySignal := map[lang.Signal]*seen{}
	var order []lang.Signal
	for _, h := range r.found.hits {
		if h.rule < 0 {
			continue
		}
		ru := &e.rules[h.rule]
		if !r.speaks(ru.lang) {
			continue
		}
		quoted := h.zone == zoneQuoted
		if quoted && !contextSignals[ru.signal] {
			continue
		}
		s := bySignal[ru.signal]
		switch {
		case s == nil:
			s = &seen{value: saidOnce, sentence: h.sentence, hit: h}
			if quoted {
				s.value = saidQuoted
			}
			bySignal[ru.signal] = s
			order = append(order, ru.signal)
		case !quoted && s.value == saidQuoted:
			*s = seen{value: saidOnce, sentence: h.sentence, hit: h}
		case !quoted && s.sentence != h.sentence:
			s.value = min(s.value+saidAgain, saidMost)
			s.sentence = h.sentence
		}
	}
	out := make([]term, 0, len(order)+16)
	for _, sig := range order {
		s := bySignal[sig]
		z := s.hit.zone
		out = append(out, term{string(sig), s.value, signalSources[z], r.zones[z][s.hit.from:s.hit.to]})
	}
	return out
}

// structureTerms are the terms that no phrase gives: headers, calendar parts,
// the time that was found, the thread.
func structureTerms(r *reading) []term {
	m := r.m
	var out []term
	add := func(name, from, text string) { out = append(out, term{name, 1, from, text}) }
	if m.ContentType == "multipart/report" {
		add("delivery report", "Content-Type", m.ContentType)
	}
	switch {
	case strings.HasPrefix(m.AutoSubmitted, "auto-replied"), m.AutoSubmitted == "" && (m.Precedence == "auto_reply" || m.AutoResponse):
		add("answered by a machine", "Auto-Submitted", first(m.AutoSubmitted, m.Precedence, "X-Autoreply"))
	case m.AutoSubmitted != "" && m.AutoSubmitted != "no":
		add("sent by a machine", "Auto-Submitted", m.AutoSubmitted)
	}
	if m.ListUnsubscribe || m.ListID != "" || m.Precedence == "bulk" || m.Precedence == "list" {
		add("bulk headers", "headers", first(m.ListID, m.Precedence, "List-Unsubscribe"))
	}
	if fromVendor(m) {
		add("hiring system", "From", m.From.Address)
	}
	if isRobotAddress(m.From.Address) && m.ReplyTo.Address == "" {
		add("no-reply sender", "From", m.From.Address)
	}
	if w := Suspect(m); len(w) > 0 {
		add("warned of", "headers and text", w[0])
	}
	if isFreemail(senderDomain(m.From.Address)) {
		add("freemail sender", "From", m.From.Address)
	} else if r.o.colleague(m.From.Address) {
		add("a colleague of the owner", "From", m.From.Address)
	}
	if m.InReplyTo != "" || len(m.References) > 0 {
		add("in a thread", "In-Reply-To", "")
		if r.ownerQuoted() {
			add("answers the owner", "quoted text", "")
		}
		if words := r.ownerInvites(); words != "" {
			add("the owner invites", "quoted text", words)
		}
	}
	out = append(out, calendarTerms(r)...)
	out = append(out, startTerms(r)...)
	return out
}

// startTerms say whether the mail names the time of one appointment.
func startTerms(r *reading) []term {
	s := &r.schedule
	if s.Agreed {
		return []term{{"time", s.Confidence, s.Source, s.Start.String()}, {"agrees to a time proposed", 1, s.Source, s.Start.String()}}
	}
	switch {
	case s.Start.Zero():
		return []term{{name: "no time", value: 1, from: "text"}}
	case !r.m.Date.IsZero() && s.Start.At.Before(r.m.Date.AddDate(0, 0, -1)):
		return []term{{"time past", 1, s.Source, s.Start.String()}}
	case s.Start.DayOnly:
		return []term{{"day", s.Confidence, s.Source, s.Start.String()}}
	}
	return []term{{"time", s.Confidence, s.Source, s.Start.String()}}
}

// combine adds the terms that are made of others: what a phrase means depends
// on whether a time is named and on whether jobs are spoken of at all.
func combine(terms []term, language string) []term {
	v := map[string]float64{}
	for _, t := range terms {
		v[t.name] = max(v[t.name], t.value)
	}
	has := func(names ...string) float64 {
		low := 9.0
		for _, n := range names {
			low = min(low, v[n])
		}
		return low
	}
	timed := max(v["time"], v["day"])
	add := func(name string, value float64) {
		if value > 0 {
			terms = append(terms, term{name: name, value: min(value, 1)})
		}
	}
	human := v["hiring system"]+v["no-reply sender"]+v["sent by a machine"]+v["bulk headers"]+v["answered by a machine"] == 0
	if human && v["in a thread"] > 0 && v["job"]+v["interview"]+v["after"] > 0 {
		add("a person in a thread about a job", 1)
	}
	if human && v["after"] > 0 {
		add("a person looking back", 1)
	}
	hiring := max(v["interview"], v["job"], v["process"], v["hiring system"])
	if v["hiring system"] == 0 && v["received"] == 0 {
		add("newsletter", min(v["bulk headers"], v["bulk"]))
	}
	candidate := max(v["yours"], v["process"], v["occupation"], v["a post named"], v["hiring system"])
	if !namesCandidates()[language] {
		candidate = max(candidate, hiring)
	}
	add("time for a candidate", min(timed, candidate))
	if candidate == 0 {
		add("time for no candidate", timed)
		if v["interview"] == 0 {
			add("calendar for no candidate", max(v["calendar request"], v["calendar update"]))
		}
	}
	add("a post in a thread", has("occupation", "in a thread"))
	add("a word of an interview off", min(v["off"], max(v["interview"], v["yours"], v["occupation"])))
	add("invited to a named time", min(timed, has("invite")))
	add("interview at a named time", min(timed, has("interview")))
	add("expected at a named time", min(timed, max(v["see you"], v["agree"], v["logistics"], v["confirm"])))
	add("calendar names an interview", has("calendar request", "interview"))
	add("slots to choose", min(timed, has("choose")))
	add("moved to a named time", min(timed, has("moved")))
	add("off without a new time", min(v["no time"]+v["time past"], has("off")))
	if hiring <= saidQuoted {
		add("calendar of other matters", max(v["calendar request"], v["calendar cancelled"]))
	}
	if hiring == 0 {
		add("no word of a job", 1)
		if v["yours"]+v["occupation"]+v["a post named"] == 0 {
			add("nothing of hiring at all", 1)
		}
	}
	if v["interview"] == 0 && v["talk"] == 0 {
		add("no word of a meeting", 1)
	}
	if v["reject"] > 0 && v["soft no"] > 0 {
		add("a no with its courtesies", 1)
	}
	if v["offer"] > 0 && v["soft offer"] > 0 {
		add("an offer with its terms", 1)
	}
	elsewhere := 0.0
	for _, s := range notTheOwners {
		elsewhere += v[string(s)]
	}
	if elsewhere == 0 && v["the owner invites"] == 0 {
		add("an interview fixed at a named time", min(timed, v["interview"], max(v["confirm"], v["see you"], v["agree"], v["yours"])))
	}
	if elsewhere > 0 {
		add("not the owner's interview", elsewhere)
		post := v["a post named"] + v["occupation"]
		if v["panel"] > 0 {
			post = 0 // he who interviews speaks of posts too
		}
		if v["job"] <= saidQuoted && v["process"]+v["hiring system"]+post == 0 {
			add("other business, no job", 1)
		}
		if elsewhere > v["job"]+v["process"]+v["hiring system"]+post {
			add("more of other business than of a job", 1)
		}
	}
	return terms
}

// namesCandidates gives the languages whose phrases know the owner as a
// candidate; in the others any word of a job must do.
var namesCandidates = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, r := range phrases().rules {
		if r.signal == lang.Yours {
			out[lang.All[r.lang].Code] = true
		}
	}
	return out
})

// notTheOwners are the signals that an interview is not one for a job of the
// owner's.
var notTheOwners = []lang.Signal{lang.Panel, lang.Press, lang.Research, lang.Official, lang.Study,
	lang.Medical, lang.Housing, lang.Coach, lang.Staff, lang.Office, lang.Private, lang.Scam}

// first gives the first string that is not empty.
func first(of ...string) string {
	for _, s := range of {
		if s != "" {
			return s
		}
	}
	return ""
}

// fromVendor reports whether the mail came through a hiring system.
func fromVendor(m *mailparse.Message) bool {
	_, ok := Vendor(senderDomain(m.From.Address))
	return ok
}

// senderDomain is the part of an address after its last @, in lower case.
func senderDomain(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}

// withdraws reports whether the owner's own mail takes an application back.
func withdraws(m *mailparse.Message) bool {
	var f found
	s := scanners.Get().(*scanner)
	s.scan(m.Subject, zoneSubject, &f)
	s.scan(m.Text, zoneText, &f)
	scanners.Put(s)
	for _, h := range f.hits {
		if h.rule >= 0 && phrases().rules[h.rule].signal == lang.Withdraw {
			return true
		}
	}
	return false
}

// terms gives all terms of the mail's score.
func (r *reading) terms() []term {
	t := append(phraseTerms(r), structureTerms(r)...)
	return combine(append(t, r.postTerms(t)...), r.lang)
}
