package detect

import (
	"strings"

	"inboxwatch/internal/rules"
)

// agreedWeek moves a bare weekday, "Thursday it is", to the one date of that
// weekday which the mail that it agrees to names.
func (k *picker) agreedWeek(r *ScheduleResult) {
	if r.Start.Zero() || r.Source != "text" || k.moved || !k.says(cueAgree) || !k.bareWeekday(r.Start) {
		return
	}
	const ahead = 35 // days
	var hit *candidate
	for _, q := range k.quoted() {
		for i := range q.all {
			c := &q.all[i]
			if !c.HasDate || c.Weekday || c.RelativeToday || c.Conflict || c.Term || c.Days || c.Start.At.Weekday() != r.Start.At.Weekday() {
				continue
			}
			if hit != nil && !sameLocalDay(hit.Start, c.Start) {
				return
			}
			hit = c
		}
	}
	if hit == nil {
		return
	}
	days := int(midnight(hit.Start.At).Sub(midnight(r.Start.At)).Hours()/24 + 0.5)
	if days < 7 || days > ahead {
		return
	}
	r.Start.At = r.Start.At.AddDate(0, 0, days)
	if !r.End.Zero() {
		r.End.At = r.End.At.AddDate(0, 0, days)
	}
	r.Evidence = append(r.Evidence, evidence("start", "quoted text", hit.Text))
}

// bareWeekday reports whether nothing but a weekday's name gives the day.
func (k *picker) bareWeekday(day rules.When) bool {
	found := false
	for i := range k.all {
		c := &k.all[i]
		if !c.HasDate || !sameLocalDay(c.Start, day) {
			continue
		}
		if !c.Weekday || strings.ContainsRune(strings.TrimSpace(c.Text), ' ') && !c.HasTime {
			return false
		}
		found = true
	}
	return found
}
