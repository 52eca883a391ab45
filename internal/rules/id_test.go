package rules

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var ordinary = regexp.MustCompile(`^<[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}@[a-z0-9]([a-z0-9.-]*[a-z0-9])?>$`)

// A derived Message-ID looks like any client's, whatever the addresses hold.
func TestDerivedIDLooksOrdinary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		owner := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zA-Z.]{1,9}@[a-zA-Z-]{1,9}\.[a-z]{2,5}`)).Draw(t, "owner")
		id := DeriveID(owner, rapid.String().Draw(t, "contact"), Day(rapid.String().Draw(t, "day")), ThankYou, "")
		if !ordinary.MatchString(id) {
			t.Fatalf("DeriveID(%q) = %s", owner, id)
		}
	})
}

func TestDerivedIDDependsOnEachPart(t *testing.T) {
	base := DeriveID("sam@okafor.example", "jane@acme.example", "2026-11-12", ThankYou, "")
	seen := map[string]string{base: "base"}
	for what, id := range map[string]string{
		"owner":   DeriveID("sam@gmail.com", "jane@acme.example", "2026-11-12", ThankYou, ""),
		"contact": DeriveID("sam@okafor.example", "bob@acme.example", "2026-11-12", ThankYou, ""),
		"day":     DeriveID("sam@okafor.example", "jane@acme.example", "2026-11-13", ThankYou, ""),
		"window":  DeriveID("sam@okafor.example", "jane@acme.example", "2026-11-12", Call, ""),
		"restart": DeriveID("sam@okafor.example", "jane@acme.example", "2026-11-12", ThankYou, "1"),
	} {
		if other, ok := seen[id]; ok {
			t.Errorf("%s and %s give one id", what, other)
		}
		seen[id] = what
	}
	if got := DeriveID(" Sam@Okafor.EXAMPLE", "JANE@acme.example ", "2026-11-12", ThankYou, ""); got != base {
		t.Errorf("case or blanks change the id: %s", got)
	}
	if !strings.HasSuffix(base, "@okafor.example>") {
		t.Errorf("%s is not of the owner's domain", base)
	}
}

// The id of what is due is always among those that are searched for.
func TestCandidatesHoldTheDueID(t *testing.T) {
	w := newWorld()
	if err := w.mail(time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC), Confirmation, map[string]string{}); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, day := range []int{12, 16, 27} {
		d := w.decide(time.Date(2026, 11, day, 16, 0, 0, 0, time.UTC))[0]
		for _, id := range CandidateIDs(d.Interview)[d.Due.Window] {
			if id == d.Due.MessageID {
				n++
			}
		}
	}
	if n != 3 {
		t.Errorf("%d of 3 due drafts would be found again", n)
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Acme Ltd":                  "acme",
		"The Müller & Söhne GmbH":   "mueller-and-soehne",
		"Crédit Łódź S.A.":          "credit-lodz",
		"../../etc/passwd":          "etc-passwd",
		"株式会社":                      "",
		"O'Neill":                   "oneill",
		strings.Repeat("long ", 99): "long-long-long-long-long-long-long-long-long",
	} {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}
