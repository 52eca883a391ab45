package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"testing"
)

// TestRecord: the picture in the README is what the program does today.
func TestRecord(t *testing.T) {
	want, err := record()
	if err != nil {
		t.Fatal(err)
	}
	const file = "../../docs/demo.svg"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(have, want) {
		t.Errorf("%s is not the demo's run any more (%v): go run ./contrib/record > docs/demo.svg", file, err)
	}
	for d := xml.NewDecoder(bytes.NewReader(have)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
