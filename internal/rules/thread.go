package rules

import "strings"

// threads joins Message-IDs that In-Reply-To and References name together
// (RFC 5322, 3.6.4) into threads.
type threads struct {
	parent map[string]string
}

// newThreads reads every mail once. A mail that names more than fifty others
// is cut there, so that a hostile header cannot tie a whole mailbox together.
func newThreads(mails []*letter) *threads {
	t := &threads{parent: make(map[string]string, 2*len(mails))}
	for _, m := range mails {
		id := cleanID(m.Mail.MessageID)
		t.join(id, cleanID(m.Mail.InReplyTo))
		for i, r := range m.Mail.References {
			if i == 50 {
				break
			}
			t.join(id, cleanID(r))
		}
	}
	return t
}

// root names the thread that id belongs to.
func (t *threads) root(id string) string {
	id = cleanID(id)
	for {
		p, ok := t.parent[id]
		if !ok || p == id {
			return id
		}
		if g, ok := t.parent[p]; ok {
			t.parent[id] = g
		}
		id = p
	}
}

// join puts both under the smaller root, so that the order of mails does not
// show in a thread's name.
func (t *threads) join(a, b string) {
	if a == "" || b == "" {
		return
	}
	ra, rb := t.root(a), t.root(b)
	if ra == rb {
		return
	}
	if rb < ra {
		ra, rb = rb, ra
	}
	t.parent[rb] = ra
}

func cleanID(id string) string { return strings.Trim(strings.TrimSpace(id), "<>") }
