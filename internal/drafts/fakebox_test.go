package drafts

import (
	"bytes"
	"context"
	"errors"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

// server is a mailbox in memory, shared by every machine of a test.
type server struct {
	mails   []Found
	nextUID uint32
	noPlus  bool // no UIDPLUS: APPEND does not tell the UID, nothing can be expunged
	appends int
}

func newServer() *server { return &server{nextUID: 100} }

func (s *server) put(role Role, raw []byte, flags ...string) Found {
	s.nextUID++
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		panic(err)
	}
	f := Found{Role: role, Folder: strings.ToUpper(string(role)), UIDValidity: 7, UID: s.nextUID, Flags: flags,
		MessageID: m.Header.Get("Message-ID"), Raw: raw}
	s.mails = append(s.mails, f)
	return f
}

func (s *server) in(role Role) []Found {
	var out []Found
	for _, f := range s.mails {
		if f.Role == role {
			out = append(out, f)
		}
	}
	return out
}

func (s *server) remove(uid uint32) {
	s.mails = slices.DeleteFunc(s.mails, func(f Found) bool { return f.UID == uid })
}

// move is what a client does when it moves a mail.
func (s *server) move(uid uint32, to Role) {
	for _, f := range slices.Clone(s.mails) {
		if f.UID == uid {
			s.remove(uid)
			s.put(to, f.Raw, f.Flags...)
		}
	}
}

// Faults that a step may meet.
type fault int

const (
	fine         fault = iota
	cutBefore          // the connection ends before anything happened
	cutAfter           // … after it happened, before the answer came
	refused            // the server says NO
	crashBefore        // this process dies before
	crashAfter         // … or after it happened
	faultsNumber = int(iota)
)

// crash is what a dying process panics with.
type crash struct{}

var (
	errCut     = errors.New("the connection was cut")
	errRefused = errors.New("the server said NO")
)

// machine is one installation of the program with its own state. plan gives
// the fault for each of its steps; steps beyond it are fine.
type machine struct {
	server *server
	newest []rules.DraftEvent // its journal
	plan   []fault
	steps  int
	log    []string
	gate   func() // waits for this machine's turn; nil: always
	now    time.Time
	wait   time.Duration // Patience
	twins  int           // that the last review had to leave
}

// step runs do with the fault that the plan has for it; it reports what the
// caller sees.
func (m *machine) step(name string, do func()) error {
	if m.gate != nil {
		m.gate()
	}
	f := fine
	if m.steps < len(m.plan) {
		f = m.plan[m.steps]
	}
	m.steps++
	m.log = append(m.log, name)
	switch f {
	case cutBefore:
		return errCut
	case refused:
		return errRefused
	case crashBefore:
		panic(crash{})
	}
	do()
	switch f {
	case cutAfter:
		return errCut
	case crashAfter:
		panic(crash{})
	}
	return nil
}

func (m *machine) Find(_ context.Context, ids []string) ([]Found, error) {
	var out []Found
	err := m.step("find", func() {
		for _, f := range m.server.mails {
			parent, _ := envelope(f.Raw)
			if slices.Contains(ids, f.MessageID) || slices.Contains(ids, parent) && f.Role != RoleTrash {
				out = append(out, f)
			}
		}
	})
	return out, err
}

func (m *machine) Elsewhere(_ context.Context, id string) ([]Found, error) {
	return copiesOf(m.server.in(RoleAll), id), nil
}

func (m *machine) Append(_ context.Context, raw []byte) (Stored, error) {
	var s Stored
	err := m.step("append", func() {
		f := m.server.put(RoleDrafts, raw, `\Draft`, `\Seen`)
		m.server.appends++
		if !m.server.noPlus {
			s = Stored{Folder: f.Folder, UIDValidity: f.UIDValidity, UID: f.UID}
		}
	})
	if errors.Is(err, errCut) {
		err = errors.Join(err, ErrDoubt)
	}
	return s, err
}

func (m *machine) Withdraw(_ context.Context, f Found, unchanged func([]byte) bool) error {
	kept := false
	err := m.step("withdraw", func() {
		i := slices.IndexFunc(m.server.mails, func(c Found) bool { return c.UID == f.UID && c.Role == RoleDrafts })
		if i < 0 || !m.server.mails[i].has(`\Draft`) || !unchanged(m.server.mails[i].Raw) || f.Twin && m.server.noPlus {
			kept = true
			return
		}
		if f.Twin {
			m.server.remove(f.UID)
		} else {
			m.server.move(f.UID, RoleTrash)
		}
	})
	if err == nil && kept {
		err = ErrKept
	}
	return err
}

// record is the journal: the newest event of each id.
func (m *machine) record(e rules.DraftEvent) error {
	return m.step("record "+string(e.State), func() {
		i := slices.IndexFunc(m.newest, func(k rules.DraftEvent) bool { return k.MessageID == e.MessageID })
		if i < 0 {
			e.PlacedAt = m.now
			m.newest = append(m.newest, e)
			return
		}
		e.PlacedAt = m.newest[i].PlacedAt
		m.newest[i] = e
	})
}

// due is the draft of the test.
func (m *machine) due() Draft {
	d := aDraft()
	d.Date, d.Patience = m.now, m.wait
	if i := slices.IndexFunc(m.newest, func(k rules.DraftEvent) bool { return k.MessageID == d.MessageID }); i >= 0 {
		d.Prior = m.newest[i]
	}
	return d
}

// pass is one pass as the program makes it: see what became of earlier drafts,
// recover what the journal does not know, place what is due. It reports
// whether the process lived to its end.
func (m *machine) pass() (err error, lived bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(crash); !ok {
				panic(r)
			}
			lived = false
		}
	}()
	return m.run(), true
}

func (m *machine) run() error {
	ctx := context.Background()
	var candidates []rules.DraftEvent
	if d := m.due(); d.Prior.State == "" {
		candidates = append(candidates, rules.DraftEvent{Window: d.Window, MessageID: d.MessageID})
	}
	if err := m.review(candidates...); err != nil {
		return err
	}
	var err error
	switch d := m.due(); d.Prior.State {
	case "", rules.DraftIntended:
		_, err = Place(ctx, m, d, m.record)
	}
	return err
}

// review learns what became of the drafts.
func (m *machine) review(candidates ...rules.DraftEvent) error {
	ctx := context.Background()
	ids := Wanted(m.newest)
	for _, c := range candidates {
		ids = append(ids, c.MessageID)
	}
	found, err := m.Find(ctx, ids)
	if err != nil {
		return err
	}
	known, candidates := Prove(found, m.newest, m.recognise), Prove(found, candidates, m.recognise)
	for _, e := range append(Observe(found, known), Recover(found, candidates)...) {
		if err := m.record(e); err != nil {
			return err
		}
	}
	m.twins, err = Settle(ctx, m, found, m.newest, m.record)
	return err
}

// recognise knows the one text that these machines write.
func (m *machine) recognise(_ rules.DraftEvent, raw []byte) (string, bool) {
	ours, err := m.due().Bytes()
	if err != nil {
		panic(err)
	}
	hash, err := Hash(ours)
	return hash, err == nil && untouched(hash)(raw)
}

// heal makes faultless passes: one, which must end without an error, and, for a
// machine that has patience, one more after that.
func (m *machine) heal(t *testing.T) {
	t.Helper()
	m.plan = nil
	for range 1 + min(1, int(m.wait)) {
		m.now = m.now.Add(3 * time.Minute)
		if err, lived := m.pass(); err != nil || !lived {
			t.Fatalf("not healed: %v after %v", err, m.log)
		}
	}
}
