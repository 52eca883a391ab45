package main

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"inboxwatch/internal/drafts"
	"inboxwatch/internal/rules"
)

// say prints a line of the story, with the moment before it where it is new.
func (st *demoStage) say(format string, args ...any) {
	when := st.now.In(st.e.settings.Location).Format("Mon 2 Jan, 15:04")
	if when != st.shown {
		lipgloss.Fprintf(st.out, "\n%s\n", strong.Render(when))
		st.shown = when
	}
	fmt.Fprint(st.out, wrap(fmt.Sprintf(format, args...), "  ", statusWidth))
}

// tell prints what a pass did.
func (st *demoStage) tell(s step) {
	switch s.did {
	case "read":
		st.tellMail(*s.seen)
	case drafts.DidPlace:
		st.say("%s: the %s is in Drafts now.", title(s.decision.Interview), windowWords[s.window])
		st.say("Why: %s", clean(s.reason))
		st.show(s.draft)
	case drafts.DidWithdraw:
		st.say("%s: the %s is moved from Drafts to Trash. %s", title(s.decision.Interview), windowWords[s.window], clean(s.reason))
	}
}

func (st *demoStage) tellMail(s rules.Seen) {
	if s.Mail.FromOwner {
		return
	}
	from := contactWords(rules.Contact{Name: s.Mail.From.Name})
	if from == "" {
		from = s.Mail.From.Address
	}
	st.say("Mail from %s, “%s”: %s.", clean(from), clean(s.Mail.Subject), kindWords[s.Facts.Kind])
	if s.Facts.Kind != rules.Confirmation {
		return
	}
	st.say("Found: %s, %s, %s, with %s.", clean(s.Facts.Company), clean(s.Facts.Role), spoken(s.Facts.Start), contactWords(s.Facts.Contact))
	var words []string
	for _, f := range []string{"company", "role", "start", "contact"} {
		for _, ev := range s.Facts.Evidence {
			if ev.Field == f {
				words = append(words, fmt.Sprintf("%s from “%s”", f, clean(ev.Text)))
				break
			}
		}
	}
	st.say("The words: %s.", strings.Join(words, "; "))
}

// show prints a draft as a mail program would.
func (st *demoStage) show(d drafts.Draft) {
	to := "(nobody yet)"
	if len(d.To) > 0 {
		to = contactWords(d.To[0])
	}
	var b strings.Builder
	fmt.Fprintf(&b, "    | To: %s\n    | Subject: %s\n    |\n", to, clean(d.Subject))
	for line := range strings.SplitSeq(strings.TrimSpace(d.Body), "\n") {
		b.WriteString(wrap(clean(line), "    | ", statusWidth))
	}
	for line := range strings.Lines(b.String()) {
		lipgloss.Fprintln(st.out, faint.Render(strings.TrimRight(line, " \n"))) // one by one: a block would be padded
	}
}

// changes tells where an interview stands once that is another place.
func (st *demoStage) changes(ds []rules.Decision) {
	for _, d := range ds {
		key := string(d.State)
		if d.State == rules.OnHold {
			key += d.Reason
		}
		if before, ok := st.stories[d.Interview.ID]; ok && before != key || !ok && d.State != rules.Upcoming {
			st.say("%s is now “%s”. %s", title(d.Interview), stateWords[d.State].words, clean(d.Reason))
		}
		st.stories[d.Interview.ID] = key
	}
}
