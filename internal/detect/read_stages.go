package detect

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"inboxwatch/internal/detect/ical"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// reading is one mail on its way through the stages.
type reading struct {
	m         *mailparse.Message
	o         Owner
	zones     [5]string // the texts that phrases are looked for in
	found     found
	lang      string
	speaking  [16]bool // languages whose phrases count
	cals      []ical.Calendar
	schedule  ScheduleResult
	elsewhere bool // written to many, and nothing of hiring in it
	verdict   verdict
	who       *whoReader // made once names are asked for
	facts     rules.Facts
}

// Read gives what one mail says. It is pure: the same mail and owner give the
// same facts.
func Read(m *mailparse.Message, o Owner) rules.Facts {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	r := &reading{m: m, o: o}
	r.readCalendars()
	r.readPhrases()
	r.readLanguage()
	r.readSchedule()
	r.readKind()
	r.refineSchedule()
	r.facts.Calendar = calendarOf(r.cals)
	r.readPromise()
	r.readWho()
	r.validate()
	return r.facts
}

// Limits of the texts that phrases are looked for in, in bytes: what a mail
// is, it says early.
const (
	maxScanned = 16 << 10
	maxHits    = 4000
)

// readPhrases looks for the phrases of all languages in all parts of the mail.
func (r *reading) readPhrases() {
	m := r.m
	r.zones[zoneSubject] = m.Subject
	r.zones[zoneText] = clipBytes(m.Text, maxScanned)
	r.zones[zoneCalendar] = calendarText(r.cals)
	r.zones[zoneForwarded] = forwardedText(m)
	r.zones[zoneQuoted] = clipBytes(m.Quoted, maxScanned/4)
	s := scanners.Get().(*scanner)
	for z, text := range r.zones {
		if text != "" && len(r.found.hits) < maxHits {
			s.scan(text, zone(z), &r.found)
		}
	}
	scanners.Put(s)
}

// forwardedText is what forwarded mails say; it is the mail's own word where
// the sender adds little to it.
func forwardedText(m *mailparse.Message) string {
	var b strings.Builder
	for _, f := range m.Forwarded {
		if b.Len() > maxScanned {
			break
		}
		b.WriteString(f.Subject)
		b.WriteString("\n\n")
		b.WriteString(clipBytes(f.Text, maxScanned))
		b.WriteString("\n\n")
	}
	return b.String()
}

// clipBytes cuts s at a rune's edge so that at most n bytes are left.
func clipBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// stopWeight is what a stop word weighs beside a phrase when languages are
// told apart: interview, panel and job are words of half of them.
const stopWeight = 3

// readLanguage counts stop words and phrases by language. Phrases count where
// their language has at least half of the best one's points, so that a
// mail in two languages is read in both.
func (r *reading) readLanguage() {
	var points [16]int32
	for i := range points {
		points[i] = stopWeight * r.found.stop[i]
	}
	e := phrases()
	for _, h := range r.found.hits {
		if h.rule >= 0 && h.zone != zoneQuoted {
			points[e.rules[h.rule].lang]++
		}
	}
	best := 0
	for i := range lang.All {
		if points[i] > points[best] {
			best = i
		}
	}
	for i := range lang.All {
		r.speaking[i] = points[i]*2 >= points[best]
	}
	r.lang = lang.All[best].Code
}

// speaks reports whether phrases of the language count in this mail.
func (r *reading) speaks(l uint8) bool { return r.speaking[l] }

// readKind scores the kinds and takes the best that the facts allow.
func (r *reading) readKind() {
	if r.o.has(r.m.From.Address) {
		r.facts.Kind, r.facts.Confidence = rules.Other, 1
		r.facts.Evidence = append(r.facts.Evidence, evidence("kind", "From", "the owner's own mail"))
		return
	}
	terms := r.terms()
	r.verdict, r.elsewhere = score(terms), speaksElsewhere(terms)
	spoken, which := scoreWords(r.m, r.o.Name)
	for k := range r.verdict.scores {
		r.verdict.scores[k] += spoken[k]
	}
	r.facts.Kind, r.facts.Confidence = r.verdict.best(r.possible)
	r.facts.Evidence = append(r.facts.Evidence, r.verdict.kindEvidence(r.facts.Kind)...)
	if w := spoken[slices.Index(rules.Kinds, r.facts.Kind)]; w > 0 && which != "" {
		r.facts.Evidence = append(r.facts.Evidence, evidence("kind", "words", fmt.Sprintf("%+.1f words such as: %s", w, which)))
	}
	if len(r.facts.Evidence) == 0 {
		r.facts.Evidence = append(r.facts.Evidence, evidence("kind", "score", "nothing speaks for anything else"))
	}
	r.facts.Filled = r.says(lang.Filled)
}

// possible reports whether a mail with these facts can be of the kind: what
// fixes an interview must name its day.
func (r *reading) possible(k rules.Kind) bool {
	if k == rules.Confirmation || k == rules.Reschedule {
		return !r.schedule.Start.Zero() && !r.elsewhere && !r.over()
	}
	return k == rules.Other || k == rules.AutoReply || !r.elsewhere
}

// over reports whether the moment found lay in the past when the mail was
// written, so that it fixes nothing.
func (r *reading) over() bool {
	const late = 30 * time.Minute // "we are waiting for you"
	s := r.schedule.Start
	if r.m.Date.IsZero() || s.Zero() {
		return false
	}
	if s.DayOnly {
		return s.At.AddDate(0, 0, 1).Before(r.m.Date)
	}
	return s.At.Before(r.m.Date.Add(-late))
}

// speaksElsewhere reports whether the terms show a mail to many, or of a list,
// that says no word of hiring: no kind of ours, whatever its words resemble.
func speaksElsewhere(terms []term) bool {
	bulk, nothing := false, false
	for _, t := range terms {
		bulk = bulk || t.name == "bulk headers"
		nothing = nothing || t.name == "nothing of hiring at all"
	}
	return bulk && nothing
}

// says reports whether a signal was found in the mail's own words.
func (r *reading) says(s lang.Signal) bool {
	for _, t := range r.verdict.terms {
		if t.name == string(s) && t.value > saidQuoted {
			return true
		}
	}
	return false
}

// ownerQuoted reports whether the mail quotes the owner: it answers him.
func (r *reading) ownerQuoted() bool {
	for _, a := range r.o.Addresses {
		if a != "" && strings.Contains(strings.ToLower(r.m.Quoted), strings.ToLower(a)) {
			return true
		}
	}
	return r.m.Quoted != "" && strings.HasPrefix(strings.ToLower(r.m.Subject), "re:")
}
