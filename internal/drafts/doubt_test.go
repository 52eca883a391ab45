package drafts

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestNeverAThirdTry(t *testing.T) {
	s := newServer()
	m := newMachine(s)
	for range 6 {
		m.plan, m.steps = []fault{3: cutBefore}, 0 // find, find, record, append
		if m.newest != nil {
			m.plan = []fault{2: fine, 3: cutBefore}
		}
		m.run()
		m.now = m.now.Add(time.Hour)
	}
	if s.appends != 0 || m.newest[0].Attempt != maxTries {
		t.Errorf("%d APPENDs, journal %+v", s.appends, m.newest[0])
	}
	m.plan = nil
	o, err := Place(context.Background(), m, m.due(), m.record)
	if err != nil || o.Did != DidGiveUp || s.appends != 0 {
		t.Errorf("%+v %v", o, err)
	}
}

func TestPatience(t *testing.T) {
	s := newServer()
	m := newMachine(s)
	m.wait = DoubtPatience
	m.plan = []fault{3: cutBefore}
	if err := m.run(); !errors.Is(err, ErrDoubt) {
		t.Fatalf("the first try: %v", err)
	}
	m.plan = nil
	for _, step := range []struct {
		after   time.Duration
		appends int
	}{{time.Minute, 0}, {time.Minute, 0}, {61 * time.Second, 1}, {time.Hour, 1}} {
		m.now = m.now.Add(step.after)
		if err := m.run(); err != nil {
			t.Fatal(err)
		}
		if s.appends != step.appends {
			t.Errorf("%v: %d APPENDs, want %d", m.now, s.appends, step.appends)
		}
	}
	oneDraft(t, s, "patient", m)
}

// A refusal is no doubt: it is tried again as often as it takes.
func TestRefusedIsTriedAgain(t *testing.T) {
	s := newServer()
	m := newMachine(s)
	for range 5 {
		m.plan, m.steps = []fault{3: refused}, 0
		if err := m.run(); !errors.Is(err, errRefused) {
			t.Fatalf("%v", err)
		}
	}
	m.heal(t)
	oneDraft(t, s, "refused five times", m)
}
