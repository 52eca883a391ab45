package detect

import (
	"strings"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/detect/when"
)

// quoteBlock is one mail of a thread inside the quoted text.
type quoteBlock struct {
	text  string
	ref   time.Time // when it was written, or zero
	owner bool      // the owner wrote it
}

// quoteBlocks parts the quoted text at the lines with which clients begin a
// quote, and reads when each was written.
func quoteBlocks(m *mailparse.Message, o Owner, c when.Context) []quoteBlock {
	var out []quoteBlock
	text := clipBytes(m.Quoted, maxTimedText)
	cur := quoteBlock{}
	start := 0
	for i := 0; i < len(text) && len(out) < 12; {
		e := strings.IndexByte(text[i:], '\n')
		if e < 0 {
			e = len(text) - i
		}
		line := text[i : i+e]
		if at, ok := attributionTime(text, i, line, c); ok {
			end, writer := i, attributionText(text, i)
			if from, to, ok := senderLine(text, i); ok && dateLabel(line) {
				end, writer = max(start, min(i, from)), text[from:to]
			}
			if strings.TrimSpace(text[start:end]) != "" {
				cur.text = text[start:end]
				out = append(out, cur)
			}
			cur = quoteBlock{ref: at, owner: namesOwner(writer, o)}
			start = i + e
		}
		i += e + 1
	}
	cur.text = text[start:]
	return append(out, cur)
}

// attributionText is the line at i and the two after it.
func attributionText(text string, i int) string {
	end := i
	for n := 0; n < 3 && end < len(text); n++ {
		k := strings.IndexByte(text[end:], '\n')
		if k < 0 {
			return text[i:]
		}
		end += k + 1
	}
	return text[i:end]
}

// attributionTime reports whether the line begins a quoted mail ("On … wrote:",
// "Sent: …") and when that was written.
func attributionTime(text string, i int, line string, c when.Context) (time.Time, bool) {
	l := strings.TrimLeft(line, "> *\t")
	sent := dateLabel(l) && namesSender(text, i)
	rest := attributionText(text, i)
	if len(rest) > 300 {
		rest = clipBytes(rest, 300)
	}
	if !sent {
		k := strings.IndexByte(rest, '@')
		if k < 0 && !strings.HasSuffix(strings.TrimSpace(l), ":") || !strings.ContainsAny(l, "0123456789") || len(l) > 200 {
			return time.Time{}, false
		}
		if p := strings.TrimRight(strings.TrimSpace(rest), ">"); k >= 0 && !strings.Contains(p, ":") {
			return time.Time{}, false
		}
		if !startsAttribution(l) && !tellsWriter(l) && !(strings.Contains(l, "@") && strings.HasSuffix(strings.TrimSpace(l), ":")) {
			return time.Time{}, false
		}
	}
	for _, f := range when.Find(l, c) {
		if f.HasDate {
			return f.Start.At, true
		}
	}
	return time.Time{}, false
}

var sentLabels = map[string]bool{"sent": true, "date": true, "gesendet": true, "datum": true, "envoyé": true, "enviado": true,
	"enviado el": true, "fecha": true, "verzonden": true, "inviato": true, "data": true, "enviada": true, "enviado em": true, "wysłano": true, "enviada em": true}

// startsAttribution: "On …", "Am …", "Le …", "El …", "Op …", "Il …", "Em …", "Dnia …".
func startsAttribution(l string) bool {
	w, _, _ := strings.Cut(l, " ")
	switch strings.ToLower(w) {
	case "on", "am", "le", "el", "op", "il", "em", "a", "w", "dnia", "no", "na", "date", "den", "vom", "da", "pe":
		return true
	}
	return len(w) > 0 && w[0] >= '0' && w[0] <= '9'
}

// tellsWriter: "Jane Doe wrote on 17 March at 18:02:".
func tellsWriter(l string) bool {
	l = strings.TrimSpace(l)
	if !strings.HasSuffix(l, ":") {
		return false
	}
	for w := range strings.FieldsSeq(l) {
		if writeWords[strings.ToLower(strings.Trim(w, ",:"))] {
			return true
		}
	}
	return false
}

// writeWords is "wrote" in our languages.
var writeWords = map[string]bool{"wrote": true, "writes": true, "schrieb": true, "écrit": true, "écrivait": true, "escribió": true, "schreef": true,
	"scritto": true, "scrisse": true, "escreveu": true, "napisał": true, "napisała": true, "napisał(a)": true, "pisze": true}

func namesOwner(s string, o Owner) bool {
	for _, a := range o.Addresses {
		if a != "" && strings.Contains(strings.ToLower(s), strings.ToLower(a)) {
			return true
		}
	}
	return o.Name != "" && strings.Contains(s, o.Name)
}

// namesSender reports whether a line such as "From: …" stands within three lines
// of the one at i: else "Date: …" is a row of the mail itself.
func namesSender(text string, i int) bool {
	a, b := linesAround(text, i)
	for line := range strings.SplitSeq(text[a:b], "\n") {
		if fromLabels[labelOf(line)] {
			return true
		}
	}
	return false
}

// senderLine gives the line within three of the one at i that names who wrote
// the mail: Outlook puts "From:" before "Sent:", others after it.
func senderLine(text string, i int) (from, to int, ok bool) {
	a, b := linesAround(text, i)
	for a < b {
		e := a + len(text[a:b])
		if k := strings.IndexByte(text[a:b], '\n'); k >= 0 {
			e = a + k
		}
		if l := labelOf(text[a:e]); fromLabels[l] && !toLabels[l] {
			return a, e, true
		}
		a = e + 1
	}
	return 0, 0, false
}

// linesAround gives the three lines before the one at i, it, and two more.
func linesAround(text string, i int) (int, int) {
	start := i
	for n := 0; n < 3 && start > 0; n++ {
		start = strings.LastIndexByte(text[:start-1], '\n') + 1
	}
	return start, i + len(attributionText(text, i))
}

// labelOf is the word before a line's colon, in lower case; "" without one.
func labelOf(line string) string {
	head, _, ok := strings.Cut(strings.TrimLeft(line, "> *\t"), ":")
	if !ok {
		return ""
	}
	return strings.ToLower(strings.Trim(head, "* "))
}

// dateLabel reports whether a line is one of a quoted mail's headers, that of its date.
func dateLabel(line string) bool { return sentLabels[labelOf(line)] }

// toLabels are those of fromLabels that name the recipient. "A" and "da" are
// either, by language.
var toLabels = map[string]bool{"to": true, "an": true, "à": true, "para": true, "aan": true, "a": true, "do": true}

var fromLabels = map[string]bool{"from": true, "von": true, "de": true, "van": true, "da": true, "od": true, "to": true, "an": true, "à": true, "para": true, "aan": true, "a": true, "do": true}
