package drafts

import (
	"context"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"inboxwatch/internal/rules"
)

func newMachine(s *server) *machine { return &machine{server: s, now: aMoment} }

// oneDraft checks that exactly one draft waits, nothing else was made, and that
// the machines know it.
func oneDraft(t *testing.T, s *server, what any, machines ...*machine) {
	t.Helper()
	if d := s.in(RoleDrafts); len(d) != 1 || len(s.mails) != 1 {
		t.Errorf("%v: %d drafts, %d mails", what, len(d), len(s.mails))
		return
	}
	for i, m := range machines {
		if len(m.newest) != 1 || m.newest[0].State != rules.DraftWaiting || m.newest[0].UID != s.mails[0].UID {
			t.Errorf("%v: machine %d says %+v, the draft is %d", what, i, m.newest, s.mails[0].UID)
		}
	}
}

func TestPlaceOnce(t *testing.T) {
	s := newServer()
	m := newMachine(s)
	for range 5 {
		if err, _ := m.pass(); err != nil {
			t.Fatal(err)
		}
	}
	oneDraft(t, s, "five passes", m)
	want := []string{"find", "find", "record intended", "append", "record waiting", "find"}
	if got := m.log[:len(want)]; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the first pass did %q, want %q", got, want)
	}
	if e := m.newest[0]; e.Hash == "" || e.To != "jane@acme.example" || e.InReplyTo != "<a@acme.example>" || e.Folder != "DRAFTS" || e.UIDValidity != 7 {
		t.Errorf("journal %+v", e)
	}
}

// Every fault at every step of the first pass, and every pair of faults in the
// first two: at most one draft ever, and exactly one once healed, but for a
// process that dies or loses its connection twice with the intent written and
// nothing stored: there the second doubt ends in none, never in two.
func TestPlaceUnderFaults(t *testing.T) {
	const steps = 8
	tried, none := 0, 0
	for _, patience := range []time.Duration{0, DoubtPatience} {
		for a := range steps * faultsNumber {
			for b := -1; b < steps*faultsNumber; b++ {
				s := newServer()
				m := newMachine(s)
				m.wait = patience
				doubts := 0
				for _, f := range []int{a, b} {
					if f < 0 {
						continue
					}
					m.plan, m.steps = make([]fault, steps), 0
					m.plan[f/faultsNumber] = fault(f % faultsNumber)
					before := s.appends
					m.pass()
					if len(m.newest) == 1 && m.newest[0].State == rules.DraftIntended && s.appends == before && m.newest[0].Attempt > doubts {
						doubts = m.newest[0].Attempt
					}
					m.now = m.now.Add(time.Minute)
				}
				tried++
				what := fmt.Sprintf("patience %v, faults %d/%d", patience, a, b)
				m.heal(t)
				if doubts >= maxTries && len(s.mails) == 0 {
					none++
					if s.appends != 0 {
						t.Errorf("%s: lost", what)
					}
					continue
				}
				oneDraft(t, s, what, m)
				if s.appends != 1 {
					t.Errorf("%s: %d APPENDs", what, s.appends)
				}
			}
		}
	}
	t.Logf("%d fault plans, %d ended in doubt twice and so in no draft, none in two", tried, none)
}

// The state is lost, or an old copy of it restored, after any fault.
func TestPlaceWithLostState(t *testing.T) {
	for f := range 8 * faultsNumber {
		s := newServer()
		m := newMachine(s)
		m.plan = make([]fault, 8)
		m.plan[f/faultsNumber] = fault(f % faultsNumber)
		m.pass()
		m.newest = nil
		m.heal(t)
		oneDraft(t, s, f, m)
	}
}

// What the mailbox shows of the draft when the state is lost decides.
func TestPlaceFindsItEverywhere(t *testing.T) {
	raw, err := aDraft().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		role  Role
		flags []string
		want  rules.DraftState
	}{
		{RoleDrafts, []string{`\Draft`, `\Seen`}, rules.DraftWaiting},
		{RoleDrafts, []string{`\Draft`, `\Deleted`}, rules.DraftDeleted},
		{RoleDrafts, []string{`\Seen`}, rules.DraftEdited},
		{RoleSent, []string{`\Seen`}, rules.DraftSent},
		{RoleTrash, []string{`\Draft`}, rules.DraftDeleted},
		{RoleAll, []string{`\Draft`}, rules.DraftEdited},
		{RoleAll, nil, rules.DraftSent},
	} {
		s := newServer()
		s.put(c.role, raw, c.flags...)
		m := newMachine(s)
		if err := m.run(); err != nil {
			t.Fatal(err)
		}
		if s.appends != 0 || len(m.newest) != 1 || m.newest[0].State != c.want {
			t.Errorf("%s %v: %d APPENDs, journal %+v", c.role, c.flags, s.appends, m.newest)
		}
		m2 := newMachine(s)
		o, err := Place(context.Background(), m2, m2.due(), m2.record)
		if err != nil || o.Did != DidFind || o.Event.State != c.want || s.appends != 0 {
			t.Errorf("%s %v: Place alone: %+v %v", c.role, c.flags, o, err)
		}
	}
}

// scheduler lets one machine at a time take one step, in the order that pick
// chooses among those that still run.
func schedule(machines []*machine, pick func(n int) int) {
	type slot struct{ turn, parked chan struct{} }
	var slots []slot
	for _, m := range machines {
		sl := slot{make(chan struct{}), make(chan struct{})}
		slots = append(slots, sl)
		m.gate = func() { sl.parked <- struct{}{}; <-sl.turn }
		go func() {
			m.pass()
			close(sl.parked)
		}()
	}
	for _, sl := range slots {
		<-sl.parked // each waits before its first step
	}
	for len(slots) > 0 {
		i := pick(len(slots))
		slots[i].turn <- struct{}{}
		if _, running := <-slots[i].parked; !running {
			slots = append(slots[:i], slots[i+1:]...)
		}
	}
	for _, m := range machines {
		m.gate = nil
	}
}

func TestMachinesInterleaved(t *testing.T) {
	plays := 0
	for _, n := range []int{2, 3, 8} {
		for seed := range 400 {
			r := rand.New(rand.NewSource(int64(seed)))
			s := newServer()
			var machines []*machine
			for i := range n {
				m := newMachine(s)
				m.now = m.now.Add(time.Duration(i%3) * time.Second) // their drafts are not the same bytes
				machines = append(machines, m)
			}
			schedule(machines, r.Intn)
			plays++
			if d := len(s.in(RoleDrafts)); d != 1 {
				t.Errorf("%d machines, seed %d: %d drafts right after", n, seed, d)
			}
			for _, m := range machines {
				m.heal(t)
			}
			oneDraft(t, s, fmt.Sprintf("%d machines, seed %d", n, seed), machines...)
		}
	}
	t.Logf("%d interleavings", plays)
}

// One of two machines dies or is cut off at any step, in many orders.
func TestMachinesInterleavedUnderFaults(t *testing.T) {
	plays := 0
	for f := range 8 * faultsNumber {
		for seed := range 40 {
			r := rand.New(rand.NewSource(int64(seed)))
			s := newServer()
			a, b := newMachine(s), newMachine(s)
			a.plan = make([]fault, 8)
			a.plan[f/faultsNumber] = fault(f % faultsNumber)
			schedule([]*machine{a, b}, r.Intn)
			a.heal(t)
			b.heal(t)
			plays++
			oneDraft(t, s, fmt.Sprintf("fault %d, seed %d", f, seed), a, b)
		}
	}
	t.Logf("%d plays", plays)
}

// Without UIDPLUS nothing can be taken away safely: both stay, and it is told.
func TestTwinsWithoutUIDPlus(t *testing.T) {
	s := newServer()
	s.noPlus = true
	a, b := newMachine(s), newMachine(s)
	order := []int{0, 0, 1, 1} // both look before either stores
	schedule([]*machine{a, b}, func(n int) int {
		if len(order) == 0 {
			return 0
		}
		i := order[0]
		order = order[1:]
		return i % n
	})
	if d := len(s.in(RoleDrafts)); d != 2 {
		t.Fatalf("%d drafts, the play wants two", d)
	}
	if err := a.review(); err != nil || a.twins != 1 {
		t.Errorf("%d twins told, %v", a.twins, err)
	}
	o, err := Place(context.Background(), a, a.due(), a.record)
	if err != nil || o.Twins != 1 {
		t.Errorf("Place tells of %d twins, %v", o.Twins, err)
	}
}
