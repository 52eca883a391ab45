package drafts

import (
	"context"
	"errors"
	"slices"
	"strings"

	"inboxwatch/internal/rules"
)

// Role says which of the user's folders a mail was found in.
type Role string

// The roles that Find looks into.
const (
	RoleDrafts Role = "drafts"
	RoleSent   Role = "sent"
	RoleTrash  Role = "trash"
	RoleAll    Role = "all" // where the server keeps everything; holds copies of the others
)

// Found is a copy of a mail as the mailbox shows it now.
type Found struct {
	Role        Role
	Folder      string // name as the server gave it
	UIDValidity uint32
	UID         uint32
	Flags       []string // \Draft, \Seen, \Flagged, \Deleted, …
	MessageID   string   // with angle brackets
	Raw         []byte   // the whole mail, or as much of it as was read
	// Twin is set for Withdraw only: f is a copy too many that this program
	// stored itself. It is expunged, never moved to Trash, where it would look
	// like a draft that the user threw away.
	Twin bool
}

// Stored is what a server says of an APPEND (RFC 4315 APPENDUID); zero where
// it says nothing.
type Stored struct {
	Folder      string
	UIDValidity uint32
	UID         uint32
}

// ErrDoubt is in the chain of an Append's error where it is unknown whether
// the mail was stored. Any other error means that it was not.
var ErrDoubt = errors.New("unknown whether the draft was stored")

// ErrKept is in the chain of a Withdraw's error where unchanged said no, or the
// mail no longer lies there as a draft: nothing was done.
var ErrKept = errors.New("the draft is no longer as it was put there")

// Box is the mailbox as this package needs it.
type Box interface {
	// Find gives every copy whose Message-ID is in ids, and every mail in
	// Drafts and Sent that answers (In-Reply-To) one of them, as a fresh look
	// shows it now. A folder that cannot be read is an error, not an absence.
	Find(ctx context.Context, ids []string) ([]Found, error)
	// Elsewhere gives the copies in the folder where the server keeps
	// everything, if it has one that Find does not look into. It is slower than
	// Find, and asked only before a draft is stored that no record tells of.
	Elsewhere(ctx context.Context, id string) ([]Found, error)
	// Append stores raw in Drafts with \Draft and \Seen. See ErrDoubt.
	Append(ctx context.Context, raw []byte) (Stored, error)
	// Withdraw moves f from Drafts to Trash, or removes it where there is no
	// Trash or f.Twin is set, but only if it still bears \Draft and unchanged
	// agrees to what is stored at that moment. See ErrKept.
	Withdraw(ctx context.Context, f Found, unchanged func(raw []byte) bool) error
}

func (f Found) has(flag string) bool {
	return slices.ContainsFunc(f.Flags, func(s string) bool { return strings.EqualFold(s, flag) })
}

// live reports whether f is a draft that waits in Drafts: a client that saves
// a draft anew leaves the old one there, marked \Deleted.
func (f Found) live() bool { return f.Role == RoleDrafts && !f.has(`\Deleted`) }

// copiesOf gives the copies with that Message-ID, those in Drafts by UID.
func copiesOf(found []Found, id string) []Found {
	var out []Found
	for _, f := range found {
		if strings.EqualFold(f.MessageID, id) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Found) int { return int(int64(a.UID) - int64(b.UID)) })
	return out
}

// reading is what the copies of one draft say together.
type reading struct {
	state   rules.DraftState // "" where there is no copy
	at      Found            // the copy that says so
	hash    string           // of ours; "" where it is not known
	flagged bool
	live    []Found // the copies that wait in Drafts, lowest UID first
}

// read weighs the copies of the draft that prior tells of: what was sent is
// sent, else what waits in Drafts waits, else it was thrown away or put
// elsewhere by the user.
func read(copies []Found, prior rules.DraftEvent) reading {
	r := reading{hash: prior.Hash}
	var best int
	for _, f := range copies {
		r.flagged = r.flagged || f.has(`\Flagged`)
		if f.live() {
			r.live = append(r.live, f)
		}
		n := weight(f, prior)
		known := n == weightDraft && f.UID == prior.UID && f.UIDValidity == prior.UIDValidity
		if n > best || n == best && known { // of twins, the one that the journal knows
			best, r.at = n, f
		}
	}
	switch best {
	case weightSent:
		r.state = rules.DraftSent
	case weightDraft:
		r.state, r.hash = waitingOrEdited(r.at, prior)
	case weightMoved:
		r.state = rules.DraftEdited
	case weightTrash:
		r.state = rules.DraftDeleted
	}
	return r
}

// The weights of a copy, by what it proves.
const (
	weightNone  = iota
	weightTrash // thrown away
	weightMoved // a draft still, but put elsewhere by the user
	weightDraft
	weightSent
)

func weight(f Found, prior rules.DraftEvent) int {
	switch {
	case f.Role == RoleSent:
		return weightSent
	case f.live():
		return weightDraft
	case f.Role == RoleAll && f.has(`\Draft`) && !f.has(`\Deleted`):
		return weightMoved
	case f.Role == RoleAll && !f.has(`\Draft`):
		return weightSent // a client that sends takes the flag away
	case prior.State == rules.DraftWithdrawn:
		return weightNone // the journal's own record outweighs the copy in Trash
	}
	return weightTrash
}

// waitingOrEdited tells an untouched draft from one the user changed, by the
// hash of what was put there. Where that is not known, the draft is taken for
// the user's (Prove can find the hash again). What was once the user's stays
// the user's.
func waitingOrEdited(f Found, prior rules.DraftEvent) (rules.DraftState, string) {
	touched := false // by the user, though the words may be the same
	switch prior.State {
	case rules.DraftEdited, rules.DraftDeleted, rules.DraftSent:
		touched = true
	case rules.DraftWithdrawn: // taken back from Trash, unless the withdrawal never happened
		touched = prior.UID != 0 && (f.UID != prior.UID || f.UIDValidity != prior.UIDValidity)
	}
	hash, err := Hash(f.Raw)
	if err == nil && !touched && f.has(`\Draft`) && hash == prior.Hash {
		return rules.DraftWaiting, hash
	}
	return rules.DraftEdited, prior.Hash
}
