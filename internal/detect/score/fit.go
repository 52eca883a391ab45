package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"inboxwatch/internal/detect"
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// The fitting is logistic regression over the named terms, pulled towards the
// hand weights: a weight moves only where many mails agree, keeps its sign,
// and stays nought where the hand left it so. What the word layer says of a
// mail counts as it does in reading, but by words learnt without that mail and
// its author's others: of mails that it has read the layer is too sure.
const (
	fitRounds = 1500
	fitRate   = 0.05
)

// fitPull is the strength of that pull, of a weight's distance per mail's
// loss. It was chosen by fitting on the sets that are read and judging on those
// held aside.
var fitPull = 0.003

// kindsOnly is what a mail counts that is labelled with its kind alone.
const kindsOnly = 0.3

// sample is one mail as the fitting sees it.
type sample struct {
	terms   []int
	values  []float64
	allowed [10]bool
	kind    int
	weight  float64
	spoken  [10]float64 // what the words say, learnt from other folds
}

// fit writes weights learned from the labelled folders to w.
func fit(w io.Writer, handFile string, dirs []string) error {
	text, err := os.ReadFile(handFile)
	if err != nil {
		return err
	}
	hand, err := detect.ParseWeights(string(text))
	if err != nil {
		return err
	}
	names := termNames(string(text))
	samples, err := readSamples(names, dirs)
	if err != nil {
		return err
	}
	weights := descend(names, hand, samples)
	fmt.Fprintf(w, "# Made by: go run ./internal/detect/score -fit, from weights_hand.txt, whose columns these are.\n")
	for i, n := range names {
		fmt.Fprintf(w, "%s:", n)
		for _, x := range weights[i] {
			fmt.Fprintf(w, " %.3g", math.Round(x*100)/100)
		}
		fmt.Fprintln(w)
	}
	return nil
}

// termNames lists the terms of a table in its order, so that the outcome does
// not hang on a map's.
func termNames(text string) []string {
	var names []string
	for _, line := range strings.Split(text, "\n") {
		if name, _, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
			names = append(names, strings.TrimSpace(name))
		}
	}
	return names
}

func readSamples(names, dirs []string) ([]sample, error) {
	index := map[string]int{}
	for i, n := range names {
		index[n] = i
	}
	var out []sample
	perKind := [10]float64{}
	words, err := foldedWords(dirs)
	if err != nil {
		return nil, err
	}
	n := -1
	for _, d := range dirs {
		rs, err := load(d)
		if err != nil {
			return nil, err
		}
		for _, r := range rs {
			n++
			s := sample{kind: slices.Index(rules.Kinds, r.Kind), spoken: words[n], weight: 1}
			if strings.HasSuffix(d, "kinds") {
				s.weight = kindsOnly
			}
			var values map[string]float64
			values, s.allowed = detect.Terms(mailparse.Parse(r.raw), r.owner())
			if !s.allowed[s.kind] {
				continue // its time was not found: not the score's fault
			}
			for _, n := range names {
				if v := values[n]; v != 0 {
					s.terms, s.values = append(s.terms, index[n]), append(s.values, v)
				}
			}
			perKind[s.kind]++
			out = append(out, s)
		}
	}
	for i := range out { // rare kinds count as much as the square root allows
		out[i].weight *= math.Sqrt(float64(len(out)) / 10 / perKind[out[i].kind])
	}
	return out, nil
}

// descend is plain gradient descent with momentum over all samples at once:
// the same input gives the same weights.
func descend(names []string, hand map[string][10]float64, samples []sample) [][10]float64 {
	w, v := make([][10]float64, len(names)), make([][10]float64, len(names))
	for i, n := range names {
		w[i] = hand[n]
	}
	for range fitRounds {
		g := gradient(w, samples)
		for i, n := range names {
			for k := range w[i] {
				h := hand[n][k]
				if h == 0 {
					continue
				}
				v[i][k] = 0.9*v[i][k] - fitRate*(g[i][k]+fitPull*(w[i][k]-h))
				w[i][k] += v[i][k]
				if w[i][k]*h < 0 {
					w[i][k], v[i][k] = 0, 0
				}
			}
		}
	}
	return w
}

func gradient(w [][10]float64, samples []sample) [][10]float64 {
	g := make([][10]float64, len(w))
	for _, s := range samples {
		p := shares(w, s)
		p[s.kind]--
		for k := range p {
			d := p[k] * s.weight / float64(len(samples))
			for j, t := range s.terms {
				g[t][k] += d * s.values[j]
			}
		}
	}
	return g
}

// shares is the softmax of a sample's scores over the kinds it allows.
func shares(w [][10]float64, s sample) (p [10]float64) {
	top := math.Inf(-1)
	for k := range p {
		p[k] = s.spoken[k]
		for j, t := range s.terms {
			p[k] += w[t][k] * s.values[j]
		}
		if s.allowed[k] {
			top = max(top, p[k])
		}
	}
	sum := 0.0
	for k := range p {
		if !s.allowed[k] {
			p[k] = 0
			continue
		}
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}
