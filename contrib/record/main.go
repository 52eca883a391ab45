// Command record draws the terminal run of the README: it lets the program tell
// its demo, and writes the parts named in shown as an SVG.
//
//	go run ./contrib/record > docs/demo.svg
package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"regexp"
	"strings"
)

// shown are the beginnings of the demo's paragraphs that the picture has; what
// lies between them is a line of dots.
var shown = []string{"Wed 7 Oct, 16:41", "Tue 13 Oct, 15:00", "Tue 20 Oct", "Where Robin stands", "Interview "}

const (
	until      = "2026-10-28T09:00:00Z" // the story is told this far: drafts wait
	columns    = 82
	charWidth  = 8.0
	lineHeight = 18
	top        = 52
)

// colours of the SGR codes that the program uses, legible on the dark ground.
var colours = map[string]string{"1": "b", "2": "f", "33": "y", "32": "g", "36": "c", "34": "u", "90": "f"}

var sgr = regexp.MustCompile("\x1b\\[([0-9;]*)m")

func main() {
	svg, err := record()
	if err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
	os.Stdout.Write(svg)
}

// record runs the demo with colours and draws it.
func record() ([]byte, error) {
	cmd := exec.Command("go", "run", "inboxwatch/cmd/inboxwatch", "--now", until, "demo")
	cmd.Env = append(os.Environ(), "CLICOLOR_FORCE=1", "TERM=xterm-256color", "NO_COLOR=")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("the demo: %v\n%s", err, errs.Bytes())
	}
	lines, err := choose(string(out))
	if err != nil {
		return nil, err
	}
	return draw(append([]string{"\x1b[1m$ inboxwatch --now " + until + " demo\x1b[m"}, lines...)), nil
}

// choose keeps the paragraphs that are shown.
func choose(out string) ([]string, error) {
	var lines []string
	found, dots := 0, false
	for para := range strings.SplitSeq(strings.TrimSpace(out), "\n\n") {
		plain := sgr.ReplaceAllString(para, "")
		if found == len(shown) || !strings.HasPrefix(plain, shown[found]) {
			if !dots && found < len(shown) {
				lines, dots = append(lines, "\x1b[2m  …\x1b[m"), true
			}
			continue
		}
		found, dots = found+1, false
		lines = append(append(lines, ""), strings.Split(para, "\n")...)
	}
	if found < len(shown) {
		return nil, fmt.Errorf("the demo has no paragraph that begins %q", shown[found])
	}
	return lines, nil
}

func draw(lines []string) []byte {
	var b bytes.Buffer
	width, height := int(columns*charWidth)+32, top+lineHeight*len(lines)+12
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="A run of inboxwatch demo in a terminal">
<style>text{font:13.3px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#d8dae3;white-space:pre}.b{font-weight:700;fill:#fff}.f{fill:#9aa0b2}.y{fill:#e8c06a}.g{fill:#83d39b}.c{fill:#78cbd6}.u{fill:#8fb4ff}</style>
<rect width="100%%" height="100%%" rx="10" fill="#191b22"/>
<circle cx="22" cy="20" r="6" fill="#e06c60"/><circle cx="42" cy="20" r="6" fill="#e3b14c"/><circle cx="62" cy="20" r="6" fill="#67b768"/>
`, width, height, width, height)
	for i, line := range lines {
		if line != "" {
			fmt.Fprintf(&b, "<text x=\"16\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", top+lineHeight*i, spans(line))
		}
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// spans turns a line's colours into tspans, each at its own column, so that a
// font of another width keeps the table's columns.
func spans(line string) string {
	var b strings.Builder
	class, column := "", 0
	for line != "" {
		text, code := line, ""
		at := sgr.FindStringSubmatchIndex(line)
		if at != nil {
			text, code = line[:at[0]], line[at[2]:at[3]]
			line = line[at[1]:]
		} else {
			line = ""
		}
		if text != "" {
			fmt.Fprintf(&b, `<tspan x="%.0f"`, 16+charWidth*float64(column))
			if class != "" {
				fmt.Fprintf(&b, ` class="%s"`, class)
			}
			fmt.Fprintf(&b, `>%s</tspan>`, html.EscapeString(text))
			column += len([]rune(text))
		}
		if at != nil {
			class = colours[code]
		}
	}
	return b.String()
}
