package imapwatch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// filter stands between the socket and go-imap and lets pass only the kinds
// of answer that this program asks for. go-imap gives up a connection on a
// word it does not know (VANISHED, a blank line, FLAGS NIL); a filter is
// cheaper than reconnecting, and the texts go-imap swallows (ALERT, BYE, "come
// back later") are seen here.
type filter struct {
	br      *bufio.Reader
	out     []byte // may be handed over
	lit     int64  // bytes of a literal still to come
	within  bool   // the answer goes on after a literal
	long    bool   // the line goes on beyond the buffer
	drop    bool   // the present answer is not handed over
	data    bool   // the present answer may hold literals
	fetch   bool   // the present answer is a FETCH
	line    []byte // the beginning of the newest line, for error texts
	tail    []byte // the end of a long line's last piece
	lineLen int64
	dropped int
	note    func(status, text string) // told of untagged OK, NO, BAD, BYE texts
	spend   func(n int, progress bool) error
	count   func(n int64, expunged bool) // told of EXISTS and EXPUNGE
}

const (
	maxLine    = 8 << 20 // a SEARCH answer of a million hits
	maxDropped = 10000
)

var errNonsense = errors.New("nonsense")

// Read hands over the next piece of an accepted answer.
func (f *filter) Read(p []byte) (int, error) {
	for {
		if len(f.out) > 0 {
			n := copy(p, f.out)
			f.out = f.out[n:]
			return n, nil
		}
		if f.lit > 0 {
			n, err := f.literal(p)
			if err != nil || (n > 0 && !f.drop) {
				return n, err
			}
			continue
		}
		if err := f.next(); err != nil {
			return 0, err
		}
	}
}

func (f *filter) literal(p []byte) (int, error) {
	if int64(len(p)) > f.lit {
		p = p[:f.lit]
	}
	n, err := f.br.Read(p)
	f.lit -= int64(n)
	if err == nil {
		err = f.spend(n, false)
	}
	return n, err
}

// next reads one line, or a piece of a long one, and judges it.
func (f *filter) next() error {
	piece, err := f.br.ReadSlice('\n')
	whole := err == nil
	if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
		return err
	}
	if err := f.spend(len(piece), whole); err != nil {
		return err
	}
	if f.lineLen += int64(len(piece)); f.lineLen > maxLine {
		return fmt.Errorf("%w: a line without end", errNonsense)
	}
	if !f.long {
		f.line = append(f.line[:0], piece[:min(len(piece), 160)]...)
		if !f.within {
			piece = f.judge(piece)
		}
	}
	if f.drop {
		if f.dropped++; f.dropped > maxDropped {
			return fmt.Errorf("%w: too many answers that nobody asked for", errNonsense)
		}
	} else {
		f.out = piece
	}
	return f.endPiece(piece, whole)
}

// endPiece finds out whether a literal follows.
func (f *filter) endPiece(piece []byte, whole bool) error {
	if !whole {
		f.long = true
		f.tail = append(f.tail[:0], piece[max(0, len(piece)-24):]...)
		return nil
	}
	if f.long {
		piece = append(f.tail, piece...)
	}
	f.long, f.lineLen = false, 0
	f.within = false
	if !f.data {
		return nil
	}
	n, ok := literalSize(piece)
	if !ok {
		return nil
	}
	if n > maxLine {
		return fmt.Errorf("%w: a literal of %d bytes announced", errNonsense, n)
	}
	f.lit, f.within = n, true
	return nil
}

// literalSize reads the {n} at a line's end.
func literalSize(line []byte) (int64, bool) {
	line = bytes.TrimRight(line, "\r\n")
	if len(line) < 3 || line[len(line)-1] != '}' {
		return 0, false
	}
	i := bytes.LastIndexByte(line, '{')
	if i < 0 {
		return 0, false
	}
	digits := strings.TrimSuffix(string(line[i+1:len(line)-1]), "+")
	n, err := strconv.ParseInt(digits, 10, 64)
	if errors.Is(err, strconv.ErrRange) {
		return 1 << 62, true
	}
	return n, err == nil && n >= 0
}

// judge decides on an answer by its first line and gives the line, perhaps
// mended.
func (f *filter) judge(line []byte) []byte {
	f.drop, f.data, f.fetch = false, false, false
	text := bytes.TrimRight(line, "\r\n")
	if len(text) == 0 {
		f.drop = true
		return line
	}
	if text[0] == '+' {
		return line
	}
	tag, rest, _ := bytes.Cut(text, []byte(" "))
	if string(tag) != "*" {
		return f.judgeTagged(line, string(tag), rest)
	}
	word, after, _ := bytes.Cut(rest, []byte(" "))
	if len(word) > 0 && word[0] >= '0' && word[0] <= '9' {
		return f.judgeNumbered(line, word, after)
	}
	return f.judgeWord(line, strings.ToUpper(string(word)), after)
}

// judgeTagged takes a capability list out of a tagged answer: go-imap would
// believe it, and ours is curated.
func (f *filter) judgeTagged(line []byte, tag string, rest []byte) []byte {
	status, text, _ := bytes.Cut(rest, []byte(" "))
	if bytes.HasPrefix(bytes.ToUpper(text), []byte("[CAPABILITY")) {
		return []byte(tag + " " + string(status) + " done\r\n")
	}
	return line
}

func (f *filter) judgeNumbered(line, number, after []byte) []byte {
	word, _, _ := bytes.Cut(after, []byte(" "))
	n, _ := strconv.ParseInt(string(number), 10, 64)
	switch strings.ToUpper(string(word)) {
	case "FETCH":
		f.data, f.fetch = true, true
	case "EXISTS":
		f.count(n, false)
	case "EXPUNGE":
		f.count(n, true)
	default:
		f.drop, f.data = true, true
	}
	return line
}

func (f *filter) judgeWord(line []byte, word string, after []byte) []byte {
	switch word {
	case "OK", "NO", "BAD", "BYE":
		f.drop = !passCode(after)
		if f.note != nil {
			f.note(word, string(after))
		}
	case "SEARCH":
		if !f.long && bytes.HasSuffix(line, []byte(" \r\n")) {
			return append(bytes.TrimRight(line, " \r\n"), '\r', '\n')
		}
	case "STATUS":
		f.data = true
	case "LIST":
		f.data = true
		f.drop = !readableList(line)
	default:
		f.drop, f.data = true, true
	}
	return line
}

// passCode tells whether go-imap needs an untagged status line.
func passCode(text []byte) bool {
	for _, code := range []string{"[UIDNEXT ", "[UIDVALIDITY ", "[HIGHESTMODSEQ ", "[COPYUID "} {
		if bytes.HasPrefix(text, []byte(code)) {
			return true
		}
	}
	return false
}

// readableList tells whether a LIST line's name is one that go-imap can
// decode; one folder with an odd name must not cost the connection.
func readableList(line []byte) bool {
	s := strings.TrimRight(string(line), "\r\n")
	if strings.HasSuffix(s, "}") {
		return true
	}
	name := s[strings.LastIndexByte(s, ' ')+1:]
	if strings.HasSuffix(s, `"`) {
		i := len(s) - 2
		for i >= 0 && (s[i] != '"' || (i > 0 && s[i-1] == '\\')) {
			i--
		}
		if i < 0 {
			return false
		}
		name = strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(s[i+1 : len(s)-1])
	}
	_, err := decodeUTF7(name)
	return err == nil && name != ""
}
