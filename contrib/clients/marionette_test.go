//go:build unix && clients

package clients

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"
)

// marionette speaks Mozilla's remote protocol: a length, a colon, and an array
// of kind, number, command and arguments.
type marionette struct {
	t     *testing.T
	c     net.Conn
	r     *bufio.Reader
	n     int
	known map[string]bool
}

func newMarionette(t *testing.T, port int) *marionette {
	t.Helper()
	for end := time.Now().Add(40 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			continue
		}
		t.Cleanup(func() { c.Close() })
		_ = c.SetDeadline(time.Now().Add(3 * time.Minute))
		m := &marionette{t: t, c: c, r: bufio.NewReader(c), known: map[string]bool{}}
		m.read() // its greeting
		return m
	}
	t.Fatal("Thunderbird did not come up")
	return nil
}

func (m *marionette) read() []byte {
	m.t.Helper()
	size, err := m.r.ReadString(':')
	if err != nil {
		m.t.Fatalf("Thunderbird hung up: %v", err)
	}
	n, err := strconv.Atoi(strings.TrimSuffix(size, ":"))
	if err != nil {
		m.t.Fatal(err)
	}
	raw := make([]byte, n)
	if _, err := io.ReadFull(m.r, raw); err != nil {
		m.t.Fatal(err)
	}
	return raw
}

func (m *marionette) call(command string, args map[string]any) json.RawMessage {
	m.t.Helper()
	m.n++
	raw, err := json.Marshal([]any{0, m.n, command, args})
	if err != nil {
		m.t.Fatal(err)
	}
	fmt.Fprintf(m.c, "%d:%s", len(raw), raw)
	var answer [4]json.RawMessage
	if err := json.Unmarshal(m.read(), &answer); err != nil {
		m.t.Fatal(err)
	}
	if string(answer[2]) != "null" {
		m.t.Fatalf("%s: %s", command, answer[2])
	}
	return answer[3]
}

// script runs an asynchronous script and reads the value that it hands over.
func (m *marionette) script(code string, out any, args ...any) {
	m.t.Helper()
	var answer struct {
		Value struct {
			Value json.RawMessage
			Error string
		}
	}
	if err := json.Unmarshal(m.call("WebDriver:ExecuteAsyncScript", map[string]any{"script": code, "args": args, "newSandbox": true}), &answer); err != nil {
		m.t.Fatal(err)
	}
	if answer.Value.Error != "" {
		m.t.Fatal(answer.Value.Error)
	}
	if err := json.Unmarshal(answer.Value.Value, out); err != nil {
		m.t.Fatal(err)
	}
}

// newest turns to the window that was opened last.
func (m *marionette) newest() {
	m.t.Helper()
	var all []string
	if err := json.Unmarshal(m.call("WebDriver:GetWindowHandles", map[string]any{}), &all); err != nil || len(all) == 0 {
		m.t.Fatalf("no windows: %v", err)
	}
	for _, h := range all {
		if !m.known[h] {
			m.call("WebDriver:SwitchToWindow", map[string]any{"handle": h})
		}
		m.known[h] = true
	}
}

// back turns to the first window.
func (m *marionette) back() {
	m.t.Helper()
	var all []string
	if err := json.Unmarshal(m.call("WebDriver:GetWindowHandles", map[string]any{}), &all); err != nil || len(all) == 0 {
		m.t.Fatalf("no windows: %v", err)
	}
	m.call("WebDriver:SwitchToWindow", map[string]any{"handle": all[0]})
}

func (m *marionette) shot(path string) {
	m.t.Helper()
	var png struct{ Value string }
	if err := json.Unmarshal(m.call("WebDriver:TakeScreenshot", map[string]any{"full": false}), &png); err != nil {
		m.t.Fatal(err)
	}
	raw, err := base64.StdEncoding.DecodeString(png.Value)
	if err != nil {
		m.t.Fatal(err)
	}
	write(m.t, path, string(raw))
}
