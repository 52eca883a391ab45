package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"inboxwatch/internal/rules"
)

const (
	statusWidth = 80 // columns, where no terminal says how many it has
	widest      = 120
	leastName   = 18 // columns for the interview's name; with fewer, no table
	statusGap   = 1
)

// widthOf is the width of what is written to, in columns.
func widthOf(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return min(n, widest)
		}
	}
	return statusWidth
}

// writeStatus prints the table that people read, below it what each interview
// waits for, and a line that counts. No line is longer than width, but for an id.
func writeStatus(w io.Writer, ds []rules.Decision, width int) error {
	if len(ds) == 0 {
		_, err := fmt.Fprint(w, wrap("No interviews yet. They appear once a confirmation lies in a watched folder "+
			"(`inboxwatch run` looks now; `inboxwatch add` tells of one that came by phone).", "", width))
		return err
	}
	name, full := columnsFor(ds, width)
	if name < leastName {
		name = width
		writeBlocks(w, ds, width)
	} else {
		writeTable(w, ds, name, full)
	}
	if !full && anyDepends(ds) {
		fmt.Fprint(w, "\n"+wrap("Each next step comes only if they have not answered by then.", "", width))
	}
	open, waiting := 0, 0
	for _, d := range ds {
		writeWhy(w, d, name, width)
		if stateWords[d.State].open {
			open++
		}
		for _, dr := range d.Interview.Drafts {
			if waits(dr) {
				waiting++
			}
		}
	}
	lie := "no draft waits"
	if waiting > 0 {
		lie = plural(waiting, "draft") + " in Drafts"
	}
	_, err := fmt.Fprint(w, "\n"+wrap(fmt.Sprintf("%s, %d open, %s. `inboxwatch explain ID` tells one's whole story.",
		plural(len(ds), "interview"), open, lie), "", width))
	return err
}

// columnsFor gives how many columns are left for the interview's name, and
// whether the next step can be told in full.
func columnsFor(ds []rules.Decision, width int) (name int, full bool) {
	longest := len("Interview")
	when, stands, short, words := len("When"), len("Where it stands"), len("Next step"), len("Next step")
	for _, d := range ds {
		longest = max(longest, ansi.StringWidth(title(d.Interview)))
		when = max(when, len(brief(d.Interview.Start)))
		stands = max(stands, len(stateWords[d.State].words))
		short = max(short, len(nextBrief(d)))
		words = max(words, len(nextWords(d)))
	}
	left := width - when - stands - 3*statusGap
	if left-words >= longest {
		return longest, true
	}
	return min(left-short, longest), !anyDepends(ds)
}

func anyDepends(ds []rules.Decision) bool {
	for _, d := range ds {
		if depends(d) {
			return true
		}
	}
	return false
}

func writeTable(w io.Writer, ds []rules.Decision, name int, full bool) {
	rows := make([][]string, len(ds))
	for i, d := range ds {
		next := nextBrief(d)
		if full {
			next = nextWords(d)
		}
		rows[i] = []string{ansi.Truncate(title(d.Interview), name, "…"), brief(d.Interview.Start), stateWords[d.State].words, next}
	}
	t := table.New().Wrap(false).Border(lipgloss.HiddenBorder()).
		BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).BorderColumn(false).BorderHeader(false).
		Headers("Interview", "When", "Where it stands", "Next step").Rows(rows...).
		StyleFunc(func(row, col int) lipgloss.Style {
			cell := lipgloss.NewStyle().PaddingRight(statusGap)
			if col == 0 {
				cell = cell.Width(name + statusGap)
			}
			if row == table.HeaderRow {
				return cell.Bold(true)
			}
			if col == 2 && row >= 0 && row < len(ds) {
				return cell.Foreground(lipgloss.Color(stateWords[ds[row].State].colour))
			}
			return cell
		})
	for line := range strings.Lines(t.String()) {
		lipgloss.Fprintln(w, strings.TrimRight(line, " \n"))
	}
}

// writeBlocks tells in three lines each what the table has no room for.
func writeBlocks(w io.Writer, ds []rules.Decision, width int) {
	for _, d := range ds {
		stands := lipgloss.NewStyle().Foreground(lipgloss.Color(stateWords[d.State].colour)).Render(stateWords[d.State].words)
		for _, line := range []string{
			strong.Render(title(d.Interview)),
			"  " + brief(d.Interview.Start) + ": " + stands,
			"  next: " + nextBrief(d),
		} {
			lipgloss.Fprintln(w, ansi.Truncate(line, width, "…"))
		}
	}
}

// writeWhy prints an interview's id, its name where the table cut it, the
// reason of where it stands, and its drafts.
func writeWhy(w io.Writer, d rules.Decision, name, width int) {
	fmt.Fprintf(w, "\n%s\n", clean(d.Interview.ID))
	if t := title(d.Interview); ansi.StringWidth(t) > name {
		fmt.Fprint(w, wrap(t, "  ", width))
	}
	fmt.Fprint(w, wrap(clean(d.Reason), "  ", width))
	for _, dr := range d.Interview.Drafts {
		if words := draftWords[dr.State]; words != "" {
			fmt.Fprintf(w, "  %s: %s\n", windowWords[dr.Window], words)
		}
	}
}
