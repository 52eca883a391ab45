//go:build unix

package journal

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"inboxwatch/internal/rules"
)

// TestMain lets the test binary be its own child, which tests then kill, bound
// and lock out for real.
func TestMain(m *testing.M) {
	job, path, _ := strings.Cut(os.Getenv("JOURNAL_CHILD"), " ")
	switch job {
	case "":
		os.Exit(m.Run())
	case "append":
		appendForEver(path)
	case "limit":
		signal.Ignore(syscall.SIGXFSZ) // so that a write past the limit fails
		limit := syscall.Rlimit{Cur: 200 << 10, Max: 200 << 10}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			fmt.Println("setrlimit:", err)
			os.Exit(1)
		}
		appendForEver(path)
	case "open":
		for _, mode := range []Mode{Read, Mark, Write} {
			j, err := Open(path, mode)
			n := -1
			if err == nil {
				events, _ := j.Events()
				n = len(events)
			}
			fmt.Println(n, err)
		}
	}
}

// appendForEver appends event after event and says so after each; now and then
// it forgets some that do not count.
func appendForEver(path string) {
	j, err := Open(path, Write)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	if j.Damaged() != "" {
		fmt.Println("error damaged", j.Damaged())
		os.Exit(1)
	}
	events, err := j.Events()
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	next := 0
	for _, e := range events {
		if e.Seen != nil {
			next++
		}
	}
	for ; ; next++ {
		junk := rules.Event{At: at, Name: &rules.Name{ID: "junk-" + strconv.Itoa(next)}}
		err := j.Append(seen(next), junk)
		if err == nil {
			err = j.SetCursor("personal", "INBOX", strconv.Itoa(next))
		}
		if err == nil && next%10 == 9 {
			_, err = j.Forget(func(e rules.Event) bool { return e.Name != nil }, rules.Event{})
		}
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println(next)
	}
}

func child(t *testing.T, job, path string) (*exec.Cmd, io.Reader) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "JOURNAL_CHILD="+job+" "+path)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	return cmd, out
}

// acknowledged gives the last number that a child said before it ended, and
// its error.
func acknowledged(out io.Reader) (last int, failure string) {
	last = -1
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if n, err := strconv.Atoi(lines.Text()); err == nil {
			last = n
		} else {
			failure = lines.Text()
		}
	}
	return last, failure
}
