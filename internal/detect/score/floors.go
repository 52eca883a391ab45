package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// readSets are the labelled folders that may be read and learnt from, each by
// another hand; the rules for dates, firms and posts were tried on ruleSets
// too, from which no words are learnt: six mails in ten are interviews there.
// heldSets are kept aside for judging. The scores of all are held.
var (
	readSets = []string{"corpus", "own", "fresh", "later", "third", "judge", "plain", "judge2", "judge4", "judge5", "plain9", "judge6", "plain10"}
	heldSets = []string{"aside", "judge3", "plainaside"}
	sets     = slices.Concat(readSets, heldSets)
)

// held reports whether a folder belongs to the mails kept aside.
func held(dir string) bool {
	for _, s := range heldSets {
		if strings.Contains(filepath.ToSlash(dir)+"/", "/"+s+"/") {
			return true
		}
	}
	return false
}

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
