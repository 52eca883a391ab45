package detect

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"inboxwatch/internal/lang"
)

// scanText gives what is found in one text read as zone z.
func scanText(text string, z zone) found {
	var f found
	s := scanners.Get().(*scanner)
	s.scan(text, z, &f)
	scanners.Put(s)
	return f
}

// TestPhraseExamples runs each row's own examples: a Yes must be found by that
// row, a No must not.
func TestPhraseExamples(t *testing.T) {
	e := phrases()
	rows, examples := 0, 0
	for ri, r := range e.rules {
		p := lang.All[r.lang].Phrases.Rules[r.row]
		rows++
		if len(p.Yes) == 0 && p.Signal != lang.Job && p.Signal != lang.OneWay {
			t.Errorf("%s row %d (%s, %.40q) has no example", lang.All[r.lang].Code, r.row, p.Signal, p.Text)
		}
		for _, list := range []struct {
			texts []string
			want  bool
		}{{p.Yes, true}, {p.No, false}} {
			for _, text := range list.texts {
				examples++
				if got := ruleFinds(ri, p, text); got != list.want {
					t.Errorf("%s row %d (%s, %.50q): found in %q: %v", lang.All[r.lang].Code, r.row, p.Signal, p.Text, text, got)
				}
			}
		}
	}
	if rows == 0 || examples == 0 {
		t.Fatal("no examples were run")
	}
	t.Logf("%d rows, %d examples, %d texts that do %d things, %d states", rows, examples, len(e.auto.ends)-2, len(e.duties), len(e.auto.fail))
}

func ruleFinds(ri int, p lang.Phrase, text string) bool {
	z := zoneText
	switch p.Scope {
	case lang.Subject:
		z = zoneSubject
	case lang.Quoted:
		z = zoneQuoted
	}
	for _, h := range scanText(text, z).hits {
		if int(h.rule) == ri {
			return true
		}
	}
	return false
}

// TestAutomatonFindsAll holds the automaton against looking at every place.
func TestAutomatonFindsAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	letters := func(n int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = "abc"[rng.IntN(3)]
		}
		return string(b)
	}
	found := 0
	for range 300 {
		var b builder
		for i := range 1 + rng.IntN(30) {
			if err := b.enter("*"+letters(1+rng.IntN(6))+"*", duty{rule: int16(i)}); err != nil {
				t.Fatal(err)
			}
		}
		literals := slices.Clone(b.literals)
		e, err := b.engine()
		if err != nil {
			t.Fatal(err)
		}
		text, got, want := letters(60), map[string]int{}, map[string]int{}
		a, state := &e.auto, int32(0)
		for i := range len(text) {
			state = a.next(state, text[i])
			for at := a.out[state]; at != 0; at = a.ends[at].next {
				for _, d := range e.duties[a.ends[at].from:a.ends[at+1].from] {
					got[fmt.Sprint(i+1-int(a.ends[at].size), "-", i+1, " ", d.rule)]++
				}
			}
			for _, l := range literals {
				if s := string(b.text(l)); strings.HasSuffix(text[:i+1], s) {
					want[fmt.Sprint(i+1-len(s), "-", i+1, " ", l.duty.rule)]++
				}
			}
		}
		if found += len(want); !maps.Equal(got, want) {
			t.Fatalf("in %s: found %v, want %v", text, got, want)
		}
	}
	if found < 1000 {
		t.Errorf("only %d places were found", found)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Grüße, Élodie!":            "grusse elodie",
		"l’entretien":               "l'entretien",
		"Can you do 3pm? Yes":       "can you do 3pm ?\x01yes",
		"at 4.30 p.m. in the room":  "at 4 30 p m in the room",
		"I left. The rest is here.": "i left\x01the rest is here",
		"Dr. Pike will call":        "dr pike will call",
		"łódź":                      "lodz",
	} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSplitPatternErrors(t *testing.T) {
	for _, bad := range []string{"", ".. a", "a ..", "a .. .. b"} {
		if _, _, err := splitPattern(bad); err == nil {
			t.Errorf("splitPattern(%q): no error", bad)
		}
	}
	if err := expand(map[string]string{"a": "{a}"}, "{a}", 0, func(string) error { return nil }); err == nil {
		t.Error("a set that contains itself: no error")
	}
	if err := expand(nil, "{none}", 0, func(string) error { return nil }); err == nil {
		t.Error("an unknown set: no error")
	}
	for _, bad := range []string{"", "a||b", " * ", "a|,"} {
		if err := expand(nil, bad, 0, func(s string) error { return new(builder).enter(s, duty{}) }); err == nil {
			t.Errorf("an empty alternative in %q: no error", bad)
		}
	}
}
