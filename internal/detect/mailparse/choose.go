package mailparse

import (
	"bytes"
	"strings"

	"github.com/jhillyerd/enmime/v2"
)

// chooseText turns the text parts into one body. Of an alternative the plain
// text is taken, unless it only stands in for the HTML; parts that are no
// alternatives follow one another.
func (w *walker) chooseText() body {
	var out body
	done := map[int]bool{}
	for i, l := range w.leaves {
		if l.alt == 0 {
			out.add(l.convert())
			continue
		}
		if done[l.alt] {
			continue
		}
		done[l.alt] = true
		var plain, rich body
		for _, m := range w.leaves[i:] {
			switch {
			case m.alt != l.alt:
			case m.html:
				rich.add(m.convert())
			default:
				plain.add(m.convert())
			}
		}
		out.add(better(plain, rich))
	}
	return out
}

func (l leaf) convert() body {
	if l.html {
		return fromHTML(l.text)
	}
	return body{lines: fromPlain(l.text)}
}

func (b *body) add(o body) {
	if len(b.lines) > 0 && len(o.lines) > 0 {
		b.lines = append(b.lines, line{})
	}
	b.lines = append(b.lines, o.lines...)
	b.html = b.html || o.html
	b.hidden = tidy(b.hidden + "\n" + o.hidden)
	b.struck = tidy(b.struck + "\n" + o.struck)
	b.links = append(b.links, o.links...)
	b.linked = append(b.linked, o.linked...)
}

// better chooses between the two forms of one text.
func better(plain, rich body) body {
	if len(rich.lines) == 0 {
		return plain
	}
	p, r := letters(plain.lines), letters(rich.lines)
	switch {
	case p < 40, p*3 < r, rich.struck != "", r > p && pointsToHTML(plain.lines):
		return rich
	}
	plain.links, plain.linked = rich.links, rich.linked
	return plain
}

// letters counts the bytes of words, web addresses aside: trackers make plain
// parts long.
func letters(lines []line) (n int) {
	for _, l := range lines {
		for w := range strings.FieldsSeq(l.text) {
			if !strings.Contains(w, "://") {
				n += len(w)
			}
		}
	}
	return n
}

// pointsToHTML reports a plain part that only tells to open the HTML one.
func pointsToHTML(lines []line) bool {
	if letters(lines) > 400 {
		return false
	}
	return strings.Contains(strings.ToLower(joinLines(lines)), "html")
}

// rescue reads a mail whose parts could not be told apart: by enmime where
// that is safe, else as raw text.
func (w *walker) rescue(raw, body []byte) {
	if rescuable(raw) {
		if w.enmime(raw); w.hasText() || len(w.calendars) > 0 {
			w.problem("the parts are broken; a second reader found the text")
			return
		}
	}
	w.problem("the parts are broken; the text was read as it stands")
	w.rawText(body)
}

const (
	maxRescue     = 512 << 10
	maxBoundaries = 12
)

// rescuable reports a mail that enmime reads in bounded time: it takes twice
// as long for every nested multipart that is not closed, and does not end on
// thousands of parts.
func rescuable(raw []byte) bool {
	if len(raw) > maxRescue || bytes.Count(raw, []byte("\n--")) > maxParts {
		return false
	}
	low := bytes.ToLower(raw)
	n := 0
	for rest := low; ; n++ {
		i := bytes.Index(rest, []byte("boundary"))
		if i < 0 {
			break
		}
		if n >= maxBoundaries {
			return false
		}
		rest = rest[i+len("boundary"):]
		name := boundaryValue(rest)
		if name != "" && n > 0 && !bytes.Contains(low, []byte("--"+name+"--")) {
			return false
		}
	}
	return true
}

// boundaryValue reads ="value" or =value.
func boundaryValue(b []byte) string {
	b = bytes.TrimLeft(b[:min(len(b), 300)], " \t\r\n")
	if len(b) == 0 || b[0] != '=' {
		return ""
	}
	b = bytes.TrimLeft(b[1:], " \t\r\n")
	if len(b) > 0 && b[0] == '"' {
		if i := bytes.IndexByte(b[1:], '"'); i >= 0 {
			return string(b[1 : i+1])
		}
	}
	if i := bytes.IndexAny(b, " \t\r\n;\""); i >= 0 {
		b = b[:i]
	}
	return string(b)
}

// rescuer is enmime without its guessing of character sets, which costs more
// than all else together, and with every leniency it has.
var rescuer = enmime.NewParser(
	enmime.DisableCharacterDetection(true),
	enmime.DisableTextConversion(true),
	enmime.SkipMalformedParts(true),
	enmime.MultipartWOBoundaryAsSinglePart(true),
	enmime.SetReadPartErrorPolicy(enmime.AllowCorruptTextPartErrorPolicy),
)

func (w *walker) enmime(raw []byte) {
	defer func() {
		if recover() != nil {
			w.problem("the second reader failed")
		}
	}()
	env, err := rescuer.ReadEnvelope(bytes.NewReader(raw))
	if err != nil {
		return
	}
	w.alts++
	if env.Text != "" {
		w.addText([]byte(env.Text), nil, false, w.alts)
	}
	if env.HTML != "" {
		w.addText([]byte(env.HTML), nil, true, w.alts)
	}
	for _, list := range [][]*enmime.Part{env.OtherParts, env.Attachments, env.Inlines} {
		for _, p := range list {
			name := fileName(p.FileName)
			if p.ContentType != "text/calendar" && !strings.HasSuffix(strings.ToLower(name), ".ics") {
				w.attachment(name)
			} else if len(w.calendars) < maxCalendars && len(p.Content) > 0 {
				w.calendars = append(w.calendars, Calendar{Name: name, Data: p.Content[:min(len(p.Content), maxCalendar)]})
			}
		}
	}
}

// rawText takes the body as text: the part headers of a broken multipart are
// passed over, the first text part's coding is undone.
func (w *walker) rawText(body []byte) {
	var p part
	for range 20 {
		t := bytes.TrimLeft(body, "\r\n")
		if !bytes.HasPrefix(t, []byte("--")) {
			break
		}
		_, next := cutLine(t, 0)
		fs, rest, _ := scanHeader(t[next:])
		if len(fs) == 0 || fs.get("Content-Type") == "" {
			break
		}
		p, body = part{fs.get("Content-Type"), fs.get("Content-Transfer-Encoding"), ""}, rest
	}
	media, params := parseMedia(p.contentType)
	b, _ := w.decode(p.encoding, bytes.NewReader(body), maxTextBytes)
	w.addText(b, params, media == "text/html", 0)
}
