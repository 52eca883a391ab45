// Score reads labelled mails and prints how well they were read: the table of
// goals for English and for the other languages, then each miss. Mails held
// aside are measured as a whole only, so that nobody tunes to them.
//
//	go run ./internal/detect/score [-aside] [-q] [DIR…]
//
// Without a folder it takes the corpus in internal/detect/testdata.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

const testdata = "internal/detect/testdata"

func main() {
	aside := flag.Bool("aside", false, "measure the mails held aside too, without their misses")
	learn := flag.Bool("fit", false, "fit the weights to the folders and write them to "+fitted)
	wordsToo := flag.Bool("words", false, "learn the word layer from the folders and write it to "+wordLayer)
	floor := flag.Bool("floors", false, "print the floors as they would stand now")
	flag.Float64Var(&fitPull, "pull", fitPull, "with -fit: how strongly the hand's weights pull")
	quiet := flag.Bool("q", false, "print the table alone")
	flag.Parse()
	dirs := flag.Args()
	if *learn || *wordsToo {
		do, file := fitByHand, fitted
		if *wordsToo {
			do, file = learnWords, wordLayer
		}
		if err := refit(do, file, dirs); err != nil {
			fail(err)
		}
		return
	}
	if *floor {
		if err := writeFloors(os.Stdout); err != nil {
			fail(err)
		}
		return
	}
	if len(dirs) == 0 {
		dirs = []string{testdata + "/corpus/en", testdata + "/corpus/intl"}
	}
	for i, d := range dirs { // the name of a set will do
		if !strings.Contains(d, "/") {
			dirs[i] = testdata + "/" + d + "/en"
			dirs = append(dirs, testdata+"/"+d+"/intl")
		}
	}
	if *aside {
		for _, set := range heldSets {
			if err := report(os.Stdout, set, []string{testdata + "/" + set + "/en", testdata + "/" + set + "/intl"}, true); err != nil {
				fail(err)
			}
		}
	}
	if err := report(os.Stdout, strings.Join(dirs, " "), dirs, *quiet); err != nil {
		fail(err)
	}
}

// The weights' files, from the repository's root.
const (
	byHand = "internal/detect/weights_hand.txt"
	fitted = "internal/detect/weights.txt"

	wordLayer = "internal/detect/words.bin"
)

func fitByHand(w io.Writer, dirs []string) error { return fit(w, byHand, dirs) }

// refit writes what do learns to a file; without folders, from all but those
// held aside.
func refit(do func(io.Writer, []string) error, file string, dirs []string) error {
	if len(dirs) == 0 {
		for _, set := range readSets {
			found, err := filepath.Glob(testdata + "/" + set + "/*")
			if err != nil {
				return err
			}
			dirs = append(dirs, found...)
		}
		dirs = append(dirs, testdata+"/kinds") // labelled with their kinds alone
	}
	var b strings.Builder
	if err := do(&b, dirs); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "error:", err)
	os.Exit(65)
}

// groups parts readings into English and the others.
func groups(dirs []string) (groups [2][]reading, err error) {
	for _, d := range dirs {
		rs, err := load(d)
		if err != nil {
			return groups, err
		}
		for _, r := range rs {
			g := 1
			if r.Lang == "en" {
				g = 0
			}
			groups[g] = append(groups[g], r)
		}
	}
	return groups, nil
}

var groupNames = [2]string{"English", "others"}

func report(w io.Writer, title string, dirs []string, quiet bool) error {
	for _, d := range dirs {
		quiet = quiet || held(d)
	}
	gs, err := groups(dirs)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: %d English mails, %d others\n", title, len(gs[0]), len(gs[1]))
	tables := [2]table{measure(gs[0]), measure(gs[1])}
	for i, r := range tables[0].rows {
		fmt.Fprintf(w, "  %-34s", r.name)
		for g, t := range tables {
			fmt.Fprintf(w, "  %s", cell(t.rows[i], g))
		}
		fmt.Fprintln(w)
	}
	if quiet {
		return nil
	}
	for g, t := range tables {
		sort.SliceStable(t.misses, func(i, j int) bool { return t.misses[i].row < t.misses[j].row })
		for _, m := range t.misses {
			fmt.Fprintf(w, "%s · %s · %s · want %s · got %s\n", groupNames[g], m.row, m.file, m.want, m.got)
		}
	}
	return nil
}

// cell is one figure with its goal: "97.1 % ok (>= 97)".
func cell(r row, group int) string {
	if r.all == 0 {
		return fmt.Sprintf("%-26s", "-")
	}
	sign, ok := ">=", r.value >= r.goal[group]
	if r.less {
		sign, ok = "<=", r.value <= r.goal[group]
	}
	mark := "below"
	if r.less {
		mark = "above"
	}
	if ok {
		mark = "ok"
	}
	return fmt.Sprintf("%5.1f %% of %3d %-5s (%s %g)", r.value, r.all, mark, sign, r.goal[group])
}
