package main

import (
	"fmt"
	"io"
	"path/filepath"
)

// sets are the labelled folders whose score is held: the corpus, our own
// mails, fresh ones by another hand, and the two kept aside for judging.
var sets = []string{"corpus", "own", "fresh", "aside", "judge"}

// measureSet measures all folders of a set below root.
func measureSet(root, set string) (ts [2]table, err error) {
	dirs, err := filepath.Glob(filepath.Join(root, set, "*"))
	if err == nil && len(dirs) == 0 {
		err = fmt.Errorf("no labelled folders in %s", filepath.Join(root, set))
	}
	if err != nil {
		return ts, err
	}
	gs, err := groups(dirs)
	if err != nil {
		return ts, err
	}
	return [2]table{measure(gs[0]), measure(gs[1])}, nil
}

// writeFloors writes what is reached now, in the form of floors.txt.
func writeFloors(w io.Writer) error {
	fmt.Fprintln(w, "# What was reached: set, group, per cent, row. A figure may only rise; where\n"+
		"# less is better, only fall. Made by: go run ./internal/detect/score -floors")
	for _, set := range sets {
		ts, err := measureSet(testdata, set)
		if err != nil {
			return err
		}
		for g, t := range ts {
			for _, r := range t.rows {
				if r.all > 0 {
					fmt.Fprintf(w, "%s %s %.1f %s\n", set, groupNames[g], r.value, r.name)
				}
			}
		}
	}
	return nil
}
