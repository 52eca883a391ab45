package imaptest

import (
	"crypto/sha256"

	"github.com/emersion/go-imap/v2"
)

// Where Play.Labels is set, the server keeps mail as Gmail does: a folder is a
// label, and what lies in any folder but Trash and Spam lies in All Mail too,
// under a UID of its own. Deleting a mail in a folder takes the label off, and
// it stays in All Mail; moving it to Trash takes it out of every other folder.
// Two mails are one where their bytes are.

// labelled puts a mail that came into a folder into All Mail, if it lies there
// not yet.
func (s *Server) labelled(folder string) error {
	if !s.Play.Labels {
		return nil
	}
	switch all := s.Folder(imap.MailboxAttrAll); folder {
	case "", all, s.Folder(imap.MailboxAttrJunk):
		return nil
	case s.Folder(imap.MailboxAttrTrash):
		return s.trashed(folder)
	default:
		have, err := s.digests(all)
		if err != nil {
			return err
		}
		msgs, err := s.Messages(folder)
		for _, m := range msgs {
			if sum := sha256.Sum256(m.Raw); have[sum] == 0 && err == nil {
				have[sum], err = s.store(all, m.Raw, m.Arrived, m.Flags...)
			}
		}
		return err
	}
}

// trashed takes what lies in Trash out of every other folder.
func (s *Server) trashed(trash string) error {
	gone, err := s.digests(trash)
	if err != nil {
		return err
	}
	s.mu.Lock()
	names := append([]string{}, s.order...)
	s.mu.Unlock()
	for _, name := range names {
		if name == trash {
			continue
		}
		have, err := s.digests(name)
		if err != nil {
			return err
		}
		for sum, uid := range have {
			if gone[sum] != 0 {
				if err := s.Remove(name, uid); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// digests gives the UIDs of a folder's mails by their bytes.
func (s *Server) digests(folder string) (map[[sha256.Size]byte]uint32, error) {
	out := map[[sha256.Size]byte]uint32{}
	msgs, err := s.Messages(folder)
	for _, m := range msgs {
		out[sha256.Sum256(m.Raw)] = m.UID
	}
	return out, err
}

// Edit stores a draft anew with other bytes, as mail programs do: under a new
// UID, the old one gone; with labels from All Mail too.
func (s *Server) Edit(folder string, uid uint32, change func(raw []byte) []byte) error {
	msgs, err := s.Messages(folder)
	if err != nil {
		return err
	}
	for _, m := range msgs {
		if m.UID != uid {
			continue
		}
		if err := s.Remove(folder, uid); err != nil {
			return err
		}
		if all := s.Folder(imap.MailboxAttrAll); s.Play.Labels && all != folder {
			have, err := s.digests(all)
			if err != nil {
				return err
			}
			if old := have[sha256.Sum256(m.Raw)]; old != 0 {
				if err := s.Remove(all, old); err != nil {
					return err
				}
			}
		}
		_, err := s.Add(folder, change(m.Raw), m.Arrived, `\Draft`, `\Seen`)
		return err
	}
	return refuse("there is no such draft")
}
