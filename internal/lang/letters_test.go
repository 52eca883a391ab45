package lang

import (
	"slices"
	"strings"
	"testing"
)

// letterNames are the texts that every language must have.
var letterNames = []string{"thank-you.formal", "thank-you.informal", "continued-interest.formal",
	"continued-interest.informal", "trial-offer.formal", "trial-offer.informal", "call"}

func TestEveryLanguageHasItsLetters(t *testing.T) {
	if len(All) < 8 {
		t.Fatalf("%d languages, want 8", len(All))
	}
	for _, l := range All {
		t.Run(l.Code, func(t *testing.T) {
			x := l.Letters
			for _, n := range letterNames {
				if strings.TrimSpace(x.Texts[n]) == "" {
					t.Errorf("no letter %s", n)
				}
			}
			for n := range x.Texts {
				if !slices.Contains(letterNames, n) {
					t.Errorf("letter %s is none that is ever looked for", n)
				}
			}
			for _, s := range [][]string{x.Months[:], x.Weekdays[:], {x.Date, x.And, x.Formal.Nobody, x.Formal.Named, x.Informal.Given,
				x.Informal.Nobody, x.Story.Confirmed, x.Story.Interview, x.Story.They, x.Story.Auto, x.Story.You, x.Story.Unsent}} {
				if slices.Contains(s, "") {
					t.Errorf("an empty word in %q", s)
				}
			}
			if len(x.On) != 1 && len(x.On) != 7 {
				t.Errorf("%d prepositions, want 1 or 7", len(x.On))
			}
			if len(x.Banned) < 8 || len(x.Titles) < 6 {
				t.Errorf("%d clichés, %d titles", len(x.Banned), len(x.Titles))
			}
			for _, r := range x.Titles {
				if r.Word != strings.ToLower(r.Word) || strings.HasSuffix(r.Word, ".") || r.Woman && r.Man {
					t.Errorf("title %+v", r)
				}
			}
			for _, b := range x.Banned {
				if b != strings.ToLower(b) {
					t.Errorf("cliché %q is not lower case", b)
				}
			}
		})
	}
}
