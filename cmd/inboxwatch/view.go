package main

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"inboxwatch/internal/rules"
)

// All texts for people about interviews stand in this file.

// windowWords names each window as a person would.
var windowWords = map[rules.Window]string{
	rules.ThankYou:          "thank-you",
	rules.ContinuedInterest: "second mail",
	rules.Call:              "ring up",
	rules.TrialOffer:        "trial offer",
}

// stateWords names each state, the colour that shows its urgency (ANSI 16
// colours, so that the terminal's own theme decides), and whether something may
// still come.
var stateWords = map[rules.State]struct {
	words, colour string
	open          bool
}{
	rules.Upcoming:      {"to come", "6", true},
	rules.AwaitingReply: {"awaiting a reply", "3", true},
	rules.OnHold:        {"on hold", "4", true},
	rules.Advanced:      {"next round", "2", false},
	rules.Offered:       {"offered", "2", false},
	rules.Rejected:      {"rejected", "8", false},
	rules.Cancelled:     {"cancelled", "8", false},
	rules.Closed:        {"closed", "8", false},
}

// draftWords says where a draft is.
var draftWords = map[rules.DraftState]string{
	rules.DraftIntended:  "being placed",
	rules.DraftWaiting:   "waiting in Drafts",
	rules.DraftEdited:    "edited by you",
	rules.DraftSent:      "sent",
	rules.DraftDeleted:   "deleted by you",
	rules.DraftWithdrawn: "withdrawn",
}

// interviewJSON is a line of status --json, as the contract's section 5 has it.
type interviewJSON struct {
	ID      string         `json:"id"`
	Account string         `json:"account"`
	Company *string        `json:"company"`
	Role    *string        `json:"role"`
	Start   *string        `json:"start"`
	End     *string        `json:"end"`
	Contact *rules.Contact `json:"contact"`
	State   rules.State    `json:"state"`
	Window  *rules.Window  `json:"window"`
	Next    *nextJSON      `json:"next"`
	Reason  string         `json:"reason"`
	Drafts  []draftJSON    `json:"drafts"`
}

type nextJSON struct {
	Window rules.Window `json:"window"`
	At     string       `json:"at"`
}

type draftJSON struct {
	Window    rules.Window     `json:"window"`
	MessageID string           `json:"message_id"`
	Folder    string           `json:"folder"`
	State     rules.DraftState `json:"state"`
	At        string           `json:"at"`
}

// orNull gives nil for the zero value: what is not known is null in JSON.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// toJSON shows a decision as the contract's status --json does.
func toJSON(d rules.Decision) interviewJSON {
	iv := d.Interview
	j := interviewJSON{
		ID: iv.ID, Account: iv.Account, Company: orNull(iv.Company), Role: orNull(iv.Role),
		Start: orNull(iv.Start.String()), End: orNull(iv.End.String()), Contact: orNull(iv.Contact),
		State: d.State, Window: orNull(d.Window), Reason: d.Reason, Drafts: []draftJSON{},
	}
	if d.Next != nil {
		j.Next = &nextJSON{d.Next.Window, d.Next.At.Format(time.RFC3339)}
	}
	for _, dr := range iv.Drafts {
		if dr.State == rules.DraftIntended {
			continue // not known to be there; the next pass decides
		}
		j.Drafts = append(j.Drafts, draftJSON{dr.Window, dr.MessageID, dr.Folder, dr.State, dr.PlacedAt.Format(time.RFC3339)})
	}
	return j
}

// writeStatusJSON prints one array.
func writeStatusJSON(w io.Writer, ds []rules.Decision) error {
	rows := make([]interviewJSON, len(ds))
	for i, d := range ds {
		rows[i] = toJSON(d)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(rows)
}

// title names an interview in one line.
func title(iv rules.Interview) string {
	name := iv.Company
	if name == "" {
		name = iv.Contact.Name
	}
	if name == "" {
		name = "(company not known)"
	}
	if iv.Role != "" {
		name += ", " + iv.Role
	}
	return clean(name)
}

// spoken writes a moment as a person says it, in its own zone.
func spoken(w rules.When) string {
	switch {
	case w.Zero():
		return "time not certain"
	case w.DayOnly:
		return w.At.Format("Mon 2 Jan 2006")
	}
	return w.At.Format("Mon 2 Jan 2006, 15:04")
}

// brief is spoken for a narrow column.
func brief(w rules.When) string {
	switch {
	case w.Zero():
		return "time not certain"
	case w.DayOnly:
		return w.At.Format("Mon 2 Jan 2006")
	}
	return w.At.Format("Mon 2 Jan, 15:04")
}

// nextWords says what comes next: "Sun 15 Nov: second mail, unless they
// answer".
func nextWords(d rules.Decision) string {
	s := nextBrief(d)
	if depends(d) {
		s += unlessAnswered
	}
	return s
}

const unlessAnswered = ", unless they answer"

// depends reports whether the next step falls away if they answer first.
func depends(d rules.Decision) bool {
	return d.Due == nil && d.Next != nil && d.Next.Window != rules.ThankYou
}

// nextBrief is nextWords for a narrow column: "Sun 15 Nov: second mail".
func nextBrief(d rules.Decision) string {
	if d.Due != nil {
		return windowWords[d.Due.Window] + " now"
	}
	if d.Next == nil {
		if slices.ContainsFunc(d.Interview.Drafts, waits) {
			return "see Drafts"
		}
		return "nothing"
	}
	at := d.Next.At
	if loc := d.Interview.Start.At.Location(); !d.Interview.Start.Zero() {
		at = at.In(loc)
	}
	return at.Format("Mon 2 Jan") + ": " + windowWords[d.Next.Window]
}

// waits reports whether a draft lies in Drafts for the user to send.
func waits(d rules.DraftEvent) bool {
	return d.State == rules.DraftWaiting || d.State == rules.DraftEdited
}

// wrap breaks a sentence into lines of at most width columns, each with the
// indent before it.
func wrap(s, indent string, width int) string {
	var b strings.Builder
	line := indent
	for word := range strings.FieldsSeq(s) {
		if ansi.StringWidth(line)+ansi.StringWidth(word)+1 > width && line != indent {
			b.WriteString(line + "\n")
			line = indent
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	b.WriteString(line + "\n")
	return b.String()
}
