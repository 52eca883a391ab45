package drafts

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"inboxwatch/internal/lang"
	"inboxwatch/internal/rules"
)

// Templates are the letters: ours, and before them the user's own. The zero
// value holds ours alone.
type Templates struct {
	own   map[string]*template // by key
	texts map[string]string    // the user's texts as they stand in the files
	files map[string]string    // and where they stand
}

// Info is one template in a list.
type Info struct {
	Name   string // "thank-you.de.formal", "call.en"
	Source string // the user's file, or "built in"
}

// windows that have a letter, in their order in time.
var windows = []rules.Window{rules.ThankYou, rules.ContinuedInterest, rules.Call, rules.TrialOffer}

// key is a template's name; the call sheet has no tone, nor has a user's
// template that serves both.
func key(w rules.Window, code string, tone rules.Tone) string {
	k := string(w) + "." + code
	if tone != "" {
		k += "." + string(tone)
	}
	return k
}

// builtIn parses the letters of package lang once; a fault there is ours and
// the tests find it.
var builtIn = sync.OnceValues(func() (map[string]*template, error) {
	m := map[string]*template{}
	for _, l := range lang.All {
		for name, text := range l.Letters.Texts {
			w, tone, _ := strings.Cut(name, ".")
			k := key(rules.Window(w), l.Code, rules.Tone(tone))
			t, err := parseTemplate(k, text)
			if err != nil {
				return nil, err
			}
			m[k] = t
		}
	}
	return m, nil
})

// find gives the template for a window, language and tone, and the language
// that it is in: English where there is none.
func (t Templates) find(w rules.Window, code string, tone rules.Tone) (*template, string, error) {
	ours, err := builtIn()
	if err != nil {
		return nil, "", err
	}
	for _, c := range []string{code, "en"} {
		if _, ok := lang.Of(c); !ok {
			continue
		}
		for _, k := range []string{key(w, c, tone), key(w, c, "")} {
			if tpl := t.own[k]; tpl != nil {
				return tpl, c, nil
			}
		}
		if tpl := ours[key(w, c, tone)]; tpl != nil {
			return tpl, c, nil
		}
	}
	return nil, "", fmt.Errorf("there is no letter for %s", w)
}

// List names every template, the user's in place of ours that they replace,
// by window, language and tone.
func (t Templates) List() []Info {
	var out []Info
	for _, w := range windows {
		for _, l := range lang.All {
			for _, tone := range []rules.Tone{"", rules.ToneFormal, rules.ToneInformal} {
				k := key(w, l.Code, tone)
				_, ours := l.Letters.Texts[strings.TrimSuffix(string(w)+"."+string(tone), ".")]
				switch {
				case t.own[k] != nil:
					out = append(out, Info{Name: k, Source: t.files[k]})
				case ours && (tone == "" || t.own[key(w, l.Code, "")] == nil):
					out = append(out, Info{Name: k, Source: "built in"})
				}
			}
		}
	}
	return out
}

// Show gives the text of the template with that name, the user's before ours.
func (t Templates) Show(name string) (string, error) {
	name = strings.TrimSuffix(name, ".txt")
	if text, ok := t.texts[name]; ok {
		return text, nil
	}
	w, rest, _ := strings.Cut(name, ".")
	code, tone, _ := strings.Cut(rest, ".")
	l, ok := lang.Of(code)
	text, has := l.Letters.Texts[strings.TrimSuffix(w+"."+tone, ".")]
	if !ok || !has {
		return "", fmt.Errorf("there is no template %q; `inboxwatch templates list` names them all", name)
	}
	return text, nil
}

// checkName says whether name is that of a template a user may write, and if
// not, why.
func checkName(name string) error {
	p := strings.Split(name, ".")
	w := rules.Window(p[0])
	if !slices.Contains(windows, w) {
		return fmt.Errorf("there is no window %q: begin the name with thank-you, continued-interest, call or trial-offer", p[0])
	}
	if len(p) < 2 || len(p) > 3 {
		return fmt.Errorf("name it like %s.en.txt or %s.en.formal.txt", w, w)
	}
	if _, ok := lang.Of(p[1]); !ok {
		return fmt.Errorf("there is no language %q: it is one of %s", p[1], languages())
	}
	if len(p) == 3 && (w == rules.Call || p[2] != string(rules.ToneFormal) && p[2] != string(rules.ToneInformal)) {
		return fmt.Errorf("there is no tone %q here: name it %s.%s.txt", p[2], w, p[1])
	}
	return nil
}

func languages() string {
	var codes []string
	for _, l := range lang.All {
		codes = append(codes, l.Code)
	}
	return strings.Join(codes, ", ")
}
