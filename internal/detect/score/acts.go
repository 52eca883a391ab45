package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"inboxwatch/internal/detect"
)

// The learning of the acts: logistic regression by AdaGrad from nought, with
// an L2 pull to nought, in an order that is always the same. The figures were
// chosen by leaving out every fifth sentence and judging on those.
const (
	actRounds = 20
	actRate   = 0.15
	actPull   = 0.0004
	actLeast  = 2   // sentences that a feature must stand in
	actKeep   = 0.3 // a feature all of whose weights are smaller is left out
	actFolds  = 5
)

const actCount = len(detect.Acts)

type actSample struct {
	features []int
	scale    float64
	act      int
	lang     string
}

type actModel struct {
	names   []string
	weights [][actCount]float64
}

// learnActs writes the table of acts learnt from the sentences to w.
func learnActs(w io.Writer, _ []string) error {
	samples, names, err := actSamples()
	if err != nil {
		return err
	}
	m := descendActs(samples, names)
	fmt.Fprintf(w, "# Made by: go run ./internal/detect/score -acts, from %d sentences.\n", len(samples))
	for i, n := range m.names {
		row := m.weights[i]
		most := 0.0
		for _, x := range row {
			most = max(most, math.Abs(x))
		}
		if n != "base" && most < actKeep {
			continue
		}
		fmt.Fprintf(w, "%s\t", n)
		for k, x := range row {
			if k > 0 {
				fmt.Fprint(w, " ")
			}
			fmt.Fprintf(w, "%.0f", x*100)
		}
		fmt.Fprintln(w)
	}
	return nil
}

// actSamples reads testdata/sentences: a file a language, "act<TAB>sentence"
// a line.
func actSamples() (samples []actSample, names []string, err error) {
	files, err := filepath.Glob(testdata + "/sentences/*.tsv")
	if err != nil {
		return nil, nil, err
	}
	count := map[string]int{}
	var all [][]string
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, nil, err
		}
		for n, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			act, sentence, _ := strings.Cut(line, "\t")
			s := actSample{act: slices.Index(detect.Acts[:], act), lang: strings.TrimSuffix(filepath.Base(f), ".tsv")}
			if s.act < 0 {
				return nil, nil, fmt.Errorf("%s, line %d: no act %q", f, n+1, act)
			}
			var features []string
			features, s.scale = detect.ActFeatures(sentence)
			for _, x := range features {
				count[x]++
			}
			samples, all = append(samples, s), append(all, append(features, "base"))
		}
	}
	names = []string{"base"}
	for x, n := range count {
		if n >= actLeast {
			names = append(names, x)
		}
	}
	slices.Sort(names)
	index := map[string]int{}
	for i, x := range names {
		index[x] = i
	}
	for i, features := range all {
		for _, x := range features {
			if j, ok := index[x]; ok {
				samples[i].features = append(samples[i].features, j)
			}
		}
	}
	return samples, names, nil
}

func descendActs(samples []actSample, names []string) actModel {
	weights, squares := make([][actCount]float64, len(names)), make([][actCount]float64, len(names))
	order := rand.New(rand.NewPCG(1, 2))
	for range actRounds {
		for _, i := range order.Perm(len(samples)) {
			s := samples[i]
			p := actShares(weights, s)
			p[s.act]--
			for _, f := range s.features {
				row, g := &weights[f], &squares[f]
				for k := range row {
					d := p[k]*s.scale + actPull*row[k]
					g[k] += d * d
					row[k] -= actRate * d / (math.Sqrt(g[k]) + 1e-3)
				}
			}
		}
	}
	return actModel{names, weights}
}

func actShares(weights [][actCount]float64, s actSample) (p [actCount]float64) {
	for _, f := range s.features {
		for k, x := range &weights[f] {
			p[k] += x * s.scale
		}
	}
	top, sum := math.Inf(-1), 0.0
	for _, x := range p {
		top = max(top, x)
	}
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// checkActs prints how sentences left out of the learning were judged.
func checkActs(w io.Writer) error {
	samples, names, err := actSamples()
	if err != nil {
		return err
	}
	var right, all [actCount]int
	byLang := map[string][2]int{}
	var taken [actCount][actCount]int
	for fold := range actFolds {
		var learn, judge []actSample
		for i, s := range samples {
			if i%actFolds == fold {
				judge = append(judge, s)
			} else {
				learn = append(learn, s)
			}
		}
		m := descendActs(learn, names)
		for _, s := range judge {
			p := actShares(m.weights, s)
			best := 0
			for k := range p {
				if p[k] > p[best] {
					best = k
				}
			}
			taken[s.act][best]++
			all[s.act]++
			l := byLang[s.lang]
			l[1]++
			if best == s.act {
				right[s.act]++
				l[0]++
			}
			byLang[s.lang] = l
		}
	}
	for k, name := range detect.Acts {
		fmt.Fprintf(w, "%-12s %4d %5.1f %%  taken for:", name, all[k], 100*float64(right[k])/float64(max(all[k], 1)))
		for j, n := range taken[k] {
			if j != k && n*20 > all[k] {
				fmt.Fprintf(w, " %s %d", detect.Acts[j], n)
			}
		}
		fmt.Fprintln(w)
	}
	for l, n := range byLang {
		fmt.Fprintf(w, "%s %.1f %% of %d\n", l, 100*float64(n[0])/float64(n[1]), n[1])
	}
	return nil
}
