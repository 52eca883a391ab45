package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"inboxwatch/internal/rules"
)

// floors holds what was reached: it may only rise (for rows where less is
// better, fall). A line: mails, group, figure, row.
//
//go:embed floors.txt
var floors string

// TestFloors reads all labelled mails and compares each row with its floor.
// It never prints a mail held aside.
func TestFloors(t *testing.T) {
	tables := map[string][2]table{}
	for _, f := range floored {
		ts, err := measureSets("../testdata", f.sets)
		if err != nil {
			t.Fatal(err)
		}
		tables[f.name] = ts
	}
	checked := 0
	lines := bufio.NewScanner(strings.NewReader(floors))
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		var set, group string
		var floor float64
		if _, err := fmt.Sscan(line, &set, &group, &floor); err != nil {
			t.Fatalf("floors.txt: %q: %v", line, err)
		}
		r, ok := rowOf(tables[set], group, line)
		if !ok {
			t.Fatalf("floors.txt: no such row: %q", line)
		}
		checked++
		const slack = 0.05 // of rounding
		if !r.less && r.value < floor-slack || r.less && r.value > floor+slack {
			t.Errorf("%s, %s, %s: %.1f %%, the floor is %.1f %%", set, group, r.name, r.value, floor)
		}
	}
	if checked == 0 {
		t.Fatal("no floors")
	}
}

// rowOf finds the row whose name ends the line.
func rowOf(ts [2]table, group, line string) (row, bool) {
	for g, name := range groupNames {
		if name != group {
			continue
		}
		for _, r := range ts[g].rows {
			if strings.HasSuffix(line, " "+r.name) {
				return r, true
			}
		}
	}
	return row{}, false
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Acme Ltd", "ACME", true},
		{"Bäckerei Möller GmbH & Co. KG", "Backerei Moller", true},
		{"The Copper Kettle", "Copper Kettle", true},
		{"Staff Nurse – Emergency", "Staff Nurse, Emergency", true},
		{"Data Solutions", "Data Corp", false},
		{"", "", false},
	} {
		if got := same(c.a, c.b); got != c.want {
			t.Errorf("same(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestStartWrong(t *testing.T) {
	moment, _, _ := startOf("2026-03-12T14:00:00+01:00")
	day, _, _ := startOf("2026-03-12")
	for _, c := range []struct {
		label        string
		got          rules.When
		right, wrong bool
	}{
		{"2026-03-12T13:00:00Z", rules.When{At: moment}, true, false},
		{"2026-03-12T15:00:00+01:00", rules.When{At: moment}, false, true},
		{"2026-03-12T14:00:00+01:00", rules.When{At: day, DayOnly: true}, false, false},
		{"2026-03-12", rules.When{At: day, DayOnly: true}, true, false},
		{"2026-03-13", rules.When{At: day, DayOnly: true}, false, true},
		{"2026-03-13", rules.When{}, false, false},
	} {
		if r, w := startRight(c.label, c.got), startWrong(c.label, c.got); r != c.right || w != c.wrong {
			t.Errorf("%s against %s: right %v, wrong %v", c.label, c.got, r, w)
		}
	}
}
