//go:build unix

package imapwatch_test

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
	"inboxwatch/internal/imaptest/realtest"
	"inboxwatch/internal/imapwatch"
)

var wireMessages = flag.Int("wire.messages", 2000, "size of the reference mailbox in TestGoals")

const (
	refMessages = 100_000
	refWindow   = 5546 // of these arrived within 60 days
	refHiring   = 30   // of these are about interviews
	refPersonal = 270  // and these are from people, so that they are read too
)

// reference builds the reference mailbox on Dovecot. Old mails are short: only
// their number matters to a reader that does not open them. In the window a
// personal mail has 12 kB of text, every seventh a 200 kB attachment.
func reference(t *testing.T, r *realtest.Server, n int) (user string, hiring int) {
	user = r.NewUser(t)
	scale := func(k int) int { return max(k*n/refMessages, min(k, 5)) }
	window, personal := scale(refWindow), scale(refPersonal)
	hiring = scale(refHiring)
	rng := rand.New(rand.NewPCG(1, 2))
	mails := make([]imaptest.Message, 0, n)
	for i := range n {
		left := n - i // mails to come
		at := now.AddDate(0, 0, -61).Add(-time.Duration(left) * 20 * time.Minute)
		if left <= window {
			at = now.AddDate(0, 0, -59).Add(time.Duration(window-left) * (59 * 24 * time.Hour / time.Duration(window+1)))
		}
		m := imaptest.Message{Arrived: at}
		switch k := left * (hiring + personal) / window; {
		case left > window:
			m.Raw = bulk(rng, i, 300)
		case k == (left-1)*(hiring+personal)/window:
			m.Raw = bulk(rng, i, 4000)
		case k%(1+personal/hiring) == 0:
			m.Raw = person(rng, i, "Interview at Acme", k%7 == 0)
		default:
			m.Raw = person(rng, i, "Lunch", k%7 == 0)
		}
		mails = append(mails, m)
	}
	must(t, r.AddAll(user, "INBOX", mails))
	must(t, r.AddAll(user, "Sent", mails[len(mails)-min(50, len(mails)):]))
	return user, hiring
}

func head(rng *rand.Rand, i int, subject, from, more string) string {
	return fmt.Sprintf("Return-Path: <b-%x@bounce.example>\nReceived: from mx.example by mail.example; Thu, 19 Nov 2026 10:00:00 +0000\nFrom: %s\nTo: Sam Okafor <sam@okafor.example>\nSubject: %s no. %d\nDate: Thu, 19 Nov 2026 10:00:00 +0000\nMessage-ID: <%x.%d@mail.example>\n%sMIME-Version: 1.0\n",
		rng.Uint64(), from, subject, i, rng.Uint64(), i, more)
}

// words is text about as dense as prose: random words of a vocabulary, as
// frequent as Zipf's law has it, for DEFLATE makes nothing of random letters and
// too much of one repeated phrase.
func words(rng *rand.Rand, n int) string {
	var b strings.Builder
	zipf := rand.NewZipf(rng, 1.1, 2, uint64(len(vocabulary)-1))
	for b.Len() < n {
		b.WriteString(vocabulary[zipf.Uint64()])
		b.WriteByte(" \n"[btoi(rng.IntN(12) == 0)])
	}
	return b.String()
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

var vocabulary = func() []string {
	rng := rand.New(rand.NewPCG(3, 4))
	out := make([]string, 3000)
	for i := range out {
		w := make([]byte, 2+rng.IntN(9))
		for j := range w {
			w[j] = "etaoinshrdlucmfwypvbgkqjxz"[min(rng.IntN(26), rng.IntN(26))]
		}
		out[i] = string(w)
	}
	return out
}()

// noise is as dense as an attachment in base64.
func noise(rng *rand.Rand, n int) string {
	raw := make([]byte, n*3/4)
	for i := range raw {
		raw[i] = byte(rng.Uint32())
	}
	return base64.StdEncoding.EncodeToString(raw)
}

func bulk(rng *rand.Rand, i, size int) []byte {
	return []byte(head(rng, i, "Our offers of the week", "Shop "+strconv.Itoa(rng.IntN(99))+" <news@shop.example>",
		fmt.Sprintf("List-Unsubscribe: <https://shop.example/u/%x%x%x>\nPrecedence: bulk\n", rng.Uint64(), rng.Uint64(), rng.Uint64())) + "Content-Type: text/html\n\n" + words(rng, size))
}

func person(rng *rand.Rand, i int, subject string, attachment bool) []byte {
	h := head(rng, i, subject, "Jane Doe <jane@acme.example>", "References: <a"+strconv.Itoa(i)+"@acme.example> <b@acme.example>\n")
	h += "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + words(rng, 12000) + "\n"
	if attachment {
		h += "--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + noise(rng, 200_000) + "\n"
	}
	return []byte(h + "--b--\n")
}

// goal is a line of the table; a maximum of zero is none.
type goal struct {
	name                              string
	bytes, maxBytes, waits, mostWaits int64
	took, maxTook                     time.Duration
	note                              string
}

// TestGoals measures reading, looking again and watching through a counting
// proxy, and holds them against the goals. The number of waits does not depend
// on the mailbox' size; bytes are held against the goal in proportion, with a
// floor. `-args -wire.messages=100000` builds the whole reference mailbox.
func TestGoals(t *testing.T) {
	n := *wireMessages
	r := realtest.Dovecot(t, realtest.DovecotOptions{Format: "mdbox"})
	start := time.Now()
	user, hiring := reference(t, r, n)
	t.Logf("built %d messages in %s", n, time.Since(start).Round(time.Second))
	target := net.JoinHostPort(r.Host, strconv.Itoa(r.Port))
	acc := imapwatch.Account{Name: "t", Security: "none", Username: user, Secret: secret(r.Password)}
	share := func(b int64) int64 { return max(b*int64(n)/refMessages, 300_000) }

	plain, deflated, slow := firstScan(t, acc, target, hiring, 0, false), firstScan(t, acc, target, hiring, 0, true), firstScan(t, acc, target, hiring, 50*time.Millisecond, false)
	plain.maxBytes, plain.mostWaits = share(10_000_000), 12
	deflated.name, deflated.maxBytes, deflated.waits = "first scan, deflated", share(2_000_000), 0
	slow.name, slow.maxBytes, slow.mostWaits, slow.maxTook = "first scan, 50 ms each way", share(10_000_000), 12, 4*time.Second
	for _, g := range []goal{plain, deflated, slow, again(t, acc, target), polling(t, acc, target)} {
		t.Logf("%-28s %9d B (goal %d)  %3d waits (goal %d)  %7s  %s", g.name, g.bytes, g.maxBytes, g.waits, g.mostWaits, g.took.Round(time.Millisecond), g.note)
		if g.bytes > g.maxBytes || g.mostWaits > 0 && g.waits > g.mostWaits || g.maxTook > 0 && g.took > g.maxTook {
			t.Errorf("%s misses its goal", g.name)
		}
	}
}

func firstScan(t *testing.T, acc imapwatch.Account, target string, hiring int, latency time.Duration, deflate bool) goal {
	p, err := imaptest.StartProxy(target, latency)
	must(t, err)
	defer p.Close()
	if deflate {
		p.AllowDeflate()
	}
	acc.Host, acc.Port = p.Host, p.Port
	var cpu0, cpu1 syscall.Rusage
	var m0, m1 runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m0)
	must(t, syscall.Getrusage(syscall.RUSAGE_SELF, &cpu0))
	start := time.Now()
	c := dial(t, acc)
	inbox := find(t, c, imapwatch.Inbox)
	found := 0
	_, st, err := c.Sync(t.Context(), inbox, imapwatch.Cursor{}, imapwatch.SyncOptions{Since: now.AddDate(0, 0, -60), Now: now,
		Want: func(h imapwatch.HeaderFields) bool { return h.ListUnsubscribe == "" }},
		func(it imapwatch.Item) error {
			if bytes.Contains(it.Raw, []byte("Subject: Interview")) {
				found++
			}
			return nil
		})
	must(t, err)
	c.Close()
	took := time.Since(start)
	must(t, syscall.Getrusage(syscall.RUSAGE_SELF, &cpu1))
	runtime.ReadMemStats(&m1)
	if found != hiring {
		t.Errorf("found %d of %d interviews", found, hiring)
	}
	k := p.Count()
	cpu := time.Duration(cpu1.Utime.Nano() + cpu1.Stime.Nano() - cpu0.Utime.Nano() - cpu0.Stime.Nano())
	looked := max(st.Looked, 1)
	return goal{name: "first scan", bytes: k.In + k.Out, waits: k.Waits, took: took,
		note: fmt.Sprintf("%d looked at, %d read; CPU %s with the proxy's; %d allocations and %d B for each mail looked at; heap %d MB",
			st.Looked, st.Delivered, cpu.Round(10*time.Millisecond), int(m1.Mallocs-m0.Mallocs)/looked, int(m1.TotalAlloc-m0.TotalAlloc)/looked, m1.HeapInuse>>20)}
}

// again is a later run with nothing new: INBOX, Sent and Drafts, from cold.
func again(t *testing.T, acc imapwatch.Account, target string) goal {
	p, err := imaptest.StartProxy(target, 0)
	must(t, err)
	defer p.Close()
	acc.Host, acc.Port = p.Host, p.Port
	cursors := map[string]imapwatch.Cursor{}
	pass := func(c *imapwatch.Client) {
		all, err := c.Folders(t.Context())
		must(t, err)
		for _, f := range all {
			if f.Watched || f.Role == imapwatch.Sent {
				cur, _, err := c.Sync(t.Context(), f, cursors[f.Name], imapwatch.SyncOptions{Since: now.AddDate(0, 0, -60),
					Want: func(imapwatch.HeaderFields) bool { return false }}, func(imapwatch.Item) error { return nil })
				must(t, err)
				cursors[f.Name] = cur
			}
		}
		_, err = c.Find(t.Context(), []string{"<some@okafor.example>", "<other@okafor.example>"}, now.AddDate(0, 0, -60))
		must(t, err)
	}
	c := dial(t, acc)
	pass(c)
	memory := c.Memory()
	c.Close()
	p.Count()
	start := time.Now()
	c = dial(t, acc)
	c.Remember(memory)
	pass(c)
	c.Close()
	k := p.Count()
	return goal{name: "later run, nothing new", bytes: k.In + k.Out, waits: k.Waits, maxBytes: 3000, mostWaits: 8, took: time.Since(start),
		note: fmt.Sprintf("looking for two drafts included; memory of %d B", len(memory))}
}

// polling is one look at three folders on a connection that stands.
func polling(t *testing.T, acc imapwatch.Account, target string) goal {
	p, err := imaptest.StartProxy(target, 0)
	must(t, err)
	defer p.Close()
	p.Hide("IDLE")
	p.Hide("Trash") // three folders, as the goal says
	acc.Host, acc.Port, acc.Poll, acc.Watch = p.Host, p.Port, 200*time.Millisecond, []string{"INBOX"}
	c := dial(t, acc)
	_, err = c.Folders(t.Context())
	must(t, err)
	_, err = c.Wait(t.Context(), time.Now().Add(100*time.Millisecond)) // opens INBOX
	must(t, err)
	p.Count()
	p.Break(imaptest.Fault{}) // counts commands anew
	start := time.Now()
	_, err = c.Wait(t.Context(), time.Now().Add(900*time.Millisecond))
	must(t, err)
	k, looks := p.Count(), int64(0)
	for _, verb := range p.Seen() {
		if verb == "NOOP" {
			looks++
		}
	}
	return goal{name: "polling INBOX, Sent, Drafts", bytes: (k.In + k.Out) / looks, waits: k.Waits / looks, maxBytes: 500, mostWaits: 1,
		took: time.Since(start) / time.Duration(looks), note: fmt.Sprintf("the mean of %d looks", looks)}
}
