package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestDemoReport: the page of the demo names every interview, and holds nothing
// that could fetch, run or send: what a browser does with it is `make
// test-report`.
func TestDemoReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	if code, out, errs := call(t, "--now", demoKeep, "demo", "--report", file); code != exitOK {
		t.Fatalf("exit %d\n%s%s", code, out, errs)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := string(raw)
	for _, want := range []string{"Waiting for you", "A thank-you lies in Drafts", "Harbourlight Brewing", "Kestrel &amp; Rowe", "rejected",
		"How long they took to answer", "5 days", ">today<", "default-src 'none'"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not there", want)
		}
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		switch n.Data {
		case "script", "link", "img", "iframe", "object", "form", "base":
			t.Errorf("the page holds <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if (a.Key == "href" || a.Key == "src") && !strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s %s=%q> leads out of the page", n.Data, a.Key, a.Val)
			}
		}
	}
}
