package mailparse

import (
	"bytes"
	"io"
	"mime"
	"path"
	"strings"

	"github.com/emersion/go-message/textproto"
)

// part is what a part's header says of its content.
type part struct {
	contentType, encoding, disposition string
}

// leaf is one text part, decoded. Leaves of one alternative share its number.
type leaf struct {
	text string
	html bool
	alt  int // 0: of none
}

// walker goes through the parts of one mail, each once, in order.
type walker struct {
	level     int // mails around this one
	media     string
	parts     int
	alts      int
	textLen   int
	leaves    []leaf
	calendars []Calendar
	inner     []*Message
	names     []string
	problems  []string
}

func (w *walker) problem(s string) { w.problems = appendOnce(w.problems, s) }

func (w *walker) hasText() bool {
	for _, l := range w.leaves {
		if strings.TrimSpace(l.text) != "" {
			return true
		}
	}
	return false
}

// walk reads the whole mail's content.
func (w *walker) walk(p part, body []byte) {
	w.media, _ = parseMedia(p.contentType)
	w.entity(p, bytes.NewReader(body), body, 0, 0)
}

// entity reads one part and those in it. whole is the part's raw body where it
// is at hand (at the top), else nil.
func (w *walker) entity(p part, r io.Reader, whole []byte, depth, alt int) {
	media, params := parseMedia(p.contentType)
	if media == "" || !strings.Contains(media, "/") {
		media = "text/plain" // RFC 2045 section 5.2
	}
	if strings.HasPrefix(media, "multipart/") {
		w.multipart(media, params["boundary"], r, whole, depth, alt)
		return
	}
	disposition, dparams := parseMedia(p.disposition)
	name := dparams["filename"]
	if name == "" {
		name = params["name"]
	}
	name = fileName(name)
	ext := strings.ToLower(path.Ext(name))
	switch {
	case media == "text/calendar" || media == "application/ics" || ext == ".ics" || ext == ".vcs":
		w.calendar(p, r, params, name)
	case media == "message/rfc822" || media == "message/global" || ext == ".eml":
		w.mail(p, r)
	case disposition == "attachment" || name != "" && media != "text/html" && ext != "":
		w.attachment(name)
	case media == "text/plain" || media == "text/html" || media == "text/enriched" || media == "application/xhtml+xml":
		w.text(p, r, params, media != "text/plain", alt)
	case media == "application/pkcs7-mime" || media == "application/x-pkcs7-mime":
		w.problem("the text is encrypted or wrapped in a signature and cannot be read")
		w.attachment(name)
	case media == "application/ms-tnef":
		w.problem("the content is a winmail.dat file and cannot be read")
		w.attachment(name)
	case name != "":
		w.attachment(name)
	}
}

func (w *walker) multipart(media, boundary string, r io.Reader, whole []byte, depth, alt int) {
	if depth >= maxDepth {
		w.problem("parts are nested too deep; the inner ones were not read")
		return
	}
	if boundary == "" && whole != nil {
		boundary = guessBoundary(whole)
	}
	if boundary == "" || len(boundary) > 200 {
		w.problem("a multipart names no boundary")
		return
	}
	if media == "multipart/alternative" {
		w.alts++
		alt = w.alts
	}
	mr := textproto.NewMultipartReader(r, boundary)
	for {
		sub, err := mr.NextPart()
		if err != nil {
			if err != io.EOF {
				w.problem("a multipart ends before its last boundary or has a broken part")
			}
			return
		}
		if w.parts++; w.parts > maxParts {
			w.problem("too many parts; the first ones were read")
			return
		}
		h := &sub.Header
		w.entity(part{h.Get("Content-Type"), h.Get("Content-Transfer-Encoding"), h.Get("Content-Disposition")}, sub, nil, depth+1, alt)
	}
}

func (w *walker) text(p part, r io.Reader, params map[string]string, html bool, alt int) {
	if w.textLen >= maxTextBytes {
		w.problem("more text than is read")
		return
	}
	b, cut := w.decode(p.encoding, r, maxTextBytes)
	if cut {
		w.problem("a text is too long; its beginning was read")
	}
	w.addText(b, params, html, alt)
}

func (w *walker) addText(b []byte, params map[string]string, html bool, alt int) {
	s, problem := toUTF8(b, params["charset"])
	if problem != "" {
		w.problem(problem)
	}
	if !html {
		html = looksHTML(s)
	} else if !strings.Contains(s, "<") {
		html = false
	}
	if !html {
		if strings.EqualFold(params["format"], "flowed") {
			s = unflow(s, strings.EqualFold(params["delsp"], "yes"))
		}
	}
	w.textLen += len(s)
	w.leaves = append(w.leaves, leaf{s, html, alt})
}

func (w *walker) calendar(p part, r io.Reader, params map[string]string, name string) {
	if len(w.calendars) >= maxCalendars {
		w.problem("too many calendars; the first ones were read")
		return
	}
	b, cut := w.decode(p.encoding, r, maxCalendar)
	if cut {
		w.problem("a calendar is too long; its beginning was read")
	}
	s, _ := toUTF8(b, params["charset"])
	if strings.TrimSpace(s) == "" {
		return
	}
	method := strings.ToUpper(oneLine(params["method"]))
	for i := range w.calendars { // the same file once inline and once attached
		if bytes.Equal(w.calendars[i].Data, []byte(s)) {
			if w.calendars[i].Method == "" {
				w.calendars[i].Method = method
			}
			return
		}
	}
	w.calendars = append(w.calendars, Calendar{Method: method, Name: name, Data: []byte(s)})
}

// mail reads a mail inside the mail.
func (w *walker) mail(p part, r io.Reader) {
	if w.level >= maxForward || len(w.inner) >= 5 {
		w.problem("mails inside mails are nested too deep or too many")
		return
	}
	b, _ := w.decode(p.encoding, r, maxCalendar)
	if len(b) > 0 {
		w.inner = append(w.inner, parse(b, w.level+1))
	}
}

func (w *walker) attachment(name string) {
	if name != "" && len(w.names) < maxNames {
		w.names = append(w.names, name)
	}
}

// parseMedia reads "type/subtype; name=value", leniently where the standard
// library refuses. The type is lower case.
func parseMedia(s string) (string, map[string]string) {
	if s == "" {
		return "", nil
	}
	if m, params, err := mime.ParseMediaType(s); err == nil {
		return m, params
	}
	media, rest, _ := strings.Cut(s, ";")
	params := map[string]string{}
	for range 20 {
		var p string
		p, rest, _ = strings.Cut(rest, ";")
		if k, v, ok := strings.Cut(p, "="); ok {
			k = strings.ToLower(strings.TrimSpace(k))
			if _, have := params[k]; !have {
				params[k] = strings.Trim(strings.TrimSpace(v), `"'`)
			}
		}
	}
	return strings.ToLower(oneLine(media)), params
}

// guessBoundary takes the first line that looks like a delimiter of parts.
func guessBoundary(body []byte) string {
	for pos := 0; pos < len(body) && pos < 16<<10; {
		line, next := cutLine(body, pos)
		after, _ := cutLine(body, next)
		if bytes.HasPrefix(line, []byte("--")) && len(line) > 4 && len(line) < 80 &&
			bytes.HasPrefix(bytes.ToLower(after), []byte("content-")) {
			return string(bytes.TrimRight(line[2:], " \t"))
		}
		pos = next
	}
	return ""
}

// fileName is an attachment's name for showing: one clean line, no path.
func fileName(s string) string {
	if s == "" {
		return ""
	}
	s = DecodeText(s)
	if i := strings.LastIndexAny(s, `/\`); i >= 0 {
		s = s[i+1:]
	}
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[len(s)-200:], "")
	}
	return s
}
