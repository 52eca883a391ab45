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
	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// The learning of the word layer: logistic regression by AdaGrad from nought,
// with an L2 pull to nought, in an order that is always the same. The figures
// were chosen by training on the corpus and measuring on mails held aside.
const (
	wordRounds = 40
	wordRate   = 0.1
	wordPull   = 0.003
	wordLeast  = 3   // mails that a word must stand in
	wordKeep   = 0.4 // a word all of whose weights are smaller is left out
)

// wordSample is one mail as the learning sees it.
type wordSample struct {
	words   []string
	scale   float64
	allowed [10]bool
	kind    int
}

// learnWords writes the word layer learnt from the labelled folders to w.
func learnWords(w io.Writer, dirs []string) error {
	samples, err := wordSamples(dirs)
	if err != nil {
		return err
	}
	weights, names := descendWords(samples)
	fmt.Fprintf(w, "# Made by: go run ./internal/detect/score -words, from %d labelled mails; none of those held aside.\n", len(samples))
	for _, n := range names {
		row := weights[n]
		if n != "base" && largest(row) < wordKeep {
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

func wordSamples(dirs []string) ([]wordSample, error) {
	var out []wordSample
	for _, d := range dirs {
		rs, err := load(d)
		if err != nil {
			return nil, err
		}
		for _, r := range rs {
			m := mailparse.Parse(r.raw)
			s := wordSample{kind: slices.Index(rules.Kinds, r.Kind)}
			s.words, s.scale = detect.WordFeatures(m, r.Owner.Name)
			s.words = append(s.words, "base")
			_, s.allowed = detect.Terms(m, r.owner())
			s.allowed[s.kind] = true
			out = append(out, s)
		}
	}
	return wordSentences(out)
}

// actKinds gives the kind of mail that a sentence of an act stands for; the
// other acts stand in mails of many kinds.
var actKinds = map[string]rules.Kind{"fix": rules.Confirmation, "move": rules.Reschedule, "off": rules.Cancellation,
	"choose": rules.Invitation, "reject": rules.Rejection, "offer": rules.Offer, "hold": rules.Reply,
	"received": rules.Acknowledgement, "away": rules.AutoReply, "jobad": rules.Other, "sell": rules.Other,
	"elsewhere": rules.Other, "interviewer": rules.Other, "business": rules.Other, "private": rules.Other}

// wordSentences adds the sentences of testdata/sentences, "act<TAB>sentence" a
// line, as short mails.
func wordSentences(out []wordSample) ([]wordSample, error) {
	files, err := filepath.Glob(testdata + "/sentences/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			act, sentence, ok := strings.Cut(line, "\t")
			if !ok {
				return nil, fmt.Errorf("%s, line %d: want an act, a tab and a sentence", f, n+1)
			}
			kind, ok := actKinds[act]
			if !ok {
				continue
			}
			s := wordSample{kind: slices.Index(rules.Kinds, kind)}
			s.words, s.scale = detect.WordFeatures(&mailparse.Message{Text: sentence}, "")
			s.words = append(s.words, "base")
			for k := range s.allowed {
				s.allowed[k] = true
			}
			out = append(out, s)
		}
	}
	return out, nil
}

func descendWords(samples []wordSample) (map[string]*[10]float64, []string) {
	count := map[string]int{}
	for _, s := range samples {
		for _, w := range s.words {
			count[w]++
		}
	}
	weights, squares := map[string]*[10]float64{}, map[string]*[10]float64{}
	var names []string
	for w, n := range count {
		if n >= wordLeast {
			weights[w], squares[w] = &[10]float64{}, &[10]float64{}
			names = append(names, w)
		}
	}
	slices.Sort(names)
	order := rand.New(rand.NewPCG(1, 2))
	for range wordRounds {
		for _, i := range order.Perm(len(samples)) {
			s := samples[i]
			p := wordShares(weights, s)
			p[s.kind]--
			for _, w := range s.words {
				row, ok := weights[w]
				if !ok {
					continue
				}
				g := squares[w]
				for k := range row {
					d := p[k]*s.scale + wordPull*row[k]
					g[k] += d * d
					row[k] -= wordRate * d / (math.Sqrt(g[k]) + 1e-3)
				}
			}
		}
	}
	return weights, names
}

// wordShares is the softmax of what the words say of a mail.
func wordShares(weights map[string]*[10]float64, s wordSample) (p [10]float64) {
	for _, w := range s.words {
		if row, ok := weights[w]; ok {
			for k := range p {
				p[k] += s.scale * row[k]
			}
		}
	}
	top, sum := math.Inf(-1), 0.0
	for k := range p {
		if s.allowed[k] {
			top = max(top, p[k])
		}
	}
	for k := range p {
		if p[k] = math.Exp(p[k] - top); !s.allowed[k] {
			p[k] = 0
		}
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

func largest(row *[10]float64) float64 {
	m := 0.0
	for _, x := range row {
		m = max(m, math.Abs(x))
	}
	return m
}
