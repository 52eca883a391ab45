package drafts

import (
	"slices"
	"strings"
	"time"

	"inboxwatch/internal/rules"
)

// Written is when a stored draft says that it was written; zero where it does
// not say so in a form that can be read.
func Written(raw []byte) time.Time {
	_, date := envelope(raw)
	return date
}

// Recognise tells whether a stored draft is, word for word, one that Compose
// writes for d at the moment that the draft itself bears, in any of the
// template's wordings, and gives its Hash. It is the proof that nothing in it is
// the user's where no journal holds a hash of what was put there. d must be
// what was known at that moment; Due names the window and the Message-ID. What
// cannot be proved is not ours.
func Recognise(raw []byte, d rules.Decision, s rules.Settings, t Templates) (string, bool) {
	hash, err := Hash(raw)
	written := Written(raw)
	if err != nil || written.IsZero() {
		return "", false
	}
	out, tpl, v, err := outline(d, s, written, t)
	if err != nil {
		return "", false
	}
	choice, ok := tpl.wordings(v, paragraphsOf(raw))
	if !ok {
		return "", false
	}
	out.Body = tpl.body(v, choice)
	ours, err := out.Bytes()
	if err != nil {
		return "", false
	}
	again, err := Hash(ours)
	return hash, err == nil && again == hash
}

// Prove gives the events the hash of the copy in Drafts that is proved to be
// ours, where the journal holds none, or only that of another try. recognise is
// asked for each; see Recognise.
func Prove(found []Found, events []rules.DraftEvent, recognise func(e rules.DraftEvent, raw []byte) (hash string, ours bool)) []rules.DraftEvent {
	out := slices.Clone(events)
	for i, e := range out {
		if e.Hash != "" && e.State != rules.DraftIntended {
			continue
		}
		live := slices.DeleteFunc(copiesOf(found, e.MessageID), func(f Found) bool { return !f.live() })
		if len(live) == 0 || untouched(e.Hash)(live[0].Raw) {
			continue
		}
		if hash, ours := recognise(e, live[0].Raw); ours { // the lowest UID is the one that stays
			out[i].Hash = hash
		}
	}
	return out
}

// paragraphsOf gives the paragraphs of a stored plain text as plain has them.
func paragraphsOf(raw []byte) []string {
	body, err := plainBody(raw)
	if err != nil || body == "" {
		return nil
	}
	return strings.Split(body, "\n\n")
}

// wordings finds the wording of every paragraph in which the template gives
// just these paragraphs.
func (t *template) wordings(v values, want []string) ([]int, bool) {
	choice := make([]int, len(t.paragraphs))
	var from func(i int, want []string) bool
	from = func(i int, want []string) bool {
		if i == len(t.paragraphs) {
			return len(want) == 0
		}
		for k, s := range t.paragraphs[i] {
			text := strings.Join(strings.Fields(s.string(v)), " ")
			choice[i] = k
			switch {
			case text == "":
				if from(i+1, want) {
					return true
				}
			case len(want) > 0 && text == want[0] && from(i+1, want[1:]):
				return true
			}
		}
		return false
	}
	return choice, from(0, want)
}
