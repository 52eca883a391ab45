package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"inboxwatch/internal/detect"
	"inboxwatch/internal/rules"
)

// label is one line of a labels.jsonl: what a careful person says of a mail.
// Its fields are described in the corpus' README.
type label struct {
	File  string `json:"file"`
	Owner struct {
		Name      string   `json:"name"`
		Addresses []string `json:"addresses"`
		Timezone  string   `json:"timezone"`
	} `json:"owner"`
	Kind     rules.Kind      `json:"kind"`
	Company  []string        `json:"company"`
	Role     []string        `json:"role"`
	Start    string          `json:"start"`
	End      string          `json:"end"`
	Contacts []rules.Contact `json:"contacts"`
	Promised string          `json:"promised_by"`
	Lang     string          `json:"lang"`
}

// reading is a labelled mail and what was made of it.
type reading struct {
	label
	raw   []byte
	facts rules.Facts
}

// load reads all mails of a folder: those of its labels.jsonl, and its plain
// mails.
func load(dir string) ([]reading, error) {
	out, err := loadPlain(dir)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, "labels.jsonl")); err == nil {
		more, err := loadLabelled(dir)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no labels", dir)
	}
	for i := range out {
		if err := out[i].read(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// loadLabelled reads the mails that a labels.jsonl names.
func loadLabelled(dir string) ([]reading, error) {
	f, err := os.Open(filepath.Join(dir, "labels.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []reading
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r reading
		if err := json.Unmarshal(lines.Bytes(), &r.label); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", f.Name(), len(out)+1, err)
		}
		if r.raw, err = os.ReadFile(filepath.Join(dir, r.File)); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, lines.Err()
}

func (l *label) owner() detect.Owner {
	zone, err := time.LoadLocation(l.Owner.Timezone)
	if err != nil {
		zone = time.UTC
	}
	return detect.Owner{Name: l.Owner.Name, Addresses: l.Owner.Addresses, Zone: zone}
}
