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
// were chosen by leaving out mails in turn (a quarter each time).
const (
	wordRounds     = 30
	wordRate       = 0.1
	sentenceWeight = 0.2
	wordPull       = 0.05 // the pull of a whole round over all mails
)

// wordSample is one mail as the learning sees it.
type wordSample struct {
	features []detect.Feature
	allowed  [10]bool
	kind     int
	fold     int // in which fitting leaves it out; -1: in none
	weight   float64
}

// learnWords writes the word layer learnt from the labelled folders to w.
func learnWords(w io.Writer, dirs []string) error {
	samples, err := wordSamples(dirs)
	if err != nil {
		return err
	}
	table, err := detect.WordTable(descendWords(samples))
	if err != nil {
		return err
	}
	_, err = w.Write(table)
	return err
}

// wordFolds is the number of parts that authors' mails are dealt to.
const wordFolds = 5

// foldedWords gives what the word layer says of each mail of the folders, in
// their order, learnt from all folds but its own.
func foldedWords(dirs []string) ([][10]float64, error) {
	samples, err := wordSamples(dirs)
	if err != nil {
		return nil, err
	}
	out := make([][10]float64, len(samples))
	for f := range wordFolds {
		var rest []wordSample
		for _, s := range samples {
			if s.fold != f {
				rest = append(rest, s)
			}
		}
		weights := descendWords(rest)
		for i, s := range samples {
			if s.fold == f {
				out[i] = wordScores(weights, s)
			}
		}
	}
	return out, nil
}

// authorOf names the mails that one author wrote: those of a set, or of one
// text file of plain mails.
func authorOf(dir, file string) string {
	if f, _, ok := strings.Cut(file, ":"); ok {
		return f
	}
	return filepath.Base(filepath.Dir(dir))
}

func wordSamples(dirs []string) ([]wordSample, error) {
	var out []wordSample
	folds := map[string]int{}
	for _, d := range dirs {
		rs, err := load(d)
		if err != nil {
			return nil, err
		}
		for _, r := range rs {
			m := mailparse.Parse(r.raw)
			author := authorOf(d, r.File)
			if _, ok := folds[author]; !ok {
				folds[author] = len(folds) % wordFolds
			}
			s := wordSample{kind: slices.Index(rules.Kinds, r.Kind), fold: folds[author], weight: 1}
			s.features = wordFeatures(m, r.Owner.Name)
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
			s := wordSample{kind: slices.Index(rules.Kinds, kind), fold: -1, weight: sentenceWeight}
			s.features = wordFeatures(&mailparse.Message{Text: sentence}, "")
			for k := range s.allowed {
				s.allowed[k] = true
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// wordFeatures are a mail's features and the one that all mails have.
func wordFeatures(m *mailparse.Message, owner string) []detect.Feature {
	return append(detect.WordFeatures(m, owner), detect.Feature{Bucket: detect.WordBuckets, Value: 1})
}

func descendWords(samples []wordSample) [][10]float64 {
	weights, squares := make([][10]float64, detect.WordBuckets+1), make([][10]float64, detect.WordBuckets+1)
	step := func(b uint32, k int, d float64) {
		squares[b][k] += d * d
		weights[b][k] -= wordRate * d / (math.Sqrt(squares[b][k]) + 1e-3)
	}
	order := rand.New(rand.NewPCG(1, 2))
	for range wordRounds {
		for _, i := range order.Perm(len(samples)) {
			s := samples[i]
			p := wordShares(weights, s)
			p[s.kind]--
			for k := range p {
				p[k] *= s.weight
			}
			for _, f := range s.features {
				for k := range p {
					step(f.Bucket, k, p[k]*f.Value)
				}
			}
		}
		for b := range weights[:detect.WordBuckets] {
			for k, w := range weights[b] {
				if w != 0 {
					step(uint32(b), k, wordPull*w)
				}
			}
		}
	}
	return weights
}

// wordScores is what the words say of a mail.
func wordScores(weights [][10]float64, s wordSample) (p [10]float64) {
	for _, f := range s.features {
		row := &weights[f.Bucket]
		for k := range p {
			p[k] += f.Value * row[k]
		}
	}
	return p
}

// wordShares is its softmax over the kinds that the facts allow.
func wordShares(weights [][10]float64, s wordSample) (p [10]float64) {
	p = wordScores(weights, s)
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
