package imapwatch

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"inboxwatch/internal/imaptest"
)

func letter(id string) []byte {
	return []byte("From: a@x.example\nTo: sam@okafor.example\nSubject: Interview\nDate: Thu, 19 Nov 2026 10:00:00 +0000\nMessage-ID: <" + id + ">\n\nText.\n")
}

// readAll syncs INBOX and gives the ids of what came.
func readAll(t *testing.T, c *Client, cur Cursor) ([]string, Cursor, Stats) {
	t.Helper()
	all, err := c.Folders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range all {
		if f.Role != Inbox {
			continue
		}
		next, st, err := c.Sync(t.Context(), f, cur, SyncOptions{}, func(it Item) error {
			got = append(got, it.MessageID)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return got, next, st
	}
	t.Fatal("no INBOX")
	return nil, Cursor{}, Stats{}
}

// TestInboxMadeAnew: INBOX is deleted and made again under a Wait that keeps it
// selected. The memory server says nothing of it, and shows the old one, where
// nothing ever comes; the recount sees the new one. As long as nothing happens
// a recount is no news.
func TestInboxMadeAnew(t *testing.T) {
	for name, caps := range map[string]string{"IDLE": "", "polled": "IMAP4rev1 UIDPLUS UNSELECT CHILDREN", "polled, without UNSELECT": "IMAP4rev1 CHILDREN"} {
		t.Run(name, func(t *testing.T) {
			p := imaptest.Plain
			p.Caps = caps
			s, err := imaptest.Start(imaptest.Options{Play: &p})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			check := func(err error) {
				if err != nil {
					t.Error(err)
				}
			}
			_, err = s.Add("INBOX", letter("old@x"), time.Now().Add(-time.Hour))
			check(err)
			c, err := Dial(t.Context(), Account{Name: "t", Host: s.Host, Port: s.Port, Security: "none", Username: s.User,
				Secret: func(context.Context) (string, error) { return s.Password, nil }, Poll: 50 * time.Millisecond}, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			c.opts.idle, c.opts.recount = 50*time.Millisecond, 200*time.Millisecond
			got, cur, _ := readAll(t, c, Cursor{})
			if len(got) != 1 {
				t.Fatalf("read %v", got)
			}
			before := s.Verbs()["EXAMINE INBOX"]
			if r, err := c.Wait(t.Context(), time.Now().Add(700*time.Millisecond)); r != Due || err != nil {
				t.Fatalf("with nothing new: %s, %v", r, err)
			}
			if n := s.Verbs()["EXAMINE INBOX"] - before; n < 2 {
				t.Errorf("INBOX was opened %d times while waiting; was it counted?", n)
			}
			_, _, st := readAll(t, c, cur)
			if !st.NothingNew {
				t.Errorf("before anything happened: %+v", st)
			}
			time.AfterFunc(300*time.Millisecond, func() {
				check(s.RemoveFolder("INBOX"))
				check(s.AddFolder("INBOX", ""))
				_, err := s.Add("INBOX", letter("new@x"), time.Now())
				check(err)
			})
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			if r, err := c.Wait(ctx, time.Time{}); r != NewMail && r != Changed || err != nil {
				t.Fatalf("with INBOX made anew: %q, %v", r, err)
			}
			got, next, st := readAll(t, c, cur)
			if fmt.Sprint(got) != "[<new@x>]" || !st.Rescan || next.UIDValidity == cur.UIDValidity {
				t.Errorf("read %v, %+v; the cursor went from %+v to %+v", got, st, cur, next)
			}
		})
	}
}

// TestValidityUnderSelect: a server gives INBOX another UIDVALIDITY while it is
// selected, and says so or not. What is read counts for the one that was
// selected, so that the next look finds the difference and reads anew.
func TestValidityUnderSelect(t *testing.T) {
	for name, word := range map[string]string{"said": "* OK [UIDVALIDITY 8] made anew\r\n", "unsaid": ""} {
		t.Run(name, func(t *testing.T) {
			anew := false
			mails := []imaptest.Message{{UID: 1, Raw: imaptest.CRLF(letter("one@x")), Arrived: time.Now()}}
			other := imaptest.Message{UID: 1, Raw: imaptest.CRLF(letter("other@x")), Arrived: time.Now()}
			f, err := imaptest.StartFake(mails, func(c *imaptest.FakeCommand) bool {
				switch c.Verb {
				case "STATUS":
					validity := 7
					if anew {
						validity = 8
					}
					c.Say(fmt.Sprintf("* STATUS INBOX (MESSAGES 1 UIDNEXT 2 UIDVALIDITY %d)\r\n{tag} OK done\r\n", validity))
					return true
				case "EXAMINE":
					validity := 7
					if anew {
						validity = 8
					}
					c.Say(fmt.Sprintf("* FLAGS (\\Draft)\r\n* 1 EXISTS\r\n* OK [UIDVALIDITY %d] v\r\n* OK [UIDNEXT 2] n\r\n{tag} OK [READ-ONLY] open\r\n", validity))
					return true
				case "UID FETCH":
					if !anew {
						anew = true
						c.Say(word)
					}
					_, items, _ := strings.Cut(c.Args, " ")
					c.Say(imaptest.FetchAnswer(1, other, items) + "{tag} OK done\r\n")
					return true
				}
				return false
			})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			c, err := Dial(t.Context(), Account{Name: "t", Host: f.Host, Port: f.Port, Security: "none", Username: "sam",
				Secret: func(context.Context) (string, error) { return "x", nil }}, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			_, cur, _ := readAll(t, c, Cursor{})
			if cur.UIDValidity != 7 {
				t.Errorf("the cursor is %+v, want the UIDVALIDITY that was selected", cur)
			}
			c.Close()
			again, err := Dial(t.Context(), c.acc, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer again.Close()
			got, next, st := readAll(t, again, cur)
			if fmt.Sprint(got) != "[<other@x>]" || !st.Rescan || next.UIDValidity != 8 {
				t.Errorf("read %v, %+v, %+v", got, st, next)
			}
		})
	}
}
