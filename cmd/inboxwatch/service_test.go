package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

// An awkward place for the program and its files: what has to be quoted.
var awkwardArgs = []string{"--config", `/home/sam/my "mail" & 100%/$HOME/config.toml`, "watch"}

// TestSystemdUnit: systemd itself reads the unit and has nothing to say, and
// what it would start is what was meant.
func TestSystemdUnit(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Fatal("this test needs systemd-analyze (Debian: systemd); make test-tools installs it")
	}
	dir := t.TempDir()
	exe := filepath.Join(dir, "a folder", "inboxwatch")
	if err := os.MkdirAll(filepath.Dir(exe), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(exe, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	verify := func(text string) string {
		file := filepath.Join(dir, "inboxwatch.service")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(analyze, "verify", "--user", "--man=no", "--recursive-errors=no", file)
		cmd.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+dir)
		out, err := cmd.CombinedOutput()
		if err != nil {
			return string(out) + err.Error()
		}
		return string(out)
	}
	unit := systemdUnit(exe, awkwardArgs)
	if said := verify(unit); strings.Contains(said, "inboxwatch.service") {
		t.Errorf("systemd-analyze verify: %s\n%s", said, unit)
	}
	for old, wrong := range map[string]string{"Type=notify": "Type=notifi", "WatchdogSec=15min": "WatchdogSek=15min", exe: exe + "-gone"} {
		if said := verify(strings.Replace(unit, old, wrong, 1)); !strings.Contains(said, "inboxwatch") {
			t.Errorf("%s passes, so the test proves nothing: %q", wrong, said)
		}
	}
}

// TestLaunchdAgent: the property list has the keys of launchd.plist(5) with
// the right types, and the arguments come back as they went in.
func TestLaunchdAgent(t *testing.T) {
	got := plist(t, launchdAgent("/Applications/inboxwatch", awkwardArgs))
	if want := append([]any{"/Applications/inboxwatch"}, toAny(awkwardArgs)...); !reflect.DeepEqual(got["ProgramArguments"], want) {
		t.Errorf("arguments: %q", got["ProgramArguments"])
	}
	for key, want := range map[string]any{"Label": "inboxwatch", "RunAtLoad": true, "ThrottleInterval": "60",
		"KeepAlive": map[string]any{"SuccessfulExit": false}, "StandardErrorPath": filepath.Join(xdg.Home, "Library", "Logs", "inboxwatch.log")} {
		if !reflect.DeepEqual(got[key], want) {
			t.Errorf("%s is %v, want %v", key, got[key], want)
		}
	}
	known := []string{"Label", "ProgramArguments", "RunAtLoad", "KeepAlive", "ThrottleInterval", "StandardErrorPath"}
	for key := range got {
		if !slices.Contains(known, key) {
			t.Errorf("%s is no key that was checked against launchd.plist(5)", key)
		}
	}
}

func toAny(ss []string) []any {
	out := make([]any, len(ss))
	for i, s := range ss {
		out[i] = s
	}
	return out
}

// plist reads a property list; numbers stay texts.
func plist(t *testing.T, text string) map[string]any {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		if el, ok := tok.(xml.StartElement); ok && el.Name.Local == "dict" {
			v := plistValue(t, d, el).(map[string]any)
			for err == nil { // the rest must be well-formed too
				_, err = d.Token()
			}
			if !errors.Is(err, io.EOF) {
				t.Fatal(err)
			}
			return v
		}
	}
}

func plistValue(t *testing.T, d *xml.Decoder, el xml.StartElement) any {
	t.Helper()
	dict, list, key := map[string]any{}, []any{}, ""
	var words strings.Builder
	for {
		tok, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.CharData:
			words.Write(tok)
		case xml.StartElement:
			v := plistValue(t, d, tok)
			if tok.Name.Local == "key" {
				key = v.(string)
				continue
			}
			dict[key] = v
			list = append(list, v)
		case xml.EndElement:
			switch el.Name.Local {
			case "dict":
				return dict
			case "array":
				return list
			case "true", "false":
				return el.Name.Local == "true"
			case "string", "key", "integer":
				return words.String()
			}
			t.Fatalf("<%s> is no part of a property list", el.Name.Local)
		}
	}
}

// TestWindowsTask: the task is well-formed, in the namespace and with the
// values of the Task Scheduler schema that it relies on.
func TestWindowsTask(t *testing.T) {
	const ns = "http://schemas.microsoft.com/windows/2004/02/mit/task"
	var task struct {
		XMLName xml.Name
		Version string `xml:"version,attr"`
		Logon   string `xml:"Triggers>LogonTrigger>Enabled"`
		Who     struct {
			ID    string `xml:"id,attr"`
			Token string `xml:"LogonType"`
			Level string `xml:"RunLevel"`
		} `xml:"Principals>Principal"`
		Many    string `xml:"Settings>MultipleInstancesPolicy"`
		Limit   string `xml:"Settings>ExecutionTimeLimit"`
		Again   string `xml:"Settings>RestartOnFailure>Interval"`
		Actions struct {
			Context string `xml:"Context,attr"`
			Command string `xml:"Exec>Command"`
			Args    string `xml:"Exec>Arguments"`
		}
	}
	text := windowsTask(`C:\Program Files\R&D\inboxwatch.exe`, []string{"--config", `C:\Users\Sam & Co\config.toml`, "watch"})
	if err := xml.Unmarshal([]byte(text), &task); err != nil {
		t.Fatal(err)
	}
	if task.XMLName.Space != ns || task.XMLName.Local != "Task" || task.Version != "1.2" || task.Logon != "true" ||
		task.Who.Token != "InteractiveToken" || task.Who.Level != "LeastPrivilege" || task.Who.ID != task.Actions.Context ||
		task.Many != "IgnoreNew" || task.Limit != "PT0S" || task.Again != "PT1M" {
		t.Errorf("%+v", task)
	}
	if task.Actions.Command != `C:\Program Files\R&D\inboxwatch.exe` || task.Actions.Args != `"--config" "C:\Users\Sam & Co\config.toml" "watch"` {
		t.Errorf("it would start %s %s", task.Actions.Command, task.Actions.Args)
	}
}

// TestServiceSamples: the files in contrib/service are what the program writes;
// UPDATE=1 writes them anew.
func TestServiceSamples(t *testing.T) {
	agent := strings.ReplaceAll(launchdAgent("/usr/local/bin/inboxwatch", []string{"watch"}), xdg.Home+"/Library", "/Users/YOU/Library")
	for name, text := range map[string]string{
		"inboxwatch.service":  systemdUnit("/usr/local/bin/inboxwatch", []string{"watch"}),
		"inboxwatch.plist":    agent,
		"inboxwatch-task.xml": windowsTask(`C:\Program Files\inboxwatch\inboxwatch.exe`, []string{"watch"}),
	} {
		file := filepath.Join("..", "..", "contrib", "service", name)
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(file)
		if err != nil || string(have) != text {
			t.Errorf("%s is not what the program writes (%v): UPDATE=1 go test -run TestServiceSamples ./cmd/inboxwatch", name, err)
		}
	}
}
