package detect

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// TestWhoExplain shows every candidate for the corpus mails named in WHO_MAIL.
func TestWhoExplain(t *testing.T) {
	want := os.Getenv("WHO_MAIL")
	if want == "" {
		t.Skip("WHO_MAIL names no mail to explain")
	}
	for _, dir := range []string{"testdata/corpus/en", "testdata/corpus/intl"} {
		for _, l := range whoLabels(t, dir) {
			for _, n := range strings.Split(want, ",") {
				if !strings.HasPrefix(l.File, n) {
					continue
				}
				raw, err := os.ReadFile(filepath.Join(dir, l.File))
				if err != nil {
					t.Fatal(err)
				}
				w := newWhoReader(whoInputOf(raw, l))
				t.Logf("== %s signer %+v agency %v %q", l.File, w.signer, w.agency, w.agencyKey)
				for _, s := range w.senders {
					t.Logf("   sender %s %+v → %+v auto %v", s.source, s.contact, s.display, s.automatic)
				}
				for _, x := range w.labels {
					t.Logf("   label %+v", x)
				}
				for _, p := range w.passages {
					t.Logf("   passage %s: %.300q", p.source, p.text)
				}
				r := Who(w.in)
				w.companyKey = companyKey(r.Company)
				var c, ro candidates
				w.gatherCompany(&c)
				w.gatherRole(&ro)
				for _, list := range [][]nameCandidate{c.list, ro.list} {
					sort.SliceStable(list, func(i, j int) bool { return list[i].key < list[j].key })
					for _, x := range list {
						t.Logf("   %.1f %q key %q (%s) %.80q", x.weight, x.name, x.key, x.source, x.words)
					}
				}
				t.Logf("   → %+v", r)
			}
		}
	}
}
