package rules

import "testing"

// TestNamed: a doubtful name gives way to a sure one whenever that is told, and
// never takes its place.
func TestNamed(t *testing.T) {
	sure, unsure := []Doubt(nil), []Doubt{{Field: "role", Candidates: []string{"Dean"}}}
	type telling struct {
		name   string
		doubts []Doubt
	}
	for name, c := range map[string]struct {
		told []telling
		want string
		open bool
	}{
		"sure, then unsure":         {[]telling{{"Lecturer", sure}, {"Dean", unsure}}, "Lecturer", false},
		"unsure, then sure":         {[]telling{{"Dean", unsure}, {"Lecturer", sure}}, "Lecturer", false},
		"unsure alone":              {[]telling{{"Dean", unsure}}, "Dean", true},
		"unsure, then silence":      {[]telling{{"Dean", unsure}, {"", sure}}, "Dean", true},
		"unsure, then unsure again": {[]telling{{"Dean", unsure}, {"Provost", unsure}}, "Provost", true},
		"sure, then another":        {[]telling{{"Lecturer", sure}, {"Reader", sure}}, "Reader", false},
	} {
		var iv Interview
		for _, x := range c.told {
			iv.named("role", &iv.Role, x.name, x.doubts)
		}
		if iv.Role != c.want || len(iv.Doubts) > 0 != c.open {
			t.Errorf("%s: role %q, doubts %v; want %q, open %v", name, iv.Role, iv.Doubts, c.want, c.open)
		}
	}
}
