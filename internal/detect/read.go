package detect

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"inboxwatch/internal/detect/mailparse"
	"inboxwatch/internal/rules"
)

// Owner is the job seeker whose mailbox is read.
type Owner struct {
	Name      string
	Addresses []string       // all of the owner's, any case
	Zone      *time.Location // for times that name no zone; nil: UTC
}

// has reports whether address is one of the owner's.
func (o Owner) has(address string) bool {
	if address == "" {
		return false
	}
	for _, a := range o.Addresses {
		if strings.EqualFold(a, address) {
			return true
		}
	}
	return false
}

// colleague reports whether address is of the domain of one of the owner's
// addresses, which is a firm's and no mail provider's.
func (o Owner) colleague(address string) bool {
	d := senderDomain(address)
	if d == "" || isFreemail(d) {
		return false
	}
	for _, a := range o.Addresses {
		if senderDomain(a) == d {
			return true
		}
	}
	return false
}

// ReadRaw parses raw (RFC 5322) and reads it. The error says that raw is no
// mail at all; a broken mail is read as far as it goes.
func ReadRaw(raw []byte, o Owner) (rules.Mail, rules.Facts, error) {
	m, err := mailparse.ParseStrict(raw)
	if err != nil {
		return rules.Mail{}, rules.Facts{}, err
	}
	return Envelope(m, o), Read(m, o), nil
}

// Limits of what an envelope keeps.
const (
	maxReferences = 50
	maxRecipients = 50
	maxSubject    = 200
)

// Envelope gives all of rules.Mail that the mail itself tells; Account, Folder
// and InSent are the mailbox's to say.
func Envelope(m *mailparse.Message, o Owner) rules.Mail {
	env := rules.Mail{
		MessageID:  m.MessageID,
		InReplyTo:  m.InReplyTo,
		References: m.References,
		Date:       m.Date,
		From:       m.From,
		ReplyTo:    m.ReplyTo,
		Subject:    clip(m.Subject, maxSubject),
		FromOwner:  o.has(m.From.Address),
		Auto:       machineSent(m),
	}
	if n := len(env.References); n > maxReferences {
		env.References = env.References[n-maxReferences:]
	}
	env.To = recipients(m)
	env.Owner = ownerAddress(m, o, env.FromOwner)
	if env.MessageID == "" {
		env.MessageID = substituteID(m)
	}
	if env.FromOwner {
		env.CalendarReply = calendarAnswer(m)
		env.Withdraws = withdraws(m)
	}
	return env
}

// recipients are To and Cc, at most maxRecipients.
func recipients(m *mailparse.Message) []rules.Contact {
	to := m.To[:len(m.To):len(m.To)]
	to = append(to, m.Cc...)
	if len(to) > maxRecipients {
		to = to[:maxRecipients]
	}
	return to
}

// ownerAddress is the owner's address that the mail came to, as the owner
// wrote it: From for the owner's own mail, else To, Cc, then the headers that
// delivery leaves. "" where none of them shows one.
func ownerAddress(m *mailparse.Message, o Owner, own bool) string {
	if own {
		return strings.ToLower(m.From.Address)
	}
	for _, list := range [][]rules.Contact{m.To, m.Cc} {
		for _, c := range list {
			if o.has(c.Address) {
				return strings.ToLower(c.Address)
			}
		}
	}
	for _, h := range []string{"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"} {
		if a := strings.Trim(m.Header(h), "<> \t"); o.has(a) {
			return strings.ToLower(a)
		}
	}
	return ""
}

// substituteID names a mail without a Message-ID by the hash of its headers.
func substituteID(m *mailparse.Message) string {
	h := sha256.New()
	for _, s := range []string{m.Date.UTC().Format(time.RFC3339), m.From.Address, m.Subject} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	for _, c := range m.To {
		h.Write([]byte(c.Address))
		h.Write([]byte{0})
	}
	return "<" + hex.EncodeToString(h.Sum(nil)[:16]) + "@none>"
}

// calendarAnswer reports whether the owner's mail is a calendar program's
// answer (RFC 5546: REPLY, COUNTER).
func calendarAnswer(m *mailparse.Message) bool {
	for _, c := range m.Calendars {
		method := strings.ToUpper(c.Method)
		if method == "" {
			method = methodOf(c.Data)
		}
		if method == "REPLY" || method == "COUNTER" {
			return true
		}
	}
	return false
}

// methodOf finds the METHOD line of a calendar without reading the rest.
func methodOf(data []byte) string {
	const window = 4096
	s := strings.ToUpper(string(data[:min(len(data), window)]))
	_, after, ok := strings.Cut(s, "METHOD:")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(after, "\r\n"); i >= 0 {
		after = after[:i]
	}
	return strings.TrimSpace(after)
}
