package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// readSets are the labelled folders that may be read and learnt from, each by
// another hand. heldSets are kept aside for judging.
var (
	readSets = []string{"corpus", "own", "fresh", "later", "third", "judge", "plain", "judge2", "judge4", "judge5", "plain9", "judge6", "plain10"}
	heldSets = []string{"aside", "judge3", "plainaside"}
)

// floored are the mails whose scores are held: all that are read, and all that
// are kept aside. A single set is too small for a floor of its own: one of 18
// interviews more or less is what learning anew changes by chance, and finding
// one more can make a share of the found ones worse.
var floored = []struct {
	name string
	sets []string
}{{"read", readSets}, {"held", heldSets}}

// held reports whether a folder belongs to the mails kept aside.
func held(dir string) bool {
	for _, s := range heldSets {
		if strings.Contains(filepath.ToSlash(dir)+"/", "/"+s+"/") {
			return true
		}
	}
	return false
}

// measureSets measures all folders of the sets below root.
func measureSets(root string, sets []string) (ts [2]table, err error) {
	var dirs []string
	for _, set := range sets {
		found, err := filepath.Glob(filepath.Join(root, set, "*"))
		if err == nil && len(found) == 0 {
			err = fmt.Errorf("no labelled folders in %s", filepath.Join(root, set))
		}
		if err != nil {
			return ts, err
		}
		dirs = append(dirs, found...)
	}
	gs, err := groups(dirs)
	if err != nil {
		return ts, err
	}
	return [2]table{measure(gs[0]), measure(gs[1])}, nil
}

// writeFloors writes what is reached now, in the form of floors.txt.
func writeFloors(w io.Writer) error {
	fmt.Fprintln(w, "# What was reached: mails, group, per cent, row. A figure may only rise; where\n"+
		"# less is better, only fall. Made by: go run ./internal/detect/score -floors")
	for _, f := range floored {
		ts, err := measureSets(testdata, f.sets)
		if err != nil {
			return err
		}
		for g, t := range ts {
			for _, r := range t.rows {
				if r.all > 0 {
					fmt.Fprintf(w, "%s %s %.1f %s\n", f.name, groupNames[g], r.value, r.name)
				}
			}
		}
	}
	return nil
}
