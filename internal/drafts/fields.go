package drafts

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// fieldsOf gives every field its value; what is in doubt or no fact stays
// empty, and the templates then say it without.
func fieldsOf(d rules.Decision, s rules.Settings, now time.Time, l lang.Letters) values {
	iv := d.Interview
	v := values{
		"greeting": salutation(l, iv, d.Due.To),
		"name":     cleanName(s.Name),
		"phone":    clean(s.Phone, maxName),
		"contact":  cleanName(iv.Contact.Name),
		"others":   others(iv, s, l),
		"company":  cleanFact(iv.Company, maxCompany),
		"role":     cleanFact(iv.Role, maxRole),
		"id":       iv.ID,
	}
	if at := iv.Start.At; !at.IsZero() {
		v["date"] = day(l, at)
		v["on_date"] = onDay(l, at)
	}
	for _, f := range []string{"company", "role"} { // a calendar's title, cut in the wrong place
		if v["name"] != "" && strings.Contains(strings.ToLower(v[f]), strings.ToLower(v["name"])) {
			delete(v, f)
		}
	}
	for _, doubt := range iv.Doubts {
		switch doubt.Field {
		case "start":
			delete(v, "date")
			delete(v, "on_date")
		case "company", "role", "contact":
			delete(v, doubt.Field)
		}
	}
	if d.Due.ToSelf {
		v["greeting"] = v["name"]
		v["number"] = readable(iv.Phone)
		v["history"] = history(d, l)
		v["days_off"] = daysOff(iv, s, now, l)
		if validAddress(iv.Contact.Address) {
			v["address"] = iv.Contact.Address
		}
	}
	return v
}

// others names the interviewers beside the contact, together; a panel larger
// than a sentence can hold is not named at all.
func others(iv rules.Interview, s rules.Settings, l lang.Letters) string {
	var names []string
	for _, p := range iv.Panel {
		name := cleanName(p.Name)
		self := slices.ContainsFunc(s.Addresses, func(a string) bool { return strings.EqualFold(a, p.Address) }) ||
			strings.EqualFold(name, s.Name)
		same := strings.EqualFold(name, cleanName(iv.Contact.Name)) || p.Address != "" && strings.EqualFold(p.Address, iv.Contact.Address)
		if name == "" || self || same || !strings.Contains(name, " ") || slices.Contains(names, name) {
			continue
		}
		names = append(names, name)
	}
	if len(names) == 0 || len(names) > maxPanel {
		return ""
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	and := l.And
	if l.AndI != "" && startsWithI(names[last]) {
		and = l.AndI
	}
	return strings.Join(names[:last], ", ") + and + names[last]
}

// startsWithI reports whether a Spanish reader hears an i first.
func startsWithI(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(low, "i") || strings.HasPrefix(low, "í") || strings.HasPrefix(low, "hi")
}

// day is the local day of t in words: "Thursday 12 November".
func day(l lang.Letters, t time.Time) string {
	n := strconv.Itoa(t.Day())
	if t.Day() == 1 && l.FirstDay != "" {
		n = l.FirstDay
	}
	return strings.NewReplacer("{weekday}", l.Weekdays[t.Weekday()], "{day}", n, "{month}", l.Months[t.Month()-1]).Replace(l.Date)
}

// onDay is day with its preposition: "on Thursday 12 November". Where the
// preposition depends on the weekday and bends it, the row holds both.
func onDay(l lang.Letters, t time.Time) string {
	if len(l.On) == 7 {
		l.Weekdays[t.Weekday()] = l.On[t.Weekday()]
		return day(l, t)
	}
	return l.On[0] + " " + day(l, t)
}
