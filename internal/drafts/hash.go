package drafts

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // a server or client may have stored the draft in another charset
	"github.com/emersion/go-message/mail"
)

// maxRaw bounds what Hash reads of a stored draft; a larger one is none of
// ours.
const maxRaw = 1 << 20

// Hash gives a hash of a stored draft's recipients, subject and text. It is
// the same however the mail is encoded, folded or wrapped, and another one as
// soon as a word, a paragraph, a recipient or an attachment changed. An error
// means that raw cannot be read, and so is not what was put there.
func Hash(raw []byte) (string, error) {
	if len(raw) > maxRaw {
		return "", errors.New("the draft is larger than any of ours")
	}
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil {
		return "", fmt.Errorf("the draft cannot be read: %w", err)
	}
	h := mail.Header{Header: e.Header}
	w := sha256.New()
	for _, field := range []string{"To", "Cc", "Bcc"} {
		to, err := addresses(h, field)
		if err != nil {
			return "", err
		}
		for _, a := range to {
			fmt.Fprintf(w, "%s:%q\n", field, a)
		}
	}
	subject, err := h.Subject()
	if err != nil {
		return "", fmt.Errorf("the subject cannot be read: %w", err)
	}
	fmt.Fprintf(w, "Subject:%q\n", strings.Join(strings.Fields(subject), " "))
	if err := hashParts(w, e, 0); err != nil {
		return "", err
	}
	return hex.EncodeToString(w.Sum(nil)), nil
}

// addresses gives the field's addresses, lower case and sorted, the domain in
// its ASCII form.
func addresses(h mail.Header, field string) ([]string, error) {
	if strings.TrimSpace(h.Get(field)) == "" {
		return nil, nil
	}
	list, err := h.AddressList(field)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", field, err)
	}
	var out []string
	for _, a := range list {
		addr := a.Address
		if enc, err := encodeAddress(addr); err == nil {
			addr = enc
		}
		out = append(out, strings.ToLower(addr))
	}
	slices.Sort(out)
	return out, nil
}

// hashParts hashes the text of a plain mail; of a mail with parts each part,
// so that an attachment or a second version counts as a change.
func hashParts(w io.Writer, e *message.Entity, depth int) error {
	kind, params, err := e.Header.ContentType()
	if err != nil {
		kind = "text/plain"
	}
	if parts := e.MultipartReader(); parts != nil {
		if depth > 3 {
			return errors.New("the draft is nested too deep to be ours")
		}
		for n := 0; ; n++ {
			p, err := parts.NextPart()
			if err == io.EOF {
				return nil
			}
			if err != nil || n > 20 {
				return errors.New("the parts of the draft cannot be read")
			}
			if err := hashParts(w, p, depth+1); err != nil {
				return err
			}
		}
	}
	body, err := io.ReadAll(io.LimitReader(e.Body, maxRaw))
	if err != nil {
		return fmt.Errorf("the text cannot be read: %w", err)
	}
	if kind != "text/plain" {
		fmt.Fprintf(w, "part %q %x\n", kind, sha256.Sum256(body))
		return nil
	}
	flowed := strings.EqualFold(params["format"], "flowed")
	fmt.Fprintf(w, "text %q\n", plain(string(body), flowed, strings.EqualFold(params["delsp"], "yes")))
	return nil
}

// plainBody is the text of a stored mail that is plain text and nothing else,
// as plain gives it.
func plainBody(raw []byte) (string, error) {
	e, err := message.Read(bytes.NewReader(raw[:min(len(raw), maxRaw)]))
	if err != nil {
		return "", fmt.Errorf("the draft cannot be read: %w", err)
	}
	kind, params, err := e.Header.ContentType()
	if err != nil || kind != "text/plain" {
		return "", errors.New("the draft is no plain text")
	}
	body, err := io.ReadAll(io.LimitReader(e.Body, maxRaw))
	return plain(string(body), strings.EqualFold(params["format"], "flowed"), strings.EqualFold(params["delsp"], "yes")), err
}

// plain is the text without its wrapping: paragraphs parted by one empty line,
// blanks single. A line break within a paragraph counts as a blank, for a
// client that does not know format=flowed wraps where it likes.
func plain(body string, flowed, delSp bool) string {
	var paragraphs []string
	var words []string
	end := func() {
		if len(words) > 0 {
			paragraphs = append(paragraphs, strings.Join(words, " "))
			words = nil
		}
	}
	glue := false
	for line := range strings.SplitSeq(strings.ReplaceAll(body, "\r\n", "\n"), "\n") {
		if flowed {
			line = strings.TrimPrefix(line, " ")
		}
		soft := flowed && strings.HasSuffix(line, " ") && line != "-- "
		f := strings.Fields(line)
		if len(f) == 0 {
			end()
			continue
		}
		if glue && len(words) > 0 && delSp {
			words[len(words)-1] += f[0] // RFC 3676 DelSp: the blank was only the break's
			f = f[1:]
		}
		words = append(words, f...)
		glue = soft && delSp && !strings.HasSuffix(line, "  ")
	}
	end()
	return strings.Join(paragraphs, "\n\n")
}
