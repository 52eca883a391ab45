package imaptest

import (
	"fmt"
	"io"
	"log"
	"net"
	"sync"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// admin does something over a connection of its own, which plays nobody.
func (s *Server) admin(folder string, f func(*imapclient.Client, uint32) error) error {
	here, there := net.Pipe()
	srv := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return imapmemserver.NewUserSession(s.user), &imapserver.GreetingData{PreAuth: true}, nil
		},
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapUIDPlus: {}, imap.CapMove: {}},
		Logger:       log.New(io.Discard, "", 0),
		InsecureAuth: true,
	})
	ln := &onceListener{conn: there, closed: make(chan struct{})}
	var done sync.WaitGroup
	done.Add(1)
	go func() {
		defer done.Done()
		_ = srv.Serve(ln)
	}()
	defer done.Wait()
	defer srv.Close()
	c := imapclient.New(here, nil)
	defer c.Close()
	sel, err := c.Select(folder, nil).Wait()
	if err != nil {
		return fmt.Errorf("open %s: %w", folder, err)
	}
	return f(c, sel.NumMessages)
}

// onceListener hands out one connection.
type onceListener struct {
	conn   net.Conn
	mu     sync.Mutex
	given  bool
	closed chan struct{}
}

func (l *onceListener) Accept() (net.Conn, error) {
	l.mu.Lock()
	given := l.given
	l.given = true
	l.mu.Unlock()
	if !given {
		return l.conn, nil
	}
	<-l.closed
	return nil, net.ErrClosed
}

func (l *onceListener) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case <-l.closed:
	default:
		close(l.closed)
	}
	return nil
}

func (l *onceListener) Addr() net.Addr { return l.conn.LocalAddr() }
