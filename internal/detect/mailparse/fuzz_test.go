package mailparse

import (
	"os"
	"reflect"
	"testing"
)

// FuzzParse: whatever the bytes, a Message keeps what is promised of it, and
// the same bytes give the same Message.
func FuzzParse(f *testing.F) {
	for i, file := range corpusFiles(f) {
		if raw, err := os.ReadFile(file); err == nil && i%5 == 0 {
			f.Add(raw)
		}
	}
	for _, h := range hostileMails() {
		f.Add([]byte(h.raw[:min(len(h.raw), 3000)]))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := Parse(raw)
		checkMessage(t, m, 0)
		for _, name := range []string{"subject", "received", "x-mailer"} {
			if v := m.Header(name); Clean(v) != v {
				t.Errorf("%s: %q", name, v)
			}
		}
		if len(m.Text)+len(m.Quoted)+len(m.Signature) > 3*len(raw)+1000 {
			t.Errorf("%d bytes of text from %d", len(m.Text), len(raw))
		}
		if again := Parse(raw); !reflect.DeepEqual(m, again) {
			t.Error("a second reading differs")
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, tt := range htmlTests {
		f.Add(tt.html)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if out := HTMLText(s); Clean(out) != out {
			t.Errorf("unclean: %q", out)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, tt := range dateTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := ParseDate(s); ok && (d.Year() < 1979 || d.Year() > 2201) {
			t.Errorf("%q is %v", s, d)
		}
	})
}
