package detect

import "strings"

// setPassages cuts the mail into the passages that are read.
func (w *whoReader) setPassages() {
	m := w.m
	add := func(source, text string, wrapped bool) *passage {
		p := newPassage(source, text, wrapped)
		if len(p.toks) > 0 {
			w.passages = append(w.passages, p)
		}
		return p
	}
	subject := newPassage(sourceSubject, trimSubject(m.Subject), false)
	w.subjects = append(w.subjects, subject)
	w.passages = append(w.passages, subject)
	w.text = add(sourceText, m.Text, !m.FromHTML)
	w.sign = add(sourceSignature, m.Signature, false)
	told := make(map[string]bool) // the same event often comes inline and as a file
	for _, c := range w.in.Calendars {
		for i, e := range c.Events {
			if i > 2 || len(told) > 4 {
				break
			}
			if told[e.Summary+"\n"+e.Location] {
				continue
			}
			told[e.Summary+"\n"+e.Location] = true
			w.subjects = append(w.subjects, newPassage(sourceSummary, trimSubject(e.Summary), false))
			w.passages = append(w.passages, w.subjects[len(w.subjects)-1])
			if !strings.Contains(m.Text, firstLine(e.Desc)) || e.Desc == "" {
				add(sourceDesc, e.Desc, false)
			}
			add(sourcePlace, e.Location, false)
		}
	}
	for i, f := range m.Forwarded {
		if i > 2 {
			break
		}
		if f.Subject != "" && f.Subject != m.Subject {
			w.subjects = append(w.subjects, newPassage(sourceForwarded, trimSubject(f.Subject), false))
		}
		add(sourceForwarded, f.Text+"\n\n"+f.Signature, !f.FromHTML)
		for k, g := range f.Forwarded {
			if k > 1 {
				break
			}
			add(sourceForwarded, g.Text+"\n\n"+g.Signature, !g.FromHTML)
		}
	}
	if q := m.Quoted; q != "" {
		add(sourceQuoted, q[:min(len(q), 6<<10)], !m.FromHTML)
	}
}

func firstLine(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// replyMarks stand before a subject.
var replyMarks = setOf([]string{"re", "aw", "wg", "fw", "fwd", "rv", "tr", "rép", "ref", "antw", "odp", "res", "enc", "r", "i", "rif", "pd", "sv", "vs", "vl", "doorst", "vb"})

// trimSubject cuts reply marks, and what calendars add after the title: the
// time and the guest's address.
func trimSubject(s string) string {
	for {
		i := strings.IndexByte(s, ':')
		if i < 0 || !replyMarks[strings.TrimSpace(lowerSame(s[:i]))] {
			break
		}
		s = strings.TrimSpace(s[i+1:])
	}
	if i := strings.LastIndexByte(s, '['); i > 0 && strings.HasSuffix(s, "]") {
		s = strings.TrimSpace(s[:i]) // a mark of secrecy or of a list
	}
	if i := strings.LastIndex(s, " @ "); i > 0 && strings.ContainsAny(s[i:], "0123456789") {
		s = s[:i]
	}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.Contains(s[i:], "@") {
		s = strings.TrimSpace(s[:i])
		// Localised calendars: "… - Do. 5. März 2026 11:00 - 11:45 (MEZ)".
		if j := strings.Index(s, " - "); j > 0 && strings.HasSuffix(s, ")") {
			for k := j; k >= 0 && k < len(s); {
				rest := s[k+3:]
				if n := strings.Index(rest, " - "); n >= 0 && !strings.ContainsAny(rest[:n], ":") {
					k += 3 + n
					continue
				}
				if strings.Contains(rest, ":") {
					s = s[:k]
				}
				break
			}
		}
	}
	return s
}
