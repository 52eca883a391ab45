package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"inboxwatch/internal/detect"
	"inboxwatch/internal/rules"
)

// plainEnd parts the mails of a file of plain mails.
const plainEnd = "====="

// loadPlain reads the files "*.txt" of a folder: many mails a file, parted by
// lines of "=====". Each begins with lines "key: value", labels in small
// letters (several names parted by " | ", several contacts on lines of their
// own), headers with a capital; after an empty line follows the text.
func loadPlain(dir string) ([]reading, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	var out []reading
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for n, part := range strings.Split("\n"+string(text), "\n"+plainEnd+"\n") {
			if strings.TrimSpace(part) == "" {
				continue
			}
			r, err := plainMail(part)
			if err != nil {
				return nil, fmt.Errorf("%s, mail %d: %w", f, n, err)
			}
			r.File = fmt.Sprintf("%s:%d", filepath.Base(f), n)
			if r.Lang == "" {
				r.Lang = strings.TrimSuffix(filepath.Base(f), ".txt")[:2]
			}
			out = append(out, r)
		}
	}
	return out, nil
}

// plainMail reads one mail with its labels.
func plainMail(part string) (reading, error) {
	var r reading
	head, body, ok := strings.Cut(part, "\n\n")
	if !ok {
		return r, fmt.Errorf("no empty line after the headers")
	}
	var raw bytes.Buffer
	for line := range strings.SplitSeq(strings.TrimSpace(head), "\n") {
		key, value, ok := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		if !ok {
			return r, fmt.Errorf("no colon in %q", line)
		}
		if key[0] >= 'A' && key[0] <= 'Z' {
			fmt.Fprintf(&raw, "%s: %s\r\n", key, value)
			continue
		}
		if err := r.plainLabel(key, value); err != nil {
			return r, err
		}
	}
	fmt.Fprintf(&raw, "To: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%s", r.plainOwner(), body)
	r.raw = raw.Bytes()
	return r, nil
}

func (r *reading) plainOwner() string {
	return fmt.Sprintf("%q <%s>", r.Owner.Name, r.Owner.Addresses[0])
}

// plainLabel takes one label; the error names one that is unknown or broken.
func (r *reading) plainLabel(key, value string) (err error) {
	names := strings.Split(value, " | ")
	switch key {
	case "kind":
		r.Kind = rules.Kind(value)
	case "company":
		r.Company = names
	case "role":
		r.Role = names
	case "start", "end":
		to := &r.Start
		if key == "end" {
			to = &r.End
		}
		*to, err = plainTime(value)
	case "promised":
		r.Promised = value
	case "lang":
		r.Lang = value
	case "zone":
		r.Owner.Timezone = value
	case "contact", "owner":
		name, address, ok := strings.Cut(strings.TrimSuffix(value, ">"), "<")
		if !ok {
			return fmt.Errorf("%s: want a name and an <address>, have %q", key, value)
		}
		name = strings.TrimSpace(name)
		if key == "owner" {
			r.Owner.Name, r.Owner.Addresses = name, []string{address}
			return nil
		}
		r.Contacts = append(r.Contacts, rules.Contact{Name: name, Address: address})
	default:
		return fmt.Errorf("unknown label %q", key)
	}
	return err
}

// plainTime completes a time without seconds to RFC 3339; a day stays a day.
func plainTime(s string) (string, error) {
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return s, nil
	}
	for _, layout := range []string{"2006-01-02T15:04Z07:00", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339), nil
		}
	}
	return "", fmt.Errorf("not a time or day: %q", s)
}

// read fills in what is made of a mail.
func (r *reading) read() (err error) {
	if _, r.facts, err = detect.ReadRaw(r.raw, r.owner()); err != nil {
		err = fmt.Errorf("%s: %w", r.File, err)
	}
	return err
}
