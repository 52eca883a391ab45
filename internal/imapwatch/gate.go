package imapwatch

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// gate decides which commands may leave the machine. It stands below go-imap
// and below our own code, so that even a bug above cannot change a message
// outside Drafts, set \Seen, or send anything but what is listed here.
type gate struct {
	drafts, trash string // names as shown; "" until the folders are known
	writable      bool   // Drafts is selected for writing
	opened        bool   // a folder was just opened or left
	idle          bool   // IDLE runs: only DONE may follow
	rest          int64  // bytes of a literal still to pass
	inside        bool   // after a literal: the line belongs to the same command
	whole         bool   // all bytes of the newest literal have passed
	line          []byte // an unfinished line
	verbs         map[string]int
}

const maxCommandLine = 8192

// check passes p through and gives what may be written now. An error is a
// bug of ours: the caller closes the connection.
func (g *gate) check(p []byte) ([]byte, error) {
	var out []byte
	for len(p) > 0 {
		if g.rest > 0 {
			n := min(int64(len(p)), g.rest)
			out, p, g.rest = append(out, p[:n]...), p[n:], g.rest-n
			g.whole = g.rest == 0
			continue
		}
		i := bytes.IndexByte(p, '\n')
		if i < 0 {
			if g.line = append(g.line, p...); len(g.line) > maxCommandLine {
				return nil, fmt.Errorf("command line too long")
			}
			return out, nil
		}
		g.line = append(g.line, p[:i+1]...)
		p = p[i+1:]
		if err := g.allow(string(g.line)); err != nil {
			return nil, err
		}
		out = append(out, g.line...)
		g.line = g.line[:0]
	}
	return out, nil
}

// allow judges one line.
func (g *gate) allow(line string) error {
	line = strings.TrimRight(line, "\r\n")
	if g.inside {
		g.inside = false
		if line != "" {
			return fmt.Errorf("more after a message than its end")
		}
		return nil
	}
	if g.idle {
		g.idle = false
		if line != "DONE" {
			return fmt.Errorf("a command during IDLE")
		}
		return nil
	}
	_, cmd, _ := strings.Cut(line, " ")
	verb, args, _ := strings.Cut(cmd, " ")
	verb = strings.ToUpper(verb)
	if verb == "UID" {
		var sub string
		sub, args, _ = strings.Cut(args, " ")
		verb += " " + strings.ToUpper(sub)
	}
	if g.verbs == nil {
		g.verbs = map[string]int{}
	}
	g.verbs[verb]++
	if strings.HasSuffix(args, "}") && verb != "APPEND" {
		return fmt.Errorf("a literal in %s", verb)
	}
	return g.judge(verb, args)
}

func (g *gate) judge(verb, args string) error {
	switch verb {
	case "CAPABILITY", "NOOP", "LOGOUT", "STARTTLS", "LOGIN", "AUTHENTICATE", "ID", "COMPRESS", "LIST", "STATUS", "UID SEARCH", "SEARCH":
		return nil
	case "IDLE":
		g.idle = true
		return nil
	case "EXAMINE", "UNSELECT":
		g.writable, g.opened = false, true
		return nil
	case "SELECT":
		g.writable, g.opened = false, true
		if !sameFolder(args, g.drafts) {
			return fmt.Errorf("SELECT of %q, which is not the drafts folder", args)
		}
		g.writable = true
		return nil
	case "UID FETCH", "FETCH":
		return allowFetch(args)
	case "APPEND":
		return g.allowAppend(args)
	case "UID MOVE", "UID COPY", "UID STORE", "UID EXPUNGE":
		return g.allowRemoval(verb, args)
	}
	return fmt.Errorf("the command %s", verb)
}

// allowFetch lets pass only items that leave no trace: no BODY[ without
// PEEK, no RFC822, nothing that would make the server parse a message.
func allowFetch(args string) error {
	_, items, _ := strings.Cut(args, " ")
	items = strings.ToUpper(items)
	for _, it := range fetchItem.FindAllString(items, -1) {
		switch {
		case it == "UID", it == "FLAGS", it == "INTERNALDATE", it == "RFC822.SIZE", it == "MODSEQ",
			strings.HasPrefix(it, "BODY.PEEK["):
		default:
			return fmt.Errorf("FETCH of %q", it)
		}
	}
	return nil
}

// An item is a word, with everything in its brackets.
var fetchItem = regexp.MustCompile(`[A-Z0-9.]+(?:\[[^\]]*\])?(?:<[0-9.]*>)?`)

var appendArgs = regexp.MustCompile(`^("(?:[^"\\]|\\.)*"|[^ "]+) (\([^)]*\)) \{(\d{1,8})\+?\}$`)

func (g *gate) allowAppend(args string) error {
	m := appendArgs.FindStringSubmatch(args)
	if m == nil || !sameFolder(m[1], g.drafts) {
		return fmt.Errorf("APPEND elsewhere than to the drafts folder")
	}
	if !strings.Contains(m[2], `\Draft`) {
		return fmt.Errorf(`APPEND without \Draft`)
	}
	g.rest, _ = strconv.ParseInt(m[3], 10, 64)
	g.inside, g.whole = true, g.rest == 0
	return nil
}

// allowRemoval lets one message at a time out of Drafts, by its UID.
func (g *gate) allowRemoval(verb, args string) error {
	if !g.writable {
		return fmt.Errorf("%s outside the drafts folder", verb)
	}
	uid, rest, _ := strings.Cut(args, " ")
	if _, err := strconv.ParseUint(uid, 10, 32); err != nil {
		return fmt.Errorf("%s of more than one message", verb)
	}
	switch verb {
	case "UID MOVE", "UID COPY":
		if !sameFolder(rest, g.trash) {
			return fmt.Errorf("%s elsewhere than to the trash", verb)
		}
	case "UID STORE":
		if rest != `+FLAGS.SILENT (\Deleted)` && rest != `+FLAGS (\Deleted)` && rest != `-FLAGS.SILENT (\Deleted)` {
			return fmt.Errorf("UID STORE of %q", rest)
		}
	}
	return nil
}

// sameFolder compares a name on the wire with a name as shown.
func sameFolder(wire, name string) bool {
	if name == "" {
		return false
	}
	if strings.HasPrefix(wire, `"`) && strings.HasSuffix(wire, `"`) && len(wire) > 1 {
		wire = strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(wire[1 : len(wire)-1])
	}
	return wire == encodeUTF7(name)
}
