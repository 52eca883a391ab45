package imapwatch

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"slices"
	"time"
)

// folderIndex is what is known of a folder's message ids while its counters
// stand still.
type folderIndex struct {
	st    status
	since time.Time
	ids   map[uint32]idKey // by UID
	hits  map[uint32]Found // messages that were asked for
	told  status           // the counters when hits were read
}

// idKey is what is remembered of one message: the hashes of its Message-ID and
// of the id that it answers (0 where there is none).
type idKey struct{ id, answers uint64 }

func keyOf(h HeaderFields) idKey {
	k := idKey{id: hashID(firstID(h.MessageID))}
	if parent := firstID(h.InReplyTo); parent != "" {
		k.answers = hashID(parent)
	}
	return k
}

func newIndex(st status, since time.Time) *folderIndex {
	return &folderIndex{st: st, since: since, ids: map[uint32]idKey{}, hits: map[uint32]Found{}}
}

// counters gives what STATUS would tell of the folder that was opened.
func (o opened) counters(f Folder) status {
	st := status{validity: o.validity, uidNext: o.uidNext, messages: o.messages}
	if f.Role == Drafts {
		st.modSeq = o.modSeq
	}
	return st
}

// fresh tells whether the index still lists the folder's ids since then.
// Flags do not matter here, so neither does the ModSeq.
func (x *folderIndex) fresh(st *status, since time.Time) bool {
	return x != nil && st != nil && x.st.validity == st.validity && x.st.uidNext == st.uidNext &&
		x.st.messages == st.messages && !since.Before(x.since.Add(-time.Hour*24))
}

// learn takes the ids that a scan sees anyway.
func (c *Client) learn(h HeaderFields) {
	if h.Role != Sent && h.Role != Trash && h.Role != All {
		return
	}
	idx := c.index[h.Folder]
	if idx == nil || idx.st.validity != h.UIDValidity {
		// Counters of zero are those of no folder: the index is not yet fresh.
		idx = newIndex(status{validity: h.UIDValidity}, time.Time{})
		c.index[h.Folder] = idx
	}
	idx.ids[h.UID] = keyOf(h)
}

// packed is an index as Memory keeps it.
type packed struct {
	Folder   string           `json:"folder"`
	Counters [4]uint64        `json:"counters"`
	Told     [4]uint64        `json:"told"`
	Since    time.Time        `json:"since"`
	IDs      string           `json:"ids"` // UID and two hashes, 4 and 8 bytes each, base64
	Hits     map[uint32]Found `json:"hits,omitempty"`
}

func (s status) pack() [4]uint64 {
	return [4]uint64{uint64(s.validity), uint64(s.uidNext), uint64(s.messages), s.modSeq}
}

func unpack(n [4]uint64) status {
	return status{uint32(n[0]), uint32(n[1]), uint32(n[2]), n[3]}
}

const packedID = 20 // bytes of one message in packed.IDs

const maxRemembered = 20000 // ids of one folder, the newest

// Memory gives what this client knows of message ids in Drafts, Sent and
// Trash: folder names, counters, UIDs, hashes of ids, and the ids and flags of
// those that Find was asked for. Stored and given to the next client, it makes
// a Find in folders that did not change free of charge.
func (c *Client) Memory() []byte {
	var all []packed
	for name, x := range c.index {
		uids := make([]uint32, 0, len(x.ids))
		for u := range x.ids {
			uids = append(uids, u)
		}
		slices.Sort(uids)
		uids = uids[max(0, len(uids)-maxRemembered):]
		var ids []byte
		for _, u := range uids {
			ids = binary.BigEndian.AppendUint32(ids, u)
			ids = binary.BigEndian.AppendUint64(ids, x.ids[u].id)
			ids = binary.BigEndian.AppendUint64(ids, x.ids[u].answers)
		}
		all = append(all, packed{Folder: name, Counters: x.st.pack(), Told: x.told.pack(), Since: x.since,
			IDs: base64.StdEncoding.EncodeToString(ids), Hits: x.hits})
	}
	slices.SortFunc(all, func(a, b packed) int {
		if a.Folder < b.Folder {
			return -1
		}
		return 1
	})
	out, err := json.Marshal(all)
	if err != nil {
		return nil // no memory is worth an error
	}
	return out
}

// Remember takes what an earlier client's Memory gave. What cannot be read is
// as good as nothing.
func (c *Client) Remember(memory []byte) {
	var all []packed
	if json.Unmarshal(memory, &all) != nil {
		return
	}
	for _, p := range all {
		ids, err := base64.StdEncoding.DecodeString(p.IDs)
		if err != nil || len(ids)%packedID != 0 {
			continue
		}
		x := newIndex(unpack(p.Counters), p.Since)
		x.told = unpack(p.Told)
		for ; len(ids) > 0; ids = ids[packedID:] {
			x.ids[binary.BigEndian.Uint32(ids)] = idKey{binary.BigEndian.Uint64(ids[4:]), binary.BigEndian.Uint64(ids[12:])}
		}
		for u, h := range p.Hits {
			x.hits[u] = h
		}
		c.index[p.Folder] = x
	}
}
