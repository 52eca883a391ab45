package imapwatch

import (
	"context"
	"errors"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

// TestClockLeaps: a machine that slept, or whose clock was set, has its
// connection replaced, whether it happens while waiting or in a pass; what is
// due by the wall clock is due all the same.
func TestClockLeaps(t *testing.T) {
	s, err := imaptest.Start(imaptest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, leap := range []time.Duration{8 * time.Hour, time.Minute, -time.Hour, 10 * time.Second} {
		c, err := Dial(t.Context(), Account{Name: "t", Host: s.Host, Port: s.Port, Security: "none", Username: s.User,
			Secret: func(context.Context) (string, error) { return s.Password, nil }, Poll: 50 * time.Millisecond}, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Folders(t.Context()); err != nil {
			t.Fatal(err)
		}
		c.noIdle = true // polling looks at the clocks every Poll, IDLE every tick
		start, after := time.Now(), 200*time.Millisecond
		c.clocks = func() moment {
			m := readClocks()
			if time.Since(start) > after {
				m.wall = m.wall.Add(leap)
			}
			return m
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		r, err := c.Wait(ctx, time.Time{})
		cancel()
		took := time.Since(start)
		if leap.Abs() <= sleepJump {
			if !errors.Is(err, context.DeadlineExceeded) || c.Old() {
				t.Errorf("a leap of %s: %q, %v after %s", leap, r, err, took)
			}
			continue
		}
		if r != Expired || err != nil || took < after {
			t.Errorf("a leap of %s: %q, %v after %s", leap, r, err, took)
		}
		if !c.Old() {
			t.Errorf("a leap of %s: the connection is not old", leap)
		}
	}

	c, err := Dial(t.Context(), Account{Name: "t", Host: s.Host, Port: s.Port, Security: "none", Username: s.User,
		Secret: func(context.Context) (string, error) { return s.Password, nil }}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.Folders(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.clocks = func() moment { m := readClocks(); m.wall = m.wall.Add(8 * time.Hour); return m }
	if !c.Old() {
		t.Error("a sleep during a pass is not noticed")
	}
	if r, err := c.Wait(t.Context(), time.Now().Add(7*time.Hour)); r != Due || err != nil {
		t.Errorf("due in the sleep: %q, %v", r, err)
	}
}

// TestLifetime: a connection asks to be replaced before the server ends it, an
// hour after the login at Gmail with OAuth.
func TestLifetime(t *testing.T) {
	if life := (Account{Host: "imap.gmail.com", Auth: "oauth2"}).withDefaults().Lifetime; life >= time.Hour || life < 30*time.Minute {
		t.Errorf("at Gmail with OAuth a connection lives %s", life)
	}
	s, err := imaptest.Start(imaptest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c, err := Dial(t.Context(), Account{Name: "t", Host: s.Host, Port: s.Port, Security: "none", Username: s.User,
		Secret: func(context.Context) (string, error) { return s.Password, nil }, Lifetime: 500 * time.Millisecond}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.Folders(t.Context()); err != nil {
		t.Fatal(err)
	}
	if c.Old() {
		t.Error("old at once")
	}
	start := time.Now()
	r, err := c.Wait(t.Context(), time.Time{})
	if took := time.Since(start); err != nil || r != Expired || took > 20*time.Second {
		t.Errorf("waited %s: %v, %v", took, r, err)
	}
	if !c.Old() {
		t.Error("not old in the end")
	}
}
