package imaptest

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"log"
	"net"
	"sort"
	"strconv"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// Options say what a memory server is like. The zero value is a plain server
// with one user, SPECIAL-USE and the usual folders, without TLS.
type Options struct {
	User, Password string      // default: "sam@okafor.example", "secret-of-sam"
	Token          string      // where set, XOAUTH2 and OAUTHBEARER take it
	Play           *Play       // the provider to play; default: Plain
	TLS            *tls.Config // where set, the server speaks TLS from the first byte
	StartTLS       *tls.Config // where set, the server offers STARTTLS
}

// Server is a memory server under way.
type Server struct {
	Host           string
	Port           int
	User, Password string
	Play           Play

	opts  Options
	ln    net.Listener
	srv   *imapserver.Server
	user  *imapmemserver.User
	done  sync.WaitGroup
	mu    sync.Mutex
	uses  map[string]imap.MailboxAttr
	order []string
	verbs map[string]int
}

// Message is a mail in one of the server's folders.
type Message struct {
	UID     uint32
	Flags   []string
	Arrived time.Time
	Raw     []byte
}

// Start runs a memory server on a free port of 127.0.0.1 until Close.
func Start(opts Options) (*Server, error) {
	if opts.User == "" {
		opts.User = "sam@okafor.example"
	}
	if opts.Password == "" {
		opts.Password = "secret-of-sam"
	}
	if opts.Play == nil {
		opts.Play = &Plain
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen on loopback: %w", err)
	}
	addr := ln.Addr().(*net.TCPAddr)
	s := &Server{Host: "127.0.0.1", Port: addr.Port, User: opts.User, Password: opts.Password, Play: *opts.Play,
		opts: opts, uses: map[string]imap.MailboxAttr{}, user: imapmemserver.NewUser(opts.User, opts.Password)}
	for _, f := range s.Play.Folders {
		if err := s.AddFolder(f.Name, f.Use); err != nil {
			return nil, err
		}
	}
	s.ln = &playListener{Listener: ln, caps: s.Play.Caps, tls: opts.TLS}
	s.srv = imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return &memSession{srv: s}, &imapserver.GreetingData{}, nil
		},
		Caps: imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapUIDPlus: {}, imap.CapMove: {}, imap.CapESearch: {},
			imap.CapSpecialUse: {}, imap.CapListExtended: {}, imap.CapListStatus: {}, imap.CapNamespace: {}, imap.CapChildren: {}},
		Logger:       log.New(io.Discard, "", 0),
		TLSConfig:    opts.StartTLS,
		InsecureAuth: opts.StartTLS == nil,
	})
	s.done.Add(1)
	go func() {
		defer s.done.Done()
		_ = s.srv.Serve(s.ln)
	}()
	return s, nil
}

// Addr is host:port.
func (s *Server) Addr() string { return net.JoinHostPort(s.Host, strconv.Itoa(s.Port)) }

// Close ends the server and its connections.
func (s *Server) Close() error {
	err := s.srv.Close()
	s.ln.Close()
	s.done.Wait()
	return err
}

// AddFolder makes a folder; use may be empty.
func (s *Server) AddFolder(name string, use imap.MailboxAttr) error {
	if err := s.user.Create(name, nil); err != nil {
		return fmt.Errorf("make folder %s: %w", name, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.uses[name] = use
	s.order = append(s.order, name)
	return nil
}

// RemoveFolder makes a folder vanish.
func (s *Server) RemoveFolder(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.uses, name)
	for i, n := range s.order {
		if n == name {
			s.order = append(s.order[:i], s.order[i+1:]...)
			break
		}
	}
	return s.user.Delete(name)
}

// RenameFolder gives a folder another name; its mails and its use stay.
func (s *Server) RenameFolder(name, to string) error {
	if err := s.user.Rename(name, to, nil); err != nil {
		return fmt.Errorf("rename folder %s: %w", name, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.uses[to] = s.uses[name]
	delete(s.uses, name)
	for i, n := range s.order {
		if n == name {
			s.order[i] = to
		}
	}
	return nil
}

// Folder gives the first folder with the use, or "".
func (s *Server) Folder(use imap.MailboxAttr) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range s.order {
		if s.uses[n] == use {
			return n
		}
	}
	return ""
}

// Add puts a mail into a folder, as if it had arrived at the given time. Bare
// line feeds become CRLF.
func (s *Server) Add(folder string, raw []byte, arrived time.Time, flags ...string) (uint32, error) {
	uid, err := s.store(folder, raw, arrived, flags...)
	if err != nil {
		return 0, err
	}
	return uid, s.labelled(folder)
}

func (s *Server) store(folder string, raw []byte, arrived time.Time, flags ...string) (uint32, error) {
	opts := &imap.AppendOptions{Time: arrived}
	for _, f := range flags {
		opts.Flags = append(opts.Flags, imap.Flag(f))
	}
	raw = CRLF(raw)
	d, err := s.user.Append(folder, literal{bytes.NewReader(raw), int64(len(raw))}, opts)
	if err != nil {
		return 0, fmt.Errorf("add a mail to %s: %w", folder, err)
	}
	return uint32(d.UID), nil
}

// CRLF makes every line end a CRLF.
func CRLF(raw []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
}

type literal struct {
	io.Reader
	size int64
}

func (l literal) Size() int64 { return l.size }

// Messages lists a folder, by UID.
func (s *Server) Messages(folder string) ([]Message, error) {
	var out []Message
	err := s.admin(folder, func(c *imapclient.Client, n uint32) error {
		if n == 0 {
			return nil
		}
		var all imap.SeqSet
		all.AddRange(1, 0)
		section := &imap.FetchItemBodySection{Peek: true}
		msgs, err := c.Fetch(all, &imap.FetchOptions{UID: true, Flags: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{section}}).Collect()
		for _, m := range msgs {
			msg := Message{UID: uint32(m.UID), Arrived: m.InternalDate, Raw: m.FindBodySection(section)}
			for _, f := range m.Flags {
				msg.Flags = append(msg.Flags, string(f))
			}
			sort.Strings(msg.Flags)
			out = append(out, msg)
		}
		return err
	})
	return out, err
}

// Flag adds flags to a mail.
func (s *Server) Flag(folder string, uid uint32, flags ...string) error {
	set := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true}
	for _, f := range flags {
		set.Flags = append(set.Flags, imap.Flag(f))
	}
	return s.admin(folder, func(c *imapclient.Client, _ uint32) error {
		return c.Store(imap.UIDSetNum(imap.UID(uid)), set, nil).Close()
	})
}

// Move moves a mail to another folder, as a user would.
func (s *Server) Move(folder string, uid uint32, to string) error {
	err := s.admin(folder, func(c *imapclient.Client, _ uint32) error {
		_, err := c.Move(imap.UIDSetNum(imap.UID(uid)), to).Wait()
		return err
	})
	if err != nil {
		return err
	}
	return s.labelled(to)
}

// Remove deletes a mail for good.
func (s *Server) Remove(folder string, uid uint32) error {
	if err := s.Flag(folder, uid, `\Deleted`); err != nil {
		return err
	}
	return s.admin(folder, func(c *imapclient.Client, _ uint32) error {
		return c.UIDExpunge(imap.UIDSetNum(imap.UID(uid))).Close()
	})
}

// Verbs gives how often each session method was called, by name.
func (s *Server) Verbs() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := map[string]int{}
	for k, v := range s.verbs {
		out[k] = v
	}
	return out
}

func (s *Server) count(verb string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.verbs == nil {
		s.verbs = map[string]int{}
	}
	s.verbs[verb]++
}
