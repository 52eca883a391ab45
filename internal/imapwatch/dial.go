package imapwatch

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

const maxDial = 20 * time.Second

// connect opens a connection and logs in. It runs below go-imap, line by
// line, with a deadline on each step.
func (c *Client) connect(ctx context.Context) (*link, error) {
	if err := c.checkSecurity(); err != nil {
		return nil, err
	}
	tlsConf, err := c.tlsConfig()
	if err != nil {
		return nil, err
	}
	d := net.Dialer{Timeout: min(c.acc.Timeout, maxDial), KeepAlive: 30 * time.Second}
	tcp, err := d.DialContext(ctx, "tcp", c.acc.addr())
	if err != nil {
		return nil, c.dialError(err)
	}
	l := newLink(tcp, c.acc.Timeout)
	stop := context.AfterFunc(ctx, func() { l.cut(ctx.Err()) })
	defer stop()
	l.begin(1 << 20)
	err = c.handshake(ctx, l, tlsConf)
	l.end()
	if err != nil {
		cause := l.cause()
		l.cut(net.ErrClosed)
		return nil, c.dialFailure(err, cause)
	}
	return l, nil
}

func (c *Client) handshake(ctx context.Context, l *link, conf *tls.Config) error {
	if c.acc.Security == "tls" {
		if err := c.startTLS(ctx, l, conf); err != nil {
			return err
		}
	}
	s := &session{c: c, l: l}
	if err := s.greeting(); err != nil {
		return err
	}
	if c.acc.Security == "starttls" {
		if err := s.startTLS(ctx, conf); err != nil {
			return err
		}
	}
	return s.enter(ctx)
}

// startTLS begins TLS on the raw connection.
func (c *Client) startTLS(ctx context.Context, l *link, conf *tls.Config) error {
	conn := tls.Client(l.tcp, conf)
	if err := conn.HandshakeContext(ctx); err != nil {
		return c.tlsError(err)
	}
	l.conn = conn
	l.rewire()
	return nil
}

// dialFailure gives the link's own reason precedence over what it looked like.
func (c *Client) dialFailure(err, cause error) error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	if cause != nil {
		if errors.Is(cause, context.Canceled) || errors.Is(cause, context.DeadlineExceeded) {
			return cause
		}
		err = cause
	}
	return c.fail(ErrTemporary, "connect", err.Error(), err)
}

// checkSecurity refuses cleartext to anywhere but this machine.
func (c *Client) checkSecurity() error {
	switch c.acc.Security {
	case "tls", "starttls":
		return nil
	case "none":
		if ip := net.ParseIP(c.acc.Host); (ip != nil && ip.IsLoopback()) || c.acc.Host == "localhost" {
			return nil
		}
		e := c.fail(ErrConfig, "connect", `security = "none" is for this machine only`, nil)
		e.Hint = `use security = "tls" or "starttls"`
		return e
	}
	e := c.fail(ErrConfig, "connect", fmt.Sprintf("security = %q is unknown", c.acc.Security), nil)
	e.Hint = `use "tls", "starttls" or "none"`
	return e
}

func (c *Client) tlsConfig() (*tls.Config, error) {
	conf := &tls.Config{ServerName: c.acc.Host, MinVersion: tls.VersionTLS12}
	if c.acc.CAFile != "" {
		pem, err := os.ReadFile(c.acc.CAFile)
		if err != nil {
			return nil, c.fail(ErrConfig, "read ca_file", err.Error(), err)
		}
		pool, err := x509.SystemCertPool()
		if err != nil {
			pool = x509.NewCertPool()
		}
		if !pool.AppendCertsFromPEM(pem) {
			return nil, c.fail(ErrConfig, "read ca_file", c.acc.CAFile+" holds no certificate in PEM form", nil)
		}
		conf.RootCAs = pool
	}
	if c.acc.Pin != "" {
		want, err := hex.DecodeString(strings.ReplaceAll(strings.TrimPrefix(c.acc.Pin, "sha256:"), ":", ""))
		if err != nil || len(want) != sha256.Size {
			return nil, c.fail(ErrConfig, "use the certificate pin", "a pin is a SHA-256 in 64 hexadecimal digits", nil)
		}
		pinTo(conf, want)
	}
	return conf, nil
}

// pinTo replaces the chain's verification by an exact comparison: stricter,
// not laxer, and the only way to reach a bridge with a certificate of its own.
func pinTo(conf *tls.Config, want []byte) {
	conf.InsecureSkipVerify = true // VerifyConnection below decides, on resumption too
	conf.VerifyConnection = func(st tls.ConnectionState) error {
		if len(st.PeerCertificates) == 0 {
			return errors.New("no certificate")
		}
		got := sha256.Sum256(st.PeerCertificates[0].Raw)
		if string(got[:]) != string(want) {
			return &tls.CertificateVerificationError{UnverifiedCertificates: st.PeerCertificates,
				Err: fmt.Errorf("its SHA-256 is %x, not the pinned one", got)}
		}
		return nil
	}
}

func (c *Client) tlsError(err error) error {
	var cert *tls.CertificateVerificationError
	var host x509.HostnameError
	var bad x509.CertificateInvalidError
	var stranger x509.UnknownAuthorityError
	var rec tls.RecordHeaderError
	switch {
	case errors.As(err, &host):
		e := c.fail(ErrCertificate, "trust the server", "its certificate is for "+names(host.Certificate)+", not for "+c.acc.Host, err)
		e.Hint = "check host in the configuration; nothing was sent"
		return e
	case errors.As(err, &bad) && bad.Reason == x509.Expired && bad.Cert != nil && time.Now().After(bad.Cert.NotAfter):
		e := c.fail(ErrCertificate, "trust the server", "its certificate has expired, on "+bad.Cert.NotAfter.UTC().Format("2 January 2006"), err)
		e.Hint = "its keeper must renew it; if that date is still to come, set this computer's clock; nothing was sent"
		return e
	case errors.As(err, &stranger):
		e := c.fail(ErrCertificate, "trust the server", "nobody whom this computer trusts vouches for its certificate", err)
		e.Hint = "if the server is your own, name its authority in ca_file or pin the certificate by pin_sha256; else somebody may be in between; nothing was sent"
		return e
	case errors.As(err, &cert):
		e := c.fail(ErrCertificate, "trust the server", "its certificate for "+c.acc.Host+" does not verify: "+cert.Err.Error(), err)
		e.Hint = "if it is your own server, name its CA in ca_file; nothing was sent"
		return e
	case errors.As(err, &rec):
		e := c.fail(ErrTemporary, "start TLS", "the server does not speak TLS on this port", err)
		e.Hint = `port 993 goes with security = "tls", port 143 with "starttls"`
		return e
	}
	return c.fail(ErrTemporary, "start TLS", err.Error(), err)
}

func names(cert *x509.Certificate) string {
	all := cert.DNSNames
	if len(all) == 0 {
		all = []string{cert.Subject.CommonName}
	}
	if len(all) > 3 {
		all = all[:3]
	}
	return strings.Join(all, ", ")
}

func (c *Client) dialError(err error) error {
	e := c.fail(ErrTemporary, "connect", err.Error(), err)
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		e.Why, e.Hint = "no such host", "check host in the configuration and the network"
	case errors.As(err, &dns):
		e.Why, e.Hint = "the name cannot be looked up", "check the network"
	case errors.As(err, &op) && op.Timeout():
		e.Why, e.Hint = "no answer", "check host, port and the network"
	case errors.As(err, &op):
		e.Why, e.Hint = c.clean(op.Err.Error()), "check host, port and the network"
		if ip := net.ParseIP(c.acc.Host); ip != nil && ip.IsLoopback() {
			e.Hint = "start the mail server or bridge on this computer, or check port"
		}
	}
	return e
}
