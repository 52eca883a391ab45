package imapwatch

import (
	"context"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

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
