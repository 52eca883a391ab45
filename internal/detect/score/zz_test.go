package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, set := range []string{"aside", "judge3", "plainaside", "judge4", "judge5", "judge", "judge2", "third", "later", "fresh", "plain", "corpus"} {
		gs, err := groups([]string{"../testdata/" + set + "/en", "../testdata/" + set + "/intl"})
		if err != nil {
			t.Fatal(err)
		}
		var c [2][2][2]int // domain, doubted, right
		for g, rs := range gs {
			for i := range rs {
				r := &rs[i]
				f := r.facts
				if len(r.Company) == 0 || f.Company == "" {
					continue
				}
				dom := 0
				for _, e := range f.Evidence {
					if e.Field == "company" && strings.Contains(e.Text, "@") {
						dom = 1
					}
				}
				d := 0
				if doubted(f, "company") {
					d = 1
				}
				ok := 0
				if anySame(r.Company, f.Company) {
					ok = 1
				}
				c[dom][d][ok]++
				if os.Getenv("SHOW") != "" && strings.Contains(" judge judge2 judge4 judge5 third later fresh plain corpus ", " "+set+" ") && ok == 0 && d == 0 {
					fmt.Printf("BAD dom %d g %d %s want %v got %q\n", dom, g, r.File, r.Company, f.Company)
				}
			}
		}
		fmt.Printf("%-10s text sure right %d wrong %d, text doubt right %d wrong %d | domain sure right %d wrong %d, domain doubt right %d wrong %d\n", set,
			c[0][0][1], c[0][0][0], c[0][1][1], c[0][1][0], c[1][0][1], c[1][0][0], c[1][1][1], c[1][1][0])
	}
}
