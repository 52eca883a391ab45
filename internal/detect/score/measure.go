package main

import (
	"fmt"
	"slices"

	"inboxwatch/internal/rules"
)

// row is one line of the table of goals.
type row struct {
	name      string
	goal      [2]float64 // English, others; in per cent
	less      bool       // the less, the better
	hits, all int
	value     float64 // in per cent
}

// miss is one mail on the wrong side of a row.
type miss struct{ row, file, want, got string }

// The rows, in the order of the table.
const (
	rowFound = iota
	rowFalse
	rowF1
	rowStart
	rowCompany
	rowContact
	rowRole
	rowPromised
	rowEnds
	rowWrong
	rowWrongName
)

func newRows() []row {
	return []row{
		rowFound:     {name: "interviews found", goal: [2]float64{97, 93}},
		rowFalse:     {name: "false interviews", goal: [2]float64{1, 2}, less: true},
		rowF1:        {name: "kind, macro F1", goal: [2]float64{93, 88}},
		rowStart:     {name: "start exact", goal: [2]float64{95, 92}},
		rowCompany:   {name: "company", goal: [2]float64{90, 85}},
		rowContact:   {name: "contact", goal: [2]float64{93, 90}},
		rowRole:      {name: "role", goal: [2]float64{85, 80}},
		rowPromised:  {name: "promised day", goal: [2]float64{85, 80}},
		rowEnds:      {name: "rejections and offers found", goal: [2]float64{95, 90}},
		rowWrong:     {name: "wrong company, date or recipient", goal: [2]float64{1.5, 2}, less: true},
		rowWrongName: {name: "wrong role or greeting", goal: [2]float64{3, 4}, less: true},
	}
}

func fixes(k rules.Kind) bool { return k == rules.Confirmation || k == rules.Reschedule }

// table counts a set of readings.
type table struct {
	rows   []row
	misses []miss
}

// count enters one case into row i; ok is whether it is a hit, which for rows
// of the less-the-better sort is an error.
func (t *table) count(i int, r *reading, ok bool, want, got string) {
	t.rows[i].all++
	if ok {
		t.rows[i].hits++
	}
	if ok == t.rows[i].less {
		t.misses = append(t.misses, miss{t.rows[i].name, r.File, want, got})
	}
}

func measure(rs []reading) table {
	t := table{rows: newRows()}
	for i := range rs {
		t.reading(&rs[i])
	}
	for i := range t.rows {
		if t.rows[i].all > 0 {
			t.rows[i].value = 100 * float64(t.rows[i].hits) / float64(t.rows[i].all)
		}
	}
	t.rows[rowF1].value, t.rows[rowF1].all = 100*macroF1(rs), len(rs)
	return t
}

// doubted reports whether a field is in doubt, so that a draft leaves it out.
func doubted(f rules.Facts, field string) bool {
	return slices.ContainsFunc(f.Doubts, func(d rules.Doubt) bool { return d.Field == field })
}

func (t *table) reading(r *reading) {
	f := r.facts
	kinds := fmt.Sprintf("%s (%.2f)", f.Kind, f.Confidence)
	if f.Kind != r.Kind {
		t.misses = append(t.misses, miss{"kind", r.File, string(r.Kind), kinds})
	}
	if fixes(r.Kind) {
		t.count(rowFound, r, fixes(f.Kind), string(r.Kind), kinds)
		t.count(rowStart, r, startRight(r.Start, f.Start), r.Start, f.Start.String())
		if fixes(f.Kind) {
			wrong := f.Company != "" && !doubted(f, "company") && !anySame(r.Company, f.Company) || startWrong(r.Start, f.Start) ||
				f.Contact.Address != "" && !contactRight(r.Contacts, f.Contact)
			t.count(rowWrong, r, wrong, fmt.Sprint(r.Company, r.Start, r.Contacts), fmt.Sprint(f.Company, " ", f.Start, " ", f.Contact.Address))
			name := f.Role != "" && !doubted(f, "role") && !anySame(r.Role, f.Role) || greetingWrong(r.Contacts, f)
			t.count(rowWrongName, r, name, fmt.Sprint(r.Role, r.Contacts), fmt.Sprint(f.Role, f.Greeting))
		}
	} else {
		t.count(rowFalse, r, fixes(f.Kind), string(r.Kind), kinds)
	}
	if r.Kind == rules.Rejection || r.Kind == rules.Offer {
		t.count(rowEnds, r, f.Kind == r.Kind, string(r.Kind), kinds)
	}
	if len(r.Company) > 0 {
		t.count(rowCompany, r, anySame(r.Company, f.Company), r.Company[0], f.Company)
	}
	if len(r.Contacts) > 0 {
		t.count(rowContact, r, contactRight(r.Contacts, f.Contact), r.Contacts[0].Address, f.Contact.Address)
	}
	if len(r.Role) > 0 {
		t.count(rowRole, r, anySame(r.Role, f.Role), r.Role[0], f.Role)
	}
	if r.Promised != "" {
		t.count(rowPromised, r, string(f.PromisedBy) == r.Promised, r.Promised, string(f.PromisedBy))
	}
}

// macroF1 is the mean of F1 over the kinds that occur in the labels.
func macroF1(rs []reading) float64 {
	sum, n := 0.0, 0
	for _, k := range rules.Kinds {
		tp, fp, fn := 0, 0, 0
		for i := range rs {
			switch want, got := rs[i].Kind == k, rs[i].facts.Kind == k; {
			case want && got:
				tp++
			case got:
				fp++
			case want:
				fn++
			}
		}
		if tp+fn == 0 {
			continue
		}
		n++
		sum += 2 * float64(tp) / float64(2*tp+fp+fn)
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
