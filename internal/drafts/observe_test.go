package drafts

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

// placed is a mailbox with our draft in it and a journal that knows it.
func placed(t *testing.T) (*server, *machine) {
	t.Helper()
	s := newServer()
	m := newMachine(s)
	if err := m.run(); err != nil {
		t.Fatal(err)
	}
	return s, m
}

// saved is what a client that gives every save a new Message-ID makes of raw.
func saved(raw []byte, change ...string) []byte {
	r := strings.NewReplacer(append([]string{"<1a2b3c@okafor.example>", "<new-id@client.example>"}, change...)...)
	return []byte("User-Agent: Client\r\n" + r.Replace(string(raw)))
}

func TestWhatTheUserDid(t *testing.T) {
	const old = "Date: Fri, 13 Nov 2026 09:30:15 +0000"
	for _, c := range []struct {
		name    string
		do      func(s *server, f Found)
		want    rules.DraftState
		flagged bool
	}{
		{"nothing", func(*server, Found) {}, rules.DraftWaiting, false},
		{"starred it", func(s *server, f Found) { s.mails[0].Flags = append(s.mails[0].Flags, `\Flagged`) }, rules.DraftWaiting, true},
		{"read it", func(s *server, f Found) { s.mails[0].Flags = []string{`\draft`, `\SEEN`, "$Label1"} }, rules.DraftWaiting, false},
		{"saved it unchanged, same id", func(s *server, f Found) {
			s.remove(f.UID)
			s.put(RoleDrafts, append([]byte("User-Agent: x\r\n"), f.Raw...), `\Draft`)
		}, rules.DraftWaiting, false},
		{"changed a word, same id", func(s *server, f Found) {
			s.remove(f.UID)
			s.put(RoleDrafts, []byte(strings.Replace(string(f.Raw), "Thank", "Many thanks, thank", 1)), `\Draft`)
		}, rules.DraftEdited, false},
		{"changed the recipient", func(s *server, f Found) {
			s.mails[0].Raw = []byte(strings.Replace(string(f.Raw), "jane@", "tom@", 1))
		}, rules.DraftEdited, false},
		{"changed it, new id, old one marked deleted", func(s *server, f Found) {
			s.put(RoleDrafts, saved(f.Raw, "Thank you", "Thanks"), `\Draft`)
			s.mails[0].Flags = append(s.mails[0].Flags, `\Deleted`)
		}, rules.DraftEdited, false},
		{"changed it, new id, old one in Trash", func(s *server, f Found) {
			s.move(f.UID, RoleTrash)
			s.put(RoleDrafts, saved(f.Raw, "Thank you", "Thanks"), `\Draft`)
		}, rules.DraftEdited, false},
		{"sent it, new id, old one in Trash", func(s *server, f Found) {
			s.move(f.UID, RoleTrash)
			s.put(RoleSent, saved(f.Raw), `\Seen`)
		}, rules.DraftSent, false},
		{"changed it, new id", func(s *server, f Found) {
			s.remove(f.UID)
			s.put(RoleDrafts, saved(f.Raw, "Thank you", "Thanks"), `\Draft`)
		}, rules.DraftEdited, false},
		{"changed it, new id, starred", func(s *server, f Found) {
			s.remove(f.UID)
			s.put(RoleDrafts, saved(f.Raw), `\Draft`, `\Flagged`)
		}, rules.DraftEdited, true},
		{"sent it, same id", func(s *server, f Found) { s.remove(f.UID); s.put(RoleSent, f.Raw, `\Seen`) }, rules.DraftSent, false},
		{"sent it, same id, the draft stayed", func(s *server, f Found) { s.put(RoleSent, f.Raw, `\Seen`) }, rules.DraftSent, false},
		{"sent it, new id", func(s *server, f Found) { s.remove(f.UID); s.put(RoleSent, saved(f.Raw), `\Seen`) }, rules.DraftSent, false},
		{"threw it away", func(s *server, f Found) { s.move(f.UID, RoleTrash) }, rules.DraftDeleted, false},
		{"destroyed it", func(s *server, f Found) { s.remove(f.UID) }, rules.DraftDeleted, false},
		{"destroyed it; an older answer lies in Sent", func(s *server, f Found) {
			s.remove(f.UID)
			s.put(RoleSent, saved(f.Raw, old, "Date: Tue, 10 Nov 2026 09:30:15 +0000"), `\Seen`)
		}, rules.DraftDeleted, false},
		{"destroyed it; another thread's mail lies in Sent", func(s *server, f Found) {
			s.remove(f.UID)
			s.put(RoleSent, saved(f.Raw, "<a@acme.example>", "<b@acme.example>"), `\Seen`)
		}, rules.DraftDeleted, false},
		{"moved it to another folder", func(s *server, f Found) { s.move(f.UID, RoleAll) }, rules.DraftEdited, false},
		{"took the draft flag away", func(s *server, f Found) { s.mails[0].Flags = []string{`\Seen`} }, rules.DraftEdited, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, m := placed(t)
			c.do(s, s.mails[0])
			before := len(s.mails)
			if err := m.run(); err != nil {
				t.Fatal(err)
			}
			if e := m.newest[0]; e.State != c.want || e.Flagged != c.flagged {
				t.Errorf("state %s flagged %v, want %s %v", e.State, e.Flagged, c.want, c.flagged)
			}
			if len(s.mails) != before || s.appends != 1 {
				t.Errorf("the mailbox was changed: %d mails, %d APPENDs", len(s.mails), s.appends)
			}
			m.log = nil
			if err := m.run(); err != nil || strings.Contains(strings.Join(m.log, " "), "record") {
				t.Errorf("a second look found news: %q %v", m.log, err)
			}
		})
	}
}

func TestRecoverKnowsWindowAndPerson(t *testing.T) {
	s, m := placed(t)
	candidates := []rules.DraftEvent{
		{Interview: "acme", Window: rules.ThankYou, MessageID: "<1a2b3c@okafor.example>", Account: "a"},
		{Interview: "acme", Window: rules.Call, MessageID: "<other@okafor.example>", Account: "a"},
	}
	got := Recover(s.mails, Prove(s.mails, candidates, m.recognise))
	if len(got) != 1 {
		t.Fatalf("%d recovered", len(got))
	}
	e := got[0]
	if e.Window != rules.ThankYou || e.State != rules.DraftWaiting || e.To != "jane@acme.example" || e.InReplyTo != "<a@acme.example>" || e.Hash == "" || e.UID == 0 {
		t.Errorf("%+v", e)
	}
	// The same words, saved by a client: nothing of the user's is in them.
	ours := s.mails[0].Raw
	s.mails[0].Raw = saved(ours, "<new-id@client.example>", "<1a2b3c@okafor.example>")
	if e := Recover(s.mails, Prove(s.mails, candidates, m.recognise))[0]; e.State != rules.DraftWaiting {
		t.Errorf("saved by a client, the words ours: %s", e.State)
	}
	// Edited in place, every header as we wrote it: without a proof it is the user's.
	s.mails[0].Raw = bytes.Replace(ours, []byte("Thank"), []byte("Thanks, thank"), 1)
	if e := Recover(s.mails, Prove(s.mails, candidates, m.recognise))[0]; e.State != rules.DraftEdited {
		t.Errorf("edited under our own headers: %s", e.State)
	}
	s.mails[0].Raw = ours
	if e := Recover(s.mails, candidates)[0]; e.State != rules.DraftEdited {
		t.Errorf("without a proof: %s", e.State)
	}
}

func TestWithdraw(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(s *server, f Found)
		did  string
		want rules.DraftState
	}{
		{"untouched", func(*server, Found) {}, DidWithdraw, rules.DraftWithdrawn},
		{"starred", func(s *server, f Found) { s.mails[0].Flags = append(s.mails[0].Flags, `\Flagged`) }, DidWithdraw, rules.DraftWithdrawn},
		{"edited", func(s *server, f Found) {
			s.mails[0].Raw = []byte(strings.Replace(string(f.Raw), "Thank", "Thanks, thank", 1))
		}, DidKeep, rules.DraftEdited},
		{"no draft flag", func(s *server, f Found) { s.mails[0].Flags = nil }, DidKeep, rules.DraftEdited},
		{"sent", func(s *server, f Found) { s.put(RoleSent, f.Raw) }, DidKeep, rules.DraftSent},
		{"thrown away", func(s *server, f Found) { s.move(f.UID, RoleTrash) }, DidKeep, rules.DraftDeleted},
		{"gone", func(s *server, f Found) { s.remove(f.UID) }, DidKeep, rules.DraftWaiting},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, m := placed(t)
			f := s.mails[0]
			c.do(s, f)
			before := len(s.in(RoleDrafts))
			o, err := Withdraw(context.Background(), m, m.newest[0], m.record)
			if err != nil || o.Did != c.did || m.newest[0].State != c.want {
				t.Errorf("%+v %v, journal %s", o, err, m.newest[0].State)
			}
			if c.did == DidKeep && len(s.in(RoleDrafts)) != before {
				t.Error("something was taken away")
			}
			if c.did == DidWithdraw && (len(s.in(RoleDrafts)) != 0 || len(s.in(RoleTrash)) != 1) {
				t.Errorf("%d in Drafts, %d in Trash", len(s.in(RoleDrafts)), len(s.in(RoleTrash)))
			}
		})
	}
}

// A draft that changes between the look and the removal is the user's.
func TestWithdrawRace(t *testing.T) {
	s, m := placed(t)
	n := 0
	m.gate = func() {
		if n++; n == 3 { // find, record, withdraw
			s.mails[0].Raw = []byte(strings.Replace(string(s.mails[0].Raw), "Thank", "Thanks, thank", 1))
		}
	}
	o, err := Withdraw(context.Background(), m, m.newest[0], m.record)
	if err != nil || o.Did != DidKeep || m.newest[0].State != rules.DraftEdited || len(s.in(RoleDrafts)) != 1 {
		t.Errorf("%+v %v, journal %s", o, err, m.newest[0].State)
	}
}

// Whatever fails while withdrawing: afterwards the draft is in Trash and known
// as withdrawn, or in Drafts and known as waiting; a second order finishes it.
func TestWithdrawUnderFaults(t *testing.T) {
	n := 0
	for f := range 4 * faultsNumber {
		s, m := placed(t)
		m.plan, m.steps = make([]fault, 4), 0
		m.plan[f/faultsNumber] = fault(f % faultsNumber)
		func() {
			defer func() { recover() }()
			Withdraw(context.Background(), m, m.newest[0], m.record)
		}()
		m.plan = nil
		if err := m.review(); err != nil {
			t.Fatal(err)
		}
		want := map[bool]rules.DraftState{true: rules.DraftWaiting, false: rules.DraftWithdrawn}[len(s.in(RoleDrafts)) == 1]
		if m.newest[0].State != want {
			t.Errorf("fault %d: %d in Drafts, journal %s", f, len(s.in(RoleDrafts)), m.newest[0].State)
		}
		if want == rules.DraftWaiting {
			if _, err := Withdraw(context.Background(), m, m.newest[0], m.record); err != nil {
				t.Fatal(err)
			}
		}
		if len(s.in(RoleDrafts)) != 0 || len(s.in(RoleTrash)) != 1 || m.newest[0].State != rules.DraftWithdrawn {
			t.Errorf("fault %d: not withdrawn in the end: %s", f, m.newest[0].State)
		}
		n++
	}
	t.Logf("%d faults", n)
}

// A window that opens again gets a new draft under the same id: the journal's
// record of the withdrawal outweighs the copy in Trash. What the user took back
// from Trash is the user's.
func TestAfterAWithdrawal(t *testing.T) {
	s, m := placed(t)
	ctx := context.Background()
	if _, err := Withdraw(ctx, m, m.newest[0], m.record); err != nil {
		t.Fatal(err)
	}
	if err := m.review(); err != nil || m.newest[0].State != rules.DraftWithdrawn {
		t.Fatalf("in Trash it is %s, %v", m.newest[0].State, err)
	}
	o, err := Place(ctx, m, m.due(), m.record)
	if err != nil || o.Did != DidPlace || len(s.in(RoleDrafts)) != 1 {
		t.Fatalf("%+v %v", o, err)
	}
	if err := m.run(); err != nil || m.newest[0].State != rules.DraftWaiting || s.appends != 2 {
		t.Errorf("journal %s, %d APPENDs, %v", m.newest[0].State, s.appends, err)
	}

	s, m = placed(t)
	if _, err := Withdraw(ctx, m, m.newest[0], m.record); err != nil {
		t.Fatal(err)
	}
	s.move(s.in(RoleTrash)[0].UID, RoleDrafts)
	o, err = Place(ctx, m, m.due(), m.record)
	if err != nil || o.Did != DidFind || m.newest[0].State != rules.DraftEdited || s.appends != 1 {
		t.Errorf("taken back: %+v %v", o, err)
	}
	if o, err := Withdraw(ctx, m, m.newest[0], m.record); err != nil || o.Did != DidKeep || len(s.in(RoleDrafts)) != 1 {
		t.Errorf("taken back and withdrawn again: %+v %v", o, err)
	}
}

// Two windows' drafts in one thread are not taken for one another.
func TestTwoWindowsInOneThread(t *testing.T) {
	s, m := placed(t)
	second := aDraft()
	second.MessageID, second.Window, second.Date = "<second@okafor.example>", rules.ContinuedInterest, m.now.Add(96*time.Hour)
	if _, err := Place(context.Background(), m, second, m.record); err != nil {
		t.Fatal(err)
	}
	s.remove(s.mails[0].UID)
	if err := m.review(); err != nil {
		t.Fatal(err)
	}
	if a, b := m.newest[0].State, m.newest[1].State; a != rules.DraftDeleted || b != rules.DraftWaiting {
		t.Errorf("the first is %s, the second %s", a, b)
	}
}

func TestPlaceRefusesWhatCannotBeWritten(t *testing.T) {
	m := newMachine(newServer())
	d := m.due()
	d.Subject = "a\r\nb"
	if _, err := Place(context.Background(), m, d, m.record); err == nil || m.steps != 0 {
		t.Errorf("%v after %d steps", err, m.steps)
	}
	d = m.due()
	full := errors.New("disk full")
	if _, err := Place(context.Background(), m, d, func(rules.DraftEvent) error { return full }); !errors.Is(err, full) || m.server.appends != 0 {
		t.Errorf("with a full disk: %v, %d APPENDs", err, m.server.appends)
	}
}
