package imaptest

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"io"
	"net"
	"regexp"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
	"github.com/emersion/go-sasl"
)

// memSession is one connection's session: go-imap's, with what it lacks.
type memSession struct {
	*imapmemserver.UserSession
	srv      *Server
	readOnly bool
	selected string
}

func refuse(text string) error {
	return &imap.Error{Type: imap.StatusResponseTypeNo, Text: text}
}

// Close ends the session; go-imap calls it on sessions that never logged in too.
func (m *memSession) Close() error {
	if m.UserSession == nil {
		return nil
	}
	return m.UserSession.Close()
}

func (m *memSession) Login(user, password string) error {
	m.srv.count("LOGIN")
	if user != m.srv.User || password != m.srv.Password {
		return imapserver.ErrAuthFailed
	}
	m.UserSession = imapmemserver.NewUserSession(m.srv.user)
	return nil
}

func (m *memSession) AuthenticateMechanisms() []string {
	mechs := []string{"PLAIN"}
	if m.srv.opts.Token != "" {
		mechs = append(mechs, "XOAUTH2", "OAUTHBEARER")
	}
	return mechs
}

func (m *memSession) Authenticate(mech string) (sasl.Server, error) {
	switch mech {
	case "PLAIN":
		return sasl.NewPlainServer(func(_, user, password string) error { return m.Login(user, password) }), nil
	case "OAUTHBEARER":
		return sasl.NewOAuthBearerServer(func(o sasl.OAuthBearerOptions) *sasl.OAuthBearerError {
			if m.token(o.Username, o.Token) != nil {
				return &sasl.OAuthBearerError{Status: "invalid_token"}
			}
			return nil
		}), nil
	case "XOAUTH2":
		return &xoauth2{m: m}, nil
	}
	return nil, refuse("unknown mechanism")
}

func (m *memSession) token(user, token string) error {
	if m.srv.opts.Token == "" || user != m.srv.User || token != m.srv.opts.Token {
		return imapserver.ErrAuthFailed
	}
	return m.Login(user, m.srv.Password)
}

// xoauth2 is the server's side of Google's and Microsoft's mechanism.
type xoauth2 struct {
	m      *memSession
	failed bool
}

func (x *xoauth2) Next(response []byte) ([]byte, bool, error) {
	if x.failed {
		return nil, true, imapserver.ErrAuthFailed
	}
	if response == nil {
		return []byte{}, false, nil
	}
	user, rest, _ := strings.Cut(strings.TrimPrefix(string(response), "user="), "\x01auth=Bearer ")
	if err := x.m.token(user, strings.TrimSuffix(rest, "\x01\x01")); err != nil {
		x.failed = true
		why, _ := json.Marshal(map[string]string{"status": "400", "schemes": "Bearer", "scope": "https://mail.example/"})
		return why, false, nil
	}
	return nil, true, nil
}

func (m *memSession) Select(name string, opts *imap.SelectOptions) (*imap.SelectData, error) {
	m.readOnly = opts != nil && opts.ReadOnly
	m.selected = name
	if m.readOnly {
		m.srv.count("EXAMINE " + name)
	} else {
		m.srv.count("SELECT " + name)
	}
	return m.UserSession.Select(name, opts)
}

// List shows the folders of the play, with their uses where it tells them.
func (m *memSession) List(w *imapserver.ListWriter, ref string, patterns []string, _ *imap.ListOptions) error {
	s := m.srv
	s.mu.Lock()
	names, uses := append([]string{}, s.order...), map[string]imap.MailboxAttr{}
	for k, v := range s.uses {
		uses[k] = v
	}
	s.mu.Unlock()
	delim := s.Play.delim()
	for _, name := range names {
		for _, p := range patterns {
			if !imapserver.MatchList(name, delim, ref, p) {
				continue
			}
			d := &imap.ListData{Mailbox: name, Delim: delim}
			if use := uses[name]; use != "" && !s.Play.HideUses {
				d.Attrs = append(d.Attrs, use)
			}
			if err := w.WriteList(d); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// Fetch under EXAMINE leaves no \Seen behind.
func (m *memSession) Fetch(w *imapserver.FetchWriter, set imap.NumSet, opts *imap.FetchOptions) error {
	for _, b := range opts.BodySection {
		if !b.Peek {
			m.srv.count("FETCH without PEEK")
		}
		b.Peek = b.Peek || m.readOnly
	}
	return m.UserSession.Fetch(w, set, opts)
}

func (m *memSession) writable(verb string) error {
	m.srv.count(verb + " " + m.selected)
	if m.readOnly {
		return &imap.Error{Type: imap.StatusResponseTypeNo, Code: "READ-ONLY", Text: "the folder is open for reading"}
	}
	return nil
}

func (m *memSession) Store(w *imapserver.FetchWriter, set imap.NumSet, flags *imap.StoreFlags, opts *imap.StoreOptions) error {
	if err := m.writable("STORE"); err != nil {
		return err
	}
	return m.UserSession.Store(w, set, flags, opts)
}

func (m *memSession) Expunge(w *imapserver.ExpungeWriter, uids *imap.UIDSet) error {
	if err := m.writable("EXPUNGE"); err != nil {
		return err
	}
	return m.UserSession.Expunge(w, uids)
}

func (m *memSession) Move(w *imapserver.MoveWriter, set imap.NumSet, to string) error {
	if err := m.writable("MOVE"); err != nil {
		return err
	}
	if !m.srv.Play.has("MOVE") {
		return &imap.Error{Type: imap.StatusResponseTypeBad, Text: "unknown command"}
	}
	if err := m.UserSession.Move(w, set, to); err != nil {
		return err
	}
	return m.srv.labelled(to)
}

func (m *memSession) Append(name string, r imap.LiteralReader, opts *imap.AppendOptions) (*imap.AppendData, error) {
	m.srv.count("APPEND " + name)
	// The memory server would store what came before a connection broke.
	raw, err := io.ReadAll(r)
	if err != nil || int64(len(raw)) != r.Size() {
		return nil, io.ErrUnexpectedEOF
	}
	d, err := m.UserSession.Append(name, literal{bytes.NewReader(raw), r.Size()}, opts)
	if err == nil {
		err = m.srv.labelled(name)
	}
	if err == nil && !m.srv.Play.has("UIDPLUS") {
		return nil, nil
	}
	return d, err
}

// Search lies in the ways that the play's provider does.
func (m *memSession) Search(kind imapserver.NumKind, cr *imap.SearchCriteria, opts *imap.SearchOptions) (*imap.SearchData, error) {
	p := m.srv.Play
	if (len(cr.Header) > 0 || len(cr.Or) > 0) && p.NoHeaderSearch {
		return nil, &imap.Error{Type: imap.StatusResponseTypeNo, Code: imap.ResponseCodeServerBug, Text: "SEARCH Server error"}
	}
	d, err := m.UserSession.Search(kind, cr, opts)
	if err == nil && p.BlindSearch && !cr.Since.IsZero() {
		d.All = imap.UIDSet{}
	}
	return d, err
}

// playListener shows another capability list than the server's own.
type playListener struct {
	net.Listener
	caps string
	tls  *tls.Config
}

func (l *playListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if l.tls != nil {
		c = tls.Server(c, l.tls)
	}
	if l.caps == "" {
		return c, nil
	}
	return &playConn{Conn: c, caps: []byte("${1}CAPABILITY " + l.caps)}, nil
}

type playConn struct {
	net.Conn
	caps []byte
}

var capsLine = regexp.MustCompile(`(\* |\[)CAPABILITY IMAP4rev1[^\]\r\n]*`)

func (c *playConn) Write(p []byte) (int, error) {
	if _, err := c.Conn.Write(capsLine.ReplaceAll(p, c.caps)); err != nil {
		return 0, err
	}
	return len(p), nil
}
